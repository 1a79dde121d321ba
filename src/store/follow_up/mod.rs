//! Follow-ups, their attempts and origins.

use rusqlite::{Row, params};

use super::{Db, Tx, sql};

use crate::domain::edit::FollowUpEdit;
use crate::domain::id::Id;
use crate::domain::kind::FollowUpStatus;
use crate::domain::record::{Attempt, FollowUp, Owner};
use crate::error::Result;

fn map(row: &Row<'_>) -> rusqlite::Result<FollowUp> {
    Ok(FollowUp {
        id: row.get("id")?,
        case_id: row.get("case_id")?,
        number: row.get("number")?,
        kind: sql::code(row, "kind")?,
        title: row.get("title")?,
        detail: row.get("detail")?,
        put_to_them: row.get("put_to_them")?,
        means: row.get("means")?,
        waiting_on: row.get("waiting_on")?,
        owner: row.get("owner")?,
        asked: sql::dated(row, "asked")?,
        sent: sql::dated(row, "sent")?,
        due: sql::dated(row, "due")?,
        expected: sql::dated(row, "expected")?,
        snoozed_until: row.get("snoozed_until")?,
        watch_phrase: row.get("watch_phrase")?,
        priority: sql::code(row, "priority")?,
        status: sql::code(row, "status")?,
        outcome: row.get("outcome")?,
        outcome_statement: row.get("outcome_statement")?,
        closed_at: row.get("closed_at")?,
    })
}

/// Adds a follow-up.
pub fn insert(tx: &Tx, f: &FollowUp) -> Result<()> {
    let [ae, aw, ab, af, al] = sql::dated_values(&f.asked);
    let [se, sw, sb, sf, sl] = sql::dated_values(&f.sent);
    let [de, dw, db, df, dl] = sql::dated_values(&f.due);
    let [ee, ew, eb, ef, el] = sql::dated_values(&f.expected);
    sql::run(
        tx,
        include_str!("insert.sql"),
        params![
            f.id,
            f.case_id,
            f.number,
            f.kind.code(),
            f.title,
            f.detail,
            f.put_to_them,
            f.means,
            f.waiting_on,
            f.owner,
            ae,
            aw,
            ab,
            af,
            al,
            se,
            sw,
            sb,
            sf,
            sl,
            de,
            dw,
            db,
            df,
            dl,
            ee,
            ew,
            eb,
            ef,
            el,
            f.snoozed_until,
            f.watch_phrase,
            f.priority.code(),
            f.status.code(),
            f.outcome,
            f.outcome_statement,
            f.closed_at,
            tx.at()
        ],
    )?;
    Ok(())
}

/// One follow-up.
pub fn get(db: &Db, id: Id) -> Result<FollowUp> {
    sql::get(db, "SELECT * FROM follow_up WHERE id = ?1", id, map)
}

/// The follow-ups of a case, or of all cases, by due day, undated last, then number.
pub fn all(db: &Db, case_id: Option<Id>) -> Result<Vec<FollowUp>> {
    let sql = "SELECT * FROM follow_up WHERE ?1 IS NULL OR case_id = ?1
        ORDER BY due_first IS NULL, due_first, case_id, number";
    sql::all(db, sql, params![case_id], map)
}

/// The open follow-ups of all cases that are not kept apart.
pub fn open(db: &Db) -> Result<Vec<FollowUp>> {
    let sql = "SELECT f.* FROM follow_up f JOIN cases c ON c.id = f.case_id
        WHERE f.status = 'open' AND c.kept_apart = 0 ORDER BY f.id";
    sql::all(db, sql, [], map)
}

/// The open follow-ups of a case that wait for one of these parties.
pub fn waiting_on(db: &Db, case_id: Id, party: Id) -> Result<Vec<FollowUp>> {
    let sql =
        "SELECT * FROM follow_up WHERE case_id = ?1 AND waiting_on = ?2 AND status = 'open' ORDER BY number";
    sql::all(db, sql, [case_id, party], map)
}

/// Sets one field.
pub fn edit(tx: &Tx, id: Id, edit: &FollowUpEdit) -> Result<()> {
    let set = |column: &str, value: &dyn rusqlite::ToSql| sql::set(tx, "follow_up", id, column, value);
    match edit {
        FollowUpEdit::Kind(v) => set("kind", &v.code()),
        FollowUpEdit::Title(v) => set("title", v),
        FollowUpEdit::Detail(v) => set("detail", v),
        FollowUpEdit::PutToThem(v) => set("put_to_them", v),
        FollowUpEdit::Means(v) => set("means", v),
        FollowUpEdit::WaitingOn(v) => set("waiting_on", v),
        FollowUpEdit::Owner(v) => set("owner", v),
        FollowUpEdit::Asked(v) => sql::set_dated(tx, "follow_up", id, "asked", v),
        FollowUpEdit::Sent(v) => sql::set_dated(tx, "follow_up", id, "sent", v),
        FollowUpEdit::Due(v) => sql::set_dated(tx, "follow_up", id, "due", v),
        FollowUpEdit::Expected(v) => sql::set_dated(tx, "follow_up", id, "expected", v),
        FollowUpEdit::SnoozedUntil(v) => set("snoozed_until", v),
        FollowUpEdit::WatchPhrase(v) => set("watch_phrase", v),
        FollowUpEdit::Priority(v) => set("priority", &v.code()),
    }
}

/// Closes, drops or reopens a follow-up. Reopening clears the outcome; a new outcome of one that is closed leaves the
/// time it was closed.
pub fn set_status(
    tx: &Tx,
    id: Id,
    status: FollowUpStatus,
    outcome: &str,
    statement: Option<Id>,
) -> Result<()> {
    let closed_at = (status != FollowUpStatus::Open).then(|| tx.at());
    sql::run(
        tx,
        "UPDATE follow_up SET status = ?2, outcome = ?3, outcome_statement = ?4,
         closed_at = CASE WHEN ?5 IS NULL THEN NULL ELSE coalesce(closed_at, ?5) END WHERE id = ?1",
        params![id, status.code(), outcome, statement, closed_at],
    )?;
    Ok(())
}

/// Takes a follow-up away.
pub fn delete(tx: &Tx, id: Id) -> Result<()> {
    sql::run(tx, "DELETE FROM follow_up WHERE id = ?1", [id])?;
    Ok(())
}

/// The tries made, newest first.
pub fn attempts(db: &Db, id: Id) -> Result<Vec<Attempt>> {
    let sql = "SELECT id, day, means, note FROM follow_up_attempt WHERE follow_up_id = ?1 ORDER BY day DESC, id DESC";
    sql::all(db, sql, [id], |row| {
        Ok(Attempt { id: row.get(0)?, day: row.get(1)?, means: row.get(2)?, note: row.get(3)? })
    })
}

/// Adds a try.
pub fn insert_attempt(tx: &Tx, id: Id, attempt: &Attempt) -> Result<()> {
    sql::run(
        tx,
        "INSERT INTO follow_up_attempt (id, follow_up_id, day, means, note) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![attempt.id, id, attempt.day, attempt.means, attempt.note],
    )?;
    Ok(())
}

/// The records a follow-up came from.
pub fn origins(db: &Db, id: Id) -> Result<Vec<Owner>> {
    let sql =
        "SELECT statement_id, event_id, article_id FROM follow_up_origin WHERE follow_up_id = ?1 ORDER BY id";
    let rows = sql::all(db, sql, [id], |row| {
        let statement: Option<Id> = row.get(0)?;
        let event: Option<Id> = row.get(1)?;
        let article: Option<Id> = row.get(2)?;
        Ok(statement.map(Owner::Statement).or(event.map(Owner::Event)).or(article.map(Owner::Article)))
    })?;
    Ok(rows.into_iter().flatten().collect())
}

/// Notes that a follow-up came from a statement, event or article; other records are left out.
pub fn insert_origin(tx: &Tx, id: Id, origin: Owner) -> Result<()> {
    let column = match origin {
        Owner::Statement(_) => "statement_id",
        Owner::Event(_) => "event_id",
        Owner::Article(_) => "article_id",
        Owner::Party(_) | Owner::Occasion(_) | Owner::FollowUp(_) => return Ok(()),
    };
    let sql = format!("INSERT INTO follow_up_origin (id, follow_up_id, {column}) VALUES (?1, ?2, ?3)");
    sql::run(tx, &sql, params![Id::new(), id, origin.id()])?;
    Ok(())
}
