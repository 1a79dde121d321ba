//! The quotations a chronology shows, and the texts they are held against.

use std::collections::HashMap;
use std::sync::Arc;

use crate::domain::id::Id;
use crate::domain::quote::Anchor;
use crate::domain::record::{Citation, Owner};
use crate::error::Result;
use crate::export::QuoteProblem;
use crate::export::quote_check::{Quotation, check};
use crate::store::{self, Db};

/// A quotation as a row shows it.
pub(super) struct Shown {
    pub(super) of: Owner,
    pub(super) key: String,
    pub(super) words: String,
    /// Its source; `None` if it was typed without one.
    pub(super) citation: Option<Id>,
}

/// The sources of a case, and the texts of its articles as they are needed.
pub(super) struct Texts<'a> {
    db: &'a Db,
    citations: HashMap<Id, Citation>,
    /// The newest text of each article asked for; `None` where none is read yet.
    newest: HashMap<Id, Option<Arc<str>>>,
}

impl<'a> Texts<'a> {
    pub(super) fn of_case(db: &'a Db, case_id: Id) -> Result<Self> {
        let citations = store::citation::of_case(db, case_id)?;
        Ok(Self { db, citations: citations.into_iter().map(|c| (c.id, c)).collect(), newest: HashMap::new() })
    }

    /// What is wrong with a quotation; `None` if its words are in its article character for character.
    pub(super) fn problem(&mut self, shown: &Shown, article_key: &str) -> Result<Option<QuoteProblem>> {
        let citation = shown.citation.and_then(|id| self.citations.get(&id));
        let anchor = citation.map_or_else(
            || Anchor { segments: Vec::new(), prefix: String::new(), suffix: String::new() },
            |c| Anchor { segments: c.segments.clone(), prefix: c.prefix.clone(), suffix: c.suffix.clone() },
        );
        let text = match citation.map(|citation| citation.article_id) {
            Some(article) => self.text(article)?,
            None => None,
        };
        let quotation = Quotation {
            key: &shown.key,
            article: article_key,
            anchor: &anchor,
            shown: &shown.words,
            text: text.as_deref(),
        };
        Ok(check([quotation]).pop())
    }

    fn text(&mut self, article: Id) -> Result<Option<Arc<str>>> {
        if let Some(text) = self.newest.get(&article) {
            return Ok(text.clone());
        }
        let versions = store::article::versions(self.db, article)?;
        let text = match versions.iter().find_map(|version| version.text_sha256.as_deref()) {
            Some(sha256) => Some(store::text(self.db, sha256)?),
            None => None,
        };
        self.newest.insert(article, text.clone());
        Ok(text)
    }
}
