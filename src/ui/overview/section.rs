//! The sections of the overview: a heading that opens the whole list, and lines that open a record.

use eframe::egui::{CursorIcon, Link, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::text::number;
use crate::ui::theme::{Type, palette, size};

/// Adds a heading with a count; gives whether it was pressed, to open the whole list.
pub(super) fn heading_ui(ui: &mut Ui, words: &str, count: usize) -> bool {
    ui.add_space(size::GAP);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let colour = palette(ui).ink;
        let link = ui.add(Link::new(Type::TableStrong.text(words).color(colour)));
        ui.label(Type::Label.muted(ui, number(count as i64)));
        link.on_hover_cursor(CursorIcon::PointingHand).clicked()
    })
    .inner
}

/// Adds a line of one row that opens something; `paint` draws it and says whether it had to cut `whole`, which then
/// shows on hover.
pub(super) fn line_ui(
    ui: &mut Ui,
    name: &str,
    chosen: bool,
    whole: &str,
    paint: impl FnOnce(&Ui, Rect) -> bool,
) -> Response {
    let p = palette(ui);
    let (rect, mut response) = ui.allocate_exact_size(vec2(ui.available_width(), size::ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, name));
    if ui.is_rect_visible(rect) {
        if chosen || response.hovered() {
            let fill = if chosen { p.selection } else { p.hover };
            ui.painter().rect_filled(rect, size::RADIUS_CONTROL, fill);
        }
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, p.rule));
        if response.has_focus() {
            let ring = Stroke::new(size::FOCUS, p.accent);
            ui.painter().rect_stroke(rect, size::RADIUS_CONTROL, ring, StrokeKind::Inside);
        }
        if paint(ui, rect) {
            response = response.on_hover_text(whole);
        }
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}
