//! The line under the list: what the keys decide and how far sorting is, or what can be done with several.

use eframe::egui::{Align, Frame, Layout, Margin, Panel, Ui};

use super::{ArticlesState, bulk, list};
use crate::command::Command;
use crate::text::{Arg, t, t_with};
use crate::ui::Cx;
use crate::ui::reading::decision_buttons;
use crate::ui::theme::{Type, size};
use crate::ui::widgets::rule;

/// Draws it at the bottom of the room there is.
pub(super) fn foot_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut ArticlesState, out: &mut Vec<Command>) {
    Panel::bottom("articles-foot")
        .resizable(false)
        .show_separator_line(false)
        .frame(Frame::new().inner_margin(Margin { top: 0, ..Margin::ZERO }))
        .show(ui, |ui| {
            rule(ui);
            ui.add_space(2.0);
            if state.chosen.is_several() {
                bulk::bulk_ui(ui, cx, state, out);
            }
            decide_ui(ui, cx, state, out);
        });
}

fn decide_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut ArticlesState, out: &mut Vec<Command>) {
    let current = list::current(cx);
    let reading = current.and_then(|id| cx.case()?.article(id)).map(|row| row.article.reading);
    let reading = reading.filter(|_| !state.chosen.is_several());
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        let any = current.is_some() || state.chosen.is_several();
        ui.add_enabled_ui(cx.can_write() && any, |ui| {
            if let Some(reading) = decision_buttons(ui, reading) {
                list::decide(state, current, reading, out);
            }
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let all = cx.case().map_or(0, |case| case.articles.len());
            let args = [("sorted", Arg::from(state.rows.sorted as i64)), ("all", Arg::from(all as i64))];
            ui.label(Type::Label.muted(ui, t_with("articles-sorted", &args)));
            if ui.available_width() > 190.0 {
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.label(Type::Label.muted(ui, t("articles-next-comes")));
                });
            }
        });
    });
}
