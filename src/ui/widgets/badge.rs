//! Small signs with a meaning: sides, checks, counts. Colour is never the only sign.

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{Align2, Color32, Rect, Response, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::domain::kind::CheckStatus;
use crate::text::{Worded, number};
use crate::ui::theme::{Type, palette, size};

/// Draws a dot, filled or hollow, around `center`.
pub fn dot(ui: &Ui, center: eframe::egui::Pos2, colour: Color32, filled: bool) {
    if filled {
        ui.painter().circle_filled(center, size::DOT / 2.0, colour);
    } else {
        ui.painter().circle_stroke(center, size::DOT / 2.0 - 0.75, Stroke::new(1.5, colour));
    }
}

/// Adds the dot of a side (counted from 0); `name` is the side's name, said on hover and to assistive technology.
pub fn side_dot(ui: &mut Ui, side: usize, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size::DOT + 4.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    dot(ui, rect.center(), palette(ui).side(side), true);
    response.on_hover_text(name)
}

/// Adds a check as dot and word; hollow while nothing has been checked.
pub fn check_badge(ui: &mut Ui, status: CheckStatus) -> Response {
    let p = palette(ui);
    let word = status.word();
    let mut job = LayoutJob::simple_singleline(word.to_owned(), Type::Table.font(), p.ink);
    job.wrap = TextWrapping::truncate_at_width(room_for_words(ui));
    let words = ui.painter().layout_job(job);
    let cut = words.elided;
    let width = size::DOT + 8.0 + words.size().x;
    let (rect, response) = ui.allocate_exact_size(vec2(width, words.size().y.max(size::DOT)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, word));
    let hollow = status == CheckStatus::NotChecked;
    dot(ui, pos2(rect.left() + size::DOT / 2.0, rect.center().y), p.check(status), !hollow);
    let at =
        Align2::LEFT_CENTER.anchor_size(pos2(rect.left() + size::DOT + 8.0, rect.center().y), words.size());
    let ink = if hollow { p.muted } else { p.ink };
    ui.painter().galley_with_override_text_color(at.min.round(), words, ink);
    if cut { response.on_hover_text(word) } else { response }
}

/// In a table the words are cut at the edge of the cell; in a line that wraps they have all the room.
fn room_for_words(ui: &Ui) -> f32 {
    if ui.layout().main_wrap() { f32::INFINITY } else { ui.available_width() - size::DOT - 8.0 }
}

/// Adds a count in a pill; `name` says of what, to assistive technology and on hover.
pub fn count_badge(ui: &mut Ui, count: i64, name: &str) -> Response {
    let p = palette(ui);
    let words = ui.painter().layout_no_wrap(number(count), Type::LabelMedium.font(), p.accent);
    let wanted = vec2((words.size().x + 14.0).max(22.0).ceil(), 20.0);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name} {}", number(count))));
    let pill = Rect::from_center_size(rect.center(), wanted);
    ui.painter().rect_filled(pill, 10, p.selection);
    let at = Align2::CENTER_CENTER.anchor_size(pill.center(), words.size());
    ui.painter().galley(at.min.round(), words, p.accent);
    response.on_hover_text(name)
}
