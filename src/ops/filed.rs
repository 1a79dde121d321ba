//! The case a change is filed under in the history: that of the record it names, for it may come from a field that was
//! left when another case was gone to.

use super::belongs::case_of;
use crate::domain::change::{
    ArticleChange, CaseChange, Change, EventChange, FollowUpChange, NoteChange, OccasionChange, PartyChange,
    StatementChange, TopicChange,
};
use crate::domain::id::Id;
use crate::domain::record::Owner;
use crate::error::Result;
use crate::store::{self, Db};

/// The case that a change names, itself or by a record of it; none if it names none.
pub(super) fn named_case(db: &Db, change: &Change) -> Result<Option<Id>> {
    let given = match change {
        Change::Case(CaseChange::Edit { id: case_id, .. } | CaseChange::Delete { id: case_id })
        | Change::Article(ArticleChange::Write { case_id, .. })
        | Change::Party(
            PartyChange::New { case_id, .. }
            | PartyChange::AddToCase { case_id, .. }
            | PartyChange::RemoveFromCase { case_id, .. }
            | PartyChange::EditPlace { case_id, .. }
            | PartyChange::AddRelation { case_id, .. }
            | PartyChange::Split { case_id, .. },
        )
        | Change::Occasion(OccasionChange::New { case_id, .. })
        | Change::Statement(StatementChange::New { case_id, .. })
        | Change::Event(EventChange::New { case_id, .. })
        | Change::FollowUp(FollowUpChange::New { case_id, .. })
        | Change::Topic(TopicChange::New { case_id, .. } | TopicChange::Mark { case_id, .. })
        | Change::Note(NoteChange::New { case_id, .. }) => Some(*case_id),
        Change::Topic(
            TopicChange::Rename { id, .. } | TopicChange::Delete { id } | TopicChange::Unmark { id, .. },
        ) => Some(store::topic::case_of(db, *id)?),
        // One on a party is of the case it was written in: the party may be in several.
        Change::Note(NoteChange::Edit { id, .. } | NoteChange::Delete { id }) => {
            Some(store::note::case_of(db, *id)?)
        }
        Change::Statement(
            StatementChange::SetLinkKind { link_id, .. } | StatementChange::Unlink { link_id },
        ) => Some(store::link::case_of(db, *link_id)?),
        _ => None,
    };
    if given.is_some() {
        return Ok(given);
    }
    match (change, record(db, change)?) {
        (Change::Party(change), _) => home(db, change),
        (_, Some(of)) => case_of(db, of),
        _ => Ok(None),
    }
}

/// The one case that a party belongs to, or the one it is merged with.
fn home(db: &Db, change: &PartyChange) -> Result<Option<Id>> {
    let of = |id: Id| Ok(store::party::get(db, id)?.home_case_id);
    match change {
        PartyChange::Edit { ids, .. } => ids.first().map_or(Ok(None), |id| of(*id)),
        PartyChange::Delete { id } => of(*id),
        PartyChange::RemoveAlias { id, alias_id } => {
            Ok(of(*id)?.or(store::party::alias_case(db, *alias_id)?))
        }
        PartyChange::RemoveRelation { relation_id } => store::party::relation_case(db, *relation_id),
        PartyChange::AddAlias { id, case_id, .. } => Ok(of(*id)?.or(*case_id)),
        PartyChange::Merge { keep, gone } => {
            std::iter::once(keep).chain(gone).find_map(|id| of(*id).transpose()).transpose()
        }
        _ => Ok(None),
    }
}

/// The first record that a change names.
fn record(db: &Db, change: &Change) -> Result<Option<Owner>> {
    let first = |ids: &[Id], of: fn(Id) -> Owner| ids.first().map(|id| of(*id));
    Ok(match change {
        Change::Article(ArticleChange::Edit { ids, .. } | ArticleChange::Delete { ids }) => {
            first(ids, Owner::Article)
        }
        Change::Occasion(
            OccasionChange::Edit { id, .. }
            | OccasionChange::SetParties { id, .. }
            | OccasionChange::SetArticle { id, .. }
            | OccasionChange::Merge { keep: id, .. }
            | OccasionChange::Delete { id },
        ) => Some(Owner::Occasion(*id)),
        Change::Statement(StatementChange::SetPage { citation_id, .. }) => {
            Some(store::citation::get(db, *citation_id)?.owner)
        }
        Change::Statement(StatementChange::Dispute { of, .. } | StatementChange::Undispute { of, .. }) => {
            Some(*of)
        }
        Change::Statement(change) => statement(change),
        Change::Event(EventChange::Edit { ids, .. } | EventChange::Delete { ids }) => {
            first(ids, Owner::Event)
        }
        Change::Event(
            EventChange::SetParties { id, .. }
            | EventChange::AddSource { id, .. }
            | EventChange::RemoveSource { id, .. },
        ) => Some(Owner::Event(*id)),
        Change::FollowUp(
            FollowUpChange::Edit { ids, .. }
            | FollowUpChange::SetStatus { ids, .. }
            | FollowUpChange::Delete { ids },
        ) => first(ids, Owner::FollowUp),
        Change::FollowUp(FollowUpChange::WaitOn { id, .. } | FollowUpChange::AddAttempt { id, .. }) => {
            Some(Owner::FollowUp(*id))
        }
        _ => None,
    })
}

/// The first statement that a change to statements names.
fn statement(change: &StatementChange) -> Option<Owner> {
    let id = match change {
        StatementChange::Edit { ids, .. }
        | StatementChange::SetParties { ids, .. }
        | StatementChange::Delete { ids }
        | StatementChange::Assess { ids, .. } => ids.first()?,
        StatementChange::SetNewOccasion { id, .. }
        | StatementChange::AddSource { id, .. }
        | StatementChange::RemoveSource { id, .. }
        | StatementChange::Split { id, .. }
        | StatementChange::Merge { keep: id, .. }
        | StatementChange::Link { from: id, .. } => id,
        _ => return None,
    };
    Some(Owner::Statement(*id))
}
