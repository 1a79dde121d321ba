//! The list of articles: sorting by keys, several at once, what became of an import, notes that are typed.

use casefile::command::{Command, UiCommand};
use casefile::domain::kind::Reading;
use casefile::domain::record::Owner;
use eframe::egui::{HoveredFile, Key, Modifiers};

use crate::support::Window;

const LETTER: &str =
    "Outlet: The Courier\nPublished: 2024-03-11\n\nThe quarry answers\n\nThe wells were dry.\n";
const STORY: &str = "Outlet: The Star\nPublished: 2024-03-12\n\nAnother story\n\nNobody was there.\n";
const BARE: &str = "A sheet of paper found in the hall, with neither date nor name on it.\n";

fn reading_of(window: &Window, key: &str) -> Reading {
    let case = window.case().unwrap();
    case.articles.iter().find(|row| row.key == key).unwrap().article.reading
}

fn outlets(window: &Window) -> Vec<String> {
    let mut rows: Vec<_> = window.case().unwrap().articles.iter().collect();
    rows.sort_by_key(|row| row.article.number);
    rows.into_iter().map(|row| row.article.outlet.clone()).collect()
}

fn three() -> Window {
    Window::with_articles("Wells", &[("a.txt", LETTER), ("b.txt", STORY), ("c.txt", BARE)])
}

#[test]
fn one_key_decides_and_goes_on_to_the_next() {
    let mut window = three();
    // Newest first, and last what has no date.
    window.key(Key::ArrowDown);
    window.key(Key::N);
    window.key(Key::K);
    window.key(Key::D);
    window.until("all are sorted", |window| {
        [("A-2", Reading::NotRelevant), ("A-1", Reading::Keep), ("A-3", Reading::Done)]
            .iter()
            .all(|(key, reading)| reading_of(window, key) == *reading)
    });
    assert!(window.shows("3 of 3 sorted"));
    assert!(window.shows_part("A-2 "), "what is not relevant stays in the list");
    window.menu(UiCommand::Undo);
    window.until("the last is undone", |window| reading_of(window, "A-3") == Reading::Unread);
}

#[test]
fn letters_typed_into_a_field_decide_nothing() {
    let mut window = three();
    window.key(Key::ArrowDown);
    window.focus("Find in list");
    window.key(Key::N);
    window.type_text("no");
    window.type_text("body");
    window.frames(4);
    assert_eq!(reading_of(&window, "A-2"), Reading::Unread);
    assert!(window.shows("1 of 3"), "and the list shows what fits");
    window.key(Key::Enter);
    window.frames(2);
    assert!(!window.shows("Next article"), "Enter ends the typing and opens nothing");
}

#[test]
fn an_outlet_is_set_for_several_at_once_as_one_step() {
    let mut window = three();
    window.key_with(Modifiers::COMMAND, Key::A);
    assert!(window.shows("3 chosen"));
    window.click("Outlet…");
    window.type_text("The Gazette");
    window.key(Key::Enter);
    window.until("all have it", |window| outlets(window).iter().all(|outlet| outlet == "The Gazette"));
    window.menu(UiCommand::Undo);
    window.until("all have their own again", |window| outlets(window) == ["The Courier", "The Star", ""]);
}

#[test]
fn the_import_list_says_what_became_of_each_file_and_mends_what_is_missing() {
    let mut window = Window::open();
    let folder = window.folder().join("Wells");
    std::fs::create_dir(&folder).unwrap();
    for (name, text) in [("a.txt", LETTER), ("b.txt", BARE), ("c.txt", LETTER), ("d.txt", "")] {
        std::fs::write(folder.join(name), text).unwrap();
    }
    window.drop_files(std::slice::from_ref(&folder));
    window.until_shown("1 added · 1 needs a look · 1 already here · 1 failed");
    for words in ["Failed", "d.txt", "Needs a look", "no outlet · no date", "Already here", "It is A-1"] {
        assert!(window.shows(words), "{words}");
    }
    window.focus("Date of A-2");
    window.type_text("7 Sep 2011");
    window.key(Key::Enter);
    window.click("Set outlet…");
    window.type_text("Found");
    window.key(Key::Enter);
    window.until_shown("2 added · 1 already here · 1 failed");
    let case = window.case().unwrap();
    let row = case.articles.iter().find(|row| row.key == "A-2").unwrap();
    assert_eq!((row.published.words.as_str(), row.article.outlet.as_str()), ("7 Sep 2011", "Found"));
    assert_eq!(row.article.received.basis.as_deref(), Some("file_date"));
    window.click("Close this list");
    assert!(!window.shows("Already here"));
}

#[test]
fn an_import_is_undone_as_a_whole() {
    let mut window = three();
    window.until("there is something to undo", |window| window.data().undo.is_some());
    window.menu(UiCommand::Undo);
    window.until("all are gone again, with the case made for them", |window| {
        window.data().library.cases.is_empty() && window.data().redo.is_some()
    });
    window.menu(UiCommand::Redo);
    window.until("all are back", |window| {
        window.data().library.cases.first().is_some_and(|line| line.contents.articles == 3)
    });
}

#[test]
fn files_dragged_over_the_window_see_where_they_would_go() {
    let mut window = three();
    window.harness.input_mut().hovered_files =
        vec![HoveredFile { path: Some("story.txt".into()), mime: String::new() }];
    window.frames(2);
    assert!(window.shows("Drop to bring this file into “Wells”"));
    window.harness.input_mut().hovered_files.clear();
    window.frames(2);
    assert!(!window.shows("Drop to bring this file into “Wells”"));
}

#[test]
fn a_note_closed_without_saving_is_there_the_next_time() {
    let mut window = three();
    window.menu(UiCommand::NewNote);
    window.frames(2);
    window.type_text("Call with Calder");
    window.focus("Text");
    window.type_text("She will send the folder.");
    window.key(Key::Escape);
    assert!(!window.shows("Save note"));
    window.menu(UiCommand::NewNote);
    window.frames(2);
    assert!(window.shows("She will send the folder."));
    window.key_with(Modifiers::COMMAND, Key::Enter);
    window.until("the note is an article", |window| window.case().unwrap().articles.len() == 4);
    let row = window.case().unwrap().articles.iter().find(|row| row.key == "A-4").unwrap();
    assert_eq!(row.article.title, "Call with Calder");
    window.menu(UiCommand::NewNote);
    window.frames(2);
    let text = window.control("Text").value().unwrap_or_default();
    assert_eq!(text, "", "what is saved is not offered again");
}

#[test]
fn letters_pressed_within_one_frame_each_decide_about_their_own_article() {
    let mut window = three();
    window.key(Key::ArrowDown);
    for key in [Key::N, Key::K, Key::L] {
        window.harness.key_press(key);
    }
    window.until("all three are decided about", |window| {
        window.case().unwrap().articles.iter().all(|row| row.article.reading != Reading::Unread)
    });
    let readings: Vec<_> = window.case().unwrap().articles.iter().map(|row| row.article.reading).collect();
    assert_eq!(readings, [Reading::NotRelevant, Reading::Keep, Reading::Later]);
}

#[test]
fn an_article_read_in_the_middle_is_decided_about_and_left_for_the_next() {
    let mut window = three();
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    window.until_shown("Next article");
    window.key(Key::L);
    window.until("it is for later", |window| reading_of(window, "A-2") == Reading::Later);
    window.click("Next article");
    window.until("the next is read", |window| {
        window.data().article.as_ref().is_some_and(|view| view.article.number == 1)
    });
    window.key(Key::Escape);
    window.frames(2);
    assert!(window.shows("Find in list"));
}

#[test]
fn an_article_without_date_leads_to_its_fields() {
    let mut window = three();
    let bare = window.case().unwrap().articles.iter().find(|row| row.key == "A-3").unwrap().article.id;
    window.give(Command::Select(Owner::Article(bare)));
    window.until_shown("date not known");
    window.click("date not known");
    window.until_shown("Where it came from");
    assert!(window.shows("the file’s date"), "how the day it was received is known");
    window.click("Hide details");
    assert!(!window.shows("Where it came from"));
}

#[test]
fn what_is_wrong_with_a_date_stands_under_its_field_which_keeps_the_keys() {
    let mut window = Window::open();
    let file = window.folder().join("c.txt");
    std::fs::write(&file, BARE).unwrap();
    window.drop_files(&[file]);
    window.until_shown("Date of A-1");
    window.focus("Date of A-1");
    window.type_text("7 Sept sometime");
    // What comes in over the rest is measured first and shown a frame later.
    window.frames(3);
    assert!(window.shows("This is not a date. Write for example 7 Sep 2011."));
    window.key(Key::Enter);
    window.key_with(Modifiers::COMMAND, Key::A);
    window.key(Key::Enter);
    assert!(window.shows("Find in list") && !window.shows_part("selected"), "no key went to the list");
    window.key_with(Modifiers::COMMAND, Key::A);
    window.type_text("7 Sep 2042");
    window.key(Key::Enter);
    window.until("it is set", |window| window.case().unwrap().articles[0].article.published.edtf.is_some());
    assert!(window.shows("Find in list"), "Enter was the field's");
    assert!(window.shows_part("in the future?"));
}
