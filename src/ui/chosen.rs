//! Which rows are selected: one, or several for doing something to all of them.

use std::collections::HashSet;

use crate::domain::id::Id;
use crate::ui::widgets::Pick;

/// The selected rows.
#[derive(Debug, Default)]
pub(in crate::ui) struct Chosen {
    ids: Vec<Id>,
    /// The same, to look one up.
    set: HashSet<Id>,
    /// The line of the row picked last.
    at: Option<usize>,
}

impl Chosen {
    /// Their ids, in the order they were picked.
    pub(in crate::ui) fn ids(&self) -> &[Id] {
        &self.ids
    }

    /// Whether this one is selected.
    pub(in crate::ui) fn has(&self, id: Id) -> bool {
        self.set.contains(&id)
    }

    /// The line the keyboard is at: the one picked last if it is still this record's, else the first that is.
    pub(in crate::ui) fn line(&self, selected: Option<Id>, lines: &[Option<Id>]) -> Option<usize> {
        let selected = Some(selected?);
        let at = self.at.filter(|at| lines.get(*at).is_some_and(|id| *id == selected));
        at.or_else(|| lines.iter().position(|id| *id == selected))
    }

    /// Follows a selection made elsewhere, such as on the timeline.
    pub(in crate::ui) fn follow(&mut self, selected: Option<Id>) {
        match selected {
            Some(id) if self.has(id) => {}
            other => {
                self.only(other);
                self.at = None;
            }
        }
    }

    /// Lets go of those that are not there any more.
    pub(in crate::ui) fn keep(&mut self, is_there: impl Fn(Id) -> bool) {
        self.ids.retain(|id| is_there(*id));
        self.set = self.ids.iter().copied().collect();
    }

    /// Selects this one only.
    pub(in crate::ui) fn only(&mut self, id: Option<Id>) {
        self.ids = id.into_iter().collect();
        self.set = id.into_iter().collect();
    }

    fn add(&mut self, id: Id) {
        if self.set.insert(id) {
            self.ids.push(id);
        }
    }

    /// Takes a pick in; `lines` has the record of each line, none for a heading. Keys pass over headings.
    /// Gives the record that is looked at now.
    pub(in crate::ui) fn pick(&mut self, pick: Pick, lines: &[Option<Id>]) -> Option<Id> {
        let line = next_row(lines, pick.row, self.at)?;
        let id = lines.get(line).copied().flatten()?;
        if pick.toggle {
            if self.ids.len() > 1 && self.set.remove(&id) {
                self.ids.retain(|other| *other != id);
                return self.ids.last().copied();
            }
            self.add(id);
        } else if pick.extend {
            let from = self.at.unwrap_or(line);
            let (first, last) = (from.min(line), from.max(line));
            for id in lines.get(first..=last).unwrap_or_default().iter().flatten() {
                self.add(*id);
            }
        } else {
            self.only(Some(id));
        }
        self.at = Some(line);
        Some(id)
    }
}

/// The row at `line`; if there is a heading, the next row in the direction one came from.
fn next_row(lines: &[Option<Id>], line: usize, from: Option<usize>) -> Option<usize> {
    let is_row = |line: &usize| lines.get(*line).is_some_and(Option::is_some);
    let down = (line..lines.len()).find(is_row);
    let up = (0..=line).rev().find(is_row);
    if from.is_some_and(|from| line < from) { up.or(down) } else { down.or(up) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A heading, two rows, a heading, two rows.
    const LINES: [Option<Id>; 6] = [None, Some(Id(1)), Some(Id(2)), None, Some(Id(3)), Some(Id(4))];

    fn pick(row: usize, extend: bool, toggle: bool) -> Pick {
        Pick { row, extend, toggle }
    }

    #[test]
    fn keys_pass_over_headings() {
        let mut chosen = Chosen::default();
        assert_eq!(chosen.pick(pick(0, false, false), &LINES), Some(Id(1)));
        chosen.pick(pick(2, false, false), &LINES);
        assert_eq!(chosen.pick(pick(3, false, false), &LINES), Some(Id(3)), "down");
        assert_eq!(chosen.pick(pick(3, false, false), &LINES), Some(Id(2)), "up");
        assert_eq!(chosen.line(Some(Id(2)), &LINES), Some(2));
    }

    #[test]
    fn shift_takes_all_between_and_ctrl_one_more_or_less() {
        let mut chosen = Chosen::default();
        chosen.pick(pick(1, false, false), &LINES);
        chosen.pick(pick(4, true, false), &LINES);
        assert_eq!(chosen.ids(), [Id(1), Id(2), Id(3)]);
        assert_eq!(chosen.pick(pick(2, false, true), &LINES), Some(Id(3)));
        assert_eq!(chosen.ids(), [Id(1), Id(3)]);
        chosen.pick(pick(5, false, true), &LINES);
        assert_eq!(chosen.ids(), [Id(1), Id(3), Id(4)]);
    }

    #[test]
    fn a_selection_made_elsewhere_takes_the_place_of_several() {
        let mut chosen = Chosen::default();
        chosen.pick(pick(1, false, false), &LINES);
        chosen.pick(pick(2, false, true), &LINES);
        chosen.follow(Some(Id(1)));
        assert_eq!(chosen.ids().len(), 2, "it is one of them");
        chosen.follow(Some(Id(4)));
        assert_eq!(chosen.ids(), [Id(4)]);
        chosen.follow(None);
        assert!(chosen.ids().is_empty());
    }
}
