//! The order in which the columns of a page are read.
//!
//! A page is cut along the gutters between its columns, as far up and down as they are clear; what lies above and
//! below is read before and after. A gutter is only one where lines of running text stand on both sides of it, so
//! that tables are read row by row.

use super::lines::{Line, rows};
use super::words::{Word, usual_size};

/// How often a part of a page may be cut again.
const DEPTH: usize = 12;
/// A gutter is at least so wide, as a share of the size of letters.
const GUTTER: f32 = 0.7;
/// Lines of columns are about so long, in letters, and fill so much of the column.
const LETTERS: usize = 12;
const FILL: f32 = 0.55;

/// The words of the page's columns in the order they are read. `gutters` are where those of the pages before are.
pub(super) fn in_order(words: Vec<Word>, gutters: &mut Vec<f32>) -> Vec<Vec<Word>> {
    // Once to find the gutters, once to use them also where few lines stand beside them.
    let mut columns = Vec::new();
    for _ in 0..2 {
        columns.clear();
        cut(words.clone(), gutters, DEPTH, &mut columns);
        if gutters.is_empty() {
            break;
        }
    }
    columns
}

/// Rows that a gutter at `x` runs through.
struct Band {
    x: f32,
    first: usize,
    end: usize,
    weight: f32,
}

fn cut(words: Vec<Word>, gutters: &mut Vec<f32>, depth: usize, columns: &mut Vec<Vec<Word>>) {
    if words.is_empty() {
        return;
    }
    let size = usual_size(&words);
    let rows = rows(words);
    let band = if depth == 0 { None } else { best(&rows, size, gutters) };
    let Some(band) = band else {
        columns.push(rows.into_iter().flat_map(|row| row.words).collect());
        return;
    };
    if !gutters.iter().any(|x| (x - band.x).abs() < size) {
        gutters.push(band.x);
    }
    let (mut above, mut left, mut right, mut below) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (n, row) in rows.into_iter().enumerate() {
        for word in row.words {
            let part = match n {
                n if n < band.first => &mut above,
                n if n >= band.end => &mut below,
                _ if word.x1 <= band.x => &mut left,
                _ => &mut right,
            };
            part.push(word);
        }
    }
    for part in [above, left, right, below] {
        cut(part, gutters, depth - 1, columns);
    }
}

/// The gutter beside most words.
fn best(rows: &[Line], size: f32, known: &[f32]) -> Option<Band> {
    let (left, right) = rows
        .iter()
        .fold((f32::INFINITY, f32::NEG_INFINITY), |(left, right), row| (left.min(row.x0), right.max(row.x1)));
    let width = right - left;
    if !width.is_finite() || width < 8.0 * size || size <= 0.0 {
        return None;
    }
    let steps = ((width / (size * 0.15)) as usize).clamp(1, 600);
    (1..steps)
        .filter_map(|step| {
            let x = width.mul_add(step as f32 / steps as f32, left);
            let is_known = known.iter().any(|known| (known - x).abs() < size * 0.5);
            band_at(rows, x, size, is_known)
        })
        .max_by(|a, b| a.weight.total_cmp(&b.weight))
}

/// The longest run of rows that a gutter at `x` is clear in, if it is one.
fn band_at(rows: &[Line], x: f32, size: f32, known: bool) -> Option<Band> {
    let half = GUTTER * size / 2.0;
    let mut best: Option<Band> = None;
    let mut first = 0;
    for end in 0..=rows.len() {
        let crossed = rows.get(end).is_none_or(|row| crosses(row, x, half));
        if crossed {
            if let Some(run) = rows.get(first..end)
                && let Some((from, to, weight)) = columns_beside(run, x, size, known)
                && best.as_ref().is_none_or(|best| best.weight < weight)
            {
                best = Some(Band { x, first: first + from, end: first + to, weight });
            }
            first = end + 1;
        }
    }
    best
}

/// Whether a word of the row stands where the gutter would be.
fn crosses(row: &Line, x: f32, half: f32) -> bool {
    let next = row.words.partition_point(|word| word.x1 <= x - half);
    row.words.get(next).is_some_and(|word| word.x0 < x + half)
}

/// What stands on one side of a gutter.
#[derive(Default)]
struct Side {
    /// Left and right end and letters of each line, and its row.
    lines: Vec<(f32, f32, usize, usize)>,
}

impl Side {
    fn add(&mut self, words: &[Word], row: usize) {
        if let (Some(first), Some(last)) = (words.first(), words.last()) {
            self.lines.push((first.x0, last.x1, words.iter().map(Word::len).sum(), row));
        }
    }

    fn ends(&self) -> (f32, f32) {
        self.lines
            .iter()
            .fold((f32::INFINITY, f32::NEG_INFINITY), |(l, r), line| (l.min(line.0), r.max(line.1)))
    }

    /// Whether its lines are those of running text.
    fn is_text(&self) -> bool {
        let (left, right) = self.ends();
        let median = |mut values: Vec<f32>| {
            values.sort_by(f32::total_cmp);
            values.get(values.len() / 2).copied().unwrap_or_default()
        };
        let letters = median(self.lines.iter().map(|line| line.2 as f32).collect());
        let filled = median(self.lines.iter().map(|line| line.1 - line.0).collect());
        letters >= LETTERS as f32 && filled >= FILL * (right - left)
    }

    /// How many of its lines begin where others do.
    fn flush(&self, size: f32) -> usize {
        let starts = self.lines.iter().map(|line| line.0);
        let alike = |at: f32| starts.clone().filter(|start| (start - at).abs() < 0.25 * size).count();
        starts.clone().take(60).map(alike).max().unwrap_or_default()
    }
}

/// Where in a run of rows columns stand on both sides of `x`, and how many letters they have; `None` if they are none.
fn columns_beside(run: &[Line], x: f32, size: f32, known: bool) -> Option<(usize, usize, f32)> {
    let (mut left, mut right) = (Side::default(), Side::default());
    for (n, row) in run.iter().enumerate() {
        let (before, after) = row.words.split_at(row.words.partition_point(|word| word.x1 <= x));
        left.add(before, n);
        right.add(after, n);
    }
    let (fewer, more) = (left.lines.len().min(right.lines.len()), left.lines.len().max(right.lines.len()));
    let letters = |side: &Side| side.lines.iter().map(|line| line.2).sum::<usize>() as f32;
    let weight = letters(&left).min(letters(&right));
    let (first, end) = trimmed(run, &left, size);
    let whole = Some((first, end, weight));
    if known && fewer >= 1 && more >= 1 && left.ends().1 < right.ends().0 {
        return whole;
    }
    let gutter = (right.ends().0 - left.ends().1) / size;
    let enough = if gutter >= 1.5 {
        3
    } else if gutter >= 1.0 {
        5
    } else {
        8
    };
    let straight = right.flush(size) * 2 >= right.lines.len();
    (fewer >= enough && left.is_text() && right.is_text() && straight).then_some(whole).flatten()
}

/// The rows of a run that are of its columns. What stands clear above both, or to the right above the left one, is read
/// before them; what is short and stands clear below, as a page number does, after them.
fn trimmed(run: &[Line], left: &Side, size: f32) -> (usize, usize) {
    const CLEAR: f32 = 2.5;
    const SHORT: usize = 12;
    let clear = |above: usize| {
        let step = run.get(above).zip(run.get(above + 1)).map(|(row, next)| row.y - next.y);
        step.is_some_and(|step| step > CLEAR * size)
    };
    let level = |row: &(f32, f32, usize, usize)| run.get(row.3).map_or(f32::INFINITY, |line| line.y);
    let top = left.lines.first().map_or(f32::INFINITY, level) + 1.5 * size;
    let mut first = run.iter().position(|row| row.y <= top).unwrap_or_default();
    while first < 4 && clear(first) {
        first += 1;
    }
    let letters = |row: &Line| row.words.iter().map(Word::len).sum::<usize>();
    let below =
        run.len() > first + 2 && clear(run.len() - 2) && run.last().is_some_and(|row| letters(row) <= SHORT);
    (first, run.len() - usize::from(below))
}
