//! Books built here, read whole.

use crate::import::pack::tests::zipped;
use crate::import::{Ask, Basis, Parsed, read};

const CONTAINER: &[u8] =
    b"<container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>";
const PACKAGE: &[u8] = "<package xmlns:dc='d' xmlns:opf='o'><metadata><dc:title>The Bridge\n Papers</dc:title><dc:title>Short</dc:title>\
    <dc:creator opf:role='aut'>Ana Ruiz</dc:creator><dc:creator opf:role='edt'>Tom Weller</dc:creator>\
    <dc:publisher>Harbour Press</dc:publisher><dc:language>en-GB</dc:language>\
    <dc:date opf:event='modification'>2020-01-01</dc:date><dc:date>2011-09-07</dc:date></metadata>\
    <manifest><item id='nav' href='nav.xhtml' properties='nav'/><item id='b' href='text/two%20b.xhtml'/><item id='a' href='text/one.xhtml'/></manifest>\
    <spine><itemref idref='nav'/><itemref idref='a'/><itemref idref='b'/><itemref idref='a'/></spine></package>"
    .as_bytes();
const ONE: &str = "<?xml version='1.0'?><!DOCTYPE html><html><head><title/></head><body><h1>One</h1>\n<p>“No&nbsp;sage\n advice,” <i>she</i> said<br/> teh.<a id='x'/></p>\
    <span epub:type='pagebreak' title='12'>12</span><ul><li><p>a</p></li><li>b</li></ul><ol start='3'><li>c</li></ol>\
    <figure><img/><figcaption>The bridge</figcaption></figure><aside epub:type='footnote'>A note</aside></body></html>";
const TWO: &str = "<html><body><p>Two <span role='doc-pagebreak' aria-label='13'/>more</p><table><tr><td>x</td><td>y</td></tr></table><pre> k\n  v</pre></body></html>";

/// The parts of a book.
pub(in crate::import) fn parts() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("mimetype", b"application/epub+zip".to_vec()),
        ("META-INF/container.xml", CONTAINER.into()),
        ("OEBPS/book.opf", PACKAGE.into()),
        ("OEBPS/text/two b.xhtml", TWO.into()),
        ("OEBPS/text/one.xhtml", ONE.into()),
    ]
}

fn book(one: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let mut files: Vec<(&str, &[u8])> = vec![
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", CONTAINER),
        ("OEBPS/book.opf", PACKAGE),
        ("OEBPS/nav.xhtml", b"<html><body><p>Contents</p></body></html>"),
        ("OEBPS/text/two b.xhtml", TWO.as_bytes()),
        ("OEBPS/text/one.xhtml", one.as_bytes()),
    ];
    files.extend(more);
    zipped(&files)
}

fn read_book(one: &str, more: &[(&str, &[u8])]) -> Parsed {
    read(&book(one, more), "a book.epub", &Ask::default())
}

#[test]
fn chapters_in_reading_order() {
    let parsed = read_book(ONE, &[]);
    assert_eq!(parsed.warnings, []);
    let article = parsed.article;
    assert_eq!(
        article.text.as_deref(),
        Some(
            "One\n\n“No\u{a0}sage advice,” she said\nteh.\n\n• a\n• b\n3. c\n\nA note\n\nTwo more\n\nx\ty\n\n k\n  v"
        )
    );
    assert_eq!(article.captions, ["The bridge"]);
    let pages: Vec<(usize, String)> = article.pages.into_iter().map(|page| (page.at, page.label)).collect();
    assert_eq!(pages, [(38, "12".to_owned()), (64, "13".to_owned())]);
}

#[test]
fn what_a_book_says_about_itself() {
    let article = read_book(ONE, &[]).article;
    assert_eq!((article.title.as_str(), article.bases.title), ("The Bridge Papers", Some(Basis::Properties)));
    assert_eq!((article.byline, article.outlet.as_str()), (vec!["Ana Ruiz".to_owned()], "Harbour Press"));
    let published = article.published.expect("a date");
    assert_eq!((published.date.to_string().as_str(), published.basis), ("2011-09-07", Basis::Properties));
    assert_eq!((article.language.as_str(), article.importer.as_str()), ("en-GB", "epub"));
}

#[test]
fn a_book_that_is_locked_says_so() {
    let cipher = |path: &str| {
        format!("<encryption><EncryptedData><CipherReference URI='{path}'/></EncryptedData></encryption>")
    };
    let parsed = read_book(ONE, &[("META-INF/encryption.xml", cipher("OEBPS/text/one.xhtml").as_bytes())]);
    assert_eq!(parsed.warnings[0].code, "locked");
    assert_eq!(parsed.article.text.as_deref(), Some("Two more\n\nx\ty\n\n k\n  v"));
    let font = read_book(ONE, &[("META-INF/encryption.xml", cipher("OEBPS/font.otf").as_bytes())]);
    assert_eq!(font.warnings, []);
}

#[test]
fn chapters_that_are_not_well_formed_keep_their_words() {
    let parsed = read_book("<html><body><p>One <b>two</p><p>three & four</b></p><p>five", &[]);
    let text = parsed.article.text.expect("a text");
    assert!(text.starts_with("One two\n\nthree & four\n\nfive\n\nTwo more"), "{text}");
}
