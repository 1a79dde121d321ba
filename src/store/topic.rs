//! Topics and the records they mark.

use rusqlite::params;

use super::{Db, Tx, sql};
use crate::domain::id::Id;
use crate::domain::record::{Owner, Topic};
use crate::error::Result;

/// Adds a topic.
pub fn insert(tx: &Tx, case_id: Id, topic: &Topic) -> Result<()> {
    sql::run(
        tx,
        "INSERT INTO topic (id, case_id, parent_id, name) VALUES (?1, ?2, ?3, ?4)",
        params![topic.id, case_id, topic.parent_id, topic.name],
    )?;
    Ok(())
}

/// The topics of a case, by name.
pub fn of_case(db: &Db, case_id: Id) -> Result<Vec<Topic>> {
    let sql = "SELECT id, parent_id, name FROM topic WHERE case_id = ?1 ORDER BY name COLLATE NOCASE, id";
    sql::all(db, sql, [case_id], |row| {
        Ok(Topic { id: row.get(0)?, parent_id: row.get(1)?, name: row.get(2)? })
    })
}

/// The case a topic is of.
pub fn case_of(db: &Db, id: Id) -> Result<Id> {
    sql::get(db, "SELECT case_id FROM topic WHERE id = ?1", id, |row| row.get(0))
}

/// Gives a topic another name.
pub fn rename(tx: &Tx, id: Id, name: &str) -> Result<()> {
    sql::set(tx, "topic", id, "name", name)
}

/// Takes a topic away, with its marks.
pub fn delete(tx: &Tx, id: Id) -> Result<()> {
    sql::run(tx, "DELETE FROM topic WHERE id = ?1", [id])?;
    Ok(())
}

/// The column that names a record in `topic_mark` and `note`; `None` for records topics do not mark.
fn column(of: Owner) -> Option<&'static str> {
    match of {
        Owner::Article(_) => Some("article_id"),
        Owner::Statement(_) => Some("statement_id"),
        Owner::Event(_) => Some("event_id"),
        Owner::FollowUp(_) => Some("follow_up_id"),
        Owner::Party(_) | Owner::Occasion(_) => None,
    }
}

/// Marks a record with a topic, or takes the mark away.
pub fn mark(tx: &Tx, topic: Id, of: Owner, on: bool) -> Result<()> {
    let Some(column) = column(of) else { return Ok(()) };
    sql::run(tx, &format!("DELETE FROM topic_mark WHERE topic_id = ?1 AND {column} = ?2"), [topic, of.id()])?;
    if on {
        let sql = format!("INSERT INTO topic_mark (id, topic_id, {column}) VALUES (?1, ?2, ?3)");
        sql::run(tx, &sql, [Id::new(), topic, of.id()])?;
    }
    Ok(())
}

/// Every mark in a case: the record and the topic.
pub fn marks(db: &Db, case_id: Id) -> Result<Vec<(Owner, Id)>> {
    let sql = "SELECT m.article_id, m.statement_id, m.event_id, m.follow_up_id, m.topic_id FROM topic_mark m
        JOIN topic t ON t.id = m.topic_id WHERE t.case_id = ?1 ORDER BY m.id";
    let rows = sql::all(db, sql, [case_id], |row| {
        let article: Option<Id> = row.get(0)?;
        let statement: Option<Id> = row.get(1)?;
        let event: Option<Id> = row.get(2)?;
        let follow_up: Option<Id> = row.get(3)?;
        let owner = article
            .map(Owner::Article)
            .or(statement.map(Owner::Statement))
            .or(event.map(Owner::Event))
            .or(follow_up.map(Owner::FollowUp));
        Ok((owner, row.get(4)?))
    })?;
    Ok(rows.into_iter().filter_map(|(of, topic)| Some((of?, topic))).collect())
}
