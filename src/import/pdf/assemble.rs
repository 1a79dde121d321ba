//! The columns of all pages to one text, with where its pages begin.

use std::collections::BTreeMap;

use crate::domain::record::Page;

use super::super::hyphens::{Vocabulary, add_line};
use super::paragraphs::Paragraph;

/// Smaller than the text by more than this: a note at the foot of a page, the words under a picture.
const NOTE: f32 = 0.93;

/// The paragraphs of a document as they are read.
#[derive(Debug, Default)]
pub(super) struct Document {
    pub(super) paragraphs: Vec<Paragraph>,
    /// Where those of the last column begin.
    last_column: usize,
    /// How many begin with a line set in.
    indented: usize,
    pages: usize,
    /// Its whole words, once all of it is there.
    words: Vocabulary,
}

impl Document {
    /// A page begins, also one without words.
    pub(super) fn page(&mut self) {
        self.pages += 1;
    }

    /// Adds the paragraphs of the next column. The first goes on with the last of the column before where it does so;
    /// notes between them are kept whole, those of the page before ahead of the paragraph they stood under.
    pub(super) fn column(&mut self, mut column: Vec<Paragraph>, usual: f32) {
        self.indented += column.iter().skip(1).filter(|paragraph| paragraph.indented).count();
        let is_note = |paragraph: &Paragraph| paragraph.size < NOTE * usual;
        let open = (self.last_column..self.paragraphs.len())
            .rev()
            .find(|n| self.paragraphs.get(*n).is_some_and(|paragraph| !is_note(paragraph)));
        let next = column.iter().position(|paragraph| !is_note(paragraph));
        let start = self.paragraphs.len();
        if let (Some(open), Some(next)) = (open, next)
            && let (Some(before), Some(after)) = (self.paragraphs.get(open), column.get(next))
            && before.goes_on_in(after, self.indented >= 3)
        {
            let mut paragraph = self.paragraphs.remove(open);
            paragraph.take_in(column.remove(next));
            self.paragraphs.push(paragraph);
            self.last_column = start - 1;
        } else {
            self.last_column = start;
        }
        self.paragraphs.extend(column);
    }

    /// The size of most letters.
    pub(super) fn usual_size(&self) -> f32 {
        let mut sizes: BTreeMap<u32, usize> = BTreeMap::new();
        for paragraph in &self.paragraphs {
            let letters: usize = paragraph.lines.iter().map(|line| line.text.len()).sum();
            *sizes.entry((paragraph.size * 10.0).round() as u32).or_default() += letters;
        }
        sizes.into_iter().max_by_key(|(_, letters)| *letters).map_or(0.0, |(size, _)| size as f32 / 10.0)
    }

    /// The words of one paragraph.
    pub(super) fn text_of(&self, paragraph: &Paragraph) -> String {
        let mut text = String::new();
        paragraph.lines.iter().for_each(|line| add_line(&mut text, &line.text, &self.words));
        text
    }

    /// All of it is there: its whole words are known.
    pub(super) fn learn(&mut self) {
        let lines = self.paragraphs.iter().flat_map(|paragraph| &paragraph.lines);
        lines.for_each(|line| self.words.note(&line.text));
    }

    /// The text, and where each page begins in it; `labels` are what the pages are called.
    pub(super) fn finish(&self, labels: &[String]) -> (String, Vec<Page>) {
        let (mut text, mut points) = (String::new(), 0);
        let mut starts: Vec<Option<usize>> = vec![None; self.pages];
        for paragraph in &self.paragraphs {
            if !text.is_empty() {
                text.push_str("\n\n");
                points += 2;
            }
            let mut whole = String::new();
            for line in &paragraph.lines {
                add_line(&mut whole, &line.text, &self.words);
                if let Some(start) = starts.get_mut(line.page).filter(|start| start.is_none()) {
                    let before = whole.chars().count().saturating_sub(line.text.chars().count());
                    *start = Some(points + before);
                }
            }
            points += whole.chars().count();
            text.push_str(&whole);
        }
        (text, pages(&starts, labels, points))
    }
}

/// The pages in order: one without words begins where the next one does.
fn pages(starts: &[Option<usize>], labels: &[String], end: usize) -> Vec<Page> {
    let mut at = end;
    let mut pages: Vec<Page> = starts
        .iter()
        .enumerate()
        .rev()
        .map(|(n, start)| {
            at = start.unwrap_or(at).min(at);
            Page { at, label: labels.get(n).cloned().unwrap_or_else(|| (n + 1).to_string()) }
        })
        .collect();
    pages.reverse();
    pages
}
