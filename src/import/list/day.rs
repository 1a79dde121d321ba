//! The date in a cell: which day it is, or why that is not sure.

use crate::domain::date::Edtf;
use crate::import::found::{Basis, Found};
use crate::import::when;

/// What a cell says of a date.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Day {
    /// Nothing.
    None,
    /// This date.
    Sure(Found),
    /// One of two, since either figure could be the month.
    Either {
        /// With the day first.
        day_first: Found,
        /// With the month first.
        month_first: Found,
    },
    /// Something that is no date this program reads.
    Unread,
}

/// Reads a cell.
pub(super) fn read(cell: &str) -> Day {
    let words = cell.trim();
    if words.is_empty() {
        return Day::None;
    }
    if let Ok(date) = words.parse::<Edtf>() {
        return Day::Sure(found(date, words));
    }
    if let Some((first, second, year)) = in_figures(words) {
        let of = |day, month| civil(year, month, day).map(|date| found(date, words));
        return match (of(first, second), of(second, first)) {
            (Some(day_first), Some(month_first)) if first != second => Day::Either { day_first, month_first },
            (Some(sure), _) | (None, Some(sure)) => Day::Sure(sure),
            (None, None) => Day::Unread,
        };
    }
    let read = when::machine(words, Basis::List).or_else(|| month_and_year(words));
    read.map_or(Day::Unread, Day::Sure)
}

/// Which way round the figures of a cell can only be: whether the day is first.
pub(super) fn order_shown(cell: &str) -> Option<bool> {
    let (first, second, _) = in_figures(cell.trim())?;
    match (first > 12, second > 12) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

fn found(date: Edtf, words: &str) -> Found {
    Found { date, words: words.to_owned(), basis: Basis::List }
}

fn civil(year: i16, month: i8, day: i8) -> Option<Edtf> {
    format!("{year:04}-{month:02}-{day:02}").parse().ok()
}

/// `9/7/2011` and `9-7-2011`, with a time after it or not. Full stops are not among the marks: who writes them puts
/// the day first.
fn in_figures(words: &str) -> Option<(i8, i8, i16)> {
    let date = words.split([' ', 'T', ',']).next()?;
    let mark = date.chars().find(|c| matches!(c, '/' | '-'))?;
    let mut parts = date.split(mark);
    let number = |part: &str| -> Option<i8> {
        (matches!(part.len(), 1 | 2) && part.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| part.parse().ok())?
    };
    let (first, second) = (number(parts.next()?)?, number(parts.next()?)?);
    let year =
        parts.next().filter(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()))?;
    parts.next().is_none().then_some((first, second, year.parse().ok()?))
}

/// `September 2011`, `Sep-2011`.
fn month_and_year(words: &str) -> Option<Found> {
    let mut parts = words.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let (month, year) = (when::month(parts.next()?)?, parts.next()?);
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) && parts.next().is_none();
    is_year.then(|| format!("{year}-{month:02}").parse().ok())?.map(|date| found(date, words))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sure(cell: &str) -> String {
        match read(cell) {
            Day::Sure(found) => found.date.to_string(),
            Day::Either { day_first, month_first } => format!("{} or {}", day_first.date, month_first.date),
            Day::None => "none".to_owned(),
            Day::Unread => "unread".to_owned(),
        }
    }

    #[test]
    fn a_day_is_read_only_where_it_can_be_but_one() {
        assert_eq!(sure("2011-09-07"), "2011-09-07");
        assert_eq!(sure("2011-09"), "2011-09");
        assert_eq!(sure("7.9.2011"), "2011-09-07");
        assert_eq!(sure("Sept. 7, 2011"), "2011-09-07");
        assert_eq!(sure("September 2011"), "2011-09");
        assert_eq!(sure("23/9/2011 14:05"), "2011-09-23");
        assert_eq!(sure("9/23/2011"), "2011-09-23");
        assert_eq!(sure("7/7/2011"), "2011-07-07");
        assert_eq!(sure("9/7/2011"), "2011-07-09 or 2011-09-07");
        assert_eq!(sure("09-07-2011"), "2011-07-09 or 2011-09-07");
        assert_eq!(sure("9/7/11"), "unread");
        assert_eq!(sure("31/2/2011"), "unread");
        assert_eq!(sure("soon"), "unread");
        assert_eq!(sure(" "), "none");
    }

    #[test]
    fn figures_can_show_the_order() {
        assert_eq!(order_shown("23/9/2011"), Some(true));
        assert_eq!(order_shown("9/23/2011"), Some(false));
        assert_eq!(order_shown("9/7/2011"), None);
        assert_eq!(order_shown("2011-09-23"), None);
    }
}
