//! The chronology: its rows in order of time, and the files they go to.

use std::path::Path;

use casefile::domain::change::{
    ArticleChange, CaseChange, Change, EventChange, FollowUpChange, NewFollowUp, NewSource, NewStatement,
    OccasionRef, PartyRef, StatementChange,
};
use casefile::domain::date::{Dated, Edtf};
use casefile::domain::edit::{ArticleEdit, EventEdit, StatementEdit};
use casefile::domain::id::Id;
use casefile::domain::kind::{
    ArticleKind, ExportFormat, FollowUpKind, Form, LinkKind, OccasionKind, StatementKind,
};
use casefile::domain::record::Owner;
use casefile::domain::span::Span;
use casefile::jobs::export;
use casefile::ops;
use casefile::store::{self, Library};
use casefile::ui::timeline::{LanesBy, TimelineData};
use casefile::view::{self, Answered, CaseView, ChronologyRow, DateQuestion, Filter, Include};
use tempfile::TempDir;

const REPORT: &str = "The ferry company answered the state on Monday. “No hull of ours was unsafe”, it wrote. \
    The union had asked for the log: “Show us the log.” The company keeps sailing.";

/// A case with one article, a demand, its answer, a paraphrase, and an event.
struct Case {
    _folder: TempDir,
    library: Library,
    id: Id,
    article: Id,
    demand: Id,
    answer: Id,
    paraphrase: Id,
    event: Id,
}

fn date(edtf: &str) -> Dated {
    Dated::sure(edtf.parse::<Edtf>().unwrap())
}

impl Case {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut library = Library::create(&folder.path().join("ferry.casefile")).unwrap();
        let id = made(&mut library, None, CaseChange::New { title: "Ferry: hull".into() }.into());
        let write = ArticleChange::Write {
            case_id: id,
            title: "Company answers".into(),
            kind: ArticleKind::News,
            published: date("2024-03-28"),
            text: REPORT.into(),
        };
        let article = made(&mut library, Some(id), write.into());
        let outlet = ArticleEdit::Outlet("Quay Herald".into());
        apply(&mut library, id, ArticleChange::Edit { ids: vec![article], edit: outlet }.into());
        let mut case = Self {
            _folder: folder,
            library,
            id,
            article,
            demand: Id(0),
            answer: Id(0),
            paraphrase: Id(0),
            event: Id(0),
        };
        let letter =
            OccasionRef::New { kind: OccasionKind::Letter, title: String::new(), date: date("2024-03-25") };
        let draft =
            |draft: NewStatement, words: &str| NewStatement { source: Some(case.words(words)), ..draft };
        let union = vec![PartyRef::New("Riders’ union".into())];
        let company = vec![PartyRef::New("Harbor Line".into())];
        let demand = draft(
            NewStatement {
                speakers: union,
                kind: StatementKind::Demand,
                date: date("2024-03-25"),
                ..Default::default()
            },
            "Show us the log.",
        );
        let answer = draft(
            NewStatement { speakers: company.clone(), occasion: letter, ..Default::default() },
            "“No hull of ours was unsafe”",
        );
        let told = NewStatement { speakers: company.clone(), form: Form::Narration, ..Default::default() };
        let told = draft(told, "The company keeps sailing.");
        case.demand = case.make(StatementChange::New { case_id: id, draft: Box::new(demand) }.into());
        case.answer = case.make(StatementChange::New { case_id: id, draft: Box::new(answer) }.into());
        case.paraphrase = case.make(StatementChange::New { case_id: id, draft: Box::new(told) }.into());
        case.event = case.make(
            EventChange::New {
                case_id: id,
                title: "The hull was inspected".into(),
                date: date("2024-03-25"),
                parties: company,
                source: None,
            }
            .into(),
        );
        case
    }

    fn words(&self, words: &str) -> NewSource {
        let versions = store::article::versions(self.library.db(), self.article).unwrap();
        let start = REPORT[..REPORT.find(words).unwrap()].chars().count();
        NewSource { version_id: versions[0].id, spans: vec![Span::new(start, start + words.chars().count())] }
    }

    fn make(&mut self, change: Change) -> Id {
        made(&mut self.library, Some(self.id), change)
    }

    fn apply(&mut self, change: Change) {
        apply(&mut self.library, self.id, change);
    }

    fn view(&self) -> CaseView {
        view::case(self.library.db(), self.id).unwrap()
    }

    fn rows(&self) -> Vec<ChronologyRow> {
        view::chronology(&self.view(), &Filter::default(), Include::default())
    }

    fn order(&self) -> Vec<Owner> {
        self.rows().into_iter().map(|row| row.of).collect()
    }

    fn move_row(&mut self, of: Owner, up: bool) {
        for (of, order) in view::move_within_day(&self.view(), &self.rows(), of, up) {
            self.apply(match of {
                Owner::Statement(id) => {
                    StatementChange::Edit { ids: vec![id], edit: StatementEdit::DayOrder(order) }.into()
                }
                Owner::Event(id) => {
                    EventChange::Edit { ids: vec![id], edit: EventEdit::DayOrder(order) }.into()
                }
                other => panic!("{other:?} has no order"),
            });
        }
    }

    fn write(&mut self, format: ExportFormat, rows: &[Owner], to: &Path) -> export::Written {
        export::write_file(&mut self.library, self.id, format, rows, to, false).unwrap()
    }
}

fn apply(library: &mut Library, case: Id, change: Change) {
    ops::apply(library, Some(case), None, change).unwrap();
}

fn made(library: &mut Library, case: Option<Id>, change: Change) -> Id {
    ops::apply(library, case, None, change).unwrap().made.unwrap().1
}

#[test]
fn rows_are_in_order_of_time_and_say_what_who_source_and_answer() {
    let mut case = Case::new();
    let link = StatementChange::Link {
        from: case.answer,
        to: case.demand,
        kind: LinkKind::Repeats,
        note: String::new(),
    };
    case.apply(link.into());
    let rows = case.rows();
    let (event, demand, answer, told) = (
        Owner::Event(case.event),
        Owner::Statement(case.demand),
        Owner::Statement(case.answer),
        Owner::Statement(case.paraphrase),
    );
    // The paraphrase is dated by its article only: on or before 28 March.
    assert_eq!(rows.iter().map(|row| row.of).collect::<Vec<_>>(), [event, demand, answer, told]);
    assert_eq!(rows[1].line(), "“Show us the log.”");
    assert_eq!(
        (rows[1].who.as_str(), rows[1].answered),
        ("Riders’ union", Answered::NotYet),
        "a repeat answers nothing"
    );
    assert_eq!(rows[2].line(), "“No hull of ours was unsafe”", "one pair of quotation marks");
    assert_eq!(rows[2].occasion, "Letter", "its date is the row’s");
    assert_eq!(rows[2].sources, ["Quay Herald, 28 Mar 2024"]);
    assert_eq!(rows[3].line(), "The company keeps sailing.", "the outlet’s own words are no quotation");
    assert_eq!(rows[3].when.words, "on or before 28 Mar 2024");
    let link = StatementChange::Link {
        from: case.answer,
        to: case.demand,
        kind: LinkKind::Evades,
        note: String::new(),
    };
    case.apply(link.into());
    assert_eq!(case.rows()[1].answered, Answered::Yes);
}

#[test]
fn rows_move_within_their_day_and_no_further() {
    let mut case = Case::new();
    let (event, demand) = (Owner::Event(case.event), Owner::Statement(case.demand));
    let (answer, told) = (Owner::Statement(case.answer), Owner::Statement(case.paraphrase));
    case.move_row(answer, true);
    assert_eq!(case.order(), [event, answer, demand, told]);
    case.move_row(answer, true);
    assert_eq!(case.order(), [answer, event, demand, told]);
    case.move_row(answer, true);
    case.move_row(demand, false);
    assert_eq!(case.order(), [answer, event, demand, told], "at the end of the day there is no further");
    case.move_row(event, false);
    assert_eq!(case.order(), [answer, demand, event, told]);
}

#[test]
fn what_is_left_out_shows_only_when_asked_for() {
    let mut case = Case::new();
    let hide = StatementChange::Edit { ids: vec![case.demand], edit: StatementEdit::Hidden(true) };
    case.apply(hide.into());
    let hidden = Owner::Statement(case.demand);
    assert!(!case.order().contains(&hidden));
    let everything = Include { hidden: true, articles: true, follow_ups: true };
    let rows = view::chronology(&case.view(), &Filter::default(), everything);
    assert!(rows.iter().any(|row| row.of == hidden && row.hidden));
    assert!(rows.iter().any(|row| row.of == Owner::Article(case.article)));
    assert_eq!(view::hidden_count(&case.view(), &Filter::default()), 1);
    let about_log = Filter { text: "LOG".into(), ..Filter::default() };
    assert_eq!(view::hidden_count(&case.view(), &about_log), 1);
}

#[test]
fn a_question_about_dates_puts_what_is_possible_after_what_is_certain() {
    let case = Case::new();
    let before = DateQuestion::Before("2024-03-26".parse().unwrap());
    let filter = Filter { date: Some(before), ..Filter::default() };
    let rows = view::chronology(&case.view(), &filter, Include::default());
    let possibly: Vec<bool> = rows.iter().map(|row| row.possibly).collect();
    assert_eq!(possibly, [false, false, false, true], "the paraphrase may have been earlier");
}

#[test]
fn the_same_filter_finds_the_same_rows_in_chronology_and_timeline() {
    let mut case = Case::new();
    for (title, kind) in [("Ask for the log", FollowUpKind::Question), ("Call the yard", FollowUpKind::Call)]
    {
        let due = date("2024-04-02");
        let draft = NewFollowUp { title: title.into(), kind, due, ..NewFollowUp::default() };
        case.apply(FollowUpChange::New { case_id: case.id, draft: Box::new(draft) }.into());
    }
    let hide = StatementChange::Edit { ids: vec![case.paraphrase], edit: StatementEdit::Hidden(true) };
    case.apply(hide.into());
    let view = case.view();
    let company = view.parties.iter().find(|row| row.party.name == "Harbor Line").unwrap().party.id;
    let words = |words: &str| Filter { text: words.into(), ..Filter::default() };
    let before = |day: &str| DateQuestion::Before(day.parse().unwrap());
    for (filter, count) in [
        (Filter::default(), 6),
        (words("log"), 2),
        (words("herald"), 1),
        (Filter { speakers: vec![company], ..Filter::default() }, 1),
        (Filter { date: Some(before("2024-03-26")), ..Filter::default() }, 3),
        (Filter { date: Some(before("2024-04-03")), ..words("yard") }, 1),
    ] {
        let include = Include { hidden: false, articles: true, follow_ups: true };
        let mut rows: Vec<Id> =
            view::chronology(&view, &filter, include).into_iter().map(|row| row.of.id()).collect();
        let data = TimelineData::of_case(&view, &filter, LanesBy::default(), 19_900);
        let mut items: Vec<Id> = data.layout.items().iter().map(|item| item.id).collect();
        rows.sort_unstable();
        items.sort_unstable();
        items.dedup();
        assert_eq!(items, rows, "{filter:?}");
        assert_eq!(rows.len(), count, "{filter:?}");
    }
}

#[test]
fn a_chronology_file_has_every_row_a_numbered_source_and_the_head_hash() {
    let mut case = Case::new();
    let rows = case.order();
    let head = store::head_hash(case.library.db()).unwrap().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let written = case.write(ExportFormat::Html, &rows, &folder.path().join("chronology"));
    assert_eq!((written.rows, written.problems), (4, 0));
    let page = std::fs::read_to_string(folder.path().join("chronology.html")).unwrap();
    for words in ["Ferry: hull", "“No hull of ours was unsafe”", "In the words of Quay Herald", &head] {
        assert!(page.contains(words), "{words} is not in the page");
    }
    assert!(page.find("The hull was inspected").unwrap() < page.find("Show us the log.").unwrap());
    let uses = store::statement::uses(case.library.db(), case.answer).unwrap();
    assert_eq!(uses.len(), 1);
    assert_eq!((uses[0].1.as_str(), uses[0].2.as_str()), ("export", "No hull of ours was unsafe"));
    assert!(page.contains("No answer is known in this case"), "the demand waits");
    let link = StatementChange::Link {
        from: case.answer,
        to: case.demand,
        kind: LinkKind::Evades,
        note: String::new(),
    };
    case.apply(link.into());
    case.write(ExportFormat::Html, &rows, &folder.path().join("answered"));
    let page = std::fs::read_to_string(folder.path().join("answered.html")).unwrap();
    assert!(page.contains("evades this: "), "who answered it, and how");
    assert!(!page.contains("No answer is known in this case"));
    let docx = case.write(ExportFormat::Docx, &rows[..1], &folder.path().join("one.docx"));
    assert_eq!(docx.rows, 1);
    assert!(std::fs::read(&docx.path).unwrap().starts_with(b"PK"));
}

#[test]
fn undo_takes_back_the_last_change_and_not_the_note_of_an_export() {
    let mut case = Case::new();
    let rows = case.order();
    let folder = tempfile::tempdir().unwrap();
    case.write(ExportFormat::Html, &rows, &folder.path().join("c.html"));
    assert!(case.library.can_undo().is_some_and(|it| it.words.contains("The hull was inspected")));
    case.library.undo().unwrap();
    assert_eq!(case.view().events.len(), 0);
    case.write(ExportFormat::Html, &rows, &folder.path().join("c.html"));
    case.library.redo().unwrap();
    assert_eq!(case.view().events.len(), 1, "an export between does not end what can be redone");
    assert_eq!(store::statement::uses(case.library.db(), case.answer).unwrap().len(), 2);
}

#[test]
fn the_check_of_quotations_names_what_is_not_as_written() {
    let mut case = Case::new();
    assert_eq!(export::quote_check(case.library.db(), case.id, &case.order()).unwrap().problems, []);
    let typed = NewStatement { unsourced: "We never saw it.".into(), ..Default::default() };
    let typed = case.make(StatementChange::New { case_id: case.id, draft: Box::new(typed) }.into());
    let check = export::quote_check(case.library.db(), case.id, &case.order()).unwrap();
    assert_eq!(check.checked, 4);
    assert_eq!(check.problems.len(), 1);
    assert_eq!(check.problems[0].of, Owner::Statement(typed));
    assert_eq!(check.problems[0].quote, "We never saw it.");
    let folder = tempfile::tempdir().unwrap();
    let rows = case.order();
    let written = case.write(ExportFormat::Html, &rows, &folder.path().join("c.html"));
    assert_eq!(written.problems, 1);
    assert!(std::fs::read_to_string(written.path).unwrap().contains("was typed without a source"));
}

#[test]
fn a_whole_case_as_json_keeps_offsets_hashes_and_nothing_confidential() {
    let mut case = Case::new();
    let secret = StatementEdit::ConfidentialNote("from the harbour master".into());
    case.apply(StatementChange::Edit { ids: vec![case.answer], edit: secret }.into());
    let folder = tempfile::tempdir().unwrap();
    let written = case.write(ExportFormat::Json, &[], &folder.path().join("case.json"));
    assert_eq!(written.rows, 4);
    let text = std::fs::read_to_string(&written.path).unwrap();
    assert!(!text.contains("harbour master"));
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let article = &json["articles"][0];
    let versions = store::article::versions(case.library.db(), case.article).unwrap();
    assert_eq!(article["original_sha256"], versions[0].original_sha256.as_str());
    let body: Vec<char> = article["versions"][0]["text"].as_str().unwrap().chars().collect();
    let segments: Vec<&serde_json::Value> = json["statements"]
        .as_array()
        .unwrap()
        .iter()
        .map(|statement| &statement["sources"][0]["segments"][0])
        .collect();
    assert_eq!(segments.len(), 3);
    for segment in segments {
        let at = |end: &str| segment[end].as_u64().unwrap() as usize;
        assert_eq!(
            body[at("start")..at("end")].iter().collect::<String>(),
            segment["exact"].as_str().unwrap()
        );
    }
    assert_eq!(json["events"][0]["title"], "The hull was inspected");
}
