//! What a key does to the selected row: leave it out or take it back, move it within its day, show it on the timeline.

use eframe::egui::{Key, Modifiers, Response, Ui};

use super::rows::Built;
use crate::command::{Command, UiCommand};
use crate::domain::change::{Change, EventChange, StatementChange};
use crate::domain::edit::{EventEdit, StatementEdit};
use crate::domain::id::Id;
use crate::domain::record::Owner;
use crate::ui::Cx;
use crate::view::{CaseView, move_within_day};

/// Whether keys that are pressed are for the list: it has the focus, or nothing has and nothing lies over it.
pub(super) fn are_ours(ui: &Ui, list: &Response) -> bool {
    let (free, modal) = ui.memory(|memory| (memory.focused().is_none(), memory.top_modal_layer().is_some()));
    !modal && !ui.any_popup_open() && (list.has_focus() || free)
}

/// Whether a letter that is pressed is a command here: no field has the focus and nothing lies over the screen.
pub(crate) fn letters_are_ours(ui: &Ui) -> bool {
    !ui.text_edit_focused() && !ui.any_popup_open() && ui.memory(|memory| memory.top_modal_layer().is_none())
}

/// Acts on H, Alt+Up, Alt+Down, T and Esc.
pub(super) fn act(ui: &Ui, cx: &Cx<'_>, case: &CaseView, built: &Built, out: &mut Vec<Command>) {
    if !letters_are_ours(ui) {
        return;
    }
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if pressed(Modifiers::NONE, Key::T) {
        out.push(Command::Ui(UiCommand::Timeline));
    }
    if cx.selection.is_some() && pressed(Modifiers::NONE, Key::Escape) {
        out.push(Command::Deselect);
    }
    let Some(at) = cx.selection.and_then(|of| built.place_of(of)).filter(|_| cx.can_write()) else { return };
    for (key, up) in [(Key::ArrowUp, true), (Key::ArrowDown, false)] {
        if pressed(Modifiers::ALT, key) {
            let group = Some(Id::new());
            let orders = move_within_day(case, &built.rows, built.rows[at].of, up);
            let changes = orders.into_iter().filter_map(|(of, order)| set_order(of, order));
            out.extend(changes.map(|change| Command::Change { change, group }));
        }
    }
    if pressed(Modifiers::NONE, Key::H) {
        leave_out(built, at, out);
    }
}

/// Leaves a row out or takes it back; the next row is selected where the row goes.
fn leave_out(built: &Built, at: usize, out: &mut Vec<Command>) {
    let row = &built.rows[at];
    let Some(change) = set_hidden(row.of, !row.hidden) else { return };
    out.push(Command::Change { change, group: None });
    if !row.hidden && !built.shows_hidden() {
        let next =
            built.rows.get(at + 1).or_else(|| at.checked_sub(1).and_then(|before| built.rows.get(before)));
        out.push(next.map_or(Command::Deselect, |next| Command::Select(next.of)));
    }
}

fn set_hidden(of: Owner, hidden: bool) -> Option<Change> {
    match of {
        Owner::Statement(id) => {
            Some(StatementChange::Edit { ids: vec![id], edit: StatementEdit::Hidden(hidden) }.into())
        }
        Owner::Event(id) => Some(EventChange::Edit { ids: vec![id], edit: EventEdit::Hidden(hidden) }.into()),
        Owner::Article(_) | Owner::Party(_) | Owner::Occasion(_) | Owner::FollowUp(_) => None,
    }
}

fn set_order(of: Owner, order: i64) -> Option<Change> {
    match of {
        Owner::Statement(id) => {
            Some(StatementChange::Edit { ids: vec![id], edit: StatementEdit::DayOrder(order) }.into())
        }
        Owner::Event(id) => {
            Some(EventChange::Edit { ids: vec![id], edit: EventEdit::DayOrder(order) }.into())
        }
        Owner::Article(_) | Owner::Party(_) | Owner::Occasion(_) | Owner::FollowUp(_) => None,
    }
}
