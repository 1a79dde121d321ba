//! What the program remembers between runs, beside the library: a small file in the platform's settings folder.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

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
    /// The first steps that were taken.
    pub steps: FirstSteps,
    /// Where these settings are kept; nowhere in tests.
    #[serde(skip)]
    file: Option<PathBuf>,
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
