//! A dialog: title, body, and the buttons that end it. Esc cancels, Enter confirms.

use eframe::egui::{Align, Color32, Context, Frame, Id, Key, Layout, Margin, Memory, Modal, Modifiers, Ui};

use super::button::Button;
use crate::text::t;
use crate::ui::theme::{DARK, LIGHT, Type, size};

/// How a dialog was ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// The main button, Enter or Ctrl+Enter.
    Confirmed,
    /// Cancel or Esc.
    Cancelled,
}

/// A question that waits for an answer, over the rest of the window.
#[must_use = "show it"]
pub struct Dialog<'a> {
    id: Id,
    title: &'a str,
    confirm: &'a str,
    ready: bool,
    width: f32,
}

impl<'a> Dialog<'a> {
    /// A dialog whose main button says `confirm`.
    pub fn new(id: &'static str, title: &'a str, confirm: &'a str) -> Self {
        Self { id: Id::unique(id), title, confirm, ready: true, width: size::DIALOG }
    }

    /// Whether it can be confirmed yet.
    pub const fn ready(mut self, ready: bool) -> Self {
        self.ready = ready;
        self
    }

    /// Makes the body this wide, in points.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Shows it. `body` is told whether the dialog has just opened, to put the focus into its first field.
    ///
    /// Enter confirms from a field of one line and while nothing has the focus; a focused button or list
    /// takes Enter itself. A click outside does nothing, since it would lose what was typed.
    pub fn show(self, ctx: &Context, body: impl FnOnce(&mut Ui, bool)) -> Option<Answer> {
        let opened = self.has_just_opened(ctx);
        let field = ctx.memory(Memory::focused).filter(|_| ctx.text_edit_focused());
        let enter_is_ours = field.is_some() || ctx.memory(|memory| memory.focused().is_none());
        let mut answer = None;
        let style = ctx.global_style();
        let dark = style.visuals.dark_mode;
        let frame = Frame::window(&style).inner_margin(Margin::same(24));
        let modal = Modal::new(self.id).frame(frame).backdrop_color(backdrop(dark)).show(ctx, |ui| {
            ui.set_width(self.width);
            ui.spacing_mut().item_spacing.y = 12.0;
            ui.label(Type::DialogTitle.text(self.title));
            body(ui, opened);
            ui.add_space(4.0);
            answer = self.buttons(ui);
        });
        keep_focus(ctx, field);
        if answer.is_some() || !modal.is_top_modal || modal.any_popup_open {
            return answer;
        }
        let key = |modifiers, key| ctx.input_mut(|input| input.consume_key(modifiers, key));
        if key(Modifiers::NONE, Key::Escape) {
            return Some(Answer::Cancelled);
        }
        let confirmed = self.ready
            && !opened
            && (key(Modifiers::COMMAND, Key::Enter) || (enter_is_ours && key(Modifiers::NONE, Key::Enter)));
        confirmed.then_some(Answer::Confirmed)
    }

    fn buttons(&self, ui: &mut Ui) -> Option<Answer> {
        let mut answer = None;
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let confirm = ui.add_enabled(self.ready, Button::primary(self.confirm).min_width(96.0));
            if confirm.clicked() {
                answer = Some(Answer::Confirmed);
            }
            if ui.add(Button::secondary(t("dialog-cancel"))).clicked() {
                answer = Some(Answer::Cancelled);
            }
        });
        answer
    }

    /// Whether it was not shown in the frame before this one.
    fn has_just_opened(&self, ctx: &Context) -> bool {
        let now = ctx.cumulative_frame_nr();
        let last = ctx.data_mut(|data| {
            let last = data.get_temp::<u64>(self.id);
            data.insert_temp(self.id, now);
            last
        });
        last.is_none_or(|last| now > last + 1)
    }
}

/// A field of one line lets its focus go at Enter; a dialog that stays open must not lose what is typed next.
fn keep_focus(ctx: &Context, field: Option<Id>) {
    let nothing_has_it = ctx.memory(|memory| memory.focused().is_none());
    if let Some(field) = field.filter(|_| nothing_has_it && ctx.input(|input| input.key_pressed(Key::Enter)))
    {
        ctx.memory_mut(|memory| memory.request_focus(field));
    }
}

fn backdrop(dark: bool) -> Color32 {
    if dark { DARK.backdrop } else { LIGHT.backdrop }
}
