//! The form of a new party: a name, or another name of a party there is.

use eframe::egui::Ui;

use super::draft::{DraftFields, Form, all_settled, is_empty};
use super::parties::id_of;
use crate::command::Command;
use crate::domain::change::PartyChange;
use crate::domain::id::Id;
use crate::domain::kind::{AliasKind, PartyKind};
use crate::domain::party_name::guess_kind;
use crate::domain::record::Owner;
use crate::text::{Arg, Worded, t, t_with};
use crate::ui::draft::Draft;
use crate::ui::theme::Type;
use crate::ui::widgets::{Choice, PartyField, TextField, value_row};

/// What is typed for a new party.
pub(super) struct PartyForm {
    name: String,
    kind: Option<PartyKind>,
    also: PartyField<Id>,
    alias: AliasKind,
}

impl PartyForm {
    pub(super) fn new(draft: &Draft) -> Self {
        let name = one_line(&draft.quote);
        Self {
            name,
            kind: None,
            also: PartyField::one_of(None).hint(t("draft-party-also-hint")),
            alias: AliasKind::Name,
        }
    }

    fn also_of(&self) -> Option<Id> {
        self.also.chosen.first().and_then(id_of)
    }
}

impl DraftFields for PartyForm {
    fn show(&mut self, ui: &mut Ui, form: &Form<'_>) -> bool {
        let name = t("party-name");
        let field = TextField::new(name).name_hidden().prefilled(form.opened);
        let mut touched = value_row(ui, name, |ui| field.show(ui, &mut self.name)).changed();
        let name = t("draft-party-also");
        let parties = form.choices.parties(form.case);
        touched |= value_row(ui, name, |ui| self.also.show(ui, name, &parties)).changed;
        if self.also_of().is_some() {
            let name = t("draft-party-alias-kind");
            touched |= value_row(ui, name, |ui| Choice::new(name).show(ui, &mut self.alias));
        } else {
            let name = t("party-kind");
            touched |= value_row(ui, name, |ui| {
                let changed = Choice::new(name).show_optional(ui, &mut self.kind);
                if self.kind.is_none() {
                    let kind = Arg::from(guess_kind(&self.name).word());
                    let words = t_with("draft-party-kind-guessed", &[("kind", kind)]);
                    ui.label(Type::Label.muted(ui, words));
                }
                changed
            });
        }
        touched
    }

    fn save(&self, form: &Form<'_>) -> Result<Vec<Command>, String> {
        let name = self.name.trim().to_owned();
        if name.is_empty() {
            return Err(is_empty(t("party-name")));
        }
        all_settled(&[(t("draft-party-also"), self.also.is_settled())])?;
        let case_id = form.case.case.id;
        Ok(match self.also_of() {
            Some(id) => {
                let change =
                    PartyChange::AddAlias { id, alias: name, kind: self.alias, case_id: Some(case_id) };
                vec![
                    Command::Change { change: change.into(), group: None },
                    Command::Select(Owner::Party(id)),
                ]
            }
            None => vec![Command::Make(PartyChange::New { case_id, name, kind: self.kind }.into())],
        })
    }
}

/// Words of a text as a line: white space as single spaces.
pub(super) fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
