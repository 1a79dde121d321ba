//! Cases.

use rusqlite::{Row, params};

use super::{Db, Tx, sql};
use crate::domain::edit::CaseEdit;
use crate::domain::id::Id;
use crate::domain::record::Case;
use crate::error::Result;

fn map(row: &Row<'_>) -> rusqlite::Result<Case> {
    Ok(Case {
        id: row.get("id")?,
        title: row.get("title")?,
        question: row.get("question")?,
        status: sql::code(row, "status")?,
        kept_apart: row.get("kept_apart")?,
        hold: row.get("hold")?,
    })
}

/// Adds a case.
pub fn insert(tx: &Tx, case: &Case) -> Result<()> {
    sql::run(
        tx,
        "INSERT INTO cases (id, title, question, status, kept_apart, hold, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![case.id, case.title, case.question, case.status.code(), case.kept_apart, case.hold, tx.at()],
    )?;
    Ok(())
}

/// One case.
pub fn get(db: &Db, id: Id) -> Result<Case> {
    sql::get(db, "SELECT * FROM cases WHERE id = ?1", id, map)
}

/// All cases, by title.
pub fn all(db: &Db) -> Result<Vec<Case>> {
    sql::all(db, "SELECT * FROM cases ORDER BY title COLLATE NOCASE, id", [], map)
}

/// Sets one field.
pub fn edit(tx: &Tx, id: Id, edit: &CaseEdit) -> Result<()> {
    match edit {
        CaseEdit::Title(v) => sql::set(tx, "cases", id, "title", v),
        CaseEdit::Question(v) => sql::set(tx, "cases", id, "question", v),
        CaseEdit::Status(v) => sql::set(tx, "cases", id, "status", v.code()),
        CaseEdit::KeptApart(v) => sql::set(tx, "cases", id, "kept_apart", v),
        CaseEdit::Hold(v) => sql::set(tx, "cases", id, "hold", v),
    }
}

/// Takes a case away with all that is in it.
pub fn delete(tx: &Tx, id: Id) -> Result<()> {
    sql::run(tx, "DELETE FROM cases WHERE id = ?1", [id])?;
    Ok(())
}

/// How many records a case holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CaseContents {
    /// Articles.
    pub articles: usize,
    /// Articles that are not sorted yet.
    pub unread: usize,
    /// Statements.
    pub statements: usize,
    /// Parties.
    pub parties: usize,
    /// Events.
    pub events: usize,
    /// Follow-ups, open or not.
    pub follow_ups: usize,
    /// Follow-ups that are open.
    pub open: usize,
}

/// Counts what is in a case.
pub fn contents(db: &Db, id: Id) -> Result<CaseContents> {
    let counts = "SELECT (SELECT count(*) FROM article WHERE case_id = ?1) AS articles,
           (SELECT count(*) FROM article WHERE case_id = ?1 AND reading = 'unread') AS unread,
           (SELECT count(*) FROM statement WHERE case_id = ?1) AS statements,
           (SELECT count(*) FROM case_party WHERE case_id = ?1) AS parties,
           (SELECT count(*) FROM event WHERE case_id = ?1) AS events,
           (SELECT count(*) FROM follow_up WHERE case_id = ?1) AS follow_ups,
           (SELECT count(*) FROM follow_up WHERE case_id = ?1 AND status = 'open') AS open";
    sql::get(db, counts, id, |row| {
        let count = |column| row.get::<_, i64>(column).map(|n| usize::try_from(n).unwrap_or_default());
        Ok(CaseContents {
            articles: count("articles")?,
            unread: count("unread")?,
            statements: count("statements")?,
            parties: count("parties")?,
            events: count("events")?,
            follow_ups: count("follow_ups")?,
            open: count("open")?,
        })
    })
}
