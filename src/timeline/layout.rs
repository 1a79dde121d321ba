//! The items of a timeline in the order of their lanes and days: built once when the data changes.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use super::item::{Item, Lane, Reach};
use super::label::likely_width;
use super::level::Level;
use super::window::Window;
use crate::domain::id::Id;
use crate::domain::kind::RecordKind;

/// How many packed levels are kept before they are dropped and packed again as needed.
const LEVELS_KEPT: usize = 16;
/// How many levels there are from one zoom to the double: more look better packed, fewer are packed less often.
const STEPS_AN_OCTAVE: f64 = 2.0;

/// Items sorted by lane and day, with what is asked of all of them: extent, density, gaps, the shelf.
///
/// One record may be in several lanes (a statement of two speakers), as an item each.
#[derive(Debug)]
pub struct Layout {
    /// Dated items by lane and day, then the undated.
    items: Vec<Item>,
    lanes: Vec<Lane>,
    /// The stretch of time of each dated item, by the same index.
    reaches: Vec<Reach>,
    /// About how wide the label of each dated item is, by the same index.
    label_widths: Vec<f32>,
    /// The dated items of each lane.
    ranges: Vec<Range<usize>>,
    /// The first item of each record.
    index: HashMap<Id, u32>,
    /// Where each dated item counts, ascending.
    anchors: Vec<f64>,
    extent: Option<(f64, f64)>,
    /// Packed levels by step of zoom and rows a lane; they depend on nothing but the items.
    levels: Mutex<HashMap<(i32, u16), Arc<Level>>>,
}

/// A time in which nothing is known to have happened, in days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gap {
    /// The end of what was before.
    pub from: f64,
    /// The start of what comes next.
    pub until: f64,
}

impl Layout {
    /// Sorts the items into their lanes. An item of a lane that is not there goes into the last one.
    #[must_use]
    pub fn new(items: Vec<Item>, mut lanes: Vec<Lane>) -> Self {
        if lanes.is_empty() && !items.is_empty() {
            lanes.push(Lane { name: String::new() });
        }
        let last_lane = lanes.len().saturating_sub(1);
        let (mut dated, mut undated) = (Vec::with_capacity(items.len()), Vec::new());
        for mut item in items {
            item.lane = item.lane.min(last_lane);
            match item.when.and_then(super::item::When::reach) {
                Some(reach) => dated.push((reach, item)),
                None => undated.push(item),
            }
        }
        dated.sort_by(|(a, left), (b, right)| {
            let place = |item: &Item| item.when.map(|when| (when.day_order, when.minute));
            let by_day = a.span().0.floor().total_cmp(&b.span().0.floor());
            left.lane
                .cmp(&right.lane)
                .then(by_day)
                .then(place(left).cmp(&place(right)))
                .then(left.id.cmp(&right.id))
        });
        let (reaches, mut items): (Vec<Reach>, Vec<Item>) = dated.into_iter().unzip();
        let label_widths = items.iter().map(room_for_label).collect();
        let ranges = (0..lanes.len())
            .map(|lane| {
                items.partition_point(|item| item.lane < lane)
                    ..items.partition_point(|item| item.lane <= lane)
            })
            .collect();
        items.append(&mut undated);

        let mut anchors: Vec<f64> = reaches.iter().map(|reach| reach.anchor()).collect();
        anchors.sort_by(f64::total_cmp);
        let extent = reaches.iter().map(|reach| reach.span()).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
        let mut index = HashMap::with_capacity(items.len());
        for (at, item) in items.iter().enumerate() {
            index.entry(item.id).or_insert(at as u32);
        }
        Self { items, lanes, reaches, label_widths, ranges, index, anchors, extent, levels: Mutex::default() }
    }

    /// The lanes, top to bottom.
    #[must_use]
    pub fn lanes(&self) -> &[Lane] {
        &self.lanes
    }

    /// All items: the dated by lane and day, then the undated.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The item at an index given by a mark or a cluster.
    #[must_use]
    pub fn item(&self, index: u32) -> Option<&Item> {
        self.items.get(index as usize)
    }

    /// The first item of a record.
    #[must_use]
    pub fn index_of(&self, id: Id) -> Option<u32> {
        self.index.get(&id).copied()
    }

    /// The items without a date, in the order they were given.
    #[must_use]
    pub fn undated(&self) -> &[Item] {
        &self.items[self.reaches.len()..]
    }

    /// The first and one past the last day on which a date is known to bear; `None` without dated items.
    #[must_use]
    pub fn extent(&self) -> Option<(f64, f64)> {
        self.extent
    }

    /// The window that shows all dated items, a few weeks at least; `None` without any.
    #[must_use]
    pub fn fit_all(&self) -> Option<Window> {
        // A case of one day is shown within its weeks: hours would say more than is known.
        const LEAST: f64 = 42.0;
        self.extent.map(|(first, last)| {
            let more = ((LEAST - (last - first)) / 2.0).max(0.0);
            Window::fit(first - more, last + more)
        })
    }

    /// The window that shows the given items whole; `None` if none of them has a date.
    #[must_use]
    pub fn fit(&self, items: &[u32]) -> Option<Window> {
        let spans = items.iter().filter_map(|at| self.reaches.get(*at as usize)).map(|reach| reach.span());
        spans.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).map(|(first, last)| Window::fit(first, last))
    }

    /// How many dated items fall into each of `bins` equal parts of the `over` window.
    #[must_use]
    pub fn overview(&self, over: Window, bins: usize) -> Vec<u32> {
        let edge = |bin: usize| over.start + over.span() * bin as f64 / bins as f64;
        let before = |day: f64| self.anchors.partition_point(|anchor| *anchor < day);
        (0..bins).map(|bin| (before(edge(bin + 1)) - before(edge(bin))) as u32).collect()
    }

    /// The stretches of at least `days` in which no dated item bears, in order.
    #[must_use]
    pub fn gaps(&self, days: f64) -> Vec<Gap> {
        let mut spans: Vec<(f64, f64)> = self.reaches.iter().map(|reach| reach.span()).collect();
        spans.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut gaps = Vec::new();
        let Some(mut known) = spans.first().map(|span| span.1) else { return gaps };
        for (from, until) in spans {
            if from - known >= days.max(f64::MIN_POSITIVE) {
                gaps.push(Gap { from: known, until: from });
            }
            known = known.max(until);
        }
        gaps
    }

    /// The stretch of time of a dated item.
    pub(super) fn reach(&self, index: u32) -> Option<Reach> {
        self.reaches.get(index as usize).copied()
    }

    /// About how much room the label of a dated item asks for, in pixels.
    pub(super) fn label_width(&self, index: u32) -> f32 {
        self.label_widths.get(index as usize).copied().unwrap_or_default()
    }

    /// The indices of a lane's dated items.
    pub(super) fn lane_range(&self, lane: usize) -> Range<usize> {
        self.ranges.get(lane).cloned().unwrap_or_default()
    }

    /// The level for a zoom of `scale` pixels a day with `rows` rows a lane, packed at its first use.
    pub(super) fn level(&self, scale: f64, rows: u16) -> Arc<Level> {
        let step = (scale.log2() * STEPS_AN_OCTAVE).floor() as i32;
        let mut levels = self.levels.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(level) = levels.get(&(step, rows)) {
            return Arc::clone(level);
        }
        if levels.len() >= LEVELS_KEPT {
            levels.clear();
        }
        let level = Arc::new(Level::pack(self, (f64::from(step) / STEPS_AN_OCTAVE).exp2(), rows));
        levels.insert((step, rows), Arc::clone(&level));
        level
    }
}

/// How much room an item's label asks for; articles ask for none, so that they stay on one line.
fn room_for_label(item: &Item) -> f32 {
    if item.kind == RecordKind::Article { 0.0 } else { likely_width(&item.label) }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::timeline::item::{Tone, When};

    /// A statement with a date.
    pub(in crate::timeline) fn statement(id: i64, lane: usize, first: i64, last: i64) -> Item {
        Item {
            id: Id(id),
            kind: RecordKind::Statement,
            lane,
            when: Some(When::days(first, last)),
            label: format!("The hull was sound on the day of sailing, number {id}"),
            quoted: true,
            hollow: false,
            important: false,
            tone: Tone::Plain,
        }
    }

    /// Lanes A, B, C and so on.
    pub(in crate::timeline) fn lanes(count: u8) -> Vec<Lane> {
        (0..count).map(|lane| Lane { name: char::from(b'A' + lane).to_string() }).collect()
    }

    #[test]
    fn what_has_no_date_is_on_the_shelf_and_nowhere_else() {
        let mut undated = statement(1, 0, 0, 0);
        undated.when = None;
        let open = statement(2, 0, i64::MIN, i64::MAX);
        let layout = Layout::new(vec![undated, open, statement(3, 0, 5, 5)], lanes(1));
        assert_eq!(layout.undated().iter().map(|item| item.id.0).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(layout.extent(), Some((5.0, 6.0)));
        assert_eq!(layout.overview(Window::new(0.0, 10.0), 2), [0, 1]);
    }

    #[test]
    fn gaps_are_where_nothing_bears() {
        let items = vec![statement(1, 0, 0, 9), statement(2, 1, 2, 2), statement(3, 0, 40, 40)];
        let layout = Layout::new(items, lanes(2));
        assert_eq!(layout.gaps(30.0), [Gap { from: 10.0, until: 40.0 }]);
        assert_eq!(layout.gaps(31.0), []);
        assert_eq!(Layout::new(Vec::new(), Vec::new()).gaps(1.0), []);
    }

    #[test]
    fn items_of_a_day_keep_the_order_set_by_hand() {
        let mut items: Vec<Item> = (1..=3).map(|id| statement(id, 0, 7, 7)).collect();
        items[0].when = Some(When { day_order: 2, ..When::days(7, 7) });
        items[1].when = Some(When { day_order: 1, ..When::days(7, 7) });
        let layout = Layout::new(items, lanes(1));
        assert_eq!(layout.items().iter().map(|item| item.id.0).collect::<Vec<_>>(), [3, 2, 1]);
    }
}
