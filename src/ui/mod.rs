//! What is drawn: views get view data, keep drafts and selection, push commands.

pub mod articles;
mod basis;
pub mod cases;
mod chosen;
pub mod chronology;
mod cx;
pub mod dialogs;
pub mod draft;
pub mod filter_bar;
pub mod follow_ups;
pub mod inspector;
mod open;
pub mod overview;
pub mod parties;
pub mod reader;
pub mod reading;
pub mod search;
mod seen;
pub mod shell;
pub mod statements;
pub mod theme;
pub mod timeline;
pub mod timeline_screen;
pub mod today;
mod unfinished;
pub mod widgets;

pub use cx::{Cx, Data, ImportReport, Importing, Ocr, OcrProgress, Watched};
pub(crate) use seen::Seen;
pub use unfinished::Unfinished;

use crate::command::Command;

/// The state of all screens: drafts, scroll, selection of rows. Nothing here is a record.
#[derive(Default)]
pub struct Screens {
    /// Articles.
    pub articles: articles::ArticlesState,
    /// The reader.
    pub reading: reading::ReadingState,
    /// The inspector.
    pub inspector: inspector::InspectorState,
    /// The record being made.
    pub draft: Option<draft::Draft>,
    /// Statements.
    pub statements: statements::StatementsState,
    /// Chronology.
    pub chronology: chronology::ChronologyState,
    /// The overview of a case.
    pub overview: overview::OverviewState,
    /// Parties, of a case and of the library.
    pub parties: parties::PartiesState,
    /// Follow-ups.
    pub follow_ups: follow_ups::FollowUpsState,
    /// Today.
    pub today: today::TodayState,
    /// Timeline.
    pub timeline: timeline_screen::TimelineScreenState,
    /// Search.
    pub search: search::SearchState,
    /// The filter that Statements, Chronology and Timeline share.
    pub filter: filter_bar::Asking,
    /// Articles typed and not saved.
    pub unsaved: dialogs::Unsaved,
    /// Whether the person wants to quit though something is unfinished.
    pub quits_anyway: bool,
    /// The place shown in the last frame.
    pub at: Option<crate::command::Place>,
    /// To which part of the window the keyboard is to go.
    pub step: Option<shell::Step>,
    /// The dialog that is open.
    pub dialog: Option<dialogs::OpenDialog>,
    /// The rows an export was asked for, while the file is chosen.
    pub export_rows: Vec<crate::domain::record::Owner>,
    /// The notice at the foot of the window.
    pub notices: widgets::Notices,
}

impl Screens {
    /// Something that was typed and is not kept yet: a form, a field, a note, a pasted article.
    #[must_use]
    pub fn unfinished(&self) -> Option<Unfinished> {
        let article = || self.unsaved.has_text().then_some(Unfinished::Article);
        self.inspector.unfinished().or_else(|| self.overview.fields.unfinished()).or_else(article)
    }

    /// Whether an article is being pasted.
    #[must_use]
    pub fn is_pasting(&self) -> bool {
        matches!(self.dialog, Some(dialogs::OpenDialog::Write(dialogs::Writing::Pasted)))
    }

    /// Writes what is typed into fields and can be written, at `now` of the window's clock.
    pub fn write_fields(&mut self, now: f64, out: &mut Vec<Command>) {
        self.inspector.fields.write_all(now, out);
        self.overview.fields.write_all(now, out);
    }
}

/// Draws the window and pushes what the person does.
pub fn window_ui(ui: &mut eframe::egui::Ui, cx: &Cx<'_>, screens: &mut Screens, out: &mut Vec<Command>) {
    match &cx.data.not_opened {
        Some((path, error)) if cx.data.path.is_none() => cases::not_opened_ui(ui, cx, path, error, out),
        _ => shell::shell_ui(ui, cx, screens, out),
    }
    screens.inspector.fields.flush(ui, out);
    screens.overview.fields.flush(ui, out);
    dialogs::dialogs_ui(ui, cx, screens, out);
    articles::drop_target_ui(ui.ctx(), cx);
}
