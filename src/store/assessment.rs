//! Checks: the dated history of what was found out about statements, and who disputes them.

use rusqlite::params;

use super::{Db, Tx, sql};

use crate::domain::id::Id;
use crate::domain::kind::CheckStatus;
use crate::domain::record::{Assessment, Owner};
use crate::error::Result;

/// Adds an entry to the history as of `at` (UTC milliseconds); the newest one is the check.
pub fn insert(tx: &Tx, statement: Id, status: CheckStatus, reason: &str, at: i64) -> Result<Id> {
    let id = Id::new();
    sql::run(
        tx,
        "INSERT INTO assessment (id, statement_id, status, reason, at) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![id, statement, status.code(), reason, at],
    )?;
    Ok(id)
}

/// The history of one statement's check, newest first.
pub fn of_statement(db: &Db, statement: Id) -> Result<Vec<Assessment>> {
    let sql =
        "SELECT id, status, reason, at FROM assessment WHERE statement_id = ?1 ORDER BY at DESC, id DESC";
    sql::all(db, sql, [statement], |row| {
        Ok(Assessment {
            id: row.get("id")?,
            status: sql::code(row, "status")?,
            reason: row.get("reason")?,
            at: row.get("at")?,
        })
    })
}

/// The present check of each statement of a case that has one.
pub fn of_case(db: &Db, case_id: Id) -> Result<Vec<(Id, CheckStatus)>> {
    let sql = "SELECT a.statement_id, a.status FROM assessment a JOIN statement s ON s.id = a.statement_id
        WHERE s.case_id = ?1 ORDER BY a.at, a.id";
    sql::all(db, sql, [case_id], |row| Ok((row.get("statement_id")?, sql::code(row, "status")?)))
}

/// Notes that a party disputes a statement or event.
pub fn insert_dispute(tx: &Tx, of: Owner, party: Id, note: &str) -> Result<()> {
    let column = if matches!(of, Owner::Event(_)) { "event_id" } else { "statement_id" };
    let sql = format!("INSERT INTO dispute (id, {column}, party_id, note) VALUES (?1, ?2, ?3, ?4)");
    sql::run(tx, &sql, params![Id::new(), of.id(), party, note])?;
    Ok(())
}

/// Who disputes what in a case: the statement or event, and the party.
pub fn disputes(db: &Db, case_id: Id) -> Result<Vec<(Owner, Id)>> {
    Ok(disputes_with_notes(db, case_id)?.into_iter().map(|(of, party, _)| (of, party)).collect())
}

/// Who disputes what in a case, and what was noted of it.
pub fn disputes_with_notes(db: &Db, case_id: Id) -> Result<Vec<(Owner, Id, String)>> {
    let sql = "SELECT d.statement_id, d.event_id, d.party_id, d.note FROM dispute d
        LEFT JOIN statement s ON s.id = d.statement_id LEFT JOIN event e ON e.id = d.event_id
        WHERE s.case_id = ?1 OR e.case_id = ?1 ORDER BY d.id";
    let rows = sql::all(db, sql, [case_id], |row| {
        let statement: Option<Id> = row.get(0)?;
        let event: Option<Id> = row.get(1)?;
        Ok((statement.map(Owner::Statement).or(event.map(Owner::Event)), row.get(2)?, row.get(3)?))
    })?;
    Ok(rows.into_iter().filter_map(|(of, party, note)| Some((of?, party, note))).collect())
}

/// Takes a party's dispute of a statement or event away.
pub fn delete_dispute(tx: &Tx, of: Owner, party: Id) -> Result<()> {
    let column = if matches!(of, Owner::Event(_)) { "event_id" } else { "statement_id" };
    sql::run(tx, &format!("DELETE FROM dispute WHERE {column} = ?1 AND party_id = ?2"), [of.id(), party])?;
    Ok(())
}
