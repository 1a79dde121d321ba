//! An article whose text is not read yet: why, and what can be done.

use eframe::egui::{Align, Layout, Ui};

use crate::command::Command;
use crate::text::t;
use crate::ui::Cx;
use crate::ui::theme::{Type, size};
use crate::ui::widgets::{primary, secondary};
use crate::view::ArticleView;

/// Says so in place of the text.
pub(super) fn without_text_ui(ui: &mut Ui, cx: &Cx<'_>, view: &ArticleView, out: &mut Vec<Command>) {
    let article = view.article.id;
    ui.add_space(size::MARGIN);
    ui.with_layout(Layout::top_down(Align::Center), |ui| {
        ui.set_max_width(ui.available_width().min(420.0));
        ui.spacing_mut().item_spacing.y = 12.0;
        ui.label(Type::ControlStrong.text(t("reading-not-read")));
        for why in view.versions.iter().take(1).flat_map(|version| &version.warnings) {
            ui.label(Type::Table.muted(ui, why));
        }
        ui.label(Type::Table.muted(ui, t("reading-kept")));
        if ui.add_enabled_ui(cx.can_write(), |ui| primary(ui, t("reading-read-again"))).inner.clicked() {
            out.push(Command::ReadAgain(vec![article]));
        }
        if secondary(ui, t("reading-save-original")).clicked() {
            out.push(Command::SaveOriginal(article));
        }
    });
}
