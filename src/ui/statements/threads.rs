//! Which statements answer one another, directly or through others.

use std::collections::{HashMap, HashSet};

use crate::domain::id::Id;
use crate::view::{CaseView, StatementRow};

/// The whole reply thread a statement is in, as places in the case's list; of itself alone if nothing answers it
/// and it answers nothing. By date; what is not dated stands before the first that answers it.
pub(super) fn thread_of(case: &CaseView, id: Id) -> Vec<usize> {
    let mut seen: HashSet<Id> = HashSet::from([id]);
    let mut open = vec![id];
    while let Some(row) = open.pop().and_then(|id| case.statement(id)) {
        open.extend(neighbours(row).filter(|other| seen.insert(*other)));
    }
    let in_thread = |(place, row): (usize, &StatementRow)| seen.contains(&row.statement.id).then_some(place);
    let by_date: Vec<usize> = case.statements.iter().enumerate().filter_map(in_thread).collect();
    let mut thread = by_date.clone();
    let undated = |place: &&usize| case.statements.get(**place).is_some_and(|row| row.said.first.is_none());
    for place in by_date.iter().filter(undated) {
        let answered_by = |other: &usize| {
            let answers = case.statements.get(*other).map(|row| row.answers.as_slice()).unwrap_or_default();
            answers
                .iter()
                .any(|reply| case.statements.get(*place).is_some_and(|r| r.statement.id == reply.other))
        };
        let from = thread.iter().position(|other| other == place);
        let to = thread.iter().position(answered_by);
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            thread.remove(from);
            thread.insert(to, *place);
        }
    }
    thread
}

/// The number of the thread of every statement that is in one, counted by the thread's first statement.
pub(super) fn threads(case: &CaseView) -> HashMap<Id, usize> {
    let mut numbers: HashMap<Id, usize> = HashMap::new();
    let mut count = 0;
    for row in &case.statements {
        if numbers.contains_key(&row.statement.id) || neighbours(row).next().is_none() {
            continue;
        }
        let mut open = vec![row.statement.id];
        numbers.insert(row.statement.id, count);
        while let Some(row) = open.pop().and_then(|id| case.statement(id)) {
            for other in neighbours(row) {
                if numbers.insert(other, count).is_none() {
                    open.push(other);
                }
            }
        }
        count += 1;
    }
    numbers
}

fn neighbours(row: &StatementRow) -> impl Iterator<Item = Id> {
    row.answers.iter().chain(&row.answered_by).map(|reply| reply.other)
}
