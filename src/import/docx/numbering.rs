//! The numbers and marks of a Word document's lists, as they are printed: a filing is cited by them.

use std::collections::{HashMap, HashSet};

use crate::import::numerals::{Count, printed};
use crate::import::signs::bullet;
use crate::import::xml::{Piece, Tag, Xml};

use super::styles::{Styles, is_on};

/// A list has nine levels.
const LEVELS: usize = 9;

/// A document's lists, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    kinds: HashMap<String, ListKind>,
    lists: HashMap<String, List>,
    counted: HashMap<String, [Option<i64>; LEVELS]>,
    /// The lists that have begun to count anew.
    begun: HashSet<(String, usize)>,
}

/// How lists of one kind look.
#[derive(Debug, Default)]
struct ListKind {
    levels: [Level; LEVELS],
    /// The style whose list says how this one looks.
    like_style: Option<String>,
}

#[derive(Debug, Clone)]
struct Level {
    start: i64,
    count: Option<Count>,
    text: String,
    figures_only: bool,
}

impl Default for Level {
    fn default() -> Self {
        Self { start: 1, count: Some(Count::Figures), text: String::new(), figures_only: false }
    }
}

/// One list: its kind and what it does differently.
#[derive(Debug, Default)]
struct List {
    kind: String,
    starts: [Option<i64>; LEVELS],
    levels: [Option<Level>; LEVELS],
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub(super) fn read(text: &str) -> Self {
        let mut numbering = Self::default();
        let mut kind: Option<(String, ListKind)> = None;
        let mut list: Option<(String, List)> = None;
        let mut level = 0;
        for piece in Xml::new(text) {
            let tag = match piece {
                Piece::Open(tag) => tag,
                Piece::Close(name) if name == "abstractNum" => {
                    numbering.kinds.extend(kind.take());
                    continue;
                }
                Piece::Close(name) if name == "num" => {
                    numbering.lists.extend(list.take());
                    continue;
                }
                Piece::Close(_) | Piece::Words(_) => continue,
            };
            let id = |key| tag.get(key).unwrap_or_default().to_owned();
            match tag.name.as_str() {
                "abstractNum" => kind = Some((id("abstractNumId"), ListKind::default())),
                "num" => list = Some((id("numId"), List::default())),
                "lvl" | "lvlOverride" => {
                    level = tag.get("ilvl").and_then(|level| level.parse().ok()).unwrap_or(LEVELS);
                    if let (Some((_, list)), "lvl") = (&mut list, tag.name.as_str()) {
                        list.levels.get_mut(level).map(|slot| slot.insert(Level::default()));
                    }
                }
                _ => match (&mut kind, &mut list) {
                    (Some((_, kind)), _) => kind.note(level, &tag),
                    (None, Some((_, list))) => list.note(level, &tag),
                    (None, None) => {}
                },
            }
        }
        numbering
    }

    /// The mark of the next item of a list, with a space after it; `None` if there is no such list.
    pub(super) fn mark(&mut self, id: &str, level: usize, styles: &Styles) -> Option<String> {
        let list = self.lists.get(id)?;
        let own = self.kinds.get(&list.kind)?;
        let like = own.like_style.as_deref().and_then(|style| styles.list(Some(style)).0);
        let like = like.and_then(|id| self.kinds.get(&self.lists.get(id)?.kind));
        let levels: Vec<&Level> = like.unwrap_or(own).levels.iter().zip(&list.levels).map(chosen).collect();
        let level = level.min(LEVELS - 1);
        let this = *levels.get(level)?;

        let counted = self.counted.entry(list.kind.clone()).or_default();
        let first = list.starts[level].filter(|_| self.begun.insert((id.to_owned(), level)));
        let next = counted[level].map_or(this.start, |last| last.saturating_add(1));
        counted[level] = Some(first.unwrap_or(next));
        counted[level + 1..].fill(None);

        let number = |at: usize| {
            let that = levels.get(at)?;
            let count = that.count.filter(|_| !this.figures_only).unwrap_or(Count::Figures);
            Some(printed(counted.get(at)?.unwrap_or(that.start), count))
        };
        let mark = match this.count {
            Some(_) => filled(&this.text, number),
            None => bullet(&this.text),
        };
        Some(if mark.is_empty() { mark } else { mark + " " })
    }
}

fn chosen<'a>((kind, list): (&'a Level, &'a Option<Level>)) -> &'a Level {
    list.as_ref().unwrap_or(kind)
}

impl ListKind {
    fn note(&mut self, level: usize, tag: &Tag) {
        if tag.name == "numStyleLink" {
            self.like_style = tag.get("val").map(str::to_owned);
        } else if let Some(level) = self.levels.get_mut(level) {
            level.note(tag);
        }
    }
}

impl List {
    fn note(&mut self, level: usize, tag: &Tag) {
        match (tag.name.as_str(), tag.get("val")) {
            ("abstractNumId", Some(kind)) => kind.clone_into(&mut self.kind),
            ("startOverride", Some(start)) => {
                if let Some(slot) = self.starts.get_mut(level) {
                    *slot = start.parse().ok();
                }
            }
            _ => {
                if let Some(Some(level)) = self.levels.get_mut(level) {
                    level.note(tag);
                }
            }
        }
    }
}

impl Level {
    fn note(&mut self, tag: &Tag) {
        let Some(value) = tag.get("val") else {
            self.figures_only |= tag.name == "isLgl";
            return;
        };
        match tag.name.as_str() {
            "start" => self.start = value.parse().unwrap_or(1),
            "numFmt" => self.count = count(value),
            "lvlText" => value.clone_into(&mut self.text),
            "isLgl" => self.figures_only = is_on(value),
            _ => {}
        }
    }
}

/// How a level counts; `None` for bullets. Scripts that are not known here are printed as figures.
fn count(format: &str) -> Option<Count> {
    Some(match format {
        "bullet" => return None,
        "none" => Count::Nothing,
        "decimalZero" => Count::Padded,
        "lowerLetter" => Count::Letters,
        "upperLetter" => Count::Capitals,
        "lowerRoman" => Count::Roman,
        "upperRoman" => Count::RomanCapitals,
        "ordinal" => Count::Ordinal,
        _ => Count::Figures,
    })
}

/// `%1.%2` with the numbers of the first and second level in their places.
fn filled(pattern: &str, number: impl Fn(usize) -> Option<String>) -> String {
    let mut mark = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('%') {
        mark.push_str(before);
        let level = after.chars().next().and_then(|c| c.to_digit(10)).filter(|level| *level > 0);
        if let Some(level) = level {
            mark.push_str(&number(level as usize - 1).unwrap_or_default());
            rest = &after[1..];
        } else {
            mark.push('%');
            rest = after;
        }
    }
    mark + rest
}
