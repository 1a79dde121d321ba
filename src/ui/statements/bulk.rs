//! What can be done to several statements at once.

use eframe::egui::{Key, Popup, Ui, vec2};

use crate::command::Command;
use crate::domain::change::{PartyRef, StatementChange, TopicChange};
use crate::domain::edit::StatementEdit;
use crate::domain::id::Id;
use crate::domain::kind::{CheckStatus, PartyRole, StatementKind};
use crate::domain::record::Owner;
use crate::text::{Arg, Worded, t, t_with};
use crate::ui::Cx;
use crate::ui::inspector::{nameable, party_refs};
use crate::ui::theme::{Type, size};
use crate::ui::widgets::{Choice, Icon, PartyField, TextField, icon_button, quiet, secondary, view_chip};
use crate::view::CaseView;

/// What is typed for all of them and not set yet.
#[derive(Debug)]
pub(super) enum Form {
    Check { status: CheckStatus, reason: String },
    Speaker(PartyField<Id>),
    Topic(String),
}

/// Draws the bar and its form; gives whether the several are to be let go of.
pub(super) fn bulk_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    case: &CaseView,
    ids: &[Id],
    form: &mut Option<Form>,
    out: &mut Vec<Command>,
) -> bool {
    let mut let_go = false;
    // Nothing here is in a scope of its own: what is does not go to the next line.
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(size::GAP, 4.0);
        let count = Arg::from(ids.len() as i64);
        ui.label(Type::ControlMedium.text(t_with("statements-selected", &[("count", count.clone())])));
        let_go = icon_button(ui, Icon::Close, t("statements-let-go")).clicked();
        if cx.can_write() {
            chips(ui, case, ids, form, out);
        }
        ui.spacing_mut().item_spacing.x = 2.0;
        if quiet(ui, &t_with("statements-copy-several", &[("count", count.clone())])).clicked() {
            out.push(Command::CopyQuotes(in_order(case, ids)));
        }
        if cx.can_write() {
            buttons(ui, ids, out);
        }
    });
    if form.as_mut().is_some_and(|open| form_ui(ui, case, ids, open, out)) {
        *form = None;
    }
    let_go
}

fn change(out: &mut Vec<Command>, change: StatementChange) {
    out.push(Command::Change { change: change.into(), group: None });
}

/// The buttons that make fewer of them.
fn buttons(ui: &mut Ui, ids: &[Id], out: &mut Vec<Command>) {
    if let [id, other] = ids
        && quiet(ui, t("statements-merge")).on_hover_text(t("statements-merge-tip")).clicked()
    {
        out.push(Command::MergeStatement { id: *id, other: Some(*other) });
    }
    let count = Arg::from(ids.len() as i64);
    if quiet(ui, &t_with("statements-delete-several", &[("count", count)])).clicked() {
        change(out, StatementChange::Delete { ids: ids.to_vec() });
    }
}

/// By date, as the list has them.
fn in_order(case: &CaseView, ids: &[Id]) -> Vec<Id> {
    let wanted: std::collections::HashSet<Id> = ids.iter().copied().collect();
    case.statements.iter().map(|row| row.statement.id).filter(|id| wanted.contains(id)).collect()
}

/// The chips that set something of all of them.
fn chips(ui: &mut Ui, case: &CaseView, ids: &[Id], form: &mut Option<Form>, out: &mut Vec<Command>) {
    let kind = view_chip(ui, t("statements-column-kind"));
    list(&kind, |ui| {
        for kind in StatementKind::ALL {
            if ui.button(Type::Table.text(kind.word())).clicked() {
                change(out, StatementChange::Edit { ids: ids.to_vec(), edit: StatementEdit::Kind(*kind) });
            }
        }
    });
    if view_chip(ui, t("statements-column-check")).clicked() {
        *form = Some(Form::Check { status: CheckStatus::Checking, reason: String::new() });
    }
    if view_chip(ui, t("statements-column-speaker")).clicked() {
        *form = Some(Form::Speaker(PartyField::default()));
    }
    let topic = view_chip(ui, t("statements-topic"));
    list(&topic, |ui| {
        for topic in &case.topics {
            if ui.button(Type::Table.text(&topic.name)).clicked() {
                mark(out, case, ids, topic.name.clone());
            }
        }
        if ui.button(Type::Table.text(t("statements-new-topic"))).clicked() {
            *form = Some(Form::Topic(String::new()));
        }
    });
    let hidden = |id: &Id| case.statement(*id).is_some_and(|row| row.statement.hidden);
    let hide = !ids.iter().all(hidden);
    let words = if hide { t("statements-hide-short") } else { t("statements-unhide-short") };
    if quiet(ui, words).on_hover_text(t("statements-hide-tip")).clicked() {
        change(out, StatementChange::Edit { ids: ids.to_vec(), edit: StatementEdit::Hidden(hide) });
    }
}

fn list(chip: &eframe::egui::Response, content: impl FnOnce(&mut Ui)) {
    Popup::menu(chip).show(|ui| {
        ui.set_min_width(168.0);
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.spacing_mut().button_padding = vec2(8.0, 5.0);
        content(ui);
    });
}

fn mark(out: &mut Vec<Command>, case: &CaseView, ids: &[Id], name: String) {
    let of = ids.iter().map(|id| Owner::Statement(*id)).collect();
    let change = TopicChange::Mark { case_id: case.case.id, name, of }.into();
    out.push(Command::Change { change, group: None });
}

/// The form below the bar; gives whether it is done with.
fn form_ui(ui: &mut Ui, case: &CaseView, ids: &[Id], form: &mut Form, out: &mut Vec<Command>) -> bool {
    let mut done = false;
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        let set = match form {
            Form::Check { status, reason } => {
                Choice::new(t("statements-column-check")).show(ui, status);
                let field = TextField::new(t("statements-reason")).hint(t("statements-reason"));
                let field = field.name_hidden().width(ui.available_width() - 180.0).show(ui, reason);
                (secondary(ui, t("statements-set")).clicked() || entered(ui, &field)).then(|| {
                    let (ids, reason) = (ids.to_vec(), reason.trim().to_owned());
                    StatementChange::Assess { ids, status: *status, reason }.into()
                })
            }
            Form::Speaker(field) => {
                let width = ui.available_width() - 180.0;
                ui.allocate_ui(vec2(width, size::CONTROL), |ui| {
                    field.show(ui, t("statements-column-speaker"), &nameable(case));
                });
                let parties: Vec<PartyRef> = party_refs(&field.chosen);
                let ready = !parties.is_empty() && field.is_settled();
                let set = ui.add_enabled_ui(ready, |ui| secondary(ui, t("statements-set"))).inner;
                set.clicked().then(|| {
                    let role = PartyRole::Speaker;
                    StatementChange::SetParties { ids: ids.to_vec(), role, parties }.into()
                })
            }
            Form::Topic(name) => {
                let field = TextField::new(t("statements-topic")).hint(t("statements-new-topic"));
                let field = field.name_hidden().width(260.0).show(ui, name);
                let wanted = secondary(ui, t("statements-set")).clicked() || entered(ui, &field);
                (wanted && !name.trim().is_empty()).then(|| {
                    let of = ids.iter().map(|id| Owner::Statement(*id)).collect();
                    TopicChange::Mark { case_id: case.case.id, name: name.trim().to_owned(), of }.into()
                })
            }
        };
        done = set.is_some() || quiet(ui, t("dialog-cancel")).clicked();
        out.extend(set.map(|change| Command::Change { change, group: None }));
    });
    done
}

/// Whether Enter was pressed in a field of one line.
fn entered(ui: &Ui, field: &eframe::egui::Response) -> bool {
    field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}
