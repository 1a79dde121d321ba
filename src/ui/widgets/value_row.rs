//! Rows of name and value, as in the inspector.

use eframe::egui::{Align, CursorIcon, Label, Layout, Link, Response, Ui, vec2};

use crate::ui::theme::{Type, palette, size};

/// Adds a row: the name muted in a column of its own, then the value; fields within are named by it.
pub fn value_row<R>(ui: &mut Ui, name: &str, value: impl FnOnce(&mut Ui) -> R) -> R {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let column = vec2(size::LABEL_COLUMN, ui.spacing().interact_size.y.min(size::CHIP));
        let label = ui
            .allocate_ui_with_layout(column, Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_width(size::LABEL_COLUMN);
                ui.label(Type::Table.muted(ui, name))
            })
            .inner;
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.x = size::GAP;
            ui.set_min_height(size::CHIP);
            ui.label_inputs_by(label.id, value)
        })
        .inner
    })
    .inner
}

/// Adds a row whose value is words only.
pub fn value_text(ui: &mut Ui, name: &str, value: &str) -> Response {
    value_row(ui, name, |ui| in_line(ui, |ui| ui.add(Label::new(Type::Table.text(value)).wrap())))
}

/// Adds a row whose value opens something.
pub fn value_link(ui: &mut Ui, name: &str, value: &str) -> Response {
    value_row(ui, name, |ui| {
        in_line(ui, |ui| {
            let colour = palette(ui).accent;
            ui.add(Link::new(Type::Table.text(value).color(colour))).on_hover_cursor(CursorIcon::PointingHand)
        })
    })
}

/// Sets one line so that it stands level with the name before it.
fn in_line<R>(ui: &mut Ui, value: impl FnOnce(&mut Ui) -> R) -> R {
    ui.add_space(3.0);
    value(ui)
}
