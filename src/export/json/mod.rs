//! A whole case as data, for other programs and for keeping.
//!
//! Ids are strings, since they do not fit a JSON number; kinds and states are the codes of
//! [`crate::domain::kind`]; dates are EDTF with the words they were read from; offsets are Unicode code points
//! into a version's text, end exclusive; instants are RFC 3339 in UTC. What is marked confidential is not here.

mod from;

use serde::{Deserialize, Serialize};

use crate::domain::id::Id;
use crate::domain::kind::{
    AliasKind, ArticleKind, CaseStatus, CheckStatus, FollowUpKind, FollowUpStatus, Form, Holding, LinkKind,
    OccasionKind, OccasionRole, PartyKind, PartyRole, Priority, Reading, RecordKind, RelationKind,
    StatementKind,
};
use crate::error::{Error, Result};
use crate::text;

pub use from::instant;

/// What [`CaseExport::format`] says.
pub const FORMAT: &str = "casefile-case";
/// Rises when a reader of an older export would misread a newer one.
pub const FORMAT_VERSION: u32 = 1;

/// The export as text.
pub fn write(case: &CaseExport) -> Result<String> {
    let mut text = serde_json::to_string_pretty(case)
        .map_err(|error| Error::new(text::t("export-json-failed")).with_detail(error))?;
    text.push('\n');
    Ok(text)
}

/// A case with all that is in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseExport {
    /// [`FORMAT`].
    pub format: String,
    /// [`FORMAT_VERSION`] of the program that made it.
    pub format_version: u32,
    /// The program and its version: `casefile 0.1.0`.
    pub program: String,
    /// When it was made.
    pub made_at: String,
    /// The newest entry's hash of the library's journal.
    pub head_hash: Option<String>,
    /// The case itself.
    pub case: Case,
    /// Everyone in it.
    pub parties: Vec<Party>,
    /// How they stand to one another.
    pub relations: Vec<Relation>,
    /// Its documents.
    pub articles: Vec<Article>,
    /// Where words were said or sent.
    pub occasions: Vec<Occasion>,
    /// What was said.
    pub statements: Vec<Statement>,
    /// How statements answer one another.
    pub links: Vec<Link>,
    /// What happened.
    pub events: Vec<Event>,
    /// What is still to be found out, asked or done.
    pub follow_ups: Vec<FollowUp>,
    /// The tree of subjects and what is filed under them.
    pub topics: Vec<Topic>,
    /// Working notes.
    pub notes: Vec<Note>,
}

/// A date; all empty if there is none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Date {
    /// The date.
    pub edtf: Option<String>,
    /// The words it was read from.
    pub words: Option<String>,
    /// What those words were resolved against.
    pub basis: Option<String>,
}

/// A dispute that is followed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)] // as the record's fields
pub struct Case {
    pub id: Id,
    pub title: String,
    pub question: String,
    pub status: CaseStatus,
}

/// Anyone who speaks or is spoken of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)] // as the record's fields
pub struct Party {
    pub id: Id,
    pub key: String,
    pub name: String,
    pub kind: PartyKind,
    /// Its part in the dispute, in the person's words.
    pub role: String,
    /// Its side, 0 to 3.
    pub side: Option<u8>,
    pub aliases: Vec<Alias>,
}

/// Another name of a party.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)] // as the record's fields
pub struct Alias {
    pub alias: String,
    pub kind: AliasKind,
}

/// How one party stands to another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)] // as the record's fields
pub struct Relation {
    pub party: Id,
    pub kind: RelationKind,
    pub other: Id,
    pub dates: Date,
}

/// Any document in the case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)] // as the record's fields
pub struct Article {
    pub id: Id,
    pub key: String,
    pub title: String,
    pub byline: String,
    pub outlet: String,
    pub url: String,
    pub language: String,
    pub kind: ArticleKind,
    pub published: Date,
    pub received: Date,
    pub obtained_from: String,
    pub obtained_how: String,
    pub archive_link: String,
    pub reference: String,
    pub privileged: bool,
    pub reading: Reading,
    pub important: bool,
    /// The original of the newest version.
    pub original_sha256: String,
    /// Every reading of every original, the newest last.
    pub versions: Vec<Version>,
}

/// One reading of one original.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)] // as the record's fields
pub struct Version {
    pub id: Id,
    pub n: i64,
    pub file_name: String,
    pub original_sha256: String,
    /// Of the text in UTF-8; none while the text is not read yet.
    pub text_sha256: Option<String>,
    /// The text that offsets count in.
    pub text: Option<String>,
    pub importer: String,
    pub importer_version: u32,
    pub encoding: String,
    pub warnings: Vec<String>,
}

/// Where words were said or sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)] // as the record's fields
pub struct Occasion {
    pub id: Id,
    pub key: String,
    pub kind: OccasionKind,
    pub title: String,
    pub date: Date,
    pub parties: Vec<OccasionParty>,
    pub articles: Vec<OccasionArticle>,
}

/// A party's part in an occasion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct OccasionParty {
    pub role: OccasionRole,
    pub party: Id,
}

/// An article that holds or reports an occasion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct OccasionArticle {
    pub how: Holding,
    pub article: Id,
}

/// What a party said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)] // as the record's fields
pub struct Statement {
    pub id: Id,
    pub key: String,
    pub occasion: Option<Id>,
    pub nested_in: Option<Id>,
    pub form: Form,
    pub kind: StatementKind,
    pub gist: String,
    /// Words typed without a source.
    pub unsourced: String,
    pub sic: bool,
    pub important: bool,
    pub hidden: bool,
    /// Its own date; empty where the occasion or the article gives it.
    pub date: Date,
    pub day_order: i64,
    pub parties: Vec<StatementParty>,
    pub sources: Vec<Citation>,
    /// The one of `sources` whose wording is relied on.
    pub relied_on: Option<Id>,
    /// The history of checking it, the newest last.
    pub checks: Vec<Check>,
    pub disputed_by: Vec<Dispute>,
}

/// A party's part in a statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct StatementParty {
    pub role: PartyRole,
    pub party: Id,
}

/// Words of one version of an article that a record rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)] // as the record's fields
pub struct Citation {
    pub id: Id,
    pub article: Id,
    pub version: Id,
    pub page: String,
    pub prefix: String,
    pub suffix: String,
    pub segments: Vec<Segment>,
}

/// A stretch of words: code points `start..end` of the version's text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Segment {
    pub start: usize,
    pub end: usize,
    pub exact: String,
}

/// One entry in the history of checking a statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)] // as the record's fields
pub struct Check {
    pub status: CheckStatus,
    pub reason: String,
    pub at: String,
}

/// Who disputes a statement or an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Dispute {
    pub party: Id,
    pub note: String,
}

/// How one statement answers another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)] // as the record's fields
pub struct Link {
    pub id: Id,
    pub kind: LinkKind,
    pub from: Id,
    pub to: Id,
    pub note: String,
}

/// Something that happened and is not a statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)] // as the record's fields
pub struct Event {
    pub id: Id,
    pub key: String,
    pub title: String,
    pub detail: String,
    pub date: Date,
    pub day_order: i64,
    pub hidden: bool,
    pub parties: Vec<Id>,
    pub sources: Vec<Citation>,
    pub disputed_by: Vec<Dispute>,
}

/// Something that is still to be found out, asked or done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)] // as the record's fields
pub struct FollowUp {
    pub id: Id,
    pub key: String,
    pub kind: FollowUpKind,
    pub title: String,
    pub detail: String,
    pub put_to_them: String,
    pub means: String,
    pub waiting_on: Option<Id>,
    pub owner: String,
    pub asked: Date,
    pub sent: Date,
    pub due: Date,
    pub expected: Date,
    pub watch_phrase: String,
    pub priority: Priority,
    pub status: FollowUpStatus,
    pub outcome: String,
    pub outcome_statement: Option<Id>,
    pub closed_at: Option<String>,
    pub origins: Vec<Place>,
    pub sources: Vec<Citation>,
    pub attempts: Vec<Attempt>,
}

/// One try at a follow-up.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Attempt {
    /// The day, as EDTF.
    pub day: String,
    pub means: String,
    pub note: String,
}

/// A record, named by what it is and its id.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Place {
    pub kind: RecordKind,
    pub id: Id,
}

/// A subject within the case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)] // as the record's fields
pub struct Topic {
    pub id: Id,
    pub part_of: Option<Id>,
    pub name: String,
    pub records: Vec<Place>,
}

/// A note on a record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)] // as the record's fields
pub struct Note {
    pub id: Id,
    pub on: Place,
    pub body: String,
    pub made_at: String,
}
