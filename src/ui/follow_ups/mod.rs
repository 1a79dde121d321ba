//! The follow-ups of a case: what is open by when it is due, what was put off, what is closed.
//!
//! | file | what is in it |
//! | --- | --- |
//! | `filter` | which are listed, and the chips for it |
//! | `list` | a list in groups; keys: C or Space close, Z put off, A attempt, R open again, Delete |
//! | `line` | one follow-up as a line |
//! | `asking` | what is asked in place: outcome, day, attempt, owner |

mod asking;
mod filter;
mod line;
mod list;

use std::sync::Arc;

use eframe::egui::{Align, Layout, ScrollArea, Ui};

use super::{Cx, Seen};
use crate::command::{Command, UiCommand};
use crate::domain::kind::FollowUpStatus;
use crate::domain::record::Owner;
use crate::text::{Worded, t, t_with};
use crate::ui::theme::{Type, size};
use crate::ui::widgets::{Button, Icon, empty_state, quiet};
use crate::view::{CaseView, FollowUpRow};

pub(crate) use line::{Line, words};
pub(crate) use list::{Acting, ListLine, Listed, list_ui};

use asking::What;

use filter::ListFilter;

/// What this screen remembers.
#[derive(Debug, Default)]
pub struct FollowUpsState {
    filter: ListFilter,
    acting: Acting,
    /// What was selected in the last frame.
    selection: Option<Owner>,
    listed: Option<Listing>,
}

/// The lines shown, and what they were made from.
#[derive(Debug)]
struct Listing {
    case: Seen<CaseView>,
    from: (i64, ListFilter),
    lines: Arc<Vec<ListLine>>,
}

/// Draws it.
pub fn follow_ups_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut FollowUpsState, out: &mut Vec<Command>) {
    let Some(case) = cx.case() else { return };
    if case.follow_ups.is_empty() {
        let button = cx.can_write().then(|| UiCommand::NewFollowUp.words());
        if empty_state(ui, t("followups-empty"), button, t("followups-empty-quicker")) {
            out.push(Command::Ui(UiCommand::NewFollowUp));
        }
        return;
    }
    tools_ui(ui, cx, case, state, out);
    ui.add_space(size::GAP);
    if state.selection != cx.selection {
        state.selection = cx.selection;
        if let Some(Owner::FollowUp(id)) = cx.selection
            && state.acting.current != Some(id)
        {
            state.acting.take(Some(id));
        }
    }
    let lines = state.lines(cx);
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        if lines.is_empty() {
            ui.add_space(size::GAP_GROUP);
            ui.label(Type::Control.muted(ui, t("followups-none-such")));
        }
        let output = list_ui(
            ui,
            cx,
            t("tab-follow-ups"),
            &lines,
            &mut state.acting,
            |listed| Some(line_of(case.follow_ups.get(listed.place)?, listed)),
            out,
        );
        if let Some(id) = output.picked.or(output.opened) {
            out.push(Command::Select(Owner::FollowUp(id)));
        }
        // The pane beside the list goes on with it, if it is there.
        if output.went_on && matches!(cx.selection, Some(Owner::FollowUp(_))) {
            let next = state.acting.current.map(Owner::FollowUp);
            out.push(next.map_or(Command::Deselect, Command::Select));
        }
    });
}

impl FollowUpsState {
    /// The lines, made anew when the case, the day or the filter changed.
    fn lines(&mut self, cx: &Cx<'_>) -> Arc<Vec<ListLine>> {
        let Some(case) = &cx.data.case else { return Arc::default() };
        let from = (cx.today, self.filter);
        match &self.listed {
            Some(listed) if listed.from == from && listed.case.is(case) => Arc::clone(&listed.lines),
            _ => {
                let lines = Arc::new(self.filter.lines(case, cx.today));
                self.listed = Some(Listing { case: Seen::of(case), from, lines: Arc::clone(&lines) });
                lines
            }
        }
    }
}

/// The chips, and what can be done with several at once.
fn tools_ui(ui: &mut Ui, cx: &Cx<'_>, case: &CaseView, state: &mut FollowUpsState, out: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        let several = state.acting.count() > 1 && cx.can_write();
        if several {
            let n = [("n", (state.acting.count() as i64).into())];
            ui.label(Type::ControlMedium.text(t_with("followups-chosen", &n)));
            for (words, what) in [
                (t("followups-set-due"), What::Due),
                (t("followups-set-owner"), What::Owner),
                (t("followups-snooze-several"), What::Snooze),
                (t("followups-close-several"), What::Outcome),
            ] {
                if quiet(ui, words).clicked() {
                    state.acting.ask(what);
                }
            }
        } else {
            state.filter.chips_ui(ui, case, cx.today);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let new = Button::secondary(UiCommand::NewFollowUp.words()).icon(Icon::Plus);
            if ui.add_enabled(cx.can_write(), new).on_hover_text(UiCommand::NewFollowUp.tip()).clicked() {
                out.push(Command::Ui(UiCommand::NewFollowUp));
            }
            if !several && ui.available_width() > 240.0 {
                ui.label(Type::Label.muted(ui, t("followups-keys")));
            }
        });
    });
    state.acting.ask_several(ui, cx, out);
}

/// What the list shows of a follow-up.
pub(crate) fn line_of<'a>(row: &'a FollowUpRow, listed: &'a Listed) -> Line<'a> {
    let follow_up = &row.follow_up;
    let done = follow_up.status != FollowUpStatus::Open;
    Line {
        id: follow_up.id,
        key: &row.key,
        title: &follow_up.title,
        aside: follow_up.kind.word(),
        beside: if done && !follow_up.outcome.is_empty() { &follow_up.outcome } else { &row.waiting_on },
        when: &listed.when,
        group: listed.group,
        priority: follow_up.priority,
        done,
    }
}
