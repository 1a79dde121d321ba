//! PDFs written here, read.

#[path = "../../../tests/support/pdf_writer.rs"]
mod writer;

use proptest::prelude::*;

use super::super::{Ask, Parsed, read};
use super::*;
use writer::{FREE, Picture, Writer, at, bold, broken, stream_of, two_columns};

fn parsed(bytes: &[u8]) -> Parsed {
    read(bytes, "paper.pdf", &Ask::default())
}

fn text(writer: &Writer) -> String {
    let parsed = parsed(&writer.finish());
    assert_eq!(parsed.warnings, []);
    parsed.article.text.expect("a text")
}

/// Lines from a place down, a step apart.
fn block(x: f32, y: f32, size: f32, step: f32, lines: &[&str]) -> String {
    lines.iter().enumerate().map(|(n, line)| at(x, y - n as f32 * step, size, line)).collect()
}

const FIRST: &str = "The harbour board said on Monday that the information it was given about the bridge was wrong, and that \
    nobody had asked for the well-known report before the decision was taken in March. Every member had signed.";
const SECOND: &str = "“We were not told,” said the chairman, who has worked on the harbour for twenty years and knows every \
    pier of it. He added that the engineers would examine the foundations again in September and publish what they find.";
const THIRD: &str = "Neither the council nor the contractor answered questions. A spokeswoman for the contractor said that it \
    does not comment on proceedings, and that the inspection had been arranged together with the board.";

#[test]
fn one_column_keeps_its_paragraphs() {
    let mut writer = Writer::default();
    let mut content = String::new();
    let mut y = 700.0;
    for paragraph in [FIRST, SECOND] {
        for line in broken(paragraph, 11.0, 400.0, 0.0, false) {
            content += &at(80.0, y, 11.0, &line);
            y -= 14.0;
        }
        y -= 10.0;
    }
    writer.page(content);
    assert_eq!(text(&writer), format!("{FIRST}\n\n{SECOND}"));
}

#[test]
fn two_columns_are_read_one_after_the_other_over_pages() {
    let all = [FIRST, SECOND, THIRD, SECOND, FIRST, THIRD, FIRST, SECOND];
    let writer = two_columns("Bridge report was wrong", &all, 5, "Harbour Courier, 7 September 2011");
    let read = parsed(&writer.finish());
    let paragraphs = all.join("\n\n");
    assert_eq!(
        read.article.text.as_deref(),
        Some(format!("Bridge report was wrong\n\n{paragraphs}").as_str())
    );
    assert_eq!(read.article.title, "Bridge report was wrong");
    let pages = &read.article.pages;
    assert!(pages.len() > 2, "{pages:?}");
    assert_eq!(pages.iter().map(|page| page.label.as_str()).take(3).collect::<Vec<_>>(), ["1", "2", "3"]);
    assert_eq!(pages[0].at, 0);
    // A page begins within a paragraph, where its first word stands.
    let points: Vec<char> = read.article.text.as_deref().unwrap_or_default().chars().collect();
    assert!(
        pages[1].at > 30 && points[pages[1].at - 1].is_whitespace()
            || points[pages[1].at - 1].is_alphabetic()
    );
    assert!(pages.windows(2).all(|pair| pair[0].at <= pair[1].at));
}

#[test]
fn what_stands_clear_of_the_columns_does_not_part_them() {
    let writer = two_columns("Bridge report was wrong", &[FIRST, SECOND, THIRD, SECOND], 14, "Courier");
    let paragraphs = [FIRST, SECOND, THIRD, SECOND].join("\n\n");
    // One page: its head and number repeat nowhere, so they stay, before and after the text.
    assert_eq!(text(&writer), format!("Courier\n\nBridge report was wrong\n\n{paragraphs}\n\n1"));
}

#[test]
fn rows_of_a_table_stay_rows() {
    let mut content = String::new();
    for (n, (year, sum, who)) in
        [("2009", "400", "board"), ("2010", "520", "city"), ("2011", "610", "board")].iter().enumerate()
    {
        let y = 700.0 - n as f32 * 14.0;
        content += &(at(80.0, y, 10.0, year) + &at(220.0, y, 10.0, sum) + &at(360.0, y, 10.0, who));
    }
    let text = text(Writer::default().page(content));
    for row in ["2009 400 board", "2010 520 city", "2011 610 board"] {
        assert!(text.contains(row), "{text}");
    }
}

#[test]
fn a_large_first_letter_belongs_to_its_word_and_short_words_of_a_headline_stay_in_it() {
    let lines = broken(&FIRST[1..], 10.0, 300.0, 0.0, false);
    let mut content = at(80.0, 740.0, 20.0, "Board is to go") + &at(80.0, 676.0, 36.0, "T");
    for (n, line) in lines.iter().enumerate() {
        content += &at(if n < 3 { 105.0 } else { 80.0 }, 700.0 - n as f32 * 12.0, 10.0, line);
    }
    let read = text(Writer::default().page(content));
    assert_eq!(read, format!("Board is to go\n\n{FIRST}"));
}

#[test]
fn joined_letters_are_spelled_out() {
    let read =
        text(Writer::default().page(at(80.0, 700.0, 10.0, "The ofﬁce of the ﬁrst ﬂood ofﬁcer is shut.")));
    assert_eq!(read, "The office of the first flood officer is shut.");
}

#[test]
fn headings_and_lists_stand_apart() {
    let content = bold(80.0, 720.0, 16.0, "Bridge stays shut")
        + &at(80.0, 695.0, 10.0, "By Ana Ruiz")
        + &at(80.0, 680.0, 10.0, "September 7, 2011")
        + &block(
            80.0,
            650.0,
            10.0,
            13.0,
            &["The board gave three reasons why the bridge cannot be opened this week to", "any traffic:"],
        )
        + &block(
            95.0,
            615.0,
            10.0,
            13.0,
            &["• The piers were not inspected.", "• The report is late.", "• Nobody signed."],
        )
        + &bold(80.0, 560.0, 10.0, "What comes next")
        + &at(80.0, 545.0, 10.0, "It meets again on Monday.");
    let mut writer = Writer::default();
    writer.page(content);
    let read = parsed(&writer.finish());
    let paragraphs: Vec<&str> = read.article.text.as_deref().unwrap_or_default().split("\n\n").collect();
    assert_eq!(
        paragraphs,
        [
            "Bridge stays shut",
            "By Ana Ruiz",
            "September 7, 2011",
            "The board gave three reasons why the bridge cannot be opened this week to any traffic:",
            "• The piers were not inspected.",
            "• The report is late.",
            "• Nobody signed.",
            "What comes next",
            "It meets again on Monday.",
        ]
    );
    assert_eq!(
        (read.article.title.as_str(), read.article.byline.as_slice()),
        ("Bridge stays shut", &["Ana Ruiz".to_owned()][..])
    );
    let published = read.article.published.expect("a date");
    assert_eq!((published.date.to_string().as_str(), published.basis), ("2011-09-07", Basis::VisibleText));
}

#[test]
fn heads_and_page_numbers_go_and_what_stands_once_stays() {
    let mut writer = Writer::default();
    for page in 0..4 {
        let head = if page % 2 == 0 { "THE HARBOUR COURIER" } else { "WELLS AND BRIDGES" };
        let number = (page + 41).to_string();
        let content = at(80.0, 750.0, 8.0, head)
            + &at(if page % 2 == 0 { 500.0 } else { 300.0 }, 750.0, 8.0, &number)
            + &block(
                80.0,
                700.0,
                10.0,
                13.0,
                &[&format!("Paragraph {page} is about the bridge."), "It was shut on Monday. 1884"],
            )
            + &at(300.0, 40.0, 8.0, &format!("Page {} of 4", page + 1));
        writer.page(content);
    }
    let read = text(&writer);
    assert!(!read.contains("COURIER") && !read.contains("WELLS") && !read.contains("of 4"), "{read}");
    assert!(!read.contains("41") && !read.contains("44"), "{read}");
    assert_eq!(read.matches("It was shut on Monday. 1884").count(), 4, "{read}");
}

#[test]
fn a_note_below_does_not_part_a_paragraph_and_stays_on_its_page() {
    let lines = broken(FIRST, 10.0, 300.0, 0.0, false);
    let (before, after) = lines.split_at(2);
    let page = |lines: &[String]| -> String {
        lines
            .iter()
            .enumerate()
            .map(|(n, line)| at(80.0, 100.0 + 12.0 * (lines.len() - n) as f32, 10.0, line))
            .collect()
    };
    let mut writer = Writer::default();
    writer.page(page(before) + &at(80.0, 60.0, 7.0, "1 The letter is of 3 May 2011."));
    writer.page(page(after));
    let read = parsed(&writer.finish());
    assert_eq!(read.article.text, Some(format!("1 The letter is of 3 May 2011.\n\n{FIRST}")));
    let second = read.article.text.as_deref().unwrap_or_default().find(after[0].as_str());
    assert_eq!(Some(read.article.pages[1].at), second);
}

#[test]
fn a_page_turned_on_its_side_is_read() {
    let lines = broken(FIRST, 10.0, 300.0, 0.0, false);
    let content: String = lines
        .iter()
        .enumerate()
        .map(|(n, line)| {
            at(0.0, 0.0, 10.0, line)
                .replace("1 0 0 1 0.00 0.00 Tm", &format!("0 1 -1 0 {} 100 Tm", 100 + n * 12))
        })
        .collect();
    assert_eq!(text(Writer::default().page(content)), FIRST);
}

#[test]
fn properties_are_taken_where_they_are_plausible() {
    let mut writer = Writer::default();
    writer.info =
        "/Title (The board was not told) /Author (Ana Ruiz) /CreationDate (D:20110907101500+02'00')".into();
    writer.catalog = "/Lang (en-GB)".into();
    writer.page(at(80.0, 700.0, 10.0, "The bridge stays shut, the board said."));
    let article = parsed(&writer.finish()).article;
    assert_eq!(
        (article.title.as_str(), article.bases.title),
        ("The board was not told", Some(Basis::Properties))
    );
    assert_eq!(
        (article.byline.as_slice(), article.bases.byline),
        (&["Ana Ruiz".to_owned()][..], Some(Basis::Properties))
    );
    assert_eq!(
        article.published.map(|found| (found.date.to_string(), found.basis)),
        Some(("2011-09-07".into(), Basis::Properties))
    );
    assert_eq!((article.language.as_str(), article.bases.language), ("en-GB", Some(Basis::Properties)));

    writer.info = "/Title (Microsoft Word - draft3.doc) /Author (jsmith) /Producer (Skia/PDF m120) /CreationDate (D:20240307)".into();
    let article = parsed(&writer.finish()).article;
    assert_eq!((article.title.as_str(), article.byline.len()), ("Paper", 0));
    assert_eq!(article.published, None, "a page that was saved was published before");
    assert_eq!(article.received.map(|found| found.date.to_string()).as_deref(), Some("2024-03-07"));
}

#[test]
fn pages_have_the_labels_the_file_gives_them() {
    let mut writer = Writer::default();
    writer.catalog = format!("/PageLabels {FREE} 0 R");
    writer.objects.push(b"<< /Nums [0 << /S /r >> 2 << /S /D /St 7 /P (S-) >>] >>".to_vec());
    for page in 0..4 {
        writer.page(at(80.0, 700.0, 10.0, &format!("These are the words of page {page}, and no more.")));
    }
    let pages = parsed(&writer.finish()).article.pages;
    assert_eq!(pages.iter().map(|page| page.label.as_str()).collect::<Vec<_>>(), ["i", "ii", "S-7", "S-8"]);
}

fn picture() -> Picture {
    Picture { jpeg: include_bytes!("../../../tests/fixtures/scan.jpg").to_vec(), width: 528, height: 360 }
}

#[test]
fn pages_that_are_pictures_are_a_scan_and_can_be_taken_out() {
    let mut writer = Writer::default();
    writer.info = "/CreationDate (D:20240307)".into();
    writer.picture(picture()).picture(picture());
    let file = writer.finish();
    let read = parsed(&file);
    assert_eq!((read.article.text, read.article.importer.as_str()), (None, Version::SCAN));
    assert_eq!(read.warnings.iter().map(|warning| warning.code.as_str()).collect::<Vec<_>>(), ["scan"]);
    assert_eq!(read.article.pages.len(), 2);
    assert_eq!((read.article.published, read.article.received.is_some()), (None, true));
    let ask = |page| Ask { pictures_of: Some(page), ..Ask::default() };
    let taken = super::super::read(&file, "paper.pdf", &ask(1)).inner;
    assert_eq!(taken.len(), 1);
    assert_eq!(taken[0].bytes, picture().jpeg);
    assert!(super::super::read(&file, "paper.pdf", &ask(2)).inner.is_empty());
}

#[test]
fn a_picture_among_pages_of_text_is_named() {
    let mut writer = Writer::default();
    writer.page(at(80.0, 700.0, 10.0, "The words of the first page.")).picture(picture());
    let read = parsed(&writer.finish());
    assert_eq!(read.article.text.as_deref(), Some("The words of the first page."));
    assert_eq!(read.warnings[0].code, "scanned_pages");
    assert!(read.warnings[0].message.contains(": 2."), "{}", read.warnings[0].message);
}

#[test]
fn a_file_cut_short_gives_what_it_has() {
    let whole =
        two_columns("Bridge report was wrong", &[FIRST, SECOND, THIRD, FIRST, SECOND], 2, "Courier").finish();
    let read = parsed(&whole[..whole.len() * 2 / 3]);
    assert!(read.warnings.iter().any(|warning| warning.code == "cut_short"), "{:?}", read.warnings);
    assert!(read.article.text.as_deref().unwrap_or_default().contains("harbour board"), "{read:?}");
    for end in [9, 20, 200] {
        let read = parsed(&whole[..end]);
        assert!(!read.warnings.is_empty());
        assert!(read.article.text.unwrap_or_default().is_empty());
    }
}

#[test]
fn arrays_and_forms_without_end_cost_their_page_only() {
    let deep = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    let mut writer = Writer::default();
    writer.page(at(80.0, 700.0, 10.0, "The words that are there.")).page(deep);
    assert!(parsed(&writer.finish()).article.text.unwrap_or_default().contains("The words that are there."));
    let mut writer = Writer::default();
    writer.page(at(80.0, 700.0, 10.0, "The words that are there.") + "/X1 Do\n");
    writer.catalog = format!("/Loop {FREE} 0 R");
    let form = format!(
        "/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /X1 {FREE} 0 R >> >>"
    );
    writer.objects.push(stream_of(&form, b"/X1 Do /X1 Do"));
    assert!(parsed(&writer.finish()).article.text.unwrap_or_default().contains("The words that are there."));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_file_with_bytes_changed_is_read_or_kept(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let mut bytes = two_columns("Bridge report", &[FIRST, SECOND], 6, "Courier").finish();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let read = parsed(&bytes);
        prop_assert_eq!(&read, &parsed(&bytes));
        let text = read.article.text.unwrap_or_default();
        let end = text.chars().count();
        prop_assert!(read.article.pages.iter().all(|page| page.at <= end));
    }
}
