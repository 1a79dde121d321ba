//! Importing many files, and files and folders that are not as they should be.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use casefile::domain::change::{ArticleChange, CaseChange, TopicChange};
use casefile::domain::edit::ArticleEdit;
use casefile::domain::id::Id;
use casefile::domain::kind::Reading;
use casefile::domain::record::Owner;
use casefile::jobs::{JobEvent, Jobs, import_files, save_original};
use casefile::ops;
use casefile::store::{self, Library, NewEntry};
use casefile::view::{ImportLine, ImportStatus};
use tempfile::TempDir;

/// A library with an empty case, in a folder of its own.
pub(crate) fn with_case() -> (TempDir, Library, Id) {
    let folder = tempfile::tempdir().unwrap();
    let mut library = Library::create(&folder.path().join("l.casefile")).unwrap();
    let case = new_case(&mut library, "The pier");
    (folder, library, case)
}

fn new_case(library: &mut Library, title: &str) -> Id {
    let new = CaseChange::New { title: title.to_owned() };
    ops::apply(library, None, None, new.into()).unwrap().made.unwrap().1
}

fn import(library: &mut Library, case: Id, paths: &[PathBuf]) -> Vec<ImportLine> {
    let mut all = Vec::new();
    import_files(library, case, paths, false, &mut |lines, _, _| all.extend_from_slice(lines));
    all
}

fn count(lines: &[ImportLine], is: impl Fn(&ImportStatus) -> bool) -> usize {
    lines.iter().filter(|line| is(&line.status)).count()
}

fn added(lines: &[ImportLine]) -> usize {
    count(lines, |status| matches!(status, ImportStatus::Added(_)))
}

fn articles(library: &Library, case: Id) -> usize {
    store::article::of_case(library.db(), case).unwrap().len()
}

/// A folder of `n` short articles, no two the same.
fn write_articles(folder: &Path, n: usize) {
    fs::create_dir_all(folder).unwrap();
    for i in 0..n {
        let text = format!("Notice {i} of the harbour board\n\nThe pier stays closed for {i} more days.\n");
        fs::write(folder.join(format!("notice-{i:03}.txt")), text).unwrap();
    }
}

#[test]
fn three_hundred_files_come_in_are_known_again_and_go_with_one_undo() {
    let (folder, mut library, case) = with_case();
    let notices = folder.path().join("notices");
    write_articles(&notices, 300);
    let mut steps = Vec::new();
    import_files(&mut library, case, std::slice::from_ref(&notices), false, &mut |_, done, total| {
        steps.push((done, total));
    });
    assert_eq!(steps.last(), Some(&(300, 300)));
    assert!(steps.len() > 3, "it is told of in steps: {steps:?}");
    assert_eq!(articles(&library, case), 300);

    let again = import(&mut library, case, &[notices]);
    assert_eq!(count(&again, |status| matches!(status, ImportStatus::Duplicate(_))), 300);
    assert_eq!(articles(&library, case), 300);

    assert!(library.undo().unwrap().is_some());
    assert_eq!(articles(&library, case), 0, "an import is one step");
    assert!(library.check().unwrap().problems.is_empty());
    assert!(library.redo().unwrap().is_some());
    assert_eq!(articles(&library, case), 300);
    assert!(library.check().unwrap().problems.is_empty());
}

#[test]
fn the_same_file_may_be_in_two_cases() {
    let (folder, mut library, case) = with_case();
    let other = new_case(&mut library, "The ferry");
    let notices = folder.path().join("notices");
    write_articles(&notices, 1);
    assert_eq!(added(&import(&mut library, case, std::slice::from_ref(&notices))), 1);
    assert_eq!(added(&import(&mut library, other, &[notices])), 1);
}

#[cfg(unix)]
#[test]
fn links_in_circles_and_files_that_cannot_be_read_stop_nothing() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let (folder, mut library, case) = with_case();
    let notices = folder.path().join("notices");
    write_articles(&notices, 2);
    symlink(&notices, notices.join("again")).unwrap();
    symlink("gone.txt", notices.join("dangling.txt")).unwrap();
    let locked = notices.join("locked.txt");
    fs::write(&locked, "Nobody may read this").unwrap();
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
    let pipe = std::process::Command::new("mkfifo").arg(notices.join("pipe.txt")).status().unwrap();
    assert!(pipe.success());
    let may_read_all = fs::read(&locked).is_ok();

    let lines = import(&mut library, case, &[notices]);
    assert_eq!(lines.len(), 5, "the folder is gone through once: {lines:?}");
    assert_eq!(added(&lines), if may_read_all { 3 } else { 2 });
    let why = |name: &str| -> &str {
        let line = lines.iter().find(|line| line.file.ends_with(name)).unwrap();
        if let ImportStatus::Failed(why) = &line.status { why } else { "" }
    };
    assert!(why("dangling.txt").starts_with("The file could not be opened: "), "{}", why("dangling.txt"));
    assert!(why("pipe.txt").contains("a pipe or a device"), "{}", why("pipe.txt"));
    if !may_read_all {
        assert!(why("locked.txt").starts_with("The file could not be opened: "), "{}", why("locked.txt"));
    }
}

/// Linux lets a name be any bytes; what cannot be shown as text is shown by signs that stand for it.
#[cfg(target_os = "linux")]
#[test]
fn a_file_whose_name_is_no_text_comes_in_and_a_socket_does_not() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let (folder, mut library, case) = with_case();
    let notices = folder.path().join("notices");
    fs::create_dir(&notices).unwrap();
    let name = OsStr::from_bytes(b"notice-\xff\xe9.txt");
    fs::write(notices.join(name), "The pier stays closed until the spring.\n").unwrap();
    let listens = std::os::unix::net::UnixListener::bind(notices.join("socket.txt")).unwrap();
    let lines = import(&mut library, case, &[notices]);
    let ImportStatus::Added(id) = lines[0].status else { panic!("{lines:?}") };
    assert_eq!(lines[0].file.file_name(), Some(name), "it can be found again");
    let version = store::article::versions(library.db(), id).unwrap().remove(0);
    assert_eq!(version.file_name, "notice-\u{fffd}\u{fffd}.txt");
    let ImportStatus::Failed(why) = &lines[1].status else { panic!("{lines:?}") };
    assert!(why.contains("a pipe or a device"), "{why}");
    drop(listens);
}

#[test]
fn one_file_that_cannot_be_kept_takes_no_other_with_it() {
    let (folder, mut library, case) = with_case();
    let refuse = "CREATE TRIGGER refuse BEFORE INSERT ON original WHEN NEW.file_name = 'notice-001.txt'
        BEGIN SELECT RAISE(ABORT, 'no room for it'); END";
    rusqlite::Connection::open(library.path()).unwrap().execute_batch(refuse).unwrap();
    let notices = folder.path().join("notices");
    write_articles(&notices, 3);
    fs::write(notices.join("empty.txt"), "").unwrap();
    let lines = import(&mut library, case, &[notices]);
    assert_eq!((added(&lines), articles(&library, case)), (2, 2), "{lines:?}");
    let why: Vec<&str> = lines
        .iter()
        .filter_map(
            |line| if let ImportStatus::Failed(why) = &line.status { Some(why.as_str()) } else { None },
        )
        .collect();
    assert!(why[0].contains("nothing in this file") && why[1].contains("no room for it"), "{why:?}");
}

#[test]
fn a_library_that_may_not_be_written_says_so_for_each_file() {
    let (folder, library, case) = with_case();
    let path = library.path().to_owned();
    drop(library);
    let notices = folder.path().join("notices");
    write_articles(&notices, 2);
    let mut library = Library::open_read_only(&path).unwrap();
    let lines = import(&mut library, case, &[notices]);
    assert_eq!(lines.len(), 2);
    for line in lines {
        let ImportStatus::Failed(why) = line.status else { panic!("{:?}", line.status) };
        assert!(why.contains("Nothing can be changed in this library"), "{why}");
    }
}

#[test]
fn files_that_come_while_no_library_is_open_are_told_of() {
    let folder = tempfile::tempdir().unwrap();
    write_articles(folder.path(), 1);
    let mut jobs = Jobs::start(Arc::new(|| {}));
    jobs.open(folder.path().join("notice-000.txt"), true);
    jobs.import(None, vec![folder.path().to_owned()]);
    wait_for(&jobs, |event| match event {
        JobEvent::Failed(error) => error.message.contains("No library is open"),
        _ => false,
    });
}

#[test]
fn files_without_a_case_make_one_named_after_their_folder_and_one_undo_takes_both() {
    let folder = tempfile::tempdir().unwrap();
    let notices = folder.path().join("Harbour 1.2");
    write_articles(&notices, 3);
    fs::create_dir(folder.path().join("nothing")).unwrap();
    let path = folder.path().join("l.casefile");
    let mut jobs = Jobs::start(Arc::new(|| {}));
    jobs.open(path.clone(), true);
    jobs.import(None, vec![folder.path().join("nothing")]);
    wait_for(&jobs, |event| matches!(event, JobEvent::Failed(error) if error.message.contains("no files")));
    jobs.import(None, vec![notices.join("notice-001.txt"), notices.join("notice-002.txt")]);
    wait_for(&jobs, |event| matches!(event, JobEvent::Imported { lines, .. } if added(lines) == 2));
    drop(jobs);

    let mut library = Library::open(&path).unwrap();
    let cases = store::case::all(library.db()).unwrap();
    assert_eq!(cases.iter().map(|case| case.title.as_str()).collect::<Vec<_>>(), ["Harbour 1.2"]);
    assert_eq!(articles(&library, cases[0].id), 2);
    assert!(library.undo().unwrap().is_some());
    assert_eq!(store::case::all(library.db()).unwrap(), []);
}

/// Waits for an event.
fn wait_for(jobs: &Jobs, is: impl Fn(&JobEvent) -> bool) {
    let began = Instant::now();
    while !std::iter::from_fn(|| jobs.next()).any(|told| is(&told.event)) {
        assert!(began.elapsed() < Duration::from_mins(1), "it never came");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_job_that_breaks_is_told_and_what_comes_after_it_is_written() {
    let (folder, library, _) = with_case();
    let path = library.path().to_owned();
    drop(library);
    let mut jobs = Jobs::start(Arc::new(|| {}));
    jobs.open(path, false);
    jobs.with_library(|_, _| panic!("a job breaks, as the test wants it to"));
    wait_for(&jobs, |event| matches!(event, JobEvent::Failed(_)));
    let change = CaseChange::New { title: "After it".to_owned() };
    jobs.change(None, None, change.into(), false);
    wait_for(&jobs, |event| matches!(event, JobEvent::Changed { .. }));
    drop((jobs, folder));
}

#[test]
fn files_dropped_on_a_library_that_may_only_be_read_are_refused_with_a_reason() {
    let (folder, library, _) = with_case();
    let path = library.path().to_owned();
    drop(library);
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    write_articles(&folder.path().join("notices"), 1);
    let mut jobs = Jobs::start(Arc::new(|| {}));
    jobs.open(path, false);
    jobs.import(None, vec![folder.path().join("notices")]);
    wait_for(&jobs, |event| matches!(event, JobEvent::Failed(_)));
}

/// An article whose text an earlier version of the program could not read.
fn add_unread(library: &mut Library, case: Id, file: &Path) -> Id {
    let lines = import(library, case, &[file.to_owned()]);
    let ImportStatus::Added(read) = lines[0].status else { panic!("{lines:?}") };
    let article = store::article::get(library.db(), read).unwrap();
    let version = store::article::versions(library.db(), read).unwrap().remove(0);
    let bytes = store::read_original(library.db(), &version.original_sha256).unwrap();
    ops::apply(library, None, None, ArticleChange::Delete { ids: vec![read] }.into()).unwrap();
    let entry = NewEntry { op: "article-import", words: String::new(), case_id: Some(case), group: None };
    let added = library.transact(entry, |tx| ops::add_article(tx, article, version, &bytes, None)).unwrap();
    let ops::Added::New(id) = added.value else { panic!("it was deleted") };
    id
}

#[test]
fn reading_again_brings_the_text_and_keeps_what_a_person_did() {
    let (folder, mut library, case) = with_case();
    let notices = folder.path().join("notices");
    write_articles(&notices, 1);
    let id = add_unread(&mut library, case, &notices.join("notice-000.txt"));
    for edit in [ArticleEdit::Title("My own title".to_owned()), ArticleEdit::Reading(Reading::Keep)] {
        ops::apply(&mut library, None, None, ArticleChange::Edit { ids: vec![id], edit }.into()).unwrap();
    }
    let mark = TopicChange::Mark { case_id: case, name: "Closure".to_owned(), of: vec![Owner::Article(id)] };
    ops::apply(&mut library, None, None, mark.into()).unwrap();
    let before = store::article::get(library.db(), id).unwrap();
    let path = library.path().to_owned();
    drop(library);

    let mut jobs = Jobs::start(Arc::new(|| {}));
    jobs.open(path.clone(), false);
    jobs.read_again(vec![id]);
    wait_for(&jobs, |event| matches!(event, JobEvent::ReadAgain));
    drop(jobs);

    let library = Library::open(&path).unwrap();
    let version = store::article::versions(library.db(), id).unwrap().remove(0);
    let text = store::text(library.db(), &version.text_sha256.unwrap()).unwrap();
    assert!(text.contains("The pier stays closed"), "{text}");
    assert_eq!(store::article::get(library.db(), id).unwrap(), before);
    let marks = store::topic::marks(library.db(), case).unwrap();
    assert!(marks.iter().any(|(of, _)| *of == Owner::Article(id)), "{marks:?}");
}

#[test]
fn an_original_is_saved_as_it_came_and_its_absence_is_told() {
    let (folder, mut library, case) = with_case();
    let notices = folder.path().join("notices");
    write_articles(&notices, 1);
    let lines = import(&mut library, case, std::slice::from_ref(&notices));
    let ImportStatus::Added(id) = lines[0].status else { panic!("{lines:?}") };
    let to = folder.path().join("copy.txt");
    fs::write(&to, "what was there before").unwrap();
    save_original(&library, id, &to).unwrap();
    assert_eq!(fs::read(&to).unwrap(), fs::read(notices.join("notice-000.txt")).unwrap());
    let error = save_original(&library, id, &folder.path().join("away").join("copy.txt")).unwrap_err();
    assert!(error.message.contains("copy.txt"), "{error}");
    let error = save_original(&library, Id::new(), &to).unwrap_err();
    assert!(error.message.contains("no original"), "{error}");
}
