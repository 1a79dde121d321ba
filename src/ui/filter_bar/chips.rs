//! The chips of what is asked, in one line: those there is no room for are in a list behind the last.

use eframe::egui::{CursorIcon, Link, Popup, PopupCloseBehavior, Ui};

use super::asked::Asked;
use super::asking::Asking;
use crate::text::{Arg, t, t_with};
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{filter_chip, filter_chip_width, view_chip};
use crate::view::CaseView;

/// The room kept for the chip "+3".
const MORE: f32 = 56.0;
/// The room kept for "Clear".
const CLEAR: f32 = 44.0;
/// A chip that is cut is at least so wide.
const LEAST: f32 = 96.0;
/// How wide the list behind "+3" is.
const LIST: f32 = 260.0;

/// Shows the chips; gives whether another value is to be typed for one.
pub(super) fn chips_ui(ui: &mut Ui, case: &CaseView, asking: &mut Asking) -> bool {
    let all = Asked::all(asking.asked());
    let labels: Vec<String> = all.iter().map(|asked| asked.label(case)).collect();
    let widths: Vec<f32> = labels.iter().map(|label| filter_chip_width(ui, label)).collect();
    let shown = fitting(&widths, ui.available_width());
    let mut changed = None;
    let mut chip_ui = |ui: &mut Ui, asking: &mut Asking, (asked, label): (&Asked, &String)| {
        let chip = filter_chip(ui, label);
        if chip.removed {
            asking.take_away(asked);
        } else if chip.response.clicked() {
            changed = Some(asked.clone());
        }
    };
    for (n, one) in all.iter().zip(&labels).take(shown).enumerate() {
        // One that is longer than the line is cut, so that what comes after it stays in sight.
        let room = if shown < all.len() { ui.available_width() - MORE } else { ui.available_width() };
        if widths.get(n).is_some_and(|width| *width > room) {
            ui.scope(|ui| {
                ui.set_max_width(room);
                chip_ui(ui, asking, one);
            });
        } else {
            chip_ui(ui, asking, one);
        }
    }
    let hidden = all.len() - shown;
    if hidden > 0 {
        let words = t_with("filter-more", &[("count", Arg::from(hidden as i64))]);
        let more = view_chip(ui, &words).on_hover_text(t("filter-more-tip"));
        Popup::menu(&more).close_behavior(PopupCloseBehavior::CloseOnClickOutside).width(LIST).show(|ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            for one in all.iter().zip(&labels).skip(shown) {
                chip_ui(ui, asking, one);
            }
            clear_ui(ui, asking);
        });
    } else if all.len() > 1 && ui.available_width() >= CLEAR {
        clear_ui(ui, asking);
    }
    if let Some(asked) = &changed {
        asking.change(asked);
    }
    changed.is_some()
}

fn clear_ui(ui: &mut Ui, asking: &mut Asking) {
    let clear = Link::new(Type::Table.text(t("filter-clear")).color(palette(ui).accent));
    if ui.add(clear).on_hover_cursor(CursorIcon::PointingHand).clicked() {
        asking.clear();
    }
}

/// How many of the chips stand in a line of this width.
fn fitting(widths: &[f32], room: f32) -> usize {
    let whole: f32 = widths.iter().map(|width| width + size::GAP).sum();
    let clear = if widths.len() > 1 { CLEAR } else { 0.0 };
    if whole - size::GAP + clear <= room {
        return widths.len();
    }
    let mut left = room - MORE;
    let count = widths.iter().take_while(|width| {
        left -= **width + size::GAP;
        left >= 0.0
    });
    let count = count.count();
    // The first is cut rather than hidden.
    let cut = if widths.len() > 1 { room - MORE } else { room };
    if count == 0 && !widths.is_empty() && cut >= LEAST { 1 } else { count.min(widths.len()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chips_keep_to_one_line() {
        assert_eq!(fitting(&[100.0, 100.0], 260.0), 2, "with room to clear them");
        assert_eq!(fitting(&[100.0, 100.0, 100.0], 280.0), 2);
        assert_eq!(fitting(&[100.0, 100.0, 100.0], 170.0), 1);
        assert_eq!(fitting(&[300.0], 250.0), 1, "cut");
        assert_eq!(fitting(&[300.0, 100.0], 250.0), 1, "cut, with the other behind");
        assert_eq!(fitting(&[300.0, 100.0], 100.0), 0);
        assert_eq!(fitting(&[], 100.0), 0);
    }
}
