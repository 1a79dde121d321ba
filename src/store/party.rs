//! Parties, their other names, relations and places in cases.

use std::collections::HashMap;

use rusqlite::{Row, params};

use super::{Db, Tx, sql};
use crate::domain::edit::{CasePartyEdit, PartyEdit};
use crate::domain::id::Id;
use crate::domain::kind::AliasKind;
use crate::domain::record::{Alias, CaseParty, Party, Relation};
use crate::error::Result;

fn map(row: &Row<'_>) -> rusqlite::Result<Party> {
    Ok(Party {
        id: row.get("id")?,
        name: row.get("name")?,
        kind: sql::code(row, "kind")?,
        home_case_id: row.get("home_case_id")?,
        confidential: row.get("confidential")?,
    })
}

fn map_relation(row: &Row<'_>) -> rusqlite::Result<Relation> {
    Ok(Relation {
        id: row.get("id")?,
        party_id: row.get("party_id")?,
        other_id: row.get("other_id")?,
        kind: sql::code(row, "kind")?,
        dates: sql::dated(row, "dates")?,
    })
}

/// Adds a party to the library.
pub fn insert(tx: &Tx, party: &Party) -> Result<()> {
    sql::run(
        tx,
        "INSERT INTO party (id, name, kind, home_case_id, confidential) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![party.id, party.name, party.kind.code(), party.home_case_id, party.confidential],
    )?;
    Ok(())
}

/// One party.
pub fn get(db: &Db, id: Id) -> Result<Party> {
    sql::get(db, "SELECT * FROM party WHERE id = ?1", id, map)
}

/// The parties that may be shown in this case (its own and the library's), or, without a case, in library-wide
/// views: none of a case kept apart.
pub fn visible(db: &Db, case_id: Option<Id>) -> Result<Vec<Party>> {
    let sql = "SELECT p.* FROM party p WHERE p.home_case_id IS NULL OR p.home_case_id = ?1
        ORDER BY p.name COLLATE NOCASE, p.id";
    sql::all(db, sql, params![case_id], map)
}

/// Every party, those of single cases too; for names only, within their cases.
pub fn all(db: &Db) -> Result<Vec<Party>> {
    sql::all(db, "SELECT * FROM party", [], map)
}

/// The parties of a case with their place in it, by name.
pub fn of_case(db: &Db, case_id: Id) -> Result<Vec<(Party, CaseParty)>> {
    let sql = "SELECT p.*, c.number, c.role, c.side FROM case_party c JOIN party p ON p.id = c.party_id
        WHERE c.case_id = ?1 ORDER BY p.name COLLATE NOCASE, p.id";
    sql::all(db, sql, [case_id], |row| {
        let place = CaseParty {
            party_id: row.get("id")?,
            number: row.get("number")?,
            role: row.get("role")?,
            side: row.get("side")?,
        };
        Ok((map(row)?, place))
    })
}

/// The cases a party is in, those kept apart too, with its place in each; for changes, not for showing.
pub fn places(db: &Db, party_id: Id) -> Result<Vec<(Id, CaseParty)>> {
    let sql = "SELECT case_id, number, role, side FROM case_party WHERE party_id = ?1 ORDER BY case_id";
    sql::all(db, sql, [party_id], |row| {
        let place = CaseParty {
            party_id,
            number: row.get("number")?,
            role: row.get("role")?,
            side: row.get("side")?,
        };
        Ok((row.get("case_id")?, place))
    })
}

/// The cases a party is in, none of them kept apart.
pub fn cases_of(db: &Db, party_id: Id) -> Result<Vec<Id>> {
    let sql = "SELECT p.case_id FROM case_party p JOIN cases c ON c.id = p.case_id
        WHERE p.party_id = ?1 AND c.kept_apart = 0 ORDER BY p.case_id";
    sql::all(db, sql, [party_id], |row| row.get(0))
}

/// How many cases each party is in, of those that are not kept apart.
pub fn case_counts(db: &Db) -> Result<HashMap<Id, usize>> {
    let sql = "SELECT p.party_id, count(*) FROM case_party p JOIN cases c ON c.id = p.case_id
        WHERE c.kept_apart = 0 GROUP BY p.party_id";
    let counts = sql::all(db, sql, [], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?)))?;
    Ok(counts.into_iter().map(|(id, count)| (id, usize::try_from(count).unwrap_or_default())).collect())
}

/// Sets one field.
pub fn edit(tx: &Tx, id: Id, edit: &PartyEdit) -> Result<()> {
    match edit {
        PartyEdit::Name(v) => sql::set(tx, "party", id, "name", v),
        PartyEdit::Kind(v) => sql::set(tx, "party", id, "kind", v.code()),
        PartyEdit::Confidential(v) => sql::set(tx, "party", id, "confidential", v),
    }
}

/// Makes a party local to a case.
pub fn set_home(tx: &Tx, id: Id, case_id: Id) -> Result<()> {
    sql::set(tx, "party", id, "home_case_id", case_id)
}

/// The cases a party has a part in, those kept apart and those it was taken out of too; for changes, not for showing.
pub fn cases_with(db: &Db, id: Id) -> Result<Vec<Id>> {
    let sql = "SELECT case_id FROM case_party WHERE party_id = ?1
        UNION SELECT s.case_id FROM statement_party p JOIN statement s ON s.id = p.statement_id
            WHERE p.party_id = ?1
        UNION SELECT o.case_id FROM occasion_party p JOIN occasion o ON o.id = p.occasion_id
            WHERE p.party_id = ?1
        UNION SELECT e.case_id FROM event_party p JOIN event e ON e.id = p.event_id WHERE p.party_id = ?1
        UNION SELECT coalesce(s.case_id, e.case_id) FROM dispute d LEFT JOIN statement s ON s.id = d.statement_id
            LEFT JOIN event e ON e.id = d.event_id WHERE d.party_id = ?1
        UNION SELECT case_id FROM follow_up WHERE waiting_on = ?1
        UNION SELECT case_id FROM note WHERE party_id = ?1";
    sql::all(db, sql, [id], |row| row.get(0))
}

/// Has the names and relations of a party that came from no case come from this one.
pub fn learned_in(tx: &Tx, id: Id, case_id: Id) -> Result<()> {
    for of in [
        "party_alias SET case_id = ?2 WHERE party_id = ?1",
        "party_relation SET case_id = ?2 WHERE ?1 IN (party_id, other_id)",
    ] {
        sql::run(tx, &format!("UPDATE {of} AND case_id IS NULL"), [id, case_id])?;
    }
    Ok(())
}

/// Makes the parties that are in this case alone its own, or gives them to the library again. Unnamed parties always
/// belong to their case.
pub fn keep_apart(tx: &Tx, case_id: Id, apart: bool) -> Result<()> {
    let sql = if apart {
        "UPDATE party SET home_case_id = ?1 WHERE home_case_id IS NULL
         AND id IN (SELECT party_id FROM case_party WHERE case_id = ?1)
         AND id NOT IN (SELECT party_id FROM case_party WHERE case_id <> ?1)"
    } else {
        "UPDATE party SET home_case_id = NULL WHERE home_case_id = ?1 AND kind <> 'unnamed'"
    };
    sql::run(tx, sql, [case_id])?;
    Ok(())
}

/// Forgets the names and relations that were learned in this case, for a case kept apart that is deleted: without it
/// they would show everywhere.
pub fn forget_learned_in(tx: &Tx, case_id: Id) -> Result<()> {
    sql::run(tx, "DELETE FROM party_alias WHERE case_id = ?1", [case_id])?;
    sql::run(tx, "DELETE FROM party_relation WHERE case_id = ?1", [case_id])?;
    Ok(())
}

/// Takes a party out of the library, with its part in everything.
pub fn delete(tx: &Tx, id: Id) -> Result<()> {
    sql::run(tx, "DELETE FROM party WHERE id = ?1", [id])?;
    Ok(())
}

/// Puts a party into a case, if it is not there yet.
pub fn add_to_case(tx: &Tx, case_id: Id, party_id: Id) -> Result<()> {
    let there = "SELECT id FROM case_party WHERE case_id = ?1 AND party_id = ?2";
    if sql::first(tx, there, params![case_id, party_id], |row| row.get::<_, Id>(0))?.is_some() {
        return Ok(());
    }
    let number = sql::next_number(tx, case_id, crate::domain::kind::RecordKind::Party)?;
    sql::run(
        tx,
        "INSERT INTO case_party (id, case_id, party_id, number) VALUES (?1, ?2, ?3, ?4)",
        params![Id::new(), case_id, party_id, number],
    )?;
    Ok(())
}

/// Takes a party out of a case; what it said there stays.
pub fn remove_from_case(tx: &Tx, case_id: Id, party_id: Id) -> Result<()> {
    sql::run(tx, "DELETE FROM case_party WHERE case_id = ?1 AND party_id = ?2", params![case_id, party_id])?;
    Ok(())
}

/// Sets one field of a party's place in a case.
pub fn edit_place(tx: &Tx, case_id: Id, party_id: Id, edit: &CasePartyEdit) -> Result<()> {
    let (column, value): (&str, &dyn rusqlite::ToSql) = match edit {
        CasePartyEdit::Role(v) => ("role", v),
        CasePartyEdit::Side(v) => ("side", v),
    };
    let sql = format!("UPDATE case_party SET {column} = ?3 WHERE case_id = ?1 AND party_id = ?2");
    sql::run(tx, &sql, params![case_id, party_id, value])?;
    Ok(())
}

/// What came from a case kept apart is seen in that case only; `?1` is the case that looks, or NULL.
const SEEN: &str =
    "(case_id IS NULL OR case_id IS ?1 OR case_id IN (SELECT id FROM cases WHERE kept_apart = 0))";

/// A party's other names, as `case_id`, or a library-wide view, may see them.
pub fn aliases(db: &Db, party_id: Id, case_id: Option<Id>) -> Result<Vec<Alias>> {
    let sql = format!("SELECT id, alias, kind FROM party_alias WHERE party_id = ?2 AND {SEEN} ORDER BY id");
    sql::all(db, &sql, params![case_id, party_id], |row| {
        Ok(Alias { id: row.get("id")?, alias: row.get("alias")?, kind: sql::code(row, "kind")? })
    })
}

/// Every other name of every party, as `case_id`, or a library-wide view, may see them.
pub fn all_aliases(db: &Db, case_id: Option<Id>) -> Result<Vec<(Id, String)>> {
    let sql = format!("SELECT party_id, alias FROM party_alias WHERE {SEEN} ORDER BY id");
    sql::all(db, &sql, params![case_id], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The other names of a case's parties that do not come from another case, each with its party.
pub fn aliases_of_case(db: &Db, case_id: Id) -> Result<Vec<(Id, Alias)>> {
    let sql = "SELECT a.party_id, a.id, a.alias, a.kind FROM party_alias a
        JOIN case_party c ON c.party_id = a.party_id AND c.case_id = ?1
        WHERE a.case_id IS NULL OR a.case_id = ?1 ORDER BY a.id";
    sql::all(db, sql, [case_id], |row| {
        let alias = Alias { id: row.get("id")?, alias: row.get("alias")?, kind: sql::code(row, "kind")? };
        Ok((row.get("party_id")?, alias))
    })
}

/// The relations between parties of a case that do not come from another case.
pub fn relations_of_case(db: &Db, case_id: Id) -> Result<Vec<Relation>> {
    let sql = "SELECT r.* FROM party_relation r
        JOIN case_party a ON a.party_id = r.party_id AND a.case_id = ?1
        JOIN case_party b ON b.party_id = r.other_id AND b.case_id = ?1
        WHERE r.case_id IS NULL OR r.case_id = ?1 ORDER BY r.id";
    sql::all(db, sql, [case_id], map_relation)
}

/// Adds another name, noting the case it came from.
pub fn insert_alias(tx: &Tx, party_id: Id, alias: &str, kind: AliasKind, case_id: Option<Id>) -> Result<Id> {
    let id = Id::new();
    sql::run(
        tx,
        "INSERT INTO party_alias (id, party_id, alias, kind, case_id) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![id, party_id, alias, kind.code(), case_id],
    )?;
    Ok(id)
}

/// The case another name came from, if it came from one.
pub fn alias_case(db: &Db, id: Id) -> Result<Option<Id>> {
    let case = sql::first(db, "SELECT case_id FROM party_alias WHERE id = ?1", [id], |row| row.get(0))?;
    Ok(case.flatten())
}

/// Takes another name away.
pub fn delete_alias(tx: &Tx, id: Id) -> Result<()> {
    sql::run(tx, "DELETE FROM party_alias WHERE id = ?1", [id])?;
    Ok(())
}

/// The relations a party is in, on either side, as `case_id`, or a library-wide view, may see them.
pub fn relations(db: &Db, party_id: Id, case_id: Option<Id>) -> Result<Vec<Relation>> {
    let sql =
        format!("SELECT * FROM party_relation WHERE (party_id = ?2 OR other_id = ?2) AND {SEEN} ORDER BY id");
    sql::all(db, &sql, params![case_id, party_id], map_relation)
}

/// Adds a relation, noting the case it came from.
pub fn insert_relation(tx: &Tx, relation: &Relation, case_id: Option<Id>) -> Result<()> {
    let [edtf, words, basis, first, last] = sql::dated_values(&relation.dates);
    sql::run(
        tx,
        "INSERT INTO party_relation (id, party_id, other_id, kind, dates_edtf, dates_words, dates_basis,
         dates_first, dates_last, case_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![
            relation.id,
            relation.party_id,
            relation.other_id,
            relation.kind.code(),
            edtf,
            words,
            basis,
            first,
            last,
            case_id
        ],
    )?;
    Ok(())
}

/// The case a relation came from, if it came from one.
pub fn relation_case(db: &Db, id: Id) -> Result<Option<Id>> {
    let case = sql::first(db, "SELECT case_id FROM party_relation WHERE id = ?1", [id], |row| row.get(0))?;
    Ok(case.flatten())
}

/// The relations between two parties, each with the case it came from, if it came from one.
pub fn relations_between(db: &Db, one: Id, other: Id) -> Result<Vec<(Option<Id>, Relation)>> {
    let sql = "SELECT * FROM party_relation WHERE (party_id = ?1 AND other_id = ?2)
        OR (party_id = ?2 AND other_id = ?1) ORDER BY id";
    sql::all(db, sql, [one, other], |row| Ok((row.get("case_id")?, map_relation(row)?)))
}

/// Takes a relation away.
pub fn delete_relation(tx: &Tx, id: Id) -> Result<()> {
    sql::run(tx, "DELETE FROM party_relation WHERE id = ?1", [id])?;
    Ok(())
}

/// Gives everything that names `gone` to `keep`, in every record, and takes `gone` away. Where both stand in the
/// same place of a record, one stays.
pub fn merge(tx: &Tx, keep: Id, gone: Id) -> Result<()> {
    let moves = [
        ("statement_party", "party_id", "statement_id, role"),
        ("occasion_party", "party_id", "occasion_id, role"),
        ("event_party", "party_id", "event_id"),
        ("case_party", "party_id", "case_id"),
        ("party_alias", "party_id", ""),
        ("party_relation", "party_id", ""),
        ("party_relation", "other_id", ""),
        ("dispute", "party_id", ""),
        ("follow_up", "waiting_on", ""),
        ("note", "party_id", ""),
    ];
    for (table, column, place) in moves {
        if !place.is_empty() {
            let both = format!(
                "DELETE FROM {table} WHERE {column} = ?2 AND ({place}) IN
                 (SELECT {place} FROM {table} WHERE {column} = ?1)"
            );
            sql::run(tx, &both, [keep, gone])?;
        }
        sql::run(tx, &format!("UPDATE {table} SET {column} = ?1 WHERE {column} = ?2"), [keep, gone])?;
    }
    sql::run(tx, "DELETE FROM party_relation WHERE party_id = other_id", [])?;
    delete(tx, gone)
}

/// Gives the part that `from` has in these statements to `to`.
pub fn reassign(tx: &Tx, from: Id, to: Id, statements: &[Id]) -> Result<()> {
    for statement in statements {
        let both = "DELETE FROM statement_party WHERE party_id = ?1 AND statement_id = ?3 AND role IN
            (SELECT role FROM statement_party WHERE party_id = ?2 AND statement_id = ?3)";
        sql::run(tx, both, params![from, to, statement])?;
        let sql = "UPDATE statement_party SET party_id = ?2 WHERE party_id = ?1 AND statement_id = ?3";
        sql::run(tx, sql, params![from, to, statement])?;
    }
    Ok(())
}
