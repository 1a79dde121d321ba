//! Dates as evidence: what is read, what is shown, what is covered.

use casefile::domain::date::{
    Days, Edtf, End, Match, Precision, parse_due, parse_typed, resolve_relative, when,
};
use jiff::civil::Date;
use proptest::prelude::*;

/// Wednesday 7 Sep 2011.
const TODAY: i64 = 15_224;

fn edtf(text: &str) -> Edtf {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn typed(text: &str) -> String {
    parse_typed(text, TODAY).map_or_else(|error| format!("error: {error}"), |date| date.to_string())
}

fn due(text: &str) -> String {
    parse_due(text, TODAY).map_or_else(|error| format!("error: {error}"), |date| date.to_string())
}

fn check(read: impl Fn(&str) -> String, table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .filter(|(text, expected)| read(text) != *expected)
        .map(|(text, expected)| format!("{text:?}: expected {expected}, found {}", read(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn days(year: i16, month: i8, day: i8) -> i64 {
    Date::constant(year, month, day).duration_since(Date::constant(1970, 1, 1)).as_hours() / 24
}

#[test]
fn bounds_are_those_of_the_reference_package() {
    let fixture = include_str!("../fixtures/edtf_bounds.tsv");
    let day = |text: &str| {
        let fields: Vec<i16> = text.split(' ').map(|field| field.parse().unwrap()).collect();
        days(fields[0], fields[1] as i8, fields[2] as i8)
    };
    let mut compared = 0;
    for row in fixture.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = row.split('\t').collect();
        let date = edtf(fields[0]);
        assert_eq!((date.first_day(), date.last_day()), (day(fields[1]), day(fields[2])), "{}", fields[0]);
        compared += 1;
    }
    assert!(compared > 400, "the fixture has {compared} rows");
}

#[test]
fn open_and_unknown_ends_have_no_day() {
    let kinds = |text: &str| (edtf(text).start_kind(), edtf(text).end_kind());
    assert_eq!(kinds("../2011-09-07"), (End::Open, End::Day));
    assert_eq!(kinds("/2011-09-07"), (End::Unknown, End::Day));
    assert_eq!(kinds("2011-09-07/"), (End::Day, End::Unknown));
    assert_eq!(edtf("../2011-09-07").first_day(), i64::MIN);
    assert_eq!(edtf("2011-09-07/").last_day(), i64::MAX);
    assert_eq!(edtf("2011-09-07/..").first_day(), TODAY);
}

#[test]
fn what_is_not_edtf_is_refused_with_what_to_do() {
    let refusals = [
        ("2011-02-29", "February 2011 has 28 days"),
        ("2011-13", "Months are 01 to 12"),
        ("2011-25", "21 is spring"),
        ("Y170000002", "Years before -9999"),
        ("12011-01", "Years before -9999"),
        ("-0000", "no sign"),
        ("-000X", "interval"),
        ("..", "7 Sep 2011"),
        ("../..", "at least one date"),
        ("/", "at least one date"),
        ("2012/2011", "earlier date first"),
        ("2011-09T14:30", "whole, sure date"),
        ("2011-09-07T25:00", "14:30"),
        ("2011-09-07T14:30/2012", "without a time"),
        ("[2011,2012]", "7 Sep 2011"),
        ("201X-09", "7 Sep 2011"),
        ("", "7 Sep 2011"),
    ];
    for (text, part) in refusals {
        let error = text.parse::<Edtf>().expect_err(text).to_string();
        assert!(error.contains(part), "{text:?}: {error}");
    }
}

#[test]
fn precision_and_doubt_are_what_was_written() {
    let precisions = [
        ("2011-09-07", Precision::Day),
        ("2011-09-XX", Precision::Month),
        ("2011-21", Precision::Season),
        ("2011-XX", Precision::Year),
        ("201X", Precision::Decade),
        ("20XX", Precision::Century),
        ("2011/..", Precision::Range),
    ];
    for (text, precision) in precisions {
        assert_eq!(edtf(text).precision(), precision, "{text}");
    }
    assert!(edtf("2011-09-07T14:30").is_point());
    assert!(!edtf("2011-09-07?").is_point());
    assert!(!edtf("../2011-09-07").is_point());
    assert!(edtf("2011%").is_approximate() && edtf("2011%").is_uncertain());
    assert!(edtf("2011/2012~").is_approximate() && !edtf("2011/2012~").is_uncertain());
    let time = edtf("2011-09-07T14:30:59-04:30");
    assert_eq!(
        (time.minute(), time.offset(), time.to_string()),
        (Some(870), Some(-270), "2011-09-07T14:30-04:30".into())
    );
}

#[test]
fn before_and_after_keep_the_precision() {
    let text = |date: Option<Edtf>| date.map(|date| date.to_string());
    assert_eq!(text(Edtf::before(&edtf("2011-09-07"))).as_deref(), Some("../2011-09-06"));
    assert_eq!(text(Edtf::before(&edtf("2012-01"))).as_deref(), Some("../2011-12"));
    assert_eq!(text(Edtf::before(&edtf("199X"))).as_deref(), Some("../1989-12-31"));
    assert_eq!(text(Edtf::after(&edtf("2011-12-31"))).as_deref(), Some("2012-01-01/.."));
    assert_eq!(text(Edtf::after(&edtf("2011~"))).as_deref(), Some("2012~/.."));
    assert_eq!(text(Edtf::on_or_before(&edtf("2011-09"))).as_deref(), Some("../2011-09"));
    assert_eq!(Edtf::on_or_before(&edtf("2011/..")), None);
    assert_eq!(Edtf::before(&edtf("-9999-01-01")), None);
    assert_eq!(Edtf::after(&edtf("9999")), None);
}

#[test]
fn dates_are_shown_in_plain_words() {
    check(
        |text| edtf(text).words(),
        &[
            ("2011-09-07", "7 Sep 2011"),
            ("2011-09-07T14:30", "7 Sep 2011, 14:30"),
            ("2011-09-07T14:30Z", "7 Sep 2011, 14:30 UTC"),
            ("2011-09-07T14:30-04:00", "7 Sep 2011, 14:30 UTC-04:00"),
            ("2011-09", "September 2011"),
            ("2011-09~", "about September 2011"),
            ("2011?", "possibly 2011"),
            ("2011%", "possibly about 2011"),
            ("2024-05~/2024-06~", "about May–Jun 2024"),
            ("2024-05~/2024-06", "from about May 2024 to June 2024"),
            ("2023-11/2024-02", "Nov 2023 – Feb 2024"),
            ("2024-05-03/2024-05-09", "3–9 May 2024"),
            ("2024-05-03/2024-06-09", "3 May – 9 Jun 2024"),
            ("2011/2012", "2011–2012"),
            ("../2011-09-07", "on or before 7 Sep 2011"),
            ("../2011-09", "in or before September 2011"),
            ("2011-09-07/..", "on or after 7 Sep 2011"),
            ("2011-09-07/", "from 7 Sep 2011, end unknown"),
            ("/2011", "until 2011, start unknown"),
            ("2012-21", "spring 2012"),
            ("2011-24", "winter, December 2011"),
            ("199X", "1990s"),
            ("190X", "some time in 1900–1909"),
            ("19XX", "some time in 1900–1999"),
            ("1985-04-XX", "unknown day in April 1985"),
            ("2004-XX", "unknown month in 2004"),
            ("1985-XX-XX", "unknown day in 1985"),
            ("-0043-03-15", "15 Mar 44 BC"),
            ("0045", "AD 45"),
        ],
    );
    check(
        |text| edtf(text).short(),
        &[
            ("2011-09-07T14:30", "7 Sep 2011"),
            ("2011-09~", "c. Sep 2011"),
            ("2011%", "c. 2011?"),
            ("../2011-09-07", "≤ 7 Sep 2011"),
            ("2011-09/..", "≥ Sep 2011"),
            ("2011-09/", "Sep 2011 – ?"),
            ("2024-05/2024-06", "May–Jun 2024"),
            ("1985-04-XX", "Apr 1985"),
            ("19XX", "1900–1999"),
        ],
    );
}

#[test]
fn what_people_type_is_read() {
    check(
        typed,
        &[
            ("2011-09~", "2011-09~"),
            ("7 Sep 2011", "2011-09-07"),
            ("Sept. 7, 2011", "2011-09-07"),
            ("September 7th, 2011", "2011-09-07"),
            ("the 7th of September 2011", "2011-09-07"),
            ("Wednesday, 7 Sep 2011", "2011-09-07"),
            ("7 Sep 2011 at 2:30 pm", "2011-09-07T14:30"),
            ("7 Sep 2011, 14:30 UTC+02:00", "2011-09-07T14:30+02:00"),
            ("September 2011", "2011-09"),
            ("about Sep 2011", "2011-09~"),
            ("ca. 2011", "2011~"),
            ("c. 2011?", "2011%"),
            ("7 Sep 2011?", "2011-09-07?"),
            ("before 7 Sep 2011", "../2011-09-06"),
            ("before September 2011", "../2011-08"),
            ("by 7 Sep 2011", "../2011-09-07"),
            ("2011 or earlier", "../2011"),
            ("after 31 Dec 2011", "2012-01-01/.."),
            ("since May 2011", "2011-05/.."),
            ("from 2011", "2011/.."),
            ("2011", "2011"),
            ("May-June 2024", "2024-05/2024-06"),
            ("May 3–9, 2024", "2024-05-03/2024-05-09"),
            ("from 3 May to 9 June 2024", "2024-05-03/2024-06-09"),
            ("between 3 and 9 May 2024", "2024-05-03/2024-05-09"),
            ("2011-2012", "2011/2012"),
            ("2011 or 2012", "2011/2012"),
            ("spring 2012", "2012-21"),
            ("fall of 2012", "2012-23"),
            ("winter 2011-12", "2011-12/2012-02"),
            ("the 1990s", "199X"),
            ("31/3/2011", "2011-03-31"),
            ("3/31/2011", "2011-03-31"),
            ("5.5.2011", "2011-05-05"),
            ("2011/09/07", "2011-09-07"),
            ("9/2011", "2011-09"),
            ("yesterday", "2011-09-06"),
            ("last month", "2011-08"),
            ("since last Tuesday", "2011-09-06/.."),
            ("44 BC", "-0043"),
        ],
    );
}

#[test]
fn what_can_be_read_in_two_ways_is_asked_back() {
    let asked = [
        ("on 3/4/2011", "3 Apr 2011 or 4 Mar 2011"),
        ("31/4/2011", "April 2011 has 30 days"),
        ("7/9/11", "four digits"),
        ("3/4", "Which year"),
        ("7 Sep", "Add the year"),
        ("2011/12", "2011–2012 or December 2011"),
        ("1900s", "1900–1909 or 19XX"),
        ("winter 2011", "Dec 2010 – Feb 2011 or Dec 2011 – Feb 2012"),
        ("Tuesday, 7 Sep 2011", "It is a Wednesday"),
        ("9 to 3 May 2024", "earlier date first"),
        ("30 Feb 2012", "29 days"),
        ("2011-02-30", "28 days"),
        ("in the year 12011", "Years before -9999"),
        ("some day", "7 Sep 2011"),
    ];
    for (text, part) in asked {
        let error = parse_typed(text, TODAY).expect_err(text).to_string();
        assert!(error.contains(part), "{text:?}: {error}");
    }
}

#[test]
fn due_days_lie_ahead() {
    check(
        due,
        &[
            ("fri", "2011-09-09"),
            ("wed", "2011-09-14"),
            ("next friday", "2011-09-16"),
            ("by Friday", "2011-09-09"),
            ("before friday", "2011-09-08"),
            ("today", "2011-09-07"),
            ("tomorrow", "2011-09-08"),
            ("in 2 weeks", "2011-09-21"),
            ("in 10 days", "2011-09-17"),
            ("in a month", "2011-10-07"),
            ("2026-12-01", "2026-12-01"),
            ("1 dec", "2011-12-01"),
            ("Sept 7", "2011-09-07"),
            ("6 sep", "2012-09-06"),
            ("29 feb", "2012-02-29"),
            ("end of month", "2011-09-30"),
            ("end of the week", "2011-09-11"),
            ("end of next month", "2011-10-31"),
            ("next week", "2011-09-12/2011-09-18"),
            ("next month", "2011-10"),
        ],
    );
    let error = parse_due("whenever", TODAY).expect_err("whenever").to_string();
    assert!(error.contains("in 2 weeks"), "{error}");
    assert!(parse_due("3/4/2012", TODAY).expect_err("two ways").to_string().contains("Which is the month"));
}

#[test]
fn relative_words_are_seen_from_the_publication() {
    let from = |published: &'static str| {
        move |text: &str| {
            resolve_relative(text, &edtf(published)).map_or("none".into(), |date| date.to_string())
        }
    };
    check(
        from("2011-09-07"),
        &[
            ("today", "2011-09-07"),
            ("yesterday", "2011-09-06"),
            ("the day before yesterday", "2011-09-05"),
            ("last week", "2011-08-29/2011-09-04"),
            ("this week", "2011-09-05/2011-09-11"),
            ("last month", "2011-08"),
            ("earlier this month", "2011-09"),
            ("last year", "2010"),
            ("last Tuesday", "2011-09-06"),
            ("last Wednesday", "2011-08-31"),
            ("on Monday", "2011-09-05"),
            ("Wednesday", "2011-09-07"),
            ("next Monday", "2011-09-12"),
            ("two days ago", "2011-09-05"),
            ("three months ago", "2011-06~"),
            ("a year ago", "2010~"),
            ("last April", "2011-04"),
            ("in December", "2011-12"),
            ("Aug. 14", "2011-08-14"),
            ("Jan. 5", "2011-01-05"),
            ("some words", "none"),
            ("", "none"),
        ],
    );
    check(
        from("2012-01-05"),
        &[("last month", "2011-12"), ("Dec. 20", "2011-12-20"), ("in February", "2012-02")],
    );
    check(from("2011-09"), &[("last month", "2011-08"), ("yesterday", "none"), ("last year", "2010")]);
    check(from("2011-09~"), &[("last month", "2011-08~")]);
    check(from("../2011-09-07"), &[("last month", "none")]);
}

/// Every form the program can keep, as EDTF text.
fn forms() -> impl Strategy<Value = String> {
    let year = prop_oneof![4 => 1000..2200i16, 1 => -9999..=9999i16].prop_map(|year| {
        if year < 0 { format!("-{:04}", year.unsigned_abs()) } else { format!("{year:04}") }
    });
    let unit =
        (year, 1..=12u8, 1..=28u8, 0..8u8, 21..=24u8).prop_map(
            |(year, month, day, form, season)| match form {
                0 => year,
                1 => format!("{year}-{month:02}"),
                2 => format!("{year}-{season}"),
                3 => format!("{year}-XX"),
                4 => format!("{year}-XX-XX"),
                5 => format!("{year}-{month:02}-XX"),
                _ => format!("{year}-{month:02}-{day:02}"),
            },
        );
    let digits = prop_oneof![
        (0..=999u16).prop_map(|d| format!("{d:03}X")),
        (0..=99u16).prop_map(|c| format!("{c:02}XX")),
        (1..=999u16).prop_map(|d| format!("-{d:03}X")),
        (1..=99u16).prop_map(|c| format!("-{c:02}XX"))
    ];
    let part = (
        prop_oneof![6 => unit, 1 => digits],
        prop_oneof![3 => Just(""), 1 => Just("~"), 1 => Just("?"), 1 => Just("%")],
    )
        .prop_map(|(unit, qualifier)| format!("{unit}{qualifier}"));
    let zone = prop_oneof![
        Just(String::new()),
        Just("Z".into()),
        (-840..=840i16).prop_filter("Z", |m| *m != 0).prop_map(|m| {
            format!(
                "{}{:02}:{:02}",
                if m < 0 { '-' } else { '+' },
                m.unsigned_abs() / 60,
                m.unsigned_abs() % 60
            )
        })
    ];
    let time = (1..=28u8, 0..1440u16, zone)
        .prop_map(|(day, m, zone)| format!("2011-09-{day:02}T{:02}:{:02}{zone}", m / 60, m % 60));
    let limit = prop_oneof![4 => part.clone(), 1 => Just(String::from("..")), 1 => Just(String::new())];
    let range = (limit.clone(), limit).prop_map(|(from, to)| format!("{from}/{to}"));
    prop_oneof![4 => part, 1 => time, 4 => range]
}

fn dates() -> impl Strategy<Value = Edtf> {
    forms().prop_filter_map("an interval must run forward", |text| text.parse().ok())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn canonical_text_is_read_back(text in forms()) {
        if let Ok(date) = text.parse::<Edtf>() {
            prop_assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn plain_words_are_read_back(date in dates()) {
        let words = date.words();
        prop_assert_eq!(parse_typed(&words, TODAY), Ok(date), "{}", words);
    }

    #[test]
    fn json_is_the_canonical_text(date in dates()) {
        let json = serde_json::to_string(&date).unwrap();
        prop_assert_eq!(&json, &format!("\"{date}\""));
        prop_assert_eq!(serde_json::from_str::<Edtf>(&json).unwrap(), date);
    }

    #[test]
    fn the_first_day_is_never_after_the_last(date in dates()) {
        prop_assert!(date.first_day() <= date.last_day());
        prop_assert_eq!(date.start_kind() == End::Day, date.first_day() != i64::MIN);
        prop_assert_eq!(date.end_kind() == End::Day, date.last_day() != i64::MAX);
    }

    #[test]
    fn before_ends_before_and_after_starts_after(date in dates()) {
        if let Some(before) = Edtf::before(&date) {
            prop_assert_eq!(before.last_day(), date.first_day() - 1);
        }
        if let Some(after) = Edtf::after(&date) {
            prop_assert_eq!(after.first_day(), date.last_day() + 1);
        }
    }

    #[test]
    fn a_day_is_jiffs(year in -9999..=9999i16, month in 1..=12i8, day in 1..=31i8) {
        let text = format!("{}{:04}-{month:02}-{day:02}", if year < 0 { "-" } else { "" }, year.unsigned_abs());
        match Date::new(year, month, day) {
            Ok(_) => {
                let expected = days(year, month, day);
                prop_assert_eq!((edtf(&text).first_day(), edtf(&text).last_day()), (expected, expected));
                prop_assert_eq!(Edtf::day(expected), edtf(&text));
            }
            Err(_) => prop_assert!(text.parse::<Edtf>().is_err()),
        }
    }

    #[test]
    fn certain_is_inside_and_no_is_outside(date in dates(), asked in dates()) {
        let days = Days::within(&asked);
        let found = date.when(days);
        let overlaps = date.first_day() <= days.last && date.last_day() >= days.first;
        let inside = date.first_day() >= days.first && date.last_day() <= days.last;
        prop_assert!(found != Match::Certainly || inside);
        prop_assert!(found != Match::No || !overlaps);
        prop_assert_eq!(found, when(date.first_day(), date.last_day(), date.is_soft(), days));
        if !date.is_soft() {
            prop_assert_eq!((found == Match::Certainly, found != Match::No), (inside, overlaps));
        }
    }

    #[test]
    fn nothing_typed_panics(text in "\\PC{0,40}", published in dates(), today in any::<i64>()) {
        read_every_way(&text, &published, today);
    }

    #[test]
    fn nothing_like_a_date_panics(
        words in prop::collection::vec(prop::sample::select(WORDS), 0..7), published in dates(), today in any::<i64>(),
    ) {
        read_every_way(&words.join(" "), &published, today);
        read_every_way(&words.concat(), &published, today);
    }
}

const WORDS: &[&str] = &[
    "2011", "7", "31", "9999", "-9999", "Sep", "May", "winter", "about", "before", "by", "after", "from",
    "to", "and", "or", "between", "-", "–", "/", "..", "?", "~", "X", "XX", "T", "14:30", "pm", "Z", "+",
    "UTC", "BC", "AD", "1990s", "ago", "last", "next", "week", "month", "year", "Tuesday", "in", "the",
    "end", "of", "unknown", "day", "start", "some", "time", "0", "99999",
];

fn read_every_way(text: &str, published: &Edtf, today: i64) {
    let results = (parse_typed(text, today), parse_due(text, today), resolve_relative(text, published));
    for date in [text.parse().ok(), results.0.ok(), results.1.ok(), results.2].into_iter().flatten() {
        assert!(date.first_day() <= date.last_day(), "{text:?} gave {date}");
        assert_eq!(date.to_string().parse::<Edtf>(), Ok(date));
    }
}
