//! Going from item to item with the arrow keys.

use super::layout::Layout;

/// A step from an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the one before it in its lane.
    Back,
    /// To the one after it in its lane.
    Forth,
    /// To the nearest in time in the next lane up that has any.
    Up,
    /// To the nearest in time in the next lane down that has any.
    Down,
}

impl Layout {
    /// The dated item one step from another, as indices into [`Layout::items`]; `None` at the end.
    #[must_use]
    pub fn step(&self, item: u32, step: Step) -> Option<u32> {
        let lane = self.item(item)?.lane;
        self.reach(item)?;
        let range = self.lane_range(lane);
        match step {
            Step::Back => (item as usize > range.start).then(|| item - 1),
            Step::Forth => (item as usize + 1 < range.end).then_some(item + 1),
            Step::Up => (0..lane).rev().find_map(|lane| self.nearest(lane, item)),
            Step::Down => (lane + 1..self.lanes().len()).find_map(|lane| self.nearest(lane, item)),
        }
    }

    /// The day to show in the middle so that a dated item is in view.
    #[must_use]
    pub fn day_of(&self, item: u32) -> Option<f64> {
        self.reach(item).map(super::item::Reach::anchor)
    }

    /// The item nearest in time to the middle of a window, over all lanes: where walking starts.
    #[must_use]
    pub fn nearest_to(&self, day: f64) -> Option<u32> {
        let dated = (self.items().len() - self.undated().len()) as u32;
        (0..dated).min_by(|a, b| self.distance(*a, day).total_cmp(&self.distance(*b, day)))
    }

    fn nearest(&self, lane: usize, to: u32) -> Option<u32> {
        let day = self.reach(to)?.anchor();
        let range = self.lane_range(lane);
        range.map(|at| at as u32).min_by(|a, b| self.distance(*a, day).total_cmp(&self.distance(*b, day)))
    }

    fn distance(&self, item: u32, day: f64) -> f64 {
        self.reach(item).map_or(f64::INFINITY, |reach| (reach.anchor() - day).abs())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::layout::tests::{lanes, statement};

    #[test]
    fn arrow_keys_walk_lanes_and_skip_empty_ones() {
        let items = vec![
            statement(1, 0, 0, 0),
            statement(2, 0, 50, 50),
            statement(3, 2, 40, 40),
            statement(4, 2, i64::MIN, 3),
        ];
        let layout = Layout::new(items, lanes(4));
        let at = |id: i64| layout.index_of(crate::domain::id::Id(id)).unwrap();
        assert_eq!(layout.step(at(1), Step::Forth), Some(at(2)));
        assert_eq!(layout.step(at(2), Step::Forth), None);
        assert_eq!(layout.step(at(1), Step::Back), None);
        assert_eq!(layout.step(at(2), Step::Down), Some(at(3)));
        assert_eq!(layout.step(at(1), Step::Down), Some(at(4)));
        assert_eq!(layout.step(at(3), Step::Up), Some(at(2)));
        assert_eq!(layout.step(at(3), Step::Down), None);
        assert_eq!(layout.nearest_to(45.0).map(|found| layout.items()[found as usize].id.0), Some(3));
    }
}
