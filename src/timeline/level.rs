//! The items of every lane packed into rows for one step of zoom.
//!
//! Packing is done at the coarsest scale of the step, where marks are closest. A mark's size on the screen
//! is fixed or grows no faster than the distances do, so what is apart there is apart in the whole step.
//! Packing runs over a whole lane, not over a window, so nothing moves while a person pans.

use std::ops::Range;

use super::item::Reach;
use super::layout::Layout;
use crate::domain::kind::RecordKind;

/// Half the width of a dot, in pixels.
pub(super) const RADIUS: f64 = 6.0;
/// Half the width of an article's tick, in pixels.
const THIN_RADIUS: f64 = 2.5;
/// The length of the part of a bar that is drawn beyond its known end, in pixels.
pub(super) const TAIL: f64 = 28.0;
/// The width of a cluster, in pixels.
pub(super) const CLUSTER_WIDTH: f64 = 36.0;
/// The least space between two marks of a row, in pixels.
pub(super) const SPACE: f64 = 3.0;
/// The space between a mark and its label, in pixels.
pub(super) const LABEL_SPACE: f64 = 8.0;
/// From this many pixels a day on, a day is drawn as wide as it is.
const DAY_AS_BAR: f64 = 64.0;
/// How many glyphs share one entry of the index by right edge.
const BLOCK: usize = 64;

/// All lanes at one step of zoom.
#[derive(Debug)]
pub(super) struct Level {
    /// Pixels a day at the coarse end of the step.
    scale: f64,
    lanes: Vec<PackedLane>,
    /// For each dated item the glyph of its lane that shows it.
    glyph_of: Vec<u32>,
}

/// The glyphs of one lane by their left edge.
#[derive(Debug, Default)]
pub(super) struct PackedLane {
    glyphs: Vec<Glyph>,
    /// Items by glyph.
    members: Vec<u32>,
    /// The greatest right edge of each block of glyphs.
    block_ends: Vec<f64>,
    /// How many rows are in use.
    pub(super) rows: u16,
}

/// One thing to draw: an item or a cluster of them.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    /// Left and right edge, in days, as far as it reaches anywhere in the step.
    pub(super) from: f64,
    pub(super) until: f64,
    /// The left edge of the next glyph of its row, in days; infinite if there is none.
    pub(super) next: f64,
    pub(super) row: u16,
    pub(super) cluster: bool,
    members: Range<u32>,
}

impl Level {
    /// Packs all lanes of `layout` for scales from `scale` up to the next step; `rows` is at least 2.
    pub(super) fn pack(layout: &Layout, scale: f64, rows: u16) -> Self {
        let dated = layout.items().len() - layout.undated().len();
        let mut level = Self { scale, lanes: Vec::new(), glyph_of: vec![0; dated] };
        for lane in 0..layout.lanes().len() {
            let mut packer = Packer::new(scale, rows.max(2));
            let range = layout.lane_range(lane);
            let mut spots: Vec<Spot> = range.filter_map(|at| Spot::new(layout, at as u32, scale)).collect();
            // Stable: items at the same place keep their order within the day.
            spots.sort_by(|a, b| a.x0.total_cmp(&b.x0));
            for spot in &spots {
                packer.add(spot);
            }
            let packed = packer.finish();
            for (at, glyph) in packed.glyphs.iter().enumerate() {
                for member in packed.members(glyph) {
                    level.glyph_of[*member as usize] = at as u32;
                }
            }
            level.lanes.push(packed);
        }
        level
    }

    pub(super) fn lane(&self, lane: usize) -> Option<&PackedLane> {
        self.lanes.get(lane)
    }

    /// The glyph that shows a dated item of a lane.
    pub(super) fn glyph_of(&self, lane: usize, item: u32) -> Option<&Glyph> {
        let at = *self.glyph_of.get(item as usize)?;
        self.lanes.get(lane)?.glyphs.get(at as usize)
    }

    /// The left and right edge of a dated item at `scale` pixels a day, in pixels from day 0.
    pub(super) fn edges(&self, layout: &Layout, item: u32, scale: f64) -> Option<(f64, f64)> {
        edges(layout, item, scale, self.days_are_bars())
    }

    /// Whether a day is drawn as wide as it is.
    pub(super) fn days_are_bars(&self) -> bool {
        self.scale >= DAY_AS_BAR
    }
}

impl PackedLane {
    /// The items a glyph shows.
    pub(super) fn members(&self, glyph: &Glyph) -> &[u32] {
        &self.members[glyph.members.start as usize..glyph.members.end as usize]
    }

    /// The glyphs that may show between two days.
    pub(super) fn between(&self, start: f64, end: f64) -> impl Iterator<Item = &Glyph> {
        let begun = self.glyphs.partition_point(|glyph| glyph.from <= end);
        self.glyphs[..begun]
            .chunks(BLOCK)
            .zip(&self.block_ends)
            .filter(move |(_, block_end)| **block_end >= start)
            .flat_map(|(block, _)| block)
            .filter(move |glyph| glyph.until >= start)
    }
}

fn edges(layout: &Layout, item: u32, scale: f64, days_are_bars: bool) -> Option<(f64, f64)> {
    let thin = layout.item(item)?.kind == RecordKind::Article;
    let radius = if thin { THIN_RADIUS } else { RADIUS };
    let dot = |day: f64| (day * scale - radius, day * scale + radius);
    Some(match layout.reach(item)? {
        Reach::Until(day) => (day * scale - TAIL, day * scale),
        Reach::From(day) => (day * scale, day * scale + TAIL),
        Reach::Moment(at) => dot(at),
        Reach::Day(day) if days_are_bars => (day * scale, (day + 1.0) * scale),
        Reach::Day(day) => dot(day + 0.5),
        Reach::Range(from, until) => {
            let (middle, half) = (f64::midpoint(from, until) * scale, (until - from) * scale / 2.0);
            (middle - half.max(radius), middle + half.max(radius))
        }
    })
}

/// An item where it would be if it were alone.
struct Spot {
    item: u32,
    x0: f64,
    x1: f64,
    /// Where its label would end.
    label_end: f64,
}

impl Spot {
    fn new(layout: &Layout, item: u32, scale: f64) -> Option<Self> {
        let (x0, x1) = edges(layout, item, scale, scale >= DAY_AS_BAR)?;
        let label = layout.label_width(item);
        let label = if label > 0.0 { f64::from(label) + LABEL_SPACE } else { 0.0 };
        let inside = x1 - x0 > label + LABEL_SPACE;
        Some(Self { item, x0, x1, label_end: if inside { x1 } else { x1 + label } })
    }

    /// Whether it may share a cluster and the last row.
    fn narrow(&self) -> bool {
        self.x1 - self.x0 <= CLUSTER_WIDTH - SPACE
    }
}

/// What is in a row so far.
#[derive(Clone, Copy)]
struct Row {
    end: f64,
    label_end: f64,
    last: Option<usize>,
}

/// A glyph in the making.
struct Draft {
    x0: f64,
    x1: f64,
    row: usize,
    /// The row as it was before.
    before: Row,
    narrow: bool,
    cluster: bool,
    item: u32,
    /// What else it shows, if it is a cluster.
    more: Vec<u32>,
    /// Whether it has gone into a cluster.
    gone: bool,
}

/// Packs one lane from left to right.
struct Packer {
    scale: f64,
    rows: Vec<Row>,
    drafts: Vec<Draft>,
}

impl Packer {
    fn new(scale: f64, rows: u16) -> Self {
        let empty = Row { end: f64::NEG_INFINITY, label_end: f64::NEG_INFINITY, last: None };
        Self { scale, rows: vec![empty; usize::from(rows)], drafts: Vec::new() }
    }

    /// Places an item; its left edge is not left of the one before.
    ///
    /// A bar never takes the last row, so there is always a row in which a narrow mark meets only narrow
    /// marks, and a cluster can be made of them.
    fn add(&mut self, spot: &Spot) {
        let open = self.drafts_in_the_way(spot.x0).find(|at| self.drafts[*at].cluster);
        if let (true, Some(cluster)) = (spot.narrow(), open) {
            return self.drafts[cluster].more.push(spot.item);
        }
        let usable = if spot.narrow() { self.rows.len() } else { self.rows.len() - 1 };
        if let Some(row) = self.free_row(usable, spot.x0) {
            return self.place(row, spot);
        }
        let last = self.rows.len() - 1;
        if self.rows[last].end + SPACE <= spot.x0 {
            self.place(last, spot);
            return self.make_cluster(last, &[]);
        }
        if let Some(cluster) = open {
            return self.drafts[cluster].more.push(spot.item);
        }
        self.gather(spot);
    }

    /// The last glyphs of the rows that leave no space at `x0`.
    fn drafts_in_the_way(&self, x0: f64) -> impl Iterator<Item = usize> {
        self.rows.iter().filter(move |row| row.end + SPACE > x0).filter_map(|row| row.last)
    }

    /// A row with space at `x0`: the first where no label is in the way, else the one whose label loses least.
    fn free_row(&self, usable: usize, x0: f64) -> Option<usize> {
        let rows = &self.rows[..usable];
        rows.iter().position(|row| row.label_end + SPACE <= x0).or_else(|| {
            let free = rows.iter().enumerate().filter(|(_, row)| row.end + SPACE <= x0);
            free.min_by(|(_, a), (_, b)| a.label_end.total_cmp(&b.label_end)).map(|(at, _)| at)
        })
    }

    fn place(&mut self, at: usize, spot: &Spot) {
        let (x0, x1, narrow) = (spot.x0, spot.x1, spot.narrow());
        let before = self.rows[at];
        self.rows[at] = Row { end: x1, label_end: spot.label_end, last: Some(self.drafts.len()) };
        let (item, more) = (spot.item, Vec::new());
        self.drafts.push(Draft { x0, x1, row: at, before, narrow, cluster: false, item, more, gone: false });
    }

    /// Makes a cluster of an item that has no space and the narrow marks in its way.
    fn gather(&mut self, spot: &Spot) {
        let mut group: Vec<usize> =
            self.drafts_in_the_way(spot.x0).filter(|at| self.drafts[*at].narrow).collect();
        group.sort_by(|a, b| self.drafts[*a].x0.total_cmp(&self.drafts[*b].x0).then(a.cmp(b)));
        if let Some((first, others)) = group.split_first() {
            let mut members = Vec::new();
            for at in others {
                let draft = &mut self.drafts[*at];
                self.rows[draft.row] = draft.before;
                draft.gone = true;
                members.push(draft.item);
            }
            members.push(spot.item);
            self.make_cluster(self.drafts[*first].row, &members);
        }
    }

    /// Makes the last glyph of a row a cluster with more members.
    fn make_cluster(&mut self, row: usize, more: &[u32]) {
        if let Some(at) = self.rows[row].last {
            let draft = &mut self.drafts[at];
            draft.cluster = true;
            draft.narrow = true;
            draft.x1 = draft.x0 + CLUSTER_WIDTH;
            draft.more.extend_from_slice(more);
            (self.rows[row].end, self.rows[row].label_end) = (draft.x1, draft.x1);
        }
    }

    fn finish(self) -> PackedLane {
        let mut lane = PackedLane::default();
        let mut drafts: Vec<Draft> = self.drafts.into_iter().filter(|draft| !draft.gone).collect();
        drafts.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        for draft in drafts {
            let start = lane.members.len() as u32;
            lane.members.push(draft.item);
            lane.members.extend(draft.more);
            lane.rows = lane.rows.max(draft.row as u16 + 1);
            lane.glyphs.push(Glyph {
                from: draft.x0 / self.scale,
                until: draft.x1 / self.scale,
                next: f64::INFINITY,
                row: draft.row as u16,
                cluster: draft.cluster,
                members: start..lane.members.len() as u32,
            });
        }
        let mut next = vec![f64::INFINITY; self.rows.len()];
        for glyph in lane.glyphs.iter_mut().rev() {
            glyph.next = std::mem::replace(&mut next[usize::from(glyph.row)], glyph.from);
        }
        let end = |block: &[Glyph]| block.iter().map(|glyph| glyph.until).fold(f64::NEG_INFINITY, f64::max);
        lane.block_ends = lane.glyphs.chunks(BLOCK).map(end).collect();
        lane
    }
}
