//! Reading scans with the OCR program a person has installed: one article at a time, page by page. The pictures are
//! taken out of the original by the process that reads files; the program gets them through a pipe.

mod tesseract;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use super::event::JobEvent;
use super::readers::Readers;
use super::store_thread::{self, NotDone, run_on};
use super::{Events, Session};
use crate::domain::id::Id;
use crate::domain::record::Version;
use crate::error::{Error, Result};
use crate::import::Ask;
use crate::import::ocr::{OcrText, read_ocr};
use crate::ops;
use crate::store::{Library, NewEntry};
use crate::text::{Arg, ocr_install_words, t, t_with};
use tesseract::{Came, Tesseract};

/// Raised whenever the same table is read differently.
const VERSION: u32 = 1;

/// The OCR program of this machine, if there is one.
#[must_use]
pub(super) fn program() -> Option<PathBuf> {
    tesseract::find(std::env::var_os("PATH").as_deref())
}

/// The thread that reads scans, and what it is asked.
pub(super) struct Ocr {
    queue: Sender<Task>,
    /// Which turn it is: what was asked in an earlier one is not done any more.
    turn: Arc<AtomicU64>,
}

/// An article to be read.
struct Task {
    session: Session,
    article: Id,
    turn: u64,
}

impl Ocr {
    /// Starts the thread. It ends by itself once this is dropped; nobody waits for a page that is being read.
    pub(super) fn start(store: Sender<store_thread::Task>, events: Events) -> Self {
        let (queue, tasks) = channel();
        let turn = Arc::<AtomicU64>::default();
        let of_thread = Arc::clone(&turn);
        std::thread::spawn(move || work(&tasks, &of_thread, &store, &events));
        Self { queue, turn }
    }

    /// Reads these after all that was asked before.
    pub(super) fn read(&self, session: Session, articles: Vec<Id>) {
        let turn = self.turn.load(Ordering::SeqCst);
        for article in articles {
            if self.queue.send(Task { session, article, turn }).is_err() {
                tracing::error!("the thread that reads scans has ended");
            }
        }
    }

    /// Stops what goes on and what waits; articles that were read keep their text.
    pub(super) fn cancel(&self) {
        self.turn.fetch_add(1, Ordering::SeqCst);
    }
}

fn work(tasks: &Receiver<Task>, turn: &AtomicU64, store: &Sender<store_thread::Task>, events: &Events) {
    for Task { session, article, turn: of } in tasks {
        let stopped = || turn.load(Ordering::SeqCst) != of;
        let events = events.of(session);
        let at = At { store, session, events: &events };
        if !stopped() {
            match read(article, &at, &stopped) {
                Ok(Some(words)) => events.send(JobEvent::Done(words)),
                Ok(None) => {}
                Err(error) => events.send(JobEvent::Failed(error)),
            }
        }
        events.send(JobEvent::PicturesRead { article });
        Readers::shared().rest();
    }
}

/// Where an article is, and where what comes of it is told.
struct At<'a> {
    store: &'a Sender<store_thread::Task>,
    session: Session,
    events: &'a Events,
}

impl At<'_> {
    /// Runs `job` on the library and waits for what it gives.
    fn library<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Library) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        run_on(self.store, self.session, job).map_err(|not| match not {
            NotDone::Closed(error) => error,
            NotDone::Broke => Error::new(t("ocr-not-kept")),
        })?
    }
}

/// A scan as the library has it.
struct Scan {
    version: Version,
    bytes: Arc<[u8]>,
    language: String,
    case_id: Id,
}

/// Reads one article's pictures and keeps their words as its text. Gives what to tell; none if it was stopped.
fn read(article: Id, at: &At<'_>, stopped: &dyn Fn() -> bool) -> Result<Option<String>> {
    let program = program().ok_or_else(|| Error::new(t("ocr-missing")).with_hint(ocr_install_words()))?;
    let tesseract = Tesseract::at(program)?;
    let scan = at.library(move |library| scan(library, article))?;
    let total = scan.version.pages.len().max(1);
    let mut pages = Vec::with_capacity(total);
    let (mut lost, mut why) = (Vec::new(), None);
    for page in 0..total {
        at.events.send(JobEvent::ReadingPictures { article, page, pages: total });
        let label =
            scan.version.pages.get(page).map_or_else(|| (page + 1).to_string(), |page| page.label.clone());
        let ask = Ask { pictures_of: Some(page), ..Ask::default() };
        let pictures = Readers::shared().read(&scan.bytes, &scan.version.file_name, &ask).inner;
        let mut tables = Vec::new();
        if pictures.is_empty() {
            lost.push(label.clone());
        }
        for picture in pictures {
            match tesseract.read(&picture.bytes, &scan.language, stopped) {
                Ok(Came::Table(table)) => tables.push(table),
                Ok(Came::Stopped) => return Ok(None),
                Err(error) => {
                    lost.push(label.clone());
                    why = Some(error);
                }
            }
        }
        if stopped() {
            return Ok(None);
        }
        pages.push((label, tables));
    }
    let read = read_ocr(&pages);
    let Some(sure) = read.sure else {
        return Err(why.unwrap_or_else(|| Error::new(t("ocr-no-words")).with_hint(t("ocr-no-words-hint"))));
    };
    let mut warnings = vec![t_with("ocr-sure", &[("percent", Arg::from(i64::from(sure)))])];
    if !lost.is_empty() {
        warnings.push(t_with("ocr-pages-lost", &[("pages", Arg::from(lost.join(", ")))]));
    }
    let name = scan.version.file_name.clone();
    at.library(move |library| keep(library, scan, read, warnings))?;
    at.events.send(JobEvent::ReadAgain);
    Ok(Some(t_with("ocr-read", &[("name", Arg::from(name)), ("percent", Arg::from(i64::from(sure)))])))
}

fn scan(library: &mut Library, article: Id) -> Result<Scan> {
    let db = library.db();
    let version = crate::store::article::versions(db, article)?.into_iter().next();
    let version = version.filter(Version::is_scan);
    let version = version.ok_or_else(|| Error::new(t("ocr-no-scan")))?;
    let bytes = crate::store::read_original(db, &version.original_sha256)?.into();
    let article = crate::store::article::get(db, article)?;
    Ok(Scan { version, bytes, language: article.language, case_id: article.case_id })
}

fn keep(library: &mut Library, scan: Scan, read: OcrText, warnings: Vec<String>) -> Result<()> {
    let Scan { mut version, case_id, .. } = scan;
    let entry = NewEntry {
        op: "article-ocr",
        words: t_with("op-article-ocr", &[("name", Arg::from(version.file_name.clone()))]),
        case_id: Some(case_id),
        group: None,
    };
    Version::OCR.clone_into(&mut version.importer);
    version.importer_version = VERSION;
    version.warnings = warnings;
    version.pages = read.pages;
    library.transact(entry, |tx| ops::read_again(tx, version, &read.text))?;
    Ok(())
}
