//! What SQLite says, in words for the person who must act on it. All of the store's sentences about the
//! file itself are here.

use std::path::Path;

use rusqlite::ErrorCode;

use crate::error::Error;

pub(in crate::store) const OPENED_FOR_READING: &str = "This library was opened for reading only.";
pub(in crate::store) const FILE_IS_READ_ONLY: &str =
    "This library is open for reading only, because its file may not be written.";
pub(in crate::store) const FOLDER_IS_READ_ONLY: &str =
    "This library is open for reading only, because nothing may be written in its folder.";

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        let (message, hint) = match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => (
                "There is no space left on the disk, so the change was not kept.",
                "Make space, then do it again. What was kept before is safe.",
            ),
            Some(
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed,
            ) => (
                "Another program is using this library and did not let go of it in time.",
                "Wait for it to finish or close it, then do it again.",
            ),
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => (
                "This library may not be written.",
                "Check the permissions of the file and its folder, or copy it to a folder of your own.",
            ),
            Some(ErrorCode::DatabaseCorrupt) => (
                "This library's file is damaged.",
                "Restore the last backup; keep the damaged file, as much of it can be read still.",
            ),
            Some(ErrorCode::NotADatabase) => (NOT_A_LIBRARY, WRONG_PASSPHRASE),
            Some(ErrorCode::CannotOpen) => (
                "This library's file cannot be opened.",
                "Check that the file and its folder are there and may be read.",
            ),
            Some(ErrorCode::SystemIoFailure) => (
                "The disk could not be read or written.",
                "Check the disk and its connection. What was kept before is safe.",
            ),
            Some(ErrorCode::TooBig) => ("This is too big to be kept in a library.", "Split it."),
            Some(ErrorCode::OutOfMemory) => ("There is not enough memory for this.", "Close other programs."),
            _ => return Self::new("The library could not do this.").with_detail(error),
        };
        Self::new(message).with_detail(error).with_hint(hint)
    }
}

const NOT_A_LIBRARY: &str = "Wrong passphrase, or not a Casefile library.";
const WRONG_PASSPHRASE: &str = "Check that you chose the right file.";

/// The file's name as the person knows it.
fn name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

pub(in crate::store) fn missing(path: &Path) -> Error {
    Error::new(format!("There is no library “{}”.", name(path)))
        .with_detail(path.display())
        .with_hint("It may have been moved or renamed, or be on a disk that is not connected.")
}

pub(in crate::store) fn folder_missing(path: &Path) -> Error {
    Error::new(format!("The folder for “{}” does not exist.", name(path)))
        .with_detail(path.display())
        .with_hint("Make the folder first, or choose another place.")
}

pub(in crate::store) fn exists_already(path: &Path) -> Error {
    Error::new(format!("There is a file “{}” already.", name(path)))
        .with_detail(path.display())
        .with_hint("Open it, or choose another name.")
}

pub(in crate::store) fn is_a_folder(path: &Path) -> Error {
    Error::new(format!("“{}” is a folder, not a library.", name(path)))
        .with_hint("Choose the library's file; its name ends in .casefile.")
}

pub(in crate::store) fn unreadable(path: &Path, error: &std::io::Error) -> Error {
    Error::new(format!("The file “{}” cannot be read.", name(path)))
        .with_detail(error)
        .with_hint("Check that you may read the file and its folder.")
}

pub(in crate::store) fn not_a_library(path: &Path, detail: &str) -> Error {
    Error::new(format!("“{}” is not a Casefile library.", name(path)))
        .with_detail(detail)
        .with_hint("Choose a library; its name ends in .casefile. Articles are imported into a case instead.")
}

pub(in crate::store) fn not_a_database(path: &Path) -> Error {
    Error::new(format!("Wrong passphrase, or “{}” is not a Casefile library.", name(path)))
        .with_hint(WRONG_PASSPHRASE)
}

pub(in crate::store) fn newer(version: i64, known: i64) -> Error {
    Error::new("This library was written by a newer version of Casefile.")
        .with_detail(format!("its format is {version}, this program knows {known}"))
        .with_hint("Install the newer version. The library was not changed.")
}

pub(in crate::store) fn schema_changed(names: &str) -> Error {
    Error::new("The tables of this library are not as Casefile made them.").with_detail(names).with_hint(
        "Another program may have changed them. Restore the last backup, or ask for help with this file.",
    )
}

pub(in crate::store) fn needs_upgrade() -> Error {
    Error::new("This library is of an older version and cannot be brought up to date here.")
        .with_hint("Copy it to a folder where it may be written and open it there.")
}

pub(in crate::store) fn read_only(reason: &str) -> Error {
    Error::new("Nothing can be changed in this library.")
        .with_detail(reason)
        .with_hint("Copy it to a folder where it may be written and open it there.")
}

pub(in crate::store) fn backup_onto_itself() -> Error {
    Error::new("A backup cannot be written over the library itself.").with_hint("Choose another name.")
}

pub(in crate::store) fn backup_failed(to: &Path, error: &std::io::Error) -> Error {
    Error::new(format!("The backup “{}” could not be put in its place.", name(to)))
        .with_detail(error)
        .with_hint("Check that the folder may be written and has space.")
}

pub(in crate::store) fn backup_damaged() -> Error {
    Error::new("The backup did not pass its check and was removed.")
        .with_hint("Check the disk it was written to, and run Check library on this one.")
}
