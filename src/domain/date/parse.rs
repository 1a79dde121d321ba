//! EDTF text to a date: ISO 8601-2, levels 0 and 1.

use std::str::FromStr;

use jiff::civil::Date;

use super::unit::Unit;
use super::words::month_name;
use super::{DateError, Edtf, Form, Limit, Part, Qualifier, Time};

type Result<T> = std::result::Result<T, DateError>;

impl FromStr for Edtf {
    type Err = DateError;

    /// Reads levels 0 and 1; spaces around are ignored, seconds are read and not kept. Level 2 (lists, parts of a
    /// date that are qualified by themselves) is refused, as are years beyond ±9999.
    fn from_str(text: &str) -> Result<Self> {
        let text = text.trim();
        if let Some((from, to)) = text.split_once('/') {
            return Self::range(limit(from)?, limit(to)?);
        }
        match text.split_once('T') {
            None => part(text).map(Self::from),
            Some((day, clock)) => {
                let part = part(day)?;
                if !matches!(part.unit, Unit::Day(_)) || part.qualifier != Qualifier::default() {
                    return Err(DateError::new("A time of day needs a whole, sure date before it.")
                        .with_hint("Write 2011-09-07T14:30."));
                }
                Ok(Self { form: Form::One(part, Some(time(clock)?)) })
            }
        }
    }
}

fn limit(text: &str) -> Result<Limit> {
    match text {
        "" => Ok(Limit::Unknown),
        ".." => Ok(Limit::Open),
        _ if text.contains('T') => Err(DateError::new("An interval is made of dates without a time of day.")
            .with_hint("Write 2011-09-07/2011-09-09.")),
        _ => part(text).map(Limit::At),
    }
}

fn part(text: &str) -> Result<Part> {
    let (bare, approximate, uncertain) = match text.char_indices().last() {
        Some((at, '~')) => (&text[..at], true, false),
        Some((at, '?')) => (&text[..at], false, true),
        Some((at, '%')) => (&text[..at], true, true),
        _ => (text, false, false),
    };
    let unit = unit(bare).ok_or_else(|| DateError::unread(text))??;
    Ok(Part { unit, qualifier: Qualifier { approximate, uncertain } })
}

/// None where the text does not have the shape of a date; an error where it has and is not one.
fn unit(text: &str) -> Option<Result<Unit>> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    if is_long_year(digits) {
        return Some(Err(beyond_years()));
    }
    let mut fields = digits.split('-');
    let (year, month, day) = (fields.next()?, fields.next(), fields.next());
    if fields.next().is_some() {
        return None;
    }
    if month.is_none() && year.contains('X') {
        return unspecified(year, negative);
    }
    let year = number(year, 4)?;
    if negative && year == 0 {
        return Some(Err(DateError::new("The year 0 has no sign.").with_hint("Write 0000 for 1 BC.")));
    }
    let year = if negative { -year } else { year };
    match (month, day) {
        (None, _) => Some(Ok(Unit::Year(year))),
        (Some("XX"), None) => Some(Ok(Unit::MonthIn(year))),
        (Some("XX"), Some("XX")) => Some(Ok(Unit::DayInYear(year))),
        (Some(month), None) => Some(month_or_season(year, number(month, 2)? as i8)),
        (Some(month), Some(day)) => {
            let month = number(month, 2)? as i8;
            let found =
                if day == "XX" { day_in(year, month) } else { day_of(year, month, number(day, 2)? as i8) };
            Some(found)
        }
    }
}

/// The refusal of a year the calendar here does not reach.
pub(super) fn beyond_years() -> DateError {
    DateError::new("Years before -9999 and after 9999 cannot be kept.")
        .with_hint("Write the date in the title or a note instead.")
}

/// `Y170000002`, or a plain year of more than four digits.
fn is_long_year(digits: &str) -> bool {
    let (year, needed) = match digits.strip_prefix('Y') {
        Some(rest) => (rest.strip_prefix('-').unwrap_or(rest), 1),
        None => (digits.split('-').next().unwrap_or(digits), 5),
    };
    year.len() >= needed && year.bytes().all(|byte| byte.is_ascii_digit())
}

/// `201X` and `20XX`.
fn unspecified(year: &str, negative: bool) -> Option<Result<Unit>> {
    let (prefix, make): (_, fn(i16) -> Unit) = match (year.strip_suffix("XX"), year.strip_suffix('X')) {
        (Some(century), _) => (number(century, 2)?, Unit::Century),
        (None, Some(decade)) => (number(decade, 3)?, Unit::Decade),
        (None, None) => return None,
    };
    if negative && prefix == 0 {
        return Some(Err(DateError::new("Years around the year 0 cannot be left open by digits.")
            .with_hint("Write an interval, such as -0009/-0001.")));
    }
    Some(Ok(make(if negative { -prefix } else { prefix })))
}

fn month_or_season(year: i16, month: i8) -> Result<Unit> {
    match month {
        1..=12 => Ok(Unit::Month { year, month }),
        21..=24 => Ok(Unit::Season { year, season: month }),
        _ => Err(no_month(month)),
    }
}

fn day_in(year: i16, month: i8) -> Result<Unit> {
    if (1..=12).contains(&month) { Ok(Unit::DayIn { year, month }) } else { Err(no_month(month)) }
}

/// A day of the calendar, with an error that says whether month or day is wrong.
pub(super) fn day_of(year: i16, month: i8, day: i8) -> Result<Unit> {
    if let Ok(date) = Date::new(year, month, day) {
        return Ok(Unit::Day(date));
    }
    match Date::new(year, month, 1) {
        Ok(first) => {
            let (days, name) = (first.days_in_month(), month_name(month));
            Err(DateError::new(format!("There is no day {day} in {name} {year}."))
                .with_hint(format!("{name} {year} has {days} days.")))
        }
        Err(_) => Err(no_month(month)),
    }
}

fn no_month(month: i8) -> DateError {
    DateError::new(format!("There is no month {month}."))
        .with_hint("Months are 01 to 12; 21 is spring, 22 summer, 23 autumn, 24 winter.")
}

/// A number written with exactly so many digits.
fn number(text: &str, digits: usize) -> Option<i16> {
    let plain = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

/// A time of day: `14:30`, `14:30:59`, `14:30Z`, `14:30+02:00`.
fn time(text: &str) -> Result<Time> {
    clock(text).ok_or_else(|| {
        DateError::new(format!("“{}” is not a time of day.", text.chars().take(20).collect::<String>()))
            .with_hint("Write 14:30, 14:30Z or 14:30+02:00.")
    })
}

fn clock(text: &str) -> Option<Time> {
    let zone = text.find(['Z', '+', '-']).unwrap_or(text.len());
    let (clock, zone) = text.split_at(zone);
    let mut fields = clock.split(':');
    let (hour, minute) = (number(fields.next()?, 2)?, number(fields.next()?, 2)?);
    if let Some(seconds) = fields.next() {
        let whole = seconds.split_once('.').map_or(seconds, |(whole, _)| whole);
        number(whole, 2).filter(|seconds| *seconds <= 60)?;
    }
    if fields.next().is_some() || hour > 23 || minute > 59 {
        return None;
    }
    Some(Time { minute: (hour * 60 + minute).unsigned_abs(), offset: offset(zone)? })
}

/// None where the offset is not one; `Some(None)` where none is written.
#[allow(clippy::option_option)] // written, not written, not an offset
pub(super) fn offset(text: &str) -> Option<Option<i16>> {
    let (sign, rest) = match text.split_at_checked(1) {
        None => return Some(None),
        Some(("Z", "")) => return Some(Some(0)),
        Some(("+", rest)) => (1, rest),
        Some(("-", rest)) => (-1, rest),
        Some(_) => return None,
    };
    let (hours, minutes) = match rest.split_once(':') {
        Some(fields) => fields,
        None if rest.len() == 2 => (rest, "00"),
        None => rest.split_at_checked(2)?,
    };
    let (hours, minutes) = (number(hours, 2)?, number(minutes, 2)?);
    let size = hours * 60 + minutes;
    (minutes <= 59 && size <= 14 * 60).then_some(Some(sign * size))
}
