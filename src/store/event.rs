//! Events.

use rusqlite::{Row, params};

use super::{Db, Tx, sql};

use crate::domain::edit::EventEdit;
use crate::domain::id::Id;
use crate::domain::record::Event;
use crate::error::Result;

fn map(row: &Row<'_>) -> rusqlite::Result<Event> {
    Ok(Event {
        id: row.get("id")?,
        case_id: row.get("case_id")?,
        number: row.get("number")?,
        title: row.get("title")?,
        detail: row.get("detail")?,
        date: sql::dated(row, "date")?,
        day_order: row.get("day_order")?,
        hidden: row.get("hidden")?,
        parties: Vec::new(),
    })
}

/// Adds an event with its parties.
pub fn insert(tx: &Tx, e: &Event) -> Result<()> {
    let [edtf, words, basis, first, last] = sql::dated_values(&e.date);
    sql::run(
        tx,
        "INSERT INTO event (id, case_id, number, title, detail, date_edtf, date_words, date_basis, date_first, date_last,
         day_order, hidden, created_at) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13)",
        params![
            e.id, e.case_id, e.number, e.title, e.detail, edtf, words, basis, first, last, e.day_order, e.hidden,
            tx.at()
        ],
    )?;
    set_parties(tx, e.id, &e.parties)
}

/// One event.
pub fn get(db: &Db, id: Id) -> Result<Event> {
    let mut event = sql::get(db, "SELECT * FROM event WHERE id = ?1", id, map)?;
    event.parties = parties(db, id)?;
    Ok(event)
}

/// The events of a case, by number.
pub fn of_case(db: &Db, case_id: Id) -> Result<Vec<Event>> {
    let mut events = sql::all(db, "SELECT * FROM event WHERE case_id = ?1 ORDER BY number", [case_id], map)?;
    for event in &mut events {
        event.parties = parties(db, event.id)?;
    }
    Ok(events)
}

fn parties(db: &Db, id: Id) -> Result<Vec<Id>> {
    sql::all(db, "SELECT party_id FROM event_party WHERE event_id = ?1 ORDER BY position", [id], |row| {
        row.get(0)
    })
}

/// Sets one field.
pub fn edit(tx: &Tx, id: Id, edit: &EventEdit) -> Result<()> {
    match edit {
        EventEdit::Title(v) => sql::set(tx, "event", id, "title", v),
        EventEdit::Detail(v) => sql::set(tx, "event", id, "detail", v),
        EventEdit::Date(v) => sql::set_dated(tx, "event", id, "date", v),
        EventEdit::DayOrder(v) => sql::set(tx, "event", id, "day_order", v),
        EventEdit::Hidden(v) => sql::set(tx, "event", id, "hidden", v),
    }
}

/// Sets who took part, in order.
pub fn set_parties(tx: &Tx, id: Id, parties: &[Id]) -> Result<()> {
    super::parties::set(tx, "event", id, None, parties)
}

/// Takes an event away.
pub fn delete(tx: &Tx, id: Id) -> Result<()> {
    sql::run(tx, "DELETE FROM event WHERE id = ?1", [id])?;
    Ok(())
}
