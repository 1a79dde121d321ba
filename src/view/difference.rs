//! What changed between two versions of an article.

use crate::domain::date::Edtf;
use crate::domain::id::Id;
use crate::domain::record::{Article, Version};
use crate::domain::revision::{self, Change, Piece};
use crate::error::{Error, Result};
use crate::store::{self, Db};
use crate::text::t;

/// One of the two versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// The number of the version.
    pub n: i64,
    /// The name of its file.
    pub file_name: String,
    /// When it came in, UTC milliseconds.
    pub at: i64,
    /// Its date of publication in words; empty where it has none.
    pub published: String,
    /// Its headline, with the words marked that only it has.
    pub headline: Vec<Piece>,
}

/// What changed from one version of an article to a later one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DifferenceView {
    /// The article.
    pub article: Id,
    /// The numbers of all its versions that have a text, oldest first.
    pub versions: Vec<i64>,
    /// The earlier version.
    pub old: Side,
    /// The later one.
    pub new: Side,
    /// Whether the headlines differ.
    pub headline_changed: bool,
    /// Whether the dates of publication differ.
    pub date_changed: bool,
    /// Paragraph by paragraph.
    pub changes: Vec<Change>,
    /// How many of them differ.
    pub count: usize,
}

/// Compares two versions of an article; without numbers its newest text with the one before.
pub fn difference(db: &Db, article: Id, between: Option<(i64, i64)>) -> Result<DifferenceView> {
    let record = store::article::get(db, article)?;
    let mut versions = store::article::versions(db, article)?;
    versions.retain(|version| version.text_sha256.is_some());
    versions.sort_by_key(|version| version.n);
    let numbered = |n: i64| versions.iter().find(|version| version.n == n);
    let (old, new) = match between {
        Some((old, new)) => (numbered(old), numbered(new)),
        None => (versions.iter().rev().nth(1), versions.last()),
    };
    let (Some(old), Some(new)) = (old, new) else { return Err(Error::new(t("error-one-version"))) };
    let text = |version: &Version| match &version.text_sha256 {
        Some(sha256) => store::text(db, sha256),
        None => Err(Error::new(t("error-one-version"))),
    };
    let changes = revision::difference(&text(old)?, &text(new)?);
    let (before, after) = (title(&record, old), title(&record, new));
    let (was, is) = revision::words(before, after);
    let (was_published, is_published) = (published(&record, old), published(&record, new));
    Ok(DifferenceView {
        article,
        versions: versions.iter().map(|version| version.n).collect(),
        headline_changed: before.trim() != after.trim(),
        date_changed: was_published != is_published && !is_published.is_empty(),
        count: revision::count(&changes),
        changes,
        old: side(db, old, was_published, was)?,
        new: side(db, new, is_published, is)?,
    })
}

fn side(db: &Db, version: &Version, published: String, headline: Vec<Piece>) -> Result<Side> {
    let (n, file_name) = (version.n, version.file_name.clone());
    Ok(Side { n, file_name, at: store::article::retrieved_at(db, version.id)?, published, headline })
}

/// The headline of a version as it was read; of one read before that was kept, the article's.
fn title<'a>(article: &'a Article, version: &'a Version) -> &'a str {
    found(version, "title").unwrap_or(&article.title)
}

/// The date of publication of a version in words.
fn published(article: &Article, version: &Version) -> String {
    let found = found(version, "published").and_then(|date| date.parse::<Edtf>().ok());
    // A version read before that was kept: the article's own date is that of its first version.
    let own = article.published.edtf.filter(|_| version.n == 1 || found.is_some());
    found.or(own).as_ref().map(Edtf::words).unwrap_or_default()
}

fn found<'a>(version: &'a Version, field: &str) -> Option<&'a str> {
    version.found.iter().find(|found| found.field == field).map(|found| found.words.as_str())
}
