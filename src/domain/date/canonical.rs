//! Canonical EDTF text, also as the form of a date in JSON.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::unit::Unit;
use super::{Edtf, Form, Limit, Part, Qualifier, Time};

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.form {
            Form::One(part, None) => write!(f, "{part}"),
            Form::One(part, Some(time)) => write!(f, "{part}T{time}"),
            Form::Range(from, to) => write!(f, "{from}/{to}"),
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(part) => part.fmt(f),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year =
            |f: &mut fmt::Formatter<'_>, year: i16| write!(f, "{}{:04}", sign(year), year.unsigned_abs());
        match self.unit {
            Unit::Day(date) => {
                year(f, date.year())?;
                write!(f, "-{:02}-{:02}", date.month(), date.day())?;
            }
            Unit::Month { year: y, month: m } | Unit::Season { year: y, season: m } => {
                year(f, y)?;
                write!(f, "-{m:02}")?;
            }
            Unit::Year(y) => year(f, y)?,
            Unit::Decade(prefix) => write!(f, "{}{:03}X", sign(prefix), prefix.unsigned_abs())?,
            Unit::Century(prefix) => write!(f, "{}{:02}XX", sign(prefix), prefix.unsigned_abs())?,
            Unit::DayIn { year: y, month } => {
                year(f, y)?;
                write!(f, "-{month:02}-XX")?;
            }
            Unit::MonthIn(y) => {
                year(f, y)?;
                f.write_str("-XX")?;
            }
            Unit::DayInYear(y) => {
                year(f, y)?;
                f.write_str("-XX-XX")?;
            }
        }
        f.write_str(match self.qualifier {
            Qualifier { approximate: true, uncertain: true } => "%",
            Qualifier { approximate: true, uncertain: false } => "~",
            Qualifier { approximate: false, uncertain: true } => "?",
            Qualifier { approximate: false, uncertain: false } => "",
        })
    }
}

fn sign(number: i16) -> &'static str {
    if number < 0 { "-" } else { "" }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.minute / 60, self.minute % 60)?;
        match self.offset {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(offset) => f.write_str(&offset_text(offset)),
        }
    }
}

/// `+02:00`
pub(super) fn offset_text(offset: i16) -> String {
    let (sign, size) = (if offset < 0 { '-' } else { '+' }, offset.unsigned_abs());
    format!("{sign}{:02}:{:02}", size / 60, size % 60)
}

impl Serialize for Edtf {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Edtf {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Cow::<'de, str>::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}
