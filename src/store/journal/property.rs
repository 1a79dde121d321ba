//! The promise of undo: whatever is done to the records, undone to the start and redone to the end, every
//! state on the way comes back byte for byte.

use proptest::prelude::*;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::triggers::JOURNALLED;
use crate::domain::id::Id;
use crate::store::tests::{Scratch, entry};
use crate::store::{Library, NewEntry, ProblemKind, Tx};

/// One operation; the numbers pick a row, columns and values among what there is.
#[derive(Debug, Clone)]
enum Op {
    Insert {
        table: usize,
        seed: u32,
    },
    Update {
        table: usize,
        row: u16,
        columns: Vec<(u16, u16)>,
    },
    /// Changes letter case and nothing else.
    CaseOnly {
        table: usize,
        row: u16,
        column: u16,
    },
    /// Two rows of one article change places under a unique index.
    Swap {
        row: u16,
    },
    Delete {
        table: usize,
        row: u16,
    },
}

fn op() -> impl Strategy<Value = Op> {
    let table = 0..JOURNALLED.len();
    prop_oneof![
        4 => (table.clone(), any::<u32>()).prop_map(|(table, seed)| Op::Insert { table, seed }),
        4 => (table.clone(), any::<u16>(), prop::collection::vec(any::<(u16, u16)>(), 1..4))
            .prop_map(|(table, row, columns)| Op::Update { table, row, columns }),
        2 => (table.clone(), any::<u16>(), any::<u16>())
            .prop_map(|(table, row, column)| Op::CaseOnly { table, row, column }),
        1 => any::<u16>().prop_map(|row| Op::Swap { row }),
        2 => (table, any::<u16>()).prop_map(|(table, row)| Op::Delete { table, row }),
    ]
}

/// Groups of changes; each change is some operations in one transaction.
fn work() -> impl Strategy<Value = Vec<Vec<Vec<Op>>>> {
    let change = prop::collection::vec(op(), 1..6);
    prop::collection::vec(prop::collection::vec(change, 1..3), 1..14)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undone_to_the_start_and_redone_to_the_end_every_state_comes_back(work in work()) {
        let mut scratch = Scratch::new();
        let library = &mut scratch.library;
        library.db().conn().pragma_update(None, "synchronous", "OFF").unwrap();
        let mut states = vec![dump(library)];
        fill(library);
        states.push(dump(library));
        for group in &work {
            let group_id = Some(Id::new());
            let mut kept = false;
            for change in group {
                let entry = NewEntry { group: group_id, ..entry("Change") };
                let work = |tx: &Tx<'_>| {
                    for op in change {
                        perform(tx, op);
                    }
                    Ok(())
                };
                kept |= library.transact(entry, work).unwrap().entry.is_some();
            }
            if kept {
                states.push(dump(library));
            }
        }
        for round in 0..2 {
            for state in states.iter().rev().skip(1) {
                prop_assert!(library.undo().unwrap().is_some());
                prop_assert!(dump(library) == *state, "undo in round {}", round);
            }
            prop_assert_eq!(library.undo().unwrap(), None);
            for state in states.iter().skip(1) {
                prop_assert!(library.redo().unwrap().is_some());
                prop_assert!(dump(library) == *state, "redo in round {}", round);
            }
            prop_assert_eq!(library.redo().unwrap(), None);
        }
        let mut problems = library.check().unwrap().problems;
        // The hashes of originals and texts are made up here like everything else.
        problems.retain(|problem| !matches!(problem.kind, ProblemKind::Original | ProblemKind::Text));
        prop_assert_eq!(problems, vec![]);
    }
}

/// Some rows in every journalled table, in one change.
fn fill(library: &mut Library) {
    let twice = |tx: &Tx<'_>| {
        for table in 0..JOURNALLED.len() {
            for seed in 0..6 {
                perform(tx, &Op::Insert { table, seed });
            }
        }
        Ok(())
    };
    library.transact(entry("Fill"), twice).unwrap();
    for table in JOURNALLED {
        assert!(!ids(library.db().conn(), table).is_empty(), "nothing went into {table}");
    }
}

/// Does one operation; one that the schema refuses (a unique index, a missing parent) does nothing.
fn perform(tx: &Tx<'_>, op: &Op) {
    let conn = tx.conn();
    match op {
        Op::Insert { table, seed } => insert(conn, JOURNALLED[*table], *seed),
        Op::Update { table, row, columns } => update(conn, JOURNALLED[*table], *row, columns),
        Op::CaseOnly { table, row, column } => {
            let table = JOURNALLED[*table];
            let texts: Vec<Column> = columns(conn, table).into_iter().filter(|column| column.text).collect();
            if let (Some(id), Some(column)) = (pick(&ids(conn, table), *row), pick(&texts, *column)) {
                let name = &column.name;
                let sql = format!(
                    "UPDATE {table} SET \"{name}\" = iif(upper(\"{name}\") = \"{name}\", lower(\"{name}\"), upper(\"{name}\")) WHERE id = {id}"
                );
                attempt(conn, &sql, vec![]);
            }
        }
        Op::Swap { row } => swap(conn, *row),
        Op::Delete { table, row } => {
            let table = JOURNALLED[*table];
            if let Some(id) = pick(&ids(conn, table), *row) {
                attempt(conn, &format!("DELETE FROM {table} WHERE id = {id}"), vec![]);
            }
        }
    }
}

fn insert(conn: &Connection, table: &str, seed: u32) {
    let columns = columns(conn, table);
    let owners: Vec<&str> =
        columns.iter().filter(|c| c.parent.is_some() && c.nullable).map(|c| c.name.as_str()).collect();
    let owner = one_owner(conn, table).then(|| pick(&owners, mixed(seed, 0))).flatten();
    let mut values = vec![Value::Integer(Id::new().0)];
    for (column, n) in columns.iter().zip(1..) {
        let pick = mixed(seed, n);
        let value = match owner {
            Some(owner) if owner == column.name => column.parent_id(conn, pick),
            Some(_) if column.parent.is_some() && column.nullable => Value::Null,
            _ => column.value(conn, pick),
        };
        values.push(value);
    }
    let names: Vec<String> = columns.iter().map(|c| format!("\"{}\"", c.name)).collect();
    let marks = vec!["?"; values.len()].join(", ");
    attempt(conn, &format!("INSERT INTO {table} (id, {}) VALUES ({marks})", names.join(", ")), values);
}

/// The `n`th of the picks that a seed stands for.
fn mixed(seed: u32, n: u32) -> u16 {
    let mixed = (seed ^ n.wrapping_mul(0x9e37_79b9)).wrapping_mul(0x85eb_ca6b);
    ((mixed ^ (mixed >> 13)).wrapping_mul(0xc2b2_ae35) >> 16) as u16
}

fn update(conn: &Connection, table: &str, row: u16, changes: &[(u16, u16)]) {
    let Some(id) = pick(&ids(conn, table), row) else { return };
    let columns = columns(conn, table);
    for (column, value) in changes {
        let column = &columns[usize::from(*column) % columns.len()];
        let sql = format!("UPDATE {table} SET \"{}\" = ? WHERE id = {id}", column.name);
        attempt(conn, &sql, vec![column.value(conn, *value)]);
    }
}

fn swap(conn: &Connection, row: u16) {
    let pairs: Vec<(i64, i64)> = conn
        .prepare(
            "SELECT a.id, b.id FROM article_version AS a JOIN article_version AS b
             ON a.article_id = b.article_id AND a.id < b.id ORDER BY 1, 2",
        )
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap();
    let Some((a, b)) = pick(&pairs, row) else { return };
    conn.execute_batch(&format!(
        "CREATE TEMP TABLE n AS SELECT id, n FROM article_version WHERE id IN ({a}, {b});
         UPDATE article_version SET n = -77 WHERE id = {a};
         UPDATE article_version SET n = (SELECT n FROM temp.n WHERE id = {a}) WHERE id = {b};
         UPDATE article_version SET n = (SELECT n FROM temp.n WHERE id = {b}) WHERE id = {a};
         DROP TABLE temp.n;"
    ))
    .unwrap();
}

fn attempt(conn: &Connection, sql: &str, values: Vec<Value>) {
    if let Err(error) = conn.execute(sql, params_from_iter(values)) {
        let refused = error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation);
        assert!(refused, "{sql}: {error}");
    }
}

#[derive(Clone)]
struct Column {
    name: String,
    text: bool,
    nullable: bool,
    /// The table it refers to.
    parent: Option<String>,
}

const TEXTS: &[&str] = &[
    "",
    "Ask",
    "ASK",
    "ask",
    "Ägäis",
    "a\u{301}",
    "\u{e1}",
    "it's \"so\"",
    "{\"new\":null}",
    "a\nb\u{0}c",
    "12",
];
const NUMBERS: &[i64] = &[0, 1, 2, 3, -1, 15_224, i64::MIN, i64::MAX, 9_007_199_254_740_993];

impl Column {
    /// A value it may hold, NULL among them where it can be NULL.
    fn value(&self, conn: &Connection, pick: u16) -> Value {
        if self.nullable && pick.is_multiple_of(3) {
            return Value::Null;
        }
        if self.parent.is_some() {
            return self.parent_id(conn, pick);
        }
        let pick = usize::from(pick);
        if self.text {
            Value::Text(TEXTS[pick % TEXTS.len()].to_owned())
        } else {
            Value::Integer(NUMBERS[pick % NUMBERS.len()])
        }
    }

    fn parent_id(&self, conn: &Connection, number: u16) -> Value {
        let parents = self.parent.as_ref().map(|table| ids(conn, table)).unwrap_or_default();
        pick(&parents, number).map_or(Value::Null, Value::Integer)
    }
}

fn columns(conn: &Connection, table: &str) -> Vec<Column> {
    conn.prepare_cached(
        "SELECT info.name, type = 'TEXT', NOT \"notnull\", keys.\"table\"
         FROM pragma_table_info(?1) AS info
         LEFT JOIN pragma_foreign_key_list(?1) AS keys ON keys.\"from\" = info.name
         WHERE info.name <> 'id' ORDER BY cid",
    )
    .unwrap()
    .query_map([table], |row| {
        Ok(Column { name: row.get(0)?, text: row.get(1)?, nullable: row.get(2)?, parent: row.get(3)? })
    })
    .unwrap()
    .collect::<rusqlite::Result<_>>()
    .unwrap()
}

/// Whether exactly one of the table's nullable references must be set.
fn one_owner(conn: &Connection, table: &str) -> bool {
    let sql: String =
        conn.query_row("SELECT sql FROM sqlite_schema WHERE name = ?1", [table], |row| row.get(0)).unwrap();
    sql.contains("= 1)")
}

fn ids(conn: &Connection, table: &str) -> Vec<i64> {
    let mut found = conn.prepare_cached(&format!("SELECT id FROM {table} ORDER BY id")).unwrap();
    found.query_map([], |row| row.get(0)).unwrap().collect::<rusqlite::Result<_>>().unwrap()
}

fn pick<T: Clone>(from: &[T], number: u16) -> Option<T> {
    from.get(usize::from(number) % from.len().max(1)).cloned()
}

/// Every journalled row, each value as SQL writes it with its bytes.
fn dump(library: &Library) -> Vec<String> {
    let conn = library.db().conn();
    let mut rows = Vec::new();
    for table in JOURNALLED {
        let values: Vec<String> = columns(conn, table)
            .iter()
            .map(|c| format!("typeof(\"{0}\") || hex(coalesce(\"{0}\", ''))", c.name))
            .collect();
        let sql = format!(
            "SELECT '{table}' || ' ' || id || ' ' || {} FROM {table} ORDER BY id",
            values.join(" || ' ' || ")
        );
        let mut found = conn.prepare_cached(&sql).unwrap();
        rows.extend(found.query_map([], |row| row.get::<_, String>(0)).unwrap().map(Result::unwrap));
    }
    rows
}
