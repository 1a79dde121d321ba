//! Running heads and feet and page numbers: what stands at the upper and lower edge of page after page.

use std::collections::{HashMap, HashSet};

use super::lines::rows;
use super::words::Word;

/// A head is parted from the text by so much, as a share of the size of its letters or theirs.
const APART: f32 = 1.5;

/// How many rows of each edge can be a head or foot.
const ROWS: usize = 4;
/// How far heads of different pages may be apart, in points.
const LEVEL: f32 = 6.0;

/// A row near an edge of a page.
struct Edge {
    top: bool,
    y: f32,
    /// Its words, figures made alike.
    shape: String,
    /// The number it begins or ends with, less the number of its page.
    offsets: Vec<i64>,
    words: Vec<(u32, u32)>,
    /// Whether there is clear room between it and what stands further in.
    apart: bool,
}

/// Takes running heads and feet and page numbers out of the pages' words; they repeat over pages, or none is taken.
pub(super) fn take_out(pages: &mut [Vec<Word>]) {
    if pages.len() < 2 {
        return;
    }
    let edges: Vec<Vec<Edge>> = pages.iter().enumerate().map(|(page, words)| edges_of(page, words)).collect();
    let repeated = Repeated::of(&edges);
    for (words, edges) in pages.iter_mut().zip(&edges) {
        let mut gone: HashSet<(u32, u32)> = HashSet::new();
        for top in [true, false] {
            let rows = edges.iter().filter(|edge| edge.top == top).take_while(|edge| repeated.holds(edge));
            let rows: Vec<&Edge> = rows.collect();
            // Lines of the text may repeat too, as those of a form do; they do not stand apart.
            let end = rows.iter().rposition(|edge| edge.apart).map_or(0, |last| last + 1);
            gone.extend(rows.iter().take(end).flat_map(|edge| edge.words.iter().copied()));
        }
        words.retain(|word| !gone.contains(&place(word)));
    }
}

/// The rows at both edges, from the edge inwards.
fn edges_of(page: usize, words: &[Word]) -> Vec<Edge> {
    let rows = rows(words.to_vec());
    // A page with hardly more than its edges has no text between them to tell them from.
    let most = ROWS.min(rows.len() / 2);
    let edge = |n: usize, top: bool| {
        let (row, inner) = (rows.get(n)?, rows.get(if top { n + 1 } else { n.checked_sub(1)? })?);
        Some(Edge {
            top,
            y: row.y,
            shape: shape(&row.text()),
            offsets: offsets(&row.text(), page),
            words: row.words.iter().map(place).collect(),
            apart: (row.y - inner.y).abs() >= APART * row.size.max(inner.size),
        })
    };
    let upper = (0..most).filter_map(|n| edge(n, true));
    let lower = (0..most).filter_map(|n| edge(rows.len() - 1 - n, false));
    upper.chain(lower).collect()
}

/// Where a word stands, exactly.
fn place(word: &Word) -> (u32, u32) {
    (word.x0.to_bits(), word.y.to_bits())
}

fn shape(text: &str) -> String {
    let mut shape = String::new();
    for c in text.chars() {
        if !c.is_ascii_digit() {
            shape.extend(c.to_lowercase());
        } else if !shape.ends_with('#') {
            shape.push('#');
        }
    }
    shape
}

fn offsets(text: &str, page: usize) -> Vec<i64> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let ends = [words.first(), words.last()].into_iter().flatten();
    let numbers =
        ends.filter_map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).parse::<i64>().ok());
    numbers.filter(|number| (0..100_000).contains(number)).map(|number| number - page as i64).collect()
}

/// What repeats, with the heights it stands at.
struct Repeated {
    shapes: HashMap<(bool, String), Vec<f32>>,
    offsets: HashMap<(bool, i64), Vec<f32>>,
    enough: usize,
}

impl Repeated {
    fn of(pages: &[Vec<Edge>]) -> Self {
        let mut shapes: HashMap<(bool, String), Vec<f32>> = HashMap::new();
        let mut offsets: HashMap<(bool, i64), Vec<f32>> = HashMap::new();
        for edge in pages.iter().flatten() {
            shapes.entry((edge.top, edge.shape.clone())).or_default().push(edge.y);
            for offset in &edge.offsets {
                offsets.entry((edge.top, *offset)).or_default().push(edge.y);
            }
        }
        // Heads of left and right pages differ, and the first page often has none.
        let enough = if pages.len() < 5 { 2 } else { 3 };
        Self { shapes, offsets, enough }
    }

    fn holds(&self, edge: &Edge) -> bool {
        let level = |ys: &Vec<f32>| ys.iter().filter(|y| (*y - edge.y).abs() < LEVEL).count() >= self.enough;
        let counted = |offset: &i64| self.offsets.get(&(edge.top, *offset)).is_some_and(level);
        self.shapes.get(&(edge.top, edge.shape.clone())).is_some_and(level)
            || edge.offsets.iter().any(counted)
    }
}
