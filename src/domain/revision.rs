//! What changed between two versions of a text: by paragraphs, then by words.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A paragraph with more words than this on one side is not compared by words.
const MOST_WORDS: usize = 5_000;
/// More paragraphs that differ than this are not matched with each other.
const MOST_PARAGRAPHS: usize = 100;
/// The share of words two paragraphs must have in common to be one that was rewritten.
const ONE_PARAGRAPH: f64 = 0.4;

/// Some words of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The words, with the white space after them.
    pub text: String,
    /// Whether only this version has them.
    pub changed: bool,
}

/// What became of a paragraph, or of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// As it was, but for white space; in the words of the newer version.
    Same(String),
    /// Rewritten: its words in the older and in the newer version.
    Altered {
        /// In the older version.
        old: Vec<Piece>,
        /// In the newer version.
        new: Vec<Piece>,
    },
    /// Only in the older version.
    Removed(String),
    /// Only in the newer version.
    Added(String),
}

impl Change {
    /// Whether the versions differ here.
    #[must_use]
    pub fn is_one(&self) -> bool {
        !matches!(self, Self::Same(_))
    }
}

/// What changed from `old` to `new`, in the order of the text.
#[must_use]
pub fn difference(old: &str, new: &str) -> Vec<Change> {
    let (old, new) = (paragraphs(old), paragraphs(new));
    let keys = |list: &[&str]| -> Vec<String> { list.iter().map(|text| without_space(text)).collect() };
    let ops = capture_diff_slices(Algorithm::Patience, &keys(&old), &keys(&new));
    let mut changes = Vec::new();
    for op in ops {
        let (ours, theirs) = (op.old_range(), op.new_range());
        let before = old.get(ours).unwrap_or_default();
        let after = new.get(theirs).unwrap_or_default();
        match op {
            DiffOp::Equal { .. } => changes.extend(after.iter().map(|text| Change::Same((*text).to_owned()))),
            DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => {
                rewritten(before, after, &mut changes);
            }
        }
    }
    changes
}

/// How many paragraphs changed.
#[must_use]
pub fn count(changes: &[Change]) -> usize {
    changes.iter().filter(|change| change.is_one()).count()
}

/// Whether two texts differ in nothing but white space.
#[must_use]
pub fn same_words(a: &str, b: &str) -> bool {
    a.split_whitespace().eq(b.split_whitespace())
}

/// The words of two short texts, such as headlines, with those marked that only one of them has.
#[must_use]
pub fn words(old: &str, new: &str) -> (Vec<Piece>, Vec<Piece>) {
    let (ours, theirs) = (pieces(old), pieces(new));
    if ours.len() > MOST_WORDS || theirs.len() > MOST_WORDS {
        return (vec![changed(old)], vec![changed(new)]);
    }
    let keys =
        |list: &[&str]| -> Vec<String> { list.iter().map(|text| text.trim_end().to_owned()).collect() };
    let ops = capture_diff_slices(Algorithm::Myers, &keys(&ours), &keys(&theirs));
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for op in ops {
        let is_changed = !matches!(op, DiffOp::Equal { .. });
        let put = |words: &[&str], list: &mut Vec<Piece>| {
            if !words.is_empty() {
                list.push(Piece { text: words.concat(), changed: is_changed });
            }
        };
        put(ours.get(op.old_range()).unwrap_or_default(), &mut before);
        put(theirs.get(op.new_range()).unwrap_or_default(), &mut after);
    }
    (before, after)
}

fn changed(text: &str) -> Piece {
    Piece { text: text.to_owned(), changed: true }
}

/// Paragraphs in place of other paragraphs: those that were rewritten stand by each other.
fn rewritten(old: &[&str], new: &[&str], changes: &mut Vec<Change>) {
    let pairs = pairs(old, new);
    let (mut at_old, mut at_new) = (0, 0);
    let end = std::iter::once((old.len(), new.len()));
    for (in_old, in_new) in pairs.iter().copied().chain(end) {
        let removed = old.get(at_old..in_old).unwrap_or_default();
        changes.extend(removed.iter().map(|text| Change::Removed((*text).to_owned())));
        let added = new.get(at_new..in_new).unwrap_or_default();
        changes.extend(added.iter().map(|text| Change::Added((*text).to_owned())));
        if let (Some(before), Some(after)) = (old.get(in_old), new.get(in_new)) {
            let (old, new) = words(before, after);
            changes.push(Change::Altered { old, new });
        }
        (at_old, at_new) = (in_old + 1, in_new + 1);
    }
}

/// Which paragraphs of the one are which of the other, in order, so that most of their words are alike.
fn pairs(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    if old.len() > MOST_PARAGRAPHS || new.len() > MOST_PARAGRAPHS {
        return Vec::new();
    }
    let width = new.len() + 1;
    let alike: Vec<Vec<f64>> =
        old.iter().map(|before| new.iter().map(|after| alike(before, after)).collect()).collect();
    let at = |i: usize, j: usize| alike.get(i).and_then(|row| row.get(j)).copied().unwrap_or(0.0);
    // best[i * width + j]: the most that paragraphs from i and j on can be alike in all.
    let mut best = vec![0.0_f64; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            let apart = best[(i + 1) * width + j].max(best[i * width + j + 1]);
            let together = at(i, j) + best[(i + 1) * width + j + 1];
            best[i * width + j] = if at(i, j) >= ONE_PARAGRAPH { apart.max(together) } else { apart };
        }
    }
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < old.len() && j < new.len() {
        let here = best[i * width + j];
        if here <= best[(i + 1) * width + j] {
            i += 1;
        } else if here <= best[i * width + j + 1] {
            j += 1;
        } else {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        }
    }
    pairs
}

/// The share of words that two paragraphs have in common, in whatever order: 0 to 1.
fn alike(a: &str, b: &str) -> f64 {
    let sorted = |text: &str| -> Vec<String> {
        let mut words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        words.sort_unstable();
        words
    };
    let (ours, theirs) = (sorted(a), sorted(b));
    let (mut i, mut j, mut shared) = (0, 0, 0_usize);
    while let (Some(x), Some(y)) = (ours.get(i), theirs.get(j)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, shared) = (i + 1, j + 1, shared + 1),
        }
    }
    let all = ours.len() + theirs.len();
    if all == 0 { 1.0 } else { 2.0 * shared as f64 / all as f64 }
}

/// The paragraphs of a text, without the white space around them: what blank lines separate, or its lines if it has
/// no blank ones.
fn paragraphs(text: &str) -> Vec<&str> {
    let has_blank = text.trim().lines().any(|line| line.trim().is_empty());
    if !has_blank {
        return text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    }
    let mut paragraphs = Vec::new();
    let mut start = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            paragraphs.extend(start.take().and_then(|from| text.get(from..at)));
        } else {
            start.get_or_insert(at);
        }
        at += line.len();
    }
    paragraphs.extend(start.and_then(|from| text.get(from..)));
    paragraphs.into_iter().map(str::trim).collect()
}

fn without_space(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a paragraph, each with the white space after it.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut in_space) = (0, false);
    for (at, c) in text.char_indices() {
        if in_space && !c.is_whitespace() {
            pieces.extend(text.get(start..at));
            start = at;
        }
        in_space = c.is_whitespace();
    }
    pieces.extend(text.get(start..).filter(|rest| !rest.is_empty()));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(changes: &[Change]) -> String {
        let pieces = |list: &[Piece]| -> String {
            let marked = |piece: &Piece| {
                let text = piece.text.trim_end();
                if piece.changed { format!("[{text}]") } else { text.to_owned() }
            };
            list.iter().map(marked).collect::<Vec<_>>().join(" ")
        };
        let line = |change: &Change| match change {
            Change::Same(text) => format!("= {text}"),
            Change::Removed(text) => format!("- {text}"),
            Change::Added(text) => format!("+ {text}"),
            Change::Altered { old, new } => format!("~ {} / {}", pieces(old), pieces(new)),
        };
        changes.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    fn check(old: &str, new: &str, expected: &str) {
        assert_eq!(told(&difference(old, new)), expected);
    }

    #[test]
    fn paragraphs_are_kept_rewritten_added_or_removed() {
        check(
            "The wells\n\nThe state ordered the quarry to stop.\n\nNobody answered.\n\nThe end.",
            "The wells\n\nThe state asked the quarry to cut pumping.\n\nThe end.\n\nA correction was made on Friday.",
            "= The wells\n~ The state [ordered] the quarry to [stop.] / The state [asked] the quarry to \
             [cut pumping.]\n- Nobody answered.\n= The end.\n+ A correction was made on Friday.",
        );
    }

    #[test]
    fn a_paragraph_rewritten_beyond_recognition_is_two() {
        check(
            "One.\n\nThe mayor said no.",
            "One.\n\nRain fell all week.",
            "= One.\n- The mayor said no.\n+ Rain fell all week.",
        );
    }

    #[test]
    fn white_space_is_no_change() {
        check("A  b\nc\n\n\nD", "A b c\n\nD\n", "= A b c\n= D");
        assert!(same_words("A  b\nc\n\n\nD", "A b c\n\nD\n"));
        assert!(!same_words("A b", "A b c"));
    }

    #[test]
    fn a_text_without_blank_lines_is_compared_by_lines() {
        check("first\nsecond\nthird", "first\nthird\n", "= first\n- second\n= third");
        check("", "all new", "+ all new");
        assert!(difference("", "").is_empty());
    }

    #[test]
    fn all_words_of_both_versions_are_there() {
        let (old, new) = words("State tells quarry to stop pumping", "State asks quarry to cut pumping");
        let whole = |pieces: &[Piece]| pieces.iter().map(|piece| piece.text.as_str()).collect::<String>();
        assert_eq!(whole(&old), "State tells quarry to stop pumping");
        assert_eq!(whole(&new), "State asks quarry to cut pumping");
        let many = "word ".repeat(MOST_WORDS + 1);
        let (old, new) = words(&many, "none");
        assert!(whole(&old) == many && old.len() == 1 && new == [changed("none")]);
    }
}
