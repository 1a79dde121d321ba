//! The line above a record: what it is and its short key, and whether its words stand in the source.

use eframe::egui::{Align, Label, Layout, ScrollArea, Ui};

use crate::domain::kind::{RecordKind, SourceState};
use crate::text::{Worded, t};
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{Button, Icon};
use crate::view::DetailView;

/// Adds the line: "Statement S-0142".
pub(super) fn head(ui: &mut Ui, kind: RecordKind, key: &str) {
    line(ui, kind, key, |_| {});
}

/// As [`head`], with the state of the record's words against its sources at the right; nothing there if it has
/// no source, or while it is not known yet.
pub(super) fn head_with_sources(ui: &mut Ui, kind: RecordKind, key: &str, detail: Option<&DetailView>) {
    line(ui, kind, key, |ui| {
        if let Some(worst) = detail.and_then(worst_state) {
            source_state(ui, worst);
        }
    });
}

/// Adds the state of a source in words.
pub(super) fn source_state(ui: &mut Ui, state: SourceState) {
    let p = palette(ui);
    let ink = match state {
        SourceState::Exact => p.supported,
        SourceState::Moved | SourceState::Ambiguous => p.disputed,
        SourceState::NotFound => p.contradicted,
    };
    ui.add(Label::new(Type::Label.text(state.word()).color(ink)).extend());
}

fn line(ui: &mut Ui, kind: RecordKind, key: &str, right: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        ui.set_min_height(size::CHIP);
        ui.label(Type::LabelMedium.muted(ui, kind_word(kind)));
        ui.label(Type::Label.muted(ui, key));
        ui.with_layout(Layout::right_to_left(Align::Center), right);
    });
}

/// What kind of record it is, as it begins a line.
pub(super) fn kind_word(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Article => t("inspector-article"),
        RecordKind::Party => t("inspector-party"),
        RecordKind::Occasion => t("inspector-occasion"),
        RecordKind::Event => t("inspector-event"),
        RecordKind::FollowUp => t("inspector-follow-up"),
        RecordKind::Statement | RecordKind::Case | RecordKind::Topic | RecordKind::Note => {
            t("inspector-statement")
        }
    }
}

/// The state of the source that agrees least with the record's words.
fn worst_state(detail: &DetailView) -> Option<SourceState> {
    detail.sources.iter().map(|source| source.state).max()
}

/// Adds the exact words a record rests on, set to be read; long ones scroll.
pub(super) fn quote_block(ui: &mut Ui, words: &str) {
    ScrollArea::vertical().id_salt("quote").max_height(150.0).auto_shrink([false, true]).show(ui, |ui| {
        ui.add(Label::new(Type::Reading.text(words)).wrap());
    });
    ui.add_space(4.0);
}

/// Adds the line that opens and closes what is needed less often.
pub(super) fn more_toggle(ui: &mut Ui, open: &mut bool) {
    let words = if *open { t("inspector-less") } else { t("inspector-more") };
    let icon = if *open { Icon::ChevronUp } else { Icon::ChevronDown };
    if ui.add(Button::quiet(words).icon(icon)).clicked() {
        *open = !*open;
    }
}
