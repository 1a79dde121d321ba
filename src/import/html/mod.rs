//! Saved web pages: the article's words and what the page says about it.

mod authors;
mod dates;
mod json_ld;
mod meta;
mod page;
mod scan;
pub(super) mod strip;
mod text;
mod title;

use dom_query::Document;

use super::sniff::Source;
use super::warning::Warning;
use super::{Importer, Parsed};

/// Deeper pages are not written by people; parsers overflow or take for ever on them.
const MAX_DEPTH: usize = 512;

/// Larger pages (with every picture packed in) cost more memory than the words are worth.
const MAX_BYTES: usize = 32 << 20;

/// Reads saved web pages.
pub(super) struct Html;

impl Importer for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn version(&self) -> u32 {
        1
    }

    fn takes(&self, source: &Source<'_>) -> bool {
        source.text().is_some_and(|text| {
            let named = source.has_ending(&["html", "htm", "xhtml", "shtml"]);
            starts_as_page(text) || named && scan::tags(text).next().is_some()
        })
    }

    fn read(&self, source: &Source<'_>, parsed: &mut Parsed) {
        let Some(html) = source.text() else { return };
        let Parsed { article, warnings, .. } = parsed;
        if let Some(warning) = unfit(html) {
            warnings.push(warning);
            article.title = strip::title(html).unwrap_or(std::mem::take(&mut article.title));
            article.text = Some(strip::strip(html));
            return;
        }
        let document = Document::from(html);
        if is_deeper(&document, MAX_DEPTH) {
            warnings.push(Warning::too_deep());
            article.text = Some(strip::strip(html));
            return;
        }
        page::read(&document, html, article);
        article.text = text::main(document).or_else(|| {
            warnings.push(Warning::no_main_text());
            Some(text::visible(&Document::from(html)))
        });
    }

    /// The words without their markup are better than nothing.
    fn read_carefully(&self, source: &Source<'_>, parsed: &mut Parsed) {
        let Some(html) = source.text() else { return };
        parsed.article.title = strip::title(html).unwrap_or(std::mem::take(&mut parsed.article.title));
        parsed.article.text = Some(strip::strip(html));
    }
}

/// All the words of a page that is no article but a letter, in paragraphs.
pub(super) fn words(html: &str) -> String {
    if unfit(html).is_some() {
        return strip::strip(html);
    }
    let document = Document::from(html);
    if is_deeper(&document, MAX_DEPTH) { strip::strip(html) } else { text::rendered(&document.root()) }
}

/// Whether the text opens as a page does, after white space, comments and an XML line.
fn starts_as_page(text: &str) -> bool {
    let mut rest = text.trim_start();
    while let Some(after) = after_prologue(rest) {
        rest = after.trim_start();
    }
    let opens = |tag: &&str| rest.get(..tag.len()).is_some_and(|head| head.eq_ignore_ascii_case(tag));
    ["<!doctype html", "<html", "<head", "<body"].iter().any(opens)
}

/// What follows a comment or an XML line at the start of the text.
fn after_prologue(text: &str) -> Option<&str> {
    let (open, close) =
        [("<!--", "-->"), ("<?", ">")].into_iter().find(|(open, _)| text.starts_with(open))?;
    Some(&text[text.get(open.len()..)?.find(close)? + open.len() + close.len()..])
}

/// Why a page must not be given to a parser, if it must not.
fn unfit(html: &str) -> Option<Warning> {
    if html.len() > MAX_BYTES {
        return Some(Warning::too_large());
    }
    scan::is_deeper(html, MAX_DEPTH).then(Warning::too_deep)
}

/// Whether elements really nest deeper than `limit`, whatever the tags looked like.
fn is_deeper(document: &Document, limit: usize) -> bool {
    let mut open = vec![(document.root(), 0)];
    while let Some((node, depth)) = open.pop() {
        if depth > limit {
            return true;
        }
        open.extend(node.children_it(false).map(|child| (child, depth + 1)));
    }
    false
}
