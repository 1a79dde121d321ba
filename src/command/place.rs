//! The screens.

use crate::domain::id::Id;

/// A screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Place {
    /// What is due, in all cases.
    #[default]
    Today,
    /// Search.
    Search,
    /// The library's parties.
    Parties,
    /// The list of cases.
    Cases,
    /// A screen of one case.
    Case(Id, Tab),
}

/// The screens of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[allow(missing_docs)]
pub enum Tab {
    #[default]
    Overview,
    Articles,
    Statements,
    Chronology,
    Parties,
    FollowUps,
    Timeline,
}

impl Tab {
    /// In the order they are shown.
    pub const ALL: &'static [Self] = &[
        Self::Overview,
        Self::Articles,
        Self::Statements,
        Self::Chronology,
        Self::Parties,
        Self::FollowUps,
        Self::Timeline,
    ];
}

impl Place {
    /// The case it is in.
    #[must_use]
    pub fn case(self) -> Option<Id> {
        match self {
            Self::Case(id, _) => Some(id),
            _ => None,
        }
    }
}
