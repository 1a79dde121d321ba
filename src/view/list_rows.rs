//! A list whose rows are to become articles: what its columns are taken for, and what would come of that.

use crate::domain::id::Id;
use crate::domain::listing::Mapping;

/// The list, read as the mapping says.
#[derive(Debug, Clone, PartialEq)]
pub struct ListView {
    /// The article that the list is.
    pub article: Id,
    /// The list's file.
    pub name: String,
    /// The sheet the rows are on, in files of several.
    pub sheet: Option<String>,
    /// What its columns are called.
    pub columns: Vec<String>,
    /// What they are taken for.
    pub mapping: Mapping,
    /// The first rows, as they would come in.
    pub rows: Vec<ListRow>,
    /// How many articles there would be.
    pub total: usize,
    /// How many would have no title of their own.
    pub without_title: usize,
    /// How many would have no date.
    pub without_date: usize,
    /// How many would be but a reference.
    pub without_text: usize,
    /// How many have a date that could be either of two days, whatever was said of it.
    pub ambiguous: usize,
    /// The first such date.
    pub example: Option<AmbiguousDate>,
    /// Whether another date of the list shows that the day comes first, or the month, and its words.
    pub shown: Option<(bool, String)>,
}

/// A row as an article to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListRow {
    /// Its title, or what stands in for one.
    pub title: String,
    /// Outlet, date and byline, as far as they are there.
    pub about: String,
    /// Its address.
    pub url: String,
    /// The first words of its text; empty if there is but the reference.
    pub text: String,
}

/// A date that could be either of two days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AmbiguousDate {
    /// As it stands in the list.
    pub words: String,
    /// What it is with the day first.
    pub day_first: String,
    /// What it is with the month first.
    pub month_first: String,
}
