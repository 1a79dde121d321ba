//! The English tables: what dates are called here, and the words people type for them.

use jiff::civil::Weekday;

/// Month names, January first.
pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Season names, for 21 to 24.
pub(super) const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];

/// How the words before a date change it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    About,
    Possibly,
    Before,
    OnOrBefore,
    After,
    OnOrAfter,
    /// A start, with "to" later; without one, on or after.
    From,
    /// A start, with "and" later.
    Between,
    /// An interval whose digits may stand for a decade or century.
    SomeTimeIn,
    UnknownDay,
    UnknownMonth,
    /// Says nothing: "on", "the".
    Filler,
}

/// The words that may stand before a date; where one begins another, the longer stands first.
pub(super) const LEADS: &[(&[&str], Lead)] = &[
    (&["on", "or", "before"], Lead::OnOrBefore),
    (&["in", "or", "before"], Lead::OnOrBefore),
    (&["no", "later", "than"], Lead::OnOrBefore),
    (&["not", "later", "than"], Lead::OnOrBefore),
    (&["at", "the", "latest"], Lead::OnOrBefore),
    (&["up", "to"], Lead::OnOrBefore),
    (&["by"], Lead::OnOrBefore),
    (&["until"], Lead::OnOrBefore),
    (&["till"], Lead::OnOrBefore),
    (&["prior", "to"], Lead::Before),
    (&["earlier", "than"], Lead::Before),
    (&["before"], Lead::Before),
    (&["on", "or", "after"], Lead::OnOrAfter),
    (&["in", "or", "after"], Lead::OnOrAfter),
    (&["no", "earlier", "than"], Lead::OnOrAfter),
    (&["not", "before"], Lead::OnOrAfter),
    (&["since"], Lead::OnOrAfter),
    (&["later", "than"], Lead::After),
    (&["after"], Lead::After),
    (&["from"], Lead::From),
    (&["between"], Lead::Between),
    (&["about"], Lead::About),
    (&["around"], Lead::About),
    (&["approximately"], Lead::About),
    (&["approx"], Lead::About),
    (&["circa"], Lead::About),
    (&["ca"], Lead::About),
    (&["c"], Lead::About),
    (&["roughly"], Lead::About),
    (&["possibly"], Lead::Possibly),
    (&["perhaps"], Lead::Possibly),
    (&["maybe"], Lead::Possibly),
    (&["probably"], Lead::Possibly),
    (&["some", "time", "in"], Lead::SomeTimeIn),
    (&["sometime", "in"], Lead::SomeTimeIn),
    (&["unknown", "day", "in"], Lead::UnknownDay),
    (&["some", "day", "in"], Lead::UnknownDay),
    (&["unknown", "month", "in"], Lead::UnknownMonth),
    (&["some", "month", "in"], Lead::UnknownMonth),
    (&["on"], Lead::Filler),
    (&["in"], Lead::Filler),
    (&["during"], Lead::Filler),
    (&["the"], Lead::Filler),
];

/// The words that may follow a date.
pub(super) const TAILS: &[(&[&str], Lead)] = &[
    (&["or", "before"], Lead::OnOrBefore),
    (&["or", "earlier"], Lead::OnOrBefore),
    (&["at", "the", "latest"], Lead::OnOrBefore),
    (&["or", "after"], Lead::OnOrAfter),
    (&["or", "later"], Lead::OnOrAfter),
    (&["?"], Lead::Possibly),
];

/// The words between the two dates of an interval.
pub(super) const TO: &[&str] = &["to", "until", "till", "through", "thru"];

/// Words within a date that say nothing.
pub(super) const FILLERS: &[&str] = &["of", "the", "in", "on", "at"];

/// The month (1 to 12) of a name or abbreviation in lower case.
pub(super) fn month(word: &str) -> Option<i8> {
    let short = if word == "sept" { "sep" } else { word };
    let at = MONTHS.iter().position(|name| {
        let name = name.to_ascii_lowercase();
        name == short || (short.len() == 3 && name.starts_with(short))
    })?;
    i8::try_from(at + 1).ok()
}

/// The season (21 to 24) of a name in lower case.
pub(super) fn season(word: &str) -> Option<i8> {
    let name = if word == "fall" { "autumn" } else { word };
    let at = SEASONS.iter().position(|season| *season == name)?;
    i8::try_from(at + 21).ok()
}

/// The weekday of a name or abbreviation in lower case.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" | "mon" => Weekday::Monday,
        "tuesday" | "tue" | "tues" => Weekday::Tuesday,
        "wednesday" | "wed" => Weekday::Wednesday,
        "thursday" | "thu" | "thur" | "thurs" => Weekday::Thursday,
        "friday" | "fri" => Weekday::Friday,
        "saturday" | "sat" => Weekday::Saturday,
        "sunday" | "sun" => Weekday::Sunday,
        _ => return None,
    })
}

/// What a weekday is called.
pub(super) fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// A count written as a word, in lower case.
pub(super) fn count(word: &str) -> Option<i64> {
    const COUNTS: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    if matches!(word, "a" | "an") {
        return Some(1);
    }
    i64::try_from(COUNTS.iter().position(|count| *count == word)? + 1).ok()
}

/// The name of a month (1 to 12), whole.
pub(super) fn month_name(month: i8) -> &'static str {
    usize::try_from(month - 1).ok().and_then(|at| MONTHS.get(at)).copied().unwrap_or_default()
}

/// The name of a month (1 to 12), three letters.
pub(super) fn month_short(month: i8) -> &'static str {
    month_name(month).get(..3).unwrap_or_default()
}

/// The name of a season (21 to 24).
pub(super) fn season_name(season: i8) -> &'static str {
    usize::try_from(season - 21).ok().and_then(|at| SEASONS.get(at)).copied().unwrap_or_default()
}
