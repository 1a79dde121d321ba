//! Whether words of an article stand in quotation marks there.

use super::span::Span;

/// Marks that begin a quotation, end one, or do either.
const OPEN: [char; 3] = ['“', '„', '«'];
const CLOSE: [char; 2] = ['”', '»'];
const EITHER: char = '"';

/// Whether the words of `span` stand in quotation marks in `text`: they begin with one, or one that was opened before
/// them in their paragraph is not closed yet.
#[must_use]
pub fn is_quoted(text: &str, span: Span) -> bool {
    let words = span.of(text);
    let starts_quoted = words.starts_with(OPEN) || words.starts_with(EITHER);
    starts_quoted || is_open_at(text, span.start)
}

/// Whether a quotation is open before code point `at` of its paragraph.
fn is_open_at(text: &str, at: usize) -> bool {
    let before: String = text.chars().take(at).collect();
    let paragraph = before.rfind('\n').map_or(before.as_str(), |end| &before[end + 1..]);
    let mut open = false;
    for c in paragraph.chars() {
        if OPEN.contains(&c) {
            open = true;
        } else if CLOSE.contains(&c) {
            open = false;
        } else if c == EITHER {
            open = !open;
        }
    }
    open
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, words: &str, expected: bool) {
        let byte = text.find(words).unwrap();
        let start = text[..byte].chars().count();
        assert_eq!(is_quoted(text, Span::new(start, start + words.chars().count())), expected, "{words}");
    }

    #[test]
    fn words_in_marks_are_told_from_the_outlet_s_own() {
        let text = "The mayor, who called on the mill to stop, said “the water ran green” and left. \"Never again,\" \
            she added, and “nobody asked”.\n\nShe is reviewing the papers.";
        check(text, "“the water ran green”", true);
        check(text, "the water ran green", true);
        check(text, "ran green", true);
        check(text, "Never again,", true);
        check(text, "called on the mill to stop", false);
        check(text, "she added", false);
        check(text, "reviewing the papers", false);
    }
}
