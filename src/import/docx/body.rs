//! The words of a part of a Word document, paragraph by paragraph.

use std::collections::HashMap;

use crate::import::flow::{Block, Flow, Kind};
use crate::import::numerals::note_mark;
use crate::import::signs;
use crate::import::xml::{Piece, Tag, Xml};

use super::numbering::Numbering;
use super::styles::{Styles, is_on};

/// Reads parts of a document, and gathers what they tell beside their words.
pub(super) struct Body<'a> {
    styles: &'a Styles,
    numbering: &'a mut Numbering,
    flow: Flow,
    /// The texts around the text boxes that are open.
    around: Vec<Flow>,
    /// The open paragraphs, the innermost last.
    open: Vec<Para>,
    /// The open runs of words: whether their words are hidden, and their language.
    runs: Vec<Run>,
    /// A paragraph whose end was deleted: the next one goes on with it.
    unended: Option<Block>,
    row_deleted: bool,
    /// Whether this is a header: paragraphs that show the number of a page are no words of the document.
    header: bool,
    /// What was gathered.
    pub(super) told: Told,
}

/// What a document tells beside its words.
#[derive(Default)]
pub(super) struct Told {
    /// The notes, in the order of their marks: whether an endnote, its id, and its mark.
    pub(super) notes: Vec<Note>,
    /// Whether changes were tracked.
    pub(super) changed: bool,
    /// Whether some words are hidden, and were left out.
    pub(super) hidden: bool,
    /// The first paragraph of the style for titles.
    pub(super) title: Option<String>,
    /// The first paragraph, if it is a heading.
    pub(super) heading: Option<String>,
    /// How many characters are in each language.
    pub(super) languages: HashMap<String, usize>,
    /// The properties of its sections.
    pub(super) sections: Vec<Section>,
    /// How many parts in other formats stand in for words.
    pub(super) chunks: usize,
}

/// A note that was referred to.
pub(super) struct Note {
    /// Whether it stands at the end of the document.
    pub(super) at_end: bool,
    /// Its id.
    pub(super) id: String,
    /// Its mark.
    pub(super) mark: String,
}

/// A section of a document.
#[derive(Default)]
pub(super) struct Section {
    /// The ids of its headers by their type.
    pub(super) headers: Vec<(String, String)>,
    /// Whether its first page has a header of its own.
    pub(super) first_page: bool,
    /// The number of its first page, if it is set.
    pub(super) start: Option<i64>,
    /// Whether its pages are counted in figures.
    pub(super) figures: bool,
}

#[derive(Default)]
struct Para {
    block: Block,
    style: Option<String>,
    list: Option<String>,
    level: Option<usize>,
    heading: bool,
    end_deleted: bool,
    page_number: bool,
    /// The text boxes fixed to it.
    boxes: Flow,
}

#[derive(Default)]
struct Run {
    hidden: bool,
    language: Option<String>,
}

impl<'a> Body<'a> {
    pub(super) fn new(styles: &'a Styles, numbering: &'a mut Numbering) -> Self {
        Self {
            styles,
            numbering,
            flow: Flow::default(),
            around: Vec::new(),
            open: Vec::new(),
            runs: Vec::new(),
            unended: None,
            row_deleted: false,
            header: false,
            told: Told::default(),
        }
    }

    /// The words up to the end of the element that is open, or of the part if none is.
    pub(super) fn read(&mut self, xml: &mut Xml<'_>) -> Flow {
        let depth = xml.depth();
        while xml.depth() >= depth {
            match xml.next() {
                Some(Piece::Open(tag)) => self.begin(&tag, xml),
                Some(Piece::Close(name)) => self.end(&name),
                Some(Piece::Words(words)) => self.words(&words, xml),
                None => break,
            }
        }
        if let Some(block) = self.unended.take() {
            self.flow.push(block);
        }
        std::mem::take(&mut self.flow)
    }

    /// The words of a header.
    pub(super) fn read_header(&mut self, xml: &mut Xml<'_>) -> Flow {
        self.header = true;
        let flow = self.read(xml);
        self.header = false;
        flow
    }

    fn begin(&mut self, tag: &Tag, xml: &mut Xml<'_>) {
        let value = || tag.get("val").map(str::to_owned);
        let on = || tag.get("val").is_none_or(is_on);
        let parent = xml.open(1);
        match tag.name.as_str() {
            // The same again for older programs, or what was before a change of looks.
            "Fallback" | "rPrChange" | "pPrChange" | "tblPrChange" | "trPrChange" | "tcPrChange"
            | "sectPrChange" | "numberingChange" | "sdtPr" => xml.pass_over(),
            "del" | "moveFrom" => self.deleted(xml),
            "ins" | "moveTo" => self.told.changed = true,
            "p" => self.open.push(Para::default()),
            "r" => self.runs.push(Run::default()),
            "tr" => self.flow.row(),
            "tc" => self.flow.cell(),
            "txbxContent" => self.around.push(std::mem::take(&mut self.flow)),
            "tab" | "ptab" if parent == "r" => self.put("\t"),
            "br" | "cr" => self.put("\n"),
            "noBreakHyphen" => self.put("\u{2011}"),
            "softHyphen" => self.put("\u{ad}"),
            "sym" => {
                let code = tag.get("char").and_then(|code| u32::from_str_radix(code, 16).ok());
                let sign = signs::sign(tag.get("font").unwrap_or_default(), code.unwrap_or_default());
                self.put(&sign.to_string());
            }
            "footnoteReference" | "endnoteReference" => self.note(tag),
            "vanish" if xml.open(2) == "r" => {
                if let Some(run) = self.runs.last_mut() {
                    run.hidden = on();
                }
            }
            "lang" if xml.open(2) == "r" => {
                if let Some(run) = self.runs.last_mut() {
                    run.language = value();
                }
            }
            "sectPr" => self.told.sections.push(Section { figures: true, ..Section::default() }),
            "altChunk" => self.told.chunks += 1,
            _ => {
                if let Some(section) = self.told.sections.last_mut() {
                    section.note(tag);
                }
                if let Some(para) = self.open.last_mut() {
                    para.note(tag);
                }
            }
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => self.end_paragraph(),
            "r" => drop(self.runs.pop()),
            "tr" => self.flow.end_row(!std::mem::take(&mut self.row_deleted)),
            "txbxContent" => {
                let inner = std::mem::replace(&mut self.flow, self.around.pop().unwrap_or_default());
                match self.open.last_mut() {
                    Some(para) => para.boxes.append(inner),
                    None => self.flow.append(inner),
                }
            }
            _ => {}
        }
    }

    /// Something that was deleted, or moved away: words, the end of a paragraph, or a row of a table.
    fn deleted(&mut self, xml: &mut Xml<'_>) {
        self.told.changed = true;
        match (xml.open(1), xml.open(2), self.open.last_mut()) {
            ("rPr", "pPr", Some(para)) => para.end_deleted = true,
            ("trPr", ..) => self.row_deleted = true,
            _ => {}
        }
        xml.pass_over();
    }

    fn words(&mut self, words: &str, xml: &Xml<'_>) {
        match xml.open(0) {
            "t" => self.put(words),
            "instrText" => {
                if let (true, Some(para)) = (is_page_number(words), self.open.last_mut()) {
                    para.page_number = true;
                }
            }
            _ => {}
        }
    }

    fn put(&mut self, words: &str) {
        let Some(para) = self.open.last_mut() else { return };
        let run = self.runs.last();
        if run.is_some_and(|run| run.hidden) {
            self.told.hidden |= !words.trim().is_empty();
            return;
        }
        para.block.words.push_str(words);
        if let Some(language) = run.and_then(|run| run.language.as_ref()) {
            *self.told.languages.entry(language.clone()).or_default() += words.len();
        }
    }

    fn note(&mut self, tag: &Tag) {
        let Some(id) = tag.get("id") else { return };
        let at_end = tag.name == "endnoteReference";
        let own = tag.get("customMarkFollows").is_some_and(is_on);
        let number =
            1 + self.told.notes.iter().filter(|note| note.at_end == at_end && !note.mark.is_empty()).count();
        let mark = note_mark(number, at_end);
        let mark = if own { String::new() } else { mark };
        self.put(&mark);
        self.told.notes.push(Note { at_end, id: id.to_owned(), mark });
    }

    fn end_paragraph(&mut self) {
        let Some(mut para) = self.open.pop() else { return };
        if let Some(mut before) = self.unended.take() {
            before.append(&para.block);
            para.block = before;
        }
        if para.end_deleted {
            self.unended = Some(para.block);
            self.flow.append(para.boxes);
            return;
        }
        let style = para.style.as_deref();
        let words = para.block.words.trim();
        let heading = para.heading || self.styles.is_heading(style);
        if !words.is_empty() && self.told.title.is_none() && self.styles.is_title(style) {
            self.told.title = Some(words.to_owned());
        }
        if !words.is_empty() && heading && self.flow.is_empty() && self.told.heading.is_none() {
            self.told.heading = Some(words.to_owned());
        }
        let (list, level) = self.styles.list(style);
        let list = para.list.as_deref().or(list).filter(|list| *list != "0");
        let level = para.level.or(level).unwrap_or(0);
        let mark = list.and_then(|list| self.numbering.mark(list, level, self.styles));
        if let (Some(mark), false) = (mark, words.is_empty()) {
            para.block.put_before(&mark);
            para.block.kind = if heading { Kind::Paragraph } else { Kind::Item };
        }
        if para.page_number && self.header {
            para.block.words.clear();
        }
        self.flow.push(para.block);
        self.flow.append(para.boxes);
    }
}

impl Para {
    fn note(&mut self, tag: &Tag) {
        let value = || tag.get("val").map(str::to_owned);
        match tag.name.as_str() {
            "pStyle" => self.style = value(),
            "numId" => self.list = value(),
            "ilvl" => self.level = value().and_then(|level| level.parse().ok()),
            "outlineLvl" => self.heading = value().is_some_and(|level| level != "9"),
            "lastRenderedPageBreak" => self.block.page(),
            "fldSimple" => self.page_number |= tag.get("instr").is_some_and(is_page_number),
            _ => {}
        }
    }
}

impl Section {
    fn note(&mut self, tag: &Tag) {
        match tag.name.as_str() {
            "headerReference" => {
                let of = |key| tag.get(key).unwrap_or_default().to_owned();
                self.headers.push((of("type"), of("id")));
            }
            "titlePg" => self.first_page = tag.get("val").is_none_or(is_on),
            "pgNumType" => {
                self.start = tag.get("start").and_then(|start| start.parse().ok());
                self.figures = tag.get("fmt").is_none_or(|format| format == "decimal");
            }
            _ => {}
        }
    }
}

/// Whether a field shows the number of a page.
fn is_page_number(instruction: &str) -> bool {
    let word = instruction.split_whitespace().next().unwrap_or_default();
    ["PAGE", "NUMPAGES", "SECTIONPAGES"].iter().any(|name| word.eq_ignore_ascii_case(name))
}
