//! The program as a whole: what a person does first.

use casefile::command::{Command, Place, Tab, UiCommand};
use casefile::domain::change::{CaseChange, PartyChange};
use casefile::domain::record::Owner;

use crate::support::Window;

const LETTER: &str = "The quarry answers\n\nIn a letter to the council the quarry said “the wells were dry before \
we came.” The council has not said what it will do next.\n";

#[test]
fn files_dropped_on_an_empty_window_make_a_case_named_after_the_folder() {
    let window =
        Window::with_articles("Dry wells", &[("answer.txt", LETTER), ("other.txt", "Another story.\n")]);
    let case = window.case().unwrap();
    assert_eq!(case.case.title, "Dry wells");
    assert_eq!(case.articles.len(), 2);
    assert!(window.shows("Dry wells"));
}

#[test]
fn a_case_is_deleted_and_undo_brings_it_back_with_its_articles() {
    let mut window = Window::with_articles("Dry wells", &[("answer.txt", LETTER)]);
    let id = window.case_id();
    window.give(Command::Change { change: CaseChange::Delete { id }.into(), group: None });
    window.until("the case is gone", |window| window.data().library.cases.is_empty());
    window.menu(UiCommand::Undo);
    window.until("the case is back", |window| {
        window.data().library.cases.iter().any(|line| line.case.id == id && line.contents.articles == 1)
    });
}

#[test]
fn every_screen_draws_with_an_empty_case_and_an_empty_library() {
    let mut window = Window::open();
    for place in [Place::Today, Place::Search, Place::Parties, Place::Cases] {
        window.give(Command::Go(place));
        window.frames(2);
    }
    window.give(Command::Make(CaseChange::New { title: "Empty".to_owned() }.into()));
    window.until("the case is open", |window| window.case().is_some());
    for tab in Tab::ALL {
        window.go(*tab);
        window.frames(3);
    }
}

#[test]
fn in_a_narrow_window_the_right_pane_lies_over_the_middle_and_can_be_closed() {
    let mut window = Window::with_articles("Dry wells", &[("answer.txt", LETTER)]);
    window.harness.set_size(eframe::egui::vec2(960.0, 640.0));
    window.go(Tab::Articles);
    let article = window.case().unwrap().articles[0].article.id;
    let middle = window.control("Articles").rect();
    window.give(Command::Select(Owner::Article(article)));
    window.until_shown("Text of the article");
    assert_eq!(window.control("Articles").rect(), middle, "the middle keeps its width");
    let text = window.control("Text of the article").rect();
    assert!(text.top() < 300.0 && text.bottom() <= 640.0 && text.height() > 200.0, "{text:?}");
    window.click("Close the pane");
    assert!(!window.shows("Text of the article"));
}

#[test]
fn an_article_of_one_case_is_not_in_the_reader_of_another() {
    let mut window = Window::with_articles("Dry wells", &[("answer.txt", LETTER)]);
    let article = window.case().unwrap().articles[0].article.id;
    window.give(Command::Select(Owner::Article(article)));
    window.until("the article is in the reader", |window| window.data().article.is_some());
    window.give(Command::Make(CaseChange::New { title: "Other".to_owned() }.into()));
    window.until("the other case is open", |window| {
        window.case().is_some_and(|case| case.case.title == "Other")
    });
    assert!(window.data().article.is_none());
}

#[test]
fn delete_among_the_parties_of_the_library_takes_the_party_out_of_the_library() {
    let mut window = Window::with_articles("Dry wells", &[("answer.txt", LETTER)]);
    let new = PartyChange::New { case_id: window.case_id(), name: "Tom Birk".to_owned(), kind: None };
    window.give(Command::Make(new.into()));
    window.until("the party is there", |window| window.data().library.parties.len() == 1);
    let id = window.data().library.parties[0].party.id;
    window.give(Command::Go(Place::Parties));
    window.give(Command::Select(Owner::Party(id)));
    window.menu(UiCommand::DeleteRecord);
    window.until("the party is gone", |window| window.data().library.parties.is_empty());
}

#[test]
fn a_change_that_is_refused_stays_and_can_be_tried_again() {
    let mut window = Window::with_articles("Dry wells", &[("answer.txt", LETTER)]);
    let article = window.case().unwrap().articles[0].article.id;
    let delete = casefile::domain::change::ArticleChange::Delete { ids: vec![article] };
    let mut other = casefile::store::Library::open(&window.library()).unwrap();
    casefile::ops::apply(&mut other, None, None, delete.into()).unwrap();
    let title = casefile::domain::edit::ArticleEdit::Title("The quarry answers at last".to_owned());
    let change = casefile::domain::change::ArticleChange::Edit { ids: vec![article], edit: title }.into();
    window.give(casefile::command::Command::Change { change, group: None });
    window.until_shown("Try again");
    // It does not go away by itself.
    window.frames(400);
    assert!(window.shows("Try again"));
    other.undo().unwrap();
    window.click("Try again");
    window.until("the title is written", |window| {
        window.case().unwrap().articles.iter().any(|row| row.article.title == "The quarry answers at last")
    });
}
