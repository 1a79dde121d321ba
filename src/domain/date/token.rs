//! The words, numbers and dates in what somebody typed.

use super::parse::{beyond_years, day_of, offset};
use super::unit::Unit;
use super::{DateError, Edtf, Time, calendar, words};

/// One piece of a typed date.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    /// Letters in lower case, or one other character.
    Word(String),
    /// Digits; `digits` is how many were written.
    Number { value: i16, digits: usize },
    /// `1990s`, as its first year.
    Decade(i16),
    /// A hyphen or dash.
    Dash,
    /// A date in digits: `2011-09-07`, `31/3/2011`.
    Date(Edtf),
    /// A time of day.
    Clock(Time),
    /// `UTC`, `UTC+02:00`, in minutes.
    Zone(i16),
}

impl Token {
    /// The word, if it is one.
    pub(super) fn word(&self) -> &str {
        if let Self::Word(word) = self { word } else { "" }
    }
}

/// Takes a typed text apart; commas, full stops, quotation marks and brackets say nothing.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, DateError> {
    let mut found = Vec::new();
    for chunk in text.split_whitespace() {
        let chunk = chunk.trim_matches([',', '.', ';', '(', ')', '"', '“', '”', '\'']);
        if let Some(token) = whole(chunk)? {
            found.push(token);
        } else {
            pieces(chunk, &mut found)?;
        }
    }
    Ok(found)
}

/// A chunk that is one date or time in digits.
fn whole(chunk: &str) -> Result<Option<Token>, DateError> {
    if let Some(zone) = chunk.strip_prefix("UTC").or_else(|| chunk.strip_prefix("GMT")).and_then(offset) {
        return Ok(Some(Token::Zone(zone.unwrap_or(0))));
    }
    if !chunk.starts_with(|first: char| first.is_ascii_digit() || first == '-' || first == '.') {
        return Ok(None);
    }
    if chunk.contains(['-', '/', 'X'])
        && let Ok(date) = chunk.parse()
    {
        return Ok(Some(Token::Date(date)));
    }
    if let Some(time) = clock(chunk) {
        return Ok(Some(Token::Clock(time)));
    }
    numeric(chunk)
}

/// A date of two or three numbers. Which is the month must be plain from the numbers themselves.
fn numeric(chunk: &str) -> Result<Option<Token>, DateError> {
    for mark in ['/', '.', '-'] {
        let fields: Vec<&str> = chunk.split(mark).collect();
        let digits =
            |field: &&str| matches!(field.len(), 1..=4) && field.bytes().all(|byte| byte.is_ascii_digit());
        if fields.len() < 2 || !fields.iter().all(digits) {
            continue;
        }
        let numbers: Vec<i16> = fields.iter().filter_map(|field| field.parse().ok()).collect();
        let lengths: Vec<usize> = fields.iter().map(|field| field.len()).collect();
        let unit = match (numbers.as_slice(), lengths.as_slice()) {
            (&[year, month, day], [4, 1..=2, 1..=2]) => day_of(year, month as i8, day as i8)?,
            (&[a, b, year], [1..=2, 1..=2, 4]) => day_and_month(a, b, year)?,
            (&[month @ 1..=12, year], [1..=2, 4]) => Unit::Month { year, month: month as i8 },
            (&[year, month @ 1..=12], [4, 2]) if mark == '/' && (year + 1) % 100 != month => {
                Unit::Month { year, month: month as i8 }
            }
            (&[_, _, _], [1..=2, 1..=2, 1..=2]) => return Err(no_century(chunk)),
            (&[_, _], [1..=2, 1..=2]) if mark == '/' => return Err(which_year(chunk)),
            (&[first, last], [4, 2]) if mark == '/' => return Err(year_or_month(first, last)),
            _ => continue,
        };
        return Ok(Some(Token::Date(unit.into())));
    }
    Ok(None)
}

fn day_and_month(a: i16, b: i16, year: i16) -> Result<Unit, DateError> {
    let (a, b) = (a as i8, b as i8);
    if (1..=12).contains(&a) && (1..=12).contains(&b) && a != b {
        let (first, second) =
            (Edtf::from(day_of(year, b, a)?).words(), Edtf::from(day_of(year, a, b)?).words());
        return Err(DateError::new(format!("Which is the month in {a}/{b}/{year}?"))
            .with_hint(format!("Write {first} or {second}.")));
    }
    if a > 12 { day_of(year, b, a) } else { day_of(year, a, b) }
}

fn no_century(chunk: &str) -> DateError {
    DateError::new(format!("The year in {chunk} is not whole."))
        .with_hint("Write it with four digits: 7 Sep 2011.")
}

/// The refusal of a day or month without its year.
pub(super) fn which_year(text: &str) -> DateError {
    DateError::new(format!("Which year is {text} in?")).with_hint("Add the year, as in 7 Sep 2011.")
}

fn year_or_month(first: i16, last: i16) -> DateError {
    let hint = match last {
        1..=12 => format!("Write {first}–{} or {} {first}.", first + 1, words::month_name(last as i8)),
        _ => String::from("Write both years with four digits: 2011–2012."),
    };
    DateError::new(format!("{first}/{last:02} can be read in two ways.")).with_hint(hint)
}

/// `14:30`, `2:30pm`, `14:30+02:00`.
fn clock(chunk: &str) -> Option<Time> {
    let (hour, rest) = chunk.split_once(':')?;
    let (minute, rest) = rest.split_at_checked(2)?;
    let plain = |text: &str| matches!(text.len(), 1..=2) && text.bytes().all(|byte| byte.is_ascii_digit());
    if !plain(hour) || !plain(minute) {
        return None;
    }
    let time = Time { minute: hour.parse::<u16>().ok()? * 60 + minute.parse::<u16>().ok()?, offset: None };
    if time.minute >= 24 * 60 || minute > "59" {
        return None;
    }
    match rest.to_ascii_lowercase().as_str() {
        half @ ("am" | "pm") => half_day(time, half),
        _ => Some(Time { offset: offset(rest)?, ..time }),
    }
}

/// A time on the twelve-hour clock.
pub(super) fn half_day(time: Time, half: &str) -> Option<Time> {
    let minute = match (time.minute / 60, half) {
        (12, "am") => time.minute - 12 * 60,
        (1..=11, "pm") => time.minute + 12 * 60,
        (12, "pm") | (1..=11, "am") => time.minute,
        _ => return None,
    };
    Some(Time { minute, ..time })
}

/// Splits a chunk into letters, digits and marks.
fn pieces(chunk: &str, found: &mut Vec<Token>) -> Result<(), DateError> {
    let mut rest = chunk;
    while let Some(first) = rest.chars().next() {
        let run = |test: fn(char) -> bool| rest.find(|c: char| !test(c)).unwrap_or(rest.len());
        let end = if first.is_ascii_digit() {
            let end = run(|c| c.is_ascii_digit());
            let (digits, after) = rest.split_at(end);
            let (token, suffix) = number(digits, after)?;
            found.push(token);
            end + suffix
        } else if first.is_alphabetic() {
            let end = run(char::is_alphabetic);
            found.push(Token::Word(rest[..end].to_lowercase()));
            end
        } else {
            match first {
                '-' | '–' | '—' => found.push(Token::Dash),
                '~' => found.push(Token::Word(String::from("about"))),
                '&' => found.push(Token::Word(String::from("and"))),
                ',' | '.' | ';' | '(' | ')' => {}
                other => found.push(Token::Word(other.to_string())),
            }
            first.len_utf8()
        };
        rest = &rest[end..];
    }
    Ok(())
}

/// Digits with what belongs to them: `7th`, `1990s`; gives the length of that too.
fn number(digits: &str, after: &str) -> Result<(Token, usize), DateError> {
    let value: i16 =
        digits.parse().ok().filter(|value| (0..=10_000).contains(value)).ok_or_else(beyond_years)?;
    let suffix = after.find(|c: char| !c.is_alphabetic() && !matches!(c, '\'' | '’')).unwrap_or(after.len());
    match after[..suffix].to_lowercase().as_str() {
        "st" | "nd" | "rd" | "th" if digits.len() <= 2 => {
            Ok((Token::Number { value, digits: digits.len() }, suffix))
        }
        "s" | "'s" | "’s" if digits.len() == 4 && value % 10 == 0 => {
            if value % 100 == 0 {
                let century = value / 100;
                return Err(DateError::new(format!("The {digits}s can be ten years or a hundred."))
                    .with_hint(format!(
                        "Write {value}–{} or {century:02}XX for {value}–{}.",
                        value + 9,
                        value + 99
                    )));
            }
            Ok((Token::Decade(value), suffix))
        }
        _ => Ok((Token::Number { value, digits: digits.len() }, 0)),
    }
}

/// Whether `day` falls on the weekday that was written with it.
pub(super) fn check_weekday(day: i64, weekday: jiff::civil::Weekday) -> Result<(), DateError> {
    let found = calendar::date_of(day).weekday();
    if found == weekday {
        return Ok(());
    }
    let words = Edtf::day(day).words();
    Err(DateError::new(format!("{words} is not a {}.", words::weekday_name(weekday)))
        .with_hint(format!("It is a {}.", words::weekday_name(found))))
}
