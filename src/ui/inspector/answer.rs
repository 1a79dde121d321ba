//! Whether a statement just made answers a follow-up that waits for its speaker.

use eframe::egui::{Frame, Key, Margin, Modifiers, Ui};

use super::field::Edit;
use crate::domain::change::FollowUpChange;
use crate::domain::id::Id;
use crate::domain::kind::FollowUpStatus;
use crate::text::{Arg, t, t_with};
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::Button;
use crate::view::{CaseView, StatementRow};

/// The statement just made, and what was said about it.
#[derive(Debug, Default)]
pub(super) struct Answering {
    /// The highest number of a statement before one was saved: what is selected above it is the new one.
    above: Option<i64>,
    /// The statement just made.
    made: Option<Id>,
    /// Follow-ups it was said not to answer.
    not: Vec<Id>,
}

impl Answering {
    /// To be called when a statement is saved.
    pub(super) fn saved(&mut self, case: &CaseView) {
        let numbers = case.statements.iter().map(|row| row.statement.number);
        *self = Self { above: Some(numbers.max().unwrap_or(0)), ..Self::default() };
    }

    /// Draws the question, if the statement was just made and someone waits for it. Enter says yes, Esc no.
    pub(super) fn show(&mut self, ui: &mut Ui, case: &CaseView, row: &StatementRow, edit: &mut Edit<'_>) {
        let id = row.statement.id;
        if self.above.is_some_and(|above| row.statement.number > above) {
            (self.above, self.made) = (None, Some(id));
        }
        if self.made != Some(id) || !edit.cx.can_write() {
            return;
        }
        let waiting = case.waiting_for(id);
        let Some(follow_up) = waiting.into_iter().find(|row| !self.not.contains(&row.follow_up.id)) else {
            return;
        };
        let question = t_with(
            "answer-question",
            &[("key", Arg::from(&*follow_up.key)), ("title", Arg::from(&*follow_up.follow_up.title))],
        );
        match ask(ui, &question) {
            Some(true) => edit.push(
                FollowUpChange::SetStatus {
                    ids: vec![follow_up.follow_up.id],
                    status: FollowUpStatus::Closed,
                    outcome: row.line(),
                    statement: Some(id),
                }
                .into(),
            ),
            Some(false) => {}
            None => return,
        }
        self.not.push(follow_up.follow_up.id);
    }
}

fn ask(ui: &mut Ui, question: &str) -> Option<bool> {
    let p = palette(ui);
    let keys_are_ours = !ui.text_edit_focused() && ui.memory(|memory| memory.top_modal_layer().is_none());
    let frame =
        Frame::new().fill(p.selection).corner_radius(size::RADIUS_CARD).inner_margin(Margin::same(12));
    let mut answer = frame
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(Type::ControlMedium.text(question));
            ui.horizontal(|ui| {
                let yes = Button::primary(t("answer-yes")).shortcut(t("key-enter"));
                if ui.add(yes).clicked() {
                    return Some(true);
                }
                ui.add(Button::quiet(t("answer-no")).shortcut(t("key-esc"))).clicked().then_some(false)
            })
            .inner
        })
        .inner;
    if keys_are_ours && answer.is_none() {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::Enter) {
            answer = Some(true);
        } else if pressed(Key::Escape) {
            answer = Some(false);
        }
    }
    answer
}
