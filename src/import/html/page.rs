//! What a page says about its article.

use dom_query::Document;
use url::Url;

use super::json_ld::{self, Story};
use super::meta::Meta;
use super::saved::Saved;
use super::{authors, dates, title};
use crate::domain::kind::ArticleKind;
use crate::import::found::Imported;

/// Fills in everything but the text.
pub(super) fn read(document: &Document, html: &str, saved: &Saved, article: &mut Imported) {
    let meta = Meta::of(document);
    let story = json_ld::story(document);
    article.url = address(document, &meta, &story, saved.url.as_deref());
    let host = Url::parse(&article.url)
        .ok()
        .and_then(|url| url.host_str().map(ToOwned::to_owned))
        .unwrap_or_default();
    article.outlet = outlet(&meta, &story, &host);
    article.language = language(document, &meta, &story);
    article.kind = kind(&story);
    let found = title_of(document, &meta, &story, &article.outlet, &host);
    if !found.is_empty() {
        article.title = found;
    }
    article.byline = authors::authors(document, &meta, &story, &article.outlet);
    let dated = dates::Page { document, html, meta: &meta, story: &story, url: &article.url, saved: saved.on.as_ref() };
    article.published = dates::published(&dated).or(article.published.take());
    article.received = saved.on.clone();
}

/// The canonical address, else the one the page was saved from.
fn address(document: &Document, meta: &Meta, story: &Story, saved: Option<&str>) -> String {
    let canonical = document.select("link[rel~=canonical]").attr("href").map(|href| href.to_string());
    let others = [meta.first(&["og:url"]), saved, Some(story.url.as_str()), meta.first(&["twitter:url"])];
    let whole =
        |text: &str| Url::parse(text.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
    let found = canonical.as_deref().into_iter().chain(others.into_iter().flatten()).find_map(whole);
    found.map_or_else(String::new, Into::into)
}

fn outlet(meta: &Meta, story: &Story, host: &str) -> String {
    let names =
        ["og:site_name", "application-name", "citation_journal_title", "dc.publisher", "al:android:app_name"];
    let named = meta.first(&names[..1]).or(Some(story.publisher.as_str()).filter(|name| !name.is_empty()));
    let named = named.or_else(|| meta.first(&names[1..])).unwrap_or_else(|| host.trim_start_matches("www."));
    named.to_owned()
}

fn language(document: &Document, meta: &Meta, story: &Story) -> String {
    let stated = document
        .select("html")
        .attr("lang")
        .map(|lang| lang.trim().to_owned())
        .filter(|lang| !lang.is_empty());
    let language = stated
        .or_else(|| {
            meta.first(&["content-language", "language", "dc.language", "og:locale"]).map(ToOwned::to_owned)
        })
        .unwrap_or_else(|| story.language.clone());
    let language = language.split([',', ';']).next().unwrap_or_default().trim().replace('_', "-");
    let is_tag = language.len() >= 2 && language.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if is_tag { language } else { String::new() }
}

fn kind(story: &Story) -> ArticleKind {
    match story.kind.as_str() {
        "opinionnewsarticle" => ArticleKind::Opinion,
        "report" | "scholarlyarticle" => ArticleKind::Report,
        "blogposting" | "socialmediaposting" | "discussionforumposting" => ArticleKind::Post,
        _ => ArticleKind::News,
    }
}

fn title_of(document: &Document, meta: &Meta, story: &Story, outlet: &str, host: &str) -> String {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let headings = document.select("h1");
    let headings: Vec<String> =
        headings.nodes().iter().map(|node| words(&node.text())).filter(|text| !text.is_empty()).collect();
    let element = document.select("head title").nodes().first().map(|node| words(&node.text()));
    let stated = [
        "og:title",
        "citation_title",
        "dc.title",
        "parsely-title",
        "sailthru.title",
        "twitter:title",
        "title",
    ];
    let named: Vec<String> = [story.headline.as_str()]
        .into_iter()
        .chain(stated.iter().filter_map(|name| meta.first(&[name])))
        .map(words)
        .chain(element)
        .filter(|text| !text.is_empty())
        .collect();
    // Of several headings, the one some of these repeat.
    let repeated = |heading: &&String| {
        named
            .iter()
            .any(|name| title::fold(name).contains(&title::fold(heading)) && heading.chars().count() > 12)
    };
    let heading =
        headings.iter().find(repeated).or(if headings.len() == 1 { headings.first() } else { None });
    title::headline(&named, heading.map(String::as_str), outlet, host)
}
