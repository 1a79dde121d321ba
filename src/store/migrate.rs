//! Schema versions: an append-only list of steps, counted in `user_version`.

use std::sync::OnceLock;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::{errors, journal::triggers};
use crate::error::Result;

/// Marks a file as a Casefile library ("Case").
pub(in crate::store) const APPLICATION_ID: i64 = 0x4361_7365;

/// One step; what a released version made is never edited.
type Migration = fn(&Connection) -> rusqlite::Result<()>;

const MIGRATIONS: &[Migration] = &[first, second, third];

/// The version this program reads and writes.
pub(in crate::store) const VERSION: i64 = MIGRATIONS.len() as i64;

fn first(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute_batch(include_str!("migrations/0001.sql"))?;
    triggers::create(conn)
}

fn second(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute_batch(include_str!("migrations/0002.sql"))?;
    triggers::create_anew(conn, "article_version")
}

fn third(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute_batch(include_str!("migrations/0003.sql"))
}

pub(in crate::store) fn version(conn: &Connection) -> rusqlite::Result<i64> {
    conn.query_row("PRAGMA user_version", [], |row| row.get(0))
}

/// Brings a file to [`VERSION`] in one transaction; a new file takes the same way as an old one.
pub(in crate::store) fn to_current(conn: &Connection) -> Result<()> {
    if version(conn)? == VERSION {
        return Ok(());
    }
    let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
    // Read again: another process may have done it while this one waited.
    let from = usize::try_from(version(conn)?).unwrap_or_default();
    for step in MIGRATIONS.iter().skip(from) {
        step(conn)?;
    }
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    conn.pragma_update(None, "user_version", VERSION)?;
    transaction.commit()?;
    Ok(())
}

/// Fails if another program changed the version since this one opened the file.
pub(in crate::store) fn require_current(conn: &Connection) -> Result<()> {
    let mut found = conn.prepare_cached("PRAGMA user_version")?;
    match found.query_row([], |row| row.get(0))? {
        VERSION => Ok(()),
        other => Err(errors::newer(other, VERSION)),
    }
}

/// Fails if tables, indexes or triggers are not what the migrations make.
pub(in crate::store) fn require_schema(conn: &Connection) -> Result<()> {
    let found = schema(conn)?;
    let expected = expected_schema()?;
    if found == *expected {
        return Ok(());
    }
    let differs = |a: &[SchemaItem], b: &[SchemaItem]| -> Vec<String> {
        a.iter().filter(|item| !b.contains(item)).map(|item| item.0.clone()).collect()
    };
    let mut names = differs(&found, expected);
    names.extend(differs(expected, &found));
    names.sort();
    names.dedup();
    Err(errors::schema_changed(&names.join(", ")))
}

/// Name and SQL of a table, index or trigger.
type SchemaItem = (String, Option<String>);

fn schema(conn: &Connection) -> rusqlite::Result<Vec<SchemaItem>> {
    conn.prepare(
        "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )?
    .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
    .collect()
}

fn expected_schema() -> Result<&'static Vec<SchemaItem>> {
    static EXPECTED: OnceLock<Vec<SchemaItem>> = OnceLock::new();
    if let Some(known) = EXPECTED.get() {
        return Ok(known);
    }
    let conn = Connection::open_in_memory()?;
    to_current(&conn)?;
    let made = schema(&conn)?;
    Ok(EXPECTED.get_or_init(|| made))
}
