//! The dialogs over the window, one at a time.
//!
//! Each is a file with the state it keeps while it is open and a function that draws it, pushes what the person
//! does, and gives whether it stays open.

mod case_settings;
mod delete_case;
mod difference;
mod difference_row;
mod encoding;
mod export;
mod guide;
mod history;
mod history_words;
mod link_statement;
mod list_rows;
mod markdown;
mod merge_parties;
mod merge_party;
mod merge_statement;
mod new_case;
mod open_original;
mod palette;
mod palette_entries;
mod panel;
mod path;
mod picker;
mod quit;
mod side;
mod split;
mod write_article;

use eframe::egui::Ui;

use super::{Cx, Screens};
use crate::command::Command;
use crate::domain::id::Id;

pub use case_settings::CaseSettings;
pub use delete_case::DeleteCase;
pub use difference::Difference;
pub use encoding::Encoding;
pub use export::{Export, export_dialog, export_name};
pub use guide::Guide;
pub use history::History;
pub use link_statement::LinkStatement;
pub use list_rows::ListRows;
pub use merge_parties::MergeParties;
pub use merge_party::MergeParty;
pub use merge_statement::MergeStatement;
pub use new_case::NewCase;
pub use palette::Palette;
pub use path::{PathDialog, PathFor};
pub use split::{SplitParty, SplitStatement};
pub use write_article::{Unsaved, Writing};

/// A dialog with what was typed in it.
#[derive(Debug)]
pub enum OpenDialog {
    /// A new case.
    NewCase(NewCase),
    /// A case's title, question, status, kept apart, hold.
    CaseSettings(CaseSettings),
    /// Whether to delete a case.
    DeleteCase(DeleteCase),
    /// An article pasted, or notes of one's own.
    Write(Writing),
    /// Export the chronology.
    Export(Export),
    /// Find a command.
    Palette(Palette),
    /// What was changed.
    History(History),
    /// The user guide.
    Guide(Guide),
    /// A path, typed.
    Path(PathDialog),
    /// Two names of one party.
    MergeParty(MergeParty),
    /// Several names of one party.
    MergeParties(MergeParties),
    /// A party that is two.
    SplitParty(SplitParty),
    /// Two statements that are one.
    MergeStatement(MergeStatement),
    /// Whether to quit though something is unfinished.
    Quit,
    /// Whether to go over to another library though something is unfinished.
    Switch,
    /// A statement that is two.
    SplitStatement(SplitStatement),
    /// What a statement answers.
    LinkStatement(LinkStatement),
    /// What the columns of a list hold.
    ListRows(ListRows),
    /// What changed between two versions of an article.
    Difference(Difference),
    /// In which encoding an article is to be read.
    Encoding(Encoding),
    /// Whether another program is to show the original of this article.
    OpenOriginal(Id),
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
        Self::Write(Writing::Pasted)
    }

    /// Interview notes.
    #[must_use]
    pub fn new_note() -> Self {
        Self::Write(Writing::Note)
    }

    /// Find a command.
    #[must_use]
    pub fn palette() -> Self {
        Self::Palette(Palette::default())
    }

    /// What was changed, in a case first or in all of the library.
    #[must_use]
    pub fn history(case: Option<Id>) -> Self {
        Self::History(History::new(case))
    }

    /// The user guide.
    #[must_use]
    pub fn guide() -> Self {
        Self::Guide(Guide::default())
    }

    /// A path to be typed.
    #[must_use]
    pub fn path(words: &'static str, what: PathFor) -> Self {
        Self::Path(PathDialog::new(words, what))
    }

    /// Two names of one party.
    #[must_use]
    pub fn merge_party(id: Id) -> Self {
        Self::MergeParty(MergeParty::new(id))
    }

    /// Several names of one party.
    #[must_use]
    pub fn merge_parties(ids: Vec<Id>) -> Self {
        Self::MergeParties(MergeParties::new(ids))
    }

    /// A party that is two.
    #[must_use]
    pub fn split_party(id: Id) -> Self {
        Self::SplitParty(SplitParty::new(id))
    }

    /// Two statements that are one; which is the other is asked for if `None`.
    #[must_use]
    pub fn merge_statement(id: Id, other: Option<Id>) -> Self {
        Self::MergeStatement(MergeStatement::new(id, other))
    }

    /// A statement that is two.
    #[must_use]
    pub fn split_statement(id: Id) -> Self {
        Self::SplitStatement(SplitStatement::new(id))
    }

    /// What changed between two versions of an article, the newest two unless others are named.
    #[must_use]
    pub fn difference(article: Id, between: Option<(i64, i64)>) -> Self {
        Self::Difference(Difference::new(article, between))
    }

    /// In which encoding an article is to be read.
    #[must_use]
    pub fn encoding(article: Id) -> Self {
        Self::Encoding(Encoding::new(article))
    }

    /// What a statement answers.
    #[must_use]
    pub fn link_statement(id: Id) -> Self {
        Self::LinkStatement(LinkStatement::new(id))
    }

    /// What the columns of a list hold.
    #[must_use]
    pub fn list_rows(article: Id) -> Self {
        Self::ListRows(ListRows::new(article))
    }
}

/// Draws the dialog that is open, if any.
pub fn dialogs_ui(ui: &mut Ui, cx: &Cx<'_>, screens: &mut Screens, out: &mut Vec<Command>) {
    // Out of the screens while it is drawn, so that it may read and change them.
    let Some(mut dialog) = screens.dialog.take() else { return };
    let stays = match &mut dialog {
        OpenDialog::NewCase(state) => new_case::new_case_ui(ui, state, out),
        OpenDialog::CaseSettings(state) => case_settings::case_settings_ui(ui, cx, state, out),
        OpenDialog::Quit => quit::quit_ui(ui, cx, screens.unfinished(), out),
        OpenDialog::Switch => quit::switch_ui(ui, cx, screens.unfinished(), out),
        OpenDialog::DeleteCase(state) => delete_case::delete_case_ui(ui, cx, state, out),
        OpenDialog::Export(state) => export::export_ui(ui, cx, screens, state, out),
        OpenDialog::Path(state) => path::path_ui(ui, screens, state, out),
        OpenDialog::MergeParty(state) => merge_party::merge_party_ui(ui, cx, state, out),
        OpenDialog::MergeParties(state) => merge_parties::merge_parties_ui(ui, cx, state, out),
        OpenDialog::SplitParty(state) => split::split_party_ui(ui, cx, state, out),
        OpenDialog::MergeStatement(state) => merge_statement::merge_statement_ui(ui, cx, state, out),
        OpenDialog::SplitStatement(state) => split::split_statement_ui(ui, cx, state, out),
        OpenDialog::LinkStatement(state) => link_statement::link_statement_ui(ui, cx, state, out),
        OpenDialog::ListRows(state) => list_rows::list_rows_ui(ui, cx, state, out),
        OpenDialog::Write(what) => write_article::write_article_ui(ui, cx, *what, &mut screens.unsaved, out),
        OpenDialog::Palette(state) => palette::palette_ui(ui, cx, state, out),
        OpenDialog::History(state) => history::history_ui(ui, cx, state, out),
        OpenDialog::Difference(state) => difference::difference_ui(ui, cx, state, out),
        OpenDialog::Encoding(state) => encoding::encoding_ui(ui, cx, state, out),
        OpenDialog::OpenOriginal(article) => open_original::open_original_ui(ui, cx, *article, out),
        OpenDialog::Guide(state) => guide::guide_ui(ui, state),
    };
    if stays {
        screens.dialog = Some(dialog);
    }
}
