//! What the typing list offers for what was typed.

use super::asked::{Asked, Group};
use super::known::Known;
use super::question::{Dates, Reading, read};
use super::typed_date;
use crate::domain::date::parse_typed;
use crate::domain::kind::{CheckStatus, PartyRole, StatementKind};
use crate::ui::widgets::{PartyOption, fitting};
use crate::view::{CaseView, Filter};

/// At most so many rows are offered.
const MOST: usize = 10;
/// A question whose month has no year is offered in so many readings.
const READINGS: usize = 2;

/// A row of the list.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Offer {
    /// Ask this.
    Ask {
        /// What.
        asked: Asked,
        /// What tells it from others, such as a party's other names.
        hint: String,
    },
    /// Ask all of this, which the question typed was read as.
    Read(Vec<Asked>),
    /// Choose within a group.
    Choose(Group),
    /// Nothing to take: a date is still to be typed.
    TypeADate,
}

impl Offer {
    fn plain(asked: Asked) -> Self {
        Self::Ask { asked, hint: String::new() }
    }
}

/// The rows for what was typed, best first. What is in force is not offered again.
pub(super) fn offers(typed: &str, filter: &Filter, case: &CaseView, known: &Known, today: i64) -> Vec<Offer> {
    let typed = typed.trim();
    let in_force = Asked::all(filter);
    let is_new = |asked: &Asked| !in_force.contains(asked);
    if typed.is_empty() {
        let flags = [Asked::Disputed, Asked::Unanswered].into_iter().filter(is_new).map(Offer::plain);
        let groups = Group::ALL.into_iter().filter(|group| *group != Group::Topic || !case.topics.is_empty());
        return groups.map(Offer::Choose).chain(flags).collect();
    }
    let date = typed_date::read(typed, known, today);
    let no_date = date.questions.is_empty() && typed.contains(' ') && !is_of_group(typed);
    let dates = date.questions.into_iter().map(Asked::Date).filter(is_new).map(Offer::plain);

    let mut candidates = parties(filter, case, known);
    candidates.extend(others(case).map(|asked| (asked, String::new())));
    candidates.retain(|(asked, _)| is_new(asked));
    let options: Vec<PartyOption<usize>> = candidates
        .iter()
        .enumerate()
        .map(|(id, (asked, hint))| PartyOption { id, name: asked.label(case), hint: hint.clone() })
        .collect();
    let fits = fitting(typed, &options, MOST).into_iter().filter_map(|place| candidates.get(place));
    let fits = fits.map(|(asked, hint)| Offer::Ask { asked: asked.clone(), hint: hint.clone() });

    let mut offers: Vec<Offer> =
        if date.is_led { dates.chain(fits).collect() } else { fits.chain(dates).collect() };
    if date.is_led && offers.is_empty() {
        offers.push(Offer::TypeADate);
    }
    offers.truncate(MOST - 1);
    let questions = questions(typed, filter, known, today, &offers);
    // "before" alone waits for its date; "in transit" will never be one.
    let words = !questions.is_empty() || !date.is_led || no_date;
    offers.splice(0..0, questions);
    if words && !typed.ends_with(':') {
        offers.push(Offer::plain(Asked::Words(typed.to_owned())));
    }
    offers
}

/// What the typed words are read as, where that is more than one of the `others`.
fn questions(typed: &str, filter: &Filter, known: &Known, today: i64, others: &[Offer]) -> Vec<Offer> {
    if is_of_group(typed) {
        return Vec::new();
    }
    let in_force = Asked::all(filter);
    let readings = reading(typed, !filter.speakers.is_empty(), known, today, |reading| {
        let count = if reading.is_understood() { reading.count().min(READINGS) } else { 0 };
        (0..count).map(|n| reading.asked(n)).collect::<Vec<_>>()
    });
    let is_other = |asked: &Asked| {
        others.iter().any(|offer| matches!(offer, Offer::Ask { asked: other, .. } if other == asked))
    };
    let mut offers: Vec<Offer> = Vec::new();
    for mut all in readings {
        all.retain(|asked| !in_force.contains(asked));
        let more = match all.as_slice() {
            [] => false,
            [one] => !is_other(one),
            _ => true,
        };
        let offer = Offer::Read(all);
        if more && !offers.contains(&offer) {
            offers.push(offer);
        }
    }
    offers
}

/// Reads the typed words as a question and hands the reading over.
pub(super) fn reading<T>(
    typed: &str,
    heard: bool,
    known: &Known,
    today: i64,
    of: impl FnOnce(Reading<'_>) -> T,
) -> T {
    let led = |text: &str| typed_date::dates(&text.to_lowercase(), known, today);
    let sure = |text: &str| {
        // A number alone is a year only if rows are of it.
        let number = text.chars().all(|c| c.is_ascii_digit());
        let date = parse_typed(&text.to_lowercase(), today).ok();
        date.filter(|_| !number || known.years.iter().any(|year| year == text))
    };
    of(read(typed, &known.names, &Dates { led: &led, sure: &sure }, heard))
}

/// Whether a group is named and a colon follows, as in "speaker: har".
pub(super) fn is_of_group(typed: &str) -> bool {
    let Some((before, _)) = typed.split_once(':') else { return false };
    let before = before.trim().to_lowercase();
    Group::ALL.iter().any(|group| group.word().to_lowercase() == before)
}

/// Every place a party of the case has in its rows, the most heard party first. Once a speaker is asked for, the
/// next party is more likely one spoken of.
fn parties(filter: &Filter, case: &CaseView, known: &Known) -> Vec<(Asked, String)> {
    let mut places = [
        (!filter.speakers.is_empty(), PartyRole::Speaker),
        (!filter.about.is_empty(), PartyRole::About),
        (!filter.to.is_empty(), PartyRole::Audience),
    ];
    places.sort_by_key(|(asked_already, _)| *asked_already);
    let ask = |role, id| match role {
        PartyRole::Speaker | PartyRole::Behalf => Asked::Speaker(id),
        PartyRole::About => Asked::About(id),
        PartyRole::Audience => Asked::To(id),
    };
    let mut rows: Vec<_> = case.parties.iter().collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.statements));
    let mut candidates = Vec::new();
    for row in rows {
        let there = places.iter().filter(|(_, role)| known.roles.contains(&(*role, row.party.id)));
        candidates.extend(there.map(|(_, role)| (ask(*role, row.party.id), row.aliases.join(", "))));
    }
    candidates
}

/// What can be asked besides parties and dates.
fn others(case: &CaseView) -> impl Iterator<Item = Asked> {
    let topics = case.topics.iter().map(|topic| Asked::Topic(topic.id));
    let kinds = StatementKind::ALL.iter().map(|kind| Asked::Kind(*kind));
    let checks = CheckStatus::ALL.iter().map(|check| Asked::Check(*check));
    [Asked::Disputed, Asked::Unanswered].into_iter().chain(topics).chain(kinds).chain(checks)
}
