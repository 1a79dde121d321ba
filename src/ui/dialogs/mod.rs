//! The dialogs over the window, one at a time.
//!
//! Each is a file with the state it keeps while it is open and a function that draws it, pushes what the person
//! does, and gives whether it stays open.

mod case_settings;
mod delete_case;
mod new_case;
mod path;

use eframe::egui::Ui;

use super::{Cx, Screens};
use crate::command::Command;
use crate::domain::id::Id;

pub use case_settings::CaseSettings;
pub use delete_case::DeleteCase;
pub use new_case::NewCase;
pub use path::{PathDialog, PathFor};

/// A dialog with what was typed in it.
#[derive(Debug)]
pub enum OpenDialog {
    /// A new case.
    NewCase(NewCase),
    /// A case's title, question, status, kept apart, hold.
    CaseSettings(CaseSettings),
    /// Whether to delete a case.
    DeleteCase(DeleteCase),
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
    Path(PathDialog),
}

impl OpenDialog {
    /// A new case.
    #[must_use]
    pub fn new_case() -> Self {
        Self::NewCase(NewCase::default())
    }

    /// The settings of a case.
    #[must_use]
    pub fn case_settings(id: Id) -> Self {
        Self::CaseSettings(CaseSettings::new(id))
    }

    /// Whether to delete a case.
    #[must_use]
    pub fn delete_case(id: Id) -> Self {
        Self::DeleteCase(DeleteCase { id })
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
        Self::Path(PathDialog::new(words, what))
    }
}

/// Draws the dialog that is open, if any.
pub fn dialogs_ui(ui: &mut Ui, cx: &Cx<'_>, screens: &mut Screens, out: &mut Vec<Command>) {
    // Out of the screens while it is drawn, so that it may read and change them.
    let Some(mut dialog) = screens.dialog.take() else { return };
    let stays = match &mut dialog {
        OpenDialog::NewCase(state) => new_case::new_case_ui(ui, state, out),
        OpenDialog::CaseSettings(state) => case_settings::case_settings_ui(ui, cx, state, out),
        OpenDialog::DeleteCase(state) => delete_case::delete_case_ui(ui, cx, state, out),
        OpenDialog::Path(state) => path::path_ui(ui, screens, state, out),
        OpenDialog::PasteArticle(_)
        | OpenDialog::NewNote(_)
        | OpenDialog::Export
        | OpenDialog::Palette(_)
        | OpenDialog::History
        | OpenDialog::Guide => false,
    };
    if stays {
        screens.dialog = Some(dialog);
    }
}
