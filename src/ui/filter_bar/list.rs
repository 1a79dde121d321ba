//! The typing list below the field.

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{Popup, PopupCloseBehavior, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::offers::Offer;
use crate::text::{t, t_with};
use crate::ui::theme::{Type, palette, size};
use crate::view::CaseView;

/// How wide the list is.
const WIDTH: f32 = 340.0;

/// What the pointer did to the list.
pub(super) struct ListOutput {
    /// The row pressed.
    pub(super) taken: Option<usize>,
    /// Whether the pointer is over the list.
    pub(super) hovered: bool,
}

/// Shows the rows below `field`, the marked one lit.
pub(super) fn list_ui(
    ui: &Ui,
    field: &Response,
    below: Rect,
    case: &CaseView,
    offers: &[Offer],
    marked: usize,
) -> ListOutput {
    let mut taken = None;
    let popup = Popup::new(field.id.with("list"), ui.ctx().clone(), below, ui.layer_id())
        .open(true)
        .close_behavior(PopupCloseBehavior::IgnoreClicks)
        .gap(4.0)
        .width(WIDTH)
        .show(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (place, offer) in offers.iter().enumerate() {
                if row_ui(ui, case, offer, place == marked).clicked() {
                    taken = Some(place);
                }
            }
        });
    ListOutput { taken, hovered: popup.is_some_and(|popup| popup.response.contains_pointer()) }
}

fn row_ui(ui: &mut Ui, case: &CaseView, offer: &Offer, marked: bool) -> Response {
    let p = palette(ui);
    let (words, hint, takes) = match offer {
        Offer::Ask { asked, hint } => (sentence(&asked.label(case)), hint.as_str(), true),
        Offer::Choose(group) => (t_with("filter-choose", &[("group", group.word().into())]), "", true),
        Offer::TypeADate => (t("filter-type-a-date").to_owned(), "", false),
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::ROW), Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, takes, marked, &words));
    let ink = if takes { p.ink } else { p.muted };
    if takes && (marked || response.hovered()) {
        let fill = if marked { p.selection } else { p.hover };
        ui.painter().rect_filled(rect, size::RADIUS_CONTROL, fill);
    }
    let cut = |words: &str, font, ink, room: f32| {
        let mut job = LayoutJob::simple_singleline(words.to_owned(), font, ink);
        job.wrap = TextWrapping::truncate_at_width(room);
        ui.painter().layout_job(job)
    };
    let words = cut(&words, Type::Table.font(), ink, rect.width() - 20.0);
    let room = rect.width() - words.size().x - 36.0;
    let words_at = pos2(rect.left() + 10.0, rect.center().y - words.size().y / 2.0);
    ui.painter().galley(words_at.round(), words, ink);
    if room > 40.0 && !hint.is_empty() {
        let hint = cut(hint, Type::Label.font(), p.muted, room);
        let at = pos2(rect.right() - 10.0 - hint.size().x, rect.center().y - hint.size().y / 2.0);
        ui.painter().galley(at.round(), hint, p.muted);
    }
    response
}

/// With a capital letter, as a line of its own begins.
pub(super) fn sentence(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
