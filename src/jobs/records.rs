//! What was read from a file as the records of an article, and reading it again.

use std::sync::Arc;
use std::sync::mpsc::Sender;

use super::event::JobEvent;
use super::readers::Readers;
use super::store_thread::{NotDone, Task, run_on};
use super::{Events, Session};
use crate::domain::date::Dated;
use crate::domain::id::Id;
use crate::domain::kind::Reading;
use crate::domain::record::{Article, FoundField, Version};
use crate::error::Result;
use crate::import::{Ask, Basis, Found, Imported};
use crate::ops;
use crate::store::{Library, NewEntry};
use crate::text::{Arg, t_with};

/// An article and its version as imported; ids, numbers and hashes are filled in when they are added.
pub(super) fn records(
    case_id: Id,
    file_name: &str,
    imported: &Imported,
    warnings: &[String],
) -> (Article, Version) {
    let article = Article {
        id: Id::new(),
        case_id,
        number: 0,
        title: imported.title.clone(),
        byline: imported.byline.join(", "),
        outlet: imported.outlet.clone(),
        url: imported.url.clone(),
        language: imported.language.clone(),
        kind: imported.kind,
        published: dated(imported.published.as_ref()),
        received: dated(imported.received.as_ref()),
        obtained_from: imported.obtained_from.clone(),
        obtained_how: imported.obtained_how.clone(),
        archive_link: String::new(),
        reference: String::new(),
        privileged: false,
        reading: Reading::Unread,
        important: false,
    };
    let mut version = Version {
        id: Id::new(),
        article_id: article.id,
        n: 1,
        original_sha256: String::new(),
        file_name: file_name.to_owned(),
        text_sha256: None,
        importer: String::new(),
        importer_version: 0,
        encoding: String::new(),
        warnings: Vec::new(),
        pages: Vec::new(),
        captions: Vec::new(),
        found: Vec::new(),
    };
    fill(&mut version, imported, warnings);
    (article, version)
}

/// What reading found, put in its version.
fn fill(version: &mut Version, imported: &Imported, warnings: &[String]) {
    imported.importer.clone_into(&mut version.importer);
    version.importer_version = imported.importer_version;
    imported.encoding.clone_into(&mut version.encoding);
    version.warnings = warnings.to_vec();
    imported.pages.clone_into(&mut version.pages);
    imported.captions.clone_into(&mut version.captions);
    version.found = found_fields(imported);
}

/// Where each field was found. Dates carry their basis themselves.
fn found_fields(imported: &Imported) -> Vec<FoundField> {
    let bases = &imported.bases;
    let fields = [
        ("title", imported.title.clone(), bases.title),
        ("byline", imported.byline.join(", "), bases.byline),
        ("outlet", imported.outlet.clone(), bases.outlet),
        ("url", imported.url.clone(), bases.url),
        ("language", imported.language.clone(), bases.language),
    ];
    let known = |(field, words, basis): (&str, String, Option<Basis>)| {
        let basis = basis.filter(|_| !words.is_empty())?.code().to_owned();
        Some(FoundField { field: field.to_owned(), words, basis })
    };
    fields.into_iter().filter_map(known).collect()
}

/// A date found by an importer: its basis is where it was found.
fn dated(found: Option<&Found>) -> Dated {
    found
        .map(|found| Dated {
            edtf: Some(found.date),
            words: Some(found.words.clone()),
            basis: Some(found.basis.code().to_owned()),
        })
        .unwrap_or_default()
}

/// Articles to be read again, on a library.
pub(super) struct ReadAgain {
    pub(super) session: Session,
    pub(super) store: Sender<Task>,
    pub(super) events: Events,
}

impl ReadAgain {
    /// Reads the originals of these articles' versions without text again, marks and metadata kept. A file may take its
    /// time or hang its reader: the library is free meanwhile.
    pub(super) fn run(&self, articles: Vec<Id>) {
        let mut read = 0;
        for article in articles {
            match self.read(article) {
                Ok(Ok(has_text)) => read += i64::from(has_text),
                Ok(Err(error)) | Err(NotDone::Closed(error)) => {
                    return self.events.send(JobEvent::Failed(error));
                }
                Err(NotDone::Broke) => {}
            }
        }
        Readers::shared().rest();
        self.events.send(JobEvent::ReadAgain);
        self.events.send(JobEvent::Done(t_with("notice-read-again", &[("count", Arg::from(read))])));
    }

    /// Reads one; gives whether it has a text now that it did not have.
    fn read(&self, article: Id) -> Result<Result<bool>, NotDone> {
        let (mut version, bytes) = match run_on(&self.store, self.session, move |at| unread(at, article))? {
            Ok(Some(unread)) => unread,
            Ok(None) => return Ok(Ok(false)),
            Err(error) => return Ok(Err(error)),
        };
        let parsed = Readers::shared().read(&bytes, &version.file_name, &Ask::default());
        let Some(text) = parsed.article.text.clone() else { return Ok(Ok(false)) };
        let warnings: Vec<String> = parsed.warnings.iter().map(|warning| warning.message.clone()).collect();
        fill(&mut version, &parsed.article, &warnings);
        run_on(&self.store, self.session, move |library| write(library, version, &text))
    }
}

/// The version of an article that has no text, and its original.
fn unread(library: &Library, article: Id) -> Result<Option<(Version, Arc<[u8]>)>> {
    let version = crate::store::article::versions(library.db(), article)?.into_iter().next();
    let Some(version) = version.filter(|version| version.text_sha256.is_none()) else { return Ok(None) };
    let bytes = crate::store::read_original(library.db(), &version.original_sha256)?;
    Ok(Some((version, bytes.into())))
}

/// Gives the version its text, unless it has got one meanwhile.
fn write(library: &mut Library, version: Version, text: &str) -> Result<bool> {
    let versions = crate::store::article::versions(library.db(), version.article_id)?;
    if !versions.iter().any(|now| now.id == version.id && now.text_sha256.is_none()) {
        return Ok(false);
    }
    let entry = NewEntry {
        op: "article-read-again",
        words: t_with("op-article-read-again", &[("name", Arg::from(version.file_name.clone()))]),
        case_id: Some(crate::store::article::get(library.db(), version.article_id)?.case_id),
        group: None,
    };
    library.transact(entry, |tx| ops::read_again(tx, version, text))?;
    Ok(true)
}
