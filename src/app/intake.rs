//! How files come in: dropped, pasted, by a watched folder; and what the window does with what became of them.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use eframe::egui::{self, Event, Pos2};

use super::App;
use crate::command::{Command, Place, Tab};
use crate::domain::id::Id;
use crate::domain::record::Owner;
use crate::jobs::{Clipboard, Given, Pasted, SystemClipboard};
use crate::text::{Arg, t, t_with};
use crate::ui::{ImportReport, Importing, Watched};
use crate::view::{ImportLine, ImportStatus};

/// While files come in, what is shown is asked for anew at most so often: it is all rows of the case.
const REFRESHED: Duration = Duration::from_secs(1);
/// How long files that were dropped wait to learn where the pointer is: most systems say so only after the drop.
const POINTER: f64 = 0.25;

/// What the window keeps of files on their way in.
pub(super) struct Intake {
    pub(super) clipboard: Arc<dyn Clipboard>,
    dropped: Option<Dropped>,
    refreshed: Option<Instant>,
    /// Imports of files that failed before, each with the import whose list it mends.
    again: Vec<(Id, Id)>,
}

/// Files that were dropped a moment ago.
struct Dropped {
    paths: Vec<PathBuf>,
    /// When, in seconds of the window's clock.
    at: f64,
}

impl Default for Intake {
    fn default() -> Self {
        Self { clipboard: Arc::new(SystemClipboard), dropped: None, refreshed: None, again: Vec::new() }
    }
}

impl Intake {
    /// Nothing of the library before comes into another one.
    pub(super) fn library_shown(&mut self) {
        self.dropped = None;
        self.again.clear();
    }
}

impl App {
    /// Files dropped on the window: into the case in the navigation that the pointer is on, else where the person is.
    pub(super) fn dropped(&mut self, ctx: &egui::Context) -> Option<Command> {
        let paths: Vec<PathBuf> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        let now = ctx.input(|input| input.time);
        if !paths.is_empty() {
            self.intake.dropped = Some(Dropped { paths, at: now });
        }
        let waited = now - self.intake.dropped.as_ref()?.at;
        // Where the pointer was before the files were dragged in says nothing.
        let pointer = ctx.input(|input| input.events.iter().rev().find_map(pointer_of));
        if pointer.is_none() && waited < POINTER {
            ctx.request_repaint_after(Duration::from_secs_f64(POINTER - waited));
            return None;
        }
        let paths = self.intake.dropped.take()?.paths;
        let case = pointer.and_then(|pointer| crate::ui::shell::case_at(ctx, pointer));
        Some(case.map_or(Command::Import(paths.clone()), |case| Command::ImportInto { case, paths }))
    }

    pub(super) fn on_importing(&mut self, mut importing: Importing) {
        if let Some(going) = self.data.importing.iter_mut().find(|going| going.import == importing.import) {
            importing.stopping = going.stopping;
            *going = importing;
        } else {
            // Its progress is to be seen, but nobody is taken away from another case for it.
            if self.navigation.place().case().is_none() {
                self.go(Place::Case(importing.case_id, Tab::Articles));
            }
            self.data.importing.push(importing);
            self.intake.refreshed = None;
        }
        if self.intake.refreshed.is_none_or(|last| last.elapsed() >= REFRESHED) {
            self.intake.refreshed = Some(Instant::now());
            self.refresh();
        }
    }

    pub(super) fn on_imported(&mut self, ctx: &egui::Context, report: ImportReport) {
        self.data.importing.retain(|going| going.import != report.import);
        self.data.ocr.there = self.jobs.can_read_scans();
        let (case_id, done) = (report.case_id, report.done);
        let again = self.intake.again.iter().position(|(import, _)| *import == report.import);
        match again.map(|at| self.intake.again.remove(at)) {
            Some((_, mended)) => self.mend_report(mended, report),
            None => self.data.imported.push(Arc::new(report)),
        }
        // Not while something is typed, whose keys would mark articles there, and not from another case.
        let types = self.screens.draft.is_some() || self.screens.dialog.is_some() || ctx.text_edit_focused();
        let elsewhere = self.navigation.place().case().is_some_and(|here| here != case_id);
        let there = Place::Case(case_id, Tab::Articles);
        if !types && !elsewhere {
            self.go(there);
        } else if self.navigation.place() != there {
            let args = [("count", Arg::from(done as i64)), ("case", Arg::from(self.case_title(case_id)))];
            let words = t_with("notice-imported", &args);
            self.screens.notices.put_offering(words, t("notice-show"), Command::Go(there));
        }
        self.refresh();
    }

    fn case_title(&self, case_id: Id) -> String {
        let case = self.data.library.cases.iter().find(|line| line.case.id == case_id);
        case.map_or_else(String::new, |line| line.case.title.clone())
    }

    /// Puts the lines of files that were imported again in the place of those that failed.
    fn mend_report(&mut self, import: Id, new: ImportReport) {
        let Some(report) = self.data.imported.iter_mut().find(|report| report.import == import) else {
            self.data.imported.push(Arc::new(new));
            return;
        };
        let mended = Arc::make_mut(report);
        let tried: Vec<PathBuf> = new.lines.iter().map(|line| line.file.clone()).collect();
        let is_old = |line: &ImportLine| {
            let failed = matches!(line.status, ImportStatus::Failed(_));
            failed && tried.iter().any(|file| file.starts_with(&line.file) || line.file.starts_with(file))
        };
        mended.lines.retain(|line| !is_old(line));
        // What was in a file with one that failed is there already, which is no news.
        let is_news = |line: &ImportLine| match line.status {
            ImportStatus::Duplicate(id) => {
                !mended.lines.iter().any(|old| old.status == ImportStatus::Added(id))
            }
            _ => true,
        };
        let news: Vec<ImportLine> = new.lines.into_iter().filter(is_news).collect();
        mended.lines.extend(news);
    }

    /// Imports files again that failed in an import.
    pub(super) fn import_again(&mut self, import: Id, files: Vec<PathBuf>) {
        let Some(report) = self.data.imported.iter().find(|report| report.import == import) else { return };
        let again = self.jobs.import(Some(report.case_id), files);
        self.intake.again.push((again, import));
    }

    pub(super) fn cancel_import(&mut self, import: Id) {
        self.jobs.cancel_import(import);
        for going in self.data.importing.iter_mut().filter(|going| going.import == import) {
            going.stopping = true;
        }
    }

    /// Lets go of the list that is shown: the first of the case.
    pub(super) fn close_import_list(&mut self) {
        let here = self.navigation.place().case();
        let shown = self.data.imported.iter().position(|report| Some(report.case_id) == here);
        if let Some(shown) = shown {
            self.data.imported.remove(shown);
        }
    }
}

/// Where the pointer is after this.
fn pointer_of(event: &Event) -> Option<Pos2> {
    match event {
        Event::PointerMoved(pos) | Event::PointerButton { pos, .. } => Some(*pos),
        _ => None,
    }
}

// What is pasted.
impl App {
    pub(super) fn look_at_clipboard(&mut self) {
        self.data.not_pasted = false;
        self.jobs.look_at(Arc::clone(&self.intake.clipboard));
    }

    pub(super) fn on_pasted(&mut self, ctx: &egui::Context, pasted: Pasted) {
        let Some(case_id) = self.navigation.place().case().filter(|_| self.screens.is_pasting()) else {
            return;
        };
        match pasted {
            Pasted::Files(paths) => {
                self.screens.dialog = None;
                self.jobs.import(Some(case_id), paths);
            }
            Pasted::Page(page) => self.data.pasted = Some((case_id, page)),
            Pasted::Text(text) => self.screens.unsaved.paste(case_id, &text),
            Pasted::Nothing => self.data.not_pasted = true,
            // The window itself may be let, even where other ways are shut.
            Pasted::NotTold => ctx.send_viewport_cmd(egui::ViewportCommand::RequestPaste),
        }
    }

    pub(super) fn keep_page(&mut self, given: Given) {
        if let Some((case_id, page)) = self.data.pasted.take() {
            self.jobs.add_page(case_id, page, given);
        }
    }

    /// What was pasted is an article of the case already: that one is shown.
    pub(super) fn on_already_here(&mut self, article: Id) {
        self.screens.unsaved.made();
        self.select(Owner::Article(article));
        self.screens.notices.put(t("notice-already-here"), None);
        self.refresh();
    }
}

// Watched folders.
impl App {
    /// Watches the folders that were watched when this library was open last.
    pub(super) fn watch_as_before(&mut self) {
        let Some(library) = self.data.path.clone().filter(|_| self.data.read_only.is_none()) else { return };
        for watched in self.settings.watched(&library) {
            self.begin_watching(watched.case, watched.folder, watched.since);
        }
    }

    pub(super) fn watch(&mut self, case: Id, folder: PathBuf) {
        let since = SystemTime::now();
        let folder = std::path::absolute(&folder).unwrap_or(folder);
        if let Some(library) = &self.data.path {
            self.settings.watch(library, case, &folder, since);
        }
        self.begin_watching(case, folder, since);
    }

    fn begin_watching(&mut self, case_id: Id, folder: PathBuf, since: SystemTime) {
        self.data.watched.retain(|watched| watched.case_id != case_id);
        self.data.watched.push(Watched { case_id, folder: folder.clone(), there: true });
        self.jobs.watch(case_id, folder, since);
    }

    pub(super) fn stop_watching(&mut self, case: Id) {
        self.jobs.stop_watching(case);
        self.data.watched.retain(|watched| watched.case_id != case);
        if let Some(library) = &self.data.path {
            self.settings.stop_watching(library, case);
        }
    }

    pub(super) fn stop_watching_for_what_is_gone(&mut self) {
        let cases = &self.data.library.cases;
        let is_gone = |watched: &&Watched| !cases.iter().any(|line| line.case.id == watched.case_id);
        let gone: Vec<Id> = self.data.watched.iter().filter(is_gone).map(|watched| watched.case_id).collect();
        for case in gone {
            self.stop_watching(case);
        }
    }

    /// Files came in by themselves: told quietly, and not at all if the case had them all.
    pub(super) fn on_watched(&mut self, case_id: Id, mut lines: Vec<ImportLine>, until: SystemTime) {
        let watched = self.data.watched.iter().find(|watched| watched.case_id == case_id);
        if let (Some(watched), Some(library)) = (watched, &self.data.path) {
            self.settings.watch(library, case_id, &watched.folder, until);
        }
        lines.retain(|line| !matches!(line.status, ImportStatus::Duplicate(_)));
        if lines.is_empty() {
            return;
        }
        let count = lines.len();
        let report =
            ImportReport { import: Id::new(), case_id, lines, done: count, total: count, watched: true };
        self.data.came_in.push(Arc::new(report));
        let case = self.case_title(case_id);
        let all: usize = self.came_in(case_id).map(|report| report.lines.len()).sum();
        let words = t_with("notice-came-in", &[("count", Arg::from(all as i64)), ("case", Arg::from(case))]);
        self.screens.notices.put_offering(words, t("notice-show"), Command::ShowCameIn(case_id));
        self.refresh();
    }

    fn came_in(&self, case_id: Id) -> impl Iterator<Item = &Arc<ImportReport>> {
        self.data.came_in.iter().filter(move |report| report.case_id == case_id)
    }

    /// Shows what came into a case by itself, as one list.
    pub(super) fn show_came_in(&mut self, case_id: Id) {
        let lines: Vec<ImportLine> =
            self.came_in(case_id).flat_map(|report| report.lines.iter().cloned()).collect();
        self.data.came_in.retain(|report| report.case_id != case_id);
        if !lines.is_empty() {
            let count = lines.len();
            let report =
                ImportReport { import: Id::new(), case_id, lines, done: count, total: count, watched: true };
            self.data.imported.insert(0, Arc::new(report));
        }
        self.go(Place::Case(case_id, Tab::Articles));
    }

    pub(super) fn on_watched_folder(&mut self, case_id: Id, there: bool) {
        let Some(watched) = self.data.watched.iter_mut().find(|watched| watched.case_id == case_id) else {
            return;
        };
        watched.there = there;
        let folder = Arg::from(watched.folder.display().to_string());
        let key = if there { "notice-watched-back" } else { "notice-watched-gone" };
        self.screens.notices.put(t_with(key, &[("folder", folder)]), None);
    }
}
