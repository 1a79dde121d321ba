//! What can be done to one statement, as a menu.

use eframe::egui::{Button, Ui, vec2};

use crate::command::Command;
use crate::domain::change::StatementChange;
use crate::domain::edit::StatementEdit;
use crate::text::t;
use crate::ui::Cx;
use crate::ui::theme::Type;
use crate::view::StatementRow;

/// Adds the entries; gives whether the thread was asked for.
pub(super) fn menu_ui(ui: &mut Ui, cx: &Cx<'_>, row: &StatementRow, out: &mut Vec<Command>) -> bool {
    let id = row.statement.id;
    ui.set_min_width(220.0);
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.spacing_mut().button_padding = vec2(8.0, 5.0);
    let entry = |ui: &mut Ui, words: &str, key: &str, enabled: bool| {
        let button = Button::new(Type::Table.text(words)).shortcut_text(Type::Label.muted(ui, key));
        ui.add_enabled(enabled, button).clicked()
    };
    let source = row.sources.first();
    if entry(ui, t("statements-show-in-article"), "", source.is_some())
        && let Some(source) = source
    {
        out.push(Command::ShowInArticle { article: source.article_id, span: source.span });
    }
    let thread = entry(ui, t("statements-show-thread"), t("statements-thread-key"), true);
    if entry(ui, t("command-copy-quote"), "", !row.quote.is_empty()) {
        out.push(Command::CopyQuotes(vec![id]));
    }
    ui.separator();
    let can_write = cx.can_write();
    if entry(ui, t("statements-reply"), "", can_write) {
        out.push(Command::LinkStatement(id));
    }
    if entry(ui, t("statements-merge-into"), "", can_write) {
        out.push(Command::MergeStatement { id, other: None });
    }
    if entry(ui, t("statements-split"), "", can_write && row.sources.len() > 1) {
        out.push(Command::SplitStatement(id));
    }
    let hidden = row.statement.hidden;
    let words = if hidden { t("statements-unhide") } else { t("statements-hide") };
    if entry(ui, words, "", can_write) {
        let edit = StatementEdit::Hidden(!hidden);
        let change = StatementChange::Edit { ids: vec![id], edit }.into();
        out.push(Command::Change { change, group: None });
    }
    ui.separator();
    if entry(ui, t("command-delete"), "", can_write) {
        out.push(Command::Change { change: StatementChange::Delete { ids: vec![id] }.into(), group: None });
    }
    thread
}
