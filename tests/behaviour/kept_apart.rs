//! A case kept apart: nothing of it shows anywhere else.

use casefile::domain::change::{CaseChange, Change, EventChange, PartyChange};
use casefile::domain::date::Dated;
use casefile::domain::edit::{CaseEdit, EventEdit, PartyEdit};
use casefile::domain::id::Id;
use casefile::domain::kind::{AliasKind, PartyKind};
use casefile::ops::apply;
use casefile::store::{HistoryFilter, Library, history};
use casefile::view;

struct Cases {
    library: Library,
    _folder: tempfile::TempDir,
}

impl Cases {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::create(&folder.path().join("test.casefile")).unwrap();
        Self { library, _folder: folder }
    }

    fn run(&mut self, change: impl Into<Change>) -> Option<Id> {
        apply(&mut self.library, None, None, change.into()).unwrap().made.map(|(_, id)| id)
    }

    fn case(&mut self, title: &str) -> Id {
        self.run(CaseChange::New { title: title.to_owned() }).unwrap()
    }

    fn party(&mut self, case_id: Id, name: &str) -> Id {
        self.run(PartyChange::New { case_id, name: name.to_owned(), kind: None }).unwrap()
    }

    fn keep_apart(&mut self, id: Id, apart: bool) {
        self.run(CaseChange::Edit { id, edit: CaseEdit::KeptApart(apart) });
    }

    fn parties_elsewhere(&self, case: Id) -> Vec<String> {
        let names = view::case(self.library.db(), case).unwrap().other_parties;
        names.into_iter().map(|(_, name)| name).collect()
    }

    fn library_parties(&self) -> Vec<String> {
        view::library(self.library.db()).unwrap().parties.into_iter().map(|line| line.party.name).collect()
    }
}

#[test]
fn its_parties_are_offered_nowhere_else_and_come_back_with_the_mark_taken_off() {
    let mut cases = Cases::new();
    let (secret, open) = (cases.case("Secret"), cases.case("Open"));
    cases.party(secret, "Nora Hale");
    let both = cases.party(secret, "Dunmere Council");
    cases.run(PartyChange::AddToCase { case_id: open, id: both });
    assert_eq!(cases.parties_elsewhere(open), ["Nora Hale"]);

    cases.keep_apart(secret, true);
    assert!(cases.parties_elsewhere(open).is_empty());
    assert_eq!(cases.library_parties(), ["Dunmere Council"]);
    let lines = view::library(cases.library.db()).unwrap().parties;
    assert_eq!(lines[0].cases, 1, "that it is in the case kept apart shows nowhere");
    let made_since = cases.party(secret, "Piet Oster");
    assert!(!cases.library_parties().contains(&"Piet Oster".to_owned()));

    cases.keep_apart(secret, false);
    assert_eq!(cases.parties_elsewhere(open), ["Nora Hale", "Piet Oster"]);
    assert!(
        view::detail(cases.library.db(), secret, casefile::domain::record::Owner::Party(made_since)).is_ok()
    );
}

#[test]
fn a_name_learned_there_is_not_known_elsewhere() {
    let mut cases = Cases::new();
    let (secret, open) = (cases.case("Secret"), cases.case("Open"));
    let council = cases.party(open, "Dunmere Council");
    cases.run(PartyChange::AddToCase { case_id: secret, id: council });
    cases.keep_apart(secret, true);
    cases.run(PartyChange::AddAlias {
        id: council,
        alias: "the Friday group".to_owned(),
        kind: AliasKind::Name,
        case_id: Some(secret),
    });
    let aliases =
        |case| view::case(cases.library.db(), case).unwrap().party(council).unwrap().aliases.clone();
    assert_eq!(aliases(secret), ["the Friday group"]);
    assert!(aliases(open).is_empty());
    // The name typed in the other case is another party, not a give-away.
    let typed = cases.party(open, "the Friday group");
    assert_ne!(typed, council);
}

#[test]
fn what_was_learned_there_goes_with_the_case_and_comes_back_by_undo() {
    let mut cases = Cases::new();
    let (secret, open) = (cases.case("Secret"), cases.case("Open"));
    let council = cases.party(open, "Dunmere Council");
    cases.run(PartyChange::AddToCase { case_id: secret, id: council });
    cases.keep_apart(secret, true);
    let (alias, kind) = ("the Friday group".to_owned(), AliasKind::Name);
    cases.run(PartyChange::AddAlias { id: council, alias, kind, case_id: Some(secret) });
    cases.run(CaseChange::Delete { id: secret });
    let aliases = |cases: &Cases, case| {
        view::case(cases.library.db(), case).unwrap().party(council).unwrap().aliases.clone()
    };
    assert!(aliases(&cases, open).is_empty());
    cases.library.undo().unwrap();
    assert_eq!(aliases(&cases, secret), ["the Friday group"]);
    assert!(aliases(&cases, open).is_empty());
}

#[test]
fn a_party_merged_from_there_leaves_its_name_there() {
    let mut cases = Cases::new();
    let (secret, open) = (cases.case("Secret"), cases.case("Open"));
    cases.keep_apart(secret, true);
    let (council, friday) = (cases.party(open, "Dunmere Council"), cases.party(secret, "the Friday group"));
    let other_way = PartyChange::Merge { keep: friday, gone: vec![council] };
    assert!(apply(&mut cases.library, Some(secret), None, other_way.into()).is_err());
    cases.run(PartyChange::Merge { keep: council, gone: vec![friday] });
    let aliases =
        |case| view::case(cases.library.db(), case).unwrap().party(council).unwrap().aliases.clone();
    assert_eq!(aliases(secret), ["the Friday group"]);
    assert!(aliases(open).is_empty());
}

#[test]
fn what_is_confidential_there_is_not_taken_elsewhere_by_a_merge() {
    let mut cases = Cases::new();
    let (secret, open) = (cases.case("Secret"), cases.case("Open"));
    let friday = cases.party(secret, "the Friday group");
    // A name from before the case was kept apart, given in no case.
    let (alias, kind) = ("the late shift".to_owned(), AliasKind::Name);
    cases.run(PartyChange::AddAlias { id: friday, alias, kind, case_id: None });
    cases.keep_apart(secret, true);
    let council = cases.party(open, "Dunmere Council");
    let confidential = |text: &str| PartyEdit::Confidential(text.to_owned());
    cases.run(PartyChange::Edit { ids: vec![friday], edit: confidential("Ada Lund wrote the letters") });
    let merge = || PartyChange::Merge { keep: council, gone: vec![friday] };
    let refused = apply(&mut cases.library, Some(secret), None, merge().into()).unwrap_err();
    assert!(refused.message.contains("confidential"), "{refused}");
    cases.run(PartyChange::Edit { ids: vec![friday], edit: confidential("") });
    cases.run(merge());
    let row = |case| view::case(cases.library.db(), case).unwrap().party(council).unwrap().clone();
    assert_eq!(row(secret).aliases, ["the late shift", "the Friday group"]);
    assert!(row(open).aliases.is_empty());
    assert_eq!(row(open).party.confidential, "");
}

#[test]
fn a_party_that_becomes_unnamed_is_of_its_case_alone() {
    let mut cases = Cases::new();
    let (one, other) = (cases.case("One"), cases.case("Other"));
    let guard = cases.party(one, "A guard");
    let unnamed = |id| PartyChange::Edit { ids: vec![id], edit: PartyEdit::Kind(PartyKind::Unnamed) };
    cases.run(unnamed(guard));
    assert!(!cases.parties_elsewhere(other).contains(&"A guard".to_owned()));
    let add = PartyChange::AddToCase { case_id: other, id: guard };
    assert!(apply(&mut cases.library, Some(other), None, add.into()).is_err());

    let council = cases.party(one, "Dunmere Council");
    cases.run(PartyChange::AddToCase { case_id: other, id: council });
    assert!(apply(&mut cases.library, Some(one), None, unnamed(council).into()).is_err());
}

/// The words of the history as seen from a case or, without one, from the library.
fn history_words(library: &Library, case_id: Option<Id>) -> String {
    let filter = HistoryFilter { case_id, record: None, limit: 50, before: None };
    let entries = history(library.db(), &filter).unwrap();
    entries.into_iter().map(|entry| entry.words).collect::<Vec<_>>().join("\n")
}

#[test]
fn its_history_shows_in_it_alone_also_once_it_is_deleted() {
    let mut cases = Cases::new();
    let (secret, open) = (cases.case("Secret"), cases.case("Open"));
    cases.keep_apart(secret, true);
    for (case_id, name) in [(secret, "Nora Hale"), (open, "Tom Birk")] {
        let new = PartyChange::New { case_id, name: name.to_owned(), kind: None };
        apply(&mut cases.library, Some(case_id), None, new.into()).unwrap();
    }
    assert!(history_words(&cases.library, Some(secret)).contains("Nora Hale"));
    let everywhere = history_words(&cases.library, None);
    assert!(everywhere.contains("Tom Birk") && !everywhere.contains("Nora Hale"), "{everywhere}");

    for id in [secret, open] {
        apply(&mut cases.library, Some(id), None, CaseChange::Delete { id }.into()).unwrap();
    }
    let everywhere = history_words(&cases.library, None);
    assert!(everywhere.contains("Tom Birk") && !everywhere.contains("Nora Hale"), "{everywhere}");
}

#[test]
fn what_is_typed_in_it_is_its_own_also_when_another_case_was_gone_to_since() {
    let mut cases = Cases::new();
    let (secret, open) = (cases.case("Secret"), cases.case("Open"));
    cases.keep_apart(secret, true);
    let party = cases.party(secret, "Nora Hale");
    let event = EventChange::New {
        case_id: secret,
        title: "The sluice is shut".to_owned(),
        date: Dated::default(),
        parties: Vec::new(),
        source: None,
    };
    let event = cases.run(event).unwrap();
    let typed: [Change; 2] = [
        EventChange::Edit { ids: vec![event], edit: EventEdit::Detail("At night.".to_owned()) }.into(),
        PartyChange::Edit { ids: vec![party], edit: PartyEdit::Name("Nora Hale-Oster".to_owned()) }.into(),
    ];
    let before = history_words(&cases.library, Some(secret)).lines().count();
    let elsewhere = history_words(&cases.library, Some(open));
    for change in typed {
        apply(&mut cases.library, Some(open), None, change).unwrap();
    }
    assert_eq!(history_words(&cases.library, Some(secret)).lines().count(), before + 2);
    assert_eq!(history_words(&cases.library, Some(open)), elsewhere);
}

#[test]
fn what_can_be_undone_says_whether_its_words_are_for_its_case_only() {
    let mut cases = Cases::new();
    let (secret, open) = (cases.case("Secret"), cases.case("Open"));
    cases.party(open, "Dunmere Council");
    let undo = cases.library.can_undo().unwrap();
    assert_eq!((undo.case_id, undo.apart), (Some(open), false));
    cases.keep_apart(secret, true);
    cases.party(secret, "Nora Hale");
    let undo = cases.library.can_undo().unwrap();
    assert_eq!((undo.case_id, undo.apart), (Some(secret), true));
    let undone = cases.library.undo().unwrap().unwrap();
    assert!(undone.apart && cases.library.can_redo().unwrap().apart);
    cases.run(CaseChange::Delete { id: secret });
    assert!(cases.library.can_undo().unwrap().apart, "it was, when it was deleted");
}
