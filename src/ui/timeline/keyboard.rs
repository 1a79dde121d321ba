//! Moving with keys: arrows go from item to item and lane to lane, Enter opens, + and - zoom, Home shows all.

use eframe::egui::{EventFilter, Key, Modifiers, Ui};

use super::{Scene, TimelineAction, TimelineState};
use crate::timeline::Step;

/// How much a key zooms.
const ZOOM: f64 = 1.6;

/// Takes the keys while an item or a cluster of the timeline has the focus.
pub(super) fn act(ui: &Ui, scene: &Scene<'_>, state: &mut TimelineState, actions: &mut Vec<TimelineAction>) {
    let Some(current) = scene.current else { return };
    let Some(item) = scene.data.layout.item(current) else { return };
    if !has_focus(ui, scene) {
        return;
    }
    let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let steps = [
        (Key::ArrowLeft, Step::Back),
        (Key::ArrowRight, Step::Forth),
        (Key::ArrowUp, Step::Up),
        (Key::ArrowDown, Step::Down),
    ];
    for (key, step) in steps {
        if pressed(key)
            && let Some(next) = scene.data.layout.step(current, step)
        {
            go_to_item(scene, state, next, actions);
        }
    }
    if pressed(Key::Enter) {
        actions.push(TimelineAction::Open(item.kind, item.id));
    }
    let window = state.target().unwrap_or(scene.frame.plot.window);
    if pressed(Key::Plus) || pressed(Key::Equals) {
        state.go_to(window.zoom(ZOOM, 0.5));
    }
    if pressed(Key::Minus) {
        state.go_to(window.zoom(1.0 / ZOOM, 0.5));
    }
    if pressed(Key::Home)
        && let Some(all) = scene.data.layout.fit_all()
    {
        state.go_to(all);
    }
}

/// Whether the focus is in the timeline; holds the arrow keys there if it is.
fn has_focus(ui: &Ui, scene: &Scene<'_>) -> bool {
    let marks = scene.frame.marks.iter().filter_map(|mark| scene.data.layout.item(mark.item));
    let marks = marks.map(|item| ui.scope_id().with(("item", item.id, item.lane)));
    let clusters = scene.frame.clusters.iter();
    let clusters =
        clusters.map(|cluster| ui.scope_id().with(("cluster", cluster.items.first(), cluster.lane)));
    let Some(focused) = ui.memory(eframe::egui::Memory::focused) else { return false };
    let ours = marks.chain(clusters).any(|id| id == focused);
    if ours {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(focused, filter));
    }
    ours
}

/// Selects an item, brings it into view and gives it the focus.
fn go_to_item(scene: &Scene<'_>, state: &mut TimelineState, next: u32, actions: &mut Vec<TimelineAction>) {
    let layout = &scene.data.layout;
    let (Some(item), Some(day)) = (layout.item(next), layout.day_of(next)) else { return };
    let window = scene.frame.plot.window;
    let margin = window.span() * 0.05;
    if day < window.start + margin || day > window.end - margin {
        state.go_to(window.centred(day));
    }
    let top = item.lane as f32 * scene.canvas.lane_height;
    let lowest = top + scene.canvas.lane_height - scene.canvas.plot.height();
    state.scroll = state.scroll.min(top).max(lowest);
    state.focus = Some(item.id);
    actions.push(TimelineAction::Select(item.kind, item.id));
}
