//! The library and its cases; what a person sees before there is any, and when a library cannot be opened.

mod first_run;
mod first_steps;
mod not_opened;
mod row;

use eframe::egui::{Align, Label, Layout, Link, ScrollArea, Ui};

use super::Cx;
use super::dialogs::OpenDialog;
use super::theme::{Type, palette, size};
use super::widgets::{Button, Icon, primary, rule, secondary, section_heading};
use crate::command::{Command, UiCommand};
use crate::text::t;

pub use first_run::first_run_ui;
pub use first_steps::{FirstSteps, first_steps_ui};
pub use not_opened::not_opened_ui;

/// Draws the list of cases.
pub fn cases_ui(ui: &mut Ui, cx: &Cx<'_>, dialog: &mut Option<OpenDialog>, out: &mut Vec<Command>) {
    library_line(ui, cx, out);
    ui.add_space(size::GAP);
    rule(ui);
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for line in &cx.data.library.cases {
            ui.push_id(line.case.id, |ui| row::case_row(ui, cx, line, dialog, out));
        }
        ui.add_space(size::GAP_GROUP);
        recent_ui(ui, cx, out);
    });
}

/// Which library it is, and the buttons over the list.
fn library_line(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Command>) {
    let name = cx.data.path.as_deref().map(library_name).unwrap_or_default();
    let path = cx.data.path.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
    ui.horizontal(|ui| {
        ui.set_min_height(44.0);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let new = Button::primary(UiCommand::NewCase.words()).icon(Icon::Plus);
            if ui.add_enabled(cx.can_write(), new).on_hover_text(UiCommand::NewCase.tip()).clicked() {
                out.push(Command::Ui(UiCommand::NewCase));
            }
            for command in [UiCommand::NewLibrary, UiCommand::OpenLibrary] {
                if secondary(ui, command.words()).on_hover_text(command.tip()).clicked() {
                    out.push(Command::Ui(command));
                }
            }
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.add(Label::new(Type::ControlStrong.text(name)).truncate());
                ui.add(Label::new(Type::Label.muted(ui, path.as_str())).truncate()).on_hover_text(path);
            });
        });
    });
}

/// The libraries opened before this one.
fn recent_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Command>) {
    let mut others = cx.data.recent.iter().filter(|path| cx.data.path.as_ref() != Some(path)).peekable();
    if others.peek().is_none() {
        return;
    }
    ui.spacing_mut().item_spacing.y = size::GAP;
    section_heading(ui, t("cases-recent"));
    for path in others {
        ui.horizontal(|ui| {
            let words = Type::Table.text(library_name(path)).color(palette(ui).accent);
            if ui.add(Link::new(words)).clicked() {
                out.push(Command::OpenLibrary(path.clone()));
            }
            ui.add(Label::new(Type::Label.muted(ui, path.display().to_string())).truncate());
        });
    }
}

/// The buttons that lead to another library.
fn other_library_buttons(ui: &mut Ui, first: &str, out: &mut Vec<Command>) -> bool {
    ui.horizontal_wrapped(|ui| {
        let first = primary(ui, first).clicked();
        if secondary(ui, t("not-opened-another")).clicked() {
            out.push(Command::Ui(UiCommand::OpenLibrary));
        }
        if secondary(ui, t("not-opened-new")).clicked() {
            out.push(Command::Ui(UiCommand::NewLibrary));
        }
        first
    })
    .inner
}

/// The name people know a library by: its file's, without the ending.
fn library_name(path: &std::path::Path) -> String {
    path.file_stem().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}
