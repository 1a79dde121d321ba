//! What a record keeps of a date.

use serde::{Deserialize, Serialize};

use super::Edtf;

/// A date with where it comes from: the value of a column group `_edtf`, `_words`, `_basis`, `_first`, `_last`.
/// Undated is the default: no date, no words. Words without a date are those that cannot be resolved yet, such as
/// "last month" in an article whose publication is not known. Time of day and offset are in the date itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dated {
    /// The date.
    pub edtf: Option<Edtf>,
    /// The words it was read from, as they stand in the source: "last month".
    pub words: Option<String>,
    /// What those words were resolved against.
    pub basis: Option<String>,
}

impl Dated {
    /// A date that someone gave as it is, not resolved from words against anything.
    #[must_use]
    pub fn sure(edtf: Edtf) -> Self {
        Self { edtf: Some(edtf), words: None, basis: None }
    }

    /// A date resolved from words against a basis.
    #[must_use]
    pub fn resolved(edtf: Edtf, words: impl Into<String>, basis: impl Into<String>) -> Self {
        Self { edtf: Some(edtf), words: Some(words.into()), basis: Some(basis.into()) }
    }

    /// Whether there is neither a date nor words for one.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.edtf.is_none() && self.words.is_none()
    }
}

impl From<Edtf> for Dated {
    fn from(edtf: Edtf) -> Self {
        Self::sure(edtf)
    }
}

/// Whether a date lies wholly after the day `today` (days since 1970-01-01): odd for something published.
#[must_use]
pub fn is_in_future(date: &Dated, today: i64) -> bool {
    date.edtf.as_ref().is_some_and(|date| date.first_day() > today)
}
