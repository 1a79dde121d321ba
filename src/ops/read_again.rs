//! Reading the original of an article once more: by a newer reader, or in another encoding.

use super::incoming::{Known, Words, compare};
use crate::domain::hash::sha256_hex;
use crate::domain::id::Id;
use crate::domain::kind::SourceState;
use crate::domain::quote::{Anchor, locate};
use crate::domain::record::Version;
use crate::error::Result;
use crate::store::{self, Tx};

/// What reading an article again came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reread {
    /// It had no text and has one now.
    Text,
    /// The text is what it was.
    Same,
    /// The text is another one: a new version, with the sources that were found in it, and how many were not and stay
    /// where they are.
    Version {
        /// The number of the version.
        n: i64,
        /// How many sources rest on it now.
        moved: usize,
        /// How many stay on the version they were taken from.
        left: usize,
    },
}

/// Gives an article the text that was read from its original again. `version` is its newest version with what the
/// reading found in place of what it said before. Marks stay: a text that differs becomes a version of its own, and
/// sources go over to it where their very words are in it.
pub fn read_again(tx: &Tx, version: Version, text: &str) -> Result<Reread> {
    let before = version.text_sha256.clone();
    let sha256 = sha256_hex(text.as_bytes());
    let case_id = store::article::get(tx, version.article_id)?.case_id;
    if before.is_none() || before.as_deref() == Some(&sha256) {
        let text_sha256 = Some(store::put_text(tx, text)?);
        store::article::set_version_text(tx, &Version { text_sha256, ..version })?;
        if before.is_some() {
            return Ok(Reread::Same);
        }
        compare(tx, &mut Known::of(tx, case_id)?, case_id, text, &Words::of(text))?;
        return Ok(Reread::Text);
    }
    let n = version.n + 1;
    let text_sha256 = Some(store::put_text(tx, text)?);
    let new = Version { id: Id::new(), n, text_sha256, ..version };
    store::article::insert_version(tx, &new)?;
    compare(tx, &mut Known::of(tx, case_id)?, case_id, text, &Words::of(text))?;
    let (mut moved, mut left) = (0, 0);
    for citation in store::citation::in_article(tx, new.article_id)? {
        let spans = {
            let (segments, prefix, suffix) =
                (citation.segments.clone(), citation.prefix.clone(), citation.suffix.clone());
            match locate(&Anchor { segments, prefix, suffix }, text) {
                (SourceState::Exact | SourceState::Moved, spans) => spans,
                (SourceState::Ambiguous | SourceState::NotFound, _) => Vec::new(),
            }
        };
        if spans.is_empty() {
            left += 1;
            continue;
        }
        let anchor = Anchor::new(text, &spans);
        // Parts that touch in the new text would be one part: such a source stays as it is.
        if anchor.segments.len() == citation.segments.len() {
            store::citation::rest_on(tx, citation.id, new.id, &anchor)?;
            moved += 1;
        } else {
            left += 1;
        }
    }
    Ok(Reread::Version { n, moved, left })
}
