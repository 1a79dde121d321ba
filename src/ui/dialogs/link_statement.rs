//! A reply: which statement another one answers, and how.

use eframe::egui::Ui;

use super::picker::Picker;
use super::side::{side_by_side, statement_ui};
use crate::command::Command;
use crate::domain::change::StatementChange;
use crate::domain::id::Id;
use crate::domain::kind::LinkKind;
use crate::text::t;
use crate::ui::Cx;
use crate::ui::theme::Type;
use crate::ui::widgets::{Answer, Choice, Dialog, TextField, quiet, section_heading};
use crate::view::{CaseView, StatementRow};

/// A reply being made.
#[derive(Debug)]
pub struct LinkStatement {
    /// The answer.
    from: Id,
    /// What it answers.
    to: Option<Id>,
    /// How it replies, once that was chosen; else as statements of its kind most often do.
    kind: Option<LinkKind>,
    note: String,
    picker: Option<Picker>,
}

impl LinkStatement {
    pub(super) fn new(from: Id) -> Self {
        Self { from, to: None, kind: None, note: String::new(), picker: None }
    }
}

/// Draws it.
pub(super) fn link_statement_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut LinkStatement,
    out: &mut Vec<Command>,
) -> bool {
    let Some(case) = cx.data.case.as_deref() else { return false };
    let Some(from) = case.statement(state.from) else { return false };
    let to = state.to.and_then(|id| case.statement(id));
    let ready = to.is_some() && cx.can_write();
    let dialog = Dialog::new("link-statement", t("link-title"), t("link-confirm")).ready(ready).width(640.0);
    let answer = dialog.show(ui.ctx(), |ui, opened| match to {
        Some(to) => both_ui(ui, state, from, to),
        None => choose_ui(ui, state, case, from, opened),
    });
    if let (Some(Answer::Confirmed), Some(to)) = (answer, state.to) {
        let kind = state.kind.unwrap_or_else(|| LinkKind::usual_of(from.statement.kind));
        let (from, note) = (state.from, state.note.trim().to_owned());
        out.push(Command::Change {
            change: StatementChange::Link { from, to, kind, note }.into(),
            group: None,
        });
    }
    answer.is_none()
}

/// What was said shortly before is the likeliest.
fn choose_ui(ui: &mut Ui, state: &mut LinkStatement, case: &CaseView, from: &StatementRow, opened: bool) {
    statement_ui(ui, from);
    let here = case.statements.iter().position(|row| row.statement.id == state.from).unwrap_or_default();
    let picker = state.picker.get_or_insert_with(|| {
        Picker::of_statements(case, |place, other| {
            let is_later = place > here;
            (other.statement.id != from.statement.id).then_some((is_later, place.abs_diff(here)))
        })
    });
    let taken = picker.show(ui, t("link-choose"), t("picker-statement-hint"), opened);
    state.to = taken.or(state.to);
}

fn both_ui(ui: &mut Ui, state: &mut LinkStatement, from: &StatementRow, to: &StatementRow) {
    side_by_side(ui, |ui, column| {
        let (heading, row) = if column == 0 { (t("link-reply"), from) } else { (t("link-answered"), to) };
        section_heading(ui, heading);
        statement_ui(ui, row);
    });
    ui.horizontal(|ui| {
        ui.label(Type::Control.text(t("link-how")));
        let mut kind = state.kind.unwrap_or_else(|| LinkKind::usual_of(from.statement.kind));
        if Choice::new(t("link-how")).show(ui, &mut kind) {
            state.kind = Some(kind);
        }
        if quiet(ui, t("link-turn")).clicked() {
            state.to = Some(std::mem::replace(&mut state.from, to.statement.id));
        }
        if quiet(ui, t("merge-choose-other")).clicked() {
            state.to = None;
        }
    });
    TextField::new(t("link-note")).show(ui, &mut state.note);
}
