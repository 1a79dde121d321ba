//! The timeline of a case on its screen: its tools, and what to do when there is nothing yet.

use std::collections::HashMap;
use std::sync::Arc;

use eframe::egui::{Align, Key, Layout, Modifiers, Popup, Ui, UiBuilder, vec2};

use super::chronology::letters_are_ours;
use super::filter_bar::{Asking, filter_bar_ui};
use super::theme::size;
use super::timeline::{
    LanesBy, TimelineAction, TimelineData, TimelineState, timeline_tools, timeline_ui as draw,
};
use super::widgets::{empty_state, view_chip};
use super::{Cx, open};
use crate::command::{Command, UiCommand};
use crate::domain::id::Id;
use crate::domain::kind::RecordKind;
use crate::domain::record::Owner;
use crate::text::t;
use crate::view::{CaseView, Filter};

/// What this screen remembers.
#[derive(Debug, Default)]
pub struct TimelineScreenState {
    /// Where the person is in the timeline of each case.
    places: HashMap<Id, TimelineState>,
    lanes: LanesBy,
    built: Option<Built>,
}

/// A timeline, and what it was built of.
#[derive(Debug)]
struct Built {
    case: Arc<CaseView>,
    filter: Filter,
    lanes: LanesBy,
    today: i64,
    data: TimelineData,
}

/// Draws it.
pub fn timeline_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut TimelineScreenState,
    filter: &mut Asking,
    out: &mut Vec<Command>,
) {
    let (Some(case), Some(_)) = (cx.data.case.as_ref(), cx.case()) else { return };
    state.build(case, filter.shown(), cx.today);
    let Some(built) = &state.built else { return };
    let nothing = built.data.layout.items().is_empty();
    if nothing && filter.shown().is_empty() {
        if empty_state(ui, t("timeline-empty"), Some(t("command-import")), t("timeline-empty-quicker")) {
            out.push(Command::Ui(UiCommand::ImportFiles));
        }
        return;
    }
    let place = state.places.entry(case.case.id).or_default();
    let selected = cx.selection.map(Owner::id);
    // A change of the filter shows in the next frame, as the timeline of this one is built.
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        let room = vec2(0.0, size::CONTROL);
        ui.allocate_ui_with_layout(room, Layout::right_to_left(Align::Center), |ui| {
            timeline_tools(ui, &built.data, selected, place);
            lanes_chip(ui, &mut state.lanes);
        });
        let rest =
            UiBuilder::new().max_rect(ui.available_rect_before_wrap()).layout(Layout::top_down(Align::Min));
        if ui.scope_builder(rest, |ui| filter_bar_ui(ui, cx, filter)).inner {
            ui.request_repaint();
        }
    });
    if letters_are_ours(ui) && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::T)) {
        out.push(Command::Ui(UiCommand::Chronology));
    }
    if nothing {
        if empty_state(ui, t("chronology-none-fits"), Some(t("chronology-clear-filter")), "") {
            *filter = Asking::default();
        }
        return;
    }
    for action in draw(ui, &built.data, selected, place) {
        match action {
            TimelineAction::Select(kind, id) => out.extend(owner(kind, id).map(Command::Select)),
            TimelineAction::Open(kind, id) => {
                out.extend(owner(kind, id).into_iter().flat_map(|of| open::commands(case, of)));
            }
        }
    }
}

/// The chip that says what lanes there are, and opens the choice.
fn lanes_chip(ui: &mut Ui, lanes: &mut LanesBy) {
    let chip = view_chip(ui, lanes.words());
    Popup::menu(&chip).show(|ui| {
        for by in LanesBy::ALL {
            ui.radio_value(lanes, by, by.words());
        }
    });
}

impl TimelineScreenState {
    /// Builds the timeline anew where its case, the filter or the day is another.
    fn build(&mut self, case: &Arc<CaseView>, filter: &Filter, today: i64) {
        let same = |built: &Built| {
            Arc::ptr_eq(&built.case, case)
                && (&built.filter, built.lanes, built.today) == (filter, self.lanes, today)
        };
        if self.built.as_ref().is_some_and(same) {
            return;
        }
        let data = TimelineData::of_case(case, filter, self.lanes, today);
        let old = self.built.as_ref().filter(|old| old.case.case.id == case.case.id);
        if let (Some(old), Some(place)) = (old, self.places.get_mut(&case.case.id)) {
            place.follow(&old.data, &data);
        }
        let (case, filter) = (Arc::clone(case), filter.clone());
        self.built = Some(Built { case, filter, lanes: self.lanes, today, data });
    }
}

fn owner(kind: RecordKind, id: Id) -> Option<Owner> {
    match kind {
        RecordKind::Article => Some(Owner::Article(id)),
        RecordKind::Statement => Some(Owner::Statement(id)),
        RecordKind::Event => Some(Owner::Event(id)),
        RecordKind::FollowUp => Some(Owner::FollowUp(id)),
        RecordKind::Occasion => Some(Owner::Occasion(id)),
        RecordKind::Party => Some(Owner::Party(id)),
        RecordKind::Case | RecordKind::Topic | RecordKind::Note => None,
    }
}
