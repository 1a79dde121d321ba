//! What a person sees in a library without cases: nothing is asked.

use eframe::egui::{Frame, Margin, Stroke, Ui};

use super::first_steps::first_steps_ui;
use crate::command::{Command, UiCommand};
use crate::text::t;
use crate::ui::Cx;
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{Button, Icon, rule};

const WIDTH: f32 = 560.0;

/// Draws it in the middle of the screen.
pub fn first_run_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Command>) {
    let p = palette(ui);
    let hovers = ui.input(|input| !input.raw.hovered_files.is_empty());
    let room = ui.available_size();
    let width = WIDTH.min(room.x - 2.0);
    ui.add_space(((room.y - 380.0) * 0.4).max(0.0));
    ui.horizontal_top(|ui| {
        ui.add_space(((room.x - width) / 2.0).max(0.0));
        let edge = if hovers { Stroke::new(2.0, p.accent) } else { Stroke::new(1.0, p.rule) };
        Frame::new()
            .fill(if hovers { p.selection } else { p.card })
            .stroke(edge)
            .corner_radius(size::RADIUS_CARD)
            .inner_margin(Margin::same(28))
            .show(ui, |ui| {
                ui.set_width(width - 60.0);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 12.0;
                    ui.label(Type::Title.text(t("first-run-title")));
                    ui.label(Type::Control.muted(ui, t("first-run-note")));
                    ui.add_space(4.0);
                    buttons(ui, cx, out);
                    ui.add_space(8.0);
                    rule(ui);
                    first_steps_ui(ui, cx.data.steps, false, out);
                });
            });
    });
}

fn buttons(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        let buttons = [
            (Button::primary(t("command-import")).icon(Icon::Plus), UiCommand::ImportFiles),
            (Button::secondary(t("command-new-case")), UiCommand::NewCase),
            (Button::secondary(t("command-sample-case")), UiCommand::SampleCase),
        ];
        for (button, command) in buttons {
            if ui.add_enabled(cx.can_write(), button).on_hover_text(command.tip()).clicked() {
                out.push(Command::Ui(command));
            }
        }
    });
}
