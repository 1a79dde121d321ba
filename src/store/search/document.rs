//! What of a record can be searched, and when it was.

use std::borrow::Cow;
use std::sync::Arc;

use rusqlite::params;
use sha2::{Digest, Sha256};

use crate::domain::date::Edtf;
use crate::domain::id::Id;
use crate::domain::kind::RecordKind;
use crate::domain::span::Span;
use crate::error::Result;
use crate::store::{Db, content, sql};

/// The word that every record has.
pub(super) const ANY: &str = "any";
/// The word of parties that belong to no single case.
pub(super) const SHARED: &str = "shared";

/// A record as the index sees it.
#[derive(Debug, Default)]
pub(super) struct Document {
    pub(super) case_id: Option<Id>,
    pub(super) title: String,
    text: Text,
    /// The version of an article whose text it is.
    pub(super) version: Option<Id>,
    pub(super) scope: String,
    pub(super) speaker: String,
    pub(super) about: String,
    pub(super) audience: String,
    pub(super) date: Option<Edtf>,
}

/// Words, or the hash by which they are kept.
#[derive(Debug)]
enum Text {
    Here(String),
    Kept(String),
}

impl Default for Text {
    fn default() -> Self {
        Self::Here(String::new())
    }
}

impl Document {
    /// Its words beside the title.
    pub(super) fn body(&self, db: &Db) -> Result<Arc<str>> {
        match &self.text {
            Text::Here(words) => Ok(words.as_str().into()),
            // A text that is lost is for the check to tell of; it does not stop other changes.
            Text::Kept(sha256) => Ok(content::find_text(db, sha256)?.unwrap_or_default()),
        }
    }

    /// Tells whether it reads as it did.
    pub(super) fn stamp(&self) -> i64 {
        let (kept, text) = match &self.text {
            Text::Here(words) => ("here", words),
            Text::Kept(sha256) => ("kept", sha256),
        };
        let date: Cow<'_, str> = self.date.map_or(Cow::Borrowed(""), |date| date.to_string().into());
        let fields =
            [&self.title, kept, text, &self.scope, &self.speaker, &self.about, &self.audience, &*date];
        let mut hash = Sha256::new();
        for field in fields {
            hash.update((field.len() as u64).to_be_bytes());
            hash.update(field.as_bytes());
        }
        let hash: [u8; 32] = hash.finalize().into();
        hash.iter().take(8).fold(0, |stamp, byte| (stamp << 8) | i64::from(*byte))
    }
}

/// The record; `None` if it is not there or of a kind that is not searched.
pub(super) fn read(db: &Db, kind: RecordKind, id: Id) -> Result<Option<Document>> {
    match kind {
        RecordKind::Article => article(db, id),
        RecordKind::Statement => statement(db, id),
        RecordKind::Party => party(db, id),
        RecordKind::Occasion => occasion(db, id),
        RecordKind::Event => event(db, id),
        RecordKind::FollowUp => follow_up(db, id),
        RecordKind::Note => note(db, id),
        RecordKind::Case | RecordKind::Topic => Ok(None),
    }
}

fn of_case(case_id: Id) -> Document {
    Document { case_id: Some(case_id), scope: format!("{ANY} c{case_id}"), ..Document::default() }
}

fn edtf(text: Option<String>) -> Option<Edtf> {
    text.and_then(|text| text.parse().ok())
}

fn article(db: &Db, id: Id) -> Result<Option<Document>> {
    let sql = "SELECT case_id, title, published_edtf FROM article WHERE id = ?1";
    let found = sql::first(db, sql, [id], |row| {
        let date = edtf(row.get(2)?);
        Ok(Document { title: row.get(1)?, date, ..of_case(row.get(0)?) })
    })?;
    let Some(mut document) = found else { return Ok(None) };
    let sql = "SELECT id, text_sha256 FROM article_version
         WHERE article_id = ?1 AND text_sha256 IS NOT NULL ORDER BY n DESC LIMIT 1";
    if let Some((version, text)) = sql::first(db, sql, [id], |row| Ok((row.get(0)?, row.get(1)?)))? {
        document.version = Some(version);
        document.text = Text::Kept(text);
    }
    Ok(Some(document))
}

fn statement(db: &Db, id: Id) -> Result<Option<Document>> {
    // Undated: the occasion's date, else on or before the first publication among its sources.
    let sql = "SELECT s.case_id, s.gist, s.unsourced, s.occasion_id, coalesce(s.date_edtf, o.date_edtf)
         FROM statement AS s LEFT JOIN occasion AS o ON o.id = s.occasion_id WHERE s.id = ?1";
    let found = sql::first(db, sql, [id], |row| {
        let (unsourced, occasion): (String, Option<Id>) = (row.get(2)?, row.get(3)?);
        let document = Document { title: row.get(1)?, date: edtf(row.get(4)?), ..of_case(row.get(0)?) };
        Ok((document, unsourced, occasion))
    })?;
    let Some((mut document, unsourced, occasion)) = found else { return Ok(None) };
    let mut wordings: Vec<String> = sql::all(
        db,
        "SELECT (SELECT group_concat(exact, ' … ' ORDER BY position) FROM citation_segment WHERE citation_id = c.id)
         FROM citation AS c WHERE c.statement_id = ?1 ORDER BY c.position, c.id",
        [id],
        |row| Ok(row.get::<_, Option<String>>(0)?.unwrap_or_default()),
    )?;
    wordings.push(unsourced);
    wordings.retain(|wording| !wording.is_empty());
    wordings.dedup();
    document.text = Text::Here(wordings.join("\n"));
    if document.date.is_none() {
        let sql =
            "SELECT a.published_edtf FROM citation AS c JOIN article_version AS v ON v.id = c.version_id
             JOIN article AS a ON a.id = v.article_id
             WHERE c.statement_id = ?1 AND a.published_edtf IS NOT NULL ORDER BY a.published_last LIMIT 1";
        let published = sql::first(db, sql, [id], |row| row.get(0))?;
        document.date = edtf(published).and_then(|date| Edtf::on_or_before(&date));
    }
    let role = |role: &str, inherited: &str| -> Result<String> {
        match (parties(db, "statement_party", "statement_id", id, role)?, occasion) {
            (own, Some(occasion)) if own.is_empty() && !inherited.is_empty() => {
                parties(db, "occasion_party", "occasion_id", occasion, inherited)
            }
            (own, _) => Ok(own),
        }
    };
    document.speaker = format!("{} {}", role("speaker", "from")?, role("behalf", "behalf")?);
    document.audience = role("audience", "to")?;
    document.about = role("about", "")?;
    Ok(Some(document))
}

fn party(db: &Db, id: Id) -> Result<Option<Document>> {
    let found = sql::first(db, "SELECT name, home_case_id FROM party WHERE id = ?1", [id], |row| {
        Ok((row.get(0)?, row.get::<_, Option<Id>>(1)?))
    })?;
    let Some((title, home)) = found else { return Ok(None) };
    // A name that only a case kept apart knows is found nowhere unless the party is of that case.
    let aliases: Vec<String> = sql::all(
        db,
        "SELECT alias FROM party_alias AS a LEFT JOIN cases AS c ON c.id = a.case_id
         WHERE party_id = ?1 AND (c.kept_apart IS NOT 1 OR c.id IS ?2) ORDER BY a.id",
        params![id, home],
        |row| row.get(0),
    )?;
    let text = Text::Here(aliases.join("\n"));
    if let Some(home) = home {
        return Ok(Some(Document { title, text, ..of_case(home) }));
    }
    let cases =
        sql::all(db, "SELECT case_id FROM case_party WHERE party_id = ?1 ORDER BY case_id", [id], |row| {
            Ok(format!(" c{}", row.get::<_, Id>(0)?))
        })?;
    Ok(Some(Document {
        title,
        text,
        scope: format!("{ANY} {SHARED}{}", cases.concat()),
        ..Document::default()
    }))
}

fn occasion(db: &Db, id: Id) -> Result<Option<Document>> {
    let sql = "SELECT case_id, title, date_edtf FROM occasion WHERE id = ?1";
    let found = sql::first(db, sql, [id], |row| {
        Ok(Document { title: row.get(1)?, date: edtf(row.get(2)?), ..of_case(row.get(0)?) })
    })?;
    let Some(mut document) = found else { return Ok(None) };
    let role = |role: &str| parties(db, "occasion_party", "occasion_id", id, role);
    document.speaker = format!("{} {}", role("from")?, role("behalf")?);
    document.audience = role("to")?;
    Ok(Some(document))
}

fn event(db: &Db, id: Id) -> Result<Option<Document>> {
    let sql = "SELECT case_id, title, detail, date_edtf FROM event WHERE id = ?1";
    let found = sql::first(db, sql, [id], |row| {
        let (title, text) = (row.get(1)?, Text::Here(row.get(2)?));
        Ok(Document { title, text, date: edtf(row.get(3)?), ..of_case(row.get(0)?) })
    })?;
    let Some(mut document) = found else { return Ok(None) };
    let sql = "SELECT party_id FROM event_party WHERE event_id = ?1 ORDER BY position, id";
    document.about = tokens(sql::all(db, sql, [id], |row| row.get(0))?);
    Ok(Some(document))
}

fn follow_up(db: &Db, id: Id) -> Result<Option<Document>> {
    let sql = "SELECT case_id, title, waiting_on, coalesce(due_edtf, expected_edtf, sent_edtf, asked_edtf),
           concat_ws(char(10), nullif(detail, ''), nullif(put_to_them, ''), nullif(watch_phrase, ''),
             nullif(outcome, ''))
         FROM follow_up WHERE id = ?1";
    sql::first(db, sql, [id], |row| {
        let (title, text) = (row.get(1)?, Text::Here(row.get(4)?));
        let audience = tokens(row.get::<_, Option<Id>>(2)?.into_iter().collect());
        Ok(Document { title, text, audience, date: edtf(row.get(3)?), ..of_case(row.get(0)?) })
    })
}

fn note(db: &Db, id: Id) -> Result<Option<Document>> {
    sql::first(db, "SELECT case_id, body FROM note WHERE id = ?1", [id], |row| {
        Ok(Document { text: Text::Here(row.get(1)?), ..of_case(row.get(0)?) })
    })
}

fn parties(db: &Db, table: &str, owner: &str, id: Id, role: &str) -> Result<String> {
    let sql = format!("SELECT party_id FROM {table} WHERE {owner} = ?1 AND role = ?2 ORDER BY position, id");
    Ok(tokens(sql::all(db, &sql, params![id, role], |row| row.get(0))?))
}

/// Ids as words of the index.
fn tokens(parties: Vec<Id>) -> String {
    let tokens: Vec<String> = parties.iter().map(|id| format!("p{id}")).collect();
    tokens.join(" ")
}

/// Where the first source of a record is, if it has one.
pub(super) fn cited(db: &Db, kind: RecordKind, id: Id) -> Result<Option<(Id, Span)>> {
    let owner = match kind {
        RecordKind::Statement => "statement_id",
        RecordKind::Event => "event_id",
        RecordKind::FollowUp => "follow_up_id",
        _ => return Ok(None),
    };
    let sql = format!(
        "SELECT c.version_id, s.start, s.\"end\" FROM citation AS c JOIN citation_segment AS s ON s.citation_id = c.id
         WHERE c.{owner} = ?1 ORDER BY c.position, c.id, s.position LIMIT 1"
    );
    sql::first(db, &sql, [id], |row| {
        let end = |n| row.get::<_, i64>(n).map(|at| usize::try_from(at).unwrap_or_default());
        Ok((row.get(0)?, Span::new(end(1)?, end(2)?)))
    })
}
