//! The records a case is made of, as plain data.

use serde::{Deserialize, Serialize};

use super::date::Dated;
use super::id::Id;
use super::kind::{
    AliasKind, ArticleKind, CaseStatus, CheckStatus, FollowUpKind, FollowUpStatus, Form, Holding, LinkKind,
    OccasionKind, OccasionRole, PartyKind, PartyRole, Priority, Reading, RecordKind, RelationKind,
    StatementKind,
};
use super::quote::Segment;

/// A dispute that is followed.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Its id.
    pub id: Id,
    /// Its name in the navigation.
    pub title: String,
    /// The question at stake, one sentence; may be empty.
    pub question: String,
    /// Where it stands.
    pub status: CaseStatus,
    /// Whether its parties, text and hits are kept out of other cases and library-wide views.
    pub kept_apart: bool,
    /// Whether erasing is forbidden.
    pub hold: bool,
}

/// Any document in a case.
#[derive(Debug, Clone, PartialEq)]
pub struct Article {
    /// Its id.
    pub id: Id,
    /// The case it is in.
    pub case_id: Id,
    /// The number of its short key.
    pub number: i64,
    /// Its headline.
    pub title: String,
    /// The writers' names, joined by ", ".
    pub byline: String,
    /// Who published it.
    pub outlet: String,
    /// Its address.
    pub url: String,
    /// Its language as a tag, such as `en`.
    pub language: String,
    /// What sort of document it is.
    pub kind: ArticleKind,
    /// When it was published.
    pub published: Dated,
    /// When the person got it.
    pub received: Dated,
    /// From whom it was obtained.
    pub obtained_from: String,
    /// How it was obtained.
    pub obtained_how: String,
    /// Where an archived copy is.
    pub archive_link: String,
    /// Exhibit or Bates number.
    pub reference: String,
    /// Whether it is privileged.
    pub privileged: bool,
    /// What the person decided about it.
    pub reading: Reading,
    /// Whether it is marked as important.
    pub important: bool,
}

/// One reading of one original.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// Its id.
    pub id: Id,
    /// The article it is of.
    pub article_id: Id,
    /// 1 for the first.
    pub n: i64,
    /// The original's SHA-256, lower-case hex.
    pub original_sha256: String,
    /// The file's name as it came.
    pub file_name: String,
    /// The text's SHA-256; `None` while the text is not read yet.
    pub text_sha256: Option<String>,
    /// What read it.
    pub importer: String,
    /// The version of what read it.
    pub importer_version: u32,
    /// The encoding it was read in.
    pub encoding: String,
    /// What was not clean, as sentences.
    pub warnings: Vec<String>,
    /// Where its pages begin; empty where there are none.
    pub pages: Vec<Page>,
    /// The words under its pictures, which are not in the text.
    pub captions: Vec<String>,
    /// What was found in the file, and where: the article's fields may have been corrected since.
    pub found: Vec<FoundField>,
}

impl Version {
    /// The importer of pages that are pictures, until their words are read.
    pub const SCAN: &str = "scan";
    /// The importer of words that an OCR program read.
    pub const OCR: &str = "ocr";

    /// Whether its pages are pictures whose words were not read.
    #[must_use]
    pub fn is_scan(&self) -> bool {
        self.text_sha256.is_none() && self.importer == Self::SCAN
    }

    /// What the page is called that code point `at` of the text is on; empty where there are no pages.
    #[must_use]
    pub fn page_of(&self, at: usize) -> &str {
        let after = self.pages.partition_point(|page| page.at <= at);
        after.checked_sub(1).and_then(|n| self.pages.get(n)).map_or("", |page| &page.label)
    }
}

/// A page of a version's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// Where it begins in the text, in code points.
    pub at: usize,
    /// What it is called: its number as printed or counted.
    pub label: String,
}

/// A field of an article as its file gave it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundField {
    /// The field: `title`, `byline`, `outlet`, `url`, `language`, or `published`, whose words are the date as EDTF.
    pub field: String,
    /// What was found.
    pub words: String,
    /// The code of where.
    pub basis: String,
}

/// Anyone who speaks or is spoken of.
#[derive(Debug, Clone, PartialEq)]
pub struct Party {
    /// Its id.
    pub id: Id,
    /// The name shown.
    pub name: String,
    /// What it is.
    pub kind: PartyKind,
    /// Set if it belongs to one case only.
    pub home_case_id: Option<Id>,
    /// Who an unnamed party is, for the person's eyes only.
    pub confidential: String,
}

/// Another name of a party.
#[derive(Debug, Clone, PartialEq)]
pub struct Alias {
    /// Its id.
    pub id: Id,
    /// The name.
    pub alias: String,
    /// What sort of name.
    pub kind: AliasKind,
}

/// How one party stands to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    /// Its id.
    pub id: Id,
    /// The party of which it is said.
    pub party_id: Id,
    /// The other one.
    pub other_id: Id,
    /// What holds between them.
    pub kind: RelationKind,
    /// When it holds.
    pub dates: Dated,
}

/// A party's place in a case.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseParty {
    /// The party.
    pub party_id: Id,
    /// The number of its short key in the case.
    pub number: i64,
    /// Its part in the dispute, in the person's words.
    pub role: String,
    /// Its side, 0 to 3.
    pub side: Option<u8>,
}

/// Where words were said or sent.
#[derive(Debug, Clone, PartialEq)]
pub struct Occasion {
    /// Its id.
    pub id: Id,
    /// The case it is in.
    pub case_id: Id,
    /// The number of its short key.
    pub number: i64,
    /// Letter, interview...
    pub kind: OccasionKind,
    /// A name, if kind, parties and date do not say enough.
    pub title: String,
    /// When.
    pub date: Dated,
    /// From whom, on whose behalf, to whom, in order.
    pub parties: Vec<(OccasionRole, Id)>,
    /// The articles that hold or report it.
    pub articles: Vec<(Holding, Id)>,
}

/// What a party said.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// Its id.
    pub id: Id,
    /// The case it is in.
    pub case_id: Id,
    /// The number of its short key.
    pub number: i64,
    /// Where it was said or sent.
    pub occasion_id: Option<Id>,
    /// The statement that holds it, as a letter quoted in a letter.
    pub nested_in: Option<Id>,
    /// Whose words the quote is.
    pub form: Form,
    /// What it does.
    pub kind: StatementKind,
    /// What it comes to, in the person's words.
    pub gist: String,
    /// Words typed without a source.
    pub unsourced: String,
    /// The source whose wording is relied on.
    pub relied_on: Option<Id>,
    /// Whether an error in the words is the source's own.
    pub sic: bool,
    /// Whether it is a key statement.
    pub important: bool,
    /// A note that never leaves the library.
    pub confidential_note: String,
    /// Its own date; empty where the occasion or the article gives it.
    pub date: Dated,
    /// Its place among those of the same day.
    pub day_order: i64,
    /// Whether the chronology leaves it out.
    pub hidden: bool,
    /// Speakers, on behalf of, audience, about; in order.
    pub parties: Vec<(PartyRole, Id)>,
}

/// Something that happened and is not a statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Its id.
    pub id: Id,
    /// The case it is in.
    pub case_id: Id,
    /// The number of its short key.
    pub number: i64,
    /// What happened, one line.
    pub title: String,
    /// More of it.
    pub detail: String,
    /// When.
    pub date: Dated,
    /// Its place among those of the same day.
    pub day_order: i64,
    /// Whether the chronology leaves it out.
    pub hidden: bool,
    /// Who took part.
    pub parties: Vec<Id>,
}

/// Something that is still to be found out, asked or done.
#[derive(Debug, Clone, PartialEq)]
pub struct FollowUp {
    /// Its id.
    pub id: Id,
    /// The case it is in.
    pub case_id: Id,
    /// The number of its short key.
    pub number: i64,
    /// What it asks for.
    pub kind: FollowUpKind,
    /// One line.
    pub title: String,
    /// More of it.
    pub detail: String,
    /// In a request for comment: what was put to them, in exact words.
    pub put_to_them: String,
    /// By what means it was asked.
    pub means: String,
    /// The party an answer is awaited from.
    pub waiting_on: Option<Id>,
    /// Who sees to it.
    pub owner: String,
    /// When it was asked.
    pub asked: Dated,
    /// When it was sent.
    pub sent: Dated,
    /// When it is to be done.
    pub due: Dated,
    /// When an answer is expected by.
    pub expected: Dated,
    /// Out of sight until this day.
    pub snoozed_until: Option<i64>,
    /// Words to watch for.
    pub watch_phrase: String,
    /// How pressing it is.
    pub priority: Priority,
    /// Where it stands.
    pub status: FollowUpStatus,
    /// What came of it.
    pub outcome: String,
    /// The statement that answers it.
    pub outcome_statement: Option<Id>,
    /// When it was closed, UTC milliseconds.
    pub closed_at: Option<i64>,
}

/// One try at a follow-up.
#[derive(Debug, Clone, PartialEq)]
pub struct Attempt {
    /// Its id.
    pub id: Id,
    /// The day.
    pub day: i64,
    /// By what means.
    pub means: String,
    /// What came of it.
    pub note: String,
}

/// The record a source, note or topic belongs to, or a follow-up came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Owner {
    Article(Id),
    Party(Id),
    Occasion(Id),
    Statement(Id),
    Event(Id),
    FollowUp(Id),
}

impl Owner {
    /// The record's id.
    #[must_use]
    pub fn id(self) -> Id {
        match self {
            Self::Article(id)
            | Self::Party(id)
            | Self::Occasion(id)
            | Self::Statement(id)
            | Self::Event(id)
            | Self::FollowUp(id) => id,
        }
    }

    /// What sort of record it is.
    #[must_use]
    pub fn kind(self) -> RecordKind {
        match self {
            Self::Article(_) => RecordKind::Article,
            Self::Party(_) => RecordKind::Party,
            Self::Occasion(_) => RecordKind::Occasion,
            Self::Statement(_) => RecordKind::Statement,
            Self::Event(_) => RecordKind::Event,
            Self::FollowUp(_) => RecordKind::FollowUp,
        }
    }
}

/// A source: words of one version of an article that a record rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Citation {
    /// Its id.
    pub id: Id,
    /// The record that rests on it.
    pub owner: Owner,
    /// The version of the article.
    pub version_id: Id,
    /// The article.
    pub article_id: Id,
    /// The page, where the original has pages.
    pub page: String,
    /// The words before, to find the place again.
    pub prefix: String,
    /// The words after.
    pub suffix: String,
    /// The words, in order.
    pub segments: Vec<Segment>,
}

/// How one statement answers another.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Its id.
    pub id: Id,
    /// What it does.
    pub kind: LinkKind,
    /// The answer.
    pub from: Id,
    /// What is answered.
    pub to: Id,
    /// Why it is thought so.
    pub note: String,
}

/// One entry in the history of checking a statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// Its id.
    pub id: Id,
    /// How far it is.
    pub status: CheckStatus,
    /// Why.
    pub reason: String,
    /// When, UTC milliseconds.
    pub at: i64,
}

/// A subject within a case.
#[derive(Debug, Clone, PartialEq)]
pub struct Topic {
    /// Its id.
    pub id: Id,
    /// The topic it is part of.
    pub parent_id: Option<Id>,
    /// Its name.
    pub name: String,
}

/// A note on a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// Its id.
    pub id: Id,
    /// Markdown.
    pub body: String,
    /// When it was made, UTC milliseconds.
    pub created_at: i64,
}
