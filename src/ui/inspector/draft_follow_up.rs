//! The form of a new follow-up: what is to be found out or done, from whom, by when.

use eframe::egui::Ui;

use super::draft::{DraftFields, Form, all_settled, is_empty, is_no_date};
use super::draft_party::one_line;
use super::parties::refs;
use crate::command::Command;
use crate::domain::change::{FollowUpChange, NewFollowUp};
use crate::domain::date::{DateError, Dated, parse_due, parse_typed};
use crate::domain::id::Id;
use crate::domain::kind::{FollowUpKind, Priority};
use crate::domain::record::Owner;
use crate::text::t;
use crate::ui::Cx;
use crate::ui::draft::Draft;
use crate::ui::widgets::{Choice, DateField, PartyField, TextField, value_row};

/// What is typed for a new follow-up.
pub(super) struct FollowUpForm {
    kind: FollowUpKind,
    title: String,
    waiting_on: PartyField<Id>,
    due: String,
    expected: String,
    priority: Priority,
    detail: String,
    put_to_them: String,
    means: String,
    sent: String,
    origins: Vec<Owner>,
}

impl FollowUpForm {
    /// It comes from the article of the words marked, else from the record that is selected.
    pub(super) fn new(cx: &Cx<'_>, draft: &Draft) -> Self {
        let origin = draft.article.map(Owner::Article).or(cx.selection);
        let can_be_origin =
            |of: &Owner| matches!(of, Owner::Article(_) | Owner::Statement(_) | Owner::Event(_));
        Self {
            kind: FollowUpKind::Question,
            title: one_line(&draft.quote),
            waiting_on: PartyField::default().one(),
            due: String::new(),
            expected: String::new(),
            priority: Priority::Normal,
            detail: String::new(),
            put_to_them: String::new(),
            means: String::new(),
            sent: String::new(),
            origins: origin.into_iter().filter(can_be_origin).collect(),
        }
    }

    fn is_request_for_comment(&self) -> bool {
        self.kind == FollowUpKind::Comment
    }

    /// The key of the name of the field for the day an answer is expected by.
    fn expected_name(&self) -> &'static str {
        if self.is_request_for_comment() { "follow-up-deadline-given" } else { "follow-up-expected" }
    }

    /// What only a request for comment has.
    fn request(&mut self, ui: &mut Ui, today: i64) -> bool {
        let name = t("follow-up-put-to-them");
        let put = TextField::new(name).rows(3).name_hidden().hint(t("follow-up-put-to-them-hint"));
        let mut touched = value_row(ui, name, |ui| put.show(ui, &mut self.put_to_them)).changed();
        let name = t("follow-up-means");
        let means = TextField::new(name).name_hidden().hint(t("follow-up-means-hint"));
        touched |= value_row(ui, name, |ui| means.show(ui, &mut self.means)).changed();
        let name = t("follow-up-sent");
        let read = |text: &str| parse_typed(text, today).map(|date| date.words());
        touched
            | value_row(ui, name, |ui| DateField::new(name).name_hidden().show(ui, &mut self.sent, read).0)
                .changed()
    }
}

impl DraftFields for FollowUpForm {
    fn show(&mut self, ui: &mut Ui, form: &Form<'_>) -> bool {
        let today = form.cx.today;
        let name = t("follow-up-title");
        let title = TextField::new(name).name_hidden().hint(t("follow-up-title-hint")).prefilled(form.opened);
        let title = value_row(ui, name, |ui| title.show(ui, &mut self.title));
        let mut touched = title.changed();
        let name = t("follow-up-kind");
        touched |= value_row(ui, name, |ui| Choice::new(name).show(ui, &mut self.kind));
        let name = t("follow-up-waiting-on");
        let parties = form.choices.parties(form.case);
        touched |= value_row(ui, name, |ui| self.waiting_on.show(ui, name, &parties)).changed;
        if self.is_request_for_comment() {
            touched |= self.request(ui, today);
        }
        touched |= due_row(ui, t("follow-up-due"), &mut self.due, today);
        touched |= due_row(ui, t(self.expected_name()), &mut self.expected, today);
        let name = t("follow-up-priority");
        touched |= value_row(ui, name, |ui| Choice::new(name).show(ui, &mut self.priority));
        let name = t("follow-up-detail");
        touched
            | value_row(ui, name, |ui| TextField::new(name).rows(2).name_hidden().show(ui, &mut self.detail))
                .changed()
    }

    fn save(&self, form: &Form<'_>) -> Result<Vec<Command>, String> {
        let title = self.title.trim().to_owned();
        if title.is_empty() {
            return Err(is_empty(t("follow-up-title")));
        }
        all_settled(&[(t("follow-up-waiting-on"), self.waiting_on.is_settled())])?;
        let today = form.cx.today;
        let comment = self.is_request_for_comment();
        let only_comment = |text: &str| if comment { text.trim().to_owned() } else { String::new() };
        let sent = if comment && !self.sent.trim().is_empty() {
            Dated::sure(parse_typed(&self.sent, today).map_err(|_no_date| is_no_date(t("follow-up-sent")))?)
        } else {
            Dated::default()
        };
        let new = NewFollowUp {
            kind: self.kind,
            title,
            detail: self.detail.trim().to_owned(),
            put_to_them: only_comment(&self.put_to_them),
            means: only_comment(&self.means),
            waiting_on: refs(&self.waiting_on.chosen).pop(),
            sent,
            due: due(&self.due, today).map_err(|_no_date| is_no_date(t("follow-up-due")))?,
            expected: due(&self.expected, today).map_err(|_no_date| is_no_date(t(self.expected_name())))?,
            priority: self.priority,
            source: form.draft.source.clone(),
            origins: self.origins.clone(),
        };
        let change = FollowUpChange::New { case_id: form.case.case.id, draft: Box::new(new) };
        Ok(vec![Command::Make(change.into())])
    }
}

/// A row for a day ahead in plain words: "fri", "in 2 weeks".
fn due_row(ui: &mut Ui, name: &'static str, text: &mut String, today: i64) -> bool {
    let field = DateField::new(name).name_hidden().hint(t("follow-up-due-hint"));
    let read = |text: &str| parse_due(text, today).map(|date| date.words());
    value_row(ui, name, |ui| field.show(ui, text, read).0.changed())
}

fn due(text: &str, today: i64) -> Result<Dated, DateError> {
    if text.trim().is_empty() { Ok(Dated::default()) } else { parse_due(text, today).map(Dated::sure) }
}
