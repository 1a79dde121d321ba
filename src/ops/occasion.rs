//! Changes to occasions.

use super::{Made, Run, belongs, edit_words, naming, party};
use crate::domain::change::OccasionChange;
use crate::domain::date::Dated;
use crate::domain::id::Id;
use crate::domain::kind::{OccasionKind, OccasionRole, RecordKind};
use crate::domain::record::{Occasion, Owner};
use crate::error::{Error, Result};
use crate::store::{self, Db, Tx};
use crate::text::{Worded, t};

impl Run for OccasionChange {
    fn op(&self) -> &'static str {
        match self {
            Self::New { .. } => "occasion-new",
            Self::Edit { .. } => "occasion-edit",
            Self::SetParties { .. } => "occasion-parties",
            Self::SetArticle { .. } => "occasion-article",
            Self::Merge { .. } => "occasion-merge",
            Self::Delete { .. } => "occasion-delete",
        }
    }

    fn words(&self, db: &Db) -> Result<String> {
        let of = |key: &str, id: &Id| Ok(naming::phrase(key, &naming::occasion(db, *id)?));
        match self {
            Self::New { kind, .. } => Ok(naming::phrase("op-occasion-new", kind.word())),
            Self::Edit { id, edit } => of(edit_words::of_occasion(edit), id),
            Self::SetParties { id, .. } => of("op-edit-parties", id),
            Self::SetArticle { id, .. } => of("op-edit-article", id),
            Self::Merge { gone, .. } => of("op-occasion-merge", gone),
            Self::Delete { id } => of("op-occasion-delete", id),
        }
    }

    fn run(self, tx: &Tx) -> Result<Made> {
        match self {
            Self::New { case_id, kind, title, date, from, to } => {
                let from = party::resolve_all(tx, case_id, &from)?;
                let to = party::resolve_all(tx, case_id, &to)?;
                let id = new(tx, case_id, kind, title, date, &from, &to)?;
                return Ok(Some((RecordKind::Occasion, id)));
            }
            Self::Edit { id, edit } => store::occasion::edit(tx, id, &edit)?,
            Self::SetParties { id, role, parties } => {
                let case_id = store::occasion::get(tx, id)?.case_id;
                let parties = party::resolve_all(tx, case_id, &parties)?;
                store::occasion::set_parties(tx, id, role, &parties)?;
            }
            Self::SetArticle { id, article_id, how } => {
                belongs::together(tx, Owner::Occasion(id), Owner::Article(article_id))?;
                store::occasion::set_article(tx, id, article_id, how)?;
            }
            Self::Merge { keep, gone } if keep == gone => {
                return Err(Error::new(t("error-merge-with-itself")));
            }
            Self::Merge { keep, gone } => {
                belongs::together(tx, Owner::Occasion(keep), Owner::Occasion(gone))?;
                store::occasion::merge(tx, keep, gone)?;
            }
            Self::Delete { id } => store::occasion::delete(tx, id)?,
        }
        Ok(None)
    }
}

/// Makes an occasion with its senders and receivers.
pub(super) fn new(
    tx: &Tx,
    case_id: Id,
    kind: OccasionKind,
    title: String,
    date: Dated,
    from: &[Id],
    to: &[Id],
) -> Result<Id> {
    let from = from.iter().map(|id| (OccasionRole::From, *id));
    let to = to.iter().map(|id| (OccasionRole::To, *id));
    let occasion = Occasion {
        id: Id::new(),
        case_id,
        number: store::next_number(tx, case_id, RecordKind::Occasion)?,
        kind,
        title,
        date,
        parties: from.chain(to).collect(),
        articles: Vec::new(),
    };
    store::occasion::insert(tx, &occasion)?;
    Ok(occasion.id)
}
