//! What holds the window's state together: drains the jobs, holds the view data, runs the commands.

mod copy;
mod events;
mod field_undo;
mod intake;
mod libraries;
pub mod log;
mod navigation;
mod originals;
mod run;
mod settings;
mod shortcuts;
mod window;

use std::path::PathBuf;

use eframe::egui;

use crate::command::{Command, UiCommand};
use crate::domain::date;
use crate::error::Error;
use crate::jobs::{Clipboard, FilePicker, Jobs, Refused};
use crate::text::t;
use crate::ui::widgets::{Notice, NoticeAnswer};
use crate::ui::{self, Cx, Data, Screens};

pub use navigation::Navigation;
pub use settings::{Settings, default_library};
pub use window::{OpenOn, open_window};

/// The program with its window.
pub struct App {
    jobs: Jobs,
    data: Data,
    screens: Screens,
    navigation: Navigation,
    settings: Settings,
    picker: Box<dyn FilePicker>,
    /// Whether a file dialog is open: a second one must not be.
    picking: bool,
    /// What the window's title says.
    title: String,
    /// Changes that could not be written, until they are or the person lets go of them.
    refused: Vec<(Error, Refused)>,
    /// A library that was opened and waits until the person lets go of what is unfinished.
    opened: Option<libraries::Opened>,
    intake: intake::Intake,
}

impl App {
    /// The program over `library`, which is made if it is not there.
    #[must_use]
    pub fn new(
        ctx: &egui::Context,
        library: PathBuf,
        settings: Settings,
        picker: Box<dyn FilePicker>,
    ) -> Self {
        ui::theme::apply(ctx, settings.theme());
        let waker = ctx.clone();
        let mut jobs = Jobs::start(std::sync::Arc::new(move || waker.request_repaint()));
        jobs.open(library, true);
        let data = Data { recent: settings.recent.clone(), steps: settings.steps, ..Data::default() };
        Self {
            jobs,
            data,
            screens: Screens::default(),
            navigation: Navigation::default(),
            settings,
            picker,
            picking: false,
            title: String::new(),
            refused: Vec::new(),
            opened: None,
            intake: intake::Intake::default(),
        }
    }

    /// The same, with another clipboard than the desktop's; for tests.
    #[must_use]
    pub fn with_clipboard(mut self, clipboard: std::sync::Arc<dyn Clipboard>) -> Self {
        self.intake.clipboard = clipboard;
        self
    }

    /// What the window shows now; for tests that drive it.
    #[must_use]
    pub fn data(&self) -> &Data {
        &self.data
    }

    /// Whether all that was asked of the threads is done and shown at the next frame; for tests that drive the window.
    #[must_use]
    pub fn is_at_rest(&self) -> bool {
        self.jobs.are_at_rest()
    }

    /// Selects words of the article in the reader, as the pointer does; for tests that drive the window.
    pub fn select_words(&mut self, span: crate::domain::span::Span) {
        self.screens.reading.select = Some(span);
    }

    /// What views and the menu go by.
    fn cx(&self) -> Cx<'_> {
        cx(&self.navigation, &self.data)
    }

    /// Makes the sample case, or finds the one there is, and shows it.
    pub fn open_sample(&self) {
        self.jobs.open_sample();
    }

    /// Runs a command, as if the person had given it.
    pub fn command(&mut self, ctx: &egui::Context, command: Command) {
        self.run(ctx, command);
    }
}

fn cx<'a>(navigation: &Navigation, data: &'a Data) -> Cx<'a> {
    Cx {
        place: navigation.place(),
        data,
        selection: navigation.selection(),
        reading: navigation.reading(),
        today: date::today(),
    }
}

impl App {
    /// A notice offers to try again what was refused, to do what it says, or to undo what was done.
    fn on_notice_answered(&mut self, notice: Notice, answer: NoticeAnswer, commands: &mut Vec<Command>) {
        let acts = answer == NoticeAnswer::Acted;
        if notice.action.as_deref() != Some(t("notice-try-again")) {
            if acts {
                commands.push(notice.command.unwrap_or(Command::Ui(UiCommand::Undo)));
            }
            return;
        }
        // Closed: the person lets go of them.
        for (_, refused) in std::mem::take(&mut self.refused) {
            if acts {
                self.jobs.try_again(refused);
            }
        }
    }

    /// What was refused is told again once another notice that took its place is gone.
    fn tell_refused_again(&mut self) {
        let error = self.refused.last().map(|(error, _)| error.clone());
        if let Some(error) = error.filter(|_| self.screens.notices.current().is_none()) {
            self.tell_refused(&error);
        }
    }

    /// Asks before the window closes over something typed that is not kept yet.
    fn hold_on_to_what_is_unfinished(&mut self, ctx: &egui::Context) {
        let closes = ctx.input(|input| input.viewport().close_requested());
        let unfinished = self.screens.unfinished().is_some() || !self.refused.is_empty();
        if closes && unfinished && !self.screens.quits_anyway {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.screens.dialog = Some(ui::dialogs::OpenDialog::Quit);
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        while let Some(told) = self.jobs.next() {
            if told.late { self.on_late(ctx, told.event) } else { self.on_event(ctx, told.event) }
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let mut commands = shortcuts::given(ui.ctx(), &self.screens);
        commands.extend(self.dropped(ui.ctx()));
        // Not `self.cx()`: the screens' state is borrowed at the same time.
        let cx = cx(&self.navigation, &self.data);
        ui::window_ui(ui, &cx, &mut self.screens, &mut commands);
        self.tell_title(ui.ctx());
        self.hold_on_to_what_is_unfinished(ui.ctx());
        let notice = self.screens.notices.current().cloned();
        if let (Some(notice), Some(answer)) = (notice, self.screens.notices.show(ui.ctx())) {
            self.on_notice_answered(notice, answer, &mut commands);
        }
        self.tell_refused_again();
        let ctx = ui.ctx().clone();
        for command in commands {
            self.run(&ctx, command);
        }
    }
}
