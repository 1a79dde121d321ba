//! Files with pages: citations name the page, scans are read where there is a program for it.

#[path = "../support/pdf_writer.rs"]
mod pdf_writer;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use casefile::domain::change::{CaseChange, NewSource, NewStatement, PartyRef, StatementChange};
use casefile::domain::id::Id;
use casefile::domain::kind::ExportFormat;
use casefile::domain::record::Version;
use casefile::domain::span::Span;
use casefile::jobs::export::{all_rows, make};
use casefile::jobs::{JobEvent, Jobs, import_files};
use casefile::ops;
use casefile::store::{self, Library};
use casefile::view;
use pdf_writer::{FREE, Picture, Writer, at};
use tempfile::TempDir;

/// A library with one case, into which this file was imported; gives the article too.
fn with_file(name: &str, bytes: &[u8]) -> (TempDir, Library, Id, Id) {
    let folder = tempfile::tempdir().unwrap();
    let mut library = Library::create(&folder.path().join("l.casefile")).unwrap();
    let new = CaseChange::New { title: "The wells".into() };
    let case = ops::apply(&mut library, None, None, new.into()).unwrap().made.unwrap().1;
    let file = folder.path().join(name);
    std::fs::write(&file, bytes).unwrap();
    import_files(&mut library, case, &[file], false, &mut |_, _, _| {});
    let article = store::article::of_case(library.db(), case).unwrap()[0].id;
    (folder, library, case, article)
}

fn version(library: &Library, article: Id) -> Version {
    store::article::versions(library.db(), article).unwrap().remove(0)
}

/// Makes a statement of the text between two words; gives its id.
fn say(library: &mut Library, case: Id, article: Id, from: &str, to: &str) -> Id {
    let shown = view::article(library.db(), article).unwrap();
    let text = shown.text.unwrap();
    let point = |byte: usize| text[..byte].chars().count();
    let start = text.find(from).unwrap();
    let end = start + text[start..].find(to).unwrap() + to.len();
    let span = Span::new(point(start), point(end));
    let source = Some(NewSource { version_id: shown.version_id.unwrap(), spans: vec![span] });
    let speakers = vec![PartyRef::New("Water Board".into())];
    let draft = Box::new(NewStatement { source, speakers, ..NewStatement::default() });
    let new = StatementChange::New { case_id: case, draft };
    ops::apply(library, Some(case), None, new.into()).unwrap().made.unwrap().1
}

fn source_label(library: &Library, case: Id, statement: Id) -> (String, String) {
    let case = view::case(library.db(), case).unwrap();
    let source = case.statement(statement).unwrap().sources[0].clone();
    (source.page, source.label)
}

#[test]
fn a_statement_from_a_paged_article_names_its_page_and_so_does_the_chronology() {
    let mut writer = Writer::default();
    writer.catalog = format!("/PageLabels {FREE} 0 R");
    writer.objects.push(b"<< /Nums [0 << /S /D /St 11 >>] >>".to_vec());
    writer.page(at(80.0, 700.0, 10.0, "The lower wells are dry, the board said."));
    writer.page(at(80.0, 700.0, 10.0, "Pumping stops in May, it wrote, and"));
    writer.page(at(80.0, 700.0, 10.0, "nobody will be asked again."));
    let (_folder, mut library, case, article) = with_file("report.pdf", &writer.finish());

    let second = say(&mut library, case, article, "Pumping", "May");
    let (page, label) = source_label(&library, case, second);
    assert_eq!(page, "12");
    assert!(label.ends_with(", p. 12"), "{label}");
    let both = say(&mut library, case, article, "it wrote", "nobody");
    let (page, label) = source_label(&library, case, both);
    assert_eq!(page, "12–13");
    assert!(label.ends_with(", pp. 12–13"), "{label}");

    let rows = all_rows(library.db(), case).unwrap();
    let html = make(library.db(), case, ExportFormat::Html, &rows).unwrap().bytes;
    let html = String::from_utf8(html).unwrap();
    assert!(html.contains("p. 12") && html.contains("pp. 12–13"), "{html}");
}

#[test]
fn a_statement_from_a_text_without_pages_has_none() {
    let (_folder, mut library, case, article) =
        with_file("note.txt", b"The lower wells are dry, the board said.\n");
    let statement = say(&mut library, case, article, "dry", "dry");
    assert_eq!(source_label(&library, case, statement).0, "");
}

/// A scan of two pages: the fixture twice.
fn scan() -> Vec<u8> {
    let jpeg = include_bytes!("../fixtures/scan.jpg").to_vec();
    let mut writer = Writer::default();
    writer.picture(Picture { jpeg: jpeg.clone(), width: 528, height: 360 });
    writer.picture(Picture { jpeg, width: 528, height: 360 });
    writer.finish()
}

/// All events until one that `is` wanted, it included.
fn events_until(jobs: &Jobs, is: impl Fn(&JobEvent) -> bool) -> Vec<JobEvent> {
    let began = Instant::now();
    let mut all = Vec::new();
    while !all.iter().any(&is) {
        assert!(began.elapsed() < Duration::from_mins(3), "it never came: {all:?}");
        all.extend(std::iter::from_fn(|| jobs.next()).map(|told| told.event));
        std::thread::sleep(Duration::from_millis(5));
    }
    all
}

fn jobs_on(path: PathBuf) -> Jobs {
    let mut jobs = Jobs::start(Arc::new(|| {}));
    jobs.open(path, false);
    jobs
}

#[test]
fn a_scan_is_kept_and_known_as_one() {
    let (_folder, library, case, article) = with_file("letter.pdf", &scan());
    let version = version(&library, article);
    assert!(version.is_scan());
    assert_eq!(version.pages.len(), 2);
    assert!(version.warnings[0].contains("scan"), "{:?}", version.warnings);
    let view = view::case(library.db(), case).unwrap();
    assert!(view.article(article).unwrap().is_scan);
}

#[test]
fn a_scan_is_read_page_by_page_and_says_how_sure_it_is() {
    let (_folder, library, case, article) = with_file("letter.pdf", &scan());
    let path = library.path().to_owned();
    drop(library);
    let jobs = jobs_on(path.clone());
    if !jobs.can_read_scans() {
        eprintln!("SKIPPED: there is no OCR program (tesseract) on this machine");
        return;
    }
    jobs.read_with_ocr(vec![article]);
    let events = events_until(&jobs, |event| matches!(event, JobEvent::PicturesRead { .. }));
    let pages =
        events.iter().filter(|event| matches!(event, JobEvent::ReadingPictures { pages: 2, .. })).count();
    assert_eq!(pages, 2, "{events:?}");
    drop(jobs);

    let mut library = Library::open(&path).unwrap();
    let read = version(&library, article);
    assert_eq!(read.importer, Version::OCR);
    assert!(read.warnings[0].starts_with("Read by OCR, 9"), "{:?}", read.warnings);
    let text = store::text(library.db(), &read.text_sha256.clone().unwrap()).unwrap();
    assert!(text.contains("The water board told the council on Monday that pumping"), "{text}");
    assert_eq!(text.matches("Pumping to stop in May").count(), 2, "{text}");
    assert_eq!(read.pages.len(), 2);
    let second = text.rfind("Pumping to stop").map(|byte| text[..byte].chars().count());
    assert_eq!(Some(read.pages[1].at), second);
    assert!(!view::case(library.db(), case).unwrap().article(article).unwrap().is_scan);
    assert!(library.check().unwrap().problems.is_empty());
    library.undo().unwrap().unwrap();
    assert!(version(&library, article).is_scan(), "one undo makes it a scan again");
}

#[test]
fn what_is_stopped_or_is_no_scan_stays_as_it_was() {
    let (_folder, library, _, article) = with_file("letter.pdf", &scan());
    let path = library.path().to_owned();
    drop(library);
    let jobs = jobs_on(path.clone());
    if !jobs.can_read_scans() {
        eprintln!("SKIPPED: there is no OCR program (tesseract) on this machine");
        return;
    }
    jobs.read_with_ocr(vec![article]);
    jobs.cancel_ocr();
    let events = events_until(&jobs, |event| matches!(event, JobEvent::PicturesRead { .. }));
    assert!(
        !events.iter().any(|event| matches!(event, JobEvent::Failed(_) | JobEvent::ReadAgain)),
        "{events:?}"
    );
    jobs.read_with_ocr(vec![Id(4711)]);
    let events = events_until(&jobs, |event| matches!(event, JobEvent::PicturesRead { .. }));
    assert!(events.iter().any(|event| matches!(event, JobEvent::Failed(_))), "{events:?}");
    drop(jobs);
    assert!(version(&Library::open(&path).unwrap(), article).is_scan());
}
