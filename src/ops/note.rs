//! Changes to notes.

use super::{Made, Run, belongs, naming};
use crate::domain::change::NoteChange;
use crate::domain::kind::RecordKind;
use crate::error::Result;
use crate::store::{self, Db, Tx};
use crate::text::t;

impl Run for NoteChange {
    fn op(&self) -> &'static str {
        match self {
            Self::New { .. } => "note-new",
            Self::Edit { .. } => "note-edit",
            Self::Delete { .. } => "note-delete",
        }
    }

    fn words(&self, db: &Db) -> Result<String> {
        match self {
            Self::New { of, .. } => Ok(naming::phrase("op-note-new", &naming::owner(db, *of)?)),
            Self::Edit { .. } => Ok(t("op-note-edit").to_owned()),
            Self::Delete { .. } => Ok(t("op-note-delete").to_owned()),
        }
    }

    fn run(self, tx: &Tx) -> Result<Made> {
        match self {
            Self::New { case_id, of, body } => {
                belongs::in_case(tx, case_id, of)?;
                let id = store::note::insert(tx, case_id, of, &body)?;
                return Ok(Some((RecordKind::Note, id)));
            }
            Self::Edit { id, body } => store::note::edit(tx, id, &body)?,
            Self::Delete { id } => store::note::delete(tx, id)?,
        }
        Ok(None)
    }
}
