//! Sources: the words of articles that records rest on.

use std::collections::HashMap;

use rusqlite::{Row, params};

use super::{Db, Tx, sql};
use crate::domain::id::Id;
use crate::domain::quote::{Anchor, Segment};
use crate::domain::record::{Citation, Owner};
use crate::domain::span::Span;
use crate::error::Result;

const SELECT: &str = "SELECT c.*, v.article_id FROM citation c JOIN article_version v ON v.id = c.version_id";

fn map(row: &Row<'_>) -> rusqlite::Result<Citation> {
    let statement: Option<Id> = row.get("statement_id")?;
    let event: Option<Id> = row.get("event_id")?;
    let follow_up: Option<Id> = row.get("follow_up_id")?;
    let owner =
        statement.map(Owner::Statement).or(event.map(Owner::Event)).or(follow_up.map(Owner::FollowUp));
    Ok(Citation {
        id: row.get("id")?,
        owner: owner.ok_or(rusqlite::Error::QueryReturnedNoRows)?,
        version_id: row.get("version_id")?,
        article_id: row.get("article_id")?,
        page: row.get("page")?,
        prefix: row.get("prefix")?,
        suffix: row.get("suffix")?,
        segments: Vec::new(),
    })
}

fn map_segment(row: &Row<'_>) -> rusqlite::Result<(Id, Segment)> {
    let (start, end): (i64, i64) = (row.get("start")?, row.get("end")?);
    let span = Span::new(start.max(0) as usize, end.max(0) as usize);
    Ok((row.get("citation_id")?, Segment { span, exact: row.get("exact")? }))
}

fn with_segments(mut citations: Vec<Citation>, segments: Vec<(Id, Segment)>) -> Vec<Citation> {
    let place: HashMap<Id, usize> = citations.iter().enumerate().map(|(n, c)| (c.id, n)).collect();
    for (citation, segment) in segments {
        if let Some(c) = place.get(&citation).and_then(|n| citations.get_mut(*n)) {
            c.segments.push(segment);
        }
    }
    citations
}

/// Adds a source after those its record has.
pub fn insert(tx: &Tx, c: &Citation) -> Result<()> {
    let column = owner_column(c.owner);
    let next = format!("SELECT COALESCE(MAX(position) + 1, 0) FROM citation WHERE {column} = ?1");
    let position: i64 = sql::first(tx, &next, [c.owner.id()], |row| row.get(0))?.unwrap_or(0);
    sql::run(
        tx,
        &format!(
            "INSERT INTO citation (id, {column}, version_id, page, prefix, suffix, position)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
        ),
        params![c.id, c.owner.id(), c.version_id, c.page, c.prefix, c.suffix, position],
    )?;
    for (n, segment) in c.segments.iter().enumerate() {
        sql::run(
            tx,
            "INSERT INTO citation_segment (id, citation_id, position, start, \"end\", exact)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                Id::new(),
                c.id,
                n as i64,
                segment.span.start as i64,
                segment.span.end as i64,
                segment.exact
            ],
        )?;
    }
    Ok(())
}

fn owner_column(owner: Owner) -> &'static str {
    match owner {
        Owner::Event(_) => "event_id",
        Owner::FollowUp(_) => "follow_up_id",
        Owner::Statement(_) | Owner::Article(_) | Owner::Party(_) | Owner::Occasion(_) => "statement_id",
    }
}

/// One source.
pub fn get(db: &Db, id: Id) -> Result<Citation> {
    let citation = sql::get(db, &format!("{SELECT} WHERE c.id = ?1"), id, map)?;
    let of = "SELECT * FROM citation_segment WHERE citation_id = ?1 ORDER BY position";
    let segments = sql::all(db, of, [id], map_segment)?;
    let mut filled = with_segments(vec![citation], segments);
    Ok(filled.remove(0))
}

/// The sources of one record, in order.
pub fn of(db: &Db, owner: Owner) -> Result<Vec<Citation>> {
    let column = owner_column(owner);
    let sql = format!("{SELECT} WHERE c.{column} = ?1 ORDER BY c.position, c.id");
    let citations = sql::all(db, &sql, [owner.id()], map)?;
    let segments = sql::all(
        db,
        &format!(
            "SELECT g.* FROM citation_segment g JOIN citation c ON c.id = g.citation_id WHERE c.{column} = ?1
             ORDER BY g.position"
        ),
        [owner.id()],
        map_segment,
    )?;
    Ok(with_segments(citations, segments))
}

/// All sources in a case, each record's in order.
pub fn of_case(db: &Db, case_id: Id) -> Result<Vec<Citation>> {
    let tie = "JOIN article a ON a.id = v.article_id WHERE a.case_id = ?1";
    let citations = sql::all(db, &format!("{SELECT} {tie} ORDER BY c.position, c.id"), [case_id], map)?;
    let segments = sql::all(
        db,
        &format!(
            "SELECT g.* FROM citation_segment g JOIN citation c ON c.id = g.citation_id
             JOIN article_version v ON v.id = c.version_id {tie} ORDER BY g.position"
        ),
        [case_id],
        map_segment,
    )?;
    Ok(with_segments(citations, segments))
}

/// The sources that rest on any version of this article.
pub fn in_article(db: &Db, article_id: Id) -> Result<Vec<Citation>> {
    let citations =
        sql::all(db, &format!("{SELECT} WHERE v.article_id = ?1 ORDER BY c.id"), [article_id], map)?;
    let segments = sql::all(
        db,
        "SELECT g.* FROM citation_segment g JOIN citation c ON c.id = g.citation_id
         JOIN article_version v ON v.id = c.version_id WHERE v.article_id = ?1 ORDER BY g.position",
        [article_id],
        map_segment,
    )?;
    Ok(with_segments(citations, segments))
}

/// Gives a source to another statement, after those it has.
pub fn move_to(tx: &Tx, id: Id, statement: Id) -> Result<()> {
    sql::run(
        tx,
        "UPDATE citation SET statement_id = ?2, position =
         (SELECT COALESCE(MAX(position) + 1, 0) FROM citation WHERE statement_id = ?2) WHERE id = ?1",
        [id, statement],
    )?;
    Ok(())
}

/// Has a source rest on these words of another version of its article. `anchor` has as many parts as the source.
pub fn rest_on(tx: &Tx, id: Id, version: Id, anchor: &Anchor) -> Result<()> {
    sql::run(
        tx,
        "UPDATE citation SET version_id = ?2, prefix = ?3, suffix = ?4 WHERE id = ?1",
        params![id, version, anchor.prefix, anchor.suffix],
    )?;
    for (n, segment) in anchor.segments.iter().enumerate() {
        sql::run(
            tx,
            "UPDATE citation_segment SET start = ?3, \"end\" = ?4, exact = ?5
             WHERE citation_id = ?1 AND position = ?2",
            params![id, n as i64, segment.span.start as i64, segment.span.end as i64, segment.exact],
        )?;
    }
    Ok(())
}

/// Sets the page of a source.
pub fn set_page(tx: &Tx, id: Id, page: &str) -> Result<()> {
    sql::set(tx, "citation", id, "page", page)
}

/// Takes a source away.
pub fn delete(tx: &Tx, id: Id) -> Result<()> {
    sql::run(tx, "DELETE FROM citation WHERE id = ?1", [id])?;
    Ok(())
}
