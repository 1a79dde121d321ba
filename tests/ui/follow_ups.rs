//! Follow-ups, Today and Overview, driven as a person drives them.

use casefile::command::{Command, Place, Tab, UiCommand};
use casefile::domain::change::{FollowUpChange, NewFollowUp, PartyRef};
use casefile::domain::date::{Dated, Edtf, today};
use casefile::domain::edit::FollowUpEdit;
use casefile::domain::kind::{FollowUpKind, FollowUpStatus, Priority};
use casefile::domain::record::{FollowUp, Owner};
use eframe::egui::{Key, Modifiers};

use crate::support::Window;

const LETTER: &str = "The quarry answers\n\nIn a letter to the council the quarry said “the wells were dry before \
we came.” The council has not said what it will do next.\n";

/// A case with an overdue call, a question without an answer by its date, and a deadline later.
fn window() -> Window {
    let mut window = Window::with_articles("Dry wells", &[("answer.txt", LETTER)]);
    let days = |days: i64| Dated::sure(Edtf::day(today() + days));
    let waiting = || Some(PartyRef::New("Sorrel Quarry".to_owned()));
    for draft in [
        NewFollowUp { due: days(-3), kind: FollowUpKind::Call, ..titled("Call the yard") },
        NewFollowUp { expected: days(-1), waiting_on: waiting(), ..titled("When were the wells dry?") },
        NewFollowUp { due: days(60), priority: Priority::High, ..titled("Hearing") },
    ] {
        let case_id = window.case_id();
        let count = window.case().unwrap().follow_ups.len();
        let change = FollowUpChange::New { case_id, draft: Box::new(draft) };
        window.give(Command::Change { change: change.into(), group: None });
        window.until("the follow-up is there", |window| window.case().unwrap().follow_ups.len() > count);
    }
    window
}

fn titled(title: &str) -> NewFollowUp {
    NewFollowUp { title: title.to_owned(), ..NewFollowUp::default() }
}

fn follow_up<'a>(window: &'a Window, title: &str) -> &'a FollowUp {
    let rows = &window.case().unwrap().follow_ups;
    &rows.iter().find(|row| row.follow_up.title == title).unwrap().follow_up
}

fn is_closed(window: &Window, title: &str) -> bool {
    follow_up(window, title).status == FollowUpStatus::Closed
}

const CALL: &str = "F-1 Call the yard, Overdue 3 days ago";
const QUESTION: &str = "F-2 When were the wells dry?, No answer by the date yesterday";

#[test]
fn one_key_the_outcome_and_enter_close_a_follow_up_and_the_next_is_at_hand() {
    let mut window = window();
    window.go(Tab::FollowUps);
    window.key(Key::ArrowDown);
    window.key(Key::C);
    window.type_text("They hung up");
    window.key(Key::Enter);
    window.until("it is closed", |window| is_closed(window, "Call the yard"));
    assert_eq!(follow_up(&window, "Call the yard").outcome, "They hung up");
    assert!(!window.shows(CALL));

    window.key(Key::Space);
    window.type_text("Never");
    window.key(Key::Enter);
    window.until("the next is closed", |window| is_closed(window, "When were the wells dry?"));
    assert_eq!(follow_up(&window, "When were the wells dry?").outcome, "Never", "without the key’s own sign");

    window.menu(UiCommand::Undo);
    window.until("it is open again", |window| !is_closed(window, "When were the wells dry?"));
}

#[test]
fn escape_closes_nothing() {
    let mut window = window();
    window.go(Tab::FollowUps);
    window.key(Key::ArrowDown);
    window.key(Key::C);
    window.type_text("They hung up");
    window.key(Key::Escape);
    assert!(!window.shows("Cancel"), "nothing is asked any more");
    assert!(window.shows(CALL));
    assert!(!is_closed(&window, "Call the yard"));
}

#[test]
fn put_off_is_out_of_sight_and_found_under_its_chip() {
    let mut window = window();
    window.go(Tab::FollowUps);
    window.key(Key::ArrowDown);
    window.key(Key::Z);
    window.type_text("in 2 weeks");
    window.key(Key::Enter);
    window.until("it is put off", |window| {
        follow_up(window, "Call the yard").snoozed_until == Some(today() + 14)
    });
    assert!(!window.shows(CALL));
    window.click("Open");
    window.click("Put off (1)");
    window.until_shown("F-1 Call the yard, until in 2 weeks");
}

#[test]
fn several_take_a_date_together_as_one_step() {
    let mut window = window();
    window.go(Tab::FollowUps);
    window.key(Key::ArrowDown);
    window.key_with(Modifiers::SHIFT, Key::ArrowDown);
    window.until_shown("2 chosen");
    window.click("Due…");
    window.type_text("tomorrow");
    window.key(Key::Enter);
    let due =
        |window: &Window, title: &str| follow_up(window, title).due.edtf == Some(Edtf::day(today() + 1));
    window.until("both are due tomorrow", |window| {
        due(window, "Call the yard") && due(window, "When were the wells dry?")
    });
    window.menu(UiCommand::Undo);
    window.until("both are as they were", |window| {
        !due(window, "Call the yard") && follow_up(window, "When were the wells dry?").due.is_empty()
    });
}

#[test]
fn today_shows_all_cases_closes_in_place_and_opens_in_the_case() {
    let mut window = window();
    window.give(Command::Go(Place::Today));
    window.until_shown(CALL);
    assert!(window.shows("One article to sort in Dry wells"));
    window.key(Key::ArrowDown);
    window.key(Key::C);
    window.type_text("Done");
    window.key(Key::Enter);
    window.until("it left Today", |window| !window.shows(CALL));
    assert_eq!(
        window.data().undo.as_ref().map(|undo| undo.words.as_str()),
        Some("Close follow-up F-1 Call the yard")
    );
    window.menu(UiCommand::Undo);
    window.until_shown(CALL);
    assert!(window.shows("One article to sort in Dry wells"), "still in Today");

    window.key(Key::Enter);
    window.until("the next is open in its case", |window| {
        window.shows("New follow-up…") && window.shows(QUESTION)
    });
}

#[test]
fn the_overview_counts_what_is_left_and_leads_there() {
    let mut window = window();
    window.go(Tab::Overview);
    window.until_shown("2 follow-ups are late");
    assert!(window.shows("One article to sort"));
    assert!(window.shows("F-2 When were the wells dry?, No answer by the date yesterday"));
    window.click("2 follow-ups are late");
    window.until_shown(CALL);
}

#[test]
fn a_follow_up_snoozed_by_a_change_elsewhere_leaves_the_list() {
    let mut window = window();
    window.go(Tab::FollowUps);
    window.until_shown(CALL);
    let id = follow_up(&window, "Call the yard").id;
    window.give(Command::Select(Owner::FollowUp(id)));
    let edit = FollowUpEdit::SnoozedUntil(Some(today() + 1));
    window.give(Command::Change { change: FollowUpChange::Edit { ids: vec![id], edit }.into(), group: None });
    window.until("it is out of sight", |window| !window.shows(CALL));
}

#[test]
fn the_inspector_closes_with_words_and_opens_again() {
    let mut window = window();
    window.go(Tab::FollowUps);
    let id = follow_up(&window, "Hearing").id;
    window.give(Command::Select(Owner::FollowUp(id)));
    window.until_shown("Close it");
    window.focus("What came of it");
    window.type_text("Put off");
    window.click("Close it");
    window.until("it is closed", |window| is_closed(window, "Hearing"));
    assert_eq!(follow_up(&window, "Hearing").outcome, "Put off");
    window.click("Open it again");
    window.until("it is open", |window| !is_closed(window, "Hearing"));
    assert_eq!(follow_up(&window, "Hearing").closed_at, None);
}

#[test]
fn an_attempt_is_noted_with_its_day() {
    let mut window = window();
    window.go(Tab::FollowUps);
    window.key(Key::ArrowDown);
    window.until_shown("Add attempt");
    window.key(Key::A);
    window.key(Key::Enter);
    window.until_shown(&format!("{} · Called, no answer", Edtf::day(today()).words()));
}

#[test]
fn what_is_typed_of_one_is_still_there_after_another_was_looked_at() {
    let mut window = window();
    window.go(Tab::FollowUps);
    let [call, hearing] = ["Call the yard", "Hearing"].map(|title| follow_up(&window, title).id);
    let look_at = |window: &mut Window, id| {
        window.give(Command::Select(Owner::FollowUp(id)));
        window.until_shown("Close it");
    };
    look_at(&mut window, hearing);
    window.focus("What came of it");
    window.type_text("Put off until spring");
    look_at(&mut window, call);
    assert!(!window.shows("Put off until spring"));
    look_at(&mut window, hearing);
    assert!(window.shows("Put off until spring"));
}
