//! Whether to quit though something that was typed is not a record yet.

use eframe::egui::Ui;

use crate::command::Command;
use crate::text::t;
use crate::ui::theme::Type;
use crate::ui::widgets::{Answer, Dialog};

/// Draws it.
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
