//! How one wording of a quotation differs from another.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::domain::span::Span;

/// Above this many pairs of words nothing is compared: the wordings have too little in common to be worth it.
const MOST: usize = 250_000;

/// What one wording has otherwise than the one relied on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WordingDifference {
    /// Words that the other does not have at their place, as code points of this wording; words that follow each
    /// other are one span.
    pub other_words: Vec<Span>,
    /// Words of the other that are left out in the middle of this one. What it does not reach to at its beginning and
    /// end is not among them: to quote less is no omission.
    pub left_out: Vec<String>,
}

/// Compares `wording` with the one relied on, word by word. Case and punctuation around a word do not count: papers set
/// them as their sentence asks.
#[must_use]
pub fn differing_words(relied_on: &str, wording: &str) -> WordingDifference {
    let (theirs, ours) = (words(relied_on), words(wording));
    if theirs.len().saturating_mul(ours.len()) > MOST {
        return WordingDifference::default();
    }
    let folded = |words: &[Word<'_>]| words.iter().map(|word| word.folded.clone()).collect::<Vec<_>>();
    let mut difference = WordingDifference::default();
    for op in capture_diff_slices(Algorithm::Myers, &folded(&theirs), &folded(&ours)) {
        match op {
            DiffOp::Insert { new_index, new_len, .. } | DiffOp::Replace { new_index, new_len, .. } => {
                let run = ours.get(new_index..new_index + new_len).unwrap_or_default();
                if let (Some(first), Some(last)) = (run.first(), run.last()) {
                    difference.other_words.push(Span::new(first.span.start, last.span.end));
                }
            }
            DiffOp::Delete { old_index, old_len, new_index } if 0 < new_index && new_index < ours.len() => {
                let run = theirs.get(old_index..old_index + old_len).unwrap_or_default();
                let run: Vec<&str> = run.iter().map(|word| word.text).collect();
                difference.left_out.push(run.join(" "));
            }
            DiffOp::Delete { .. } | DiffOp::Equal { .. } => {}
        }
    }
    difference
}

struct Word<'a> {
    text: &'a str,
    /// What is compared.
    folded: String,
    span: Span,
}

/// The words of a text; what holds neither letter nor figure is no word.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut at = 0;
    for piece in text.split(char::is_whitespace) {
        let len = piece.chars().count();
        let folded = piece.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        if !folded.is_empty() {
            words.push(Word { text: piece, folded, span: Span::new(at, at + len) });
        }
        at += len + 1;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn differing(relied_on: &str, wording: &str) -> Vec<String> {
        let spans = differing_words(relied_on, wording).other_words;
        spans.iter().map(|span| span.of(wording).to_owned()).collect()
    }

    #[test]
    fn words_that_differ_are_found_in_their_place() {
        let letter = "there can be no question the vessel was inspected in full";
        assert!(differing(letter, letter).is_empty());
        assert_eq!(differing(letter, "there is no question the vessel was inspected"), ["is"]);
        assert_eq!(
            differing(letter, "there can be no doubt at all the vessel was inspected in full"),
            ["doubt at all"]
        );
    }

    #[test]
    fn what_is_left_out_in_the_middle_is_told_and_what_is_not_reached_is_not() {
        let letter =
            "“You should reduce pumping at the pit to 400 gallons a minute until the cause is established.”";
        let paper =
            differing_words(letter, "“You must cease pumping at the pit until the cause is established”");
        assert_eq!(paper.left_out, ["to 400 gallons a minute"]);
        assert_eq!(paper.other_words, [Span::new(5, 15)], "must cease");
        let part = differing_words(letter, "to 400 gallons a minute");
        assert_eq!(part, WordingDifference::default());
        assert_eq!(differing_words("No further extension", "no extension").left_out, ["further"]);
    }

    #[test]
    fn case_and_punctuation_do_not_count() {
        assert_eq!(
            differing_words("“No hull, of ours – was unsafe.”", "no hull of ours was “unsafe”"),
            WordingDifference::default()
        );
    }

    #[test]
    fn places_are_code_points_and_white_space_does_not_count() {
        assert_eq!(differing("“Über alles”  wahr", "“Über alles” unwahr"), ["unwahr"]);
        assert_eq!(differing_words("a b", "ä\nb").other_words, [Span::new(0, 1)]);
    }

    #[test]
    fn nothing_in_common_is_one_span() {
        assert_eq!(differing("yes", "not at all"), ["not at all"]);
        assert!(differing("yes", "").is_empty());
        assert_eq!(differing("", "yes"), ["yes"]);
    }
}
