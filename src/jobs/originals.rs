//! The originals of articles: saved, proved, opened as a copy.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::domain::date::{Edtf, local_day};
use crate::domain::id::Id;
use crate::domain::record::Version;
use crate::error::{Error, Result};
use crate::store::{self, Db, Library};
use crate::text::{Arg, t, t_with};

/// Writes an unchanged copy of an article's original to `path`, whole or not at all. Refused where there is none.
pub fn save_original(library: &Library, article: Id, path: &Path) -> Result<()> {
    let (_, bytes) = original(library.db(), article)?;
    super::export::write_bytes(path, &bytes)?;
    Ok(())
}

/// Computes the SHA-256 of an article's original anew and compares it with the one it came with. Gives what is told
/// of it, with the day; an error says if it is damaged.
pub fn verify_original(library: &Library, article: Id, now: i64) -> Result<String> {
    // Reading it is what proves it.
    let (version, bytes) = original(library.db(), article)?;
    let args = [
        ("file", Arg::from(version.file_name)),
        ("size", Arg::from(bytes.len() as i64)),
        ("sha", Arg::from(version.original_sha256)),
        ("day", Arg::from(Edtf::day(local_day(now)).words())),
    ];
    Ok(t_with("notice-original-verified", &args))
}

fn original(db: &Db, article: Id) -> Result<(Version, Vec<u8>)> {
    let versions = store::article::versions(db, article)?;
    let version = versions.into_iter().next().ok_or_else(|| Error::new(t("error-no-original")))?;
    let bytes = store::read_original(db, &version.original_sha256)?;
    Ok((version, bytes))
}

/// Copies of originals that other programs show: in a folder that only this user can read, and that is removed when
/// the program ends.
#[derive(Debug, Clone, Default)]
pub struct Copies {
    folder: Arc<Mutex<Option<PathBuf>>>,
}

impl Copies {
    /// Writes a copy of an article's original, which cannot be written to; gives its path.
    pub fn of(&self, library: &Library, article: Id) -> Result<PathBuf> {
        let (version, bytes) = original(library.db(), article)?;
        self.write(&version, &bytes).map_err(|error| Error::new(t("error-copy-not-made")).with_detail(error))
    }

    fn write(&self, version: &Version, bytes: &[u8]) -> io::Result<PathBuf> {
        let name =
            Path::new(&version.file_name).file_name().map_or_else(|| "original".into(), ToOwned::to_owned);
        // A folder a copy: names are kept, and none replaces another.
        let folder = self.folder()?.join(Id::new().0.to_string());
        make_private(&folder)?;
        let path = folder.join(name);
        let mut file = fs::OpenOptions::new().write(true).create_new(true).open(&path)?;
        file.write_all(bytes)?;
        let mut rights = file.metadata()?.permissions();
        rights.set_readonly(true);
        file.set_permissions(rights)?;
        Ok(path)
    }

    fn folder(&self) -> io::Result<PathBuf> {
        let mut folder = self.folder.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(made) = folder.as_ref() {
            return Ok(made.clone());
        }
        let made = std::env::temp_dir().join(format!("casefile-{}", Id::new().0));
        make_private(&made)?;
        Ok(folder.insert(made).clone())
    }

    /// Removes the copies made so far.
    pub fn remove(&self) {
        let folder = self.folder.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(folder) = folder
            && let Err(error) = fs::remove_dir_all(folder)
        {
            tracing::warn!(kind = ?error.kind(), "copies of originals could not be removed");
        }
    }
}

#[cfg(unix)]
fn make_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn make_private(folder: &Path) -> io::Result<()> {
    fs::DirBuilder::new().create(folder)
}

/// Has the system show a file in the program that is set for its kind.
pub fn open_with_system(path: &Path) -> Result<()> {
    let failed = |error: io::Error| Error::new(t("error-copy-not-opened")).with_detail(error);
    let mut command = system_opener(path);
    let quiet = std::process::Stdio::null;
    let mut child = command.stdin(quiet()).stdout(quiet()).stderr(quiet()).spawn().map_err(failed)?;
    // The opener ends as soon as it has passed the file on; a thread waits so that none is left behind.
    std::thread::spawn(move || {
        if let Err(error) = child.wait() {
            tracing::debug!("the opener had ended: {error}");
        }
    });
    Ok(())
}

#[cfg(target_os = "linux")]
fn system_opener(path: &Path) -> std::process::Command {
    let mut command = std::process::Command::new("xdg-open");
    command.arg(path);
    command
}

#[cfg(target_os = "macos")]
fn system_opener(path: &Path) -> std::process::Command {
    let mut command = std::process::Command::new("open");
    command.arg(path);
    command
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn system_opener(path: &Path) -> std::process::Command {
    let mut command = std::process::Command::new("explorer");
    command.arg(path);
    command
}
