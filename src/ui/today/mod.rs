//! The screen of that name.

use eframe::egui::Ui;

use super::Cx;
use crate::command::Command;

/// What this screen remembers.
#[derive(Debug, Default)]
pub struct TodayState {}

/// Draws it.
pub fn today_ui(_ui: &mut Ui, _cx: &Cx<'_>, _state: &mut TodayState, _out: &mut Vec<Command>) {}
