//! The grammar of typed dates: words that lead, words that follow, two ends, one date.

use super::partial::Partial;
use super::relative::relative;
use super::token::Token;
use super::unit::{Unit, digits_years};
use super::words::{LEADS, Lead, TAILS, TO};
use super::{DateError, Edtf, Form, Limit, Part};

type Result<T> = std::result::Result<T, DateError>;

/// What a phrase is read against.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    /// The whole text, for errors.
    pub(super) text: &'a str,
    /// What "yesterday" is before.
    pub(super) today: i64,
}

impl Context<'_> {
    fn unread<T>(self) -> Result<T> {
        Err(DateError::unread(self.text))
    }

    /// Reads a phrase: words that lead or follow, then an interval or one date.
    pub(super) fn phrase(self, tokens: &[Token]) -> Result<Edtf> {
        if let Some(date) = self.half_known(tokens) {
            return date;
        }
        if let Some((rest, tail)) =
            TAILS.iter().find_map(|(words, tail)| Some((strip_end(tokens, words)?, *tail)))
        {
            return self.led(tail, rest);
        }
        if let Some(date) = self.one(tokens) {
            return date;
        }
        if let Some((rest, lead)) =
            LEADS.iter().find_map(|(words, lead)| Some((strip_start(tokens, words)?, *lead)))
        {
            return self.led(lead, rest);
        }
        self.interval(tokens, &["or"])
    }

    fn led(self, lead: Lead, rest: &[Token]) -> Result<Edtf> {
        if rest.is_empty() {
            return self.unread();
        }
        let known = |date: Option<Edtf>| date.map_or_else(|| self.unread(), Ok);
        match lead {
            Lead::Filler => self.phrase(rest),
            Lead::About => self.phrase(rest).map(|date| date.qualified(true, false)),
            Lead::Possibly => self.phrase(rest).map(|date| date.qualified(false, true)),
            Lead::Before => known(Edtf::before(&self.phrase(rest)?)),
            Lead::After => known(Edtf::after(&self.phrase(rest)?)),
            Lead::OnOrBefore => known(Edtf::on_or_before(&self.phrase(rest)?)),
            Lead::Between => self.interval(rest, &["and"]),
            Lead::From if rest.iter().any(|token| TO.contains(&token.word())) => self.split(rest, TO),
            Lead::From | Lead::OnOrAfter => known(Edtf::on_or_after(&self.phrase(rest)?)),
            Lead::SomeTimeIn => self.phrase(rest).map(by_digits),
            Lead::UnknownDay | Lead::UnknownMonth => match (lead, self.phrase(rest)?.form) {
                (Lead::UnknownDay, Form::One(part, None)) => known(unknown_day(part)),
                (Lead::UnknownMonth, Form::One(Part { unit: Unit::Year(year), qualifier }, None)) => {
                    Ok(Part { unit: Unit::MonthIn(year), qualifier }.into())
                }
                _ => self.unread(),
            },
        }
    }

    /// "from 7 Sep 2011, end unknown", "until 7 Sep 2011, start unknown".
    fn half_known(self, tokens: &[Token]) -> Option<Result<Edtf>> {
        let make = |rest: &[Token], make: fn(Limit, Limit) -> Form, start: bool| {
            let date = self.phrase(rest)?;
            let limit = if start { date.start_limit() } else { date.end_limit() };
            if matches!(limit, Limit::At(_)) {
                Ok(Edtf { form: make(limit, Limit::Unknown) })
            } else {
                self.unread()
            }
        };
        if let Some(rest) = strip_end(tokens, &["end", "unknown"]) {
            return Some(make(strip_start(rest, &["from"])?, Form::Range, true));
        }
        let rest = strip_start(strip_end(tokens, &["start", "unknown"])?, &["until"])?;
        Some(make(rest, |limit, unknown| Form::Range(unknown, limit), false))
    }

    /// One date without any word around it, absolute or relative to today.
    fn one(self, tokens: &[Token]) -> Option<Result<Edtf>> {
        if let Some(date) = relative(tokens, &Edtf::day(self.today)) {
            return Some(Ok(date));
        }
        let partial = Partial::read(tokens)?;
        Some(partial.complete(self.text))
    }

    /// Two ends, with "to", a word of `between`, or a dash between them.
    fn interval(self, tokens: &[Token], between: &[&str]) -> Result<Edtf> {
        let has = |words: &[&str]| tokens.iter().any(|token| words.contains(&token.word()));
        if has(between) {
            self.split(tokens, between)
        } else if has(TO) {
            self.split(tokens, TO)
        } else if let Some(at) = tokens.iter().position(|token| *token == Token::Dash) {
            self.ends(&tokens[..at], &tokens[at + 1..])
        } else {
            self.unread()
        }
    }

    fn split(self, tokens: &[Token], words: &[&str]) -> Result<Edtf> {
        match tokens.iter().position(|token| words.contains(&token.word())) {
            Some(at) => self.ends(&tokens[..at], &tokens[at + 1..]),
            None => self.unread(),
        }
    }

    /// The two ends, each completed from the other where both are plain dates.
    fn ends(self, from: &[Token], to: &[Token]) -> Result<Edtf> {
        if from.is_empty() || to.is_empty() {
            return self.unread();
        }
        if let (Some(mut from), Some(mut to)) = (Partial::read(from), Partial::read(to)) {
            from.share(&mut to);
            return Edtf::between(&from.complete(self.text)?, &to.complete(self.text)?);
        }
        Edtf::between(&self.phrase(from)?, &self.phrase(to)?)
    }
}

/// The decade or century that is exactly an interval of years, else the interval.
fn by_digits(date: Edtf) -> Edtf {
    let Form::Range(Limit::At(from), Limit::At(to)) = date.form else { return date };
    let (Unit::Year(first), Unit::Year(last)) = (from.unit, to.unit) else { return date };
    let unit =
        [(Unit::Decade as fn(i16) -> Unit, 10), (Unit::Century, 100)].into_iter().find_map(|(make, size)| {
            let prefix = if first < 0 { last / size } else { first / size };
            (digits_years(prefix, size) == (first, last)).then(|| make(prefix))
        });
    unit.map_or(date, |unit| Part { unit, qualifier: from.qualifier }.into())
}

fn unknown_day(part: Part) -> Option<Edtf> {
    let unit = match part.unit {
        Unit::Month { year, month } => Unit::DayIn { year, month },
        Unit::Year(year) => Unit::DayInYear(year),
        _ => return None,
    };
    Some(Part { unit, ..part }.into())
}

fn strip_start<'a>(tokens: &'a [Token], words: &[&str]) -> Option<&'a [Token]> {
    let (start, rest) = tokens.split_at_checked(words.len())?;
    start.iter().zip(words).all(|(token, word)| token.word() == *word).then_some(rest)
}

fn strip_end<'a>(tokens: &'a [Token], words: &[&str]) -> Option<&'a [Token]> {
    let (rest, end) = tokens.split_at_checked(tokens.len().checked_sub(words.len())?)?;
    end.iter().zip(words).all(|(token, word)| token.word() == *word).then_some(rest)
}
