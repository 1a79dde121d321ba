//! Taking back a group of changes, and bringing it back.

use std::collections::HashSet;

use rusqlite::types::Value;
use rusqlite::{ErrorCode, OptionalExtension, params_from_iter};
use serde_json::{Map, Value as Json};

use super::history::{RowChange, Sign, read_rows};
use super::triggers;
use crate::domain::id::Id;
use crate::error::{Error, Result};
use crate::store::{Db, Tx};
use crate::text::{Arg, t, t_with};

/// A group of changes that can be taken back or brought back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undoable {
    /// What the group did, in the words of its entry.
    pub words: String,
    /// The case it belongs to.
    pub case_id: Option<Id>,
    /// Whether that is kept apart: the words are then for that case only.
    pub apart: bool,
}

/// A group of changes that was taken back or brought back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// What the group did, in the words of its entry.
    pub words: String,
    /// The case it belongs to.
    pub case_id: Option<Id>,
    /// Whether that is kept apart: the words are then for that case only.
    pub apart: bool,
    /// The records changed: table and id.
    pub changed: Vec<(String, Id)>,
}

/// Whose changes can be undone here: those of this window, and what its author did before it opened.
pub(in crate::store) struct Scope {
    pub(in crate::store) window: i64,
    pub(in crate::store) author: i64,
    pub(in crate::store) opened_at_entry: i64,
}

/// What an undo or redo applies backwards.
pub(in crate::store) struct Target {
    /// The group of the changes themselves, also for a redo.
    pub(in crate::store) group: i64,
    /// The entries whose rows are applied backwards, newest first.
    entries: Vec<i64>,
    pub(in crate::store) words: String,
    pub(in crate::store) op: String,
    pub(in crate::store) case_id: Option<Id>,
}

/// Entries of a scope (`?1` window, `?2` author, `?3` newest entry when it opened).
///
/// That words left the library stays true whatever is undone: such entries (`used`) are passed over.
const IN_SCOPE: &str = "op <> 'used' AND (window = ?1 OR (author_id = ?2 AND id <= ?3))";

/// Whether the changes of `group` stand undone.
pub(in crate::store) fn is_undone(db: &Db, group: i64) -> Result<bool> {
    let newest = db
        .conn()
        .prepare_cached("SELECT kind FROM journal_entry WHERE undoes = ?1 ORDER BY id DESC LIMIT 1")?
        .query_row([group], |row| row.get::<_, String>(0))
        .optional()?;
    Ok(newest.as_deref() == Some("undo"))
}

/// The last group of the scope that is not undone.
pub(in crate::store) fn next_undo(db: &Db, scope: &Scope) -> Result<Option<Target>> {
    let sql =
        format!("SELECT id, grp FROM journal_entry WHERE kind = 'normal' AND {IN_SCOPE} ORDER BY id DESC");
    let mut found = db.conn().prepare_cached(&sql)?;
    let mut found = found.query((scope.window, scope.author, scope.opened_at_entry))?;
    while let Some(row) = found.next()? {
        let (id, group): (i64, i64) = (row.get(0)?, row.get(1)?);
        if !is_undone(db, group)? {
            return target(db, group, id, entries_of(db, group)?).map(Some);
        }
    }
    Ok(None)
}

/// The group of the scope undone last, if nothing was changed in the scope since.
pub(in crate::store) fn next_redo(db: &Db, scope: &Scope) -> Result<Option<Target>> {
    let sql = format!(
        "SELECT id, kind, undoes FROM journal_entry WHERE kind <> 'redo' AND {IN_SCOPE} ORDER BY id DESC"
    );
    let mut found = db.conn().prepare_cached(&sql)?;
    let mut found = found.query((scope.window, scope.author, scope.opened_at_entry))?;
    while let Some(row) = found.next()? {
        if row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)? != "undo" {
            return Ok(None);
        }
        let (id, group): (i64, i64) = (row.get(0)?, row.get(2)?);
        let newest: i64 = db
            .conn()
            .prepare_cached("SELECT max(id) FROM journal_entry WHERE undoes = ?1")?
            .query_row([group], |row| row.get(0))?;
        if newest == id {
            return target(db, group, id, vec![id]).map(Some);
        }
    }
    Ok(None)
}

/// The entries of a group, newest first.
fn entries_of(db: &Db, group: i64) -> Result<Vec<i64>> {
    let mut found = db
        .conn()
        .prepare_cached("SELECT id FROM journal_entry WHERE grp = ?1 AND kind = 'normal' ORDER BY id DESC")?;
    Ok(found.query_map([group], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// The target with the head of entry `id`.
fn target(db: &Db, group: i64, id: i64, entries: Vec<i64>) -> Result<Target> {
    let mut found = db
        .conn()
        .prepare_cached("SELECT coalesce(words, ''), op, case_id FROM journal_entry WHERE id = ?1")?;
    Ok(found.query_row([id], |row| {
        let case_id = row.get::<_, Option<i64>>(2)?.map(Id);
        Ok(Target { group, entries, words: row.get(0)?, op: row.get(1)?, case_id })
    })?)
}

/// Applies the rows of the target backwards; refuses where something else was changed since.
pub(in crate::store) fn apply(tx: &Tx<'_>, target: &Target) -> Result<()> {
    let conn = tx.conn();
    // A record comes back before or after what it refers to; all is there at the commit.
    conn.pragma_update(None, "defer_foreign_keys", true)?;
    let before: i64 = conn.query_row("SELECT coalesce(max(id), 0) FROM journal_row", [], |row| row.get(0))?;
    let mut touched = HashSet::new();
    for entry in &target.entries {
        for row in read_rows(tx, *entry)?.into_iter().rev() {
            touched.extend(row.places());
            if !take_back(tx, &row)? {
                return Err(conflict(tx, target, &row.table, row.row_id));
            }
        }
    }
    refuse_side_effects(tx, target, before, &touched)
}

/// Refuses if the journal shows changes beyond those of the target, such as records that would be deleted
/// along with one that was added.
fn refuse_side_effects(
    tx: &Tx<'_>,
    target: &Target,
    before: i64,
    touched: &HashSet<(String, i64, Option<String>)>,
) -> Result<()> {
    let entry: Option<i64> =
        tx.conn()
            .query_row("SELECT max(entry_id) FROM journal_row WHERE id > ?1", [before], |row| row.get(0))?;
    for row in entry.map_or_else(|| Ok(Vec::new()), |entry| read_rows(tx, entry))? {
        let whole = (row.table.clone(), row.row_id, None);
        if !touched.contains(&whole) && !row.places().iter().all(|place| touched.contains(place)) {
            return Err(conflict(tx, target, &row.table, row.row_id));
        }
    }
    Ok(())
}

/// Applies one row backwards; false if the record is not as the row left it.
fn take_back(tx: &Tx<'_>, row: &RowChange) -> Result<bool> {
    let columns = triggers::columns(tx.conn(), &row.table)?;
    let erased = || Error::new(t("error-undo-erased"));
    let (old, new) = (row.old.as_ref(), row.new.as_ref());
    let (sql, values) = match row.sign {
        Sign::Added => {
            let new = new.ok_or_else(erased)?;
            let (condition, values) = condition(row, columns.iter(), new);
            (format!("DELETE FROM {} WHERE {condition}", row.table), values)
        }
        Sign::Altered => {
            let (old, new) = (old.ok_or_else(erased)?, new.ok_or_else(erased)?);
            let (condition, mut values) = condition(row, new.keys(), new);
            let mut assignments = Vec::new();
            for (column, value) in old {
                values.push(sql_value(Some(value)));
                assignments.push(format!("\"{column}\" = ?{}", values.len()));
            }
            (format!("UPDATE {} SET {} WHERE {condition}", row.table, assignments.join(", ")), values)
        }
        Sign::Removed => {
            let old = old.ok_or_else(erased)?;
            let mut values = vec![Value::Integer(row.row_id)];
            values.extend(columns.iter().map(|column| sql_value(old.get(column))));
            let names: Vec<String> = columns.iter().map(|column| format!("\"{column}\"")).collect();
            let marks: Vec<String> = (1..=values.len()).map(|n| format!("?{n}")).collect();
            (
                format!("INSERT INTO {} (id, {}) VALUES ({})", row.table, names.join(", "), marks.join(", ")),
                values,
            )
        }
    };
    let changed = tx.conn().prepare_cached(&sql)?.execute(params_from_iter(values));
    match changed {
        Ok(changed) => Ok(changed == 1),
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// That the record is there and its columns are as given.
fn condition<'a>(
    row: &RowChange,
    columns: impl Iterator<Item = &'a String>,
    expected: &Map<String, Json>,
) -> (String, Vec<Value>) {
    let mut conditions = vec![String::from("id = ?1")];
    let mut values = vec![Value::Integer(row.row_id)];
    for column in columns {
        values.push(sql_value(expected.get(column)));
        conditions.push(format!("\"{column}\" COLLATE BINARY IS ?{}", values.len()));
    }
    (conditions.join(" AND "), values)
}

/// A journalled value as it is in its table; an absent one is NULL.
fn sql_value(value: Option<&Json>) -> Value {
    match value {
        None | Some(Json::Null) => Value::Null,
        Some(Json::String(text)) => Value::Text(text.clone()),
        Some(other) => other.as_i64().map_or_else(|| Value::Text(other.to_string()), Value::Integer),
    }
}

/// Names the later change that stands in the way.
fn conflict(tx: &Tx<'_>, target: &Target, table: &str, row_id: i64) -> Error {
    let later = tx
        .conn()
        .query_row(
            "SELECT coalesce(entry.words, ''), author.name FROM journal_row AS row
             JOIN journal_entry AS entry ON entry.id = row.entry_id JOIN author ON author.id = entry.author_id
             WHERE row.table_name = ?1 AND row.row_id = ?2 AND row.entry_id > ?3 AND entry.hash <> ''
             ORDER BY row.id DESC LIMIT 1",
            (table, row_id, target.entries.first()),
            |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)),
        )
        .optional();
    let error = Error::new(t_with("error-undo-conflict", &[("what", Arg::from(target.words.as_str()))]));
    match later {
        Ok(Some((words, author))) if author.is_empty() => error
            .with_detail(t_with("error-undo-later", &[("what", Arg::from(words))]))
            .with_hint(t("error-undo-later-hint")),
        Ok(Some((words, author))) => error
            .with_detail(t_with(
                "error-undo-later-by",
                &[("what", Arg::from(words)), ("author", Arg::from(author))],
            ))
            .with_hint(t("error-undo-later-hint")),
        _ => error.with_hint(t("error-undo-by-hand-hint")),
    }
}

/// An undo that fails at its commit leaves a record that refers to one that is gone.
pub(in crate::store) fn explain(error: Error) -> Error {
    if error.detail.as_deref().is_some_and(|detail| detail.contains("FOREIGN KEY")) {
        return Error::new(t("error-undo-owner-gone")).with_hint(t("error-undo-owner-gone-hint"));
    }
    error
}
