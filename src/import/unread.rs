//! Files that are kept although their words cannot be read yet, and files without any.

use crate::domain::kind::ArticleKind;

use super::sniff::{Content, Source};
use super::warning::Warning;
use super::{Importer, Parsed};

/// Keeps what no other importer reads.
pub(super) struct Unread;

impl Importer for Unread {
    fn name(&self) -> &'static str {
        "unread"
    }

    fn version(&self) -> u32 {
        1
    }

    fn takes(&self, source: &Source<'_>) -> bool {
        !matches!(source.content, Content::Text(_))
    }

    fn read(&self, source: &Source<'_>, parsed: &mut Parsed) {
        let Parsed { article, warnings, .. } = parsed;
        article.kind = ArticleKind::Other;
        match source.content {
            Content::Binary(kind) => warnings.push(Warning::not_read_yet(kind)),
            Content::Empty => {
                article.text = Some(String::new());
                warnings.push(Warning::empty());
            }
            Content::Text(_) => {}
        }
    }
}
