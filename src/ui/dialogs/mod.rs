//! The dialogs over the window, one at a time.

use eframe::egui::Ui;

use super::{Cx, Screens};
use crate::command::Command;
use crate::domain::id::Id;

/// What a path is typed for, where the system has no file dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum PathFor {
    Import,
    OpenLibrary,
    NewLibrary,
    Backup,
    Export(&'static str),
    Original(Id),
}

/// A dialog with what was typed in it.
#[derive(Debug)]
pub enum OpenDialog {
    /// A new case.
    NewCase(String),
    /// A case's title, question, status, kept apart, hold.
    CaseSettings(Id),
    /// Whether to delete a case.
    DeleteCase(Id),
    /// An article pasted.
    PasteArticle(String),
    /// Interview notes, a phone call.
    NewNote(String),
    /// Export the chronology.
    Export,
    /// Find a command.
    Palette(String),
    /// What was changed.
    History,
    /// The user guide.
    Guide,
    /// A path, typed.
    Path {
        /// What it is for, in words.
        words: &'static str,
        /// What it is for.
        what: PathFor,
        /// As typed.
        path: String,
    },
}

impl OpenDialog {
    /// A new case.
    #[must_use]
    pub fn new_case() -> Self {
        Self::NewCase(String::new())
    }

    /// An article pasted.
    #[must_use]
    pub fn paste() -> Self {
        Self::PasteArticle(String::new())
    }

    /// Interview notes.
    #[must_use]
    pub fn new_note() -> Self {
        Self::NewNote(String::new())
    }

    /// Export the chronology.
    #[must_use]
    pub fn export() -> Self {
        Self::Export
    }

    /// Find a command.
    #[must_use]
    pub fn palette() -> Self {
        Self::Palette(String::new())
    }

    /// A path to be typed.
    #[must_use]
    pub fn path(words: &'static str, what: PathFor) -> Self {
        Self::Path { words, what, path: String::new() }
    }
}

/// Draws the dialog that is open, if any.
pub fn dialogs_ui(_ui: &mut Ui, _cx: &Cx<'_>, _screens: &mut Screens, _out: &mut Vec<Command>) {}
