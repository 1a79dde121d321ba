//! The selected record and its fields; the form of a record being made.

use eframe::egui::Ui;

use super::Cx;
use super::draft::Draft;
use crate::command::Command;

/// What the inspector remembers.
#[derive(Debug, Default)]
pub struct InspectorState {
    article_fields: bool,
}

impl InspectorState {
    /// Whether an article's own fields are asked for, rather than its text alone.
    #[must_use]
    pub fn shows_article_fields(&self) -> bool {
        self.article_fields
    }
}

/// Draws the draft if there is one, else the selected record.
pub fn inspector_ui(
    _ui: &mut Ui,
    _cx: &Cx<'_>,
    _state: &mut InspectorState,
    _draft: &mut Option<Draft>,
    _out: &mut Vec<Command>,
) {
}
