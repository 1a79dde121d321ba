//! A library file that cannot be opened says why and what to do; one that can only be read is read.

use std::fs;
use std::path::{Path, PathBuf};

use casefile::error::Error;
use casefile::store::{Db, Library, NewEntry};
use rusqlite::Connection;
use tempfile::TempDir;

fn library() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dispute.casefile");
    drop(Library::create(&path).unwrap());
    (folder, path)
}

fn other_program(path: &Path, sql: &str) {
    Connection::open(path).unwrap().execute_batch(sql).unwrap();
}

/// The refusal, for writing and for reading.
fn refused(path: &Path) -> [Error; 2] {
    let before = fs::read(path).ok();
    let errors = [Library::open(path).unwrap_err(), Db::open_reader(path).unwrap_err()];
    assert!(errors.iter().all(|error| error.hint.is_some()), "{errors:?}");
    assert_eq!(fs::read(path).ok(), before, "the file was changed");
    errors
}

fn says(path: &Path, words: &str) {
    for error in refused(path) {
        assert!(error.message.contains(words), "{error}");
    }
}

fn change() -> NewEntry {
    NewEntry { op: "test", words: "Change".into(), case_id: None, group: None }
}

#[test]
fn missing_file_and_missing_folder() {
    let folder = tempfile::tempdir().unwrap();
    says(&folder.path().join("lost.casefile"), "There is no library “lost.casefile”");
    let nowhere = folder.path().join("away").join("lost.casefile");
    says(&nowhere, "The folder for “lost.casefile” does not exist");
    let error = Library::create(&nowhere).unwrap_err();
    assert!(error.message.contains("does not exist"), "{error}");
}

#[test]
fn not_a_library() {
    let folder = tempfile::tempdir().unwrap();
    says(folder.path(), "is a folder, not a library");
    let path = folder.path().join("page.casefile");
    fs::write(&path, "").unwrap();
    says(&path, "“page.casefile” is not a Casefile library");
    fs::write(&path, "<!doctype html><title>The quay</title> ".repeat(40)).unwrap();
    says(&path, "Wrong passphrase, or “page.casefile” is not a Casefile library");
    fs::remove_file(&path).unwrap();
    other_program(&path, "CREATE TABLE photo (id)");
    says(&path, "“page.casefile” is not a Casefile library");
    let mut bytes = fs::read(&path).unwrap();
    bytes[16..].fill(0x5a);
    fs::write(&path, bytes).unwrap();
    says(&path, "not a Casefile library");
}

#[test]
fn written_by_a_newer_version() {
    let (_folder, path) = library();
    other_program(&path, "PRAGMA user_version = 9000");
    says(&path, "written by a newer version of Casefile");
}

#[test]
fn upgraded_by_a_newer_version_while_open() {
    let (_folder, path) = library();
    let mut library = Library::open(&path).unwrap();
    other_program(&path, "PRAGMA user_version = 9000");
    let error = library.transact(change(), |_| Ok(())).unwrap_err();
    assert!(error.message.contains("newer version"), "{error}");
}

#[test]
fn tables_changed_by_another_program() {
    let (_folder, path) = library();
    other_program(&path, "DROP TRIGGER journal_party_delete");
    let error = Library::open(&path).unwrap_err();
    assert!(error.message.contains("not as Casefile made them"), "{error}");
    assert_eq!(error.detail.as_deref(), Some("journal_party_delete"));
}

#[test]
fn locked_by_another_process() {
    let (_folder, path) = library();
    let other = Connection::open(&path).unwrap();
    other
        .execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; DELETE FROM meta; COMMIT")
        .unwrap();
    let error = Library::open(&path).unwrap_err();
    assert!(error.message.contains("Another program is using this library"), "{error}");
    drop(other);
    Library::open(&path).unwrap();
}

#[test]
fn another_window_that_writes_is_waited_for() {
    let (_folder, path) = library();
    let mut library = Library::open(&path).unwrap();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let waiting = std::thread::spawn(move || library.transact(change(), |_| Ok(())).is_ok());
    std::thread::sleep(std::time::Duration::from_millis(100));
    other.execute_batch("COMMIT").unwrap();
    assert!(waiting.join().unwrap());
}

#[test]
fn a_file_marked_read_only_is_read_and_not_changed() {
    let (_folder, path) = library();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let mut library = Library::open(&path).unwrap();
    assert!(library.read_only_reason().unwrap().contains("its file may not be written"));
    assert!(library.check().unwrap().problems.is_empty());
    let error = library.transact(change(), |_| Ok(())).unwrap_err();
    assert_eq!(error.message, "Nothing can be changed in this library.");
    assert!(library.undo().unwrap().is_none());
}

#[test]
fn opened_for_reading_nothing_changes() {
    let (_folder, path) = library();
    let mut library = Library::open_read_only(&path).unwrap();
    assert!(library.transact(change(), |_| Ok(())).is_err());
    assert!(library.read_only_reason().is_some());
    assert!(Library::open(&path).unwrap().read_only_reason().is_none());
}

#[cfg(unix)]
#[test]
fn where_nothing_can_be_written_beside_it_the_file_is_read() {
    let (_folder, path) = library();
    // A link in the place of the shared memory is not followed: it stops it as a folder without permission does.
    std::os::unix::fs::symlink("nowhere", path.with_extension("casefile-shm")).unwrap();
    let library = Library::open(&path).unwrap();
    assert!(library.read_only_reason().unwrap().contains("in its folder"));
    assert!(library.check().unwrap().problems.is_empty());
    Db::open_reader(&path).unwrap();
}

#[test]
fn a_new_library_never_replaces_a_file() {
    let (folder, path) = library();
    let error = Library::create(&path).unwrap_err();
    assert!(error.message.contains("There is a file “dispute.casefile” already"), "{error}");
    let empty = folder.path().join("new.casefile");
    fs::write(&empty, "").unwrap();
    Library::create(&empty).unwrap();
}
