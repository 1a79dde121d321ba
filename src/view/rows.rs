//! One row each of what a case holds, with names in place of ids where people read them.

use crate::domain::date::Dated;
use crate::domain::id::Id;
use crate::domain::kind::{CheckStatus, Form, LinkKind, PartyRole, RecordKind};
use crate::domain::record::{Article, Event, FollowUp, Statement};

/// Where a row's date comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFrom {
    /// It was given for the record itself.
    Own,
    /// The occasion's.
    Occasion,
    /// "On or before" the publication of the earliest article that carries it.
    Article,
    /// Not dated.
    None,
}

/// The date a row is shown and sorted by.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// The date; empty where there is none.
    pub date: Dated,
    /// Where it comes from.
    pub from: DateFrom,
    /// Its first day, `i64::MIN` if open; `None` if undated.
    pub first: Option<i64>,
    /// Its last day, `i64::MAX` if open; `None` if undated.
    pub last: Option<i64>,
    /// In plain words: "about September 2011"; empty if undated.
    pub words: String,
}

impl Shown {
    /// A date as shown.
    #[must_use]
    pub fn new(date: Dated, from: DateFrom) -> Self {
        let from = if date.edtf.is_none() { DateFrom::None } else { from };
        Self {
            first: date.edtf.as_ref().map(crate::domain::date::Edtf::first_day),
            last: date.edtf.as_ref().map(crate::domain::date::Edtf::last_day),
            words: date.edtf.as_ref().map(crate::domain::date::Edtf::words).unwrap_or_default(),
            date,
            from,
        }
    }

    /// What rows are sorted by: the day it is surely over by, or began if it has no end; undated last.
    #[must_use]
    pub fn sort_key(&self) -> (bool, i64, i64) {
        let first = self.first.unwrap_or(i64::MAX);
        let last = self.last.unwrap_or(i64::MAX);
        (self.first.is_none(), if first == i64::MIN { last } else { first }, last)
    }
}

/// An article in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct ArticleRow {
    /// The article.
    pub article: Article,
    /// Its short key.
    pub key: String,
    /// When it was published.
    pub published: Shown,
    /// Whether there is a text to read.
    pub has_text: bool,
    /// Whether its pages are pictures whose words were not read.
    pub is_scan: bool,
    /// The first lines of its text.
    pub first_lines: String,
    /// How many statements have a source in it.
    pub statements: usize,
    /// Its near copies, if it has any.
    pub near: Option<NearCopies>,
    /// Ids of its topics.
    pub topics: Vec<Id>,
}

/// Near copies of an article in its case: one story that several outlets print.
#[derive(Debug, Clone, PartialEq)]
pub struct NearCopies {
    /// The same for all that are near copies of each other, in one step or several: the number of the oldest.
    pub group: i64,
    /// How many articles are in the group, this one too.
    pub articles: usize,
    /// How many outlets print it, as far as outlets are known.
    pub outlets: usize,
    /// Each article it is a near copy of, and of a hundred of its words how many are in that one; most first.
    pub of: Vec<(Id, u8)>,
}

/// One source of a statement or event.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceRow {
    /// The source.
    pub citation_id: Id,
    /// The version it cites.
    pub version_id: Id,
    /// The article.
    pub article_id: Id,
    /// Where they begin and the first part ends, in code points.
    pub span: Option<crate::domain::span::Span>,
    /// Its words there, character for character, cuts as " … ".
    pub quote: String,
    /// "The Harbor Post, 28 Mar 2024".
    pub label: String,
    /// The page, if any.
    pub page: String,
}

/// A reply to or by a statement.
#[derive(Debug, Clone, PartialEq)]
pub struct ReplyRow {
    /// The link.
    pub link_id: Id,
    /// What it does.
    pub kind: LinkKind,
    /// The other statement.
    pub other: Id,
}

/// A statement in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct StatementRow {
    /// The statement.
    pub statement: Statement,
    /// Its short key.
    pub key: String,
    /// The exact words of the source relied on, else of the first; else what was typed. May be empty.
    pub quote: String,
    /// Speakers' names, or those of the occasion's senders, joined by ", ".
    pub speaker: String,
    /// The parties with their roles, the occasion's filled in where the statement has none of its own.
    pub parties: Vec<(PartyRole, Id)>,
    /// Where it was said: "Letter, 7 Sep 2011"; empty if not known.
    pub occasion: String,
    /// When it was said.
    pub said: Shown,
    /// Its sources, the one relied on first.
    pub sources: Vec<SourceRow>,
    /// How far it is checked.
    pub check: CheckStatus,
    /// Names of those who dispute it.
    pub disputed_by: Vec<String>,
    /// What it answers.
    pub answers: Vec<ReplyRow>,
    /// What answers it.
    pub answered_by: Vec<ReplyRow>,
    /// The speaker's side, 0 to 3.
    pub side: Option<u8>,
    /// Ids of its topics.
    pub topics: Vec<Id>,
}

impl StatementRow {
    /// The line a list shows: the words, or the gist. Only what was said in these words stands in quotation marks.
    #[must_use]
    pub fn line(&self) -> String {
        match self.statement.form {
            _ if self.quote.is_empty() => self.statement.gist.clone(),
            Form::Verbatim => format!("“{}”", self.bare_quote()),
            Form::Paraphrase | Form::Narration => self.quote.clone(),
        }
    }

    /// The quote without the quotation marks of the source around it; nothing else is changed.
    #[must_use]
    pub fn bare_quote(&self) -> &str {
        bare_quote(&self.quote)
    }

    /// Whether no other statement answers it.
    #[must_use]
    pub fn is_unanswered(&self) -> bool {
        !self.answered_by.iter().any(|reply| reply.kind.is_answer())
    }
}

/// A quotation without the quotation marks of the source around it, of which one may not be there; nothing else is
/// changed.
#[must_use]
pub fn bare_quote(quote: &str) -> &str {
    const OPEN: [char; 4] = ['“', '"', '„', '«'];
    const CLOSE: [char; 4] = ['”', '"', '“', '»'];
    let inner = quote.strip_prefix(OPEN).unwrap_or(quote);
    let inner = inner.strip_suffix(CLOSE).unwrap_or(inner);
    if !inner.contains(['“', '”', '"']) {
        return inner;
    }
    let quote = quote.trim_matches(['“', '”']);
    if quote.matches('"').count().is_multiple_of(2) {
        return quote;
    }
    // One straight mark at an end has no other.
    quote.strip_prefix('"').or_else(|| quote.strip_suffix('"')).unwrap_or(quote)
}

/// An event in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct EventRow {
    /// The event.
    pub event: Event,
    /// Its short key.
    pub key: String,
    /// When it happened.
    pub happened: Shown,
    /// Names of those in it, joined by ", ".
    pub who: String,
    /// Its sources.
    pub sources: Vec<SourceRow>,
    /// Names of those who dispute it.
    pub disputed_by: Vec<String>,
    /// Ids of its topics.
    pub topics: Vec<Id>,
}

/// A follow-up in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct FollowUpRow {
    /// The follow-up.
    pub follow_up: FollowUp,
    /// Its short key.
    pub key: String,
    /// The name of the party waited for; may be empty.
    pub waiting_on: String,
    /// When it is due.
    pub due: Shown,
    /// When an answer is expected by.
    pub expected: Shown,
    /// Its sources.
    pub sources: Vec<SourceRow>,
    /// Ids of its topics.
    pub topics: Vec<Id>,
}

/// What a row points at, for selection.
impl StatementRow {
    /// The kind and id of the record.
    #[must_use]
    pub fn record(&self) -> (RecordKind, Id) {
        (RecordKind::Statement, self.statement.id)
    }
}

#[cfg(test)]
mod tests {
    use super::bare_quote;

    #[test]
    fn marks_of_the_source_are_not_doubled() {
        for (quote, bare) in [
            ("“we go”", "we go"),
            ("“we go", "we go"),
            ("we go\"", "we go"),
            ("\"We go,\" she said, \"and soon", "We go,\" she said, \"and soon"),
            ("go,\" she said, \"and soon\" we", "go,\" she said, \"and soon\" we"),
            ("\"he said “no” to us", "he said “no” to us"),
            ("“We go,” she said, “and soon", "We go,” she said, “and soon"),
            ("\"A\" and \"B\"", "\"A\" and \"B\""),
        ] {
            assert_eq!(bare_quote(quote), bare, "{quote}");
        }
    }
}
