//! Which articles the list shows.

use crate::domain::kind::Reading;
use crate::view::ArticleRow;

/// What is asked of the articles. Empty asks nothing; several values of one kind mean any of them.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct ArticleFilter {
    /// Words that must be in title, outlet, byline, key or first lines.
    pub(super) text: String,
    /// Decided so.
    pub(super) reading: Vec<Reading>,
    /// Published by.
    pub(super) outlets: Vec<String>,
    /// Date of publication not known.
    pub(super) undated: bool,
    /// Outlet not known.
    pub(super) without_outlet: bool,
    /// Text not read yet.
    pub(super) without_text: bool,
    /// Near copies of others only, each story together.
    pub(super) near_copies: bool,
}

impl ArticleFilter {
    /// Whether it lets this article through; `words` is its text in lower case.
    pub(super) fn fits(&self, row: &ArticleRow, words: &str) -> bool {
        let article = &row.article;
        (self.reading.is_empty() || self.reading.contains(&article.reading))
            && (self.outlets.is_empty() || self.outlets.contains(&article.outlet))
            && (!self.undated || article.published.edtf.is_none())
            && (!self.without_outlet || article.outlet.is_empty())
            && (!self.without_text || !row.has_text)
            && (!self.near_copies || row.near.is_some())
            && has_words(row, words)
    }
}

fn has_words(row: &ArticleRow, words: &str) -> bool {
    if words.trim().is_empty() {
        return true;
    }
    let article = &row.article;
    let fields = [&article.title, &article.outlet, &article.byline, &row.key, &row.first_lines];
    let fields = fields.map(|field| field.to_lowercase());
    words.split_whitespace().all(|word| fields.iter().any(|field| field.contains(word)))
}
