//! A wide dialog to look something up in: a title, a button that closes it, and Esc.

use eframe::egui::{Align, Context, Frame, Id, Key, Layout, Margin, Modal, Modifiers, Ui, Vec2, vec2};

use crate::text::t;
use crate::ui::theme::{DARK, LIGHT, Type};
use crate::ui::widgets::{Icon, icon_button};

/// Shows it, as large as `wanted` or as the window has room for; gives whether it stays open.
pub(super) fn panel(
    ctx: &Context,
    id: &'static str,
    title: &str,
    wanted: Vec2,
    body: impl FnOnce(&mut Ui),
) -> bool {
    let style = ctx.global_style();
    let backdrop = if style.visuals.dark_mode { DARK.backdrop } else { LIGHT.backdrop };
    let room = wanted.min(ctx.content_rect().size() - vec2(96.0, 80.0));
    let frame = Frame::window(&style).inner_margin(Margin::same(24));
    let modal = Modal::new(Id::unique(id)).frame(frame).backdrop_color(backdrop).show(ctx, |ui| {
        ui.set_min_size(room);
        ui.set_max_size(room);
        let closed = ui
            .horizontal(|ui| {
                ui.label(Type::DialogTitle.text(title));
                let close = |ui: &mut Ui| icon_button(ui, Icon::Close, t("dialog-close")).clicked();
                ui.with_layout(Layout::right_to_left(Align::Center), close).inner
            })
            .inner;
        body(ui);
        closed
    });
    let escaped = modal.is_top_modal
        && !modal.any_popup_open
        && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    !(modal.inner || escaped || modal.backdrop_response.clicked())
}
