//! What is asked about follow-ups in place: what came of it, until when, by when, by whom.

use eframe::egui::{Key, Ui};

use crate::command::Command;
use crate::domain::change::FollowUpChange;
use crate::domain::date::{DateError, Dated, Edtf, end_of_week, parse_due};
use crate::domain::edit::FollowUpEdit;
use crate::domain::id::Id;
use crate::domain::kind::FollowUpStatus;
use crate::domain::record::Attempt;
use crate::text::t;
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{Button, TextField, quiet};
use crate::view::day_words;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    /// What came of it: closes it.
    Outcome,
    /// Until when it is put off.
    Snooze,
    /// What came of a try.
    Attempt,
    /// When it is to be done.
    Due,
    /// Who sees to it.
    Owner,
}

/// A question about follow-ups with what was typed so far.
#[derive(Debug)]
pub(crate) struct Asking {
    what: What,
    pub(super) ids: Vec<Id>,
    text: String,
    /// Whether its field was shown, and so has had the focus.
    shown: bool,
}

/// How a question ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ended {
    /// With an answer.
    Answered,
    /// Without one.
    Left,
}

impl Asking {
    /// Asks this about these.
    pub(crate) fn new(what: What, ids: Vec<Id>) -> Self {
        Self { what, ids, text: String::new(), shown: false }
    }

    /// Whether the answer takes the follow-ups out of the list.
    pub(super) fn takes_away(&self) -> bool {
        matches!(self.what, What::Outcome | What::Snooze)
    }

    /// Shows the question on one line. Enter answers, Esc leaves.
    pub(crate) fn show(&mut self, ui: &mut Ui, today: i64, out: &mut Vec<Command>) -> Option<Ended> {
        ui.add_space(size::GAP);
        let ended = ui.horizontal(|ui| {
            ui.add_space(30.0);
            if ui.input_mut(|input| input.consume_key(eframe::egui::Modifiers::NONE, Key::Escape)) {
                return Some(Ended::Left);
            }
            let width = (ui.available_width() - 340.0).clamp(180.0, 420.0);
            let field = TextField::new(self.name()).hint(self.hint()).name_hidden().width(width);
            let response = field.show(ui, &mut self.text);
            if !self.shown {
                response.request_focus();
                self.shown = true;
            }
            let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let answer = self.changes(today);
            let pressed = ui.add_enabled(answer.is_ok(), Button::primary(self.confirm())).clicked();
            let other = self.other_ways(ui, today, out);
            if quiet(ui, t("dialog-cancel")).clicked() {
                return Some(Ended::Left);
            }
            self.understood(ui, today, &answer);
            match answer {
                Ok(changes) if entered || pressed => {
                    push(changes, out);
                    Some(Ended::Answered)
                }
                Err(_) if entered => {
                    response.request_focus();
                    None
                }
                _ => other,
            }
        });
        ui.add_space(size::GAP);
        ended.inner
    }

    /// Buttons for other answers.
    fn other_ways(&self, ui: &mut Ui, today: i64, out: &mut Vec<Command>) -> Option<Ended> {
        let changes = match self.what {
            What::Outcome if quiet(ui, t("followups-drop")).clicked() => {
                vec![self.status(FollowUpStatus::Dropped)]
            }
            What::Snooze if quiet(ui, t("followups-next-week")).clicked() => {
                vec![self.edit(FollowUpEdit::SnoozedUntil(Some(end_of_week(today) + 1)))]
            }
            _ => return None,
        };
        push(changes, out);
        Some(Ended::Answered)
    }

    /// The date as it was understood, or what is wrong with it.
    fn understood(&self, ui: &mut Ui, today: i64, answer: &Result<Vec<FollowUpChange>, DateError>) {
        if !matches!(self.what, What::Snooze | What::Due) || self.text.trim().is_empty() {
            return;
        }
        match answer {
            Ok(_) => {
                let date = parse_due(&self.text, today).map(|date| date.words()).unwrap_or_default();
                ui.label(Type::Label.muted(ui, date));
            }
            Err(error) => {
                let colour = palette(ui).contradicted;
                ui.label(Type::Label.text(t("followups-no-such-date")).color(colour))
                    .on_hover_text(error.to_string());
            }
        }
    }

    /// What the answer changes.
    fn changes(&self, today: i64) -> Result<Vec<FollowUpChange>, DateError> {
        let text = self.text.trim();
        Ok(match self.what {
            What::Outcome => vec![self.status(FollowUpStatus::Closed)],
            What::Snooze => {
                let day = if text.is_empty() { today + 1 } else { first_day(parse_due(text, today)?) };
                vec![self.edit(FollowUpEdit::SnoozedUntil(Some(day)))]
            }
            What::Due => {
                let date = if text.is_empty() { Dated::default() } else { parse_due(text, today)?.into() };
                vec![self.edit(FollowUpEdit::Due(date))]
            }
            What::Owner => vec![self.edit(FollowUpEdit::Owner(text.to_owned()))],
            What::Attempt => {
                let note = if text.is_empty() { t("followups-attempt-hint") } else { text };
                let attempt = |id: &Id| FollowUpChange::AddAttempt {
                    id: *id,
                    attempt: Attempt {
                        id: Id::new(),
                        day: today,
                        means: String::new(),
                        note: note.to_owned(),
                    },
                };
                self.ids.iter().map(attempt).collect()
            }
        })
    }

    fn status(&self, status: FollowUpStatus) -> FollowUpChange {
        let outcome = self.text.trim().to_owned();
        FollowUpChange::SetStatus { ids: self.ids.clone(), status, outcome, statement: None }
    }

    fn edit(&self, edit: FollowUpEdit) -> FollowUpChange {
        FollowUpChange::Edit { ids: self.ids.clone(), edit }
    }

    fn name(&self) -> &'static str {
        match self.what {
            What::Outcome => t("followups-outcome"),
            What::Snooze => t("followups-snooze-until"),
            What::Attempt => t("followups-attempt-note"),
            What::Due => t("followups-due"),
            What::Owner => t("followups-owner"),
        }
    }

    fn hint(&self) -> &'static str {
        match self.what {
            What::Outcome => t("followups-outcome-hint"),
            What::Snooze => t("due-tomorrow"),
            What::Attempt => t("followups-attempt-hint"),
            What::Due => t("followups-due-hint"),
            What::Owner => t("followups-owner"),
        }
    }

    fn confirm(&self) -> &'static str {
        match self.what {
            What::Outcome => t("followups-close"),
            What::Snooze => t("followups-snooze"),
            What::Attempt => t("followups-attempt-add"),
            What::Due | What::Owner => t("followups-set"),
        }
    }
}

/// The first day of a date, or its last where it has no start.
fn first_day(date: Edtf) -> i64 {
    if date.first_day() == i64::MIN { date.last_day() } else { date.first_day() }
}

/// Pushes changes as one step of undo.
pub(crate) fn push(changes: Vec<FollowUpChange>, out: &mut Vec<Command>) {
    let group = (changes.len() > 1).then(Id::new);
    out.extend(changes.into_iter().map(|change| Command::Change { change: change.into(), group }));
}

/// "until Friday", for one that is put off.
pub(crate) fn until_words(day: i64, today: i64) -> String {
    crate::text::t_with("followups-until", &[("day", day_words(day, today).into())])
}
