//! A new case: only its title is asked for.

use eframe::egui::Ui;

use crate::command::Command;
use crate::domain::change::CaseChange;
use crate::text::t;
use crate::ui::widgets::{Answer, Dialog, TextField};

/// A case that is being made.
#[derive(Debug, Default)]
pub struct NewCase {
    title: String,
}

/// Draws it; Enter makes the case and goes there.
pub(super) fn new_case_ui(ui: &mut Ui, state: &mut NewCase, out: &mut Vec<Command>) -> bool {
    let ready = !state.title.trim().is_empty();
    let dialog = Dialog::new("new-case", t("new-case-title"), t("new-case-make")).ready(ready);
    let answer = dialog.show(ui.ctx(), |ui, opened| {
        let field = TextField::new(t("case-field-title"))
            .hint(t("new-case-hint"))
            .note(Some(t("new-case-note")))
            .show(ui, &mut state.title);
        if opened {
            field.request_focus();
        }
    });
    if answer == Some(Answer::Confirmed) {
        out.push(Command::Make(CaseChange::New { title: state.title.trim().to_owned() }.into()));
    }
    answer.is_none()
}
