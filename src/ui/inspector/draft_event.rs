//! The form of a new event: what happened, when, who took part.

use eframe::egui::Ui;

use super::draft::{DraftFields, Form, all_settled, is_empty, is_no_date};
use super::draft_party::one_line;
use super::field::{date_note, read_in_article};
use super::parties::refs;
use crate::command::Command;
use crate::domain::change::EventChange;
use crate::domain::date::read_given;
use crate::domain::id::Id;
use crate::text::t;
use crate::ui::draft::Draft;
use crate::ui::widgets::{DateField, PartyField, TextField, value_row};

/// What is typed for a new event.
pub(super) struct EventForm {
    title: String,
    date: String,
    parties: PartyField<Id>,
}

impl EventForm {
    pub(super) fn new(draft: &Draft) -> Self {
        Self { title: one_line(&draft.quote), date: String::new(), parties: PartyField::default() }
    }
}

impl DraftFields for EventForm {
    fn show(&mut self, ui: &mut Ui, form: &Form<'_>) -> bool {
        let name = t("event-title");
        let title = TextField::new(name).name_hidden().prefilled(form.opened);
        let title = value_row(ui, name, |ui| title.show(ui, &mut self.title));
        let name = t("event-date");
        let note = |text: &str| date_note(form.cx, text, form.draft.article);
        let field = DateField::new(name).hint(t("event-date-hint")).name_hidden();
        let date = value_row(ui, name, |ui| field.show(ui, &mut self.date, note).0);
        let name = t("event-parties");
        let parties = form.choices.parties(form.case);
        let chosen = value_row(ui, name, |ui| self.parties.show(ui, name, &parties));
        title.changed() | date.changed() | chosen.changed
    }

    fn save(&self, form: &Form<'_>) -> Result<Vec<Command>, String> {
        let title = self.title.trim().to_owned();
        if title.is_empty() {
            return Err(is_empty(t("event-title")));
        }
        all_settled(&[(t("event-parties"), self.parties.is_settled())])?;
        let read_in = form.draft.article.map(|id| read_in_article(Some(form.case), id));
        let change = EventChange::New {
            case_id: form.case.case.id,
            title,
            date: read_given(&self.date, form.cx.today, read_in)
                .map_err(|_no_date| is_no_date(t("event-date")))?,
            parties: refs(&self.parties.chosen),
            source: form.draft.source.clone(),
        };
        Ok(vec![Command::Make(change.into())])
    }
}
