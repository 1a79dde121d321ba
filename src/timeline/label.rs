//! The words a mark carries: four to eight of them, a quotation cut only outside its marks.

/// The most words a label has.
const MOST: usize = 8;
/// The fewest words a cut label has.
const FEWEST: usize = 4;

/// The first `words` words; a quotation in its marks; with … where it was cut, outside the marks.
#[must_use]
pub fn shorten(text: &str, quoted: bool, words: usize) -> String {
    let mut rest = text.split_whitespace();
    let kept: Vec<&str> = rest.by_ref().take(words).collect();
    let (kept, cut) = (kept.join(" "), rest.next().is_some());
    match (quoted, cut) {
        (true, false) => format!("“{kept}”"),
        (true, true) => format!("“{kept}” …"),
        (false, false) => kept,
        (false, true) => format!("{kept} …"),
    }
}

/// The longest label of eight words down to four that is at most `room` wide; `None` where not even four fit
/// (or all of a shorter text).
#[must_use]
pub fn fit_words(text: &str, quoted: bool, room: f32, measure: &dyn Fn(&str) -> f32) -> Option<String> {
    let total = text.split_whitespace().take(MOST + 1).count();
    if total == 0 {
        return None;
    }
    let longest = total.min(MOST);
    (longest.min(FEWEST)..=longest)
        .rev()
        .map(|words| shorten(text, quoted, words))
        .find(|label| measure(label) <= room)
}

/// About how wide the longest label of a text is, in pixels, before there is a font to ask.
pub(super) fn likely_width(text: &str) -> f32 {
    const A_LETTER: f32 = 6.4;
    const WIDEST: usize = 40;
    let letters: usize = text.split_whitespace().take(MOST).map(|word| word.chars().count() + 1).sum();
    letters.min(WIDEST) as f32 * A_LETTER
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUOTE: &str = "There can be no question the vessel was inspected in full.";

    #[test]
    fn a_quotation_is_cut_outside_its_marks_and_keeps_its_case() {
        assert_eq!(shorten(QUOTE, true, 5), "“There can be no question” …");
        assert_eq!(shorten("no", true, 8), "“no”");
        assert_eq!(shorten("Ferry company answers the state", false, 4), "Ferry company answers the …");
    }

    #[test]
    fn as_many_words_as_fit_but_never_fewer_than_four() {
        let by_letters = |text: &str| text.chars().count() as f32;
        assert_eq!(fit_words(QUOTE, true, 100.0, &by_letters).unwrap().split(' ').count(), 9);
        assert_eq!(fit_words(QUOTE, true, 20.0, &by_letters).as_deref(), Some("“There can be no” …"));
        assert_eq!(fit_words(QUOTE, true, 18.0, &by_letters), None);
        assert_eq!(fit_words("two words", false, 9.0, &by_letters).as_deref(), Some("two words"));
        assert_eq!(fit_words("two words", false, 8.0, &by_letters), None);
        assert_eq!(fit_words("  ", false, 100.0, &by_letters), None);
    }
}
