//! Files on their way in, in the window: progress, what became of each and what to do about it, dropping, pasting,
//! watched folders.

use std::fs;
use std::path::{Path, PathBuf};

use casefile::command::{Command, Place, Tab, UiCommand};
use casefile::domain::change::{ArticleChange, CaseChange};
use casefile::domain::edit::ArticleEdit;
use casefile::domain::id::Id;
use casefile::domain::record::Owner;
use casefile::jobs::Offer;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key};
use egui_kittest::kittest::Queryable as _;

use crate::support::Window;

const LETTER: &str =
    "Title: The quarry answers\nOutlet: The Courier\nPublished: 2024-03-11\n\nThe wells were dry.\n";

/// A folder with these files, beside the library.
fn folder(window: &Window, name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = window.folder().join(name);
    for (name, text) in files {
        let file = folder.join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    folder
}

/// A folder of so many short articles, no two the same.
fn many(window: &Window, name: &str, count: usize) -> PathBuf {
    let folder = window.folder().join(name);
    fs::create_dir_all(&folder).unwrap();
    for n in 0..count {
        fs::write(
            folder.join(format!("{n:05}.txt")),
            format!("Notice {n} of {name}\n\nThe pier stays shut.\n"),
        )
        .unwrap();
    }
    folder
}

fn page(n: usize, site: &str) -> String {
    format!(
        "<html><head><title>Page {n}</title><link rel=\"canonical\" href=\"https://{site}/{n}\"></head><body><article>\
         <h1>Page {n}</h1><p>The words of page {n}, which go on for a while so that it is one.</p></article></body></html>"
    )
}

/// Two cases, the first one open.
fn two_cases() -> (Window, Id, Id) {
    let mut window = Window::with_articles("Wells", &[("a.txt", LETTER)]);
    let first = window.case_id();
    let new = CaseChange::New { title: "The pier".to_owned() };
    window.give(Command::Change { change: new.into(), group: None });
    window.until("both are there", |window| window.data().library.cases.len() == 2);
    let second = window.data().library.cases.iter().find(|line| line.case.id != first).unwrap().case.id;
    (window, first, second)
}

fn articles_of(window: &Window, case: Id) -> usize {
    let line = window.data().library.cases.iter().find(|line| line.case.id == case);
    line.map_or(0, |line| line.contents.articles)
}

#[test]
fn an_import_that_is_stopped_keeps_what_is_done_and_says_so() {
    let mut window = Window::open();
    let notices = many(&window, "notices", 4_000);
    window.drop_files(&[notices]);
    window.until("it goes on", |window| !window.data().importing.is_empty());
    assert!(window.shows_part("Bringing in "));
    window.click("Cancel");
    window.until("it has stopped", |window| window.data().importing.is_empty());
    let report = window.data().imported[0].clone();
    assert!(report.done < report.total && report.total == 4_000, "{} of {}", report.done, report.total);
    let words =
        format!("Import stopped: {} of 4,000 files came in", casefile::text::number(report.done as i64));
    window.until_shown(&words);
    let case = report.case_id;
    window.until("what was done is there", |window| articles_of(window, case) == report.done);
}

#[test]
fn imports_into_two_cases_go_on_side_by_side_and_each_has_its_line() {
    let (mut window, first, second) = two_cases();
    let (one, two) = (many(&window, "one", 1_500), many(&window, "two", 1_500));
    window.give(Command::ImportInto { case: first, paths: vec![one] });
    window.give(Command::ImportInto { case: second, paths: vec![two] });
    window.until("both go on", |window| window.data().importing.len() == 2);
    assert!(window.harness.query_all_by_label_contains("Bringing in ").count() >= 2);
    window.until("both are done", |window| window.data().imported.len() == 2);
    window.until("all is there", |window| {
        (articles_of(window, first), articles_of(window, second)) == (1_501, 1_500)
    });
    assert_eq!(window.data().imported.iter().map(|report| report.lines.len()).sum::<usize>(), 3_000);
}

#[test]
fn a_file_that_failed_is_tried_again_from_its_line() {
    let mut window = Window::open();
    let files = folder(&window, "Wells", &[("a.txt", LETTER), ("b.txt", "")]);
    window.drop_files(std::slice::from_ref(&files));
    window.until_shown("1 added · 1 failed");
    window.click("Try again");
    window.until("it was tried", |window| window.data().importing.is_empty());
    assert!(window.shows("1 added · 1 failed"), "it is as empty as before");
    fs::write(files.join("b.txt"), LETTER.replace("dry", "wet")).unwrap();
    window.click("Try again");
    window.until_shown("2 added");
    assert_eq!(window.data().imported.len(), 1, "it is the same list");
    assert!(!window.shows("Failed"));
}

#[test]
fn a_warning_is_read_whole_and_a_line_opens_its_article() {
    let mut window = Window::open();
    let wells = folder(&window, "Wells", &[("a.txt", LETTER)]);
    fs::write(wells.join("b.bin"), [0_u8, 1, 2, 3, 0, 0, 200, 7, 0, 3]).unwrap();
    window.drop_files(&[wells]);
    window.until_shown("1 added · 1 needs a look");
    let warning = "The file is kept, its text not read yet: it is not a text file.";
    assert!(!window.shows(warning), "it is among other remarks");
    let all = format!("no outlet · no date · {warning}");
    window.click(&all);
    assert!(window.shows(warning) && window.shows("no date"));
    window.key(Key::Escape);
    window.click("A-1 The quarry answers");
    window.until("its words are in the reader", |window| {
        window.data().article.as_ref().is_some_and(|view| view.article.title == "The quarry answers")
    });
}

#[test]
fn where_a_field_was_found_is_said_until_it_is_corrected() {
    let mut window = Window::with_articles("Wells", &[("a.txt", LETTER)]);
    let article = window.case().unwrap().articles[0].article.id;
    window.give(Command::Select(Owner::Article(article)));
    window.until_shown("Details");
    window.click("Details");
    window.until_shown("Outlet: from the lines at the top");
    assert!(
        window.shows("Title: from the lines at the top")
            && window.shows("Published: from the lines at the top")
    );
    let edit = ArticleEdit::Outlet("The Star".to_owned());
    window.give(Command::Change {
        change: ArticleChange::Edit { ids: vec![article], edit }.into(),
        group: None,
    });
    window.until("it is corrected", |window| window.case().unwrap().articles[0].article.outlet == "The Star");
    window.until("nothing is claimed of it", |window| !window.shows("Outlet: from the lines at the top"));
    assert!(window.shows("Title: from the lines at the top"));
}

#[test]
fn an_unknown_outlet_is_set_for_those_of_one_site_as_the_library_knows_it() {
    let mut window = Window::with_articles("Old", &[("a.txt", LETTER)]);
    let known = window.case().unwrap().articles[0].article.id;
    let edit = ArticleEdit::Url("https://www.example.org/1".to_owned());
    window
        .give(Command::Change { change: ArticleChange::Edit { ids: vec![known], edit }.into(), group: None });
    let (one, two) = (page(2, "example.org"), page(3, "example.org"));
    let bare = "A sheet of paper found in the hall, with neither date nor name on it.\n";
    let new = folder(&window, "New", &[("2.html", &one), ("3.html", &two), ("4.txt", bare)]);
    window.drop_files(&[new]);
    window.until_shown("Set outlet for 3…");
    window.click("Set outlet for 3…");
    assert!(window.shows("All 3") && window.shows("1 in the folder “New”"));
    window.click("2 from example.org");
    // It stands in the list of articles too.
    window.until("it is offered", |window| window.harness.query_all_by_label("The Courier").count() == 2);
    window.harness.get_by_role_and_label(Role::Button, "The Courier").click();
    window.until("both have it", |window| {
        let outlets = window.case().unwrap().articles.iter().map(|row| row.article.outlet.as_str());
        outlets.filter(|outlet| *outlet == "The Courier").count() == 3
    });
    // What is left is but one article.
    window.until_shown("Set outlet…");
    window.click("Set byline for 3…");
    window.type_text("Joan Ferris");
    window.key(Key::Enter);
    window.until("all have it", |window| {
        window.case().unwrap().articles.iter().filter(|row| row.article.byline == "Joan Ferris").count() == 3
    });
    window.menu(UiCommand::Undo);
    window.until("that was one step", |window| {
        window.case().unwrap().articles.iter().all(|row| row.article.byline.is_empty())
    });
}

#[test]
fn files_dropped_on_a_case_in_the_navigation_go_there() {
    let (mut window, first, second) = two_cases();
    let file = folder(&window, "drop", &[("b.txt", "Another story\n\nNobody was there.\n")]).join("b.txt");
    let place = window.place("The pier");
    window.drop_files(std::slice::from_ref(&file));
    window.harness.event(Event::PointerMoved(place));
    window.until("it is there", |window| articles_of(window, second) == 1);
    assert_eq!((articles_of(&window, first), window.case_id()), (1, first), "and nobody is taken along");
    window.click("Show");
    window.until("its list shows", |window| window.case().is_some_and(|case| case.case.id == second));
    // Elsewhere, and where nothing tells of the pointer, they go to the case that is open.
    window.give(Command::Go(Place::Case(first, Tab::Articles)));
    window.drop_files(std::slice::from_ref(&file));
    window.until("it is here too", |window| articles_of(window, first) == 2);
}

const COPIED: &str = "<html><head><title>Pier shut</title></head><body><nav>Home</nav><p>“It stays shut,” said \
                      <a href=\"https://courier.example/ruiz\">Ana Ruiz</a>.</p><p>So it does.</p></body></html>";
const WORDS: &str = "“It stays shut,” said Ana Ruiz.\n\nSo it does.";

/// A window in which an article is being pasted.
fn pasting(offer: Offer) -> Window {
    let mut window = Window::with_articles("Wells", &[("a.txt", LETTER)]);
    window.copied.put(offer);
    window.menu(UiCommand::PasteArticle);
    window.until_shown("Paste as article");
    window
}

#[test]
fn a_piece_of_a_page_is_pasted_with_its_links_and_all_its_words() {
    let plain = "“It stays shut,” said Ana Ruiz. So it does.";
    let mut window =
        pasting(Offer { html: Some(COPIED.to_owned()), text: Some(plain.to_owned()), ..Offer::default() });
    window.until_shown("Keep it as it was copied, with its links");
    assert!(window.shows(WORDS));
    window.click("Add article");
    window.until("it is an article", |window| window.case().unwrap().articles.len() == 2);
    window.until("it is in the reader", |window| {
        window.data().article.as_ref().is_some_and(|view| view.text.as_deref() == Some(WORDS))
    });
    let view = window.data().article.clone().unwrap();
    assert_eq!(
        (view.article.title.as_str(), view.versions[0].file_name.as_str()),
        ("Pier shut", "Pasted page.html")
    );
    let library = casefile::store::Library::open_read_only(&window.library()).unwrap();
    let original = casefile::store::read_original(library.db(), &view.versions[0].original_sha256).unwrap();
    assert_eq!(original, COPIED.as_bytes(), "it is kept as it was copied");
    // The same again is no second article.
    window.menu(UiCommand::PasteArticle);
    window.until_shown("Keep it as it was copied, with its links");
    window.click("Add article");
    window.until_shown("This text is in the case already.");
    assert_eq!(window.case().unwrap().articles.len(), 2);
}

#[test]
fn of_a_page_only_the_words_may_be_kept() {
    let plain = "It stays shut, said Ana Ruiz.";
    let mut window =
        pasting(Offer { html: Some(COPIED.to_owned()), text: Some(plain.to_owned()), ..Offer::default() });
    window.until_shown("Keep it as it was copied, with its links");
    window.click("Keep it as it was copied, with its links");
    assert_eq!(window.control("Text").value().as_deref(), Some(plain));
    window.click("Add article");
    window.until("they are an article", |window| {
        window.data().article.as_ref().is_some_and(|view| view.text.as_deref() == Some(plain))
    });
}

#[test]
fn plain_text_files_and_what_is_neither_are_told_apart() {
    let window = &mut pasting(Offer { text: Some("Some words.".to_owned()), ..Offer::default() });
    window.until("the words are there", |window| {
        window.control("Text").value().as_deref() == Some("Some words.")
    });
    let window = &mut pasting(Offer::default());
    window.until_shown(
        "What was copied is not text: a picture, or nothing. Copy the words again, or type them here.",
    );
    window.focus("Text");
    window.type_text("Typed instead.");
    assert!(!window.shows_part("What was copied is not text"));
    let window = &mut pasting(Offer { text: Some("x".to_owned()), ..Offer::default() });
    window.key(Key::Escape);
    let other = folder(window, "Copied", &[("b.txt", "Another story\n\nNobody was there.\n")]);
    window.copied.put(Offer { files: vec![other.join("b.txt")], ..Offer::default() });
    window.give(Command::LookAtClipboard);
    window.frames(10);
    assert_eq!(window.case().unwrap().articles.len(), 1, "nobody is pasting any more");
    let window = &mut Window::with_articles("Wells", &[("a.txt", LETTER)]);
    let other = folder(window, "Copied", &[("b.txt", "Another story\n\nNobody was there.\n")]);
    window.copied.put(Offer { files: vec![other.join("b.txt")], ..Offer::default() });
    window.menu(UiCommand::PasteArticle);
    window.until("the file is imported", |window| window.case().unwrap().articles.len() == 2);
    assert!(!window.shows("Paste as article"));
}

/// Puts a file where another program would.
fn arrives(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).unwrap();
}

#[test]
fn what_comes_into_a_watched_folder_comes_into_its_case_until_that_is_stopped() {
    let mut window = Window::with_articles("Wells", &[("a.txt", LETTER)]);
    let case = window.case_id();
    let downloads = folder(&window, "Downloads", &[("old.txt", "This was there before.\n")]);
    window.menu(UiCommand::WatchFolder);
    window.until_shown("Type the path of the folder to watch");
    window.type_text(&downloads.display().to_string());
    window.key(Key::Enter);
    window.go(Tab::Overview);
    window.until_shown("New files in “Downloads” come in by themselves.");
    // What is half done or in the case already is none of it; nor what was there before.
    std::thread::sleep(std::time::Duration::from_millis(1100));
    arrives(&downloads, "same.txt", LETTER);
    arrives(&downloads, "half.html.part", "<html>");
    arrives(&downloads, "~$new.docx", "x");
    arrives(&downloads, "new.txt", "Title: Pump set\n\nThe pump is set by night.\n");
    window.until_shown("A file came into “Wells”");
    window.click("Show");
    window.until_shown("Came in by itself");
    window.until("it is there", |window| window.case().unwrap().articles.len() == 2);
    assert!(window.shows("A-2 Pump set"));
    window.go(Tab::Overview);
    window.click("Stop watching");
    assert!(window.data().watched.is_empty() && !window.shows("Stop watching"));
    assert_eq!(window.case_id(), case);
}

#[test]
fn a_watched_folder_that_is_gone_is_told_of() {
    let mut window = Window::with_articles("Wells", &[("a.txt", LETTER)]);
    let case = window.case_id();
    let downloads = folder(&window, "Downloads", &[("old.txt", "This was there before.\n")]);
    window.give(Command::Watch { case, folder: downloads.clone() });
    window.go(Tab::Overview);
    window.until_shown("New files in “Downloads” come in by themselves.");
    fs::remove_dir_all(&downloads).unwrap();
    window.until_shown("The watched folder “Downloads” is not there; its files come in once it is back.");
    assert!(window.shows_part("The watched folder "));
}
