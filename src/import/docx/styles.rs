//! The styles of a Word document, as far as they say what a paragraph is.

use std::collections::HashMap;

use crate::import::xml::{Piece, Tag, Xml};

/// A style follows another one, and that a third; longer chains are a mistake.
const MAX_CHAIN: usize = 20;

/// A document's styles.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
    /// The language of words that name none.
    pub(super) language: Option<String>,
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    follows: Option<String>,
    list: Option<String>,
    level: Option<usize>,
    outline: bool,
}

impl Styles {
    /// Reads `styles.xml`.
    pub(super) fn read(text: &str) -> Self {
        let mut styles = Self::default();
        let mut open: Option<(String, Style)> = None;
        for piece in Xml::new(text) {
            match piece {
                Piece::Open(tag) if tag.name == "style" => {
                    let id = tag.get("styleId").unwrap_or_default().to_owned();
                    if tag.get("type") == Some("paragraph") && tag.get("default").is_some_and(is_on) {
                        styles.default = Some(id.clone());
                    }
                    open = Some((id, Style::default()));
                }
                Piece::Open(tag) => match &mut open {
                    Some((_, style)) => style.note(&tag),
                    None if tag.name == "lang" => {
                        styles.language = tag.get("val").map(str::to_owned).or(styles.language);
                    }
                    None => {}
                },
                Piece::Close(name) if name == "style" => styles.by_id.extend(open.take()),
                Piece::Close(_) | Piece::Words(_) => {}
            }
        }
        styles
    }

    /// Whether paragraphs of this style are the document's title.
    pub(super) fn is_title(&self, id: Option<&str>) -> bool {
        let named = |style: &Style| style.name.eq_ignore_ascii_case("title");
        id.and_then(|id| self.by_id.get(id)).map_or(id == Some("Title"), named)
    }

    /// Whether paragraphs of this style are headings.
    pub(super) fn is_heading(&self, id: Option<&str>) -> bool {
        let named = |style: &Style| style.outline || style.name.to_lowercase().starts_with("heading");
        self.chain(id).any(named) || id.is_some_and(|id| id.starts_with("Heading"))
    }

    /// The list that paragraphs of this style belong to, and their level in it.
    pub(super) fn list<'a>(&'a self, id: Option<&str>) -> (Option<&'a str>, Option<usize>) {
        let list = self.chain(id).find_map(|style| style.list.as_deref());
        (list, self.chain(id).find_map(|style| style.level))
    }

    /// A style and what it follows.
    fn chain<'a>(&'a self, id: Option<&str>) -> impl Iterator<Item = &'a Style> + use<'a> {
        let first = id.or(self.default.as_deref()).and_then(|id| self.by_id.get(id));
        let next = |style: &&'a Style| style.follows.as_ref().and_then(|id| self.by_id.get(id));
        std::iter::successors(first, next).take(MAX_CHAIN)
    }
}

impl Style {
    fn note(&mut self, tag: &Tag) {
        let value = || tag.get("val").map(str::to_owned);
        match tag.name.as_str() {
            "name" => self.name = value().unwrap_or_default(),
            "basedOn" => self.follows = value(),
            "numId" => self.list = value(),
            "ilvl" => self.level = value().and_then(|level| level.parse().ok()),
            "outlineLvl" => self.outline = value().is_some_and(|level| level != "9"),
            _ => {}
        }
    }
}

/// Whether a switch with this value is on; one without a value is.
pub(super) fn is_on(value: &str) -> bool {
    !matches!(value, "0" | "false" | "off" | "none")
}
