//! Replies: how statements answer each other.

use rusqlite::{Row, params};

use super::{Db, Tx, sql};
use crate::domain::id::Id;
use crate::domain::kind::LinkKind;
use crate::domain::record::Link;
use crate::error::Result;

fn map(row: &Row<'_>) -> rusqlite::Result<Link> {
    Ok(Link {
        id: row.get("id")?,
        kind: sql::code(row, "kind")?,
        from: row.get("from_id")?,
        to: row.get("to_id")?,
        note: row.get("note")?,
    })
}

/// Adds a link.
pub fn insert(tx: &Tx, case_id: Id, link: &Link) -> Result<()> {
    sql::run(
        tx,
        "INSERT INTO link (id, case_id, kind, from_id, to_id, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![link.id, case_id, link.kind.code(), link.from, link.to, link.note],
    )?;
    Ok(())
}

/// The case a link is of.
pub fn case_of(db: &Db, id: Id) -> Result<Id> {
    sql::get(db, "SELECT case_id FROM link WHERE id = ?1", id, |row| row.get(0))
}

/// All links of a case.
pub fn of_case(db: &Db, case_id: Id) -> Result<Vec<Link>> {
    sql::all(db, "SELECT * FROM link WHERE case_id = ?1 ORDER BY id", [case_id], map)
}

/// The links a statement is in, on either side.
pub fn of_statement(db: &Db, id: Id) -> Result<Vec<Link>> {
    sql::all(db, "SELECT * FROM link WHERE from_id = ?1 OR to_id = ?1 ORDER BY id", [id], map)
}

/// Sets the kind of a link.
pub fn set_kind(tx: &Tx, id: Id, kind: LinkKind) -> Result<()> {
    sql::set(tx, "link", id, "kind", kind.code())
}

/// Takes a link away.
pub fn delete(tx: &Tx, id: Id) -> Result<()> {
    sql::run(tx, "DELETE FROM link WHERE id = ?1", [id])?;
    Ok(())
}
