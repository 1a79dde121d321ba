//! A text as runs of five words.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// How many words are in a shingle.
const LENGTH: usize = 5;

/// The shingles of a text: runs of five words, in which case, punctuation, marks on letters and white space do not
/// count.
#[derive(Debug, Clone, Default)]
pub struct Shingles {
    /// The shingle that begins at each word; the last four words begin none.
    at: Vec<u64>,
    /// The different ones, in ascending order.
    different: Vec<u64>,
    words: usize,
}

impl Shingles {
    /// Those of `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let words = word_hashes(text);
        let shingle = |words: &[u64]| words.iter().fold(0, |hash, word| mixed(hash ^ word));
        let at: Vec<u64> = words.windows(LENGTH).map(shingle).collect();
        let mut different = at.clone();
        different.sort_unstable();
        different.dedup();
        Self { at, different, words: words.len() }
    }

    /// How many different ones there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.different.len()
    }

    /// The different ones, in ascending order.
    #[must_use]
    pub fn different(&self) -> &[u64] {
        &self.different
    }

    /// How many different ones are in `other` too.
    pub(super) fn shared_with(&self, other: &Self) -> usize {
        self.different.iter().filter(|shingle| other.has(**shingle)).count()
    }

    /// Of a hundred words, how many are in shingles that `other` has too, rounded down.
    pub(super) fn percent_in(&self, other: &Self) -> u8 {
        let (mut covered, mut until) = (0, 0);
        for (n, _) in self.at.iter().enumerate().filter(|(_, shingle)| other.has(**shingle)) {
            covered += n + LENGTH - until.max(n);
            until = n + LENGTH;
        }
        u8::try_from(covered * 100 / self.words.max(1)).unwrap_or(100)
    }

    fn has(&self, shingle: u64) -> bool {
        self.different.binary_search(&shingle).is_ok()
    }
}

/// A number for each word. A sign that is a word by itself, as in Chinese, is one.
fn word_hashes(text: &str) -> Vec<u64> {
    let mut hashes = Vec::with_capacity(text.len() / 6);
    let mut word = None;
    let mut add = |c: char| match c {
        // Between the letters of one word.
        '\'' | '’' | '‘' | '\u{ad}' | '\u{200c}' | '\u{200d}' => {}
        c if is_combining_mark(c) => {}
        c if is_word_itself(c) => {
            hashes.extend(word.take());
            hashes.push(hashed(START, c));
        }
        c if c.is_alphanumeric() => {
            let hash = c.to_lowercase().fold(word.unwrap_or(START), hashed);
            word = Some(hash);
        }
        _ => hashes.extend(word.take()),
    };
    for c in text.chars() {
        if c.is_ascii() { add(c) } else { decompose_compatible(c, &mut add) }
    }
    add(' ');
    hashes
}

fn is_word_itself(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The start of FNV-1a.
const START: u64 = 0xcbf2_9ce4_8422_2325;

fn hashed(hash: u64, c: char) -> u64 {
    (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0000_0100_0000_01b3)
}

/// All bits of the number made to depend on all of its bits, one to one.
pub(super) fn mixed(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_marks_punctuation_and_white_space_do_not_count() {
        let plain = word_hashes("the mayors office didnt say naive things");
        assert_eq!(plain.len(), 7);
        assert_eq!(word_hashes("The mayor’s office\n\ndidn't say: “NAÏVE\u{a0}things”."), plain);
        assert_eq!(word_hashes("the mayor\u{27}s office di\u{ad}dnt say nai\u{308}ve things"), plain);
        assert_ne!(word_hashes("the mayors office did say naive things"), plain);
    }

    #[test]
    fn a_sign_that_is_a_word_counts_as_one() {
        assert_eq!(word_hashes("市長は、橋の").len(), 5);
        assert_eq!(word_hashes("").len(), 0);
    }

    #[test]
    fn words_in_runs_that_the_other_has_are_counted_once() {
        let first = Shingles::of("one two three four five six seven eight nine ten");
        let second = Shingles::of("zero one two three four five six and no more words");
        assert_eq!((first.count(), first.shared_with(&second)), (6, 2));
        assert_eq!((first.percent_in(&second), second.percent_in(&first)), (60, 54));
        let short = Shingles::of("only four words here");
        assert_eq!((short.count(), short.percent_in(&first)), (0, 0));
    }
}
