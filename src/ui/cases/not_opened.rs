//! The whole window, when the library could not be opened: what happened, and what can be done.

use std::path::Path;

use eframe::egui::{CentralPanel, Frame, Label, Link, Margin, Role, Ui, WidgetInfo};

use super::{library_name, other_library_buttons};
use crate::command::Command;
use crate::error::Error;
use crate::text::{Arg, t, t_with};
use crate::ui::Cx;
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{rule, section_heading};

const WIDTH: f32 = 620.0;

/// Draws it.
pub fn not_opened_ui(ui: &mut Ui, cx: &Cx<'_>, path: &Path, error: &Error, out: &mut Vec<Command>) {
    let frame = Frame::new().fill(palette(ui).background).inner_margin(Margin::same(24));
    CentralPanel::default().frame(frame).show(ui, |ui| {
        let room = ui.available_size();
        ui.add_space((room.y * 0.22).max(0.0));
        ui.horizontal_top(|ui| {
            ui.add_space(((room.x - WIDTH) / 2.0).max(0.0));
            ui.vertical(|ui| {
                ui.set_max_width(WIDTH.min(room.x));
                ui.spacing_mut().item_spacing.y = 12.0;
                message(ui, path, error);
                ui.add_space(4.0);
                if other_library_buttons(ui, t("not-opened-again"), out) {
                    out.push(Command::OpenLibrary(path.to_owned()));
                }
                others(ui, cx, path, out);
            });
        });
    });
}

fn message(ui: &mut Ui, path: &Path, error: &Error) {
    let title = t_with("not-opened-title", &[("library", Arg::from(library_name(path)))]);
    ui.label(Type::Title.text(title));
    ui.add(Label::new(Type::Label.muted(ui, path.display().to_string())).wrap());
    let what = ui.label(Type::Control.text(&error.message));
    what.widget_info(|| WidgetInfo::labeled(Role::Alert, true, &error.message));
    if let Some(hint) = &error.hint {
        ui.label(Type::Control.text(hint));
    }
    if let Some(detail) = error.detail.as_ref().filter(|detail| **detail != path.display().to_string()) {
        ui.label(
            Type::Label.muted(ui, t_with("not-opened-detail", &[("detail", Arg::from(detail.as_str()))])),
        );
    }
}

/// Libraries opened before.
fn others(ui: &mut Ui, cx: &Cx<'_>, path: &Path, out: &mut Vec<Command>) {
    let mut others = cx.data.recent.iter().filter(|recent| *recent != path).peekable();
    if others.peek().is_none() {
        return;
    }
    ui.add_space(size::GAP);
    rule(ui);
    section_heading(ui, t("cases-recent"));
    for recent in others {
        let words = Type::Table.text(recent.display().to_string()).color(palette(ui).accent);
        if ui.add(Link::new(words)).clicked() {
            out.push(Command::OpenLibrary(recent.clone()));
        }
    }
}
