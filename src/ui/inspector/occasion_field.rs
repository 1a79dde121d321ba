//! A field for the occasion of a statement: one of the case, or a new one made on the spot.

use eframe::egui::{Key, Response, Ui};

use super::choices::{Choices, OccasionPick};
use super::field::{date_note, read_in_article};
use super::parties::known;
use crate::domain::change::OccasionRef;
use crate::domain::date::read_given;
use crate::domain::id::Id;
use crate::domain::kind::OccasionKind;
use crate::text::{Arg, Worded, t, t_with};
use crate::ui::Cx;
use crate::ui::widgets::{DateField, PartyField, TextField, value_row};
use crate::view::{CaseView, OccasionRow};

/// What is chosen or typed for an occasion.
#[derive(Debug)]
pub(super) struct OccasionField {
    pick: PartyField<OccasionPick>,
    title: String,
    date: String,
}

/// What was done in the field.
pub(super) struct OccasionOutput {
    /// Whether another occasion, or none, was chosen.
    pub(super) picked: bool,
    /// Whether the fields of a new one were typed in.
    pub(super) typed: bool,
    /// Whether one of those fields was left by Enter.
    pub(super) left_by_enter: bool,
}

impl OccasionField {
    /// A field that starts with this occasion chosen, or none.
    pub(super) fn with(case: &CaseView, id: Option<Id>) -> Self {
        let row = id.and_then(|id| case.occasion(id));
        let chosen = row.map(|row| known(OccasionPick::Known(row.occasion.id), row.label.clone()));
        let pick = PartyField::one_of(chosen).hint(t("occasion-none-known"));
        Self { pick, title: String::new(), date: String::new() }
    }

    /// Chooses none.
    pub(super) fn clear(&mut self) {
        self.pick.chosen.clear();
    }

    /// The occasion chosen, if it is one of the case.
    pub(super) fn known(&self) -> Option<Id> {
        match self.picked()? {
            OccasionPick::Known(id) => Some(id),
            OccasionPick::New(_) => None,
        }
    }

    /// The kind of the new occasion, if one is to be made.
    pub(super) fn new_kind(&self) -> Option<OccasionKind> {
        match self.picked()? {
            OccasionPick::New(kind) => Some(kind),
            OccasionPick::Known(_) => None,
        }
    }

    /// Whether nothing is typed in it that was neither taken nor deleted.
    pub(super) fn is_settled(&self) -> bool {
        self.pick.is_settled()
    }

    /// Whether a new one is being described, or its name is half typed.
    pub(super) fn is_unfinished(&self) -> bool {
        self.new_kind().is_some() || !self.is_settled()
    }

    fn picked(&self) -> Option<OccasionPick> {
        self.pick.chosen.first().and_then(super::parties::id_of)
    }

    /// Draws it as a row, with the fields of a new occasion under it. A date is read in the words of `read_in`.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        choices: &Choices,
        read_in: Option<Id>,
    ) -> OccasionOutput {
        let options = cx.data.case.as_ref().map(|case| choices.occasions(case)).unwrap_or_default();
        let name = t("statement-occasion");
        let output = value_row(ui, name, |ui| self.pick.show(ui, name, &options));
        let (mut typed, mut left_by_enter) = (false, false);
        let mut take = |ui: &Ui, response: &Response| {
            typed |= response.changed();
            left_by_enter |= response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        };
        if self.new_kind().is_some() {
            let note = |text: &str| date_note(cx, text, read_in);
            let name = t("occasion-date");
            value_row(ui, name, |ui| {
                let field = DateField::new(name).hint(t("occasion-date-hint")).name_hidden();
                let response = field.show(ui, &mut self.date, note).0;
                take(ui, &response);
            });
            let name = t("occasion-title");
            value_row(ui, name, |ui| {
                let field = TextField::new(name).hint(t("occasion-title-hint")).name_hidden();
                let response = field.show(ui, &mut self.title);
                take(ui, &response);
            });
        }
        OccasionOutput { picked: output.changed, typed, left_by_enter }
    }

    /// The occasion as a change names it; `None` while its date cannot be read.
    pub(super) fn value(&self, cx: &Cx<'_>, read_in: Option<Id>) -> Option<OccasionRef> {
        let case = cx.data.case.as_deref();
        match self.picked() {
            None => Some(OccasionRef::None),
            Some(OccasionPick::Known(id)) => Some(OccasionRef::Known(id)),
            Some(OccasionPick::New(kind)) => {
                let date =
                    read_given(&self.date, cx.today, read_in.map(|id| read_in_article(case, id))).ok()?;
                Some(OccasionRef::New { kind, title: self.title.trim().to_owned(), date })
            }
        }
    }
}

/// What a field says of parties that are those of the occasion: "Harbor Line, as in the letter"; nothing of none.
pub(super) fn as_in_occasion(names: &[&str], row: &OccasionRow) -> String {
    if names.is_empty() {
        return String::new();
    }
    let (name, kind) = (Arg::from(names.join(", ")), Arg::from(row.occasion.kind.word()));
    t_with("statement-party-of-occasion", &[("name", name), ("kind", kind)])
}
