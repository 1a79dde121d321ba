//! What is said of an item on hover: its words, its date and how that is known, its check, its source.

use eframe::egui::{Ui, vec2};

use super::TimelineData;
use crate::text::{t, t_with};
use crate::timeline::Item;
use crate::ui::theme::Type;
use crate::ui::widgets::check_badge;

const WIDTH: f32 = 320.0;
/// How many words of a long text are said.
const WORDS: usize = 60;

/// Draws the card.
pub(super) fn show(ui: &mut Ui, data: &TimelineData, item: &Item) {
    let detail = data.detail(item);
    ui.set_max_width(WIDTH);
    ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
    ui.spacing_mut().interact_size.y = 0.0;
    let date = if detail.date.is_empty() { t("timeline-undated") } else { &detail.date };
    ui.horizontal(|ui| {
        ui.label(Type::TableStrong.text(date));
        ui.label(Type::Label.muted(ui, &detail.key));
    });
    if !detail.basis.is_empty() {
        ui.label(Type::Label.muted(ui, &detail.basis));
    }
    let words = crate::timeline::shorten(&item.label, item.quoted, WORDS);
    ui.label(if item.quoted { Type::Reading } else { Type::Control }.text(words));
    if !detail.who.is_empty() {
        ui.label(Type::Table.text(&detail.who));
    }
    if let Some(check) = detail.check {
        check_badge(ui, check);
    }
    if !detail.disputed_by.is_empty() {
        ui.label(
            Type::Table.text(t_with("timeline-disputed-by", &[("who", detail.disputed_by.as_str().into())])),
        );
    }
    if !detail.source.is_empty() {
        ui.label(Type::Label.muted(ui, &detail.source));
    }
}
