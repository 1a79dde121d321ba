//! Changes to cases.

use super::{Made, Run, edit_words, naming};
use crate::domain::change::CaseChange;
use crate::domain::edit::CaseEdit;
use crate::domain::id::Id;
use crate::domain::kind::{CaseStatus, RecordKind};
use crate::domain::record::Case;
use crate::error::{Error, Result};
use crate::store::{self, Db, Tx};
use crate::text::t;

impl Run for CaseChange {
    fn op(&self) -> &'static str {
        match self {
            Self::New { .. } => "case-new",
            Self::Edit { .. } => "case-edit",
            Self::Delete { .. } => "case-delete",
        }
    }

    fn words(&self, db: &Db) -> Result<String> {
        Ok(match self {
            Self::New { title } => naming::phrase("op-case-new", title),
            Self::Edit { id, edit } => {
                naming::phrase(edit_words::of_case(edit), &store::case::get(db, *id)?.title)
            }
            Self::Delete { id } => naming::phrase("op-case-delete", &store::case::get(db, *id)?.title),
        })
    }

    fn run(self, tx: &Tx) -> Result<Made> {
        match self {
            Self::New { title } => {
                let id = new(tx, &title)?;
                return Ok(Some((RecordKind::Case, id)));
            }
            Self::Edit { id, edit } => {
                store::case::edit(tx, id, &edit)?;
                if let CaseEdit::KeptApart(apart) = edit {
                    store::party::keep_apart(tx, id, apart)?;
                }
            }
            Self::Delete { id } => {
                let case = store::case::get(tx, id)?;
                if case.hold {
                    return Err(Error::new(t("error-case-on-hold")).with_hint(t("error-case-on-hold-hint")));
                }
                if case.kept_apart {
                    store::party::forget_learned_in(tx, id)?;
                }
                store::case::delete(tx, id)?;
            }
        }
        Ok(None)
    }
}

fn new(tx: &Tx, title: &str) -> Result<Id> {
    let title = title.trim();
    if title.is_empty() {
        return Err(Error::new(t("error-case-needs-title")));
    }
    let case = Case {
        id: Id::new(),
        title: title.to_owned(),
        question: String::new(),
        status: CaseStatus::Open,
        kept_apart: false,
        hold: false,
    };
    store::case::insert(tx, &case)?;
    Ok(case.id)
}
