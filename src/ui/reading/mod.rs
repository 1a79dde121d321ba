//! The article in the reader: its head, its text, its marks.

use eframe::egui::Ui;

use super::Cx;
use super::draft::Draft;
use crate::command::Command;
use crate::domain::id::Id;
use crate::domain::span::Span;

/// What the reader's pane remembers.
#[derive(Debug, Default)]
pub struct ReadingState {
    /// Words to scroll to once the article is there.
    pub show: Option<(Id, Option<Span>)>,
    /// Words to select once the article is there.
    pub select: Option<Span>,
    /// The record whose words were scrolled to last, so that a refresh does not scroll again.
    pub shown_for: Option<crate::domain::record::Owner>,
}

/// Draws the article; making a record of selected words sets `draft`.
pub fn reading_ui(
    _ui: &mut Ui,
    _cx: &Cx<'_>,
    _state: &mut ReadingState,
    _draft: &mut Option<Draft>,
    _out: &mut Vec<Command>,
) {
}
