//! Chronologies and cases as files: nothing lost, nothing of a record taken for markup.

use casefile::domain::date::{Dated, Edtf};
use casefile::domain::id::Id;
use casefile::domain::kind::{
    ArticleKind, CaseStatus, CheckStatus, FollowUpKind, FollowUpStatus, Form, OccasionKind, OccasionRole,
    PartyKind, PartyRole, Priority, Reading, StatementKind,
};
use casefile::domain::quote::Anchor;
use casefile::domain::record;
use casefile::domain::span::Span;
use casefile::export::json::{self, CaseExport};
use casefile::export::quote_check::{self, Quotation};
use casefile::export::{Chronology, Piece, Row, Source, docx, html};
use proptest::prelude::*;

fn sample() -> Chronology {
    let source = |number: usize, title: &str, url: &str| Source {
        number,
        key: format!("A-{number}"),
        title: title.into(),
        byline: "Ada Moss".into(),
        outlet: "Harbour Post".into(),
        published_words: "4 Mar 2024".into(),
        url: url.into(),
        ..Source::default()
    };
    let row = |date: &str, edtf: &str, what: Vec<Piece>, key: &str, numbers: &[usize]| Row {
        date_words: date.into(),
        edtf: edtf.into(),
        what,
        who: "Harbour Board".into(),
        key: key.into(),
        source_numbers: numbers.to_vec(),
        notes: Vec::new(),
    };
    let said =
        vec![Piece::plain("Said the cranes would "), Piece::quote("“never” be sold & that <b>ends</b> it")];
    let mut rows = vec![
        row("3 Mar 2024", "2024-03-03", said, "S-0001", &[1, 2]),
        row(
            "on or before 4 Mar 2024",
            "../2024-03-04",
            vec![Piece::plain("Closed the east quay.")],
            "E-1",
            &[2],
        ),
    ];
    rows[0].notes.push("disputed by the dockers’ union".into());
    Chronology {
        case_title: "Cranes & “quays”".into(),
        question: "Who sold the cranes?".into(),
        made_at: 1_795_000_000_000,
        made_words: "18 Nov 2026".into(),
        rows,
        sources: vec![
            source(1, "Board <letter> to the city", "https://example.org/letter?a=1&b=2"),
            source(2, "East quay shut", "javascript:alert(1)"),
        ],
        warnings: Vec::new(),
        head_hash: Some("ab12".into()),
    }
}

/// The text of a DOCX in reading order: what its paragraphs and cells hold.
fn text_of(bytes: &[u8]) -> String {
    let read = docx_rs::read_docx(bytes).unwrap();
    let tree: serde_json::Value = serde_json::from_str(&read.json()).unwrap();
    let mut text = String::new();
    collect(&tree["document"], &mut text);
    text
}

fn collect(node: &serde_json::Value, text: &mut String) {
    match node {
        serde_json::Value::Object(fields) => {
            if fields.get("type").is_some_and(|kind| kind == "text") {
                text.push_str(fields["data"]["text"].as_str().unwrap());
            } else {
                fields.values().for_each(|value| collect(value, text));
            }
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| collect(item, text)),
        _ => {}
    }
}

#[test]
fn a_word_processor_file_holds_every_row_and_its_sources() {
    let chronology = sample();
    let text = text_of(&docx::write(&chronology).unwrap());
    for row in &chronology.rows {
        assert!(text.contains(&row.date_words) && text.contains(&row.key) && text.contains(&row.who));
        for piece in &row.what {
            assert!(text.contains(&piece.shown()), "{:?} is not in {text}", piece.shown());
        }
        for number in &row.source_numbers {
            assert!(text.matches(&format!("[{number}]")).count() >= 2, "in the table and in the list");
        }
    }
    for source in &chronology.sources {
        assert!(text.contains(&source.title) && text.contains(&source.key) && text.contains(&source.url));
    }
    assert!(text.contains("Who sold the cranes?") && text.contains("18 Nov 2026") && text.contains("ab12"));
    assert!(text.contains("disputed by the dockers’ union"));
}

#[test]
fn numbers_in_the_page_lead_to_their_sources() {
    let page = html::write(&sample());
    assert!(page.contains("<a href=\"#source-2\">[2]</a>") && page.contains("id=\"source-2\""));
    assert!(page.contains("href=\"https://example.org/letter?a=1&amp;b=2\""));
    assert!(!page.contains("href=\"javascript:"), "only web pages are links");
    assert!(page.contains("data-edtf=\"../2024-03-04\""));
}

#[test]
fn a_number_without_a_source_leads_nowhere() {
    let mut chronology = sample();
    chronology.sources.clear();
    assert!(!html::write(&chronology).contains("href=\"#source"));
    assert!(text_of(&docx::write(&chronology).unwrap()).contains("[1]"));
}

#[test]
fn an_empty_case_gives_whole_documents() {
    let empty = Chronology { case_title: "New".into(), ..Chronology::default() };
    assert!(text_of(&docx::write(&empty).unwrap()).contains("New"));
    let page = html::write(&empty);
    assert!(page.contains("New") && page.ends_with("</html>\n") && !page.contains("<table>"));
}

#[test]
fn quotations_that_are_not_as_written_are_listed_in_both_documents() {
    let text = "She said the cranes were sold.";
    let altered = Anchor::new("the cranes were never sold", &[Span::new(0, 26)]);
    let kept = Anchor::new(text, &[Span::new(9, 29)]);
    let quotation = |key, anchor: &'static Anchor, shown| Quotation {
        key,
        article: "A-1",
        anchor,
        shown,
        text: Some("She said the cranes were sold."),
    };
    let all = [
        quotation("S-0001", Box::leak(Box::new(kept)), "the cranes were sold"),
        quotation("S-0002", Box::leak(Box::new(altered)), "the cranes were never sold"),
    ];
    let warnings = quote_check::check(all);
    assert_eq!(warnings.iter().map(|problem| problem.key.as_str()).collect::<Vec<_>>(), ["S-0002"]);
    let chronology = Chronology { warnings, ..sample() };
    let file = text_of(&docx::write(&chronology).unwrap());
    for document in [html::write(&chronology), file] {
        assert!(document.contains("S-0002") && document.contains("“the cranes were never sold”"));
    }
}

/// The tags and the words of a page, as any HTML parser sees them.
fn parsed(page: &str) -> (Vec<String>, String) {
    let document = dom_query::Document::from(page);
    let tags =
        document.select("body *").iter().filter_map(|n| n.nodes()[0].node_name()).map(|n| n.to_string());
    (tags.collect(), document.select("body").text().to_string())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever a record holds, the page has the same tags, and the words come back as they were.
    #[test]
    fn nothing_in_a_record_becomes_markup(words in "[<>&\"'a-z/!;=\\-\u{0}\u{b}é”\\]]{1,40}") {
        let with = |words: &str| {
            let mut chronology = sample();
            chronology.case_title = words.into();
            chronology.question = format!("x{words}");
            chronology.rows[0].what = vec![Piece::quote(words), Piece::plain(words)];
            chronology.rows[0].who = words.into();
            chronology.rows[0].key = words.into();
            chronology.rows[0].edtf = words.into();
            chronology.rows[0].notes = vec![words.into()];
            chronology.sources[0].title = words.into();
            chronology.sources[0].url = format!("https://{words}");
            chronology
        };
        let (tags, text) = parsed(&html::write(&with(&words)));
        let (plain_tags, _) = parsed(&html::write(&with("plain")));
        prop_assert_eq!(tags.iter().filter(|tag| *tag != "a").count(),
            plain_tags.iter().filter(|tag| *tag != "a" ).count()
            + usize::from(with(&words).sources[0].web_address().is_none()));
        let shown = words.replace(['\u{0}', '\u{b}'], "\u{fffd}");
        prop_assert!(text.contains(&format!("“{shown}”{shown}")), "{text:?} lacks {shown:?}");
        let file = text_of(&docx::write(&with(&words)).unwrap());
        prop_assert!(file.contains(&format!("“{shown}”{shown}")), "{file:?} lacks {shown:?}");
    }
}

fn case_export() -> CaseExport {
    let case = record::Case {
        id: Id(7_000_000_000_000_000_001),
        title: "Cranes".into(),
        question: String::new(),
        status: CaseStatus::Open,
        kept_apart: false,
        hold: false,
    };
    let text = "“Never”, it wrote.";
    let anchor = Anchor::new(text, &[Span::new(1, 6)]);
    let citation = record::Citation {
        id: Id(31),
        owner: record::Owner::Statement(Id(30)),
        version_id: Id(21),
        article_id: Id(20),
        page: "2".into(),
        prefix: anchor.prefix.clone(),
        suffix: anchor.suffix.clone(),
        segments: anchor.segments,
    };
    let mut export = CaseExport::new(&case, 1_795_000_000_123, Some("ab12".into()));
    let place = record::CaseParty { party_id: Id(10), number: 3, role: "owner".into(), side: Some(1) };
    export.parties.push(json::Party::new(&party(), &place, &[]));
    export
        .articles
        .push(json::Article::new(&article(), vec![json::Version::new(&version(), Some(text.into()))]));
    export.occasions.push((&occasion()).into());
    let check =
        record::Assessment { id: Id(40), status: CheckStatus::Checking, reason: "asked".into(), at: 1_000 };
    let disputed = vec![json::Dispute::new(Id(10), "in its letter")];
    export.statements.push(json::Statement::new(&statement(), &[citation], &[check], disputed));
    export.follow_ups.push(json::FollowUp::new(
        &follow_up(),
        &[record::Owner::Statement(Id(30))],
        &[],
        &[record::Attempt { id: Id(51), day: 15_224, means: "call".into(), note: String::new() }],
    ));
    export
}

fn dated(edtf: &str) -> Dated {
    Dated::resolved(edtf.parse::<Edtf>().unwrap(), "last month", "published 2011-09-07")
}

fn party() -> record::Party {
    record::Party {
        id: Id(10),
        name: "Harbour Board".into(),
        kind: PartyKind::Agency,
        home_case_id: None,
        confidential: "the deputy’s brother".into(),
    }
}

fn article() -> record::Article {
    record::Article {
        id: Id(20),
        case_id: Id(1),
        number: 12,
        title: "Letter".into(),
        byline: String::new(),
        outlet: String::new(),
        url: String::new(),
        language: "en".into(),
        kind: ArticleKind::Letter,
        published: dated("2011-08"),
        received: Dated::default(),
        obtained_from: String::new(),
        obtained_how: String::new(),
        archive_link: String::new(),
        reference: String::new(),
        privileged: false,
        reading: Reading::Keep,
        important: true,
    }
}

fn version() -> record::Version {
    record::Version {
        id: Id(21),
        article_id: Id(20),
        n: 1,
        original_sha256: "00ff".into(),
        file_name: "letter.txt".into(),
        text_sha256: Some("ff00".into()),
        importer: "text".into(),
        importer_version: 1,
        encoding: "UTF-8".into(),
        warnings: Vec::new(),
        pages: Vec::new(),
        captions: Vec::new(),
        found: Vec::new(),
    }
}

fn occasion() -> record::Occasion {
    record::Occasion {
        id: Id(25),
        case_id: Id(1),
        number: 2,
        kind: OccasionKind::Letter,
        title: String::new(),
        date: dated("2011-08"),
        parties: vec![(OccasionRole::From, Id(10))],
        articles: Vec::new(),
    }
}

fn statement() -> record::Statement {
    record::Statement {
        id: Id(30),
        case_id: Id(1),
        number: 142,
        occasion_id: Some(Id(25)),
        nested_in: None,
        form: Form::Verbatim,
        kind: StatementKind::Denial,
        gist: String::new(),
        unsourced: String::new(),
        relied_on: Some(Id(31)),
        sic: false,
        important: false,
        confidential_note: "met at the deputy’s house".into(),
        date: Dated::default(),
        day_order: 0,
        hidden: false,
        parties: vec![(PartyRole::Speaker, Id(10))],
    }
}

fn follow_up() -> record::FollowUp {
    record::FollowUp {
        id: Id(50),
        case_id: Id(1),
        number: 7,
        kind: FollowUpKind::Comment,
        title: "Ask the board".into(),
        detail: String::new(),
        put_to_them: "Did you sell?".into(),
        means: "e-mail".into(),
        waiting_on: Some(Id(10)),
        owner: String::new(),
        asked: dated("2011-09-07"),
        sent: Dated::default(),
        due: Dated::default(),
        expected: Dated::default(),
        snoozed_until: None,
        watch_phrase: String::new(),
        priority: Priority::Normal,
        status: FollowUpStatus::Open,
        outcome: String::new(),
        outcome_statement: None,
        closed_at: None,
    }
}

#[test]
fn a_case_comes_back_from_json_as_it_was() {
    let export = case_export();
    let text = json::write(&export).unwrap();
    assert_eq!(serde_json::from_str::<CaseExport>(&text).unwrap(), export);
}

#[test]
fn json_has_ids_as_strings_dates_as_edtf_and_nothing_confidential() {
    let text = json::write(&case_export()).unwrap();
    let tree: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(tree["case"]["id"], "7000000000000000001");
    assert_eq!(tree["articles"][0]["key"], "A-12");
    assert_eq!(tree["articles"][0]["original_sha256"], "00ff");
    assert_eq!(tree["articles"][0]["published"]["edtf"], "2011-08");
    assert_eq!(tree["articles"][0]["published"]["words"], "last month");
    let statement = &tree["statements"][0];
    assert_eq!(statement["sources"][0]["segments"][0]["exact"], "Never");
    assert_eq!(statement["sources"][0]["segments"][0]["start"], 1);
    assert_eq!(statement["checks"][0]["status"], "checking");
    assert_eq!(statement["checks"][0]["at"], "1970-01-01T00:00:01Z");
    assert_eq!(tree["follow_ups"][0]["attempts"][0]["day"], "2011-09-07");
    assert_eq!(tree["follow_ups"][0]["origins"][0]["kind"], "statement");
    assert!(!text.contains("deputy"), "confidential words leave the library");
}
