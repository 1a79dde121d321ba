//! What can be set of a case, each with a line on what it means.

use eframe::egui::{Checkbox, Ui};

use crate::command::Command;
use crate::domain::change::CaseChange;
use crate::domain::edit::CaseEdit;
use crate::domain::id::Id;
use crate::domain::record::Case;
use crate::text::t;
use crate::ui::Cx;
use crate::ui::theme::{Type, size};
use crate::ui::widgets::{Answer, Choice, Dialog, TextField, value_row};

/// The settings of a case, being changed.
#[derive(Debug)]
pub struct CaseSettings {
    id: Id,
    /// The case as it was when the dialog opened, and as it is to be.
    draft: Option<(Case, Case)>,
}

impl CaseSettings {
    /// The settings of this case.
    pub(super) fn new(id: Id) -> Self {
        Self { id, draft: None }
    }
}

/// Draws it; what was changed is one step for undo.
pub(super) fn case_settings_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut CaseSettings,
    out: &mut Vec<Command>,
) -> bool {
    if state.draft.is_none() {
        let line = cx.data.library.cases.iter().find(|line| line.case.id == state.id);
        state.draft = line.map(|line| (line.case.clone(), line.case.clone()));
    }
    let Some((before, now)) = &mut state.draft else { return false };
    let ready = !now.title.trim().is_empty() && cx.can_write();
    let dialog = Dialog::new("case-settings", t("case-settings-title"), t("case-settings-save")).ready(ready);
    let answer = dialog.show(ui.ctx(), |ui, opened| fields(ui, now, opened));
    if answer == Some(Answer::Confirmed) {
        let group = Some(Id::new());
        for edit in edits(before, now) {
            out.push(Command::Change { change: CaseChange::Edit { id: before.id, edit }.into(), group });
        }
    }
    answer.is_none()
}

fn fields(ui: &mut Ui, case: &mut Case, opened: bool) {
    let title = TextField::new(t("case-field-title")).show(ui, &mut case.title);
    if opened {
        title.request_focus();
    }
    TextField::new(t("case-field-question"))
        .note(Some(t("case-question-note")))
        .rows(3)
        .show(ui, &mut case.question);
    value_row(ui, t("case-field-status"), |ui| {
        Choice::new(t("case-field-status")).show(ui, &mut case.status)
    });
    explained(ui, &mut case.kept_apart, t("case-field-apart"), t("case-apart-note"));
    explained(ui, &mut case.hold, t("case-field-hold"), t("case-hold-note"));
}

/// A box to tick, and under it what ticking it means.
fn explained(ui: &mut Ui, value: &mut bool, words: &str, note: &str) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.spacing_mut().interact_size.y = size::CHIP;
        ui.add(Checkbox::new(value, Type::Control.text(words)));
        ui.horizontal(|ui| {
            ui.add_space(24.0);
            ui.vertical(|ui| ui.label(Type::Label.muted(ui, note)));
        });
    });
}

/// What has to be changed to make one case of the other.
fn edits(before: &Case, now: &Case) -> Vec<CaseEdit> {
    let mut edits = Vec::new();
    if now.title.trim() != before.title {
        edits.push(CaseEdit::Title(now.title.trim().to_owned()));
    }
    if now.question.trim() != before.question {
        edits.push(CaseEdit::Question(now.question.trim().to_owned()));
    }
    if now.status != before.status {
        edits.push(CaseEdit::Status(now.status));
    }
    if now.kept_apart != before.kept_apart {
        edits.push(CaseEdit::KeptApart(now.kept_apart));
    }
    if now.hold != before.hold {
        edits.push(CaseEdit::Hold(now.hold));
    }
    edits
}
