//! Replies as arrows from statement to statement.

use super::frame::{Frame, ROW_HEIGHT, Shape};
use super::item::Reach;
use super::layout::Layout;
use crate::domain::id::Id;

/// The length of a stub, in pixels.
const STUB: f32 = 28.0;

/// A place in the plot, in pixels from its top left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f32,
    /// From the top.
    pub y: f32,
}

/// One reply, drawn as a curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Arrow {
    /// Which of the given pairs it is.
    pub pair: usize,
    /// Where it starts.
    pub from: Point,
    /// Where its head is.
    pub to: Point,
    /// Whether both its ends show.
    pub course: Course,
}

/// How much of a reply shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Course {
    /// Both ends.
    Whole,
    /// Only its start: a stub that points to where its end is.
    Leaves,
    /// Only its end: a stub that comes from where its start is.
    Arrives,
}

/// An end of an arrow.
struct End {
    x0: f64,
    x1: f64,
    y: f32,
    shows: bool,
}

impl Frame {
    /// The arrows of replies, given as pairs of the earlier statement and the one that answers it. Pairs
    /// without a date, or of which neither end shows, are left out.
    #[must_use]
    pub fn arrows(&self, layout: &Layout, pairs: &[(Id, Id)]) -> Vec<Arrow> {
        pairs.iter().enumerate().filter_map(|(pair, ends)| self.arrow(layout, pair, *ends)).collect()
    }

    fn arrow(&self, layout: &Layout, pair: usize, (from, to): (Id, Id)) -> Option<Arrow> {
        let (from, to) = (self.end(layout, from)?, self.end(layout, to)?);
        let forward = from.x0 + from.x1 <= to.x0 + to.x1;
        let (leave, arrive) = if forward { (from.x1, to.x0) } else { (from.x0, to.x1) };
        let side = if forward { STUB } else { -STUB };
        let start = Point { x: leave as f32, y: from.y };
        let head = Point { x: arrive as f32, y: to.y };
        let slant = |from: f32, to: f32| (to - from).clamp(-ROW_HEIGHT, ROW_HEIGHT) / 2.0;
        Some(match (from.shows, to.shows) {
            (true, true) => Arrow { pair, from: start, to: head, course: Course::Whole },
            (true, false) => {
                let to = Point { x: start.x + side, y: start.y + slant(start.y, head.y) };
                Arrow { pair, from: start, to, course: Course::Leaves }
            }
            (false, true) => {
                let from = Point { x: head.x - side, y: head.y + slant(head.y, start.y) };
                Arrow { pair, from, to: head, course: Course::Arrives }
            }
            (false, false) => return None,
        })
    }

    fn end(&self, layout: &Layout, id: Id) -> Option<End> {
        let item = layout.index_of(id)?;
        let reach = layout.reach(item)?;
        let y = self.row_of(layout, item)?;
        let (x0, x1) = self.ends(reach);
        let within = x1 >= 0.0 && x0 <= f64::from(self.plot.width);
        Some(End { x0, x1, y, shows: within && y >= 0.0 && y <= self.plot.height })
    }

    /// The edges an arrow may touch: those of a bar are brought to the part of it that shows.
    fn ends(&self, reach: Reach) -> (f64, f64) {
        let (x0, x1) = self.edges(reach);
        match self.place(reach) {
            Some((Shape::Bar, ..)) => (x0.max(0.0), x1.min(f64::from(self.plot.width))),
            _ => (x0, x1),
        }
    }
}
