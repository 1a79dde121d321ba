//! The file of an export: written beside its place and moved there, so that no half of one is ever seen.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::domain::id::Id;
use crate::domain::kind::ExportFormat;
use crate::error::{Error, Result};
use crate::text::{t, t_with};

/// How many names are tried before the folder is called full of them.
const NAMES: usize = 1000;

/// The path with the ending of the format, unless it has that or another.
pub(super) fn with_ending(to: &Path, format: ExportFormat) -> PathBuf {
    if to.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(format.code())) {
        return to.to_owned();
    }
    let known = |ending: &str| ExportFormat::from_code(&ending.to_lowercase()).is_some() || ending == "htm";
    if to.extension().and_then(|ending| ending.to_str()).is_some_and(known) {
        return to.to_owned();
    }
    let mut name = to.as_os_str().to_owned();
    name.push(".");
    name.push(format.code());
    PathBuf::from(name)
}

/// Writes the bytes to `to`, or, where that is taken and must not be replaced, to a free name beside it; gives the
/// file's path.
pub(super) fn write(to: &Path, bytes: &[u8], replace: bool) -> Result<PathBuf> {
    let failed = |error: &io::Error| {
        let name = to.display().to_string();
        Error::new(t_with("export-not-written", &[("file", name.into())]))
            .with_detail(error)
            .with_hint(t("export-not-written-hint"))
    };
    let to = if replace { to.to_owned() } else { free_name(to).map_err(|error| failed(&error))? };
    let mut name = std::ffi::OsString::from(".");
    name.push(to.file_name().unwrap_or_default());
    name.push(format!(".{}.part", Id::new()));
    let part = to.with_file_name(name);
    let written = write_and_move(&part, &to, bytes);
    if let Err(error) = written {
        if part.exists() && fs::remove_file(&part).is_err() {
            tracing::warn!("a part of an export could not be removed");
        }
        return Err(failed(&error));
    }
    Ok(to)
}

fn write_and_move(part: &Path, to: &Path, bytes: &[u8]) -> io::Result<()> {
    if to.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let mut file = File::create_new(part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(part, to)
}

/// `to`, or the first of "to (2)", "to (3)"… that is not there.
fn free_name(to: &Path) -> io::Result<PathBuf> {
    if !to.try_exists()? {
        return Ok(to.to_owned());
    }
    let stem = to.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let ending = to.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    for n in 2..NAMES {
        let other = to.with_file_name(format!("{stem} ({n}){ending}"));
        if !other.try_exists()? {
            return Ok(other);
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_there_is_replaced_only_if_asked() {
        let folder = tempfile::tempdir().unwrap();
        let to = folder.path().join("dispute.docx");
        assert_eq!(write(&to, b"one", false).unwrap(), to);
        let other = write(&to, b"two", false).unwrap();
        assert_eq!(other, folder.path().join("dispute (2).docx"));
        assert_eq!(write(&to, b"three", true).unwrap(), to);
        assert_eq!(fs::read(&to).unwrap(), b"three");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing else is left");
    }

    #[test]
    fn what_cannot_be_written_leaves_nothing_and_says_which_file() {
        let folder = tempfile::tempdir().unwrap();
        let nowhere = folder.path().join("away").join("dispute.html");
        let error = write(&nowhere, b"one", false).unwrap_err();
        assert!(error.message.contains("dispute.html") && error.hint.is_some(), "{error}");
        let error = write(folder.path(), b"one", true).unwrap_err();
        assert!(error.detail.is_some(), "{error}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn the_ending_of_the_format_is_added_where_there_is_none() {
        let with = |path: &str| with_ending(Path::new(path), ExportFormat::Docx).display().to_string();
        assert_eq!(with("a/Dispute v. Line"), "a/Dispute v. Line.docx");
        assert_eq!(with("a/b.docx"), "a/b.docx");
        assert_eq!(with("a/b.html"), "a/b.html");
    }
}
