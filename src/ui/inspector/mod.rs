//! The selected record and its fields; the form of a record being made.
//!
//! | file | what is in it |
//! | --- | --- |
//! | `field` | fields of a record, edited where they stand |
//! | `visit`, `parties` | what is typed in them until it is written; what can be named |
//! | `choices` | what can be chosen in fields, made when the case changes |
//! | `draft`, `draft_*` | the form of a record being made |
//! | `topics`, `notes`, `check`, `links`, `sources`, `answer` | sections that records share |
//! | `head` | the line above: kind, short key, whether the words match the source |
//! | a file a record kind | its fields |

mod answer;
mod article;
mod check;
mod choices;
mod draft;
mod draft_event;
mod draft_follow_up;
mod draft_party;
mod draft_statement;
mod event;
mod field;
mod follow_up;
mod follow_up_status;
mod head;
mod links;
mod near;
mod notes;
mod occasion;
mod occasion_field;
mod originals;
mod parties;
mod party;
mod party_names;
mod party_said;
mod sources;
mod statement;
mod topics;
mod visit;

use eframe::egui::{ScrollArea, Ui};

pub use article::focus_published;
pub(crate) use choices::parties as nameable;
pub use field::{Edit, Fields, date_note, read_in_article};
pub(crate) use parties::refs as party_refs;
pub(in crate::ui) use party_names::relation_words;

use super::draft::{Draft, DraftKind};
use super::{Cx, Unfinished};
use crate::command::{Command, Place};
use crate::domain::change::NewSource;
use crate::domain::record::Owner;

/// What the inspector remembers.
#[derive(Debug, Default)]
pub struct InspectorState {
    /// What is typed into fields and not written yet.
    pub fields: Fields,
    drafts: draft::Drafts,
    statement: statement::StatementPane,
    merge: occasion::MergeForm,
    party: party_names::PartyPanes,
    follow_up: follow_up::FollowUpPane,
}

impl InspectorState {
    /// Something typed of which nothing is made yet, in a form or a field.
    #[must_use]
    pub fn unfinished(&self) -> Option<Unfinished> {
        let form = self.drafts.unfinished().map(Unfinished::Form);
        let at = |of| Unfinished::Field { of, name: "" };
        form.or_else(|| self.fields.unfinished())
            .or_else(|| self.statement.unfinished())
            .or_else(|| self.party.unfinished().map(at))
            .or_else(|| self.follow_up.unfinished().map(at))
    }

    /// The record of the form saved last was made.
    pub fn made(&mut self) {
        self.drafts.made();
    }

    /// The record of the form saved last was not made: the form opens again, with all that was typed.
    pub fn not_made(&mut self, draft: &mut Option<Draft>) {
        self.drafts.not_made(draft);
    }
}

/// Whether a form of the case on the screen was left with something typed in it.
#[must_use]
pub fn has_draft_aside(cx: &Cx<'_>, state: &InspectorState) -> bool {
    cx.case().is_some_and(|case| state.drafts.has_aside(case.case.id))
}

/// Draws the offer to go on with a form that was left with something typed in it.
pub fn draft_aside_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut InspectorState, draft: &mut Option<Draft>) {
    if let Some(case) = cx.case().filter(|_| draft.is_none()) {
        state.drafts.aside_ui(ui, case.case.id, draft);
    }
}

/// Draws the draft if there is one, else the selected record. `selected` are words marked in the reader.
pub fn inspector_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut InspectorState,
    draft: &mut Option<Draft>,
    selected: Option<&NewSource>,
    out: &mut Vec<Command>,
) {
    if cx.place == Place::Parties {
        return library_party_ui(ui, cx, state, out);
    }
    let Some(case) = cx.data.case.as_ref() else { return };
    let of = draft.as_ref().map(|draft| draft.id).or(cx.selection.map(Owner::id));
    ScrollArea::vertical().id_salt(of).auto_shrink(false).show(ui, |ui| {
        // Room for the bar, so that it never lies over a field.
        ui.set_max_width(ui.available_width() - 8.0);
        if draft.is_some() {
            let choices = &mut state.fields.choices;
            let of_statement = draft.as_ref().is_some_and(|draft| draft.kind == DraftKind::Statement);
            if state.drafts.show(ui, cx, case, choices, draft, out) && of_statement {
                state.statement.answering.saved(case);
            }
        } else {
            selected_ui(ui, cx, state, draft, selected, out);
        }
    });
}

/// Draws the party selected among the library's.
fn library_party_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut InspectorState, out: &mut Vec<Command>) {
    let (Some(Owner::Party(id)), Some(view)) = (cx.selection, cx.data.party.as_deref()) else { return };
    if view.party.id != id {
        return;
    }
    ScrollArea::vertical().id_salt(id).auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - 8.0);
        let mut edit = Edit { cx, of: id, fields: &mut state.fields, out };
        party::library_party_ui(ui, view, &mut state.party, &mut edit);
    });
}

fn selected_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut InspectorState,
    draft: &mut Option<Draft>,
    selected: Option<&NewSource>,
    out: &mut Vec<Command>,
) {
    let (Some(case), Some(selection)) = (cx.data.case.as_deref(), cx.selection) else { return };
    let mut edit = Edit { cx, of: selection.id(), fields: &mut state.fields, out };
    match selection {
        Owner::Article(id) => {
            if let Some(row) = case.article(id) {
                article::article_ui(ui, case, row, &mut edit);
            }
        }
        Owner::Party(id) => {
            if let Some(row) = case.party(id) {
                party::party_ui(ui, case, row, &mut state.party, &mut edit);
            }
        }
        Owner::Occasion(id) => {
            if let Some(row) = case.occasion(id) {
                occasion::occasion_ui(ui, case, row, &mut state.merge, &mut edit);
            }
        }
        Owner::Statement(id) => {
            if let Some(row) = case.statement(id) {
                statement::statement_ui(ui, case, row, selected, &mut state.statement, &mut edit, draft);
            }
        }
        Owner::Event(id) => {
            if let Some(row) = case.event(id) {
                event::event_ui(ui, row, selected, &mut edit, draft);
            }
        }
        Owner::FollowUp(id) => {
            if let Some(row) = case.follow_up(id) {
                follow_up::follow_up_ui(ui, case, row, &mut state.follow_up, &mut edit);
            }
        }
    }
}
