//! What a timeline is made of, and how much of time a date takes up.

use super::calendar::{FIRST_DAY, LAST_DAY};
use crate::domain::id::Id;
use crate::domain::kind::RecordKind;

/// One record on the timeline.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The record.
    pub id: Id,
    /// What it is, which gives its shape: dot, article tick, follow-up diamond.
    pub kind: RecordKind,
    /// Its lane: an index into the lanes of the layout.
    pub lane: usize,
    /// Its date, or none: then it is on the shelf.
    pub when: Option<When>,
    /// Its words: a quote without marks, or a title.
    pub label: String,
    /// Whether the words are a quotation, to be shown in quotation marks.
    pub quoted: bool,
    /// Whether it is drawn hollow: not checked, or not yet due.
    pub hollow: bool,
    /// Whether the person marked it as important.
    pub important: bool,
    /// Its colour's meaning.
    pub tone: Tone,
}

/// A date as days, with what is doubtful about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// First day it may be, from 1970-01-01; `i64::MIN` if open.
    pub first: i64,
    /// Last day it may be; `i64::MAX` if open.
    pub last: i64,
    /// "About": drawn with soft edges.
    pub approximate: bool,
    /// Doubtful: marked with a question mark.
    pub uncertain: bool,
    /// Minute of the day as written, 0 to 1439, where it is known and the date is one day.
    pub minute: Option<u16>,
    /// Order within its day, set by hand; smaller comes first.
    pub day_order: i32,
}

/// What an item's colour says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tone {
    /// Nothing.
    #[default]
    Plain,
    /// The side of its speaker, from 0.
    Side(u8),
    /// Waited for, not overdue.
    Due,
    /// Overdue.
    Overdue,
}

/// One horizontal band of items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// What it shows, as the window names it.
    pub name: String,
}

impl When {
    /// A date from its bounds, nothing doubtful about it.
    #[must_use]
    pub const fn days(first: i64, last: i64) -> Self {
        Self { first, last, approximate: false, uncertain: false, minute: None, day_order: 0 }
    }

    /// The stretch of time it takes up; `None` if nothing bounds it.
    pub(super) fn reach(self) -> Option<Reach> {
        let (first, last) = (self.first.min(self.last), self.first.max(self.last));
        let bound = |day: i64| day.clamp(FIRST_DAY, LAST_DAY);
        Some(match (first, last) {
            (i64::MIN, i64::MAX) => return None,
            (i64::MIN, last) => Reach::Until(bound(last) as f64 + 1.0),
            (first, i64::MAX) => Reach::From(bound(first) as f64),
            (first, last) if first == last => {
                let day = bound(first) as f64;
                let minute = |minute: u16| Reach::Moment(day + f64::from(minute.min(1439)) / 1440.0);
                self.minute.map_or(Reach::Day(day), minute)
            }
            (first, last) => Reach::Range(bound(first) as f64, bound(last) as f64 + 1.0),
        })
    }
}

/// A stretch of time in days from 1970-01-01, ends exclusive.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Reach {
    /// Some time before the end of a day.
    Until(f64),
    /// Some time from the start of a day.
    From(f64),
    /// A known minute.
    Moment(f64),
    /// Some time on one day.
    Day(f64),
    /// Some time within a longer stretch.
    Range(f64, f64),
}

impl Reach {
    /// Where it counts in the overview and from where an arrow key walks: its known end or its middle.
    pub(super) fn anchor(self) -> f64 {
        match self {
            Self::Until(day) => day - 1.0,
            Self::From(day) | Self::Moment(day) => day,
            Self::Day(day) => day + 0.5,
            Self::Range(from, until) => f64::midpoint(from, until),
        }
    }

    /// The days it certainly needs to show whole; an open end adds nothing.
    pub(super) fn span(self) -> (f64, f64) {
        match self {
            Self::Until(day) => (day - 1.0, day),
            Self::From(day) | Self::Day(day) => (day, day + 1.0),
            Self::Moment(at) => (at, at),
            Self::Range(from, until) => (from, until),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_takes_up_what_is_known_of_it() {
        assert_eq!(When::days(i64::MIN, i64::MAX).reach(), None);
        assert_eq!(When::days(i64::MIN, 10).reach(), Some(Reach::Until(11.0)));
        assert_eq!(When::days(10, i64::MAX).reach(), Some(Reach::From(10.0)));
        assert_eq!(When::days(10, 10).reach(), Some(Reach::Day(10.0)));
        assert_eq!(When::days(10, 11).reach(), Some(Reach::Range(10.0, 12.0)));
        let noon = When { minute: Some(720), ..When::days(10, 10) };
        assert_eq!(noon.reach(), Some(Reach::Moment(10.5)));
    }
}
