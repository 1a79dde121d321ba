//! Days and the calendar: the only place that counts, by jiff.

use jiff::civil::{Date, Weekday};
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

/// An instant (UTC milliseconds) as the local time of day: `10:42`.
#[must_use]
pub fn clock(ms: i64) -> String {
    local(ms).strftime("%H:%M").to_string()
}

/// The local calendar day of an instant (UTC milliseconds), counted from 1970-01-01.
#[must_use]
pub fn local_day(ms: i64) -> i64 {
    day_of(local(ms).date())
}

/// An instant in the zone of this machine; outside what the calendar holds the nearest inside.
fn local(ms: i64) -> ZonedDateTime {
    let limit = |at: Timestamp| at.as_millisecond();
    let ms = ms.clamp(limit(Timestamp::MIN) + 1, limit(Timestamp::MAX) - 1);
    Timestamp::from_millisecond(ms)
        .unwrap_or(Timestamp::UNIX_EPOCH)
        .to_zoned_datetime(jiff::tz::TimeZone::system())
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

/// The first `weekday` after `day`.
pub(super) fn weekday_after(day: i64, weekday: Weekday) -> i64 {
    let ahead = i64::from(weekday.since(date_of(day).weekday()));
    if ahead == 0 { day + 7 } else { day + ahead }
}

/// The last `weekday` up to `day`, which may be `day` itself.
pub(super) fn weekday_up_to(day: i64, weekday: Weekday) -> i64 {
    day - i64::from(date_of(day).weekday().since(weekday))
}

/// The Sunday of the week `day` is in; weeks begin on Monday.
#[must_use]
pub fn end_of_week(day: i64) -> i64 {
    monday_of(day) + 6
}

/// The weekday of a day: 0 is Monday, 6 is Sunday.
#[must_use]
pub fn weekday(day: i64) -> i8 {
    date_of(day).weekday().to_monday_zero_offset()
}

/// The Monday of the week `day` is in.
pub(super) fn monday_of(day: i64) -> i64 {
    day - i64::from(date_of(day).weekday().to_monday_zero_offset())
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

    #[test]
    fn a_weekday_after_is_never_the_day_itself() {
        let wednesday = day_of(Date::constant(2011, 9, 7));
        assert_eq!(weekday_after(wednesday, Weekday::Wednesday), wednesday + 7);
        assert_eq!(weekday_after(wednesday, Weekday::Thursday), wednesday + 1);
        assert_eq!(weekday_after(wednesday, Weekday::Tuesday), wednesday + 6);
        assert_eq!(weekday_up_to(wednesday, Weekday::Wednesday), wednesday);
        assert_eq!(weekday_up_to(wednesday, Weekday::Thursday), wednesday - 6);
        assert_eq!(monday_of(wednesday), wednesday - 2);
    }
}
