//! The screen of that name.

use eframe::egui::Ui;

use super::Cx;
use crate::command::Command;

/// What this screen remembers.
#[derive(Debug, Default)]
pub struct SearchState {}

/// Draws it.
pub fn search_ui(_ui: &mut Ui, _cx: &Cx<'_>, _state: &mut SearchState, _out: &mut Vec<Command>) {}
