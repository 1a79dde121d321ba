//! Versions of an article and what changed between them; near copies; encodings; originals.

use std::fs;
use std::path::PathBuf;

use casefile::command::{Command, Tab, UiCommand};
use casefile::domain::record::Owner;
use eframe::egui::{Key, MissingGlyphPolicy, Rect, pos2, vec2};
use egui_kittest::SnapshotOptions;
use egui_kittest::kittest::Queryable as _;

use crate::support::Window;

const AGENCY: &str = include_str!("../fixtures/wire/agency.txt");
const OWN: &str = include_str!("../fixtures/wire/courier-own.txt");
const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/sample");

/// A window with an article in two versions: the later one was imported last.
fn with_two_versions() -> Window {
    let mut window = Window::open();
    window.menu(UiCommand::Light);
    let folder = window.folder().join("Quarry");
    fs::create_dir(&folder).unwrap();
    let file = |name: &str| PathBuf::from(format!("{SAMPLE}/{name}"));
    fs::copy(file("post-examiner-2024-04-16.html"), folder.join("a.html")).unwrap();
    fs::copy(file("post-examiner-2024-04-16-corrected.html"), folder.join("b.html")).unwrap();
    window.drop_files(&[folder]);
    window.until("the import is over", |window| !window.data().imported.is_empty());
    window.until("the article is there", |window| window.case().is_some_and(|case| case.articles.len() == 1));
    window
}

/// Holds the window against its picture, but for what differs from run to run: when a version came in, and the time of
/// day at the foot of the navigation.
fn picture(window: &mut Window, name: &str) {
    window.frames(60);
    let days: Vec<Rect> =
        window.harness.query_all_by_label_contains("came in").map(|label| label.rect()).collect();
    let foot = Rect::from_min_max(pos2(0.0, 730.0), pos2(216.0, 800.0));
    for masked in days.into_iter().chain([foot]) {
        window.harness.mask(masked);
    }
    let options = SnapshotOptions::new()
        .output_path(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/ui/pictures"))
        .threshold(2.0);
    window.harness.snapshot_options(name, &options);
}

#[test]
fn a_changed_download_is_told_and_what_changed_is_one_click_away() {
    let mut window = with_two_versions();
    window.until_shown("New version");
    assert!(window.shows_part("another headline"));
    window.click("What changed");
    window.until("the difference", |window| window.data().difference.is_some());
    window.frames(4);
    assert!(window.shows_part("paragraphs changed"));
    assert!(window.shows("The headline is another."));
    assert!(window.shows_part("Before: State tells quarry to stop pumping"));
    assert!(window.shows_part("Now: State asks quarry to cut pumping"));
    picture(&mut window, "difference-columns");
    window.key(Key::J);
    window.key(Key::J);
    window.key(Key::K);
    picture(&mut window, "difference-second");
    window.key(Key::Escape);
    assert!(!window.shows("The headline is another."));
}

#[test]
fn in_a_narrow_window_the_versions_stand_one_under_the_other() {
    let mut window = with_two_versions();
    window.harness.set_size(vec2(700.0, 800.0));
    let article = window.case().unwrap().articles[0].article.id;
    window.give(Command::WhatChanged { article, between: None });
    window.until("the difference", |window| window.data().difference.is_some());
    picture(&mut window, "difference-inline");
}

#[test]
fn a_record_of_the_version_before_leads_back_to_its_words() {
    let mut window = with_two_versions();
    window.give(Command::CloseImportList);
    let article = window.case().unwrap().articles[0].article.id;
    window.give(Command::Select(Owner::Article(article)));
    window.until("the article", |window| window.data().article.is_some());
    window.until_shown("Version 2 of 2");
    window.click("Show version 1");
    window.until_shown("Version 1 of 2");
    window.select_words(
        "It is the first time in 14 years that the office has ordered a quarry to stop its pumps.",
    );
    window.key(Key::E);
    window.until_shown("New event");
    window.key_with(eframe::egui::Modifiers::COMMAND, Key::Enter);
    window.until("the event is made", |window| !window.case().unwrap().events.is_empty());
    let event = window.case().unwrap().events[0].event.id;
    window.give(Command::ShowVersion { article, version: None });
    window.give(Command::Select(Owner::Event(event)));
    window.until("it is told", |window| window.shows_part("the words are in version 1, not in this one"));
    window.click("Show version 1");
    window.until_shown("Version 1 of 2");
    let view = window.data().article.clone().unwrap();
    assert_eq!((view.marks.len(), view.elsewhere.len()), (1, 0));
}

#[test]
fn near_copies_are_marked_listed_and_shown_together() {
    let cut: String = AGENCY.split("\n\n").skip(1).take(4).collect::<Vec<_>>().join("\n\n");
    let agency = format!("Outlet: Coastal Press\nPublished: 2019-03-21\n\n{AGENCY}");
    let star = format!("Outlet: The Star\nPublished: 2019-03-22\n\nFerry firm writes\n\n{cut}");
    let own = format!("Outlet: The Courier\nPublished: 2019-03-23\n\n{OWN}");
    let files = [("a.txt", agency.as_str()), ("b.txt", star.as_str()), ("c.txt", own.as_str())];
    let mut window = Window::with_articles("Ferry", &files);
    window.menu(UiCommand::Light);
    window.go(Tab::Articles);
    window.until("the mark", |window| window.shows_part("in 2 outlets"));
    window.click("Near copies (2)");
    window.until_shown("2 of 3");
    let star = window.case().unwrap().articles.iter().find(|row| row.article.outlet == "The Star");
    let star = star.unwrap().article.id;
    window.give(Command::Select(Owner::Article(star)));
    window.until("the article", |window| window.data().article.is_some());
    window.click("Details");
    window.until("its near copy", |window| window.shows_part("A-1 Coastal Press, 21 Mar"));
    window.control("Near copies").scroll_to_me();
    picture(&mut window, "articles-near-copies");
}

#[test]
fn wrong_letters_can_be_read_in_another_encoding() {
    let mut window = Window::open();
    window.menu(UiCommand::Light);
    let folder = window.folder().join("Mill");
    fs::create_dir(&folder).unwrap();
    let text = "The mill at the lock\n\nThe café’s owner said the water was clean.\n";
    // What it reads like in other languages has letters of scripts there is no typeface for.
    window.harness.ctx.set_missing_glyph_policy(MissingGlyphPolicy::Tofu);
    fs::write(folder.join("a.txt"), encoding_rs::MACINTOSH.encode(text).0).unwrap();
    window.drop_files(&[folder]);
    window.until("the article is there", |window| {
        !window.data().imported.is_empty() && window.case().is_some_and(|case| case.articles.len() == 1)
    });
    window.give(Command::CloseImportList);
    let article = window.case().unwrap().articles[0].article.id;
    window.give(Command::Select(Owner::Article(article)));
    window.until("the article", |window| window.data().article.is_some());
    window.give(Command::ChooseEncoding(article));
    window.until("the encodings", |window| window.data().encodings.is_some());
    window.frames(3);
    assert!(window.shows("The café’s owner said the water was clean."));
    picture(&mut window, "encodings");
    let offered = window.data().encodings.clone().unwrap();
    let right = offered.previews.iter().find(|preview| preview.lines.contains("café’s")).unwrap();
    window.click(&right.encoding);
    window.click("Read in this encoding");
    window.until("the new version", |window| {
        window.data().article.as_ref().is_some_and(|view| {
            view.versions.len() == 2 && view.text.as_deref().is_some_and(|text| text.contains("café’s"))
        })
    });
}
