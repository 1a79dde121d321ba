//! Articles: the list, sorting it by single keys, and what became of an import.

mod bulk;
mod chips;
mod drop_target;
mod filter;
mod foot;
mod import_line;
mod import_progress;
mod import_sheet;
mod list;
mod missing;
mod rows;
mod selection;

use eframe::egui::{Align, Layout, Ui};

use super::Cx;
use super::theme::{Type, size};
use super::widgets::{empty_state, view_chip};
use crate::command::{Command, UiCommand};
use crate::domain::id::Id;
use crate::text::{Arg, t, t_with};
use crate::view::CaseView;

pub use drop_target::drop_target_ui;
pub(in crate::ui) use import_progress::progress_words;

/// What this screen remembers.
#[derive(Debug, Default)]
pub struct ArticlesState {
    filter: filter::ArticleFilter,
    rows: rows::Rows,
    chosen: selection::Chosen,
    bulk: bulk::BulkState,
    import: import_sheet::ImportSheetState,
}

impl ArticlesState {
    /// The articles before and after this one as the list has them; as the case has them if it was not drawn yet.
    #[must_use]
    pub fn around(&self, case: &CaseView, article: Id) -> (Option<Id>, Option<Id>) {
        let listed = self.rows.ids();
        if listed.contains(&article) {
            beside(listed, article)
        } else {
            let all: Vec<Id> = case.articles.iter().map(|row| row.article.id).collect();
            beside(&all, article)
        }
    }
}

fn beside(ids: &[Id], id: Id) -> (Option<Id>, Option<Id>) {
    let Some(at) = ids.iter().position(|one| *one == id) else { return (None, None) };
    let before = at.checked_sub(1).and_then(|before| ids.get(before));
    (before.copied(), ids.get(at + 1).copied())
}

/// Draws it.
pub fn articles_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut ArticlesState, out: &mut Vec<Command>) {
    import_sheet::import_sheet_ui(ui, cx, &mut state.import, out);
    let Some(case) = cx.data.case.as_ref().filter(|_| cx.case().is_some()) else { return };
    if case.articles.is_empty() {
        let importing = !cx.data.importing.is_empty();
        let button = cx.can_write().then(|| t("command-import"));
        if !importing && empty_state(ui, t("articles-empty"), button, t("articles-empty-quicker")) {
            out.push(Command::Ui(UiCommand::ImportFiles));
        }
        return;
    }
    state.rows.refresh(case, &state.filter);
    state.chosen.keep_only(&state.rows);
    ui.horizontal_top(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            count_ui(ui, &state.rows, case.articles.len());
            if cx.can_write() && !case.to_read_again.is_empty() {
                let args = [("count", Arg::from(case.to_read_again.len() as i64))];
                let chip = view_chip(ui, &t_with("articles-read-again", &args));
                if chip.on_hover_text(t("articles-read-again-tip")).clicked() {
                    out.push(Command::ReadAgain(case.to_read_again.clone()));
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Min).with_main_wrap(true), |ui| {
                chips::chips_ui(ui, &mut state.filter, &state.rows);
            });
        });
    });
    ui.add_space(4.0);
    foot::foot_ui(ui, cx, state, out);
    if state.rows.ids().is_empty() {
        if empty_state(ui, t("articles-none-fit"), Some(t("articles-clear-filters")), "") {
            state.filter = filter::ArticleFilter::default();
        }
        return;
    }
    list::list_ui(ui, cx, case, state, out);
}

/// How many rows show, where that is not all of them.
fn count_ui(ui: &mut Ui, rows: &rows::Rows, all: usize) {
    if rows.ids().len() < all {
        ui.add_space(size::GAP);
        let args = [("shown", Arg::from(rows.ids().len() as i64)), ("all", Arg::from(all as i64))];
        ui.label(Type::Label.muted(ui, t_with("articles-shown", &args)));
    }
}
