//! The right pane: the reader above, the inspector or the form of a new record below.

use eframe::egui::{
    Align, Area, Frame, Id, Layout, Margin, Order, Panel, Rect, Sense, Stroke, Ui, UiBuilder, pos2, vec2,
};

use super::parts::Part;
use crate::command::{Command, Place};
use crate::domain::record::Owner;
use crate::text::t;
use crate::ui::theme::{palette, size};
use crate::ui::widgets::{Icon, icon_button};
use crate::ui::{Cx, Screens, inspector, reading};

/// Whether there is anything for it to show.
pub(super) fn is_wanted(cx: &Cx<'_>, screens: &Screens) -> bool {
    let selected = match cx.selection {
        // In the middle it is read; its fields are there when asked for.
        Some(Owner::Article(_)) => cx.reading.is_none() || screens.reading.details,
        other => other.is_some(),
    };
    let aside = inspector::has_draft_aside(cx, &screens.inspector);
    match cx.place {
        Place::Case(..) | Place::Search => screens.draft.is_some() || selected || aside,
        Place::Parties => matches!(cx.selection, Some(Owner::Party(_))),
        Place::Today | Place::Cases => false,
    }
}

/// Draws it over the middle, in a window too narrow for both, with a way to close it.
pub(super) fn over_the_middle(ui: &Ui, cx: &Cx<'_>, screens: &mut Screens, out: &mut Vec<Command>) -> Part {
    let p = palette(ui);
    let window = ui.ctx().content_rect();
    let left = window.right() - size::INSPECTOR;
    let room = Rect::from_min_max(pos2(left, window.top()), window.max);
    let area = Area::new(Id::unique("right-pane-over")).fixed_pos(room.min).order(Order::Middle).show(
        ui.ctx(),
        |ui| {
            // What lies under the pane is not pressed through it.
            ui.interact(room, ui.scope_id().with("back"), Sense::click_and_drag());
            ui.painter().rect_filled(room, 0, p.background);
            ui.painter().vline(room.left(), room.y_range(), Stroke::new(1.0, p.outline));
            let mut child = ui.new_child(UiBuilder::new().max_rect(room.shrink2(vec2(16.0, 8.0))));
            child.shrink_clip_rect(room);
            if screens.draft.is_none() {
                child.horizontal(|ui| {
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        if icon_button(ui, Icon::Close, t("right-pane-close")).clicked() {
                            out.push(Command::Deselect);
                        }
                    });
                });
            }
            right_pane_ui(&mut child, cx, screens, out);
        },
    );
    Part { rect: room, layer: area.response.layer_id }
}

/// Draws it.
pub(super) fn right_pane_ui(ui: &mut Ui, cx: &Cx<'_>, screens: &mut Screens, out: &mut Vec<Command>) {
    inspector::draft_aside_ui(ui, cx, &mut screens.inspector, &mut screens.draft);
    let of_article = matches!(cx.selection, Some(Owner::Article(_)));
    let has_article = cx.place != Place::Parties && (cx.article().is_some() || of_article);
    let reads_here = cx.reading.is_none() && has_article;
    let only_reads = screens.draft.is_none() && (of_article || cx.selection.is_none());
    if reads_here && only_reads && !screens.reading.details {
        reading::reading_ui(ui, cx, &mut screens.reading, &mut screens.draft, out);
        return;
    }
    if reads_here {
        let height = ui.available_height();
        Panel::top("right-reader")
            .default_size(height * 0.42)
            .size_range(120.0..=(height - 160.0).max(140.0))
            .resizable(true)
            .frame(Frame::new().inner_margin(Margin { bottom: 8, ..Margin::ZERO }))
            .show(ui, |ui| reading::reading_ui(ui, cx, &mut screens.reading, &mut screens.draft, out));
    }
    let selected = screens.reading.selected.as_ref();
    inspector::inspector_ui(ui, cx, &mut screens.inspector, &mut screens.draft, selected, out);
}
