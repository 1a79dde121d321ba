//! Files read and made ready to be added, with what is in them.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::import::name_of;
use super::readers::Readers;
use crate::domain::date::{Edtf, local_day};
use crate::import::list;
use crate::import::{Ask, Basis, Found, Imported, Inner, Parsed};
use crate::ops::Words;
use crate::store::MAX_ORIGINAL;
use crate::text::{Arg, t, t_with};
use crate::view::{ImportLine, ImportStatus};

/// How deep files may lie in files: a letter attached to a letter in an archive, and one more.
const MAX_DEPTH: usize = 4;

/// What one file may unfold to: files within files can name each other without end, and all are held in memory.
const MOST_FILES: usize = 100_000;
const MOST_BYTES: usize = 1 << 30;

/// An article to be: a file, or something in one, that was read.
pub(super) struct Prepared {
    /// The file as a person is told of it, followed by where in it this was.
    pub(super) shown: PathBuf,
    /// Its own name.
    pub(super) file_name: String,
    /// Its bytes, unchanged.
    pub(super) bytes: Arc<[u8]>,
    /// What was read.
    pub(super) imported: Imported,
    /// Its words, ready to be compared.
    pub(super) words: Option<Words>,
    /// What was not clean, as sentences.
    pub(super) warnings: Vec<String>,
}

impl Prepared {
    pub(super) fn new(
        shown: PathBuf,
        file_name: String,
        bytes: Arc<[u8]>,
        imported: Imported,
        warnings: Vec<String>,
    ) -> Self {
        let words = imported.text.as_deref().map(Words::of);
        Self { shown, file_name, bytes, imported, words, warnings }
    }
}

/// Reads files on all cores until `goes_on`, asked before each with its place among `files`, says no. Gives what was
/// read, in the order of the files, each with what is in it, the rows of lists too if `rows`, and how many files that
/// are.
pub(super) fn prepare_all(
    files: &[PathBuf],
    rows: bool,
    goes_on: &(dyn Fn(usize, &Path) -> bool + Sync),
) -> (Vec<Result<Prepared, ImportLine>>, usize) {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(files.len()));
    let work = || {
        loop {
            // The files taken are always the first ones: what is left is a rest that can be done another time.
            let n = next.fetch_add(1, Ordering::SeqCst);
            let Some(file) = files.get(n) else { return };
            if !goes_on(n, file) {
                next.store(files.len(), Ordering::SeqCst);
                return;
            }
            let prepared = prepare(file, rows);
            done.lock().unwrap_or_else(PoisonError::into_inner).push((n, prepared));
        }
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..cores.min(files.len()) {
            scope.spawn(work);
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(n, _)| *n);
    let count = done.len();
    (done.into_iter().flat_map(|(_, prepared)| prepared).collect(), count)
}

/// Reads a file and what is in it.
fn prepare(file: &Path, rows: bool) -> Vec<Result<Prepared, ImportLine>> {
    match bytes_of(file) {
        Ok((bytes, received)) => {
            let mut unfolded = Unfolded::new(MOST_FILES, MOST_BYTES);
            let outer = Outer { path: file, shown: file.to_owned(), received, depth: 0, rows };
            unfold(&outer, &name_of(file), bytes, &Imported::default(), &mut unfolded);
            unfolded.all
        }
        Err(why) => vec![Err(failed(file, &why))],
    }
}

/// The bytes of a file and its date, or why there are none.
fn bytes_of(file: &Path) -> Result<(Arc<[u8]>, Option<Found>), String> {
    let metadata = std::fs::metadata(file).map_err(|error| unreadable(&error))?;
    if metadata.is_dir() {
        // It is in the list since what is in it could not be listed.
        let why = std::fs::read_dir(file).err().map(|error| unreadable(&error));
        return Err(why.unwrap_or_else(|| t("import-failed").to_owned()));
    }
    if !metadata.is_file() {
        // A pipe or device: reading it might never end.
        return Err(t("import-not-a-file").to_owned());
    }
    if metadata.len() > MAX_ORIGINAL as u64 {
        return Err(t("import-too-big").to_owned());
    }
    let bytes = std::fs::read(file).map_err(|error| unreadable(&error))?;
    if bytes.is_empty() {
        return Err(t("import-empty-file").to_owned());
    }
    Ok((bytes.into(), file_date(&metadata)))
}

/// What a file and the files in it have become so far.
struct Unfolded {
    all: Vec<Result<Prepared, ImportLine>>,
    most_files: usize,
    /// How many bytes there may be yet.
    room: usize,
    /// Whether it was told that there is more than is taken.
    told: bool,
}

impl Unfolded {
    fn new(most_files: usize, most_bytes: usize) -> Self {
        Self { all: Vec::new(), most_files, room: most_bytes, told: false }
    }

    fn push(&mut self, prepared: Prepared) {
        self.room = self.room.saturating_sub(prepared.bytes.len());
        self.all.push(Ok(prepared));
    }

    /// Whether another file is taken; the first one that is not is told.
    fn has_room(&mut self, outer: &Outer<'_>) -> bool {
        let room = self.room > 0 && self.all.len() < self.most_files;
        if !room && !self.told {
            self.told = true;
            self.all.push(Err(failed(&outer.shown, t("import-too-much-inside"))));
        }
        room
    }
}

/// Where something lies that is being read.
struct Outer<'a> {
    /// The file on disk.
    path: &'a Path,
    /// That, followed by where in it.
    shown: PathBuf,
    /// When the file came, for what does not say so itself.
    received: Option<Found>,
    depth: usize,
    /// Whether the rows of lists become articles too.
    rows: bool,
}

/// Reads one file, then what is in it.
fn unfold(outer: &Outer<'_>, file_name: &str, bytes: Arc<[u8]>, known: &Imported, unfolded: &mut Unfolded) {
    let ask = Ask { table: outer.rows, ..Ask::default() };
    let Parsed { article, warnings, mut inner, wrapper, table } =
        Readers::shared().read(&bytes, file_name, &ask);
    inner.extend(table.and_then(|table| list::sure_articles(&table, file_name)).into_iter().flatten());
    let mut warnings: Vec<String> = warnings.into_iter().map(|warning| warning.message).collect();
    let too_deep = outer.depth >= MAX_DEPTH && !inner.is_empty();
    if too_deep {
        warnings.push(t("import-files-too-deep").to_owned());
    }
    if !wrapper || too_deep {
        let mut imported = article.overlaid(known);
        imported.received = imported.received.or_else(|| outer.received.clone());
        let (shown, file_name) = (outer.shown.clone(), file_name.to_owned());
        unfolded.push(Prepared::new(shown, file_name, bytes, imported, warnings));
    }
    if !too_deep {
        for file in inner {
            unfold_inner(outer, file, unfolded);
        }
    }
}

fn unfold_inner(outer: &Outer<'_>, file: Inner, unfolded: &mut Unfolded) {
    if !unfolded.has_room(outer) {
        return;
    }
    let shown = outer.shown.join(&file.name);
    let (received, depth) = (outer.received.clone(), outer.depth + 1);
    let inside = Outer { path: outer.path, shown, received, depth, rows: outer.rows };
    if file.bytes.len() > MAX_ORIGINAL {
        unfolded.all.push(Err(failed(&inside.shown, t("import-too-big"))));
        return;
    }
    // What lies in another file came from somebody else, who must not choose what is read of this machine.
    let link = file.link.as_deref().filter(|_| outer.depth == 0);
    let linked = link.map(|link| beside(outer.path, link).and_then(|path| bytes_of(&path)));
    match linked {
        Some(Ok((bytes, _))) => {
            let name = file.link.as_deref().map(Path::new).map_or_else(|| file.name.clone(), name_of);
            let known = Imported { text: None, ..file.known };
            unfold(&inside, &name, bytes, &known, unfolded);
        }
        None if file.known.text.is_none() => {
            let name = name_of(Path::new(&file.name));
            unfold(&inside, &name, file.bytes.into(), &file.known, unfolded);
        }
        linked => {
            let mut imported = file.known;
            imported.received = imported.received.or_else(|| outer.received.clone());
            let told = file.warnings.into_iter().map(|warning| warning.message);
            let warnings = linked.and_then(Result::err).into_iter().chain(told).collect();
            let (shown, file_name, bytes) = (inside.shown, file.name, file.bytes.into());
            unfolded.push(Prepared::new(shown, file_name, bytes, imported, warnings));
        }
    }
}

/// The file that another one names, if it lies in that one's folder or below: a list that came from somewhere must
/// not be able to name any file of this machine.
fn beside(list: &Path, link: &str) -> Result<PathBuf, String> {
    let missing = |_: std::io::Error| t_with("import-link-missing", &[("file", Arg::from(link.to_owned()))]);
    let folder = list.parent().unwrap_or(Path::new(".")).canonicalize().map_err(missing)?;
    let linked = folder.join(link).canonicalize().map_err(missing)?;
    if linked.starts_with(&folder) {
        Ok(linked)
    } else {
        Err(t_with("import-link-elsewhere", &[("file", Arg::from(link.to_owned()))]))
    }
}

/// The day of the file, as the best guess at when it came into the person's hands.
fn file_date(metadata: &std::fs::Metadata) -> Option<Found> {
    let since = metadata.modified().ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
    let date = Edtf::day(local_day(i64::try_from(since.as_millis()).ok()?));
    Some(Found { words: date.words(), date, basis: Basis::FileDate })
}

fn unreadable(error: &std::io::Error) -> String {
    t_with("import-unreadable", &[("why", Arg::from(error.to_string()))])
}

/// The line of a file that did not become an article.
pub(super) fn failed(file: &Path, why: &str) -> ImportLine {
    ImportLine {
        file: file.to_owned(),
        status: ImportStatus::Failed(why.to_owned()),
        title: name_of(file),
        near: None,
        also_in: Vec::new(),
        warnings: Vec::new(),
        is_list: false,
        found: Vec::new(),
        without_outlet: false,
        without_date: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_file_without_end_so_much_is_taken_and_the_rest_is_told_once() {
        for mut unfolded in [Unfolded::new(2, 1000), Unfolded::new(1000, 12)] {
            let path = Path::new("papers.zip");
            let outer = Outer { path, shown: path.to_owned(), received: None, depth: 0, rows: false };
            for n in 0..5 {
                let file = Inner { name: format!("{n}.txt"), bytes: b"Words.".to_vec(), ..Inner::default() };
                unfold_inner(&outer, file, &mut unfolded);
            }
            let [Ok(first), Ok(second), Err(rest)] = &unfolded.all[..] else {
                panic!("two files and a line")
            };
            assert_eq!((first.file_name.as_str(), second.file_name.as_str()), ("0.txt", "1.txt"));
            assert_eq!(rest.file, path);
            assert!(matches!(rest.status, ImportStatus::Failed(_)));
        }
    }
}
