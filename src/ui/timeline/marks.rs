//! The items in their lanes: drawn, named, and acting on click and hover.

use eframe::egui::{CursorIcon, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{Scene, TimelineAction, TimelineState, card, label_type, paint};
use crate::text::t_with;
use crate::timeline::{Item, Mark, ROW_HEIGHT};
use crate::ui::theme::{palette, size};

/// Draws the marks; a click selects, a second one opens.
pub(super) fn draw(ui: &Ui, scene: &Scene<'_>, state: &mut TimelineState, actions: &mut Vec<TimelineAction>) {
    for mark in &scene.frame.marks {
        if let Some(item) = scene.data.layout.item(mark.item) {
            draw_mark(ui, scene, state, mark, item, actions);
        }
    }
}

fn draw_mark(
    ui: &Ui,
    scene: &Scene<'_>,
    state: &mut TimelineState,
    mark: &Mark,
    item: &Item,
    actions: &mut Vec<TimelineAction>,
) {
    let plot = scene.canvas.plot;
    let origin = plot.min.to_vec2();
    let shape =
        Rect::from_x_y_ranges(mark.x0..=mark.x1, mark.y - ROW_HEIGHT / 2.0..=mark.y + ROW_HEIGHT / 2.0);
    let shape = shape.translate(origin).intersect(plot);
    let painter = ui.painter_at(plot);
    let words = mark.label.as_ref().map(|label| {
        let font = label_type(item).font();
        let galley = painter.layout_no_wrap(label.text.clone(), font, palette(ui).ink);
        let at = pos2(label.x, mark.y - galley.size().y / 2.0) + origin;
        (Rect::from_min_size(at, galley.size()), galley, label.inside)
    });

    let area = words.as_ref().map_or(shape, |(rect, ..)| shape.union(*rect)).intersect(plot);
    let response = interact(ui, scene, item, area, mark.item == scene.current.unwrap_or(u32::MAX));
    if state.focus == Some(item.id) {
        state.focus = None;
        response.request_focus();
    }

    let p = palette(ui);
    let (x0, x1) = (mark.x0 + origin.x, mark.x1 + origin.x);
    let worded = words.as_ref().is_some_and(|(.., inside)| *inside);
    if let Some((rect, ..)) = words.as_ref().filter(|_| !worded) {
        // The lines of the axis stop short of words.
        painter.rect_filled(rect.expand2(vec2(3.0, -2.0)), 2, p.card);
    }
    paint::mark(&painter, p, item, mark.shape, (x0, x1), mark.y + origin.y, worded);
    if let Some((rect, galley, _)) = words {
        painter.galley(rect.min.round(), galley, p.ink);
    }
    emphasise(ui, scene, &response, item, Rect::from_center_size(shape.center(), vec2(shape.width(), 14.0)));
    answer(response, scene, item, actions);
}

/// Makes an item a widget with a name; only the current one is a stop of the Tab key.
pub(super) fn interact(ui: &Ui, scene: &Scene<'_>, item: &Item, area: Rect, current: bool) -> Response {
    let sense = if current { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(area, ui.scope_id().with(("item", item.id, item.lane)), sense);
    response.widget_info(|| {
        WidgetInfo::selected(Role::Button, true, scene.selected == Some(item.id), name(scene, item))
    });
    response
}

/// Rings a mark that is selected, has the focus or is under the pointer.
pub(super) fn emphasise(ui: &Ui, scene: &Scene<'_>, response: &Response, item: &Item, rect: Rect) {
    let p = palette(ui);
    let stroke = if response.has_focus() || scene.selected == Some(item.id) {
        Stroke::new(size::FOCUS, p.accent)
    } else if response.hovered() {
        Stroke::new(1.5, p.outline)
    } else {
        return;
    };
    paint::ring(&ui.painter_at(scene.canvas.card), rect.expand(4.0), stroke);
}

/// What a click and a hover on an item do.
pub(super) fn answer(response: Response, scene: &Scene<'_>, item: &Item, actions: &mut Vec<TimelineAction>) {
    if response.double_clicked() {
        actions.push(TimelineAction::Open(item.kind, item.id));
    } else if response.clicked() {
        response.request_focus();
        actions.push(TimelineAction::Select(item.kind, item.id));
    }
    response
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_ui_at_pointer(|ui| card::show(ui, scene.data, item));
}

/// "Harbor Line: There can be no question …, 27 Mar 2024".
pub(super) fn name(scene: &Scene<'_>, item: &Item) -> String {
    let detail = scene.data.detail(item);
    let who = if detail.who.is_empty() { scene.data.lane_name(item) } else { &detail.who };
    let (who, words, date) = (who.into(), item.label.as_str().into(), detail.date.as_str().into());
    if detail.date.is_empty() {
        t_with("timeline-item-undated", &[("who", who), ("words", words)])
    } else {
        t_with("timeline-item", &[("who", who), ("words", words), ("date", date)])
    }
}
