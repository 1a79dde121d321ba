//! What was taken for one and is two: sources that are a statement of their own, statements by another party.

use eframe::egui::{Checkbox, Label, ScrollArea, Ui};

use super::side::{aside, remark};
use crate::command::Command;
use crate::domain::change::{PartyChange, StatementChange};
use crate::domain::id::Id;
use crate::text::{Arg, t, t_with};
use crate::ui::Cx;
use crate::ui::theme::{Type, size};
use crate::ui::widgets::{Answer, Dialog, TextField};
use crate::view::bare_quote;

/// A statement of which some sources may be of another.
#[derive(Debug)]
pub struct SplitStatement {
    id: Id,
    ticked: Vec<Id>,
}

impl SplitStatement {
    pub(super) fn new(id: Id) -> Self {
        Self { id, ticked: Vec::new() }
    }
}

/// A party of whose statements some may be by another.
#[derive(Debug)]
pub struct SplitParty {
    id: Id,
    name: String,
    ticked: Vec<Id>,
}

impl SplitParty {
    pub(super) fn new(id: Id) -> Self {
        Self { id, name: String::new(), ticked: Vec::new() }
    }
}

/// Draws it; the new statement is selected then.
pub(super) fn split_statement_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut SplitStatement,
    out: &mut Vec<Command>,
) -> bool {
    let row = cx.data.case.as_deref().and_then(|case| case.statement(state.id));
    let Some(row) = row else { return false };
    let some = !state.ticked.is_empty() && state.ticked.len() < row.sources.len();
    let title = t_with("split-statement-title", &[("key", Arg::from(row.key.as_str()))]);
    let dialog = Dialog::new("split-statement", &title, t("split-confirm"));
    let answer = dialog.ready(some && cx.can_write()).width(600.0).show(ui.ctx(), |ui, _| {
        remark(ui, t("split-statement-choose"));
        list(ui, |ui| {
            for source in &row.sources {
                tick(
                    ui,
                    &mut state.ticked,
                    source.citation_id,
                    &format!("“{}”", bare_quote(&source.quote)),
                    &source.label,
                );
            }
        });
        aside(ui, &t_with("split-statement-stays", &[("key", Arg::from(row.key.as_str()))]));
    });
    if answer == Some(Answer::Confirmed) {
        let citations = std::mem::take(&mut state.ticked);
        out.push(Command::Make(StatementChange::Split { id: state.id, citations }.into()));
    }
    answer.is_none()
}

/// Draws it; the new party is selected then.
pub(super) fn split_party_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut SplitParty,
    out: &mut Vec<Command>,
) -> bool {
    let Some(case) = cx.data.case.as_deref() else { return false };
    let Some(party) = case.party(state.id) else { return false };
    let ready = !state.ticked.is_empty() && !state.name.trim().is_empty() && cx.can_write();
    let title = t_with("split-party-title", &[("name", Arg::from(party.party.name.as_str()))]);
    let dialog = Dialog::new("split-party", &title, t("split-confirm")).ready(ready).width(600.0);
    let answer = dialog.show(ui.ctx(), |ui, opened| {
        let field = TextField::new(t("split-party-name")).show(ui, &mut state.name);
        if opened {
            field.request_focus();
        }
        remark(ui, t("split-party-choose"));
        list(ui, |ui| {
            let takes_part = |(_, id): &(_, Id)| *id == state.id;
            for row in case.statements.iter().filter(|row| row.parties.iter().any(takes_part)) {
                let told = [row.key.as_str(), row.speaker.as_str(), row.said.words.as_str()].join(" · ");
                tick(ui, &mut state.ticked, row.statement.id, &row.line(), &told);
            }
        });
        let name = Arg::from(party.party.name.as_str());
        aside(ui, &t_with("split-party-stays", &[("name", name)]));
    });
    if answer == Some(Answer::Confirmed) {
        let (name, statements) = (state.name.trim().to_owned(), std::mem::take(&mut state.ticked));
        let change = PartyChange::Split { case_id: case.case.id, id: state.id, name, statements };
        out.push(Command::Make(change.into()));
    }
    answer.is_none()
}

fn list(ui: &mut Ui, rows: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().auto_shrink([false, true]).max_height(8.0 * size::ROW).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        rows(ui);
    });
}

/// A box to tick with quoted words beside it, and under them where they are from.
fn tick(ui: &mut Ui, ticked: &mut Vec<Id>, id: Id, words: &str, from: &str) {
    let mut on = ticked.contains(&id);
    ui.push_id(id, |ui| {
        ui.horizontal_top(|ui| {
            let name = format!("{words} {from}");
            let changed = ui.add(Checkbox::without_text(&mut on)).accessible_name(name).changed();
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add(Label::new(Type::QuoteRow.text(words)).wrap());
                ui.label(Type::Label.muted(ui, from));
            });
            if changed && on {
                ticked.push(id);
            } else if changed {
                ticked.retain(|other| *other != id);
            }
        });
    });
}
