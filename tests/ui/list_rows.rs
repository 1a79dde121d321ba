//! A list whose rows are made articles, through the dialog that asks what its columns hold.

use casefile::command::Command;
use casefile::command::UiCommand;
use casefile::domain::record::Owner;
use eframe::egui::{Key, Rect, pos2};
use egui_kittest::SnapshotOptions;

use crate::support::Window;

const LIST: &str = "Headline,Where,Date,Link,Notes\n\
    Ferry line defends fares,Northsound Courier,3/4/2019,https://courier.example/a,see p. 3\n\
    Board to look into it,Quayside Weekly,9/4/2019,https://quayside.example/b,\n\
    ,Pier Post,2019-04-11,https://pier.example/c,\n";

/// A window with the list in the reader and its dialog open.
fn asked() -> Window {
    let mut window = Window::with_articles("The ferry", &[("clips.csv", LIST)]);
    window.menu(UiCommand::Light);
    let list = window.case().unwrap().articles[0].article.id;
    window.give(Command::Select(Owner::Article(list)));
    window.until_shown("Make articles of its rows…");
    window.click("Make articles of its rows…");
    window.until_shown("Make articles of the rows of “clips.csv”");
    window
}

fn dates(window: &Window) -> Vec<Option<String>> {
    let mut articles: Vec<_> = window.case().unwrap().articles.iter().map(|row| &row.article).collect();
    articles.sort_by_key(|article| article.number);
    articles.iter().skip(1).map(|article| article.published.edtf.map(|date| date.to_string())).collect()
}

#[test]
fn what_the_columns_hold_is_shown_and_can_be_changed_before_anything_is_made() {
    let mut window = asked();
    assert!(window.shows("Ferry line defends fares"));
    assert!(window.shows("Make 3 articles"));
    assert!(window.shows_part("1 without a title"));
    assert!(window.shows_part("2 dates could be either of two days, such as “3/4/2019”"));
    assert!(window.shows_part("2 without a date"), "no day is guessed");
    window.click("3 Apr 2019 (day first)");
    window.until("the dates are read so", |window| {
        window.data().list.as_ref().is_some_and(|view| view.without_date == 0)
    });
    // A column whose name says nothing is chosen by hand.
    window.click("Column of Outlet");
    window.frames(3);
    window.click("Where");
    window.until("the outlet shows", |window| window.shows_part("Northsound Courier · 3 Apr 2019"));
    window.frames(3);
    window.key(Key::Enter);
    window
        .until("the rows are articles", |window| window.case().is_some_and(|case| case.articles.len() == 4));
    assert!(!window.shows("Make 3 articles"));
    assert_eq!(
        dates(&window),
        [Some("2019-04-03".to_owned()), Some("2019-04-09".to_owned()), Some("2019-04-11".to_owned())]
    );
    let outlets: Vec<_> =
        window.case().unwrap().articles.iter().map(|row| row.article.outlet.clone()).collect();
    assert!(outlets.iter().any(|outlet| outlet == "Quayside Weekly"), "{outlets:?}");
    window.menu(UiCommand::Undo);
    window.until("the rows are gone", |window| window.case().is_some_and(|case| case.articles.len() == 1));
}

#[test]
fn nothing_is_made_where_it_is_let_be() {
    let mut window = asked();
    window.key(Key::Escape);
    window.frames(5);
    assert!(!window.shows("Make 3 articles"));
    assert_eq!(window.case().unwrap().articles.len(), 1);
}

#[test]
fn the_dialog_looks_as_it_did() {
    let mut window = asked();
    window.frames(30);
    // The time of day at the foot of the navigation differs from run to run.
    window.harness.mask(Rect::from_min_max(pos2(0.0, 730.0), pos2(216.0, 800.0)));
    let options = SnapshotOptions::new()
        .output_path(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/ui/pictures"))
        .threshold(2.0);
    window.harness.snapshot_options("dialog-list-rows", &options);
}

#[test]
fn the_result_list_offers_it_too() {
    let mut window = Window::open();
    let list = window.folder().join("clips.csv");
    std::fs::write(&list, LIST).unwrap();
    window.drop_files(&[list]);
    window.until_shown("Make articles of its rows…");
    window.click("Make articles of its rows…");
    window.until_shown("Make 3 articles");
}
