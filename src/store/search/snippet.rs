//! The words of a hit, with what matched marked. Words are told apart and folded as the index does it.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::query::Term;
use crate::domain::span::{Span, char_at};

/// A piece of a snippet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SnippetPart {
    /// The words as they stand in the record.
    pub text: String,
    /// Whether they match.
    pub matched: bool,
}

/// How many code points a snippet has before the first match, and in all.
const BEFORE: usize = 60;
const LENGTH: usize = 220;
/// How many matches are weighed for the best place.
const WEIGHED: usize = 400;

/// The snippet with the most different terms, cuts marked …, and the span of its first match in the text.
pub(super) fn of(text: &str, terms: &[Term]) -> (Vec<SnippetPart>, Option<Span>) {
    let matches = matches(text, terms);
    let Some(best) = best(&matches) else { return (Vec::new(), None) };
    let start = word_start(text, back(text, best.start, BEFORE));
    let end = word_end(text, forward(text, start, LENGTH).max(best.end));
    let mut parts = Vec::new();
    if !text[..start].trim().is_empty() {
        parts.push(cut("… "));
    }
    let mut part = |range: Range<usize>, matched| {
        if !range.is_empty() {
            parts.push(SnippetPart { text: text[range].to_owned(), matched });
        }
    };
    let mut at = start;
    for (_, found) in matches.iter().filter(|(_, found)| found.start >= start && found.end <= end) {
        if found.start >= at {
            part(at..found.start, false);
            part(found.clone(), true);
            at = found.end;
        }
    }
    part(at..end, false);
    if !text[end..].trim().is_empty() {
        parts.push(cut(" …"));
    }
    let from = char_at(text, best.start);
    let span = Span::new(from, from + text[best.clone()].chars().count());
    (parts, Some(span))
}

fn cut(mark: &str) -> SnippetPart {
    SnippetPart { text: mark.to_owned(), matched: false }
}

/// How a text begins: at most 80 code points, to the end of a word.
pub(super) fn start_of(text: &str) -> String {
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim();
    let end = forward(line, 0, 80);
    if end == line.len() {
        line.to_owned()
    } else {
        format!("{}…", line[..word_start(line, end)].trim_end())
    }
}

/// The places (bytes) where terms match, in order, each with the term's number.
fn matches(text: &str, terms: &[Term]) -> Vec<(usize, Range<usize>)> {
    let wanted: Vec<(Vec<String>, bool)> = terms
        .iter()
        .map(|term| (words(&term.text).map(|word| folded(&term.text[word])).collect(), !term.exact))
        .collect();
    // How many words of each term the words just passed match, and where the first of them starts.
    let mut progress = vec![(0, 0); wanted.len()];
    let mut found = Vec::new();
    for word in words(text) {
        let token = folded(&text[word.clone()]);
        for (n, ((term, open), (passed, start))) in wanted.iter().zip(&mut progress).enumerate() {
            let fits = |at: usize| {
                term.get(at).is_some_and(|wanted| {
                    *wanted == token || (*open && at + 1 == term.len() && token.starts_with(wanted.as_str()))
                })
            };
            if !fits(*passed) {
                *passed = 0;
            }
            if fits(*passed) {
                if *passed == 0 {
                    *start = word.start;
                }
                *passed += 1;
            }
            if !term.is_empty() && *passed == term.len() {
                found.push((n, *start..word.end));
                *passed = 0;
            }
        }
        if found.len() >= WEIGHED {
            break;
        }
    }
    found.sort_by_key(|(_, range)| range.start);
    found
}

/// The match from which the most different terms are within reach.
fn best(matches: &[(usize, Range<usize>)]) -> Option<Range<usize>> {
    let reach = |at: usize| {
        let (_, first) = &matches[at];
        let near = matches[at..].iter().take_while(|(_, range)| range.end - first.start < LENGTH - BEFORE);
        let mut terms: Vec<usize> = near.map(|(term, _)| *term).collect();
        terms.sort_unstable();
        terms.dedup();
        terms.len()
    };
    let place = (0..matches.len()).max_by_key(|at| (reach(*at), std::cmp::Reverse(*at)))?;
    matches.get(place).map(|(_, range)| range.clone())
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// The words of a text, as byte ranges.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(is_word_char)?;
        let end = text[start..].find(|c| !is_word_char(c)).map_or(text.len(), |length| start + length);
        rest = end;
        Some(start..end)
    })
}

/// Lower case without diacritics.
fn folded(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

fn back(text: &str, from: usize, chars: usize) -> usize {
    text[..from].char_indices().rev().take(chars).last().map_or(from, |(at, _)| at)
}

fn forward(text: &str, from: usize, chars: usize) -> usize {
    text[from..].char_indices().nth(chars).map_or(text.len(), |(at, _)| from + at)
}

/// The start of the first whole word at or after `at`, if it is near.
fn word_start(text: &str, at: usize) -> usize {
    let inside = text[..at].chars().next_back().is_some_and(is_word_char);
    let rest: usize = text[at..].chars().take(30).take_while(|c| is_word_char(*c)).map(char::len_utf8).sum();
    if inside { at + rest } else { at }
}

/// The end of the word that `at` is in, if it is near.
fn word_end(text: &str, at: usize) -> usize {
    at + text[at..].chars().take(30).take_while(|c| is_word_char(*c)).map(char::len_utf8).sum::<usize>()
}
