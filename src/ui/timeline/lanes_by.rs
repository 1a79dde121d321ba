//! Which lanes a timeline has, and which of them a row is in.

use std::collections::HashMap;

use crate::domain::id::Id;
use crate::domain::kind::{PartyRole, StatementKind};
use crate::text::{Worded as _, t, t_with};
use crate::timeline::Lane;
use crate::view::{CaseView, EventRow, StatementRow};

/// What the statements and events of a lane have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LanesBy {
    /// Who speaks.
    #[default]
    Party,
    /// The side of who speaks.
    Side,
    /// What the statement does.
    Kind,
    /// Nothing: there is one lane.
    Nothing,
}

impl LanesBy {
    /// In the order they are offered.
    pub const ALL: [Self; 4] = [Self::Party, Self::Side, Self::Kind, Self::Nothing];

    /// As the chip says it.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Party => t("timeline-lanes-party"),
            Self::Side => t("timeline-lanes-side"),
            Self::Kind => t("timeline-lanes-kind"),
            Self::Nothing => t("timeline-lanes-nothing"),
        }
    }
}

/// The lanes as they are found to be needed.
#[derive(Default)]
pub(super) struct Lanes {
    by: LanesBy,
    pub(super) names: Vec<Lane>,
    parties: HashMap<Id, usize>,
    sides: HashMap<u8, usize>,
    kinds: HashMap<StatementKind, usize>,
    others: HashMap<&'static str, usize>,
}

impl Lanes {
    /// The lanes that the statements need, in their order.
    pub(super) fn new(case: &CaseView, statements: &[&StatementRow], by: LanesBy) -> Self {
        let mut lanes = Self { by, ..Self::default() };
        match by {
            LanesBy::Party => {
                for (party, _) in by_side(case, statements) {
                    let lane = lanes.add(case.party_name(party));
                    lanes.parties.insert(party, lane);
                }
            }
            LanesBy::Side => lanes.add_sides(case, statements),
            LanesBy::Kind => {
                for kind in StatementKind::ALL {
                    if statements.iter().any(|row| row.statement.kind == *kind) {
                        let lane = lanes.add(&capitalised(kind.word()));
                        lanes.kinds.insert(*kind, lane);
                    }
                }
            }
            LanesBy::Nothing => {
                lanes.other(t("timeline-lane-all"));
            }
        }
        lanes
    }

    /// A lane a side, named after who speaks most on it.
    fn add_sides(&mut self, case: &CaseView, statements: &[&StatementRow]) {
        let parties = by_side(case, statements);
        for side in 0..=u8::MAX {
            let on_it: Vec<Id> =
                parties.iter().filter(|(_, of)| *of == Some(side)).map(|(party, _)| *party).collect();
            if let Some((first, others)) = on_it.split_first() {
                let args = [("name", case.party_name(*first).into()), ("others", others.len().into())];
                let lane = self.add(&t_with("timeline-lane-side", &args));
                self.sides.insert(side, lane);
            }
        }
    }

    /// The lanes of a statement: one for each of its speakers, where they have lanes.
    pub(super) fn of_statement(&mut self, row: &StatementRow) -> Vec<usize> {
        match self.by {
            LanesBy::Party => {
                let lanes: Vec<usize> =
                    speakers(row).filter_map(|party| self.parties.get(&party).copied()).collect();
                if lanes.is_empty() { vec![self.other(t("timeline-lane-nobody"))] } else { lanes }
            }
            LanesBy::Side => {
                let lane = row.side.and_then(|side| self.sides.get(&side).copied());
                vec![lane.unwrap_or_else(|| self.other(t("timeline-lane-no-side")))]
            }
            LanesBy::Kind => {
                let lane = self.kinds.get(&row.statement.kind).copied();
                vec![lane.unwrap_or_else(|| self.other(t("timeline-lane-nobody")))]
            }
            LanesBy::Nothing => vec![self.other(t("timeline-lane-all"))],
        }
    }

    /// The lane of an event: that of the first of those in it who has one.
    pub(super) fn of_event(&mut self, case: &CaseView, row: &EventRow) -> usize {
        let mut parties = row.event.parties.iter();
        let lane = match self.by {
            LanesBy::Party => parties.find_map(|party| self.parties.get(party).copied()),
            LanesBy::Side => {
                parties.find_map(|party| self.sides.get(&case.party(*party)?.place.side?).copied())
            }
            LanesBy::Kind => None,
            LanesBy::Nothing => Some(self.other(t("timeline-lane-all"))),
        };
        lane.unwrap_or_else(|| self.other(t("timeline-lane-events")))
    }

    /// A lane that is no party's, made when it is first needed.
    pub(super) fn other(&mut self, name: &'static str) -> usize {
        if let Some(lane) = self.others.get(name) {
            return *lane;
        }
        let lane = self.add(name);
        self.others.insert(name, lane);
        lane
    }

    fn add(&mut self, name: &str) -> usize {
        self.names.push(Lane { name: name.to_owned() });
        self.names.len() - 1
    }
}

/// Who speaks, with their side: by side, those who speak most first.
fn by_side(case: &CaseView, statements: &[&StatementRow]) -> Vec<(Id, Option<u8>)> {
    let mut speaks: HashMap<Id, (Option<u8>, usize)> = HashMap::new();
    for row in statements {
        for party in speakers(row) {
            let side = row.side.or_else(|| case.party(party).and_then(|found| found.place.side));
            let entry = speaks.entry(party).or_insert((side, 0));
            entry.1 += 1;
        }
    }
    let mut parties: Vec<(Id, (Option<u8>, usize))> = speaks.into_iter().collect();
    parties.sort_by(|(a, (side, count)), (b, (other_side, other_count))| {
        let side_of = |side: &Option<u8>| side.unwrap_or(u8::MAX);
        let by_count = other_count.cmp(count);
        side_of(side)
            .cmp(&side_of(other_side))
            .then(by_count)
            .then_with(|| case.party_name(*a).cmp(case.party_name(*b)))
    });
    parties.into_iter().map(|(party, (side, _))| (party, side)).collect()
}

fn speakers(row: &StatementRow) -> impl Iterator<Item = Id> {
    row.parties.iter().filter(|(role, _)| *role == PartyRole::Speaker).map(|(_, party)| *party)
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
