//! Where a follow-up stands: closing it with what came of it, and opening it again.

use eframe::egui::{Key, Popup, Ui, vec2};

use super::field::Edit;
use super::follow_up::link_ui;
use crate::command::Command;
use crate::domain::change::FollowUpChange;
use crate::domain::date::{Edtf, local_day};
use crate::domain::id::Id;
use crate::domain::kind::{FollowUpStatus, PartyRole};
use crate::domain::record::Owner;
use crate::text::{Arg, Worded, t, t_with};
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{TextField, quiet, secondary, section_heading, view_chip};
use crate::view::{CaseView, FollowUpRow, StatementRow, due};

/// So many statements are offered as the answer.
const OFFERED: usize = 12;

/// Draws it; `outcome` is what was typed of it so far.
pub(super) fn status_ui(
    ui: &mut Ui,
    case: &CaseView,
    row: &FollowUpRow,
    outcome: &mut String,
    edit: &mut Edit<'_>,
) {
    if row.follow_up.status == FollowUpStatus::Open {
        open_ui(ui, case, row, outcome, edit);
    } else {
        closed_ui(ui, case, row, edit);
    }
}

fn open_ui(ui: &mut Ui, case: &CaseView, row: &FollowUpRow, outcome: &mut String, edit: &mut Edit<'_>) {
    let id = row.follow_up.id;
    ui.horizontal(|ui| {
        section_heading(ui, t("follow-up-still-open"));
        if let Some(due) = due(row, edit.cx.today).filter(|due| due.group.is_pressing()) {
            let words = format!("{} · {}", due.group.words(), due.words);
            let colour = palette(ui).contradicted;
            ui.label(Type::Label.text(words).color(colour));
        }
    });
    if !edit.cx.can_write() {
        return;
    }
    let field = TextField::new(t("followups-outcome")).hint(t("followups-outcome-hint")).name_hidden();
    let response = field.show(ui, outcome);
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let mut end = |status, statement| {
        let outcome = std::mem::take(outcome).trim().to_owned();
        edit.push(FollowUpChange::SetStatus { ids: vec![id], status, outcome, statement }.into());
    };
    ui.horizontal_wrapped(|ui| {
        if secondary(ui, t("followups-close")).clicked() || entered {
            end(FollowUpStatus::Closed, None);
        }
        let answers = answers(case, row);
        if !answers.is_empty() {
            let chip = view_chip(ui, t("follow-up-answered-by"));
            if let Some(statement) = choose_ui(&chip, &answers) {
                end(FollowUpStatus::Closed, Some(statement));
            }
        }
        if quiet(ui, t("followups-drop")).clicked() {
            end(FollowUpStatus::Dropped, None);
        }
    });
}

/// The statements that may answer it, the latest first: those of the party waited for, or all.
fn answers<'a>(case: &'a CaseView, row: &FollowUpRow) -> Vec<&'a StatementRow> {
    let fits = |statement: &&StatementRow| {
        row.follow_up.waiting_on.is_none_or(|party| {
            statement
                .parties
                .iter()
                .any(|(role, id)| matches!(role, PartyRole::Speaker | PartyRole::Behalf) && *id == party)
        })
    };
    case.statements.iter().rev().filter(fits).take(OFFERED).collect()
}

fn choose_ui(chip: &eframe::egui::Response, answers: &[&StatementRow]) -> Option<Id> {
    let mut chosen = None;
    Popup::menu(chip).width(340.0).show(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for row in answers {
            let words = format!("{} {}", row.key, row.line());
            let button = eframe::egui::Button::new(Type::Table.text(words))
                .frame_when_inactive(false)
                .truncate()
                .min_size(vec2(ui.available_width(), 28.0));
            if ui.add(button).on_hover_text(row.line()).clicked() {
                chosen = Some(row.statement.id);
                ui.close();
            }
        }
    });
    chosen
}

fn closed_ui(ui: &mut Ui, case: &CaseView, row: &FollowUpRow, edit: &mut Edit<'_>) {
    let follow_up = &row.follow_up;
    let (id, status, statement) = (follow_up.id, follow_up.status, follow_up.outcome_statement);
    let when = follow_up.closed_at.map(|at| Edtf::day(local_day(at)).words()).unwrap_or_default();
    let words = t_with("follow-up-ended", &[("status", Arg::from(status.word())), ("day", Arg::from(when))]);
    section_heading(ui, &words);
    edit.lines(ui, t("follow-up-outcome"), 2, &follow_up.outcome, |outcome| {
        FollowUpChange::SetStatus { ids: vec![id], status, outcome, statement }.into()
    });
    if let Some(answer) = statement.and_then(|id| case.statement(id)) {
        let words = format!("{} {}", answer.key, answer.line());
        link_ui(ui, &words, Command::Select(Owner::Statement(answer.statement.id)), edit.out);
    }
    ui.add_space(size::GAP);
    if edit.cx.can_write() && secondary(ui, t("follow-up-reopen")).clicked() {
        let (status, outcome) = (FollowUpStatus::Open, String::new());
        edit.push(FollowUpChange::SetStatus { ids: vec![id], status, outcome, statement: None }.into());
    }
}
