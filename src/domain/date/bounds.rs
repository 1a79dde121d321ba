//! What a date covers and how sure it is.

use super::calendar::day_of;
use super::unit::Unit;
use super::{Edtf, Form, Limit, Part};

/// How a date ends on one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum End {
    /// On a day of the calendar.
    Day,
    /// It has no end on this side (`..`).
    Open,
    /// It ends, nobody knows when.
    Unknown,
}

/// How precise a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)] // the variants are words of the calendar
pub enum Precision {
    Day,
    Month,
    Season,
    Year,
    Decade,
    Century,
    /// An interval, open or closed.
    Range,
}

impl Edtf {
    /// The first day it covers; [`i64::MIN`] where the start is open or unknown.
    #[must_use]
    pub fn first_day(&self) -> i64 {
        match self.start_limit() {
            Limit::At(part) => day_of(part.unit.first()),
            Limit::Open | Limit::Unknown => i64::MIN,
        }
    }

    /// The last day it covers; [`i64::MAX`] where the end is open or unknown.
    #[must_use]
    pub fn last_day(&self) -> i64 {
        match self.end_limit() {
            Limit::At(part) => day_of(part.unit.last()),
            Limit::Open | Limit::Unknown => i64::MAX,
        }
    }

    /// Whether it starts on a day, is open, or starts nobody knows when.
    #[must_use]
    pub fn start_kind(&self) -> End {
        self.start_limit().kind()
    }

    /// Whether it ends on a day, is open, or ends nobody knows when.
    #[must_use]
    pub fn end_kind(&self) -> End {
        self.end_limit().kind()
    }

    /// How precise it is: `2011-09-XX` is as precise as its month.
    #[must_use]
    pub fn precision(&self) -> Precision {
        match self.form {
            Form::Range(..) => Precision::Range,
            Form::One(part, _) => match part.unit {
                Unit::Day(_) => Precision::Day,
                Unit::Month { .. } | Unit::DayIn { .. } => Precision::Month,
                Unit::Season { .. } => Precision::Season,
                Unit::Year(_) | Unit::MonthIn(_) | Unit::DayInYear(_) => Precision::Year,
                Unit::Decade(_) => Precision::Decade,
                Unit::Century(_) => Precision::Century,
            },
        }
    }

    /// Whether it, or an end of it, is approximate (`~` or `%`).
    #[must_use]
    pub fn is_approximate(&self) -> bool {
        self.parts().any(|part| part.qualifier.approximate)
    }

    /// Whether it, or an end of it, is uncertain (`?` or `%`).
    #[must_use]
    pub fn is_uncertain(&self) -> bool {
        self.parts().any(|part| part.qualifier.uncertain)
    }

    /// Approximate or uncertain: its bounds are not to be relied on to the day. In SQL the same is
    /// `x_edtf GLOB '*[~?%]*'`.
    #[must_use]
    pub fn is_soft(&self) -> bool {
        self.is_approximate() || self.is_uncertain()
    }

    /// Whether it is one sure day: what a timeline may draw as a dot.
    #[must_use]
    pub fn is_point(&self) -> bool {
        self.precision() == Precision::Day && !self.is_soft()
    }

    /// The minute of the day (0 to 1439) as written at the source.
    #[must_use]
    pub fn minute(&self) -> Option<u16> {
        match self.form {
            Form::One(_, time) => time.map(|time| time.minute),
            Form::Range(..) => None,
        }
    }

    /// The minutes east of UTC that were written with the time.
    #[must_use]
    pub fn offset(&self) -> Option<i16> {
        match self.form {
            Form::One(_, time) => time.and_then(|time| time.offset),
            Form::Range(..) => None,
        }
    }

    fn parts(&self) -> impl Iterator<Item = Part> {
        [self.start_limit(), self.end_limit()].into_iter().filter_map(|limit| match limit {
            Limit::At(part) => Some(part),
            Limit::Open | Limit::Unknown => None,
        })
    }
}

impl Limit {
    fn kind(self) -> End {
        match self {
            Self::At(_) => End::Day,
            Self::Open => End::Open,
            Self::Unknown => End::Unknown,
        }
    }
}
