//! Changes to topics.

use super::{Made, Run, belongs, naming};
use crate::domain::change::TopicChange;
use crate::domain::id::Id;
use crate::domain::kind::RecordKind;
use crate::domain::record::Topic;
use crate::error::{Error, Result};
use crate::store::{self, Db, Tx};
use crate::text::t;

impl Run for TopicChange {
    fn op(&self) -> &'static str {
        match self {
            Self::New { .. } => "topic-new",
            Self::Rename { .. } => "topic-rename",
            Self::Delete { .. } => "topic-delete",
            Self::Mark { .. } | Self::Unmark { .. } => "topic-mark",
        }
    }

    fn words(&self, db: &Db) -> Result<String> {
        match self {
            Self::New { name, .. } => Ok(naming::phrase("op-topic-new", name)),
            Self::Rename { name, .. } => Ok(naming::phrase("op-topic-rename", name)),
            Self::Delete { .. } => Ok(t("op-topic-delete").to_owned()),
            Self::Mark { of, .. } | Self::Unmark { of, .. } => match of.first() {
                Some(first) => Ok(naming::phrase("op-topic-mark", &naming::owner(db, *first)?)),
                None => Ok(naming::phrase("op-topic-mark", "")),
            },
        }
    }

    fn run(self, tx: &Tx) -> Result<Made> {
        match self {
            Self::New { case_id, name, parent } => {
                let id = named(tx, case_id, &name, parent)?;
                return Ok(Some((RecordKind::Topic, id)));
            }
            Self::Rename { id, name } => {
                let name = name.trim();
                if name.is_empty() {
                    return Err(Error::new(t("error-topic-needs-name")));
                }
                store::topic::rename(tx, id, name)?;
            }
            Self::Delete { id } => store::topic::delete(tx, id)?,
            Self::Mark { case_id, name, of } => {
                let topic = named(tx, case_id, &name, None)?;
                for owner in of {
                    belongs::in_case(tx, case_id, owner)?;
                    store::topic::mark(tx, topic, owner, true)?;
                }
                return Ok(Some((RecordKind::Topic, topic)));
            }
            Self::Unmark { id, of } => {
                for owner in of {
                    store::topic::mark(tx, id, owner, false)?;
                }
            }
        }
        Ok(None)
    }
}

/// The topic of this name, made if it is new.
fn named(tx: &Tx, case_id: Id, name: &str, parent_id: Option<Id>) -> Result<Id> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::new(t("error-topic-needs-name")));
    }
    let there = store::topic::of_case(tx, case_id)?;
    if let Some(topic) = there.iter().find(|topic| topic.name.to_lowercase() == name.to_lowercase()) {
        return Ok(topic.id);
    }
    if let Some(parent) = parent_id
        && store::topic::case_of(tx, parent)? != case_id
    {
        return Err(belongs::refused());
    }
    let topic = Topic { id: Id::new(), parent_id, name: name.to_owned() };
    store::topic::insert(tx, case_id, &topic)?;
    Ok(topic.id)
}
