//! The ordered parties of occasions, statements and events.

use rusqlite::params;

use super::{Tx, sql};
use crate::domain::id::Id;
use crate::error::Result;

/// Makes `parties`, in this order, those of the record in this role. Rows that stay are kept, so that the
/// history shows only what changed. `record` is `occasion`, `statement` or `event`.
pub(in crate::store) fn set(tx: &Tx, record: &str, id: Id, role: Option<&str>, parties: &[Id]) -> Result<()> {
    let in_role = role.map_or(String::new(), |role| format!(" AND role = '{role}'"));
    let had: Vec<(Id, Id, i64)> = sql::all(
        tx,
        &format!("SELECT id, party_id, position FROM {record}_party WHERE {record}_id = ?1{in_role}"),
        [id],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    for (row, party, _) in &had {
        if !parties.contains(party) {
            sql::run(tx, &format!("DELETE FROM {record}_party WHERE id = ?1"), [row])?;
        }
    }
    let mut done: Vec<Id> = Vec::new();
    for party in parties {
        if done.contains(party) {
            continue;
        }
        let position = done.len() as i64;
        done.push(*party);
        match had.iter().find(|(_, p, _)| p == party) {
            Some((_, _, at)) if *at == position => {}
            Some((row, ..)) => sql::set(tx, &format!("{record}_party"), *row, "position", position)?,
            None => insert(tx, record, id, role, *party, position)?,
        }
    }
    Ok(())
}

fn insert(tx: &Tx, record: &str, id: Id, role: Option<&str>, party: Id, position: i64) -> Result<()> {
    let sql = match role {
        Some(_) => format!(
            "INSERT INTO {record}_party (id, {record}_id, party_id, position, role) VALUES (?1, ?2, ?3, ?4, ?5)"
        ),
        None => format!(
            "INSERT INTO {record}_party (id, {record}_id, party_id, position) VALUES (?1, ?2, ?3, ?4)"
        ),
    };
    match role {
        Some(role) => sql::run(tx, &sql, params![Id::new(), id, party, position, role])?,
        None => sql::run(tx, &sql, params![Id::new(), id, party, position])?,
    };
    Ok(())
}
