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

/// What dates are looked for in.
pub(super) struct Page<'a> {
    pub(super) document: &'a Document,
    /// The page as it is written.
    pub(super) html: &'a str,
    pub(super) meta: &'a Meta,
    pub(super) story: &'a Story,
    pub(super) url: &'a str,
    /// When it was saved, if that is noted in it.
    pub(super) saved: Option<&'a Found>,
}

/// The publication date, from the surest place that has one. Where only a change is dated, it was published on that
/// day or before.
pub(super) fn published(page: &Page<'_>) -> Option<Found> {
    let Page { document, meta, story, url, .. } = page;
    let sure = |found: &Found| page.could_be(found);
    let found = when::machine(&story.published, Basis::JsonLd)
        .filter(sure)
        .or_else(|| meta_dates(meta).find(sure))
        .or_else(|| in_scripts(page.html).filter(sure))
        .or_else(|| marked(document).filter(sure))
        .or_else(|| in_words(document).filter(sure))
        .or_else(|| times(document).filter(sure))
        .or_else(|| when::in_url(url).filter(is_day).filter(sure))
        .or_else(|| visible(document).filter(sure))
        .or_else(|| when::in_url(url).filter(sure))
        .or_else(|| changed(page).filter(sure));
    found.map(|found| as_the_address_has_it(found, url))
}

impl Page<'_> {
    /// Whether a page can have been published then: not after it was saved, and not on the day computers count from,
    /// which stands for no date.
    fn could_be(&self, found: &Found) -> bool {
        let day = found.date.to_string();
        let saved = self.saved.map(|saved| saved.date.to_string()).filter(|saved| saved.len() == 10);
        day != "1970-01-01" && saved.is_none_or(|saved| day.len() != 10 || day <= saved)
    }
}

fn is_day(found: &Found) -> bool {
    found.date.to_string().len() == 10
}

/// Machines write the day of Greenwich, addresses the day at the paper.
fn as_the_address_has_it(found: Found, url: &str) -> Found {
    if !matches!(found.basis, Basis::JsonLd | Basis::Meta | Basis::TimeElement) {
        return found;
    }
    let Some(address) = when::in_url(url).filter(is_day) else { return found };
    let day = |found: &Found| found.date.to_string().parse::<jiff::civil::Date>().ok();
    let apart =
        day(&found).zip(day(&address)).map(|(a, b)| a.since(b).map_or(0, |span| span.get_days().abs()));
    if apart == Some(1) { address } else { found }
}

fn meta_dates(meta: &Meta) -> impl Iterator<Item = Found> {
    let named = NAMES.iter().flat_map(|name| meta.all(name));
    named.chain(meta.publish_times()).filter_map(|words| when::machine(words, Basis::Meta))
}

/// The date in data that is no JSON-LD by itself, or broken: what scripts carry along to build the page.
fn in_scripts(html: &str) -> Option<Found> {
    ["datePublished", "published_at", "publishedAt", "publish_date", "publishDate", "date_published"]
        .iter()
        .find_map(|key| {
            html.match_indices(key).take(20).find_map(|(at, _)| {
                let rest = html.get(at + key.len()..)?;
                let value = rest.trim_start_matches(['\\', '"', ':', ' ', '\'']);
                // Only where a colon stood between the two.
                let mark = &rest[..rest.len() - value.len()];
                let end = value.find(['"', '\\', '\'', ',', '<'])?;
                mark.contains(':').then(|| when::machine(value.get(..end.min(40))?, Basis::JsonLd)).flatten()
            })
        })
}

/// A sentence that says when: "This article was originally published on 26 Sep 2019".
fn in_words(document: &Document) -> Option<Found> {
    let nodes = document.select("p, div, span, small, em, time, li, strong, footer");
    let says = [
        "originally published",
        "first published",
        "published on",
        "published:",
        "posted on",
        "date published",
    ];
    let own = |node: &&NodeRef<'_>| !is_about_something_else(node);
    nodes.nodes().iter().filter(own).find_map(|node| {
        let text = node.text();
        let words = text.trim();
        if words.len() > 200 {
            return None;
        }
        // Letters that change their length in lower case could shift places; such a word is then not found.
        let lower = words.to_lowercase();
        let at = says.iter().find_map(|says| lower.find(says).map(|at| at + says.len()))?;
        let rest = words.get(at..)?;
        when::at_start(
            rest.trim_start_matches(|c: char| !c.is_alphanumeric()).trim_start_matches("on "),
            Basis::VisibleText,
        )
    })
}

/// The date of a change, where the page tells no other: published by then.
fn changed(page: &Page<'_>) -> Option<Found> {
    let names = [
        "article:modified_time",
        "og:updated_time",
        "last-modified",
        "lastmod",
        "updated",
        "dcterms.modified",
    ];
    let stated = when::machine(&page.story.modified, Basis::JsonLd).or_else(|| {
        names.iter().flat_map(|name| page.meta.all(name)).find_map(|words| when::machine(words, Basis::Meta))
    });
    let found = stated.or_else(|| {
        let nodes = page.document.select("time, p, span, div, li, small, em");
        nodes.nodes().iter().find_map(|node| {
            let text = node.text();
            let words = text.trim();
            let lower = words.to_lowercase();
            let says = ["updated", "last updated", "last modified", "modified", "last reviewed"];
            let fits = words.len() < 100 && says.iter().any(|says| lower.starts_with(says));
            fits.then(|| when::find(words, Basis::VisibleText)).flatten()
        })
    })?;
    let date = format!("../{}", found.date).parse().ok()?;
    Some(Found { date, ..found })
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
    let nodes = near_heading(document, "time");
    let own = |node: &&NodeRef<'_>| !is_about_something_else(node);
    let published = |node: &&NodeRef<'_>| class_and_id(node).contains("publish");
    let found = nodes.iter().filter(own).filter(published).find_map(of_element);
    found.or_else(|| nodes.iter().filter(own).find_map(of_element))
}

/// The elements of a selection, those nearest to the headline first.
fn near_heading<'d>(document: &'d Document, selector: &str) -> Vec<NodeRef<'d>> {
    let both = document.select(&format!("h1, {selector}"));
    let nodes = both.nodes();
    let heading =
        nodes.iter().position(|node| node.has_name("h1") && !is_about_something_else(node)).unwrap_or(0);
    let mut found: Vec<(usize, &NodeRef<'d>)> =
        nodes.iter().enumerate().filter(|(_, node)| !node.has_name("h1")).collect();
    // At the same distance, what stands below goes first.
    found.sort_by_key(|(at, _)| (at.abs_diff(heading), *at < heading));
    found.into_iter().map(|(_, node)| *node).collect()
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
            let plain = ["body", "article", "main"].iter().any(|name| parent.has_name(name));
            parent.has_name("footer") && !node.ancestors(None).iter().any(|outer| outer.has_name("article"))
                || !plain && words[2..].iter().any(|word| name.contains(word))
        })
}

/// A short element that by its name or words is the dateline.
fn visible(document: &Document) -> Option<Found> {
    let places = "[class*=date i], [class*=publish i], [class*=posted i], [class*=time i], [class*=byline i], \
                  [class*=meta i], [id*=date i], [id*=publish i], [class*=author i], [class*=info i]";
    let nodes = near_heading(document, places);
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
    nodes.iter().filter(own).find_map(dated).or_else(|| {
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
