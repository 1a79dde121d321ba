//! Two parties that turn out to be one.

use super::naming;
use crate::domain::edit::{CasePartyEdit, PartyEdit};
use crate::domain::id::Id;
use crate::domain::kind::{AliasKind, PartyKind};
use crate::domain::record::{CaseParty, Owner, Party, Relation};
use crate::error::{Error, Result};
use crate::store::{self, Db, Tx};
use crate::text::{Arg, Worded, date_words, t, t_with};

/// Makes `gone` another name of `keep`, in every case. Where both have a role or a side in a case, those of `keep` stay;
/// the others, and what held between the two, become notes there, so that nothing typed is lost. What is confidential of
/// a party of a case kept apart would be read in other cases: it has to be taken care of before.
pub(super) fn parties(tx: &Tx, keep: Id, gone: Id) -> Result<()> {
    if keep == gone {
        return Err(Error::new(t("error-merge-with-itself")));
    }
    let (kept, going) = (store::party::get(tx, keep)?, store::party::get(tx, gone)?);
    if kept.kind == PartyKind::Unnamed || going.kind == PartyKind::Unnamed {
        return Err(Error::new(t("error-merge-unnamed")).with_hint(t("error-merge-unnamed-hint")));
    }
    // A party of a case kept apart would take what other cases know with it.
    if kept.home_case_id.is_some() && kept.home_case_id != going.home_case_id {
        return Err(Error::new(t("error-merge-into-apart")).with_hint(t("error-merge-into-apart-hint")));
    }
    let leaves_home = kept.home_case_id.is_none() && going.home_case_id.is_some();
    if leaves_home && !going.confidential.is_empty() {
        return Err(Error::new(t("error-merge-confidential")).with_hint(t("error-merge-confidential-hint")));
    }
    if let Some(home) = going.home_case_id.filter(|_| leaves_home) {
        store::party::learned_in(tx, gone, home)?;
    }
    let places = store::party::places(tx, keep)?;
    let mut lost = relations_between(tx, &kept, &going)?;
    for (case_id, place) in store::party::places(tx, gone)? {
        if let Some((_, ours)) = places.iter().find(|(id, _)| *id == case_id) {
            lost.extend(place_taken_over(tx, case_id, ours, &place)?.map(|words| (case_id, words)));
        }
    }
    store::party::merge(tx, keep, gone)?;
    for (case_id, words) in lost {
        let args = [("key", Arg::from(going.name.as_str())), ("words", Arg::from(words))];
        store::note::insert(tx, case_id, Owner::Party(keep), &t_with("merge-note", &args))?;
    }
    let secrets = [kept.confidential.as_str(), going.confidential.as_str()];
    let joined = secrets.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n");
    if joined != kept.confidential {
        store::party::edit(tx, keep, &PartyEdit::Confidential(joined))?;
    }
    if kept.name != going.name {
        // Its name stays in the case it came from.
        store::party::insert_alias(tx, keep, &going.name, AliasKind::Name, going.home_case_id)?;
    }
    Ok(())
}

/// Gives the place of the party that stays in a case what only that of the other has, and gives what both have, of the
/// other, in words.
fn place_taken_over(tx: &Tx, case_id: Id, ours: &CaseParty, theirs: &CaseParty) -> Result<Option<String>> {
    let mut lost = Vec::new();
    let ids = ours.party_id;
    if ours.role.is_empty() {
        store::party::edit_place(tx, case_id, ids, &CasePartyEdit::Role(theirs.role.clone()))?;
    } else if !theirs.role.is_empty() && theirs.role != ours.role {
        lost.push(t_with("merge-note-role", &[("role", Arg::from(theirs.role.as_str()))]));
    }
    match (ours.side, theirs.side) {
        (None, Some(_)) => store::party::edit_place(tx, case_id, ids, &CasePartyEdit::Side(theirs.side))?,
        (Some(ours), Some(theirs)) if ours != theirs => {
            lost.push(t_with("merge-note-side", &[("side", Arg::from(i64::from(theirs) + 1))]));
        }
        _ => {}
    }
    Ok((!lost.is_empty()).then(|| lost.join("; ")))
}

/// What holds between the two, which one party cannot have to itself: the case it came from, else one that `kept` is
/// in, and the words.
fn relations_between(db: &Db, kept: &Party, going: &Party) -> Result<Vec<(Id, String)>> {
    let mut found = Vec::new();
    for (case_id, relation) in store::party::relations_between(db, kept.id, going.id)? {
        let place = match case_id {
            Some(case_id) => Some(case_id),
            None => store::party::places(db, kept.id)?.first().map(|(case_id, _)| *case_id),
        };
        if let Some(case_id) = place {
            found.push((case_id, relation_words(db, &relation)?));
        }
    }
    Ok(found)
}

fn relation_words(db: &Db, relation: &Relation) -> Result<String> {
    let [party, other] = [relation.party_id, relation.other_id].map(|id| naming::party(db, id));
    let said = [party?, relation.kind.word().to_owned(), other?].join(" ");
    let dates = date_words(&relation.dates);
    Ok(if dates.is_empty() { said } else { [said, dates].join(", ") })
}
