//! The sample case: an invented dispute, its article files and the manifest that says what a person would
//! have made of them.
//!
//! Records are named by keys in the manifest and rest on exact words of the files, so that the case can be
//! built with the operations a person uses, and a test can hold every quotation against its text. Dates
//! are EDTF. Days of follow-ups that are to be open are counted from the day the sample is opened.

use serde::Deserialize;

use crate::domain::kind::{
    AliasKind, ArticleKind, CheckStatus, FollowUpKind, FollowUpStatus, Form, Holding, LinkKind, OccasionKind,
    PartyKind, Priority, Reading, RelationKind, StatementKind,
};
use crate::error::{Error, Result};
use crate::text::t;

/// The whole sample case.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The case's title.
    pub title: String,
    /// The question at stake.
    pub question: String,
    /// Who speaks or is spoken of.
    pub parties: Vec<Party>,
    /// How the parties stand to each other.
    pub relations: Vec<Relation>,
    /// Topics; a parent stands before its children.
    pub topics: Vec<Topic>,
    /// The articles, in the order they came in.
    pub articles: Vec<Article>,
    /// Where words were said or sent.
    pub occasions: Vec<Occasion>,
    /// What was said; one that others are nested in may stand after them.
    pub statements: Vec<Statement>,
    /// What happened.
    pub events: Vec<Event>,
    /// Which statement answers which.
    pub links: Vec<Link>,
    /// What is to be asked, done or waited for.
    pub follow_ups: Vec<FollowUp>,
    /// Notes on any of the records.
    pub notes: Vec<Note>,
    /// The statement the chronology opens at.
    pub open_at: String,
}

/// A party and its part in the case.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// What other records of the manifest call it.
    pub key: String,
    /// Its name now.
    pub name: String,
    /// What it is.
    pub kind: PartyKind,
    /// Its other names.
    #[serde(default)]
    pub aliases: Vec<Alias>,
    /// Its part in the dispute, in words.
    pub role: String,
    /// The number of its side, from 0; none for those who only report.
    pub side: Option<u8>,
    /// Who an unnamed party may be.
    #[serde(default)]
    pub confidential: String,
}

/// Another name of a party.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alias {
    /// The name.
    pub alias: String,
    /// What sort of name it is.
    pub kind: AliasKind,
}

/// How a party stands to another.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    /// The party's key.
    pub party: String,
    /// How it stands to the other.
    pub kind: RelationKind,
    /// The other party's key.
    pub other: String,
    /// Since and until when.
    pub dates: Option<String>,
}

/// A topic.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// What other records of the manifest call it.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The key of the topic it belongs under.
    pub parent: Option<String>,
}

/// An article file and what a person decided about it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// The file's name, which is also its key.
    pub file: String,
    /// What sort of document it is.
    pub kind: ArticleKind,
    /// What was decided about it.
    pub reading: Reading,
    /// Its title, where the file cannot tell.
    pub title: Option<String>,
    /// Who published it, where the file cannot tell.
    pub outlet: Option<String>,
    /// Who wrote it, where the file cannot tell.
    pub byline: Option<String>,
    /// When it was published, where the file cannot tell or a person knows better.
    pub published: Option<String>,
    /// When it came into the person's hands.
    pub received: Option<String>,
    /// Keys of its topics.
    #[serde(default)]
    pub topics: Vec<String>,
}

/// A letter, interview, hearing...
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Occasion {
    /// What other records of the manifest call it.
    pub key: String,
    /// What it is.
    pub kind: OccasionKind,
    /// Its title.
    pub title: String,
    /// Keys of those who spoke or sent it.
    #[serde(default)]
    pub from: Vec<String>,
    /// Keys of those they did it for.
    #[serde(default)]
    pub behalf: Vec<String>,
    /// Keys of those it went to.
    #[serde(default)]
    pub to: Vec<String>,
    /// When it was.
    pub date: Option<String>,
    /// The words the date was taken from.
    pub date_words: Option<String>,
    /// The articles that are it or tell of it.
    pub articles: Vec<OccasionArticle>,
}

/// An article's part in an occasion.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OccasionArticle {
    /// The article's file.
    pub file: String,
    /// Whether it is the document itself.
    pub how: Holding,
}

/// What a party said.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// What other records of the manifest call it.
    pub key: String,
    /// Keys of those who said it.
    pub speakers: Vec<String>,
    /// Keys of those they spoke for.
    #[serde(default)]
    pub behalf: Vec<String>,
    /// Keys of those it was said to.
    #[serde(default)]
    pub audience: Vec<String>,
    /// Keys of those it is about.
    #[serde(default)]
    pub about: Vec<String>,
    /// Key of the occasion it was said on.
    pub occasion: Option<String>,
    /// Whose words the quote is.
    pub form: Form,
    /// What it does.
    pub kind: StatementKind,
    /// When it was said, where that is not the occasion's date.
    pub date: Option<String>,
    /// The article's own words for when; without a `date` they could not be resolved.
    pub date_words: Option<String>,
    /// What it comes to, in a few words.
    #[serde(default)]
    pub gist: String,
    /// Key of the statement that tells of it.
    pub nested_in: Option<String>,
    /// Whether an error in it is the speaker's.
    #[serde(default)]
    pub sic: bool,
    /// Whether it is a key statement.
    #[serde(default)]
    pub important: bool,
    /// A note on it.
    pub note: Option<String>,
    /// What must never leave the file.
    #[serde(default)]
    pub confidential_note: String,
    /// Keys of its topics.
    #[serde(default)]
    pub topics: Vec<String>,
    /// Where it is quoted, at least once.
    pub sources: Vec<Source>,
    /// The place in `sources` of the wording relied on.
    #[serde(default)]
    pub relied_on: usize,
    /// How far it was checked, the oldest first.
    #[serde(default)]
    pub check: Vec<Check>,
    /// Keys of those who dispute it.
    #[serde(default)]
    pub disputed_by: Vec<String>,
}

/// Words of an article that a record rests on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The article's file.
    pub file: String,
    /// The words, each found exactly once in the article's text, in the order of the text.
    pub segments: Vec<String>,
}

/// One entry of a statement's check.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// How far it was checked.
    pub status: CheckStatus,
    /// Why.
    pub reason: String,
    /// The day it was entered.
    pub day: String,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// What other records of the manifest call it.
    pub key: String,
    /// What happened.
    pub title: String,
    /// When.
    pub date: String,
    /// The words the date was taken from.
    pub date_words: Option<String>,
    /// Keys of those concerned.
    pub parties: Vec<String>,
    /// Where it is told.
    pub sources: Vec<Source>,
}

/// A reply of one statement to another.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Key of the statement that answers.
    pub from: String,
    /// Key of the statement it answers.
    pub to: String,
    /// How it answers.
    pub kind: LinkKind,
    /// A remark.
    #[serde(default)]
    pub note: String,
}

/// Something to ask, do or wait for. Of each pair of a day and a number of days at most one is given;
/// the number counts from the day the sample is opened and may be negative.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    /// What other records of the manifest call it.
    pub key: String,
    /// What it asks for.
    pub kind: FollowUpKind,
    /// The question or task.
    pub title: String,
    /// More about it.
    #[serde(default)]
    pub detail: String,
    /// A request for comment: the exact words.
    #[serde(default)]
    pub put_to_them: String,
    /// By what means it was put to them.
    #[serde(default)]
    pub means: String,
    /// Key of the party waited for.
    pub waiting_on: Option<String>,
    /// When it was sent.
    pub sent: Option<String>,
    /// When it was sent, in days from today.
    pub sent_in_days: Option<i64>,
    /// When it is to be done.
    pub due: Option<String>,
    /// When it is to be done, in days from today.
    pub due_in_days: Option<i64>,
    /// When an answer is expected.
    pub expected: Option<String>,
    /// When an answer is expected, in days from today.
    pub expected_in_days: Option<i64>,
    /// How pressing it is; normal if not given.
    pub priority: Option<Priority>,
    /// Where it stands.
    pub status: FollowUpStatus,
    /// What came of it.
    #[serde(default)]
    pub outcome: String,
    /// Key of the statement that answered it.
    pub outcome_statement: Option<String>,
    /// Keys of the statements and events, and files of the articles, that it came from.
    pub origins: Vec<String>,
    /// What was tried.
    #[serde(default)]
    pub attempts: Vec<Attempt>,
}

/// One try at getting an answer, on a `day` or `in_days` from today.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attempt {
    /// The day.
    pub day: Option<String>,
    /// The day, counted from today.
    pub in_days: Option<i64>,
    /// By what means.
    pub means: String,
    /// What came of it.
    pub note: String,
}

/// A note on a record.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// The record's key, or an article's file.
    pub on: String,
    /// The note, in Markdown.
    pub body: String,
}

/// The manifest of the sample case.
///
/// Fails only if the program was built with a manifest that is not one.
pub fn manifest() -> Result<Manifest> {
    serde_json::from_str(include_str!("../../assets/sample/case.json"))
        .map_err(|error| Error::new(t("error-sample-unreadable")).with_detail(error))
}

/// The article files of the sample case: name and content.
#[must_use]
pub fn files() -> &'static [(&'static str, &'static [u8])] {
    /// Names the files once.
    macro_rules! embedded {
        ($($name:literal),+ $(,)?) => {
            &[$(($name, include_bytes!(concat!("../../assets/sample/", $name)))),+]
        };
    }
    embedded![
        "courier-2024-03-11.txt",
        "courier-2024-04-17.html",
        "courier-2024-09-19.html",
        "courier-2024-10-03.txt",
        "courier-2025-01-15.txt",
        "dunmere-gazette-2024-08-15.html",
        "hallbreck-release-2024-06-24.txt",
        "harwick-star-2024-08-14.txt",
        "letter-2024-04-12.txt",
        "notes-aldane-2024-05-22.md",
        "post-examiner-2024-04-16-corrected.html",
        "post-examiner-2024-04-16.html",
        "post-examiner-2025-02-20.html",
        "post-examiner-2025-04-24-opinion.html",
        "sentinel-2024-04-18.md",
        "sentinel-2024-11-21.md",
        "sentinel-2025-04-17.md",
        "valley6-quarry-letter.html",
    ]
}
