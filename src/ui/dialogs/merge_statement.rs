//! Two statements that are one: which stays, and what becomes of the other.

use eframe::egui::Ui;

use super::picker::Picker;
use super::side::{aside, keep_button, remark, side_by_side, statement_ui};
use crate::command::Command;
use crate::domain::change::StatementChange;
use crate::domain::id::Id;
use crate::domain::record::Owner;
use crate::text::{Arg, t, t_with};
use crate::ui::Cx;
use crate::ui::widgets::{Answer, Dialog, quiet};
use crate::view::{CaseView, StatementRow};

/// Two statements that may be merged.
#[derive(Debug)]
pub struct MergeStatement {
    id: Id,
    other: Option<Id>,
    /// Whether the other one stays.
    keep_other: bool,
    picker: Option<Picker>,
}

impl MergeStatement {
    pub(super) fn new(id: Id, other: Option<Id>) -> Self {
        // Chosen from one statement's menu as "merge into": the other stays then.
        Self { id, other, keep_other: other.is_none(), picker: None }
    }
}

/// Draws it; a merge is one step for undo.
pub(super) fn merge_statement_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut MergeStatement,
    out: &mut Vec<Command>,
) -> bool {
    let Some(case) = cx.data.case.as_deref() else { return false };
    let Some(row) = case.statement(state.id) else { return false };
    let other = state.other.and_then(|id| case.statement(id));
    let ready = other.is_some() && cx.can_write();
    let dialog = Dialog::new("merge-statement", t("merge-statement-title"), t("merge-confirm"));
    let answer = dialog.ready(ready).width(640.0).show(ui.ctx(), |ui, opened| match other {
        Some(other) => both_ui(ui, state, row, other),
        None => choose_ui(ui, state, case, row, opened),
    });
    if let (Some(Answer::Confirmed), Some(other)) = (answer, other) {
        let (keep, gone) =
            if state.keep_other { (other.statement.id, state.id) } else { (state.id, other.statement.id) };
        out.push(Command::Change { change: StatementChange::Merge { keep, gone }.into(), group: None });
        out.push(Command::Select(Owner::Statement(keep)));
    }
    answer.is_none()
}

/// Those of the same occasion are the likeliest, then those of the same speaker.
fn choose_ui(ui: &mut Ui, state: &mut MergeStatement, case: &CaseView, row: &StatementRow, opened: bool) {
    statement_ui(ui, row);
    let picker = state.picker.get_or_insert_with(|| {
        Picker::of_statements(case, |place, other| {
            let occasion = row.statement.occasion_id;
            let near =
                (occasion.is_none() || other.statement.occasion_id != occasion, other.speaker != row.speaker);
            (other.statement.id != row.statement.id).then_some((near, place))
        })
    });
    let taken = picker.show(ui, t("merge-statement-choose"), t("picker-statement-hint"), opened);
    state.other = taken.or(state.other);
}

fn both_ui(ui: &mut Ui, state: &mut MergeStatement, row: &StatementRow, other: &StatementRow) {
    side_by_side(ui, |ui, column| {
        let (shown, is_other) = if column == 0 { (row, false) } else { (other, true) };
        if keep_button(ui, state.keep_other == is_other, &shown.key) {
            state.keep_other = is_other;
        }
        statement_ui(ui, shown);
    });
    let (keep, gone) = if state.keep_other { (other, row) } else { (row, other) };
    let keys = [("keep", Arg::from(keep.key.as_str())), ("gone", Arg::from(gone.key.as_str()))];
    let sources = ("sources", Arg::from(gone.sources.len() as i64));
    remark(ui, &t_with("merge-statement-moves", &[keys[0].clone(), keys[1].clone(), sources]));
    remark(ui, &t_with("merge-statement-stays", &keys));
    aside(ui, t("merge-undo"));
    if quiet(ui, t("merge-choose-other")).clicked() {
        state.other = None;
    }
}
