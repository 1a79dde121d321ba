//! One wire report as six outlets print it, a letter, and stories by other hands on the same event.

use std::fmt::Write as _;

use super::*;

const AGENCY: &str = include_str!("../../../tests/fixtures/wire/agency.txt");
const LETTER: &str = include_str!("../../../tests/fixtures/wire/letter.txt");
const COURIER: &str = include_str!("../../../tests/fixtures/wire/courier-own.txt");
const POST: &str = include_str!("../../../tests/fixtures/wire/post-own.txt");

/// The wire report under another title, with these paragraphs of it and these words in place of others.
fn printed(title: &str, paragraphs: &[usize], instead: &[(&str, &str)]) -> String {
    let all: Vec<&str> = AGENCY.split("\n\n").collect();
    let mut text = format!("{title}\n\n");
    for n in paragraphs {
        write!(text, "{}\n\n", all[*n].trim()).unwrap();
    }
    instead.iter().fold(text, |text, (old, new)| text.replace(old, new))
}

fn outlets() -> Vec<String> {
    let marks = [("\"We", "“We"), ("could,\"", "could,”"), ("asked,\"", "asked,”"), ("sum.\"", "sum.”")];
    vec![
        AGENCY.to_owned(),
        // The whole report, with curly quotation marks and its dateline gone.
        printed(
            "Fare rise “could not be avoided”",
            &[1, 2, 3, 4, 5, 6, 7, 8],
            &[marks[0], marks[1], marks[2], marks[3], ("NORTHSOUND (Coastal Press) - ", "")],
        ),
        // Cut from below.
        printed("Ferry firm writes to board", &[1, 2, 3], &[]),
        // Cut from below to a brief.
        printed("Ferry fares go up in April", &[1, 2], &[]),
        // Cut in the middle, house style, a sentence of its own.
        printed(
            "Board reviews ferry fares",
            &[1, 3, 4, 5, 8],
            &[
                ("per cent", "percent"),
                ("harbour", "harbor"),
                ("Thursday", "March 21"),
                ("It has asked", "Readers can write to us about it. It has asked"),
            ],
        ),
        // Reordered, with new words at the top.
        printed(
            "Union wants ferry fares suspended",
            &[5, 1, 2, 3, 6],
            &[(
                "The passengers' union, which counts some 900 members, said",
                "Passengers on the island boats will fight the new tariff with every means the law gives them, their union said at a packed meeting in the school hall. It said",
            )],
        ),
    ]
}

fn between(a: &str, b: &str) -> Likeness {
    Likeness::between(&Shingles::of(a), &Shingles::of(b))
}

/// The least and the most that `pairs` have in common.
fn range(pairs: impl Iterator<Item = (String, String)>) -> (f64, f64) {
    pairs.fold((1.0, 0.0), |(least, most): (f64, f64), (a, b)| {
        let here = between(&a, &b).containment();
        (least.min(here), most.max(here))
    })
}

#[test]
fn a_wire_report_cut_and_retitled_is_a_near_copy_everywhere() {
    let outlets = outlets();
    for text in &outlets[1..] {
        let likeness = between(AGENCY, text);
        assert!(likeness.is_near_copy(), "{likeness:?}\n{text}");
        assert!(likeness.percent.1 >= 75, "{likeness:?}\n{text}");
    }
    let with_agency = outlets[1..].iter().map(|text| (AGENCY.to_owned(), text.clone()));
    assert!(range(with_agency).0 > SHORTER + 0.15);
}

#[test]
fn stories_by_other_hands_that_quote_the_same_letter_are_not() {
    for (a, b) in [(COURIER, POST), (AGENCY, COURIER), (AGENCY, POST)] {
        let likeness = between(a, b);
        assert!(likeness.shared > 0 && !likeness.is_near_copy(), "{likeness:?}");
    }
    let own = [(COURIER, POST), (AGENCY, COURIER), (AGENCY, POST)];
    let own = own.into_iter().map(|(a, b)| (a.to_owned(), b.to_owned()));
    assert!(range(own).1 < SHORTER - 0.15);
}

#[test]
fn a_letter_quoted_in_a_report_is_not() {
    for story in [AGENCY, COURIER, POST] {
        assert!(!between(LETTER, story).is_near_copy(), "{:?}", between(LETTER, story));
    }
    let long = format!("{COURIER}\n{POST}\n{LETTER}\n{AGENCY}");
    let whole = between(LETTER, &long);
    assert!(whole.containment() > 0.95 && !whole.is_near_copy(), "{whole:?}");
}

#[test]
fn a_few_words_are_never_a_near_copy() {
    let line = "Reporting by the Northsound bureau, editing by the night desk of the Coastal Press";
    assert!(!between(line, line).is_near_copy());
    assert_eq!(between(line, line).percent, (100, 100));
}

#[test]
fn an_index_finds_near_copies_among_many() {
    let mut index = Index::default();
    for n in 0..500 {
        let words: Vec<String> =
            (0..120).map(|word| format!("w{}", (n * 7919 + word * 104_729) % 5000)).collect();
        let other = words.join(" ");
        index.add(Sketch::of(&Shingles::of(&other)));
    }
    let places: Vec<usize> =
        outlets().iter().map(|text| index.add(Sketch::of(&Shingles::of(text)))).collect();
    let others: Vec<usize> =
        [COURIER, POST, LETTER].iter().map(|text| index.add(Sketch::of(&Shingles::of(text)))).collect();
    for text in outlets() {
        let found = index.candidates(&Sketch::of(&Shingles::of(&text)));
        for (place, other) in places.iter().zip(outlets()) {
            assert!(
                found.contains(place) || !between(&text, &other).is_near_copy(),
                "{place} not in {found:?} for\n{text}"
            );
        }
        assert!(found.contains(&places[0]) && found.len() <= places.len() + others.len(), "{found:?}");
    }
    assert!(index.candidates(&Sketch::of(&Shingles::of("too short to be compared"))).is_empty());
}

#[test]
fn what_every_text_has_is_not_compared_with_every_text() {
    let mut index = Index::default();
    let sketch = Sketch::of(&Shingles::of(AGENCY));
    for _ in 0..2000 {
        index.add(sketch.clone());
    }
    let found = index.candidates(&sketch);
    assert!(!found.is_empty() && found.len() < 100, "{}", found.len());
}

#[test]
fn a_sketch_is_kept_as_bytes_and_stays_the_same() {
    let sketch = Sketch::of(&Shingles::of(AGENCY));
    assert_eq!(Sketch::from_bytes(&sketch.bytes(), sketch.shingles()), Some(sketch.clone()));
    assert_eq!(Sketch::from_bytes(&sketch.bytes()[1..], 5), None);
    // Kept sketches are compared with new ones: how they are made must never change.
    let numbers = sketch.bytes().chunks(4).fold(0_u64, |sum, four| {
        sum.wrapping_mul(31).wrapping_add(u64::from(u32::from_le_bytes([four[0], four[1], four[2], four[3]])))
    });
    assert_eq!(numbers, 10_297_629_399_606_824_354);
}
