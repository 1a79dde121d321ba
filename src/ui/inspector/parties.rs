//! Fields in which records are chosen, most often parties: they follow the record they belong to.

use std::collections::HashMap;

use eframe::egui::Ui;

use super::visit::Key;
use crate::domain::change::PartyRef;
use crate::domain::id::Id;
use crate::ui::widgets::{Chosen, PartyField, PartyOption};
use crate::view::CaseView;

/// The parties chosen, as a change names them.
pub(crate) fn refs(chosen: &[Chosen<Id>]) -> Vec<PartyRef> {
    let as_ref = |chosen: &Chosen<Id>| match chosen {
        Chosen::Known { id, .. } => PartyRef::Known(*id),
        Chosen::New(name) => PartyRef::New(name.clone()),
    };
    chosen.iter().map(as_ref).collect()
}

/// These parties, as chosen in a field.
pub(super) fn chosen(case: &CaseView, ids: &[Id]) -> Vec<Chosen<Id>> {
    ids.iter().map(|id| known(*id, case.party_name(*id))).collect()
}

/// A record of this name, as chosen in a field.
pub(super) fn known<K>(id: K, name: impl Into<String>) -> Chosen<K> {
    Chosen::Known { id, name: name.into() }
}

/// One field and what the record holds that it shows.
#[derive(Debug)]
struct Kept {
    field: PartyField<Id>,
    value: Vec<Id>,
    seen: u64,
}

/// The fields of all records.
#[derive(Debug, Default)]
pub(super) struct ChosenFields {
    of: HashMap<Key, Kept>,
}

impl ChosenFields {
    /// Draws a field for what the record holds, made by `make`; gives what is chosen when that is changed.
    pub(super) fn field(
        &mut self,
        ui: &mut Ui,
        key: Key,
        value: &[Chosen<Id>],
        options: &[PartyOption<Id>],
        hint: &str,
        make: impl FnOnce(Vec<Chosen<Id>>) -> PartyField<Id>,
    ) -> Option<Vec<Chosen<Id>>> {
        let ids: Vec<Id> = value.iter().filter_map(id_of).collect();
        let kept = self.of.entry(key).or_insert_with(|| Kept {
            field: make(value.to_vec()),
            value: ids.clone(),
            seen: 0,
        });
        if kept.value != ids {
            kept.field.chosen = value.to_vec();
            kept.value = ids;
        }
        kept.field.set_hint(hint);
        kept.seen = ui.cumulative_pass_nr();
        let output = kept.field.show(ui, key.1, options);
        output.changed.then(|| kept.field.chosen.clone())
    }

    /// One of them in which a name is half typed.
    pub(super) fn unfinished(&self) -> Option<Key> {
        self.of.iter().find(|(_, kept)| !kept.field.is_settled()).map(|(key, _)| *key)
    }

    /// Empties a field whose choice was acted upon.
    pub(super) fn empty(&mut self, key: Key) {
        self.of.remove(&key);
    }

    /// Lets go of fields that are not shown any more, but for those with half a name in them.
    pub(super) fn forget(&mut self, ui: &Ui) {
        let pass = ui.cumulative_pass_nr();
        self.of.retain(|_, kept| kept.seen == pass || !kept.field.is_settled());
    }
}

/// The record chosen, if it is there already.
pub(super) fn id_of<K: Copy>(chosen: &Chosen<K>) -> Option<K> {
    match chosen {
        Chosen::Known { id, .. } => Some(*id),
        Chosen::New(_) => None,
    }
}
