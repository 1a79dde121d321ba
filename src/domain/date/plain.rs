//! A date in plain words. What [`Edtf::words`] writes, `parse_typed` reads back as the same date.

use super::canonical::offset_text;
use super::unit::{Unit, digits_years};
use super::words::{month_name, month_short, season_name};
use super::{Edtf, Form, Limit, Part, Qualifier, Time};

/// How long the words may be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Length {
    Full,
    Short,
}

impl Edtf {
    /// The date in words: "7 Sep 2011, 14:30", "about September 2011", "3–9 May 2024", "on or before 7 Sep 2011".
    ///
    /// EDTF knows no "before": [`Edtf::before`] of 7 September is `../2011-09-06`, "on or before 6 Sep 2011".
    /// Winter is written with the only month its bounds hold, "winter, December 2011".
    #[must_use]
    pub fn words(&self) -> String {
        match self.form {
            Form::One(part, None) => part.words(),
            Form::One(part, Some(time)) => format!("{}, {}", part.words(), time.words()),
            Form::Range(from, to) => range_words(from, to),
        }
    }

    /// The date as a label: "7 Sep 2011", "c. Sep 2011", "2011?", "≤ 7 Sep 2011"; without its time.
    #[must_use]
    pub fn short(&self) -> String {
        match self.form {
            Form::One(part, _) => part.label(),
            Form::Range(Limit::At(a), Limit::At(b)) if a.qualifier == b.qualifier => {
                a.qualifier.label(&joined(a.unit, b.unit, Length::Short))
            }
            Form::Range(Limit::At(a), Limit::At(b)) => format!("{} – {}", a.label(), b.label()),
            Form::Range(Limit::At(a), Limit::Open) => format!("≥ {}", a.label()),
            Form::Range(Limit::At(a), Limit::Unknown) => format!("{} – ?", a.label()),
            Form::Range(Limit::Open, Limit::At(b)) => format!("≤ {}", b.label()),
            Form::Range(Limit::Unknown, Limit::At(b)) => format!("? – {}", b.label()),
            Form::Range(..) => String::from("?"),
        }
    }
}

fn range_words(from: Limit, to: Limit) -> String {
    let on = |part: Part| if matches!(part.unit, Unit::Day(_)) { "on" } else { "in" };
    match (from, to) {
        (Limit::At(a), Limit::At(b))
            if a.qualifier == b.qualifier && a.unit.is_plain() && b.unit.is_plain() =>
        {
            format!("{}{}", a.qualifier.words(), joined(a.unit, b.unit, Length::Full))
        }
        (Limit::At(a), Limit::At(b)) => format!("from {} to {}", a.words(), b.words()),
        (Limit::At(a), Limit::Open) => format!("{} or after {}", on(a), a.words()),
        (Limit::At(a), Limit::Unknown) => format!("from {}, end unknown", a.words()),
        (Limit::Open, Limit::At(b)) => format!("{} or before {}", on(b), b.words()),
        (Limit::Unknown, Limit::At(b)) => format!("until {}, start unknown", b.words()),
        _ => String::from("unknown"),
    }
}

/// Two stretches with what they share written once: "3–9 May 2024", "May–Jun 2024", "2011–2012".
fn joined(a: Unit, b: Unit, length: Length) -> String {
    match (a, b) {
        (Unit::Day(a), Unit::Day(b)) => {
            let end = day_words(b.day(), b.month(), b.year());
            if (a.year(), a.month()) == (b.year(), b.month()) {
                format!("{}–{end}", a.day())
            } else if a.year() == b.year() {
                format!("{} {} – {end}", a.day(), month_short(a.month()))
            } else {
                format!("{} – {end}", day_words(a.day(), a.month(), a.year()))
            }
        }
        (Unit::Month { year, month }, Unit::Month { year: other, month: last }) => {
            let end = format!("{} {}", month_short(last), year_words(other));
            if year == other {
                format!("{}–{end}", month_short(month))
            } else {
                format!("{} {} – {end}", month_short(month), year_words(year))
            }
        }
        (Unit::Year(a @ 1000..), Unit::Year(b)) => format!("{a}–{b}"),
        _ => format!("{} – {}", a.words(length), b.words(length)),
    }
}

fn day_words(day: i8, month: i8, year: i16) -> String {
    format!("{day} {} {}", month_short(month), year_words(year))
}

/// "2011", "AD 45", "44 BC".
fn year_words(year: i16) -> String {
    match year {
        1000.. => year.to_string(),
        1..1000 => format!("AD {year}"),
        _ => format!("{} BC", 1 - year),
    }
}

impl Part {
    fn words(self) -> String {
        format!("{}{}", self.qualifier.words(), self.unit.words(Length::Full))
    }

    fn label(self) -> String {
        self.qualifier.label(&self.unit.words(Length::Short))
    }
}

impl Qualifier {
    fn words(self) -> &'static str {
        match (self.uncertain, self.approximate) {
            (true, true) => "possibly about ",
            (true, false) => "possibly ",
            (false, true) => "about ",
            (false, false) => "",
        }
    }

    fn label(self, words: &str) -> String {
        let (about, possibly) =
            (if self.approximate { "c. " } else { "" }, if self.uncertain { "?" } else { "" });
        format!("{about}{words}{possibly}")
    }
}

impl Unit {
    /// Whether its words can stand on either side of a dash.
    fn is_plain(self) -> bool {
        match self {
            Self::Day(_) | Self::Month { .. } | Self::Season { .. } | Self::Year(_) => true,
            Self::Decade(prefix) => has_short_decade(prefix),
            Self::Century(_) | Self::DayIn { .. } | Self::MonthIn(_) | Self::DayInYear(_) => false,
        }
    }

    fn words(self, length: Length) -> String {
        let full = length == Length::Full;
        match self {
            Self::Day(date) => day_words(date.day(), date.month(), date.year()),
            Self::Month { year, month } if full => format!("{} {}", month_name(month), year_words(year)),
            Self::Season { year, season: 24 } if full => format!("winter, December {}", year_words(year)),
            Self::Season { year, season } => format!("{} {}", season_name(season), year_words(year)),
            Self::Decade(prefix) if has_short_decade(prefix) => format!("{prefix}0s"),
            Self::Decade(prefix) => years_words(digits_years(prefix, 10), length),
            Self::Century(prefix) => years_words(digits_years(prefix, 100), length),
            Self::DayIn { year, month } if full => {
                format!("unknown day in {} {}", month_name(month), year_words(year))
            }
            Self::Month { year, month } | Self::DayIn { year, month } => {
                format!("{} {}", month_short(month), year_words(year))
            }
            Self::MonthIn(year) if full => format!("unknown month in {}", year_words(year)),
            Self::DayInYear(year) if full => format!("unknown day in {}", year_words(year)),
            Self::Year(year) | Self::MonthIn(year) | Self::DayInYear(year) => year_words(year),
        }
    }
}

/// Whether "1990s" says the decade and nothing else; "1900s" might be the century.
fn has_short_decade(prefix: i16) -> bool {
    prefix >= 100 && prefix % 10 != 0
}

fn years_words((first, last): (i16, i16), length: Length) -> String {
    let years = joined(Unit::Year(first), Unit::Year(last), Length::Full);
    if length == Length::Full { format!("some time in {years}") } else { years }
}

impl Time {
    /// "14:30", "14:30 UTC", "14:30 UTC+02:00".
    fn words(self) -> String {
        let clock = Self { offset: None, ..self };
        match self.offset {
            None => clock.to_string(),
            Some(0) => format!("{clock} UTC"),
            Some(offset) => format!("{clock} UTC{}", offset_text(offset)),
        }
    }
}
