//! The filter that Statements, Chronology and Timeline share: one field to ask in, and a chip for each thing asked.
//!
//! Three short words and Enters ask "what did Harbor Line say about the attorney general before September": typing
//! `har` offers *Speaker: Harbor Line* first, the next party typed is first offered as the one spoken of, `<sep`
//! offers *Before September 2024*. The whole question in plain words does as well: rows show for what it is read as,
//! and Enter makes chips of that.
//!
//! | file | what is in it |
//! | --- | --- |
//! | `asked` | one thing asked: put in, taken out, named |
//! | `asking` | what is asked and typed, and the rows' filter that comes of it |
//! | `question`, `question_pieces`, `names` | a question in plain words: pure |
//! | `typed_date`, `known` | dates as typed; what the rows of a case can be asked for |
//! | `offers`, `list` | the typing list |
//! | `chips` | the chips, in one line |

mod asked;
mod asking;
mod chips;
mod known;
mod list;
mod names;
mod offers;
mod question;
mod question_pieces;
mod typed_date;

use eframe::egui::{
    Align, Event, EventFilter, Frame, Id, Key, Layout, Margin, Modifiers, Rect, Response, Sense, Stroke,
    StrokeKind, TextEdit, Ui, UiBuilder, pos2, vec2,
};

pub use asked::{date_words, filter_words};
pub use asking::Asking;

use super::Cx;
use crate::text::t;
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::Icon;

/// How wide the field is where there is room.
const FIELD: f32 = 236.0;
/// How wide it is for a question, while no chip stands beside it.
const ASKING_FIELD: f32 = 380.0;
/// How wide it is at least.
const LEAST_FIELD: f32 = 150.0;
/// The part of the line that is the field's where chips are.
const PART: f32 = 0.42;
/// How high the field is.
const HEIGHT: f32 = 30.0;

/// Shows field and chips in one line. `/` moves to the field, Enter takes the marked row of its list, Down leads on to
/// the rows, Backspace in the empty field takes the last chip away. Gives whether other rows are asked for now.
pub fn filter_bar_ui(ui: &mut Ui, cx: &Cx<'_>, asking: &mut Asking) -> bool {
    let (Some(_), Some(case)) = (cx.case(), &cx.data.case) else { return false };
    let id = Id::unique("filter bar");
    let before = asking.shown().clone();
    asking.follow(case, cx.today);
    if slash_pressed(ui) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    if ui.memory(|memory| memory.has_focus(id)) {
        act_on_keys(ui, id, asking);
        asking.follow(case, cx.today);
    }
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        ui.spacing_mut().item_spacing = vec2(size::GAP, 6.0);
        let (field, rect) = field_ui(ui, id, asking);
        if field.gained_focus() {
            asking.open = true;
        }
        if field.changed() {
            asking.open = true;
            asking.marked = 0;
        }
        if chips::chips_ui(ui, case, asking) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        asking.follow(case, cx.today);
        if !field.has_focus() && !asking.list_hovered {
            asking.open = false;
        }
        list_ui(ui, &field, rect, case, asking);
    });
    asking.follow(case, cx.today);
    *asking.shown() != before
}

fn act_on_keys(ui: &Ui, id: Id, asking: &mut Asking) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let leave = || ui.memory_mut(|memory| memory.surrender_focus(id));
    let last = asking.offers().len().saturating_sub(1);
    // Down from the empty field, or from the last row of the list, is for the rows: the key is left to them.
    if asking.typed.is_empty() || asking.marked >= last {
        if ui.input(|input| input.modifiers.is_none() && input.key_pressed(Key::ArrowDown)) {
            asking.open = false;
            return leave();
        }
    } else if pressed(Key::ArrowDown) {
        asking.marked += 1;
    }
    if pressed(Key::ArrowUp) {
        asking.marked = asking.marked.saturating_sub(1);
    }
    if asking.open && pressed(Key::Escape) {
        asking.open = false;
    }
    if asking.typed.is_empty() && pressed(Key::Backspace) {
        asking.take_last_away();
    }
    if pressed(Key::Enter) {
        let offer =
            asking.offers().get(asking.marked.min(last)).filter(|_| !asking.typed.is_empty()).cloned();
        if let Some(offer) = offer {
            asking.take(offer);
        } else {
            // Enter with nothing to take goes on to the list, and opens nothing there.
            asking.open = false;
            leave();
        }
    }
}

/// The field with its sign; gives it and the box around it.
fn field_ui(ui: &mut Ui, id: Id, asking: &mut Asking) -> (Response, Rect) {
    let p = palette(ui);
    let focused = ui.memory(|memory| memory.has_focus(id));
    let room = ui.available_width();
    let width = match (asking.asked().is_empty(), focused) {
        (true, true) => room.clamp(LEAST_FIELD, ASKING_FIELD),
        (true, false) => room.clamp(LEAST_FIELD, FIELD),
        (false, _) => (room * PART).clamp(LEAST_FIELD, FIELD),
    };
    let (rect, _) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover());
    let edge = if focused { Stroke::new(size::FOCUS, p.accent) } else { Stroke::new(1.0, p.outline) };
    ui.painter().rect(rect, size::RADIUS_CONTROL, p.card, edge, StrokeKind::Inside);
    let sign = Rect::from_center_size(
        pos2(rect.left() + 10.0 + size::ICON / 2.0, rect.center().y),
        vec2(size::ICON, size::ICON),
    );
    Icon::Search.paint(ui.painter(), sign, p.muted);
    let words = Rect::from_min_max(pos2(sign.right() + 6.0, rect.top()), rect.max - vec2(6.0, 0.0));
    let builder = UiBuilder::new().max_rect(words).layout(Layout::left_to_right(Align::Center));
    let mut inner = ui.new_child(builder);
    inner.spacing_mut().interact_size.y = 0.0;
    let keys =
        EventFilter { horizontal_arrows: true, vertical_arrows: true, escape: asking.open, tab: false };
    let edit = TextEdit::singleline(&mut asking.typed)
        .id(id)
        .frame(Frame::new().inner_margin(Margin::symmetric(0, 3)))
        .font(Type::Table.font())
        .hint_text(Type::Table.muted(&inner, t("filter-hint")))
        .event_filter(keys)
        .desired_width(words.width());
    (inner.add(edit).accessible_name(t("filter-name")).on_hover_text(t("filter-tip")), rect)
}

fn list_ui(ui: &Ui, field: &Response, below: Rect, case: &crate::view::CaseView, asking: &mut Asking) {
    let offers = asking.offers();
    if offers.is_empty() {
        asking.list_hovered = false;
        return;
    }
    let marked = (!asking.typed.is_empty()).then(|| asking.marked.min(offers.len() - 1));
    let shown = list::list_ui(ui, field, below, case, offers, marked);
    let taken = shown.taken.and_then(|place| offers.get(place).cloned());
    asking.list_hovered = shown.hovered;
    if let Some(offer) = taken {
        asking.take(offer);
        field.request_focus();
    }
}

/// Whether `/` was pressed while no field has the focus; it is typed nowhere then.
fn slash_pressed(ui: &Ui) -> bool {
    let is_slash = |event: &Event| matches!(event, Event::Text(text) if text == "/");
    if ui.text_edit_focused() || !ui.memory(|memory| memory.allows_interaction(ui.layer_id())) {
        return false;
    }
    ui.input_mut(|input| {
        let pressed = input.events.iter().any(is_slash);
        input.events.retain(|event| !is_slash(event));
        pressed
    })
}
