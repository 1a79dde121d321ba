//! The list of statements, their threads, and what is done to several of them.
//!
//! | file | what is in it |
//! | --- | --- |
//! | `lines` | the rows a filter finds, sorted, in groups: pure |
//! | `threads` | what answers one another: pure |
//! | `list`, `row` | the table and its cells |
//! | `tools`, `bulk`, `menu` | what can be done to the list, to several, to one |
//! | `thread` | the ladder of a reply thread |

mod bulk;
mod lines;
mod list;
mod menu;
mod row;
mod thread;
mod threads;
mod tools;

use std::sync::Arc;

use eframe::egui::{Key, Modifiers, Ui};

pub use lines::{By, Grouping};

use self::lines::{Line, Order};
use super::Cx;
use super::chosen::Chosen;
use super::filter_bar::{Asking, filter_bar_ui};
use super::widgets::{empty_state, most_letters};
use crate::command::{Command, Place, Tab};
use crate::domain::id::Id;
use crate::domain::record::Owner;
use crate::text::t;
use crate::view::{CaseView, Filter};

/// What this screen remembers.
#[derive(Debug, Default)]
pub struct StatementsState {
    grouping: Grouping,
    order: Order,
    chosen: Chosen,
    /// Whether the thread of the selected statement is shown, rather than the list.
    thread: bool,
    form: Option<bulk::Form>,
    made: Option<Made>,
}

/// The lines, and what they were made of.
#[derive(Debug)]
struct Made {
    case: Arc<CaseView>,
    filter: Filter,
    grouping: Grouping,
    order: Order,
    lines: Arc<[Line]>,
    /// The statement of each line; none for a heading.
    ids: Arc<[Option<Id>]>,
    shown: usize,
    /// How many letters the longest speaker has.
    speaker: usize,
}

/// Draws it.
pub fn statements_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut StatementsState,
    filter: &mut Asking,
    out: &mut Vec<Command>,
) {
    let (Some(case), Some(shared)) = (cx.case(), &cx.data.case) else { return };
    if case.statements.is_empty() {
        let quicker = t("statements-empty-quicker");
        if empty_state(ui, t("statements-empty"), Some(t("statements-empty-button")), quicker) {
            out.push(Command::Go(Place::Case(case.case.id, Tab::Articles)));
        }
        return;
    }
    let selected = selected(cx);
    state.chosen.follow(selected);
    state.keep_those_of(shared);
    act_on_keys(ui, state, selected);
    if let Some(id) = selected.filter(|id| state.thread && case.statement(*id).is_some()) {
        state.thread = !thread::thread_ui(ui, case, id, out);
        return;
    }
    state.thread = false;
    filter_bar_ui(ui, cx, filter);
    state.make_lines(shared, filter.shown());
    if state.chosen.ids().len() > 1 {
        let let_go = bulk::bulk_ui(ui, cx, case, state.chosen.ids(), &mut state.form, out);
        if let_go {
            state.chosen.only(selected);
        }
    } else {
        state.form = None;
        tools::tools_ui(ui, cx, case, state, out);
    }
    if state.lines().is_empty() {
        if empty_state(ui, t("statements-none-fit"), Some(t("statements-clear-filter")), "") {
            *filter = Asking::default();
        }
        return;
    }
    list::list_ui(ui, cx, case, state, out);
}

/// The selected statement.
fn selected(cx: &Cx<'_>) -> Option<Id> {
    match cx.selection {
        Some(Owner::Statement(id)) => Some(id),
        _ => None,
    }
}

/// T shows the thread and goes back to the list; Esc goes back, or lets go of several.
fn act_on_keys(ui: &Ui, state: &mut StatementsState, selected: Option<Id>) {
    if !keys_are_ours(ui) {
        return;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if selected.is_some() && pressed(Key::T) {
        state.thread = !state.thread;
    }
    if (state.thread || state.chosen.ids().len() > 1) && pressed(Key::Escape) {
        state.thread = false;
        state.chosen.only(selected);
    }
}

/// Whether single keys are for the screen: no field has the focus, no dialog is open.
fn keys_are_ours(ui: &Ui) -> bool {
    !ui.text_edit_focused() && ui.memory(|memory| memory.allows_interaction(ui.layer_id()))
}

impl StatementsState {
    /// Makes the lines anew if the case, the filter, the groups or the order changed.
    fn make_lines(&mut self, case: &Arc<CaseView>, filter: &Filter) {
        let (grouping, order) = (self.grouping, self.order);
        let is_fresh = self.made.as_ref().is_some_and(|made| {
            Arc::ptr_eq(&made.case, case)
                && made.filter == *filter
                && (made.grouping, made.order) == (grouping, order)
        });
        if !is_fresh {
            let lines = lines::lines(case, filter, grouping, order);
            let mut places: Vec<usize> = lines.iter().filter_map(Line::place).collect();
            places.sort_unstable();
            places.dedup();
            let ids = lines.iter().map(|line| lines::record(case, line).map(Owner::id)).collect();
            let speaker = most_letters(case.statements.iter().map(|row| row.speaker.as_str()));
            let (case, filter, shown) = (Arc::clone(case), filter.clone(), places.len());
            let lines = lines.into();
            self.made = Some(Made { case, filter, grouping, order, lines, ids, shown, speaker });
        }
    }

    /// Lets go of statements that are gone, when the case has changed.
    fn keep_those_of(&mut self, case: &Arc<CaseView>) {
        if !self.made.as_ref().is_some_and(|made| Arc::ptr_eq(&made.case, case)) {
            self.chosen.keep(|id| case.statement(id).is_some());
        }
    }

    /// The statement of each line.
    fn ids(&self) -> Arc<[Option<Id>]> {
        self.made.as_ref().map_or_else(|| [].into(), |made| Arc::clone(&made.ids))
    }

    fn lines(&self) -> Arc<[Line]> {
        self.made.as_ref().map_or_else(|| [].into(), |made| Arc::clone(&made.lines))
    }

    /// How many letters the longest speaker has.
    fn speaker_letters(&self) -> usize {
        self.made.as_ref().map_or(0, |made| made.speaker)
    }

    /// How many statements the list shows.
    fn shown(&self) -> usize {
        self.made.as_ref().map_or(0, |made| made.shown)
    }

    /// The statements of the list in its order, each once.
    fn all(&self) -> Vec<Id> {
        let mut seen = std::collections::HashSet::new();
        self.ids().iter().flatten().copied().filter(|id| seen.insert(*id)).collect()
    }

    /// Shows the thread of this statement.
    fn show_thread(&mut self, id: Id, out: &mut Vec<Command>) {
        self.thread = true;
        out.push(Command::Select(Owner::Statement(id)));
    }
}
