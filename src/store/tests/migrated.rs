//! Libraries of earlier versions, brought up to this one.

use rusqlite::Connection;

use super::*;
use crate::store::journal::triggers;

const ARTICLE: &str = "INSERT INTO cases (id, title, created_at) VALUES (1, 'Wells', 0);
    INSERT INTO article (id, case_id, number, title, added_at) VALUES (2, 1, 1, 'The quarry answers', 0);
    INSERT INTO article_version (id, article_id, n, original_sha256, file_name, importer, importer_version,
      retrieved_at) VALUES (3, 2, 1, '', 'answer.txt', 'plain', 1, 0)";

/// Makes the file one of version 1: what its journal tells of before has none of the columns that came later.
fn to_version_1(scratch: Scratch) -> (PathBuf, tempfile::TempDir) {
    let Scratch { library, path, folder } = scratch;
    drop(library);
    let conn = Connection::open(&path).unwrap();
    for when in ["insert", "update", "delete"] {
        conn.execute_batch(&format!("DROP TRIGGER journal_article_version_{when}")).unwrap();
    }
    for column in ["pages", "captions", "found"] {
        conn.execute_batch(&format!("ALTER TABLE article_version DROP COLUMN {column}")).unwrap();
    }
    conn.execute_batch("DROP TABLE near_copy; DROP TABLE text_sketch").unwrap();
    triggers::create_of(&conn, "article_version").unwrap();
    conn.execute_batch("PRAGMA user_version = 1").unwrap();
    (path, folder)
}

fn versions(library: &Library) -> i64 {
    library.db().conn().query_row("SELECT count(*) FROM article_version", [], |row| row.get(0)).unwrap()
}

#[test]
fn what_was_done_in_version_1_can_be_undone_and_brought_back() {
    let mut scratch = Scratch::new();
    run(&mut scratch.library, "Import answer.txt", ARTICLE).unwrap();
    run(&mut scratch.library, "Delete A-1", "DELETE FROM article WHERE id = 2").unwrap();
    let (path, _folder) = to_version_1(scratch);

    let mut library = Library::open(&path).unwrap();
    let wrong = |library: &Library| {
        let problems = library.check().unwrap().problems.into_iter();
        problems.filter(|problem| problem.kind != ProblemKind::Original).map(|p| p.words).collect::<Vec<_>>()
    };
    assert_eq!(wrong(&library), [""; 0]);
    assert_eq!(library.undo().unwrap().unwrap().words, "Delete A-1");
    assert_eq!((versions(&library), wrong(&library)), (1, Vec::new()));
    assert_eq!(library.undo().unwrap().unwrap().words, "Import answer.txt");
    assert_eq!(versions(&library), 0);
    library.redo().unwrap().unwrap();
    assert_eq!((versions(&library), wrong(&library)), (1, Vec::new()));
    let found = "UPDATE article_version SET found = '[]' WHERE id = 3";
    run(&mut library, "Read again", found).unwrap();
    assert_eq!(library.undo().unwrap().unwrap().words, "Read again", "the new columns are journalled too");
    assert_eq!(wrong(&library), [""; 0]);
}
