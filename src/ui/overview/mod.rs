//! A case at a glance: its question, what is left to do, when it happened, who is in it, what is new. Everything
//! opens.
//!
//! | file | what is in it |
//! | --- | --- |
//! | `digest` | what is shown, made from the rows of the case when they change |
//! | `lists` | newest statements and articles, follow-ups, parties by side |
//! | `section`, `strip` | headings and lines; the strip of time |

mod digest;
mod lists;
mod section;
mod strip;

use std::sync::Arc;

use eframe::egui::{CursorIcon, Link, ScrollArea, Ui, vec2};

use super::{Cx, Seen};
use crate::command::{Command, Place, Tab, UiCommand};
use crate::domain::change::CaseChange;
use crate::domain::edit::CaseEdit;
use crate::domain::id::Id;
use crate::domain::kind::CheckStatus;
use crate::text::{Arg, t, t_with};
use crate::ui::filter_bar::Asking;
use crate::ui::inspector::{Edit, Fields};
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{Button, Icon, quiet};
use crate::view::{CaseView, Filter};

use digest::{Digest, asking_kinds, checkable_kinds};

/// From this width on there are two columns.
const TWO_COLUMNS: f32 = 880.0;

/// What this screen remembers.
#[derive(Debug, Default)]
pub struct OverviewState {
    /// What is typed and not written yet.
    pub(super) fields: Fields,
    /// The case whose question is being written.
    asking: Option<Id>,
    digest: Option<(Seen<CaseView>, i64, Arc<Digest>)>,
}

/// Draws it.
pub fn overview_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut OverviewState,
    filter: &mut Asking,
    out: &mut Vec<Command>,
) {
    let Some(case) = cx.case() else { return };
    let nothing = case.articles.is_empty() && case.statements.is_empty() && case.events.is_empty();
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        question_ui(ui, cx, case, state, out);
        watched_ui(ui, cx, case.case.id, out);
        if nothing && case.follow_ups.is_empty() {
            start_ui(ui, cx, out);
            return;
        }
        let Some(digest) = state.digest(cx) else { return };
        state_line_ui(ui, case, &digest, filter, out);
        ui.add_space(size::GAP);
        if let Some(times) = &digest.times
            && strip::strip_ui(ui, times, cx.today)
        {
            out.push(Command::Go(Place::Case(case.case.id, Tab::Timeline)));
        }
        let room = ui.available_width();
        if room < TWO_COLUMNS {
            lists::follow_ups_ui(ui, cx, case, &digest, out);
            lists::statements_ui(ui, cx, case, &digest, filter, out);
            lists::parties_ui(ui, case, &digest, out);
            lists::articles_ui(ui, cx, case, &digest, out);
        } else {
            let left = ((room - 32.0) * 0.6).floor();
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 32.0;
                ui.vertical(|ui| {
                    ui.set_width(left);
                    ui.spacing_mut().item_spacing = vec2(size::GAP, 0.0);
                    lists::statements_ui(ui, cx, case, &digest, filter, out);
                    lists::articles_ui(ui, cx, case, &digest, out);
                });
                ui.vertical(|ui| {
                    ui.set_width(room - 32.0 - left);
                    ui.spacing_mut().item_spacing = vec2(size::GAP, 0.0);
                    lists::follow_ups_ui(ui, cx, case, &digest, out);
                    lists::parties_ui(ui, case, &digest, out);
                });
            });
        }
        ui.add_space(size::GAP_GROUP);
    });
}

impl OverviewState {
    /// What is shown, made anew when the case or the day changed.
    fn digest(&mut self, cx: &Cx<'_>) -> Option<Arc<Digest>> {
        let case = cx.data.case.as_ref()?;
        match &self.digest {
            Some((seen, today, digest)) if *today == cx.today && seen.is(case) => Some(Arc::clone(digest)),
            _ => {
                let digest = Arc::new(Digest::of(case, cx.today));
                self.digest = Some((Seen::of(case), cx.today, Arc::clone(&digest)));
                Some(digest)
            }
        }
    }
}

/// The question at stake; a press on it, or on the button while there is none, writes it in place.
fn question_ui(ui: &mut Ui, cx: &Cx<'_>, case: &CaseView, state: &mut OverviewState, out: &mut Vec<Command>) {
    let id = case.case.id;
    if state.asking == Some(id) {
        ui.horizontal(|ui| {
            ui.set_max_width(ui.available_width().min(760.0));
            let mut edit = Edit { cx, of: id, fields: &mut state.fields, out };
            let change = |text| CaseChange::Edit { id, edit: CaseEdit::Question(text) }.into();
            edit.line(ui, t("overview-question"), &case.case.question, change);
        });
        if quiet(ui, t("overview-question-done")).clicked() {
            state.asking = None;
        }
        return;
    }
    let pressed = if case.case.question.is_empty() {
        cx.can_write() && ui.add(Button::quiet(t("overview-ask")).icon(Icon::Plus)).clicked()
    } else {
        let colour = palette(ui).ink;
        let words = Type::Reading.text(&case.case.question).color(colour);
        let link = ui.add(Link::new(words)).on_hover_text(t("overview-question-edit"));
        link.on_hover_cursor(CursorIcon::Text).clicked() && cx.can_write()
    };
    state.asking = pressed.then_some(id);
}

/// The folder whose new files come in by themselves, with the way to leave it alone.
fn watched_ui(ui: &mut Ui, cx: &Cx<'_>, case: Id, out: &mut Vec<Command>) {
    let Some(watched) = cx.watched(case) else { return };
    let name = watched.folder.file_name().map(|name| name.to_string_lossy().into_owned());
    let folder = name.unwrap_or_else(|| watched.folder.display().to_string());
    let key = if watched.there { "overview-watched" } else { "overview-watched-gone" };
    ui.horizontal(|ui| {
        let words = t_with(key, &[("folder", Arg::from(folder))]);
        ui.label(Type::Table.muted(ui, words)).on_hover_text(watched.folder.display().to_string());
        if quiet(ui, t("overview-stop-watching")).clicked() {
            out.push(Command::StopWatching(case));
        }
    });
}

/// What to do first in an empty case.
fn start_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Command>) {
    ui.add_space(size::GAP_GROUP);
    ui.label(Type::Control.text(t("overview-empty")));
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        let import = Button::primary(UiCommand::ImportFiles.words()).icon(Icon::Plus);
        if ui.add_enabled(cx.can_write(), import).clicked() {
            out.push(Command::Ui(UiCommand::ImportFiles));
        }
        if ui.add_enabled(cx.can_write(), Button::secondary(UiCommand::NewNote.words())).clicked() {
            out.push(Command::Ui(UiCommand::NewNote));
        }
    });
    ui.label(Type::Table.muted(ui, t("overview-empty-quicker")));
    if cx.can_write()
        && quiet(ui, UiCommand::WatchFolder.words()).on_hover_text(UiCommand::WatchFolder.tip()).clicked()
    {
        out.push(Command::Ui(UiCommand::WatchFolder));
    }
}

/// What is left to do, each piece with a way to it.
fn state_line_ui(ui: &mut Ui, case: &CaseView, digest: &Digest, filter: &mut Asking, out: &mut Vec<Command>) {
    let id = case.case.id;
    let mut go = |tab| out.push(Command::Go(Place::Case(id, tab)));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(18.0, 4.0);
        if piece_ui(ui, "overview-late", digest.late, true) {
            go(Tab::FollowUps);
        }
        if piece_ui(ui, "overview-to-sort", digest.unread, false) {
            go(Tab::Articles);
        }
        if piece_ui(ui, "overview-unchecked", digest.unchecked, false) {
            let checks = vec![CheckStatus::NotChecked];
            filter.ask(Filter { checks, kinds: checkable_kinds(), ..Filter::default() });
            go(Tab::Statements);
        }
        if piece_ui(ui, "overview-unanswered", digest.unanswered, false) {
            filter.ask(Filter { unanswered: true, kinds: asking_kinds(), ..Filter::default() });
            go(Tab::Statements);
        }
        if piece_ui(ui, "overview-awaited", digest.awaited, false) {
            go(Tab::FollowUps);
        }
    });
}

/// A count with what it counts; nothing if there are none. Gives whether it was pressed.
fn piece_ui(ui: &mut Ui, key: &'static str, count: usize, urgent: bool) -> bool {
    if count == 0 {
        return false;
    }
    let p = palette(ui);
    let words = t_with(key, &[("n", Arg::from(count as i64))]);
    let colour = if urgent { p.contradicted } else { p.accent };
    let link = ui.add(Link::new(Type::ControlMedium.text(words).color(colour)));
    link.on_hover_cursor(CursorIcon::PointingHand).clicked()
}
