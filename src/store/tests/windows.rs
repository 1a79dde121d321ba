//! Two windows on one library: each undoes its own, and nothing that the other built on.

use super::*;

const ALIAS: &str = "INSERT INTO party_alias (id, party_id, alias) VALUES (5, 1, 'O. L.')";

fn two() -> (Scratch, Library) {
    let mut scratch = Scratch::new();
    run(&mut scratch.library, "Add Oda Lind", ADD).unwrap();
    let other = Library::open(&scratch.path).unwrap();
    (scratch, other)
}

#[test]
fn both_work_in_turn_and_each_undoes_its_own() {
    let (mut scratch, mut other) = two();
    let here = &mut scratch.library;
    run(here, "Rename here", "UPDATE party SET name = 'Lind'").unwrap();
    run(&mut other, "Make an office", "UPDATE party SET kind = 'office'").unwrap();
    assert_eq!(here.can_undo().map(|it| it.words).as_deref(), Some("Rename here"));
    assert_eq!(other.can_undo().map(|it| it.words).as_deref(), Some("Make an office"));
    here.undo().unwrap().unwrap();
    assert_eq!(names(&other), ["Oda Lind"]);
    other.undo().unwrap().unwrap();
    here.redo().unwrap().unwrap();
    assert_eq!(names(&other), ["Lind"]);
}

#[test]
fn a_field_changed_again_elsewhere_is_not_undone_over() {
    let (mut scratch, mut other) = two();
    let here = &mut scratch.library;
    run(here, "Rename here", "UPDATE party SET name = 'Lind'").unwrap();
    other.set_author("Per Falk");
    run(&mut other, "Rename there", "UPDATE party SET name = 'O. Lind'").unwrap();
    let refused = here.undo().unwrap_err();
    assert_eq!(refused.message, "“Rename here” cannot be taken back: it was built on since.");
    assert_eq!(refused.detail.as_deref(), Some("the later change is “Rename there” by Per Falk"));
    assert_eq!(names(here), ["O. Lind"]);
    other.undo().unwrap().unwrap();
    here.undo().unwrap().unwrap();
    assert_eq!(names(here), ["Oda Lind"]);
}

#[test]
fn what_hangs_on_an_added_record_is_not_deleted_with_it() {
    let (mut scratch, mut other) = two();
    let here = &mut scratch.library;
    run(&mut other, "Add an alias", ALIAS).unwrap();
    let refused = here.undo().unwrap_err();
    assert_eq!(refused.detail.as_deref(), Some("the later change is “Add an alias”"));
    let count = |library: &Library| -> i64 {
        let sql = "SELECT (SELECT count(*) FROM party) * 10 + (SELECT count(*) FROM party_alias)";
        library.db().conn().query_row(sql, [], |row| row.get(0)).unwrap()
    };
    assert_eq!(count(here), 11);
    other.undo().unwrap().unwrap();
    here.undo().unwrap().unwrap();
    assert_eq!(count(here), 0);
}

#[test]
fn what_belonged_to_a_deleted_record_does_not_come_back_alone() {
    let (mut scratch, mut other) = two();
    let here = &mut scratch.library;
    run(here, "Add an alias", ALIAS).unwrap();
    run(here, "Delete the alias", "DELETE FROM party_alias").unwrap();
    run(&mut other, "Delete Oda Lind", "DELETE FROM party").unwrap();
    let refused = here.undo().unwrap_err();
    assert_eq!(refused.message, "This cannot be taken back: what it belongs to was deleted since.");
    other.undo().unwrap().unwrap();
    here.undo().unwrap().unwrap();
}

#[test]
fn a_group_that_was_undone_is_not_added_to() {
    let mut scratch = Scratch::new();
    let library = &mut scratch.library;
    let group = Some(Id::new());
    let visit = || NewEntry { group, ..entry("Visit") };
    library.transact(visit(), |tx| Ok(tx.conn().execute_batch(ADD)?)).unwrap();
    library.undo().unwrap().unwrap();
    library.transact(visit(), |tx| Ok(tx.conn().execute_batch(ADD)?)).unwrap();
    assert_eq!(library.undo().unwrap().unwrap().words, "Visit");
    assert!(names(library).is_empty());
    assert_eq!(library.can_undo(), None);
}

#[test]
fn the_history_tells_field_by_field_and_what_stands_undone() {
    let mut scratch = Scratch::new();
    let library = &mut scratch.library;
    library.set_author("Ida Moe");
    run(library, "Add", ADD).unwrap();
    run(library, "Rename", "UPDATE party SET name = 'Lind', kind = kind").unwrap();
    library.undo().unwrap();
    let filter =
        HistoryFilter { case_id: None, record: Some(("party".into(), Id(1))), limit: 10, before: None };
    let told = history(library.db(), &filter).unwrap();
    let heads: Vec<_> =
        told.iter().map(|e| (e.kind, e.words.as_str(), e.undone, e.author.as_str())).collect();
    let expected = [
        (EntryKind::Undo, "Rename", false, "Ida Moe"),
        (EntryKind::Normal, "Rename", true, "Ida Moe"),
        (EntryKind::Normal, "Add", false, "Ida Moe"),
    ];
    assert_eq!(heads, expected);
    let renamed = FieldChange { column: "name".into(), old: "Oda Lind".into(), new: "Lind".into() };
    assert_eq!(told[1].rows[0].fields, [renamed]);
    let older = HistoryFilter { before: Some(told[1].id), limit: 1, ..filter.clone() };
    assert_eq!(history(library.db(), &older).unwrap()[0].words, "Add");
    let elsewhere = HistoryFilter { case_id: Some(Id(9)), ..filter };
    assert!(history(library.db(), &elsewhere).unwrap().is_empty());
}
