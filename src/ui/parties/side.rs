//! The sides of a dispute: told apart by colour and by place.

use eframe::egui::{CursorIcon, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::text::{Arg, t, t_with};
use crate::ui::theme::{palette, size};
use crate::view::{CaseView, PartyRow};

/// How many sides a case can have.
pub(crate) const SIDES: u8 = 4;

/// What a side is called: by its place.
pub(crate) fn side_words(side: Option<u8>) -> &'static str {
    match side {
        Some(0) => t("side-first"),
        Some(1) => t("side-second"),
        Some(2) => t("side-third"),
        Some(_) => t("side-fourth"),
        None => t("side-none"),
    }
}

/// What a side is called in a case: after the party on it that is known longest, else by its place.
pub(crate) fn side_name(case: Option<&CaseView>, side: Option<u8>) -> String {
    let on_it = |row: &&PartyRow| side.is_some() && row.place.side == side;
    let first = case.and_then(|case| case.parties.iter().filter(on_it).min_by_key(|row| row.party.id));
    first.map_or_else(
        || side_words(side).to_owned(),
        |row| t_with("side-of", &[("name", Arg::from(&*row.party.name))]),
    )
}

/// Adds the four sides to choose from, in a row; a second press on the chosen one leaves the party on none. Gives
/// whether it was changed.
pub(crate) fn side_choice(ui: &mut Ui, case: &CaseView, side: &mut Option<u8>) -> bool {
    let before = *side;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for n in 0..SIDES {
            let chosen = before == Some(n);
            if place_ui(ui, &side_name(Some(case), Some(n)), n, chosen) {
                *side = (!chosen).then_some(n);
            }
        }
    });
    *side != before
}

/// One side: four places of which its own is filled with its colour.
fn place_ui(ui: &mut Ui, words: &str, n: u8, chosen: bool) -> bool {
    let p = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(52.0, size::CONTROL), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, enabled, chosen, words));
    let colour = p.side(usize::from(n));
    let edge = if response.has_focus() {
        Stroke::new(size::FOCUS, p.accent)
    } else if chosen {
        Stroke::new(1.5, colour)
    } else {
        Stroke::new(1.0, p.rule)
    };
    let fill = if chosen {
        p.selection
    } else if response.hovered() {
        p.hover
    } else {
        p.card
    };
    ui.painter().rect(rect, size::RADIUS_CONTROL, fill, edge, StrokeKind::Inside);
    for place in 0..SIDES {
        let center = pos2(rect.center().x + (f32::from(place) - 1.5) * 10.0, rect.center().y);
        if place == n {
            ui.painter().circle_filled(center, size::DOT / 2.0, colour);
        } else {
            let dash = Rect::from_center_size(center, vec2(4.0, 1.5));
            ui.painter().rect_filled(dash, 0, p.outline);
        }
    }
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(words).clicked()
}
