//! XML piece by piece, as office documents and books hold it: forgiving, and never deeper than it should be.
//!
//! Names are local ones, without the prefix a file happens to use. Entities of a file's own are not looked up, so
//! none can name another file or grow; they stay as written.

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use super::encoding;
use super::html::strip;

/// Deeper documents are not written by people.
const MAX_DEPTH: usize = 512;

/// A piece of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// An element begins.
    Open(Tag),
    /// An element ends; every one that began does, in order.
    Close(String),
    /// Words, with references resolved and white space as written.
    Words(String),
}

/// The beginning of an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag {
    /// Its name.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// The value of an attribute.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// How a document ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum End {
    /// All of it was read.
    #[default]
    Whole,
    /// It is not well-formed, though all of it was read.
    Sloppy,
    /// It breaks off, or goes on with what is no XML.
    Broken,
    /// It nests too deeply to be read on.
    TooDeep,
}

/// The text of an XML file, by its mark or what it declares.
pub(super) fn decoded(bytes: &[u8]) -> String {
    encoding::decode(bytes, None).map_or_else(|| String::from_utf8_lossy(bytes).into_owned(), |it| it.text)
}

/// The path of a file within an archive that another one in `folder` names; one that starts with `/` starts at the top.
pub(super) fn joined(folder: &str, target: &str) -> String {
    let folder = if target.starts_with('/') { "" } else { folder };
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(target.split('/')) {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// A document being read.
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    open: Vec<String>,
    /// How many of the open elements are to be closed before going on.
    closing: usize,
    end: End,
    html: bool,
}

impl<'a> Xml<'a> {
    /// Begins to read a document.
    pub(super) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.allow_dangling_amp = true;
        config.allow_unmatched_ends = true;
        config.check_end_names = false;
        Self { reader, open: Vec::new(), closing: 0, end: End::Whole, html: false }
    }

    /// Begins to read a page, which may use the named characters of HTML.
    pub(super) fn of_page(text: &'a str) -> Self {
        Self { html: true, ..Self::new(text) }
    }

    /// How it ended, after the last piece.
    pub(super) fn end(&self) -> End {
        self.end
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// The name of the open element that is `up` levels above the innermost one.
    pub(super) fn open(&self, up: usize) -> &str {
        let at = self.open.len().checked_sub(up + 1);
        at.and_then(|at| self.open.get(at)).map_or("", String::as_str)
    }

    /// Passes over what is in the element that has just begun, up to and with its end.
    pub(super) fn pass_over(&mut self) {
        let depth = self.depth();
        while self.depth() >= depth && self.next().is_some() {}
    }

    /// The words in the element that has just begun, whatever elements they stand in.
    pub(super) fn words(&mut self) -> String {
        let depth = self.depth();
        let mut words = String::new();
        while self.depth() >= depth {
            match self.next() {
                Some(Piece::Words(more)) => words.push_str(&more),
                Some(_) => {}
                None => break,
            }
        }
        words
    }

    fn close(&mut self) -> Option<Piece> {
        self.closing = self.closing.saturating_sub(1);
        self.open.pop().map(Piece::Close)
    }

    fn start(&mut self, start: &BytesStart<'_>, empty: bool) -> Option<Piece> {
        if self.open.len() >= MAX_DEPTH {
            return self.stop(End::TooDeep);
        }
        let name = start.local_name().as_ref().to_owned();
        let mut attributes = start.attributes();
        let value = |attribute: &quick_xml::events::attributes::Attribute<'_>| {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            value.map_or_else(|_| attribute.value.to_string(), std::borrow::Cow::into_owned)
        };
        let attributes = attributes
            .with_checks(false)
            .flatten()
            .map(|attribute| (attribute.key.local_name().as_ref().to_owned(), value(&attribute)))
            .collect();
        self.open.push(name.clone());
        self.closing = usize::from(empty);
        Some(Piece::Open(Tag { name, attributes }))
    }

    /// Nothing more is read; what is open is closed.
    fn stop(&mut self, end: End) -> Option<Piece> {
        self.end = self.end.max(end);
        self.reader = Reader::from_str("");
        self.closing = self.open.len();
        self.close()
    }

    fn reference(&self, reference: &BytesRef<'_>) -> String {
        let name: &str = reference.as_ref();
        if let Ok(Some(character)) = reference.resolve_char_ref() {
            return if character == '\r' { "\n".to_owned() } else { character.to_string() };
        }
        match resolve_predefined_entity(name) {
            Some(value) => value.to_owned(),
            None if self.html => strip::decoded(&format!("&{name};")),
            None => format!("&{name};"),
        }
    }
}

impl Iterator for Xml<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        loop {
            if self.closing > 0 {
                return self.close();
            }
            match self.reader.read_event() {
                Ok(Event::Start(start)) => return self.start(&start, false),
                Ok(Event::Empty(start)) => return self.start(&start, true),
                Ok(Event::End(end)) => {
                    let name = end.local_name();
                    // An end closes what began within; one without a beginning closes nothing.
                    let within = self.open.iter().rev().position(|open| open == name.as_ref());
                    if within != Some(0) {
                        self.end = self.end.max(End::Sloppy);
                    }
                    self.closing = within.map_or(0, |within| within + 1);
                }
                Ok(Event::Text(words)) => return Some(Piece::Words(words.into_inner().into_owned())),
                Ok(Event::CData(words)) => return Some(Piece::Words(words.into_inner().into_owned())),
                Ok(Event::GeneralRef(reference)) => return Some(Piece::Words(self.reference(&reference))),
                Ok(Event::Eof) => {
                    let end = if self.open.is_empty() { End::Whole } else { End::Broken };
                    return self.stop(end);
                }
                Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => {}
                Err(_) => return self.stop(End::Broken),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, End) {
        let mut xml = Xml::new(text);
        let mut out = String::new();
        for piece in &mut xml {
            match piece {
                Piece::Open(tag) => out.extend(["<", &tag.name, ">"]),
                Piece::Close(name) => out.extend(["</", &name, ">"]),
                Piece::Words(words) => out += &words,
            }
        }
        (out, xml.end())
    }

    #[test]
    fn pieces_with_local_names() {
        let text = "<?xml version='1.0'?><w:a x:k='1 &lt; 2'><b/>“é”&#160;&amp;<![CDATA[<c>]]></w:a>";
        assert_eq!(read(text), ("<a><b></b>“é”\u{a0}&<c></a>".to_owned(), End::Whole));
        let mut xml = Xml::new(text);
        let Some(Piece::Open(tag)) = xml.next() else { panic!("an element") };
        assert_eq!(tag.get("k"), Some("1 < 2"));
    }

    #[test]
    fn entities_of_its_own_are_not_looked_up() {
        let text = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'><!ENTITY y '&x;&x;'>]><a>&x;&y;</a>";
        assert_eq!(read(text), ("<a>&x;&y;</a>".to_owned(), End::Whole));
        assert_eq!(Xml::of_page("<p>a&nbsp;b</p>").words(), "a\u{a0}b");
    }

    #[test]
    fn what_is_not_well_formed_is_read_as_far_as_it_goes() {
        assert_eq!(read("<a><b>x</a>"), ("<a><b>x</b></a>".to_owned(), End::Sloppy));
        assert_eq!(read("<a>x</c>y"), ("<a>xy</a>".to_owned(), End::Broken));
        assert_eq!(read("<a>x<b y="), ("<a>x</a>".to_owned(), End::Broken));
        assert_eq!(read("<a>Ruiz & Weller</a>"), ("<a>Ruiz & Weller</a>".to_owned(), End::Whole));
        let (deep, end) = read(&"<a>".repeat(100_000));
        assert_eq!((deep.len(), end), (512 * 7, End::TooDeep));
    }

    #[test]
    fn paths_within_an_archive() {
        assert_eq!(joined("word", "styles.xml"), "word/styles.xml");
        assert_eq!(joined("word", "/docs/./a.xml"), "docs/a.xml");
        assert_eq!(joined("a/b", "../../../c"), "c");
    }

    #[test]
    fn an_element_is_passed_over() {
        let mut xml = Xml::new("<a><b>x<c>y</c></b><d>z</d></a>");
        xml.nth(1);
        xml.pass_over();
        assert_eq!(xml.words(), "z");
    }
}
