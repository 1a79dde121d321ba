//! Chips: those that change the view (outlined, open a list) and those that filter (filled, with a ×).

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    Align2, CursorIcon, Key, Modifiers, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::{Icon, focus_ring};
use crate::text::t_with;
use crate::ui::theme::{Type, palette, size};

const PADDING: f32 = 10.0;
const CROSS: f32 = 10.0;
/// Beside the words of a chip: padding, and the × with its gap.
const AROUND: f32 = 2.0 * PADDING + 6.0 + CROSS;

/// Adds a chip that changes what the view shows; a click is to open its list of choices.
pub fn view_chip(ui: &mut Ui, label: &str) -> Response {
    let p = palette(ui);
    let words = ui.painter().layout_no_wrap(label.to_owned(), Type::Table.font(), p.ink);
    let width = (words.size().x + 2.0 * PADDING + 6.0 + CROSS).ceil();
    let (rect, response) = ui.allocate_exact_size(vec2(width, size::CHIP), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, label));
    if ui.is_rect_visible(rect) {
        let fill = if response.hovered() { p.hover } else { p.card };
        let edge = Stroke::new(1.0, if response.hovered() { p.outline } else { p.rule });
        ui.painter().rect(rect, size::RADIUS_CHIP, fill, edge, StrokeKind::Inside);
        let at = Align2::LEFT_CENTER.anchor_size(pos2(rect.left() + PADDING, rect.center().y), words.size());
        ui.painter().galley(at.min.round(), words, p.ink);
        Icon::ChevronDown.paint(ui.painter(), end_of(rect), p.muted);
        focus_ring(ui, &response, rect, size::RADIUS_CHIP);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// What a person did to a filter chip.
#[derive(Debug)]
pub struct FilterChip {
    /// The chip itself: a click is to change its value.
    pub response: Response,
    /// Whether the filter is to go: × pressed, or Delete or Backspace while the chip has the focus.
    pub removed: bool,
}

/// How wide the chip of this filter is where there is room for all of it.
pub fn filter_chip_width(ui: &Ui, label: &str) -> f32 {
    let words = ui.painter().layout_no_wrap(label.to_owned(), Type::Table.font(), palette(ui).accent);
    (words.size().x + AROUND).ceil()
}

/// Adds a chip for a filter in force, such as `speaker: Harbor Line`.
pub fn filter_chip(ui: &mut Ui, label: &str) -> FilterChip {
    let most = ui.max_rect().width();
    removable_chip(ui, label, &t_with("filter-remove", &[("filter", label.into())]), most, Sense::click())
}

/// Adds a filled chip, at most so wide, with a × whose tooltip and accessible name is `remove`. A label that is cut
/// shows whole on hover.
pub(super) fn removable_chip(ui: &mut Ui, label: &str, remove: &str, most: f32, sense: Sense) -> FilterChip {
    let p = palette(ui);
    let mut job = LayoutJob::simple_singleline(label.to_owned(), Type::Table.font(), p.accent);
    job.wrap = TextWrapping::truncate_at_width((most - AROUND).max(0.0));
    let words = ui.painter().layout_job(job);
    let cut = words.elided;
    let width = (words.size().x + AROUND).ceil();
    let (rect, response) = ui.allocate_exact_size(vec2(width, size::CHIP), sense);
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, label));

    let cross_rect = Rect::from_min_max(pos2(rect.right() - CROSS - PADDING - 3.0, rect.top()), rect.max);
    // Not for Tab to stop at: on the chip itself Delete does the same.
    let cross = ui.interact(cross_rect, response.id.with("remove"), Sense::CLICK);
    cross.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, remove));

    if ui.is_rect_visible(rect) {
        ui.painter().rect(
            rect,
            size::RADIUS_CHIP,
            p.selection,
            Stroke::new(1.0, p.accent),
            StrokeKind::Inside,
        );
        let at = Align2::LEFT_CENTER.anchor_size(pos2(rect.left() + PADDING, rect.center().y), words.size());
        ui.painter().galley(at.min.round(), words, p.accent);
        let place = end_of(rect);
        if cross.hovered() {
            ui.painter().circle_filled(place.center(), CROSS * 0.8, p.card);
        }
        Icon::Close.paint(ui.painter(), place, if cross.hovered() { p.ink } else { p.accent });
        focus_ring(ui, &response, rect, size::RADIUS_CHIP);
    }
    let by_key = response.has_focus()
        && ui.input_mut(|input| {
            input.consume_key(Modifiers::NONE, Key::Delete)
                || input.consume_key(Modifiers::NONE, Key::Backspace)
        });
    let removed = cross.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(remove).clicked() || by_key;
    let response = if cut { response.on_hover_text(label) } else { response };
    FilterChip { response: response.on_hover_cursor(CursorIcon::PointingHand), removed }
}

/// Where the sign at the end of a chip goes.
fn end_of(chip: Rect) -> Rect {
    Rect::from_center_size(pos2(chip.right() - PADDING - CROSS / 2.0, chip.center().y), Vec2::splat(CROSS))
}
