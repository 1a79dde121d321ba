//! Whether another program is to show a copy of an article's original.

use eframe::egui::{Label, Ui};

use crate::command::Command;
use crate::domain::id::Id;
use crate::text::t;
use crate::ui::Cx;
use crate::ui::theme::Type;
use crate::ui::widgets::{Answer, Dialog};

/// Draws it.
pub(super) fn open_original_ui(ui: &mut Ui, cx: &Cx<'_>, article: Id, out: &mut Vec<Command>) -> bool {
    let view = cx.article().filter(|view| view.article.id == article);
    let file = view.and_then(|view| view.versions.first()).map_or("", |version| &version.file_name);
    let dialog = Dialog::new("open-original", t("open-original-title"), t("open-original-confirm"));
    let answer = dialog.show(ui.ctx(), |ui, _| {
        ui.add(Label::new(Type::ControlMedium.text(file)).truncate());
        ui.label(Type::Control.text(t("open-original-words")));
        ui.label(Type::Table.muted(ui, t("open-original-copy")));
    });
    if answer == Some(Answer::Confirmed) {
        out.push(Command::OpenCopy(article));
    }
    answer.is_none()
}
