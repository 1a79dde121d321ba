//! The index brought up to date with what a change touched.

use std::collections::BTreeSet;

use rusqlite::params;

use super::document;
use crate::domain::id::Id;
use crate::domain::kind::RecordKind;
use crate::error::Result;
use crate::store::journal::history::{RowChange, Sign, read_rows};
use crate::store::{Db, Tx, sql};

/// The kinds that are searched, each with its table.
const SEARCHED: &[(RecordKind, &str)] = &[
    (RecordKind::Article, "article"),
    (RecordKind::Statement, "statement"),
    (RecordKind::Party, "party"),
    (RecordKind::Occasion, "occasion"),
    (RecordKind::Event, "event"),
    (RecordKind::FollowUp, "follow_up"),
    (RecordKind::Note, "note"),
];

/// Rows that are part of a record: their table, the column that names the record, its kind.
const PARTS: &[(&str, &str, RecordKind)] = &[
    ("article_version", "article_id", RecordKind::Article),
    ("statement_party", "statement_id", RecordKind::Statement),
    ("citation", "statement_id", RecordKind::Statement),
    ("party_alias", "party_id", RecordKind::Party),
    ("case_party", "party_id", RecordKind::Party),
    ("occasion_party", "occasion_id", RecordKind::Occasion),
    ("event_party", "event_id", RecordKind::Event),
];

type Records = BTreeSet<(RecordKind, Id)>;

/// Brings the index up to date with a journal entry that is about to be committed.
pub(in crate::store) fn follow(tx: &Tx<'_>, entry: i64) -> Result<()> {
    let mut records = Records::new();
    for row in read_rows(tx, entry)? {
        touched(tx, &row, &mut records)?;
    }
    let occasions: Vec<Id> =
        records.iter().filter(|(kind, _)| *kind == RecordKind::Occasion).map(|(_, id)| *id).collect();
    for id in occasions {
        add(tx, "SELECT id FROM statement WHERE occasion_id = ?1", id, RecordKind::Statement, &mut records)?;
    }
    records.into_iter().try_for_each(|(kind, id)| refresh(tx, kind, id))
}

/// The records that read differently after this row changed.
fn touched(db: &Db, row: &RowChange, records: &mut Records) -> Result<()> {
    let id = Id(row.row_id);
    if let Some((kind, _)) = SEARCHED.iter().find(|(_, table)| *table == row.table) {
        records.insert((*kind, id));
    }
    for (_, column, kind) in PARTS.iter().filter(|(table, ..)| *table == row.table) {
        let told = [&row.old, &row.new].into_iter().flatten().filter_map(|side| side.get(*column)?.as_i64());
        records.extend(told.map(|owner| (*kind, Id(owner))));
        let now = format!("SELECT {column} FROM {} WHERE id = ?1 AND {column} IS NOT NULL", row.table);
        add(db, &now, id, *kind, records)?;
    }
    let changed = |start: &str| {
        row.sign == Sign::Altered
            && row.new.as_ref().is_none_or(|new| new.keys().any(|column| column.starts_with(start)))
    };
    match row.table.as_str() {
        "citation_segment" => {
            let citation =
                [&row.old, &row.new].into_iter().flatten().find_map(|side| side.get("citation_id")?.as_i64());
            let of = "SELECT statement_id FROM citation WHERE id = ?1 AND statement_id IS NOT NULL";
            if let Some(citation) = citation {
                add(db, of, Id(citation), RecordKind::Statement, records)?;
            }
            let now =
                "SELECT c.statement_id FROM citation_segment AS s JOIN citation AS c ON c.id = s.citation_id
                 WHERE s.id = ?1 AND c.statement_id IS NOT NULL";
            add(db, now, id, RecordKind::Statement, records)
        }
        "article" if changed("published") => {
            let citing =
                "SELECT c.statement_id FROM article_version AS v JOIN citation AS c ON c.version_id = v.id
                 WHERE v.article_id = ?1 AND c.statement_id IS NOT NULL";
            add(db, citing, id, RecordKind::Statement, records)
        }
        "article_version" if changed("article_id") => {
            let citing =
                "SELECT statement_id FROM citation WHERE version_id = ?1 AND statement_id IS NOT NULL";
            add(db, citing, id, RecordKind::Statement, records)
        }
        "cases" if changed("kept_apart") => {
            add(db, "SELECT party_id FROM party_alias WHERE case_id = ?1", id, RecordKind::Party, records)
        }
        _ => Ok(()),
    }
}

fn add(db: &Db, sql: &str, id: Id, kind: RecordKind, records: &mut Records) -> Result<()> {
    records.extend(sql::all(db, sql, [id], |row| Ok((kind, row.get(0)?)))?);
    Ok(())
}

/// Indexes a record as it is now, or takes it out if it is gone.
fn refresh(tx: &Tx<'_>, kind: RecordKind, id: Id) -> Result<()> {
    let known = sql::first(
        tx,
        "SELECT row, stamp FROM search_map WHERE kind = ?1 AND id = ?2",
        params![kind.code(), id],
        |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)),
    )?;
    let document = document::read(tx, kind, id)?;
    let stamp = document.as_ref().map(document::Document::stamp);
    if known.map(|(_, stamp)| stamp) == stamp {
        return Ok(());
    }
    if let Some((row, _)) = known {
        sql::run(tx, "DELETE FROM search_index WHERE rowid = ?1", [row])?;
        sql::run(tx, "DELETE FROM search_map WHERE row = ?1", [row])?;
    }
    let (Some(document), Some(stamp)) = (document, stamp) else { return Ok(()) };
    sql::run(
        tx,
        "INSERT INTO search_map (kind, id, case_id, first_day, last_day, soft, stamp)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            kind.code(),
            id,
            document.case_id,
            document.date.map(|date| date.first_day()),
            document.date.map(|date| date.last_day()),
            document.date.is_some_and(|date| date.is_soft()),
            stamp
        ],
    )?;
    let row = tx.conn().last_insert_rowid();
    sql::run(
        tx,
        "INSERT INTO search_index (rowid, title, body, scope, speaker, about, audience)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            row,
            document.title,
            document.body(tx)?,
            document.scope,
            document.speaker,
            document.about,
            document.audience
        ],
    )?;
    Ok(())
}

/// The records the index does not have as they are, or has and they are gone.
pub(in crate::store) fn stale(db: &Db) -> Result<Vec<(RecordKind, Id)>> {
    let mut stale = Vec::new();
    for (kind, table) in SEARCHED {
        let all = format!(
            "SELECT r.id, m.stamp FROM {table} AS r LEFT JOIN search_map AS m ON m.kind = ?1 AND m.id = r.id
             UNION ALL SELECT m.id, m.stamp FROM search_map AS m
             WHERE m.kind = ?1 AND m.id NOT IN (SELECT id FROM {table})"
        );
        let all = sql::all(db, &all, [kind.code()], |row| Ok((row.get(0)?, row.get::<_, Option<i64>>(1)?)))?;
        for (id, stamp) in all {
            let now = document::read(db, *kind, id)?.map(|document| document.stamp());
            if now != stamp {
                stale.push((*kind, id));
            }
        }
    }
    Ok(stale)
}
