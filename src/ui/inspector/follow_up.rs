//! A follow-up: what is to be found out or done, from whom, by when, and what came of it.

use std::collections::HashMap;

use eframe::egui::{CursorIcon, Label, Link, Ui};

use super::field::Edit;
use super::follow_up_status::status_ui;
use super::head::{head_with_sources, more_toggle};
use crate::command::{Command, UiCommand};
use crate::domain::change::{Change, FollowUpChange};
use crate::domain::date::{Dated, Edtf, parse_due};
use crate::domain::edit::FollowUpEdit;
use crate::domain::id::Id;
use crate::domain::kind::{FollowUpKind, RecordKind};
use crate::domain::record::{Attempt, FollowUp, Owner};
use crate::text::t;
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{Button, DateField, TextField, quiet, rule, section_heading, value_row};
use crate::view::{CaseView, FollowUpRow};

/// What is typed about a follow-up and not written yet, and how much of it is shown.
#[derive(Debug, Default)]
pub(super) struct FollowUpPane {
    more: bool,
    /// By follow-up: what is typed stays while another one is looked at.
    typed: HashMap<Id, Typed>,
}

#[derive(Debug, Default)]
struct Typed {
    attempt: String,
    outcome: String,
}

impl FollowUpPane {
    /// A follow-up with a try or an outcome typed that is not written down yet.
    pub(super) fn unfinished(&self) -> Option<Id> {
        let is_unfinished =
            |typed: &Typed| !typed.attempt.trim().is_empty() || !typed.outcome.trim().is_empty();
        self.typed.iter().find(|(_, typed)| is_unfinished(typed)).map(|(of, _)| *of)
    }
}

/// Draws a follow-up.
pub(super) fn follow_up_ui(
    ui: &mut Ui,
    case: &CaseView,
    row: &FollowUpRow,
    pane: &mut FollowUpPane,
    edit: &mut Edit<'_>,
) {
    let follow_up = &row.follow_up;
    let of = Owner::FollowUp(follow_up.id);
    head_with_sources(ui, RecordKind::FollowUp, &row.key, edit.cx.detail(of));
    main_fields_ui(ui, follow_up, edit);
    more_toggle(ui, &mut pane.more);
    if pane.more {
        more_fields_ui(ui, follow_up, edit);
        edit.topics(ui, of, &row.topics);
    }
    rule(ui);
    let typed = pane.typed.entry(follow_up.id).or_default();
    status_ui(ui, case, row, &mut typed.outcome, edit);
    ui.add_space(size::GAP);
    attempts_ui(ui, follow_up.id, &mut typed.attempt, edit);
    ui.add_space(size::GAP);
    origins_ui(ui, case, row, edit);
    rule(ui);
    edit.notes(ui, of);
    if edit.cx.can_write() {
        let delete = Button::quiet(UiCommand::DeleteRecord.words());
        if ui.add(delete).on_hover_text(UiCommand::DeleteRecord.tip()).clicked() {
            edit.out.push(Command::Ui(UiCommand::DeleteRecord));
        }
    }
}

fn setter(follow_up: &FollowUp) -> impl Fn(FollowUpEdit) -> Change + Copy + use<> {
    let id = follow_up.id;
    move |edit| FollowUpChange::Edit { ids: vec![id], edit }.into()
}

/// What most follow-ups need; a request for comment also what was put to them.
fn main_fields_ui(ui: &mut Ui, follow_up: &FollowUp, edit: &mut Edit<'_>) {
    let (id, set) = (follow_up.id, setter(follow_up));
    let comment = follow_up.kind == FollowUpKind::Comment;
    edit.lines(ui, t("follow-up-title"), 2, &follow_up.title, |v| set(FollowUpEdit::Title(v)));
    edit.choice(ui, t("follow-up-kind"), follow_up.kind, |v| set(FollowUpEdit::Kind(v)));
    let waiting: Vec<Id> = follow_up.waiting_on.into_iter().collect();
    edit.parties(ui, t("follow-up-waiting-on"), &waiting, |mut parties| {
        FollowUpChange::WaitOn { id, party: parties.pop() }.into()
    });
    if comment {
        put_to_them_ui(ui, follow_up, edit);
    }
    edit.due(ui, t("follow-up-due"), &follow_up.due, |v| set(FollowUpEdit::Due(v)));
    let expected = if comment { t("follow-up-deadline-given") } else { t("follow-up-expected") };
    edit.due(ui, expected, &follow_up.expected, |v| set(FollowUpEdit::Expected(v)));
    edit.choice(ui, t("follow-up-priority"), follow_up.priority, |v| set(FollowUpEdit::Priority(v)));
    if follow_up.kind == FollowUpKind::Watch {
        watch_ui(ui, follow_up, edit);
    }
    edit.lines(ui, t("follow-up-detail"), 3, &follow_up.detail, |v| set(FollowUpEdit::Detail(v)));
}

/// What was asked in exact words, by what means, and when it was sent.
fn put_to_them_ui(ui: &mut Ui, follow_up: &FollowUp, edit: &mut Edit<'_>) {
    let set = setter(follow_up);
    edit.lines(ui, t("follow-up-put-to-them"), 4, &follow_up.put_to_them, |v| {
        set(FollowUpEdit::PutToThem(v))
    });
    edit.line_hinted(ui, t("follow-up-means"), t("follow-up-means-hint"), &follow_up.means, |v| {
        set(FollowUpEdit::Means(v))
    });
    edit.date(ui, t("follow-up-sent"), &follow_up.sent, None, |v| set(FollowUpEdit::Sent(v)));
}

fn watch_ui(ui: &mut Ui, follow_up: &FollowUp, edit: &mut Edit<'_>) {
    let set = setter(follow_up);
    edit.line_hinted(ui, t("follow-up-watch"), t("follow-up-watch-hint"), &follow_up.watch_phrase, |v| {
        set(FollowUpEdit::WatchPhrase(v))
    });
}

/// What is needed less often.
fn more_fields_ui(ui: &mut Ui, follow_up: &FollowUp, edit: &mut Edit<'_>) {
    let set = setter(follow_up);
    edit.line_hinted(ui, t("follow-up-owner"), t("follow-up-owner-hint"), &follow_up.owner, |v| {
        set(FollowUpEdit::Owner(v))
    });
    edit.date(ui, t("follow-up-asked"), &follow_up.asked, None, |v| set(FollowUpEdit::Asked(v)));
    if follow_up.kind != FollowUpKind::Comment {
        put_to_them_ui(ui, follow_up, edit);
    }
    let snoozed: Dated = follow_up.snoozed_until.map(Edtf::day).map(Dated::sure).unwrap_or_default();
    edit.due(ui, t("follow-up-snoozed"), &snoozed, |v| {
        set(FollowUpEdit::SnoozedUntil(v.edtf.map(|date| date.last_day()).filter(|day| *day != i64::MAX)))
    });
    if follow_up.kind != FollowUpKind::Watch {
        watch_ui(ui, follow_up, edit);
    }
}

/// The tries made, newest first, and room for another of today.
fn attempts_ui(ui: &mut Ui, id: Id, typed: &mut String, edit: &mut Edit<'_>) {
    section_heading(ui, t("follow-up-attempts"));
    let attempts = edit.cx.detail(Owner::FollowUp(id)).map_or(&[][..], |detail| &detail.attempts);
    for attempt in attempts {
        let day = Edtf::day(attempt.day).words();
        let words = [day.as_str(), &attempt.means, &attempt.note];
        let words: Vec<&str> = words.into_iter().filter(|words| !words.is_empty()).collect();
        ui.add(Label::new(Type::Table.text(words.join(" · "))).wrap());
    }
    if !edit.cx.can_write() {
        return;
    }
    ui.horizontal(|ui| {
        let width = (ui.available_width() - 120.0).max(120.0);
        let field = TextField::new(t("followups-attempt-note")).hint(t("followups-attempt-hint"));
        let response = field.name_hidden().width(width).show(ui, typed);
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(eframe::egui::Key::Enter));
        if quiet(ui, t("followups-attempt-add")).clicked() || entered {
            let note = match typed.trim() {
                "" => t("followups-attempt-hint").to_owned(),
                note => note.to_owned(),
            };
            let attempt = Attempt { id: Id::new(), day: edit.cx.today, means: String::new(), note };
            edit.push(FollowUpChange::AddAttempt { id, attempt }.into());
            typed.clear();
        }
    });
}

/// The words it rests on and the records it came from; each opens.
fn origins_ui(ui: &mut Ui, case: &CaseView, row: &FollowUpRow, edit: &mut Edit<'_>) {
    let of = Owner::FollowUp(row.follow_up.id);
    let origins = edit.cx.detail(of).map_or(&[][..], |detail| &detail.origins);
    if row.sources.is_empty() && origins.is_empty() {
        return;
    }
    section_heading(ui, t("follow-up-origins"));
    for source in &row.sources {
        ui.add(Label::new(Type::QuoteRow.text(&source.quote)).wrap());
        let command = Command::ShowInArticle { article: source.article_id, span: source.span };
        link_ui(ui, &source.label, command, edit.out);
    }
    for origin in origins {
        let words = match *origin {
            Owner::Statement(id) => case.statement(id).map(|row| format!("{} {}", row.key, row.line())),
            Owner::Event(id) => case.event(id).map(|row| format!("{} {}", row.key, row.event.title)),
            Owner::Article(id) => case.article(id).map(|row| format!("{} {}", row.key, row.article.title)),
            Owner::Party(_) | Owner::Occasion(_) | Owner::FollowUp(_) => None,
        };
        if let Some(words) = words {
            link_ui(ui, &words, Command::Select(*origin), edit.out);
        }
    }
}

/// Words that open something.
pub(super) fn link_ui(ui: &mut Ui, words: &str, command: Command, out: &mut Vec<Command>) {
    let link = Link::new(Type::Table.text(words).color(palette(ui).accent));
    if ui.add(link).on_hover_cursor(CursorIcon::PointingHand).clicked() {
        out.push(command);
    }
}

impl Edit<'_> {
    /// A field for a day ahead: "fri", "in 2 weeks".
    fn due(&mut self, ui: &mut Ui, name: &'static str, value: &Dated, change: impl FnOnce(Dated) -> Change) {
        let today = self.cx.today;
        let show = |ui: &mut Ui, text: &mut String| {
            // Under the field only what it does not say itself.
            let read = |typed: &str| {
                let words = parse_due(typed, today)?.words();
                Ok(if words == typed.trim() { String::new() } else { words })
            };
            DateField::new(name).hint(t("follow-up-due-hint")).name_hidden().show(ui, text, read).0
        };
        let made = |text: &str| match text.trim() {
            "" => Some(change(Dated::default())),
            typed => parse_due(typed, today).ok().map(Dated::sure).map(change),
        };
        let key = (self.of, name);
        value_row(ui, name, |ui| self.text(ui, key, &value.as_typed(), show, made));
    }
}
