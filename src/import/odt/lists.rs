//! The lists of an OpenDocument text, and the marks they print.

use std::collections::HashMap;

use crate::import::numerals::{Count, printed};
use crate::import::signs::bullet;
use crate::import::xml::Tag;

/// A list has ten levels.
const LEVELS: usize = 10;

/// How the lists of a document look, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Lists {
    styles: HashMap<String, Vec<Level>>,
    counted: HashMap<String, Vec<i64>>,
}

#[derive(Debug, Clone)]
enum Level {
    Bullet(String),
    Number { count: Count, before: String, after: String, levels: usize, start: i64 },
}

/// A list that is open.
#[derive(Debug)]
pub(super) struct List {
    /// Its style, which those in it have too unless they name another one.
    style: String,
    /// The numbers of its levels so far; those of the lists around it come first.
    numbers: Vec<i64>,
    level: usize,
    /// What the next paragraph starts with.
    mark: Option<String>,
}

impl Lists {
    /// Takes note of one level of a list style.
    pub(super) fn note(&mut self, style: &str, tag: &Tag) {
        let of = |key| tag.get(key).unwrap_or_default().to_owned();
        let level = match tag.name.as_str() {
            "list-level-style-bullet" => Level::Bullet(bullet(&of("bullet-char"))),
            "list-level-style-number" | "outline-level-style" => Level::Number {
                count: count(&of("num-format")),
                before: of("num-prefix"),
                after: of("num-suffix"),
                levels: tag.get("display-levels").and_then(|levels| levels.parse().ok()).unwrap_or(1),
                start: tag.get("start-value").and_then(|start| start.parse().ok()).unwrap_or(1),
            },
            _ => return,
        };
        let levels = self.styles.entry(style.to_owned()).or_default();
        if tag.get("level").and_then(|at| at.parse().ok()) == Some(levels.len() + 1) && levels.len() < LEVELS
        {
            levels.push(level);
        }
    }

    /// A list begins, within `outer` if that is open.
    pub(super) fn begin(&self, tag: &Tag, outer: Option<&List>) -> List {
        let own = tag.get("style-name").map(str::to_owned);
        let style = own.or_else(|| outer.map(|outer| outer.style.clone())).unwrap_or_default();
        let level = outer.map_or(0, |outer| outer.level + 1);
        let mut numbers = outer.map(|outer| outer.numbers.clone()).unwrap_or_default();
        let goes_on = tag.get("continue-numbering") == Some("true") || tag.get("continue-list").is_some();
        let before = self.counted.get(&style).filter(|_| goes_on).and_then(|counted| counted.get(level));
        let start = self.level(&style, level).map_or(1, Level::start);
        numbers.push(before.copied().unwrap_or_else(|| start.saturating_sub(1)));
        List { style, numbers, level, mark: None }
    }

    /// The next item of a list begins.
    pub(super) fn item(&mut self, list: &mut List, tag: &Tag) {
        let start = tag.get("start-value").and_then(|start| start.parse::<i64>().ok());
        if let Some(number) = list.numbers.last_mut() {
            *number = start.unwrap_or(number.saturating_add(1));
        }
        self.counted.insert(list.style.clone(), list.numbers.clone());
        list.mark = Some(self.mark(&list.style, &list.numbers));
    }

    /// The number of a heading of this level, counted from one, by the document's outline.
    pub(super) fn heading(&mut self, level: usize) -> String {
        let level = level.clamp(1, LEVELS);
        let starts: Vec<i64> = (0..level).map(|at| self.level(OUTLINE, at).map_or(1, Level::start)).collect();
        let numbers = self.counted.entry(OUTLINE.to_owned()).or_default();
        numbers.truncate(level);
        let last = numbers.len();
        numbers.extend(starts.get(last..).unwrap_or_default());
        if let (true, Some(number)) = (last == level, numbers.last_mut()) {
            *number = number.saturating_add(1);
        }
        let numbers = numbers.clone();
        self.mark(OUTLINE, &numbers)
    }

    fn level(&self, style: &str, level: usize) -> Option<&Level> {
        self.styles.get(style)?.get(level)
    }

    /// What stands before an item whose number, and those of the items around it, are these.
    fn mark(&self, style: &str, numbers: &[i64]) -> String {
        let at = numbers.len().saturating_sub(1);
        let mark = match self.level(style, at) {
            None if style == OUTLINE => String::new(),
            None => "•".to_owned(),
            Some(Level::Bullet(sign)) => sign.clone(),
            Some(Level::Number { count: Count::Nothing, .. }) => String::new(),
            Some(Level::Number { before, after, levels, .. }) => {
                let from = numbers.len().saturating_sub((*levels).max(1));
                let number = |(at, number): (usize, &i64)| match self.level(style, at) {
                    Some(Level::Number { count, .. }) => Some(printed(*number, *count)),
                    _ => None,
                };
                let shown = numbers.iter().enumerate().skip(from).filter_map(number);
                format!("{before}{}{after}", shown.collect::<Vec<_>>().join("."))
            }
        };
        if mark.is_empty() { mark } else { mark + " " }
    }
}

/// The name under which the numbers of headings are kept; no style has it.
pub(super) const OUTLINE: &str = "\0outline";

impl Level {
    fn start(&self) -> i64 {
        match self {
            Self::Bullet(_) => 1,
            Self::Number { start, .. } => *start,
        }
    }
}

impl List {
    /// What the paragraph that begins now starts with: the mark for the first one of an item.
    pub(super) fn take_mark(&mut self) -> String {
        self.mark.take().unwrap_or_default()
    }
}

fn count(format: &str) -> Count {
    match format {
        "" => Count::Nothing,
        "a" => Count::Letters,
        "A" => Count::Capitals,
        "i" => Count::Roman,
        "I" => Count::RomanCapitals,
        _ => Count::Figures,
    }
}
