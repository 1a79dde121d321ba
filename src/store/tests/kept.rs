//! What is kept stays as it was: originals, texts, backups; and a check finds what does not.

use rusqlite::Connection;

use super::*;

/// Bytes that zstd cannot do away with, of more than one chunk.
fn bytes() -> Vec<u8> {
    let mut state = 1_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    (0..2_500_000).map(|_| next()).collect()
}

fn filled() -> Scratch {
    let mut scratch = Scratch::new();
    run(&mut scratch.library, "Add Oda Lind", ADD).unwrap();
    run(&mut scratch.library, "Rename", "UPDATE party SET name = 'Lind'").unwrap();
    scratch
        .library
        .transact(entry("Keep"), |tx| {
            put_original(tx, &bytes(), "scan.pdf")?;
            put_text(tx, "“So it was,” she wrote.\r\nA\u{301}")
        })
        .unwrap();
    scratch
}

/// Another program at the file.
fn other_program(scratch: &Scratch, sql: &str) {
    Connection::open(&scratch.path).unwrap().execute_batch(sql).unwrap();
}

fn problems(scratch: &Scratch) -> Vec<(ProblemKind, String)> {
    scratch.library.check().unwrap().problems.into_iter().map(|p| (p.kind, p.words)).collect()
}

#[test]
fn originals_and_texts_come_back_as_they_were_and_are_kept_once() {
    let mut scratch = Scratch::new();
    let keep = |tx: &Tx<'_>| {
        let empty = put_original(tx, b"", "empty.txt")?;
        Ok((put_original(tx, &bytes(), "scan.pdf")?, empty, put_text(tx, "A\u{301}\r\n\u{0}x")?))
    };
    let (original, empty, body) = scratch.library.transact(entry("Keep"), keep).unwrap().value;
    assert_eq!(scratch.library.transact(entry("Keep"), keep).unwrap().value.0, original);
    let db = scratch.library.db();
    assert_eq!(read_original(db, &original).unwrap(), bytes());
    assert_eq!(read_original(db, &empty).unwrap(), b"");
    assert_eq!(&*text(db, &body).unwrap(), "A\u{301}\r\n\u{0}x");
    let count = |table| -> i64 {
        db.conn().query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
    };
    assert_eq!((count("original"), count("original_chunk"), count("text_body")), (2, 3, 1));
    assert!(text(db, "0").is_err() && read_original(db, "0").is_err());
}

#[test]
fn an_original_beyond_the_limit_is_refused() {
    let mut scratch = Scratch::new();
    let big = vec![0; MAX_ORIGINAL + 1];
    let refused =
        scratch.library.transact(entry("Keep"), |tx| put_original(tx, &big, "big.bin")).unwrap_err();
    assert!(refused.message.contains("“big.bin” is larger than 512 MB"), "{refused}");
}

#[test]
fn a_full_disk_is_told_and_leaves_what_was_kept() {
    let mut scratch = filled();
    let conn = scratch.library.db().conn();
    let pages: i64 = conn.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    conn.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(())).unwrap();
    let big = "It went on. ".repeat(100_000);
    let refused = scratch.library.transact(entry("Keep"), |tx| put_text(tx, &big)).unwrap_err();
    assert!(refused.message.contains("no space left"), "{refused}");
    assert!(refused.hint.is_some());
    assert_eq!(names(&scratch.library), ["Lind"]);
}

#[test]
fn a_sound_library_passes_its_check() {
    let scratch = filled();
    let report = scratch.library.check().unwrap();
    assert_eq!(report.problems, []);
    assert_eq!((report.originals, report.texts, report.entries, report.records), (1, 1, 2, 1));
    assert_eq!(report.head.map(|head| head.len()), Some(64));
}

#[test]
fn a_record_changed_behind_the_journal_is_found() {
    let scratch = filled();
    let trigger: String = scratch
        .library
        .db()
        .conn()
        .query_row("SELECT sql FROM sqlite_schema WHERE name = 'journal_party_update'", [], |row| row.get(0))
        .unwrap();
    let change = "UPDATE party SET name = 'LIND'";
    other_program(&scratch, &format!("DROP TRIGGER journal_party_update; {change}; {trigger}"));
    let words = "The name of party 1 was changed without a trace in the journal.".to_owned();
    assert!(problems(&scratch).contains(&(ProblemKind::Record, words)));
}

#[test]
fn a_change_smuggled_through_the_triggers_is_found() {
    let scratch = filled();
    other_program(
        &scratch,
        "INSERT INTO journal_open VALUES (1, 1); DELETE FROM party; DELETE FROM journal_open",
    );
    let words = "Entry 1 was changed after it was written.".to_owned();
    assert!(problems(&scratch).contains(&(ProblemKind::Journal, words)));
}

#[test]
fn a_rewritten_journal_is_found() {
    for (sql, kind) in [
        ("UPDATE journal_entry SET words = 'Add nobody' WHERE id = 1", ProblemKind::Journal),
        ("UPDATE journal_entry SET at = at + 1 WHERE id = 1", ProblemKind::Journal),
        (
            "UPDATE journal_row SET content = replace(content, 'Lind', 'Lund') WHERE entry_id = 2",
            ProblemKind::Journal,
        ),
        (
            "DELETE FROM journal_row WHERE entry_id = 1; DELETE FROM journal_entry WHERE id = 1",
            ProblemKind::Journal,
        ),
        ("DROP TRIGGER journal_party_update", ProblemKind::Schema),
    ] {
        let scratch = filled();
        other_program(&scratch, sql);
        let found = problems(&scratch);
        assert!(found.iter().any(|problem| problem.0 == kind), "{sql}: {found:?}");
    }
}

#[test]
fn a_flipped_text_and_a_flipped_original_are_found() {
    let scratch = filled();
    other_program(&scratch, "UPDATE text_body SET body = replace(body, 'was', 'wAs')");
    assert_eq!(problems(&scratch)[0].0, ProblemKind::Text);
    let scratch = filled();
    let flip = "UPDATE original_chunk SET zstd = CAST(x'00' || substr(zstd, 2) AS BLOB) WHERE n = 1";
    other_program(&scratch, flip);
    let found = problems(&scratch);
    assert_eq!((found.len(), found[0].0), (1, ProblemKind::Original));
    assert!(found[0].1.contains("scan.pdf"), "{found:?}");
}

#[test]
fn a_version_whose_text_is_lost_is_found() {
    let mut scratch = filled();
    let sql = "INSERT INTO cases (id, title, created_at) VALUES (1, 'Quay', 0);
        INSERT INTO article (id, case_id, number, title, added_at) VALUES (1, 1, 1, 'Letter', 0);
        INSERT INTO article_version (id, article_id, n, original_sha256, file_name, text_sha256, importer,
          importer_version, retrieved_at) VALUES (1, 1, 1, 'aa', 'letter.txt', 'bb', 'txt', 1, 0)";
    run(&mut scratch.library, "Add a letter", sql).unwrap();
    let kinds: Vec<_> = problems(&scratch).into_iter().map(|problem| problem.0).collect();
    assert_eq!(kinds, [ProblemKind::Original, ProblemKind::Text]);
}

#[test]
fn a_backup_opens_with_everything_and_replaces_an_older_one() {
    let mut scratch = filled();
    let to = scratch.folder.path().join("kept.casefile");
    let mut steps = Vec::new();
    scratch.library.backup(&to, &mut |done, total| steps.push((done, total))).unwrap();
    assert!(steps.iter().all(|(done, total)| done <= total));
    assert_eq!(steps.last().map(|(done, total)| done == total), Some(true));
    run(&mut scratch.library, "Rename again", "UPDATE party SET name = 'Oda'").unwrap();

    let kept = Library::open(&to).unwrap();
    assert_eq!(names(&kept), ["Lind"]);
    assert_eq!(kept.check().unwrap().problems, []);
    drop(kept);
    scratch.library.backup(&to, &mut |_, _| ()).unwrap();
    assert_eq!(names(&Library::open(&to).unwrap()), ["Oda"]);
}

#[test]
fn a_backup_that_cannot_be_made_says_so_and_leaves_nothing() {
    let scratch = filled();
    let itself = scratch.library.backup(&scratch.path, &mut |_, _| ()).unwrap_err();
    assert!(itself.message.contains("over the library itself"), "{itself}");
    let nowhere = scratch.folder.path().join("no such folder").join("kept.casefile");
    assert!(scratch.library.backup(&nowhere, &mut |_, _| ()).unwrap_err().message.contains("does not exist"));
    let folder = scratch.folder.path().join("taken.casefile");
    std::fs::create_dir_all(folder.join("something")).unwrap();
    assert!(scratch.library.backup(&folder, &mut |_, _| ()).is_err());
    let mut left: Vec<String> = std::fs::read_dir(scratch.folder.path())
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.starts_with("dispute"))
        .collect();
    left.sort();
    assert_eq!(left, ["taken.casefile"]);
}

#[test]
fn closing_leaves_one_whole_file() {
    let scratch = filled();
    drop(scratch.library);
    let names: Vec<_> =
        std::fs::read_dir(scratch.folder.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(names, ["dispute.casefile"]);
}
