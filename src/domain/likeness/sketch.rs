//! A text's shingles in little: of two sketches, as many numbers are alike as shingles of the two texts.

use super::words::{Shingles, mixed};

/// How many numbers are in a sketch.
pub(super) const NUMBERS: usize = 128;

/// For each of 128 ways to number shingles the least number in the text (MinHash).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sketch {
    numbers: Vec<u32>,
    /// How many different shingles the text has.
    shingles: u32,
}

impl Sketch {
    /// That of a text.
    #[must_use]
    pub fn of(shingles: &Shingles) -> Self {
        let mut numbers = vec![u32::MAX; NUMBERS];
        let ways = ways();
        for shingle in shingles.different() {
            for (least, (factor, more)) in numbers.iter_mut().zip(&ways) {
                let number = (shingle.wrapping_mul(*factor).wrapping_add(*more) >> 32) as u32;
                *least = number.min(*least);
            }
        }
        Self { numbers, shingles: u32::try_from(shingles.count()).unwrap_or(u32::MAX) }
    }

    /// The sketch that [`Sketch::bytes`] gave; `None` if it did not.
    #[must_use]
    pub fn from_bytes(bytes: &[u8], shingles: u32) -> Option<Self> {
        let (numbers, rest) = bytes.as_chunks::<4>();
        let whole = rest.is_empty() && numbers.len() == NUMBERS;
        whole.then(|| Self { numbers: numbers.iter().map(|n| u32::from_le_bytes(*n)).collect(), shingles })
    }

    /// Its numbers, to be kept; [`Sketch::shingles`] belongs to them.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        self.numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
    }

    /// How many different shingles the text has.
    #[must_use]
    pub fn shingles(&self) -> u32 {
        self.shingles
    }

    /// About which share of the shorter text's shingles the longer one has, 0 to 1.
    pub(super) fn containment(&self, other: &Self) -> f64 {
        let alike = self.numbers.iter().zip(&other.numbers).filter(|(a, b)| a == b).count();
        let share = alike as f64 / NUMBERS as f64;
        let (ours, theirs) = (f64::from(self.shingles), f64::from(other.shingles));
        let shared = share / (1.0 + share) * (ours + theirs);
        (shared / ours.min(theirs).max(1.0)).min(1.0)
    }

    /// Pairs of its numbers, each as one number that also tells which pair it is.
    pub(super) fn bands(&self) -> impl Iterator<Item = u64> {
        let (pairs, _) = self.numbers.as_chunks::<2>();
        pairs
            .iter()
            .enumerate()
            .map(|(n, [a, b])| mixed(mixed(n as u64 ^ 0x5bd1_e995) ^ (u64::from(*a) << 32 | u64::from(*b))))
    }
}

/// The ways to number shingles, the same for ever: sketches are kept.
fn ways() -> [(u64, u64); NUMBERS] {
    std::array::from_fn(|n| {
        let seed = 2 * n as u64;
        (
            mixed(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15)) | 1,
            mixed((seed + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15)),
        )
    })
}
