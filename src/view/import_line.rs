//! What became of each file of an import.

use crate::domain::id::Id;
use crate::domain::record::FoundField;

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportStatus {
    /// A new article.
    Added(Id),
    /// The case has it already, as this article.
    Duplicate(Id),
    /// A new version of an article: its text from the same address, changed.
    Version {
        /// The article.
        id: Id,
        /// The number of the version.
        n: i64,
        /// How many paragraphs changed.
        paragraphs: usize,
        /// Whether the headline is another.
        headline: bool,
        /// Whether the date of publication is another.
        date: bool,
    },
    /// It could not be read at all; why and what to do.
    Failed(String),
}

/// A line of the result list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportLine {
    /// The file.
    pub file: std::path::PathBuf,
    /// What became of it.
    pub status: ImportStatus,
    /// The article's title; the file's name where there is none.
    pub title: String,
    /// The article of the case it is a near copy of, and of a hundred of its words how many are in it.
    pub near: Option<(Id, u8)>,
    /// Other cases that hold the same file or text.
    pub also_in: Vec<String>,
    /// What was not clean, a sentence each.
    pub warnings: Vec<String>,
    /// Whether it is a list whose rows can become articles.
    pub is_list: bool,
    /// What was found in the file, and where.
    pub found: Vec<FoundField>,
    /// Whether its outlet is not known.
    pub without_outlet: bool,
    /// Whether its date of publication is not known.
    pub without_date: bool,
}
