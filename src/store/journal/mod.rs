//! The journal: what was changed, when, by whom, in words; written by triggers, closed by the gate.

pub(in crate::store) mod chain;
pub(in crate::store) mod history;
#[cfg(test)]
mod property;
pub(in crate::store) mod triggers;
pub(in crate::store) mod undo;

use std::collections::HashSet;

use rusqlite::params;

use self::history::EntryKind;
use super::{Db, Tx, migrate};
use crate::domain::id::Id;
use crate::error::Result;

/// What a change is called and belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEntry {
    /// The code of the operation, such as `statement-create`.
    pub op: &'static str,
    /// What was done, as Undo and the history show it: "Add statement S-0001".
    pub words: String,
    /// The case it belongs to, if to one.
    pub case_id: Option<Id>,
    /// Changes of one group are undone in one step; without a group a change is its own.
    pub group: Option<Id>,
}

/// A change that was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done<T> {
    /// What the work gave.
    pub value: T,
    /// The journal entry; `None` if no record was changed.
    pub entry: Option<i64>,
    /// The records changed: table and id, each once, in the order of their first change.
    pub changed: Vec<(String, Id)>,
}

/// The head of an entry that is to be opened.
pub(in crate::store) struct Header {
    pub(in crate::store) group: i64,
    pub(in crate::store) case_id: Option<Id>,
    pub(in crate::store) op: String,
    pub(in crate::store) words: String,
    pub(in crate::store) kind: EntryKind,
    pub(in crate::store) undoes: Option<i64>,
}

/// Opens the entry that the triggers write rows for.
pub(in crate::store) fn open_entry(tx: &Tx<'_>, window: i64, header: &Header) -> Result<i64> {
    let conn = tx.conn();
    let salt = chain::salt()?;
    conn.prepare_cached(
        "INSERT INTO journal_entry (at, author_id, window, grp, case_id, op, words, words_salt, words_hash,
           schema_version, kind, undoes, prev_hash, hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, '', '')",
    )?
    .execute(params![
        tx.at,
        tx.author.0,
        window,
        header.group,
        header.case_id.map(|id| id.0),
        header.op,
        header.words,
        salt.as_slice(),
        chain::salted(&salt, &header.words).as_slice(),
        migrate::VERSION,
        header.kind.code(),
        header.undoes,
    ])?;
    let id = conn.last_insert_rowid();
    conn.prepare_cached("INSERT INTO journal_open (id, entry_id) VALUES (1, ?1)")?.execute([id])?;
    Ok(id)
}

/// Closes the entry: seals it into the chain, or drops it if nothing was changed. Gives what was changed.
pub(in crate::store) fn close_entry(tx: &Tx<'_>, id: i64) -> Result<Vec<(String, Id)>> {
    let conn = tx.conn();
    conn.prepare_cached("DELETE FROM journal_open")?.execute([])?;
    let changed = changed_by(tx, id)?;
    if changed.is_empty() {
        conn.prepare_cached("DELETE FROM journal_entry WHERE id = ?1")?.execute([id])?;
    } else {
        chain::seal(conn, id)?;
    }
    Ok(changed)
}

fn changed_by(db: &Db, entry: i64) -> Result<Vec<(String, Id)>> {
    let mut rows = db
        .conn()
        .prepare_cached("SELECT table_name, row_id FROM journal_row WHERE entry_id = ?1 ORDER BY id")?;
    let mut seen = HashSet::new();
    let mut changed = Vec::new();
    for row in rows.query_map([entry], |row| Ok((row.get::<_, String>(0)?, Id(row.get(1)?))))? {
        let row = row?;
        if seen.insert(row.clone()) {
            changed.push(row);
        }
    }
    Ok(changed)
}
