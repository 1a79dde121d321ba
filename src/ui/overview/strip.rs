//! When things were said and happened, as a strip of bars that opens the timeline.

use eframe::egui::{Align2, CursorIcon, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::digest::Times;
use crate::domain::date::Edtf;
use crate::text::t;
use crate::ui::theme::{Type, palette, size};

const HEIGHT: f32 = 76.0;
/// Room for the days at both ends.
const FOOT: f32 = 22.0;
/// One bar and the gap after it.
const STEP: f32 = 7.0;

/// Draws the strip; gives whether it was pressed.
pub(super) fn strip_ui(ui: &mut Ui, times: &Times, today: i64) -> bool {
    let p = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, t("overview-open-timeline")));
    if !ui.is_rect_visible(rect) {
        return response.clicked();
    }
    let edge = if response.has_focus() {
        Stroke::new(size::FOCUS, p.accent)
    } else {
        Stroke::new(1.0, if response.hovered() { p.outline } else { p.rule })
    };
    ui.painter().rect(rect, size::RADIUS_CARD, p.card, edge, StrokeKind::Inside);
    let plot = Rect::from_min_max(rect.min + vec2(14.0, 10.0), rect.max - vec2(14.0, FOOT));
    let bins = (plot.width() / STEP).floor().max(1.0);
    let counts = times.layout.overview(times.window, bins as usize);
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let step = plot.width() / bins;
    for (n, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let height = (plot.height() * (*count as f32 / most as f32)).max(3.0);
        let left = plot.left() + n as f32 * step;
        let bar =
            Rect::from_min_max(pos2(left, plot.bottom() - height), pos2(left + step - 2.0, plot.bottom()));
        ui.painter().rect_filled(bar, 1, p.accent.gamma_multiply(0.75));
    }
    ui.painter().hline(plot.x_range(), plot.bottom() + 0.5, (1.0, p.rule));
    let x = times.window.x_of(today as f64 + 0.5, plot.width()) as f32;
    if (0.0..=plot.width()).contains(&x) {
        ui.painter().vline(plot.left() + x, plot.y_range(), (1.5, p.contradicted));
    }
    let ends = [
        (times.window.start.ceil() as i64, Align2::LEFT_CENTER, plot.left()),
        (times.window.end.floor() as i64, Align2::RIGHT_CENTER, plot.right()),
    ];
    for (day, align, x) in ends {
        let at = pos2(x, rect.bottom() - FOOT / 2.0);
        ui.painter().text(at, align, Edtf::day(day).words(), Type::Label.font(), p.muted);
    }
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(t("overview-open-timeline")).clicked()
}
