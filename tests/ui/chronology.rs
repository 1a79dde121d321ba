//! The chronology in the window: rows by keys, what is left out, order within a day, and the file for an editor.

use casefile::command::{Command, Tab};
use casefile::domain::change::{Change, EventChange, NewStatement, PartyRef, StatementChange};
use casefile::domain::date::{Dated, Edtf};
use casefile::domain::record::Owner;
use eframe::egui::{Key, Modifiers};

use crate::support::Window;

const EARLY: &str = "1 Feb 2024, The pumps were stopped";
const MORNING: &str = "5 Mar 2024, The council met";
const EVENING: &str = "5 Mar 2024, The company wrote back";
const TYPED: &str = "No date, Ada Moss, “Nobody asked us.”";

fn change(window: &mut Window, change: impl Into<Change>) {
    window.give(Command::Change { change: change.into(), group: None });
}

/// A case with three events, two of them on one day, and words typed without a source, on the chronology.
fn with_rows() -> Window {
    let mut window =
        Window::with_articles("Dry wells", &[("wells.txt", "The wells\n\nThe wells ran dry.\n")]);
    let case_id = window.case_id();
    let events = [
        ("2024-02-01", "The pumps were stopped"),
        ("2024-03-05", "The council met"),
        ("2024-03-05", "The company wrote back"),
    ];
    for (day, title) in events {
        let date = Dated::sure(day.parse::<Edtf>().unwrap());
        change(
            &mut window,
            EventChange::New { case_id, title: title.into(), date, parties: Vec::new(), source: None },
        );
    }
    let draft = NewStatement {
        unsourced: "Nobody asked us.".to_owned(),
        speakers: vec![PartyRef::New("Ada Moss".to_owned())],
        ..NewStatement::default()
    };
    change(&mut window, StatementChange::New { case_id, draft: Box::new(draft) });
    window.until("the rows are there", |window| {
        window.case().is_some_and(|case| case.events.len() == 3 && case.statements.len() == 1)
    });
    window.give(Command::Deselect);
    window.go(Tab::Chronology);
    window.until_shown(EARLY);
    window
}

/// Whether one row stands above another.
fn above(window: &Window, upper: &str, lower: &str) -> bool {
    window.place(upper).y < window.place(lower).y
}

fn selected(window: &Window) -> Option<Owner> {
    window.data().detail.as_ref().map(|(of, _)| *of)
}

#[test]
fn rows_stand_in_order_of_time_and_what_has_no_date_last() {
    let window = with_rows();
    for (upper, lower) in [(EARLY, MORNING), (MORNING, EVENING), (EVENING, TYPED)] {
        assert!(above(&window, upper, lower), "{upper} above {lower}");
    }
    assert!(window.shows_part("4 rows"));
}

#[test]
fn a_row_is_moved_within_its_day_in_one_step_that_can_be_undone() {
    let mut window = with_rows();
    window.click(EVENING);
    window.key_with(Modifiers::ALT, Key::ArrowUp);
    window.until("it has moved up", |window| above(window, EVENING, MORNING));
    window.key_with(Modifiers::ALT, Key::ArrowUp);
    window.frames(4);
    assert!(above(&window, EARLY, EVENING), "it stays within its day");
    window.key_with(Modifiers::COMMAND, Key::Z);
    window.until("it is back", |window| above(window, MORNING, EVENING));
}

#[test]
fn h_leaves_a_row_out_and_the_next_one_is_selected() {
    let mut window = with_rows();
    window.key(Key::ArrowDown);
    window.until("the first row is selected", |window| selected(window).is_some());
    window.key(Key::H);
    window.until("the row is gone", |window| !window.shows(EARLY));
    assert!(window.shows_part("1 left out"));
    let next = window
        .case()
        .unwrap()
        .events
        .iter()
        .find(|row| row.event.title == "The council met")
        .unwrap()
        .event
        .id;
    window.until("the next one is selected", |window| selected(window) == Some(Owner::Event(next)));
    window.click("Show");
    window.click("What is left out (1)");
    window.until_shown(EARLY);
    window.key(Key::Escape);
}

#[test]
fn the_timeline_and_back_is_one_key_and_the_selection_stays() {
    let mut window = with_rows();
    window.click(MORNING);
    window.until("it is selected", |window| selected(window).is_some());
    let before = selected(&window);
    window.key(Key::T);
    window.until_shown("Timeline");
    window.until("the lanes show", |window| window.shows("Lanes: party"));
    window.key(Key::T);
    window.until_shown(MORNING);
    assert_eq!(selected(&window), before);
}

#[test]
fn two_keys_write_the_file_and_the_check_names_what_has_no_source() {
    let mut window = with_rows();
    window.key_with(Modifiers::COMMAND, Key::E);
    window.until_shown("4 rows: 1 statement, 3 events");
    window.until("the quotations are checked", |window| window.data().quotes.is_some());
    window.until_shown("“Nobody asked us.”");
    window.until_shown("S-0001 was typed without a source.");
    let to = window.folder().join("for the editor.docx");
    window.key_with(Modifiers::COMMAND, Key::A);
    window.type_text(&to.display().to_string());
    window.key(Key::Enter);
    window.until("the file is there", |_| to.exists());
    window.until("the window says so", |window| window.shows_part("4 rows written to"));
    assert!(std::fs::read(&to).unwrap().starts_with(b"PK"), "a Word document");
}
