//! An event: what happened, when, who took part, where it is told.

use eframe::egui::Ui;

use super::field::Edit;
use super::head::head_with_sources;
use super::sources::sources_ui;
use crate::command::{Command, UiCommand};
use crate::domain::change::{Change, EventChange, NewSource};
use crate::domain::edit::EventEdit;
use crate::domain::kind::RecordKind;
use crate::domain::record::Owner;
use crate::text::t;
use crate::ui::draft::{Draft, DraftKind};
use crate::ui::widgets::{Button, rule};
use crate::view::EventRow;

/// Draws an event; `selected` are words marked in the reader.
pub(super) fn event_ui(
    ui: &mut Ui,
    row: &EventRow,
    selected: Option<&NewSource>,
    edit: &mut Edit<'_>,
    draft: &mut Option<Draft>,
) {
    let event = &row.event;
    let (id, of) = (event.id, Owner::Event(event.id));
    let set = |edit| -> Change { EventChange::Edit { ids: vec![id], edit }.into() };
    head_with_sources(ui, RecordKind::Event, &row.key, edit.cx.detail(of));
    edit.lines(ui, t("event-title"), 2, &event.title, |title| set(EventEdit::Title(title)));
    let article = row.sources.first().map(|source| source.article_id);
    edit.date(ui, t("event-date"), &event.date, article, |date| set(EventEdit::Date(date)));
    edit.parties(ui, t("event-parties"), &event.parties, |parties| {
        EventChange::SetParties { id, parties }.into()
    });
    edit.lines(ui, t("event-detail"), 3, &event.detail, |detail| set(EventEdit::Detail(detail)));
    edit.disputed_by(ui, of);
    edit.topics(ui, of, &row.topics);
    edit.check(ui, t("event-hidden"), event.hidden, |hidden| set(EventEdit::Hidden(hidden)));
    actions(ui, edit, draft);
    rule(ui);
    sources_ui(ui, of, &row.sources, selected, false, edit);
    rule(ui);
    edit.notes(ui, of);
}

fn actions(ui: &mut Ui, edit: &mut Edit<'_>, draft: &mut Option<Draft>) {
    ui.horizontal_wrapped(|ui| {
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
