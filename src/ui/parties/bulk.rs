//! What can be done to several parties at once.

use eframe::egui::{Key, Popup, Response, Ui, vec2};

use super::side::{SIDES, side_name};
use crate::command::Command;
use crate::domain::change::PartyChange;
use crate::domain::edit::{CasePartyEdit, PartyEdit};
use crate::domain::id::Id;
use crate::domain::kind::PartyKind;
use crate::text::{Arg, Worded, t, t_with};
use crate::ui::Cx;
use crate::ui::theme::{Type, size};
use crate::ui::widgets::{Icon, TextField, icon_button, quiet, secondary, view_chip};
use crate::view::CaseView;

/// What is typed for all of them and not set yet.
#[derive(Debug)]
pub(super) enum Form {
    /// Their part in the case.
    Role(String),
}

/// Draws the bar and its form for parties of `case`, or of the library; gives whether the several are to be let go of.
pub(super) fn bulk_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    case: Option<Id>,
    ids: &[Id],
    form: &mut Option<Form>,
    out: &mut Vec<Command>,
) -> bool {
    let (mut let_go, mut opened) = (false, false);
    ui.horizontal_wrapped(|ui| {
        ui.set_min_height(size::CONTROL);
        ui.spacing_mut().item_spacing = vec2(size::GAP, 4.0);
        let count = Arg::from(ids.len() as i64);
        ui.label(Type::ControlMedium.text(t_with("statements-selected", &[("count", count)])));
        let_go = icon_button(ui, Icon::Close, t("statements-let-go")).clicked();
        if !cx.can_write() {
            return;
        }
        kind_chip(ui, ids, out);
        if let Some(case_id) = case {
            if view_chip(ui, t("parties-role")).clicked() {
                *form = Some(Form::Role(String::new()));
                opened = true;
            }
            side_chip(ui, cx.case(), case_id, ids, out);
        }
        ui.spacing_mut().item_spacing.x = 2.0;
        if quiet(ui, t("parties-merge")).on_hover_text(t("parties-merge-tip")).clicked() {
            out.push(Command::MergeParties(ids.to_vec()));
        }
        if let Some(case_id) = case
            && quiet(ui, t("party-remove-from-case")).clicked()
        {
            out.push(Command::Deselect);
            change(out, PartyChange::RemoveFromCase { case_id, ids: ids.to_vec() });
        }
    });
    if let (Some(case_id), Some(open)) = (case, form.as_mut())
        && form_ui(ui, case_id, ids, open, opened, out)
    {
        *form = None;
    }
    let_go
}

fn change(out: &mut Vec<Command>, change: PartyChange) {
    out.push(Command::Change { change: change.into(), group: None });
}

fn kind_chip(ui: &mut Ui, ids: &[Id], out: &mut Vec<Command>) {
    list(&view_chip(ui, t("parties-kind")), |ui| {
        for kind in PartyKind::ALL {
            if ui.button(Type::Table.text(kind.word())).clicked() {
                change(out, PartyChange::Edit { ids: ids.to_vec(), edit: PartyEdit::Kind(*kind) });
            }
        }
    });
}

/// The sides, and none.
fn side_chip(ui: &mut Ui, case: Option<&CaseView>, case_id: Id, ids: &[Id], out: &mut Vec<Command>) {
    list(&view_chip(ui, t("parties-side")), |ui| {
        for side in (0..SIDES).map(Some).chain([None]) {
            if ui.button(Type::Table.text(side_name(case, side))).clicked() {
                let edit = CasePartyEdit::Side(side);
                change(out, PartyChange::EditPlace { case_id, ids: ids.to_vec(), edit });
            }
        }
    });
}

fn list(chip: &Response, content: impl FnOnce(&mut Ui)) {
    Popup::menu(chip).show(|ui| {
        ui.set_min_width(168.0);
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.spacing_mut().button_padding = vec2(8.0, 5.0);
        content(ui);
    });
}

/// The form below the bar; gives whether it is done with.
fn form_ui(
    ui: &mut Ui,
    case_id: Id,
    ids: &[Id],
    form: &mut Form,
    opened: bool,
    out: &mut Vec<Command>,
) -> bool {
    let Form::Role(role) = form;
    let mut done = false;
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        let words = t("parties-role-hint");
        let field = TextField::new(words).hint(words).name_hidden().width(320.0).show(ui, role);
        if opened {
            field.request_focus();
        }
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if secondary(ui, t("statements-set")).clicked() || entered {
            let edit = CasePartyEdit::Role(role.trim().to_owned());
            change(out, PartyChange::EditPlace { case_id, ids: ids.to_vec(), edit });
            done = true;
        }
        done |= quiet(ui, t("dialog-cancel")).clicked();
    });
    done
}
