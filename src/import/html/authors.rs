//! Who wrote a page: what its data, its markup and its byline say, weighed by how far they agree.

use dom_query::Document;

use super::json_ld::Story;
use super::meta::Meta;
use super::title::fold;
use crate::import::byline;
use crate::import::found::Basis;

const NAMES: &[&str] = &[
    "author",
    "article:author",
    "og:article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "dc.creator.author",
    "byl",
    "citation_author",
    "article:author_name",
    "cxenseparse:author",
    "twitter:creator_name",
];

/// Places whose markup says that they hold an author.
const PLACES: &[&str] = &[
    "[itemprop~=author] [itemprop~=name]",
    "[itemprop~=author]",
    "[rel~=author]",
    ".author-name",
    ".byline-name",
    ".byline__name",
    ".author__name",
    ".article-author",
    ".post-author",
    ".entry-author",
    ".byline",
    "[class*=byline i]",
    "[class*=author i]",
    "[id*=author i]",
];

/// The authors' names, and where they stand.
pub(super) fn authors(
    document: &Document,
    meta: &Meta,
    story: &Story,
    outlet: &str,
) -> Option<(Vec<String>, Basis)> {
    let people = |words: &str| byline::people(words);
    let mut said: Vec<(Vec<String>, Basis)> =
        vec![(story.authors.iter().flat_map(|words| people(words)).collect(), Basis::JsonLd)];
    said.extend(NAMES.iter().map(|name| (meta.all(name).flat_map(people).collect(), Basis::Meta)));
    said.extend(labelled(meta).map(|words| (people(words), Basis::Meta)));
    said.extend(PLACES.iter().filter_map(|place| Some((marked(document, place)?, Basis::VisibleText))));
    said.extend(by_line(document).map(|names| (names, Basis::VisibleText)));
    said.retain(|(names, _)| !names.is_empty());
    for (names, _) in &mut said {
        names.dedup_by_key(|name| fold(name));
    }
    best(said, outlet)
}

/// The answer with which most others agree, the first of them; the outlet itself only if nobody else is named.
fn best(mut said: Vec<(Vec<String>, Basis)>, outlet: &str) -> Option<(Vec<String>, Basis)> {
    let is_outlet = |names: &[String]| matches!(names, [name] if fold(name) == fold(outlet));
    let agree = |names: &[String]| {
        let shared = |other: &&(Vec<String>, Basis)| {
            other.0.iter().any(|name| names.iter().any(|own| fold(own) == fold(name)))
        };
        said.iter().filter(shared).count()
    };
    let weights: Vec<(bool, usize)> =
        said.iter().map(|(names, _)| (!is_outlet(names), agree(names))).collect();
    let most = weights.iter().max()?;
    let at = weights.iter().position(|weight| weight == most)?;
    Some(said.swap_remove(at))
}

/// What cards for social media label as the author.
fn labelled(meta: &Meta) -> Option<&str> {
    [("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")].iter().find_map(
        |(label, data)| {
            let label = meta.first(&[label])?.to_lowercase();
            ["written by", "author", "by"]
                .iter()
                .any(|word| label.starts_with(word))
                .then(|| meta.first(&[data]))?
        },
    )
}

/// The names in the first place of this kind that holds some.
fn marked(document: &Document, place: &str) -> Option<Vec<String>> {
    document.select(place).nodes().iter().take(8).find_map(|node| {
        // What stands in different elements is set apart on the page, if not in the markup.
        let texts =
            node.descendants_it().filter(dom_query::NodeRef::is_text).map(|inner| inner.text().to_string());
        let words = texts.filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join(" | ");
        let names = if words.chars().count() <= 160 { byline::people(&words) } else { Vec::new() };
        (!names.is_empty()).then_some(names)
    })
}

/// A short element that begins with "By".
fn by_line(document: &Document) -> Option<Vec<String>> {
    let nodes = document.select("p, div, span, address, h2, h3, h4, h5, h6, li, em, small, a");
    nodes.nodes().iter().take(2_000).find_map(|node| byline::line(&node.text()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(html: &str) -> Vec<String> {
        let document = Document::from(html);
        let found = authors(&document, &Meta::of(&document), &Story::default(), "Harbour Courier");
        found.map_or_else(Vec::new, |(names, _)| names)
    }

    #[test]
    fn agreement_beats_a_lone_voice() {
        let html = "<meta name=author content='Harbour Courier'><meta property=article:author content='https://example.org/ana'>\
                    <p class=byline>By Ana Ruiz, Staff Writer</p><a rel=author href=/ana>Ana Ruiz</a>";
        assert_eq!(of(html), ["Ana Ruiz"]);
    }

    #[test]
    fn the_outlet_where_nobody_else_is_named() {
        assert_eq!(of("<meta name=author content='Harbour Courier'>"), ["Harbour Courier"]);
        assert_eq!(of("<p>By the time it was over</p>"), Vec::<String>::new());
    }
}
