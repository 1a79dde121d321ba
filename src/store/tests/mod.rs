//! The store from within: what needs SQL to be told or seen.

mod kept;
mod migrated;
mod windows;

use std::path::PathBuf;

use super::*;
use crate::error::Result;

/// A library in a folder of its own, which goes with it.
pub(in crate::store) struct Scratch {
    pub(in crate::store) library: Library,
    pub(in crate::store) path: PathBuf,
    /// Removes the folder at the end.
    pub(in crate::store) folder: tempfile::TempDir,
}

impl Scratch {
    pub(in crate::store) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("dispute.casefile");
        let library = Library::create(&path).unwrap();
        Self { library, path, folder }
    }
}

pub(in crate::store) fn entry(words: &str) -> NewEntry {
    NewEntry { op: "test", words: words.to_owned(), case_id: None, group: None }
}

/// One change made in SQL.
pub(in crate::store) fn run(library: &mut Library, words: &str, sql: &str) -> Result<Done<()>> {
    library.transact(entry(words), |tx| Ok(tx.conn().execute_batch(sql)?))
}

fn names(library: &Library) -> Vec<String> {
    let mut found = library.db().conn().prepare("SELECT name FROM party ORDER BY id").unwrap();
    found.query_map([], |row| row.get(0)).unwrap().collect::<rusqlite::Result<_>>().unwrap()
}

const ADD: &str = "INSERT INTO party (id, name, kind) VALUES (1, 'Oda Lind', 'person')";

#[test]
fn a_change_is_undone_and_brought_back_also_after_a_restart() {
    let mut scratch = Scratch::new();
    let done = run(&mut scratch.library, "Add Oda Lind", ADD).unwrap();
    assert_eq!(done.changed, [("party".to_owned(), Id(1))]);
    run(&mut scratch.library, "Rename Oda Lind", "UPDATE party SET name = 'ODA LIND'").unwrap();
    drop(scratch.library);

    let mut library = Library::open(&scratch.path).unwrap();
    assert_eq!(library.can_undo().map(|it| it.words).as_deref(), Some("Rename Oda Lind"));
    assert_eq!(library.undo().unwrap().unwrap().words, "Rename Oda Lind");
    assert_eq!(names(&library), ["Oda Lind"]);
    assert_eq!(library.undo().unwrap().unwrap().words, "Add Oda Lind");
    assert!(names(&library).is_empty());
    assert_eq!(library.undo().unwrap(), None);
    drop(library);

    let mut library = Library::open(&scratch.path).unwrap();
    assert_eq!(library.can_redo().map(|it| it.words).as_deref(), Some("Add Oda Lind"));
    library.redo().unwrap().unwrap();
    library.redo().unwrap().unwrap();
    assert_eq!(library.redo().unwrap(), None);
    assert_eq!(names(&library), ["ODA LIND"]);
}

#[test]
fn a_new_change_ends_redo_and_what_was_undone_before_it_stays_so() {
    let mut scratch = Scratch::new();
    let library = &mut scratch.library;
    run(library, "first", ADD).unwrap();
    run(library, "second", "UPDATE party SET name = 'Oda'").unwrap();
    library.undo().unwrap();
    run(library, "third", "UPDATE party SET kind = 'office'").unwrap();
    assert_eq!(library.can_redo(), None);
    assert_eq!(library.undo().unwrap().unwrap().words, "third");
    assert_eq!(library.undo().unwrap().unwrap().words, "first");
    assert_eq!(library.can_undo(), None);
}

#[test]
fn a_group_is_one_step_and_an_entry_without_changes_is_not_kept() {
    let mut scratch = Scratch::new();
    let library = &mut scratch.library;
    let group = Some(Id::new());
    let import = |words: &str| NewEntry { group, ..entry(words) };
    library.transact(import("Import 2 files"), |tx| Ok(tx.conn().execute_batch(ADD)?)).unwrap();
    library
        .transact(import("Import 2 files"), |tx| {
            Ok(tx.conn().execute_batch("UPDATE party SET name = 'Oda'; UPDATE party SET name = 'O. Lind'")?)
        })
        .unwrap();
    let nothing = run(library, "Nothing", "UPDATE party SET name = name").unwrap();
    assert_eq!((nothing.entry, nothing.changed.len()), (None, 0));
    assert_eq!(library.undo().unwrap().unwrap().words, "Import 2 files");
    assert!(names(library).is_empty());
    assert_eq!(library.undo().unwrap(), None);
}

#[test]
fn a_change_that_fails_leaves_nothing() {
    let mut scratch = Scratch::new();
    let library = &mut scratch.library;
    let failed: Result<Done<()>> = library.transact(entry("Add and fail"), |tx| {
        tx.conn().execute_batch(ADD)?;
        Err(crate::error::Error::new("changed my mind"))
    });
    assert_eq!(failed.unwrap_err().message, "changed my mind");
    assert!(names(library).is_empty());
    assert_eq!(library.can_undo(), None);
    run(library, "Add", ADD).unwrap();
}
