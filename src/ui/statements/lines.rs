//! The lines of the list: the rows a filter finds, sorted, in groups with headings.

use std::collections::BTreeMap;

use super::threads::threads;
use crate::domain::record::Owner;
use crate::text::{Arg, Worded, t, t_with};
use crate::ui::filter_bar::date_words;
use crate::ui::widgets::Direction;
use crate::view::{CaseView, Filter, StatementRow};

/// What the list is in groups by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Grouping {
    /// Not in groups.
    #[default]
    None,
    /// Who said it.
    Speaker,
    /// What it is on.
    Topic,
    /// What answers one another.
    Thread,
}

impl Grouping {
    /// In the order they are offered.
    pub(super) const ALL: [Self; 4] = [Self::None, Self::Speaker, Self::Topic, Self::Thread];

    /// Its word.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::None => t("statements-group-none"),
            Self::Speaker => t("statements-group-speaker"),
            Self::Topic => t("statements-group-topic"),
            Self::Thread => t("statements-group-thread"),
        }
    }
}

/// A column, as something to sort by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// When it was said.
    Said,
    /// Who said it.
    Speaker,
    /// Its words.
    Statement,
    /// What it does.
    Kind,
    /// How far it is checked.
    Check,
    /// How many replies it has.
    Replies,
}

/// The order of rows within their group; `None` is by date.
pub(super) type Order = Option<(By, Direction)>;

/// A line of the list.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Line {
    /// The heading of a part of the answer to a question about dates.
    Part(String),
    /// The heading of a group.
    Group(String),
    /// A statement, as its place in the case's list.
    Row(usize),
}

/// The lines for what the filter finds.
pub(super) fn lines(case: &CaseView, filter: &Filter, grouping: Grouping, order: Order) -> Vec<Line> {
    let found = filter.statements(case);
    let Some(date) = &filter.date else { return grouped(case, found.certainly, grouping, order) };
    let when = date_words(date);
    let mut lines = Vec::new();
    for (places, certain) in [(found.certainly, true), (found.possibly, false)] {
        if places.is_empty() {
            continue;
        }
        let count = ("count", Arg::from(places.len() as i64));
        lines.push(Line::Part(if certain {
            t_with("statements-certainly", &[("when", Arg::from(when.as_str())), count])
        } else {
            t_with("statements-possibly", &[count])
        }));
        lines.extend(grouped(case, places, grouping, order));
    }
    lines
}

fn grouped(case: &CaseView, places: Vec<usize>, grouping: Grouping, order: Order) -> Vec<Line> {
    if grouping == Grouping::None {
        return sorted(case, places, order).into_iter().map(Line::Row).collect();
    }
    // What has no group comes last.
    let mut groups: BTreeMap<(bool, String), (String, Vec<usize>)> = BTreeMap::new();
    let threads = if grouping == Grouping::Thread { threads(case) } else { std::collections::HashMap::new() };
    let mut first_words: BTreeMap<usize, String> = BTreeMap::new();
    for place in places {
        let Some(row) = case.statements.get(place) else { continue };
        let names: Vec<(String, String)> = match grouping {
            Grouping::None => Vec::new(),
            Grouping::Speaker => vec![named(row.speaker.clone())],
            Grouping::Topic => topics(case, row).map(named).collect(),
            Grouping::Thread => threads
                .get(&row.statement.id)
                .map(|n| (format!("{n:09}"), first_words.entry(*n).or_insert_with(|| row.line()).clone()))
                .into_iter()
                .collect(),
        };
        if names.iter().all(|(key, _)| key.is_empty()) {
            groups.entry((true, String::new())).or_default().1.push(place);
        }
        for (key, words) in names.into_iter().filter(|(key, _)| !key.is_empty()) {
            let group = groups.entry((false, key)).or_default();
            group.0 = words;
            group.1.push(place);
        }
    }
    let mut lines = Vec::new();
    for ((none, _), (words, places)) in groups {
        let words = if none { without(grouping).to_owned() } else { words };
        let count = Arg::from(places.len() as i64);
        lines.push(Line::Group(t_with("statements-heading", &[("name", words.into()), ("count", count)])));
        lines.extend(sorted(case, places, order).into_iter().map(Line::Row));
    }
    lines
}

fn named(name: String) -> (String, String) {
    (name.to_lowercase(), name)
}

fn topics<'a>(case: &'a CaseView, row: &'a StatementRow) -> impl Iterator<Item = String> + 'a {
    case.topics.iter().filter(|topic| row.topics.contains(&topic.id)).map(|topic| topic.name.clone())
}

/// The heading of those that are in no group.
fn without(grouping: Grouping) -> &'static str {
    match grouping {
        Grouping::None | Grouping::Speaker => t("statements-no-speaker"),
        Grouping::Topic => t("statements-no-topic"),
        Grouping::Thread => t("statements-no-replies"),
    }
}

/// The places in order; those of equal rank stay in order of date.
fn sorted(case: &CaseView, mut places: Vec<usize>, order: Order) -> Vec<usize> {
    let Some((by, direction)) = order else { return places };
    let row = |place: &usize| case.statements.get(*place);
    match by {
        // The case's list is by date.
        By::Said => places.sort_unstable(),
        By::Speaker => places.sort_by_cached_key(|place| row(place).map(|row| row.speaker.to_lowercase())),
        By::Statement => places.sort_by_cached_key(|place| {
            row(place).map(|row| {
                if row.quote.is_empty() { &row.statement.gist } else { row.bare_quote() }.to_lowercase()
            })
        }),
        By::Kind => places.sort_by_cached_key(|place| row(place).map(|row| row.statement.kind.word())),
        By::Check => {
            places.sort_by_key(|place| row(place).map(|row| (row.check, !row.disputed_by.is_empty())));
        }
        By::Replies => places.sort_by_key(|place| row(place).map(|row| row.answered_by.len())),
    }
    if direction == Direction::Down {
        places.reverse();
    }
    places
}

impl Line {
    /// The place of its statement in the case's list; `None` for a heading.
    pub(super) fn place(&self) -> Option<usize> {
        match self {
            Self::Row(place) => Some(*place),
            Self::Part(_) | Self::Group(_) => None,
        }
    }
}

/// The record of a line; `None` for a heading.
pub(super) fn record(case: &CaseView, line: &Line) -> Option<Owner> {
    let row = case.statements.get(line.place()?)?;
    Some(Owner::Statement(row.statement.id))
}
