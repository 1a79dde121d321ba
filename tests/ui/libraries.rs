//! Going from one library to another in the window: nothing typed in the one before is lost, and nothing of it comes
//! into the other.

use std::path::{Path, PathBuf};

use casefile::command::{Command, Place, Tab, UiCommand};
use casefile::domain::change::{CaseChange, EventChange, PartyChange};
use casefile::domain::date::Dated;
use casefile::domain::edit::CaseEdit;
use casefile::domain::id::Id;
use casefile::domain::record::Owner;
use casefile::ops;
use casefile::store::{self, Library};
use egui_kittest::kittest::Queryable as _;

use crate::support::Window;

const LETTER: &str = "The quarry answers\n\nThe wells were dry before it came, the quarry said.\n";

/// Another library beside that of the window.
fn another(window: &Window) -> PathBuf {
    let path = window.folder().join("other.casefile");
    drop(Library::create(&path).unwrap());
    path
}

fn until_in(window: &mut Window, path: &Path) {
    window.until("the library is shown", |window| {
        window.data().path.as_deref() == Some(path) && window.data().library_is_read
    });
}

/// A window with an event's page open.
fn at_event() -> (Window, Id) {
    let mut window = Window::with_articles("Dry wells", &[("answer.txt", LETTER)]);
    window.go(Tab::Statements);
    let new = EventChange::New {
        case_id: window.case_id(),
        title: "The pump is set".to_owned(),
        date: Dated::default(),
        parties: Vec::new(),
        source: None,
    };
    window.give(Command::Make(new.into()));
    window.until_shown("More of it");
    let event = window.case().unwrap().events[0].event.id;
    (window, event)
}

fn type_in(window: &mut Window, field: &str, text: &str) {
    window.harness.query_all_by_label(field).last().expect("a field").focus();
    window.frames(2);
    window.type_text(text);
}

#[test]
fn what_is_typed_in_a_field_is_written_to_its_library_when_another_opens() {
    let (mut window, event) = at_event();
    let (first, other) = (window.library(), another(&window));
    type_in(&mut window, "More of it", "By night.");
    window.give(Command::OpenLibrary(other.clone()));
    until_in(&mut window, &other);
    window.give(Command::OpenLibrary(first.clone()));
    until_in(&mut window, &first);
    let library = Library::open_read_only(&first).unwrap();
    assert_eq!(store::event::get(library.db(), event).unwrap().detail, "By night.");
    assert!(!window.shows("Try again"));
}

#[test]
fn what_cannot_be_written_yet_is_asked_about_before_another_library_is_shown() {
    let (mut window, event) = at_event();
    let (first, other) = (window.library(), another(&window));
    type_in(&mut window, "Date", "in the days of");
    window.give(Command::OpenLibrary(other.clone()));
    window.until_shown("Something is not finished");
    assert_eq!(window.library(), first, "it is not shown yet");
    window.click("Cancel");
    // The one before can still be worked in.
    let name = "Tom Birk".to_owned();
    let new = PartyChange::New { case_id: window.case_id(), name, kind: None };
    window.give(Command::Make(new.into()));
    window.until("the party is there", |window| window.data().library.parties.len() == 1);
    window.give(Command::Select(Owner::Event(event)));
    window.give(Command::OpenLibrary(other.clone()));
    window.until_shown("Something is not finished");
    window.click("Open the other library without it");
    until_in(&mut window, &other);
    assert!(window.data().library.cases.is_empty() && window.data().importing.is_empty());
}

#[test]
fn a_library_opens_at_its_own_last_case_and_at_all_cases_if_that_is_gone() {
    let mut window = Window::with_articles("Dry wells", &[("answer.txt", LETTER)]);
    let (first, case, other) = (window.library(), window.case_id(), another(&window));
    window.give(Command::OpenLibrary(other.clone()));
    until_in(&mut window, &other);
    assert!(window.case().is_none());
    window.give(Command::OpenLibrary(first.clone()));
    window.until("its last case is open", |window| window.case().is_some_and(|view| view.case.id == case));
    window.give(Command::OpenLibrary(other.clone()));
    until_in(&mut window, &other);
    let mut library = Library::open(&first).unwrap();
    ops::apply(&mut library, None, None, CaseChange::Delete { id: case }.into()).unwrap();
    ops::apply(&mut library, None, None, CaseChange::New { title: "New wells".to_owned() }.into()).unwrap();
    drop(library);
    window.give(Command::OpenLibrary(first.clone()));
    until_in(&mut window, &first);
    window.until_shown("All cases");
    window.until_shown("New wells");
    window.menu(UiCommand::Back);
    window.frames(4);
    assert!(window.case().is_none(), "nothing leads to what is gone");
}

#[test]
fn what_was_done_in_a_case_kept_apart_is_named_in_it_alone() {
    let mut window = Window::with_articles("Dry wells", &[("answer.txt", LETTER)]);
    let case = window.case_id();
    let apart = CaseChange::Edit { id: case, edit: CaseEdit::KeptApart(true) };
    window.give(Command::Change { change: apart.into(), group: None });
    let new = PartyChange::New { case_id: case, name: "Nora Hale".to_owned(), kind: None };
    window.give(Command::Change { change: new.into(), group: None });
    window.until("it can be undone", |window| {
        window.data().undo.as_ref().is_some_and(|undo| undo.words.contains("Nora Hale"))
    });
    window.click("Menu");
    assert!(window.shows_part("Nora Hale"));
    window.click("Menu");
    window.give(Command::Go(Place::Today));
    window.click("Menu");
    assert!(window.shows_part("Undo the last change in another case"));
    assert!(!window.shows_part("Nora Hale"));
    window.menu(UiCommand::Undo);
    window.until_shown("Undone: the last change in another case");
    assert!(!window.shows_part("Nora Hale"));
}
