//! Changes to follow-ups.

use super::{Made, Run, belongs, edit_words, naming, party, source};
use crate::domain::change::{FollowUpChange, NewFollowUp};
use crate::domain::date::Dated;
use crate::domain::edit::FollowUpEdit;
use crate::domain::id::Id;
use crate::domain::kind::{FollowUpStatus, RecordKind};
use crate::domain::record::{FollowUp, Owner};
use crate::error::{Error, Result};
use crate::store::{self, Db, Tx};
use crate::text::t;

impl Run for FollowUpChange {
    fn op(&self) -> &'static str {
        match self {
            Self::New { .. } => "follow-up-new",
            Self::Edit { .. } | Self::WaitOn { .. } => "follow-up-edit",
            Self::SetStatus { .. } => "follow-up-status",
            Self::AddAttempt { .. } => "follow-up-attempt",
            Self::Delete { .. } => "follow-up-delete",
        }
    }

    fn words(&self, db: &Db) -> Result<String> {
        let all = |key: &str, ids: &[Id]| naming::phrase_of(key, ids, |id| naming::follow_up(db, id));
        match self {
            Self::New { draft, .. } => {
                Ok(naming::phrase("op-follow-up-new", &naming::first_words(&draft.title)))
            }
            Self::Edit { ids, edit } => all(edit_words::of_follow_up(edit), ids),
            Self::WaitOn { id, .. } => all("op-edit-waiting", &[*id]),
            Self::SetStatus { ids, status: FollowUpStatus::Open, .. } => all("op-follow-up-reopen", ids),
            Self::SetStatus { ids, .. } => all("op-follow-up-close", ids),
            Self::AddAttempt { id, .. } => all("op-follow-up-attempt", &[*id]),
            Self::Delete { ids } => all("op-follow-up-delete", ids),
        }
    }

    fn run(self, tx: &Tx) -> Result<Made> {
        match self {
            Self::New { case_id, draft } => return new(tx, case_id, *draft),
            Self::Edit { ids, edit } => {
                for id in ids {
                    store::follow_up::edit(tx, id, &edit)?;
                }
            }
            Self::WaitOn { id, party } => {
                let case_id = store::follow_up::get(tx, id)?.case_id;
                let party = party.map(|party| party::resolve(tx, case_id, &party)).transpose()?;
                store::follow_up::edit(tx, id, &FollowUpEdit::WaitingOn(party))?;
            }
            Self::SetStatus { ids, status, outcome, statement } => {
                for id in ids {
                    if let Some(answer) = statement {
                        belongs::together(tx, Owner::FollowUp(id), Owner::Statement(answer))?;
                    }
                    store::follow_up::set_status(tx, id, status, &outcome, statement)?;
                }
            }
            Self::AddAttempt { id, attempt } => store::follow_up::insert_attempt(tx, id, &attempt)?,
            Self::Delete { ids } => {
                for id in ids {
                    store::follow_up::delete(tx, id)?;
                }
            }
        }
        Ok(None)
    }
}

fn new(tx: &Tx, case_id: Id, draft: NewFollowUp) -> Result<Made> {
    if draft.title.trim().is_empty() {
        return Err(Error::new(t("error-follow-up-needs-title")));
    }
    let waiting_on = draft.waiting_on.map(|party| party::resolve(tx, case_id, &party)).transpose()?;
    let follow_up = FollowUp {
        id: Id::new(),
        case_id,
        number: store::next_number(tx, case_id, RecordKind::FollowUp)?,
        kind: draft.kind,
        title: draft.title.trim().to_owned(),
        detail: draft.detail,
        put_to_them: draft.put_to_them,
        means: draft.means,
        waiting_on,
        owner: String::new(),
        asked: Dated::default(),
        sent: draft.sent,
        due: draft.due,
        expected: draft.expected,
        snoozed_until: None,
        watch_phrase: String::new(),
        priority: draft.priority,
        status: FollowUpStatus::Open,
        outcome: String::new(),
        outcome_statement: None,
        closed_at: None,
    };
    store::follow_up::insert(tx, &follow_up)?;
    for origin in draft.origins {
        belongs::in_case(tx, case_id, origin)?;
        store::follow_up::insert_origin(tx, follow_up.id, origin)?;
    }
    if let Some(source) = draft.source {
        source::add(tx, Owner::FollowUp(follow_up.id), &source)?;
    }
    Ok(Some((RecordKind::FollowUp, follow_up.id)))
}
