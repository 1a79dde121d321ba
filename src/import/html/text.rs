//! The article's words out of a page.

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};

use super::strip::is_inline;
use crate::import::blocks::Blocks;

/// A main text shorter than this is not trusted where the page shows much more.
const SHORT: usize = 250;

/// The main text, in paragraphs; `None` if none was found, as happens on short pages.
pub(super) fn main(document: Document) -> Option<String> {
    let whole = visible(&document).chars().count();
    let config = Config { disable_json_ld: true, ..Config::default() };
    let found = Readability::with_document(document, None, Some(config)).ok()?.parse().ok()?;
    let text = rendered(&Document::fragment(found.content).root());
    let length = text.chars().count();
    (length > 0 && (length >= SHORT || whole <= 2 * length)).then_some(text)
}

/// Everything a reader of the page sees, without what frames it.
pub(super) fn visible(document: &Document) -> String {
    for place in ["article", "main", "[role=main]", "body"] {
        if let [node] = document.select(place).nodes() {
            let text = rendered(node);
            if !text.is_empty() {
                return text;
            }
        }
    }
    rendered(&document.root())
}

/// Elements that hold no words of the article.
const SKIPPED: &[&str] = &[
    "head", "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "button", "select",
    "textarea", "input", "form", "nav", "footer", "aside", "audio", "video", "canvas", "dialog",
];

/// The words under a node, block by block.
pub(super) fn rendered(node: &NodeRef<'_>) -> String {
    let mut out = Blocks::default();
    render(node, &mut out, 0);
    out.finish()
}

/// May recurse: the depth of the page was limited before.
fn render(node: &NodeRef<'_>, out: &mut Blocks, lists: usize) {
    for child in node.children_it(false) {
        if child.is_text() {
            out.words(&child.text());
        } else if let Some(name) = child.node_name() {
            element(&child, &name, out, lists);
        }
    }
}

fn element(node: &NodeRef<'_>, name: &str, out: &mut Blocks, lists: usize) {
    match name {
        _ if SKIPPED.contains(&name) => {}
        "br" => out.line(),
        "pre" => {
            out.block();
            out.verbatim(node.text().trim_matches('\n'));
            out.block();
        }
        "ul" | "ol" => {
            out.list(lists > 0);
            items(node, name == "ol", out, lists + 1);
            out.list(lists > 0);
        }
        "tr" => {
            out.line();
            render(node, out, lists);
            out.line();
        }
        "td" | "th" => {
            out.words(" ");
            render(node, out, lists);
            out.words(" ");
        }
        _ if is_inline(name) => render(node, out, lists),
        _ => {
            out.block();
            render(node, out, lists);
            out.block();
        }
    }
}

fn items(list: &NodeRef<'_>, numbered: bool, out: &mut Blocks, lists: usize) {
    let mut n = list.attr("start").and_then(|start| start.parse::<i64>().ok()).unwrap_or(1);
    for child in list.children_it(false) {
        if child.has_name("li") {
            let mark = if numbered { format!("{n}. ") } else { "• ".to_owned() };
            n = n.saturating_add(1);
            out.item(&mark);
            render(&child, out, lists);
            out.end_item();
        } else if child.is_text() {
            out.words(&child.text());
        } else if let Some(name) = child.node_name() {
            element(&child, &name, out, lists);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_of_a_page() {
        let html = "<body><nav>Home</nav><h1>Bridge</h1><p>One <em>two</em>&nbsp;three<br>four</p>\
                    <blockquote><p>“No.”</p></blockquote><ul><li><p>a</p></li><li>b<ol><li>c</li></ol></li></ul>\
                    <table><tr><th>x</th><td>y</td></tr><tr><td>z</td></tr></table><pre>\n k  v\n</pre></body>";
        assert_eq!(
            visible(&Document::from(html)),
            "Bridge\n\nOne two\u{a0}three\nfour\n\n“No.”\n\n• a\n• b\n1. c\n\nx y\nz\n\n k  v"
        );
    }
}
