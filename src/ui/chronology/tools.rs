//! At the right of the filter: what is shown beside statements and events, copy, export.

use eframe::egui::{Align, Layout, Popup, PopupCloseBehavior, Ui, vec2};

use super::rows::Built;
use crate::command::{Command, UiCommand};
use crate::text::{Arg, t, t_with};
use crate::ui::theme::{Type, size};
use crate::ui::widgets::{quiet, secondary, view_chip};
use crate::view::Include;

/// Adds the tools from the right edge leftwards.
pub(super) fn tools_ui(ui: &mut Ui, built: &Built, include: &mut Include, out: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.x = size::GAP;
    if secondary(ui, t("command-export")).on_hover_text(UiCommand::ExportChronology.tip()).clicked() {
        out.push(Command::Ui(UiCommand::ExportChronology));
    }
    if quiet(ui, t("chronology-copy")).on_hover_text(t("chronology-copy-tip")).clicked() {
        out.push(Command::CopyChronology(built.rows.iter().map(|row| row.of).collect()));
    }
    ui.add_space(size::GAP);
    // A chip is lower than a button: it stands level with the middle of one.
    let room = vec2(0.0, size::CONTROL);
    ui.allocate_ui_with_layout(room, Layout::right_to_left(Align::Center), |ui| {
        show_chip(ui, built, include);
    });
}

/// The chip that opens the list of what may be shown too.
fn show_chip(ui: &mut Ui, built: &Built, include: &mut Include) {
    let chip = view_chip(ui, t("chronology-show"));
    Popup::menu(&chip).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.checkbox(&mut include.articles, Type::Control.text(t("chronology-show-articles")));
        ui.checkbox(&mut include.follow_ups, Type::Control.text(t("chronology-show-follow-ups")));
        let hidden = t_with("chronology-show-hidden", &[("count", Arg::from(built.hidden as i64))]);
        ui.checkbox(&mut include.hidden, Type::Control.text(hidden));
    });
}

/// How many rows there are, and how many more the person left out.
pub(super) fn count_words(built: &Built) -> String {
    let left_out = if built.shows_hidden() { 0 } else { built.hidden };
    t_with(
        "chronology-count",
        &[("count", Arg::from(built.rows.len() as i64)), ("hidden", Arg::from(left_out as i64))],
    )
}
