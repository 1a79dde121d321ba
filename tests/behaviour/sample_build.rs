//! The sample case as it is built in a library: all of its manifest, each quotation as its file has it, one undo.

use std::collections::HashMap;

use casefile::domain::date::today;
use casefile::domain::id::Id;
use casefile::domain::kind::{CheckStatus, SourceState};
use casefile::domain::quote::{Anchor, CUT, locate};
use casefile::domain::record::Owner;
use casefile::jobs::{Built, build_sample};
use casefile::store::{self, Library};
use casefile::view::{self, CaseView};
use tempfile::TempDir;

use super::sample::manifest;

/// A library with the sample case in it.
fn built() -> (TempDir, Library, Built) {
    let folder = tempfile::tempdir().unwrap();
    let mut library = Library::create(&folder.path().join("l.casefile")).unwrap();
    let built = build_sample(&mut library).unwrap();
    (folder, library, built)
}

fn case_of(library: &Library, built: Built) -> CaseView {
    view::case(library.db(), built.case_id).unwrap()
}

#[test]
fn all_of_the_manifest_is_in_the_case() {
    let (_folder, library, built) = built();
    let (case, sample) = (case_of(&library, built), manifest());
    assert_eq!((&case.case.title, &case.case.question), (&sample.title, &sample.question));
    assert_eq!(
        [case.articles.len(), case.parties.len(), case.occasions.len(), case.statements.len()],
        [sample.articles.len(), sample.parties.len(), sample.occasions.len(), sample.statements.len()],
    );
    assert_eq!(
        [case.events.len(), case.follow_ups.len(), case.topics.len()],
        [sample.events.len(), sample.follow_ups.len(), sample.topics.len()],
    );
    assert_eq!(case.statements.iter().map(|row| row.answers.len()).sum::<usize>(), sample.links.len());
    let sources = |row: &view::StatementRow| row.sources.len();
    assert_eq!(
        case.statements.iter().map(sources).sum::<usize>(),
        sample.statements.iter().map(|s| s.sources.len()).sum::<usize>(),
    );
    let db = library.db();
    let notes = |of| store::note::of(db, built.case_id, of).unwrap().len();
    let noted: usize = case.statements.iter().map(|row| notes(Owner::Statement(row.statement.id))).sum();
    assert_eq!(noted, sample.statements.iter().filter(|s| s.note.is_some()).count());
    let checks: usize = case
        .statements
        .iter()
        .map(|r| store::assessment::of_statement(db, r.statement.id).unwrap().len())
        .sum();
    assert_eq!(checks, sample.statements.iter().map(|s| s.check.len()).sum::<usize>());
    let relations: usize = case
        .parties
        .iter()
        .map(|r| store::party::relations(db, r.party.id, Some(case.case.id)).unwrap().len())
        .sum();
    assert_eq!(relations, 2 * sample.relations.len(), "each is seen from both ends");
    assert!(library.check().unwrap().problems.is_empty(), "{:?}", library.check().unwrap().problems);
}

#[test]
fn every_quote_is_its_segments_and_stands_in_its_text() {
    let (_folder, library, built) = built();
    let (case, sample) = (case_of(&library, built), manifest());
    let by_number: HashMap<i64, &view::StatementRow> =
        case.statements.iter().map(|row| (row.statement.number, row)).collect();
    for (number, wanted) in (1..).zip(&sample.statements) {
        let row = by_number[&number];
        let relied_on = wanted.sources[wanted.relied_on].segments.join(CUT);
        assert_eq!(row.quote, relied_on, "{}", wanted.key);
        assert!(!row.speaker.is_empty(), "{} has no speaker", wanted.key);
        for citation in store::citation::of(library.db(), Owner::Statement(row.statement.id)).unwrap() {
            let version = store::article::version(library.db(), citation.version_id).unwrap();
            let text = store::text(library.db(), &version.text_sha256.unwrap()).unwrap();
            let (prefix, suffix) = (citation.prefix, citation.suffix);
            let anchor = Anchor { segments: citation.segments, prefix, suffix };
            assert_eq!(locate(&anchor, &text).0, SourceState::Exact, "{}", wanted.key);
        }
    }
}

#[test]
fn it_opens_at_the_letter_s_own_words_and_tells_the_traps() {
    let (_folder, library, built) = built();
    let case = case_of(&library, built);
    let row = case.statement(built.open_at.unwrap()).unwrap();
    assert!(row.quote.starts_with("You should reduce pumping"), "{}", row.quote);
    let wrong = row.sources.iter().filter(|source| source.quote.contains("must cease")).count();
    assert_eq!((row.sources.len(), wrong), (6, 2));

    let starting = |words: &str| case.statements.iter().find(|row| row.quote.starts_with(words)).unwrap();
    let undated = starting("it would deliver bottled water");
    assert_eq!(undated.statement.date.edtf, None, "“last month” of a page without a date");
    assert!(undated.statement.date.basis.is_some(), "it waits for that date");
    let nested = starting("the pit is kept dry by gravity");
    let outer = case.statement(nested.statement.nested_in.unwrap()).unwrap();
    assert!(outer.quote.starts_with("I cannot reconcile"), "{}", outer.quote);
    let disputed = starting("Pumping at the quarry accounts");
    assert_eq!((disputed.check, disputed.disputed_by.len()), (CheckStatus::Supported, 1));

    let late =
        case.follow_ups.iter().find(|row| row.follow_up.title.starts_with("Why was the limit")).unwrap();
    assert_eq!(
        late.follow_up.expected.edtf.as_ref().map(casefile::domain::date::Edtf::first_day),
        Some(today() - 3)
    );
}

#[test]
fn one_undo_takes_it_away_and_redo_brings_it_back() {
    let (_folder, mut library, built) = built();
    let before = case_of(&library, built);
    assert!(library.undo().unwrap().is_some());
    assert_eq!(store::case::all(library.db()).unwrap(), []);
    assert_eq!(store::party::all(library.db()).unwrap(), []);
    assert!(library.can_undo().is_none() && library.check().unwrap().problems.is_empty());
    assert!(library.redo().unwrap().is_some());
    let after = case_of(&library, built);
    let quotes = |case: &CaseView| -> Vec<(String, String)> {
        case.statements.iter().map(|row| (row.key.clone(), row.quote.clone())).collect()
    };
    assert_eq!(quotes(&before), quotes(&after));
    assert!(library.check().unwrap().problems.is_empty());
}

#[test]
fn a_library_has_it_once_and_its_parties_once() {
    let (_folder, mut library, built) = built();
    assert_eq!(build_sample(&mut library).unwrap(), built);
    assert_eq!(store::case::all(library.db()).unwrap().len(), 1);
    let count = |library: &Library| -> (usize, usize) {
        let parties = store::party::visible(library.db(), None).unwrap();
        let relations = |id: Id| store::party::relations(library.db(), id, None).unwrap().len();
        let related = parties.iter().map(|party| relations(party.id)).sum();
        (store::party::all_aliases(library.db(), None).unwrap().len(), related)
    };
    let once = count(&library);
    let delete = casefile::domain::change::CaseChange::Delete { id: built.case_id };
    casefile::ops::apply(&mut library, None, None, delete.into()).unwrap();
    build_sample(&mut library).unwrap();
    assert_eq!(count(&library), once, "parties that stayed are used again");
}
