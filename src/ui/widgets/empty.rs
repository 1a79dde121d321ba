//! What a screen says while nothing is on it.

use eframe::egui::{Align, Layout, Ui, vec2};

use super::button::primary;
use crate::ui::theme::{Type, size};

/// Adds one sentence on what belongs here, one button if there is one, and a quieter line on the quicker way.
/// Gives whether the button was pressed.
pub fn empty_state(ui: &mut Ui, sentence: &str, button: Option<&str>, quicker: &str) -> bool {
    let room = ui.available_height();
    if room.is_finite() {
        ui.add_space((room * 0.3 - 60.0).max(size::GAP_GROUP));
    }
    ui.with_layout(Layout::top_down(Align::Center), |ui| {
        ui.spacing_mut().item_spacing = vec2(size::GAP, 12.0);
        ui.set_max_width(ui.available_width().min(460.0));
        ui.label(Type::Control.text(sentence));
        let pressed = button.is_some_and(|label| primary(ui, label).clicked());
        if !quicker.is_empty() {
            ui.label(Type::Table.muted(ui, quicker));
        }
        pressed
    })
    .inner
}
