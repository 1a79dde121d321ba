//! The strip below the lanes: all the time there is, how much is in it, and the window in it that is shown.

use eframe::egui::{Align2, CursorIcon, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2};

use super::axis::AxisNames;
use super::state::Grip;
use super::{Scene, TimelineState};
use crate::text::{t, t_with};
use crate::timeline::{Window, years_of};
use crate::ui::theme::{Palette, Type, palette};

/// The width of a bar of the histogram with the space after it.
const BAR: f32 = 5.0;
/// How near to an edge of the window a pointer takes hold of it.
const HOLD: f32 = 6.0;

/// Draws the strip; its window can be dragged, whole or by an edge.
pub(super) fn draw(ui: &Ui, scene: &Scene<'_>, state: &mut TimelineState) {
    let Some(over) = extent(scene) else { return };
    let p = palette(ui);
    let strip = scene.canvas.overview;
    let response = ui.interact(strip, ui.scope_id().with("overview"), Sense::CLICK | Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, t("timeline-overview")));

    ui.painter().rect_filled(strip, 4, p.panel);
    histogram(ui, scene, over, strip, p);
    let window = scene.frame.plot.window;
    let x = |day: f64| strip.left() + over.x_of(day, strip.width()) as f32;
    let shown = Rect::from_x_y_ranges(x(window.start)..=x(window.end), strip.y_range());
    // Cut, not moved: where the window goes beyond the strip, its edge does not show.
    let fill = p.accent.gamma_multiply(0.14);
    ui.painter_at(strip).rect(shown, 4, fill, Stroke::new(1.5, p.accent), StrokeKind::Inside);
    label(ui, scene, over, p);

    let pointer = response.interact_pointer_pos().or(response.hover_pos());
    let under = pointer.map(|at| grip(shown, at.x));
    if response.drag_started() || response.clicked() {
        state.grip = under.flatten();
        if state.grip.is_none()
            && let Some(at) = pointer
        {
            state.grip = Some(Grip::Whole);
            state.jump(window.centred(over.day_at(f64::from(at.x - strip.left()), strip.width())));
        }
    } else if let (true, Some(grip)) = (response.dragged(), state.grip) {
        let days = f64::from(response.drag_delta().x) / over.scale(strip.width());
        state.jump(dragged(state.window.unwrap_or(window), grip, days));
    }
    if !response.dragged() && !response.is_pointer_button_down_on() {
        state.grip = None;
    }
    match state.grip.or(under.flatten()) {
        Some(Grip::Start | Grip::End) => drop(response.on_hover_cursor(CursorIcon::ResizeHorizontal)),
        Some(Grip::Whole) => drop(response.on_hover_cursor(CursorIcon::Grab)),
        None => {}
    }
}

/// All dated items and today.
fn extent(scene: &Scene<'_>) -> Option<Window> {
    let (first, last) = scene.data.layout.extent()?;
    let today = scene.data.today as f64;
    Some(Window::fit(first.min(today), last.max(today + 1.0)))
}

fn histogram(ui: &Ui, scene: &Scene<'_>, over: Window, strip: Rect, p: &Palette) {
    let bins = (strip.width() / BAR).max(1.0) as usize;
    let counts = scene.data.layout.overview(over, bins);
    let most = counts.iter().copied().max().unwrap_or(0).max(1) as f32;
    let width = strip.width() / bins as f32;
    for (bin, count) in counts.into_iter().enumerate().filter(|(_, count)| *count > 0) {
        let height = ((strip.height() - 8.0) * (count as f32 / most).sqrt()).max(4.0);
        let left = strip.left() + bin as f32 * width;
        let bar = Rect::from_min_max(
            pos2(left + 1.0, strip.bottom() - 3.0 - height),
            pos2(left + width - 1.0, strip.bottom() - 3.0),
        );
        ui.painter().rect_filled(bar, 1, p.outline.gamma_multiply(0.75));
    }
}

/// The years of the strip, left of it.
fn label(ui: &Ui, scene: &Scene<'_>, over: Window, p: &Palette) {
    let (first, last) = scene.data.layout.extent().unwrap_or((over.start, over.end));
    let (from, until) = years_of(first, last, &AxisNames);
    let words = if from == until {
        from
    } else {
        t_with("timeline-years", &[("from", from.into()), ("until", until.into())])
    };
    let at = pos2(scene.canvas.names_left(), scene.canvas.overview.center().y);
    ui.painter().text(at, Align2::LEFT_CENTER, words, Type::Label.font(), p.muted);
}

/// What part of the window a pointer at `x` takes hold of.
fn grip(shown: Rect, x: f32) -> Option<Grip> {
    let near = |edge: f32| (x - edge).abs() <= HOLD;
    if near(shown.left()) && x < shown.center().x {
        Some(Grip::Start)
    } else if near(shown.right()) {
        Some(Grip::End)
    } else {
        shown.x_range().contains(x).then_some(Grip::Whole)
    }
}

fn dragged(window: Window, grip: Grip, days: f64) -> Window {
    match grip {
        Grip::Whole => window.pan(days / window.span()),
        Grip::Start => Window::new((window.start + days).min(window.end - Window::SHORTEST), window.end),
        Grip::End => Window::new(window.start, (window.end + days).max(window.start + Window::SHORTEST)),
    }
}
