//! What the threads tell, taken in.

use std::sync::Arc;

use eframe::egui;

use super::App;
use super::libraries::Opened;
use crate::command::{Command, ExportFormat, ExportRequest, Place, Tab};
use crate::domain::id::Id;
use crate::domain::kind::RecordKind;
use crate::domain::record::Owner;
use crate::error::Error;
use crate::jobs::{Answer, Ask, JobEvent, Pick};
use crate::ops::Outcome;
use crate::text::{Arg, t, t_with};
use crate::ui::{ImportReport, Importing, OcrProgress};
use crate::view::Undone;

impl App {
    /// Takes one event in.
    pub(super) fn on_event(&mut self, ctx: &egui::Context, event: JobEvent) {
        match event {
            JobEvent::Opened { session, path, read_only } => {
                self.on_opened(ctx, Opened { session, path, read_only });
            }
            JobEvent::NotOpened { path, error } => self.on_not_opened(path, error),
            JobEvent::Failed(error) => self.tell_error(&error),
            JobEvent::Refused { error, change } => {
                self.tell_refused(&error);
                self.refused.push((error, change));
            }
            JobEvent::NotMade(error) => {
                self.tell_error(&error);
                self.screens.inspector.not_made(&mut self.screens.draft);
            }
            JobEvent::Changed { outcome, select } => self.on_changed(outcome, select),
            JobEvent::Undone { undone, redo } => self.on_undone(undone, redo),
            JobEvent::NothingToUndo { redo } => {
                let words = if redo { t("notice-nothing-to-redo") } else { t("notice-nothing-to-undo") };
                self.screens.notices.put(words, None);
            }
            JobEvent::State { undo, redo, saved_at } => {
                self.data.undo = undo;
                self.data.redo = redo;
                self.data.saved_at = saved_at;
            }
            JobEvent::Done(words) => self.screens.notices.put(words, None),
            JobEvent::Written(words, file) => {
                let show = Command::ShowFolderOf(file);
                self.screens.notices.put_offering(words, t("notice-show-folder"), show);
            }
            JobEvent::ReadingPictures { article, page, pages } => {
                self.data.ocr.reading = Some(OcrProgress { article, page, pages });
            }
            JobEvent::PicturesRead { article } => self.data.ocr.done(article),
            JobEvent::ReadAgain | JobEvent::Compared { more: false } => self.refresh(),
            JobEvent::Compared { more: true } => self.jobs.compare_texts(),
            JobEvent::CopyReady(path) => self.open_copy(&path),
            JobEvent::Answer(answer) => self.on_answer(answer),
            JobEvent::Importing { import, case_id, done, total, file, rate } => {
                self.on_importing(Importing { import, case_id, done, total, file, rate, stopping: false });
            }
            JobEvent::Imported { import, case_id, lines, done, total, .. } => {
                let report = ImportReport { import, case_id, lines, done, total, watched: false };
                self.on_imported(ctx, report);
            }
            JobEvent::Watched { case_id, lines, until } => self.on_watched(case_id, lines, until),
            JobEvent::WatchedFolder { case_id, there } => self.on_watched_folder(case_id, there),
            JobEvent::Pasted(pasted) => self.on_pasted(ctx, pasted),
            JobEvent::AlreadyHere(article) => self.on_already_here(article),
            JobEvent::Picked { pick, paths } => {
                self.picking = false;
                self.on_picked(ctx, pick, paths);
            }
            JobEvent::NoPicker(pick) => {
                self.picking = false;
                self.screens.dialog =
                    Some(crate::ui::dialogs::OpenDialog::path(pick_words(&pick), pick_kind(&pick)));
            }
            JobEvent::Sample { case_id, open_at } => {
                self.go(Place::Case(case_id, Tab::Chronology));
                if let Some(id) = open_at {
                    self.select(Owner::Statement(id));
                }
            }
        }
    }

    fn on_undone(&mut self, undone: Undone, redo: bool) {
        // Today shows it as well.
        if self.navigation.place() != Place::Today {
            self.show_case(undone.case_id);
        }
        let here = !undone.apart || self.navigation.place().case() == undone.case_id;
        let what = if here { undone.words } else { t("notice-undone-elsewhere").to_owned() };
        let key = if redo { "notice-redone" } else { "notice-undone" };
        self.screens.notices.put(t_with(key, &[("what", Arg::from(what))]), None);
        self.refresh();
    }

    fn on_changed(&mut self, outcome: Outcome, select: bool) {
        if outcome.can_surprise() {
            let done = t_with("notice-done", &[("what", Arg::from(outcome.words.clone()))]);
            self.screens.notices.put(done, Some(t("command-undo")));
        }
        self.refresh();
        if matches!(outcome.made, Some((RecordKind::Statement, _))) {
            self.take_step(|steps| steps.marked = true);
        }
        let Some((kind, id)) = outcome.made.filter(|_| select) else { return };
        self.screens.inspector.made();
        self.screens.unsaved.made();
        match kind {
            RecordKind::Case => self.go(Place::Case(id, Tab::Overview)),
            RecordKind::Article => self.select(Owner::Article(id)),
            RecordKind::Party => self.select(Owner::Party(id)),
            RecordKind::Occasion => self.select(Owner::Occasion(id)),
            RecordKind::Statement => self.select(Owner::Statement(id)),
            RecordKind::Event => self.select(Owner::Event(id)),
            RecordKind::FollowUp => self.select(Owner::FollowUp(id)),
            RecordKind::Topic | RecordKind::Note => {}
        }
        self.refresh();
    }

    fn on_answer(&mut self, answer: Answer) {
        match answer {
            Answer::Library(view) => {
                // Whether the case shown is still there is said by the answer about it: this one may have been asked for
                // before the case was made.
                self.data.library = view;
                self.data.library_is_read = true;
                self.stop_watching_for_what_is_gone();
            }
            Answer::Case(view) => self.on_case(view),
            Answer::CaseGone(id) => {
                self.navigation.leave(id, Place::Cases);
                if let Some(library) = &self.data.path {
                    self.settings.forget_case(library, id);
                }
            }
            Answer::Article(view) => {
                let here = self.navigation.place().case();
                let of_here = here.is_none_or(|case| case == view.article.case_id);
                if of_here && self.is_wanted(view.article.id) {
                    if view.text.is_none() {
                        // It may have been installed a moment ago, for this article.
                        self.data.ocr.there = self.jobs.can_read_scans();
                    }
                    self.data.article = Some(view);
                }
            }
            Answer::Difference(view) => self.data.difference = Some(view),
            Answer::Encodings(view) => self.data.encodings = Some(view),
            Answer::Detail { of, view } => self.data.detail = Some((of, view)),
            Answer::Party(view) => self.data.party = Some(view),
            Answer::History(view) => self.data.history = Some(view),
            Answer::Quotes(view) => self.data.quotes = Some(view),
            Answer::Hits(view) => self.data.hits = Some(view),
            Answer::List(view) => self.data.list = Some(view),
            Answer::Outlets(view) => self.data.outlets = Some(view),
        }
    }

    /// Whether an article that arrived is still to be shown: not while another one that was selected is on its way.
    fn is_wanted(&self, article: Id) -> bool {
        let selected = match self.navigation.selection() {
            Some(Owner::Article(id)) => Some(id),
            _ => None,
        };
        let waits = self.navigation.reading().or(selected).filter(|_| self.data.article.is_none());
        let shown = self.screens.reading.show.map(|(id, _)| id);
        waits.is_none_or(|id| id == article) || shown == Some(article)
    }

    /// A case arrived: what is selected may be gone, and its article may only now be known.
    fn on_case(&mut self, view: Arc<crate::view::CaseView>) {
        let here = self.navigation.place().case();
        if here.is_some_and(|here| here != view.case.id) {
            return; // it was asked for before the person went elsewhere
        }
        let gone = self.navigation.selection().is_some_and(|of| !has(&view, of));
        self.data.case = Some(view);
        if gone && here.is_some() {
            self.navigation.select(None);
        }
        if let Some(selection) = self.navigation.selection() {
            self.show_article_of(selection);
        }
        if here.is_none() {
            self.ask_detail(); // a hit looked at: only now is its case known
        }
    }

    /// Notes a first step, once.
    pub(super) fn take_step(&mut self, step: impl FnOnce(&mut crate::ui::cases::FirstSteps)) {
        step(&mut self.data.steps);
        self.settings.set_steps(self.data.steps);
    }

    /// Goes to a case if another screen is shown.
    pub(super) fn show_case(&mut self, case_id: Option<Id>) {
        if let Some(case) = case_id.filter(|case| self.navigation.place().case() != Some(*case)) {
            self.go(Place::Case(case, Tab::Overview));
        }
    }

    /// Asks anew for all that is shown.
    pub(super) fn refresh(&mut self) {
        self.jobs.ask(Ask::Library);
        let case = self.navigation.place().case();
        if let Some(case) = case {
            if let Some(library) = &self.data.path {
                self.settings.set_last_case(library, case);
            }
            self.jobs.ask(Ask::Case(case));
        }
        if let Some(hits) = self.data.hits.as_ref().filter(|_| self.navigation.place() == Place::Search) {
            self.jobs.ask(Ask::Search { typed: hits.typed.clone(), scope: hits.scope });
        }
        if let Some(article) =
            self.navigation.reading().or(self.data.article.as_ref().map(|view| view.article.id))
        {
            self.ask_article(article);
        }
        self.ask_detail();
    }

    /// Asks for what hangs on the selected record.
    pub(super) fn ask_detail(&mut self) {
        let case = self.navigation.place().case().or(self.data.case.as_ref().map(|view| view.case.id));
        if let (Some(case_id), Some(of)) = (case, self.navigation.selection()) {
            self.jobs.ask(Ask::Detail { case_id, of });
        }
        if let Some(Owner::Party(id)) = self.navigation.selection() {
            self.jobs.ask(Ask::Party(id));
        }
    }

    /// A change was not written: it stays, with the reason, until it is tried again or let go.
    pub(super) fn tell_refused(&mut self, error: &Error) {
        tracing::warn!("a change was refused");
        let hint = error.hint.as_deref().unwrap_or_default();
        let words = format!("{} {hint}", error.message);
        self.screens.notices.put_lasting(words.trim_end(), Some(t("notice-try-again")));
    }

    pub(super) fn tell_error(&mut self, error: &Error) {
        tracing::warn!("something failed in front of the person");
        let words = match &error.hint {
            Some(hint) => format!("{} {hint}", error.message),
            None => error.message.clone(),
        };
        self.screens.notices.put(words, None);
    }

    pub(super) fn on_picked(&mut self, ctx: &egui::Context, pick: Pick, paths: Vec<std::path::PathBuf>) {
        let Some(first) = paths.first().cloned() else { return };
        let command = match pick {
            Pick::Articles | Pick::Folder => Command::Import(paths),
            Pick::Watched(case) => Command::Watch { case, folder: first },
            Pick::OpenLibrary => Command::OpenLibrary(first),
            Pick::NewLibrary => Command::CreateLibrary(first),
            Pick::Backup => return self.back_up_to(first),
            Pick::Original(article, _) => return self.save_original_to(article, first),
            Pick::Export(ending) => {
                Command::Export(ExportRequest {
                    format: ExportFormat::from_code(ending).unwrap_or(ExportFormat::Html),
                    rows: std::mem::take(&mut self.screens.export_rows),
                    to: Some(first),
                    // The system's dialog has asked.
                    replace: true,
                })
            }
        };
        self.run(ctx, command);
    }
}

/// Whether a record is in the case.
fn has(view: &crate::view::CaseView, of: Owner) -> bool {
    match of {
        Owner::Article(id) => view.article(id).is_some(),
        Owner::Party(id) => view.party(id).is_some(),
        Owner::Occasion(id) => view.occasion(id).is_some(),
        Owner::Statement(id) => view.statement(id).is_some(),
        Owner::Event(id) => view.event(id).is_some(),
        Owner::FollowUp(id) => view.follow_up(id).is_some(),
    }
}

fn pick_words(pick: &Pick) -> &'static str {
    match pick {
        Pick::Articles => t("path-articles"),
        Pick::Folder => t("path-folder"),
        Pick::Watched(_) => t("path-watch"),
        Pick::OpenLibrary => t("path-open-library"),
        Pick::NewLibrary => t("path-new-library"),
        Pick::Backup => t("path-backup"),
        Pick::Export(_) => t("path-export"),
        Pick::Original(..) => t("path-original"),
    }
}

fn pick_kind(pick: &Pick) -> crate::ui::dialogs::PathFor {
    use crate::ui::dialogs::PathFor;
    match pick {
        Pick::Articles | Pick::Folder => PathFor::Import,
        Pick::Watched(case) => PathFor::Watched(*case),
        Pick::OpenLibrary => PathFor::OpenLibrary,
        Pick::NewLibrary => PathFor::NewLibrary,
        Pick::Backup => PathFor::Backup,
        Pick::Export(ending) => PathFor::Export(ending),
        Pick::Original(article, _) => PathFor::Original(*article),
    }
}
