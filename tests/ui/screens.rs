//! A picture of each screen with the same small case: what a person sees does not change unnoticed.

use casefile::command::{Command, Place, Tab, UiCommand};
use casefile::domain::change::{
    Change, EventChange, FollowUpChange, NewFollowUp, NewSource, NewStatement, OccasionRef, PartyRef,
    StatementChange,
};
use casefile::domain::date::{Dated, Edtf};
use casefile::domain::kind::{LinkKind, OccasionKind, StatementKind};
use casefile::domain::record::Owner;
use casefile::domain::span::Span;
use casefile::store::Db;
use casefile::view;
use eframe::egui::{Rect, pos2};
use egui_kittest::SnapshotOptions;

use super::support::Window;

const ANSWER: &str = "Title: The quarry answers\nOutlet: Callis County Courier\nByline: Joan Ferris\n\
    Published: 2024-03-11\n\nIn a letter to the council the quarry said “the wells were dry before we came.” The \
    council has not said what it will do next.\n";
const COUNCIL: &str = "Title: Council wants the meter records\nOutlet: The Tarrow Sentinel\nByline: Amos Tillery\n\
    Published: 2024-04-02\n\n“Show us the meter,” the mayor, Walt Pennick, said on Monday. Nobody at the quarry \
    answered the telephone.\n";

/// A case of two articles, two statements of which one answers the other, an event and a follow-up.
fn window() -> Window {
    let mut window = Window::with_articles("Dry wells", &[("answer.txt", ANSWER), ("council.txt", COUNCIL)]);
    window.menu(UiCommand::Light);
    let day = |text: &str| Dated::sure(text.parse::<Edtf>().unwrap());
    let letter = statement(
        &window,
        "“the wells were dry before we came.”",
        NewStatement {
            speakers: vec![PartyRef::New("Sorrel Quarry Company".to_owned())],
            audience: vec![PartyRef::New("Dunmere Council".to_owned())],
            occasion: OccasionRef::New {
                kind: OccasionKind::Letter,
                title: String::new(),
                date: day("2024-03-08"),
            },
            ..NewStatement::default()
        },
    );
    make(&mut window, letter, 1);
    let first = window.case().unwrap().statements[0].statement.id;
    let demand = statement(
        &window,
        "“Show us the meter,”",
        NewStatement {
            speakers: vec![PartyRef::New("Walt Pennick".to_owned())],
            kind: StatementKind::Demand,
            answers: Some((first, LinkKind::Answers)),
            ..NewStatement::default()
        },
    );
    make(&mut window, demand, 2);
    let case_id = window.case_id();
    let (title, date) = ("Eleven wells run dry".to_owned(), day("2024-02~"));
    window.give(change(EventChange::New { case_id, title, date, parties: Vec::new(), source: None }));
    let draft = NewFollowUp { title: "What will the council do next?".to_owned(), ..NewFollowUp::default() };
    window.give(change(FollowUpChange::New { case_id, draft: Box::new(draft) }));
    window.until("all of it is there", |window| {
        let case = window.case().unwrap();
        case.events.len() == 1 && case.follow_ups.len() == 1
    });
    window.give(Command::Select(Owner::Statement(first)));
    window.until("its article is in the reader", |window| window.data().article.is_some());
    window
}

fn change(change: impl Into<Change>) -> Command {
    Command::Change { change: change.into(), group: None }
}

/// A statement resting on these words, wherever they are.
fn statement(window: &Window, words: &str, draft: NewStatement) -> StatementChange {
    let db = Db::open_reader(&window.library()).unwrap();
    let case = window.case().unwrap();
    let source = case.articles.iter().find_map(|row| {
        let article = view::article(&db, row.article.id).unwrap();
        let text = article.text?;
        let start = text[..text.find(words)?].chars().count();
        let spans = vec![Span::new(start, start + words.chars().count())];
        Some(NewSource { version_id: article.version_id?, spans })
    });
    assert!(source.is_some(), "{words} is in no article");
    StatementChange::New { case_id: case.case.id, draft: Box::new(NewStatement { source, ..draft }) }
}

fn make(window: &mut Window, statement: StatementChange, count: usize) {
    window.give(change(statement));
    window.until("the statement is there", |window| window.case().unwrap().statements.len() == count);
}

/// Holds the screen against its picture, but for what differs from run to run: the time of day at the foot of the
/// navigation, and the library's path.
fn picture(window: &mut Window, name: &str) {
    window.settle();
    // Words that were scrolled to are lit for a while.
    window.frames(60);
    window.harness.mask(Rect::from_min_max(pos2(0.0, 730.0), pos2(216.0, 800.0)));
    if name == "screen-library-cases" {
        window.harness.mask(Rect::from_min_max(pos2(228.0, 70.0), pos2(700.0, 92.0)));
    }
    let options = SnapshotOptions::new()
        .output_path(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/ui/pictures"))
        .threshold(2.0);
    window.harness.snapshot_options(name, &options);
}

#[test]
fn every_screen_of_a_case_looks_as_it_did() {
    let mut window = window();
    for tab in Tab::ALL {
        window.go(*tab);
        picture(&mut window, &format!("screen-{}", format!("{tab:?}").to_lowercase()));
    }
}

#[test]
fn every_screen_of_the_library_looks_as_it_did() {
    let mut window = window();
    for place in [Place::Today, Place::Search, Place::Parties, Place::Cases] {
        window.give(Command::Go(place));
        picture(&mut window, &format!("screen-library-{}", format!("{place:?}").to_lowercase()));
    }
}

#[test]
fn the_first_window_looks_as_it_did() {
    let mut window = Window::open();
    window.until("the library is read", |window| window.data().library_is_read);
    window.menu(UiCommand::Dark);
    picture(&mut window, "screen-first");
}
