//! Finding the texts that are worth comparing among many.

use std::collections::HashMap;

use super::sketch::{NUMBERS, Sketch};
use super::{FEWEST, SHORTER};

/// How many pairs of numbers a sketch has. Two texts that share three tenths of their shingles meet in one of them in
/// 997 of 1,000 cases.
const BANDS: usize = NUMBERS / 2;
/// How far below the threshold an estimate may lie and still be worth the exact count.
const DOUBT: f64 = 0.25;
/// How many texts with one pair of numbers are looked at: a page that every file has must not make import slow.
const MOST_ALIKE: usize = 512;
/// How many texts are worth comparing at most.
const MOST: usize = 48;

/// No text before this one.
const NONE: u32 = u32::MAX;

/// Sketches of texts, by the order in which they were added.
#[derive(Debug, Clone, Default)]
pub struct Index {
    sketches: Vec<Sketch>,
    /// The text added last for each pair of numbers, and for each text and pair the one before it.
    last: HashMap<u64, u32>,
    before: Vec<u32>,
}

impl Index {
    /// Adds a text; gives its place.
    pub fn add(&mut self, sketch: Sketch) -> usize {
        let place = self.sketches.len();
        if let Ok(n) = u32::try_from(place) {
            // The bands of a text too short to be a near copy are in no chain.
            if sketch.shingles() as usize >= FEWEST {
                let before = sketch.bands().map(|band| self.last.insert(band, n).unwrap_or(NONE));
                self.before.extend(before);
            } else {
                self.before.resize(self.before.len() + BANDS, NONE);
            }
        }
        self.sketches.push(sketch);
        place
    }

    /// The places of the texts that may be near copies of this one, the likeliest first.
    #[must_use]
    pub fn candidates(&self, sketch: &Sketch) -> Vec<usize> {
        if (sketch.shingles() as usize) < FEWEST {
            return Vec::new();
        }
        let mut met: Vec<u32> = Vec::new();
        for (n, band) in sketch.bands().enumerate() {
            let mut at = self.last.get(&band).copied().unwrap_or(NONE);
            for _ in 0..MOST_ALIKE {
                if at == NONE {
                    break;
                }
                met.push(at);
                at = self.before.get(at as usize * BANDS + n).copied().unwrap_or(NONE);
            }
        }
        met.sort_unstable();
        met.dedup();
        let mut likely: Vec<(f64, usize)> = met
            .into_iter()
            .filter_map(|place| {
                let place = place as usize;
                Some((self.sketches.get(place)?.containment(sketch), place))
            })
            .filter(|(containment, _)| *containment >= SHORTER - DOUBT)
            .collect();
        likely.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        likely.truncate(MOST);
        likely.into_iter().map(|(_, place)| place).collect()
    }
}
