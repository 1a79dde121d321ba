//! What the keyboard asks for, whatever screen is shown.

use eframe::egui::{self, Key};

use super::field_undo;
use crate::command::{Command, UiCommand};
use crate::ui::Screens;

/// The commands whose shortcuts were pressed. Keys that a focused text field uses itself are left to it.
pub(super) fn given(ctx: &egui::Context, screens: &Screens) -> Vec<Command> {
    field_undo::begin_visits(ctx);
    if screens.dialog.is_some() {
        return Vec::new();
    }
    let typing = ctx.text_edit_focused();
    let mut commands = Vec::new();
    // More modifiers first, so that Ctrl+Shift+Z is not taken for Ctrl+Z.
    let mut with_shortcut: Vec<_> =
        UiCommand::ALL.iter().filter_map(|command| Some((*command, command.shortcut()?))).collect();
    with_shortcut.sort_by_key(|(_, shortcut)| !shortcut.modifiers.shift);
    for (command, shortcut) in with_shortcut {
        if !ctx.input(|input| input.key_pressed(shortcut.logical_key)) {
            continue;
        }
        if typing && belongs_to_fields(ctx, command) {
            continue;
        }
        if ctx.input_mut(|input| input.consume_shortcut(&shortcut)) {
            commands.push(Command::Ui(command));
        }
    }
    let redo = egui::KeyboardShortcut::new(egui::Modifiers::COMMAND, Key::Y);
    let redoes = ctx.input(|input| input.key_pressed(redo.logical_key));
    if redoes
        && !(typing && field_undo::can_redo(ctx))
        && ctx.input_mut(|input| input.consume_shortcut(&redo))
    {
        commands.push(Command::Ui(UiCommand::Redo));
    }
    commands
}

/// In a field these keys undo, delete and paste its text; undo only as long as it has something to take back.
fn belongs_to_fields(ctx: &egui::Context, command: UiCommand) -> bool {
    match command {
        UiCommand::Undo => field_undo::can_undo(ctx),
        UiCommand::Redo => field_undo::can_redo(ctx),
        UiCommand::DeleteRecord | UiCommand::PasteArticle | UiCommand::Back => true,
        _ => false,
    }
}
