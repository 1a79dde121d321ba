//! The right pane: the reader above, the inspector or the form of a new record below.

use eframe::egui::{Panel, Ui};

use crate::command::{Command, Place};
use crate::domain::record::Owner;
use crate::ui::{Cx, Screens, inspector, reading};

/// Whether there is anything for it to show.
pub(super) fn is_wanted(cx: &Cx<'_>, screens: &Screens) -> bool {
    let in_case = matches!(cx.place, Place::Case(..) | Place::Search);
    in_case && (screens.draft.is_some() || cx.selection.is_some())
}

/// Draws it.
pub(super) fn right_pane_ui(ui: &mut Ui, cx: &Cx<'_>, screens: &mut Screens, out: &mut Vec<Command>) {
    let reads_here = cx.reading.is_none() && cx.article().is_some();
    let only_reads =
        reads_here && screens.draft.is_none() && matches!(cx.selection, Some(Owner::Article(_)) | None);
    if only_reads && !screens.inspector.shows_article_fields() {
        reading::reading_ui(ui, cx, &mut screens.reading, &mut screens.draft, out);
        return;
    }
    if reads_here {
        let height = ui.available_height();
        Panel::top("right-reader")
            .default_size(height * 0.42)
            .size_range(120.0..=(height - 160.0).max(140.0))
            .resizable(true)
            .show(ui, |ui| reading::reading_ui(ui, cx, &mut screens.reading, &mut screens.draft, out));
    }
    inspector::inspector_ui(ui, cx, &mut screens.inspector, &mut screens.draft, out);
}
