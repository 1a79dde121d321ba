//! The form of a new statement: who said it, where, about whom, when; the rest under “More”.

use eframe::egui::Ui;

use super::draft::{DraftFields, Form, all_settled, is_empty, is_no_date};
use super::field::{date_note, read_in_article};
use super::head::more_toggle;
use super::occasion_field::{OccasionField, from_occasion};
use super::parties::{id_of, refs};
use crate::command::Command;
use crate::domain::change::{NewStatement, StatementChange};
use crate::domain::date::read_given;
use crate::domain::id::Id;
use crate::domain::kind::{Form as Wording, LinkKind, OccasionRole, StatementKind};
use crate::domain::quoted::is_quoted;
use crate::domain::said_by;
use crate::text::t;
use crate::ui::Cx;
use crate::ui::draft::Draft;
use crate::ui::theme::Type;
use crate::ui::widgets::{Choice, DateField, PartyField, TextField, value_row};
use crate::view::{ArticleView, CaseView, OccasionRow, PartyRow};

/// What is typed for a new statement.
pub(super) struct StatementForm {
    words: String,
    speakers: PartyField<Id>,
    occasion: OccasionField,
    /// The occasion offered because the article's last statement was of it, until another is chosen.
    offered: Option<Id>,
    about: PartyField<Id>,
    date: String,
    kind: StatementKind,
    more: bool,
    to: PartyField<Id>,
    behalf: PartyField<Id>,
    wording: Wording,
    gist: String,
    nested_in: PartyField<Id>,
    sic: bool,
    answers: PartyField<Id>,
    /// How it replies, once that was chosen.
    how: Option<LinkKind>,
}

/// Whether the words selected stand in quotation marks in the article: else they are the outlet's, not the speaker's.
fn stands_in_marks(view: &ArticleView, draft: &Draft) -> bool {
    let (Some(text), Some(source)) = (&view.text, &draft.source) else { return true };
    source.spans.first().is_none_or(|span| is_quoted(text, *span))
}

impl StatementForm {
    pub(super) fn new(cx: &Cx<'_>, case: &CaseView, draft: &Draft) -> Self {
        let read = cx.article().filter(|view| Some(view.article.id) == draft.article);
        let in_marks = read.is_none_or(|view| stands_in_marks(view, draft));
        // Words the outlet says itself are not taken to be of the letter quoted before.
        let last = read.and_then(|view| view.last_occasion).filter(|_| in_marks);
        let row = last.and_then(|id| case.occasion(id));
        // Nor are words that the article gives to somebody else.
        let is_other = |row: &&OccasionRow| read.is_some_and(|view| another_speaks(case, view, draft, row));
        let offered = row.filter(|row| !is_other(row)).map(|row| row.occasion.id);
        Self {
            words: String::new(),
            speakers: PartyField::default(),
            occasion: OccasionField::with(case, offered),
            offered,
            about: PartyField::default(),
            date: String::new(),
            kind: StatementKind::Claim,
            more: false,
            to: PartyField::default(),
            behalf: PartyField::default(),
            wording: if in_marks { Wording::Verbatim } else { Wording::Paraphrase },
            gist: String::new(),
            nested_in: PartyField::one_of(None),
            sic: false,
            answers: PartyField::one_of(None),
            how: None,
        }
    }

    fn fields(&mut self, ui: &mut Ui, form: &Form<'_>) -> bool {
        let Form { cx, case, choices, draft, opened } = form;
        let parties = choices.parties(case);
        let mut touched = false;
        if draft.source.is_none() {
            touched |= self.typed_words(ui, *opened);
        } else if self.wording == Wording::Paraphrase {
            ui.label(Type::Label.muted(ui, t("statement-not-in-marks")));
        }
        let name = t("statement-speaker");
        self.speakers.set_given(&self.speaker_of_occasion(case));
        let speaker = value_row(ui, name, |ui| self.speakers.show(ui, name, &parties));
        if speaker.given_refused {
            self.occasion.clear();
            self.offered = None;
        }
        if *opened && draft.source.is_some() {
            speaker.response.request_focus();
        }
        if speaker.changed {
            self.let_go_of_offer(case);
        }
        let occasion = self.occasion.show(ui, cx, choices, draft.article);
        if occasion.picked {
            self.offered = None;
        }
        touched |= speaker.changed
            || speaker.given_refused
            || speaker.response.changed()
            || occasion.picked
            || occasion.typed;
        let name = t("statement-about");
        touched |= value_row(ui, name, |ui| self.about.show(ui, name, &parties)).changed;
        touched |= self.date_row(ui, form);
        let name = t("statement-kind");
        touched |= value_row(ui, name, |ui| Choice::new(name).show(ui, &mut self.kind));
        touched
    }

    fn typed_words(&mut self, ui: &mut Ui, opened: bool) -> bool {
        let name = t("statement-words");
        let field =
            TextField::new(name).rows(3).hint(t("statement-words-hint")).note(Some(t("statement-unsourced")));
        let response = field.show(ui, &mut self.words);
        if opened {
            response.request_focus();
        }
        response.changed()
    }

    fn date_row(&mut self, ui: &mut Ui, form: &Form<'_>) -> bool {
        let name = t("statement-date");
        let note = |text: &str| date_note(form.cx, text, form.draft.article);
        let hint = t("statement-date-hint");
        let field = DateField::new(name).hint(hint).name_hidden();
        value_row(ui, name, |ui| field.show(ui, &mut self.date, note).0.changed())
    }

    fn more(&mut self, ui: &mut Ui, form: &Form<'_>) -> bool {
        let parties = form.choices.parties(form.case);
        let statements = form.choices.statements(form.case);
        let mut touched = false;
        let name = t("statement-to");
        touched |= value_row(ui, name, |ui| self.to.show(ui, name, &parties)).changed;
        let name = t("statement-behalf");
        touched |= value_row(ui, name, |ui| self.behalf.show(ui, name, &parties)).changed;
        let name = t("statement-form");
        touched |= value_row(ui, name, |ui| Choice::new(name).show(ui, &mut self.wording));
        let name = t("statement-gist");
        touched |= value_row(ui, name, |ui| {
            TextField::new(name)
                .name_hidden()
                .hint(t("statement-gist-hint"))
                .show(ui, &mut self.gist)
                .changed()
        });
        let name = t("statement-nested-in");
        touched |= value_row(ui, name, |ui| self.nested_in.show(ui, name, &statements)).changed;
        let name = t("statement-answers");
        touched |= value_row(ui, name, |ui| self.answers.show(ui, name, &statements)).changed;
        if !self.answers.chosen.is_empty() {
            let name = t("statement-how");
            let mut how = self.how.unwrap_or_else(|| self.proposed());
            if value_row(ui, name, |ui| Choice::new(name).show(ui, &mut how)) {
                self.how = Some(how);
                touched = true;
            }
        }
        touched | ui.checkbox(&mut self.sic, Type::Table.text(t("statement-sic"))).changed()
    }

    /// How it replies, as long as nobody has said so.
    fn proposed(&self) -> LinkKind {
        LinkKind::usual_of(self.kind)
    }

    /// The senders of the occasion chosen, who are the speakers while none is named.
    fn speaker_of_occasion(&self, case: &CaseView) -> String {
        let Some(row) = self.occasion.known().and_then(|id| case.occasion(id)) else { return String::new() };
        let names: Vec<&str> = senders(row).map(|id| case.party_name(id)).collect();
        from_occasion(&names, row)
    }

    /// A speaker who did not send the offered letter said it elsewhere.
    fn let_go_of_offer(&mut self, case: &CaseView) {
        let Some(row) = self.offered.and_then(|id| case.occasion(id)) else { return };
        let sent = |id: &Id| senders(row).any(|sender| sender == *id);
        if !self.speakers.chosen.is_empty()
            && !self.speakers.chosen.iter().filter_map(id_of).any(|id| sent(&id))
        {
            self.occasion.clear();
            self.offered = None;
        }
    }

    fn all_settled(&self) -> Result<(), String> {
        all_settled(&[
            (t("statement-speaker"), self.speakers.is_settled()),
            (t("statement-occasion"), self.occasion.is_settled()),
            (t("statement-about"), self.about.is_settled()),
            (t("statement-to"), self.to.is_settled()),
            (t("statement-behalf"), self.behalf.is_settled()),
            (t("statement-nested-in"), self.nested_in.is_settled()),
            (t("statement-answers"), self.answers.is_settled()),
        ])
    }
}

impl DraftFields for StatementForm {
    fn show(&mut self, ui: &mut Ui, form: &Form<'_>) -> bool {
        let mut touched = self.fields(ui, form);
        more_toggle(ui, &mut self.more);
        if self.more {
            touched |= self.more(ui, form);
        }
        touched
    }

    fn save(&self, form: &Form<'_>) -> Result<Vec<Command>, String> {
        let has_words = form.draft.source.is_some() || !self.words.trim().is_empty();
        if !has_words {
            return Err(is_empty(t("statement-words")));
        }
        self.all_settled()?;
        let article = form.draft.article;
        let read_in = article.map(|id| read_in_article(Some(form.case), id));
        let one = |field: &PartyField<Id>| field.chosen.first().and_then(id_of);
        let new = NewStatement {
            source: form.draft.source.clone(),
            unsourced: if form.draft.source.is_none() { self.words.trim().to_owned() } else { String::new() },
            speakers: refs(&self.speakers.chosen),
            behalf: refs(&self.behalf.chosen),
            audience: refs(&self.to.chosen),
            about: refs(&self.about.chosen),
            occasion: self.occasion.value(form.cx, article).ok_or_else(|| is_no_date(t("occasion-date")))?,
            form: self.wording,
            kind: self.kind,
            gist: self.gist.trim().to_owned(),
            nested_in: one(&self.nested_in),
            sic: self.sic,
            date: read_given(&self.date, form.cx.today, read_in)
                .map_err(|_no_date| is_no_date(t("statement-date")))?,
            answers: one(&self.answers).map(|id| (id, self.how.unwrap_or_else(|| self.proposed()))),
        };
        let change = StatementChange::New { case_id: form.case.case.id, draft: Box::new(new) };
        Ok(vec![Command::Make(change.into())])
    }
}

/// Whether the article gives the words of `draft` to somebody else than who sent or said `occasion`.
fn another_speaks(case: &CaseView, view: &ArticleView, draft: &Draft, occasion: &OccasionRow) -> bool {
    let (Some(text), Some(source)) = (&view.text, &draft.source) else { return false };
    let Some(span) = source.spans.first() else { return false };
    let is_sender = |row: &&PartyRow| senders(occasion).any(|id| id == row.party.id);
    let names = |row: &PartyRow| [row.party.name.clone()].into_iter().chain(row.aliases.clone());
    let own: Vec<String> = case.parties.iter().filter(is_sender).flat_map(names).collect();
    let others: Vec<String> = case.parties.iter().filter(|row| !is_sender(row)).flat_map(names).collect();
    said_by::another(text, *span, &own, &others)
}

fn senders(row: &OccasionRow) -> impl Iterator<Item = Id> {
    row.occasion.parties.iter().filter(|(role, _)| *role == OccasionRole::From).map(|(_, id)| *id)
}
