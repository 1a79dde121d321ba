//! The near copies of an article: one story in several outlets, each of which stays an article of its own.

use eframe::egui::{CursorIcon, Label, Link, Ui};

use super::field::Edit;
use crate::command::Command;
use crate::domain::record::Owner;
use crate::text::{Arg, t, t_with};
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::section_heading;
use crate::view::{CaseView, NearCopies};

/// How many are listed at once.
const MOST: usize = 12;

/// Draws them, those with most of its words first; each opens its article.
pub(super) fn near_ui(ui: &mut Ui, case: &CaseView, near: &NearCopies, edit: &mut Edit<'_>) {
    section_heading(ui, t("near-heading"));
    for (other, percent) in near.of.iter().take(MOST) {
        let Some(row) = case.article(*other) else { continue };
        let outlet =
            if row.article.outlet.is_empty() { t("articles-no-outlet") } else { &row.article.outlet };
        let words = t_with(
            "near-line",
            &[
                ("key", Arg::from(row.key.as_str())),
                ("outlet", Arg::from(outlet.to_owned())),
                ("date", Arg::from(row.published.words.as_str())),
                ("has-date", Arg::from(if row.published.words.is_empty() { "no" } else { "yes" })),
            ],
        );
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().interact_size.y = size::CHIP;
            let link = Link::new(Type::TableMedium.text(words).color(palette(ui).accent));
            let link = ui.add(link).on_hover_cursor(CursorIcon::PointingHand);
            if link.on_hover_text(&row.article.title).clicked() {
                edit.out.push(Command::Select(Owner::Article(*other)));
            }
            let share = t_with("near-share", &[("percent", Arg::from(i64::from(*percent)))]);
            ui.add(Label::new(Type::Label.muted(ui, share)).extend()).on_hover_text(t("near-share-tip"));
        });
    }
    if near.of.len() > MOST {
        let more = t_with("near-more", &[("count", Arg::from((near.of.len() - MOST) as i64))]);
        ui.label(Type::Label.muted(ui, more));
    }
}
