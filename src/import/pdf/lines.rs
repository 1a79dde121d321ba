//! Words to the lines of one column.

use super::words::{Word, usual_size};

/// Words with less between them than this share of their size stand close: a figure raised behind a word.
const CLOSE: f32 = 0.08;
/// Letters this much smaller than most are raised or lowered ones, or stand in notes.
const SMALL: f32 = 0.8;
/// Letters this much larger than most, one or two of them, open a paragraph over several lines.
const INITIAL: f32 = 1.8;

/// Words that stand on one line within a column.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    /// From left to right.
    pub(super) words: Vec<Word>,
    pub(super) x0: f32,
    pub(super) x1: f32,
    /// Where its letters stand.
    pub(super) y: f32,
    /// The size of its letters.
    pub(super) size: f32,
    /// Whether most of its letters are bold.
    pub(super) bold: bool,
}

impl Line {
    fn of(word: Word) -> Self {
        let Word { x0, x1, y, size, bold, .. } = word;
        Self { words: vec![word], x0, x1, y, size, bold }
    }

    fn push(&mut self, word: Word) {
        self.x0 = self.x0.min(word.x0);
        self.x1 = self.x1.max(word.x1);
        self.words.push(word);
    }

    fn finish(&mut self) {
        self.words.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        let letters: usize = self.words.iter().map(Word::len).sum();
        let bold: usize = self.words.iter().filter(|word| word.bold).map(Word::len).sum();
        self.bold = bold * 2 > letters;
        self.size = usual_size(&self.words);
    }

    /// Its words, with a space between those that do not stand close.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        let mut last: Option<&Word> = None;
        for word in &self.words {
            if last.is_some_and(|last| word.x0 - last.x1 >= CLOSE * last.size.max(word.size)) {
                text.push(' ');
            }
            text.push_str(&word.text);
            last = Some(word);
        }
        text
    }

    /// How wide its first word is.
    pub(super) fn first_width(&self) -> f32 {
        self.words.first().map_or(0.0, |word| word.x1 - word.x0)
    }

    /// How far its top is from that of a letter.
    fn top_apart(&self, word: &Word) -> f32 {
        const TOP: f32 = 0.7;
        (TOP.mul_add(self.size, self.y) - TOP.mul_add(word.size, word.y)).abs()
    }

    /// Whether a smaller word stands raised or lowered beside its words.
    fn has_beside(&self, word: &Word) -> bool {
        let level = (-0.35..0.75).contains(&((word.y - self.y) / self.size));
        let apart =
            self.words.iter().map(|of| (word.x0 - of.x1).max(of.x0 - word.x1)).fold(f32::INFINITY, f32::min);
        level && apart < self.size
    }
}

/// The lines that the words of one column make, from top to bottom.
pub(super) fn lines(words: Vec<Word>) -> Vec<Line> {
    let usual = usual_size(&words);
    let mut large: Vec<f32> =
        words.iter().filter(|word| word.size >= INITIAL * usual).map(|word| word.y).collect();
    large.sort_by(f32::total_cmp);
    // A short word of a headline has others beside it.
    let alone = |word: &Word| {
        let (below, above) = (word.y - 0.3 * word.size, word.y + 0.3 * word.size);
        large.partition_point(|y| *y <= above) - large.partition_point(|y| *y < below) == 1
    };
    let is_initial = |word: &Word| {
        word.size >= INITIAL * usual
            && word.len() <= 2
            && word.text.chars().all(char::is_alphabetic)
            && alone(word)
    };
    let mut initials = Vec::new();
    let (mut main, mut small) = (Vec::new(), Vec::new());
    for word in words {
        let kind = if is_initial(&word) {
            &mut initials
        } else if word.size < SMALL * usual {
            &mut small
        } else {
            &mut main
        };
        kind.push(word);
    }
    let mut lines = rows(main);
    let mut notes = Vec::new();
    for word in small {
        let beside = lines.iter_mut().filter(|line| line.has_beside(&word));
        match beside.min_by(|a, b| (a.y - word.y).abs().total_cmp(&(b.y - word.y).abs())) {
            Some(line) => line.push(word),
            None => notes.push(word),
        }
    }
    lines.extend(rows(notes));
    for word in initials {
        let right = lines.iter_mut().filter(|line| line.x0 > word.x0);
        match right.min_by(|a, b| a.top_apart(&word).total_cmp(&b.top_apart(&word))) {
            Some(line) if line.top_apart(&word) < line.size => line.push(word),
            _ => lines.push(Line::of(word)),
        }
    }
    lines.iter_mut().for_each(Line::finish);
    lines.sort_by(|a, b| b.y.total_cmp(&a.y));
    lines
}

/// Words whose letters stand at the same height, as lines.
pub(super) fn rows(mut words: Vec<Word>) -> Vec<Line> {
    words.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut lines: Vec<Line> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(line) if line.y - word.y < 0.35 * line.size.min(word.size) => line.push(word),
            _ => lines.push(Line::of(word)),
        }
    }
    lines.iter_mut().for_each(Line::finish);
    lines
}
