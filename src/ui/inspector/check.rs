//! How far a statement is checked, another check, and the history of checks.

use std::collections::HashMap;

use eframe::egui::Ui;

use super::field::Edit;
use crate::domain::change::StatementChange;
use crate::domain::date::{Edtf, local_day};
use crate::domain::id::Id;
use crate::domain::kind::CheckStatus;
use crate::domain::record::{Assessment, Owner};
use crate::text::{Arg, Worded, t, t_with};
use crate::ui::theme::{Type, size};
use crate::ui::widgets::{Button, Choice, TextField, check_badge, value_row};
use crate::view::StatementRow;

/// A check that is being written down.
#[derive(Debug)]
struct NewCheck {
    status: CheckStatus,
    reason: String,
}

/// The checks that are being written down, by statement: one stays while another statement is looked at.
#[derive(Debug, Default)]
pub(super) struct CheckForm {
    open: HashMap<Id, NewCheck>,
}

impl CheckForm {
    /// A statement with a reason typed that is not noted yet.
    pub(super) fn unfinished(&self) -> Option<Id> {
        self.open.iter().find(|(_, new)| !new.reason.trim().is_empty()).map(|(of, _)| *of)
    }
}

/// Draws the check of a statement, if it is of a kind that can be checked or was checked.
pub(super) fn check_ui(ui: &mut Ui, row: &StatementRow, edit: &mut Edit<'_>, form: &mut CheckForm) {
    if !row.statement.kind.can_be_checked() && row.check == CheckStatus::NotChecked {
        return;
    }
    let id = row.statement.id;
    let is_open = form.open.contains_key(&id);
    value_row(ui, t("statement-check"), |ui| {
        ui.horizontal(|ui| {
            ui.set_min_height(size::CONTROL);
            check_badge(ui, row.check);
            if !is_open && ui.add_enabled(edit.cx.can_write(), Button::quiet(t("check-new"))).clicked() {
                form.open.insert(id, NewCheck { status: row.check, reason: String::new() });
            }
        });
    });
    if is_open {
        new_check(ui, id, edit, form);
    }
    let history = edit.cx.detail(Owner::Statement(id)).map_or(&[][..], |detail| &detail.assessments);
    for assessment in history {
        value_row(ui, "", |ui| ui.label(Type::Label.muted(ui, line(assessment))));
    }
}

fn new_check(ui: &mut Ui, id: Id, edit: &mut Edit<'_>, form: &mut CheckForm) {
    let Some(new) = form.open.get_mut(&id) else { return };
    let name = t("check-status");
    value_row(ui, name, |ui| Choice::new(name).show(ui, &mut new.status));
    let name = t("check-reason");
    let field = TextField::new(name).rows(2).name_hidden().hint(t("check-reason-hint"));
    value_row(ui, name, |ui| field.show(ui, &mut new.reason));
    let (mut save, mut leave) = (false, false);
    value_row(ui, "", |ui| {
        ui.horizontal(|ui| {
            save = ui.add(Button::primary(t("check-save"))).clicked();
            leave = ui.add(Button::quiet(t("dialog-cancel"))).clicked();
        });
    });
    if save {
        let (ids, status, reason) = (vec![id], new.status, new.reason.trim().to_owned());
        edit.push(StatementChange::Assess { ids, status, reason }.into());
    }
    if save || leave {
        form.open.remove(&id);
    }
}

/// "12 Mar 2024: supported. The log book shows it."
fn line(assessment: &Assessment) -> String {
    let args = [
        ("date", Arg::from(Edtf::day(local_day(assessment.at)).words())),
        ("status", Arg::from(assessment.status.word())),
        ("reason", Arg::from(&*assessment.reason)),
    ];
    if assessment.reason.is_empty() {
        t_with("check-line", &args)
    } else {
        t_with("check-line-reason", &args)
    }
}
