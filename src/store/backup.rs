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

fn copy(from: &Path, to: &Path, progress: &mut dyn FnMut(u32, u32)) -> Result<()> {
    if to.parent().is_some_and(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) {
        return Err(errors::folder_missing(to));
    }
    remove(to);
    let source = open::reader(from)?;
    let source = source.conn();
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
