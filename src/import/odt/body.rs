//! The words of an OpenDocument text, paragraph by paragraph.

use std::collections::HashMap;

use crate::import::flow::{Block, Flow, Kind};
use crate::import::xml::{Piece, Tag, Xml};

use super::lists::{List, Lists};

/// More spaces in a row than this are a mistake.
const MAX_SPACES: usize = 1_000;

/// Reads the body of a document, and gathers what it tells beside its words.
#[derive(Default)]
pub(super) struct Body {
    /// The styles that automatic styles follow.
    pub(super) follows: HashMap<String, String>,
    /// The lists.
    pub(super) lists: Lists,
    flow: Flow,
    /// What is open around the text boxes that are open.
    around: Vec<(Flow, Vec<List>, Vec<Para>)>,
    open: Vec<Para>,
    open_lists: Vec<List>,
    /// The notes, each with its mark.
    pub(super) notes: Vec<(String, Flow)>,
    /// Whether changes were tracked.
    pub(super) changed: bool,
    /// How many comments were left out.
    pub(super) comments: usize,
    /// The first paragraph of the style for titles.
    pub(super) title: Option<String>,
    /// The first paragraph, if it is a heading.
    pub(super) heading: Option<String>,
}

#[derive(Default)]
struct Para {
    block: Block,
    mark: String,
    heading: bool,
    title: bool,
    /// Whether the last character is a space that others collapse into.
    spaced: bool,
    /// The text boxes fixed to it.
    boxes: Flow,
}

impl Body {
    /// The words up to the end of the element that is open.
    pub(super) fn read(&mut self, xml: &mut Xml<'_>) -> Flow {
        let depth = xml.depth();
        while xml.depth() >= depth {
            match xml.next() {
                Some(Piece::Open(tag)) => self.begin(&tag, xml),
                Some(Piece::Close(name)) => self.end(&name),
                Some(Piece::Words(words)) => self.words(&words),
                None => break,
            }
        }
        std::mem::take(&mut self.flow)
    }

    fn begin(&mut self, tag: &Tag, xml: &mut Xml<'_>) {
        match tag.name.as_str() {
            "p" | "h" => self.begin_paragraph(tag),
            "list" => self.open_lists.push(self.lists.begin(tag, self.open_lists.last())),
            "list-item" => {
                if let Some(list) = self.open_lists.last_mut() {
                    self.lists.item(list, tag);
                }
            }
            "table-row" => self.flow.row(),
            "table-cell" | "covered-table-cell" => self.flow.cell(),
            "text-box" => self.begin_box(),
            "s" => {
                let count = tag.get("c").and_then(|count| count.parse().ok()).unwrap_or(1);
                self.put(&" ".repeat(count.min(MAX_SPACES)));
            }
            "tab" => self.put("\t"),
            "line-break" => self.put("\n"),
            "soft-page-break" => match self.open.last_mut() {
                Some(para) => para.block.page(),
                None => self.flow.page(),
            },
            "note" => self.note(xml),
            "tracked-changes" => {
                let inside = xml.depth();
                while xml.depth() >= inside {
                    match xml.next() {
                        Some(Piece::Open(tag)) => self.changed |= tag.name == "changed-region",
                        Some(_) => {}
                        None => break,
                    }
                }
            }
            "annotation" => {
                self.comments += 1;
                xml.pass_over();
            }
            "title" | "desc" if !["p", "h", "span", "a"].contains(&xml.open(1)) => xml.pass_over(),
            "forms" | "script" | "scripts" | "binary-data" | "sequence-decls" | "variable-decls"
            | "user-field-decls" | "event-listeners" => xml.pass_over(),
            // What an index is made by, not what is in it.
            name if name.ends_with("-source") => xml.pass_over(),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" | "h" => self.end_paragraph(),
            "list" => drop(self.open_lists.pop()),
            "table-row" => self.flow.end_row(true),
            "text-box" => {
                let inner = self.end_box();
                self.put_box(inner);
            }
            _ => {}
        }
    }

    fn begin_box(&mut self) {
        let flow = std::mem::take(&mut self.flow);
        self.around.push((flow, std::mem::take(&mut self.open_lists), std::mem::take(&mut self.open)));
    }

    /// The words of the box that ends.
    fn end_box(&mut self) -> Flow {
        let Some((flow, lists, open)) = self.around.pop() else { return Flow::default() };
        (self.open_lists, self.open) = (lists, open);
        std::mem::replace(&mut self.flow, flow)
    }

    /// Puts a text box behind the paragraph it is fixed to.
    fn put_box(&mut self, inner: Flow) {
        match self.open.last_mut() {
            Some(para) => para.boxes.append(inner),
            None => self.flow.append(inner),
        }
    }

    fn begin_paragraph(&mut self, tag: &Tag) {
        let style = tag.get("style-name").unwrap_or_default();
        let named =
            |name: &str| style == name || self.follows.get(style).is_some_and(|follows| follows == name);
        let mut para =
            Para { spaced: true, heading: tag.name == "h", title: named("Title"), ..Para::default() };
        para.mark = match self.open_lists.last_mut() {
            Some(list) => list.take_mark(),
            None if para.heading => {
                let level = tag.get("outline-level").and_then(|level| level.parse().ok()).unwrap_or(1);
                self.lists.heading(level)
            }
            None => String::new(),
        };
        if !para.heading && !self.open_lists.is_empty() {
            para.block.kind = Kind::Item;
        }
        self.open.push(para);
    }

    fn end_paragraph(&mut self) {
        let Some(mut para) = self.open.pop() else { return };
        if para.spaced && para.block.words.ends_with(' ') {
            para.block.words.pop();
        }
        let words = para.block.words.trim();
        if !words.is_empty() {
            if para.title && self.title.is_none() {
                self.title = Some(words.to_owned());
            }
            if para.heading && self.flow.is_empty() && self.heading.is_none() {
                self.heading = Some(words.to_owned());
            }
            para.block.put_before(&para.mark);
        }
        // A shape within a paragraph holds paragraphs of its own.
        let flow = self.open.last_mut().map_or(&mut self.flow, |outer| &mut outer.boxes);
        flow.push(para.block);
        flow.append(para.boxes);
    }

    /// Running words: white space is one space, and none at the start of a paragraph.
    fn words(&mut self, words: &str) {
        let Some(para) = self.open.last_mut() else { return };
        for c in words.chars() {
            let space = matches!(c, ' ' | '\t' | '\n' | '\r');
            if !space {
                para.block.words.push(c);
            } else if !para.spaced {
                para.block.words.push(' ');
            }
            para.spaced = space;
        }
    }

    /// White space that counts.
    fn put(&mut self, space: &str) {
        if let Some(para) = self.open.last_mut() {
            para.block.words.push_str(space);
            para.spaced = false;
        }
    }

    fn note(&mut self, xml: &mut Xml<'_>) {
        let depth = xml.depth();
        let mut mark = String::new();
        while xml.depth() >= depth {
            match xml.next() {
                Some(Piece::Open(tag)) if tag.name == "note-citation" => {
                    mark = format!("[{}]", xml.words().trim());
                }
                Some(Piece::Open(tag)) if tag.name == "note-body" => {
                    self.begin_box();
                    let words = self.read(xml);
                    self.end_box();
                    self.notes.push((mark.clone(), words));
                }
                Some(_) => {}
                None => break,
            }
        }
        self.words(&mark);
    }
}
