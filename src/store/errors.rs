//! What SQLite says, in words for the person who must act on it; what is wrong with the file itself.

use std::path::Path;

use rusqlite::ErrorCode;

use crate::error::Error;
use crate::text::{Arg, t, t_with};

/// Why a library that was opened for reading cannot be changed.
pub(in crate::store) fn opened_for_reading() -> String {
    t("library-opened-for-reading").to_owned()
}

/// Why a library whose file may not be written cannot be changed.
pub(in crate::store) fn file_is_read_only() -> String {
    t("library-file-read-only").to_owned()
}

/// Why a library whose folder may not be written cannot be changed.
pub(in crate::store) fn folder_is_read_only() -> String {
    t("library-folder-read-only").to_owned()
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        let (message, hint) = match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => (t("error-disk-full"), t("error-disk-full-hint")),
            Some(
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed,
            ) => (t("error-busy"), t("error-busy-hint")),
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
                (t("error-not-writable"), t("error-not-writable-hint"))
            }
            Some(ErrorCode::DatabaseCorrupt) => (t("error-damaged"), t("error-damaged-hint")),
            Some(ErrorCode::NotADatabase) => {
                (t("error-passphrase-or-no-library"), t("error-right-file-hint"))
            }
            Some(ErrorCode::CannotOpen) => (t("error-cannot-open"), t("error-cannot-open-hint")),
            Some(ErrorCode::SystemIoFailure) => (t("error-disk"), t("error-disk-hint")),
            Some(ErrorCode::TooBig) => (t("error-too-big"), t("error-too-big-hint")),
            Some(ErrorCode::OutOfMemory) => (t("error-out-of-memory"), t("error-out-of-memory-hint")),
            _ => return Self::new(t("error-library")).with_detail(error),
        };
        Self::new(message).with_detail(error).with_hint(hint)
    }
}

/// An error that names the file as the person knows it.
fn about(key: &str, path: &Path) -> Error {
    let name =
        path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned());
    Error::new(t_with(key, &[("file", Arg::from(name))]))
}

pub(in crate::store) fn missing(path: &Path) -> Error {
    about("error-library-missing", path)
        .with_detail(path.display())
        .with_hint(t("error-library-missing-hint"))
}

pub(in crate::store) fn folder_missing(path: &Path) -> Error {
    about("error-folder-missing", path).with_detail(path.display()).with_hint(t("error-folder-missing-hint"))
}

pub(in crate::store) fn exists_already(path: &Path) -> Error {
    about("error-file-exists", path).with_detail(path.display()).with_hint(t("error-file-exists-hint"))
}

pub(in crate::store) fn is_a_folder(path: &Path) -> Error {
    about("error-is-a-folder", path).with_hint(t("error-is-a-folder-hint"))
}

pub(in crate::store) fn unreadable(path: &Path, error: &std::io::Error) -> Error {
    about("error-file-unreadable", path).with_detail(error).with_hint(t("error-file-unreadable-hint"))
}

pub(in crate::store) fn not_a_library(path: &Path, detail: &str) -> Error {
    about("error-not-a-library", path).with_detail(detail).with_hint(t("error-not-a-library-hint"))
}

pub(in crate::store) fn not_a_database(path: &Path) -> Error {
    about("error-passphrase-or-not-a-library", path).with_hint(t("error-right-file-hint"))
}

pub(in crate::store) fn newer(version: i64, known: i64) -> Error {
    let args = [("version", Arg::from(version)), ("known", Arg::from(known))];
    Error::new(t("error-library-newer"))
        .with_detail(t_with("error-library-newer-detail", &args))
        .with_hint(t("error-library-newer-hint"))
}

pub(in crate::store) fn schema_changed(names: &str) -> Error {
    Error::new(t("error-schema-changed")).with_detail(names).with_hint(t("error-schema-changed-hint"))
}

pub(in crate::store) fn needs_upgrade() -> Error {
    Error::new(t("error-needs-upgrade")).with_hint(t("error-copy-it-hint"))
}

pub(in crate::store) fn read_only(reason: &str) -> Error {
    Error::new(t("error-read-only")).with_detail(reason).with_hint(t("error-copy-it-hint"))
}

pub(in crate::store) fn backup_onto_itself() -> Error {
    Error::new(t("error-backup-onto-itself")).with_hint(t("error-backup-onto-itself-hint"))
}

pub(in crate::store) fn backup_failed(to: &Path, error: &std::io::Error) -> Error {
    about("error-backup-failed", to).with_detail(error).with_hint(t("error-backup-failed-hint"))
}

pub(in crate::store) fn not_backed_up(to: &Path) -> Error {
    about("error-not-backed-up", to).with_hint(t("error-not-backed-up-hint"))
}

pub(in crate::store) fn backup_damaged() -> Error {
    Error::new(t("error-backup-damaged")).with_hint(t("error-backup-damaged-hint"))
}
