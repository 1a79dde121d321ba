//! Rows of name and value, as in the inspector.

use eframe::egui::{Align, CursorIcon, Label, Layout, Link, Response, Ui, vec2};

use crate::ui::theme::{Type, palette, size};

/// Adds a row: the name muted in a column of its own, level with a control, then the value; fields within are
/// named by it.
pub fn value_row<R>(ui: &mut Ui, name: &str, value: impl FnOnce(&mut Ui) -> R) -> R {
    row(ui, name, size::CONTROL, value)
}

/// Adds a row whose value is words only.
pub fn value_text(ui: &mut Ui, name: &str, value: &str) -> Response {
    row(ui, name, size::CHIP, |ui| {
        level(ui);
        ui.add(Label::new(Type::Table.text(value)).wrap())
    })
}

/// Adds a row whose value opens something.
pub fn value_link(ui: &mut Ui, name: &str, value: &str) -> Response {
    row(ui, name, size::CHIP, |ui| {
        level(ui);
        let colour = palette(ui).accent;
        ui.add(Link::new(Type::Table.text(value).color(colour))).on_hover_cursor(CursorIcon::PointingHand)
    })
}

fn row<R>(ui: &mut Ui, name: &str, height: f32, value: impl FnOnce(&mut Ui) -> R) -> R {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let column = vec2(size::LABEL_COLUMN, height);
        let label = ui
            .allocate_ui_with_layout(column, Layout::top_down(Align::Min), |ui| {
                ui.set_min_size(column);
                ui.add_space(((height - line_height(ui)) / 2.0).round());
                ui.label(Type::Table.muted(ui, name))
            })
            .inner;
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.x = size::GAP;
            ui.set_min_height(height);
            ui.label_inputs_by(label.id, value)
        })
        .inner
    })
    .inner
}

/// Sets the first line of words level with the name before it.
fn level(ui: &mut Ui) {
    let line = line_height(ui);
    ui.add_space(((size::CHIP - line) / 2.0).round());
}

fn line_height(ui: &Ui) -> f32 {
    ui.fonts_mut(|fonts| fonts.row_height(&Type::Table.font()))
}
