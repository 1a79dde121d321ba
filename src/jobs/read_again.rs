//! Reading the originals of articles again: by newer readers, or in an encoding that a person chose.

use std::sync::Arc;
use std::sync::mpsc::Sender;

use super::event::JobEvent;
use super::readers::Readers;
use super::records::fill;
use super::store_thread::{NotDone, Task, run_on};
use super::{Events, Session};
use crate::domain::id::Id;
use crate::domain::record::Version;
use crate::error::{Error, Result};
use crate::import::{Ask, ENCODINGS, Parsed, is_outdated};
use crate::ops::{self, Reread};
use crate::store::{self, Db, Library, NewEntry};
use crate::text::{Arg, t, t_with};
use crate::view::{EncodingPreview, EncodingsView};

/// How many lines of a text a preview shows.
const LINES: usize = 3;
/// How long a line of a preview may be, in code points.
const LINE: usize = 120;

/// Articles of a case that may be read better now than when they came in.
pub(super) fn to_read_again(db: &Db, case_id: Id) -> Result<Vec<Id>> {
    let read = store::article::read_by(db, case_id)?;
    let outdated = read.into_iter().filter(|(_, importer, version)| is_outdated(importer, *version));
    Ok(outdated.map(|(id, ..)| id).collect())
}

/// Originals to be read again, on a library.
pub(super) struct ReadAgain {
    pub(super) session: Session,
    pub(super) store: Sender<Task>,
    pub(super) events: Events,
}

impl ReadAgain {
    /// Reads the originals of these articles again, as one change; marks and metadata stay. A file may take its time or
    /// hang its reader: the library is free meanwhile.
    pub(super) fn run(&self, articles: &[Id]) {
        let group = Id::new();
        let (mut texts, mut versions, mut stayed) = (0_i64, 0_i64, 0_i64);
        for article in articles {
            match self.read(*article, &Ask::default(), group) {
                Ok(Ok(Some(Reread::Text))) => texts += 1,
                Ok(Ok(Some(Reread::Version { left, .. }))) => {
                    versions += 1;
                    stayed += left as i64;
                }
                Ok(Ok(Some(Reread::Same) | None)) | Err(NotDone::Broke) => {}
                Ok(Err(error)) | Err(NotDone::Closed(error)) => {
                    return self.events.send(JobEvent::Failed(error));
                }
            }
        }
        let told = t_with("notice-read-again", &[("count", Arg::from(texts))]);
        let args = [("count", Arg::from(versions)), ("left", Arg::from(stayed))];
        let changed = t_with("notice-read-again-versions", &args);
        self.tell(match (texts, versions) {
            (_, 0) => told,
            (0, _) => changed,
            _ => format!("{told} {changed}"),
        });
    }

    /// Reads the original of an article in this encoding.
    pub(super) fn run_in(&self, article: Id, encoding: &str) {
        let ask = Ask { encoding: Some(encoding.to_owned()), ..Ask::default() };
        let encoding = ("encoding", Arg::from(encoding.to_owned()));
        self.tell(match self.read(article, &ask, Id::new()) {
            Ok(Ok(Some(Reread::Version { n, moved, left }))) => {
                let n = ("n", Arg::from(n.to_string()));
                let counts = [("moved", Arg::from(moved as i64)), ("left", Arg::from(left as i64))];
                let [moved, left] = counts;
                t_with("notice-read-in", &[encoding, n, moved, left])
            }
            Ok(Ok(Some(Reread::Text))) => t_with("notice-read-again", &[("count", Arg::from(1))]),
            Ok(Ok(Some(Reread::Same))) => t_with("notice-read-in-same", &[encoding]),
            Ok(Ok(None)) => t_with("notice-read-in-nothing", &[encoding]),
            Err(NotDone::Broke) => return,
            Ok(Err(error)) | Err(NotDone::Closed(error)) => {
                return self.events.send(JobEvent::Failed(error));
            }
        });
    }

    fn tell(&self, words: String) {
        Readers::shared().rest();
        self.events.send(JobEvent::ReadAgain);
        self.events.send(JobEvent::Done(words));
    }

    /// Reads the original of an article's newest version again and keeps what came of it; `None` if it gave no text.
    fn read(&self, article: Id, ask: &Ask, group: Id) -> Result<Result<Option<Reread>>, NotDone> {
        let taken = run_on(&self.store, self.session, move |library| original(library.db(), article))?;
        let (version, bytes) = match taken {
            Ok(Some(taken)) => taken,
            Ok(None) => return Ok(Ok(None)),
            Err(error) => return Ok(Err(error)),
        };
        let parsed = Readers::shared().read(&bytes, &version.file_name, ask);
        run_on(&self.store, self.session, move |library| keep(library, version, &parsed, group))
    }
}

/// The newest version of an article and its original; `None` if it is not there any more.
fn original(db: &Db, article: Id) -> Result<Option<(Version, Arc<[u8]>)>> {
    let Some(version) = newest(db, article)? else { return Ok(None) };
    let bytes = store::read_original(db, &version.original_sha256)?;
    Ok(Some((version, bytes.into())))
}

/// Keeps what was read of a version, unless the article has a newer one meanwhile.
fn keep(library: &mut Library, mut version: Version, parsed: &Parsed, group: Id) -> Result<Option<Reread>> {
    let now = newest(library.db(), version.article_id)?;
    let nothing = parsed.article.text.is_none() && version.text_sha256.is_some();
    if nothing || now.is_none_or(|now| now.id != version.id || now.text_sha256 != version.text_sha256) {
        return Ok(None);
    }
    let warnings: Vec<String> = parsed.warnings.iter().map(|warning| warning.message.clone()).collect();
    fill(&mut version, &parsed.article, &warnings);
    let entry = NewEntry {
        op: "article-read-again",
        words: t_with("op-article-read-again", &[("name", Arg::from(version.file_name.clone()))]),
        case_id: Some(store::article::get(library.db(), version.article_id)?.case_id),
        group: Some(group),
    };
    let done = library.transact(entry, |tx| match &parsed.article.text {
        Some(text) => ops::read_again(tx, version, text).map(Some),
        // By whom it was tried last is kept, so that it is not offered again and again.
        None => store::article::set_version_text(tx, &version).map(|()| None),
    })?;
    Ok(done.value)
}

/// What the article reads like in the encodings there are: the one it was read in, then those that give another text.
pub(super) fn encodings(db: &Db, article: Id) -> Result<EncodingsView> {
    let version = newest(db, article)?.ok_or_else(|| Error::new(t("error-no-original")))?;
    let before = match &version.text_sha256 {
        Some(sha256) => store::text(db, sha256)?,
        None => Arc::from(""),
    };
    let mut previews = vec![EncodingPreview { encoding: version.encoding.clone(), lines: String::new() }];
    let mut texts: Vec<Arc<str>> = vec![Arc::clone(&before)];
    // White space and marks have a zero byte there, in whatever language.
    let may_be_wide = store::read_original(db, &version.original_sha256)?.contains(&0);
    let offered = ENCODINGS
        .iter()
        .filter(|encoding| **encoding != version.encoding)
        .filter(|encoding| may_be_wide || !encoding.starts_with("UTF-16"));
    for encoding in offered {
        let ask = Ask { encoding: Some((*encoding).to_owned()), ..Ask::default() };
        let Some(text) = read(db, &version, &ask)?.article.text else { continue };
        if nonsense(&text) > nonsense(&before) {
            continue;
        }
        if !texts.iter().any(|known| **known == *text) {
            previews
                .push(EncodingPreview { encoding: (*encoding).to_owned(), lines: telling(&text, &before) });
            texts.push(text.into());
        }
    }
    if let Some(first) = previews.first_mut() {
        let other = texts.get(1).map_or("", |text| text);
        first.lines = telling(&before, other);
    }
    Ok(EncodingsView { article, previews })
}

/// How many letters no encoding was made for: bytes that mean nothing, and signs that only machines read.
fn nonsense(text: &str) -> usize {
    let is_one = |c: &char| *c == char::REPLACEMENT_CHARACTER || (c.is_control() && !c.is_whitespace());
    text.chars().filter(is_one).count()
}

/// The first lines of a text that the other one does not have: those in which letters differ.
fn telling(text: &str, other: &str) -> String {
    let cut = |line: &str| line.trim().chars().take(LINE).collect::<String>();
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    let theirs: std::collections::HashSet<&str> = other.lines().map(str::trim).collect();
    let mut told: Vec<String> =
        lines().filter(|line| !theirs.contains(line.trim())).take(LINES).map(cut).collect();
    if told.is_empty() {
        told = lines().take(LINES).map(cut).collect();
    }
    told.join("\n")
}

fn newest(db: &Db, article: Id) -> Result<Option<Version>> {
    Ok(store::article::versions(db, article)?.into_iter().next())
}

fn read(db: &Db, version: &Version, ask: &Ask) -> Result<Parsed> {
    let bytes: Arc<[u8]> = store::read_original(db, &version.original_sha256)?.into();
    Ok(Readers::shared().read(&bytes, &version.file_name, ask))
}
