//! The article's words out of a page.
//!
//! Two judges look at one tree: a reader built after the reading view of browsers, which finds the part of the page
//! that is the article, and the names and words of the page's own elements, which tell what frames it.

use std::collections::{HashMap, HashSet};

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::frame::Frame;
use super::outline::{Block, MARK, Outline};
use super::strip::is_inline;
use super::title::fold;

/// What a page's body holds.
pub(super) struct Body {
    /// The article's words, in paragraphs.
    pub(super) text: String,
    /// The words under its pictures.
    pub(super) captions: Vec<String>,
    /// Whether an article was found among the words; if not, these are all of them.
    pub(super) found: bool,
}

/// A main text shorter than this, in letters, is not trusted.
const SHORT: usize = 200;

/// An element that holds more of the page than this many hundredths is no frame, whatever it is called.
const MOST: usize = 30;

/// A paragraph this many blocks beyond the end of the reading view is still close by.
const CLOSE: usize = 3;

/// Reads the body of a page whose headline is `title`. The document is marked, then used up.
pub(super) fn body(document: Document, title: &str) -> Body {
    let outline = Outline::of(&document);
    let marks = reading_view(document);
    let judged = Judged::of(&outline, &marks, title);
    let chosen = judged.chosen();
    if letters(&outline, &chosen) == 0 {
        let all: Vec<usize> = (0..outline.blocks.len()).collect();
        return Body { text: joined(&outline, &all), captions: Vec::new(), found: false };
    }
    Body { text: joined(&outline, &chosen), captions: judged.captions(&chosen), found: true }
}

/// All the words of a page, in paragraphs.
pub(super) fn whole(document: &Document) -> String {
    let outline = Outline::of(document);
    let all: Vec<usize> = (0..outline.blocks.len()).collect();
    joined(&outline, &all)
}

/// The marks of the elements that the reading view of the page keeps.
fn reading_view(document: Document) -> HashSet<usize> {
    let config = Config { disable_json_ld: true, ..Config::default() };
    let found =
        Readability::with_document(document, None, Some(config)).ok().and_then(|mut view| view.parse().ok());
    let Some(found) = found else { return HashSet::new() };
    let number = |rest: &str| rest.get(..rest.find('"')?)?.parse().ok();
    found.content.split(&format!("{MARK}=\"")).skip(1).filter_map(number).collect()
}

fn letters(outline: &Outline, chosen: &[usize]) -> usize {
    chosen.iter().filter_map(|at| outline.blocks.get(*at)).map(|block| block.letters).sum()
}

/// The blocks of a page with what is known about each.
struct Judged<'o> {
    outline: &'o Outline,
    blocks: Vec<Judgement>,
}

/// What is known about a block.
struct Judgement {
    /// What frames it, if anything does.
    frame: Frame,
    /// Whether the reading view has it.
    viewed: bool,
    /// Whether it stands in the element that holds most of the page's paragraphs.
    inside: bool,
}

impl<'o> Judged<'o> {
    fn of(outline: &'o Outline, marks: &HashSet<usize>, title: &str) -> Self {
        let judge = |block: &Block| {
            let framed = framed(outline, block);
            let apart = framed == Frame::None
                && (is_headline(outline, block, title) || is_bare_link(outline, block) || is_label(block));
            let frame = if apart { Frame::Small } else { framed };
            let viewed = marks.contains(&block.element) || marks.contains(&block.inner);
            Judgement { frame, viewed, inside: false }
        };
        let mut blocks: Vec<Judgement> = outline.blocks.iter().map(judge).collect();
        let holder = holder(outline, &blocks);
        for (judgement, block) in blocks.iter_mut().zip(&outline.blocks) {
            judgement.inside = outline.around(block).any(|at| at == holder);
        }
        Self { outline, blocks }
    }

    fn which(&self, fits: impl Fn(usize, &Judgement) -> bool) -> Vec<usize> {
        self.blocks
            .iter()
            .enumerate()
            .filter(|(at, judgement)| fits(*at, judgement))
            .map(|(at, _)| at)
            .collect()
    }

    /// The blocks that are the article.
    fn chosen(&self) -> Vec<usize> {
        let own = self.which(|_, it| it.frame == Frame::None && it.inside);
        let viewed = self.which(|_, it| it.viewed);
        let many = letters(self.outline, &viewed);
        if many < SHORT || many * 4 < letters(self.outline, &own) {
            return own;
        }
        let kept = self.which(|_, it| it.frame == Frame::None && it.viewed);
        if letters(self.outline, &kept) * 5 < many * 2 {
            return viewed;
        }
        // What the reading view leaves out in the middle of an article is often a list, a table or a box of it.
        let (first, last) = self.extent(&kept);
        let between =
            |at: usize| first <= at && at <= last && self.outline.blocks.get(at).is_some_and(is_prose);
        self.which(|at, it| it.frame == Frame::None && (it.viewed || it.inside && between(at)))
    }

    /// The first and the last block of the article: where the reading view begins and ends, and whole paragraphs
    /// close by.
    fn extent(&self, kept: &[usize]) -> (usize, usize) {
        let (first, last) = (kept.first().copied().unwrap_or(0), kept.last().copied().unwrap_or(0));
        let goes_on = |at: &usize| {
            let judged = self.blocks.get(*at).is_some_and(|it| it.frame == Frame::None && it.inside);
            judged && self.outline.blocks.get(*at).is_some_and(|block| self.is_paragraph(block))
        };
        let mut from = first;
        while let Some(at) = (from.saturating_sub(CLOSE)..from).rev().find(goes_on) {
            from = at;
        }
        let mut to = last;
        while let Some(at) = (to + 1..=to.saturating_add(CLOSE)).find(goes_on) {
            to = at;
        }
        (from, to)
    }

    /// Whether a block is a whole paragraph of an article rather than a line of its frame.
    fn is_paragraph(&self, block: &Block) -> bool {
        block.letters >= 80
            && block.linked * 4 <= block.letters
            && self.outline.has_around(block, &["p", "blockquote"])
    }

    /// The captions among the chosen blocks, each once.
    fn captions(&self, chosen: &[usize]) -> Vec<String> {
        let (Some(first), Some(last)) = (chosen.first(), chosen.last()) else { return Vec::new() };
        // A picture may stand right above the first paragraph.
        let range = first.saturating_sub(4)..=last.saturating_add(2);
        let mut captions: Vec<String> = Vec::new();
        for at in self.which(|at, it| it.frame == Frame::Caption && range.contains(&at)) {
            if let Some(block) = self.outline.blocks.get(at).filter(|block| !captions.contains(&block.text)) {
                captions.push(block.text.clone());
            }
        }
        captions
    }
}

/// Whether a block is words more than links.
fn is_prose(block: &Block) -> bool {
    block.linked * 2 <= block.letters
}

/// What frames a block: the outermost of its elements that is a frame.
fn framed(outline: &Outline, block: &Block) -> Frame {
    let whole = outline.elements.first().map_or(0, |body| body.letters);
    let in_article = outline.has_around(block, &["article", "main"]);
    let mut found = Frame::None;
    for at in outline.around(block) {
        let Some(element) = outline.elements.get(at) else { continue };
        let small = element.letters * 100 < whole * MOST;
        match element.frame {
            Frame::Never => found = Frame::Never,
            // The head of an article is part of it, the head of a page is not.
            Frame::Small if small && (element.name != "header" || !in_article) => found = Frame::Small,
            Frame::Caption if small && found == Frame::None => found = Frame::Caption,
            _ => {}
        }
    }
    found
}

/// Whether a block is the page's headline once more.
fn is_headline(outline: &Outline, block: &Block, title: &str) -> bool {
    let name = outline.elements.get(block.element).map_or("", |element| element.name.as_str());
    let (own, title) = (fold(&block.text), fold(title));
    name == "h1" && (own == title || title.contains(&own) || own.contains(&title))
}

/// A link that stands alone in a box, as buttons and teasers do.
fn is_bare_link(outline: &Outline, block: &Block) -> bool {
    let prose = ["p", "li", "td", "th", "tr", "dd", "dt", "blockquote", "h1", "h2", "h3", "h4"];
    block.linked * 10 > block.letters * 8 && !outline.has_around(block, &prose)
}

/// Lines that say nothing of their own and stand in many pages without a name that gives them away.
const LABELS: &[&str] = &[
    "advertisement",
    "advertisement continue reading below",
    "article continues below",
    "continue reading below",
    "scroll to continue",
    "share this",
    "share this article",
    "share this post",
    "share this story",
    "sign up for our newsletter",
    "skip advertisement",
    "story continues below advertisement",
    "subscribe to our newsletter",
];

fn is_label(block: &Block) -> bool {
    block.letters < 40 && LABELS.binary_search(&fold(&block.text).as_str()).is_ok()
}

/// The element that holds most of the page's paragraphs: from the body down, as long as one child has four fifths.
fn holder(outline: &Outline, blocks: &[Judgement]) -> usize {
    let mut mass: HashMap<usize, usize> = HashMap::new();
    for (block, judgement) in outline.blocks.iter().zip(blocks) {
        if judgement.frame == Frame::None {
            let weight = weight(outline, block);
            for at in outline.around(block) {
                *mass.entry(at).or_default() += weight;
            }
        }
    }
    let mut heaviest: HashMap<usize, (usize, usize)> = HashMap::new();
    for (at, element) in outline.elements.iter().enumerate().skip(1) {
        let own = mass.get(&at).copied().unwrap_or(0);
        let best = heaviest.entry(element.parent).or_default();
        if own > best.1 {
            *best = (at, own);
        }
    }
    let text =
        ["p", "li", "ul", "ol", "dl", "table", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6"];
    let mut at = 0;
    let mut weight = mass.get(&0).copied().unwrap_or(0);
    while let Some((child, own)) = heaviest.get(&at).copied() {
        let name = outline.elements.get(child).map_or("", |element| element.name.as_str());
        if own == 0 || own * 5 < weight * 4 || text.contains(&name) || is_inline(name) {
            break;
        }
        (at, weight) = (child, own);
    }
    at
}

/// How much a block speaks for the element it is in: long ones with few links, paragraphs most.
fn weight(outline: &Outline, block: &Block) -> usize {
    if block.letters <= 32 {
        return 0;
    }
    let words = (block.letters * 2).saturating_sub(block.linked * 3);
    if outline.has_around(block, &["p", "blockquote", "pre"]) {
        words
    } else if outline.has_around(block, &["li", "td", "dd"]) {
        words / 2
    } else {
        words / 3
    }
}

/// Blocks as text: paragraphs stand apart by a blank line, the items of a list and the rows of a table by a line end.
fn joined(outline: &Outline, chosen: &[usize]) -> String {
    let mut text = String::new();
    let mut group = 0;
    for block in chosen.iter().filter_map(|at| outline.blocks.get(*at)) {
        let row = outline.elements.get(block.element).is_some_and(|element| element.name == "tr");
        if !text.is_empty() {
            let line = block.group != 0 && block.group == group && (row || !block.mark.is_empty());
            text.push_str(if line { "\n" } else { "\n\n" });
        }
        text.push_str(&block.mark);
        text.push_str(&block.text);
        group = block.group;
    }
    text
}
