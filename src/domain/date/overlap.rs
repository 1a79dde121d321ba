//! Questions about dates: before, after, between. They answer in two groups, certainly and possibly.

use super::Edtf;

/// The days a question asks for, both included; [`i64::MIN`] and [`i64::MAX`] leave a side open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Days {
    /// The first day asked for.
    pub first: i64,
    /// The last day asked for.
    pub last: i64,
}

/// How a date stands to the days asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Match {
    /// Every day it can mean is asked for.
    Certainly,
    /// Some day it can mean is asked for.
    Possibly,
    /// No day it can mean is asked for.
    No,
}

impl Days {
    /// Before the first day of `date`.
    #[must_use]
    pub fn before(date: &Edtf) -> Self {
        Self { first: i64::MIN, last: date.first_day().saturating_sub(1) }
    }

    /// After the last day of `date`.
    #[must_use]
    pub fn after(date: &Edtf) -> Self {
        Self { first: date.last_day().saturating_add(1), last: i64::MAX }
    }

    /// Within `date`, from its first day to its last.
    #[must_use]
    pub fn within(date: &Edtf) -> Self {
        Self { first: date.first_day(), last: date.last_day() }
    }

    /// From the first day of `from` to the last day of `to`.
    #[must_use]
    pub fn between(from: &Edtf, to: &Edtf) -> Self {
        Self { first: from.first_day(), last: to.last_day() }
    }
}

impl Edtf {
    /// How this date stands to the days asked for.
    ///
    /// ```
    /// use casefile::domain::date::{Days, Edtf, Match};
    ///
    /// let september: Edtf = "2011-09".parse()?;
    /// let before = |text: &str| text.parse::<Edtf>().map(|date| date.when(Days::before(&september)));
    /// assert_eq!(before("2011-08-31")?, Match::Certainly);
    /// assert_eq!(before("2011")?, Match::Possibly);
    /// assert_eq!(before("2011-08-31~")?, Match::Possibly);
    /// assert_eq!(before("2011-09-07")?, Match::No);
    /// # Ok::<(), casefile::domain::date::DateError>(())
    /// ```
    #[must_use]
    pub fn when(&self, days: Days) -> Match {
        when(self.first_day(), self.last_day(), self.is_soft(), days)
    }
}

/// The same for a row: its first and last day, and whether its date is approximate or uncertain
/// ([`Edtf::is_soft`]).
///
/// A soft date is widened on both sides by its own length, a day by a day, a month by a month; one with an open
/// end, which has no length, by a year. So "about September 2011" is certainly before November but only possibly
/// before October.
#[must_use]
pub fn when(first: i64, last: i64, soft: bool, days: Days) -> Match {
    let (first, last) = if soft { widened(first, last) } else { (first, last) };
    if first > days.last || last < days.first {
        Match::No
    } else if first >= days.first && last <= days.last {
        Match::Certainly
    } else {
        Match::Possibly
    }
}

fn widened(first: i64, last: i64) -> (i64, i64) {
    let open = first == i64::MIN || last == i64::MAX;
    let margin = if open { 366 } else { last.saturating_sub(first).saturating_add(1) };
    let widen =
        |day: i64, by: i64| if matches!(day, i64::MIN | i64::MAX) { day } else { day.saturating_add(by) };
    (widen(first, -margin), widen(last, margin))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(date: &str, days: Days) -> Match {
        date.parse::<Edtf>().unwrap().when(days)
    }

    fn date(text: &str) -> Edtf {
        text.parse().unwrap()
    }

    #[test]
    fn a_whole_date_inside_is_certain_and_a_part_is_possible() {
        let year = Days::within(&date("2011"));
        assert_eq!(asked("2011-09", year), Match::Certainly);
        assert_eq!(asked("2011-12/2012-01", year), Match::Possibly);
        assert_eq!(asked("2012-01-01", year), Match::No);
    }

    #[test]
    fn open_ends_are_certain_only_where_the_question_is_open() {
        assert_eq!(asked("../2011-09-07", Days::before(&date("2012"))), Match::Certainly);
        assert_eq!(asked("../2011-09-07", Days::before(&date("2011-09-07"))), Match::Possibly);
        assert_eq!(asked("../2011-09-07", Days::after(&date("2011"))), Match::No);
        assert_eq!(asked("../2011-09-07", Days::within(&date("2011"))), Match::Possibly);
        assert_eq!(asked("2011-09-07/", Days::after(&date("2011-08"))), Match::Certainly);
    }

    #[test]
    fn an_approximate_month_is_a_month_wider_on_both_sides() {
        assert_eq!(asked("2011-09~", Days::before(&date("2011-10"))), Match::Possibly);
        assert_eq!(asked("2011-09~", Days::before(&date("2011-11"))), Match::Certainly);
        assert_eq!(asked("2011-09?", Days::after(&date("2011-10-15"))), Match::Possibly);
        assert_eq!(asked("2011-09~", Days::after(&date("2011-11"))), Match::No);
        assert_eq!(asked("../2011-09~", Days::after(&date("2011"))), Match::Possibly);
        assert_eq!(asked("../2011-09~", Days::after(&date("2012"))), Match::No);
    }
}
