//! Statements: made from words of an article, merged, split, dated, asked for; and the parties who say them.

use casefile::domain::change::{
    ArticleChange, CaseChange, Change, NewSource, NewStatement, NoteChange, OccasionRef, PartyChange,
    PartyRef, StatementChange, TopicChange,
};
use casefile::domain::date::{Dated, ReadIn, read_given};
use casefile::domain::edit::{ArticleEdit, PartyEdit, StatementEdit};
use casefile::domain::id::Id;
use casefile::domain::kind::{
    ArticleKind, Form, LinkKind, OccasionKind, PartyKind, PartyRole, StatementKind,
};
use casefile::domain::record::Owner;
use casefile::domain::span::Span;
use casefile::error::Result;
use casefile::ops;
use casefile::store::Library;
use casefile::view::{self, CaseView, DateFrom, DateQuestion, Filter, StatementRow};

const FIRST: &str = "The mill answers the county\n\nIn a letter on Friday the mill said “the filter ran every \
night.” It went on: “No fish died of our water.” Last month the county had written: “Stop the night run.”\n";
const SECOND: &str =
    "What the mill wrote\n\nThe filter, the mill wrote, “ran each night”, and nobody was told.\n";

/// A case with two articles on one letter, neither of them dated.
pub(crate) struct Case {
    pub(crate) library: Library,
    pub(crate) id: Id,
    pub(crate) first: Id,
    second: Id,
    _folder: tempfile::TempDir,
}

impl Case {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut library = Library::create(&folder.path().join("mill.casefile")).unwrap();
        let new = CaseChange::New { title: "The mill".into() };
        let (_, id) = ops::apply(&mut library, None, None, new.into()).unwrap().made.unwrap();
        let mut case = Self { library, id, first: Id(0), second: Id(0), _folder: folder };
        (case.first, case.second) = (case.write("First", FIRST), case.write("Second", SECOND));
        case
    }

    fn write(&mut self, title: &str, text: &str) -> Id {
        self.make(ArticleChange::Write {
            case_id: self.id,
            title: title.into(),
            kind: ArticleKind::News,
            published: Dated::default(),
            text: text.into(),
        })
    }

    pub(crate) fn try_run(&mut self, change: impl Into<Change>) -> Result<Option<Id>> {
        let done = ops::apply(&mut self.library, Some(self.id), None, change.into())?;
        Ok(done.made.map(|(_, id)| id))
    }

    pub(crate) fn run(&mut self, change: impl Into<Change>) {
        self.try_run(change).unwrap();
    }

    pub(crate) fn make(&mut self, change: impl Into<Change>) -> Id {
        self.try_run(change).unwrap().unwrap()
    }

    pub(crate) fn view(&self) -> CaseView {
        view::case(self.library.db(), self.id).unwrap()
    }

    pub(crate) fn row(&self, id: Id) -> StatementRow {
        self.view().statement(id).cloned().unwrap()
    }

    /// These words of an article, as a source.
    pub(crate) fn words(&self, article: Id, words: &str) -> NewSource {
        let shown = view::article(self.library.db(), article).unwrap();
        let text = shown.text.unwrap();
        let start = text[..text.find(words).unwrap()].chars().count();
        let span = Span::new(start, start + words.chars().count());
        NewSource { version_id: shown.version_id.unwrap(), spans: vec![span] }
    }

    pub(crate) fn say(&mut self, draft: NewStatement) -> Id {
        self.make(StatementChange::New { case_id: self.id, draft: Box::new(draft) })
    }

    /// The mill's letter of 2 September 2011 to the county, and the first quotation from it.
    pub(crate) fn letter(&mut self) -> Id {
        let source = Some(self.words(self.first, "the filter ran every night."));
        self.say(NewStatement {
            source,
            speakers: vec![PartyRef::New("Ferrow Mill".into())],
            audience: vec![PartyRef::New("Ferrow County".into())],
            occasion: OccasionRef::New {
                kind: OccasionKind::Letter,
                title: String::new(),
                date: date("2011-09-02"),
            },
            ..NewStatement::default()
        })
    }

    /// A further quotation from the letter: nothing but the words and the occasion.
    fn further(&mut self, letter: Id) -> Id {
        let occasion = OccasionRef::Known(self.row(letter).statement.occasion_id.unwrap());
        let source = Some(self.words(self.first, "No fish died of our water."));
        self.say(NewStatement { source, occasion, ..NewStatement::default() })
    }

    /// The county's demand, dated "last month" in the first article.
    pub(crate) fn demand(&mut self) -> Id {
        let source = Some(self.words(self.first, "Stop the night run."));
        let read_in = ReadIn { article: self.first, published: None };
        self.say(NewStatement {
            source,
            speakers: vec![PartyRef::New("Ferrow County".into())],
            kind: StatementKind::Demand,
            date: read_given("last month", 0, Some(read_in)).unwrap(),
            ..NewStatement::default()
        })
    }

    fn publish(&mut self, article: Id, day: &str) {
        let edit = ArticleEdit::Published(date(day));
        self.run(ArticleChange::Edit { ids: vec![article], edit });
    }

    fn undo(&mut self) {
        assert!(self.library.undo().unwrap().is_some());
    }

    fn redo(&mut self) {
        assert!(self.library.redo().unwrap().is_some());
    }

    pub(crate) fn party(&self, name: &str) -> Id {
        let view = self.view();
        view.parties.iter().find(|row| row.party.name == name).unwrap().party.id
    }

    fn is_whole(&mut self) -> bool {
        self.library.check().unwrap().problems.is_empty()
    }

    /// Runs a change, undoes it and brings it back; the case must be as before, and as after.
    pub(crate) fn there_and_back(&mut self, change: impl Into<Change>) {
        let before = self.view();
        self.run(change);
        let after = self.view();
        assert_ne!(before, after);
        self.undo();
        assert_eq!(self.view(), before);
        self.redo();
        assert_eq!(self.view(), after);
        assert!(self.is_whole());
    }
}

fn date(edtf: &str) -> Dated {
    Dated::sure(edtf.parse().unwrap())
}

fn in_role(row: &StatementRow, role: PartyRole) -> Vec<Id> {
    row.parties.iter().filter(|(r, _)| *r == role).map(|(_, id)| *id).collect()
}

#[test]
fn words_of_an_article_become_a_statement_on_a_new_occasion() {
    let mut case = Case::new();
    let letter = case.letter();
    let row = case.row(letter);
    assert_eq!((row.quote.as_str(), row.speaker.as_str()), ("the filter ran every night.", "Ferrow Mill"));
    assert_eq!(row.said.words, "2 Sep 2011");
    assert_eq!(row.said.from, DateFrom::Occasion);
    let view = case.view();
    assert_eq!(view.occasions[0].label, "Letter from Ferrow Mill to Ferrow County, 2 Sep 2011");
    assert_eq!(view.occasions[0].occasion.articles.len(), 1, "the article that tells of it is tied to it");
    assert_eq!(view.occasions[0].statements, [letter]);
}

#[test]
fn a_further_quotation_from_the_occasion_needs_nothing_but_its_words() {
    let mut case = Case::new();
    let letter = case.letter();
    let further = case.further(letter);
    let (one, two) = (case.row(letter), case.row(further));
    assert_eq!(two.speaker, "Ferrow Mill");
    assert_eq!(two.said.words, one.said.words);
    assert_eq!(in_role(&two, PartyRole::Audience), in_role(&one, PartyRole::Audience));
    assert!(two.statement.parties.is_empty(), "they are the occasion's");
    assert_eq!(case.view().occasions[0].statements, [letter, further]);
}

#[test]
fn another_source_stands_beside_the_wording_relied_on() {
    let mut case = Case::new();
    let letter = case.letter();
    let source = case.words(case.second, "ran each night");
    case.there_and_back(StatementChange::AddSource { id: letter, source });
    let row = case.row(letter);
    assert_eq!(row.quote, "the filter ran every night.");
    let wordings: Vec<&str> = row.sources.iter().map(|source| source.quote.as_str()).collect();
    assert_eq!(wordings, ["the filter ran every night.", "ran each night"]);
    let other = StatementEdit::ReliedOn(Some(row.sources[1].citation_id));
    case.there_and_back(StatementChange::Edit { ids: vec![letter], edit: other });
    assert_eq!(case.row(letter).quote, "ran each night");
}

#[test]
fn merged_statements_are_one_with_the_sources_and_replies_of_both() {
    let mut case = Case::new();
    let (demand, letter) = (case.demand(), case.letter());
    let source = Some(case.words(case.second, "ran each night"));
    let twin = case.say(NewStatement { source, ..NewStatement::default() });
    case.run(StatementChange::Link { from: twin, to: demand, kind: LinkKind::Answers, note: String::new() });
    case.there_and_back(StatementChange::Merge { keep: letter, gone: twin });
    let row = case.row(letter);
    assert_eq!((row.sources.len(), row.answers.len()), (2, 1));
    assert_eq!(row.quote, "the filter ran every night.");
    assert_eq!(case.row(demand).answered_by[0].other, letter);
    assert!(case.view().statement(twin).is_none());
    let with_itself = StatementChange::Merge { keep: letter, gone: letter };
    assert!(case.try_run(with_itself).is_err());
}

#[test]
fn some_sources_become_a_statement_of_their_own() {
    let mut case = Case::new();
    let letter = case.letter();
    let source = case.words(case.second, "ran each night");
    case.run(StatementChange::AddSource { id: letter, source });
    let sources: Vec<Id> = case.row(letter).sources.iter().map(|source| source.citation_id).collect();
    for citations in [Vec::new(), sources.clone()] {
        let error = case.try_run(StatementChange::Split { id: letter, citations }).unwrap_err();
        assert!(error.message.contains("Choose some of the sources"), "{error}");
    }
    case.there_and_back(StatementChange::Split { id: letter, citations: vec![sources[1]] });
    let view = case.view();
    let twin = view.statements.iter().find(|row| row.statement.id != letter).unwrap();
    assert_eq!((twin.quote.as_str(), twin.speaker.as_str()), ("ran each night", "Ferrow Mill"));
    assert_eq!(twin.said.words, "2 Sep 2011", "it was said on the same occasion");
    assert_eq!(case.row(letter).sources.len(), 1);
}

#[test]
fn a_statement_without_a_date_of_its_own_is_on_or_before_its_article() {
    let mut case = Case::new();
    let source = Some(case.words(case.first, "No fish died of our water."));
    let id = case.say(NewStatement { source, ..NewStatement::default() });
    assert_eq!(case.row(id).said.from, DateFrom::None, "nothing is known");
    case.publish(case.first, "2011-09-07");
    let said = case.row(id).said;
    assert_eq!((said.words.as_str(), said.from), ("on or before 7 Sep 2011", DateFrom::Article));
    let source = case.words(case.second, "ran each night");
    case.run(StatementChange::AddSource { id, source });
    case.publish(case.second, "2011-09-05");
    assert_eq!(case.row(id).said.words, "on or before 5 Sep 2011", "the earliest article tells");
}

#[test]
fn words_such_as_last_month_wait_for_the_publication_and_follow_it() {
    let mut case = Case::new();
    let demand = case.demand();
    let dated = |case: &Case| case.row(demand).said.date.edtf.map(|date| date.to_string());
    assert_eq!(dated(&case), None);
    case.publish(case.first, "2011-09-07");
    assert_eq!(dated(&case).as_deref(), Some("2011-08"));
    case.publish(case.first, "2011-10-01");
    assert_eq!(dated(&case).as_deref(), Some("2011-09"));
    case.undo();
    assert_eq!(dated(&case).as_deref(), Some("2011-08"));
    case.undo();
    assert_eq!(dated(&case), None);
    assert_eq!(case.row(demand).said.date.words.as_deref(), Some("last month"), "the words stay");
}

#[test]
fn a_question_about_dates_is_answered_certainly_and_possibly() {
    let mut case = Case::new();
    let (letter, demand) = (case.letter(), case.demand());
    let filter = Filter { date: Some(DateQuestion::Before("2011-09".parse().unwrap())), ..Filter::default() };
    let found = |case: &Case, filter: &Filter| {
        let view = case.view();
        let found = filter.statements(&view);
        let ids = |places: Vec<usize>| -> Vec<Id> {
            places.into_iter().map(|place| view.statements[place].statement.id).collect()
        };
        (ids(found.certainly), ids(found.possibly))
    };
    assert_eq!(found(&case, &filter), (vec![], vec![demand]), "it is not dated yet; the letter was later");
    case.publish(case.first, "2011-09-07");
    assert_eq!(found(&case, &filter), (vec![demand], vec![]));
    let of_the_mill = Filter { speakers: vec![case.party("Ferrow Mill")], ..filter };
    assert_eq!(found(&case, &of_the_mill), (vec![], vec![]));
    let after = Filter { date: Some(DateQuestion::After("2011-08".parse().unwrap())), ..of_the_mill };
    assert_eq!(found(&case, &after), (vec![letter], vec![]));
}

#[test]
fn merged_parties_are_one_under_both_names() {
    let mut case = Case::new();
    let letter = case.letter();
    let other = case.say(NewStatement {
        unsourced: "We were never asked.".into(),
        speakers: vec![PartyRef::New("The mill company".into())],
        ..NewStatement::default()
    });
    let (keep, gone) = (case.party("Ferrow Mill"), case.party("The mill company"));
    for (id, told) in [(keep, "Told by a clerk."), (gone, "Told by a guard.")] {
        case.run(PartyChange::Edit { ids: vec![id], edit: PartyEdit::Confidential(told.into()) });
    }
    case.there_and_back(PartyChange::Merge { keep, gone: vec![gone] });
    let told = case.view().party(keep).unwrap().party.confidential.clone();
    assert_eq!(told, "Told by a clerk.\nTold by a guard.");
    assert_eq!(in_role(&case.row(other), PartyRole::Speaker), [keep]);
    assert_eq!(in_role(&case.row(letter), PartyRole::Speaker), [keep]);
    assert_eq!(case.view().party(keep).unwrap().aliases, ["The mill company"]);
    let again = case.make(PartyChange::New { case_id: case.id, name: "the mill company".into(), kind: None });
    assert_eq!(again, keep, "the other name finds it");
}

#[test]
fn an_unnamed_party_is_never_merged() {
    let mut case = Case::new();
    let mut new = |name: &str, kind| {
        case.make(PartyChange::New { case_id: case.id, name: name.into(), kind: Some(kind) })
    };
    let known = new("Ferrow Mill", PartyKind::Organisation);
    let unnamed = new("a person who saw the log", PartyKind::Unnamed);
    for (keep, gone) in [(known, unnamed), (unnamed, known)] {
        let error = case.try_run(PartyChange::Merge { keep, gone: vec![gone] }).unwrap_err();
        assert!(error.message.contains("unnamed"), "{error}");
    }
    let before = case.view();
    assert_eq!(before.parties.len(), 2);
}

#[test]
fn a_party_that_is_two_is_split_also_where_the_occasion_names_it() {
    let mut case = Case::new();
    let letter = case.letter();
    let further = case.further(letter);
    let mill = case.party("Ferrow Mill");
    let name = "Ferrow Mill Pension Fund".to_owned();
    case.there_and_back(PartyChange::Split { case_id: case.id, id: mill, name, statements: vec![further] });
    assert_eq!(case.row(further).speaker, "Ferrow Mill Pension Fund");
    assert_eq!(case.row(letter).speaker, "Ferrow Mill");
    let occasion = &case.view().occasions[0];
    assert!(occasion.label.contains("from Ferrow Mill to"), "the letter itself is not changed");
}

#[test]
fn a_date_a_person_made_of_other_words_stays_when_the_publication_changes() {
    let mut case = Case::new();
    let id = case.demand();
    let basis = casefile::store::dates::basis_of(case.first);
    let decided = Dated::resolved("2011-08-15".parse().unwrap(), "the day of the regatta", basis);
    let edit = StatementEdit::Date(decided);
    case.run(StatementChange::Edit { ids: vec![id], edit });
    case.publish(case.first, "2011-10-01");
    assert_eq!(case.row(id).said.words, "15 Aug 2011");
}

#[test]
fn a_merge_loses_nothing_that_was_typed() {
    let mut case = Case::new();
    let (keep, gone) = (case.letter(), case.demand());
    let set = |case: &mut Case, id: Id, edit: StatementEdit| {
        case.run(StatementChange::Edit { ids: vec![id], edit });
    };
    set(&mut case, keep, StatementEdit::Gist("The filter was on.".to_owned()));
    set(&mut case, gone, StatementEdit::Gist("Stop it at once.".to_owned()));
    set(&mut case, keep, StatementEdit::Date(date("2011-09-02")));
    set(&mut case, gone, StatementEdit::Date(date("2011-08-15")));
    let meeting = StatementChange::SetNewOccasion {
        id: gone,
        kind: OccasionKind::Meeting,
        title: "In the town hall".to_owned(),
        date: Dated::default(),
    };
    case.run(meeting);
    set(&mut case, gone, StatementEdit::Form(Form::Paraphrase));
    let outer = |case: &mut Case, words: &str| {
        case.say(NewStatement { unsourced: words.to_owned(), ..NewStatement::default() })
    };
    for (id, words) in [(keep, "The first letter."), (gone, "The second letter.")] {
        let outer = outer(&mut case, words);
        set(&mut case, id, StatementEdit::NestedIn(Some(outer)));
    }
    let note = "As the clerk reads it.".to_owned();
    case.run(StatementChange::Link { from: keep, to: gone, kind: LinkKind::Denies, note });
    set(&mut case, gone, StatementEdit::ConfidentialNote("Told by a clerk.".to_owned()));
    let about = vec![PartyRef::New("Lower Tarrow".to_owned())];
    case.run(StatementChange::SetParties { ids: vec![gone], role: PartyRole::About, parties: about });
    case.there_and_back(StatementChange::Merge { keep, gone });
    let row = case.row(keep);
    assert_eq!(row.statement.gist, "The filter was on.");
    assert_eq!(row.statement.confidential_note, "Told by a clerk.");
    let lower_tarrow = case.party("Lower Tarrow");
    assert!(row.parties.contains(&(PartyRole::About, lower_tarrow)));
    let owner = Owner::Statement(keep);
    let notes = casefile::view::detail(case.library.db(), case.id, owner).unwrap().notes;
    for lost in [
        "Stop it at once.",
        "date: 15 Aug 2011",
        "In the town hall",
        "speaker: Ferrow County",
        "kind: demand",
        "form: paraphrase",
        "within S-0004",
        "reply: S-0001 denies S-0002 As the clerk reads it.",
    ] {
        assert!(notes.iter().any(|note| note.body.contains(lost)), "{lost} {notes:?}");
    }
}

#[test]
fn nothing_is_tied_to_a_record_of_another_case() {
    let mut case = Case::new();
    let letter = case.letter();
    let occasion = case.row(letter).statement.occasion_id.unwrap();
    let source = case.words(case.first, "Stop the night run.");
    let other = case.make(CaseChange::New { title: "The dam".into() });
    let typed = NewStatement { unsourced: "It holds.".into(), ..NewStatement::default() };
    let new = |draft: NewStatement| StatementChange::New { case_id: other, draft: Box::new(draft) };
    let of = Owner::Statement(letter);
    let topic = TopicChange::Mark { case_id: other, name: "Water".into(), of: vec![of] };
    let note = NoteChange::New { case_id: other, of, body: "Look again.".into() };
    for change in [Change::from(topic), note.into()] {
        let error = case.try_run(change.clone()).unwrap_err();
        assert!(error.message.contains("another case"), "{change:?}: {error}");
    }
    assert!(view::case(case.library.db(), other).unwrap().topics.is_empty());
    let id = case.make(new(typed.clone()));
    let edit = |edit| StatementChange::Edit { ids: vec![id], edit };
    let before = case.view();
    for change in [
        new(NewStatement { source: Some(source.clone()), ..typed.clone() }),
        new(NewStatement { occasion: OccasionRef::Known(occasion), ..typed.clone() }),
        new(NewStatement { nested_in: Some(letter), ..typed.clone() }),
        new(NewStatement { answers: Some((letter, LinkKind::Denies)), ..typed }),
        edit(StatementEdit::Occasion(Some(occasion))),
        edit(StatementEdit::NestedIn(Some(letter))),
        StatementChange::AddSource { id, source },
        StatementChange::Link { from: id, to: letter, kind: LinkKind::Denies, note: String::new() },
        StatementChange::Merge { keep: letter, gone: id },
    ] {
        let error = case.try_run(change.clone()).unwrap_err();
        assert!(error.message.contains("another case"), "{change:?}: {error}");
    }
    assert_eq!(case.view(), before);
    assert_eq!(view::case(case.library.db(), other).unwrap().statements.len(), 1);
}
