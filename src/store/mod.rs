//! The library file: the only user of `rusqlite`.
//!
//! Reading takes a [`Db`], writing a [`Tx`], and only [`Library::transact`] makes a [`Tx`]: so every change
//! is one transaction, has its journal entry, and can be undone.

pub mod article;
pub mod assessment;
mod backup;
pub mod case;
mod check;
pub mod citation;
mod content;
pub mod dates;
mod errors;
pub mod event;
pub mod follow_up;
mod journal;
mod library;
pub mod likeness;
pub mod link;
mod migrate;
pub mod note;
pub mod occasion;
mod open;
mod parties;
pub mod party;
pub mod search;
mod sql;
pub mod statement;
#[cfg(test)]
mod tests;
pub mod topic;

use std::path::Path;

use crate::domain::id::Id;
use crate::error::Result;

pub use check::{CheckReport, Problem, ProblemKind};
pub use content::{MAX_ORIGINAL, original_size, put_original, put_text, read_original, text};
pub use journal::chain::head_hash;
pub use journal::history::{
    EntryKind, FieldChange, HistoryEntry, HistoryFilter, HistoryRow, Sign, history, last_change,
};
pub use journal::undo::{Undoable, Undone};
pub use journal::{Done, NewEntry};
pub use library::Library;
pub use sql::next_number;

/// A connection that can read a library.
#[derive(Debug)]
pub struct Db {
    conn: rusqlite::Connection,
}

impl Db {
    /// A connection of its own for a thread that only reads the library at `path`.
    pub fn open_reader(path: &Path) -> Result<Self> {
        open::reader(path)
    }

    pub(in crate::store) fn conn(&self) -> &rusqlite::Connection {
        &self.conn
    }
}

/// A transaction that is being written, with its journal entry open; reads as a [`Db`].
#[derive(Debug)]
pub struct Tx<'a> {
    db: &'a Db,
    at: i64,
    author: Id,
}

impl Tx<'_> {
    /// The instant of this change, in UTC milliseconds: what it creates carries it.
    #[must_use]
    pub fn at(&self) -> i64 {
        self.at
    }

    /// Who makes this change.
    #[must_use]
    pub fn author(&self) -> Id {
        self.author
    }
}

impl std::ops::Deref for Tx<'_> {
    type Target = Db;

    fn deref(&self) -> &Db {
        self.db
    }
}
