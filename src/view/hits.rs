//! What a search finds, as the Search screen shows it.

use crate::domain::date::{Dated, Edtf, Match, parse_typed, today};
use crate::domain::id::Id;
use crate::domain::kind::{OccasionRole, PartyRole, RecordKind};
use crate::domain::record::Owner;
use crate::domain::span::Span;
use crate::error::Result;
use crate::store::search::{Hit, Query, SnippetPart, search};
use crate::store::{self, Db};

/// How many hits are shown.
const MOST: u32 = 200;

/// A record that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HitLine {
    /// What it is.
    pub kind: RecordKind,
    /// The record to open: itself, or what a note hangs on.
    pub of: Owner,
    /// Its case; none for a party that belongs to no single case.
    pub case_id: Option<Id>,
    /// The title of its case.
    pub case_title: String,
    /// Its title, or how it begins.
    pub title: String,
    /// Who and when, as far as it has that: "Harbor Line, 27 Mar 2024".
    pub about: String,
    /// Some of its words with those that match marked, on one line; may be empty.
    pub snippet: Vec<SnippetPart>,
    /// The article its words are in, and where.
    pub words: Option<(Id, Span)>,
    /// Whether its date fits the days asked for.
    pub when: Match,
}

/// The answer to a search.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HitsView {
    /// What was typed.
    pub typed: String,
    /// The case that was searched; all cases if `None`.
    pub scope: Option<Id>,
    /// What was found, best first.
    pub lines: Vec<HitLine>,
    /// Whether there may be more than are given.
    pub is_cut: bool,
    /// What stands after `before:` or `after:` and is no date.
    pub unread: Vec<String>,
    /// Whether days were asked for, so that hits fit certainly or possibly.
    pub dated: bool,
}

/// Searches a case, or all cases but those kept apart. Anything can be typed.
pub fn hits(db: &Db, typed: &str, scope: Option<Id>) -> Result<HitsView> {
    let today = today();
    let query = Query::parse(typed, |date| parse_typed(date, today).ok());
    let found = search(db, &query, scope, MOST)?;
    let is_cut = found.len() >= MOST as usize;
    let mut lines = Vec::new();
    for hit in found {
        lines.extend(line(db, hit)?);
    }
    Ok(HitsView {
        typed: typed.to_owned(),
        scope,
        lines,
        is_cut,
        unread: query.unread().to_vec(),
        dated: query.days().is_some(),
    })
}

/// A hit as shown; `None` for a kind that no screen opens.
fn line(db: &Db, hit: Hit) -> Result<Option<HitLine>> {
    let of = match hit.kind {
        RecordKind::Article => Owner::Article(hit.id),
        RecordKind::Party => Owner::Party(hit.id),
        RecordKind::Occasion => Owner::Occasion(hit.id),
        RecordKind::Statement => Owner::Statement(hit.id),
        RecordKind::Event => Owner::Event(hit.id),
        RecordKind::FollowUp => Owner::FollowUp(hit.id),
        RecordKind::Note => store::note::owner(db, hit.id)?,
        RecordKind::Case | RecordKind::Topic => return Ok(None),
    };
    let words = match hit.place {
        Some((version, span)) => Some((store::article::version(db, version)?.article_id, span)),
        None => None,
    };
    let case_title = match hit.case_id {
        Some(case) => store::case::get(db, case)?.title,
        None => String::new(),
    };
    let about = if hit.kind == RecordKind::Note { String::new() } else { about(db, of)? };
    let snippet = hit.snippet.into_iter().map(on_one_line).collect();
    Ok(Some(HitLine {
        kind: hit.kind,
        of,
        case_id: hit.case_id,
        case_title,
        title: hit.title,
        about,
        snippet,
        words,
        when: hit.when,
    }))
}

fn about(db: &Db, of: Owner) -> Result<String> {
    let (who, date) = match of {
        Owner::Article(id) => {
            let article = store::article::get(db, id)?;
            (article.outlet, article.published)
        }
        Owner::Statement(id) => return said(db, id),
        Owner::Event(id) => (String::new(), store::event::get(db, id)?.date),
        Owner::Occasion(id) => (String::new(), store::occasion::get(db, id)?.date),
        Owner::FollowUp(id) => (String::new(), store::follow_up::get(db, id)?.due),
        Owner::Party(_) => (String::new(), Dated::default()),
    };
    Ok(joined(who, &date))
}

/// Who said it, and when if the statement or its occasion is dated.
fn said(db: &Db, id: Id) -> Result<String> {
    let statement = store::statement::get(db, id)?;
    let occasion = match statement.occasion_id {
        Some(occasion) => Some(store::occasion::get(db, occasion)?),
        None => None,
    };
    let own = statement.parties.iter().filter(|(role, _)| *role == PartyRole::Speaker).map(|(_, id)| *id);
    let mut speakers: Vec<Id> = own.collect();
    if let Some(occasion) = occasion.as_ref().filter(|_| speakers.is_empty()) {
        let from = occasion.parties.iter().filter(|(role, _)| *role == OccasionRole::From);
        speakers.extend(from.map(|(_, id)| *id));
    }
    let mut names = Vec::new();
    for speaker in speakers {
        names.push(store::party::get(db, speaker)?.name);
    }
    let date = match occasion {
        Some(occasion) if statement.date.is_empty() => occasion.date,
        _ => statement.date,
    };
    Ok(joined(names.join(", "), &date))
}

fn joined(who: String, date: &Dated) -> String {
    let when = date.edtf.as_ref().map(Edtf::words).unwrap_or_default();
    [who, when].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", ")
}

fn on_one_line(mut part: SnippetPart) -> SnippetPart {
    if part.text.contains(char::is_control) {
        part.text = part.text.replace(char::is_control, " ");
    }
    while part.text.contains("  ") {
        part.text = part.text.replace("  ", " ");
    }
    part
}
