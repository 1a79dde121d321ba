//! Places with more items than rows: a count that opens a list.

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    Align2, CursorIcon, Painter, Popup, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use super::{Scene, TimelineAction, TimelineData, TimelineState, card, label_type, paint};
use crate::text::{number, t_with};
use crate::timeline::{Cluster, Item, shorten};
use crate::ui::theme::{Type, palette, size};

/// How wide the list of a cluster is.
pub(super) const LIST: f32 = 380.0;
/// How high it grows.
const LIST_HEIGHT: f32 = 360.0;
const HEIGHT: f32 = 20.0;
/// The width of dates in the list.
const DATES: f32 = 104.0;
/// How many words a line of the list has at most.
const WORDS: usize = 14;

/// Draws the clusters; a click lists what is in one, a second goes nearer.
pub(super) fn draw(ui: &Ui, scene: &Scene<'_>, state: &mut TimelineState, actions: &mut Vec<TimelineAction>) {
    for cluster in &scene.frame.clusters {
        let response = draw_cluster(ui, scene, state, cluster);
        if response.double_clicked() {
            Popup::close_id(ui.ctx(), Popup::default_response_id(&response));
            if let Some(window) = scene.data.layout.fit(&cluster.items) {
                state.go_to(window);
            }
        } else {
            Popup::from_toggle_button_response(&response).width(LIST).show(|ui| {
                let items: Vec<&Item> =
                    cluster.items.iter().filter_map(|at| scene.data.layout.item(*at)).collect();
                list(ui, scene.data, &items, actions);
            });
        }
    }
}

fn draw_cluster(ui: &Ui, scene: &Scene<'_>, state: &mut TimelineState, cluster: &Cluster) -> Response {
    let p = palette(ui);
    let plot = scene.canvas.plot;
    let rect =
        Rect::from_x_y_ranges(cluster.x0..=cluster.x1, cluster.y - HEIGHT / 2.0..=cluster.y + HEIGHT / 2.0)
            .translate(plot.min.to_vec2());
    let has = |item: Option<u32>| item.is_some_and(|item| cluster.items.contains(&item));
    let current = has(scene.current);
    let id = ui.scope_id().with(("cluster", cluster.items.first(), cluster.lane));
    let response = ui.interact(rect.intersect(plot), id, if current { Sense::click() } else { Sense::CLICK });
    let count = cluster.items.len();
    let name = || t_with("timeline-cluster", &[("n", count.into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name()));
    if has(state.focus.and_then(|id| scene.data.layout.index_of(id))) {
        state.focus = None;
        response.request_focus();
    }

    let painter = ui.painter_at(plot);
    pill(ui, &painter, rect, count as i64, response.hovered());
    let selected = has(scene.selected.and_then(|id| scene.data.layout.index_of(id)));
    if response.has_focus() || selected {
        paint::ring(&painter, rect.expand(3.0), Stroke::new(size::FOCUS, p.accent));
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A count in a pill.
pub(super) fn pill(ui: &Ui, painter: &Painter, rect: Rect, count: i64, lit: bool) {
    let p = palette(ui);
    let fill = if lit { p.hover } else { p.selection };
    painter.rect(rect, rect.height() / 2.0, fill, Stroke::new(1.0, p.accent), StrokeKind::Inside);
    let words = if count < 10_000 {
        number(count)
    } else {
        t_with("timeline-thousands", &[("n", (count / 1000).into())])
    };
    painter.text(rect.center(), Align2::CENTER_CENTER, words, Type::LabelMedium.font(), p.accent);
}

/// Items, one line each; a click selects.
pub(super) fn list(ui: &mut Ui, data: &TimelineData, items: &[&Item], actions: &mut Vec<TimelineAction>) {
    ui.spacing_mut().item_spacing = vec2(0.0, 2.0);
    ScrollArea::vertical().max_height(LIST_HEIGHT).show_rows(ui, size::ROW, items.len(), |ui, rows| {
        for item in rows.filter_map(|row| items.get(row)) {
            let response = line(ui, data, item);
            if response.clicked() {
                actions.push(TimelineAction::Select(item.kind, item.id));
            }
            response.on_hover_ui(|ui| card::show(ui, data, item));
        }
    });
}

/// Date and words of an item, as a row of a list.
fn line(ui: &mut Ui, data: &TimelineData, item: &Item) -> Response {
    let p = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(LIST, size::ROW), Sense::click());
    let date = &data.detail(item).date;
    let said =
        || t_with("timeline-line", &[("date", date.as_str().into()), ("words", item.label.as_str().into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, said()));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, size::RADIUS_CONTROL, p.hover);
    }
    let text = |words: String, font, colour, left: f32, right: f32| {
        let mut job = LayoutJob::simple_singleline(words, font, colour);
        job.wrap = TextWrapping::truncate_at_width(right - left);
        let galley = ui.painter().layout_job(job);
        let at = Align2::LEFT_CENTER.anchor_size(pos2(left, rect.center().y), galley.size());
        ui.painter().galley(at.min.round(), galley, colour);
    };
    let (left, middle, right) = (rect.left() + 8.0, rect.left() + 8.0 + DATES, rect.right() - 8.0);
    text(date.clone(), Type::Label.font(), p.muted, left, middle - 8.0);
    text(shorten(&item.label, item.quoted, WORDS), label_type(item).font(), p.ink, middle, right);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
