//! What has no date: beside the axis, in its lane, never on it.

use eframe::egui::{Align2, CornerRadius, Popup, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{Scene, TimelineAction, clusters, marks, paint};
use crate::text::{number, t, t_with};
use crate::timeline::Item;
use crate::ui::theme::{Type, palette, size};

/// Between the middles of two marks.
const STEP: f32 = 18.0;

/// Draws the undated items of each lane that shows.
pub(super) fn draw(ui: &Ui, scene: &Scene<'_>, actions: &mut Vec<TimelineAction>) {
    let undated = scene.data.layout.undated();
    if undated.is_empty() {
        return;
    }
    let p = palette(ui);
    let shelf = scene.canvas.shelf;
    let corner = CornerRadius { ne: size::RADIUS_CARD, ..CornerRadius::ZERO };
    let body =
        Rect::from_min_max(pos2(shelf.left(), shelf.top() + 1.0), pos2(shelf.right() - 1.0, shelf.bottom()));
    ui.painter().rect_filled(body, corner, p.panel);
    ui.painter().vline(shelf.left(), shelf.top()..=shelf.bottom(), Stroke::new(1.0, p.rule));
    let middle = shelf.center().x;
    let top = shelf.top();
    ui.painter().text(
        pos2(middle, top + 14.0),
        Align2::CENTER_CENTER,
        t("timeline-undated"),
        Type::LabelMedium.font(),
        p.muted,
    );
    ui.painter().text(
        pos2(middle, top + 33.0),
        Align2::CENTER_CENTER,
        number(undated.len() as i64),
        Type::LabelMedium.font(),
        p.ink,
    );
    for lane in 0..scene.data.layout.lanes().len() {
        draw_lane(ui, scene, lane, actions);
    }
}

fn draw_lane(ui: &Ui, scene: &Scene<'_>, lane: usize, actions: &mut Vec<TimelineAction>) {
    let (shelf, plot) = (scene.canvas.shelf, scene.canvas.plot);
    let top = plot.top() + scene.frame.plot.lane_top(lane);
    let area = Rect::from_x_y_ranges(shelf.x_range(), top..=top + scene.canvas.lane_height);
    if !area.intersects(Rect::from_x_y_ranges(shelf.x_range(), plot.y_range())) {
        return;
    }
    let items: Vec<&Item> = scene.data.layout.undated().iter().filter(|item| item.lane == lane).collect();
    let across = ((shelf.width() - 12.0) / STEP) as usize;
    let down = (scene.canvas.lane_height / STEP) as usize;
    if items.len() > across * down {
        return draw_count(ui, scene, lane, area, &items, actions);
    }
    let rows = items.len().div_ceil(across.max(1));
    for (at, item) in items.iter().enumerate() {
        let (row, column) = (at / across.max(1), at % across.max(1));
        let in_row = (items.len() - row * across).min(across);
        let offset =
            vec2(column as f32 - (in_row as f32 - 1.0) / 2.0, row as f32 - (rows as f32 - 1.0) / 2.0) * STEP;
        let middle = area.center() + offset;
        let place = Rect::from_center_size(middle, vec2(STEP, STEP))
            .intersect(Rect::from_x_y_ranges(shelf.x_range(), plot.y_range()));
        let response = marks::interact(ui, scene, item, place, scene.selected == Some(item.id));
        paint::undated(
            &ui.painter_at(Rect::from_x_y_ranges(shelf.x_range(), plot.y_range())),
            palette(ui),
            item,
            middle,
        );
        marks::emphasise(ui, scene, &response, item, Rect::from_center_size(middle, vec2(12.0, 12.0)));
        marks::answer(response, scene, item, actions);
    }
}

/// A lane with more undated items than there is room for: their number, which opens a list.
fn draw_count(
    ui: &Ui,
    scene: &Scene<'_>,
    lane: usize,
    area: Rect,
    items: &[&Item],
    actions: &mut Vec<TimelineAction>,
) {
    let place = Rect::from_center_size(area.center(), vec2(44.0, 20.0));
    let response = ui.interact(place, ui.scope_id().with(("undated", lane)), Sense::click());
    let count = items.len() as i64;
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Button, true, t_with("timeline-cluster", &[("n", count.into())]))
    });
    clusters::pill(ui, &ui.painter_at(area), place, count, response.hovered());
    Popup::from_toggle_button_response(&response)
        .width(clusters::LIST)
        .show(|ui| clusters::list(ui, scene.data, items, actions));
}
