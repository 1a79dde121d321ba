//! Buttons of three weights, and buttons with an icon only.

use eframe::egui::{
    Align2, Color32, CursorIcon, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, Widget,
    WidgetInfo, pos2, vec2,
};

use super::{Icon, focus_ring};
use crate::ui::theme::{Type, palette, size};

/// How much a button asks to be pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Weight {
    Primary,
    Secondary,
    Quiet,
}

/// A button with words.
#[must_use = "add it to a Ui"]
pub struct Button<'a> {
    label: &'a str,
    weight: Weight,
    icon: Option<Icon>,
    shortcut: &'a str,
    min_width: f32,
}

impl<'a> Button<'a> {
    /// The one thing to do here.
    pub const fn primary(label: &'a str) -> Self {
        Self::new(label, Weight::Primary)
    }

    /// Something else to do here.
    pub const fn secondary(label: &'a str) -> Self {
        Self::new(label, Weight::Secondary)
    }

    /// Something to do that keeps in the background.
    pub const fn quiet(label: &'a str) -> Self {
        Self::new(label, Weight::Quiet)
    }

    const fn new(label: &'a str, weight: Weight) -> Self {
        Self { label, weight, icon: None, shortcut: "", min_width: 0.0 }
    }

    /// Puts an icon before the words.
    pub const fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Shows the key that does the same, muted, after the words.
    pub const fn shortcut(mut self, shortcut: &'a str) -> Self {
        self.shortcut = shortcut;
        self
    }

    /// Makes it at least this wide, in points.
    pub const fn min_width(mut self, width: f32) -> Self {
        self.min_width = width;
        self
    }
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let p = palette(ui);
        let font =
            if self.weight == Weight::Primary { Type::ControlStrong } else { Type::ControlMedium }.font();
        let words = ui.painter().layout_no_wrap(self.label.to_owned(), font, Color32::PLACEHOLDER);
        let key =
            ui.painter().layout_no_wrap(self.shortcut.to_owned(), Type::Label.font(), Color32::PLACEHOLDER);
        let icon = if self.icon.is_some() { size::ICON + 6.0 } else { 0.0 };
        let key_width = if self.shortcut.is_empty() { 0.0 } else { key.size().x + 8.0 };
        let content = icon + words.size().x + key_width;
        let padding = if self.weight == Weight::Quiet { 8.0 } else { 14.0 };
        let width = (content + 2.0 * padding).max(self.min_width).ceil();

        let (rect, response) = ui.allocate_exact_size(vec2(width, size::CONTROL), Sense::click());
        let enabled = ui.is_enabled();
        response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, self.label));
        if !ui.is_rect_visible(rect) {
            return response;
        }

        let lit = response.hovered() || response.is_pointer_button_down_on();
        let (fill, edge, ink) = match (self.weight, lit) {
            (Weight::Primary, false) => (p.accent, Color32::TRANSPARENT, p.on_accent),
            (Weight::Primary, true) => (p.accent_hover, Color32::TRANSPARENT, p.on_accent),
            (Weight::Secondary, false) => (p.card, p.rule, p.ink),
            (Weight::Secondary, true) => (p.hover, p.outline, p.ink),
            (Weight::Quiet, false) => (Color32::TRANSPARENT, Color32::TRANSPARENT, p.accent),
            (Weight::Quiet, true) => (p.hover, Color32::TRANSPARENT, p.accent),
        };
        let key_ink = if self.weight == Weight::Primary { p.on_accent } else { p.muted };
        let painter = ui.painter();
        painter.rect(rect, size::RADIUS_CONTROL, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
        let mut x = (rect.center().x - content / 2.0).round();
        if let Some(sign) = self.icon {
            let place =
                Rect::from_center_size(pos2(x + size::ICON / 2.0, rect.center().y), Vec2::splat(size::ICON));
            sign.paint(painter, place, ink);
            x += icon;
        }
        let words_at = Align2::LEFT_CENTER.anchor_size(pos2(x, rect.center().y), words.size()).min;
        let key_at =
            Align2::LEFT_CENTER.anchor_size(pos2(x + words.size().x + 8.0, rect.center().y), key.size()).min;
        painter.galley(words_at.round(), words, ink);
        painter.galley(key_at.round(), key, key_ink);
        focus_ring(ui, &response, rect, size::RADIUS_CONTROL);
        response.on_hover_cursor(CursorIcon::PointingHand)
    }
}

/// Adds the one button that matters here.
pub fn primary(ui: &mut Ui, label: &str) -> Response {
    ui.add(Button::primary(label))
}

/// Adds a button for something else.
pub fn secondary(ui: &mut Ui, label: &str) -> Response {
    ui.add(Button::secondary(label))
}

/// Adds a button that keeps in the background.
pub fn quiet(ui: &mut Ui, label: &str) -> Response {
    ui.add(Button::quiet(label))
}

/// Adds a square button with an icon only; `name` is its tooltip and its accessible name.
pub fn icon_button(ui: &mut Ui, icon: Icon, name: &str) -> Response {
    let p = palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(28.0), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    if ui.is_rect_visible(rect) {
        let lit = response.hovered();
        if lit {
            ui.painter().rect_filled(rect, size::RADIUS_CONTROL, p.hover);
        }
        let place = Rect::from_center_size(rect.center(), Vec2::splat(size::ICON));
        icon.paint(ui.painter(), place, if lit { p.ink } else { p.muted });
        focus_ring(ui, &response, rect, size::RADIUS_CONTROL);
    }
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(name)
}
