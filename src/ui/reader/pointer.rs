//! Selecting with the pointer.

use eframe::egui::{Id, Modifiers, Pos2, Rect, Response, Ui};

use super::chunks::ReaderText;
use super::layout::Placed;
use super::state::ReaderState;
use super::words::{paragraph_at, sentence_at, word_at};

/// How fast the text moves while the pointer is held beyond an edge: lines a second for each line beyond.
const PULL: f32 = 6.0;

/// Follows the pointer: press, drag, double and triple click; gives by how much to scroll.
pub(super) fn select(
    ui: &Ui,
    response: &Response,
    text: &ReaderText,
    placed: &[Placed],
    view: Rect,
    state: &mut ReaderState,
) -> f32 {
    let (pressed, down, modifiers) =
        ui.input(|input| (input.pointer.primary_pressed(), input.pointer.primary_down(), input.modifiers));
    let Some(at) = ui.input(|input| input.pointer.interact_pos()) else {
        state.dragging = false;
        return 0.0;
    };
    let point = point_at(placed, at);
    if response.double_clicked() {
        state.selection.cover(word_at(text, point));
    } else if response.triple_clicked() {
        cover_sentence_or_paragraph(text, state, point);
    } else if pressed && response.is_pointer_button_down_on() {
        // The pointer may have moved on within this frame: what counts is where it went down.
        let origin = ui.input(|input| input.pointer.press_origin()).unwrap_or(at);
        press(ui, response.id, state, point_at(placed, origin), modifiers);
        if origin != at {
            state.selection.extend(point);
        }
    } else if state.dragging && state.selection.caret() != Some(point) {
        state.selection.extend(point);
    }
    state.dragging &= down;
    if state.dragging { pull(ui, at, view, state.layout.line()) } else { 0.0 }
}

/// The code point closest to `at` on the screen.
pub(super) fn point_at(placed: &[Placed], at: Pos2) -> usize {
    let chunk = placed.iter().find(|chunk| at.y < chunk.rect.bottom()).or(placed.last());
    chunk.map_or(0, |chunk| chunk.point_at(at))
}

fn press(ui: &Ui, id: Id, state: &mut ReaderState, point: usize, modifiers: Modifiers) {
    ui.memory_mut(|memory| memory.request_focus(id));
    state.dragging = true;
    state.column = None;
    if modifiers.shift {
        state.selection.extend(point);
    } else if modifiers.command {
        state.selection.add(point);
    } else {
        state.selection.place(point);
    }
}

/// A triple click selects the sentence, and where that is all there is, or once more, the paragraph.
fn cover_sentence_or_paragraph(text: &ReaderText, state: &mut ReaderState, point: usize) {
    let sentence = sentence_at(text, point);
    if state.sentence == Some(sentence) {
        state.selection.cover(paragraph_at(text, point));
        state.sentence = None;
    } else {
        state.selection.cover(sentence);
        state.sentence = Some(sentence);
    }
}

/// How far to scroll in this frame for a pointer held at `at`.
fn pull(ui: &Ui, at: Pos2, view: Rect, line: f32) -> f32 {
    let beyond = if at.y > view.bottom() - line * 0.5 {
        at.y - (view.bottom() - line * 0.5)
    } else {
        (at.y - (view.top() + line * 0.5)).min(0.0)
    };
    if beyond == 0.0 {
        return 0.0;
    }
    ui.ctx().request_repaint();
    let seconds = ui.input(|input| input.stable_dt).min(0.1);
    beyond.clamp(-4.0 * line, 4.0 * line) * PULL * seconds
}
