//! What a person typed: words, "phrases", and `speaker: about: to: before: after:`.

use crate::domain::date::{Days, Edtf};

/// A search, read from what was typed. Anything can be typed: what is not understood is a word.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    terms: Vec<Term>,
    speaker: Vec<Term>,
    about: Vec<Term>,
    to: Vec<Term>,
    before: Option<Edtf>,
    after: Option<Edtf>,
    unread: Vec<String>,
}

/// A word or a phrase to find.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The word, or the words of the phrase, as typed.
    pub text: String,
    /// Whether only these words in this order and to their end will do; else the word may go on.
    pub exact: bool,
}

/// More terms than this are not looked for.
const MOST_TERMS: usize = 24;

impl Query {
    /// Reads what was typed; `date` reads the dates after `before:` and `after:`.
    pub fn parse(typed: &str, date: impl Fn(&str) -> Option<Edtf>) -> Self {
        let mut query = Self::default();
        let mut key: Option<&str> = None;
        for piece in pieces(typed) {
            let value = match piece {
                Piece::Word(word) if key.is_none() => match split_key(word) {
                    Some((name, "")) => {
                        key = Some(name);
                        continue;
                    }
                    Some((name, value)) => {
                        key = Some(name);
                        Term { text: value.to_owned(), exact: false }
                    }
                    None => Term { text: word.to_owned(), exact: false },
                },
                Piece::Word(word) => Term { text: word.to_owned(), exact: false },
                Piece::Phrase(phrase) => Term { text: phrase.to_owned(), exact: true },
            };
            query.put(key.take(), value, &date);
        }
        query
    }

    /// The words and phrases to find in the text.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Names after `speaker:`.
    #[must_use]
    pub fn speaker(&self) -> &[Term] {
        &self.speaker
    }

    /// Names after `about:`.
    #[must_use]
    pub fn about(&self) -> &[Term] {
        &self.about
    }

    /// Names after `to:`.
    #[must_use]
    pub fn to(&self) -> &[Term] {
        &self.to
    }

    /// What was typed after `before:` or `after:` and is no date: it limits nothing, and the person is told.
    #[must_use]
    pub fn unread(&self) -> &[String] {
        &self.unread
    }

    /// The days asked for, if any were.
    #[must_use]
    pub fn days(&self) -> Option<Days> {
        if self.before.is_none() && self.after.is_none() {
            return None;
        }
        Some(Days {
            first: self.after.map_or(i64::MIN, |date| Days::after(&date).first),
            last: self.before.map_or(i64::MAX, |date| Days::before(&date).last),
        })
    }

    fn put(&mut self, key: Option<&str>, value: Term, date: &impl Fn(&str) -> Option<Edtf>) {
        let day = match key {
            Some("speaker") => return add(&mut self.speaker, value),
            Some("about") => return add(&mut self.about, value),
            Some("to") => return add(&mut self.to, value),
            Some("before") => &mut self.before,
            Some("after") => &mut self.after,
            _ => return add(&mut self.terms, value),
        };
        match date(&value.text) {
            Some(read) => *day = Some(read),
            None => self.unread.push(value.text),
        }
    }
}

/// Adds a term that has something to find.
fn add(to: &mut Vec<Term>, term: Term) {
    if to.len() < MOST_TERMS && term.text.chars().any(char::is_alphanumeric) {
        to.push(term);
    }
}

enum Piece<'a> {
    Word(&'a str),
    Phrase(&'a str),
}

/// Words, and what stands between quotation marks; a mark that is not closed closes at the end.
fn pieces(typed: &str) -> Vec<Piece<'_>> {
    const MARKS: &[char] = &['"', '“', '”', '„'];
    let mut pieces = Vec::new();
    for (n, part) in typed.split(MARKS).enumerate() {
        if n % 2 == 1 {
            pieces.push(Piece::Phrase(part));
        } else {
            pieces.extend(part.split_whitespace().map(Piece::Word));
        }
    }
    pieces
}

/// The key of a word such as `to:` or `to:hart`, and what follows it.
fn split_key(word: &str) -> Option<(&'static str, &str)> {
    let (name, value) = word.split_once(':')?;
    let keys = ["speaker", "about", "to", "before", "after"];
    keys.into_iter().find(|key| key.eq_ignore_ascii_case(name)).map(|key| (key, value))
}

/// The terms as an FTS5 expression; each is a quoted string, so nothing in it has a meaning of its own.
pub(super) fn words(terms: &[Term]) -> Option<String> {
    let quoted: Vec<String> = terms
        .iter()
        .map(|term| {
            let text: String =
                term.text.chars().filter(|c| *c != '"').map(|c| if c == '\0' { ' ' } else { c }).collect();
            format!("\"{text}\"{}", if term.exact { "" } else { " *" })
        })
        .collect();
    (!quoted.is_empty()).then(|| quoted.join(" AND "))
}
