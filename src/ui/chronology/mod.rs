//! The chronology of a case: what was said and what happened, in order of time.
//!
//! | file | what is in it |
//! | --- | --- |
//! | `rows` | the rows the filter finds and the room each takes, built when something changes |
//! | `list` | the rows that show, selected by pointer and keys |
//! | `row` | one row drawn |
//! | `keys` | hide, move within the day |
//! | `tools` | what is shown, copy, export |

mod keys;
mod list;
mod row;
mod rows;
mod tools;

use std::sync::Arc;

use eframe::egui::{Align, Label, Layout, Ui, UiBuilder, vec2};

use super::Cx;
use super::filter_bar::{Asking, filter_bar_ui};
use super::theme::{Type, size};
use super::widgets::{empty_state, rule};
use crate::command::{Command, Place, Tab, UiCommand};
use crate::domain::record::Owner;
use crate::text::t;
use crate::view::{CaseView, Filter, Include};
pub(super) use keys::letters_are_ours;
use rows::Built;

/// What this screen remembers.
#[derive(Debug, Default)]
pub struct ChronologyState {
    /// What is shown beside statements and events.
    pub include: Include,
    built: Option<Built>,
    scroll: list::Scroll,
}

impl ChronologyState {
    /// The rows that the screen shows for this filter, in order.
    #[must_use]
    pub fn shown(&self, case: &CaseView, filter: &Filter) -> Vec<Owner> {
        crate::view::chronology(case, filter, self.include).into_iter().map(|row| row.of).collect()
    }

    fn build(&mut self, case: &Arc<CaseView>, filter: &Filter) {
        if !self.built.as_ref().is_some_and(|built| built.is_of(case, filter, self.include)) {
            if self.built.as_ref().is_some_and(|built| built.asks_other(filter)) {
                self.scroll = list::Scroll::at_top();
            }
            self.built = Some(Built::new(case, filter, self.include));
        }
    }
}

/// Draws it.
pub fn chronology_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut ChronologyState,
    filter: &mut Asking,
    out: &mut Vec<Command>,
) {
    let (Some(case), Some(_)) = (cx.data.case.as_ref(), cx.case()) else { return };
    if case.statements.is_empty() && case.events.is_empty() && !state.include.articles {
        return nothing_yet(ui, case, out);
    }
    state.build(case, filter.shown());
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.x = size::GAP;
        if let Some(built) = &state.built {
            tools::tools_ui(ui, built, &mut state.include, out);
        }
        let rest =
            UiBuilder::new().max_rect(ui.available_rect_before_wrap()).layout(Layout::top_down(Align::Min));
        ui.scope_builder(rest, |ui| filter_bar_ui(ui, cx, filter));
    });
    ui.add_space(size::GAP);
    state.build(case, filter.shown());
    let Some(built) = &mut state.built else { return };
    if built.rows.is_empty() {
        return nothing_fits(ui, built.hidden, &mut state.include, filter);
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let room = vec2(ui.available_width(), (ui.available_height() - LEGEND - 1.0).max(120.0));
    ui.allocate_ui_with_layout(room, Layout::top_down(Align::Min), |ui| {
        ui.set_min_size(room);
        list::list_ui(ui, cx, built, &mut state.scroll, out);
    });
    keys::act(ui, cx, case, built, out);
    rule(ui);
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), LEGEND),
        Layout::left_to_right(Align::Center),
        |ui| {
            ui.add(Label::new(Type::Label.muted(ui, tools::count_words(built))));
            ui.add_space(size::GAP);
            ui.add(Label::new(Type::Label.muted(ui, t("chronology-keys"))).truncate());
        },
    );
}

/// Height of the line under the list.
const LEGEND: f32 = 24.0;

fn nothing_yet(ui: &mut Ui, case: &CaseView, out: &mut Vec<Command>) {
    let (sentence, quicker) = (t("chronology-empty"), t("chronology-empty-quicker"));
    if case.articles.is_empty() {
        if empty_state(ui, sentence, Some(t("command-import")), quicker) {
            out.push(Command::Ui(UiCommand::ImportFiles));
        }
    } else if empty_state(ui, sentence, Some(t("chronology-empty-articles")), quicker) {
        out.push(Command::Go(Place::Case(case.case.id, Tab::Articles)));
    }
}

fn nothing_fits(ui: &mut Ui, hidden: usize, include: &mut Include, filter: &mut Asking) {
    if hidden > 0 && !include.hidden {
        if empty_state(ui, t("chronology-all-left-out"), Some(t("chronology-show-left-out")), "") {
            include.hidden = true;
        }
    } else if empty_state(ui, t("chronology-none-fits"), Some(t("chronology-clear-filter")), "") {
        *filter = Asking::default();
    }
}
