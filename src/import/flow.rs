//! The text of an office document: paragraphs, list items and tables put together, their words exactly as they came.
//!
//! Paragraphs stand apart by a blank line, the items of a list and the rows of a table by a line end. The cells of a
//! row stand apart by a tab, as they do when a table is copied. A table with a cell of several paragraphs lays out
//! its page rather than figures, and its paragraphs are paragraphs.

use crate::domain::record::Page;

/// What a paragraph is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Kind {
    /// Running text or a heading.
    #[default]
    Paragraph,
    /// An item of a list.
    Item,
    /// A row of a table.
    Row,
}

/// A paragraph: its words and the places in them where pages begin.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Block {
    /// What it is.
    pub(super) kind: Kind,
    /// Its words.
    pub(super) words: String,
    /// Where pages begin, in bytes.
    pub(super) pages: Vec<usize>,
}

impl Block {
    /// A page begins where the words have got to.
    pub(super) fn page(&mut self) {
        self.pages.push(self.words.len());
    }

    /// Puts words before those there are; a page that begins with them still does.
    pub(super) fn put_before(&mut self, words: &str) {
        self.words.insert_str(0, words);
        for at in self.pages.iter_mut().filter(|at| **at > 0) {
            *at += words.len();
        }
    }

    /// Adds another one to the end of this.
    pub(super) fn append(&mut self, other: &Self) {
        self.pages.extend(other.pages.iter().map(|at| at + self.words.len()));
        self.words.push_str(&other.words);
    }
}

/// The paragraphs so far.
#[derive(Debug, Default)]
pub(super) struct Flow {
    blocks: Vec<Block>,
    rows: Vec<Row>,
    /// How many pages began before the next words.
    pages: usize,
}

/// An open row of a table.
#[derive(Debug, Default)]
struct Row {
    cells: Vec<Vec<Block>>,
}

/// A whole text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Written {
    /// The text.
    pub(super) text: String,
    /// Where its second page begins, the third and so on, in code points.
    pub(super) pages: Vec<usize>,
}

impl Flow {
    /// Whether there are no words yet.
    pub(super) fn is_empty(&self) -> bool {
        self.blocks.is_empty() && self.rows.is_empty()
    }

    /// Adds a paragraph, to the innermost open cell if there is one. One of nothing but white space is no paragraph.
    pub(super) fn push(&mut self, mut block: Block) {
        if block.words.trim_matches(char::is_whitespace).is_empty() {
            self.pages += block.pages.len();
            return;
        }
        let kept = block.words.trim_end_matches('\n').len();
        block.words.truncate(kept);
        let lead = block.words.len() - block.words.trim_start_matches('\n').len();
        block.words.drain(..lead);
        let length = block.words.len();
        block.pages.iter_mut().for_each(|at| *at = at.saturating_sub(lead).min(length));
        block.pages.splice(0..0, std::iter::repeat_n(0, std::mem::take(&mut self.pages)));
        match self.rows.last_mut() {
            Some(row) => match row.cells.last_mut() {
                Some(cell) => cell.push(block),
                None => row.cells.push(vec![block]),
            },
            None => self.blocks.push(block),
        }
    }

    /// Adds all paragraphs of another text.
    pub(super) fn append(&mut self, mut other: Self) {
        other.end_rows();
        for block in other.blocks {
            self.push(block);
        }
        self.pages += other.pages;
    }

    /// Adds a note after its mark.
    pub(super) fn append_note(&mut self, mark: &str, mut note: Self) {
        note.end_rows();
        note.pages = 0;
        if let Some(first) = note.blocks.first_mut() {
            let mark = if mark.is_empty() { String::new() } else { format!("{mark} ") };
            first.words = mark + first.words.trim_start();
        }
        for block in note.blocks {
            self.push(Block { pages: Vec::new(), ..block });
        }
    }

    /// The next words are on a new page.
    pub(super) fn page(&mut self) {
        self.pages += 1;
    }

    /// A row begins; within an open cell it belongs to a table in that cell.
    pub(super) fn row(&mut self) {
        self.rows.push(Row::default());
    }

    /// The row's next cell begins.
    pub(super) fn cell(&mut self) {
        if let Some(row) = self.rows.last_mut() {
            row.cells.push(Vec::new());
        }
    }

    /// The row ends; with `shown` not, it was taken out of the document and its words with it.
    pub(super) fn end_row(&mut self, shown: bool) {
        let Some(row) = self.rows.pop() else { return };
        if !shown {
            return;
        }
        if row.cells.iter().any(|cell| cell.len() > 1) {
            row.cells.into_iter().flatten().for_each(|block| self.push(block));
            return;
        }
        let mut line = Block { kind: Kind::Row, ..Block::default() };
        for (n, cell) in row.cells.into_iter().enumerate() {
            if n > 0 {
                line.words.push('\t');
            }
            for block in cell {
                line.append(&block);
            }
        }
        let kept = line.words.trim_end_matches('\t').len();
        line.words.truncate(kept);
        self.push(line);
    }

    /// Ends whatever rows a damaged document left open.
    fn end_rows(&mut self) {
        while !self.rows.is_empty() {
            self.end_row(true);
        }
    }

    /// The whole text.
    pub(super) fn finish(mut self) -> Written {
        self.end_rows();
        let mut written = Written::default();
        let mut last = None;
        let mut count = 0;
        for block in self.blocks {
            let gap = match (last, block.kind) {
                (None, _) => "",
                (Some(Kind::Item), Kind::Item) | (Some(Kind::Row), Kind::Row) => "\n",
                _ => "\n\n",
            };
            written.text.push_str(gap);
            count += gap.len();
            let place = |at: &usize| block.words.get(..*at).map_or(0, |words| words.chars().count());
            written.pages.extend(block.pages.iter().map(|at| count + place(at)));
            written.text.push_str(&block.words);
            count += block.words.chars().count();
            last = Some(block.kind);
        }
        written
    }
}

impl Written {
    /// Puts another text before this one.
    pub(super) fn put_before(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let gap = if self.text.is_empty() { "" } else { "\n\n" };
        let count = text.chars().count() + gap.len();
        self.text.insert_str(0, &format!("{text}{gap}"));
        self.pages.iter_mut().for_each(|at| *at += count);
    }
}

/// The pages of a text whose first page is called `first`, if they begin where `places` says, one behind another.
pub(super) fn pages(places: &[usize], first: i64) -> Vec<Page> {
    let labels = (first..).map(|label| label.to_string());
    std::iter::once(&0).chain(places).zip(labels).map(|(at, label)| Page { at: *at, label }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(kind: Kind, words: &str) -> Block {
        Block { kind, words: words.to_owned(), pages: Vec::new() }
    }

    #[test]
    fn paragraphs_items_and_rows() {
        let mut flow = Flow::default();
        flow.push(block(Kind::Paragraph, "Head"));
        flow.push(block(Kind::Paragraph, " \u{a0}\n"));
        flow.push(block(Kind::Paragraph, "\n  Two  spaces \n"));
        flow.push(block(Kind::Item, "• a"));
        flow.push(block(Kind::Item, "• b"));
        for cells in [["x", "", "y"], ["", "z", ""]] {
            flow.row();
            for cell in cells {
                flow.cell();
                flow.push(block(Kind::Paragraph, cell));
            }
            flow.end_row(true);
        }
        assert_eq!(flow.finish().text, "Head\n\n  Two  spaces \n\n• a\n• b\n\nx\t\ty\n\tz");
    }

    #[test]
    fn a_table_that_lays_out_a_page() {
        let mut flow = Flow::default();
        flow.row();
        flow.cell();
        flow.push(block(Kind::Paragraph, "Left"));
        flow.cell();
        flow.push(block(Kind::Paragraph, "One"));
        flow.row();
        flow.cell();
        flow.push(block(Kind::Paragraph, "in"));
        flow.cell();
        flow.push(block(Kind::Paragraph, "side"));
        flow.end_row(true);
        flow.row();
        flow.push(block(Kind::Paragraph, "gone"));
        flow.end_row(false);
        assert_eq!(flow.finish().text, "Left\n\nOne\n\nin\tside");
    }

    #[test]
    fn pages_begin_at_code_points() {
        let mut flow = Flow::default();
        flow.push(block(Kind::Paragraph, "é1"));
        flow.page();
        let mut two = block(Kind::Paragraph, "é2");
        two.page();
        two.words.push_str("é3");
        two.put_before("• ");
        flow.push(two);
        let written = flow.finish();
        assert_eq!(written.pages, [4, 8]);
        assert_eq!(pages(&written.pages, 5)[2], Page { at: 8, label: "7".to_owned() });
    }
}
