//! The small bar near a selection that offers to make a record of it.

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Align, Button, Frame, Key, Layout as UiLayout, Margin, Rect, Sense, Stroke, TextFormat, Ui, UiBuilder,
    pos2, vec2,
};

use super::chunks::ReaderText;
use super::state::ReaderState;
use super::words::whole_words;
use super::{MakeKind, ReaderAction};
use crate::domain::span::Span;
use crate::text::t;
use crate::ui::theme::{Type, palette, size};

/// What can be made of a selection, and the key for it.
pub(super) const MAKE: [(MakeKind, Key); 4] = [
    (MakeKind::Statement, Key::S),
    (MakeKind::Party, Key::P),
    (MakeKind::Event, Key::E),
    (MakeKind::FollowUp, Key::F),
];

/// The selected words, whole, without white space at their ends, none empty.
pub(super) fn selected(text: &ReaderText, state: &ReaderState) -> Vec<Span> {
    whole_words(text, &state.selection())
}

/// Draws the bar under `caret`, or above it where there is no room, within `view`.
pub(super) fn bar(
    ui: &mut Ui,
    text: &ReaderText,
    state: &mut ReaderState,
    caret: Rect,
    view: Rect,
    actions: &mut Vec<ReaderAction>,
) {
    let spans = selected(text, state);
    if spans.is_empty() {
        return;
    }
    let view = view.shrink(size::FOCUS);
    let height = size::CHIP + size::GAP;
    let below = caret.bottom() + size::GAP * 0.5;
    let top = if below + height <= view.bottom() { below } else { caret.top() - height - size::GAP * 0.5 };
    let top = top.clamp(view.top(), (view.bottom() - height).max(view.top()));
    let left = (caret.left() - state.bar_width * 0.5).min(view.right() - state.bar_width).max(view.left());
    let place = Rect::from_min_size(pos2(left, top), vec2(view.width(), height));
    // What is pressed on the bar is not pressed on the text under it.
    let cover = Rect::from_min_size(place.min, vec2(state.bar_width, height));
    ui.interact(cover, ui.unique_id().with("reader-bar"), Sense::CLICK | Sense::DRAG);
    let colours = palette(ui);
    let builder = UiBuilder::new().max_rect(place).layout(UiLayout::left_to_right(Align::Center));
    let mut bar = ui.new_child(builder);
    let frame = Frame::NONE
        .fill(colours.card)
        .stroke(Stroke::new(1.0, colours.outline))
        .corner_radius(size::RADIUS_CONTROL)
        .inner_margin(Margin::symmetric(4, 3));
    let response = frame.show(&mut bar, |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.spacing_mut().button_padding = vec2(6.0, 2.0);
        for (kind, key) in MAKE {
            let button =
                Button::new(words(ui, kind, key)).frame_when_inactive(false).min_size(vec2(0.0, size::CHIP));
            if ui.add(button).clicked() {
                actions.push(ReaderAction::Make(kind, spans.clone()));
            }
        }
    });
    let width = response.response.rect.width();
    if (width - state.bar_width).abs() > 0.5 {
        state.bar_width = width;
        ui.ctx().request_repaint();
    }
}

/// The name of a record, and its key stepping back.
fn words(ui: &Ui, kind: MakeKind, key: Key) -> LayoutJob {
    let name = match kind {
        MakeKind::Statement => t("reader-make-statement"),
        MakeKind::Party => t("reader-make-party"),
        MakeKind::Event => t("reader-make-event"),
        MakeKind::FollowUp => t("reader-make-follow-up"),
    };
    let colours = palette(ui);
    let mut job = LayoutJob::default();
    job.append(name, 0.0, TextFormat::simple(Type::TableMedium.font(), colours.ink));
    job.append(&format!(" {}", key.name()), 0.0, TextFormat::simple(Type::Label.font(), colours.muted));
    job
}
