//! Going from one library to another. The one that is shown stays open until the other one is there and nothing typed
//! in it is left unwritten.

use std::path::PathBuf;

use eframe::egui::Context;

use super::App;
use crate::command::Place;
use crate::error::Error;
use crate::jobs::{ImportEnd, JobEvent, Jobs, Pick, Session};
use crate::text::{Arg, t_with};
use crate::ui::Screens;
use crate::ui::dialogs::OpenDialog;

/// A library that is open and not shown yet.
pub(super) struct Opened {
    pub(super) session: Session,
    pub(super) path: PathBuf,
    pub(super) read_only: Option<String>,
}

impl App {
    /// A library is there. It is shown, unless something in the one before is not finished: then that is asked first.
    pub(super) fn on_opened(&mut self, ctx: &Context, opened: Opened) {
        self.keep_library();
        if self.data.path.is_none() {
            return self.show_library(opened);
        }
        let mut commands = Vec::new();
        self.screens.write_fields(ctx.input(|input| input.time), &mut commands);
        for command in commands {
            self.run(ctx, command);
        }
        if self.screens.unfinished().is_some() || !self.refused.is_empty() {
            self.opened = Some(opened);
            self.screens.dialog = Some(OpenDialog::Switch);
        } else {
            self.screens = Screens::default();
            self.show_library(opened);
        }
    }

    /// Goes over to the library that waits, and lets go of what is unfinished.
    pub(super) fn switch_library(&mut self) {
        if let Some(opened) = self.opened.take() {
            self.refused.clear();
            self.screens = Screens::default();
            self.show_library(opened);
        }
    }

    /// Stays in the library that is shown: the one that waits is closed again.
    pub(super) fn keep_library(&mut self) {
        if let Some(waiting) = self.opened.take() {
            self.jobs.close(waiting.session);
        }
    }

    fn show_library(&mut self, opened: Opened) {
        let Opened { session, path, read_only } = opened;
        self.jobs.show(session, &path);
        self.settings.opened(&path);
        let (recent, steps) = (self.settings.recent.clone(), self.settings.steps);
        self.navigation = super::Navigation::default();
        if let Some(case) = self.settings.last_case(&path) {
            self.navigation.go(Place::Case(case, crate::command::Tab::Overview));
        }
        self.data =
            crate::ui::Data { path: Some(path), read_only, recent, steps, ..crate::ui::Data::default() };
        self.intake.library_shown();
        self.watch_as_before();
        self.refresh();
        if self.data.read_only.is_none() {
            self.jobs.compare_texts();
        }
    }

    /// The library before stays open, if there was one.
    pub(super) fn on_not_opened(&mut self, path: PathBuf, error: Error) {
        if self.data.path.is_some() {
            self.tell_error(&error);
        } else {
            tracing::warn!("a library could not be opened");
            self.data.not_opened = Some((path, error));
        }
    }

    /// What comes of work on a library that is not shown any more: only what the person has to know.
    pub(super) fn on_late(&mut self, ctx: &Context, event: JobEvent) {
        match event {
            JobEvent::Failed(_)
            | JobEvent::Refused { .. }
            | JobEvent::Done(_)
            | JobEvent::Picked { pick: Pick::OpenLibrary | Pick::NewLibrary, .. }
            | JobEvent::NoPicker(Pick::OpenLibrary | Pick::NewLibrary) => self.on_event(ctx, event),
            JobEvent::NotMade(error) => self.tell_error(&error),
            JobEvent::Imported { done, total, end: ImportEnd::LibraryClosed, .. } => {
                let args = [("done", Arg::from(done as i64)), ("total", Arg::from(total as i64))];
                self.screens.notices.put_lasting(t_with("import-library-closed", &args), None);
            }
            JobEvent::Picked { paths, .. } => {
                self.picking = false;
                if !paths.is_empty() {
                    self.tell_error(&Jobs::closed());
                }
            }
            JobEvent::NoPicker(_) => self.picking = false,
            _ => {}
        }
    }
}
