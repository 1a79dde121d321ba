//! A party: in a case with its place in it, in the library with the cases it is in.

use eframe::egui::{Link, Ui};

use super::field::Edit;
use super::head::{head, kind_word};
use super::party_names::PartyPanes;
use super::party_said::said_ui;
use crate::command::{Command, Place, Tab};
use crate::domain::change::PartyChange;
use crate::domain::edit::{CasePartyEdit, PartyEdit};
use crate::domain::id::Id;
use crate::domain::kind::{PartyKind, PartyRole, RecordKind};
use crate::domain::record::{Owner, Party};
use crate::text::{Arg, t, t_with};
use crate::ui::parties::side_choice;
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{quiet, rule, section_heading, value_row};
use crate::view::{CaseView, PartyRow, PartyView, StatementRow};

/// Draws a party of the case.
pub(super) fn party_ui(
    ui: &mut Ui,
    case: &CaseView,
    row: &PartyRow,
    panes: &mut PartyPanes,
    edit: &mut Edit<'_>,
) {
    let (id, case_id) = (row.party.id, case.case.id);
    let pane = panes.of(id);
    head(ui, RecordKind::Party, &RecordKind::Party.short_key(row.place.number));
    fields_ui(ui, &row.party, edit);
    let place = |edit| PartyChange::EditPlace { case_id, ids: vec![id], edit }.into();
    edit.lines(ui, t("party-role"), 2, &row.place.role, |v| place(CasePartyEdit::Role(v)));
    let mut side = row.place.side;
    let changed = value_row(ui, t("party-side"), |ui| {
        ui.add_enabled_ui(edit.cx.can_write(), |ui| side_choice(ui, case, &mut side)).inner
    });
    if changed {
        edit.push(place(CasePartyEdit::Side(side)));
    }
    ui.add_space(size::GAP);
    if let Some(detail) = edit.cx.detail(Owner::Party(id)) {
        pane.names_ui(ui, id, Some(case_id), &detail.aliases, edit);
        ui.add_space(size::GAP);
        let options = edit.cx.data.case.as_ref().map(|case| edit.fields.choices.of(case).parties(case));
        let adding = options.as_ref().map(|options| (case_id, options.as_slice()));
        pane.relations_ui(ui, id, &row.party.name, &detail.relations, adding, edit);
        ui.add_space(size::GAP);
    }
    edit.notes(ui, Owner::Party(id));
    ui.add_space(size::GAP);
    statements_ui(ui, case, id, edit);
    actions_ui(ui, case_id, id, row.statements > 0, edit);
}

/// Name and kind, and what is for the person's eyes only.
fn fields_ui(ui: &mut Ui, party: &Party, edit: &mut Edit<'_>) {
    let ids = || vec![party.id];
    let change = |edit| PartyChange::Edit { ids: ids(), edit }.into();
    edit.line(ui, t("party-name"), &party.name, |v| change(PartyEdit::Name(v)));
    edit.choice(ui, t("party-kind"), party.kind, |v| change(PartyEdit::Kind(v)));
    let unnamed = party.kind == PartyKind::Unnamed;
    // One that got a name, or was merged with another, keeps what was written while it had none.
    if unnamed || !party.confidential.is_empty() {
        let name = if unnamed { t("party-who") } else { t("party-confidential") };
        edit.lines(ui, name, 2, &party.confidential, |v| change(PartyEdit::Confidential(v)));
        value_row(ui, "", |ui| ui.label(Type::Label.muted(ui, t("party-confidential-note"))));
    }
}

/// What it said here, and in other cases unless this one is kept apart.
fn statements_ui(ui: &mut Ui, case: &CaseView, id: Id, edit: &mut Edit<'_>) {
    let speaks = |row: &&StatementRow| {
        row.parties.iter().any(|(role, party)| *role == PartyRole::Speaker && *party == id)
    };
    let said: Vec<&StatementRow> = case.statements.iter().filter(speaks).collect();
    said_ui(ui, t("party-said"), said.into_iter(), None, edit.out);
    if let Some(view) =
        edit.cx.data.party.as_deref().filter(|view| view.party.id == id && !case.case.kept_apart)
    {
        across_ui(ui, view, Some(case.case.id), edit.out);
    }
}

/// What it said in other cases than `but`, case by case.
fn across_ui(ui: &mut Ui, view: &PartyView, but: Option<Id>, out: &mut Vec<Command>) {
    for (case_id, title) in view.cases.iter().filter(|(id, _)| Some(*id) != but) {
        let here = view.statements.iter().filter(|(id, _)| id == case_id);
        let said: Vec<&StatementRow> = here.map(|(_, row)| row).collect();
        let heading = t_with("party-said-in", &[("case", Arg::from(title.as_str()))]);
        said_ui(ui, &heading, said.into_iter(), Some(*case_id), out);
    }
}

fn actions_ui(ui: &mut Ui, case_id: Id, id: Id, speaks: bool, edit: &mut Edit<'_>) {
    if !edit.cx.can_write() {
        return;
    }
    rule(ui);
    ui.horizontal_wrapped(|ui| {
        if quiet(ui, t("party-merge")).clicked() {
            edit.out.push(Command::MergeParty(id));
        }
        if speaks && quiet(ui, t("party-split")).clicked() {
            edit.out.push(Command::SplitParty(id));
        }
        if quiet(ui, t("party-remove-from-case")).clicked() {
            edit.push(PartyChange::RemoveFromCase { case_id, ids: vec![id] }.into());
            edit.out.push(Command::Deselect);
        }
    });
}

/// Draws a party as the library knows it.
pub(super) fn library_party_ui(ui: &mut Ui, view: &PartyView, panes: &mut PartyPanes, edit: &mut Edit<'_>) {
    let id = view.party.id;
    let pane = panes.of(id);
    ui.label(Type::LabelMedium.muted(ui, kind_word(RecordKind::Party)));
    fields_ui(ui, &view.party, edit);
    ui.add_space(size::GAP);
    pane.names_ui(ui, id, None, &view.aliases, edit);
    ui.add_space(size::GAP);
    pane.relations_ui(ui, id, &view.party.name, &view.relations, None, edit);
    section_heading(ui, t("party-cases"));
    for (case_id, title) in &view.cases {
        let link = Link::new(Type::Table.text(title).color(palette(ui).accent));
        if ui.push_id(case_id, |ui| ui.add(link).clicked()).inner {
            edit.out.push(Command::Go(Place::Case(*case_id, Tab::Parties)));
            edit.out.push(Command::Select(Owner::Party(id)));
        }
    }
    if view.cases.is_empty() {
        ui.label(Type::Table.muted(ui, t("party-no-case")));
    }
    ui.add_space(size::GAP);
    across_ui(ui, view, None, edit.out);
    if edit.cx.can_write() {
        rule(ui);
        ui.horizontal_wrapped(|ui| {
            if quiet(ui, t("party-merge")).clicked() {
                edit.out.push(Command::MergeParty(id));
            }
            if view.cases.is_empty() && quiet(ui, t("party-delete")).clicked() {
                edit.push(PartyChange::Delete { id }.into());
                edit.out.push(Command::Deselect);
            }
        });
    }
}
