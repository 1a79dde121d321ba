//! The window of time that is shown, and how it moves.

use super::calendar::{FIRST_DAY, LAST_DAY};

/// The stretch of time shown, in days from 1970-01-01; `start < end`, both within the years -9999 to 9999.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// Its left edge.
    pub start: f64,
    /// Its right edge.
    pub end: f64,
}

impl Window {
    /// The shortest stretch shown: two hours.
    pub const SHORTEST: f64 = 2.0 / 24.0;

    /// A window from its edges, brought into the limits.
    #[must_use]
    pub fn new(start: f64, end: f64) -> Self {
        let (first, last) = (FIRST_DAY as f64, LAST_DAY as f64 + 1.0);
        let start = if start.is_nan() { 0.0 } else { start.clamp(first, last) };
        let end = if end.is_nan() { start } else { end.clamp(first, last) };
        let (start, end) = (start.min(end), start.max(end));
        let span = (end - start).clamp(Self::SHORTEST, last - first);
        let start = (f64::midpoint(start, end) - span / 2.0).clamp(first, last - span);
        Self { start, end: start + span }
    }

    /// A window that shows the days `first..last` with a margin on both sides.
    #[must_use]
    pub fn fit(first: f64, last: f64) -> Self {
        let margin = ((last - first) * 0.06).max(1.0);
        Self::new(first - margin, last + margin)
    }

    /// How many days it shows.
    #[must_use]
    pub fn span(self) -> f64 {
        self.end - self.start
    }

    /// Pixels a day, where the plot is `width` wide.
    #[must_use]
    pub fn scale(self, width: f32) -> f64 {
        f64::from(width.max(1.0)) / self.span()
    }

    /// Where a day is, in pixels from the left edge of a plot `width` wide.
    #[must_use]
    pub fn x_of(self, day: f64, width: f32) -> f64 {
        (day - self.start) * self.scale(width)
    }

    /// The day at `x` pixels from the left edge of a plot `width` wide.
    #[must_use]
    pub fn day_at(self, x: f64, width: f32) -> f64 {
        self.start + x / self.scale(width)
    }

    /// Shows `1 / factor` of its span, keeping the day at `fraction` of its width (0 left, 1 right) in place.
    #[must_use]
    pub fn zoom(self, factor: f64, fraction: f64) -> Self {
        if !factor.is_finite() || factor <= 0.0 || !fraction.is_finite() {
            return self;
        }
        let limit = (LAST_DAY - FIRST_DAY) as f64;
        let span = (self.span() / factor).clamp(Self::SHORTEST, limit);
        let at = self.start + self.span() * fraction;
        let start = at - span * fraction;
        Self::held(start, span)
    }

    /// Moves by a part of its own span; negative goes back in time.
    #[must_use]
    pub fn pan(self, fraction: f64) -> Self {
        let step = self.span() * fraction;
        if step.is_finite() { Self::held(self.start + step, self.span()) } else { self }
    }

    /// Moves so that `day` is in the middle.
    #[must_use]
    pub fn centred(self, day: f64) -> Self {
        if day.is_finite() { Self::held(day - self.span() / 2.0, self.span()) } else { self }
    }

    /// The window on its way to `to`, `part` of the way (0 to 1), even to the eye at any zoom.
    #[must_use]
    pub fn towards(self, to: Self, part: f64) -> Self {
        let part = part.clamp(0.0, 1.0);
        let span = (self.span().ln() * (1.0 - part) + to.span().ln() * part).exp();
        let (from, until) = (self.span(), to.span());
        // The share of the way that keeps a point at rest while the span changes geometrically.
        let share = if (until - from).abs() > from * 1e-6 { (span - from) / (until - from) } else { part };
        let middle = |w: Self| f64::midpoint(w.start, w.end);
        let centre = middle(self) + (middle(to) - middle(self)) * share;
        Self::new(centre - span / 2.0, centre + span / 2.0)
    }

    /// A window of a known span moved into the limits.
    fn held(start: f64, span: f64) -> Self {
        let start = start.clamp(FIRST_DAY as f64, LAST_DAY as f64 + 1.0 - span);
        Self { start, end: start + span }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn limits_hold_from_millennia_to_hours() {
        let all = Window::new(f64::NEG_INFINITY, f64::INFINITY);
        assert_eq!((all.start, all.end), (FIRST_DAY as f64, LAST_DAY as f64 + 1.0));
        let close = Window::new(5.0, 5.0);
        assert!((close.span() - Window::SHORTEST).abs() < 1e-9);
        assert_eq!(Window::new(f64::NAN, f64::NAN).span(), Window::SHORTEST);
    }

    #[test]
    fn a_move_to_another_window_ends_there() {
        let (a, b) = (Window::new(0.0, 100.0), Window::new(40.0, 50.0));
        let end = a.towards(b, 1.0);
        assert!((end.start - b.start).abs() < 1e-6 && (end.end - b.end).abs() < 1e-6);
        let half = a.towards(b, 0.5);
        assert!(half.span() < a.span() && half.span() > b.span());
    }

    proptest! {
        #[test]
        fn the_day_under_the_pointer_stays(
            start in -100_000.0..100_000.0f64, span in 1.0..10_000.0f64,
            factor in 0.5..2.0f64, fraction in 0.0..1.0f64,
        ) {
            let before = Window::new(start, start + span);
            let after = before.zoom(factor, fraction);
            let at = |w: Window| w.start + w.span() * fraction;
            prop_assert!((at(before) - at(after)).abs() < 1e-6 * (1.0 + at(before).abs()));
        }

        #[test]
        fn any_move_stays_within_the_limits(
            a in proptest::num::f64::ANY, b in proptest::num::f64::ANY,
            factor in proptest::num::f64::ANY, fraction in proptest::num::f64::ANY,
        ) {
            for w in [Window::new(a, b), Window::new(a, b).zoom(factor, 0.5), Window::new(a, b).pan(fraction)] {
                prop_assert!(w.start < w.end && w.start >= FIRST_DAY as f64 && w.end <= LAST_DAY as f64 + 1.001);
            }
        }
    }
}
