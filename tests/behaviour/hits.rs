//! What a search gives to the screen: the records to open and where their words are.

use casefile::domain::change::{
    ArticleChange, CaseChange, Change, NewSource, NewStatement, NoteChange, PartyRef, StatementChange,
};
use casefile::domain::date::{Dated, Match};
use casefile::domain::id::Id;
use casefile::domain::kind::{ArticleKind, RecordKind};
use casefile::domain::record::Owner;
use casefile::domain::span::Span;
use casefile::ops;
use casefile::store::{self, Library};
use casefile::view::{HitsView, hits};
use tempfile::TempDir;

const TEXT: &str = "Die Brücke — ein Brief.\nThe mayor wrote that “the bridge is safe” and left.";

struct Case {
    library: Library,
    id: Id,
    article: Id,
    _folder: TempDir,
}

impl Case {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut library = Library::create(&folder.path().join("l.casefile")).unwrap();
        let id = made(&mut library, None, CaseChange::New { title: "The bridge".to_owned() }.into());
        let write = ArticleChange::Write {
            case_id: id,
            title: "A letter".to_owned(),
            kind: ArticleKind::Letter,
            published: Dated::sure("2024-09-07".parse().unwrap()),
            text: TEXT.to_owned(),
        };
        let article = made(&mut library, Some(id), write.into());
        Self { library, id, article, _folder: folder }
    }

    /// A statement of these words of the article.
    fn state(&mut self, words: &str, speaker: &str) -> Id {
        let version_id = store::article::versions(self.library.db(), self.article).unwrap()[0].id;
        let start = TEXT[..TEXT.find(words).unwrap()].chars().count();
        let span = Span::new(start, start + words.chars().count());
        let draft = NewStatement {
            source: Some(NewSource { version_id, spans: vec![span] }),
            speakers: vec![PartyRef::New(speaker.to_owned())],
            ..NewStatement::default()
        };
        let new = StatementChange::New { case_id: self.id, draft: Box::new(draft) };
        made(&mut self.library, Some(self.id), new.into())
    }

    fn find(&self, typed: &str) -> HitsView {
        hits(self.library.db(), typed, Some(self.id)).unwrap()
    }
}

fn made(library: &mut Library, case: Option<Id>, change: Change) -> Id {
    ops::apply(library, case, None, change).unwrap().made.unwrap().1
}

fn words_at(place: Option<(Id, Span)>) -> String {
    let (_, span) = place.unwrap();
    TEXT.chars().skip(span.start).take(span.end - span.start).collect()
}

#[test]
fn a_hit_opens_its_article_at_its_words_counted_in_code_points() {
    let mut case = Case::new();
    let statement = case.state("the bridge is safe", "Mayor");
    let found = case.find("bridge safe");
    let of = |kind| found.lines.iter().find(|line| line.kind == kind).unwrap();
    let article = of(RecordKind::Article);
    assert_eq!((article.of, article.words.unwrap().0), (Owner::Article(case.article), case.article));
    assert_eq!(words_at(article.words), "bridge");
    let said = of(RecordKind::Statement);
    assert_eq!((said.of, said.words.unwrap().0), (Owner::Statement(statement), case.article));
    assert_eq!(words_at(said.words), "the bridge is safe");
    assert!(said.about.starts_with("Mayor"), "{}", said.about);
    assert!(said.snippet.iter().any(|part| part.matched && part.text == "bridge"));
    assert_eq!(case.find("brucke").lines.len(), 1, "folded as the index folds");
}

#[test]
fn a_note_leads_to_the_record_it_is_on() {
    let mut case = Case::new();
    let of = Owner::Article(case.article);
    let note = NoteChange::New { case_id: case.id, of, body: "Ask about the girders.".to_owned() };
    ops::apply(&mut case.library, Some(case.id), None, note.into()).unwrap();
    let found = case.find("girders");
    assert_eq!(found.lines.len(), 1);
    assert_eq!((found.lines[0].kind, found.lines[0].of), (RecordKind::Note, of));
}

#[test]
fn dates_answer_certainly_or_possibly_and_what_is_no_date_is_told() {
    let mut case = Case::new();
    case.state("the bridge is safe", "Mayor");
    let found = case.find("speaker:mayor before:2024-12");
    assert!(found.dated);
    assert_eq!(found.lines[0].when, Match::Certainly, "on or before 7 Sep 2024");
    let found = case.find("speaker:mayor before:2024-06");
    assert_eq!(found.lines[0].when, Match::Possibly, "it may have been said long before");
    let found = case.find("bridge before:soonish");
    assert_eq!((found.dated, found.unread), (false, vec!["soonish".to_owned()]));
}

#[test]
fn no_words_break_a_search() {
    let case = Case::new();
    for typed in ["\"", "(", "* OR *", "NEAR(", "speaker:", "title:x", "bridge\0", "-safe", "“", "{a} : b"]
    {
        case.find(typed);
    }
}
