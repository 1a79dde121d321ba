//! When a page was published.

use dom_query::{Document, NodeRef};

use super::json_ld::Story;
use super::meta::Meta;
use crate::import::found::{Basis, Found};
use crate::import::when;

/// Names of `meta` elements that tell it.
const NAMES: &[&str] = &[
    "article:published_time",
    "article:published",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publish_date",
    "publishdate",
    "publication_date",
    "published",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "cxenseparse:recs:publishtime",
    "date",
    "article_date_original",
    "originalpublicationdate",
    "creation_date",
    "datecreated",
    "release_date",
];

/// The publication date, from the surest place that has one.
pub(super) fn published(document: &Document, meta: &Meta, story: &Story, url: &str) -> Option<Found> {
    when::machine(&story.published, Basis::JsonLd)
        .or_else(|| {
            NAMES.iter().flat_map(|name| meta.all(name)).find_map(|words| when::machine(words, Basis::Meta))
        })
        .or_else(|| meta.publish_times().find_map(|words| when::machine(words, Basis::Meta)))
        .or_else(|| marked(document))
        .or_else(|| times(document))
        .or_else(|| when::in_url(url).filter(|found| found.date.to_string().len() == 10))
        .or_else(|| visible(document))
        .or_else(|| when::in_url(url))
}

/// An element whose markup says that it holds the publication date.
fn marked(document: &Document) -> Option<Found> {
    document.select("[itemprop~=datePublished], time[pubdate]").nodes().iter().find_map(of_element)
}

/// The date of an element, from its attribute or its words.
fn of_element(node: &NodeRef<'_>) -> Option<Found> {
    let mut stated = ["datetime", "content", "title"].iter().filter_map(|name| node.attr(name));
    stated
        .find_map(|words| when::machine(&words, Basis::TimeElement))
        .or_else(|| when::find(&node.text(), Basis::TimeElement))
}

/// The first `time` element that is not about a change or another article.
fn times(document: &Document) -> Option<Found> {
    let nodes = document.select("time");
    let own = |node: &&NodeRef<'_>| !is_about_something_else(node);
    let published = |node: &&NodeRef<'_>| class_and_id(node).contains("publish");
    let found = nodes.nodes().iter().filter(own).filter(published).find_map(of_element);
    found.or_else(|| nodes.nodes().iter().filter(own).find_map(of_element))
}

fn class_and_id(node: &NodeRef<'_>) -> String {
    format!("{} {} {}", node.attr_or("class", ""), node.attr_or("id", ""), node.attr_or("itemprop", ""))
        .to_lowercase()
}

/// Whether an element, or what holds it, is about changes, comments or other articles.
fn is_about_something_else(node: &NodeRef<'_>) -> bool {
    let words =
        ["modif", "updated", "comment", "related", "sidebar", "footer", "recommend", "widget", "more-"];
    let own = class_and_id(node);
    let says_updated = node.parent().is_some_and(|parent| {
        let words = parent.text().to_lowercase();
        words.len() < 80 && words.contains("updated") && !words.contains("publish")
    });
    says_updated
        || words.iter().any(|word| own.contains(word))
        || node.ancestors(Some(6)).iter().any(|parent| {
            let name = class_and_id(parent);
            parent.has_name("aside")
                || parent.has_name("footer")
                || words[2..].iter().any(|word| name.contains(word))
        })
}

/// A short element that by its name or words is the dateline.
fn visible(document: &Document) -> Option<Found> {
    let places = "[class*=date i], [class*=publish i], [class*=posted i], [class*=time i], [class*=byline i], \
                  [class*=meta i], [id*=date i], [id*=publish i], [class*=author i], [class*=info i]";
    let nodes = document.select(places);
    let dated = |node: &NodeRef<'_>| {
        let text = node.text();
        let words = text.trim();
        (words.chars().count() <= 160
            && !words.to_lowercase().starts_with("updated")
            && !words.starts_with('©'))
        .then(|| when::find(words, Basis::VisibleText))
        .flatten()
    };
    let own = |node: &&NodeRef<'_>| !is_about_something_else(node);
    nodes.nodes().iter().filter(own).find_map(dated).or_else(|| {
        let blocks = document.select("p, div, span, li, em, small, h2, h3, h4, h5, h6");
        blocks.nodes().iter().filter(own).take(1_500).find_map(|node| {
            let text = node.text();
            let words = text.trim();
            let lower = words.to_lowercase();
            let says = ["publish", "posted", "date:"].iter().any(|word| lower.starts_with(word));
            let found =
                (words.chars().count() <= 120).then(|| when::find(words, Basis::VisibleText)).flatten()?;
            (says || words.chars().count() <= found.words.chars().count() + 20).then_some(found)
        })
    })
}
