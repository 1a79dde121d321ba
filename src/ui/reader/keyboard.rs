//! What keys do in a reader.

use eframe::egui::{Event, EventFilter, Id, Key, Memory, Modifiers, Ui};

use super::bar::{MAKE, selected};
use super::chunks::ReaderText;
use super::state::{Jump, ReaderState};
use super::words::{next_character, next_word, previous_character, previous_word};
use super::{ReaderAction, copied};

/// A way the caret goes.
#[derive(Clone, Copy)]
enum Step {
    Left,
    Right,
    WordLeft,
    WordRight,
    Up,
    Down,
    RowStart,
    RowEnd,
    Start,
    End,
}

/// Keys that move the end of the selection, while Shift is held.
const EXTEND: [(Modifiers, Key, Step); 10] = [
    (Modifiers::COMMAND, Key::ArrowLeft, Step::WordLeft),
    (Modifiers::COMMAND, Key::ArrowRight, Step::WordRight),
    (Modifiers::COMMAND, Key::Home, Step::Start),
    (Modifiers::COMMAND, Key::End, Step::End),
    (Modifiers::NONE, Key::ArrowLeft, Step::Left),
    (Modifiers::NONE, Key::ArrowRight, Step::Right),
    (Modifiers::NONE, Key::ArrowUp, Step::Up),
    (Modifiers::NONE, Key::ArrowDown, Step::Down),
    (Modifiers::NONE, Key::Home, Step::RowStart),
    (Modifiers::NONE, Key::End, Step::RowEnd),
];

/// Keys that move the caret and select nothing.
const MOVE: [(Modifiers, Key, Step); 4] = [
    (Modifiers::COMMAND, Key::ArrowLeft, Step::WordLeft),
    (Modifiers::COMMAND, Key::ArrowRight, Step::WordRight),
    (Modifiers::NONE, Key::ArrowLeft, Step::Left),
    (Modifiers::NONE, Key::ArrowRight, Step::Right),
];

/// Acts on the keys of this frame; `height` is that of the window on the text.
pub(super) fn keys(
    ui: &Ui,
    id: Id,
    text: &ReaderText,
    state: &mut ReaderState,
    height: f32,
    actions: &mut Vec<ReaderAction>,
) {
    let focused = ui.memory(Memory::focused);
    let mine = focused == Some(id) || (focused.is_some() && state.mark_has_focus);
    if (mine || focused.is_none()) && !state.selection.is_empty() {
        make_or_copy(ui, text, state, actions);
    }
    if focused != Some(id) {
        return;
    }
    let escape = !state.selection.is_empty();
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, tab: false, escape };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    if pressed(ui, Modifiers::COMMAND, Key::A) {
        state.selection.place(0);
        state.selection.extend(text.len());
    }
    if pressed(ui, Modifiers::NONE, Key::Escape) {
        state.selection.clear();
    }
    for (modifiers, key, step) in EXTEND {
        while pressed(ui, modifiers | Modifiers::SHIFT, key) {
            let from = start_of_step(state);
            let to = target(ui, text, state, from, step);
            state.selection.extend(to);
            state.jump = Some(Jump::Reveal(to));
        }
    }
    for (modifiers, key, step) in MOVE {
        while pressed(ui, modifiers, key) {
            let from = start_of_step(state);
            let to = target(ui, text, state, from, step);
            state.selection.place(to);
            state.jump = Some(Jump::Reveal(to));
        }
    }
    scroll(ui, text, state, height);
}

/// The letters that make a record of what is selected, and Ctrl+C.
fn make_or_copy(ui: &Ui, text: &ReaderText, state: &ReaderState, actions: &mut Vec<ReaderAction>) {
    for (kind, key) in MAKE {
        if pressed(ui, Modifiers::NONE, key) {
            let spans = selected(text, state);
            if !spans.is_empty() {
                actions.push(ReaderAction::Make(kind, spans));
            }
        }
    }
    let copy = ui.input_mut(|input| {
        let before = input.events.len();
        input.events.retain(|event| !matches!(event, Event::Copy));
        input.events.len() < before
    });
    if copy {
        actions.push(ReaderAction::Copy(copied(text, &state.selection())));
    }
}

/// Keys that scroll.
fn scroll(ui: &Ui, text: &ReaderText, state: &mut ReaderState, height: f32) {
    let line = state.layout.line();
    let page = (height - 2.0 * line).max(line);
    for (key, by) in [
        (Key::ArrowUp, -2.0 * line),
        (Key::ArrowDown, 2.0 * line),
        (Key::PageUp, -page),
        (Key::PageDown, page),
    ] {
        while pressed(ui, Modifiers::NONE, key) {
            state.scroll(state.offset + by, height);
        }
    }
    if pressed(ui, Modifiers::NONE, Key::Home) {
        state.jump = Some(Jump::Top(0));
    }
    if pressed(ui, Modifiers::NONE, Key::End) {
        state.jump = Some(Jump::Top(text.len()));
    }
}

/// Whether `key` was pressed with just these modifiers; takes one press of it.
fn pressed(ui: &Ui, modifiers: Modifiers, key: Key) -> bool {
    ui.input_mut(|input| {
        let at = input.events.iter().position(|event| {
            matches!(event, Event::Key { key: k, pressed: true, modifiers: m, .. }
                if *k == key && m.matches_exact(modifiers))
        });
        if let Some(at) = at {
            input.events.remove(at);
        }
        at.is_some()
    })
}

/// Where the caret is, or comes to be: at the first words that show.
fn start_of_step(state: &mut ReaderState) -> usize {
    if let Some(caret) = state.selection.caret() {
        return caret;
    }
    state.selection.place(state.top);
    state.top
}

fn target(ui: &Ui, text: &ReaderText, state: &mut ReaderState, from: usize, step: Step) -> usize {
    let column = state.column.take();
    match step {
        Step::Left => previous_character(text, from),
        Step::Right => next_character(text, from),
        Step::WordLeft => previous_word(text, from),
        Step::WordRight => next_word(text, from),
        Step::Up | Step::Down => {
            let x = column.unwrap_or_else(|| state.layout.x_of(ui, text, from));
            state.column = Some(x);
            state.layout.row_step(ui, text, from, x, if matches!(step, Step::Up) { -1 } else { 1 })
        }
        Step::RowStart => state.layout.row_of(ui, text, from).start,
        Step::RowEnd => state.layout.row_of(ui, text, from).end,
        Step::Start => 0,
        Step::End => text.len(),
    }
}
