use proptest::prelude::*;

use super::*;
use crate::domain::date::Edtf;
use crate::store::tests::{Scratch, entry, run};
use crate::store::{Library, ProblemKind, put_text};

const LETTER: &str = "The harbour board will not pay, Ása Lind wrote.\n“We were never asked,” she went on. \
    The quay was closed in March.";

/// Case 1 with an article, a letter from Ása Lind (10) to the harbour board (11) about the ferry firm (12), and
/// what she says in it; case 2, kept apart, with a party and an article of its own.
const RECORDS: &str = "
    INSERT INTO cases (id, title, kept_apart, created_at) VALUES (1, 'Quay', 0, 0), (2, 'Secret', 1, 0);
    INSERT INTO party (id, name, kind, home_case_id) VALUES (10, 'Ása Lind', 'person', NULL),
      (11, 'Harbour Board', 'agency', NULL), (12, 'Ferry Firm', 'organisation', NULL), (13, 'Mole', 'person', 2);
    INSERT INTO party_alias (id, party_id, alias, case_id) VALUES (20, 12, 'Fjord Lines', NULL), (21, 12, 'Heron', 2);
    INSERT INTO case_party (id, case_id, party_id, number) VALUES (30, 1, 10, 1), (31, 1, 11, 2);
    INSERT INTO article (id, case_id, number, title, published_edtf, added_at) VALUES
      (40, 1, 1, 'Board refuses to pay', '2031-09-07', 0), (41, 2, 1, 'Quay papers', NULL, 0);
    INSERT INTO occasion (id, case_id, number, kind, title) VALUES (50, 1, 1, 'letter', 'Letter to the board');
    INSERT INTO occasion_party (id, occasion_id, party_id, role, position) VALUES
      (60, 50, 10, 'from', 0), (61, 50, 11, 'to', 0);
    INSERT INTO statement (id, case_id, number, occasion_id, created_at) VALUES (70, 1, 1, 50, 0);
    INSERT INTO statement_party (id, statement_id, party_id, role, position) VALUES (80, 70, 12, 'about', 0);
    INSERT INTO event (id, case_id, number, title, date_edtf, created_at) VALUES
      (90, 1, 1, 'Quay closed', '2031-03-02', 0), (91, 1, 2, 'Quay reopened', '2031-10', 0);
    INSERT INTO follow_up (id, case_id, number, title, created_at) VALUES (95, 1, 1, 'Ask who closed the quay', 0);
    INSERT INTO note (id, case_id, body, statement_id, created_at) VALUES (97, 1, 'Sounds rehearsed', 70, 0);";

fn filled() -> Scratch {
    let mut scratch = Scratch::new();
    let work = |tx: &crate::store::Tx<'_>| {
        tx.conn().execute_batch(RECORDS)?;
        let sha = put_text(tx, LETTER)?;
        let start = LETTER.chars().position(|c| c == '“').unwrap() as i64 + 1;
        tx.conn().execute_batch(&format!(
            "INSERT INTO article_version (id, article_id, n, original_sha256, file_name, text_sha256, importer,
               importer_version, retrieved_at) VALUES (45, 40, 1, '', 'a.txt', '{sha}', 'txt', 1, 0);
             INSERT INTO citation (id, statement_id, version_id) VALUES (75, 70, 45);
             INSERT INTO citation_segment (id, citation_id, position, start, \"end\", exact)
               VALUES (76, 75, 0, {start}, {start} + 20, 'We were never asked,');"
        ))?;
        Ok(())
    };
    scratch.library.transact(entry("Fill"), work).unwrap();
    scratch
}

fn ask(typed: &str) -> Query {
    Query::parse(typed, |date| date.parse::<Edtf>().ok())
}

fn hits(library: &Library, typed: &str, scope: Option<i64>) -> Vec<Hit> {
    search(library.db(), &ask(typed), scope.map(Id), 50).unwrap()
}

/// The ids found, in order of size.
fn ids(library: &Library, typed: &str, scope: Option<i64>) -> Vec<i64> {
    let mut ids: Vec<i64> = hits(library, typed, scope).iter().map(|hit| hit.id.0).collect();
    ids.sort_unstable();
    ids
}

#[test]
fn words_are_found_in_every_kind_of_record_folded_and_not_yet_typed_to_the_end() {
    let scratch = filled();
    let library = &scratch.library;
    for (typed, expected) in [
        ("quay", &[40, 90, 91, 95][..]),
        ("QUAY clos", &[40, 90, 95]),
        ("asa", &[10, 40]),
        ("\"never asked\"", &[40, 70]),
        ("\"asked never\"", &[]),
        ("\"never ask\"", &[]),
        ("fjord", &[12]),
        ("letter", &[50]),
        ("rehearsed", &[97]),
        ("quay nowhere", &[]),
        ("", &[]),
        ("…", &[]),
    ] {
        assert_eq!(ids(library, typed, None), expected, "{typed}");
    }
}

#[test]
fn who_said_what_about_whom_to_whom_and_before_when() {
    let scratch = filled();
    let library = &scratch.library;
    for (typed, expected) in [
        ("speaker: lind", &[50, 70][..]),
        ("speaker:lind about: ferry", &[70]),
        ("speaker: \"asa lind\" to: board asked", &[70]),
        ("speaker: board", &[]),
        ("speaker: nobody quay", &[]),
        ("about: \"Fjord Lines\" before: 2031-09-08", &[70]),
        ("about: ferry after: 2031-09-07", &[]),
        ("quay before: 2031-09", &[90]),
        ("quay after: 2031-09-30", &[91]),
        ("quay before: when", &[40, 90, 91, 95]),
        ("before: 2031-03-03", &[70, 90]),
    ] {
        assert_eq!(ids(library, typed, None), expected, "{typed}");
    }
    assert_eq!(ask("quay before: when").unread(), ["when"]);
    // The ferry firm is not among the parties of the case, and is spoken of in it all the same.
    assert_eq!(ids(library, "about: ferry", Some(1)), [70]);
    assert_eq!(ids(library, "about: mole", Some(1)), &[] as &[i64]);
    // Said on or before 7 September: that it was before the fourth is possible only.
    let whens: Vec<_> =
        hits(library, "before: 2031-03-03", None).iter().map(|hit| (hit.id.0, hit.when)).collect();
    assert_eq!(whens, [(90, Match::Certainly), (70, Match::Possibly)]);
}

#[test]
fn a_hit_shows_its_words_and_where_they_are() {
    let scratch = filled();
    let found = hits(&scratch.library, "never asked", Some(1));
    let article = found.iter().find(|hit| hit.kind == RecordKind::Article).unwrap();
    assert_eq!((article.title.as_str(), article.case_id), ("Board refuses to pay", Some(Id(1))));
    let marked: Vec<&str> = article.snippet.iter().filter(|p| p.matched).map(|p| p.text.as_str()).collect();
    assert_eq!(marked, ["never", "asked"]);
    let whole: String = article.snippet.iter().map(|part| part.text.as_str()).collect();
    assert!(LETTER.contains(whole.trim_start_matches("… ").trim_end_matches(" …")));
    let (version, span) = article.place.unwrap();
    assert_eq!((version, span.of(LETTER)), (Id(45), "never"));
    let statement = found.iter().find(|hit| hit.kind == RecordKind::Statement).unwrap();
    assert_eq!(statement.title, "We were never asked,");
    assert_eq!(statement.place.unwrap().1.of(LETTER), "We were never asked,");
}

#[test]
fn what_is_kept_apart_shows_nowhere_else() {
    let mut scratch = filled();
    let library = &mut scratch.library;
    for (typed, here, there) in
        [("papers", &[][..], &[41][..]), ("mole", &[], &[13]), ("heron", &[], &[]), ("ferry", &[12], &[])]
    {
        assert_eq!(ids(library, typed, None), here, "{typed}");
        assert_eq!(ids(library, typed, Some(2)), there, "{typed}");
        assert_eq!(ids(library, typed, Some(1)), &[] as &[i64], "{typed}");
    }
    run(library, "Open the case", "UPDATE cases SET kept_apart = 0").unwrap();
    assert_eq!(ids(library, "papers", None), [41]);
    assert_eq!(ids(library, "heron", None), [12]);
    library.undo().unwrap().unwrap();
    assert_eq!(ids(library, "heron", None), &[] as &[i64]);
}

#[test]
fn the_index_follows_every_change_and_its_undoing() {
    let mut scratch = filled();
    let library = &mut scratch.library;
    let changes = [
        ("UPDATE statement SET gist = 'A plain denial'", "denial", &[70][..]),
        ("UPDATE occasion_party SET party_id = 12 WHERE role = 'from'", "speaker: ferry", &[50, 70]),
        ("UPDATE article SET published_edtf = '2031-01-01'", "about: ferry after: 2031-05", &[]),
        ("DELETE FROM citation_segment", "\"never asked\"", &[40]),
        ("DELETE FROM occasion", "speaker: lind", &[]),
        ("DELETE FROM article", "\"never asked\"", &[]),
        ("DELETE FROM party WHERE id = 12", "about: ferry", &[]),
        ("DELETE FROM cases WHERE id = 1", "quay", &[]),
    ];
    for (sql, typed, expected) in changes {
        let before = ids(library, typed, None);
        assert_ne!(before, expected, "{sql}");
        run(library, "Change", sql).unwrap();
        assert_eq!(ids(library, typed, None), expected, "{sql}");
        assert_eq!(super::index::stale(library.db()).unwrap(), [], "{sql}");
        library.undo().unwrap().unwrap();
        assert_eq!(ids(library, typed, None), before, "{sql}");
        assert_eq!(super::index::stale(library.db()).unwrap(), [], "{sql}");
    }
}

#[test]
fn a_stale_index_is_found_by_the_check() {
    let scratch = filled();
    let problems = || scratch.library.check().unwrap().problems;
    assert!(problems().iter().all(|problem| problem.kind != ProblemKind::Search));
    let other = rusqlite::Connection::open(&scratch.path).unwrap();
    other.execute_batch("UPDATE search_map SET stamp = stamp + 1 WHERE id = 70").unwrap();
    assert!(problems().iter().any(|problem| problem.kind == ProblemKind::Search));
    assert!(problems().iter().all(|problem| problem.kind != ProblemKind::Database));
    other.execute_batch("UPDATE search_index_data SET block = zeroblob(8) WHERE id > 10").unwrap();
    assert!(problems().iter().any(|problem| problem.kind == ProblemKind::Database));
}

#[test]
fn in_a_long_text_the_snippet_is_where_most_of_the_words_are() {
    let far = format!("quay {} the quay was closed{}", "and so on ".repeat(5000), " and so on".repeat(5000));
    let terms = ask("closed quay");
    let (parts, span) = snippet::of(&far, terms.terms());
    assert_eq!(span.unwrap().of(&far), "quay");
    let marked: Vec<&str> = parts.iter().filter(|p| p.matched).map(|p| p.text.as_str()).collect();
    assert_eq!(marked, ["quay", "closed"]);
    assert!(parts.iter().map(|part| part.text.chars().count()).sum::<usize>() <= 260);
}

fn typed() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "quay", "\"", "“", "speaker:", "before:", "to: ", "AND", "OR", "NOT", "NEAR(", ")", "(", "*", "^",
        "{title}", ":", "-", "+", "'", "--", ";", "\0", "2031", "%", "é", "a\u{301}", "\u{301}", "😀", " ",
        "c1", "scope:c2",
    ]);
    prop_oneof![prop::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat()), any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn anything_can_be_typed(all in prop::collection::vec(typed(), 16)) {
        let scratch = filled();
        for typed in all {
            for scope in [None, Some(Id(1))] {
                let found = search(scratch.library.db(), &ask(&typed), scope, 50);
                prop_assert!(found.is_ok(), "{:?}: {:?}", typed, found);
                prop_assert!(found.unwrap().iter().all(|hit| hit.case_id != Some(Id(2))), "{:?}", typed);
            }
        }
    }
}
