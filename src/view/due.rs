//! Which follow-ups ask for something now, and when each is due, in words.

use super::library::LibraryView;
use super::rows::{FollowUpRow, Shown};
use crate::domain::date::{Edtf, end_of_week, weekday};
use crate::domain::kind::FollowUpStatus;
use crate::text::{Arg, t, t_with};

/// Longest distance in days that is said as days or weeks; beyond it the date says more.
const NEAR: i64 = 20;

/// Where an open follow-up stands today. In the order lists show them: what asks for something now comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DueGroup {
    /// To be done before today.
    Overdue,
    /// An answer was expected before today, and none came.
    Silent,
    /// To be done, or answered, today.
    Today,
    /// To be done by Sunday.
    ThisWeek,
    /// An answer is expected later.
    Waiting,
    /// To be done after this week.
    Later,
    /// Nobody said when.
    NoDate,
}

impl DueGroup {
    /// In the order lists show them.
    pub const ALL: &'static [Self] =
        &[Self::Overdue, Self::Silent, Self::Today, Self::ThisWeek, Self::Waiting, Self::Later, Self::NoDate];

    /// Its heading.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Overdue => t("due-overdue"),
            Self::Silent => t("due-silent"),
            Self::Today => t("due-today-heading"),
            Self::ThisWeek => t("due-this-week"),
            Self::Waiting => t("due-waiting"),
            Self::Later => t("due-later"),
            Self::NoDate => t("due-no-date"),
        }
    }

    /// Whether it asks for something today.
    #[must_use]
    pub fn is_pressing(self) -> bool {
        matches!(self, Self::Overdue | Self::Silent | Self::Today)
    }
}

/// When an open follow-up is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Where it stands today.
    pub group: DueGroup,
    /// The day that put it there; `None` without a date.
    pub day: Option<i64>,
    /// That day as seen from today: "3 days ago", "Friday", "in 2 weeks"; empty without a date.
    pub words: String,
}

/// When a follow-up is due, seen from `today`; `None` if it is closed, dropped, or put off to a later day.
#[must_use]
pub fn due(row: &FollowUpRow, today: i64) -> Option<Due> {
    let follow_up = &row.follow_up;
    if follow_up.status != FollowUpStatus::Open || is_snoozed(row, today) {
        return None;
    }
    let (done_by, answer_by) = (by(&row.due), by(&row.expected));
    let (group, shown) = match (done_by, answer_by) {
        (Some(day), _) if day < today => (DueGroup::Overdue, &row.due),
        (_, Some(day)) if day < today => (DueGroup::Silent, &row.expected),
        (Some(day), _) if day == today => (DueGroup::Today, &row.due),
        (_, Some(day)) if day == today => (DueGroup::Today, &row.expected),
        (Some(day), _) if day <= end_of_week(today) => (DueGroup::ThisWeek, &row.due),
        (_, Some(_)) => (DueGroup::Waiting, &row.expected),
        (Some(_), None) => (DueGroup::Later, &row.due),
        (None, None) => (DueGroup::NoDate, &row.due),
    };
    Some(Due { group, day: by(shown), words: due_words(shown, today) })
}

/// Whether an open follow-up is out of sight until a later day.
#[must_use]
pub fn is_snoozed(row: &FollowUpRow, today: i64) -> bool {
    row.follow_up.snoozed_until.is_some_and(|day| day > today)
}

/// The open follow-ups in groups that are not empty: within each by day, the pressing ones of a day first. Each
/// carries its place in `rows`.
#[must_use]
pub fn grouped<'a>(
    rows: impl IntoIterator<Item = &'a FollowUpRow>,
    today: i64,
) -> Vec<(DueGroup, Vec<(usize, Due)>)> {
    let mut found: Vec<(&FollowUpRow, usize, Due)> = rows
        .into_iter()
        .enumerate()
        .filter_map(|(place, row)| due(row, today).map(|due| (row, place, due)))
        .collect();
    found.sort_by_key(|(row, place, due)| {
        let day = due.day.unwrap_or(i64::MAX);
        (due.group, day, std::cmp::Reverse(row.follow_up.priority), *place)
    });
    let mut groups: Vec<(DueGroup, Vec<(usize, Due)>)> = Vec::new();
    for (_, place, due) in found {
        match groups.last_mut() {
            Some((group, list)) if *group == due.group => list.push((place, due)),
            _ => groups.push((due.group, vec![(place, due)])),
        }
    }
    groups
}

/// How many follow-ups of the library ask for something today.
#[must_use]
pub fn due_count(library: &LibraryView, today: i64) -> usize {
    let pressing = |row| due(row, today).is_some_and(|due| due.group.is_pressing());
    library.follow_ups.iter().filter(|line| pressing(&line.row)).count()
}

/// The day something is surely due by: its last day, or its first where it has no end.
fn by(shown: &Shown) -> Option<i64> {
    let bounded = |day: &i64| *day != i64::MIN && *day != i64::MAX;
    shown.last.filter(bounded).or(shown.first.filter(bounded))
}

/// A date as seen from `today`: a day near it by its distance or weekday, any other date in its own words.
#[must_use]
pub fn due_words(shown: &Shown, today: i64) -> String {
    let Some(day) = shown.date.edtf.filter(Edtf::is_point).map(|d| d.first_day()) else {
        return shown.words.clone();
    };
    day_words(day, today)
}

/// A day as seen from `today`: "yesterday", "Friday", "in 2 weeks", "7 Sep 2011".
#[must_use]
pub fn day_words(day: i64, today: i64) -> String {
    let away = day - today;
    let count = |key: &str, n: i64| t_with(key, &[("n", Arg::from(n))]);
    match away {
        0 => t("due-today").to_owned(),
        1 => t("due-tomorrow").to_owned(),
        -1 => t("due-yesterday").to_owned(),
        2..=6 => weekday_words(day).to_owned(),
        7..=NEAR if away % 7 == 0 => count("due-in-weeks", away / 7),
        7..=NEAR => count("due-in-days", away),
        _ if (-NEAR..=-7).contains(&away) && away % 7 == 0 => count("due-weeks-ago", -away / 7),
        _ if (-NEAR..0).contains(&away) => count("due-days-ago", -away),
        _ => Edtf::day(day).words(),
    }
}

/// "Friday".
fn weekday_words(day: i64) -> &'static str {
    match weekday(day) {
        0 => t("due-monday"),
        1 => t("due-tuesday"),
        2 => t("due-wednesday"),
        3 => t("due-thursday"),
        4 => t("due-friday"),
        5 => t("due-saturday"),
        _ => t("due-sunday"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::Dated;
    use crate::domain::id::Id;
    use crate::domain::kind::{FollowUpKind, Priority};
    use crate::domain::record::FollowUp;
    use crate::view::DateFrom;

    /// Wednesday 7 September 2011.
    const TODAY: i64 = 15_224;

    fn row(due: &str, expected: &str) -> FollowUpRow {
        let dated = |text: &str| match text {
            "" => Dated::default(),
            text => Dated::sure(text.parse().unwrap()),
        };
        let follow_up = FollowUp {
            id: Id(1),
            case_id: Id(2),
            number: 7,
            kind: FollowUpKind::Call,
            title: "Call the yard".to_owned(),
            detail: String::new(),
            put_to_them: String::new(),
            means: String::new(),
            waiting_on: None,
            owner: String::new(),
            asked: Dated::default(),
            sent: Dated::default(),
            due: dated(due),
            expected: dated(expected),
            snoozed_until: None,
            watch_phrase: String::new(),
            priority: Priority::Normal,
            status: FollowUpStatus::Open,
            outcome: String::new(),
            outcome_statement: None,
            closed_at: None,
        };
        FollowUpRow {
            key: "F-7".to_owned(),
            waiting_on: String::new(),
            due: Shown::new(follow_up.due.clone(), DateFrom::Own),
            expected: Shown::new(follow_up.expected.clone(), DateFrom::Own),
            sources: Vec::new(),
            topics: Vec::new(),
            follow_up,
        }
    }

    fn stands(due_on: &str, expected: &str) -> (DueGroup, String) {
        let due = due(&row(due_on, expected), TODAY).unwrap();
        (due.group, due.words)
    }

    #[test]
    fn each_goes_where_its_nearest_duty_puts_it() {
        let cases = [
            ("2011-09-06", "", DueGroup::Overdue, "yesterday"),
            ("2011-09-04", "2011-09-30", DueGroup::Overdue, "3 days ago"),
            ("", "2011-08-31", DueGroup::Silent, "1 week ago"),
            ("2011-09-30", "2011-09-05", DueGroup::Silent, "2 days ago"),
            ("2011-09-07", "", DueGroup::Today, "today"),
            ("", "2011-09-07", DueGroup::Today, "today"),
            ("2011-09-09", "", DueGroup::ThisWeek, "Friday"),
            ("2011-09-11", "2011-09-20", DueGroup::ThisWeek, "Sunday"),
            ("", "2011-09-08", DueGroup::Waiting, "tomorrow"),
            ("2011-09-12", "", DueGroup::Later, "Monday"),
            ("2011-09-21", "", DueGroup::Later, "in 2 weeks"),
            ("2011-09-16", "", DueGroup::Later, "in 9 days"),
            ("2011-12-24", "", DueGroup::Later, "24 Dec 2011"),
            ("", "", DueGroup::NoDate, ""),
        ];
        for (due_on, expected, group, words) in cases {
            assert_eq!(stands(due_on, expected), (group, words.to_owned()), "{due_on} {expected}");
        }
    }

    #[test]
    fn a_date_that_is_no_day_keeps_its_own_words() {
        assert_eq!(stands("2011-09", ""), (DueGroup::Later, "September 2011".to_owned()));
        assert_eq!(stands("2011-08", ""), (DueGroup::Overdue, "August 2011".to_owned()));
        assert_eq!(stands("2011-09-06/..", "").0, DueGroup::Overdue, "its start, where it has no end");
    }

    #[test]
    fn snoozed_and_closed_are_out_of_sight() {
        let mut snoozed = row("2011-09-01", "");
        snoozed.follow_up.snoozed_until = Some(TODAY + 1);
        assert_eq!(due(&snoozed, TODAY), None);
        assert_eq!(due(&snoozed, TODAY + 1).map(|due| due.group), Some(DueGroup::Overdue), "on its day");
        let mut closed = row("2011-09-01", "");
        closed.follow_up.status = FollowUpStatus::Closed;
        assert_eq!(due(&closed, TODAY), None);
    }

    #[test]
    fn groups_come_in_order_and_the_pressing_ones_of_a_day_first() {
        let mut high = row("2011-09-06", "");
        high.follow_up.priority = Priority::High;
        let rows = [row("", ""), row("2011-09-06", ""), high, row("2011-09-05", "")];
        let groups = grouped(&rows, TODAY);
        let places = |n: usize| groups[n].1.iter().map(|(place, _)| *place).collect::<Vec<_>>();
        assert_eq!((groups[0].0, places(0)), (DueGroup::Overdue, vec![3, 2, 1]));
        assert_eq!((groups[1].0, places(1)), (DueGroup::NoDate, vec![0]));
        assert_eq!(groups.len(), 2);
    }
}
