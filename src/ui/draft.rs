//! A record that is being made: what it rests on. The form around it is the inspector's.

use crate::domain::change::NewSource;
use crate::domain::id::Id;

/// What sort of record is being made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftKind {
    /// Somebody said it.
    Statement,
    /// It names a party.
    Party,
    /// It happened.
    Event,
    /// It leaves something to do.
    FollowUp,
}

/// A record that is being made.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Tells this draft from the one before.
    pub id: Id,
    /// What sort of record.
    pub kind: DraftKind,
    /// The words it rests on; `None` if it is typed.
    pub source: Option<NewSource>,
    /// The article of those words.
    pub article: Option<Id>,
    /// Those words, exactly, cuts as " … "; empty if there are none.
    pub quote: String,
}

impl Draft {
    /// A record to be typed, without words of an article.
    #[must_use]
    pub fn typed(kind: DraftKind) -> Self {
        Self { id: Id::new(), kind, source: None, article: None, quote: String::new() }
    }
}
