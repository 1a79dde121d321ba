//! Dates as files write them: machine dates, month names of several languages, days in figures.

use crate::domain::date::Edtf;
use jiff::civil::Date;

use super::found::{Basis, Found};

/// The first date in `text`, with the words it was read from.
///
/// Days in figures whose day and month could be swapped are left alone: no day is invented.
pub(super) fn find(text: &str, basis: Basis) -> Option<Found> {
    let tokens = tokens(text);
    (0..tokens.len()).find_map(|at| found(text, &tokens[at..], basis))
}

/// A date at the very start of `text`.
pub(super) fn at_start(text: &str, basis: Basis) -> Option<Found> {
    let start = text.trim_start();
    found(start, &tokens(start), basis).filter(|found| start.starts_with(&found.words))
}

/// A date as a machine wrote it: also eight figures, and a year with a month or alone.
pub(super) fn machine(text: &str, basis: Basis) -> Option<Found> {
    let text = text.trim();
    if let Some(found) = find(text, basis) {
        return Some(Found { words: text.to_owned(), ..found });
    }
    let figures: String = text.chars().take_while(char::is_ascii_digit).collect();
    let rest = &text[figures.len()..];
    let edtf = match figures.len() {
        8 => {
            let part = |from, to| figures.get(from..to)?.parse::<i8>().ok();
            day(year(figures.get(..4)?)?, part(4, 6)?, part(6, 8)?)?
        }
        4 if rest.is_empty() => format!("{:04}", year(&figures)?),
        4 => month_in_figures(year(&figures)?, rest.strip_prefix(['-', '/'])?)?,
        _ => return None,
    };
    Some(Found { date: edtf.parse::<Edtf>().ok()?, words: text.to_owned(), basis })
}

/// A date in the path of an address: `/2011/09/07/`, `/2011/09/`, `2011-09-07`, `/20110907`.
pub(super) fn in_url(address: &str) -> Option<Found> {
    let path = url::Url::parse(address).ok()?.path().to_owned();
    if let Some(found) = find(&path, Basis::Url) {
        return Some(Found { words: address.to_owned(), ..found });
    }
    let parts: Vec<&str> = path.split('/').collect();
    let edtf = parts.iter().enumerate().find_map(|(i, part)| {
        let head = part.get(..8).filter(|head| head.bytes().all(|b| b.is_ascii_digit()));
        if head.is_some() && !part[8..].starts_with(|c: char| c.is_ascii_digit()) {
            return machine(part, Basis::Url).map(|found| found.date);
        }
        let month = month_in_figures(year(part)?, parts.get(i + 1)?)?;
        month.parse().ok()
    })?;
    Some(Found { date: edtf, words: address.to_owned(), basis: Basis::Url })
}

fn month_in_figures(year: i16, text: &str) -> Option<String> {
    let month: i8 = if text.len() == 2 { text.parse().ok()? } else { return None };
    (1..=12).contains(&month).then(|| format!("{year:04}-{month:02}"))
}

/// A run of figures or of letters.
struct Token<'a> {
    start: usize,
    text: &'a str,
    /// What stands between it and the next one.
    after: &'a str,
}

impl Token<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }

    fn number(&self) -> Option<i8> {
        if self.text.len() <= 2 { self.text.parse().ok() } else { None }
    }
}

/// A date is at the start of what is looked at, so a long text is only cut into its beginning.
const LOOKED_AT: usize = 4_000;

fn tokens(text: &str) -> Vec<Token<'_>> {
    let class = |c: char| match c {
        '0'..='9' => 1,
        c if c.is_alphabetic() => 2,
        _ => 0,
    };
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut last = 0;
    for (at, c) in text.char_indices().take(LOOKED_AT) {
        let this = class(c);
        if this != 0 && this != last {
            runs.push((at, at));
        }
        if let (true, Some(run)) = (this != 0, runs.last_mut()) {
            run.1 = at + c.len_utf8();
        }
        last = this;
    }
    let next_start = |i: usize| runs.get(i + 1).map_or(text.len(), |run| run.0);
    let token = |(i, run): (usize, &(usize, usize))| Token {
        start: run.0,
        text: &text[run.0..run.1],
        after: &text[run.1..next_start(i)],
    };
    runs.iter().enumerate().map(token).collect()
}

fn found(text: &str, tokens: &[Token<'_>], basis: Basis) -> Option<Found> {
    let (edtf, used) = in_figures(tokens).or_else(|| with_a_month_name(tokens))?;
    let words = &text[tokens.first()?.start..tokens.get(used - 1)?.end()];
    Some(Found { date: edtf.parse::<Edtf>().ok()?, words: words.to_owned(), basis })
}

/// `2011-09-07`, `2011/9/7`, `7.9.2011`, `09/23/2011`.
fn in_figures(tokens: &[Token<'_>]) -> Option<(String, usize)> {
    if let [y, _, m, _, d, ..] = tokens
        && ["年", "년"].contains(&tokens[1].text)
        && ["月", "월"].contains(&tokens[3].text)
    {
        // `2011年9月7日`
        return day(year(y.text)?, m.number()?, d.number()?).map(|edtf| (edtf, 5));
    }
    let [a, b, c, ..] = tokens else { return None };
    let mark = a.after;
    if !matches!(mark, "-" | "/" | "." | ". ") || b.after != mark {
        return None;
    }
    if let Some(year) = year(a.text) {
        return day(year, b.number()?, c.number()?).map(|edtf| (edtf, 3));
    }
    let (year, first, second) = (year(c.text)?, a.number()?, b.number()?);
    let edtf = match (mark.starts_with('.'), first > 12, second > 12, first == second) {
        (true, ..) | (_, true, false, _) | (_, _, _, true) => day(year, second, first),
        (_, false, true, _) => day(year, first, second),
        _ => None,
    };
    edtf.map(|edtf| (edtf, 3))
}

/// `September 7, 2011`, `Sept. 7th 2011`, `7 September 2011`, `7 de septiembre de 2011`.
fn with_a_month_name(tokens: &[Token<'_>]) -> Option<(String, usize)> {
    // Words that may stand between the parts of a date, with their places among the tokens left out.
    let parts: Vec<(usize, &Token<'_>)> = tokens
        .iter()
        .take(6)
        .enumerate()
        .filter(|(i, token)| *i == 0 || !FILLERS.contains(&token.text.to_lowercase().as_str()))
        .take(3)
        .collect();
    let [(_, a), (_, b), (last, c)] = parts.as_slice() else { return None };
    let year = year(c.text)?;
    let close = |token: &Token<'_>| token.after.len() <= 3 && !token.after.contains('\n');
    if !tokens[..*last].iter().all(close) {
        return None;
    }
    let (month, number) = match (month(a.text), month(b.text)) {
        (Some(month), _) => (month, b.number()?),
        (None, Some(month)) => (month, a.number()?),
        _ => return None,
    };
    day(year, month, number).map(|edtf| (edtf, last + 1))
}

const FILLERS: &[&str] = &["st", "nd", "rd", "th", "of", "the", "de", "del", "er", "º"];

fn year(text: &str) -> Option<i16> {
    if text.len() != 4 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    text.parse().ok().filter(|year| (1600..=2100).contains(year))
}

fn day(year: i16, month: i8, day: i8) -> Option<String> {
    Date::new(year, month, day).ok().map(|date| format!("{date}"))
}

/// Month names and their short forms, as papers in many languages write them.
const MONTHS: [&str; 12] = [
    "january jan januar janvier janv enero ene gennaio gen janeiro januari stycznia styczeń января январь ledna leden ocak január",
    "february feb februar février fevrier févr febrero febbraio fevereiro fev februari lutego luty февраля февраль února únor şubat február",
    "march mar märz maerz mars marzo março maart mrz marca marzec марта март března březen mart március maret",
    "april apr avril avr abril aprile abr kwietnia kwiecień апреля апрель dubna duben nisan április",
    "may mai mayo maggio mag maio mei maj maja мая май května květen mayıs május",
    "june jun juni juin junio giugno giu junho czerwca czerwiec июня июнь června červen haziran június",
    "july jul juli juillet juil julio luglio lug julho lipca lipiec июля июль července červenec temmuz július",
    "august aug août aout agosto ago augustus augusti sierpnia sierpień августа август srpna srpen ağustos augusztus agustus",
    "september sept sep septembre septiembre settembre set setembro września wrzesień сентября сентябрь září eylül szeptember",
    "october oct oktober okt octobre octubre ottobre ott outubro out października październik октября октябрь října říjen ekim október",
    "november nov novembre noviembre novembro listopada listopad ноября ноябрь listopadu kasım",
    "december dec dezember dez décembre decembre diciembre dic dicembre dezembro desember grudnia grudzień декабря декабрь prosince prosinec aralık",
];

/// Which month a word names.
pub(super) fn month(word: &str) -> Option<i8> {
    let word = word.to_lowercase();
    let at = MONTHS.iter().position(|names| names.split(' ').any(|name| name == word))?;
    Some(at as i8 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let found = find(text, Basis::VisibleText);
        assert_eq!(found.map_or(String::new(), |found| found.date.to_string()), expect, "{text}");
    }

    #[test]
    fn dates_as_papers_write_them() {
        check("Posted on Wed., Sept. 7th, 2011 at 9:15", "2011-09-07");
        check("7 September 2011", "2011-09-07");
        check("Mittwoch, 7. September 2011, 14 Uhr", "2011-09-07");
        check("7 de septiembre de 2011", "2011-09-07");
        check("le 1er août 2011", "2011-08-01");
        check("07.09.2011", "2011-09-07");
        check("9/23/2011", "2011-09-23");
        check("2011-09-07T23:30:00-07:00", "2011-09-07");
        check("2011/9/7", "2011-09-07");
        check("7 września 2011", "2011-09-07");
        check("7 сентября 2011 г.", "2011-09-07");
        check("2011年9月7日", "2011-09-07");
    }

    #[test]
    fn what_is_no_day_or_could_be_two_is_left_alone() {
        check("9/7/2011", "");
        check("31 February 2011", "");
        check("room 7, 2011", "");
        check("In May 12 people met 2011", "");
        check("version 1.2.3000", "");
    }

    #[test]
    fn the_words_are_kept() {
        let found = find("Published Sept. 7, 2011 by the Courier", Basis::VisibleText).unwrap();
        assert_eq!(found.words, "Sept. 7, 2011");
    }

    #[test]
    fn machines_write_more_forms() {
        let date = |text| machine(text, Basis::Meta).map_or(String::new(), |found| found.date.to_string());
        assert_eq!(date("20110907"), "2011-09-07");
        assert_eq!(date("2011-09"), "2011-09");
        assert_eq!(date("2011"), "2011");
        assert_eq!(date("Wed, 07 Sep 2011 23:10:00 GMT"), "2011-09-07");
        assert_eq!(date("1315430400"), "");
    }

    #[test]
    fn addresses_hold_dates() {
        let date = |text| in_url(text).map_or(String::new(), |found| found.date.to_string());
        assert_eq!(date("https://example.org/2011/09/07/the-bridge"), "2011-09-07");
        assert_eq!(date("https://example.org/news/2011-09-07-bridge.html"), "2011-09-07");
        assert_eq!(date("https://example.org/a/20110907/bridge"), "2011-09-07");
        assert_eq!(date("https://example.org/2011/09/the-bridge"), "2011-09");
        assert_eq!(date("https://example.org/story-2011"), "");
    }
}
