//! The screen of that name.

use eframe::egui::Ui;

use super::Cx;
use crate::command::Command;

/// Draws it.
pub fn overview_ui(_ui: &mut Ui, _cx: &Cx<'_>, _out: &mut Vec<Command>) {}
