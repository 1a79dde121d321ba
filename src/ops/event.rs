//! Changes to events.

use super::{Made, Run, edit_words, naming, party, source};
use crate::domain::change::EventChange;
use crate::domain::id::Id;
use crate::domain::kind::RecordKind;
use crate::domain::record::{Event, Owner};
use crate::error::{Error, Result};
use crate::store::{self, Db, Tx};
use crate::text::t;

impl Run for EventChange {
    fn op(&self) -> &'static str {
        match self {
            Self::New { .. } => "event-new",
            Self::Edit { .. } | Self::SetParties { .. } => "event-edit",
            Self::AddSource { .. } => "source-add",
            Self::RemoveSource { .. } => "source-remove",
            Self::Delete { .. } => "event-delete",
        }
    }

    fn words(&self, db: &Db) -> Result<String> {
        let all = |key: &str, ids: &[Id]| naming::phrase_of(key, ids, |id| naming::event(db, id));
        match self {
            Self::New { title, .. } => Ok(naming::phrase("op-event-new", &naming::first_words(title))),
            Self::Edit { ids, edit } => all(edit_words::of_event(edit), ids),
            Self::SetParties { id, .. } => all("op-edit-parties", &[*id]),
            Self::AddSource { id, .. } => all("op-source-add", &[*id]),
            Self::RemoveSource { id, .. } => all("op-source-remove", &[*id]),
            Self::Delete { ids } => all("op-event-delete", ids),
        }
    }

    fn run(self, tx: &Tx) -> Result<Made> {
        match self {
            Self::New { case_id, title, date, parties, source } => {
                if title.trim().is_empty() {
                    return Err(Error::new(t("error-event-needs-title")));
                }
                let event = Event {
                    id: Id::new(),
                    case_id,
                    number: store::next_number(tx, case_id, RecordKind::Event)?,
                    title: title.trim().to_owned(),
                    detail: String::new(),
                    date,
                    day_order: 0,
                    hidden: false,
                    parties: party::resolve_all(tx, case_id, &parties)?,
                };
                store::event::insert(tx, &event)?;
                if let Some(source) = source {
                    source::add(tx, Owner::Event(event.id), &source)?;
                }
                return Ok(Some((RecordKind::Event, event.id)));
            }
            Self::Edit { ids, edit } => {
                for id in ids {
                    store::event::edit(tx, id, &edit)?;
                }
            }
            Self::SetParties { id, parties } => {
                let case_id = store::event::get(tx, id)?.case_id;
                let parties: Vec<Id> = party::resolve_all(tx, case_id, &parties)?;
                store::event::set_parties(tx, id, &parties)?;
            }
            Self::AddSource { id, source } => {
                source::add(tx, Owner::Event(id), &source)?;
            }
            Self::RemoveSource { id, citation_id } => source::remove(tx, Owner::Event(id), citation_id)?,
            Self::Delete { ids } => {
                for id in ids {
                    store::event::delete(tx, id)?;
                }
            }
        }
        Ok(None)
    }
}
