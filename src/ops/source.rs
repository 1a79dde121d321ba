//! Tying records to the words of articles.

use super::belongs;
use crate::domain::change::NewSource;
use crate::domain::id::Id;
use crate::domain::quote::Anchor;
use crate::domain::record::{Citation, Owner, Version};
use crate::error::{Error, Result};
use crate::store::{self, Tx};
use crate::text::t;

/// Adds a source to a record and gives its id. Refused where the article is of another case, the
/// version has no text, or no words are marked.
pub(super) fn add(tx: &Tx, owner: Owner, source: &NewSource) -> Result<Id> {
    let version = store::article::version(tx, source.version_id)?;
    belongs::together(tx, owner, Owner::Article(version.article_id))?;
    let sha256 = version.text_sha256.clone().ok_or_else(|| Error::new(t("error-source-without-text")))?;
    let text = store::text(tx, &sha256)?;
    let anchor = Anchor::new(&text, &source.spans);
    if anchor.segments.is_empty() {
        return Err(Error::new(t("error-source-without-words")));
    }
    let page = pages_of(&version, &anchor);
    let citation = Citation {
        id: Id::new(),
        owner,
        version_id: source.version_id,
        article_id: version.article_id,
        page,
        prefix: anchor.prefix,
        suffix: anchor.suffix,
        segments: anchor.segments,
    };
    store::citation::insert(tx, &citation)?;
    Ok(citation.id)
}

/// Takes a source of a record away. Refused if it is another record's.
pub(super) fn remove(tx: &Tx, owner: Owner, citation: Id) -> Result<()> {
    if store::citation::get(tx, citation)?.owner != owner {
        return Err(Error::new(t("error-source-of-other")));
    }
    store::citation::delete(tx, citation)
}

/// The pages that the words are on, `3` or `3–4`; empty where the version has none.
fn pages_of(version: &Version, anchor: &Anchor) -> String {
    let first = anchor.segments.first().map_or("", |segment| version.page_of(segment.span.start));
    let last =
        anchor.segments.last().map_or("", |segment| version.page_of(segment.span.end.saturating_sub(1)));
    if first == last { first.to_owned() } else { format!("{first}–{last}") }
}
