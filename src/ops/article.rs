//! Changes to articles, and what comes in by import.

use super::incoming::{Known, Words};
use super::{Made, Run, edit_words, incoming, naming};
use crate::domain::change::ArticleChange;
use crate::domain::date::{Dated, is_relative, resolve_relative};
use crate::domain::edit::ArticleEdit;
use crate::domain::hash::sha256_hex;
use crate::domain::id::Id;
use crate::domain::kind::{ArticleKind, Reading, RecordKind};
use crate::domain::record::{Article, Version};
use crate::error::{Error, Result};
use crate::store::{self, Db, Tx};
use crate::text::t;

impl Run for ArticleChange {
    fn op(&self) -> &'static str {
        match self {
            Self::Write { .. } => "article-write",
            Self::Edit { .. } => "article-edit",
            Self::Delete { .. } => "article-delete",
        }
    }

    fn words(&self, db: &Db) -> Result<String> {
        let all = |key: &str, ids: &[Id]| naming::phrase_of(key, ids, |id| naming::article(db, id));
        match self {
            Self::Write { title, .. } => Ok(naming::phrase("op-article-write", &naming::first_words(title))),
            Self::Edit { ids, edit } => all(edit_words::of_article(edit), ids),
            Self::Delete { ids } => all("op-article-delete", ids),
        }
    }

    fn run(self, tx: &Tx) -> Result<Made> {
        match self {
            Self::Write { case_id, title, kind, published, text } => {
                return write(tx, case_id, title, kind, published, &text);
            }
            Self::Edit { ids, edit } => {
                for id in ids {
                    store::article::edit(tx, id, &edit)?;
                    if let ArticleEdit::Published(published) = &edit {
                        resolve_anew(tx, id, published)?;
                    }
                }
            }
            Self::Delete { ids } => {
                for id in ids {
                    store::article::delete(tx, id)?;
                }
            }
        }
        Ok(None)
    }
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Added {
    /// A new article.
    New(Id),
    /// The case has it already, as this article.
    Duplicate(Id),
}

/// Adds what was read from `bytes` to a case as an article of its own: the original unchanged, the text if it could be
/// read. `article` and `version` are filled in but for their ids, numbers and hashes.
pub fn add_article(
    tx: &Tx,
    article: Article,
    version: Version,
    bytes: &[u8],
    text: Option<&str>,
) -> Result<Added> {
    let case_id = article.case_id;
    let original = sha256_hex(bytes);
    let text_hash = text.map(|text| sha256_hex(text.as_bytes()));
    if let Some(there) = store::article::duplicate_of(tx, case_id, &original, text_hash.as_deref())? {
        return Ok(Added::Duplicate(there.id));
    }
    let id = incoming::add(tx, article, version, bytes, text)?;
    if let Some(text) = text {
        incoming::compare(tx, &mut Known::of(tx, case_id)?, case_id, text, &Words::of(text))?;
    }
    Ok(Added::New(id))
}

fn write(
    tx: &Tx,
    case_id: Id,
    title: String,
    kind: ArticleKind,
    published: Dated,
    text: &str,
) -> Result<Made> {
    if text.trim().is_empty() {
        return Err(Error::new(t("error-article-needs-text")));
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let article = Article {
        id: Id::new(),
        case_id,
        number: 0,
        title: if title.trim().is_empty() { naming::first_words(&text) } else { title.trim().to_owned() },
        byline: String::new(),
        outlet: String::new(),
        url: String::new(),
        language: String::new(),
        kind,
        published,
        received: Dated::default(),
        obtained_from: String::new(),
        obtained_how: String::new(),
        archive_link: String::new(),
        reference: String::new(),
        privileged: false,
        reading: Reading::Keep,
        important: false,
    };
    let version = Version {
        id: Id::new(),
        article_id: article.id,
        n: 1,
        original_sha256: String::new(),
        file_name: String::new(),
        text_sha256: None,
        importer: "typed".to_owned(),
        importer_version: 1,
        encoding: "UTF-8".to_owned(),
        warnings: Vec::new(),
        pages: Vec::new(),
        captions: Vec::new(),
        found: Vec::new(),
    };
    let (Added::New(id) | Added::Duplicate(id)) =
        add_article(tx, article, version, text.as_bytes(), Some(&text))?;
    Ok(Some((RecordKind::Article, id)))
}

/// Resolves every date whose words were read in this article, such as "last month", against its new date of
/// publication. Where that is unknown the words stay and the date is empty. A date whose words do not depend on the
/// publication was decided by a person and stays as it is.
fn resolve_anew(tx: &Tx, article: Id, published: &Dated) -> Result<()> {
    let basis = store::dates::basis_of(article);
    for resting in store::dates::resting_on(tx, &basis)? {
        if !is_relative(&resting.words) {
            continue;
        }
        let edtf = published.edtf.as_ref().and_then(|day| resolve_relative(&resting.words, day));
        let date = Dated { edtf, words: Some(resting.words.clone()), basis: Some(basis.clone()) };
        store::dates::set(tx, &resting, &date)?;
    }
    Ok(())
}
