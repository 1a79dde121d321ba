//! Looking the whole library through for damage and for changes made behind the program's back.

use rusqlite::Connection;
use serde_json::{Map, Value as Json};
use sha2::{Digest, Sha256};

use super::journal::chain::{self, hex};
use super::journal::{history::parse_content, triggers};
use super::{Db, Library, content, migrate, search};
use crate::error::Result;
use crate::text::{Arg, t_with};

/// What a check looked at and found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CheckReport {
    /// What is not as it should be; empty in a sound library.
    pub problems: Vec<Problem>,
    /// Original files compared with their hashes.
    pub originals: u64,
    /// Texts compared with their hashes.
    pub texts: u64,
    /// Journal entries whose hashes were computed again.
    pub entries: u64,
    /// Records compared with their history.
    pub records: u64,
    /// The hash of the newest journal entry: kept elsewhere, it shows any later change of what came before.
    pub head: Option<String>,
}

/// One thing that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where it is.
    pub kind: ProblemKind,
    /// What it is: a sentence.
    pub words: String,
}

/// The part of a library a problem is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemKind {
    /// The database file itself.
    Database,
    /// Tables, indexes or triggers differ from those Casefile makes.
    Schema,
    /// A record refers to one that is not there.
    Reference,
    /// An original file.
    Original,
    /// A text.
    Text,
    /// The search index.
    Search,
    /// The journal's chain of hashes.
    Journal,
    /// A record differs from what its history says.
    Record,
}

impl Library {
    /// Looks the library through; nothing is changed.
    pub fn check(&self) -> Result<CheckReport> {
        let mut report = CheckReport::default();
        // One state throughout, also while another window writes.
        let conn = self.db().conn();
        let transaction = conn.unchecked_transaction()?;
        database(conn, &mut report)?;
        references(conn, &mut report)?;
        originals(self.db(), &mut report)?;
        texts(conn, &mut report)?;
        journal(conn, &mut report)?;
        index(self.db(), &mut report)?;
        for table in triggers::JOURNALLED {
            records(conn, table, &mut report)?;
        }
        transaction.commit()?;
        Ok(report)
    }
}

impl CheckReport {
    fn add(&mut self, kind: ProblemKind, words: impl Into<String>) {
        self.problems.push(Problem { kind, words: words.into() });
    }
}

/// What is wrong with a record: its table and id, and what else the sentence names.
fn about(key: &str, table: &str, id: i64, more: &[(&str, Arg<'_>)]) -> String {
    // Not grouped as a number is: it is looked for as it stands.
    let mut args = vec![("table", Arg::from(table)), ("id", Arg::from(id.to_string()))];
    args.extend(more.iter().cloned());
    t_with(key, &args)
}

/// What is wrong with an entry of the journal.
fn entry(key: &str, id: i64) -> String {
    t_with(key, &[("id", Arg::from(id.to_string()))])
}

fn database(conn: &Connection, report: &mut CheckReport) -> Result<()> {
    let mut lines = conn.prepare("PRAGMA integrity_check(20)")?;
    for line in lines.query_map([], |row| row.get::<_, String>(0))? {
        match line?.as_str() {
            "ok" => {}
            line => report.add(ProblemKind::Database, t_with("check-database", &[("line", Arg::from(line))])),
        }
    }
    if let Err(error) = migrate::require_schema(conn) {
        report.add(ProblemKind::Schema, error.to_string());
    }
    Ok(())
}

fn references(conn: &Connection, report: &mut CheckReport) -> Result<()> {
    let mut broken = conn.prepare("SELECT \"table\", rowid, parent FROM pragma_foreign_key_check")?;
    let mut broken = broken.query([])?;
    while let Some(row) = broken.next()? {
        let (table, id, parent): (String, Option<i64>, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let id = id.unwrap_or_default();
        report.add(
            ProblemKind::Reference,
            about("check-reference", &table, id, &[("parent", Arg::from(parent))]),
        );
    }
    Ok(())
}

fn originals(db: &Db, report: &mut CheckReport) -> Result<()> {
    let mut all = db.conn().prepare("SELECT sha256, file_name FROM original ORDER BY id")?;
    let mut all = all.query([])?;
    while let Some(row) = all.next()? {
        let (sha, name): (String, String) = (row.get(0)?, row.get(1)?);
        report.originals += 1;
        if let Err(error) = content::read_original(db, &sha) {
            report.add(ProblemKind::Original, format!("{name}: {error}"));
        }
    }
    missing(db.conn(), report, ProblemKind::Original, "original_sha256", "original")
}

fn texts(conn: &Connection, report: &mut CheckReport) -> Result<()> {
    let mut all = conn.prepare("SELECT sha256, body, chars FROM text_body")?;
    let mut all = all.query([])?;
    while let Some(row) = all.next()? {
        let (sha, chars): (String, i64) = (row.get(0)?, row.get(2)?);
        // Damaged bytes may not be UTF-8 any more.
        let body = row.get_ref(1)?.as_bytes().map_err(rusqlite::Error::from)?;
        let count = std::str::from_utf8(body).map(|body| body.chars().count() as i64);
        report.texts += 1;
        if hex(&Sha256::digest(body)) != sha || count != Ok(chars) {
            report.add(ProblemKind::Text, t_with("check-text", &[("sha", Arg::from(sha))]));
        }
    }
    missing(conn, report, ProblemKind::Text, "text_sha256", "text_body")
}

/// Article versions whose original or text is not kept.
fn missing(
    conn: &Connection,
    report: &mut CheckReport,
    kind: ProblemKind,
    column: &str,
    table: &str,
) -> Result<()> {
    let mut lost = conn.prepare(&format!(
        "SELECT file_name, {column} FROM article_version
         WHERE {column} IS NOT NULL AND {column} NOT IN (SELECT sha256 FROM {table})"
    ))?;
    for row in lost.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))? {
        let (name, sha) = row?;
        report.add(kind, t_with("check-missing", &[("file", Arg::from(name)), ("sha", Arg::from(sha))]));
    }
    Ok(())
}

/// The index's own structure is part of the database's check; here it is whether it tells of the records as
/// they are.
fn index(db: &Db, report: &mut CheckReport) -> Result<()> {
    for (kind, id) in search::index::stale(db)? {
        let words = about("check-index", kind.code(), id.0, &[]);
        report.add(ProblemKind::Search, words);
    }
    Ok(())
}

fn journal(conn: &Connection, report: &mut CheckReport) -> Result<()> {
    let mut entries = conn.prepare(
        "SELECT id, prev_hash, hash, words_salt, words, words_hash FROM journal_entry ORDER BY id",
    )?;
    let mut entries = entries.query([])?;
    let mut previous = String::new();
    while let Some(row) = entries.next()? {
        let id: i64 = row.get(0)?;
        let (prev_hash, hash): (String, String) = (row.get(1)?, row.get(2)?);
        report.entries += 1;
        if prev_hash != previous {
            report.add(ProblemKind::Journal, entry("check-entry-order", id));
        }
        if chain::entry_hash(conn, id, &prev_hash)? != hash {
            report.add(ProblemKind::Journal, entry("check-entry-changed", id));
        }
        let (salt, words): (Option<Vec<u8>>, Option<String>) = (row.get(3)?, row.get(4)?);
        if let (Some(salt), Some(words)) = (salt, words)
            && chain::salted(&salt, &words) != row.get::<_, [u8; 32]>(5)?
        {
            report.add(ProblemKind::Journal, entry("check-entry-words", id));
        }
        previous = hash;
    }
    report.head = Some(previous).filter(|head| !head.is_empty());
    let mut rows = conn.prepare(
        "SELECT entry_id, salt, content, row_hash FROM journal_row WHERE content IS NOT NULL ORDER BY id",
    )?;
    let mut rows = rows.query([])?;
    while let Some(row) = rows.next()? {
        let salt = row.get_ref(1)?.as_blob_or_null().map_err(rusqlite::Error::from)?.unwrap_or_default();
        let content = row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?;
        let hash = row.get_ref(3)?.as_blob_or_null().map_err(rusqlite::Error::from)?.unwrap_or_default();
        if chain::salted(salt, content) != hash {
            report.add(ProblemKind::Journal, entry("check-entry-content", row.get(0)?));
        }
    }
    Ok(())
}

/// A record as its history says it is; a column is missing where that part of its history was erased.
struct Expected {
    id: i64,
    present: bool,
    columns: Map<String, Json>,
    whole: bool,
}

/// Compares the records of a table with what their journal rows add up to.
fn records(conn: &Connection, table: &str, report: &mut CheckReport) -> Result<()> {
    let columns = triggers::columns(conn, table)?;
    let mut rows = conn
        .prepare("SELECT row_id, sign, content FROM journal_row WHERE table_name = ?1 ORDER BY row_id, id")?;
    let mut rows = rows.query([table])?;
    let mut expected: Option<Expected> = None;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        if expected.as_ref().is_none_or(|record| record.id != id) {
            compare(conn, table, &columns, expected.take(), report)?;
            expected = Some(Expected { id, present: false, columns: Map::new(), whole: false });
        }
        let Some(record) = &mut expected else { continue };
        let content: Option<String> = row.get(2)?;
        let new = content.as_deref().map(parse_content).transpose()?.map(|(_, new)| new.unwrap_or_default());
        match (row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?, new) {
            ("+", Some(new)) => *record = Expected { id, present: true, columns: new, whole: true },
            ("-", _) => record.present = false,
            (_, Some(new)) => record.columns.extend(new),
            // Erased: any column may be other than the rest of the history says.
            (_, None) => *record = Expected { id, present: true, columns: Map::new(), whole: false },
        }
    }
    compare(conn, table, &columns, expected, report)?;
    strangers(conn, table, report)
}

fn compare(
    conn: &Connection,
    table: &str,
    columns: &[String],
    expected: Option<Expected>,
    report: &mut CheckReport,
) -> Result<()> {
    let Some(expected) = expected else { return Ok(()) };
    report.records += 1;
    let mut found = conn.prepare_cached(&format!("SELECT * FROM {table} WHERE id = ?1"))?;
    let mut found = found.query([expected.id])?;
    let id = expected.id;
    let Some(row) = found.next()? else {
        if expected.present {
            report.add(ProblemKind::Record, about("check-record-gone", table, id, &[]));
        }
        return Ok(());
    };
    if !expected.present {
        report.add(ProblemKind::Record, about("check-record-there", table, id, &[]));
        return Ok(());
    }
    for column in columns {
        let known = match expected.columns.get(column) {
            Some(value) => value,
            None if expected.whole => &Json::Null,
            None => continue,
        };
        if json(row.get_ref(column.as_str())?) != *known {
            report.add(
                ProblemKind::Record,
                about("check-record-changed", table, id, &[("column", Arg::from(column.as_str()))]),
            );
        }
    }
    Ok(())
}

/// Records that no journal row tells of.
fn strangers(conn: &Connection, table: &str, report: &mut CheckReport) -> Result<()> {
    let mut found = conn.prepare(&format!(
        "SELECT id FROM {table} WHERE NOT EXISTS
           (SELECT 1 FROM journal_row WHERE table_name = '{table}' AND row_id = {table}.id)"
    ))?;
    for id in found.query_map([], |row| row.get::<_, i64>(0))? {
        report.add(ProblemKind::Record, about("check-record-appeared", table, id?, &[]));
    }
    Ok(())
}

/// A value of a journalled table, which holds only whole numbers and text.
fn json(value: rusqlite::types::ValueRef<'_>) -> Json {
    match value {
        rusqlite::types::ValueRef::Integer(number) => number.into(),
        rusqlite::types::ValueRef::Text(text) => String::from_utf8_lossy(text).into(),
        _ => Json::Null,
    }
}
