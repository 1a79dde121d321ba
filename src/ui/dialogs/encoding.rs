//! In which encoding an article is to be read: what it reads like in each.

use eframe::egui::{Key, Label, Modifiers, RadioButton, ScrollArea, Ui};

use crate::command::{Command, Question};
use crate::domain::id::Id;
use crate::text::{Arg, t, t_with};
use crate::ui::Cx;
use crate::ui::theme::{Type, size};
use crate::ui::widgets::{Answer, Dialog};
use crate::view::EncodingsView;

/// Which encoding is chosen.
#[derive(Debug)]
pub struct Encoding {
    article: Id,
    asked: bool,
    chosen: usize,
}

impl Encoding {
    pub(super) fn new(article: Id) -> Self {
        Self { article, asked: false, chosen: 0 }
    }
}

/// Draws it.
pub(super) fn encoding_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut Encoding, out: &mut Vec<Command>) -> bool {
    if !state.asked {
        state.asked = true;
        out.push(Command::Ask(Question::Encodings(state.article)));
    }
    let view = cx.data.encodings.clone().filter(|view| view.article == state.article);
    let ready = state.chosen > 0 && cx.can_write();
    let dialog =
        Dialog::new("encoding", t("encoding-title"), t("encoding-confirm")).ready(ready).width(620.0);
    let answer = dialog.show(ui.ctx(), |ui, _| match &view {
        None => drop(ui.label(Type::Control.muted(ui, t("encoding-reading")))),
        Some(view) if view.previews.len() < 2 => drop(ui.label(Type::Control.text(t("encoding-only-one")))),
        Some(view) => list_ui(ui, view, &mut state.chosen),
    });
    if let (Some(Answer::Confirmed), Some(view)) = (answer, view)
        && let Some(preview) = view.previews.get(state.chosen)
    {
        out.push(Command::ReadIn(state.article, preview.encoding.clone()));
    }
    answer.is_none()
}

fn list_ui(ui: &mut Ui, view: &EncodingsView, chosen: &mut usize) {
    let key = |ui: &Ui, key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if key(ui, Key::ArrowDown) {
        *chosen = (*chosen + 1).min(view.previews.len().saturating_sub(1));
    }
    if key(ui, Key::ArrowUp) {
        *chosen = chosen.saturating_sub(1);
    }
    ui.label(Type::Table.muted(ui, t("encoding-words")));
    ScrollArea::vertical().max_height(340.0).auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.spacing_mut().interact_size.y = size::CHIP;
        for (n, preview) in view.previews.iter().enumerate() {
            let name = if n == 0 {
                t_with("encoding-now", &[("encoding", Arg::from(preview.encoding.clone()))])
            } else {
                preview.encoding.clone()
            };
            let radio = ui.add(RadioButton::new(*chosen == n, Type::ControlMedium.text(name)));
            if radio.clicked() {
                *chosen = n;
            }
            ui.horizontal_top(|ui| {
                ui.add_space(size::MARGIN);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    for line in preview.lines.lines() {
                        ui.add(Label::new(Type::QuoteRow.text(line)).truncate());
                    }
                });
            });
        }
    });
    ui.label(Type::Table.muted(ui, t("encoding-marks")));
}
