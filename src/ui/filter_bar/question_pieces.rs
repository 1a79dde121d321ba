//! The words of a question, one after the other, as the pieces it is made of.

use super::names::{Names, bare};
use super::question::{Dates, Part, Piece, Place, has};
use super::typed_date::{How, question, sign_or_word};
use crate::domain::id::Id;
use crate::text::t;
use crate::view::DateQuestion;

/// A date takes at most so many words.
const LONGEST_DATE: usize = 7;
/// A beginning of a name is typed in at most so many words.
const LONGEST_BEGINNING: usize = 3;
/// So many words after "before" may still become a date.
const UNFINISHED: usize = 3;

/// The pieces, of which each word is in one, and the first word of what may still be going on to be typed.
pub(super) fn pieces(words: &[&str], names: &Names, dates: &Dates<'_>, heard: bool) -> (Vec<Piece>, usize) {
    let bare: Vec<String> = words.iter().map(|word| bare(word)).collect();
    let mut reader = Reader {
        words,
        bare: bare.iter().map(String::as_str).collect(),
        names,
        dates,
        pieces: Vec::new(),
        at: 0,
        heard,
        told: false,
        unfinished: words.len(),
    };
    reader.read_all();
    (reader.pieces, reader.unfinished)
}

/// Where the reader is.
struct Reader<'n> {
    words: &'n [&'n str],
    bare: Vec<&'n str>,
    names: &'n Names,
    dates: &'n Dates<'n>,
    pieces: Vec<Piece>,
    at: usize,
    /// Whether a speaker is known.
    heard: bool,
    /// Whether the next party was told or asked something.
    told: bool,
    unfinished: usize,
}

impl Reader<'_> {
    fn read_all(&mut self) {
        while let Some(word) = self.bare.get(self.at).copied() {
            if self.date() || self.slot(word) || self.party() {
                continue;
            }
            let part = if has(t("filter-question-telling"), word) {
                self.told = true;
                Part::Saying
            } else if has(t("filter-question-saying"), word) {
                Part::Saying
            } else if has(t("filter-question-asking"), word) {
                Part::Asking
            } else if has(t("filter-question-and"), word) {
                Part::And
            } else {
                Part::Words
            };
            self.push(part, 1);
        }
    }

    fn push(&mut self, part: Part, count: usize) {
        match part {
            Part::Party(Place::Speaker, _) => self.heard = true,
            Part::Words => self.told = false,
            _ => {}
        }
        self.pieces.push(Piece { part, count });
        self.at += count;
    }

    /// "before Sep 2025", "<sep", "between 3 and 9 May 2024", "2024-09".
    fn date(&mut self) -> bool {
        let Some(word) = self.words.get(self.at).copied() else { return false };
        if let Some((how, rest)) = sign_or_word(word) {
            return self.led_date(how, rest);
        }
        let most = (self.words.len() - self.at).min(LONGEST_DATE);
        for count in (1..=most).rev() {
            let text = self.date_words(self.at, count);
            if self.ends_in_a_date(self.at + count) && text.contains(|c: char| c.is_ascii_digit()) {
                // "from May to July 2024", but not "about 2024".
                let leads = place_of(self.bare.get(self.at).copied().unwrap_or_default()).is_some();
                if let Some(date) = (self.dates.sure)(&text).filter(|_| !leads || count > 3) {
                    self.push(Part::Date(vec![DateQuestion::During(date)]), count);
                    return true;
                }
            }
        }
        false
    }

    fn led_date(&mut self, how: How, rest: &str) -> bool {
        let after = self.words.len() - self.at - 1;
        for count in (0..=after.min(LONGEST_DATE)).rev() {
            let text = format!("{rest} {}", self.date_words(self.at + 1, count));
            let text = text.trim();
            if text.is_empty() || (count > 0 && !self.ends_in_a_date(self.at + 1 + count)) {
                continue;
            }
            let dates = (self.dates.led)(text.trim_end_matches(['?', '!', ',', ';', '.']));
            if !dates.is_empty() {
                let questions = dates.into_iter().map(|date| question(how, date)).collect();
                self.push(Part::Date(questions), count + 1);
                return true;
            }
        }
        if after <= UNFINISHED && how != How::During {
            self.unfinished = self.unfinished.min(self.at);
        }
        false
    }

    fn date_words(&self, from: usize, count: usize) -> String {
        let text = self.words.get(from..from + count).unwrap_or_default().join(" ");
        text.trim_end_matches(['?', '!', ',', ';', '.']).to_owned()
    }

    /// Whether the word before `end` can be the last of a date; "about" with a year added would be one.
    fn ends_in_a_date(&self, end: usize) -> bool {
        let Some(word) = end.checked_sub(1).and_then(|last| self.bare.get(last)) else { return false };
        place_of(word).is_none()
            && !has(t("filter-question-and"), word)
            && !has(t("filter-question-articles"), word)
            && sign_or_word(word).is_none()
    }

    /// "about the ferry and the harbor", "to Calder", "by the Port Authority".
    fn slot(&mut self, word: &str) -> bool {
        let Some((place, or_words)) = place_of(word) else { return false };
        let start = self.at + 1 + self.articles(self.at + 1);
        let lead = start - self.at;
        if start >= self.words.len() {
            self.unfinished = self.unfinished.min(self.at);
            self.push(Part::Words, lead);
            return true;
        }
        let rest = self.bare.get(start..).unwrap_or_default();
        if let Some((count, ids)) = self.names.party_at(rest).or_else(|| self.beginning(start)) {
            self.push(Part::Lead, lead);
            self.push(Part::Party(place, ids), count);
            self.others(place);
        } else if let Some((count, id)) = self.names.topic_at(rest).filter(|_| place == Place::About) {
            self.push(Part::Lead, lead);
            self.push(Part::Topic(id), count);
        } else {
            self.push(if or_words { Part::Lead } else { Part::Words }, lead);
        }
        true
    }

    /// More parties in the same place: "and the union".
    fn others(&mut self, place: Place) {
        while self.bare.get(self.at).is_some_and(|word| has(t("filter-question-and"), word)) {
            let start = self.at + 1 + self.articles(self.at + 1);
            let rest = self.bare.get(start..).unwrap_or_default();
            let Some((count, ids)) = self.names.party_at(rest) else { return };
            self.push(Part::Lead, start - self.at);
            self.push(Part::Party(place, ids), count);
        }
    }

    /// A party by itself: who speaks, unless one is known or this one was told something.
    fn party(&mut self) -> bool {
        let skipped = self.articles(self.at);
        let start = self.at + skipped;
        let known = self.names.party_at(self.bare.get(start..).unwrap_or_default());
        let named = known.is_some();
        let Some((count, ids)) = known.or_else(|| self.beginning(start).filter(|_| self.may_begin(start)))
        else {
            return false;
        };
        let says = self.bare.get(start + count).is_some_and(|word| says(word));
        let asked = self.pieces.last().is_some_and(|piece| piece.part == Part::Asking);
        let place = if std::mem::take(&mut self.told) {
            Place::To
        } else if !self.heard || (named && (says || asked)) {
            Place::Speaker
        } else {
            Place::About
        };
        if skipped > 0 {
            self.push(Part::Lead, skipped);
        }
        self.push(Part::Party(place, ids), count);
        self.others(place);
        true
    }

    /// Whether a beginning of a name will do here: at the start of the question, before what one does who speaks.
    fn may_begin(&self, start: usize) -> bool {
        let first = self.pieces.iter().all(|piece| piece.part == Part::Asking);
        let count = self.phrase(start);
        let after = self.bare.get(start + count).copied();
        first && after.is_some_and(|word| says(word) || place_of(word).is_some())
    }

    /// The party whose name the whole phrase begins.
    fn beginning(&self, start: usize) -> Option<(usize, Vec<Id>)> {
        let count = self.phrase(start);
        let words = self.bare.get(start..start + count)?;
        let id = self.names.party_beginning(words).filter(|_| count <= LONGEST_BEGINNING)?;
        Some((count, vec![id]))
    }

    /// How many words there are up to the next that has a part of its own in a question.
    fn phrase(&self, start: usize) -> usize {
        let rest = self.bare.get(start..).unwrap_or_default().iter().zip(self.words.iter().skip(start));
        rest.take_while(|(bare, word)| {
            place_of(bare).is_none()
                && !says(bare)
                && !has(t("filter-question-asking"), bare)
                && !has(t("filter-question-and"), bare)
                && sign_or_word(word).is_none()
        })
        .count()
    }

    /// How many articles stand here before another word.
    fn articles(&self, from: usize) -> usize {
        let rest = self.bare.get(from..).unwrap_or_default();
        rest.iter().take_while(|word| has(t("filter-question-articles"), word)).count()
    }
}

/// The place of a party after this word, and whether words may follow instead.
fn place_of(word: &str) -> Option<(Place, bool)> {
    if has(t("filter-question-about"), word) {
        Some((Place::About, true))
    } else if has(t("filter-question-on"), word) {
        Some((Place::About, false))
    } else if has(t("filter-question-to"), word) {
        Some((Place::To, false))
    } else if has(t("filter-question-by"), word) {
        Some((Place::Speaker, false))
    } else {
        None
    }
}

/// Whether a word is what one does who speaks.
fn says(word: &str) -> bool {
    has(t("filter-question-saying"), word) || has(t("filter-question-telling"), word)
}
