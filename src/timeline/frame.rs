//! What one window of time shows, in pixels from the top left corner of the plot.

use std::sync::Arc;

use super::item::{Item, Reach};
use super::label::fit_words;
use super::layout::Layout;
use super::level::{CLUSTER_WIDTH, Glyph, LABEL_SPACE, Level, RADIUS};
use super::window::Window;

/// The height of a row of a lane, in pixels.
pub const ROW_HEIGHT: f32 = 20.0;
/// What is left free above and below the rows of a lane, in pixels.
const LANE_MARGIN: f32 = 3.0;
/// How far beside a mark a pointer still means it, in pixels.
const REACH: f32 = 4.0;
/// No typeface for reading is narrower on average, in pixels a byte of text.
const LEAST_LETTER: f32 = 2.0;
/// How far outside the plot a bar is still drawn, in pixels; hides its ends.
const OUTSIDE: f64 = 40.0;

/// The part of time and of the lanes that is shown, and how large.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plot {
    /// The time shown.
    pub window: Window,
    /// Width in pixels.
    pub width: f32,
    /// Height in pixels.
    pub height: f32,
    /// Height of each lane in pixels.
    pub lane_height: f32,
    /// How far the lanes are scrolled up, in pixels.
    pub scroll: f32,
}

/// Everything to draw for a plot. Indices of items are those of [`Layout::items`].
#[derive(Debug)]
pub struct Frame {
    /// The plot it is for.
    pub plot: Plot,
    /// Single items, lane by lane, left to right.
    pub marks: Vec<Mark>,
    /// Items that have no space of their own.
    pub clusters: Vec<Cluster>,
    pub(super) level: Arc<Level>,
}

/// One item.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Which item.
    pub item: u32,
    /// Its lane.
    pub lane: usize,
    /// Its row in the lane, from the top.
    pub row: u16,
    /// Its left edge; bars are cut some way outside the plot.
    pub x0: f32,
    /// Its right edge.
    pub x1: f32,
    /// The middle of its row.
    pub y: f32,
    /// How it is drawn.
    pub shape: Shape,
    /// Its words, where there is room.
    pub label: Option<Label>,
}

/// How a mark is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A known minute, or a day seen from afar: in the middle between its edges.
    Dot,
    /// A stretch of time from edge to edge.
    Bar,
    /// Some time before its right edge: open to the left.
    OpenLeft,
    /// Some time after its left edge: open to the right.
    OpenRight,
}

/// The words beside or in a mark.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// Where they start.
    pub x: f32,
    /// Four to eight words, or all of a shorter text.
    pub text: String,
    /// Whether they are inside a bar.
    pub inside: bool,
}

/// Several items in one place.
#[derive(Debug, Clone, PartialEq)]
pub struct Cluster {
    /// The lane.
    pub lane: usize,
    /// Its row in the lane, from the top.
    pub row: u16,
    /// Its left edge.
    pub x0: f32,
    /// Its right edge.
    pub x1: f32,
    /// The middle of its row.
    pub y: f32,
    /// Its items.
    pub items: Vec<u32>,
}

/// What is under a pointer: an index into the frame's marks or clusters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hit {
    /// A mark.
    Mark(usize),
    /// A cluster.
    Cluster(usize),
}

impl Plot {
    /// The top of a lane.
    #[must_use]
    pub fn lane_top(&self, lane: usize) -> f32 {
        lane as f32 * self.lane_height - self.scroll
    }

    /// How many rows a lane has: two at least.
    #[must_use]
    pub fn rows(&self) -> u16 {
        ((self.lane_height - 2.0 * LANE_MARGIN) / ROW_HEIGHT).clamp(2.0, 200.0) as u16
    }

    /// The middle of a row in a lane that uses `used` rows; the rows in use are in the middle of the lane.
    fn row_middle(&self, lane: usize, row: u16, used: u16) -> f32 {
        let height = ROW_HEIGHT.min((self.lane_height - 2.0 * LANE_MARGIN) / f32::from(used.max(1)));
        let offset = f32::from(row) - f32::from(used.saturating_sub(1)) / 2.0;
        self.lane_top(lane) + self.lane_height / 2.0 + offset * height
    }

    fn x_of(&self, day: f64) -> f64 {
        self.window.x_of(day, self.width)
    }
}

/// The width of words of an item's label, in pixels.
pub type Measure<'a> = dyn Fn(&Item, &str) -> f32 + 'a;

/// Places what the plot shows.
#[must_use]
pub fn lay_out(layout: &Layout, plot: Plot, measure: &Measure<'_>) -> Frame {
    let level = layout.level(plot.window.scale(plot.width), plot.rows());
    let mut frame = Frame { plot, marks: Vec::new(), clusters: Vec::new(), level: Arc::clone(&level) };
    for lane in 0..layout.lanes().len() {
        let top = plot.lane_top(lane);
        if top + plot.lane_height < 0.0 || top > plot.height {
            continue;
        }
        let Some(packed) = level.lane(lane) else { continue };
        let mut taken = vec![0.0_f32; usize::from(packed.rows)];
        for glyph in packed.between(plot.window.start, plot.window.end) {
            let y = plot.row_middle(lane, glyph.row, packed.rows);
            let items = packed.members(glyph);
            if glyph.cluster {
                frame.add_cluster(glyph, lane, y, items);
                let end = frame.clusters.last().map_or(0.0, |cluster| cluster.x1);
                taken[usize::from(glyph.row)] = end;
            } else if let Some(item) = items.first() {
                let left = &mut taken[usize::from(glyph.row)];
                *left = frame.add_mark(layout, glyph, lane, y, *item, *left, measure).unwrap_or(*left);
            }
        }
    }
    frame
}

impl Frame {
    fn add_cluster(&mut self, glyph: &Glyph, lane: usize, y: f32, items: &[u32]) {
        // Within its time it moves into view, so that it is not lost at an edge.
        let (from, until) = (self.plot.x_of(glyph.from), self.plot.x_of(glyph.until));
        let room = f64::from(self.plot.width) - CLUSTER_WIDTH;
        let x0 = f64::midpoint(from, until) - CLUSTER_WIDTH / 2.0;
        let x0 = x0.min(room).max(0.0).min(until - CLUSTER_WIDTH).max(from);
        let (x0, x1) = (x0 as f32, (x0 + CLUSTER_WIDTH) as f32);
        if x1 >= 0.0 && x0 <= self.plot.width {
            self.clusters.push(Cluster { lane, row: glyph.row, x0, x1, y, items: items.to_vec() });
        }
    }

    /// Adds an item to a row that is taken up to `taken`; gives up to where it is taken now.
    fn add_mark(
        &mut self,
        layout: &Layout,
        glyph: &Glyph,
        lane: usize,
        y: f32,
        item: u32,
        taken: f32,
        measure: &Measure<'_>,
    ) -> Option<f32> {
        let (shape, x0, x1) = self.place(layout, item)?;
        let next = self.plot.x_of(glyph.next).min(f64::from(self.plot.width)) as f32;
        let words = layout.item(item)?;
        let width = |text: &str| measure(words, text);
        // Most candidates are far too long; that shows without laying them out.
        let quick = |text: &str, room: f32| {
            if text.len() as f32 * LEAST_LETTER > room { f32::MAX } else { width(text) }
        };
        let fit = |room: f32| fit_words(&words.label, words.quoted, room, &|text| quick(text, room));
        let label = place_label((x0, x1), (taken, next), fit, &width);
        let end = label.as_ref().map_or(x1, |label| x1.max(label.x + width(&label.text)));
        self.marks.push(Mark { item, lane, row: glyph.row, x0, x1, y, shape, label });
        Some(end)
    }

    /// Where a dated item is in the plot; `None` if outside.
    pub(super) fn place(&self, layout: &Layout, item: u32) -> Option<(Shape, f32, f32)> {
        let shape = match layout.reach(item)? {
            Reach::Until(_) => Shape::OpenLeft,
            Reach::From(_) => Shape::OpenRight,
            Reach::Range(..) => Shape::Bar,
            Reach::Day(_) if self.level.days_are_bars() => Shape::Bar,
            Reach::Day(_) | Reach::Moment(_) => Shape::Dot,
        };
        let (x0, x1) = self.edges(layout, item)?;
        let width = f64::from(self.plot.width);
        (x1 >= 0.0 && x0 <= width).then(|| (shape, x0.max(-OUTSIDE) as f32, x1.min(width + OUTSIDE) as f32))
    }

    /// The edges of a dated item in pixels from the left edge of the plot, wherever they are.
    pub(super) fn edges(&self, layout: &Layout, item: u32) -> Option<(f64, f64)> {
        let scale = self.plot.window.scale(self.plot.width);
        let origin = self.plot.window.start * scale;
        let (x0, x1) = self.level.edges(layout, item, scale)?;
        Some((x0 - origin, x1 - origin))
    }

    /// The middle of the row that shows a dated item, wherever it is, and whether it is in a cluster.
    pub(super) fn row_of(&self, layout: &Layout, item: u32) -> Option<(f32, bool)> {
        let lane = layout.item(item)?.lane;
        let glyph = self.level.glyph_of(lane, item)?;
        Some((self.plot.row_middle(lane, glyph.row, self.level.lane(lane)?.rows), glyph.cluster))
    }

    /// The mark or cluster at a place: the one whose middle is nearest.
    #[must_use]
    pub fn hit(&self, x: f32, y: f32) -> Option<Hit> {
        let near = |x0: f32, x1: f32, middle: f32| {
            let inside = x >= x0 - REACH && x <= x1 + REACH && (y - middle).abs() <= ROW_HEIGHT / 2.0;
            inside.then(|| (x - x.clamp(x0, x1)).abs() + (y - middle).abs())
        };
        let marks = self.marks.iter().enumerate().filter_map(|(at, mark)| {
            let end = mark.label.as_ref().map_or(mark.x1, |label| mark.x1.max(label.x));
            near(mark.x0, end, mark.y).map(|distance| (distance, Hit::Mark(at)))
        });
        let clusters = self.clusters.iter().enumerate().filter_map(|(at, cluster)| {
            near(cluster.x0, cluster.x1, cluster.y).map(|distance| (distance, Hit::Cluster(at)))
        });
        marks.chain(clusters).min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, hit)| hit)
    }
}

/// Puts the words inside the bar if they fit, else between it and what is next, else between what is before and it.
fn place_label(
    (x0, x1): (f32, f32),
    (taken, next): (f32, f32),
    fit: impl Fn(f32) -> Option<String>,
    width: &dyn Fn(&str) -> f32,
) -> Option<Label> {
    const LEAST: f32 = 4.0 * RADIUS as f32;
    let space = LABEL_SPACE as f32;
    let words = |room: f32| if room > LEAST { fit(room) } else { None };
    let inside = x0.max(0.0) + space;
    let beside = x1 + space;
    let (room_inside, room_beside) = (x1.min(next) - space - inside, next - space - beside);
    if room_inside >= room_beside
        && let Some(text) = words(room_inside)
    {
        return Some(Label { x: inside, text, inside: true });
    }
    if let Some(text) = words(room_beside) {
        return Some(Label { x: beside, text, inside: false });
    }
    let text = words(x0 - space - (taken + space))?;
    Some(Label { x: x0 - space - width(&text), text, inside: false })
}
