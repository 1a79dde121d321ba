//! Notes on records.

use rusqlite::params;

use super::{Db, Tx, sql};

use crate::domain::id::Id;
use crate::domain::record::{Note, Owner};
use crate::error::Result;

fn column(of: Owner) -> &'static str {
    match of {
        Owner::Article(_) => "article_id",
        Owner::Party(_) => "party_id",
        Owner::Occasion(_) => "occasion_id",
        Owner::Statement(_) => "statement_id",
        Owner::Event(_) => "event_id",
        Owner::FollowUp(_) => "follow_up_id",
    }
}

/// Adds a note to a record.
pub fn insert(tx: &Tx, case_id: Id, of: Owner, body: &str) -> Result<Id> {
    let id = Id::new();
    let column = column(of);
    sql::run(
        tx,
        &format!("INSERT INTO note (id, case_id, body, {column}, created_at) VALUES (?1, ?2, ?3, ?4, ?5)"),
        params![id, case_id, body, of.id(), tx.at()],
    )?;
    Ok(id)
}

/// The notes on a record within a case, oldest first.
pub fn of(db: &Db, case_id: Id, of: Owner) -> Result<Vec<Note>> {
    let column = column(of);
    let sql =
        format!("SELECT id, body, created_at FROM note WHERE case_id = ?1 AND {column} = ?2 ORDER BY id");
    sql::all(db, &sql, [case_id, of.id()], |row| {
        Ok(Note { id: row.get(0)?, body: row.get(1)?, created_at: row.get(2)? })
    })
}

/// All notes of a case with the records they are on, oldest first.
pub fn of_case(db: &Db, case_id: Id) -> Result<Vec<(Owner, Note)>> {
    let rows = sql::all(db, "SELECT * FROM note WHERE case_id = ?1 ORDER BY id", [case_id], |row| {
        let note = Note { id: row.get("id")?, body: row.get("body")?, created_at: row.get("created_at")? };
        let id = |column: &str| row.get::<_, Option<Id>>(column);
        let owner = id("article_id")?
            .map(Owner::Article)
            .or(id("party_id")?.map(Owner::Party))
            .or(id("occasion_id")?.map(Owner::Occasion))
            .or(id("statement_id")?.map(Owner::Statement))
            .or(id("event_id")?.map(Owner::Event))
            .or(id("follow_up_id")?.map(Owner::FollowUp));
        Ok(owner.map(|owner| (owner, note)))
    })?;
    Ok(rows.into_iter().flatten().collect())
}

/// What a note hangs on.
pub fn owner(db: &Db, id: Id) -> Result<Owner> {
    let columns = "SELECT article_id, party_id, occasion_id, statement_id, event_id, follow_up_id FROM note
         WHERE id = ?1";
    sql::get(db, columns, id, |row| {
        let makers =
            [Owner::Article, Owner::Party, Owner::Occasion, Owner::Statement, Owner::Event, Owner::FollowUp];
        for (column, make) in makers.into_iter().enumerate() {
            if let Some(id) = row.get::<_, Option<Id>>(column)? {
                return Ok(make(id));
            }
        }
        Err(rusqlite::Error::QueryReturnedNoRows)
    })
}

/// The case a note was written in.
pub fn case_of(db: &Db, id: Id) -> Result<Id> {
    sql::get(db, "SELECT case_id FROM note WHERE id = ?1", id, |row| row.get(0))
}

/// Sets a note's text.
pub fn edit(tx: &Tx, id: Id, body: &str) -> Result<()> {
    sql::set(tx, "note", id, "body", body)
}

/// Takes a note away.
pub fn delete(tx: &Tx, id: Id) -> Result<()> {
    sql::run(tx, "DELETE FROM note WHERE id = ?1", [id])?;
    Ok(())
}
