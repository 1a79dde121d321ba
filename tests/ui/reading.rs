//! An article in the reader: a letter makes a record of the words selected; marks lead to their records.

use std::sync::Arc;

use casefile::command::{Command, Place, Tab};
use casefile::domain::change::NewSource;
use casefile::domain::date::Dated;
use casefile::domain::id::Id;
use casefile::domain::kind::{ArticleKind, Reading};
use casefile::domain::record::{Article, Owner, Page, Version};
use casefile::domain::span::Span;
use casefile::ui::draft::{Draft, DraftKind};
use casefile::ui::reading::{ReadingState, reading_ui};
use casefile::ui::theme::{Mode, apply};
use casefile::ui::{Cx, Data, OcrProgress};
use casefile::view::{ArticleView, Mark};
use eframe::egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

const CASE: Id = Id(1);
const ARTICLE: Id = Id(2);
const VERSION: Id = Id(3);
const STATEMENT: Owner = Owner::Statement(Id(4));
const TEXT: &str = "The board wrote on Monday. “The hull was sound,” Ms. Calder answered.\n";

#[derive(Default)]
struct Pane {
    data: Data,
    selection: Option<Owner>,
    state: ReadingState,
    draft: Option<Draft>,
    out: Vec<Command>,
}

fn span_of(words: &str) -> Span {
    let start = TEXT[..TEXT.find(words).unwrap()].chars().count();
    Span::new(start, start + words.chars().count())
}

fn article(text: Option<&str>) -> ArticleView {
    let version = Version {
        id: VERSION,
        article_id: ARTICLE,
        n: 1,
        original_sha256: "00".repeat(32),
        file_name: "story.pdf".to_owned(),
        text_sha256: text.map(|_| "11".repeat(32)),
        importer: "plain".to_owned(),
        importer_version: 1,
        encoding: "UTF-8".to_owned(),
        warnings: vec!["Its text is not read yet: it is a PDF.".to_owned()],
        pages: Vec::new(),
        captions: Vec::new(),
        found: Vec::new(),
    };
    ArticleView {
        article: Article {
            id: ARTICLE,
            case_id: CASE,
            number: 7,
            title: "The board and the hull".to_owned(),
            byline: "Mara Ellison".to_owned(),
            outlet: "The Harbor Post".to_owned(),
            url: String::new(),
            language: String::new(),
            kind: ArticleKind::News,
            published: Dated::default(),
            received: Dated::default(),
            obtained_from: String::new(),
            obtained_how: String::new(),
            archive_link: String::new(),
            reference: String::new(),
            privileged: false,
            reading: Reading::Unread,
            important: false,
        },
        versions: vec![version],
        text: text.map(Into::into),
        head: Span::new(0, 0),
        version_id: text.map(|_| VERSION),
        marks: text
            .map(|_| Mark {
                span: span_of("The hull was sound"),
                cited: span_of("The hull was sound"),
                of: STATEMENT,
                label: "S-0001".to_owned(),
            })
            .into_iter()
            .collect(),
        elsewhere: Vec::new(),
        size: None,
        last_occasion: None,
    }
}

fn pane(text: Option<&str>) -> Harness<'static, Pane> {
    let data = Data {
        path: Some("library.casefile".into()),
        article: Some(Arc::new(article(text))),
        ..Data::default()
    };
    let mut harness = Harness::builder()
        .with_size([420.0, 420.0])
        .with_step_dt(1.0 / 30.0)
        .with_context_setup(|ctx| apply(ctx, Mode::Light))
        .build_ui_state(
            |ui, pane: &mut Pane| {
                let cx = Cx {
                    place: Place::Case(CASE, Tab::Articles),
                    data: &pane.data,
                    selection: pane.selection,
                    reading: None,
                    today: 20_000,
                };
                reading_ui(ui, &cx, &mut pane.state, &mut pane.draft, &mut pane.out);
            },
            Pane { data, ..Pane::default() },
        );
    harness.run_steps(2);
    harness
}

#[test]
fn the_head_says_where_it_is_from_and_that_its_date_is_not_known() {
    let mut harness = pane(Some(TEXT));
    for words in ["The Harbor Post ·", "Mara Ellison", "The board and the hull", "A-7"] {
        assert!(harness.query_by_label(words).is_some(), "{words}");
    }
    harness.get_by_label("date not known").click();
    harness.run_steps(2);
    assert!(harness.state().state.details);
    assert_eq!(harness.state().out, [Command::Select(Owner::Article(ARTICLE))]);
}

#[test]
fn the_letter_s_makes_a_statement_of_the_words_selected() {
    let mut harness = pane(Some(TEXT));
    harness.state_mut().state.select = Some(span_of("The hull was sound,"));
    harness.run_steps(2);
    let source = NewSource { version_id: VERSION, spans: vec![span_of("The hull was sound,")] };
    assert_eq!(harness.state().state.selected.as_ref(), Some(&source), "for another source of a record");
    harness.key_press(Key::S);
    harness.run_steps(2);
    let draft = harness.state().draft.clone().unwrap();
    assert_eq!((draft.kind, draft.article), (DraftKind::Statement, Some(ARTICLE)));
    assert_eq!((draft.quote.as_str(), draft.source), ("The hull was sound,", Some(source)));
    harness.state_mut().draft = None;
    harness.run_steps(2);
    assert_eq!(harness.state().state.selected, None, "once it is made its words are let go of");
}

#[test]
fn in_a_library_open_for_reading_no_record_is_begun() {
    let mut harness = pane(Some(TEXT));
    harness.state_mut().data.read_only = Some("elsewhere".to_owned());
    harness.state_mut().state.select = Some(span_of("Monday"));
    harness.run_steps(2);
    harness.key_press(Key::S);
    harness.run_steps(2);
    assert_eq!(harness.state().draft, None);
}

#[test]
fn a_mark_leads_to_its_record_and_does_not_scroll_away_from_it() {
    let mut harness = pane(Some(TEXT));
    harness.get_by_label("S-0001").click();
    harness.run_steps(2);
    assert_eq!(harness.state().out, [Command::Select(STATEMENT)]);
    assert_eq!(harness.state().state.shown_for, Some(STATEMENT));
}

#[test]
fn an_article_without_text_says_why_and_can_be_read_again() {
    let mut harness = pane(None);
    assert!(harness.query_by_label("Its text is not read yet: it is a PDF.").is_some());
    harness.get_by_label("Read again").click();
    harness.run_steps(2);
    harness.get_by_label("Save the original…").click();
    harness.run_steps(2);
    assert_eq!(harness.state().out, [Command::ReadAgain(vec![ARTICLE]), Command::SaveOriginal(ARTICLE)]);
}

/// Changes the version of the article that is shown.
fn with_version(harness: &mut Harness<'static, Pane>, change: impl FnOnce(&mut Version)) {
    let data = &mut harness.state_mut().data;
    let mut view = data.article.as_deref().unwrap().clone();
    change(&mut view.versions[0]);
    data.article = Some(Arc::new(view));
    harness.run_steps(2);
}

#[test]
fn a_scan_is_offered_to_be_read_and_tells_how_far_it_is() {
    let mut harness = pane(None);
    with_version(&mut harness, |version| version.importer = Version::SCAN.to_owned());
    assert!(harness.query_by_label("There is no text in this scan").is_some());
    assert!(harness.query_by_label("Read with OCR").is_none(), "there is no program for it");
    assert!(harness.query_by_label_contains("Tesseract").is_some(), "how to get it is said");

    harness.state_mut().data.ocr.there = true;
    harness.run_steps(2);
    harness.get_by_label("Read with OCR").click();
    harness.run_steps(2);
    assert_eq!(harness.state_mut().out.drain(..).collect::<Vec<_>>(), [Command::ReadWithOcr(vec![ARTICLE])]);

    harness.state_mut().data.ocr.asked(&[ARTICLE]);
    harness.state_mut().data.ocr.reading = Some(OcrProgress { article: ARTICLE, page: 1, pages: 5 });
    harness.run_steps(2);
    assert!(harness.query_by_label("Reading page 2 of 5…").is_some());
    harness.get_by_label("Stop").click();
    harness.run_steps(2);
    assert_eq!(harness.state().out, [Command::CancelOcr]);
}

#[test]
fn words_read_by_ocr_say_so_over_the_text() {
    let mut harness = pane(Some(TEXT));
    with_version(&mut harness, |version| {
        version.importer = Version::OCR.to_owned();
        version.warnings = vec!["Read by OCR, 87 % sure: check against the original.".to_owned()];
    });
    assert!(harness.query_by_label("Read by OCR, 87 % sure: check against the original.").is_some());
}

#[test]
fn pages_are_named_at_the_side_and_are_not_copied() {
    let mut harness = pane(Some(TEXT));
    assert!(harness.query_by_label("p. 4").is_none());
    let second = span_of("Ms. Calder").start;
    harness.state_mut().state = ReadingState::default();
    with_version(&mut harness, |version| {
        let page = |at, label: &str| Page { at, label: label.to_owned() };
        version.pages = vec![page(0, "3"), page(second, "4"), page(second, "5")];
    });
    assert!(harness.query_by_label("p. 3").is_some());
    assert!(harness.query_by_label("p. 4").is_none(), "a page without words is not named");
    assert!(harness.query_by_label("p. 5").is_some());
    harness.state_mut().state.select = Some(Span::new(0, TEXT.trim_end().chars().count()));
    harness.run_steps(2);
    harness.event(eframe::egui::Event::Copy);
    harness.run_steps(2);
    assert_eq!(harness.state().out, [Command::CopyText(TEXT.trim_end().to_owned())]);
}
