//! Moving with pointer and wheel: drag and wheel pan, Ctrl and wheel or a pinch zooms where the pointer is, a
//! double click on an empty place goes nearer.

use eframe::egui::{CursorIcon, Role, Sense, Ui, WidgetInfo};

use super::{Scene, TimelineState};
use crate::text::t;

/// How much nearer a double click goes.
const NEARER: f64 = 3.0;

/// Takes the pointer's moves over the lanes and the axis.
pub(super) fn act(ui: &Ui, scene: &Scene<'_>, state: &mut TimelineState) {
    let plot = scene.canvas.plot;
    let area = plot.union(scene.canvas.axis);
    let response = ui.interact(area, ui.scope_id().with("plot"), Sense::CLICK | Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, t("timeline-name")));
    let window = state.target().unwrap_or(scene.frame.plot.window);
    let fraction = |x: f32| f64::from((x - plot.left()) / plot.width());

    if response.dragged() {
        let delta = response.drag_delta();
        state.jump(window.pan(-f64::from(delta.x / plot.width())));
        state.scroll -= delta.y;
        ui.set_cursor_icon(CursorIcon::Grabbing);
    }
    if let (true, Some(at)) = (response.double_clicked(), response.interact_pointer_pos()) {
        state.go_to(window.zoom(NEARER, fraction(at.x)));
    }
    let Some(pointer) =
        ui.input(|input| input.pointer.hover_pos()).filter(|_| ui.rect_contains_pointer(area))
    else {
        return;
    };
    let (zoom, wheel) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta()));
    if zoom != 1.0 {
        state.jump(window.zoom(f64::from(zoom), fraction(pointer.x)));
    } else if wheel.x != 0.0 || wheel.y != 0.0 {
        // Where not all lanes show, the wheel moves them, and sideways or with Shift it moves time.
        let lanes_move = scene.canvas.hidden_height() > 0.0 && wheel.y != 0.0;
        let across = if lanes_move { wheel.x } else { wheel.x + wheel.y };
        state.jump(window.pan(-f64::from(across / plot.width())));
        if lanes_move {
            state.scroll -= wheel.y;
        }
    }
}
