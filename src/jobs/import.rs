//! Importing: files are read and parsed on all cores, then added in batches by the thread that owns the library.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};

use super::event::{ImportEnd, JobEvent};
use super::files::list_files;
use super::prepare::{Prepared, failed, prepare_all};
use super::progress::Progress;
use super::readers::Readers;
use super::records::records;
use super::store_thread::NotDone;
use super::{Events, Session, store_thread};
use crate::domain::change::{CaseChange, Change};
use crate::domain::id::Id;
use crate::domain::listing::LIST;
use crate::error::{Error, Result};
use crate::ops::{self, Came, Known, NewVersion};
use crate::store::{Library, NewEntry};
use crate::text::{Arg, t, t_with};
use crate::view::{ImportLine, ImportStatus};

/// How many files go into one transaction: small enough that other changes never wait long.
const BATCH: usize = 64;
/// How many bytes of files are held at once, but for a file that alone is larger.
const BATCH_BYTES: u64 = 64 << 20;

/// An import for the window: progress and result arrive as events.
pub(super) struct Import {
    /// What its events call it by; the group of its changes too.
    pub(super) id: Id,
    /// The library it goes to.
    pub(super) session: Session,
    pub(super) store: Sender<store_thread::Task>,
    pub(super) events: Events,
    pub(super) cancel: Arc<AtomicBool>,
}

impl Import {
    /// Imports files and folders.
    pub(super) fn run(&self, case_id: Option<Id>, paths: &[PathBuf]) {
        let files = list_files(paths);
        if files.is_empty() {
            self.events.send(JobEvent::Failed(Error::new(t("import-no-files"))));
            return;
        }
        let made = case_id.map_or_else(|| self.new_case(paths), |id| Ok(Some(id)));
        let case_id = match made {
            Ok(Some(case_id)) => case_id,
            Ok(None) => return,
            Err(error) => return self.events.send(JobEvent::Failed(error)),
        };
        let progress = Progress::new(self, case_id, files.len());
        let Gone { lines, done, end } =
            self.add_files(case_id, &entry_words(paths, &files), &files, Some(&progress));
        Readers::shared().rest();
        let (import, total) = (self.id, files.len());
        self.events.send(JobEvent::Imported { import, case_id, lines, done, total, end });
    }

    /// Imports files without a word, as a step of its own.
    pub(super) fn quietly(&self, case_id: Id, files: &[PathBuf]) -> Vec<ImportLine> {
        let gone = self.add_files(case_id, &entry_words(files, files), files, None);
        Readers::shared().rest();
        gone.lines
    }

    /// Adds the files, until all are done, it is cancelled or its library is closed. While a batch is added the next
    /// one is read.
    fn add_files(
        &self,
        case_id: Id,
        words: &str,
        files: &[PathBuf],
        progress: Option<&Progress<'_>>,
    ) -> Gone {
        let group = if progress.is_some() { self.id } else { Id::new() };
        let mut gone = Gone { lines: Vec::with_capacity(files.len()), done: 0, end: ImportEnd::Whole };
        let mut adding: Option<Adding<'_>> = None;
        // What the batches before made known of the case.
        let known: Arc<Mutex<Option<Known>>> = Arc::default();
        let mut read = 0;
        for batch in batches(files) {
            let goes_on = |n: usize, file: &Path| {
                if let Some(progress) = progress {
                    progress.at(read + n, file);
                }
                !self.cancel.load(Ordering::SeqCst)
            };
            let (prepared, count) = prepare_all(batch, false, &goes_on);
            if !gone.take(adding.take()) {
                return gone;
            }
            let words = words.to_owned();
            let known = Arc::clone(&known);
            let job = move |library: &mut Library| {
                let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
                add_all(library, case_id, group, &words, prepared, &mut known)
            };
            let Ok(answer) = store_thread::begin_on(&self.store, self.session, job) else {
                gone.end = ImportEnd::LibraryClosed;
                return gone;
            };
            adding = Some(Adding { files: batch.get(..count).unwrap_or(batch), answer });
            read += count;
            if count < batch.len() {
                gone.end = ImportEnd::Cancelled;
                break;
            }
        }
        gone.take(adding);
        gone
    }

    /// Adds what was read to the library and waits. `known` is what the batches before made known of the case.
    pub(super) fn add_batch(
        &self,
        case_id: Id,
        words: &str,
        batch: Vec<Result<Prepared, ImportLine>>,
        known: &mut Option<Known>,
    ) -> Result<Vec<ImportLine>, NotDone> {
        let (group, words, mut with) = (self.id, words.to_owned(), known.take());
        let (lines, now) = self.on_library(move |library| {
            let lines = add_all(library, case_id, group, &words, batch, &mut with);
            (lines, with)
        })?;
        *known = now;
        Ok(lines)
    }

    /// Makes a case named after the folder the files are in, within the import's group: one undo takes both away.
    /// Gives none where that broke.
    fn new_case(&self, paths: &[PathBuf]) -> Result<Option<Id>> {
        let title = paths.first().and_then(|path| folder_name(path));
        let title = title.unwrap_or_else(|| t("case-untitled").to_owned());
        let (change, group) = (Change::Case(CaseChange::New { title }), self.id);
        match self.on_library(move |library| ops::apply(library, None, Some(group), change)) {
            Ok(outcome) => Ok(outcome?.made.map(|(_, id)| id)),
            Err(NotDone::Closed(error)) => Err(error),
            Err(NotDone::Broke) => Ok(None),
        }
    }

    /// Runs `job` on the thread that owns the library and waits for what it gives.
    pub(super) fn on_library<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Library) -> T + Send + 'static,
    ) -> Result<T, NotDone> {
        store_thread::run_on(&self.store, self.session, job)
    }
}

/// A batch that is being added.
struct Adding<'a> {
    files: &'a [PathBuf],
    answer: Receiver<Result<Vec<ImportLine>>>,
}

/// The files that were gone through.
struct Gone {
    lines: Vec<ImportLine>,
    done: usize,
    end: ImportEnd,
}

impl Gone {
    /// Waits until a batch is added and takes its lines over; says whether the library is still open.
    fn take(&mut self, adding: Option<Adding<'_>>) -> bool {
        let Some(Adding { files, answer }) = adding else { return true };
        match store_thread::wait(&answer) {
            Ok(added) => self.lines.extend(added),
            Err(NotDone::Broke) => {
                self.lines.extend(files.iter().map(|file| failed(file, t("import-not-kept"))));
            }
            Err(NotDone::Closed(_)) => {
                self.end = ImportEnd::LibraryClosed;
                return false;
            }
        }
        self.done += files.len();
        true
    }
}

/// Imports at once, for the command line. `told` gets the lines of each batch once it is in the library, how many
/// files are done, and how many there are. With `rows` the rows of lists become articles too.
pub fn import_files(
    library: &mut Library,
    case_id: Id,
    paths: &[PathBuf],
    rows: bool,
    told: &mut dyn FnMut(&[ImportLine], usize, usize),
) {
    let files = list_files(paths);
    let (group, words) = (Id::new(), entry_words(paths, &files));
    let mut batches = batches(&files).into_iter();
    let (mut known, mut done) = (None, 0);
    // While a batch is added the next one is read.
    std::thread::scope(|scope| {
        let read = |batch| scope.spawn(move || prepare_all(batch, rows, &|_, _| true).0);
        let mut reading = batches.next().map(|batch| (batch, read(batch)));
        while let Some((batch, reader)) = reading.take() {
            let prepared = reader.join().unwrap_or_else(|_| not_read(batch));
            reading = batches.next().map(|batch| (batch, read(batch)));
            let lines = add_all(library, case_id, group, &words, prepared, &mut known);
            done += batch.len();
            told(&lines, done, files.len());
        }
    });
    Readers::shared().rest();
}

/// The lines of files whose reading broke.
fn not_read(batch: &[PathBuf]) -> Vec<Result<Prepared, ImportLine>> {
    batch.iter().map(|file| failed(file, t("import-failed"))).map(Err).collect()
}

/// What the import of these files is called in the history: by the one file, or how many from which folder.
fn entry_words(paths: &[PathBuf], files: &[PathBuf]) -> String {
    match (files, paths.first().and_then(|path| folder_name(path))) {
        ([_, _, ..], Some(folder)) => t_with(
            "op-article-import-files",
            &[("count", Arg::from(files.len() as i64)), ("folder", Arg::from(folder))],
        ),
        _ => t_with(
            "op-article-import",
            &[("name", Arg::from(files.first().map_or_else(String::new, |file| name_of(file))))],
        ),
    }
}

/// The name of the folder that a path is, or that it is in; `None` for the root of the file system.
fn folder_name(path: &Path) -> Option<String> {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let folder = if path.is_dir() { Some(path.as_path()) } else { path.parent() };
    let name = folder?.file_name()?.to_string_lossy();
    (!name.trim().is_empty()).then(|| name.into_owned())
}

/// The files in batches of at most so many files and bytes.
fn batches(files: &[PathBuf]) -> Vec<&[PathBuf]> {
    let mut batches = Vec::new();
    let (mut start, mut bytes) = (0, 0);
    for (n, file) in files.iter().enumerate() {
        let size = std::fs::metadata(file).map_or(0, |about| about.len());
        if n > start && (n - start >= BATCH || bytes + size > BATCH_BYTES) {
            batches.push(&files[start..n]);
            (start, bytes) = (n, 0);
        }
        bytes += size;
    }
    if start < files.len() {
        batches.push(&files[start..]);
    }
    batches
}

pub(super) fn name_of(file: &Path) -> String {
    file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// Adds a batch as one change. If that fails, each file is added by itself, so that only those that cannot be are
/// left out. `known` is what the batches before made known of the case.
fn add_all(
    library: &mut Library,
    case_id: Id,
    group: Id,
    words: &str,
    batch: Vec<Result<Prepared, ImportLine>>,
    known: &mut Option<Known>,
) -> Vec<ImportLine> {
    let (op, case) = ("article-import", Some(case_id));
    let entry = NewEntry { op, words: words.to_owned(), case_id: case, group: Some(group) };
    let taken = known.take();
    let done = library.transact(entry, |tx| {
        let mut known = taken.map_or_else(|| Known::of(tx, case_id), Ok)?;
        let mut add = |one: &Result<Prepared, ImportLine>| match one {
            Ok(prepared) => add(tx, &mut known, case_id, prepared),
            Err(line) => Ok(line.clone()),
        };
        let lines: Result<Vec<ImportLine>> = batch.iter().map(&mut add).collect();
        Ok((lines?, known))
    });
    match done {
        Ok(done) => {
            let (lines, now) = done.value;
            *known = Some(now);
            lines
        }
        Err(_) if batch.len() > 1 => {
            tracing::warn!("a batch could not be added, its files are added one by one");
            let mut add = |one: Result<Prepared, ImportLine>| match one {
                Ok(prepared) => add_all(library, case_id, group, words, vec![Ok(prepared)], known),
                Err(line) => vec![line],
            };
            batch.into_iter().flat_map(&mut add).collect()
        }
        Err(error) => batch
            .into_iter()
            .map(|one| one.map_or_else(|line| line, |prepared| failed(&prepared.shown, &error.to_string())))
            .collect(),
    }
}

fn add(tx: &crate::store::Tx, known: &mut Known, case_id: Id, prepared: &Prepared) -> Result<ImportLine> {
    let Prepared { shown, file_name, bytes, imported, words, warnings } = prepared;
    let (article, version) = records(case_id, file_name, imported, warnings);
    let mut line = ImportLine {
        title: article.title.clone(),
        is_list: imported.importer == LIST && imported.text.is_some(),
        without_outlet: article.outlet.is_empty(),
        without_date: article.published.edtf.is_none(),
        found: version.found.clone(),
        status: ImportStatus::Failed(String::new()),
        near: None,
        also_in: Vec::new(),
        file: shown.clone(),
        warnings: warnings.clone(),
    };
    let text = imported.text.as_deref().zip(words.as_ref());
    line.status = match ops::bring_in(tx, known, article, version, bytes, text)? {
        Came::New { id, near, also_in } => {
            line.near = near.map(|near| (near.article, near.percent));
            line.also_in = also_in;
            ImportStatus::Added(id)
        }
        Came::Duplicate(id) => ImportStatus::Duplicate(id),
        Came::Version(NewVersion { article: id, n, paragraphs, headline, date }) => {
            ImportStatus::Version { id, n, paragraphs, headline, date }
        }
    };
    Ok(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_import_is_named_by_its_file_or_by_how_many_from_where() {
        let files = [PathBuf::from("/press/wells/a.txt"), PathBuf::from("/press/wells/b.txt")];
        assert_eq!(entry_words(&files, &files), "Import 2 files from wells");
        assert_eq!(entry_words(&files[..1], &files[..1]), "Import a.txt");
    }
}
