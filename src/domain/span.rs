//! Places in a text, counted in Unicode code points, and how a quotation is found again in a text.

use serde::{Deserialize, Serialize};

/// A stretch of text: code points `start..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
}

impl Span {
    /// A span; `start` and `end` in either order.
    #[must_use]
    pub fn new(a: usize, b: usize) -> Self {
        Self { start: a.min(b), end: a.max(b) }
    }

    /// Its length in code points.
    #[must_use]
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it holds nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether it shares a code point with `other`.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether the code point at `at` is in it.
    #[must_use]
    pub fn contains(self, at: usize) -> bool {
        (self.start..self.end).contains(&at)
    }

    /// The words it covers in `text`; shorter where the text ends before it does.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        let start = byte_at(text, self.start);
        let end = start + byte_at(&text[start..], self.len());
        &text[start..end]
    }
}

/// The byte offset of code point `at`, or the text's length if it has fewer.
#[must_use]
pub fn byte_at(text: &str, at: usize) -> usize {
    if text.is_ascii() {
        return at.min(text.len());
    }
    text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte)
}

/// The code point offset of byte `byte` (which must be on a boundary).
#[must_use]
pub fn char_at(text: &str, byte: usize) -> usize {
    text[..byte].chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_code_points_not_bytes() {
        let text = "“Sage” — ok";
        assert_eq!(Span::new(1, 5).of(text), "Sage");
        assert_eq!(Span::new(9, 99).of(text), "ok");
        assert_eq!(char_at(text, byte_at(text, 7)), 7);
    }
}
