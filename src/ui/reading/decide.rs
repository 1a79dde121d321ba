//! Sorting: what is decided about an article, by one key or button.

use eframe::egui::{
    Align2, CursorIcon, Event, Key, Modifiers, Popup, Response, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, vec2,
};

use crate::domain::kind::Reading;
use crate::text::t;
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::letters_are_claimed;

/// The decisions with their keys.
const KEYS: [(Key, &str, Reading); 4] = [
    (Key::K, "K", Reading::Keep),
    (Key::L, "L", Reading::Later),
    (Key::N, "N", Reading::NotRelevant),
    (Key::D, "D", Reading::Done),
];

/// Whether single letters are commands now: no field has the focus, no dialog or list is open.
pub(in crate::ui) fn letters_act(ui: &Ui) -> bool {
    let ctx = ui.ctx();
    !ctx.text_edit_focused()
        && !letters_are_claimed(ctx)
        && ctx.memory(|memory| memory.top_modal_layer().is_none())
        && !Popup::is_any_open(ctx)
}

/// What was decided by keys in this frame, in the order of the keys: fast hands press several in a slow one.
pub(in crate::ui) fn decided_by_keys(ui: &Ui) -> Vec<Reading> {
    let mut decided = Vec::new();
    if letters_act(ui) {
        ui.input_mut(|input| {
            input.events.retain(|event| {
                let reading = decision_of(event);
                decided.extend(reading);
                reading.is_none()
            });
        });
    }
    decided
}

fn decision_of(event: &Event) -> Option<Reading> {
    let Event::Key { key, pressed: true, repeat: false, modifiers: Modifiers::NONE, .. } = event else {
        return None;
    };
    KEYS.into_iter().find(|(of, ..)| of == key).map(|(.., reading)| reading)
}

/// Draws a button a decision, the one in force marked; gives what was pressed.
pub(in crate::ui) fn decision_buttons(ui: &mut Ui, current: Option<Reading>) -> Option<Reading> {
    let mut pressed = None;
    for (_, key, reading) in KEYS {
        if decision_button(ui, words(reading), key, current == Some(reading)).clicked() {
            pressed = Some(reading);
        }
    }
    pressed
}

fn words(reading: Reading) -> &'static str {
    match reading {
        Reading::Unread => t("decide-unread"),
        Reading::Keep => t("decide-keep"),
        Reading::Later => t("decide-later"),
        Reading::NotRelevant => t("decide-not-relevant"),
        Reading::Done => t("decide-done"),
    }
}

fn decision_button(ui: &mut Ui, words: &str, key: &str, current: bool) -> Response {
    let p = palette(ui);
    let ink = if current { p.accent } else { p.ink };
    let name = ui.painter().layout_no_wrap(words.to_owned(), Type::Table.font(), ink);
    let letter = ui.painter().layout_no_wrap(key.to_owned(), Type::LabelMedium.font(), p.muted);
    let width = (name.size().x + letter.size().x + 6.0 + 20.0).ceil();
    let (rect, response) = ui.allocate_exact_size(vec2(width, size::CHIP + 2.0), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::selected(Role::Button, enabled, current, words));
    let (fill, edge) = match (current, response.hovered()) {
        (true, _) => (p.selection, p.accent),
        (false, true) => (p.hover, p.outline),
        (false, false) => (p.card, p.rule),
    };
    let painter = ui.painter();
    painter.rect(rect, size::RADIUS_CONTROL, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
    let left = rect.left_center() + vec2(10.0, 0.0);
    let name_at = Align2::LEFT_CENTER.anchor_size(left, name.size());
    let letter_at = Align2::RIGHT_CENTER.anchor_size(rect.right_center() - vec2(10.0, 0.0), letter.size());
    painter.galley(name_at.min.round(), name, ink);
    painter.galley(letter_at.min.round(), letter, p.muted);
    if response.has_focus() {
        let ring = Stroke::new(size::FOCUS, p.accent);
        painter.rect_stroke(rect.expand(3.0), size::RADIUS_CONTROL + 3, ring, StrokeKind::Inside);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}
