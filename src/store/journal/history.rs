//! Reading the journal.

use rusqlite::{OptionalExtension, params};
use serde_json::{Map, Value as Json};

use crate::domain::id::Id;
use crate::error::{Error, Result};
use crate::store::Db;

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// A change.
    Normal,
    /// Takes back a group of changes.
    Undo,
    /// Brings back what was undone.
    Redo,
}

impl EntryKind {
    pub(in crate::store) const fn code(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }

    fn from_code(code: &str) -> Self {
        match code {
            "undo" => Self::Undo,
            "redo" => Self::Redo,
            _ => Self::Normal,
        }
    }
}

/// What happened to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// It was added.
    Added,
    /// Some of its fields were changed.
    Altered,
    /// It was removed.
    Removed,
}

/// Which entries to read, newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryFilter {
    /// Only those of this case. Without one, and without a record, those of all cases but the ones kept apart.
    pub case_id: Option<Id>,
    /// Only those that changed this record (table and id).
    pub record: Option<(String, Id)>,
    /// At most so many.
    pub limit: u32,
    /// Only those older than this entry, to read on.
    pub before: Option<i64>,
}

/// A change as the history shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryEntry {
    /// Its number; rises with time.
    pub id: i64,
    /// When, in UTC milliseconds.
    pub at: i64,
    /// The name of who made it; empty if none was given.
    pub author: String,
    /// What was done; empty if that was erased.
    pub words: String,
    /// The code of the operation.
    pub op: String,
    /// The case it belongs to.
    pub case_id: Option<Id>,
    /// A change, or the taking or bringing back of one.
    pub kind: EntryKind,
    /// Whether it stands undone.
    pub undone: bool,
    /// The records it changed, in order.
    pub rows: Vec<HistoryRow>,
}

/// What an entry did to one record.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryRow {
    /// The table of the record.
    pub table: String,
    /// The record.
    pub row_id: Id,
    /// Added, altered or removed.
    pub sign: Sign,
    /// The fields, with what they were and are; none if the content was erased.
    pub fields: Vec<FieldChange>,
}

/// One field before and after; `Null` where there was or is no value.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldChange {
    /// The column.
    pub column: String,
    /// What it was.
    pub old: Json,
    /// What it is.
    pub new: Json,
}

/// Whether an entry may be shown outside its case: not if that is kept apart, or was when it was deleted.
const SHOWN_ANYWHERE: &str = "(case_id IS NULL
    OR case_id IN (SELECT id FROM cases WHERE kept_apart = 0)
    OR (case_id NOT IN (SELECT id FROM cases) AND NOT EXISTS
      (SELECT 1 FROM journal_row AS gone WHERE gone.table_name = 'cases' AND gone.row_id = case_id
         AND gone.sign = '-' AND gone.content ->> '$.old.kept_apart' = 1)))";

/// Whether what was changed in a case may be told in that case only.
pub(in crate::store) fn is_apart(db: &Db, case_id: Option<Id>) -> Result<bool> {
    let sql = format!("SELECT NOT {SHOWN_ANYWHERE} FROM (SELECT ?1 AS case_id)");
    Ok(db.conn().prepare_cached(&sql)?.query_row([case_id], |row| row.get(0))?)
}

/// When the newest change of the library was written, UTC milliseconds; none if there is no change yet.
pub fn last_change(db: &Db) -> Result<Option<i64>> {
    let newest = "SELECT at FROM journal_entry ORDER BY id DESC LIMIT 1";
    Ok(db.conn().prepare_cached(newest)?.query_row([], |row| row.get(0)).optional()?)
}

/// The changes that fit the filter, newest first.
pub fn history(db: &Db, filter: &HistoryFilter) -> Result<Vec<HistoryEntry>> {
    let (table, row_id) =
        filter.record.as_ref().map_or((None, None), |(table, id)| (Some(table), Some(id.0)));
    let mut found = db.conn().prepare_cached(&format!(
        "SELECT entry.id, at, author.name, coalesce(words, ''), op, case_id, kind,
           kind = 'normal' AND 'undo' IS (SELECT later.kind FROM journal_entry AS later
             WHERE later.undoes = entry.grp ORDER BY later.id DESC LIMIT 1)
         FROM journal_entry AS entry JOIN author ON author.id = entry.author_id
         WHERE (CASE WHEN ?1 IS NOT NULL THEN case_id = ?1 ELSE ?3 IS NOT NULL OR {SHOWN_ANYWHERE} END)
           AND (?2 IS NULL OR entry.id < ?2)
           AND (?3 IS NULL OR entry.id IN
             (SELECT entry_id FROM journal_row WHERE table_name = ?3 AND row_id = ?4))
         ORDER BY entry.id DESC LIMIT ?5"
    ))?;
    let mut entries: Vec<HistoryEntry> = found
        .query_map(
            params![filter.case_id.map(|id| id.0), filter.before, table, row_id, filter.limit],
            |row| {
                Ok(HistoryEntry {
                    id: row.get(0)?,
                    at: row.get(1)?,
                    author: row.get(2)?,
                    words: row.get(3)?,
                    op: row.get(4)?,
                    case_id: row.get::<_, Option<i64>>(5)?.map(Id),
                    kind: EntryKind::from_code(row.get_ref(6)?.as_str()?),
                    undone: row.get(7)?,
                    rows: Vec::new(),
                })
            },
        )?
        .collect::<Result<_, _>>()?;
    for entry in &mut entries {
        entry.rows = read_rows(db, entry.id)?.into_iter().map(HistoryRow::from).collect();
    }
    Ok(entries)
}

/// A journal row as it is kept.
pub(in crate::store) struct RowChange {
    pub(in crate::store) table: String,
    pub(in crate::store) row_id: i64,
    pub(in crate::store) sign: Sign,
    /// Absent columns are NULL. `None` where there is none or the content was erased.
    pub(in crate::store) old: Option<Map<String, Json>>,
    pub(in crate::store) new: Option<Map<String, Json>>,
}

impl RowChange {
    /// The places it touches: the record as a whole (no column), or each changed column.
    pub(in crate::store) fn places(&self) -> Vec<(String, i64, Option<String>)> {
        let place = |column| (self.table.clone(), self.row_id, column);
        match (self.sign, &self.new) {
            (Sign::Altered, Some(new)) => new.keys().map(|column| place(Some(column.clone()))).collect(),
            _ => vec![place(None)],
        }
    }
}

impl From<RowChange> for HistoryRow {
    fn from(row: RowChange) -> Self {
        let (mut old, mut new) = (row.old.unwrap_or_default(), row.new.unwrap_or_default());
        let mut columns: Vec<String> = old.keys().chain(new.keys()).cloned().collect();
        columns.sort();
        columns.dedup();
        let fields = columns
            .into_iter()
            .map(|column| FieldChange {
                old: old.remove(&column).unwrap_or_default(),
                new: new.remove(&column).unwrap_or_default(),
                column,
            })
            .collect();
        Self { table: row.table, row_id: Id(row.row_id), sign: row.sign, fields }
    }
}

/// The rows of an entry, in the order they were changed.
pub(in crate::store) fn read_rows(db: &Db, entry: i64) -> Result<Vec<RowChange>> {
    let mut found = db.conn().prepare_cached(
        "SELECT table_name, row_id, sign, content FROM journal_row WHERE entry_id = ?1 ORDER BY id",
    )?;
    let mut found = found.query([entry])?;
    let mut rows = Vec::new();
    while let Some(row) = found.next()? {
        let content: Option<String> = row.get(3)?;
        let (old, new) = content.as_deref().map_or(Ok((None, None)), parse_content)?;
        let sign = match row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)? {
            "+" => Sign::Added,
            "-" => Sign::Removed,
            _ => Sign::Altered,
        };
        rows.push(RowChange { table: row.get(0)?, row_id: row.get(1)?, sign, old, new });
    }
    Ok(rows)
}

/// The columns before and after.
pub(in crate::store) type Sides = (Option<Map<String, Json>>, Option<Map<String, Json>>);

pub(in crate::store) fn parse_content(content: &str) -> Result<Sides> {
    #[derive(serde::Deserialize)]
    struct Content {
        old: Option<Map<String, Json>>,
        new: Option<Map<String, Json>>,
    }
    let content: Content = serde_json::from_str(content)
        .map_err(|error| Error::new(crate::text::t("error-entry-unreadable")).with_detail(error))?;
    Ok((content.old, content.new))
}
