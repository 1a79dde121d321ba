//! Whether to quit, or to go over to another library, though something that was typed is not kept yet.

use eframe::egui::Ui;

use crate::command::Command;
use crate::text::t;
use crate::ui::theme::Type;
use crate::ui::widgets::{Answer, Dialog};

/// Asks whether to go over to another library.
pub(super) fn switch_ui(ui: &mut Ui, out: &mut Vec<Command>) -> bool {
    let answer = Dialog::new("switch", t("quit-title"), t("switch-anyway")).show(ui.ctx(), |ui, _| {
        ui.label(Type::Control.text(t("quit-words")));
        ui.label(Type::Table.muted(ui, t("quit-how")));
    });
    match answer {
        Some(Answer::Confirmed) => out.push(Command::SwitchLibrary),
        Some(_) => out.push(Command::KeepLibrary),
        None => {}
    }
    answer.is_none()
}

/// Asks whether to quit.
pub(super) fn quit_ui(ui: &mut Ui, out: &mut Vec<Command>) -> bool {
    let answer = Dialog::new("quit", t("quit-title"), t("quit-anyway")).show(ui.ctx(), |ui, _| {
        ui.label(Type::Control.text(t("quit-words")));
        ui.label(Type::Table.muted(ui, t("quit-how")));
    });
    if answer == Some(Answer::Confirmed) {
        out.push(Command::QuitAnyway);
    }
    answer.is_none()
}
