//! A question in plain words, such as "what did Calder say about the ferry before September?", read as what a filter
//! can ask. Pure: it knows the names and the years it is given.
//!
//! No word is dropped but those a question is made of (`filter-question-…` in the text file), and those only where
//! something of the question was understood; every other word stays as words to look for.

use super::asked::Asked;
use super::names::{Names, bare};
use super::question_pieces::pieces;
use crate::domain::date::{Days, Edtf};
use crate::domain::id::Id;
use crate::text::t;
use crate::view::DateQuestion;

/// Where the reader takes its dates from.
pub(super) struct Dates<'a> {
    /// The dates words after "before" can mean, likeliest first.
    pub(super) led: &'a dyn Fn(&str) -> Vec<Edtf>,
    /// The date that words without "before" or "in" surely are.
    pub(super) sure: &'a dyn Fn(&str) -> Option<Edtf>,
}

/// In what place a party is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Speaker,
    About,
    To,
}

/// What some words are.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Part {
    Party(Place, Vec<Id>),
    Topic(Id),
    /// What is asked about dates, likeliest first.
    Date(Vec<DateQuestion>),
    /// "what did", "who".
    Asking,
    /// "said", "told".
    Saying,
    And,
    /// What leads to the part after it: "about the".
    Lead,
    /// Words to look for.
    Words,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    pub(super) part: Part,
    /// How many words it has.
    pub(super) count: usize,
}

/// What was read: each word is in one piece.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    words: Vec<&'a str>,
    pieces: Vec<Piece>,
    /// The first word of what may still be going on to be typed.
    unfinished: usize,
}

/// Reads what is typed. `heard` says that a speaker is asked for already: the next party is one spoken of.
pub(super) fn read<'a>(typed: &'a str, names: &Names, dates: &Dates<'_>, heard: bool) -> Reading<'a> {
    let words: Vec<&str> = typed.split_whitespace().collect();
    let (pieces, unfinished) = pieces(&words, names, dates, heard);
    let mut reading = Reading { words, pieces, unfinished };
    reading.settle();
    reading
}

impl Reading<'_> {
    /// Whether any of it was understood: a party, a topic, a date.
    pub(super) fn is_understood(&self) -> bool {
        self.pieces.iter().any(|piece| piece.part.is_asked())
    }

    /// How many readings there are: a month without its year may be of several.
    pub(super) fn count(&self) -> usize {
        let dates = self.pieces.iter().filter_map(|piece| match &piece.part {
            Part::Date(questions) => Some(questions.len()),
            _ => None,
        });
        dates.max().unwrap_or(1)
    }

    /// What the `n`th reading asks, counted from 0, the words left last.
    pub(super) fn asked(&self, n: usize) -> Vec<Asked> {
        self.asked_of(n, self.words.len())
    }

    /// What is asked while it is still being typed: without a beginning that is no question yet.
    pub(super) fn asked_so_far(&self) -> Vec<Asked> {
        self.asked_of(0, self.unfinished)
    }

    fn asked_of(&self, n: usize, end: usize) -> Vec<Asked> {
        let mut all = Vec::new();
        let mut left = Vec::new();
        let mut at = 0;
        for piece in &self.pieces {
            let words = self.words.get(at..(at + piece.count).min(end)).unwrap_or_default();
            at += piece.count;
            match &piece.part {
                Part::Party(place, ids) => all.extend(ids.iter().map(|id| match place {
                    Place::Speaker => Asked::Speaker(*id),
                    Place::About => Asked::About(*id),
                    Place::To => Asked::To(*id),
                })),
                Part::Topic(id) => all.push(Asked::Topic(*id)),
                Part::Date(questions) => {
                    all.extend(questions.get(n).or(questions.first()).cloned().map(Asked::Date));
                }
                Part::Words => left.extend(words.iter().map(|word| without_signs(word))),
                Part::Asking | Part::Saying | Part::And | Part::Lead => {}
            }
        }
        left.retain(|word| !word.is_empty());
        all.extend((!left.is_empty()).then(|| Asked::Words(left.join(" "))));
        all
    }

    /// Settles which words of a question are but that. Where nothing is understood, all words are to look for, except
    /// that a question may be at its beginning.
    fn settle(&mut self) {
        let understood = self.is_understood();
        let asks = |piece: &Piece| matches!(piece.part, Part::Asking);
        let leading =
            self.pieces.iter().take_while(|piece| asks(piece) || piece.part == Part::Saying).count();
        let begins = self.pieces.first().is_some_and(asks);
        let dates: Vec<usize> =
            (0..self.pieces.len()).filter(|at| matches!(self.pieces[*at].part, Part::Date(_))).collect();
        for at in dates.into_iter().skip(1) {
            self.join_dates(at);
        }
        let mut parts: Vec<Part> = self.pieces.iter().map(|piece| piece.part.clone()).collect();
        for (at, piece) in self.pieces.iter().enumerate() {
            let stays = match piece.part {
                Part::Asking => at < leading || (understood && self.is_inner(at)),
                Part::Saying => (begins && at < leading) || understood,
                Part::And => self.joins(at),
                Part::Lead => understood,
                _ => true,
            };
            if !stays {
                parts[at] = Part::Words;
            }
        }
        for (piece, part) in self.pieces.iter_mut().zip(parts) {
            piece.part = part;
        }
        if !understood && leading == self.pieces.len() {
            self.unfinished = 0;
        }
    }

    /// Whether a word of a question may stand anywhere: "about Backpage, what did he say".
    fn is_inner(&self, at: usize) -> bool {
        let start: usize = self.pieces.iter().take(at).map(|piece| piece.count).sum();
        self.words.get(start).is_some_and(|word| has(t("filter-question-inner"), &bare(word)))
    }

    /// Whether "and" joins two things asked.
    fn joins(&self, at: usize) -> bool {
        let part = |at: usize| self.pieces.get(at).map(|piece| &piece.part);
        let before = at.checked_sub(1).and_then(part).is_some_and(Part::is_asked);
        before && part(at + 1).is_some_and(|part| part.is_asked() || *part == Part::Lead)
    }

    /// A filter asks for one stretch of time: "after May" and "before September" are one; what cannot be one stays
    /// words.
    fn join_dates(&mut self, at: usize) {
        let first = self.pieces.iter().position(|piece| matches!(piece.part, Part::Date(_)));
        let Some(first) = first.filter(|first| *first < at) else { return };
        let (Part::Date(a), Part::Date(b)) = (&self.pieces[first].part, &self.pieces[at].part) else {
            return;
        };
        let both: Vec<DateQuestion> =
            a.iter().flat_map(|a| b.iter().filter_map(|b| within_both(a, b))).collect();
        if both.is_empty() {
            self.pieces[at].part = Part::Words;
        } else {
            self.pieces[first].part = Part::Date(both);
            self.pieces[at].part = Part::Lead;
        }
    }
}

impl Part {
    fn is_asked(&self) -> bool {
        matches!(self, Self::Party(..) | Self::Topic(_) | Self::Date(_))
    }
}

/// The days of both, where they are one stretch with two ends.
fn within_both(a: &DateQuestion, b: &DateQuestion) -> Option<DateQuestion> {
    let (a, b) = (a.days(), b.days());
    let both = Days { first: a.first.max(b.first), last: a.last.min(b.last) };
    let bounded = both.first != i64::MIN && both.last != i64::MAX && both.first <= both.last;
    let stretch = bounded.then(|| Edtf::between(&Edtf::day(both.first), &Edtf::day(both.last)).ok());
    stretch.flatten().map(DateQuestion::During)
}

/// A word to look for, without the signs of the sentence around it.
fn without_signs(word: &str) -> &str {
    word.trim_matches(['?', '!', '.', ',', ';', ':', '"', '“', '”', '(', ')'])
}

/// Whether a word is in a list of words.
pub(super) fn has(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|one| one == word)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::asked::date_words;
    use super::super::offers::reading;
    use super::*;
    use crate::ui::filter_bar::known::Known;

    fn day(text: &str) -> i64 {
        text.parse::<Edtf>().unwrap().first_day()
    }

    /// Rows of 2024 and 2025; today is 24 November 2026.
    fn known() -> Known {
        let mut names = Names::default();
        names.add_party(Id(1), true, "Rob McKenna");
        names.add_party(Id(2), false, "Backpage.com, LLC");
        names.add_party(Id(3), false, "Port Authority");
        names.add_party(Id(4), false, "Harbor Line");
        names.add_topic(Id(9), "Dredging");
        let years = vec!["2025".to_owned(), "2024".to_owned()];
        Known { names, years, span: (day("2024-01-10"), day("2025-08-01")), ..Known::default() }
    }

    /// What is asked, as short words: "speaker 1; about 2; before September 2025; words x".
    fn words(all: Vec<Asked>) -> String {
        let one = |asked: Asked| match asked {
            Asked::Speaker(id) => format!("speaker {}", id.0),
            Asked::About(id) => format!("about {}", id.0),
            Asked::To(id) => format!("to {}", id.0),
            Asked::Topic(id) => format!("topic {}", id.0),
            Asked::Date(question) => date_words(&question),
            Asked::Words(words) => format!("words {words}"),
            other => format!("{other:?}"),
        };
        all.into_iter().map(one).collect::<Vec<_>>().join("; ")
    }

    fn asked(typed: &str) -> String {
        reading(typed, false, &known(), day("2026-11-24"), |reading| words(reading.asked(0)))
    }

    #[test]
    fn a_question_is_read_as_who_about_and_when() {
        for (typed, read) in [
            (
                "what did McKenna say about Backpage before September?",
                "speaker 1; about 2; before September 2024",
            ),
            ("Port Authority about dredging before Sep 2025", "speaker 3; topic 9; before September 2025"),
            (
                "Port Authority about the wells before Sep 2025",
                "speaker 3; before September 2025; words wells",
            ),
            ("what was said by the Port Authority to Harbor Line since 2025", "speaker 3; to 4; since 2025"),
            ("about Backpage, what did Rob McKenna say?", "about 2; speaker 1"),
            ("who told Harbor Line about the ferry", "to 4; words ferry"),
            ("what did McKenna tell Harbor Line in 2024", "speaker 1; to 4; in 2024"),
            ("mckenna on backpage after 7 may 2024", "speaker 1; about 2; after 7 May 2024"),
            ("McKenna and Harbor Line about Backpage", "speaker 1; speaker 4; about 2"),
            ("McKenna’s letter", "speaker 1; words letter"),
            ("McKenna <sep 2025", "speaker 1; before September 2025"),
            ("McKenna after May 2024 and before Aug 2024", "speaker 1; in 1 Jun – 31 Jul 2024"),
            ("McKenna 2024-05", "speaker 1; in May 2024"),
        ] {
            assert_eq!(asked(typed), read, "{typed}");
        }
    }

    #[test]
    fn the_beginning_of_a_name_will_do_where_a_party_must_stand() {
        assert_eq!(asked("what did har say about back"), "speaker 4; about 2");
        assert_eq!(asked("harbor about backp"), "speaker 4; about 2");
        assert_eq!(asked("harbor lights"), "words harbor lights", "any word may be meant");
    }

    #[test]
    fn what_is_not_understood_stays_as_words() {
        for (typed, left) in [
            ("McKenna wells run dry", "speaker 1; words wells run dry"),
            ("McKenna in the letter", "speaker 1; words in the letter"),
            ("what they said", "words they said"),
            ("before the storm", "words before the storm"),
            ("about the storm", "words about the storm"),
            ("McKenna before May 2024 before 2025", "speaker 1; before May 2024; words before 2025"),
            ("2019 McKenna", "speaker 1; words 2019"),
            ("McKenna about", "speaker 1; words about"),
        ] {
            assert_eq!(asked(typed), left, "{typed}");
        }
    }

    #[test]
    fn a_month_without_its_year_is_read_in_each_year() {
        let readings = reading("McKenna before Sep", false, &known(), day("2026-11-24"), |reading| {
            (0..reading.count()).map(|n| words(reading.asked(n))).collect::<Vec<_>>()
        });
        assert_eq!(readings, ["speaker 1; before September 2024", "speaker 1; before September 2025"]);
    }

    #[test]
    fn what_is_still_being_typed_asks_nothing_yet() {
        let so_far = |typed: &str| {
            reading(typed, false, &known(), day("2026-11-24"), |reading| words(reading.asked_so_far()))
        };
        assert_eq!(so_far("what did"), "");
        assert_eq!(so_far("what did McKenna say about"), "speaker 1");
        assert_eq!(so_far("McKenna before Se"), "speaker 1");
        assert_eq!(so_far("hull"), "words hull");
    }

    const VOCABULARY: &[&str] = &[
        "what",
        "did",
        "who",
        "McKenna",
        "Port",
        "Authority",
        "say",
        "said",
        "told",
        "about",
        "on",
        "to",
        "by",
        "the",
        "and",
        "before",
        "after",
        "since",
        "in",
        "<sep",
        "Sep",
        "2025",
        "7",
        "May",
        "Backpage",
        "dredging",
        "wells",
        "?",
        "—",
        "’s",
        "between",
        "from",
        "or",
        ">=",
        "ß",
        "İ",
    ];

    proptest! {
        #[test]
        fn no_word_is_lost(typed in proptest::collection::vec(
            prop_oneof![4 => proptest::sample::select(VOCABULARY).prop_map(str::to_owned), 1 => "\\PC{0,6}"], 0..12,
        )) {
            let typed = typed.join(" ");
            reading(&typed, false, &known(), day("2026-11-24"), |reading| {
                let count: usize = reading.pieces.iter().map(|piece| piece.count).sum();
                prop_assert_eq!(count, reading.words.len(), "every word is in one piece");
                let mut at = 0;
                for piece in &reading.pieces {
                    let words = &reading.words[at..at + piece.count];
                    at += piece.count;
                    let ours = |list: &str| words.iter().all(|word| has(list, &bare(word)));
                    match piece.part {
                        Part::Asking => prop_assert!(ours(t("filter-question-asking"))),
                        Part::And => prop_assert!(ours(t("filter-question-and"))),
                        _ => {}
                    }
                }
                let asked = reading.asked(0);
                let left: usize = reading
                    .pieces
                    .iter()
                    .filter(|piece| piece.part == Part::Words)
                    .map(|piece| piece.count)
                    .sum();
                let said = asked.iter().any(|asked| matches!(asked, Asked::Words(_)));
                prop_assert!(!said || left > 0);
                prop_assert!(reading.asked_so_far().len() <= asked.len());
                Ok(())
            })?;
        }
    }
}
