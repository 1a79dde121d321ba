//! Words, sentences and paragraphs around a place in a text, for selecting.

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use super::chunks::ReaderText;
use crate::domain::quote::in_text_order;
use crate::domain::span::Span;

/// Short forms whose full stop does not end a sentence.
const SHORT_FORMS: &[&str] = &[
    "Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "Sen.", "Rep.", "Gov.", "Gen.", "Col.", "Lt.", "Sgt.", "Capt.",
    "St.", "No.", "vs.", "v.", "Hon.", "Rev.", "Jr.", "Inc.", "Corp.", "Co.", "Ltd.",
];

/// A selection without the white space at its ends; empty if it is nothing else. The words stay as they are.
fn trim_selection(text: &ReaderText, span: Span) -> Span {
    let span = Span { start: span.start.min(text.len()), end: span.end.min(text.len()) };
    let words = text.slice(span);
    let (from_start, from_end) = (words.trim_start(), words.trim_end());
    if from_start.is_empty() {
        return Span { start: span.start, end: span.start };
    }
    let points = |part: &str| part.chars().count();
    Span {
        start: span.start + points(&words[..words.len() - from_start.len()]),
        end: span.end - points(&words[from_end.len()..]),
    }
}

/// What a record is made of: the selected parts without white space at their ends, in the order of the text, none
/// empty. A part that starts or ends within a word has the whole of it; signs, such as quotation marks, are not added.
#[must_use]
pub fn whole_words(text: &ReaderText, spans: &[Span]) -> Vec<Span> {
    let whole = spans.iter().map(|span| whole_word_ends(text, trim_selection(text, *span)));
    in_text_order(&whole.collect::<Vec<_>>(), text.len())
}

fn whole_word_ends(text: &ReaderText, span: Span) -> Span {
    let chosen = text.slice(span);
    let (Some(first), Some(last)) = (chosen.chars().next(), chosen.chars().next_back()) else { return span };
    let (mut start, mut end) = (span.start, span.end);
    if is_of_word(first) {
        let before = Span { start: word_at(text, start).start, end: start };
        start -= text.slice(before).chars().rev().take_while(|c| is_of_word(*c)).count();
    }
    if is_of_word(last) {
        let after = Span { start: end, end: word_at(text, end - 1).end };
        end += text.slice(after).chars().take_while(|c| is_of_word(*c)).count();
    }
    Span { start, end }
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// The word at `point`, or the sign or white space that is there.
pub(super) fn word_at(text: &ReaderText, point: usize) -> Span {
    let (start, line) = line_at(text, point);
    piece_at(start, line.split_word_bounds(), point)
}

/// The sentence at `point`, without the white space after it.
pub(super) fn sentence_at(text: &ReaderText, point: usize) -> Span {
    let (start, line) = line_at(text, point);
    trim_selection(text, piece_at(start, sentences(line).into_iter(), point))
}

/// The paragraph at `point`, without the end of its line.
pub(super) fn paragraph_at(text: &ReaderText, point: usize) -> Span {
    let (start, line) = line_at(text, point);
    Span { start, end: start + line.chars().count() }
}

/// Where what is one character to the reader ends, from `point` on.
pub(super) fn next_character(text: &ReaderText, point: usize) -> usize {
    let (start, line) = line_at(text, point);
    let mut end = start;
    for piece in line.graphemes(true) {
        end += piece.chars().count();
        if end > point {
            return end;
        }
    }
    (point + 1).min(text.len())
}

/// Where the character before `point` starts.
pub(super) fn previous_character(text: &ReaderText, point: usize) -> usize {
    let (start, line) = line_at(text, point);
    let mut end = start;
    for piece in line.graphemes(true) {
        let begin = end;
        end += piece.chars().count();
        if end >= point && begin < point {
            return begin;
        }
    }
    point.saturating_sub(1)
}

/// Where the word after `point` ends.
pub(super) fn next_word(text: &ReaderText, point: usize) -> usize {
    let (start, line) = line_at(text, point);
    let mut end = start;
    for piece in line.split_word_bounds() {
        end += piece.chars().count();
        if end > point && piece.chars().any(char::is_alphanumeric) {
            return end;
        }
    }
    // The end of the line first, then over it.
    if end > point { end } else { (point + 1).min(text.len()) }
}

/// Where the word before `point` starts.
pub(super) fn previous_word(text: &ReaderText, point: usize) -> usize {
    let (start, line) = line_at(text, point);
    if point == start {
        return point.saturating_sub(1);
    }
    let mut at = start;
    let mut word = start;
    for piece in line.split_word_bounds() {
        if at >= point {
            break;
        }
        if piece.chars().any(char::is_alphanumeric) {
            word = at;
        }
        at += piece.chars().count();
    }
    word
}

/// The piece of `pieces`, which begin at `start`, that holds `point`, or the last one.
fn piece_at<'a>(start: usize, pieces: impl Iterator<Item = &'a str>, point: usize) -> Span {
    let mut span = Span { start, end: start };
    for piece in pieces {
        span = Span { start: span.end, end: span.end + piece.chars().count() };
        if span.contains(point) {
            break;
        }
    }
    span
}

/// The sentences of a line, with what follows each.
fn sentences(line: &str) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    let mut start = 0;
    for (at, piece) in line.split_sentence_bound_indices() {
        let end = at + piece.len();
        if !ends_with_short_form(piece) {
            found.push(&line[start..end]);
            start = end;
        }
    }
    if start < line.len() {
        found.push(&line[start..]);
    }
    found
}

/// Whether the last word is a short form or a single initial.
fn ends_with_short_form(sentence: &str) -> bool {
    let Some(last) = sentence.split_whitespace().next_back() else { return false };
    let last = last.trim_start_matches(['“', '‘', '"', '\'', '(']);
    SHORT_FORMS.contains(&last)
        || (last.ends_with('.') && last.chars().count() == 2 && last.starts_with(char::is_uppercase))
}

/// The line at `point`, without its end, and the code point it starts at. A line that goes on for chunks
/// is seen as far as the chunks next to this one.
fn line_at(text: &ReaderText, point: usize) -> (usize, &str) {
    let point = point.min(text.len());
    let here = text.chunk_of(point);
    let chunks = text.chunks();
    let first = here.saturating_sub(1);
    let last = (here + 1).min(chunks.len() - 1);
    let (from, to) = (chunks[first].bytes.start, chunks[last].bytes.end);
    let at = text.byte_of(point);
    let start = text.text()[from..at].rfind('\n').map_or(from, |newline| from + newline + 1);
    let end = text.text()[at..to].find('\n').map_or(to, |newline| at + newline);
    (text.point_of(start), &text.text()[start..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "“Über so,” said Mr. Alder. She didn’t.\n\nNext day: J. Holm came.\n";

    fn words(find: fn(&ReaderText, usize) -> Span, at: &str) -> String {
        let text = ReaderText::new(TEXT);
        let point = text.point_of(TEXT.find(at).unwrap());
        text.slice(find(&text, point)).to_owned()
    }

    #[test]
    fn words_sentences_and_paragraphs_are_a_readers() {
        assert_eq!(words(word_at, "ber"), "Über");
        assert_eq!(words(word_at, "dn’t"), "didn’t");
        assert_eq!(words(sentence_at, "said"), "“Über so,” said Mr. Alder.");
        assert_eq!(words(sentence_at, "didn’t"), "She didn’t.");
        assert_eq!(words(sentence_at, "came"), "Next day: J. Holm came.");
        assert_eq!(words(paragraph_at, "so"), "“Über so,” said Mr. Alder. She didn’t.");
    }

    #[test]
    fn trimming_takes_white_space_and_nothing_else() {
        let text = ReaderText::new(TEXT);
        let trimmed = trim_selection(&text, Span::new(9, 16));
        assert_eq!(text.slice(trimmed), "” said");
        assert!(trim_selection(&text, Span::new(38, 40)).is_empty());
        assert_eq!(trim_selection(&text, Span::new(60, 900)).end, text.len() - 1);
    }

    #[test]
    fn a_part_of_a_word_is_made_the_whole_of_it() {
        let whole = |words: &str, parts: &[&str]| {
            let text = ReaderText::new(words);
            let part = |part: &&str| {
                let start = text.point_of(words.find(*part).unwrap());
                Span::new(start, start + part.chars().count())
            };
            let spans = whole_words(&text, &parts.iter().map(part).collect::<Vec<_>>());
            spans.into_iter().map(|span| text.slice(span).to_owned()).collect::<Vec<_>>()
        };
        let said = "It was “announced last” week, in Überlingen.";
        assert_eq!(whole(said, &["nounced las"]), ["announced last"]);
        assert_eq!(whole(said, &["“announced las"]), ["“announced last"]);
        assert_eq!(whole(said, &["announced last"]), ["announced last"]);
        assert_eq!(whole(said, &["ek, ", "berl"]), ["week,", "Überlingen"]);
        assert_eq!(whole(said, &["ann", "ced"]), ["announced"]);
        assert_eq!(whole("It didn’t.", &["idn"]), ["didn"]);
        assert!(whole(said, &[" "]).is_empty());
    }

    #[test]
    fn steps_by_word_cross_lines_both_ways() {
        let text = ReaderText::new("one two\nthree");
        let forward: Vec<usize> =
            std::iter::successors(Some(0), |&at| (at < text.len()).then(|| next_word(&text, at))).collect();
        assert_eq!(forward, [0, 3, 7, 8, 13]);
        let back: Vec<usize> =
            std::iter::successors(Some(13), |&at| (at > 0).then(|| previous_word(&text, at))).collect();
        assert_eq!(back, [13, 8, 7, 4, 0]);
    }

    #[test]
    fn a_line_of_many_chunks_has_words_at_its_seams() {
        let text = ReaderText::new("wörd ".repeat(5_000));
        let seam = text.chunks()[1].points.start;
        assert_eq!(text.slice(word_at(&text, seam)), "wörd");
        assert_eq!(text.slice(word_at(&text, seam - 3)), "wörd");
    }
}
