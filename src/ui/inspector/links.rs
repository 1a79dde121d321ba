//! What a statement answers, and what answers it.

use eframe::egui::{Label, Sense, Ui};

use super::choices::statement_label;
use super::field::Edit;
use super::parties::id_of;
use crate::command::Command;
use crate::domain::change::StatementChange;
use crate::domain::id::Id;
use crate::domain::kind::LinkKind;
use crate::domain::record::Owner;
use crate::text::t;
use crate::ui::theme::{Type, palette};
use crate::ui::widgets::{Button, Choice, Icon, PartyField, icon_button, value_row};
use crate::view::{CaseView, ReplyRow, StatementRow};

/// The reply that is being added, if any.
#[derive(Debug, Default)]
pub(super) struct ReplyForm {
    open: Option<NewReply>,
}

impl ReplyForm {
    /// The statement whose reply is looked for and not chosen yet.
    pub(super) fn unfinished(&self) -> Option<Id> {
        self.open.as_ref().filter(|new| !new.to.is_settled()).map(|new| new.from)
    }
}

#[derive(Debug)]
struct NewReply {
    from: Id,
    to: PartyField<Id>,
    kind: LinkKind,
    focused: bool,
}

/// Draws the replies of a statement and the way to add one.
pub(super) fn links_ui(
    ui: &mut Ui,
    case: &CaseView,
    row: &StatementRow,
    edit: &mut Edit<'_>,
    form: &mut ReplyForm,
) {
    for (name, replies) in
        [(t("statement-answers"), &row.answers), (t("statement-answered-by"), &row.answered_by)]
    {
        for (n, reply) in replies.iter().enumerate() {
            let name = if n == 0 { name } else { "" };
            ui.push_id(reply.link_id, |ui| value_row(ui, name, |ui| reply_ui(ui, case, reply, edit)));
        }
    }
    let id = row.statement.id;
    match &mut form.open {
        Some(new) if new.from == id => {
            if new_reply(ui, case, edit, new) {
                form.open = None;
            }
        }
        _ => {
            let name = if row.answers.is_empty() { t("statement-answers") } else { "" };
            value_row(ui, name, |ui| {
                if ui.add_enabled(edit.cx.can_write(), Button::quiet(t("link-reply-to"))).clicked() {
                    let to = PartyField::one_of(None).hint(t("link-pick-hint"));
                    form.open = Some(NewReply {
                        from: id,
                        to,
                        kind: LinkKind::usual_of(row.statement.kind),
                        focused: false,
                    });
                }
            });
        }
    }
}

fn reply_ui(ui: &mut Ui, case: &CaseView, reply: &ReplyRow, edit: &mut Edit<'_>) {
    let Some(other) = case.statement(reply.other) else { return };
    let words = Type::Table.text(statement_label(other)).color(palette(ui).accent);
    let link = ui.add(Label::new(words).truncate().sense(Sense::click()));
    if link.on_hover_cursor(eframe::egui::CursorIcon::PointingHand).clicked() {
        edit.out.push(Command::Select(Owner::Statement(other.statement.id)));
    }
    ui.horizontal(|ui| {
        if !edit.cx.can_write() {
            ui.disable();
        }
        let mut kind = reply.kind;
        if Choice::new(t("link-kind")).width(132.0).show(ui, &mut kind) {
            edit.push(StatementChange::SetLinkKind { link_id: reply.link_id, kind }.into());
        }
        if icon_button(ui, Icon::Close, t("link-remove")).clicked() {
            edit.push(StatementChange::Unlink { link_id: reply.link_id }.into());
        }
    });
}

/// Draws the field to pick the other statement in; gives whether it is done.
fn new_reply(ui: &mut Ui, case: &CaseView, edit: &mut Edit<'_>, new: &mut NewReply) -> bool {
    let name = t("link-kind");
    value_row(ui, name, |ui| Choice::new(name).show(ui, &mut new.kind));
    let Some(shared) = edit.cx.data.case.as_ref() else { return true };
    let options = edit.fields.choices.of(shared).statements(case);
    let others: Vec<_> = options.iter().filter(|option| option.id != new.from).cloned().collect();
    let name = t("link-to");
    let output = value_row(ui, name, |ui| new.to.show(ui, name, &others));
    if !new.focused {
        output.response.request_focus();
        new.focused = true;
    }
    if let Some(to) = new.to.chosen.first().and_then(id_of) {
        let (from, kind) = (new.from, new.kind);
        edit.push(StatementChange::Link { from, to, kind, note: String::new() }.into());
        return true;
    }
    value_row(ui, "", |ui| ui.add(Button::quiet(t("dialog-cancel"))).clicked())
}
