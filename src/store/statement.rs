//! Statements.

use std::collections::HashMap;

use rusqlite::{Row, params};

use super::{Db, Tx, sql};

use crate::domain::edit::StatementEdit;
use crate::domain::id::Id;
use crate::domain::kind::PartyRole;
use crate::domain::record::Statement;
use crate::error::Result;

fn map(row: &Row<'_>) -> rusqlite::Result<Statement> {
    Ok(Statement {
        id: row.get("id")?,
        case_id: row.get("case_id")?,
        number: row.get("number")?,
        occasion_id: row.get("occasion_id")?,
        nested_in: row.get("nested_in")?,
        form: sql::code(row, "form")?,
        kind: sql::code(row, "kind")?,
        gist: row.get("gist")?,
        unsourced: row.get("unsourced")?,
        relied_on: row.get("relied_on")?,
        sic: row.get("sic")?,
        important: row.get("important")?,
        confidential_note: row.get("confidential_note")?,
        date: sql::dated(row, "date")?,
        day_order: row.get("day_order")?,
        hidden: row.get("hidden")?,
        parties: Vec::new(),
    })
}

/// Adds a statement with its parties.
pub fn insert(tx: &Tx, s: &Statement) -> Result<()> {
    let [edtf, words, basis, first, last] = sql::dated_values(&s.date);
    sql::run(
        tx,
        "INSERT INTO statement (id, case_id, number, occasion_id, nested_in, form, kind, gist, unsourced,
         relied_on, sic, important, confidential_note, date_edtf, date_words, date_basis, date_first, date_last,
         day_order, hidden, created_at)
         VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20,?21)",
        params![
            s.id, s.case_id, s.number, s.occasion_id, s.nested_in, s.form.code(), s.kind.code(), s.gist, s.unsourced,
            s.relied_on, s.sic, s.important, s.confidential_note, edtf, words, basis, first, last,
            s.day_order, s.hidden, tx.at()
        ],
    )?;
    for role in PartyRole::ALL {
        let of_role: Vec<Id> = s.parties.iter().filter(|(r, _)| r == role).map(|(_, id)| *id).collect();
        set_parties(tx, s.id, *role, &of_role)?;
    }
    Ok(())
}

/// One statement.
pub fn get(db: &Db, id: Id) -> Result<Statement> {
    let mut statement = sql::get(db, "SELECT * FROM statement WHERE id = ?1", id, map)?;
    statement.parties = sql::all(
        db,
        "SELECT role, party_id FROM statement_party WHERE statement_id = ?1 ORDER BY role, position",
        [id],
        |row| Ok((sql::code(row, "role")?, row.get("party_id")?)),
    )?;
    Ok(statement)
}

/// The statements of a case, by number.
pub fn of_case(db: &Db, case_id: Id) -> Result<Vec<Statement>> {
    let mut statements =
        sql::all(db, "SELECT * FROM statement WHERE case_id = ?1 ORDER BY number", [case_id], map)?;
    let place: HashMap<Id, usize> = statements.iter().enumerate().map(|(n, s)| (s.id, n)).collect();
    let parties = sql::all(
        db,
        "SELECT p.statement_id, p.role, p.party_id FROM statement_party p
         JOIN statement s ON s.id = p.statement_id WHERE s.case_id = ?1 ORDER BY p.role, p.position",
        [case_id],
        |row| Ok((row.get::<_, Id>(0)?, sql::code::<PartyRole>(row, "role")?, row.get::<_, Id>(2)?)),
    )?;
    for (statement, role, party) in parties {
        if let Some(s) = place.get(&statement).and_then(|n| statements.get_mut(*n)) {
            s.parties.push((role, party));
        }
    }
    Ok(statements)
}

/// The ids and cases of the statements a party speaks in, in cases that may be shown together with `case_id`.
pub fn by_speaker(db: &Db, party_id: Id) -> Result<Vec<(Id, Id)>> {
    let sql = "SELECT s.id, s.case_id FROM statement_party p JOIN statement s ON s.id = p.statement_id
        WHERE p.party_id = ?1 AND p.role = 'speaker' ORDER BY s.id";
    sql::all(db, sql, [party_id], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Sets one field.
pub fn edit(tx: &Tx, id: Id, edit: &StatementEdit) -> Result<()> {
    let set = |column: &str, value: &dyn rusqlite::ToSql| sql::set(tx, "statement", id, column, value);
    match edit {
        StatementEdit::Occasion(v) => set("occasion_id", v),
        StatementEdit::NestedIn(v) => set("nested_in", v),
        StatementEdit::Form(v) => set("form", &v.code()),
        StatementEdit::Kind(v) => set("kind", &v.code()),
        StatementEdit::Gist(v) => set("gist", v),
        StatementEdit::Unsourced(v) => set("unsourced", v),
        StatementEdit::ReliedOn(v) => set("relied_on", v),
        StatementEdit::Sic(v) => set("sic", v),
        StatementEdit::Important(v) => set("important", v),
        StatementEdit::ConfidentialNote(v) => set("confidential_note", v),
        StatementEdit::Date(v) => sql::set_dated(tx, "statement", id, "date", v),
        StatementEdit::DayOrder(v) => set("day_order", v),
        StatementEdit::Hidden(v) => set("hidden", v),
    }
}

/// Sets who has this part in the statement, in order.
pub fn set_parties(tx: &Tx, id: Id, role: PartyRole, parties: &[Id]) -> Result<()> {
    super::parties::set(tx, "statement", id, Some(role.code()), parties)
}

/// Takes a statement away with its sources and links.
pub fn delete(tx: &Tx, id: Id) -> Result<()> {
    sql::run(tx, "DELETE FROM statement WHERE id = ?1", [id])?;
    Ok(())
}

/// Gives the sources, links, checks, notes and topics of `gone` to `keep`, and takes `gone` away.
pub fn merge(tx: &Tx, keep: Id, gone: Id) -> Result<()> {
    let between = "DELETE FROM link WHERE (from_id = ?1 AND to_id = ?2) OR (from_id = ?2 AND to_id = ?1)";
    sql::run(tx, between, [keep, gone])?;
    // Where both have the same topic or are disputed by the same party, one stays.
    for (table, what) in [("topic_mark", "topic_id"), ("dispute", "party_id")] {
        let twice = format!(
            "DELETE FROM {table} WHERE statement_id = ?2 AND {what} IN
             (SELECT {what} FROM {table} WHERE statement_id = ?1)"
        );
        sql::run(tx, &twice, [keep, gone])?;
    }
    let moves = [
        ("citation", "statement_id"),
        ("link", "from_id"),
        ("link", "to_id"),
        ("assessment", "statement_id"),
        ("dispute", "statement_id"),
        ("note", "statement_id"),
        ("topic_mark", "statement_id"),
        ("follow_up_origin", "statement_id"),
        ("follow_up", "outcome_statement"),
        ("assessment_source", "statement_id"),
    ];
    for (table, column) in moves {
        sql::run(tx, &format!("UPDATE {table} SET {column} = ?1 WHERE {column} = ?2"), [keep, gone])?;
    }
    sql::run(tx, "UPDATE statement SET nested_in = ?1 WHERE nested_in = ?2 AND id <> ?1", [keep, gone])?;
    delete(tx, gone)
}

/// Notes that a quote left the library: by copy or export, in this wording.
pub fn insert_use(tx: &Tx, id: Id, how: &str, wording: &str) -> Result<()> {
    sql::run(
        tx,
        "INSERT INTO used_in (id, statement_id, at, how, wording) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![Id::new(), id, tx.at(), how, wording],
    )?;
    Ok(())
}

/// When, how and in which wording a statement was used, newest first.
pub fn uses(db: &Db, id: Id) -> Result<Vec<(i64, String, String)>> {
    let sql = "SELECT at, how, wording FROM used_in WHERE statement_id = ?1 ORDER BY at DESC, id DESC";
    sql::all(db, sql, [id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
}
