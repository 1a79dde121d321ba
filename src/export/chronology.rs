//! What an exported chronology shows, in the order it shows it.

use crate::text;

use super::quote_check::QuoteProblem;

/// A chronology ready to be written as a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chronology {
    /// The title of the case.
    pub case_title: String,
    /// The question at stake; may be empty.
    pub question: String,
    /// When it was made, in UTC milliseconds since 1970.
    pub made_at: i64,
    /// When it was made, as people write it: `24 Nov 2026`.
    pub made_words: String,
    /// The rows, in the order they are shown.
    pub rows: Vec<Row>,
    /// The sources, in the order of their numbers.
    pub sources: Vec<Source>,
    /// Quotations that are not in their article as written.
    pub warnings: Vec<QuoteProblem>,
    /// The newest entry's hash of the library's journal, for others to hold.
    pub head_hash: Option<String>,
}

/// One thing that was said or happened.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// When, as people write it: `on or before 7 Sep 2011`.
    pub date_words: String,
    /// When, as EDTF; empty if undated.
    pub edtf: String,
    /// What was said or happened.
    pub what: Vec<Piece>,
    /// Who said or did it; may be empty.
    pub who: String,
    /// The short key people cite: `S-0142`.
    pub key: String,
    /// The [`Source::number`]s it rests on.
    pub source_numbers: Vec<usize>,
    /// What must be known with it: `disputed by the union`, `not found in source`.
    pub notes: Vec<String>,
}

/// A stretch of words of a row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Whether they are a source's own, and so stand in quotation marks.
    pub quoted: bool,
}

/// An article that rows rest on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    /// Its number in this chronology, from 1.
    pub number: usize,
    /// The short key of the article: `A-12`.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Who wrote it; may be empty.
    pub byline: String,
    /// Where it appeared; may be empty.
    pub outlet: String,
    /// When it was published, as people write it; may be empty.
    pub published_words: String,
    /// Its address; may be empty.
    pub url: String,
    /// Exhibit or Bates number; may be empty.
    pub reference: String,
    /// The page cited; may be empty.
    pub page: String,
}

impl Piece {
    /// Words of the person who keeps the case.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), quoted: false }
    }

    /// Words of a source.
    pub fn quote(text: impl Into<String>) -> Self {
        Self { text: text.into(), quoted: true }
    }

    /// The words as they are printed: those of a source in quotation marks.
    pub fn shown(&self) -> String {
        let words = printable(&self.text);
        if self.quoted { format!("“{words}”") } else { words }
    }
}

impl Source {
    /// What stands after the title: byline, outlet, date, reference and page, as far as they are known.
    pub fn details(&self) -> String {
        let page = match self.page.as_str() {
            "" => String::new(),
            page => text::page_words(page),
        };
        let parts = [&self.byline, &self.outlet, &self.published_words, &self.reference, &page];
        let known: Vec<String> =
            parts.into_iter().filter(|part| !part.trim().is_empty()).map(|part| printable(part)).collect();
        known.join(", ")
    }

    /// The address, if it is one that a reader may safely follow: a web page.
    pub fn web_address(&self) -> Option<&str> {
        let scheme = self.url.split_once("://")?.0;
        let web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
        (web && !self.url.contains(|c: char| c.is_control() || c.is_whitespace())).then_some(&self.url)
    }
}

impl Chronology {
    /// The line under the title: when and by what it was made.
    pub(super) fn made_line(&self) -> String {
        text::t_with("export-made", &[("when", printable(&self.made_words).into())])
    }

    /// The line that points to the list of quotations to check, if there are any.
    pub(super) fn warning_line(&self) -> Option<String> {
        let count = self.warnings.len();
        (count > 0).then(|| text::t_with("export-problems-count", &[("n", count.into())]))
    }

    /// The last line: the journal's head hash, if the caller gave one.
    pub(super) fn hash_line(&self) -> Option<String> {
        let hash = self.head_hash.as_deref()?;
        Some(text::t_with("export-head-hash", &[("hash", hash.into())]))
    }

    /// Whether a number leads to a source of this chronology.
    pub(super) fn has_source(&self, number: usize) -> bool {
        self.sources.iter().any(|source| source.number == number)
    }
}

/// The text with what no document format can hold shown as the replacement character.
pub(super) fn printable(text: &str) -> String {
    let kept = |c: char| match c {
        '\t' | '\n' => c,
        '\u{fffe}' | '\u{ffff}' => char::REPLACEMENT_CHARACTER,
        c if c.is_control() => char::REPLACEMENT_CHARACTER,
        c => c,
    };
    text.chars().map(kept).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn details_name_what_is_known() {
        let source = Source {
            byline: "Ada Moss".into(),
            outlet: "Harbour Post".into(),
            reference: "Exhibit 4".into(),
            page: "3".into(),
            ..Source::default()
        };
        assert_eq!(source.details(), "Ada Moss, Harbour Post, Exhibit 4, p. 3");
        assert_eq!(Source::default().details(), "");
    }

    #[test]
    fn only_web_addresses_are_followed() {
        let web = |url: &str| Source { url: url.into(), ..Source::default() }.web_address().is_some();
        assert!(web("https://example.org/a?b=c#d") && web("HTTP://example.org"));
        assert!(!web("javascript:alert(1)") && !web("file:///etc/passwd") && !web(""));
        assert!(!web("javascript://example.org/%0aalert(1)") && !web("https://a b"));
    }

    #[test]
    fn words_of_a_source_are_kept_and_marked() {
        assert_eq!(Piece::quote("No  “such” thing").shown(), "“No  “such” thing”");
        assert_eq!(Piece::plain("a\u{0}b\u{b}c\nd").shown(), "a\u{fffd}b\u{fffd}c\nd");
    }
}
