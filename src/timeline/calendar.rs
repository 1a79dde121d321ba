//! Days to calendar dates and back, within the years a date can have.

use jiff::civil::{Date, date};
use jiff::{ToSpan, Unit};

/// The first day of the year -9999, in days from 1970-01-01.
pub(super) const FIRST_DAY: i64 = -4_371_587;
/// The last day of the year 9999.
pub(super) const LAST_DAY: i64 = 2_932_896;

/// The calendar date of a day; days outside the years a date can have give the nearest.
pub(super) fn date_of(day: i64) -> Date {
    let day = day.clamp(FIRST_DAY, LAST_DAY);
    date(1970, 1, 1).checked_add(day.days()).unwrap_or(if day < 0 { Date::MIN } else { Date::MAX })
}

/// The day on which a month starts, `month` from 1 to 12; `None` outside the years a date can have.
pub(super) fn month_start(year: i64, month: i64) -> Option<i64> {
    let first = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, 1).ok()?;
    date(1970, 1, 1).until((Unit::Day, first)).ok().map(|span| i64::from(span.get_days()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limits_are_the_ends_of_the_calendar() {
        assert_eq!(date_of(FIRST_DAY), Date::MIN);
        assert_eq!(date_of(LAST_DAY), Date::MAX);
        assert_eq!(date_of(i64::MIN), Date::MIN);
        assert_eq!(date_of(i64::MAX), Date::MAX);
        assert_eq!(month_start(-9999, 1), Some(FIRST_DAY));
        assert_eq!(month_start(10_000, 1), None);
        assert_eq!(month_start(1970, 2), Some(31));
    }
}
