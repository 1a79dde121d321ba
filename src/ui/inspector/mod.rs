//! The selected record and its fields; the form of a record being made.
//!
//! | file | what is in it |
//! | --- | --- |
//! | `field` | fields of a record, edited where they stand |
//! | `visit`, `parties` | what is typed in them until it is written; what can be named |
//! | `head` | the line above: kind, short key, whether the words match the source |
//! | a file a record kind | its fields |

mod article;
mod field;
mod follow_up;
mod head;
mod parties;
mod party;
mod visit;

use eframe::egui::{ScrollArea, Ui};

pub use field::{Edit, Fields, date_note, read_in_article};
pub(crate) use parties::{options as nameable, refs as party_refs};

use super::Cx;
use super::draft::Draft;
use crate::command::Command;
use crate::domain::record::Owner;

/// What the inspector remembers.
#[derive(Debug, Default)]
pub struct InspectorState {
    /// What is typed into fields and not written yet.
    pub fields: Fields,
}

/// Draws the draft if there is one, else the selected record.
pub fn inspector_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut InspectorState,
    _draft: &mut Option<Draft>,
    out: &mut Vec<Command>,
) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| selected_ui(ui, cx, state, out));
}

fn selected_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut InspectorState, out: &mut Vec<Command>) {
    let (Some(case), Some(selection)) = (cx.data.case.as_deref(), cx.selection) else { return };
    let mut edit = Edit { cx, of: selection.id(), fields: &mut state.fields, out };
    match selection {
        Owner::Article(id) => {
            if let Some(row) = case.article(id) {
                article::article_ui(ui, row, &mut edit);
            }
        }
        Owner::Party(id) => {
            if let Some(row) = case.party(id) {
                party::party_ui(ui, row, &mut edit);
            }
        }
        Owner::FollowUp(id) => {
            if let Some(row) = case.follow_up(id) {
                follow_up::follow_up_ui(ui, row, &mut edit);
            }
        }
        Owner::Occasion(_) | Owner::Statement(_) | Owner::Event(_) => {}
    }
}
