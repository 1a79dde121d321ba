//! When something is due, as people type it.

use super::calendar::{add_months, date_of, day_of, monday_of, weekday_after};
use super::partial::Partial;
use super::relative::amount;
use super::token::{Token, tokens};
use super::{DateError, Edtf, parse_typed, words};

/// Reads a day ahead: "fri" (the first after today), "next friday" (that of the next week, Monday to Sunday),
/// "tomorrow", "in 2 weeks", "next month", "1 dec" (the next such day), "end of month"; and whatever
/// [`parse_typed`] reads.
///
/// ```
/// use casefile::domain::date::parse_due;
///
/// let today = 15_224; // Wednesday 7 Sep 2011
/// let due = |text: &str| parse_due(text, today).map(|date| date.to_string());
/// assert_eq!(due("fri")?, "2011-09-09");
/// assert_eq!(due("in 2 weeks")?, "2011-09-21");
/// assert_eq!(due("1 jan")?, "2012-01-01");
/// # Ok::<(), casefile::domain::date::DateError>(())
/// ```
pub fn parse_due(text: &str, today: i64) -> Result<Edtf, DateError> {
    let today = day_of(date_of(today));
    let tokens = tokens(text)?;
    let rest = match tokens.as_slice() {
        [before, rest @ ..] if before.word() == "before" => {
            if let Some(date) = ahead(rest, today) {
                return Ok(Edtf::day(date?.first_day() - 1));
            }
            rest
        }
        [first, rest @ ..] if matches!(first.word(), "by" | "on" | "due") && !rest.is_empty() => rest,
        all => all,
    };
    match ahead(rest, today) {
        Some(date) => date,
        None => parse_typed(text, today).map_err(|error| {
            if error.hint == DateError::unread(text).hint {
                error.with_hint(
                    "Write for example fri, tomorrow, in 2 weeks, 1 dec, end of month or 2026-12-01.",
                )
            } else {
                error
            }
        }),
    }
}

fn ahead(tokens: &[Token], today: i64) -> Option<Result<Edtf, DateError>> {
    if let Some(date) = in_so_long(tokens, today) {
        return Some(Ok(date));
    }
    let words: Vec<&str> = tokens.iter().map(Token::word).filter(|word| *word != "the").collect();
    let day = match words.as_slice() {
        ["end", "of", span @ ..] => end_of(span, today)?,
        ["next", day] if words::weekday(day).is_some() => {
            monday_of(today) + 7 + i64::from(words::weekday(day)?.to_monday_zero_offset())
        }
        ["this" | "coming", day] | [day] if words::weekday(day).is_some() => {
            weekday_after(today, words::weekday(day)?)
        }
        _ => return yearless(tokens, today),
    };
    Some(Ok(Edtf::day(day)))
}

/// "in 10 days", "2 weeks", "in a month".
fn in_so_long(tokens: &[Token], today: i64) -> Option<Edtf> {
    let rest = match tokens {
        [first, rest @ ..] if matches!(first.word(), "in" | "+") => rest,
        all => all,
    };
    let [count, unit] = rest else { return None };
    let (count, from) = (amount(count)?, date_of(today));
    let day = match unit.word() {
        "day" | "days" | "d" => today.checked_add(count)?,
        "week" | "weeks" | "w" => today.checked_add(count * 7)?,
        "month" | "months" | "m" => day_of(add_months(from, count)?),
        "year" | "years" | "y" => day_of(add_months(from, count * 12)?),
        _ => return None,
    };
    Some(Edtf::day(day))
}

/// The last day of a week (Sunday), month or year.
fn end_of(span: &[&str], today: i64) -> Option<i64> {
    let (next, unit) = match span {
        ["next", unit] => (1, *unit),
        ["this", unit] | [unit] => (0, *unit),
        _ => return None,
    };
    let from = date_of(today);
    match unit {
        "week" => Some(monday_of(today) + 6 + 7 * next),
        "month" => Some(day_of(add_months(from.first_of_month(), next)?.last_of_month())),
        "year" => Some(day_of(add_months(from.first_of_year(), 12 * next)?.last_of_year())),
        _ => None,
    }
}

/// "1 dec", "december": the next one, from today on.
fn yearless(tokens: &[Token], today: i64) -> Option<Result<Edtf, DateError>> {
    let partial = Partial::read(tokens).filter(Partial::lacks_year)?;
    let this_year = date_of(today).year();
    // 29 February may be eight years away.
    let dates = (0..=8).filter_map(|ahead| {
        let year = this_year.checked_add(ahead)?;
        partial.in_year(year).complete("").ok()
    });
    dates.into_iter().find(|date| date.last_day() >= today).map(Ok)
}
