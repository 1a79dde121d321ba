//! The list of statements: asked by a few keys, its threads, several at once.

use casefile::command::{Command, Tab, UiCommand};
use casefile::domain::change::{CaseChange, Change, NewStatement, PartyRef, StatementChange};
use casefile::domain::date::Dated;
use casefile::domain::edit::StatementEdit;
use casefile::domain::id::Id;
use casefile::domain::kind::{LinkKind, StatementKind};
use casefile::domain::record::Owner;
use eframe::egui::{Key, Modifiers};

use crate::support::Window;

/// What is said in the case: who, about whom, when (EDTF), the words.
const SAID: [(&str, &str, &str, &str); 5] = [
    ("Harbor Line", "Attorney General", "2024-03-27", "She has not asked us"),
    ("Harbor Line", "Attorney General", "2024", "Her office was told"),
    ("Harbor Line", "Attorney General", "2024-10-02", "She was wrong"),
    ("Harbor Line", "Riders’ union", "2024-03-28", "The union was told"),
    ("Attorney General", "Harbor Line", "2024-02-18", "Stop the night crossings"),
];

/// A window on the statements of the case.
fn window() -> Window {
    let mut window = Window::open();
    window.give(Command::Make(CaseChange::New { title: "Ferries".to_owned() }.into()));
    window.until("the case is open", |window| window.case().is_some());
    let case_id = window.case_id();
    for (speaker, about, date, words) in SAID {
        let draft = NewStatement {
            unsourced: words.to_owned(),
            speakers: vec![PartyRef::New(speaker.to_owned())],
            about: vec![PartyRef::New(about.to_owned())],
            date: Dated::sure(date.parse().unwrap()),
            ..NewStatement::default()
        };
        change(&mut window, StatementChange::New { case_id, draft: Box::new(draft) });
    }
    window.until("the statements are there", |window| count(window) == SAID.len());
    window.go(Tab::Statements);
    window
}

fn change(window: &mut Window, change: impl Into<Change>) {
    window.give(Command::Change { change: change.into(), group: None });
}

fn count(window: &Window) -> usize {
    window.case().map_or(0, |case| case.statements.len())
}

fn id(window: &Window, words: &str) -> Id {
    let case = window.case().unwrap();
    case.statements.iter().find(|row| row.quote == words).unwrap().statement.id
}

fn select(window: &mut Window, words: &str) {
    let of = Owner::Statement(id(window, words));
    window.give(Command::Select(of));
}

#[test]
fn what_did_x_say_about_y_before_september_takes_fifteen_keys_at_most() {
    let mut window = window();
    let mut keys = 0;
    for typed in ["/", "har\n", "att\n", "<sep\n"] {
        for key in typed.chars() {
            keys += 1;
            match key {
                '\n' => window.key(Key::Enter),
                _ => window.type_text(&key.to_string()),
            }
        }
    }
    assert!(keys <= 15, "{keys} keys");
    for chip in ["speaker: Harbor Line", "about: Attorney General", "before September 2024"] {
        assert!(window.shows(chip), "{chip}");
    }
    assert!(window.shows("Certainly before September 2024 (1)"));
    assert!(window.shows("Possibly (1)"));
    assert!(window.shows_part("She has not asked us") && window.shows_part("Her office was told"));
    assert!(!window.shows_part("She was wrong") && !window.shows_part("The union was told"));
}

#[test]
fn a_question_in_plain_words_shows_its_rows_while_it_is_typed_and_becomes_chips_by_enter() {
    let mut window = window();
    window.type_text("/");
    window.type_text("what did Harbor Line say about the Attorney General before September 2024?");
    assert!(window.shows_part("She has not asked us") && window.shows_part("Her office was told"));
    assert!(!window.shows_part("She was wrong") && !window.shows_part("The union was told"));
    window.key(Key::Enter);
    for chip in ["speaker: Harbor Line", "about: Attorney General", "before September 2024"] {
        assert!(window.shows(chip), "{chip}");
    }
    assert!(window.shows("Certainly before September 2024 (1)") && window.shows("Possibly (1)"));
    window.click("Remove filter about: Attorney General");
    assert!(window.shows_part("The union was told"));
}

#[test]
fn down_leads_from_the_empty_filter_field_to_the_rows() {
    let mut window = window();
    window.type_text("/");
    window.key(Key::ArrowDown);
    let first = Owner::Statement(id(&window, "Her office was told"));
    let second = Owner::Statement(id(&window, "Stop the night crossings"));
    let selected = |window: &Window| window.data().detail.as_ref().map(|(of, _)| *of);
    window.until("a row is selected", |window| selected(window).is_some());
    let one = selected(&window).unwrap();
    assert!(one == first || one == second, "the first row");
    window.key(Key::ArrowDown);
    window.until("the next one is selected", |window| selected(window).is_some_and(|of| of != one));
}

#[test]
fn f6_goes_round_the_parts_of_the_window_and_tab_begins_at_the_list() {
    let mut window = window();
    select(&mut window, "She was wrong");
    window.until("its fields show", |window| window.shows("Speaker"));
    let focused = |window: &Window| {
        let ctx = &window.harness.ctx;
        let id = ctx.memory(eframe::egui::Memory::focused)?;
        ctx.read_response(id).map(|response| response.rect.center().x)
    };
    window.key(Key::Tab);
    let list = focused(&window).expect("the list has the focus");
    assert!((216.0..900.0).contains(&list), "{list}");
    window.key(Key::F6);
    let pane = focused(&window).expect("the pane beside it has the focus");
    assert!(pane > 900.0, "{pane}");
    window.key(Key::F6);
    let navigation = focused(&window).expect("the navigation has the focus");
    assert!(navigation < 216.0, "{navigation}");
    window.key_with(Modifiers::SHIFT, Key::F6);
    assert!(focused(&window).is_some_and(|x| x > 900.0));
    window.key_with(Modifiers::SHIFT, Key::F6);
    assert!(focused(&window).is_some_and(|x| (x - list).abs() < 1.0));
}

#[test]
fn a_filter_that_nothing_fits_is_cleared_by_one_button() {
    let mut window = window();
    window.type_text("/");
    window.type_text("zeppelin");
    window.key(Key::Enter);
    assert!(window.shows("words: zeppelin"));
    assert!(window.shows("No statement fits the filter."));
    window.click("Clear the filter");
    assert!(window.shows("5 statements"));
}

#[test]
fn backspace_in_the_empty_field_takes_the_last_chip_away() {
    let mut window = window();
    window.type_text("/");
    window.type_text("har");
    window.key(Key::Enter);
    assert!(window.shows("4 of 5 statements"));
    window.key(Key::Backspace);
    assert!(window.shows("5 statements"));
}

#[test]
fn t_shows_the_thread_of_the_selected_statement_and_goes_back() {
    let mut window = window();
    let (from, to) = (id(&window, "She has not asked us"), id(&window, "Stop the night crossings"));
    change(&mut window, StatementChange::Link { from, to, kind: LinkKind::Denies, note: String::new() });
    window.until("the reply is there", |window| {
        window.case().unwrap().statement(to).is_some_and(|row| !row.answered_by.is_empty())
    });
    select(&mut window, "She has not asked us");
    window.key(Key::T);
    assert!(window.shows("2 statements that answer one another"));
    assert!(window.shows("denies"));
    window.click("18 Feb 2024 Attorney General “Stop the night crossings”");
    window.key(Key::T);
    assert!(window.shows("5 statements"));
}

#[test]
fn several_are_deleted_as_one_step() {
    let mut window = window();
    select(&mut window, "Stop the night crossings");
    window.key_with(Modifiers::SHIFT, Key::ArrowDown);
    assert!(window.shows("2 selected"));
    window.click("Delete 2");
    window.until("they are gone", |window| count(window) == 3);
    window.menu(UiCommand::Undo);
    window.until("they are back", |window| count(window) == 5);
}

#[test]
fn two_are_merged_after_a_look_at_both() {
    let mut window = window();
    select(&mut window, "Stop the night crossings");
    window.key_with(Modifiers::SHIFT, Key::ArrowDown);
    window.click("Merge two…");
    window.until_shown("Merge two statements");
    window.click("Keep S-0001");
    assert!(window.shows("speaker: Attorney General"), "what is said otherwise stands there");
    assert!(window.shows("Merge S-0005 into S-0001"));
    window.key(Key::Enter);
    window.until("one is left of the two", |window| count(window) == 4);
    let words: Vec<&str> = window.case().unwrap().statements.iter().map(|row| row.quote.as_str()).collect();
    assert!(words.contains(&"She has not asked us") && !words.contains(&"Stop the night crossings"));
    window.menu(UiCommand::Undo);
    window.until("both are back", |window| count(window) == 5);
}

#[test]
fn the_marked_statement_is_merged_into_by_one_enter() {
    let mut window = window();
    select(&mut window, "She was wrong");
    let gone = id(&window, "She was wrong");
    window.give(Command::MergeStatement { id: gone, other: None });
    window.frames(2);
    window.type_text("union was told");
    assert!(window.shows("Merge S-0003 into S-0004"));
    assert!(window.shows("S-0003 says otherwise, which becomes a note on S-0004:"));
    assert!(window.shows("words: She was wrong") && window.shows("date: 2 Oct 2024"));
    window.key(Key::Enter);
    window.until("one is left of the two", |window| count(window) == 4);
    assert!(window.case().unwrap().statement(gone).is_none());
}

#[test]
fn the_list_is_in_groups_with_their_counts() {
    let mut window = window();
    window.click("Group: none");
    window.click("speaker");
    assert!(window.shows("Group: speaker"));
    assert!(window.shows("Attorney General (1)") && window.shows("Harbor Line (4)"));
}

#[test]
fn a_reply_is_looked_for_by_number_speaker_and_date_and_a_denial_denies() {
    let mut window = window();
    select(&mut window, "She was wrong");
    let ids = vec![id(&window, "She was wrong")];
    let edit = StatementEdit::Kind(StatementKind::Denial);
    change(&mut window, StatementChange::Edit { ids, edit });
    window.until("it is a denial", |window| {
        window.case().unwrap().statements.iter().any(|row| row.statement.kind == StatementKind::Denial)
    });
    window.settle();
    window.control("Reply to…").click_accesskit();
    window.frames(3);
    window.key(Key::ArrowDown);
    assert!(window.shows("S-0005 · Attorney General · 18 Feb 2024: “Stop the night crossings”"));
    assert!(!window.shows_part("S-0003 · "), "it does not answer itself");
    window.type_text("stop");
    window.key(Key::Enter);
    window.until("it is linked", |window| {
        window.case().unwrap().statements.iter().any(|row| !row.answers.is_empty())
    });
    let rows = &window.case().unwrap().statements;
    let reply = rows.iter().find(|row| !row.answers.is_empty()).unwrap();
    assert_eq!(reply.answers[0].kind, LinkKind::Denies);
}
