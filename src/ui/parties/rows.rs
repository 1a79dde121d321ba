//! Which parties are listed, and in what order.

use std::cmp::Ordering;
use std::collections::HashMap;

use crate::domain::id::Id;
use crate::domain::kind::PartyRole;
use crate::text::Worded;
use crate::ui::widgets::Direction;
use crate::view::{CaseView, LibraryView, PartyLine, PartyRow};

/// What a column shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Name,
    Kind,
    Role,
    Side,
    Statements,
    LastSaid,
    OtherNames,
    Cases,
}

/// A column and which end of it comes first.
pub(super) type Order = (Field, Direction);

/// The places of the parties of a case that fit what was typed.
pub(super) fn of_case(case: &CaseView, typed: &str, order: Order) -> Vec<usize> {
    let last = last_said(case);
    let mut places: Vec<usize> = (0..case.parties.len())
        .filter(|place| case.parties.get(*place).is_some_and(|row| fits_row(row, typed)))
        .collect();
    let compare = |a: &PartyRow, b: &PartyRow| match order.0 {
        Field::Kind => a.party.kind.cmp(&b.party.kind),
        Field::Role => a.place.role.to_lowercase().cmp(&b.place.role.to_lowercase()),
        Field::Side => a.place.side.unwrap_or(u8::MAX).cmp(&b.place.side.unwrap_or(u8::MAX)),
        Field::Statements => a.statements.cmp(&b.statements),
        Field::LastSaid => last.get(&a.party.id).cmp(&last.get(&b.party.id)),
        Field::Name | Field::OtherNames | Field::Cases => Ordering::Equal,
    };
    sort(&mut places, &case.parties, order.1, compare);
    places
}

/// The places of the library's parties that fit what was typed.
pub(super) fn of_library(library: &LibraryView, typed: &str, order: Order) -> Vec<usize> {
    let mut places: Vec<usize> = (0..library.parties.len())
        .filter(|place| library.parties.get(*place).is_some_and(|line| fits_line(line, typed)))
        .collect();
    let compare = |a: &PartyLine, b: &PartyLine| match order.0 {
        Field::Kind => a.party.kind.cmp(&b.party.kind),
        Field::Cases => a.cases.cmp(&b.cases),
        Field::OtherNames => a.aliases.cmp(&b.aliases),
        _ => Ordering::Equal,
    };
    sort(&mut places, &library.parties, order.1, compare);
    places
}

/// Sorts places that are in order of name; equal ones stay so.
fn sort<T>(places: &mut [usize], rows: &[T], direction: Direction, compare: impl Fn(&T, &T) -> Ordering) {
    places.sort_by(|a, b| {
        let by_field = match (rows.get(*a), rows.get(*b)) {
            (Some(a), Some(b)) => compare(a, b),
            _ => Ordering::Equal,
        };
        let by_field = by_field.then(a.cmp(b));
        if direction == Direction::Down { by_field.reverse() } else { by_field }
    });
}

/// Where in time each party spoke last: the place of the statement in the list by date.
fn last_said(case: &CaseView) -> HashMap<Id, usize> {
    let mut last = HashMap::new();
    for (place, row) in case.statements.iter().enumerate().filter(|(_, row)| row.said.first.is_some()) {
        for (_, id) in row.parties.iter().filter(|(role, _)| *role == PartyRole::Speaker) {
            last.insert(*id, place);
        }
    }
    last
}

fn fits_row(row: &PartyRow, typed: &str) -> bool {
    let more = [row.party.name.as_str(), row.party.kind.word(), row.place.role.as_str()];
    fits(typed, more.into_iter().chain(row.aliases.iter().map(String::as_str)))
}

fn fits_line(line: &PartyLine, typed: &str) -> bool {
    let more = [line.party.name.as_str(), line.party.kind.word()];
    fits(typed, more.into_iter().chain(line.aliases.iter().map(String::as_str)))
}

/// Whether each word typed is in one of the texts, upper and lower case aside.
fn fits<'a>(typed: &str, texts: impl Iterator<Item = &'a str>) -> bool {
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() {
        return true;
    }
    let texts: Vec<String> = texts.map(str::to_lowercase).collect();
    typed.split_whitespace().all(|word| texts.iter().any(|text| text.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::kind::PartyKind;
    use crate::domain::record::Party;

    fn library() -> LibraryView {
        let line = |id: i64, name: &str, kind, cases| PartyLine {
            party: Party {
                id: Id(id),
                name: name.to_owned(),
                kind,
                home_case_id: None,
                confidential: String::new(),
            },
            aliases: if id == 2 { vec!["The Line".to_owned()] } else { Vec::new() },
            cases,
        };
        let parties = vec![
            line(1, "Calder, Ruth", PartyKind::Person, 2),
            line(2, "Harbor Line", PartyKind::Organisation, 5),
            line(3, "Tribune", PartyKind::Outlet, 2),
        ];
        LibraryView { parties, ..LibraryView::default() }
    }

    #[test]
    fn what_is_typed_is_looked_for_in_names_kinds_and_other_names() {
        let found = |typed: &str| of_library(&library(), typed, (Field::Name, Direction::Up));
        assert_eq!(found(""), [0, 1, 2]);
        assert_eq!(found("  the LINE"), [1]);
        assert_eq!(found("outlet"), [2]);
        assert_eq!(found("nobody"), Vec::<usize>::new());
    }

    #[test]
    fn equal_ones_stay_in_order_of_name() {
        let by = |field, direction| of_library(&library(), "", (field, direction));
        assert_eq!(by(Field::Cases, Direction::Up), [0, 2, 1]);
        assert_eq!(by(Field::Cases, Direction::Down), [1, 2, 0]);
        assert_eq!(by(Field::Name, Direction::Down), [2, 1, 0]);
    }
}
