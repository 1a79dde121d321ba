//! What a page says about its article.

use dom_query::Document;
use url::Url;

use super::json_ld::{self, Story};
use super::meta::Meta;
use super::saved::Saved;
use super::{authors, dates, title};
use crate::domain::kind::ArticleKind;
use crate::import::found::{Basis, Imported};

/// Fills in everything but the text.
pub(super) fn read(document: &Document, html: &str, saved: &Saved, article: &mut Imported) {
    let meta = Meta::of(document);
    let story = json_ld::story(document);
    let bases = &mut article.bases;
    (article.url, bases.url) = known(address(document, &meta, &story, saved.url.as_deref()));
    let host = Url::parse(&article.url)
        .ok()
        .and_then(|url| url.host_str().map(ToOwned::to_owned))
        .unwrap_or_default();
    (article.outlet, bases.outlet) = known(outlet(&meta, &story, &host));
    (article.language, bases.language) = known(language(document, &meta, &story));
    article.kind = kind(&story);
    if let Some((title, basis)) = title_of(document, &meta, &story, &article.outlet, &host) {
        article.title = title;
        bases.title = Some(basis);
    }
    if let Some((names, basis)) = authors::authors(document, &meta, &story, &article.outlet) {
        article.byline = names;
        bases.byline = Some(basis);
    }
    let dated = dates::Page {
        document,
        html,
        meta: &meta,
        story: &story,
        url: &article.url,
        saved: saved.on.as_ref(),
    };
    article.published = dates::published(&dated).or(article.published.take());
    article.received.clone_from(&saved.on);
}

/// What was found and where; empty if nothing was.
fn known(found: Option<(String, Basis)>) -> (String, Option<Basis>) {
    found.map_or_else(Default::default, |(words, basis)| (words, Some(basis)))
}

/// The canonical address, else the one the page was saved from.
fn address(document: &Document, meta: &Meta, story: &Story, saved: Option<&str>) -> Option<(String, Basis)> {
    let canonical = document.select("link[rel~=canonical]").attr("href").map(|href| href.to_string());
    let said = [
        (canonical.as_deref(), Basis::Meta),
        (meta.first(&["og:url"]), Basis::Meta),
        (saved, Basis::SaveNote),
        (Some(story.url.as_str()), Basis::JsonLd),
        (meta.first(&["twitter:url"]), Basis::Meta),
    ];
    let whole =
        |text: &str| Url::parse(text.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
    said.into_iter().find_map(|(text, basis)| Some((whole(text?)?.into(), basis)))
}

fn outlet(meta: &Meta, story: &Story, host: &str) -> Option<(String, Basis)> {
    let others = ["application-name", "citation_journal_title", "dc.publisher", "al:android:app_name"];
    let said = [
        (meta.first(&["og:site_name"]), Basis::Meta),
        (Some(story.publisher.as_str()), Basis::JsonLd),
        (meta.first(&others), Basis::Meta),
        (Some(host.trim_start_matches("www.")), Basis::Url),
    ];
    said.into_iter().find_map(|(name, basis)| Some((name.filter(|name| !name.is_empty())?.to_owned(), basis)))
}

fn language(document: &Document, meta: &Meta, story: &Story) -> Option<(String, Basis)> {
    let stated = document.select("html").attr("lang").map(|lang| lang.to_string());
    let said = [
        (stated.as_deref(), Basis::Meta),
        (meta.first(&["content-language", "language", "dc.language", "og:locale"]), Basis::Meta),
        (Some(story.language.as_str()), Basis::JsonLd),
    ];
    let tag = |words: &str| {
        let tag = words.split([',', ';']).next().unwrap_or_default().trim().replace('_', "-");
        (tag.len() >= 2 && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')).then_some(tag)
    };
    said.into_iter().find_map(|(words, basis)| Some((tag(words?)?, basis)))
}

fn kind(story: &Story) -> ArticleKind {
    match story.kind.as_str() {
        "opinionnewsarticle" => ArticleKind::Opinion,
        "report" | "scholarlyarticle" => ArticleKind::Report,
        "blogposting" | "socialmediaposting" | "discussionforumposting" => ArticleKind::Post,
        _ => ArticleKind::News,
    }
}

fn title_of(
    document: &Document,
    meta: &Meta,
    story: &Story,
    outlet: &str,
    host: &str,
) -> Option<(String, Basis)> {
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
    let title = title::headline(&named, heading.map(String::as_str), outlet, host);
    let basis = if heading == Some(&title) {
        Basis::VisibleText
    } else if story.headline.is_empty() {
        Basis::Meta
    } else {
        Basis::JsonLd
    };
    (!title.is_empty()).then_some((title, basis))
}
