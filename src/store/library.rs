//! The connection that writes, and the gate every change goes through.

use std::path::{Path, PathBuf};

use rusqlite::{OptionalExtension, Transaction, TransactionBehavior};

use super::journal::{self, Done, Header, NewEntry, history::EntryKind, history::is_apart, undo};
use super::{Db, Tx, errors, migrate, open, search};
use crate::domain::id::Id;
use crate::error::Result;

/// An open library: the one connection of this window that writes.
#[derive(Debug)]
pub struct Library {
    pub(in crate::store) db: Db,
    path: PathBuf,
    read_only: Option<String>,
    /// Tells this window's changes from those of others.
    window: i64,
    /// The newest entry when this window opened: what its author did before can be undone too.
    opened_at_entry: i64,
    author_name: String,
}

impl Library {
    /// Makes a new library at `path`, where there must be no file yet (an empty one is taken over).
    pub fn create(path: &Path) -> Result<Self> {
        open::create(path).and_then(|db| Self::over(db, path, None))
    }

    /// Opens a library for writing, bringing its schema up to date; where the file cannot be written it is
    /// opened for reading, and [`Library::read_only_reason`] says why.
    pub fn open(path: &Path) -> Result<Self> {
        let (db, reason) = open::writer(path)?;
        Self::over(db, path, reason)
    }

    /// Opens a library for reading only.
    pub fn open_read_only(path: &Path) -> Result<Self> {
        let db = open::reader(path)?;
        Self::over(db, path, Some(errors::opened_for_reading()))
    }

    fn over(db: Db, path: &Path, read_only: Option<String>) -> Result<Self> {
        let opened_at_entry =
            db.conn().query_row("SELECT coalesce(max(id), 0) FROM journal_entry", [], |row| row.get(0))?;
        Ok(Self {
            db,
            path: path.to_owned(),
            read_only,
            window: Id::new().0,
            opened_at_entry,
            author_name: String::new(),
        })
    }

    /// The name under which this window's changes are kept; empty until the person gives one.
    pub fn set_author(&mut self, name: &str) {
        name.clone_into(&mut self.author_name);
    }

    /// This library, for reading.
    #[must_use]
    pub fn db(&self) -> &Db {
        &self.db
    }

    /// The library's file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Why nothing can be changed, if so: a sentence for the person.
    #[must_use]
    pub fn read_only_reason(&self) -> Option<&str> {
        self.read_only.as_deref()
    }

    /// Runs `work` as one change: all of it is kept with its journal entry, or nothing. An entry without
    /// a changed record is not kept.
    pub fn transact<T>(
        &mut self,
        entry: NewEntry,
        work: impl FnOnce(&Tx<'_>) -> Result<T>,
    ) -> Result<Done<T>> {
        let group = match entry.group {
            Some(group) if !undo::is_undone(&self.db, group.0)? => group,
            _ => Id::new(),
        };
        let header = Header {
            group: group.0,
            case_id: entry.case_id,
            op: entry.op.to_owned(),
            words: entry.words,
            kind: EntryKind::Normal,
            undoes: None,
        };
        self.write(&header, work)
    }

    /// Takes back the last group of changes made here; `None` if there is none.
    pub fn undo(&mut self) -> Result<Option<undo::Undone>> {
        let Some(target) = undo::next_undo(&self.db, &self.scope()?)? else { return Ok(None) };
        self.take_back(target, EntryKind::Undo).map(Some)
    }

    /// Brings back the group of changes that was taken back last; `None` if there is none, or if something
    /// was changed here since.
    pub fn redo(&mut self) -> Result<Option<undo::Undone>> {
        let Some(target) = undo::next_redo(&self.db, &self.scope()?)? else { return Ok(None) };
        self.take_back(target, EntryKind::Redo).map(Some)
    }

    /// What [`Library::undo`] would take back.
    #[must_use]
    pub fn can_undo(&self) -> Option<undo::Undoable> {
        let target = self.scope().and_then(|scope| undo::next_undo(&self.db, &scope));
        self.told(target)
    }

    /// What [`Library::redo`] would bring back.
    #[must_use]
    pub fn can_redo(&self) -> Option<undo::Undoable> {
        let target = self.scope().and_then(|scope| undo::next_redo(&self.db, &scope));
        self.told(target)
    }

    /// Writes what is in the write-ahead log into the one file, as far as no reader needs it still.
    pub fn checkpoint(&self) -> Result<()> {
        if self.read_only.is_none() {
            self.db.conn().query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        }
        Ok(())
    }

    fn told(&self, target: Result<Option<undo::Target>>) -> Option<undo::Undoable> {
        let told = target.and_then(|target| {
            let Some(target) = target.filter(|_| self.read_only.is_none()) else { return Ok(None) };
            let apart = is_apart(&self.db, target.case_id)?;
            Ok(Some(undo::Undoable { words: target.words, case_id: target.case_id, apart }))
        });
        told.unwrap_or_else(|error| {
            tracing::warn!(%error, "the journal could not be read");
            None
        })
    }

    fn take_back(&mut self, target: undo::Target, kind: EntryKind) -> Result<undo::Undone> {
        let header = Header {
            group: Id::new().0,
            case_id: target.case_id,
            op: target.op.clone(),
            words: target.words.clone(),
            kind,
            undoes: Some(target.group),
        };
        let done = self.write(&header, |tx| undo::apply(tx, &target)).map_err(undo::explain)?;
        let apart = is_apart(&self.db, target.case_id)?;
        Ok(undo::Undone { words: target.words, case_id: target.case_id, apart, changed: done.changed })
    }

    fn write<T>(&self, header: &Header, work: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<Done<T>> {
        if let Some(reason) = &self.read_only {
            return Err(errors::read_only(reason));
        }
        let conn = self.db.conn();
        let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
        migrate::require_current(conn)?;
        let at = jiff::Timestamp::now().as_millisecond();
        let author = self.author()?;
        let tx = Tx { db: &self.db, at, author };
        let id = journal::open_entry(&tx, self.window, header)?;
        let value = work(&tx)?;
        let changed = journal::close_entry(&tx, id)?;
        let entry = (!changed.is_empty()).then_some(id);
        if entry.is_some() {
            search::index::follow(&tx, id)?;
        }
        transaction.commit()?;
        Ok(Done { value, entry, changed })
    }

    /// The row of this window's author, made when it first writes.
    fn author(&self) -> Result<Id> {
        if let Some(id) = self.known_author()? {
            return Ok(id);
        }
        let id = Id::new();
        self.db.conn().execute("INSERT INTO author (id, name) VALUES (?1, ?2)", (id.0, &self.author_name))?;
        Ok(id)
    }

    fn known_author(&self) -> Result<Option<Id>> {
        let mut found = self.db.conn().prepare_cached("SELECT id FROM author WHERE name = ?1")?;
        Ok(found.query_row([&self.author_name], |row| row.get(0).map(Id)).optional()?)
    }

    fn scope(&self) -> Result<undo::Scope> {
        Ok(undo::Scope {
            window: self.window,
            author: self.known_author()?.map_or(0, |id| id.0),
            opened_at_entry: self.opened_at_entry,
        })
    }
}

impl Drop for Library {
    fn drop(&mut self) {
        if let Err(error) = self.checkpoint() {
            tracing::warn!(%error, "the write-ahead log could not be folded in at close");
        }
    }
}
