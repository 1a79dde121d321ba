//! Whether to quit, or to go over to another library, though something that was typed is not kept yet.

use eframe::egui::Ui;

use crate::command::Command;
use crate::text::t;
use crate::ui::theme::Type;
use crate::ui::widgets::{Answer, Dialog, secondary};
use crate::ui::{Cx, Unfinished};

/// Asks whether to go over to another library though this is unfinished.
pub(super) fn switch_ui(ui: &mut Ui, cx: &Cx<'_>, what: Option<Unfinished>, out: &mut Vec<Command>) -> bool {
    let mut shows = false;
    let answer = Dialog::new("switch", t("quit-title"), t("switch-anyway"))
        .show(ui.ctx(), |ui, _| shows = what_ui(ui, cx, what, out));
    match answer {
        Some(Answer::Confirmed) => out.push(Command::SwitchLibrary),
        None if !shows => {}
        Some(_) | None => out.push(Command::KeepLibrary),
    }
    answer.is_none() && !shows
}

/// Asks whether to quit though this is unfinished.
pub(super) fn quit_ui(ui: &mut Ui, cx: &Cx<'_>, what: Option<Unfinished>, out: &mut Vec<Command>) -> bool {
    let mut shows = false;
    let answer = Dialog::new("quit", t("quit-title"), t("quit-anyway"))
        .show(ui.ctx(), |ui, _| shows = what_ui(ui, cx, what, out));
    if answer == Some(Answer::Confirmed) {
        out.push(Command::QuitAnyway);
    }
    answer.is_none() && !shows
}

/// Says what is unfinished; gives whether it is to be shown.
fn what_ui(ui: &mut Ui, cx: &Cx<'_>, what: Option<Unfinished>, out: &mut Vec<Command>) -> bool {
    let case = cx.data.case.as_deref();
    let words = what.map_or_else(|| t("quit-words").to_owned(), |what| what.words(case));
    ui.label(Type::Control.text(words));
    ui.label(Type::Table.muted(ui, t("quit-how")));
    let Some(owner) = what.and_then(|what| what.owner(case)) else { return false };
    let shows = secondary(ui, t("quit-show")).clicked();
    if shows {
        out.push(Command::Select(owner));
    }
    shows
}
