//! The encodings an article can be read in.

use crate::domain::id::Id;

/// What an article's file reads like in several encodings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EncodingsView {
    /// The article.
    pub article: Id,
    /// The one it was read in first, then those in which it reads differently.
    pub previews: Vec<EncodingPreview>,
}

/// The beginning of an article in one encoding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EncodingPreview {
    /// The name of the encoding.
    pub encoding: String,
    /// The first lines that tell the encodings apart.
    pub lines: String,
}
