//! What one of two statements says otherwise than the other, where both say something: when they become one, that of
//! the one that goes has no place left, so it is shown before and kept as a note.

use super::date::Dated;
use super::id::Id;
use super::kind::{Form, OccasionRole, PartyRole, StatementKind};
use super::record::{Occasion, Statement};

/// What a statement says that another says otherwise.
#[derive(Debug, Clone, PartialEq)]
pub enum Difference {
    /// What it comes to.
    Gist(String),
    /// Words typed without a source.
    Words(String),
    /// Its own date.
    Date(Dated),
    /// Where it was said or sent.
    Occasion(Id),
    /// What it does.
    Kind(StatementKind),
    /// Whose words the quote is.
    Form(Form),
    /// The statement that holds it.
    NestedIn(Id),
    /// Its parties in one role, of which the other statement has others.
    Parties(PartyRole, Vec<Id>),
}

/// What `going` says otherwise than `kept`, each with what its occasion says for it filled in. Nothing where either says nothing, nor about whom they are: a merged
/// statement is about everyone that either is about.
#[must_use]
pub fn differences(kept: &Statement, going: &Statement) -> Vec<Difference> {
    let mut found = Vec::new();
    let typed = |ours: &str, theirs: &str| !ours.is_empty() && !theirs.is_empty() && ours != theirs;
    if typed(&kept.gist, &going.gist) {
        found.push(Difference::Gist(going.gist.clone()));
    }
    if typed(&kept.unsourced, &going.unsourced) {
        found.push(Difference::Words(going.unsourced.clone()));
    }
    let says = |date: &Dated| (date.edtf, date.words.clone());
    if !kept.date.is_empty() && !going.date.is_empty() && says(&kept.date) != says(&going.date) {
        found.push(Difference::Date(going.date.clone()));
    }
    let other =
        |ours: Option<Id>, theirs: Option<Id>| theirs.filter(|id| ours.is_some_and(|ours| ours != *id));
    found.extend(other(kept.occasion_id, going.occasion_id).map(Difference::Occasion));
    if kept.kind != going.kind {
        found.push(Difference::Kind(going.kind));
    }
    if kept.form != going.form {
        found.push(Difference::Form(going.form));
    }
    // One that held the other does not hold itself.
    let holder = |statement: &Statement| statement.nested_in.filter(|id| ![kept.id, going.id].contains(id));
    found.extend(other(holder(kept), holder(going)).map(Difference::NestedIn));
    for role in [PartyRole::Speaker, PartyRole::Behalf, PartyRole::Audience] {
        let [ours, theirs] = [kept, going].map(|statement| in_role(statement, role));
        if !ours.is_empty() && theirs.iter().any(|id| !ours.contains(id)) {
            found.push(Difference::Parties(role, theirs));
        }
    }
    found
}

/// The role in a statement that one in its occasion stands for.
#[must_use]
pub const fn role_of(role: OccasionRole) -> PartyRole {
    match role {
        OccasionRole::From => PartyRole::Speaker,
        OccasionRole::Behalf => PartyRole::Behalf,
        OccasionRole::To => PartyRole::Audience,
    }
}

/// A statement with the parties and the date that its occasion gives where it has none of its own.
#[must_use]
pub fn filled_in(statement: &Statement, occasion: Option<&Occasion>) -> Statement {
    let mut whole = statement.clone();
    let Some(occasion) = occasion else { return whole };
    for (role, party) in &occasion.parties {
        let role = role_of(*role);
        if in_role(statement, role).is_empty() {
            whole.parties.push((role, *party));
        }
    }
    if whole.date.is_empty() {
        whole.date = occasion.date.clone();
    }
    whole
}

/// The parties of a statement in one role, in order.
#[must_use]
pub fn in_role(statement: &Statement, role: PartyRole) -> Vec<Id> {
    statement.parties.iter().filter(|(r, _)| *r == role).map(|(_, id)| *id).collect()
}
