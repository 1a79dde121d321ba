//! Records that are tied to each other are of one case: else a case kept apart would show through the tie.

use crate::domain::id::Id;
use crate::domain::record::Owner;
use crate::error::{Error, Result};
use crate::store::{self, Db};
use crate::text::t;

/// The case a record is of. A party may be in several: only one that is unnamed or of a case kept apart is of one.
pub(super) fn case_of(db: &Db, of: Owner) -> Result<Option<Id>> {
    Ok(match of {
        Owner::Article(id) => Some(store::article::get(db, id)?.case_id),
        Owner::Party(id) => store::party::get(db, id)?.home_case_id,
        Owner::Occasion(id) => Some(store::occasion::get(db, id)?.case_id),
        Owner::Statement(id) => Some(store::statement::get(db, id)?.case_id),
        Owner::Event(id) => Some(store::event::get(db, id)?.case_id),
        Owner::FollowUp(id) => Some(store::follow_up::get(db, id)?.case_id),
    })
}

/// What is said where records of two cases were to be tied.
pub(super) fn refused() -> Error {
    Error::new(t("error-other-case")).with_hint(t("error-other-case-hint"))
}

/// Refuses a record of another case than `case_id`.
pub(super) fn in_case(db: &Db, case_id: Id, of: Owner) -> Result<()> {
    match case_of(db, of)? {
        Some(other) if other != case_id => Err(refused()),
        _ => Ok(()),
    }
}

/// Refuses to tie records of two cases.
pub(super) fn together(db: &Db, one: Owner, other: Owner) -> Result<()> {
    case_of(db, one)?.map_or(Ok(()), |case_id| in_case(db, case_id, other))
}
