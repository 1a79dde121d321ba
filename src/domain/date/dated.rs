//! What a record keeps of a date.

use serde::{Deserialize, Serialize};

use super::Edtf;

/// A date with where it comes from: the value of a column group `_edtf`, `_words`, `_basis`, `_first`, `_last`,
/// and where there are such columns `_minute` and `_offset`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dated {
    /// The date.
    pub edtf: Edtf,
    /// The words it was read from, as they stand in the source: "last month".
    pub words: Option<String>,
    /// What those words were resolved against: "published".
    pub basis: Option<String>,
    /// Minute of the day (0 to 1439) as written at the source.
    pub minute: Option<u16>,
    /// Minutes east of UTC, if written.
    pub offset: Option<i16>,
}

impl Dated {
    /// A date that someone gave as it is, not resolved from words against anything.
    #[must_use]
    pub fn sure(edtf: Edtf) -> Self {
        Self { edtf, words: None, basis: None, minute: edtf.minute(), offset: edtf.offset() }
    }

    /// A date resolved from words against a basis.
    #[must_use]
    pub fn resolved(edtf: Edtf, words: impl Into<String>, basis: impl Into<String>) -> Self {
        Self { words: Some(words.into()), basis: Some(basis.into()), ..Self::sure(edtf) }
    }
}

impl From<Edtf> for Dated {
    fn from(edtf: Edtf) -> Self {
        Self::sure(edtf)
    }
}
