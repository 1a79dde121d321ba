//! The names of the lanes and the rules between them.

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{Align2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2};

use super::Scene;
use super::canvas::Canvas;
use crate::ui::theme::{Type, palette};

/// Draws what shows of the lanes, left of the plot and between them.
pub(super) fn draw(ui: &Ui, scene: &Scene<'_>) {
    let p = palette(ui);
    let canvas = scene.canvas;
    let area = Rect::from_x_y_ranges(canvas.card.x_range(), canvas.plot.y_range());
    let painter = ui.painter_at(area);
    for (at, lane) in scene.data.layout.lanes().iter().enumerate() {
        let top = canvas.plot.top() + scene.frame.plot.lane_top(at);
        let bottom = top + canvas.lane_height;
        if bottom < area.top() || top > area.bottom() {
            continue;
        }
        painter.hline(canvas.card.left() + 1.0..=canvas.card.right() - 1.0, bottom, Stroke::new(1.0, p.rule));
        let mut job = LayoutJob::simple_singleline(lane.name.clone(), Type::TableStrong.font(), p.ink);
        job.wrap = TextWrapping { max_width: Canvas::names_width(), max_rows: 2, ..TextWrapping::default() };
        let name = painter.layout_job(job);
        let middle = pos2(canvas.names_left(), f32::midpoint(top, bottom));
        let place = Align2::LEFT_CENTER.anchor_size(middle, name.size());
        let cut = name.elided;
        let response = ui.interact(place.intersect(area), ui.scope_id().with(("lane", at)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &lane.name));
        painter.galley(place.min.round(), name, p.ink);
        if cut {
            response.on_hover_text(&lane.name);
        }
    }
    thumb(ui, scene);
    painter.hline(
        canvas.card.left() + 1.0..=canvas.card.right() - 1.0,
        area.bottom() - 0.5,
        Stroke::new(1.0, p.rule),
    );
}

/// Where not all lanes show: what part of them does, at the left edge of the card.
fn thumb(ui: &Ui, scene: &Scene<'_>) {
    let (plot, hidden) = (scene.canvas.plot, scene.canvas.hidden_height());
    if hidden <= 0.0 {
        return;
    }
    let whole = plot.height() + hidden;
    let top = plot.top() + scene.frame.plot.scroll / whole * plot.height();
    let left = scene.canvas.card.left() + 4.0;
    let thumb = Rect::from_x_y_ranges(left..=left + 4.0, top..=top + plot.height() / whole * plot.height());
    ui.painter().rect_filled(thumb, 2, palette(ui).outline.gamma_multiply(0.6));
}
