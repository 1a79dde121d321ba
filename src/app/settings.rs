//! What the program remembers between runs, beside the library: a small file in the platform's settings folder.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use directories::ProjectDirs;
use serde::{Deserialize, Serialize};

use crate::domain::id::Id;
use crate::ui::cases::FirstSteps;
use crate::ui::theme::Mode;

/// How many libraries are remembered.
const RECENT: usize = 8;

/// What is remembered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// `light`, `dark`, or empty for the system's.
    theme: String,
    /// The libraries opened last, the last first.
    pub recent: Vec<PathBuf>,
    /// The case that was open last in each of them.
    last_cases: BTreeMap<PathBuf, Id>,
    /// The folders that are watched. They are kept here and not in the library: a folder is one of this machine, and
    /// a library that is shared or copied elsewhere must not start to take in files there.
    watched: Vec<WatchedFolder>,
    /// The first steps that were taken.
    pub steps: FirstSteps,
    /// Where these settings are kept; nowhere in tests.
    #[serde(skip)]
    file: Option<PathBuf>,
}

/// A folder that is watched for a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WatchedFolder {
    library: PathBuf,
    /// The case its files come into.
    pub case: Id,
    /// The folder.
    pub folder: PathBuf,
    /// What came into it until then is dealt with.
    pub since: SystemTime,
}

impl Settings {
    /// The settings of this person, or fresh ones where there are none that can be read.
    #[must_use]
    pub fn load() -> Self {
        let Some(file) = folders().map(|dirs| dirs.config_dir().join("settings.json")) else {
            return Self::default();
        };
        let text = std::fs::read_to_string(&file).unwrap_or_default();
        let settings = serde_json::from_str(&text).unwrap_or_else(|_| {
            if !text.is_empty() {
                tracing::warn!("the settings could not be read; fresh ones are used");
            }
            Self::default()
        });
        Self { file: Some(file), ..settings }
    }

    /// The colours the person wants.
    #[must_use]
    pub fn theme(&self) -> Mode {
        match self.theme.as_str() {
            "light" => Mode::Light,
            "dark" => Mode::Dark,
            _ => Mode::System,
        }
    }

    /// Remembers the colours.
    pub fn set_theme(&mut self, mode: Mode) {
        let word = match mode {
            Mode::Light => "light",
            Mode::Dark => "dark",
            Mode::System => "",
        };
        word.clone_into(&mut self.theme);
        self.save();
    }

    /// Remembers the library opened last.
    pub fn opened(&mut self, library: &Path) {
        self.recent.retain(|path| path != library);
        self.recent.insert(0, library.to_owned());
        self.recent.truncate(RECENT);
        self.last_cases.retain(|path, _| self.recent.contains(path));
        self.save();
    }

    /// The case that was open last in a library.
    #[must_use]
    pub fn last_case(&self, library: &Path) -> Option<Id> {
        self.last_cases.get(library).copied()
    }

    /// Remembers the case open last in a library.
    pub fn set_last_case(&mut self, library: &Path, case: Id) {
        if self.last_case(library) != Some(case) {
            self.last_cases.insert(library.to_owned(), case);
            self.save();
        }
    }

    /// Forgets a case that is not in the library any more.
    pub fn forget_case(&mut self, library: &Path, case: Id) {
        if self.last_case(library) == Some(case) {
            self.last_cases.remove(library);
            self.save();
        }
    }

    /// The folders watched for the cases of a library.
    #[must_use]
    pub fn watched(&self, library: &Path) -> Vec<WatchedFolder> {
        self.watched.iter().filter(|watched| watched.library == library).cloned().collect()
    }

    /// Remembers that a folder is watched for a case, and until when all in it is dealt with. One whose name is no
    /// text cannot be written down here: it is watched until the program ends.
    pub fn watch(&mut self, library: &Path, case: Id, folder: &Path, since: SystemTime) {
        self.watched.retain(|watched| (watched.library.as_path(), watched.case) != (library, case));
        if folder.to_str().is_some() {
            let (library, folder) = (library.to_owned(), folder.to_owned());
            self.watched.push(WatchedFolder { library, case, folder, since });
        }
        self.save();
    }

    /// Forgets the watched folder of a case.
    pub fn stop_watching(&mut self, library: &Path, case: Id) {
        let before = self.watched.len();
        self.watched.retain(|watched| (watched.library.as_path(), watched.case) != (library, case));
        if self.watched.len() != before {
            self.save();
        }
    }

    /// Remembers the first steps.
    pub fn set_steps(&mut self, steps: FirstSteps) {
        if self.steps != steps {
            self.steps = steps;
            self.save();
        }
    }

    /// Writes them; a failure costs comfort only, so it is logged and no more.
    fn save(&self) {
        let Some(file) = &self.file else { return };
        let write = || -> std::io::Result<()> {
            if let Some(folder) = file.parent() {
                std::fs::create_dir_all(folder)?;
            }
            std::fs::write(file, serde_json::to_vec_pretty(self)?)
        };
        if let Err(error) = write() {
            tracing::warn!("the settings could not be written: {error}");
        }
    }
}

/// The library a person has without naming one.
#[must_use]
pub fn default_library() -> PathBuf {
    let name = "library.casefile";
    folders().map_or_else(|| PathBuf::from(name), |dirs| dirs.data_dir().join(name))
}

/// Where a person keeps documents, else the home folder, else the folder the program runs in.
pub(super) fn documents() -> PathBuf {
    let folders = directories::UserDirs::new();
    let documents = folders.as_ref().and_then(|dirs| dirs.document_dir().filter(|dir| dir.is_dir()));
    let home = folders.as_ref().map(directories::UserDirs::home_dir);
    documents.or(home).map_or_else(|| PathBuf::from("."), Path::to_owned)
}

fn folders() -> Option<ProjectDirs> {
    ProjectDirs::from("", "", "casefile")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn watched_folders_are_of_one_library_and_survive_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("settings.json");
        let mut settings = Settings { file: Some(file.clone()), ..Settings::default() };
        let (mine, other) = (Path::new("/a/mine.casefile"), Path::new("/a/other.casefile"));
        let at = |seconds| SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(seconds);
        settings.watch(mine, Id(1), Path::new("/in"), at(10));
        settings.watch(other, Id(1), Path::new("/else"), at(10));
        settings.watch(mine, Id(1), Path::new("/in"), at(20));
        let again: Settings = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        let watched = again.watched(mine);
        assert_eq!(watched.len(), 1, "{watched:?}");
        assert_eq!((watched[0].folder.as_path(), watched[0].since), (Path::new("/in"), at(20)));
        settings.stop_watching(mine, Id(1));
        let again: Settings = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        assert_eq!((again.watched(mine).len(), again.watched(other).len()), (0, 1));
    }
}
