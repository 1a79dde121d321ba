//! The screen of that name.

use eframe::egui::Ui;

use super::Cx;
use crate::command::Command;

/// What this screen remembers.
#[derive(Debug, Default)]
pub struct ChronologyState {}

/// Draws it.
pub fn chronology_ui(
    _ui: &mut Ui,
    _cx: &Cx<'_>,
    _state: &mut ChronologyState,
    _filter: &mut crate::view::Filter,
    _out: &mut Vec<Command>,
) {
}
