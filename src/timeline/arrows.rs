//! Replies as arrows from statement to statement.

use super::frame::{Frame, ROW_HEIGHT, Shape};
use super::layout::Layout;
use crate::domain::id::Id;

/// The length of a stub, in pixels.
const STUB: f32 = 28.0;
/// How far left of a mark an arrow must start to come from the left, in pixels.
const ROOM: f32 = 16.0;

/// A place in the plot, in pixels from its top left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f32,
    /// From the top.
    pub y: f32,
}

/// One reply, drawn as a curve. It leaves a mark from its middle upwards or downwards, as words may stand to
/// the right of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Arrow {
    /// Which of the given pairs it is.
    pub pair: usize,
    /// The middle of the mark it leaves, or where the stub begins.
    pub from: Point,
    /// Where its head is: the left edge of a mark if `sideways`, else its middle.
    pub to: Point,
    /// Whether it comes from the left; else from above or below.
    pub sideways: bool,
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
    left: f64,
    middle: f64,
    y: f32,
    shows: bool,
    clustered: bool,
}

impl Frame {
    /// The arrows of replies, given as pairs of the earlier statement and the one that answers it. Pairs
    /// without a date, of which neither end shows, or of which both are in clusters, are left out.
    #[must_use]
    pub fn arrows(&self, layout: &Layout, pairs: &[(Id, Id)]) -> Vec<Arrow> {
        pairs.iter().enumerate().filter_map(|(pair, ends)| self.arrow(layout, pair, *ends)).collect()
    }

    fn arrow(&self, layout: &Layout, pair: usize, (from, to): (Id, Id)) -> Option<Arrow> {
        let (from, to) = (self.end(layout, from)?, self.end(layout, to)?);
        if from.clustered && to.clustered {
            return None;
        }
        let point = |x: f64, y: f32| Point { x: x as f32, y };
        let slant = |from: f32, to: f32| if to > from { ROW_HEIGHT / 2.0 } else { -ROW_HEIGHT / 2.0 };
        let sideways = to.left - from.middle >= f64::from(ROOM);
        let head = point(if sideways { to.left } else { to.middle }, to.y);
        let (start, head, course) = match (from.shows, to.shows) {
            (true, true) => (point(from.middle, from.y), head, Course::Whole),
            (true, false) => {
                let start = point(from.middle, from.y);
                let side = if to.middle >= from.middle { STUB } else { -STUB };
                (start, Point { x: start.x + side, y: start.y + slant(from.y, to.y) }, Course::Leaves)
            }
            (false, true) => {
                let side = if to.middle >= from.middle { -STUB } else { STUB };
                (Point { x: head.x + side, y: head.y + slant(to.y, from.y) }, head, Course::Arrives)
            }
            (false, false) => return None,
        };
        Some(Arrow { pair, from: start, to: head, sideways: sideways || course != Course::Whole, course })
    }

    fn end(&self, layout: &Layout, id: Id) -> Option<End> {
        let item = layout.index_of(id)?;
        let (y, clustered) = self.row_of(layout, item)?;
        let (x0, x1) = self.ends(layout, item)?;
        let shows = x1 >= 0.0 && x0 <= f64::from(self.plot.width) && y >= 0.0 && y <= self.plot.height;
        Some(End { left: x0, middle: f64::midpoint(x0, x1), y, shows, clustered })
    }

    /// The edges an arrow may touch: those of a bar are brought to the part of it that shows.
    fn ends(&self, layout: &Layout, item: u32) -> Option<(f64, f64)> {
        let (x0, x1) = self.edges(layout, item)?;
        Some(match self.place(layout, item) {
            Some((Shape::Bar, ..)) => (x0.max(0.0), x1.min(f64::from(self.plot.width))),
            _ => (x0, x1),
        })
    }
}
