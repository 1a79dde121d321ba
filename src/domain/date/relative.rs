//! Words that stand for a date seen from another: "last month", "on Tuesday", "two days ago".

use jiff::civil::Date;

use super::calendar::{add_months, day_of, monday_of, weekday_after, weekday_up_to};
use super::partial::Partial;
use super::token::{Token, tokens};
use super::unit::Unit;
use super::{Edtf, Form, Part, words};

/// The date that words of an article stand for, seen from its publication; None where they are not such words, or
/// the publication is not known well enough for them ("yesterday" of an article of September).
///
/// A weekday is the last one up to that day ("on Tuesday"), before it ("last Tuesday") or after it ("next
/// Tuesday"). A day or month without a year is the one between nine months before and three months after. Counts
/// of weeks, months and years are approximate ("two weeks ago"), counts of days are not. What makes the
/// publication approximate or uncertain carries over.
///
/// ```
/// use casefile::domain::date::{Edtf, resolve_relative};
///
/// let published: Edtf = "2011-09-07".parse()?; // a Wednesday
/// let resolve = |words| resolve_relative(words, &published).map(|date| date.to_string());
/// assert_eq!(resolve("last month").as_deref(), Some("2011-08"));
/// assert_eq!(resolve("on Monday").as_deref(), Some("2011-09-05"));
/// assert_eq!(resolve("two weeks ago").as_deref(), Some("2011-08-24~"));
/// # Ok::<(), casefile::domain::date::DateError>(())
/// ```
#[must_use]
pub fn resolve_relative(text: &str, published: &Edtf) -> Option<Edtf> {
    let tokens = tokens(text).ok()?;
    relative(&tokens, published).or_else(|| yearless(&tokens, published))
}

/// What the words are seen from, as far as it is known.
struct Seen {
    part: Part,
    day: Option<i64>,
    /// The first of its month.
    month: Option<Date>,
    year: i16,
}

impl Seen {
    fn from(date: &Edtf) -> Option<Self> {
        let Form::One(part, _) = date.form else { return None };
        let first = part.unit.first();
        let (day, month) = match part.unit {
            Unit::Day(date) => (Some(day_of(date)), Some(date.first_of_month())),
            Unit::Month { .. } | Unit::DayIn { .. } => (None, Some(first)),
            Unit::Season { .. } | Unit::Year(_) | Unit::MonthIn(_) | Unit::DayInYear(_) => (None, None),
            Unit::Decade(_) | Unit::Century(_) => return None,
        };
        Some(Self { part, day, month, year: first.year() })
    }

    /// The date, as unsure as the one it was seen from.
    fn give(&self, date: impl Into<Edtf>) -> Edtf {
        let qualifier = self.part.qualifier;
        date.into().qualified(qualifier.approximate, qualifier.uncertain)
    }

    fn days(&self, by: i64) -> Option<Edtf> {
        Some(self.give(Edtf::day(self.day?.checked_add(by)?)))
    }

    fn weeks(&self, by: i64) -> Option<Edtf> {
        let monday = monday_of(self.day?) + by * 7;
        let week = Edtf::between(&Edtf::day(monday), &Edtf::day(monday + 6)).ok()?;
        Some(self.give(week))
    }

    fn months(&self, by: i64) -> Option<Edtf> {
        Some(self.give(Unit::month(add_months(self.month?, by)?)))
    }

    fn years(&self, by: i64) -> Option<Edtf> {
        let year = i64::from(self.year).checked_add(by)?;
        let year = i16::try_from(year).ok().filter(|year| (-9999..=9999).contains(year))?;
        Some(self.give(Unit::Year(year)))
    }

    /// So many units away: a day for days, "about" for what is longer.
    fn away(&self, count: i64, unit: &str) -> Option<Edtf> {
        match unit {
            "day" | "days" => self.days(count),
            "week" | "weeks" => Some(self.days(count.checked_mul(7)?)?.qualified(true, false)),
            "month" | "months" => Some(self.months(count)?.qualified(true, false)),
            "year" | "years" => Some(self.years(count)?.qualified(true, false)),
            _ => None,
        }
    }
}

/// The date of relative words, without those that only lack a year.
pub(super) fn relative(tokens: &[Token], from: &Edtf) -> Option<Edtf> {
    let seen = Seen::from(from)?;
    if let [count, unit, ago] = tokens
        && matches!(ago.word(), "ago" | "earlier")
    {
        return seen.away(-amount(count)?, unit.word());
    }
    let words: Vec<&str> = tokens.iter().map(Token::word).collect();
    let words = match words.as_slice() {
        ["on" | "in" | "the" | "earlier" | "later" | "early" | "late", rest @ ..] if !rest.is_empty() => rest,
        all => all,
    };
    match words {
        ["today" | "tonight"] | ["this", "morning" | "afternoon" | "evening"] => seen.days(0),
        ["yesterday"] | ["yesterday", "morning" | "afternoon" | "evening" | "night"] | ["last", "night"] => {
            seen.days(-1)
        }
        ["tomorrow"] | ["tomorrow", "morning" | "afternoon" | "evening" | "night"] => seen.days(1),
        ["day", "before", "yesterday"] => seen.days(-2),
        ["day", "after", "tomorrow"] => seen.days(2),
        [weekday] => {
            let weekday = words::weekday(weekday)?;
            Some(seen.give(Edtf::day(weekday_up_to(seen.day?, weekday))))
        }
        [which, unit] => {
            let by = match *which {
                "this" | "current" => 0,
                "last" | "past" | "previous" => -1,
                "next" | "coming" => 1,
                _ => return None,
            };
            step(&seen, by, unit)
        }
        _ => None,
    }
}

/// "last week", "this month", "next year", "last Tuesday", "last April".
fn step(seen: &Seen, by: i64, unit: &str) -> Option<Edtf> {
    match unit {
        "week" => return seen.weeks(by),
        "month" => return seen.months(by),
        "year" => return seen.years(by),
        _ => {}
    }
    if let Some(weekday) = words::weekday(unit) {
        let day = seen.day?;
        let found = match by {
            1 => weekday_after(day, weekday),
            -1 => weekday_up_to(day - 1, weekday),
            _ => monday_of(day) + i64::from(weekday.to_monday_zero_offset()),
        };
        return Some(seen.give(Edtf::day(found)));
    }
    let month = words::month(unit)?;
    let from = seen.month?;
    let year = match (by, month.cmp(&from.month())) {
        (0, _) | (-1, std::cmp::Ordering::Less) | (1, std::cmp::Ordering::Greater) => from.year(),
        _ => from.year().checked_add(by as i16)?,
    };
    (-9999..=9999).contains(&year).then(|| seen.give(Unit::Month { year, month }))
}

/// "Aug. 14", "in April": the one between nine months before and three months after.
fn yearless(tokens: &[Token], published: &Edtf) -> Option<Edtf> {
    let seen = Seen::from(published)?;
    let partial = Partial::read(tokens).filter(Partial::lacks_year)?;
    let from = seen.month?;
    let start = add_months(from, -8)?;
    let month = partial.month?;
    let year = if month >= start.month() { start.year() } else { start.year() + 1 };
    let found = partial.in_year(year).complete("").ok()?;
    Some(seen.give(found))
}

/// A count: "3", "three", "a".
pub(super) fn amount(token: &Token) -> Option<i64> {
    match token {
        Token::Number { value, .. } => Some(i64::from(*value)),
        other => words::count(other.word()),
    }
}
