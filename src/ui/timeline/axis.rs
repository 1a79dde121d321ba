//! The axis above the lanes, its lines through them, and today.

use eframe::egui::{Align2, Color32, Rect, Stroke, Ui, pos2};

use super::Scene;
use crate::text::{t, t_with};
use crate::timeline::{Names, TICK_INSET, ticks};
use crate::ui::theme::{Type, palette};

/// From the top of the axis to the middle of the row of major ticks.
const MAJOR: f32 = 14.0;
/// From the top of the axis to the middle of the row of minor ticks.
const MINOR: f32 = 33.0;

/// Dates on the axis, in the words of the window.
pub(super) struct AxisNames;

impl Names for AxisNames {
    fn year(&self, year: i64) -> String {
        if year > 0 {
            year.to_string()
        } else {
            t_with("timeline-year-bc", &[("year", (1 - year).to_string().into())])
        }
    }

    fn month(&self, month: u8) -> String {
        let at = usize::from(month).saturating_sub(1);
        t("timeline-months").split_whitespace().nth(at).unwrap_or_default().to_owned()
    }

    fn month_of_year(&self, year: i64, month: u8) -> String {
        let (month, year) = (self.month(month), self.year(year));
        t_with("timeline-month-of-year", &[("month", month.into()), ("year", year.into())])
    }

    fn day(&self, year: i64, month: u8, day: u8) -> String {
        let month = self.month_of_year(year, month);
        t_with("timeline-day-of-month", &[("day", day.to_string().into()), ("month", month.into())])
    }
}

/// Draws the ticks, with their lines through the lanes.
pub(super) fn draw(ui: &Ui, scene: &Scene<'_>) {
    let p = palette(ui);
    let painter = ui.painter();
    let (axis, plot) = (scene.canvas.axis, scene.canvas.plot);
    let font = |major: bool| if major { Type::LabelMedium } else { Type::Label }.font();
    let measure =
        |text: &str| painter.layout_no_wrap(text.to_owned(), font(true), Color32::PLACEHOLDER).size().x;
    let window = scene.frame.plot.window;
    for tick in ticks(window, plot.width(), &AxisNames, &measure) {
        let x = painter.round_to_pixel_center(plot.left() + window.x_of(tick.day, plot.width()) as f32);
        let held = tick.day <= window.start;
        if !held && x < plot.right() {
            let colour = if tick.major { p.outline.gamma_multiply(0.55) } else { p.rule };
            let top = axis.top() + if tick.major { MAJOR - 7.0 } else { MINOR - 7.0 };
            painter.vline(x, top..=plot.bottom(), Stroke::new(1.0, colour));
        }
        let words = painter.layout_no_wrap(tick.label, font(tick.major), Color32::PLACEHOLDER);
        let left = x + if held { 0.0 } else { TICK_INSET as f32 };
        if left + words.size().x <= plot.right() {
            let y = axis.top() + if tick.major { MAJOR } else { MINOR };
            let at = Align2::LEFT_CENTER.anchor_size(pos2(left, y), words.size()).min.round();
            painter.galley(at, words, if tick.major { p.ink } else { p.muted });
        }
    }
    painter.hline(
        scene.canvas.card.left() + 1.0..=scene.canvas.shelf.right() - 1.0,
        plot.top(),
        Stroke::new(1.0, p.rule),
    );
}

/// Draws today's line, with its word below the lanes, beside the line.
pub(super) fn draw_today(ui: &Ui, scene: &Scene<'_>) {
    let p = palette(ui);
    let plot = scene.canvas.plot;
    let today = scene.data.today as f64 + 0.5;
    let x = plot.left() + scene.frame.plot.window.x_of(today, plot.width()) as f32;
    if !plot.x_range().contains(x) {
        return;
    }
    let painter = ui.painter();
    let foot = plot.bottom() + 17.0;
    painter.vline(x, plot.top() - 6.0..=foot, Stroke::new(1.5, p.contradicted));
    let words =
        painter.layout_no_wrap(t("timeline-today").to_owned(), Type::LabelMedium.font(), p.contradicted);
    let left = if x + 6.0 + words.size().x < plot.right() { x + 6.0 } else { x - 6.0 - words.size().x };
    let rect = Rect::from_min_size(pos2(left, plot.bottom() + 3.0), words.size());
    painter.galley(rect.min.round(), words, p.contradicted);
}
