//! A statement: its words, who said them, where and when, how far they are checked, what answers them, where they
//! are found.

use std::collections::HashMap;

use eframe::egui::{CursorIcon, Label, Link, Sense, Ui};

use super::answer::Answering;
use super::check::{CheckForm, check_ui};
use super::choices::statement_label;
use super::field::Edit;
use super::head::{head_with_sources, more_toggle, quote_block};
use super::links::{ReplyForm, links_ui};
use super::occasion_field::{OccasionField, as_in_occasion};
use super::parties::{id_of, known};
use super::sources::sources_ui;
use crate::command::{Command, UiCommand};
use crate::domain::change::{Change, NewSource, OccasionRef, StatementChange};
use crate::domain::date::{Edtf, local_day};
use crate::domain::edit::StatementEdit;
use crate::domain::id::Id;
use crate::domain::kind::{PartyRole, RecordKind};
use crate::domain::record::{Owner, Statement};
use crate::text::{Arg, t, t_with};
use crate::ui::Unfinished;
use crate::ui::draft::{Draft, DraftKind};
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{Button, PartyField, TextField, rule, section_heading, value_row};
use crate::view::{CaseView, DateFrom, StatementRow};

/// What is open in the inspector of a statement.
#[derive(Debug, Default)]
pub(super) struct StatementPane {
    more: bool,
    check: CheckForm,
    reply: ReplyForm,
    /// By statement; those left with an occasion half typed are kept.
    occasions: HashMap<Id, OccasionChoice>,
    pub(super) answering: Answering,
}

impl StatementPane {
    /// A field in which something is typed of which nothing is made yet.
    pub(super) fn unfinished(&self) -> Option<Unfinished> {
        let mut occasions = self.occasions.iter().filter(|(_, choice)| choice.field.is_unfinished());
        let occasion = occasions.next().map(|(of, _)| (*of, t("statement-occasion")));
        let check = || self.check.unfinished().map(|of| (of, t("check-reason")));
        let reply = || self.reply.unfinished().map(|of| (of, t("link-to")));
        let (of, name) = occasion.or_else(check).or_else(reply)?;
        Some(Unfinished::Field { of, name })
    }
}

/// The occasion field of one statement, and the occasion it was made for.
#[derive(Debug)]
struct OccasionChoice {
    value: Option<Id>,
    field: OccasionField,
}

/// Draws a statement of the case; `selected` are words marked in the reader.
pub(super) fn statement_ui(
    ui: &mut Ui,
    case: &CaseView,
    row: &StatementRow,
    selected: Option<&NewSource>,
    pane: &mut StatementPane,
    edit: &mut Edit<'_>,
    draft: &mut Option<Draft>,
) {
    let of = Owner::Statement(row.statement.id);
    head_with_sources(ui, RecordKind::Statement, &row.key, edit.cx.detail(of));
    words_ui(ui, row, edit);
    pane.answering.show(ui, case, row, edit);
    actions(ui, row, edit, draft);
    ui.add_space(size::GAP);
    first_fields(ui, case, row, pane, edit);
    check_ui(ui, row, edit, &mut pane.check);
    edit.disputed_by(ui, of);
    links_ui(ui, case, row, edit, &mut pane.reply);
    edit.topics(ui, of, &row.topics);
    // What must not be let out is seen without looking for it.
    if !pane.more && !row.statement.confidential_note.is_empty() {
        confidential_ui(ui, &row.statement, edit);
    }
    more_toggle(ui, &mut pane.more);
    if pane.more {
        more_fields(ui, case, row, edit);
    }
    rule(ui);
    sources_ui(ui, of, &row.sources, selected, pane.more, edit);
    rule(ui);
    edit.notes(ui, of);
    uses_ui(ui, of, edit);
}

/// The wording relied on; words that were typed can be changed.
fn words_ui(ui: &mut Ui, row: &StatementRow, edit: &mut Edit<'_>) {
    if !row.sources.is_empty() {
        quote_block(ui, &row.line());
        return;
    }
    let (id, name) = (row.statement.id, t("statement-words"));
    let show = |ui: &mut Ui, text: &mut String| {
        TextField::new(name).rows(3).name_hidden().note(Some(t("statement-unsourced"))).show(ui, text)
    };
    let change = |text: &str| Some(set(id, StatementEdit::Unsourced(text.to_owned())));
    edit.text(ui, (id, name), &row.statement.unsourced, show, change);
}

fn actions(ui: &mut Ui, row: &StatementRow, edit: &mut Edit<'_>, draft: &mut Option<Draft>) {
    ui.horizontal_wrapped(|ui| {
        let copy = ui.add(Button::secondary(t("statement-copy"))).on_hover_text(UiCommand::CopyQuote.tip());
        if copy.clicked() {
            edit.out.push(Command::CopyQuotes(vec![row.statement.id]));
        }
        if !edit.cx.can_write() {
            ui.disable();
        }
        if ui.add(Button::secondary(t("statement-add-follow-up"))).clicked() {
            *draft = Some(Draft::typed(DraftKind::FollowUp));
        }
        let delete = Button::quiet(UiCommand::DeleteRecord.words());
        if ui.add(delete).on_hover_text(UiCommand::DeleteRecord.tip()).clicked() {
            edit.out.push(Command::Ui(UiCommand::DeleteRecord));
        }
    });
}

fn set(id: Id, edit: StatementEdit) -> Change {
    StatementChange::Edit { ids: vec![id], edit }.into()
}

fn first_fields(
    ui: &mut Ui,
    case: &CaseView,
    row: &StatementRow,
    pane: &mut StatementPane,
    edit: &mut Edit<'_>,
) {
    let statement = &row.statement;
    let id = statement.id;
    role_field(ui, case, row, PartyRole::Speaker, t("statement-speaker"), edit);
    occasion_ui(ui, case, row, pane, edit);
    role_field(ui, case, row, PartyRole::About, t("statement-about"), edit);
    let article = row.sources.first().map(|source| source.article_id);
    // What is shown while it has none of its own; its own stands in the field.
    let hint = if row.said.from == DateFrom::Own { "" } else { &row.said.words };
    let set_date = |date| set(id, StatementEdit::Date(date));
    edit.date_hinted(ui, t("statement-date"), hint, &statement.date, article, set_date);
    if let Some(from) = date_from(row) {
        under(ui, |ui| ui.add(Label::new(Type::Label.muted(ui, from)).wrap()));
    }
    edit.choice(ui, t("statement-kind"), statement.kind, |kind| set(id, StatementEdit::Kind(kind)));
}

/// Where the date comes from while the statement has none of its own.
fn date_from(row: &StatementRow) -> Option<&'static str> {
    match row.said.from {
        DateFrom::Occasion => Some(t("statement-date-of-occasion")),
        DateFrom::Article => Some(t("statement-date-of-article")),
        DateFrom::None if row.statement.date.is_empty() => Some(t("statement-date-unknown")),
        DateFrom::None | DateFrom::Own => None,
    }
}

/// Something small close under the value of the row before it.
fn under<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.add_space(-4.0);
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(size::LABEL_COLUMN);
            add(ui)
        })
        .inner
    })
    .inner
}

/// The parties a statement has in a role itself, not through its occasion.
fn own(row: &StatementRow, role: PartyRole) -> Vec<Id> {
    row.statement.parties.iter().filter(|(r, _)| *r == role).map(|(_, id)| *id).collect()
}

/// The parties a statement has in a role through its occasion, by name.
fn of_occasion(case: &CaseView, row: &StatementRow, role: PartyRole) -> String {
    let parties = row.parties.iter().filter(|(r, _)| *r == role);
    let names: Vec<&str> = parties.map(|(_, id)| case.party_name(*id)).collect();
    let occasion = row.statement.occasion_id.and_then(|id| case.occasion(id));
    occasion.map_or_else(String::new, |occasion| as_in_occasion(&names, occasion))
}

fn role_field(
    ui: &mut Ui,
    case: &CaseView,
    row: &StatementRow,
    role: PartyRole,
    name: &'static str,
    edit: &mut Edit<'_>,
) {
    let ids = vec![row.statement.id];
    let change = |parties| StatementChange::SetParties { ids, role, parties }.into();
    edit.parties_hinted(ui, name, &of_occasion(case, row, role), &own(row, role), change);
}

fn occasion_ui(
    ui: &mut Ui,
    case: &CaseView,
    row: &StatementRow,
    pane: &mut StatementPane,
    edit: &mut Edit<'_>,
) {
    let (id, value) = (row.statement.id, row.statement.occasion_id);
    pane.occasions.retain(
        |of, choice| {
            if *of == id { choice.value == value } else { choice.field.is_unfinished() }
        },
    );
    let fresh = || OccasionChoice { value, field: OccasionField::with(case, value) };
    let field = &mut pane.occasions.entry(id).or_insert_with(fresh).field;
    let Some(shared) = edit.cx.data.case.as_ref() else { return };
    let choices = edit.fields.choices.of(shared);
    let article = row.sources.first().map(|source| source.article_id);
    let output = ui
        .push_id((id, "occasion"), |ui| {
            if !edit.cx.can_write() {
                ui.disable();
            }
            field.show(ui, edit.cx, choices, article)
        })
        .inner;
    if let Some(kind) = field.new_kind() {
        let made = value_row(ui, "", |ui| {
            let words = t_with("occasion-make", &[("kind", Arg::from(crate::text::Worded::word(kind)))]);
            ui.add(Button::secondary(&words)).clicked()
        });
        let made = made || (output.left_by_enter && field.is_settled());
        if let (true, Some(OccasionRef::New { kind, title, date })) = (made, field.value(edit.cx, article)) {
            edit.push(StatementChange::SetNewOccasion { id, kind, title, date }.into());
        }
    } else if output.picked {
        edit.push(set(id, StatementEdit::Occasion(field.known())));
    }
    if let Some(occasion) = value {
        let words = Type::Label.text(t("statement-open-occasion")).color(palette(ui).accent);
        if under(ui, |ui| ui.add(Link::new(words))).on_hover_cursor(CursorIcon::PointingHand).clicked() {
            edit.out.push(Command::Select(Owner::Occasion(occasion)));
        }
    }
}

fn more_fields(ui: &mut Ui, case: &CaseView, row: &StatementRow, edit: &mut Edit<'_>) {
    let statement = &row.statement;
    let id = statement.id;
    role_field(ui, case, row, PartyRole::Audience, t("statement-to"), edit);
    role_field(ui, case, row, PartyRole::Behalf, t("statement-behalf"), edit);
    edit.choice(ui, t("statement-form"), statement.form, |form| set(id, StatementEdit::Form(form)));
    edit.lines(ui, t("statement-gist"), 2, &statement.gist, |gist| set(id, StatementEdit::Gist(gist)));
    nested_ui(ui, case, row, edit);
    edit.check(ui, t("statement-sic"), statement.sic, |sic| set(id, StatementEdit::Sic(sic)));
    edit.check(ui, t("statement-important"), statement.important, |key| {
        set(id, StatementEdit::Important(key))
    });
    edit.check(ui, t("statement-hidden"), statement.hidden, |hidden| set(id, StatementEdit::Hidden(hidden)));
    confidential_ui(ui, statement, edit);
}

fn confidential_ui(ui: &mut Ui, statement: &Statement, edit: &mut Edit<'_>) {
    let (id, note) = (statement.id, &statement.confidential_note);
    edit.lines(ui, t("statement-confidential"), 2, note, |v| set(id, StatementEdit::ConfidentialNote(v)));
    let remark = Type::Label.muted(ui, t("statement-confidential-note"));
    under(ui, |ui| ui.label(remark));
}

fn nested_ui(ui: &mut Ui, case: &CaseView, row: &StatementRow, edit: &mut Edit<'_>) {
    let (id, value) = (row.statement.id, row.statement.nested_in);
    let Some(shared) = edit.cx.data.case.as_ref() else { return };
    let options = edit.fields.choices.of(shared).statements(case);
    let holder = value.and_then(|holder| case.statement(holder));
    let held: Vec<_> = holder.map(|row| known(row.statement.id, statement_label(row))).into_iter().collect();
    let name = t("statement-nested-in");
    let make = |mut chosen: Vec<_>| PartyField::one_of(chosen.pop());
    let hint = t("statement-nested-in-none");
    let now = value_row(ui, name, |ui| edit.chosen_field(ui, name, &held, &options, hint, make));
    if let Some(now) = now {
        // A statement cannot hold itself.
        let holder = now.first().and_then(id_of).filter(|holder| *holder != id);
        edit.push(set(id, StatementEdit::NestedIn(holder)));
    }
    if let Some(holder) = holder {
        value_row(ui, "", |ui| {
            let words = Type::Label.text(statement_label(holder)).color(palette(ui).accent);
            let link = ui.add(Label::new(words).truncate().sense(Sense::click()));
            if link.on_hover_cursor(CursorIcon::PointingHand).clicked() {
                edit.out.push(Command::Select(Owner::Statement(holder.statement.id)));
            }
        });
    }
}

/// Where its quote went, and in which wording.
fn uses_ui(ui: &mut Ui, of: Owner, edit: &Edit<'_>) {
    let uses = edit.cx.detail(of).map_or(&[][..], |detail| &detail.uses);
    if uses.is_empty() {
        return;
    }
    rule(ui);
    section_heading(ui, t("statement-used-in"));
    for (at, how, wording) in uses {
        let how = match how.as_str() {
            "copy" => t("statement-used-copy"),
            _ => t("statement-used-export"),
        };
        let date = Edtf::day(local_day(*at)).words();
        let words = t_with("statement-used-line", &[("date", Arg::from(date)), ("how", Arg::from(how))]);
        ui.add(Label::new(Type::Label.muted(ui, words)).truncate()).on_hover_text(wording);
    }
}
