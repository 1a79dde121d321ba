//! A party's other names and its relations: those there are, and room for another.

use std::collections::HashMap;

use eframe::egui::{Key, Label, Ui};

use super::field::Edit;
use crate::domain::change::{PartyChange, PartyRef};
use crate::domain::date::{Dated, parse_typed};
use crate::domain::id::Id;
use crate::domain::kind::{AliasKind, RelationKind};
use crate::domain::record::Alias;
use crate::text::{Arg, Worded, t, t_with};
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{
    Choice, Chosen, DateField, Icon, PartyField, PartyOption, TextField, icon_button, quiet, secondary,
    section_heading,
};
use crate::view::RelationView;

/// What is being added to parties, by party: what is typed stays while another one is looked at.
#[derive(Debug, Default)]
pub(super) struct PartyPanes {
    of: HashMap<Id, PartyPane>,
}

impl PartyPanes {
    /// That of one party.
    pub(super) fn of(&mut self, id: Id) -> &mut PartyPane {
        self.of.entry(id).or_default()
    }

    /// A party with a name or a relation typed that is not added yet.
    pub(super) fn unfinished(&self) -> Option<Id> {
        self.of.iter().find(|(_, pane)| pane.is_unfinished()).map(|(of, _)| *of)
    }
}

/// What is being added to a party.
#[derive(Debug)]
pub(super) struct PartyPane {
    alias: String,
    alias_kind: AliasKind,
    /// Whether the form of a relation is open.
    relating: bool,
    relation: RelationKind,
    other: PartyField<Id>,
    dates: String,
}

impl Default for PartyPane {
    fn default() -> Self {
        Self {
            alias: String::new(),
            alias_kind: AliasKind::Name,
            relating: false,
            relation: RelationKind::WorksFor,
            other: PartyField::default(),
            dates: String::new(),
        }
    }
}

impl PartyPane {
    fn is_unfinished(&self) -> bool {
        let relation =
            !self.other.is_settled() || !self.other.chosen.is_empty() || !self.dates.trim().is_empty();
        !self.alias.trim().is_empty() || relation
    }

    /// The other names, each to be taken away, and a field for another. `case_id` is the case they come from.
    pub(super) fn names_ui(
        &mut self,
        ui: &mut Ui,
        id: Id,
        case_id: Option<Id>,
        aliases: &[Alias],
        edit: &mut Edit<'_>,
    ) {
        section_heading(ui, t("party-other-names"));
        let can_write = edit.cx.can_write();
        for alias in aliases {
            ui.push_id(alias.id, |ui| {
                ui.horizontal(|ui| {
                    ui.set_min_height(size::CHIP);
                    ui.label(Type::Table.text(&alias.alias));
                    ui.label(Type::Label.muted(ui, alias.kind.word()));
                    let remove = t_with("party-remove", &[("name", Arg::from(alias.alias.as_str()))]);
                    if can_write && icon_button(ui, Icon::Close, &remove).clicked() {
                        edit.push(PartyChange::RemoveAlias { id, alias_id: alias.id }.into());
                    }
                });
            });
        }
        if !can_write {
            return;
        }
        ui.horizontal(|ui| {
            let width = (ui.available_width() - 206.0).max(96.0);
            let field = TextField::new(t("party-other-name")).hint(t("party-other-name")).name_hidden();
            let response = field.width(width).show(ui, &mut self.alias);
            let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            Choice::new(t("party-name-kind")).width(116.0).show(ui, &mut self.alias_kind);
            let alias = self.alias.trim().to_owned();
            let add = !alias.is_empty() && (quiet(ui, t("party-add")).clicked() || entered);
            if add {
                let kind = self.alias_kind;
                edit.push(PartyChange::AddAlias { id, alias, kind, case_id }.into());
                self.alias.clear();
            }
        });
    }

    /// The relations, each to be taken away, and a form for another. `name` is the party's; without options nothing
    /// can be added.
    pub(super) fn relations_ui(
        &mut self,
        ui: &mut Ui,
        id: Id,
        name: &str,
        relations: &[RelationView],
        adding: Option<(Id, &[PartyOption<Id>])>,
        edit: &mut Edit<'_>,
    ) {
        if relations.is_empty() && adding.is_none() {
            return;
        }
        section_heading(ui, t("party-relations"));
        for relation in relations {
            ui.push_id(relation.id, |ui| relation_ui(ui, name, relation, edit));
        }
        let Some((case_id, options)) = adding.filter(|_| edit.cx.can_write()) else { return };
        if self.relating {
            self.new_relation_ui(ui, id, case_id, options, edit);
        } else if quiet(ui, t("party-add-relation")).clicked() {
            self.relating = true;
        }
    }

    fn new_relation_ui(
        &mut self,
        ui: &mut Ui,
        id: Id,
        case_id: Id,
        options: &[PartyOption<Id>],
        edit: &mut Edit<'_>,
    ) {
        Choice::new(t("party-relation-kind")).width(ui.available_width() - 8.0).show(ui, &mut self.relation);
        self.other.show(ui, t("party-relation-other"), options);
        let today = edit.cx.today;
        let read = |text: &str| parse_typed(text, today).map(|date| date.words());
        let (_, readable) = DateField::new(t("party-relation-dates"))
            .hint(t("party-relation-dates-hint"))
            .name_hidden()
            .show(ui, &mut self.dates, read);
        ui.horizontal(|ui| {
            let other = self.other.chosen.first().map(|chosen| match chosen {
                Chosen::Known { id, .. } => PartyRef::Known(*id),
                Chosen::New(name) => PartyRef::New(name.clone()),
            });
            let ready = readable && other.is_some();
            let pressed = ui.add_enabled_ui(ready, |ui| secondary(ui, t("party-add")).clicked()).inner;
            if let (true, Some(other)) = (pressed, other) {
                let dates = parse_typed(&self.dates, today).map(Dated::sure).unwrap_or_default();
                edit.push(PartyChange::AddRelation { case_id, id, kind: self.relation, other, dates }.into());
                self.leave_relation();
            }
            if quiet(ui, t("dialog-cancel")).clicked() {
                self.leave_relation();
            }
        });
    }

    /// Closes the form of a relation and empties it.
    fn leave_relation(&mut self) {
        let (alias, alias_kind) = (std::mem::take(&mut self.alias), self.alias_kind);
        *self = Self { alias, alias_kind, ..Self::default() };
    }
}

/// "Ruth Calder speaks for Harbor Line, 2011"; `name` is that of the party whose relation it is.
pub(in crate::ui) fn relation_words(name: &str, relation: &RelationView) -> String {
    let other = relation.other.as_str();
    let (one, two) = if relation.is_first { (name, other) } else { (other, name) };
    let mut words = t_with(
        "party-relation",
        &[("one", Arg::from(one)), ("kind", Arg::from(relation.kind.word())), ("other", Arg::from(two))],
    );
    if !relation.dates.is_empty() {
        words = format!("{words}, {}", relation.dates);
    }
    words
}

/// "Nadia Strake speaks for Meridane Materials, 2019–2024", and a way to take it away.
fn relation_ui(ui: &mut Ui, name: &str, relation: &RelationView, edit: &mut Edit<'_>) {
    let words = relation_words(name, relation);
    ui.horizontal(|ui| {
        let room = ui.available_width() - 44.0;
        ui.scope(|ui| {
            ui.set_max_width(room);
            ui.add(Label::new(Type::Table.text(&words).color(palette(ui).ink)).wrap());
        });
        let remove = t_with("party-remove", &[("name", Arg::from(words.as_str()))]);
        if edit.cx.can_write() && icon_button(ui, Icon::Close, &remove).clicked() {
            edit.push(PartyChange::RemoveRelation { relation_id: relation.id }.into());
        }
    });
}
