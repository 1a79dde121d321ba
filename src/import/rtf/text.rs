//! A text of a rich text file while it is being read: the body, a note, a header or a text box.

use crate::import::flow::{Block, Flow, Kind};

/// What a text is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum What {
    /// The document's own.
    #[default]
    Body,
    /// A note, at the foot of a page or the end of the document.
    Note { at_end: bool },
    /// The header of pages, or of the first one.
    Header { first: bool },
    /// A text box.
    Shape,
}

/// A text.
#[derive(Debug, Default)]
pub(super) struct Text {
    pub(super) what: What,
    /// The words of the open paragraph.
    pub(super) words: String,
    /// How the paragraph is set; stays until it is reset.
    pub(super) set: Setting,
    /// The mark of the list item that begins.
    pub(super) mark: Option<String>,
    /// Whether the open paragraph shows the number of its page.
    pub(super) page_number: bool,
    /// Whether a note that is numbered follows.
    pub(super) numbered: bool,
    /// The text boxes fixed to the open paragraph.
    pub(super) boxes: Flow,
    pub(super) flow: Flow,
    rows: usize,
}

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Setting {
    /// Whether it stands in a table.
    pub(super) in_table: bool,
    /// In how many tables within each other it stands.
    pub(super) nesting: usize,
    /// Its style.
    pub(super) style: Option<i32>,
    /// Whether it is a heading by its place in the outline.
    pub(super) heading: bool,
}

/// More tables within each other than this are a mistake.
const MAX_TABLES: usize = 100;

impl Text {
    pub(super) fn new(what: What) -> Self {
        Self { what, ..Self::default() }
    }

    /// The open paragraph ends.
    pub(super) fn end_paragraph(&mut self, heading: bool) {
        let depth = if self.set.in_table { self.depth() } else { 0 };
        self.end_rows(depth);
        self.begin_rows(depth);
        self.push(heading);
    }

    /// The open paragraph and its cell end.
    pub(super) fn end_cell(&mut self) {
        let depth = self.depth();
        self.end_rows(depth);
        self.begin_rows(depth);
        self.push(false);
        self.flow.cell();
    }

    /// A row ends; `nested` if it is one of a table within a table.
    pub(super) fn end_row(&mut self, nested: bool) {
        self.end_rows(if nested { self.rows.saturating_sub(1) } else { 0 });
    }

    /// The whole text.
    pub(super) fn finish(&mut self) -> Flow {
        self.end_paragraph(false);
        self.end_rows(0);
        std::mem::take(&mut self.flow)
    }

    fn depth(&self) -> usize {
        self.set.nesting.clamp(1, MAX_TABLES)
    }

    fn begin_rows(&mut self, depth: usize) {
        while self.rows < depth {
            self.flow.row();
            self.flow.cell();
            self.rows += 1;
        }
    }

    fn end_rows(&mut self, depth: usize) {
        while self.rows > depth {
            self.flow.end_row(true);
            self.rows -= 1;
        }
    }

    fn push(&mut self, heading: bool) {
        let mut block = Block { words: std::mem::take(&mut self.words), ..Block::default() };
        let mark = self.mark.take().map(|mark| mark.trim().to_owned()).filter(|mark| !mark.is_empty());
        if let (Some(mark), false) = (mark, block.words.trim().is_empty()) {
            let mark = if mark == "\u{fffd}" { "•".to_owned() } else { mark };
            block.put_before(&format!("{mark} "));
            block.kind = if heading { Kind::Paragraph } else { Kind::Item };
        }
        let header = matches!(self.what, What::Header { .. });
        if std::mem::take(&mut self.page_number) && header {
            block.words.clear();
        }
        self.flow.push(block);
        self.flow.append(std::mem::take(&mut self.boxes));
    }
}
