//! How one wording of a quotation differs from another.

use crate::domain::span::Span;

/// Above this many pairs of words nothing is compared: the wordings have too little in common to be worth it.
const MOST: usize = 250_000;

/// The words of `wording` that are not in `relied_on` at their place, as code points of `wording`; words that
/// follow each other are one span. Case and punctuation count.
#[must_use]
pub fn differing_words(relied_on: &str, wording: &str) -> Vec<Span> {
    let theirs = words(relied_on);
    let ours = words(wording);
    let same = |a: &&Word<'_>, b: &&Word<'_>| a.text == b.text;
    let start = theirs.iter().zip(&ours).take_while(|(a, b)| same(a, b)).count();
    let rest = theirs.len().min(ours.len()) - start;
    let end = theirs.iter().rev().zip(ours.iter().rev()).take(rest).take_while(|(a, b)| same(a, b)).count();
    let (theirs, ours) = (&theirs[start..theirs.len() - end], &ours[start..ours.len() - end]);
    if theirs.len() * ours.len() > MOST {
        return Vec::new();
    }
    joined(ours, &in_common(theirs, ours))
}

struct Word<'a> {
    text: &'a str,
    span: Span,
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut at = 0;
    for piece in text.split(char::is_whitespace) {
        let len = piece.chars().count();
        if len > 0 {
            words.push(Word { text: piece, span: Span::new(at, at + len) });
        }
        at += len + 1;
    }
    words
}

/// Which of `ours` are part of the longest run of words, in order, that both have.
fn in_common(theirs: &[Word<'_>], ours: &[Word<'_>]) -> Vec<bool> {
    let width = ours.len() + 1;
    // longest[i * width + j]: the longest common run of theirs[i..] and ours[j..].
    let mut longest = vec![0_u32; (theirs.len() + 1) * width];
    for i in (0..theirs.len()).rev() {
        for j in (0..ours.len()).rev() {
            longest[i * width + j] = if theirs[i].text == ours[j].text {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let mut common = vec![false; ours.len()];
    let (mut i, mut j) = (0, 0);
    while i < theirs.len() && j < ours.len() {
        if theirs[i].text == ours[j].text {
            common[j] = true;
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    common
}

fn joined(words: &[Word<'_>], common: &[bool]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut goes_on = false;
    for (word, common) in words.iter().zip(common) {
        match spans.last_mut().filter(|_| goes_on && !common) {
            Some(last) => last.end = word.span.end,
            None if !common => spans.push(word.span),
            None => {}
        }
        goes_on = !common;
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    fn differing(relied_on: &str, wording: &str) -> Vec<String> {
        differing_words(relied_on, wording).iter().map(|span| span.of(wording).to_owned()).collect()
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
    fn places_are_code_points_and_white_space_does_not_count() {
        assert_eq!(differing("“Über alles”  wahr", "“Über alles” unwahr"), ["unwahr"]);
        assert_eq!(differing_words("a b", "ä\nb"), [Span::new(0, 1)]);
    }

    #[test]
    fn nothing_in_common_is_one_span() {
        assert_eq!(differing("yes", "not at all"), ["not at all"]);
        assert!(differing("yes", "").is_empty());
        assert_eq!(differing("", "yes"), ["yes"]);
    }
}
