//! Two statements that are one: which stays, and what becomes of the other.

use eframe::egui::Ui;

use super::picker::Picker;
use super::side::{aside, keep_button, remark, side_by_side, statement_ui, warn};
use crate::command::Command;
use crate::domain::change::StatementChange;
use crate::domain::difference::{Difference, differences, filled_in};
use crate::domain::id::Id;
use crate::domain::record::{Owner, Statement};
use crate::text::{Arg, difference_words, t, t_with};
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

/// Draws it; a merge is one step for undo. While the other one is being looked for, the marked row is it: what would
/// become of the two stands below, the button names it, and Enter does it.
pub(super) fn merge_statement_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut MergeStatement,
    out: &mut Vec<Command>,
) -> bool {
    let Some(case) = cx.data.case.as_deref() else { return false };
    let Some(row) = case.statement(state.id) else { return false };
    let other = state.other.and_then(|id| case.statement(id));
    let marked = state.picker.as_ref().and_then(Picker::marked).and_then(|id| case.statement(id));
    let chosen = other.or(marked);
    let both = chosen.map(|other| if state.keep_other { (other, row) } else { (row, other) });
    let confirm = both.map_or_else(
        || t("merge-confirm").to_owned(),
        |(keep, gone)| t_with("merge-statement-confirm", &keys(keep, gone)),
    );
    let dialog = Dialog::new("merge-statement", t("merge-statement-title"), &confirm);
    let dialog = dialog.ready(both.is_some() && cx.can_write()).width(640.0);
    let answer = dialog.show(ui.ctx(), |ui, opened| {
        if let Some(other) = other {
            return both_ui(ui, case, state, row, other);
        }
        choose_ui(ui, state, case, row, opened);
        if let Some((keep, gone)) = both {
            outcome_ui(ui, case, keep, gone);
        }
    });
    if let (Some(Answer::Confirmed), Some((keep, gone))) = (answer, both) {
        let (keep, gone) = (keep.statement.id, gone.statement.id);
        out.push(Command::Change { change: StatementChange::Merge { keep, gone }.into(), group: None });
        out.push(Command::Select(Owner::Statement(keep)));
    }
    answer.is_none()
}

/// Those of the same occasion are the likeliest, then those of the same speaker.
fn choose_ui(ui: &mut Ui, state: &mut MergeStatement, case: &CaseView, row: &StatementRow, opened: bool) {
    statement_ui(ui, row);
    let picker = state.picker.get_or_insert_with(|| {
        let picker = Picker::of_statements(case, |place, other| {
            let occasion = row.statement.occasion_id;
            let near =
                (occasion.is_none() || other.statement.occasion_id != occasion, other.speaker != row.speaker);
            (other.statement.id != row.statement.id).then_some((near, place))
        });
        picker.choosing()
    });
    let taken = picker.show(ui, t("merge-statement-choose"), t("picker-statement-hint"), opened);
    state.other = taken.or(state.other);
}

fn both_ui(
    ui: &mut Ui,
    case: &CaseView,
    state: &mut MergeStatement,
    row: &StatementRow,
    other: &StatementRow,
) {
    side_by_side(ui, |ui, column| {
        let (shown, is_other) = if column == 0 { (row, false) } else { (other, true) };
        if keep_button(ui, state.keep_other == is_other, &shown.key) {
            state.keep_other = is_other;
        }
        statement_ui(ui, shown);
    });
    let (keep, gone) = if state.keep_other { (other, row) } else { (row, other) };
    outcome_ui(ui, case, keep, gone);
    aside(ui, t("merge-undo"));
    if quiet(ui, t("merge-choose-other")).clicked() {
        state.other = None;
    }
}

fn keys<'a>(keep: &'a StatementRow, gone: &'a StatementRow) -> [(&'static str, Arg<'a>); 2] {
    [("keep", Arg::from(keep.key.as_str())), ("gone", Arg::from(gone.key.as_str()))]
}

/// What becomes of the two, and all in which they differ.
fn outcome_ui(ui: &mut Ui, case: &CaseView, keep: &StatementRow, gone: &StatementRow) {
    let [kept, going] = keys(keep, gone);
    let sources = ("sources", Arg::from(gone.sources.len() as i64));
    remark(ui, &t_with("merge-statement-moves", &[kept, going, sources]));
    remark(ui, &t_with("merge-statement-stays", &keys(keep, gone)));
    let differ = differences(&whole(case, keep), &whole(case, gone));
    if !differ.is_empty() {
        warn(ui, &t_with("merge-statement-differs", &keys(keep, gone)));
        for difference in &differ {
            warn(ui, &words(case, difference));
        }
    }
    if keep.answers.iter().chain(&keep.answered_by).any(|reply| reply.other == gone.statement.id) {
        warn(ui, t("merge-statement-reply"));
    }
}

/// A statement with what its occasion says for it.
fn whole(case: &CaseView, row: &StatementRow) -> Statement {
    let occasion = row.statement.occasion_id.and_then(|id| case.occasion(id));
    filled_in(&row.statement, occasion.map(|row| &row.occasion))
}

fn words(case: &CaseView, difference: &Difference) -> String {
    let name = |of: Owner| {
        Some(match of {
            Owner::Party(id) => case.party_name(id).to_owned(),
            Owner::Occasion(id) => case.occasion(id)?.label.clone(),
            Owner::Statement(id) => case.statement(id)?.key.clone(),
            Owner::Article(_) | Owner::Event(_) | Owner::FollowUp(_) => return None,
        })
    };
    difference_words(difference, |of| Ok::<_, std::convert::Infallible>(name(of).unwrap_or_default()))
        .unwrap_or_else(|never| match never {})
}
