//! An article that is a list of articles: the way to make articles of its rows.

use eframe::egui::Ui;

use crate::command::Command;
use crate::text::t;
use crate::ui::Cx;
use crate::ui::widgets::secondary;
use crate::view::ArticleView;

/// Offers it over the text.
pub(super) fn list_ui(ui: &mut Ui, cx: &Cx<'_>, view: &ArticleView, out: &mut Vec<Command>) {
    let button = ui.add_enabled_ui(cx.can_write(), |ui| secondary(ui, t("rows-offer"))).inner;
    if button.on_hover_text(t("rows-offer-tip")).clicked() {
        out.push(Command::OpenRows(view.article.id));
    }
}
