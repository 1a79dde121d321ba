//! How the card of the timeline is divided.

use eframe::egui::{Rect, pos2};

/// The names of lanes.
const NAMES: f32 = 120.0;
/// The two rows of the axis.
const AXIS: f32 = 46.0;
/// Between the lanes and the overview: "today" stands here.
const FOOT: f32 = 20.0;
const OVERVIEW: f32 = 26.0;
const MARGIN: f32 = 16.0;
/// The shelf of undated items.
const SHELF: f32 = 76.0;
/// Lanes grow to fill the card, from this height ...
const LOWEST_LANE: f32 = 46.0;
/// ... to this.
const HIGHEST_LANE: f32 = 126.0;
/// The least height of the card.
pub(super) const LEAST_HEIGHT: f32 = 2.0 * LOWEST_LANE + CHROME;
/// What is not lanes.
const CHROME: f32 = AXIS + FOOT + OVERVIEW + MARGIN;

/// The parts of the card.
#[derive(Debug, Clone, Copy)]
pub(super) struct Canvas {
    pub(super) card: Rect,
    /// Where the lanes are seen, right of their names.
    pub(super) plot: Rect,
    /// Above the plot.
    pub(super) axis: Rect,
    /// Right of the plot; of no width where nothing is undated.
    pub(super) shelf: Rect,
    /// The strip with the whole time.
    pub(super) overview: Rect,
    pub(super) lane_height: f32,
    lanes: usize,
}

impl Canvas {
    /// The height the card takes of the `room` there is.
    pub(super) fn height(lanes: usize, room: f32) -> f32 {
        (lanes.max(1) as f32 * HIGHEST_LANE + CHROME).min(room.max(LEAST_HEIGHT))
    }

    pub(super) fn new(card: Rect, lanes: usize, nothing_undated: bool) -> Self {
        let shelf = if nothing_undated { MARGIN } else { SHELF };
        let left = (card.left() + MARGIN + NAMES).round();
        let right = (card.right() - shelf).max(left + 1.0).round();
        let top = (card.top() + AXIS).round();
        let bottom = (card.bottom() - FOOT - OVERVIEW - MARGIN).max(top + LOWEST_LANE).round();
        let lane_height = ((bottom - top) / lanes.max(1) as f32).clamp(LOWEST_LANE, HIGHEST_LANE).floor();
        let strip = card.bottom() - MARGIN - OVERVIEW;
        Self {
            card,
            plot: Rect::from_min_max(pos2(left, top), pos2(right, bottom)),
            axis: Rect::from_min_max(pos2(left, card.top()), pos2(right, top)),
            shelf: Rect::from_min_max(
                pos2(if nothing_undated { card.right() } else { right }, card.top()),
                pos2(card.right(), bottom),
            ),
            overview: Rect::from_min_max(pos2(left, strip), pos2(card.right() - MARGIN, strip + OVERVIEW)),
            lane_height,
            lanes,
        }
    }

    /// How far the lanes can be scrolled.
    pub(super) fn hidden_height(&self) -> f32 {
        (self.lanes as f32 * self.lane_height - self.plot.height()).max(0.0)
    }

    /// The left edge of the names of lanes.
    pub(super) fn names_left(&self) -> f32 {
        self.card.left() + MARGIN
    }

    /// The width a name of a lane may have.
    pub(super) const fn names_width() -> f32 {
        NAMES - 12.0
    }
}
