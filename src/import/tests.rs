//! Whole files read.

use proptest::prelude::*;

use super::*;
use crate::domain::kind::ArticleKind;

fn read(bytes: &[u8], name: &str) -> (Imported, Vec<Warning>) {
    let parsed = super::read(bytes, name, &Ask::default());
    (parsed.article, parsed.warnings)
}

#[test]
fn a_plain_text_stays_as_it_is() {
    let text = "Bridge stays shut\r\n\r\nBy Ana Ruiz\r\n\r\nSept. 7, 2011\r\n\r\n“No\u{a0}sage  advice,” he said.\r\n";
    let (article, warnings) = read(text.as_bytes(), "whatever.txt");
    assert_eq!(warnings, []);
    assert_eq!(article.text, Some(text.replace('\r', "")));
    assert_eq!(article.title, "Bridge stays shut");
    assert_eq!(article.byline, ["Ana Ruiz"]);
    let published = article.published.expect("a date");
    assert_eq!((published.date.to_string().as_str(), published.basis), ("2011-09-07", Basis::VisibleText));
    assert_eq!((article.encoding.as_str(), article.importer.as_str()), ("UTF-8", "plain"));
}

#[test]
fn header_lines_of_a_text() {
    let text = "Title: Bridge stays shut\nBy: Ana Ruiz, Tom Weller\nOutlet: Harbour Courier\n\
                Published: 2011-09-07\nURL: https://example.org/a\nKind: press release\n\nThe words.\n";
    let (article, _) = read(text.as_bytes(), "a.txt");
    assert_eq!(article.title, "Bridge stays shut");
    assert_eq!(article.byline, ["Ana Ruiz", "Tom Weller"]);
    assert_eq!((article.outlet.as_str(), article.url.as_str()), ("Harbour Courier", "https://example.org/a"));
    assert_eq!(article.published.map(|found| found.date.to_string()).as_deref(), Some("2011-09-07"));
    assert_eq!(article.kind, ArticleKind::PressRelease);
    // They can be quoted: the text is as in the source.
    assert_eq!(article.text.as_deref(), Some(text));
}

#[test]
fn a_text_without_a_title_takes_it_from_its_file() {
    let (article, _) = read(b"The bridge stays shut, he said on Monday.\nMore.", "mayor-on-bridge.txt");
    assert_eq!(article.title, "Mayor on bridge");
}

#[test]
fn front_matter_is_no_text() {
    let text = "---\ntitle: \"Bridge\"\nauthors:\n  - Ana Ruiz\n  - Tom Weller\ndate: 2011-09-07\ntags: [x]\n---\n# Head\n\nWords.\n";
    let (article, _) = read(text.as_bytes(), "a.md");
    assert_eq!(article.text.as_deref(), Some("Head\n\nWords."));
    assert_eq!((article.title.as_str(), article.importer.as_str()), ("Bridge", "markdown"));
    assert_eq!(article.byline, ["Ana Ruiz", "Tom Weller"]);
    assert_eq!(article.published.map(|found| found.basis), Some(Basis::Header));
}

#[test]
fn a_file_of_no_known_kind_is_kept_without_text() {
    let (article, warnings) = read(b"OggS\0\x02\0\0", "2011-09-07 letter to the mayor.ogg");
    assert_eq!((article.title.as_str(), article.text), ("Letter to the mayor", None));
    assert!(warnings[0].is_not_read_yet());
    assert!(warnings[0].message.contains("a sound recording"), "{}", warnings[0].message);
}

#[test]
fn an_empty_file_says_so() {
    for bytes in [&b""[..], b"\r\n \t"] {
        let (article, warnings) = read(bytes, "nothing.txt");
        assert!(warnings[0].is_empty_file());
        assert_eq!(article.text.as_deref(), Some(""));
    }
}

#[test]
fn bytes_decide_before_the_name() {
    let (article, _) = read(b"<!DOCTYPE html><title>A page</title><p>Words.", "page.txt");
    assert_eq!((article.importer.as_str(), article.title.as_str()), ("html", "A page"));
    let (article, _) = read(b"Only words about html.", "page.html");
    assert_eq!(article.importer, "plain");
}

#[test]
fn pages_that_nest_too_deeply_keep_their_words() {
    for tag in ["div", "b"] {
        let page = format!("<html><title>Deep</title>{}The words.", format!("<{tag}>").repeat(100_000));
        let (article, warnings) = read(page.as_bytes(), "deep.html");
        assert_eq!(warnings[0].code, "too_deep");
        assert_eq!(article.title, "Deep");
        assert!(article.text.expect("its words").contains("The words."));
    }
}

/// Files of every packed format, made of parts.
fn packed() -> [Vec<(&'static str, Vec<u8>)>; 3] {
    [docx::tests::parts(), odt::tests::parts(), epub::tests::parts()]
}

/// Some bytes of a file changed, and its end cut off now and then.
fn mutated(bytes: &[u8], changes: &[(usize, u8)], kept: usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (at, value) in changes {
        let length = bytes.len().max(1);
        if let Some(byte) = bytes.get_mut(at % length) {
            *byte = *value;
        }
    }
    if kept.is_multiple_of(4) {
        bytes.truncate(kept % (bytes.len() + 1));
    }
    bytes
}

fn changes() -> impl Strategy<Value = Vec<(usize, u8)>> {
    proptest::collection::vec((any::<usize>(), any::<u8>()), 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn documents_changed_anywhere_are_read(format in 0..3_usize, part in any::<usize>(), inside in any::<bool>(), changes in changes(), kept in any::<usize>()) {
        let mut parts = packed()[format].clone();
        if inside {
            let part = part % parts.len();
            parts[part].1 = mutated(&parts[part].1, &changes, kept);
        }
        let files: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
        let bytes = pack::tests::zipped(&files);
        let bytes = if inside { bytes } else { mutated(&bytes, &changes, kept) };
        let (_, warnings) = read(&bytes, "a");
        prop_assert!(warnings.iter().all(|warning| warning.code != "parser_failed"));
    }

    #[test]
    fn rich_text_changed_anywhere_is_read(changes in changes(), kept in any::<usize>()) {
        let bytes = mutated(rtf::tests::FILE.as_bytes(), &changes, kept);
        let (_, warnings) = read(&bytes, "a");
        prop_assert!(warnings.iter().all(|warning| warning.code != "parser_failed"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_bytes_are_read_and_always_alike(bytes in proptest::collection::vec(any::<u8>(), 0..400), name in ".{0,20}") {
        prop_assert_eq!(read(&bytes, &name), read(&bytes, &name));
    }

    #[test]
    fn any_text_stays_itself_with_lf(text in "[^\u{0}-\u{8}\u{b}\u{e}-\u{1f}<\u{feff}]{0,200}") {
        prop_assume!(!text.as_bytes().trim_ascii().is_empty());
        let (article, _) = read(text.as_bytes(), "a.txt");
        // Short texts of rare letters can be mistaken for UTF-16; never those that are plainly UTF-8.
        if article.encoding == "UTF-8" && article.importer == "plain" {
            prop_assert_eq!(article.text, Some(text.replace("\r\n", "\n").replace('\r', "\n")));
        }
    }

    #[test]
    fn any_markup_is_read(parts in proptest::collection::vec("<[a-z]{1,4}|</[a-z]{1,4}>|[a-z >&;\"'=!-]{1,6}|<p>|<li>|<ul>|<table>|<td>|<script>|“é”", 0..60)) {
        let page = format!("<html>{}", parts.concat());
        let (article, warnings) = read(page.as_bytes(), "a.html");
        prop_assert!(article.text.is_some());
        prop_assert!(warnings.iter().all(|warning| warning.code != "parser_failed"), "{}", page);
    }
}
