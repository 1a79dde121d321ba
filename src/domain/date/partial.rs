//! One date as typed, perhaps with parts missing that the other end of its interval has.

use jiff::civil::Weekday;

use super::calendar::day_of as day_number;
use super::parse::{beyond_years, day_of};
use super::token::{Token, check_weekday, half_day, which_year};
use super::unit::Unit;
use super::{DateError, Edtf, Form, Qualifier, Time, words};

/// What of a date is written.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Partial {
    day: Option<i8>,
    pub(super) month: Option<i8>,
    season: Option<i8>,
    year: Option<i16>,
    weekday: Option<Weekday>,
    time: Option<Time>,
    /// A date that needs nothing more: `2011-09-07`, `1990s`.
    whole: Option<Edtf>,
}

impl Partial {
    /// Reads the parts of one date; None where a word is not part of one, or a part comes twice.
    pub(super) fn read(tokens: &[Token]) -> Option<Self> {
        let mut partial = Self::default();
        for (at, token) in tokens.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| tokens.get(at)).map_or("", Token::word);
            let after = tokens.get(at + 1).map_or("", Token::word);
            match token {
                Token::Number { value: value @ 1.., .. } if matches!(after, "bc" | "bce") => {
                    set(&mut partial.year, 1 - value)?;
                }
                Token::Number { value, .. }
                    if matches!(before, "ad" | "ce") || matches!(after, "ad" | "ce") =>
                {
                    set(&mut partial.year, *value)?;
                }
                Token::Number { value, digits: 4 } => set(&mut partial.year, *value)?,
                Token::Number { value: value @ 1..=31, digits: 1..=2 } => {
                    set(&mut partial.day, *value as i8)?;
                }
                Token::Decade(first) => set(&mut partial.whole, Unit::Decade(first / 10).into())?,
                Token::Date(date) => set(&mut partial.whole, *date)?,
                Token::Clock(time) => set(&mut partial.time, *time)?,
                Token::Zone(zone) => set(&mut partial.time.as_mut()?.offset, *zone)?,
                Token::Word(word) => partial.read_word(word)?,
                Token::Number { .. } | Token::Dash => return None,
            }
        }
        Some(partial)
    }

    fn read_word(&mut self, word: &str) -> Option<()> {
        if let Some(month) = words::month(word) {
            set(&mut self.month, month)
        } else if let Some(season) = words::season(word) {
            set(&mut self.season, season)
        } else if let Some(weekday) = words::weekday(word) {
            set(&mut self.weekday, weekday)
        } else if matches!(word, "am" | "pm") {
            self.time = Some(half_day(self.time?, word)?);
            Some(())
        } else {
            let says_nothing = words::FILLERS.contains(&word) || matches!(word, "bc" | "bce" | "ad" | "ce");
            says_nothing.then_some(())
        }
    }

    /// Gives each of two ends what only the other one has written: "3 and 9 May 2024", "May 3–9, 2024".
    pub(super) fn share(&mut self, other: &mut Self) {
        if self.whole.is_some() || other.whole.is_some() {
            return;
        }
        self.year = self.year.or(other.year);
        other.year = other.year.or(self.year);
        if self.day.is_some() {
            self.month = self.month.or(other.month);
        }
        if other.day.is_some() {
            other.month = other.month.or(self.month);
        }
    }

    /// The same in a year.
    pub(super) fn in_year(self, year: i16) -> Self {
        Self { year: Some(year), ..self }
    }

    /// Whether only a day and month, or a month, are there.
    pub(super) fn lacks_year(&self) -> bool {
        self.month.is_some() && self.year.is_none() && self.whole.is_none() && self.season.is_none()
    }

    /// The date, if all that it needs is there. `text` is what was typed, for the error.
    pub(super) fn complete(self, text: &str) -> Result<Edtf, DateError> {
        if self.year.is_some_and(|year| !(-9999..=9999).contains(&year)) {
            return Err(beyond_years());
        }
        let date = match self {
            Self { whole: Some(whole), day: None, month: None, season: None, year: None, .. } => whole,
            Self { whole: Some(whole), season: Some(24), day: None, month: None, year: None, .. } => {
                return winter_over(whole).ok_or_else(|| DateError::unread(text));
            }
            Self { whole: None, season: Some(season), year: Some(year), day: None, month, .. } => {
                return self.in_season(season, year, month, text);
            }
            Self {
                whole: None, season: None, year: Some(year), month: Some(month), day: Some(day), ..
            } => day_of(year, month, day)?.into(),
            Self { whole: None, season: None, year: Some(year), month: Some(month), day: None, .. } => {
                Unit::Month { year, month }.into()
            }
            Self { whole: None, season: None, year: Some(year), month: None, day: None, .. } => {
                Unit::Year(year).into()
            }
            Self { whole: None, year: None, .. } if self.month.or(self.season).is_some() => {
                return Err(which_year(text));
            }
            _ => return Err(DateError::unread(text)),
        };
        self.with_clock(date, text)
    }

    /// A season of a year. Winter runs over the new year, so the year alone does not say which one it is.
    fn in_season(self, season: i8, year: i16, month: Option<i8>, text: &str) -> Result<Edtf, DateError> {
        if self.time.is_some() || self.weekday.is_some() {
            return Err(DateError::unread(text));
        }
        match (season, month) {
            (24, Some(12)) | (21..=23, None) => Ok(Unit::Season { year, season }.into()),
            (24, None) => {
                Err(DateError::new(format!("Which winter is meant: the one before or after {year}?"))
                    .with_hint(format!(
                        "Write Dec {} – Feb {year} or Dec {year} – Feb {}.",
                        year - 1,
                        year + 1
                    )))
            }
            _ => Err(DateError::unread(text)),
        }
    }

    /// Adds the time, and checks the weekday, which both need one whole day.
    fn with_clock(self, date: Edtf, text: &str) -> Result<Edtf, DateError> {
        if self.time.is_none() && self.weekday.is_none() {
            return Ok(date);
        }
        let Form::One(part, None) = date.form else { return Err(DateError::unread(text)) };
        let (Unit::Day(day), true) = (part.unit, part.qualifier == Qualifier::default()) else {
            return Err(DateError::unread(text));
        };
        if let Some(weekday) = self.weekday {
            check_weekday(day_number(day), weekday)?;
        }
        Ok(Edtf { form: Form::One(part, self.time) })
    }
}

/// "winter 2011-12", whose digits look like a month: December to February.
fn winter_over(date: Edtf) -> Option<Edtf> {
    let Form::One(part, None) = date.form else { return None };
    let Unit::Month { year, month } = part.unit else { return None };
    let next = year.checked_add(1).filter(|next| next % 100 == i16::from(month))?;
    let month = |year, month| Edtf::from(Unit::Month { year, month });
    Edtf::between(&month(year, 12), &month(next, 2)).ok()
}

fn set<T>(slot: &mut Option<T>, value: T) -> Option<()> {
    if slot.is_some() {
        return None;
    }
    *slot = Some(value);
    Some(())
}
