//! The words of a chapter: a page of a book, whole, for there is nothing around it that is no part of it.

use crate::import::blocks::is_space;
use crate::import::flow::{Block, Flow, Kind};
use crate::import::html::strip;
use crate::import::xml::{End, Piece, Tag, Xml};

/// What chapters hold.
#[derive(Default)]
pub(super) struct Chapters {
    /// Their words.
    pub(super) flow: Flow,
    /// The names of the printed pages that begin in them, in order.
    pub(super) pages: Vec<String>,
    /// The words under pictures, which are not in the text.
    pub(super) captions: Vec<String>,
    open: Para,
    /// The number of the next item of each open list; `None` for lists without numbers.
    lists: Vec<Option<i64>>,
    /// How many elements are open in which white space counts.
    verbatim: usize,
}

#[derive(Default)]
struct Para {
    block: Block,
    mark: String,
    /// Whether the last character is a space that others collapse into.
    spaced: bool,
}

/// Elements that hold no words of a book.
const NO_WORDS: &[&str] =
    &["head", "script", "style", "template", "noscript", "svg", "nav", "audio", "video"];

impl Chapters {
    /// Adds a chapter, and says how it ended.
    pub(super) fn read(&mut self, text: &str) -> End {
        let mut xml = Xml::of_page(text);
        while let Some(piece) = xml.next() {
            match piece {
                Piece::Open(tag) => self.begin(&tag, &mut xml),
                Piece::Close(name) => self.end(&name),
                Piece::Words(words) => self.words(&words),
            }
        }
        self.end_paragraph();
        self.lists.clear();
        self.verbatim = 0;
        xml.end()
    }

    fn begin(&mut self, tag: &Tag, xml: &mut Xml<'_>) {
        let is_page = |key, name| tag.get(key).is_some_and(|value| value.split(' ').any(|word| word == name));
        if is_page("type", "pagebreak") || is_page("role", "doc-pagebreak") {
            let label = tag.get("title").or(tag.get("aria-label")).map(str::to_owned);
            let words = xml.words();
            let label = label.unwrap_or(words).trim().to_owned();
            if !label.is_empty() {
                self.open.block.page();
                self.pages.push(label);
            }
            return;
        }
        let name = tag.name.to_ascii_lowercase();
        match name.as_str() {
            name if NO_WORDS.contains(&name) => xml.pass_over(),
            "figcaption" => {
                let words =
                    xml.words().split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
                self.captions.extend((!words.is_empty()).then_some(words));
            }
            "br" => {
                self.trim();
                self.open.block.words.push('\n');
                self.open.spaced = true;
            }
            "ul" | "ol" => {
                self.end_paragraph();
                let start = tag.get("start").and_then(|start| start.parse().ok()).unwrap_or(1);
                self.lists.push((name == "ol").then_some(start));
            }
            "li" => {
                self.end_paragraph();
                self.open.mark = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        let mark = format!("{number}. ");
                        *number = number.saturating_add(1);
                        mark
                    }
                    _ => "• ".to_owned(),
                };
            }
            "pre" => {
                self.end_paragraph();
                self.verbatim += 1;
            }
            "tr" => {
                self.end_paragraph();
                self.flow.row();
            }
            "td" | "th" => {
                self.end_paragraph();
                self.flow.cell();
            }
            name if strip::is_inline(name) => {}
            _ => self.end_paragraph(),
        }
    }

    fn end(&mut self, name: &str) {
        let name = name.to_ascii_lowercase();
        if strip::is_inline(&name) || name == "br" {
            return;
        }
        self.end_paragraph();
        match name.as_str() {
            "ul" | "ol" => drop(self.lists.pop()),
            "li" => self.open.mark.clear(),
            "pre" => self.verbatim = self.verbatim.saturating_sub(1),
            "tr" => self.flow.end_row(true),
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        let para = &mut self.open;
        if self.verbatim > 0 {
            para.block.words.push_str(words);
            return;
        }
        for c in words.chars() {
            let space = is_space(c);
            if !space {
                para.block.words.push(c);
            } else if !para.spaced && !para.block.words.is_empty() {
                para.block.words.push(' ');
            }
            para.spaced = space;
        }
    }

    /// Takes away the space before a line end.
    fn trim(&mut self) {
        let words = &mut self.open.block.words;
        if self.open.spaced && words.ends_with(' ') {
            words.pop();
        }
    }

    fn end_paragraph(&mut self) {
        self.trim();
        let block = &mut self.open.block;
        if block.words.trim_matches(is_space).is_empty() {
            // The mark waits for the words of its item, a page for the first words on it.
            block.words.clear();
            block.pages.iter_mut().for_each(|at| *at = 0);
            self.open.spaced = false;
            return;
        }
        let mut block = std::mem::take(block);
        block.put_before(&std::mem::take(&mut self.open.mark));
        block.kind = if self.lists.is_empty() { Kind::Paragraph } else { Kind::Item };
        self.open.spaced = false;
        self.flow.push(block);
    }
}
