//! Records changed several at once, and the history that tells of it.

use casefile::domain::change::{
    CaseChange, Change, EventChange, NewStatement, NoteChange, OccasionRef, PartyChange, PartyRef,
    StatementChange, TopicChange,
};
use casefile::domain::date::Dated;
use casefile::domain::edit::{CasePartyEdit, PartyEdit};
use casefile::domain::id::Id;
use casefile::domain::kind::{LinkKind, PartyKind, RelationKind};
use casefile::domain::record::Owner;
use casefile::ops;
use casefile::store::{HistoryFilter, history};
use casefile::view;

use crate::statements::Case;

/// Three parties of a case.
fn parties(case: &mut Case) -> Vec<Id> {
    let names = ["Ferrow Mill", "Ferrow Mills Ltd", "The mill company"];
    let new = |name: &str| PartyChange::New { case_id: case.id, name: name.to_owned(), kind: None };
    names.map(new).into_iter().map(|change| case.make(change)).collect()
}

fn notes(case: &Case, of: Owner) -> String {
    let notes = view::detail(case.library.db(), case.id, of).unwrap().notes;
    notes.into_iter().map(|note| note.body).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_is_set_for_several_parties_is_one_step() {
    let mut case = Case::new();
    let (case_id, ids) = (case.id, parties(&mut case));
    let kind = PartyEdit::Kind(PartyKind::Agency);
    case.there_and_back(PartyChange::Edit { ids: ids.clone(), edit: kind });
    for edit in [CasePartyEdit::Role("operator".to_owned()), CasePartyEdit::Side(Some(2))] {
        case.there_and_back(PartyChange::EditPlace { case_id, ids: ids.clone(), edit });
    }
    let all = |case: &Case, is_so: &dyn Fn(&view::PartyRow) -> bool| {
        ids.iter().all(|id| case.view().party(*id).is_some_and(is_so))
    };
    assert!(all(&case, &|row| row.party.kind == PartyKind::Agency));
    assert!(all(&case, &|row| row.place.role == "operator" && row.place.side == Some(2)));
    for edit in [CasePartyEdit::Role(String::new()), CasePartyEdit::Side(None)] {
        case.there_and_back(PartyChange::EditPlace { case_id, ids: ids.clone(), edit });
    }
    assert!(all(&case, &|row| row.place.role.is_empty() && row.place.side.is_none()));
    case.there_and_back(PartyChange::RemoveFromCase { case_id, ids: ids.clone() });
    assert!(case.view().parties.is_empty());
}

#[test]
fn several_parties_become_one_and_nothing_typed_is_lost() {
    let mut case = Case::new();
    let (case_id, ids) = (case.id, parties(&mut case));
    let place = |id: Id, edit: CasePartyEdit| PartyChange::EditPlace { case_id, ids: vec![id], edit };
    case.run(place(ids[0], CasePartyEdit::Role("operator".to_owned())));
    case.run(place(ids[1], CasePartyEdit::Role("owner since 2009".to_owned())));
    case.run(place(ids[2], CasePartyEdit::Side(Some(1))));
    case.run(PartyChange::AddRelation {
        case_id,
        id: ids[1],
        kind: RelationKind::Owns,
        other: PartyRef::Known(ids[0]),
        dates: Dated::default(),
    });
    case.there_and_back(PartyChange::Merge { keep: ids[0], gone: ids[1..].to_vec() });
    let row = case.view().party(ids[0]).cloned().unwrap();
    assert_eq!((row.place.role.as_str(), row.place.side), ("operator", Some(1)));
    assert_eq!(row.aliases, ["Ferrow Mills Ltd", "The mill company"]);
    let notes = notes(&case, Owner::Party(ids[0]));
    assert!(notes.contains("owner since 2009"), "{notes}");
    assert!(notes.contains("Ferrow Mills Ltd owns Ferrow Mill"), "{notes}");
}

#[test]
fn a_merge_refused_for_one_of_several_changes_none() {
    let mut case = Case::new();
    let ids = parties(&mut case);
    let unnamed = PartyEdit::Kind(PartyKind::Unnamed);
    case.run(PartyChange::Edit { ids: vec![ids[2]], edit: unnamed });
    let before = case.view();
    case.try_run(PartyChange::Merge { keep: ids[0], gone: ids[1..].to_vec() }).unwrap_err();
    assert_eq!(case.view(), before);
}

#[test]
fn a_statement_that_has_its_speaker_from_its_occasion_keeps_them_in_a_merge() {
    let mut case = Case::new();
    let letter = case.letter();
    let occasion = OccasionRef::Known(case.row(letter).statement.occasion_id.unwrap());
    let source = Some(case.words(case.first, "No fish died of our water."));
    let keep = case.say(NewStatement { source, occasion, ..NewStatement::default() });
    let gone = case.demand();
    case.run(StatementChange::Merge { keep, gone });
    let row = case.row(keep);
    assert_eq!((row.speaker.as_str(), row.said.words.as_str()), ("Ferrow Mill", "2 Sep 2011"));
    let notes = notes(&case, Owner::Statement(keep));
    assert!(notes.contains("speaker: Ferrow County") && notes.contains("date: last month"), "{notes}");
}

#[test]
fn an_event_lets_a_source_go_and_gets_it_back_by_undo() {
    let mut case = Case::new();
    let source = case.words(case.first, "Stop the night run.");
    let other = case.letter();
    let event = case.make(EventChange::New {
        case_id: case.id,
        title: "The county writes".to_owned(),
        date: Dated::default(),
        parties: Vec::new(),
        source: Some(source),
    });
    let citation_id = case.view().event(event).unwrap().sources[0].citation_id;
    let others = case.row(other).sources[0].citation_id;
    let wrong = EventChange::RemoveSource { id: event, citation_id: others };
    let error = case.try_run(wrong).unwrap_err();
    assert!(error.message.contains("another record"), "{error}");
    case.there_and_back(EventChange::RemoveSource { id: event, citation_id });
    assert!(case.view().event(event).unwrap().sources.is_empty());
    assert_eq!(case.library.undo().unwrap().unwrap().words, "Remove source of E-1 The county writes");
}

#[test]
fn a_change_is_filed_under_the_case_of_what_it_names() {
    let mut case = Case::new();
    let (from, to) = (case.letter(), case.demand());
    case.run(StatementChange::Link { from, to, kind: LinkKind::Answers, note: String::new() });
    let link_id = case.row(from).answers[0].link_id;
    let topic = case.make(TopicChange::New { case_id: case.id, name: "Water".into(), parent: None });
    let mill = Owner::Party(case.party("Ferrow Mill"));
    let note = case.make(NoteChange::New { case_id: case.id, of: mill, body: "Ask again.".into() });
    let new = CaseChange::New { title: "The dam".into() };
    let (_, open) = ops::apply(&mut case.library, None, None, new.into()).unwrap().made.unwrap();
    let entries = |case: &Case, of: Id| {
        let filter = HistoryFilter { case_id: Some(of), record: None, limit: 100, before: None };
        history(case.library.db(), &filter).unwrap().len()
    };
    let typed: [Change; 5] = [
        StatementChange::SetLinkKind { link_id, kind: LinkKind::Denies }.into(),
        StatementChange::Unlink { link_id }.into(),
        TopicChange::Rename { id: topic, name: "The water".into() }.into(),
        NoteChange::Edit { id: note, body: "Ask them again.".into() }.into(),
        TopicChange::Delete { id: topic }.into(),
    ];
    for change in typed {
        let before = (entries(&case, case.id) + 1, entries(&case, open));
        ops::apply(&mut case.library, Some(open), None, change.clone()).unwrap();
        assert_eq!((entries(&case, case.id), entries(&case, open)), before, "{change:?}");
    }
}
