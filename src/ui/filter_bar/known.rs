//! What the rows of a case can be asked for: who stands in which place, and in which years.

use std::collections::{BTreeSet, HashSet};

use super::names::Names;
use crate::domain::date::Edtf;
use crate::domain::id::Id;
use crate::domain::kind::PartyRole;
use crate::view::CaseView;

/// What the rows of a case can be asked for.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Who speaks, is spoken to or of.
    pub(super) roles: HashSet<(PartyRole, Id)>,
    /// The years of the rows, latest first.
    pub(super) years: Vec<String>,
    /// The first and last day of the rows; empty (first after last) if none is dated.
    pub(super) span: (i64, i64),
    /// What its parties and topics are called.
    pub(super) names: Names,
}

impl Known {
    /// Looks through the rows of `case`.
    pub(super) fn of(case: &CaseView) -> Self {
        let said = case.statements.iter().flat_map(|row| row.parties.iter().copied());
        let happened = case.events.iter().flat_map(|row| &row.event.parties);
        let roles = said.chain(happened.map(|id| (PartyRole::About, *id))).collect();

        let shown = case.statements.iter().map(|row| &row.said);
        let shown = shown.chain(case.events.iter().map(|row| &row.happened));
        let days: BTreeSet<i64> = shown
            .flat_map(|shown| [shown.first, shown.last])
            .flatten()
            .filter(|day| !matches!(*day, i64::MIN | i64::MAX))
            .collect();
        let span = (*days.first().unwrap_or(&i64::MAX), *days.last().unwrap_or(&i64::MIN));
        let years: BTreeSet<String> = days.into_iter().filter_map(year).collect();
        Self { roles, years: years.into_iter().rev().collect(), span, names: Names::of(case) }
    }
}

/// The year of a day, as it is typed.
pub(super) fn year(day: i64) -> Option<String> {
    let written = Edtf::day(day).to_string();
    written.get(..4).filter(|year| year.chars().all(|c| c.is_ascii_digit())).map(ToOwned::to_owned)
}
