//! The sample case's manifest holds together: its keys, its dates, its misquote.

use std::collections::BTreeSet;

use casefile::domain::date::Edtf;
use casefile::domain::kind::FollowUpStatus;
use casefile::ops::sample::{self, Manifest, Source};

pub(super) fn manifest() -> Manifest {
    sample::manifest().unwrap_or_else(|error| panic!("{error}"))
}

/// Every source of a statement or event, with the key of its record.
pub(super) fn sources(case: &Manifest) -> impl Iterator<Item = (&str, &Source)> {
    let statements = case.statements.iter().map(|s| (s.key.as_str(), &s.sources));
    let events = case.events.iter().map(|e| (e.key.as_str(), &e.sources));
    statements.chain(events).flat_map(|(key, sources)| sources.iter().map(move |source| (key, source)))
}

#[test]
fn every_key_refers_to_one_record() {
    let case = manifest();
    let files: BTreeSet<&str> = sample::files().iter().map(|(name, _)| *name).collect();
    let keys = |list: Vec<&String>| -> BTreeSet<String> {
        let set: BTreeSet<String> = list.iter().map(|key| (*key).clone()).collect();
        assert_eq!(set.len(), list.len(), "a key is used twice in {list:?}");
        set
    };
    let parties = keys(case.parties.iter().map(|p| &p.key).collect());
    let topics = keys(case.topics.iter().map(|t| &t.key).collect());
    let articles = keys(case.articles.iter().map(|a| &a.file).collect());
    let occasions = keys(case.occasions.iter().map(|o| &o.key).collect());
    let statements = keys(case.statements.iter().map(|s| &s.key).collect());
    let events = keys(case.events.iter().map(|e| &e.key).collect());
    let follow_ups = keys(case.follow_ups.iter().map(|f| &f.key).collect());
    let kinds = [&parties, &topics, &articles, &occasions, &statements, &events, &follow_ups];
    let all: BTreeSet<String> = kinds.iter().flat_map(|set| set.iter().cloned()).collect();
    assert_eq!(all.len(), kinds.iter().map(|set| set.len()).sum::<usize>(), "two kinds share a key");
    assert_eq!(articles.iter().map(String::as_str).collect::<BTreeSet<_>>(), files);

    let check = |set: &BTreeSet<String>, from: &str, list: &[String]| {
        for key in list {
            assert!(set.contains(key), "{from} names “{key}”, which is not there");
        }
    };
    let one = |key: &Option<String>| key.iter().cloned().collect::<Vec<_>>();
    for r in &case.relations {
        check(&parties, "a relation", &[r.party.clone(), r.other.clone()]);
    }
    for t in &case.topics {
        check(&topics, &t.key, &one(&t.parent));
    }
    for a in &case.articles {
        check(&topics, &a.file, &a.topics);
    }
    for o in &case.occasions {
        check(&parties, &o.key, &[o.from.clone(), o.behalf.clone(), o.to.clone()].concat());
        check(&articles, &o.key, &o.articles.iter().map(|a| a.file.clone()).collect::<Vec<_>>());
    }
    for s in &case.statements {
        check(
            &parties,
            &s.key,
            &[&s.speakers, &s.behalf, &s.audience, &s.about, &s.disputed_by].map(Clone::clone).concat(),
        );
        check(&topics, &s.key, &s.topics);
        check(&occasions, &s.key, &one(&s.occasion));
        check(&statements, &s.key, &one(&s.nested_in));
        assert!(!s.speakers.is_empty() && s.relied_on < s.sources.len(), "{}", s.key);
        assert!(s.check.is_empty() || s.kind.can_be_checked(), "{} cannot be checked", s.key);
    }
    for e in &case.events {
        check(&parties, &e.key, &e.parties);
    }
    for (key, source) in sources(&case) {
        check(&articles, key, std::slice::from_ref(&source.file));
    }
    for l in &case.links {
        assert_ne!(l.from, l.to);
        check(&statements, "a reply", &[l.from.clone(), l.to.clone()]);
    }
    for f in &case.follow_ups {
        check(&parties, &f.key, &one(&f.waiting_on));
        check(&statements, &f.key, &one(&f.outcome_statement));
        check(&all, &f.key, &f.origins);
        for (day, in_days) in
            [(&f.sent, f.sent_in_days), (&f.due, f.due_in_days), (&f.expected, f.expected_in_days)]
        {
            assert!(day.is_none() || in_days.is_none(), "{} has a day and a number of days", f.key);
        }
        for a in &f.attempts {
            assert!(a.day.is_some() != a.in_days.is_some(), "{}: an attempt has one day", f.key);
        }
        assert_eq!(f.status == FollowUpStatus::Open, f.outcome.is_empty(), "{}", f.key);
    }
    for n in &case.notes {
        check(&all, "a note", std::slice::from_ref(&n.on));
    }
    check(&statements, "open_at", std::slice::from_ref(&case.open_at));
}

#[test]
fn every_date_is_edtf() {
    let case = manifest();
    let articles = case.articles.iter().flat_map(|a| [&a.published, &a.received]).flatten();
    let occasions = case.occasions.iter().filter_map(|o| o.date.as_ref());
    let statements = case.statements.iter().filter_map(|s| s.date.as_ref());
    let checks = case.statements.iter().flat_map(|s| &s.check).map(|c| &c.day);
    let events = case.events.iter().map(|e| &e.date);
    let follow_ups = case.follow_ups.iter().flat_map(|f| [&f.sent, &f.due, &f.expected]).flatten();
    let attempts = case.follow_ups.iter().flat_map(|f| &f.attempts).filter_map(|a| a.day.as_ref());
    let relations = case.relations.iter().filter_map(|r| r.dates.as_ref());
    let dates = articles.chain(occasions).chain(statements).chain(checks).chain(events);
    for date in dates.chain(follow_ups).chain(attempts).chain(relations) {
        assert!(date.parse::<Edtf>().is_ok(), "{date}");
    }
}

#[test]
fn the_misquote_stands_beside_the_letter_s_own_words() {
    let case = manifest();
    let misquoted = case.statements.iter().find(|s| s.key == case.open_at).expect("a key of a statement");
    assert_eq!(misquoted.sources[misquoted.relied_on].file, "letter-2024-04-12.txt");
    let wrong = misquoted.sources.iter().filter(|s| s.segments[0].contains("must cease")).count();
    assert_eq!((misquoted.sources.len(), wrong), (6, 2));
}
