//! Fields for parties: what can be named in a case, and fields that follow a record.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::{Arc, Weak};

use eframe::egui::Ui;

use super::visit::Key;
use crate::domain::change::PartyRef;
use crate::domain::id::Id;
use crate::text::Worded;
use crate::ui::widgets::{Chosen, PartyField, PartyOption};
use crate::view::CaseView;

/// The parties that can be named in a case, made anew only when the case has changed.
#[derive(Debug, Default)]
pub(super) struct Nameable {
    of: Weak<CaseView>,
    options: Rc<Vec<PartyOption<Id>>>,
}

impl Nameable {
    /// The case's own parties, then the others of the library.
    pub(super) fn in_case(&mut self, case: &Arc<CaseView>) -> Rc<Vec<PartyOption<Id>>> {
        if !std::ptr::eq(self.of.as_ptr(), Arc::as_ptr(case)) {
            self.of = Arc::downgrade(case);
            self.options = Rc::new(options(case));
        }
        Rc::clone(&self.options)
    }
}

/// The parties that can be named in a case.
pub(crate) fn options(case: &CaseView) -> Vec<PartyOption<Id>> {
    let own = case.parties.iter().map(|row| {
        let mut hints = vec![row.party.kind.word().to_owned()];
        hints.extend(row.aliases.iter().cloned());
        PartyOption { id: row.party.id, name: row.party.name.clone(), hint: hints.join(" · ") }
    });
    let others = case.other_parties.iter();
    own.chain(others.map(|(id, name)| PartyOption { id: *id, name: name.clone(), hint: String::new() }))
        .collect()
}

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
    ids.iter().map(|id| Chosen::Known { id: *id, name: case.party_name(*id).to_owned() }).collect()
}

/// One field and the record's parties it shows.
#[derive(Debug)]
struct Kept {
    field: PartyField<Id>,
    value: Vec<Id>,
    seen: u64,
}

/// The party fields of all records.
#[derive(Debug, Default)]
pub(super) struct PartyFields {
    of: HashMap<Key, Kept>,
    pub(super) nameable: Nameable,
}

impl PartyFields {
    /// Draws a field for the record's parties; gives the new ones when they are changed.
    pub(super) fn field(
        &mut self,
        ui: &mut Ui,
        key: Key,
        case: &Arc<CaseView>,
        value: &[Id],
    ) -> Option<Vec<PartyRef>> {
        let options = self.nameable.in_case(case);
        let fresh = || PartyField::with(chosen(case, value));
        let kept =
            self.of.entry(key).or_insert_with(|| Kept { field: fresh(), value: value.to_vec(), seen: 0 });
        if kept.value != value {
            kept.field.chosen = chosen(case, value);
            kept.value = value.to_vec();
        }
        kept.seen = ui.cumulative_pass_nr();
        let output = kept.field.show(ui, key.1, &options);
        output.changed.then(|| refs(&kept.field.chosen))
    }

    /// Lets go of fields that are not shown any more, but for those with half a name in them.
    pub(super) fn forget(&mut self, ui: &Ui) {
        let pass = ui.cumulative_pass_nr();
        self.of.retain(|_, kept| kept.seen == pass || !kept.field.is_settled());
    }
}
