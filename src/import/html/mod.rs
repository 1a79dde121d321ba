//! Saved web pages: the article's words and what the page says about it.

mod authors;
mod dates;
mod frame;
mod json_ld;
mod meta;
mod outline;
mod page;
mod saved;
mod scan;
mod slim;
pub(super) mod strip;
mod text;
mod title;

use dom_query::Document;

pub(super) use saved::Saved;

use super::found::Basis;
use super::sniff::Source;
use super::warning::Warning;
use super::{Importer, Parsed, language};

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
        2
    }

    fn takes(&self, source: &Source<'_>) -> bool {
        source.text().is_some_and(|text| {
            let named = source.has_ending(&["html", "htm", "xhtml", "shtml"]);
            starts_as_page(text) || named && scan::tags(text).next().is_some()
        })
    }

    fn read(&self, source: &Source<'_>, parsed: &mut Parsed) {
        if let Some(html) = source.text() {
            read(html, &Saved::of(html), parsed);
        }
    }

    /// All words a reader sees: what was copied has no furniture.
    fn read_whole(&self, source: &Source<'_>, parsed: &mut Parsed) {
        let Some(html) = source.text() else { return };
        self.read(source, parsed);
        parsed.warnings.retain(|warning| warning.code != Warning::no_main_text().code);
        parsed.article.text = Some(words(html));
        parsed.article.captions = Vec::new();
    }

    fn read_carefully(&self, source: &Source<'_>, parsed: &mut Parsed) {
        if let Some(html) = source.text() {
            read_carefully(html, parsed);
        }
    }
}

/// All the words of a page that is no article but a letter, in paragraphs.
pub(super) fn words(html: &str) -> String {
    if unfit(html).is_some() {
        return strip::strip(html);
    }
    let document = Document::from(html);
    if is_deeper(&document, MAX_DEPTH) { strip::strip(html) } else { text::whole(&document) }
}

/// Reads a page into `parsed`; `saved` is what is known of how it was saved.
pub(super) fn read(html: &str, saved: &Saved, parsed: &mut Parsed) {
    let html = &*slim::slim(html);
    if let Some(warning) = unfit(html) {
        parsed.warnings.push(warning);
        read_carefully(html, parsed);
        return;
    }
    let document = Document::from(html);
    if is_deeper(&document, MAX_DEPTH) {
        parsed.warnings.push(Warning::too_deep());
        read_carefully(html, parsed);
        return;
    }
    let Parsed { article, warnings, .. } = parsed;
    page::read(&document, html, saved, article);
    let body = text::body(document, &article.title);
    if !body.found {
        warnings.push(Warning::no_main_text());
    }
    if article.language.is_empty()
        && let Some(language) = language::of_words(&body.text)
    {
        language.clone_into(&mut article.language);
        article.bases.language = Some(Basis::Words);
    }
    article.text = Some(body.text);
    article.captions = body.captions;
}

/// The words without their markup are better than nothing.
pub(super) fn read_carefully(html: &str, parsed: &mut Parsed) {
    if let Some(title) = strip::title(html) {
        parsed.article.title = title;
        parsed.article.bases.title = Some(Basis::Meta);
    }
    parsed.article.text = Some(strip::strip(html));
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

#[cfg(test)]
mod tests;
