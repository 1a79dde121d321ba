//! One stretch of the calendar, as precise as it was written.

use jiff::civil::Date;

use super::calendar::add_months;

/// One stretch of the calendar. Years are astronomical: 0 is 1 BC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Unit {
    /// `2011-09-07`
    Day(Date),
    /// `2011-09`
    Month { year: i16, month: i8 },
    /// `2011-21`: 21 spring, 22 summer, 23 autumn, 24 winter.
    Season { year: i16, season: i8 },
    /// `2011`
    Year(i16),
    /// `201X`, kept as 201; `-201X` as -201.
    Decade(i16),
    /// `20XX`, kept as 20; `-20XX` as -20.
    Century(i16),
    /// `2011-09-XX`: some day of that month.
    DayIn { year: i16, month: i8 },
    /// `2011-XX`: some month of that year.
    MonthIn(i16),
    /// `2011-XX-XX`: some day of that year.
    DayInYear(i16),
}

impl Unit {
    /// The first day of the stretch.
    pub(super) fn first(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Month { year, month } | Self::DayIn { year, month } => start_of(year, month),
            Self::Season { year, season } => start_of(year, season_months(season).0),
            Self::Year(year) | Self::MonthIn(year) | Self::DayInYear(year) => start_of(year, 1),
            Self::Decade(prefix) => start_of(digits_years(prefix, 10).0, 1),
            Self::Century(prefix) => start_of(digits_years(prefix, 100).0, 1),
        }
    }

    /// The last day of the stretch.
    pub(super) fn last(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Month { year, month } | Self::DayIn { year, month } => {
                start_of(year, month).last_of_month()
            }
            Self::Season { year, season } => start_of(year, season_months(season).1).last_of_month(),
            Self::Year(year) | Self::MonthIn(year) | Self::DayInYear(year) => {
                start_of(year, 12).last_of_month()
            }
            Self::Decade(prefix) => start_of(digits_years(prefix, 10).1, 12).last_of_month(),
            Self::Century(prefix) => start_of(digits_years(prefix, 100).1, 12).last_of_month(),
        }
    }

    /// The stretch of the same kind just before: a month before a month, a day before a season.
    pub(super) fn previous(self) -> Option<Self> {
        match self {
            Self::Month { .. } | Self::DayIn { .. } => Some(Self::month(add_months(self.first(), -1)?)),
            Self::Year(year) | Self::MonthIn(year) | Self::DayInYear(year) => {
                (year > Date::MIN.year()).then(|| Self::Year(year - 1))
            }
            Self::Day(_) | Self::Season { .. } | Self::Decade(_) | Self::Century(_) => {
                self.first().yesterday().ok().map(Self::Day)
            }
        }
    }

    /// The stretch of the same kind just after.
    pub(super) fn next(self) -> Option<Self> {
        match self {
            Self::Month { .. } | Self::DayIn { .. } => Some(Self::month(add_months(self.first(), 1)?)),
            Self::Year(year) | Self::MonthIn(year) | Self::DayInYear(year) => {
                (year < Date::MAX.year()).then(|| Self::Year(year + 1))
            }
            Self::Day(_) | Self::Season { .. } | Self::Decade(_) | Self::Century(_) => {
                self.last().tomorrow().ok().map(Self::Day)
            }
        }
    }

    /// The month a date is in.
    pub(super) fn month(date: Date) -> Self {
        Self::Month { year: date.year(), month: date.month() }
    }
}

/// The first and last month of a season, in the northern hemisphere. A winter runs over the new year, so only its
/// December surely belongs to the year it is written with; that is also what the reference package holds.
fn season_months(season: i8) -> (i8, i8) {
    match season {
        21 => (3, 5),
        22 => (6, 8),
        23 => (9, 11),
        _ => (12, 12),
    }
}

/// The first and last year whose leading digits are `prefix`, where `size` years share them.
pub(super) fn digits_years(prefix: i16, size: i16) -> (i16, i16) {
    let edge = prefix * size;
    if prefix < 0 { (edge - (size - 1), edge) } else { (edge, edge + (size - 1)) }
}

/// The first day of a month that parsing has checked; the edge of the calendar for any other.
fn start_of(year: i16, month: i8) -> Date {
    Date::new(year, month, 1).unwrap_or(if year < 0 { Date::MIN } else { Date::MAX })
}
