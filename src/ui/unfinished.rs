//! What is typed and not kept yet.

use crate::domain::id::Id;
use crate::domain::kind::RecordKind;
use crate::domain::record::Owner;
use crate::text::{Arg, Worded, t, t_with};
use crate::view::CaseView;

/// Something typed that is not kept yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfinished {
    /// The form of a record of this kind.
    Form(RecordKind),
    /// A field of a record.
    Field {
        /// The record.
        of: Id,
        /// The field's name; empty if it has none.
        name: &'static str,
    },
    /// An article pasted, or notes.
    Article,
}

impl Unfinished {
    /// What it is, as a sentence that names record and field.
    #[must_use]
    pub fn words(self, case: Option<&CaseView>) -> String {
        match self {
            Self::Form(kind) => t_with("quit-form", &[("kind", Arg::from(kind.word()))]),
            Self::Article => t("quit-article").to_owned(),
            Self::Field { of, name } => {
                let record =
                    record(case, of).map_or_else(|| t("quit-elsewhere").to_owned(), |(_, words)| words);
                let words = [("field", Arg::from(name)), ("record", Arg::from(record))];
                t_with(if name.is_empty() { "quit-record" } else { "quit-field" }, &words)
            }
        }
    }

    /// The record to show, if it is a field of one of this case.
    #[must_use]
    pub fn owner(self, case: Option<&CaseView>) -> Option<Owner> {
        match self {
            Self::Field { of, .. } => record(case, of).map(|(owner, _)| owner),
            Self::Form(_) | Self::Article => None,
        }
    }
}

/// The record with this id and what it is called.
fn record(case: Option<&CaseView>, id: Id) -> Option<(Owner, String)> {
    let case = case?;
    let statement = || Some((Owner::Statement(id), case.statement(id)?.key.clone()));
    let occasion = || Some((Owner::Occasion(id), case.occasion(id)?.label.clone()));
    let article = || Some((Owner::Article(id), case.article(id)?.key.clone()));
    let party = || Some((Owner::Party(id), case.party(id)?.party.name.clone()));
    let event = || Some((Owner::Event(id), case.event(id)?.key.clone()));
    let follow_up = || Some((Owner::FollowUp(id), case.follow_up(id)?.key.clone()));
    statement().or_else(occasion).or_else(article).or_else(party).or_else(event).or_else(follow_up)
}
