//! The guide's Markdown as blocks to draw: headings, paragraphs, lists, tables, and the styles within them.

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{FontFamily, FontId};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::ui::theme::{Palette, Type};

/// How words are set off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    Strong,
    Emphasis,
    Code,
}

/// Words in one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) style: Style,
}

/// A block of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// A heading and how deep it is, 1 being the title.
    Heading(u8, String),
    /// Running text.
    Paragraph(Vec<Piece>),
    /// An item of a list, with its mark: a bullet or "1."
    Item(String, Vec<Piece>),
    /// A row of a table.
    Row { head: bool, cells: Vec<Vec<Piece>> },
}

impl Block {
    /// Whether it has the words, which are lower case.
    pub(super) fn has(&self, words: &str) -> bool {
        let pieces = |pieces: &[Piece]| {
            let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
            text.to_lowercase().contains(words)
        };
        match self {
            Self::Heading(_, text) => text.to_lowercase().contains(words),
            Self::Paragraph(text) | Self::Item(_, text) => pieces(text),
            Self::Row { cells, .. } => cells.iter().any(|cell| pieces(cell)),
        }
    }
}

/// The blocks of a text.
pub(super) fn blocks(markdown: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        reader.take(event);
    }
    reader.blocks
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    pieces: Vec<Piece>,
    styles: Vec<Style>,
    /// The next number of each list that is open; `None` for bullets.
    lists: Vec<Option<u64>>,
    /// Whether the text that comes belongs to an item.
    in_item: bool,
    cells: Vec<Vec<Piece>>,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.push(&text, self.styles.last().copied().unwrap_or(Style::Plain)),
            Event::Code(text) => self.push(&text, Style::Code),
            Event::SoftBreak | Event::HardBreak => self.push(" ", Style::Plain),
            _ => {}
        }
    }

    fn push(&mut self, text: &str, style: Style) {
        self.pieces.push(Piece { text: text.to_owned(), style });
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Strong => self.styles.push(Style::Strong),
            Tag::Emphasis => self.styles.push(Style::Emphasis),
            Tag::List(first) => self.lists.push(*first),
            Tag::Item => self.in_item = true,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong | TagEnd::Emphasis => drop(self.styles.pop()),
            TagEnd::List(_) => drop(self.lists.pop()),
            TagEnd::Heading(level) => {
                let text = self.pieces.drain(..).map(|piece| piece.text).collect();
                self.blocks.push(Block::Heading(depth(level), text));
            }
            TagEnd::Paragraph if !self.in_item => {
                let text = std::mem::take(&mut self.pieces);
                self.blocks.push(Block::Paragraph(text));
            }
            TagEnd::Item => {
                self.in_item = false;
                let mark = self.mark();
                let text = std::mem::take(&mut self.pieces);
                self.blocks.push(Block::Item(mark, text));
            }
            TagEnd::TableCell => self.cells.push(std::mem::take(&mut self.pieces)),
            TagEnd::TableHead | TagEnd::TableRow => {
                let head = tag == TagEnd::TableHead;
                self.blocks.push(Block::Row { head, cells: std::mem::take(&mut self.cells) });
            }
            _ => {}
        }
    }

    /// The mark of the item that ends, and on to the next.
    fn mark(&mut self) -> String {
        match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}.", *number - 1)
            }
            _ => String::from("•"),
        }
    }
}

fn depth(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        _ => 3,
    }
}

/// The pieces laid out in the type of the interface, a little more open than in controls.
pub(super) fn job(pieces: &[Piece], p: &Palette, width: f32) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    for piece in pieces {
        let font = match piece.style {
            Style::Plain => Type::Control.font(),
            Style::Strong => Type::ControlStrong.font(),
            Style::Emphasis => Type::ControlMedium.font(),
            Style::Code => FontId::new(13.0, FontFamily::Monospace),
        };
        let mut format = TextFormat::simple(font, p.ink);
        format.line_height = Some(21.0);
        if piece.style == Style::Code {
            format.background = p.panel;
        }
        job.append(&piece.text, 0.0, format);
    }
    job
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_and_styles_are_told_apart() {
        let text = "# T\n\nOne **two** `three`.\n\n1. a\n2. b\n\n| K | V |\n| --- | --- |\n| x | *y* |\n";
        let blocks = blocks(text);
        let plain = |text: &str| Piece { text: text.to_owned(), style: Style::Plain };
        assert_eq!(blocks[0], Block::Heading(1, "T".to_owned()));
        let Block::Paragraph(pieces) = &blocks[1] else { panic!("{blocks:?}") };
        let styles: Vec<Style> = pieces.iter().map(|piece| piece.style).collect();
        assert_eq!(styles, [Style::Plain, Style::Strong, Style::Plain, Style::Code, Style::Plain]);
        assert_eq!(blocks[3], Block::Item("2.".to_owned(), vec![plain("b")]));
        let Block::Row { head: false, cells } = &blocks[5] else { panic!("{blocks:?}") };
        assert_eq!(cells[1][0].style, Style::Emphasis);
    }

    #[test]
    fn a_block_is_found_by_its_words_across_styles() {
        let blocks = blocks("Press **Ctrl+K** for all.");
        assert!(blocks[0].has("press ctrl+k"));
        assert!(!blocks[0].has("ctrl+z"));
    }
}
