//! Full-text search over the records of the library.
//!
//! The index holds words only (an FTS5 table without content): what is shown of a hit is read from the record.
//! The gate brings it up to date from the journal rows of each change, so undo keeps it right too.
//!
//! | file | what is in it |
//! | --- | --- |
//! | `document` | what of a record can be searched |
//! | `index` | which records a change touches, and the index brought up to date |
//! | `query` | what a person typed, and the expression made of it |
//! | `snippet` | the words of a hit with what matched marked |

mod document;
pub(in crate::store) mod index;
mod query;
mod snippet;
#[cfg(test)]
mod tests;

use rusqlite::{ToSql, named_params};

pub use query::{Query, Term};
pub use snippet::SnippetPart;

use super::{Db, sql};
use crate::domain::date::{Days, Match, when};
use crate::domain::id::Id;
use crate::domain::kind::RecordKind;
use crate::domain::span::Span;
use crate::error::Result;

/// A record that fits what was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: RecordKind,
    /// The record.
    pub id: Id,
    /// Its case; none for a party that belongs to no single case.
    pub case_id: Option<Id>,
    /// Its title; for a statement without gist and for a note, how it begins.
    pub title: String,
    /// Some of its words, those that match marked. Empty if only its title matches or no words were asked for.
    pub snippet: Vec<SnippetPart>,
    /// Where the words are: the version of an article and the span in its text.
    pub place: Option<(Id, Span)>,
    /// Whether its date fits the days asked for; certainly if none were asked for.
    pub when: Match,
}

/// More hits than this are not ranked but given newest first: ranking would need to weigh every one.
const RANKED: i64 = 2000;

/// The records that fit `query`, best first, at most `limit`. `scope` is the case to search; without one all
/// cases but those kept apart, whose words never show outside them.
pub fn search(db: &Db, query: &Query, scope: Option<Id>, limit: u32) -> Result<Vec<Hit>> {
    let days = query.days();
    let Some(matching) = expression(db, query, scope)? else { return Ok(Vec::new()) };
    let mut hits = Vec::new();
    for found in find(db, &matching, days, limit)? {
        let when = match (days, found.days) {
            (None, _) => Match::Certainly,
            (Some(days), Some((first, last))) => when(first, last, found.soft, days),
            (Some(_), None) => Match::No,
        };
        if when != Match::No {
            hits.extend(shown(db, query, &found, when)?);
        }
    }
    hits.sort_by_key(|hit| hit.when);
    Ok(hits)
}

/// A row of the index that matches.
struct Found {
    kind: RecordKind,
    id: Id,
    case_id: Option<Id>,
    days: Option<(i64, i64)>,
    soft: bool,
}

fn find(db: &Db, matching: &str, days: Option<Days>, limit: u32) -> Result<Vec<Found>> {
    let many = "SELECT count(*) FROM (SELECT 1 FROM search_index WHERE search_index MATCH ?1 LIMIT ?2)";
    let many: i64 = db.conn().prepare_cached(many)?.query_row((matching, RANKED + 1), |row| row.get(0))?;
    let order =
        if many > RANKED { "i.rowid DESC" } else { "bm25(search_index, 8, 1, 0, 0, 0, 0), i.rowid DESC" };
    // A soft date reaches further than its days; how far is told later.
    let found = format!(
        "SELECT m.kind, m.id, m.case_id, m.first_day, m.last_day, m.soft
         FROM search_index AS i JOIN search_map AS m ON m.row = i.rowid
         WHERE search_index MATCH :matching
           AND (:first IS NULL OR m.soft AND m.first_day IS NOT NULL
             OR (m.first_day <= :last AND m.last_day >= :first))
         ORDER BY {order} LIMIT :limit"
    );
    let (first, last) = (days.map(|days| days.first), days.map(|days| days.last));
    let params: &[(&str, &dyn ToSql)] =
        named_params! { ":matching": matching, ":first": first, ":last": last, ":limit": limit };
    sql::all(db, &found, params, |row| {
        let days = row.get::<_, Option<i64>>("first_day")?.zip(row.get::<_, Option<i64>>("last_day")?);
        let (id, case_id) = (row.get("id")?, row.get("case_id")?);
        Ok(Found { kind: sql::code(row, "kind")?, id, case_id, days, soft: row.get("soft")? })
    })
}

/// What a matching record shows; nothing if it is gone.
fn shown(db: &Db, query: &Query, found: &Found, when: Match) -> Result<Option<Hit>> {
    let Some(document) = document::read(db, found.kind, found.id)? else { return Ok(None) };
    let body = document.body(db)?;
    let (snippet, at) = snippet::of(&body, query.terms());
    let place = match (found.kind, document.version) {
        (RecordKind::Article, Some(version)) => at.map(|span| (version, span)),
        _ => document::cited(db, found.kind, found.id)?,
    };
    let title = if document.title.is_empty() { snippet::start_of(&body) } else { document.title };
    Ok(Some(Hit { kind: found.kind, id: found.id, case_id: found.case_id, title, snippet, place, when }))
}

/// The FTS5 expression; `None` if nothing was asked for or a name that was asked for is nobody's.
fn expression(db: &Db, query: &Query, scope: Option<Id>) -> Result<Option<String>> {
    let mut parts = Vec::new();
    parts.extend(query::words(query.terms()).map(|words| format!("{{title body}} : ({words})")));
    let roles = [("speaker", query.speaker()), ("about", query.about()), ("audience", query.to())];
    for (column, names) in roles {
        for name in names {
            let parties = parties_named(db, name, scope)?;
            if parties.is_empty() {
                return Ok(None);
            }
            let tokens: Vec<String> = parties.iter().map(|id| format!("p{id}")).collect();
            parts.push(format!("{{{column}}} : ({})", tokens.join(" OR ")));
        }
    }
    if parts.is_empty() {
        if query.days().is_none() {
            return Ok(None);
        }
        // Only days were asked for: every record has this word.
        parts.push(format!("{{scope}} : {}", document::ANY));
    }
    Ok(Some(scoped(db, &parts.join(" AND "), scope)?))
}

/// Parties whose name or alias has these words, the last of them perhaps not typed to its end. In a case these
/// are its own and those that belong to no single case.
fn parties_named(db: &Db, name: &Term, scope: Option<Id>) -> Result<Vec<Id>> {
    let Some(words) = query::words(std::slice::from_ref(name)) else { return Ok(Vec::new()) };
    let words = format!("{{title body}} : ({words})");
    let matching = match scope {
        Some(case) => format!("({words}) AND {{scope}} : (c{case} OR {})", document::SHARED),
        None => scoped(db, &words, None)?,
    };
    let parties = "SELECT m.id FROM search_index AS i JOIN search_map AS m ON m.row = i.rowid
         WHERE search_index MATCH ?1 AND m.kind = 'party' LIMIT 100";
    sql::all(db, parties, [matching], |row| row.get(0))
}

/// Keeps the expression to a case, or out of the cases kept apart.
fn scoped(db: &Db, matching: &str, scope: Option<Id>) -> Result<String> {
    if let Some(case) = scope {
        return Ok(format!("({matching}) AND {{scope}} : c{case}"));
    }
    let apart: Vec<Id> = sql::all(db, "SELECT id FROM cases WHERE kept_apart", [], |row| row.get(0))?;
    if apart.is_empty() {
        return Ok(matching.to_owned());
    }
    let tokens: Vec<String> = apart.iter().map(|id| format!("c{id}")).collect();
    let tokens = tokens.join(" OR ");
    Ok(format!("({matching}) NOT (({{scope}} : ({tokens})) NOT ({{scope}} : {}))", document::SHARED))
}
