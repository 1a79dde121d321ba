//! Dates as evidence: EDTF (ISO 8601-2, levels 0 and 1), its bounds in days, its words.
//!
//! A date is never more precise than its source. `2011-09` is a month and stays one; "before 7 Sep 2011" has an
//! open start and no first day at all; `2011-09-07T14:30` is the clock and calendar of the source, never
//! converted. Bounds are days since 1970-01-01 in the proleptic Gregorian calendar, [`i64::MIN`] and [`i64::MAX`]
//! where an end is open or unknown.
//!
//! | file | what is in it |
//! | --- | --- |
//! | `unit` | one stretch of the calendar: a day, a month, a season … a century |
//! | `parse`, `canonical` | EDTF text to [`Edtf`] and back |
//! | `bounds` | first and last day, precision, what is sure |
//! | `overlap` | questions: certainly, possibly, no |
//! | `dated` | what a record keeps of a date: EDTF, its words, what they were resolved against |
//! | `plain`, `words` | the date in plain words, and the English tables |
//! | `typed`, `phrase`, `partial`, `token` | what people type |
//! | `given` | what a person types, as a record keeps it: words of an article wait for its publication |
//! | `relative`, `due` | "last month", "fri", "in 2 weeks" |
//! | `calendar` | the only arithmetic on days, by jiff; today; now |

mod bounds;
mod calendar;
mod canonical;
mod dated;
mod due;
mod error;
mod given;
mod overlap;
mod parse;
mod partial;
mod phrase;
mod plain;
mod relative;
mod token;
mod typed;
mod unit;
mod words;

pub use bounds::{End, Precision};
pub use calendar::{clock, end_of_week, local_day, now_ms, today, weekday};
pub use dated::{Dated, is_in_future};
pub use due::parse_due;
pub use error::DateError;
pub use given::{ReadIn, article_basis, is_relative, read_given};
pub use overlap::{Days, Match, when};
pub use relative::resolve_relative;
pub use typed::parse_typed;

use unit::Unit;

/// One date as EDTF can say it: a day, a month, a year, an interval, each perhaps approximate or uncertain.
///
/// Parse it with [`str::parse`], print its canonical EDTF text with [`ToString::to_string`].
///
/// ```
/// use casefile::domain::date::{Edtf, End};
///
/// let said: Edtf = "../2011-09-07".parse()?;
/// assert_eq!((said.first_day(), said.start_kind()), (i64::MIN, End::Open));
/// assert_eq!(said.last_day(), 15_224);
/// # Ok::<(), casefile::domain::date::DateError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Edtf {
    form: Form,
}

/// The two shapes a date has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Form {
    /// One stretch of the calendar; a time only where that is a day without qualifier.
    One(Part, Option<Time>),
    /// From one to another; at least one limit is a date, and the first day is not after the last.
    Range(Limit, Limit),
}

/// A stretch of the calendar with what is unsure about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Part {
    unit: Unit,
    qualifier: Qualifier,
}

/// What is unsure about a date: `~` approximate, `?` uncertain, `%` both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
struct Qualifier {
    approximate: bool,
    uncertain: bool,
}

/// One limit of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Limit {
    /// A date.
    At(Part),
    /// `..`: the interval has no limit on this side.
    Open,
    /// Empty: there is a limit, nobody knows which.
    Unknown,
}

/// A time of day as written at the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Time {
    /// 0 to 1439.
    minute: u16,
    /// Minutes east of UTC, -840 to 840, if written.
    offset: Option<i16>,
}

impl Edtf {
    /// One sure day, counted from 1970-01-01; days outside the years -9999 to 9999 become the nearest inside.
    #[must_use]
    pub fn day(day: i64) -> Self {
        Unit::Day(calendar::date_of(day)).into()
    }

    /// The same date with `approximate` and `uncertain` added to each of its ends; a time of day is dropped.
    #[must_use]
    pub fn qualified(&self, approximate: bool, uncertain: bool) -> Self {
        if !approximate && !uncertain {
            return *self;
        }
        let add = |part: Part| Part {
            unit: part.unit,
            qualifier: Qualifier {
                approximate: part.qualifier.approximate || approximate,
                uncertain: part.qualifier.uncertain || uncertain,
            },
        };
        let limit = |limit| match limit {
            Limit::At(part) => Limit::At(add(part)),
            other => other,
        };
        match self.form {
            Form::One(part, _) => add(part).into(),
            Form::Range(from, to) => Self { form: Form::Range(limit(from), limit(to)) },
        }
    }

    /// On or before the end of `date`: `2011-09-07` gives `../2011-09-07`, as a quotation rests on the
    /// publication of its article. Without an end there (`2011/..`) nothing is known, and there is no date.
    #[must_use]
    pub fn on_or_before(date: &Self) -> Option<Self> {
        match date.end_limit() {
            Limit::At(part) => Some(Self { form: Form::Range(Limit::Open, Limit::At(part)) }),
            Limit::Open | Limit::Unknown => None,
        }
    }

    /// On or after the start of `date`: `2011-09-07` gives `2011-09-07/..`.
    #[must_use]
    pub fn on_or_after(date: &Self) -> Option<Self> {
        match date.start_limit() {
            Limit::At(part) => Some(Self { form: Form::Range(Limit::At(part), Limit::Open) }),
            Limit::Open | Limit::Unknown => None,
        }
    }

    /// Before the start of `date`: ends with the unit before it, so that `2011-09-07` gives `../2011-09-06` and
    /// `2011-09` gives `../2011-08`. EDTF has no other way to say "before", so in plain words it comes back as
    /// "on or before 6 Sep 2011", which means the same. None where `date` has no start or nothing precedes it.
    #[must_use]
    pub fn before(date: &Self) -> Option<Self> {
        let Limit::At(part) = date.start_limit() else { return None };
        let to = Part { unit: part.unit.previous()?, ..part };
        Some(Self { form: Form::Range(Limit::Open, Limit::At(to)) })
    }

    /// After the end of `date`, the mirror of [`Edtf::before`]: `2011-09-07` gives `2011-09-08/..`.
    #[must_use]
    pub fn after(date: &Self) -> Option<Self> {
        let Limit::At(part) = date.end_limit() else { return None };
        let from = Part { unit: part.unit.next()?, ..part };
        Some(Self { form: Form::Range(Limit::At(from), Limit::Open) })
    }

    /// From the start of `from` to the end of `to`; an end that is open or unknown stays so.
    pub fn between(from: &Self, to: &Self) -> Result<Self, DateError> {
        Self::range(from.start_limit(), to.end_limit())
    }

    fn range(from: Limit, to: Limit) -> Result<Self, DateError> {
        match (from, to) {
            (Limit::Open | Limit::Unknown, Limit::Open | Limit::Unknown) => {
                Err(DateError::new("An interval needs at least one date.")
                    .with_hint("Leave the field empty if nothing is known."))
            }
            (Limit::At(a), Limit::At(b)) if a.unit.first() > b.unit.last() => {
                Err(DateError::new("This interval ends before it starts.")
                    .with_hint("Write the earlier date first."))
            }
            _ => Ok(Self { form: Form::Range(from, to) }),
        }
    }

    /// Where the date starts, as a limit.
    fn start_limit(&self) -> Limit {
        match self.form {
            Form::One(part, _) => Limit::At(part),
            Form::Range(from, _) => from,
        }
    }

    /// Where the date ends, as a limit.
    fn end_limit(&self) -> Limit {
        match self.form {
            Form::One(part, _) => Limit::At(part),
            Form::Range(_, to) => to,
        }
    }
}

impl From<Part> for Edtf {
    fn from(part: Part) -> Self {
        Self { form: Form::One(part, None) }
    }
}

impl From<Unit> for Edtf {
    fn from(unit: Unit) -> Self {
        Part { unit, qualifier: Qualifier::default() }.into()
    }
}
