//! Originals read again, opened and proved; libraries of earlier versions.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use casefile::domain::change::{CaseChange, Change, NewSource, NewStatement, StatementChange};
use casefile::domain::id::Id;
use casefile::domain::span::Span;
use casefile::jobs::{Answer, Ask, Copies, JobEvent, Jobs, import_files, verify_original};
use casefile::store::{self, Library};
use casefile::view::{self, EncodingsView, ImportStatus};
use casefile::{domain, ops};
use tempfile::TempDir;

/// A library with one article that was read from these bytes.
fn with_article(name: &str, bytes: &[u8]) -> (TempDir, Library, Id) {
    let folder = tempfile::tempdir().unwrap();
    let mut library = Library::create(&folder.path().join("l.casefile")).unwrap();
    let new = CaseChange::New { title: "The mill".to_owned() };
    let case = ops::apply(&mut library, None, None, new.into()).unwrap().made.unwrap().1;
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    let mut lines = Vec::new();
    import_files(&mut library, case, &[path], false, &mut |added, _, _| lines.extend_from_slice(added));
    let ImportStatus::Added(id) = lines[0].status else { panic!("{lines:?}") };
    (folder, library, id)
}

fn quote(library: &mut Library, article: Id, words: &str) {
    let shown = view::article(library.db(), article).unwrap();
    let text = shown.text.unwrap();
    let start = text[..text.find(words).unwrap()].chars().count();
    let spans = vec![Span::new(start, start + words.chars().count())];
    let source = Some(NewSource { version_id: shown.version_id.unwrap(), spans });
    let draft = Box::new(NewStatement { source, ..NewStatement::default() });
    let change: Change = StatementChange::New { case_id: shown.article.case_id, draft }.into();
    ops::apply(library, None, None, change).unwrap();
}

fn jobs(path: &Path) -> Jobs {
    let mut jobs = Jobs::start(Arc::new(|| {}));
    jobs.open(path.to_owned(), false);
    let session = wait_for(&jobs, |event| match event {
        JobEvent::Opened { session, .. } => Some(session),
        _ => None,
    });
    jobs.show(session, path);
    jobs
}

fn wait_for<T>(jobs: &Jobs, is: impl Fn(JobEvent) -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(found) = std::iter::from_fn(|| jobs.next()).find_map(|told| is(told.event)) {
            return found;
        }
        assert!(began.elapsed() < Duration::from_mins(1), "it never came");
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn done(event: JobEvent) -> Option<String> {
    match event {
        JobEvent::Done(words) => Some(words),
        JobEvent::Failed(error) => panic!("{error}"),
        _ => None,
    }
}

/// The letters of an old Macintosh, which nothing in the file tells from those of Windows.
fn macintosh() -> Vec<u8> {
    let text =
        "The mill at the lock\n\nThe café’s owner said the water was clean.\n\nNobody had asked the mill.\n";
    encoding_rs::MACINTOSH.encode(text).0.into_owned()
}

#[test]
fn another_encoding_gives_a_new_version_and_keeps_the_marks_whose_words_are_there() {
    let (folder, mut library, id) = with_article("mill.txt", &macintosh());
    let shown = view::article(library.db(), id).unwrap();
    let read_in = shown.versions[0].encoding.clone();
    let wrong = shown.text.unwrap();
    assert!(!wrong.contains("café’s"), "the test needs a file that is read wrong at first");
    let wrong = wrong.lines().nth(2).unwrap().to_owned();
    quote(&mut library, id, "Nobody had asked the mill.");
    quote(&mut library, id, &wrong);
    let path = library.path().to_owned();
    drop(library);

    let jobs = jobs(&path);
    jobs.ask(Ask::Encodings(id));
    let offered: Arc<EncodingsView> = wait_for(&jobs, |event| match event {
        JobEvent::Answer(Answer::Encodings(view)) => Some(view),
        _ => None,
    });
    assert_eq!(offered.previews[0].encoding, read_in);
    let right = offered.previews.iter().find(|preview| preview.lines.contains("The café’s owner"));
    let right = right.unwrap().encoding.clone();
    assert!(offered.previews[0].lines.contains(&wrong), "{}", offered.previews[0].lines);

    jobs.read_in(id, right.clone());
    let told = wait_for(&jobs, done);
    assert!(told.contains("version 2") && told.contains("One was not found"), "{told}");
    jobs.read_in(id, right.clone());
    assert!(wait_for(&jobs, done).contains("the same"));
    drop(jobs);

    let mut library = Library::open(&path).unwrap();
    let shown = view::article(library.db(), id).unwrap();
    assert!(shown.text.unwrap().contains("café’s"));
    assert_eq!(shown.versions.len(), 2);
    assert_eq!(shown.versions[0].original_sha256, shown.versions[1].original_sha256);
    assert_eq!((shown.marks.len(), shown.elsewhere.len()), (1, 1));
    let cited = store::citation::in_article(library.db(), id).unwrap();
    let on_new = cited.iter().filter(|citation| citation.version_id == shown.versions[0].id).count();
    assert_eq!(on_new, 1);
    library.undo().unwrap().unwrap();
    let back = view::article(library.db(), id).unwrap();
    assert_eq!((back.versions.len(), back.marks.len()), (1, 2));
    assert!(library.check().unwrap().problems.is_empty());
    drop((library, folder));
}

#[test]
fn what_an_older_reader_read_is_offered_to_be_read_again() {
    let text = b"The mill answers\n\nThe filter ran every night.\n\nNo fish died.\n";
    let (folder, mut library, id) = with_article("mill.txt", text);
    quote(&mut library, id, "The filter ran every night.");
    let shown = view::article(library.db(), id).unwrap();
    let case_id = shown.article.case_id;
    let path = library.path().to_owned();
    drop(library);
    // As if an older reader had read it, and read it with a line too many.
    let older = format!("Page 1\n\n{}", String::from_utf8_lossy(text));
    let sha = domain::hash::sha256_hex(older.as_bytes());
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.execute("INSERT INTO text_body VALUES (?1, ?2, ?3)", (&sha, &older, older.chars().count() as i64))
        .unwrap();
    let trigger: String = conn
        .query_row("SELECT sql FROM sqlite_schema WHERE name = 'journal_article_version_update'", [], |row| {
            row.get(0)
        })
        .unwrap();
    conn.execute_batch(&format!(
        "DROP TRIGGER journal_article_version_update;
         UPDATE article_version SET importer_version = 0, text_sha256 = '{sha}'; {trigger}"
    ))
    .unwrap();
    drop(conn);

    let jobs = jobs(&path);
    let offered = |jobs: &Jobs| {
        jobs.ask(Ask::Case(case_id));
        wait_for(jobs, |event| match event {
            JobEvent::Answer(Answer::Case(view)) => Some(view.to_read_again.clone()),
            _ => None,
        })
    };
    assert_eq!(offered(&jobs), [id]);
    jobs.read_again(vec![id]);
    let told = wait_for(&jobs, done);
    assert!(told.contains("new version") && told.contains("All sources"), "{told}");
    assert_eq!(offered(&jobs), [] as [Id; 0]);
    drop(jobs);

    let library = Library::open(&path).unwrap();
    let shown = view::article(library.db(), id).unwrap();
    assert_eq!(shown.text.unwrap().as_bytes(), text);
    assert_eq!((shown.versions.len(), shown.marks.len(), shown.elsewhere.len()), (2, 1, 0));
    drop((library, folder));
}

#[test]
fn an_original_is_proved_by_its_hash() {
    let (folder, library, id) = with_article("mill.txt", b"The filter ran every night.\n");
    let told = verify_original(&library, id, 1_700_000_000_000).unwrap();
    let sha = domain::hash::sha256_hex(b"The filter ran every night.\n");
    assert!(told.contains(&sha) && told.contains("14 Nov 2023"), "{told}");
    let path = library.path().to_owned();
    drop(library);
    let conn = rusqlite::Connection::open(&path).unwrap();
    let packed = zstd::bulk::compress(b"The filter ran no night.\n", 3).unwrap();
    conn.execute("UPDATE original_chunk SET zstd = ?1", [packed]).unwrap();
    drop(conn);
    let error = verify_original(&Library::open(&path).unwrap(), id, 0).unwrap_err();
    assert!(error.message.contains("damaged"), "{error}");
    drop(folder);
}

#[test]
fn a_copy_to_look_at_is_private_cannot_be_changed_and_goes_again() {
    let (folder, library, id) = with_article("mill report.txt", b"The filter ran every night.\n");
    let copies = Copies::default();
    let copy = copies.of(&library, id).unwrap();
    assert_eq!(copy.file_name().unwrap(), "mill report.txt");
    assert_eq!(fs::read(&copy).unwrap(), b"The filter ran every night.\n");
    assert!(fs::metadata(&copy).unwrap().permissions().readonly());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let of_folder = fs::metadata(copy.parent().unwrap()).unwrap().permissions();
        assert_eq!(of_folder.mode() & 0o777, 0o700);
    }
    assert_ne!(copies.of(&library, id).unwrap(), copy);
    copies.remove();
    assert!(!copy.exists() && !copy.parent().unwrap().parent().unwrap().exists());
    drop(folder);
}

#[test]
fn a_library_of_version_1_is_copied_then_brought_up_to_date_and_its_changes_can_be_undone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Ferry fares.casefile");
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/library-v1.casefile"), &path).unwrap();
    let version = |path: &Path| -> i64 {
        let conn = rusqlite::Connection::open(path).unwrap();
        conn.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap()
    };
    assert_eq!(version(&path), 1);

    let mut library = Library::open(&path).unwrap();
    assert!(library.check().unwrap().problems.is_empty());
    let now = version(&path);
    assert!(now > 1);
    let copy = folder.path().join(format!("Ferry fares.before-v{now}.casefile"));
    assert_eq!(version(&copy), 1);

    // The last change was to delete the article that a statement rests on.
    let case = store::case::all(library.db()).unwrap().remove(0).id;
    let articles = |library: &Library| view::case(library.db(), case).unwrap().articles.len();
    assert_eq!(articles(&library), 1);
    library.undo().unwrap().unwrap();
    assert_eq!(articles(&library), 2);
    let view = view::case(library.db(), case).unwrap();
    assert_eq!(view.statements[0].quote, "unavoidable after two winters without a subsidy");
    let back = view.articles.iter().find(|row| row.article.number == 1).unwrap();
    assert_eq!((back.article.outlet.as_str(), back.has_text), ("The Quayside", true));
    library.undo().unwrap().unwrap();
    library.redo().unwrap().unwrap();
    assert!(library.check().unwrap().problems.is_empty());
    drop(library);

    // Once up to date it is not copied again.
    drop(Library::open(&path).unwrap());
    let copies = fs::read_dir(folder.path()).unwrap().flatten();
    let copies = copies.filter(|file| file.file_name().to_string_lossy().contains("before")).count();
    assert_eq!(copies, 1);
}
