//! Commands, run after drawing.

use std::path::PathBuf;

use eframe::egui;

use super::{App, copy};
use crate::command::{Command, ExportRequest, Place, Question, Tab, UiCommand};
use crate::domain::change::StatementChange;
use crate::domain::change::{
    ArticleChange, CaseChange, Change, EventChange, FollowUpChange, OccasionChange, PartyChange,
};
use crate::domain::id::Id;
use crate::domain::record::Owner;
use crate::jobs::{Ask, Given, JobEvent, Pick, export};
use crate::text::{Arg, t, t_with};
use crate::ui::dialogs::{OpenDialog, export_dialog, export_name};
use crate::ui::draft::{Draft, DraftKind};
use crate::ui::shell::Step;
use crate::ui::theme::{Mode, set_mode};

impl App {
    /// Runs one command.
    pub(super) fn run(&mut self, ctx: &egui::Context, command: Command) {
        match command {
            Command::Ui(command) => self.run_ui(ctx, command),
            Command::Go(place) => self.go(place),
            Command::Select(of) => {
                if self.data.steps.marked && matches!(of, Owner::Statement(_)) {
                    self.take_step(|steps| steps.found = true);
                }
                self.select(of);
            }
            Command::Preview { case, of } => self.preview(case, of),
            Command::Deselect => self.navigation.select(None),
            Command::ShowInArticle { article, span } => {
                self.screens.reading.show = Some((article, span));
                if self.navigation.reading().is_some() {
                    self.navigation.read(Some(article));
                }
                self.ask_article(article);
            }
            Command::Read(article) => {
                self.navigation.read(article);
                if let Some(article) = article {
                    self.ask_article(article);
                }
            }
            Command::Change { change, group } => {
                self.jobs.change(self.case_of(&change), group, change, false);
            }
            Command::Make(change) => self.jobs.change(self.case_of(&change), None, change, true),
            Command::MergeParty(id) => self.open(OpenDialog::merge_party(id)),
            Command::MergeParties(ids) => self.open(OpenDialog::merge_parties(ids)),
            Command::SplitParty(id) => self.open(OpenDialog::split_party(id)),
            Command::MergeStatement { id, other } => self.open(OpenDialog::merge_statement(id, other)),
            Command::SplitStatement(id) => self.open(OpenDialog::split_statement(id)),
            Command::LinkStatement(id) => self.open(OpenDialog::link_statement(id)),
            Command::CopyText(text) => ctx.copy_text(text),
            Command::CopyQuotes(ids) => self.copy_quotes(ctx, &ids),
            Command::CopyChronology(rows) => self.copy_chronology(ctx, &rows),
            Command::Import(paths) => {
                self.jobs.import(self.navigation.place().case(), paths);
            }
            Command::ImportInto { case, paths } => {
                self.jobs.import(Some(case), paths);
            }
            Command::ImportAgain { import, files } => self.import_again(import, files),
            Command::LookAtClipboard => self.look_at_clipboard(),
            Command::DropPage => self.data.pasted = None,
            Command::KeepPage { title, kind, published } => self.keep_page(Given { title, kind, published }),
            Command::Watch { case, folder } => self.watch(case, folder),
            Command::StopWatching(case) => self.stop_watching(case),
            Command::ShowCameIn(case) => self.show_came_in(case),
            Command::CloseFirstSteps => self.take_step(|steps| steps.closed = true),
            Command::OpenRows(article) => {
                self.data.list = None;
                self.jobs.read_list(article, None);
                self.open(OpenDialog::list_rows(article));
            }
            Command::MakeRows { article, mapping } => {
                self.jobs.make_rows(article, mapping);
            }
            Command::CancelImport(import) => self.cancel_import(import),
            Command::SwitchLibrary => self.switch_library(),
            Command::KeepLibrary => self.keep_library(),
            Command::QuitAnyway => {
                self.screens.quits_anyway = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
            Command::CloseImportList => self.close_import_list(),
            Command::ReadAgain(articles) => self.jobs.read_again(articles),
            Command::ReadWithOcr(articles) => {
                self.data.ocr.asked(&articles);
                self.jobs.read_with_ocr(articles);
            }
            Command::CancelOcr => self.jobs.cancel_ocr(),
            Command::ShowVersion { article, version } => {
                self.screens.reading.version = version.map(|version| (article, version));
                self.ask_article(article);
            }
            Command::WhatChanged { article, between } => {
                self.data.difference = None;
                self.open(OpenDialog::difference(article, between));
            }
            Command::ChooseEncoding(article) => {
                self.data.encodings = None;
                self.open(OpenDialog::encoding(article));
            }
            Command::ReadIn(article, encoding) => {
                // The new version is what is to be seen.
                self.screens.reading.version = None;
                self.jobs.read_in(article, encoding);
            }
            Command::VerifyOriginal(article) => self.verify_original(article),
            Command::OpenOriginal(article) => self.open(OpenDialog::OpenOriginal(article)),
            Command::OpenCopy(article) => self.jobs.copy_original(article),
            Command::SaveOriginal(article) => self.save_original(article),
            Command::OpenLibrary(path) => self.jobs.open(path, false),
            Command::CreateLibrary(path) => self.jobs.open(with_ending(path), true),
            Command::ShowFolderOf(file) => self.picker.show_folder_of(&file, &self.jobs.events()),
            Command::BackUp(path) => self.back_up_to(path),
            Command::SaveOriginalTo(article, path) => self.save_original_to(article, path),
            Command::Export(request) => self.export(request),
            Command::Ask(question) => self.ask(question),
        }
    }

    fn run_ui(&mut self, ctx: &egui::Context, command: UiCommand) {
        if let Some(why) = crate::ui::shell::why_not(&self.cx(), command) {
            return self.screens.notices.put(why, None);
        }
        match command {
            UiCommand::NewLibrary => self.pick(Pick::NewLibrary, "Library.casefile"),
            UiCommand::OpenLibrary => self.pick(Pick::OpenLibrary, ""),
            UiCommand::SampleCase => self.open_sample(),
            UiCommand::Backup => self.pick(Pick::Backup, "Backup.casefile"),
            UiCommand::CheckLibrary => self.check_library(),
            UiCommand::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
            UiCommand::NewCase => self.open(OpenDialog::new_case()),
            UiCommand::CaseSettings => self.open_for_case(OpenDialog::case_settings),
            UiCommand::DeleteCase => self.open_for_case(OpenDialog::delete_case),
            UiCommand::ImportFiles => self.pick(Pick::Articles, ""),
            UiCommand::ImportFolder => self.pick(Pick::Folder, ""),
            UiCommand::WatchFolder => {
                if let Some(case) = self.navigation.place().case() {
                    self.pick(Pick::Watched(case), "");
                }
            }
            UiCommand::PasteArticle => self.open(OpenDialog::paste()),
            UiCommand::NewNote => self.open(OpenDialog::new_note()),
            UiCommand::NewFollowUp => self.screens.draft = Some(Draft::typed(DraftKind::FollowUp)),
            UiCommand::NewEvent => self.screens.draft = Some(Draft::typed(DraftKind::Event)),
            UiCommand::NewStatement => self.screens.draft = Some(Draft::typed(DraftKind::Statement)),
            UiCommand::ExportChronology => self.open_export(),
            UiCommand::Undo => self.jobs.undo(false),
            UiCommand::Redo => self.jobs.undo(true),
            UiCommand::CopyQuote => self.copy_selected(ctx),
            UiCommand::DeleteRecord => self.delete_selected(),
            UiCommand::History => {
                self.open(OpenDialog::history(self.navigation.place().case()));
            }
            UiCommand::Find => self.go(Place::Search),
            UiCommand::Palette => self.open(OpenDialog::palette()),
            UiCommand::Back => {
                if self.navigation.back() {
                    self.arrive();
                }
            }
            UiCommand::NextPart => self.screens.step = Some(Step::Next),
            UiCommand::PreviousPart => self.screens.step = Some(Step::Previous),
            UiCommand::Today => self.go(Place::Today),
            UiCommand::Parties => self.go(Place::Parties),
            UiCommand::Overview => self.go_tab(Tab::Overview),
            UiCommand::Articles => self.go_tab(Tab::Articles),
            UiCommand::Statements => self.go_tab(Tab::Statements),
            UiCommand::Chronology => self.go_tab(Tab::Chronology),
            UiCommand::CaseParties => self.go_tab(Tab::Parties),
            UiCommand::FollowUps => self.go_tab(Tab::FollowUps),
            UiCommand::Timeline => self.go_tab(Tab::Timeline),
            UiCommand::Light => self.set_theme(ctx, Mode::Light),
            UiCommand::Dark => self.set_theme(ctx, Mode::Dark),
            UiCommand::AsSystem => self.set_theme(ctx, Mode::System),
            UiCommand::ToggleTheme => {
                let dark = ctx.theme() == egui::Theme::Dark;
                self.set_theme(ctx, if dark { Mode::Light } else { Mode::Dark });
            }
            UiCommand::Guide => self.open(OpenDialog::guide()),
        }
    }

    fn case_id(&self) -> Option<Id> {
        self.navigation.place().case().or_else(|| self.data.case.as_ref().map(|view| view.case.id))
    }

    /// The case a change is filed under if it names none: a case that is made is in none.
    fn case_of(&self, change: &Change) -> Option<Id> {
        if matches!(change, Change::Case(CaseChange::New { .. })) { None } else { self.case_id() }
    }

    fn set_theme(&mut self, ctx: &egui::Context, mode: Mode) {
        set_mode(ctx, mode);
        self.settings.set_theme(mode);
    }

    fn open(&mut self, dialog: OpenDialog) {
        self.screens.dialog = Some(dialog);
    }

    fn open_for_case(&mut self, dialog: impl Fn(Id) -> OpenDialog) {
        if let Some(case) = self.navigation.place().case() {
            self.open(dialog(case));
        }
    }

    fn go_tab(&mut self, tab: Tab) {
        if let Some(case) = self.navigation.place().case() {
            self.go(Place::Case(case, tab));
        }
    }

    pub(super) fn go(&mut self, place: Place) {
        if place == Place::Search {
            self.screens.search.open(self.navigation.place().case());
        }
        self.navigation.go(place);
        self.arrive();
    }

    /// Shows the place gone to. What was shown of another case goes: nothing of it may end up in this one.
    fn arrive(&mut self) {
        // The reader comes with the screen: the words of what is selected are to be seen there.
        self.screens.reading.shown_for = None;
        let case = self.navigation.place().case();
        if case.is_some() && self.data.case.as_ref().map(|view| view.case.id) != case {
            self.data.article = None;
            self.data.detail = None;
            self.screens.filter = crate::ui::filter_bar::Asking::default();
        }
        self.refresh();
    }

    /// Selects a record and shows its article at its words.
    pub(super) fn select(&mut self, of: Owner) {
        self.navigation.select(Some(of));
        self.ask_detail();
        self.show_article_of(of);
    }

    /// Has the reader show the article a record rests on.
    pub(super) fn show_article_of(&mut self, of: Owner) {
        let Some(case) = &self.data.case else { return };
        let sources = match of {
            Owner::Article(id) => {
                if self.data.article.as_ref().is_none_or(|view| view.article.id != id) {
                    self.data.article = None;
                    self.ask_article(id);
                }
                return;
            }
            Owner::Statement(id) => case.statement(id).map(|row| &row.sources),
            Owner::Event(id) => case.event(id).map(|row| &row.sources),
            Owner::FollowUp(id) => case.follow_up(id).map(|row| &row.sources),
            Owner::Party(_) | Owner::Occasion(_) => None,
        };
        // While an article has the whole middle it stays there.
        if self.navigation.reading().is_some() {
            return;
        }
        if let Some(source) = sources.and_then(|sources| sources.first()) {
            if self.screens.reading.shown_for != Some(of) {
                self.screens.reading.show = Some((source.article_id, source.span));
                self.screens.reading.shown_for = Some(of);
            }
            self.ask_article(source.article_id);
        } else {
            self.data.article = None;
            self.screens.reading.shown_for = None;
        }
    }

    /// Selects a record that may be of another case than the one whose rows are there.
    fn preview(&mut self, case: Option<Id>, of: Owner) {
        if let Some(case) = case.filter(|id| self.data.case.as_ref().is_none_or(|view| view.case.id != *id)) {
            self.data.article = None;
            self.data.detail = None;
            self.jobs.ask(Ask::Case(case));
        }
        self.select(of);
    }

    fn delete_selected(&mut self) {
        let Some(of) = self.navigation.selection() else { return };
        let change: Change = match of {
            Owner::Article(id) => ArticleChange::Delete { ids: vec![id] }.into(),
            Owner::Party(id) => match self.case_id().filter(|_| self.navigation.place() != Place::Parties) {
                Some(case_id) => PartyChange::RemoveFromCase { case_id, ids: vec![id] }.into(),
                None => PartyChange::Delete { id }.into(),
            },
            Owner::Occasion(id) => OccasionChange::Delete { id }.into(),
            Owner::Statement(id) => StatementChange::Delete { ids: vec![id] }.into(),
            Owner::Event(id) => EventChange::Delete { ids: vec![id] }.into(),
            Owner::FollowUp(id) => FollowUpChange::Delete { ids: vec![id] }.into(),
        };
        self.navigation.select(None);
        self.jobs.change(self.case_id(), None, change, false);
    }

    fn copy_selected(&mut self, ctx: &egui::Context) {
        if let Some(Owner::Statement(id)) = self.navigation.selection() {
            self.copy_quotes(ctx, &[id]);
        } else {
            self.screens.notices.put(t("notice-select-statement"), None);
        }
    }

    fn copy_quotes(&mut self, ctx: &egui::Context, ids: &[Id]) {
        let case = self.data.case.clone().filter(|case| ids.iter().any(|id| case.statement(*id).is_some()));
        let Some(case) = case else {
            self.screens.notices.put(t("notice-nothing-copied"), None);
            return;
        };
        ctx.copy_text(copy::quotes_with_sources(&case, ids));
        self.take_step(|steps| steps.copied = true);
        let used = copy::wordings(&case, ids);
        let words = t_with("notice-copied", &[("count", Arg::from(used.len() as i64))]);
        self.screens.notices.put(words, None);
        self.jobs.note_use("copy", used);
    }

    fn copy_chronology(&mut self, ctx: &egui::Context, rows: &[Owner]) {
        let Some(case) = self.data.case.clone() else { return };
        ctx.copy_text(copy::chronology_with_sources(&case, rows));
        let words = t_with("notice-rows-copied", &[("count", Arg::from(rows.len() as i64))]);
        self.screens.notices.put(words, None);
        let statement = |of: &Owner| if let Owner::Statement(id) = of { Some(*id) } else { None };
        let ids: Vec<Id> = rows.iter().filter_map(statement).collect();
        self.jobs.note_use("copy", copy::wordings(&case, &ids));
    }

    fn ask(&mut self, question: Question) {
        match question {
            Question::History { case } => self.jobs.ask(Ask::History { case_id: case }),
            Question::Difference { article, between } => {
                self.jobs.ask(Ask::Difference { article, between });
            }
            Question::Encodings(id) => self.jobs.ask(Ask::Encodings(id)),
            Question::Party(id) => self.jobs.ask(Ask::Party(id)),
            Question::Outlets(case) => self.jobs.ask(Ask::Outlets(case)),
            Question::Quotes(rows) => {
                if let Some(case_id) = self.case_id() {
                    self.data.quotes = None;
                    self.jobs.ask(Ask::Quotes { case_id, rows });
                }
            }
            Question::List { article, mapping } => self.jobs.read_list(article, mapping),
            Question::Search { typed, scope } => self.jobs.ask(Ask::Search { typed, scope }),
        }
    }

    /// Shows the system's file dialog, unless one is open.
    pub(super) fn pick(&mut self, pick: Pick, suggested: &str) {
        if !self.picking {
            self.picking = true;
            self.picker.pick(pick, suggested, &self.jobs.events());
        }
    }

    /// Asks for an export of the case into the person's documents.
    fn open_export(&mut self) {
        let Some(case) = self.data.case.as_ref() else { return };
        let dialog = export_dialog(super::settings::documents(), &case.case.title);
        self.open(dialog);
    }

    /// Writes an export, or asks where to.
    fn export(&mut self, request: ExportRequest) {
        let Some(case_id) = self.case_id() else { return };
        let Some(to) = request.to else {
            self.screens.export_rows = request.rows;
            let title = self.data.case.as_ref().map_or("", |view| &view.case.title);
            let name = format!("{}.{}", export_name(title), request.format.code());
            return self.pick(Pick::Export(request.format.code()), &name);
        };
        self.jobs.with_library(move |library, events| {
            let (format, rows) = (request.format, &request.rows);
            let written = export::write_file(library, case_id, format, rows, &to, request.replace);
            events.send(written.map_or_else(JobEvent::Failed, |written| {
                let file = Arg::from(written.path.display().to_string());
                let args = [("file", file), ("count", Arg::from(written.rows as i64))];
                JobEvent::Written(t_with("export-written", &args), written.path)
            }));
        });
    }

    fn check_library(&mut self) {
        self.jobs.with_library(|library, events| match library.check() {
            Ok(report) if report.problems.is_empty() => {
                events.send(JobEvent::Done(t("notice-checked").to_owned()));
            }
            Ok(report) => {
                let first = report.problems.first().map(|problem| problem.words.clone()).unwrap_or_default();
                let count = Arg::from(report.problems.len() as i64);
                events.send(JobEvent::Done(t_with(
                    "notice-check-found",
                    &[("count", count), ("first", Arg::from(first))],
                )));
            }
            Err(error) => events.send(JobEvent::Failed(error)),
        });
    }

    pub(super) fn back_up_to(&mut self, path: PathBuf) {
        let path = with_ending(path);
        self.jobs.with_library(move |library, events| {
            let name = path.display().to_string();
            match library.backup(&path, &mut |_, _| {}) {
                Ok(()) => {
                    let words = t_with("notice-backed-up", &[("file", Arg::from(name))]);
                    events.send(JobEvent::Written(words, path));
                }
                Err(error) => events.send(JobEvent::Failed(error)),
            }
        });
    }
}

/// The path with the ending of libraries.
fn with_ending(path: PathBuf) -> PathBuf {
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("casefile")) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".casefile");
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_is_added_to_whatever_name_has_another() {
        let with = |path: &str| with_ending(PathBuf::from(path)).display().to_string();
        assert_eq!(with("a/Case v1.2"), "a/Case v1.2.casefile");
        assert_eq!(with("a/Harbour"), "a/Harbour.casefile");
        assert_eq!(with("a/Harbour.casefile"), "a/Harbour.casefile");
    }
}
