//! Documents built here, read whole.

use crate::import::pack::tests::zipped;
use crate::import::{Ask, Basis, Parsed, read};

const STYLES: &str = r#"<office:document-styles><office:styles>
<style:default-style style:family="paragraph"><style:text-properties fo:language="en" fo:country="GB"/></style:default-style>
<style:style style:name="Title" style:family="paragraph"/>
<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/></text:outline-style>
<text:list-style style:name="Dots"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/></text:list-style>
</office:styles></office:document-styles>"#;
const AUTOMATIC: &str = r#"<office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="2"/></text:list-style>
</office:automatic-styles>"#;

/// The parts of a document with something of everything.
pub(in crate::import) fn parts() -> Vec<(&'static str, Vec<u8>)> {
    let body = "<text:h>Facts</text:h><text:list text:style-name='L1'><text:list-item><text:p>“one”</text:p></text:list-item></text:list>\
        <text:p>a<text:s text:c='3'/>b<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Note</text:p></text:note-body></text:note></text:p>\
        <table:table><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>";
    let content = format!(
        "<office:document-content>{AUTOMATIC}<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    vec![
        ("mimetype", b"application/vnd.oasis.opendocument.text".to_vec()),
        ("content.xml", content.into()),
        ("styles.xml", STYLES.into()),
    ]
}

fn document(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let content = format!(
        "<?xml version='1.0'?><office:document-content>{AUTOMATIC}<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    let mut files: Vec<(&str, &[u8])> = vec![
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
        ("styles.xml", STYLES.as_bytes()),
    ];
    files.extend(parts.iter().map(|(name, text)| (*name, text.as_bytes())));
    zipped(&files)
}

fn read_document(body: &str, parts: &[(&str, &str)]) -> Parsed {
    read(&document(body, parts), "a file.odt", &Ask::default())
}

fn text(body: &str) -> String {
    read_document(body, &[]).article.text.expect("a text")
}

fn codes(parsed: &Parsed) -> Vec<&str> {
    parsed.warnings.iter().map(|warning| warning.code.as_str()).collect()
}

#[test]
fn words_stay_as_they_are() {
    let body = "<text:sequence-decls>x</text:sequence-decls>\n<text:p>\n  “No\u{a0}sage <text:span>  advice,</text:span>”<text:s text:c='2'/>she\n said<text:tab/>teh<text:line-break/>line \
                <text:a>link</text:a> <text:s text:c='4000000000'/></text:p><text:p/>\
                <text:p>Shape<draw:frame><svg:title>alt</svg:title><draw:text-box><text:p>in box</text:p></draw:text-box></draw:frame> after\
                <draw:custom-shape><text:p>in shape</text:p></draw:custom-shape></text:p>";
    let spaces = " ".repeat(1_001);
    assert_eq!(
        text(body),
        format!(
            "“No\u{a0}sage advice,”  she said\tteh\nline link{spaces}\n\nShape after\n\nin box\n\nin shape"
        )
    );
}

#[test]
fn lists_headings_and_tables() {
    let body = "<text:h text:outline-level='1'>Facts</text:h>\
        <text:list text:style-name='L1'><text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>under</text:p></text:list-item>\
        </text:list></text:list-item><text:list-item><text:p>two</text:p><text:p>still two</text:p></text:list-item></text:list>\
        <text:p>Between.</text:p>\
        <text:list text:style-name='L1' text:continue-numbering='true'><text:list-item><text:p>three</text:p></text:list-item></text:list>\
        <text:h text:outline-level='1'>Law</text:h>\
        <text:list text:style-name='Dots'><text:list-header><text:p>head</text:p></text:list-header><text:list-item text:start-value='9'><text:p>dot</text:p></text:list-item></text:list>\
        <table:table><table:table-row><table:table-cell><text:p>Paid</text:p></table:table-cell><table:table-cell/><table:table-cell><text:p>5</text:p></table:table-cell></table:table-row></table:table>";
    assert_eq!(
        text(body),
        "I. Facts\n\n1. one\n1.a) under\n2. two\nstill two\n\nBetween.\n\n3. three\n\nII. Law\n\nhead\n– dot\n\nPaid\t\t5"
    );
}

#[test]
fn notes_changes_and_comments() {
    let body = "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>\
        <text:p>One<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation><text:note-body><text:p>The note.</text:p></text:note-body></text:note> two\
        <text:change text:change-id='x'/><office:annotation><dc:creator>A</dc:creator><text:p>hm</text:p></office:annotation></text:p><text:p>Three</text:p>";
    let parsed = read_document(body, &[]);
    assert_eq!(parsed.article.text.as_deref(), Some("One[1] two\n\nThree\n\n[1] The note."));
    assert_eq!(codes(&parsed), ["tracked_changes", "comments"]);
}

#[test]
fn title_author_language_and_pages() {
    let meta = "<office:document-meta><office:meta><dc:title>untitled</dc:title><meta:initial-creator>Ana Ruiz</meta:initial-creator>\
                <dc:creator>Tom Weller</dc:creator><meta:document-statistic meta:page-count='2'/></office:meta></office:document-meta>";
    let body = "<text:p text:style-name='P1'>Bridge stays shut</text:p><text:p>Words<text:soft-page-break/>more</text:p>";
    let article = read_document(body, &[("meta.xml", meta)]).article;
    assert_eq!(
        (article.title.as_str(), article.bases.title),
        ("Bridge stays shut", Some(Basis::VisibleText))
    );
    assert_eq!(
        (article.byline, article.bases.byline),
        (vec!["Ana Ruiz".to_owned()], Some(Basis::Properties))
    );
    assert_eq!((article.language.as_str(), article.importer.as_str()), ("en-GB", "odt"));
    let pages: Vec<(usize, String)> = article.pages.into_iter().map(|page| (page.at, page.label)).collect();
    assert_eq!(pages, [(0, "1".to_owned()), (24, "2".to_owned())]);
}

#[test]
fn a_document_with_a_password_says_so() {
    let manifest = "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let parsed = read_document("", &[("META-INF/manifest.xml", manifest)]);
    assert_eq!((codes(&parsed), parsed.article.text.as_deref()), (vec!["locked"], None));
}
