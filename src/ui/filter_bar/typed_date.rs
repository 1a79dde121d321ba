//! Questions about dates as they are typed: "before sep", "b 7 sep", "<2024", "in 2024".

use super::known::{Known, year};
use crate::domain::date::{Edtf, parse_typed};
use crate::text::t;
use crate::view::DateQuestion;

/// How a date is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    Before,
    Since,
    After,
    During,
}

/// What is typed about a date.
pub(super) struct TypedDate {
    /// The questions it can mean, likeliest first.
    pub(super) questions: Vec<DateQuestion>,
    /// Whether a word such as "before" says that a date is meant.
    pub(super) is_led: bool,
}

/// Reads what is typed. A date without its year is taken in the years of the rows, latest first; without "before"
/// or "after" it is asked for in all three ways.
pub(super) fn read(typed: &str, known: &Known, today: i64) -> TypedDate {
    let typed = typed.trim().to_lowercase();
    let group = t("filter-group-date").to_lowercase();
    let of_group = typed.strip_prefix(&group).and_then(|rest| rest.trim_start().strip_prefix(':'));
    let rest = of_group.unwrap_or(&typed).trim();
    if let Some((how, date)) = led(rest) {
        let questions = dates(date, known, today).into_iter().map(|date| question(how, date)).collect();
        return TypedDate { questions, is_led: true };
    }
    if of_group.is_some() && rest.is_empty() {
        let years = known.years.iter().filter_map(|year| year.parse().ok());
        return TypedDate { questions: years.map(DateQuestion::During).collect(), is_led: true };
    }
    let first = dates(rest, known, today).into_iter().next();
    let ways = [How::During, How::Before, How::After];
    let questions = first.into_iter().flat_map(|date| ways.map(|how| question(how, date))).collect();
    TypedDate { questions, is_led: of_group.is_some() }
}

/// Asks so for a date.
pub(super) fn question(how: How, date: Edtf) -> DateQuestion {
    match how {
        How::Before => DateQuestion::Before(date),
        How::Since => DateQuestion::Since(date),
        How::After => DateQuestion::After(date),
        How::During => DateQuestion::During(date),
    }
}

/// The words and signs before a date; ">=" comes before ">".
fn leads() -> [(How, &'static str); 4] {
    [
        (How::Before, t("filter-typed-before")),
        (How::Since, t("filter-typed-since")),
        (How::After, t("filter-typed-after")),
        (How::During, t("filter-typed-during")),
    ]
}

/// The sign a text begins with, and what follows it.
fn sign(typed: &str) -> Option<(How, &str)> {
    leads().into_iter().find_map(|(how, words)| {
        let mut signs = words.split_whitespace().filter(|word| !word.starts_with(char::is_alphabetic));
        signs.find_map(|sign| Some((how, typed.strip_prefix(sign)?)))
    })
}

/// Whether a word leads to a date: "before" and nothing after it, or "<sep" with "sep" after it.
pub(super) fn sign_or_word(word: &str) -> Option<(How, &str)> {
    let is_it = |words: &str| words.split_whitespace().any(|lead| lead.eq_ignore_ascii_case(word));
    sign(word).or_else(|| leads().into_iter().find(|(_, words)| is_it(words)).map(|(how, _)| (how, "")))
}

/// Splits "before sep", also as "b sep" or "<sep", into how and when.
fn led(typed: &str) -> Option<(How, &str)> {
    if let Some((how, rest)) = sign(typed) {
        return Some((how, rest.trim_start()));
    }
    let (lead, rest) = typed.split_once(' ').unwrap_or((typed, ""));
    let is_lead = |words: &str| words.split_whitespace().any(|word| word.starts_with(lead));
    let whole = |words: &str| words.split_whitespace().any(|word| word == lead);
    // One letter alone may be the beginning of anything.
    leads()
        .into_iter()
        .find(|(_, words)| whole(words) || (!rest.is_empty() && is_lead(words)))
        .filter(|_| !lead.is_empty())
        .map(|(how, _)| (how, rest.trim_start()))
}

/// The dates meant: as typed, or in the years of the rows, those within the rows first.
pub(super) fn dates(typed: &str, known: &Known, today: i64) -> Vec<Edtf> {
    if typed.is_empty() {
        return Vec::new();
    }
    if let Ok(date) = parse_typed(typed, today) {
        return vec![date];
    }
    let this_year = year(today).filter(|_| known.years.is_empty());
    let years = known.years.iter().chain(&this_year);
    let mut dates: Vec<Edtf> =
        years.filter_map(|year| parse_typed(&format!("{typed} {year}"), today).ok()).collect();
    let (first, last) = known.span;
    dates.sort_by_key(|date| date.first_day() < first || date.first_day() > last);
    dates.truncate(3);
    dates
}

#[cfg(test)]
mod tests {
    use super::super::asked::date_words;
    use super::*;

    /// Rows from May 2023 to October 2024; today is 24 November 2026.
    fn read_words(typed: &str) -> Vec<String> {
        let day = |text: &str| text.parse::<Edtf>().unwrap().first_day();
        let known = Known {
            years: vec!["2024".to_owned(), "2023".to_owned()],
            span: (day("2023-05-01"), day("2024-10-31")),
            ..Known::default()
        };
        read(typed, &known, day("2026-11-24")).questions.iter().map(date_words).collect()
    }

    #[test]
    fn a_month_is_taken_in_the_years_of_the_rows() {
        assert_eq!(read_words("before Sep"), ["before September 2024", "before September 2023"]);
        assert_eq!(read_words("after dec"), ["after December 2023", "after December 2024"]);
        assert_eq!(read_words("after 7 may"), ["after 7 May 2024", "after 7 May 2023"]);
    }

    #[test]
    fn short_ways_to_ask() {
        for typed in ["b sep", "bef sep", "<sep", "< sep", "date: before sep"] {
            assert_eq!(read_words(typed)[0], "before September 2024", "{typed}");
        }
        assert_eq!(read_words("> 7 sep 2024"), ["after 7 Sep 2024"]);
        assert_eq!(read_words(">= sep 2024"), ["since September 2024"]);
        assert_eq!(read_words("since 2023"), ["since 2023"]);
        assert_eq!(read_words("on 7 sep 2024"), ["on 7 Sep 2024"]);
    }

    #[test]
    fn a_date_alone_is_asked_for_in_all_ways() {
        assert_eq!(read_words("2024"), ["in 2024", "before 2024", "after 2024"]);
        assert_eq!(read_words("date:"), ["in 2024", "in 2023"]);
    }

    #[test]
    fn what_is_no_date_asks_nothing() {
        for typed in ["", "b", "harbor", "before harbor", "a", "before"] {
            assert!(read_words(typed).is_empty(), "{typed}");
        }
    }
}
