//! Changes to parties.

use super::{Made, Run, belongs, edit_words, merge_party, naming};
use crate::domain::change::{PartyChange, PartyRef};
use crate::domain::edit::PartyEdit;
use crate::domain::id::Id;
use crate::domain::kind::{OccasionRole, PartyKind, PartyRole, RecordKind};
use crate::domain::party_name::guess_kind;
use crate::domain::record::{Owner, Party, Relation};
use crate::error::{Error, Result};
use crate::store::{self, Db, Tx};
use crate::text::{Arg, t, t_with};

impl Run for PartyChange {
    fn op(&self) -> &'static str {
        match self {
            Self::New { .. } => "party-new",
            Self::AddToCase { .. } => "party-add-to-case",
            Self::RemoveFromCase { .. } => "party-remove-from-case",
            Self::Edit { .. } | Self::EditPlace { .. } => "party-edit",
            Self::AddAlias { .. } | Self::RemoveAlias { .. } => "party-alias",
            Self::AddRelation { .. } | Self::RemoveRelation { .. } => "party-relation",
            Self::Merge { .. } => "party-merge",
            Self::Split { .. } => "party-split",
            Self::Delete { .. } => "party-delete",
        }
    }

    fn words(&self, db: &Db) -> Result<String> {
        let of = |key: &str, id: &Id| Ok(naming::phrase(key, &naming::party(db, *id)?));
        let all = |key: &str, ids: &[Id]| naming::phrase_of(key, ids, |id| naming::party(db, id));
        match self {
            Self::New { name, .. } => Ok(naming::phrase("op-party-new", name)),
            Self::AddToCase { id, .. } => of("op-party-add-to-case", id),
            Self::RemoveFromCase { ids, .. } => all("op-party-remove-from-case", ids),
            Self::Edit { ids, edit } => all(edit_words::of_party(edit), ids),
            Self::EditPlace { ids, edit, .. } => all(edit_words::of_place(edit), ids),
            Self::AddAlias { id, .. } | Self::RemoveAlias { id, .. } => of("op-party-alias", id),
            Self::AddRelation { id, .. } => of("op-party-relation", id),
            Self::RemoveRelation { .. } => Ok(t("op-party-relation-remove").to_owned()),
            Self::Merge { keep, gone } => Ok(t_with(
                "op-party-merge",
                &[
                    ("gone", Arg::from(naming::several(gone, |id| naming::party(db, id))?)),
                    ("keep", Arg::from(naming::party(db, *keep)?)),
                ],
            )),
            Self::Split { id, .. } => of("op-party-split", id),
            Self::Delete { id } => of("op-party-delete", id),
        }
    }

    fn run(self, tx: &Tx) -> Result<Made> {
        match self {
            Self::New { case_id, name, kind } => {
                let id = named(tx, case_id, &name, kind)?;
                return Ok(Some((RecordKind::Party, id)));
            }
            Self::AddToCase { case_id, id } => {
                belongs::in_case(tx, case_id, Owner::Party(id))?;
                store::party::add_to_case(tx, case_id, id)?;
            }
            Self::RemoveFromCase { case_id, ids } => {
                for id in ids {
                    store::party::remove_from_case(tx, case_id, id)?;
                }
            }
            Self::Edit { ids, edit } => {
                for id in ids {
                    if edit == PartyEdit::Kind(PartyKind::Unnamed) {
                        keep_in_its_case(tx, id)?;
                    }
                    store::party::edit(tx, id, &edit)?;
                }
            }
            Self::EditPlace { case_id, ids, edit } => {
                for id in ids {
                    store::party::edit_place(tx, case_id, id, &edit)?;
                }
            }
            Self::AddAlias { id, alias, kind, case_id } => {
                store::party::insert_alias(tx, id, alias.trim(), kind, case_id)?;
            }
            Self::RemoveAlias { alias_id, .. } => store::party::delete_alias(tx, alias_id)?,
            Self::AddRelation { case_id, id, kind, other, dates } => {
                let other_id = resolve(tx, case_id, &other)?;
                let relation = Relation { id: Id::new(), party_id: id, other_id, kind, dates };
                store::party::insert_relation(tx, &relation, Some(case_id))?;
            }
            Self::RemoveRelation { relation_id } => store::party::delete_relation(tx, relation_id)?,
            Self::Merge { keep, gone } => {
                for gone in gone {
                    merge_party::parties(tx, keep, gone)?;
                }
            }
            Self::Split { case_id, id, name, statements } => {
                let kind = store::party::get(tx, id)?.kind;
                let new = insert(tx, case_id, &name, Some(kind))?;
                for statement in &statements {
                    own_parties(tx, *statement, id)?;
                }
                store::party::reassign(tx, id, new, &statements)?;
                return Ok(Some((RecordKind::Party, new)));
            }
            Self::Delete { id } => store::party::delete(tx, id)?,
        }
        Ok(None)
    }
}

/// The party meant, put into the case if it is not there yet, and made if it is new.
pub(super) fn resolve(tx: &Tx, case_id: Id, party: &PartyRef) -> Result<Id> {
    match party {
        PartyRef::Known(id) => {
            belongs::in_case(tx, case_id, Owner::Party(*id))?;
            store::party::add_to_case(tx, case_id, *id)?;
            Ok(*id)
        }
        PartyRef::New(name) => named(tx, case_id, name, None),
    }
}

/// As [`resolve`], for several.
pub(super) fn resolve_all(tx: &Tx, case_id: Id, parties: &[PartyRef]) -> Result<Vec<Id>> {
    parties.iter().map(|party| resolve(tx, case_id, party)).collect()
}

/// The party of this name: the one there is under it, else a new one. Unnamed ones are never matched.
fn named(tx: &Tx, case_id: Id, name: &str, kind: Option<PartyKind>) -> Result<Id> {
    let name = name.trim();
    let matched = kind.unwrap_or_else(|| guess_kind(name)) != PartyKind::Unnamed;
    if matched && let Some(id) = find(tx, case_id, name)? {
        store::party::add_to_case(tx, case_id, id)?;
        return Ok(id);
    }
    insert(tx, case_id, name, kind)
}

/// The one party the case may see that has exactly this name or alias, upper and lower case aside. Of several,
/// none: a person must choose.
fn find(tx: &Tx, case_id: Id, name: &str) -> Result<Option<Id>> {
    let wanted = name.to_lowercase();
    let visible = store::party::visible(tx, Some(case_id))?;
    let mut found: Vec<Id> = visible
        .iter()
        .filter(|party| party.kind != PartyKind::Unnamed && party.name.to_lowercase() == wanted)
        .map(|party| party.id)
        .collect();
    if found.is_empty() {
        let aliases = store::party::all_aliases(tx, Some(case_id))?;
        let named = aliases.into_iter().filter(|(_, alias)| alias.to_lowercase() == wanted).map(|(id, _)| id);
        found = named.filter(|id| visible.iter().any(|party| party.id == *id)).collect();
        found.dedup();
    }
    Ok(if found.len() == 1 { found.first().copied() } else { None })
}

fn insert(tx: &Tx, case_id: Id, name: &str, kind: Option<PartyKind>) -> Result<Id> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::new(t("error-party-needs-name")));
    }
    let kind = kind.unwrap_or_else(|| guess_kind(name));
    let local = kind == PartyKind::Unnamed || store::case::get(tx, case_id)?.kept_apart;
    let party = Party {
        id: Id::new(),
        name: name.to_owned(),
        kind,
        home_case_id: local.then_some(case_id),
        confidential: String::new(),
    };
    store::party::insert(tx, &party)?;
    store::party::add_to_case(tx, case_id, party.id)?;
    Ok(party.id)
}

/// Makes a party that becomes unnamed local to its case, as unnamed ones are. One that is known in several cases, or in
/// none, is refused.
fn keep_in_its_case(tx: &Tx, id: Id) -> Result<()> {
    if store::party::get(tx, id)?.home_case_id.is_some() {
        return Ok(());
    }
    match store::party::cases_with(tx, id)?[..] {
        [case_id] => {
            store::party::learned_in(tx, id, case_id)?;
            store::party::set_home(tx, id, case_id)
        }
        _ => Err(Error::new(t("error-unnamed-several")).with_hint(t("error-unnamed-several-hint"))),
    }
}

/// Where a statement has `party` from its occasion only, gives it the occasion's parties as its own: the occasion is
/// not one statement's to change.
fn own_parties(tx: &Tx, statement: Id, party: Id) -> Result<()> {
    let row = store::statement::get(tx, statement)?;
    let Some(occasion) = row.occasion_id else { return Ok(()) };
    let occasion = store::occasion::get(tx, occasion)?;
    let places = [
        (OccasionRole::From, PartyRole::Speaker),
        (OccasionRole::Behalf, PartyRole::Behalf),
        (OccasionRole::To, PartyRole::Audience),
    ];
    for (theirs, ours) in places {
        let has_own = row.parties.iter().any(|(role, _)| *role == ours);
        let there: Vec<Id> =
            occasion.parties.iter().filter(|(role, _)| *role == theirs).map(|(_, id)| *id).collect();
        if !has_own && there.contains(&party) {
            store::statement::set_parties(tx, statement, ours, &there)?;
        }
    }
    Ok(())
}
