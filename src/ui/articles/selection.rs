//! Several articles chosen at once, with Shift and Ctrl.

use std::collections::HashSet;

use super::rows::Rows;
use crate::domain::id::Id;
use crate::ui::widgets::Pick;

/// The articles that are chosen together; fewer than two are not a choice of several but the selected article.
#[derive(Debug, Default)]
pub(super) struct Chosen {
    ids: HashSet<Id>,
    /// Where a choice with Shift starts.
    anchor: Option<Id>,
}

impl Chosen {
    /// Whether this article is among several chosen.
    pub(super) fn contains(&self, id: Id) -> bool {
        self.is_several() && self.ids.contains(&id)
    }

    /// Whether several are chosen.
    pub(super) fn is_several(&self) -> bool {
        self.ids.len() > 1
    }

    /// How many are chosen.
    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    /// The articles a command is for: those chosen, in the order of the list, else the current one.
    pub(super) fn targets(&self, rows: &Rows, current: Option<Id>) -> Vec<Id> {
        if self.is_several() {
            rows.ids().iter().copied().filter(|id| self.ids.contains(id)).collect()
        } else {
            current.into_iter().collect()
        }
    }

    /// Takes in a row that was picked; `current` is the one selected before.
    pub(super) fn pick(&mut self, rows: &Rows, pick: Pick, current: Option<Id>) {
        let Some(&id) = rows.ids().get(pick.row) else { return };
        if pick.extend {
            let from = self.anchor.or(current).and_then(|anchor| rows.place(anchor)).unwrap_or(pick.row);
            let range = from.min(pick.row)..=from.max(pick.row);
            self.anchor = rows.ids().get(from).copied();
            self.ids = rows.ids().get(range).unwrap_or_default().iter().copied().collect();
        } else if pick.toggle {
            self.ids.extend(current.filter(|_| self.ids.is_empty()));
            if !self.ids.remove(&id) {
                self.ids.insert(id);
            }
            self.anchor = Some(id);
        } else {
            self.ids.clear();
            self.anchor = Some(id);
        }
    }

    /// Chooses all rows.
    pub(super) fn all(&mut self, rows: &Rows) {
        self.ids = rows.ids().iter().copied().collect();
    }

    /// Chooses none.
    pub(super) fn clear(&mut self) {
        self.ids.clear();
    }

    /// Lets go of articles that are not in the list any more.
    pub(super) fn keep_only(&mut self, rows: &Rows) {
        if !self.ids.is_empty() {
            let there: HashSet<Id> = rows.ids().iter().copied().collect();
            self.ids.retain(|id| there.contains(id));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_click_with_neither_shift_nor_ctrl_lets_go_of_all() {
        let mut chosen = Chosen { ids: [Id(1), Id(2)].into(), anchor: None };
        assert!(chosen.is_several());
        chosen.clear();
        assert!(!chosen.contains(Id(1)));
    }
}
