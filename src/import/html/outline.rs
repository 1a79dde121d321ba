//! The body of a page as a list of blocks, each with the elements it stands in: what is judged and put together
//! again as the article's text.

use dom_query::{Document, NodeRef};

use super::frame;
use super::strip::is_inline;
use crate::import::blocks::is_space;

/// The attribute by which an element is known again after the page went through another reader.
pub(super) const MARK: &str = "data-casefile";

/// A page.
#[derive(Default)]
pub(super) struct Outline {
    pub(super) elements: Vec<Element>,
    pub(super) blocks: Vec<Block>,
}

/// An element of the page. The first one is the body and its own parent.
pub(super) struct Element {
    pub(super) parent: usize,
    pub(super) name: String,
    /// What its name, class and id tell of its place in the page.
    pub(super) frame: frame::Frame,
    /// How many letters and figures are in it.
    pub(super) letters: usize,
}

/// Words that run on.
pub(super) struct Block {
    pub(super) text: String,
    /// The block's element, and the innermost one its words begin in.
    pub(super) element: usize,
    pub(super) inner: usize,
    /// The outermost list or table it stands in; 0 if in none.
    pub(super) group: usize,
    /// What a reader sees before it: the mark of a list item.
    pub(super) mark: String,
    /// How many letters and figures it has, and how many of these are links.
    pub(super) letters: usize,
    pub(super) linked: usize,
}

impl Outline {
    /// Reads the body and marks its elements in the document.
    pub(super) fn of(document: &Document) -> Self {
        let body = document.select("body");
        let root = body.nodes().first().copied().unwrap_or_else(|| document.root());
        let mut walk = Walk::default();
        walk.out.elements.push(Element {
            parent: 0,
            name: "body".to_owned(),
            frame: frame::Frame::None,
            letters: 0,
        });
        walk.children(&root, At { element: 0, inner: 0, group: 0, link: false });
        walk.flush();
        walk.out
    }

    /// The elements a block stands in, the innermost first.
    pub(super) fn around(&self, block: &Block) -> impl Iterator<Item = usize> + use<'_> {
        let parent = |at: &usize| self.elements.get(*at).map(|element| element.parent).filter(|_| *at != 0);
        std::iter::successors(Some(block.inner), parent)
    }

    /// Whether a block stands in an element of one of these names.
    pub(super) fn has_around(&self, block: &Block, names: &[&str]) -> bool {
        self.around(block)
            .any(|at| self.elements.get(at).is_some_and(|element| names.contains(&element.name.as_str())))
    }
}

/// Elements that hold no words of a reader.
const SKIPPED: &[&str] = &[
    "head", "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "button", "select",
    "textarea", "input", "audio", "video", "canvas", "dialog", "nav",
];

/// Where in the page the walk is.
#[derive(Clone, Copy)]
struct At {
    /// The block element.
    element: usize,
    /// The innermost element.
    inner: usize,
    group: usize,
    link: bool,
}

#[derive(Default)]
struct Walk {
    out: Outline,
    block: Option<Block>,
    /// The mark of the list item whose words have not come yet.
    mark: String,
    /// White space or a line break since the last word.
    gap: Gap,
}

#[derive(Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Line,
}

impl Walk {
    /// May recurse: the depth of the page was limited before.
    fn children(&mut self, node: &NodeRef<'_>, at: At) {
        let numbered = node.has_name("ol");
        let mut n = node.attr("start").and_then(|start| start.parse::<i64>().ok()).unwrap_or(1);
        for child in node.children() {
            if child.is_text() {
                self.words(&child.text(), at);
            } else if let Some(name) = child.node_name() {
                if &*name == "li" {
                    self.flush();
                    self.mark = if numbered { format!("{n}. ") } else { "• ".to_owned() };
                    n = n.saturating_add(1);
                }
                self.element(&child, &name, at);
            }
        }
    }

    fn element(&mut self, node: &NodeRef<'_>, name: &str, at: At) {
        match name {
            _ if SKIPPED.contains(&name) => return,
            "br" if self.gap == Gap::Line => return self.flush(),
            "br" => return self.gap = Gap::Line,
            "hr" => return self.flush(),
            _ => {}
        }
        let index = self.out.elements.len();
        let frame = frame::of(node, name);
        self.out.elements.push(Element { parent: at.inner, name: name.to_owned(), frame, letters: 0 });
        node.set_attr(MARK, &index.to_string());
        let group = if at.group == 0 && matches!(name, "ul" | "ol" | "table") { index } else { at.group };
        let link = at.link || name == "a";
        match name {
            "pre" => {
                self.flush();
                self.verbatim(
                    node.text().trim_matches('\n'),
                    At { element: index, inner: index, group, link },
                );
                self.flush();
            }
            "td" | "th" => {
                self.gap = self.gap.max(Gap::Space);
                self.children(node, At { inner: index, group, ..at });
                self.gap = self.gap.max(Gap::Space);
            }
            _ if is_inline(name) => self.children(node, At { inner: index, link, ..at }),
            _ => {
                self.flush();
                self.children(node, At { element: index, inner: index, group, link });
                self.flush();
                if name == "li" {
                    self.mark.clear();
                }
            }
        }
    }

    /// Adds running text: white space runs collapse as a browser collapses them.
    fn words(&mut self, words: &str, at: At) {
        for (i, word) in words.split(is_space).enumerate() {
            if i > 0 {
                self.gap = self.gap.max(Gap::Space);
            }
            if !word.is_empty() {
                self.verbatim(word, at);
            }
        }
    }

    fn verbatim(&mut self, words: &str, at: At) {
        if words.is_empty() {
            return;
        }
        let mark = &mut self.mark;
        let block = self.block.get_or_insert_with(|| Block {
            text: String::new(),
            element: at.element,
            inner: at.inner,
            group: at.group,
            mark: std::mem::take(mark),
            letters: 0,
            linked: 0,
        });
        if !block.text.is_empty() {
            block.text.push_str(match self.gap {
                Gap::None => "",
                Gap::Space => " ",
                Gap::Line => "\n",
            });
        }
        self.gap = Gap::None;
        block.text.push_str(words);
        let letters = words.chars().filter(|c| c.is_alphanumeric()).count();
        block.letters += letters;
        block.linked += if at.link { letters } else { 0 };
    }

    /// The block is over.
    fn flush(&mut self) {
        self.gap = Gap::None;
        let Some(block) = self.block.take() else { return };
        let mut at = block.inner;
        while let Some(element) = self.out.elements.get_mut(at) {
            element.letters += block.letters;
            if at == 0 {
                break;
            }
            at = element.parent;
        }
        self.out.blocks.push(block);
    }
}
