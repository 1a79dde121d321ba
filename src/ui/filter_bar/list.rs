//! The typing list below the field.

use eframe::egui::{Popup, PopupCloseBehavior, Rect, Response, Ui};

use super::offers::Offer;
use crate::text::{t, t_with};
use crate::ui::widgets::OptionRow;
use crate::view::CaseView;

/// How wide the list is.
const WIDTH: f32 = 340.0;
/// How wide it is with a whole question in it.
const WIDE: f32 = 580.0;

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
    marked: Option<usize>,
) -> ListOutput {
    let mut taken = None;
    let asks = offers.iter().any(|offer| matches!(offer, Offer::Read(_)));
    // A list keeps its width: the wide one is another.
    let popup = Popup::new(field.id.with(("list", asks)), ui.ctx().clone(), below, ui.layer_id())
        .open(true)
        .close_behavior(PopupCloseBehavior::IgnoreClicks)
        .gap(4.0)
        .width(if asks { WIDE } else { WIDTH })
        .show(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (place, offer) in offers.iter().enumerate() {
                if row_ui(ui, case, offer, marked == Some(place)).clicked() {
                    taken = Some(place);
                }
            }
        });
    ListOutput { taken, hovered: popup.is_some_and(|popup| popup.response.contains_pointer()) }
}

fn row_ui(ui: &mut Ui, case: &CaseView, offer: &Offer, marked: bool) -> Response {
    match offer {
        Offer::Ask { asked, hint } => OptionRow::new(&sentence(&asked.label(case)), hint, marked).show(ui),
        Offer::Read(all) => {
            let labels: Vec<String> = all.iter().map(|asked| asked.label(case)).collect();
            OptionRow::new(&sentence(&labels.join(" · ")), "", marked).show(ui)
        }
        Offer::Choose(group) => {
            let words = t_with("filter-choose", &[("group", group.word().into())]);
            OptionRow::new(&words, "", marked).show(ui)
        }
        Offer::TypeADate => OptionRow::new(t("filter-type-a-date"), "", false).remark().show(ui),
    }
}

/// With a capital letter, as a line of its own begins.
fn sentence(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
