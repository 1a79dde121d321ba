//! Files of each kind read whole.

use casefile::cli::extract::{Extracted, extract};
use casefile::import::{self, Ask, Basis, Imported, Warning};

fn read(bytes: &[u8], name: &str) -> (Imported, Vec<Warning>) {
    let parsed = import::read(bytes, name, &Ask::default());
    (parsed.article, parsed.warnings)
}

fn fixture(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/articles");
    std::fs::read(format!("{folder}/{name}")).unwrap()
}

fn extracted(name: &str) -> Extracted {
    extract(&fixture(name), name)
}

#[test]
fn a_text_file_is_its_own_text() {
    let name = "2019-03-14-ferry-fares.txt";
    let article = extracted(name);
    assert_eq!(article.text.unwrap().as_bytes(), fixture(name));
    assert_eq!(article.title, "Ferry operator calls fare rise “unavoidable”");
    assert_eq!(
        (article.byline.as_str(), article.published.as_deref()),
        ("Marta Lindqvist", Some("2019-03-14"))
    );
    assert!(article.warnings.is_empty());
}

#[test]
fn an_old_encoding_is_found_out() {
    let (article, warnings) = read(&fixture("letter-windows-1252.txt"), "letter-windows-1252.txt");
    assert_eq!((article.encoding.as_str(), warnings.len()), ("windows-1252", 0));
    let text = article.text.unwrap();
    assert!(text.contains("“unavoidable” fare rise was decided in March – before"), "{text}");
    assert!(text.ends_with("Regrettably yours,\nJ. Pérez\n"));
    assert_eq!((article.title.as_str(), article.published), ("Letter to the editor", None));
}

#[test]
fn markdown_becomes_paragraphs() {
    let article = extracted("harbour-board.md");
    assert_eq!(
        article.text.unwrap(),
        "Harbour board to look into ferry fares\n\n\
         The harbour board will review the nine per cent rise, chair Ellen Voss said on Wednesday.\n\n\
         “We were told, not asked.”\n\nWhat the board wants to know:\n\n\
         1. when the rise was decided\n2. who was told\n• the board\n• the passengers’ union\n\n\
         Northsound Ferries did not reply."
    );
    assert_eq!(
        (article.byline.as_str(), article.outlet.as_str()),
        ("Tom Weller, Ana Ruiz", "Quayside Weekly")
    );
    assert_eq!(article.url, "https://quayside.example/2019/03/21/harbour-board");
}

#[test]
fn a_page_gives_its_article_and_nothing_round_it() {
    let (article, warnings) = read(&fixture("ferry-page.html"), "ferry-page.html");
    assert!(warnings.is_empty());
    let text = article.text.unwrap();
    assert!(text.contains("“unavoidable”, the company said late on Tuesday"), "{text}");
    assert!(
        text.contains("the company’s\u{a0}own review would end.\n\n“We were told, not asked, and now"),
        "{text}"
    );
    assert!(
        text.contains("three questions left:\n\n• when the rise was decided,\n• who was told, and\n"),
        "{text}"
    );
    for around in ["Home", "Most read", "seals", "2021"] {
        assert!(!text.contains(around), "{around} in {text}");
    }
    assert_eq!(article.title, "Ferry line withdraws letter");
    assert_eq!(article.byline, ["Marta Lindqvist"]);
    assert_eq!((article.outlet.as_str(), article.language.as_str()), ("Northsound Courier", "en-GB"));
    assert_eq!(article.url, "https://courier.example/news/ferry-line-withdraws-letter");
    // The day at the source, not the one it was in Greenwich.
    let published = article.published.unwrap();
    assert_eq!((published.date.to_string().as_str(), published.basis), ("2019-04-02", Basis::JsonLd));
    assert_eq!(published.words, "2019-04-02T22:40:00-03:00");
}

#[test]
fn a_short_page_gives_all_it_shows() {
    let (article, warnings) =
        read(b"<html><body><p>The bridge is shut.</p><p>It stays so.</p></body></html>", "a.html");
    assert_eq!(article.text.as_deref(), Some("The bridge is shut.\n\nIt stays so."));
    assert!(warnings.len() <= 1);
}

#[test]
fn an_extract_is_known_by_its_bytes() {
    let article = extract(b"abc", "a.txt");
    assert_eq!(article.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
