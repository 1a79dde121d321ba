//! Days and the calendar: the only place that counts, by jiff.

use jiff::civil::Date;
use jiff::{Span, Timestamp, ZonedDateTime};

const EPOCH: Date = Date::constant(1970, 1, 1);

/// The local calendar day, counted from 1970-01-01.
#[must_use]
pub fn today() -> i64 {
    day_of(ZonedDateTime::now().date())
}

/// This instant in UTC milliseconds since 1970.
#[must_use]
pub fn now_ms() -> i64 {
    Timestamp::now().as_millisecond()
}

/// The number of a date: days since 1970-01-01.
pub(super) fn day_of(date: Date) -> i64 {
    date.duration_since(EPOCH).as_hours() / 24
}

/// The date of a day number; outside the years -9999 to 9999 the nearest one inside.
pub(super) fn date_of(day: i64) -> Date {
    let day = day.clamp(day_of(Date::MIN), day_of(Date::MAX));
    EPOCH.saturating_add(Span::new().days(day))
}

/// The date `months` later (earlier if negative), the day held to the length of that month.
pub(super) fn add_months(date: Date, months: i64) -> Option<Date> {
    date.checked_add(Span::new().try_months(months).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_from_1970_and_hold_at_the_edges() {
        assert_eq!(day_of(EPOCH), 0);
        assert_eq!(day_of(Date::constant(2011, 9, 7)), 15_224);
        assert_eq!(date_of(-1), Date::constant(1969, 12, 31));
        assert_eq!(date_of(i64::MIN), Date::MIN);
        assert_eq!(date_of(i64::MAX), Date::MAX);
    }
}
