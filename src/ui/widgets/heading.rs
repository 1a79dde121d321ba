//! Titles, section headings, rules and cards.

use eframe::egui::{Frame, Label, Margin, Rect, Response, Sense, Stroke, Ui, vec2};

use crate::ui::theme::{Type, palette, size};

/// Adds the title of a screen.
pub fn screen_title(ui: &mut Ui, title: &str) -> Response {
    ui.add(Label::new(Type::Title.text(title)).truncate())
}

/// Adds the heading of a section: small, medium, muted.
pub fn section_heading(ui: &mut Ui, heading: &str) -> Response {
    ui.label(Type::LabelMedium.muted(ui, heading))
}

/// Adds a one-pixel rule across the width.
pub fn rule(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().rect_filled(
        Rect::from_min_size(rect.min.round(), vec2(rect.width(), 1.0)),
        0,
        palette(ui).rule,
    );
}

/// Puts content on a card.
pub fn card<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let p = palette(ui);
    Frame::new()
        .fill(p.card)
        .stroke(Stroke::new(1.0, p.rule))
        .corner_radius(size::RADIUS_CARD)
        .inner_margin(Margin::same(16))
        .show(ui, |ui| ui.vertical(content).inner)
        .inner
}
