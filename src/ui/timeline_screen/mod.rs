//! The timeline of a case on its screen: its tools, and what to do when there is nothing yet.

use std::collections::HashMap;
use std::sync::Arc;

use eframe::egui::{Align, Layout, Ui, vec2};

use super::Cx;
use super::filter_bar::filter_bar_ui;
use super::theme::size;
use super::timeline::{TimelineAction, TimelineData, TimelineState, timeline_tools, timeline_ui as draw};
use super::widgets::empty_state;
use crate::command::{Command, UiCommand};
use crate::domain::id::Id;
use crate::domain::kind::RecordKind;
use crate::domain::record::Owner;
use crate::text::t;
use crate::view::{CaseView, Filter, SourceRow};

/// The width of the tools at the right of the filter.
const TOOLS: f32 = 288.0;

/// What this screen remembers.
#[derive(Debug, Default)]
pub struct TimelineScreenState {
    /// Where the person is in the timeline of each case.
    places: HashMap<Id, TimelineState>,
    built: Option<Built>,
}

/// A timeline, and what it was built of.
#[derive(Debug)]
struct Built {
    case: Arc<CaseView>,
    filter: Filter,
    today: i64,
    data: TimelineData,
}

/// Draws it.
pub fn timeline_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut TimelineScreenState,
    filter: &mut Filter,
    out: &mut Vec<Command>,
) {
    let (Some(case), Some(_)) = (cx.data.case.as_ref(), cx.case()) else { return };
    state.build(case, filter, cx.today);
    let Some(built) = &state.built else { return };
    let nothing = built.data.layout.items().is_empty();
    if nothing && filter.is_empty() {
        if empty_state(ui, t("timeline-empty"), Some(t("command-import")), t("timeline-empty-quicker")) {
            out.push(Command::Ui(UiCommand::ImportFiles));
        }
        return;
    }
    let place = state.places.entry(case.case.id).or_default();
    let selected = cx.selection.map(Owner::id);
    // A change of the filter shows in the next frame, as the timeline of this one is built.
    ui.horizontal_top(|ui| {
        let filters = vec2(ui.available_width() - TOOLS, size::CONTROL);
        ui.allocate_ui_with_layout(filters, Layout::top_down(Align::Min), |ui| {
            ui.set_width(filters.x);
            if filter_bar_ui(ui, cx, filter) {
                ui.request_repaint();
            }
        });
        let line = vec2(ui.available_width(), size::CONTROL);
        ui.allocate_ui_with_layout(line, Layout::right_to_left(Align::Center), |ui| {
            timeline_tools(ui, &built.data, selected, place);
        });
    });
    if nothing {
        empty_state(ui, t("timeline-none-fit"), None, "");
        return;
    }
    for action in draw(ui, &built.data, selected, place) {
        match action {
            TimelineAction::Select(kind, id) => out.extend(owner(kind, id).map(Command::Select)),
            TimelineAction::Open(kind, id) => open(case, kind, id, out),
        }
    }
}

impl TimelineScreenState {
    /// Builds the timeline anew where its case, the filter or the day is another.
    fn build(&mut self, case: &Arc<CaseView>, filter: &Filter, today: i64) {
        let same =
            |built: &Built| Arc::ptr_eq(&built.case, case) && built.filter == *filter && built.today == today;
        if self.built.as_ref().is_some_and(same) {
            return;
        }
        let data = TimelineData::of_case(case, filter, today);
        let old = self.built.as_ref().filter(|old| old.case.case.id == case.case.id);
        if let (Some(old), Some(place)) = (old, self.places.get_mut(&case.case.id)) {
            place.follow(&old.data, &data);
        }
        self.built = Some(Built { case: Arc::clone(case), filter: filter.clone(), today, data });
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

/// Goes to the words a record rests on; an article is opened to be read.
fn open(case: &CaseView, kind: RecordKind, id: Id, out: &mut Vec<Command>) {
    let sources: &[SourceRow] = match kind {
        RecordKind::Statement => case.statement(id).map_or(&[], |row| &row.sources),
        RecordKind::Event => case.event(id).map_or(&[], |row| &row.sources),
        RecordKind::FollowUp => case.follow_up(id).map_or(&[], |row| &row.sources),
        _ => &[],
    };
    out.extend(owner(kind, id).map(Command::Select));
    if kind == RecordKind::Article {
        out.push(Command::Read(Some(id)));
    } else if let Some(source) = sources.first() {
        out.push(Command::ShowInArticle { article: source.article_id, span: source.span });
    }
}
