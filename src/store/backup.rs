//! A copy of the library while it is in use.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use super::{Library, errors, open};
use crate::error::{Error, Result};

/// Pages copied between two reports of progress: 4 MiB.
const PAGES: i32 = 1024;

impl Library {
    /// Copies the library as it is now to `to`, replacing a file there only once the copy is proved.
    /// `progress` gets the pages done and their number.
    pub fn backup(&self, to: &Path, progress: &mut dyn FnMut(u32, u32)) -> Result<()> {
        let same = |a: &Path, b: &Path| fs::canonicalize(a).ok().zip(fs::canonicalize(b).ok());
        if same(self.path(), to).is_some_and(|(from, to)| from == to) {
            return Err(errors::backup_onto_itself());
        }
        let partial = beside(to, ".partial");
        let made = copy(self.path(), &partial, progress)
            .and_then(|()| prove(&partial))
            .and_then(|()| fs::rename(&partial, to).map_err(|error| errors::backup_failed(to, &error)));
        if made.is_err() {
            remove(&partial);
        }
        made
    }
}

/// Copies a library that is about to be brought to another schema version, unopened as it is, to a new file beside it;
/// gives its path: `Dispute.casefile` is kept as `Dispute.before-v2.casefile`.
pub(in crate::store) fn before_migration(path: &Path, conn: &Connection, version: i64) -> Result<PathBuf> {
    let to = free_name(path, version);
    let partial = beside(&to, ".partial");
    remove(&partial);
    let made = copy_pages(conn, &partial, &mut |_, _| {})
        .and_then(|()| prove(&partial))
        .and_then(|()| fs::rename(&partial, &to).map_err(|error| errors::backup_failed(&to, &error)));
    if let Err(error) = made {
        remove(&partial);
        return Err(errors::not_backed_up(&to).with_detail(error));
    }
    Ok(to)
}

/// A name that no file has yet: what is kept of an earlier try is not written over.
fn free_name(path: &Path, version: i64) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default();
    let named = |n: u32| {
        let mut name = stem.to_owned();
        name.push(format!(".before-v{version}"));
        if n > 1 {
            name.push(format!("-{n}"));
        }
        name.push(".casefile");
        path.with_file_name(name)
    };
    (1..1_000).map(named).find(|name| !name.exists()).unwrap_or_else(|| named(1_000))
}

fn copy(from: &Path, to: &Path, progress: &mut dyn FnMut(u32, u32)) -> Result<()> {
    if to.parent().is_some_and(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) {
        return Err(errors::folder_missing(to));
    }
    remove(to);
    copy_pages(open::reader(from)?.conn(), to, progress)
}

fn copy_pages(source: &Connection, to: &Path, progress: &mut dyn FnMut(u32, u32)) -> Result<()> {
    // One read transaction throughout, or a busy writer would make the copy start again for ever.
    source.execute_batch("BEGIN")?;
    source.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    let mut copy = Connection::open(to)?;
    {
        let backup = Backup::new(source, &mut copy)?;
        loop {
            let step = backup.step(PAGES)?;
            let pages = backup.progress();
            progress((pages.pagecount - pages.remaining).max(0) as u32, pages.pagecount.max(0) as u32);
            match step {
                StepResult::Done => break,
                StepResult::More => {}
                _ => std::thread::sleep(Duration::from_millis(20)),
            }
        }
    }
    source.execute_batch("COMMIT")?;
    // The copy is one file, without a log beside it, until it is opened as a library.
    copy.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    copy.close().map_err(|(_, error)| Error::from(error))
}

/// Opens the copy and has SQLite look through it.
fn prove(copy: &Path) -> Result<()> {
    let conn = Connection::open_with_flags(copy, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let verdict: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict == "ok" { Ok(()) } else { Err(errors::backup_damaged().with_detail(verdict)) }
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    name.into()
}

/// Removes what a copy that failed left behind, if anything.
fn remove(partial: &Path) {
    for suffix in ["", "-journal", "-wal", "-shm"] {
        if let Err(error) = fs::remove_file(beside(partial, suffix))
            && error.kind() != std::io::ErrorKind::NotFound
        {
            tracing::warn!(kind = ?error.kind(), "what a failed backup left could not be removed");
        }
    }
}
