//! Importing: files are read and parsed on all cores, then added in batches by the thread that owns the library.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, channel};

use super::event::{ImportEnd, JobEvent};
use super::{Events, Session, store_thread};
use crate::domain::change::{CaseChange, Change};
use crate::domain::date::{Dated, Edtf, local_day};
use crate::domain::id::Id;
use crate::domain::kind::Reading;
use crate::domain::record::{Article, Version};
use crate::error::{Error, Result};
use crate::import::{self, Found, Imported};
use crate::ops::{self, Added};
use crate::store::{Library, MAX_ORIGINAL, NewEntry};
use crate::text::{Arg, t, t_with};
use crate::view::{ImportLine, ImportStatus};

/// How many files go into one transaction: small enough that other changes never wait long.
const BATCH: usize = 64;
/// How many bytes of files are held at once, but for a file that alone is larger.
const BATCH_BYTES: u64 = 64 << 20;

/// A file that was read and parsed.
struct Prepared {
    file: PathBuf,
    bytes: Vec<u8>,
    imported: Imported,
    warnings: Vec<String>,
}

/// The files in `paths`: folders are gone through, hidden files and links that lead in circles left out. In order of
/// their names.
#[must_use]
pub fn list_files(paths: &[PathBuf]) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() { list_folder(path, &mut files) } else { files.push(path.clone()) }
    }
    files
}

fn list_folder(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        // It is reported as a file that cannot be read.
        files.push(folder.to_owned());
        return;
    };
    let mut entries: Vec<std::fs::DirEntry> = entries.flatten().collect();
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        match entry.file_type() {
            _ if hidden => {}
            // Links to folders are not followed: one could contain itself.
            Ok(kind) if kind.is_dir() => list_folder(&entry.path(), files),
            Ok(kind) if kind.is_symlink() && entry.path().is_dir() => {}
            _ => files.push(entry.path()),
        }
    }
}

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

/// Why something was not done on the library.
enum NotDone {
    /// It is not open, or not any more.
    Closed(Error),
    /// It broke, which was told.
    Broke,
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
        let (lines, end) = self.add_files(case_id, &entry_words(paths, &files), &files);
        let (import, total) = (self.id, files.len());
        self.events.send(JobEvent::Imported { import, case_id, lines, total, end });
    }

    /// Adds the files, until all are done, it is cancelled or its library is closed.
    fn add_files(&self, case_id: Id, words: &str, files: &[PathBuf]) -> (Vec<ImportLine>, ImportEnd) {
        let group = self.id;
        let mut lines: Vec<ImportLine> = Vec::with_capacity(files.len());
        for batch in batches(files) {
            if self.cancel.load(Ordering::SeqCst) {
                return (lines, ImportEnd::Cancelled);
            }
            let file = batch.first().map_or_else(String::new, |file| name_of(file));
            let (done, total) = (lines.len(), files.len());
            self.events.send(JobEvent::Importing { import: self.id, case_id, done, total, file });
            let prepared = prepare_all(batch);
            let words = words.to_owned();
            match self.on_library(move |library| add_all(library, case_id, group, &words, prepared)) {
                Ok(added) => lines.extend(added),
                Err(NotDone::Broke) => {
                    lines.extend(batch.iter().map(|file| failed(file, t("import-not-kept"))));
                }
                Err(NotDone::Closed(_)) => return (lines, ImportEnd::LibraryClosed),
            }
        }
        (lines, ImportEnd::Whole)
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
    fn on_library<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Library) -> T + Send + 'static,
    ) -> Result<T, NotDone> {
        let (reply, answer) = channel();
        let job = move |library: Result<&mut Library>, _: &Events| {
            if reply.send(library.map(job)).is_err() {
                tracing::debug!("nobody waits for this any more");
            }
        };
        let task = store_thread::Task::Run { session: self.session, job: Box::new(job) };
        if self.store.send(task).is_err() {
            return Err(NotDone::Closed(store_thread::closed()));
        }
        // No answer: the job broke, or the program ends.
        match answer.recv() {
            Ok(done) => done.map_err(NotDone::Closed),
            Err(_) => Err(NotDone::Broke),
        }
    }
}

/// Imports at once, for the command line. `told` gets the lines of each batch once it is in the library, how many
/// files are done, and how many there are.
pub fn import_files(
    library: &mut Library,
    case_id: Id,
    paths: &[PathBuf],
    told: &mut dyn FnMut(&[ImportLine], usize, usize),
) {
    let files = list_files(paths);
    let (group, words) = (Id::new(), entry_words(paths, &files));
    let mut done = 0;
    for batch in batches(&files) {
        let lines = add_all(library, case_id, group, &words, prepare_all(batch));
        done += lines.len();
        told(&lines, done, files.len());
    }
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

fn name_of(file: &Path) -> String {
    file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// Reads and parses files on all cores, keeping their order.
fn prepare_all(files: &[PathBuf]) -> Vec<Result<Prepared, ImportLine>> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let share = files.len().div_ceil(cores).max(1);
    std::thread::scope(|scope| {
        let workers: Vec<_> = files
            .chunks(share)
            .map(|share| {
                (share, scope.spawn(move || share.iter().map(|file| prepare(file)).collect::<Vec<_>>()))
            })
            .collect();
        workers
            .into_iter()
            .flat_map(|(share, worker)| {
                worker.join().unwrap_or_else(|_| {
                    share.iter().map(|file| Err(failed(file, t("import-failed")))).collect()
                })
            })
            .collect()
    })
}

fn prepare(file: &Path) -> Result<Prepared, ImportLine> {
    let metadata = std::fs::metadata(file).map_err(|error| failed(file, &unreadable(&error)))?;
    if metadata.is_dir() {
        // It is in the list since what is in it could not be listed.
        let why = std::fs::read_dir(file).err().map(|error| unreadable(&error));
        return Err(failed(file, &why.unwrap_or_else(|| t("import-failed").to_owned())));
    }
    if !metadata.is_file() {
        // A pipe or device: reading it might never end.
        return Err(failed(file, t("import-not-a-file")));
    }
    if metadata.len() > MAX_ORIGINAL as u64 {
        return Err(failed(file, t("import-too-big")));
    }
    let bytes = std::fs::read(file).map_err(|error| failed(file, &unreadable(&error)))?;
    if bytes.is_empty() {
        return Err(failed(file, t("import-empty-file")));
    }
    let (mut imported, warnings) = import::read(&bytes, &name_of(file));
    if imported.received.is_none() {
        imported.received = file_date(&metadata);
    }
    let warnings = warnings.into_iter().map(|warning| warning.message).collect();
    Ok(Prepared { file: file.to_owned(), bytes, imported, warnings })
}

/// The day of the file, as the best guess at when it came into the person's hands.
fn file_date(metadata: &std::fs::Metadata) -> Option<Found> {
    let since = metadata.modified().ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
    let date = Edtf::day(local_day(i64::try_from(since.as_millis()).ok()?));
    Some(Found { words: date.words(), date, basis: import::Basis::FileDate })
}

fn unreadable(error: &std::io::Error) -> String {
    t_with("import-unreadable", &[("why", Arg::from(error.to_string()))])
}

fn failed(file: &Path, why: &str) -> ImportLine {
    ImportLine {
        file: file.to_owned(),
        status: ImportStatus::Failed(why.to_owned()),
        title: name_of(file),
        warnings: Vec::new(),
        without_outlet: false,
        without_date: false,
    }
}

/// Adds a batch as one change. If that fails, each file is added by itself, so that only those that cannot be are
/// left out.
fn add_all(
    library: &mut Library,
    case_id: Id,
    group: Id,
    words: &str,
    batch: Vec<Result<Prepared, ImportLine>>,
) -> Vec<ImportLine> {
    let (op, case) = ("article-import", Some(case_id));
    let entry = NewEntry { op, words: words.to_owned(), case_id: case, group: Some(group) };
    let done = library.transact(entry, |tx| {
        let add = |one: &Result<Prepared, ImportLine>| match one {
            Ok(prepared) => add(tx, case_id, prepared),
            Err(line) => Ok(line.clone()),
        };
        batch.iter().map(add).collect()
    });
    match done {
        Ok(done) => done.value,
        Err(_) if batch.len() > 1 => {
            tracing::warn!("a batch could not be added, its files are added one by one");
            let add = |one: Result<Prepared, ImportLine>| match one {
                Ok(prepared) => add_all(library, case_id, group, words, vec![Ok(prepared)]),
                Err(line) => vec![line],
            };
            batch.into_iter().flat_map(add).collect()
        }
        Err(error) => batch
            .into_iter()
            .map(|one| one.map_or_else(|line| line, |prepared| failed(&prepared.file, &error.to_string())))
            .collect(),
    }
}

fn add(tx: &crate::store::Tx, case_id: Id, prepared: &Prepared) -> Result<ImportLine> {
    let Prepared { file, bytes, imported, warnings } = prepared;
    let (article, version) = records(case_id, &name_of(file), imported, warnings);
    let line = ImportLine {
        title: article.title.clone(),
        without_outlet: article.outlet.is_empty(),
        without_date: article.published.edtf.is_none(),
        status: match ops::add_article(tx, article, version, bytes, imported.text.as_deref())? {
            Added::New(id) => ImportStatus::Added(id),
            Added::Duplicate(id) => ImportStatus::Duplicate(id),
        },
        file: file.clone(),
        warnings: warnings.clone(),
    };
    Ok(line)
}

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
        obtained_from: String::new(),
        obtained_how: String::new(),
        archive_link: String::new(),
        reference: String::new(),
        privileged: false,
        reading: Reading::Unread,
        important: false,
    };
    let version = Version {
        id: Id::new(),
        article_id: article.id,
        n: 1,
        original_sha256: String::new(),
        file_name: file_name.to_owned(),
        text_sha256: None,
        importer: imported.importer.to_owned(),
        importer_version: imported.importer_version,
        encoding: imported.encoding.clone(),
        warnings: warnings.to_vec(),
    };
    (article, version)
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

/// Reads the originals of these articles' versions without text again, marks and metadata kept. Gives how many have a
/// text now.
pub(super) fn read_again(library: &mut Library, articles: &[Id]) -> Result<usize> {
    let mut read = 0;
    for article in articles {
        let Some(mut version) = crate::store::article::versions(library.db(), *article)?.into_iter().next()
        else {
            continue;
        };
        if version.text_sha256.is_some() {
            continue;
        }
        let bytes = crate::store::read_original(library.db(), &version.original_sha256)?;
        let (imported, warnings) = import::read(&bytes, &version.file_name);
        let Some(text) = imported.text else { continue };
        imported.importer.clone_into(&mut version.importer);
        version.importer_version = imported.importer_version;
        version.encoding = imported.encoding;
        version.warnings = warnings.into_iter().map(|warning| warning.message).collect();
        let entry = NewEntry {
            op: "article-read-again",
            words: t_with("op-article-read-again", &[("name", Arg::from(version.file_name.clone()))]),
            case_id: Some(crate::store::article::get(library.db(), *article)?.case_id),
            group: None,
        };
        library.transact(entry, |tx| ops::read_again(tx, version, &text))?;
        read += 1;
    }
    Ok(read)
}

/// Writes an unchanged copy of an article's original to `path`, whole or not at all. Refused where there is none.
pub fn save_original(library: &Library, article: Id, path: &Path) -> Result<()> {
    let versions = crate::store::article::versions(library.db(), article)?;
    let version = versions.first().ok_or_else(|| Error::new(t("error-no-original")))?;
    let bytes = crate::store::read_original(library.db(), &version.original_sha256)?;
    super::export::write_bytes(path, &bytes)?;
    Ok(())
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
