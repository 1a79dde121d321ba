//! What the check of quotations found before an export.

use crate::domain::record::Owner;

/// A quotation that is not in its article as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteLine {
    /// The record it is of.
    pub of: Owner,
    /// The record's short key.
    pub key: String,
    /// The words as they are shown.
    pub quote: String,
    /// What is wrong, in words.
    pub problem: String,
}

/// The check of the quotations of some rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QuoteCheck {
    /// The rows.
    pub rows: Vec<Owner>,
    /// How many quotations they show.
    pub checked: usize,
    /// Those that are not as written, in order of the rows.
    pub problems: Vec<QuoteLine>,
}
