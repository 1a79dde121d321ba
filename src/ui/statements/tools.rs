//! The line above the list: how it is in groups, how many there are, what can be done to the list.

use eframe::egui::{Align, Layout, Popup, Ui, vec2};

use super::lines::Grouping;
use super::{StatementsState, menu};
use crate::command::Command;
use crate::text::{Arg, t, t_with};
use crate::ui::Cx;
use crate::ui::theme::{Type, size};
use crate::ui::widgets::{Icon, icon_button, quiet, view_chip};
use crate::view::CaseView;

/// Draws it.
pub(super) fn tools_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    case: &CaseView,
    state: &mut StatementsState,
    out: &mut Vec<Command>,
) {
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        grouping_chip(ui, &mut state.grouping);
        ui.add_space(4.0);
        ui.label(Type::Table.muted(ui, counted(state.shown(), case.statements.len())));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let row = super::selected(cx).and_then(|id| case.statement(id));
            ui.add_enabled_ui(row.is_some(), |ui| {
                let more = icon_button(ui, Icon::More, t("statements-more"));
                Popup::menu(&more).show(|ui| {
                    if let Some(row) = row
                        && menu::menu_ui(ui, cx, row, out)
                    {
                        state.show_thread(row.statement.id, out);
                    }
                });
                let thread = quiet(ui, t("statements-thread")).on_hover_text(t("statements-thread-tip"));
                if let Some(row) = row.filter(|_| thread.clicked()) {
                    state.show_thread(row.statement.id, out);
                }
            });
            let copy = quiet(ui, t("statements-copy-list")).on_hover_text(t("statements-copy-list-tip"));
            if copy.clicked() {
                out.push(Command::CopyQuotes(state.all()));
            }
        });
    });
}

fn grouping_chip(ui: &mut Ui, grouping: &mut Grouping) {
    let words = t_with("statements-group", &[("by", grouping.word().into())]);
    let chip = view_chip(ui, &words);
    Popup::menu(&chip).show(|ui| {
        ui.set_min_width(160.0);
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.spacing_mut().button_padding = vec2(8.0, 5.0);
        for by in Grouping::ALL {
            ui.selectable_value(grouping, by, Type::Table.text(by.word()));
        }
    });
}

fn counted(shown: usize, all: usize) -> String {
    let count = |n: usize| Arg::from(n as i64);
    if shown == all {
        t_with("statements-count", &[("count", count(all))])
    } else {
        t_with("statements-count-of", &[("shown", count(shown)), ("all", count(all))])
    }
}
