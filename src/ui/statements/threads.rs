//! Which statements answer one another, directly or through others.

use std::collections::{HashMap, HashSet};

use crate::domain::id::Id;
use crate::view::{CaseView, StatementRow};

/// The whole reply thread a statement is in, as places in the case's list, by date; of itself alone if nothing
/// answers it and it answers nothing.
pub(super) fn thread_of(case: &CaseView, id: Id) -> Vec<usize> {
    let mut seen: HashSet<Id> = HashSet::from([id]);
    let mut open = vec![id];
    while let Some(row) = open.pop().and_then(|id| case.statement(id)) {
        open.extend(neighbours(row).filter(|other| seen.insert(*other)));
    }
    let in_thread = |(place, row): (usize, &StatementRow)| seen.contains(&row.statement.id).then_some(place);
    case.statements.iter().enumerate().filter_map(in_thread).collect()
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
