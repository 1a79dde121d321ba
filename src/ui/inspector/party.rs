//! A party and its place in the case.

use eframe::egui::Ui;

use super::field::Edit;
use super::head::head;
use crate::domain::change::PartyChange;
use crate::domain::edit::PartyEdit;
use crate::domain::kind::RecordKind;
use crate::text::t;
use crate::view::PartyRow;

/// Draws a party of the case.
pub(super) fn party_ui(ui: &mut Ui, row: &PartyRow, edit: &mut Edit<'_>) {
    head(ui, RecordKind::Party, &RecordKind::Party.short_key(row.place.number));
    let id = row.party.id;
    let change = |edit| PartyChange::Edit { id, edit }.into();
    edit.line(ui, t("party-name"), &row.party.name, |v| change(PartyEdit::Name(v)));
    edit.choice(ui, t("party-kind"), row.party.kind, |v| change(PartyEdit::Kind(v)));
}
