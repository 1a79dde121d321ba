//! Whether two texts are one story: a wire report cut and retitled by several outlets, a letter printed twice.
//!
//! Every run of five words of a text is a shingle. Two texts are near copies if the shorter one's shingles are mostly
//! in the longer one, which is counted exactly. A [`Sketch`] of a text, 128 numbers, tells which texts are worth that
//! count; an [`Index`] finds them among many.

mod index;
mod sketch;
mod words;

pub use index::Index;
pub use sketch::Sketch;
pub use words::Shingles;

/// Texts of fewer different shingles are never near copies: a caption or a line of agency boilerplate is in many.
pub const FEWEST: usize = 30;

/// The share of the shorter text's shingles that must be in the longer one. In the fixtures the cuts of a wire report
/// have 0.81 and more in common with it, the stories by other hands on the same event at most 0.14, and a letter has
/// 0.43 in common with a story that quotes half of it.
const SHORTER: f64 = 0.6;

/// The share of the longer text's shingles that must be in the shorter one: a letter quoted whole in a long report is
/// no near copy of it.
const LONGER: f64 = 0.15;

/// How much two texts have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Likeness {
    /// Different shingles that both have.
    pub shared: usize,
    /// Different shingles of the first and of the second.
    pub of: (usize, usize),
    /// Of a hundred words of the first, how many stand in runs that the second has too, rounded down; and the other
    /// way round.
    pub percent: (u8, u8),
}

impl Likeness {
    /// Compares two texts.
    #[must_use]
    pub fn between(first: &Shingles, second: &Shingles) -> Self {
        Self {
            shared: first.shared_with(second),
            of: (first.count(), second.count()),
            percent: (first.percent_in(second), second.percent_in(first)),
        }
    }

    /// The share of the shorter text's shingles that the longer one has, 0 to 1.
    #[must_use]
    pub fn containment(self) -> f64 {
        share(self.shared, self.of.0.min(self.of.1))
    }

    /// Whether one text is the other, cut, retitled or touched up.
    #[must_use]
    pub fn is_near_copy(self) -> bool {
        self.of.0.min(self.of.1) >= FEWEST
            && self.containment() >= SHORTER
            && share(self.shared, self.of.0.max(self.of.1)) >= LONGER
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

#[cfg(test)]
mod tests;
