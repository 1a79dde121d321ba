//! The controls of the view, for the line of chips above the timeline.

use eframe::egui::{Popup, Ui};

use super::{Replies, TimelineData, TimelineState};
use crate::domain::id::Id;
use crate::text::t;
use crate::timeline::Window;
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::view_chip;

/// Adds the choice of replies, and buttons that show everything, or a year, a month, a day around the selected
/// item (else around the middle of what is shown).
pub fn timeline_tools(ui: &mut Ui, data: &TimelineData, selected: Option<Id>, state: &mut TimelineState) {
    ui.spacing_mut().item_spacing.x = size::GAP / 2.0;
    let mut tools = [Tool::Replies, Tool::Fit, Tool::Year, Tool::Month, Tool::Day];
    if ui.layout().prefer_right_to_left() {
        tools.reverse();
    }
    for tool in tools {
        let (letter, tip, days) = match tool {
            Tool::Replies => {
                replies(ui, state);
                continue;
            }
            Tool::Fit => (t("timeline-fit"), t("timeline-fit-tip"), None),
            Tool::Year => (t("timeline-year"), t("timeline-year-tip"), Some(365.25)),
            Tool::Month => (t("timeline-month"), t("timeline-month-tip"), Some(31.0)),
            Tool::Day => (t("timeline-day"), t("timeline-day-tip"), Some(1.0)),
        };
        if small_button(ui, letter, tip) {
            let middle = middle(data, selected, state);
            let around = |days: f64| Window::new(middle - days / 2.0, middle + days / 2.0);
            if let Some(window) = days.map(around).or(data.layout.fit_all()) {
                state.go_to(window);
            }
        }
    }
}

/// The controls, from left to right.
#[derive(Clone, Copy)]
enum Tool {
    Replies,
    Fit,
    Year,
    Month,
    Day,
}

/// The day of the selected item if it has one, else the middle of what is shown.
fn middle(data: &TimelineData, selected: Option<Id>, state: &TimelineState) -> f64 {
    let selected = selected.and_then(|id| data.layout.index_of(id)).and_then(|item| data.layout.day_of(item));
    let shown = || state.target().map(|window| f64::midpoint(window.start, window.end));
    selected.or_else(shown).unwrap_or(data.today as f64)
}

fn replies(ui: &mut Ui, state: &mut TimelineState) {
    let choices = [
        (Replies::Selected, t("timeline-replies-selected")),
        (Replies::All, t("timeline-replies-all")),
        (Replies::None, t("timeline-replies-none")),
    ];
    let now = choices.iter().find(|(which, _)| *which == state.replies).map_or("", |(_, words)| words);
    let chip = view_chip(ui, now);
    Popup::menu(&chip).show(|ui| {
        for (which, words) in choices {
            ui.radio_value(&mut state.replies, which, words);
        }
    });
}

/// A button as small as a chip; its tip is its accessible name.
fn small_button(ui: &mut Ui, letter: &str, tip: &str) -> bool {
    use eframe::egui::{Align2, CursorIcon, Role, Sense, Stroke, StrokeKind, WidgetInfo, vec2};
    let p = palette(ui);
    let words = ui.painter().layout_no_wrap(letter.to_owned(), Type::ControlMedium.font(), p.ink);
    let width = (words.size().x + 14.0).max(size::CHIP + 2.0).ceil();
    let (rect, response) = ui.allocate_exact_size(vec2(width, size::CHIP), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, tip));
    let lit = response.hovered() || response.has_focus();
    if lit {
        let edge = if response.has_focus() { Stroke::new(size::FOCUS, p.accent) } else { Stroke::NONE };
        ui.painter().rect(rect, size::RADIUS_CONTROL, p.hover, edge, StrokeKind::Inside);
    }
    let at = Align2::CENTER_CENTER.anchor_size(rect.center(), words.size());
    ui.painter().galley_with_override_text_color(at.min.round(), words, if lit { p.ink } else { p.muted });
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(tip).clicked()
}
