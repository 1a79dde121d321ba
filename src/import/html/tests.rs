//! Whole pages read.

use super::*;
use crate::import::{Ask, Imported};

fn read(page: &str) -> Imported {
    crate::import::read(page.as_bytes(), "page.html", &Ask::default()).article
}

/// An article's paragraphs, long enough to be taken for one.
fn paragraphs(n: usize) -> String {
    let words = "The harbour master said on Thursday that the bridge would stay shut until every cable had been \
                 looked at twice, and that nobody could say how long this would take.";
    (1..=n).map(|i| format!("<p>{i}. {words}</p>")).collect::<Vec<_>>().concat()
}

fn published(page: &str) -> Option<(String, Basis)> {
    read(page).published.map(|found| (found.date.to_string(), found.basis))
}

#[test]
fn what_frames_an_article_is_not_its_text() {
    let page = format!(
        "<html><head><title>Bridge stays shut | Courier</title></head><body>\
         <nav><ul><li><a href=/>Home</a></li></ul></nav>\
         <header><p>Courier, the paper of the harbour since 1890</p></header>\
         <article><h1>Bridge stays shut</h1>\
         <div class='social-share'><span>Tell your friends about it</span></div>{}\
         <div class=newsletter-box><p>Get the harbour news every morning in your letterbox.</p></div>\
         <p>Advertisement</p><h2>What comes next</h2>{}\
         <div class='related-links'><p><a href=/b>Ferry runs all night, says its captain</a></p></div></article>\
         <div id=cookie-notice><p>We use cookies to make this paper better for you.</p></div>\
         <footer><p>All rights reserved by the Courier</p></footer></body></html>",
        paragraphs(3),
        paragraphs(3)
    );
    let article = read(&page);
    let text = article.text.expect("a text");
    let blocks: Vec<&str> = text.split("\n\n").collect();
    assert_eq!(blocks.len(), 7, "{text}");
    assert!(blocks[0].starts_with("1. The harbour master"));
    assert_eq!(blocks[3], "What comes next");
    assert_eq!(
        (article.title.as_str(), article.bases.title),
        ("Bridge stays shut", Some(Basis::VisibleText))
    );
}

#[test]
fn captions_stand_apart() {
    let page = format!(
        "<body><article><h1>Bridge</h1><figure><img src=a.jpg><figcaption>The bridge in 1890. \
         Photo: Ana Ruiz</figcaption></figure>{}</article></body>",
        paragraphs(4)
    );
    let article = read(&page);
    assert_eq!(article.captions, ["The bridge in 1890. Photo: Ana Ruiz"]);
    assert!(!article.text.expect("a text").contains("1890"));
}

#[test]
fn words_stay_as_they_are() {
    let page = format!(
        "<body><article>{}<blockquote><p>“We  dont\u{a0}know,” she said –\n<em>twice</em>.</p></blockquote>\
         <ul><li>cable</li><li>tower</li></ul>first<br>second<br><br>third{}</article></body>",
        paragraphs(3),
        paragraphs(3)
    );
    let text = read(&page).text.expect("a text");
    let middle =
        "“We dont\u{a0}know,” she said – twice.\n\n• cable\n• tower\n\nfirst\nsecond\n\nthird\n\n1. The";
    assert!(text.contains(middle), "{text}");
}

#[test]
fn a_page_of_nothing_but_boxes_keeps_its_words() {
    let text = read("<body><div class=share><p>Only these words.</p></div></body>").text;
    assert_eq!(text.as_deref(), Some("Only these words."));
}

#[test]
fn the_language_is_named_by_the_page_or_told_by_its_words() {
    let named = read(&format!("<html lang=en-GB><body>{}</body></html>", paragraphs(3)));
    assert_eq!((named.language.as_str(), named.bases.language), ("en-GB", Some(Basis::Meta)));
    let told = read(&format!("<html><body>{}</body></html>", paragraphs(3)));
    assert_eq!((told.language.as_str(), told.bases.language), ("en", Some(Basis::Words)));
    let short = read("<html><body><p>Yes.</p></body></html>");
    assert_eq!((short.language.as_str(), short.bases.language), ("", None));
}

#[test]
fn published_goes_before_updated() {
    let both = "<h1>Bridge</h1><p class=date>Updated 9 September 2011</p>\
                <p>This article was originally published on 7 September 2011 at 4pm.</p>";
    assert_eq!(published(both), Some(("2011-09-07".to_owned(), Basis::VisibleText)));
    let meta = "<meta property='article:modified_time' content='2011-09-09'>\
                <meta property='article:published_time' content='2011-09-07'>";
    assert_eq!(published(meta), Some(("2011-09-07".to_owned(), Basis::Meta)));
}

#[test]
fn a_page_dated_by_its_last_change_was_published_by_then() {
    let page = "<h1>Bridge</h1><p>Last updated: 9 September 2011</p>";
    assert_eq!(published(page), Some(("../2011-09-09".to_owned(), Basis::VisibleText)));
}

#[test]
fn the_address_has_the_day_at_the_paper() {
    let page = "<link rel=canonical href='https://example.org/2011/09/07/bridge'>\
                <meta property='article:published_time' content='2011-09-08T02:10:00+00:00'>";
    assert_eq!(published(page), Some(("2011-09-07".to_owned(), Basis::Url)));
}

#[test]
fn dates_in_the_data_a_page_is_built_from() {
    let page =
        r#"<body><script>window.x = {"post":{"datePublished":"2011-09-07T08:00:00Z"}}</script></body>"#;
    assert_eq!(published(page), Some(("2011-09-07".to_owned(), Basis::JsonLd)));
    assert_eq!(published("<meta name=date content='1970-01-01T00:00:00Z'>"), None);
}

#[test]
fn nothing_is_published_after_it_was_saved() {
    let saved = "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://example.org/bridge \n \
                 saved date: Wed Sep 07 2011 10:00:00 GMT+0200\n-->";
    let page = format!(
        "{saved}<meta name=date content=2031-01-01><h1>Bridge</h1><p class=date>6 September 2011</p>"
    );
    let article = read(&page);
    assert_eq!(article.published.map(|found| found.date.to_string()).as_deref(), Some("2011-09-06"));
    assert_eq!(article.received.map(|found| found.date.to_string()).as_deref(), Some("2011-09-07"));
    assert_eq!(
        (article.url.as_str(), article.bases.url),
        ("https://example.org/bridge", Some(Basis::SaveNote))
    );
}

#[test]
fn the_heading_nearest_date_is_the_articles() {
    let page = "<div><span class=date>1 January 2010</span><a href=/x>Ferry</a></div><div></div>\
                <div><span class=date>2 January 2010</span><a href=/y>Tunnel</a></div>\
                <h1>Bridge</h1><span class=date>7 September 2011</span><p>Words.</p>";
    assert_eq!(published(page).map(|found| found.0).as_deref(), Some("2011-09-07"));
}

#[test]
fn a_page_full_of_pictures_is_read() {
    let picture = "iVBORw0KGgo+/".repeat(3_000_000);
    let page = format!("<body><img src='data:image/png;base64,{picture}'>{}</body>", paragraphs(3));
    let parsed = crate::import::read(page.as_bytes(), "a.html", &Ask::default());
    assert!(parsed.article.text.expect("a text").starts_with("1. The harbour master"));
    assert_eq!(parsed.warnings, []);
}
