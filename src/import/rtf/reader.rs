//! Reads a rich text file group by group.

use std::collections::HashMap;

use crate::import::flow::Flow;
use crate::import::numerals::note_mark;
use crate::import::properties::Properties;
use crate::import::signs;
use crate::import::xml::End;

use super::charset::Charset;
use super::text::{Setting, Text, What};
use super::tokens::{Token, tokens};
use super::words::{NO_WORDS, OPTIONAL, character};

/// Deeper files are not written by people.
const MAX_DEPTH: usize = 512;

/// What was read.
#[derive(Default)]
pub(super) struct Reader {
    /// The properties of the document.
    pub(super) properties: Properties,
    /// Whether changes were tracked.
    pub(super) changed: bool,
    /// Whether some words are hidden, and were left out.
    pub(super) hidden: bool,
    /// How many comments were left out.
    pub(super) comments: usize,
    /// Whether some bytes mean nothing in the character set they are in.
    pub(super) malformed: bool,
    /// The first paragraph of the style for titles.
    pub(super) title: Option<String>,
    /// The first paragraph, if it is a heading.
    pub(super) heading: Option<String>,
    /// How many bytes are in each language, by the numbers of Windows.
    pub(super) languages: HashMap<i32, usize>,
    /// How the file ended.
    pub(super) end: End,

    group: Group,
    outer: Vec<Group>,
    /// The open texts, the innermost last; never empty while reading.
    texts: Vec<Text>,
    notes: Vec<(bool, String, Flow)>,
    headers: [Option<Flow>; 2],
    first_page: bool,
    charset: Charset,
    font: i32,
    language: i32,
    fonts: HashMap<i32, Font>,
    styles: HashMap<i32, String>,
    /// The font or style whose name is being read.
    naming: i32,
    /// Words that are not part of a text.
    aside: String,
    /// Text whose characters are not known before its last byte.
    bytes: Vec<u8>,
    /// How many characters stand in for the one before, for programs that do not know it.
    stand_ins: usize,
    high_half: Option<u16>,
}

#[derive(Default)]
struct Font {
    name: String,
    charset: Option<Charset>,
    signs: bool,
}

#[derive(Clone, Default)]
struct Group {
    place: Place,
    /// Where the group of two ways to write the same stands.
    around: Place,
    /// How many characters stand in for one that is written by its number.
    stand_ins: usize,
    font: i32,
    language: i32,
    hidden: bool,
    deleted: bool,
    /// Whether the group may be passed over where its first word is not known.
    optional: bool,
    /// Whether a text of its own ends with the group.
    text: bool,
}

/// Where words go.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Place {
    #[default]
    Text,
    Nowhere,
    Fonts,
    Styles,
    Info,
    Title,
    Author,
    ListMark,
    Field,
    /// The properties of a row within a cell: no words, but the end of the row.
    NestedRow,
}

impl Reader {
    /// Reads a file, and gives its text and that of the header of its first page.
    pub(super) fn read(&mut self, bytes: &[u8]) -> (Flow, Flow) {
        self.texts.push(Text::default());
        self.group.stand_ins = 1;
        for token in tokens(bytes) {
            match token {
                Token::Open => self.open(),
                Token::Close => self.close(),
                Token::Word(word, number) => self.word(word, number),
                Token::Sign(sign) => self.sign(sign),
                Token::Hex(byte) => self.text(&[byte]),
                Token::Text(text) => self.text(text),
                Token::Binary => self.stand_ins = self.stand_ins.saturating_sub(1),
            }
            if self.outer.len() > MAX_DEPTH {
                self.end = End::TooDeep;
                break;
            }
            if self.outer.is_empty() && token == Token::Close {
                break;
            }
        }
        if !self.outer.is_empty() {
            self.end = self.end.max(End::Broken);
        }
        while !self.outer.is_empty() {
            self.close();
        }
        self.flush();
        let mut flow = self.texts.first_mut().map(Text::finish).unwrap_or_default();
        let (last, first): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.notes).into_iter().partition(|note| note.0);
        for (_, mark, note) in first.into_iter().chain(last) {
            flow.append_note(&mark, note);
        }
        let [header, first] = std::mem::take(&mut self.headers);
        let header = if self.first_page { first } else { header };
        (flow, header.unwrap_or_default())
    }

    fn open(&mut self) {
        self.flush();
        self.stand_ins = 0;
        let group = Group { optional: false, text: false, ..self.group.clone() };
        if group.place == Place::Styles {
            self.naming = 0;
        }
        self.outer.push(std::mem::replace(&mut self.group, group));
    }

    fn close(&mut self) {
        self.flush();
        self.stand_ins = 0;
        let Some(outer) = self.outer.pop() else { return };
        let group = std::mem::replace(&mut self.group, outer);
        if group.text {
            self.end_text();
        }
        if group.place == self.group.place {
            return;
        }
        match group.place {
            Place::ListMark => {
                let mark = std::mem::take(&mut self.aside);
                self.innermost().mark = Some(mark);
            }
            Place::Field => {
                let field = std::mem::take(&mut self.aside);
                let word = field.split_whitespace().next().unwrap_or_default().to_uppercase();
                self.innermost().page_number |= ["PAGE", "NUMPAGES", "SECTIONPAGES"].contains(&word.as_str());
            }
            Place::Fonts | Place::Styles => self.aside.clear(),
            _ => {}
        }
    }

    /// The innermost open text.
    fn innermost(&mut self) -> &mut Text {
        if self.texts.is_empty() {
            self.texts.push(Text::default());
        }
        let last = self.texts.len() - 1;
        &mut self.texts[last]
    }

    /// Words from here to the end of the group are a text of their own.
    fn begin_text(&mut self, what: What) {
        if self.group.place == Place::Text && !self.group.text {
            self.group.text = true;
            self.texts.push(Text::new(what));
        }
    }

    fn end_text(&mut self) {
        if self.texts.len() < 2 {
            return;
        }
        let Some(mut text) = self.texts.pop() else { return };
        let flow = text.finish();
        match text.what {
            What::Body => {}
            What::Shape => self.innermost().boxes.append(flow),
            What::Header { first } => {
                if let Some(slot) = self.headers.get_mut(usize::from(first))
                    && slot.is_none()
                {
                    *slot = Some(flow);
                }
            }
            What::Note { at_end } => {
                let numbered = std::mem::take(&mut self.innermost().numbered) || text.numbered;
                let before = self.notes.iter().filter(|note| note.0 == at_end && !note.1.is_empty()).count();
                let mark = if numbered { note_mark(before + 1, at_end) } else { String::new() };
                self.innermost().words.push_str(&mark);
                self.notes.push((at_end, mark, flow));
            }
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        self.flush();
        let on = number != Some(0);
        let number = number.unwrap_or(0);
        let optional = std::mem::take(&mut self.group.optional);
        if let Some(c) = character(word) {
            if self.stand_ins > 0 {
                self.stand_ins -= 1;
            } else {
                self.put(c);
            }
            return;
        }
        if word != "u" && word != "uc" {
            self.stand_ins = 0;
        }
        if word == "ud" && optional {
            self.group.place = self.group.around;
            return;
        }
        match (self.group.place, word) {
            (Place::Nowhere, _) => {}
            (Place::NestedRow, "nestrow") => self.innermost().end_row(true),
            (_, "u") => self.unit(number as u16),
            (_, "uc") => self.group.stand_ins = usize::try_from(number).unwrap_or(1).min(32),
            (Place::Fonts, "f") | (Place::Styles, "s") => self.naming = number,
            (Place::Fonts, "fcharset") => {
                let font = self.fonts.entry(self.naming).or_default();
                font.charset = Charset::of_font(number);
                font.signs = number == 2;
            }
            (Place::Fonts, "cpg") => {
                self.fonts.entry(self.naming).or_default().charset = Charset::of_page(number);
            }
            (Place::Info, "title") => self.group.place = Place::Title,
            (Place::Info, "author") => self.group.place = Place::Author,
            (Place::Info, _) => self.group.place = Place::Nowhere,
            (_, "fonttbl") => self.group.place = Place::Fonts,
            (_, "stylesheet") => self.group.place = Place::Styles,
            (Place::Text | Place::ListMark | Place::Field, _) => {
                self.word_of_text(word, number, on, optional);
            }
            _ if optional => self.group.place = Place::Nowhere,
            _ => {}
        }
    }

    fn word_of_text(&mut self, word: &str, number: i32, on: bool, optional: bool) {
        match word {
            "ansicpg" => self.charset = Charset::of_page(number).unwrap_or(self.charset),
            "mac" => self.charset = Charset::Web(encoding_rs::MACINTOSH),
            "pc" | "pca" => self.charset = Charset::Pc,
            "deff" => (self.font, self.group.font) = (number, number),
            "deflang" => (self.language, self.group.language) = (number, number),
            "f" => self.group.font = number,
            "lang" => self.group.language = number,
            "v" => self.group.hidden = on,
            "deleted" => self.group.deleted = on,
            "revised" => self.changed |= on,
            "plain" => {
                let (font, language) = (self.font, self.language);
                self.group = Group { font, language, hidden: false, deleted: false, ..self.group.clone() };
            }
            "titlepg" => self.first_page = true,
            "info" => self.group.place = Place::Info,
            "listtext" | "pntext" => self.aside_in(Place::ListMark),
            "fldinst" => self.aside_in(Place::Field),
            "nesttableprops" => self.group.place = Place::NestedRow,
            "footnote" => self.begin_text(What::Note { at_end: false }),
            "header" | "headerr" | "headerl" => self.begin_text(What::Header { first: false }),
            "headerf" => self.begin_text(What::Header { first: true }),
            "shptxt" | "dptxbxtext" => self.begin_text(What::Shape),
            "ftnalt" => {
                if let What::Note { at_end } = &mut self.innermost().what {
                    *at_end = true;
                }
            }
            "annotation" => {
                self.comments += 1;
                self.group.place = Place::Nowhere;
            }
            "upr" => {
                self.group.around = self.group.place;
                self.group.place = Place::Nowhere;
            }
            _ if self.group.place == Place::Text && self.layout(word, number) => {}
            _ if NO_WORDS.contains(&word) || optional && !OPTIONAL.contains(&word) => {
                self.group.place = Place::Nowhere;
            }
            _ => {}
        }
    }

    fn aside_in(&mut self, place: Place) {
        self.aside.clear();
        self.group.place = place;
    }

    /// Words about paragraphs and tables; whether this is one.
    fn layout(&mut self, word: &str, number: i32) -> bool {
        let deleted = self.group.deleted;
        let text = self.innermost();
        match word {
            // The end of a paragraph that was deleted ends none.
            "par" | "sect" | "page" | "column" if deleted && !text.words.is_empty() => {}
            "par" | "sect" | "page" | "column" => self.end_paragraph(),
            "cell" | "nestcell" => text.end_cell(),
            "row" => text.end_row(false),
            "nestrow" => text.end_row(true),
            "pard" => text.set = Setting::default(),
            "intbl" => text.set.in_table = true,
            "itap" => {
                text.set.nesting = usize::try_from(number).unwrap_or(0);
                text.set.in_table |= number > 0;
            }
            "s" => text.set.style = Some(number),
            "outlinelevel" => text.set.heading = (0..9).contains(&number),
            "chftn" => text.numbered = true,
            "chpgn" => text.page_number = true,
            _ => return false,
        }
        true
    }

    fn end_paragraph(&mut self) {
        let body = self.texts.len() == 1;
        let text = self.innermost();
        let style = text.set.style;
        let outlined = text.set.heading;
        let style = style.and_then(|style| self.styles.get(&style)).map(|name| name.to_lowercase());
        let style = style.unwrap_or_default();
        let heading = outlined || style.starts_with("heading");
        let text = self.innermost();
        let words = text.words.trim().to_owned();
        let first = text.flow.is_empty();
        text.end_paragraph(heading);
        if !body || words.is_empty() {
            return;
        }
        if style == "title" && self.title.is_none() {
            self.title = Some(words.clone());
        }
        if heading && first && self.heading.is_none() {
            self.heading = Some(words);
        }
    }

    fn sign(&mut self, sign: u8) {
        self.flush();
        match sign {
            b'*' => self.group.optional = true,
            b'\r' | b'\n' => self.word("par", None),
            _ => {
                let c = match sign {
                    b'~' => "\u{a0}",
                    b'-' => "\u{ad}",
                    b'_' => "\u{2011}",
                    b'\\' => "\\",
                    b'{' => "{",
                    b'}' => "}",
                    _ => return,
                };
                if self.stand_ins > 0 {
                    self.stand_ins -= 1;
                } else {
                    self.put(c);
                }
            }
        }
    }

    fn text(&mut self, text: &[u8]) {
        let left_out = self.stand_ins.min(text.len());
        self.stand_ins -= left_out;
        if self.group.place != Place::Nowhere {
            self.bytes.extend_from_slice(text.get(left_out..).unwrap_or_default());
        }
    }

    /// Makes characters of the bytes so far.
    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let font = self.fonts.get(&self.group.font).filter(|_| self.group.place == Place::Text);
        if let Some(font) = font.filter(|font| font.signs) {
            let sign = |byte: &u8| match byte {
                0..=0x20 => char::from(*byte),
                byte => signs::sign(&font.name, 0xf000 + u32::from(*byte)),
            };
            let text: String = bytes.iter().map(sign).collect();
            self.put(&text);
            return;
        }
        let (text, malformed) = font.and_then(|font| font.charset).unwrap_or(self.charset).decode(&bytes);
        self.malformed |= malformed && self.group.place == Place::Text;
        self.put(&text);
    }

    /// Half a character, or a whole one, by its number.
    fn unit(&mut self, unit: u16) {
        self.stand_ins = self.group.stand_ins;
        let units = [self.high_half.take().unwrap_or(unit), unit];
        let whole = if units[0] == unit { &units[1..] } else { &units[..] };
        if whole.len() == 1 && (0xd800..0xdc00).contains(&unit) {
            self.high_half = Some(unit);
            return;
        }
        let font = self.fonts.get(&self.group.font).map(|font| font.name.clone()).unwrap_or_default();
        let text: String = char::decode_utf16(whole.iter().copied())
            .map(|c| c.map_or(char::REPLACEMENT_CHARACTER, |c| signs::sign(&font, u32::from(c))))
            .collect();
        self.put(&text);
    }

    /// Adds words to where they go.
    fn put(&mut self, words: &str) {
        match self.group.place {
            Place::Text if self.group.deleted => self.changed = true,
            Place::Text if self.group.hidden => self.hidden |= !words.trim().is_empty(),
            Place::Text => {
                *self.languages.entry(self.group.language).or_default() += words.len();
                self.innermost().words.push_str(words);
            }
            Place::Title => self.properties.title.push_str(words),
            Place::Author => self.properties.author.push_str(words),
            Place::ListMark | Place::Field => self.aside.push_str(words),
            Place::Fonts | Place::Styles => {
                let mut parts = words.split(';');
                self.aside.push_str(parts.next().unwrap_or_default());
                for part in parts {
                    self.name();
                    self.aside.push_str(part);
                }
            }
            Place::Nowhere | Place::Info | Place::NestedRow => {}
        }
    }

    /// The name of a font or style is complete.
    fn name(&mut self) {
        let name = std::mem::take(&mut self.aside).trim().to_owned();
        match self.group.place {
            _ if name.is_empty() => {}
            Place::Styles => drop(self.styles.insert(self.naming, name)),
            _ => self.fonts.entry(self.naming).or_default().name = name,
        }
    }
}
