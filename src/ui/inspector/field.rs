//! Fields of a record, edited where they stand.
//!
//! Text is written when the field is left, on Enter, and shortly after the last key; everything of one visit to
//! a field is one step to undo. Choices are written at once.

use eframe::egui::{Checkbox, Response, Ui};

use super::choices::Choices;
use super::notes::NewNotes;
use super::parties::{ChosenFields, chosen, refs};
use super::visit::{Key, Visits};
use crate::command::Command;
use crate::domain::change::{Change, PartyRef};
use crate::domain::date::{DateError, Dated, ReadIn, read_given};
use crate::domain::id::Id;
use crate::text::{Arg, Worded, t, t_with};
use crate::ui::theme::Type;
use crate::ui::widgets::{Choice, Chosen, DateField, PartyField, PartyOption, TextField, value_row};
use crate::ui::{Cx, Unfinished};
use crate::view::CaseView;

/// What is typed into fields and not written yet; kept by the inspector for all records.
#[derive(Debug, Default)]
pub struct Fields {
    visits: Visits,
    pub(super) chosen: ChosenFields,
    pub(super) choices: Choices,
    pub(super) notes: NewNotes,
}

impl Fields {
    /// A field in which something is typed of which nothing can be made yet: half a date, half a name.
    pub(crate) fn unfinished(&self) -> Option<Unfinished> {
        let (of, name) = self.visits.unfinished().or_else(|| self.chosen.unfinished())?;
        Some(Unfinished::Field { of, name })
    }

    /// Writes what is typed and can be written, at `now` of the window's clock.
    pub(crate) fn write_all(&mut self, now: f64, out: &mut Vec<Command>) {
        self.visits.write_all(now, out);
        self.notes.write_all(out);
    }

    /// To be called once the window is drawn, so that nothing typed is lost when a field is no longer shown.
    pub(crate) fn flush(&mut self, ui: &Ui, out: &mut Vec<Command>) {
        self.visits.flush(ui, out);
        self.chosen.forget(ui);
        self.notes.flush(ui, out);
    }
}

/// The fields of one record. Each is a row with its name at the left and takes the change it makes.
///
/// ```text
/// let mut edit = Edit { cx, of: id, fields: &mut state.fields, out };
/// edit.line(ui, t("event-title"), &event.title, |text| EventChange::…);
/// ```
pub struct Edit<'a> {
    /// What is drawn from.
    pub cx: &'a Cx<'a>,
    /// The record.
    pub of: Id,
    /// What is typed.
    pub fields: &'a mut Fields,
    /// Where changes go.
    pub out: &'a mut Vec<Command>,
}

impl Edit<'_> {
    /// A field for one line; Enter writes it.
    pub fn line(
        &mut self,
        ui: &mut Ui,
        name: &'static str,
        value: &str,
        change: impl FnOnce(String) -> Change,
    ) {
        let show = |ui: &mut Ui, text: &mut String| TextField::new(name).name_hidden().show(ui, text);
        value_row(ui, name, |ui| {
            self.text(ui, (self.of, name), value, show, |text| Some(change(text.to_owned())));
        });
    }

    /// As [`Edit::line`], with words that are shown muted while it is empty.
    pub fn line_hinted(
        &mut self,
        ui: &mut Ui,
        name: &'static str,
        hint: &str,
        value: &str,
        change: impl FnOnce(String) -> Change,
    ) {
        let show =
            |ui: &mut Ui, text: &mut String| TextField::new(name).hint(hint).name_hidden().show(ui, text);
        value_row(ui, name, |ui| {
            self.text(ui, (self.of, name), value, show, |text| Some(change(text.to_owned())));
        });
    }

    /// A field for several lines.
    pub fn lines(
        &mut self,
        ui: &mut Ui,
        name: &'static str,
        rows: usize,
        value: &str,
        change: impl FnOnce(String) -> Change,
    ) {
        let show =
            |ui: &mut Ui, text: &mut String| TextField::new(name).rows(rows).name_hidden().show(ui, text);
        value_row(ui, name, |ui| {
            self.text(ui, (self.of, name), value, show, |text| Some(change(text.to_owned())));
        });
    }

    /// A field for a date. Words of the article `read_in` are resolved against its publication, and wait for it.
    pub fn date(
        &mut self,
        ui: &mut Ui,
        name: &'static str,
        value: &Dated,
        read_in: Option<Id>,
        change: impl FnOnce(Dated) -> Change,
    ) {
        self.date_hinted(ui, name, "", value, read_in, change);
    }

    /// As [`Edit::date`], with words that are shown muted while it is empty.
    pub fn date_hinted(
        &mut self,
        ui: &mut Ui,
        name: &'static str,
        hint: &str,
        value: &Dated,
        read_in: Option<Id>,
        change: impl FnOnce(Dated) -> Change,
    ) {
        let cx = self.cx;
        let show = |ui: &mut Ui, text: &mut String| {
            let read = |typed: &str| date_note(cx, typed, read_in);
            DateField::new(name).hint(hint).name_hidden().show(ui, text, read).0
        };
        let made = |text: &str| {
            let case = cx.data.case.as_deref();
            read_given(text, cx.today, read_in.map(|id| read_in_article(case, id))).ok().map(change)
        };
        value_row(ui, name, |ui| self.text(ui, (self.of, name), &value.as_typed(), show, made));
    }

    /// A field for text without its row: `show` draws it, `change` makes a change of what is typed if it can.
    pub(super) fn text(
        &mut self,
        ui: &mut Ui,
        key: Key,
        value: &str,
        show: impl FnOnce(&mut Ui, &mut String) -> Response,
        change: impl FnOnce(&str) -> Option<Change>,
    ) {
        ui.push_id(key, |ui| {
            if !self.cx.can_write() {
                ui.disable();
            }
            self.fields.visits.field(ui, key, value, show, change, self.out);
        });
    }

    /// A list to choose from.
    pub fn choice<T: Worded>(
        &mut self,
        ui: &mut Ui,
        name: &'static str,
        value: T,
        change: impl FnOnce(T) -> Change,
    ) {
        let mut chosen = value;
        let changed =
            value_row(ui, name, |ui| self.control(ui, name, |ui| Choice::new(name).show(ui, &mut chosen)));
        if changed {
            self.push(change(chosen));
        }
    }

    /// A list to choose from, or to leave open.
    pub fn choice_or_none<T: Worded>(
        &mut self,
        ui: &mut Ui,
        name: &'static str,
        value: Option<T>,
        change: impl FnOnce(Option<T>) -> Change,
    ) {
        let mut chosen = value;
        let changed = value_row(ui, name, |ui| {
            self.control(ui, name, |ui| Choice::new(name).show_optional(ui, &mut chosen))
        });
        if changed {
            self.push(change(chosen));
        }
    }

    /// A box to tick, with its name after it.
    pub fn check(
        &mut self,
        ui: &mut Ui,
        name: &'static str,
        value: bool,
        change: impl FnOnce(bool) -> Change,
    ) {
        let mut ticked = value;
        let response =
            self.control(ui, name, |ui| ui.add(Checkbox::new(&mut ticked, Type::Table.text(name))));
        if response.changed() {
            self.push(change(ticked));
        }
    }

    /// A field for parties, in order; new ones are made on the spot.
    pub fn parties(
        &mut self,
        ui: &mut Ui,
        name: &'static str,
        value: &[Id],
        change: impl FnOnce(Vec<PartyRef>) -> Change,
    ) {
        self.parties_hinted(ui, name, "", value, change);
    }

    /// As [`Edit::parties`], with words that are shown muted while it is empty.
    pub fn parties_hinted(
        &mut self,
        ui: &mut Ui,
        name: &'static str,
        hint: &str,
        value: &[Id],
        change: impl FnOnce(Vec<PartyRef>) -> Change,
    ) {
        let Some(case) = self.cx.data.case.as_ref() else { return };
        let options = self.fields.choices.of(case).parties(case);
        let value = chosen(case, value);
        let parties =
            value_row(ui, name, |ui| self.chosen_field(ui, name, &value, &options, hint, PartyField::with));
        if let Some(parties) = parties {
            self.push(change(refs(&parties)));
        }
    }

    /// A field in which records are chosen, without its row; gives what is chosen when that is changed.
    pub(super) fn chosen_field(
        &mut self,
        ui: &mut Ui,
        name: &'static str,
        value: &[Chosen<Id>],
        options: &[PartyOption<Id>],
        hint: &str,
        make: impl FnOnce(Vec<Chosen<Id>>) -> PartyField<Id>,
    ) -> Option<Vec<Chosen<Id>>> {
        let key = (self.of, name);
        ui.push_id(key, |ui| {
            if !self.cx.can_write() {
                ui.disable();
            }
            self.fields.chosen.field(ui, key, value, options, hint, make)
        })
        .inner
    }

    /// Pushes a change that is a step of its own.
    pub fn push(&mut self, change: Change) {
        self.out.push(Command::Change { change, group: None });
    }

    fn control<R>(&mut self, ui: &mut Ui, name: &'static str, add: impl FnOnce(&mut Ui) -> R) -> R {
        ui.push_id((self.of, name), |ui| {
            if !self.cx.can_write() {
                ui.disable();
            }
            add(ui)
        })
        .inner
    }
}

/// The article in whose words a date is given, with what is known of its publication.
#[must_use]
pub fn read_in_article(case: Option<&CaseView>, article: Id) -> ReadIn<'_> {
    let row = case.and_then(|case| case.article(article));
    ReadIn { article, published: row.and_then(|row| row.article.published.edtf.as_ref()) }
}

/// What stands under a date field: how the words were understood, empty if as they are typed.
pub fn date_note(cx: &Cx<'_>, typed: &str, read_in: Option<Id>) -> Result<String, DateError> {
    let case = cx.data.case.as_deref();
    let dated = read_given(typed, cx.today, read_in.map(|id| read_in_article(case, id)))?;
    let key = |article| case.and_then(|case| case.article(article)).map_or("", |row| &row.key);
    Ok(match (dated.rests_on(), dated.edtf) {
        (Some(article), Some(date)) => t_with(
            "date-seen-from",
            &[("date", Arg::from(date.words())), ("article", Arg::from(key(article)))],
        ),
        (Some(article), None) => t_with("date-waits", &[("article", Arg::from(key(article)))]),
        (None, Some(date)) if date.words() == typed.trim() => String::new(),
        (None, Some(date)) => date.words(),
        (None, None) => t("date-undated").to_owned(),
    })
}
