//! Lists read whole, and what their columns are taken for.

use std::io::{Cursor, Write};

use proptest::prelude::*;

use super::*;
use crate::domain::kind::ListField;
use crate::domain::listing::{LIST as LIST_NAME, Mapping};
use crate::import::{Ask, Inner, Parsed, read};

fn parsed(bytes: &[u8], name: &str) -> Parsed {
    read(bytes, name, &Ask { table: true, ..Ask::default() })
}

fn table(text: &str) -> Table {
    parsed(text.as_bytes(), "list.csv").table.expect("a table")
}

const LIST: &str = "Headline;Author;Newspaper;Date;Link;Notes\n\
    Ferry line defends fares;\"Lindqvist, Marta\";Northsound Courier;14/03/2019;https://courier.example/a;see p. 3\n\
    Board to look into it;Tom Weller and Ana Ruiz;Quayside Weekly;9/7/2019;https://quayside.example/b;\n\
    ;;Pier Post;soon;https://pier.example/c;\n";

#[test]
fn a_list_is_kept_as_it_is_and_says_how_many_articles_it_names() {
    let parsed = parsed(LIST.as_bytes(), "clips.txt");
    assert_eq!((parsed.article.importer.as_str(), parsed.article.text.as_deref()), (LIST_NAME, Some(LIST)));
    assert!(parsed.warnings[0].is_list());
    assert!(parsed.warnings[0].message.contains('3'), "{}", parsed.warnings[0].message);
    assert!(parsed.inner.is_empty() && !parsed.wrapper);
    assert!(read(LIST.as_bytes(), "clips.txt", &Ask::default()).table.is_none());
}

#[test]
fn a_table_of_something_else_is_no_list_and_prose_is_no_table() {
    let other = parsed(b"Depth,Salt\n3,4\n5,6\n", "water.csv");
    assert_eq!((other.article.importer.as_str(), other.warnings.len()), (LIST_NAME, 0));
    assert_eq!(other.article.text.as_deref(), Some("Depth,Salt\n3,4\n5,6\n"));
    let prose = parsed("Title, date and place\n\nWords, words.\n".as_bytes(), "a.txt");
    assert_eq!((prose.article.importer.as_str(), prose.table), ("plain", None));
}

#[test]
fn columns_are_guessed_by_name() {
    let table = table(LIST);
    assert!(is_list(&table));
    let mapping = guess(&table);
    let columns: Vec<Option<usize>> = ListField::ALL.iter().map(|field| mapping.column(*field)).collect();
    assert_eq!(columns, [Some(0), Some(1), Some(2), Some(3), None, Some(4), None, None]);
    assert!(mapping.header);
    assert_eq!(mapping.day_first, None);
    assert_eq!(shown_order(&table, &mapping), Some((true, "14/03/2019".to_owned())));
}

#[test]
fn columns_are_guessed_by_what_is_in_them() {
    let long = "word ".repeat(80);
    let bare = table(&format!(
        "2019-03-14,https://a.example/1,Fares rise,{long}\n2019-03-15,https://a.example/2,Board meets,{long}\n"
    ));
    let mapping = guess(&bare);
    assert!(!mapping.header && !is_list(&bare));
    assert_eq!(mapping.column(ListField::Published), Some(0));
    assert_eq!(mapping.column(ListField::Url), Some(1));
    assert_eq!(mapping.column(ListField::Text), Some(3));
    assert_eq!(mapping.column(ListField::Title), None);
    let odd = table("Wann,Was\n2019-03-14,Fares\n2019-03-15,Board\n");
    let mapping = guess(&odd);
    assert!(mapping.header);
    assert_eq!((mapping.column(ListField::Published), odd.articles(&mapping).len()), (Some(0), 2));
}

#[test]
fn orders_that_contradict_each_other_show_nothing() {
    let table = table("Title,Date\na,14/03/2019\nb,03/14/2019\n");
    assert_eq!(shown_order(&table, &guess(&table)), None);
}

#[test]
fn rows_become_articles_and_no_day_is_invented() {
    let table = table(LIST);
    let mut mapping = guess(&table);
    let made = articles(&table, &mapping, "clips.csv");
    let date = |inner: &Inner| inner.known.published.as_ref().map(|found| found.date.to_string());
    assert_eq!(made.iter().map(date).collect::<Vec<_>>(), [Some("2019-03-14".to_owned()), None, None]);
    let first = &made[0];
    assert_eq!(
        (first.known.title.as_str(), first.known.byline.as_slice()),
        ("Ferry line defends fares", &["Marta Lindqvist".to_owned()][..])
    );
    assert_eq!(first.known.obtained_how, "Row 2 of “clips.csv”");
    assert_eq!(first.known.importer, "list-row");
    assert_eq!(
        String::from_utf8_lossy(&first.bytes),
        "Headline,Author,Newspaper,Date,Link,Notes\nFerry line defends fares,\"Lindqvist, Marta\",Northsound Courier,14/03/2019,https://courier.example/a,see p. 3\n"
    );
    // What a row says beyond the fields is not lost.
    assert!(first.known.text.as_deref().is_some_and(|text| text.ends_with("\nNotes: see p. 3")));
    assert_eq!(first.warnings[0].code, "only_reference");
    assert_eq!(made[1].known.byline, ["Tom Weller", "Ana Ruiz"]);
    assert_eq!(made[1].warnings[0].code, "unsure_date");
    assert_eq!(
        read_row(&table, &mapping, 2).dating,
        Dating::Ambiguous {
            words: "9/7/2019".into(),
            day_first: "9 Jul 2019".into(),
            month_first: "7 Sep 2019".into()
        }
    );
    // A row without a title is called by its address.
    assert_eq!(
        (made[2].known.title.as_str(), read_row(&table, &mapping, 3).titled),
        ("https://pier.example/c", false)
    );
    assert_eq!(read_row(&table, &mapping, 3).dating, Dating::Unread("soon".to_owned()));
    mapping.day_first = Some(false);
    assert_eq!(date(&articles(&table, &mapping, "clips.csv")[1]).as_deref(), Some("2019-09-07"));
    mapping.day_first = Some(true);
    assert_eq!(date(&articles(&table, &mapping, "clips.csv")[1]).as_deref(), Some("2019-07-09"));
}

#[test]
fn a_row_with_a_text_is_its_text() {
    let table = table("title,date,text\nFares,2019-03-14,\"“Unavoidable”,\nhe said.\"\n");
    let made = sure_articles(&table, "a.csv").expect("a list");
    assert_eq!(made[0].known.text.as_deref(), Some("“Unavoidable”,\nhe said."));
    assert!(made[0].warnings.is_empty());
    assert!(sure_articles(&self::table("Depth,Salt\n3,4\n"), "a.csv").is_none());
}

/// A spreadsheet of one sheet with these cells, in XML.
fn workbook(sheet: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let files = [
        ("[Content_Types].xml", format!("<Types xmlns=\"{package}/content-types\"/>")),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"Clips\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"rId1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{office}/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                "<styleSheet xmlns=\"{main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{main}\"><sheetData>{sheet}</sheetData></worksheet>"),
        ),
    ];
    for (name, content) in files {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("an entry");
        zip.write_all(content.as_bytes()).expect("a buffer");
    }
    zip.finish().expect("a file").into_inner()
}

fn words(at: &str, words: &str) -> String {
    format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{words}</t></is></c>")
}

fn clips() -> Vec<u8> {
    workbook(&format!(
        "<row r=\"1\">{}{}{}</row><row r=\"3\">{}<c r=\"C3\" s=\"1\"><v>43538</v></c><c r=\"XFD3\"><v>7.5</v></c></row>",
        words("A1", "Title"),
        words("C1", "Date"),
        words("XFD1", "Pages"),
        words("A3", "Fares “rise”"),
    ))
}

#[test]
fn a_spreadsheet_is_a_list_too() {
    let parsed = parsed(&clips(), "clips.xlsx");
    assert_eq!(parsed.article.text.as_deref(), Some("Title\tDate\tPages\nFares “rise”\t2019-03-14\t7.5"));
    assert!(parsed.warnings[0].is_list(), "{:?}", parsed.warnings);
    let table = parsed.table.expect("a table");
    assert_eq!(table.sheet.as_deref(), Some("Clips"));
    let made = sure_articles(&table, "clips.xlsx").expect("a list");
    assert_eq!(
        made[0].known.published.as_ref().map(|found| found.date.to_string()).as_deref(),
        Some("2019-03-14")
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn any_table_is_read(text in "[a-c,;\t\n\"/0-9 ]{0,120}", columns in prop::collection::vec(prop::option::of(0_usize..6), 8), header in any::<bool>(), day_first in any::<Option<bool>>()) {
        let parsed = parsed(format!("Title,Date\n{text}").as_bytes(), "a.csv");
        let table = parsed.table.unwrap_or_default();
        let mut mapping = Mapping { header, day_first, ..Mapping::default() };
        for (field, column) in ListField::ALL.iter().zip(columns) {
            mapping.set(*field, column);
        }
        let made = articles(&table, &mapping, "a.csv");
        prop_assert_eq!(made.len(), table.articles(&mapping).len());
        prop_assert!(made.iter().all(|inner| inner.known.text.is_some()));
    }

    #[test]
    fn mutated_spreadsheets_are_read(at in any::<prop::sample::Index>(), put in prop::collection::vec(any::<u8>(), 1..6)) {
        let mut bytes = clips();
        let at = at.index(bytes.len() - 6);
        bytes[at..at + put.len()].copy_from_slice(&put);
        let parsed = parsed(&bytes, "a.xlsx");
        let is_list = parsed.article.importer == LIST_NAME;
        prop_assert!(!is_list || parsed.article.text.is_some() || !parsed.warnings.is_empty());
    }
}
