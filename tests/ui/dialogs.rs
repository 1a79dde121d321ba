//! Dialogs over the whole program: a new case, the palette, the history, a path typed, a library that cannot be
//! opened.

use casefile::command::{Command, ExportFormat, ExportRequest, UiCommand};
use casefile::domain::change::CaseChange;
use casefile::domain::edit::CaseEdit;
use eframe::egui::{Key, Modifiers};

use crate::support::Window;

const LETTER: &str = "The quarry answers\n\nThe quarry said “the wells were dry before we came.”\n";

/// A window with an empty case of this title.
fn with_case(title: &str) -> Window {
    let mut window = Window::open();
    window.give(Command::Make(CaseChange::New { title: title.to_owned() }.into()));
    window.until("the case is open", |window| window.case().is_some());
    window
}

#[test]
fn a_new_case_takes_its_title_and_enter() {
    let mut window = Window::open();
    window.until_shown("Drop article files here to start a case");
    window.key_with(Modifiers::COMMAND, Key::N);
    window.until_shown("Make case");
    window.key(Key::Enter);
    assert!(window.shows("Make case"), "nothing is made without a title");
    window.type_text("Dry wells");
    window.key(Key::Enter);
    window
        .until("the case is open", |window| window.case().is_some_and(|case| case.case.title == "Dry wells"));
    assert!(!window.shows("Make case"));
}

#[test]
fn the_palette_finds_commands_and_articles_by_a_few_letters() {
    let mut window =
        Window::with_articles("Dry wells", &[("answer.txt", LETTER), ("b.txt", "Other news.\n")]);
    window.key_with(Modifiers::COMMAND, Key::K);
    window.type_text("quarry ans");
    window.until_shown("The quarry answers");
    window.key(Key::Enter);
    window.until("the article is in the reader", |window| {
        window.data().article.as_ref().is_some_and(|view| view.article.title == "The quarry answers")
    });
    window.key_with(Modifiers::COMMAND, Key::K);
    window.type_text("new cas");
    window.key(Key::Enter);
    window.until_shown("Make case");
    window.key(Key::Escape);
    assert!(!window.shows("Make case"));
}

#[test]
fn what_cannot_be_done_now_says_why() {
    let mut window = Window::open();
    window.until_shown("Drop article files here to start a case");
    window.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
    window.until_shown("Open a case first.");
    window.key_with(Modifiers::COMMAND, Key::K);
    window.type_text("theme");
    window.until_shown("Switch light and dark");
}

#[test]
fn the_history_tells_old_and_new_and_undoes_the_last_change() {
    let mut window = with_case("Dry wells");
    let id = window.case_id();
    let edit = CaseEdit::Question("Who drained them?".to_owned());
    window.give(Command::Change { change: CaseChange::Edit { id, edit }.into(), group: None });
    window.menu(UiCommand::History);
    window.until_shown("Question at stake in Dry wells");
    window.click("Question at stake in Dry wells");
    window.until_shown("not set, now Who drained them?");
    window.click("Undo the last change");
    window.until_shown("Question at stake in Dry wells (undone)");
    window.until("the question is gone", |window| {
        window.case().is_some_and(|case| case.case.question.is_empty())
    });
}

#[test]
fn a_case_on_hold_is_not_deleted_and_says_why() {
    let mut window = with_case("Dry wells");
    window.menu(UiCommand::CaseSettings);
    window.until_shown("Hold");
    window.click("Hold");
    window.click("Save");
    window.until("the hold is on", |window| window.data().library.cases.iter().any(|line| line.case.hold));
    window.menu(UiCommand::DeleteCase);
    window.until_shown("This case is on hold, so it cannot be deleted.");
    window.click("Delete case");
    assert_eq!(window.data().library.cases.len(), 1);
}

#[test]
fn a_file_that_is_no_library_shows_what_happened_and_leads_to_another() {
    let mut window = Window::open_file("broken.casefile", |path| {
        std::fs::write(path, "this is not a library").unwrap();
    });
    window.until_shown("“broken” could not be opened");
    assert!(window.shows("Try again"));
    window.click("Make a new library…");
    window.until_shown("Type the path of the new library");
    let missing = window.folder().join("nowhere").join("new.casefile");
    window.type_text(&missing.display().to_string());
    window.key(Key::Enter);
    window.until_shown("The folder for it is not there. Make it first or choose another.");
    window.key_with(Modifiers::COMMAND, Key::A);
    let path = window.folder().join("new.casefile");
    window.type_text(&path.display().to_string());
    window.key(Key::Enter);
    window.until("the new library is open", |window| window.library() == path);
    window.until_shown("Drop article files here to start a case");
}

#[test]
fn ctrl_z_in_a_field_is_the_fields_until_its_text_is_as_it_was() {
    let mut window = with_case("Dry wells");
    window.menu(UiCommand::Find);
    window.type_text("wells");
    // The field keeps a text once it has rested for a second.
    window.frames(40);
    window.key_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.data().library.cases.len(), 1, "the case is not undone");
    for _ in 0..3 {
        window.key_with(Modifiers::COMMAND, Key::Z);
        window.frames(4);
    }
    window.until("the case is undone", |window| window.data().library.cases.is_empty());
}

#[test]
fn a_library_that_may_not_be_written_says_so_and_offers_no_new_case() {
    let mut window = Window::open_file("kept.casefile", |path| {
        drop(casefile::store::Library::create(path).unwrap());
        let mut permissions = std::fs::metadata(path).unwrap().permissions();
        permissions.set_readonly(true);
        std::fs::set_permissions(path, permissions).unwrap();
    });
    window.until_shown("This library is open for reading only, because its file may not be written.");
    window.menu(UiCommand::NewCase);
    assert!(!window.shows("Make case"));
}

#[test]
fn after_an_export_the_folder_of_the_file_is_one_click_away() {
    let mut window = Window::with_articles("Dry wells", &[("answer.txt", LETTER)]);
    let to = window.folder().join("Dry wells.docx");
    let request =
        ExportRequest { format: ExportFormat::Docx, rows: Vec::new(), to: Some(to.clone()), replace: false };
    window.give(Command::Export(request));
    window.until_shown("Show folder");
    assert!(to.is_file());
    window.click("Show folder");
    let shown = format!("Folder shown: {}", window.folder().display());
    window.until_shown(&shown);
}

#[test]
fn the_palette_keeps_its_height_and_finds_what_makes_a_letter() {
    let mut window = with_case("Dry wells");
    window.key_with(Modifiers::COMMAND, Key::K);
    let height = |window: &Window| {
        let rect = |id| window.harness.ctx.memory(|memory| memory.area_rect(id));
        rect(eframe::egui::Id::unique("palette")).expect("it is shown").height()
    };
    window.frames(3);
    let full = height(&window);
    window.type_text("zzzz");
    window.frames(3);
    for _ in 0..4 {
        window.key(Key::Backspace);
    }
    window.frames(3);
    assert!((height(&window) - full).abs() < 2.0, "{} of {full}", height(&window));
    window.type_text("letter");
    window.frames(2);
    assert!(window.shows("New statement…"));
}
