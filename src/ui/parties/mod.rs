//! The screen of that name.

use eframe::egui::Ui;

use super::Cx;
use crate::command::Command;

/// What this screen remembers.
#[derive(Debug, Default)]
pub struct PartiesState {}

/// Draws it.
pub fn parties_ui(_ui: &mut Ui, _cx: &Cx<'_>, _state: &mut PartiesState, _out: &mut Vec<Command>) {}
