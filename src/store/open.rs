//! Opening a library file, and saying clearly why it cannot be opened.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::{Db, backup, errors, migrate};
use crate::error::{Error, Result};
use crate::text::t;

/// How long to wait for another process that writes.
const BUSY: Duration = Duration::from_millis(2500);
const WRITER_CACHE_KIB: i64 = 32 * 1024;
const READER_CACHE_KIB: i64 = 16 * 1024;

pub(in crate::store) fn create(path: &Path) -> Result<Db> {
    match fs::metadata(path) {
        Ok(meta) if meta.len() > 0 || meta.is_dir() => return Err(errors::exists_already(path)),
        _ => {}
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if folder.is_some_and(|folder| !folder.is_dir()) {
        return Err(errors::folder_missing(path));
    }
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    configure(&conn, WRITER_CACHE_KIB)?;
    configure_writer(&conn)?;
    migrate::to_current(&conn)?;
    Ok(Db { conn })
}

/// The writing connection, or a reading one and why it cannot write.
pub(in crate::store) fn writer(path: &Path) -> Result<(Db, Option<String>)> {
    require_file(path)?;
    // The mark is respected also where the system would let this user write regardless.
    if fs::metadata(path).is_ok_and(|meta| meta.permissions().readonly()) {
        return Ok((reader(path)?, Some(errors::file_is_read_only())));
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    if conn.is_readonly(rusqlite::MAIN_DB)? {
        return Ok((reader(path)?, Some(errors::file_is_read_only())));
    }
    match prepare_to_write(&conn, path) {
        Ok(()) => Ok((Db { conn }, None)),
        Err(OpenError::Sqlite(error)) if cannot_write(&error) => {
            drop(conn);
            Ok((reader(path)?, Some(errors::folder_is_read_only())))
        }
        Err(error) => Err(error.told(path)),
    }
}

/// A connection that only reads.
pub(in crate::store) fn reader(path: &Path) -> Result<Db> {
    require_file(path)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    match prepare_to_read(&conn, path) {
        Ok(()) => return Ok(Db { conn }),
        // Where the folder may not be written there can be no shared memory for the log; with no log
        // there is nothing to share.
        Err(OpenError::Sqlite(error)) if cannot_write(&error) && !has_log(path) => {}
        Err(error) => return Err(error.told(path)),
    }
    let conn = Connection::open_with_flags(immutable_uri(path), flags | OpenFlags::SQLITE_OPEN_URI)?;
    prepare_to_read(&conn, path).map_err(|error| error.told(path))?;
    Ok(Db { conn })
}

/// What can go wrong between opening the file and being ready.
enum OpenError {
    Sqlite(rusqlite::Error),
    Told(Error),
}

impl OpenError {
    fn told(self, path: &Path) -> Error {
        match self {
            Self::Sqlite(error) if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) => {
                errors::not_a_database(path).with_detail(error)
            }
            Self::Sqlite(error) => error.into(),
            Self::Told(error) => error,
        }
    }
}

impl From<rusqlite::Error> for OpenError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

impl From<Error> for OpenError {
    fn from(error: Error) -> Self {
        Self::Told(error)
    }
}

fn prepare_to_write(conn: &Connection, path: &Path) -> Result<(), OpenError> {
    configure(conn, WRITER_CACHE_KIB)?;
    require_library(conn, path)?;
    configure_writer(conn)?;
    if migrate::version(conn)? < migrate::VERSION {
        backup::before_migration(path, conn, migrate::VERSION)?;
    }
    migrate::to_current(conn)?;
    migrate::require_schema(conn)?;
    Ok(())
}

fn prepare_to_read(conn: &Connection, path: &Path) -> Result<(), OpenError> {
    configure(conn, READER_CACHE_KIB)?;
    if require_library(conn, path)? < migrate::VERSION {
        return Err(errors::needs_upgrade().into());
    }
    Ok(())
}

/// Settings of every connection. The last of them reads the file.
fn configure(conn: &Connection, cache_kib: i64) -> rusqlite::Result<()> {
    // First of all: SQLCipher would write to stderr.
    conn.query_row("PRAGMA cipher_log_level = NONE", [], |_| Ok(()))?;
    conn.busy_timeout(BUSY)?;
    conn.set_prepared_statement_cache_capacity(256);
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "recursive_triggers", true)?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    conn.pragma_update(None, "cache_size", -cache_kib)
}

fn configure_writer(conn: &Connection) -> rusqlite::Result<()> {
    conn.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    conn.query_row("PRAGMA secure_delete = ON", [], |_| Ok(()))?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    // Makes every commit reach the disk itself on macOS; elsewhere it does nothing.
    conn.pragma_update(None, "fullfsync", true)?;
    conn.pragma_update(None, "checkpoint_fullfsync", true)
}

/// Fails unless there is a readable file with something in it.
fn require_file(path: &Path) -> Result<()> {
    match fs::metadata(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            return Err(match folder {
                Some(folder) if !folder.is_dir() => errors::folder_missing(path),
                _ => errors::missing(path),
            });
        }
        Err(error) => return Err(errors::unreadable(path, &error)),
        Ok(meta) if meta.is_dir() => return Err(errors::is_a_folder(path)),
        Ok(meta) if meta.len() == 0 => return Err(errors::not_a_library(path, t("error-detail-file-empty"))),
        Ok(_) => {}
    }
    let mut head = Vec::new();
    fs::File::open(path)
        .and_then(|file| file.take(16).read_to_end(&mut head))
        .map_err(|error| errors::unreadable(path, &error))?;
    if head.as_slice() == b"SQLite format 3\0" { Ok(()) } else { Err(errors::not_a_database(path)) }
}

/// The schema version of a file that is a library; opening is lazy, so this is the first look at it.
fn require_library(conn: &Connection, path: &Path) -> Result<i64, OpenError> {
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    let application: i64 = conn.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if application != migrate::APPLICATION_ID {
        return Err(errors::not_a_library(path, t("error-detail-other-program")).into());
    }
    match migrate::version(conn)? {
        version if version > migrate::VERSION => Err(errors::newer(version, migrate::VERSION).into()),
        version => Ok(version),
    }
}

fn cannot_write(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::PermissionDenied)
    )
}

/// Whether there are changes in a write-ahead log beside the file.
fn has_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    fs::metadata(PathBuf::from(log)).is_ok_and(|meta| meta.len() > 0)
}

/// The file as an SQLite URI that promises nobody changes it.
fn immutable_uri(path: &Path) -> String {
    let absolute = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    match url::Url::from_file_path(&absolute) {
        Ok(mut uri) => {
            uri.set_query(Some("immutable=1"));
            uri.into()
        }
        Err(()) => absolute.to_string_lossy().into_owned(),
    }
}
