//! The screen of that name.

use eframe::egui::Ui;

use super::Cx;
use crate::command::Command;

/// What this screen remembers.
#[derive(Debug, Default)]
pub struct FollowUpsState {}

/// Draws it.
pub fn follow_ups_ui(_ui: &mut Ui, _cx: &Cx<'_>, _state: &mut FollowUpsState, _out: &mut Vec<Command>) {}
