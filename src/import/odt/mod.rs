//! OpenDocument texts (ODT): the words as they are shown, with tracked changes as if all were accepted.

mod body;
mod lists;

use super::flow::{self, Written};
use super::pack::Pack;
use super::properties::{self, Properties};
use super::sniff::Source;
use super::warning::Warning;
use super::xml::{self, End, Piece, Xml};
use super::{Importer, Parsed, language};
use body::Body;
use lists::OUTLINE;

/// Reads OpenDocument texts.
pub(super) struct Odt;

impl Importer for Odt {
    fn name(&self) -> &'static str {
        "odt"
    }

    fn version(&self) -> u32 {
        1
    }

    fn takes(&self, source: &Source<'_>) -> bool {
        source.kind() == Some("odt")
    }

    fn read(&self, source: &Source<'_>, parsed: &mut Parsed) {
        let Parsed { article, warnings, .. } = parsed;
        let Some(mut pack) = Pack::open(source.bytes) else {
            warnings.push(Warning::unreadable());
            return;
        };
        let searched = pack.searched;
        let mut part = |name: &str| pack.part(name).map(|(bytes, trouble)| (xml::decoded(&bytes), trouble));
        let manifest = part("META-INF/manifest.xml").map(|(text, _)| text).unwrap_or_default();
        if Xml::new(&manifest).any(|piece| matches!(piece, Piece::Open(tag) if tag.name == "encryption-data"))
        {
            warnings.push(Warning::locked());
            return;
        }
        let Some((content, trouble)) = part("content.xml") else {
            warnings.push(Warning::unreadable());
            return;
        };
        let mut body = Body::default();
        let mut about = part("meta.xml").map(|(text, _)| About::read(&text)).unwrap_or_default();
        if let Some((text, _)) = part("styles.xml") {
            about.language = about.language.or(styles(&mut Xml::new(&text), &mut body));
        }
        let mut xml = Xml::new(&content);
        let mut end = if trouble.is_some() || searched { End::Broken } else { End::Whole };
        styles(&mut xml, &mut body);
        let mut flow = body.read(&mut xml);
        end = end.max(xml.end());
        for (mark, note) in std::mem::take(&mut body.notes) {
            flow.append_note(&mark, note);
        }
        let written = flow.finish();

        let opening = properties::opening(&written.text);
        properties::settle(article, &about.properties, body.title.take(), body.heading.take(), &opening);
        language::settle(article, about.language.as_deref(), &written.text);
        article.pages = pages(&written, about.pages);
        warnings.extend(body.changed.then(Warning::tracked_changes));
        warnings.extend((body.comments > 0).then(|| Warning::comments(body.comments)));
        warnings.extend(Warning::of_end(end));
        warnings.extend(written.text.is_empty().then(Warning::no_words));
        article.text = Some(written.text);
    }
}

/// Where pages began when the document was last laid out, if it says so of all its pages.
fn pages(written: &Written, count: Option<usize>) -> Vec<crate::domain::record::Page> {
    let known = !written.pages.is_empty() && count == Some(written.pages.len() + 1);
    if known { flow::pages(&written.pages, 1) } else { Vec::new() }
}

/// Reads styles up to where the text begins, and gives the language of paragraphs that name none.
fn styles(xml: &mut Xml<'_>, body: &mut Body) -> Option<String> {
    let mut language = None;
    let mut list = String::new();
    let mut default = false;
    while let Some(piece) = xml.next() {
        let Piece::Open(tag) = piece else { continue };
        match tag.name.as_str() {
            "text" if xml.open(1) == "body" => break,
            "style" => {
                if let (Some(name), Some(parent)) = (tag.get("name"), tag.get("parent-style-name")) {
                    body.follows.insert(name.to_owned(), parent.to_owned());
                }
                default = false;
            }
            "default-style" => default = tag.get("family") == Some("paragraph"),
            "text-properties" if default && language.is_none() => {
                let country = tag.get("country").unwrap_or_default();
                language = tag.get("language").map(|language| format!("{language}-{country}"));
            }
            "list-style" => tag.get("name").unwrap_or_default().clone_into(&mut list),
            "outline-style" => OUTLINE.clone_into(&mut list),
            _ => body.lists.note(&list, &tag),
        }
    }
    language
}

/// What `meta.xml` says.
#[derive(Default)]
struct About {
    properties: Properties,
    language: Option<String>,
    pages: Option<usize>,
}

impl About {
    fn read(text: &str) -> Self {
        let mut about = Self::default();
        let mut xml = Xml::new(text);
        while let Some(piece) = xml.next() {
            let Piece::Open(tag) = piece else { continue };
            match tag.name.as_str() {
                "title" => about.properties.title = xml.words(),
                "initial-creator" => about.properties.author = xml.words(),
                "language" => about.language = Some(xml.words()),
                "document-statistic" => {
                    about.pages = tag.get("page-count").and_then(|count| count.parse().ok());
                }
                _ => {}
            }
        }
        about
    }
}

#[cfg(test)]
pub(super) mod tests;
