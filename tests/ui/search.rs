//! Search over the whole program: results as one types, opened at their words, also in another case.

use casefile::command::{Command, UiCommand};
use casefile::domain::change::CaseChange;
use eframe::egui::{Key, Modifiers};

use crate::support::Window;

const LETTER: &str =
    "The quarry answers\n\nIn a letter the quarry said “the wells were dry before we came.”\n";

fn with_articles() -> Window {
    Window::with_articles("Dry wells", &[("answer.txt", LETTER), ("b.txt", "Other news\n\nNothing of it.\n")])
}

/// The title of the article in the reader.
fn reads(window: &Window) -> Option<&str> {
    window.data().article.as_ref().map(|view| view.article.title.as_str())
}

#[test]
fn results_come_as_one_types_and_enter_opens_the_article_at_its_words() {
    let mut window = with_articles();
    window.key_with(Modifiers::COMMAND, Key::F);
    window.type_text("wells dry");
    window.until_shown("The quarry answers");
    window.key(Key::ArrowDown);
    window.until("it is looked at", |window| {
        reads(window) == Some("The quarry answers") && window.shows("Text of the article")
    });
    window.key(Key::Enter);
    window.until("it is open in its case", |window| {
        window.shows("Articles") && window.shows("Text of the article") && !window.shows("Narrow by")
    });
    let hits = window.data().hits.clone().unwrap();
    let (article, span) = hits.lines[0].words.unwrap();
    let view = window.data().article.clone().unwrap();
    assert_eq!(view.article.id, article);
    let text = view.text.clone().unwrap();
    let text: String = text.chars().skip(span.start).take(span.end - span.start).collect();
    assert_eq!(text, "wells");
}

#[test]
fn a_hit_in_another_case_is_opened_there() {
    let mut window = with_articles();
    window.give(Command::Make(CaseChange::New { title: "Other".to_owned() }.into()));
    window.until("the other case is open", |window| {
        window.case().is_some_and(|case| case.case.title == "Other")
    });
    window.menu(UiCommand::Find);
    window.type_text("wells");
    window.until_shown("Nothing in Other has these words.");
    window.click("Search all cases");
    window.until_shown("The quarry answers");
    window.key(Key::Enter);
    window.until("it is open in its case", |window| {
        window.case().is_some_and(|case| case.case.title == "Dry wells")
            && reads(window) == Some("The quarry answers")
            && window.shows("Text of the article")
    });
}

#[test]
fn a_word_that_is_no_date_is_told() {
    let mut window = with_articles();
    window.menu(UiCommand::Find);
    window.type_text("quarry before:whenever (\"* AND");
    window.until("the person is told", |window| window.shows_part("“whenever” is no date"));
}
