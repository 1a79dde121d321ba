//! Letters to words.

use super::glyphs::Glyph;

/// Letters whose lines are no further apart than this share of their size stand on one line.
const SAME_LINE: f32 = 0.15;
/// A gap this wide, as a share of the size, parts two words; a narrower one does where a space stands in it.
const GAP: f32 = 0.2;
const GAP_WITH_SPACE: f32 = 0.08;
/// Letters so much larger than their neighbours are no part of their word: one that opens a paragraph.
const OTHER_SIZE: f32 = 1.5;

/// A word: letters that stand together.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Word {
    pub(super) x0: f32,
    pub(super) x1: f32,
    /// The line it stands on.
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) text: String,
}

impl Word {
    /// How many letters it has.
    pub(super) fn len(&self) -> usize {
        self.text.chars().count()
    }
}

/// The words of a page, from top to bottom and left to right.
pub(super) fn of_glyphs(mut glyphs: Vec<Glyph>) -> Vec<Word> {
    glyphs.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut words = Vec::new();
    let mut row: Vec<Glyph> = Vec::new();
    for glyph in glyphs {
        if row.first().is_some_and(|first| first.y - glyph.y > SAME_LINE * first.size.min(glyph.size)) {
            words_of_row(std::mem::take(&mut row), &mut words);
        }
        row.push(glyph);
    }
    words_of_row(row, &mut words);
    words
}

fn words_of_row(mut row: Vec<Glyph>, words: &mut Vec<Word>) {
    row.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    let loose = looseness(&row);
    let mut last: Option<Glyph> = None;
    let mut spaced = false;
    let start = words.len();
    for glyph in row {
        if glyph.c.is_whitespace() {
            spaced = true;
            continue;
        }
        let after = last.map(|last| (last, (glyph.x0 - last.x1) / last.size.max(glyph.size)));
        match after {
            // The same letter printed twice, to make it look bold.
            Some((last, _)) if last.c == glyph.c && glyph.x0 - last.x0 < 0.1 * glyph.size => continue,
            Some((last, gap))
                if gap < GAP.max(loose)
                    && !(spaced && gap >= GAP_WITH_SPACE)
                    && last.size.max(glyph.size) < OTHER_SIZE * last.size.min(glyph.size)
                    && words.len() > start =>
            {
                if let Some(word) = words.last_mut() {
                    word.text.push(glyph.c);
                    word.x1 = word.x1.max(glyph.x1);
                    word.size = word.size.max(glyph.size);
                }
            }
            _ => words.push(Word {
                x0: glyph.x0,
                x1: glyph.x1,
                y: glyph.y,
                size: glyph.size,
                bold: glyph.bold,
                text: glyph.c.to_string(),
            }),
        }
        last = Some(glyph);
        spaced = false;
    }
}

/// The gap below which letters of a line set wide apart still make one word, as a share of their size; 0 where they
/// are set as usual.
fn looseness(row: &[Glyph]) -> f32 {
    let mut gaps: Vec<f32> = row
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] if !a.c.is_whitespace() && !b.c.is_whitespace() => Some((b.x0 - a.x1) / a.size),
            _ => None,
        })
        .collect();
    if gaps.len() < 4 {
        return 0.0;
    }
    gaps.sort_by(f32::total_cmp);
    let median = gaps.get(gaps.len() / 2).copied().unwrap_or_default();
    if (0.08..0.8).contains(&median) { median * 1.8 } else { 0.0 }
}

/// The size of most letters.
pub(super) fn usual_size<'a>(words: impl IntoIterator<Item = &'a Word>) -> f32 {
    let mut sizes: std::collections::BTreeMap<u32, usize> = std::collections::BTreeMap::new();
    for word in words {
        *sizes.entry((word.size * 10.0).round() as u32).or_default() += word.len();
    }
    sizes.into_iter().max_by_key(|(_, letters)| *letters).map_or(0.0, |(size, _)| size as f32 / 10.0)
}
