//! The whole program over a temporary library, driven by the words a person reads.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use casefile::app::{App, Settings};
use casefile::command::{Command, Place, Tab, UiCommand};
use casefile::domain::id::Id;
use casefile::jobs::{Clipboard, Events, FilePicker, JobEvent, Offer, Pick};
use casefile::view::CaseView;
use eframe::egui::{DroppedFile, Event, Key, Modifiers, Pos2};
use egui_kittest::kittest::Queryable as _;
use egui_kittest::{Harness, Node};

/// How long anything may take before the test gives up on it; nothing is decided by how long it took.
const PATIENCE: Duration = Duration::from_mins(1);

/// A system without file dialogs: the window then asks for a path.
struct NoDialogs;

impl FilePicker for NoDialogs {
    fn pick(&self, pick: Pick, _suggested: &str, events: &Events) {
        events.send(JobEvent::NoPicker(pick));
    }

    /// Says which one it would have been.
    fn show_folder_of(&self, file: &Path, events: &Events) {
        let folder = file.parent().unwrap().display();
        events.send(JobEvent::Done(format!("Folder shown: {folder}")));
    }
}

/// A file dropped on the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// What was copied in another program; nothing says what, until a test does.
#[derive(Default)]
pub(crate) struct Copied(Mutex<Option<Offer>>);

impl Copied {
    /// Copies this.
    pub(crate) fn put(&self, offer: Offer) {
        *self.0.lock().unwrap() = Some(offer);
    }
}

impl Clipboard for Copied {
    fn offer(&self) -> Option<Offer> {
        self.0.lock().unwrap().clone()
    }
}

/// The program in a window that no screen shows.
pub(crate) struct Window {
    pub(crate) harness: Harness<'static, App>,
    pub(crate) copied: Arc<Copied>,
    folder: tempfile::TempDir,
}

#[allow(dead_code)] // each screen's tests use some of it
impl Window {
    /// A window of 1280 x 800 over a new library.
    pub(crate) fn open() -> Self {
        Self::open_file("library.casefile", |_| {})
    }

    /// A window over the library of this name in a temporary folder, `prepare`d before.
    pub(crate) fn open_file(name: &str, prepare: impl FnOnce(&Path)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let library = folder.path().join(name);
        prepare(&library);
        let copied = Arc::<Copied>::default();
        let clipboard: Arc<dyn Clipboard> = copied.clone();
        let harness =
            Harness::builder().with_size([1280.0, 800.0]).with_step_dt(1.0 / 30.0).build_eframe(move |cc| {
                App::new(&cc.egui_ctx, library, Settings::default(), Box::new(NoDialogs))
                    .with_clipboard(clipboard)
            });
        let mut window = Self { harness, copied, folder };
        window.until("the library is open or refused", |window| {
            window.data().path.is_some() || window.text_is_shown_somewhere()
        });
        window
    }

    /// A window over a library with a case of this title and these articles: file name and text.
    pub(crate) fn with_articles(title: &str, files: &[(&str, &str)]) -> Self {
        let mut window = Self::open();
        let folder = window.folder.path().join(title);
        std::fs::create_dir(&folder).unwrap();
        for (name, text) in files {
            std::fs::write(folder.join(name), text).unwrap();
        }
        window.drop_files(&[folder]);
        window.until("the articles are there", |window| {
            window.case().is_some_and(|case| case.articles.len() == files.len())
                && window.data().importing.is_empty()
        });
        window.give(Command::CloseImportList);
        window
    }

    /// The library's file.
    pub(crate) fn library(&self) -> PathBuf {
        self.harness.state().data().path.clone().unwrap_or_default()
    }

    /// The folder the library is in, for files of the test.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// What the window knows.
    pub(crate) fn data(&self) -> &casefile::ui::Data {
        self.harness.state().data()
    }

    /// The case that is open.
    pub(crate) fn case(&self) -> Option<&CaseView> {
        self.data().case.as_deref()
    }

    /// The id of the case that is open.
    pub(crate) fn case_id(&self) -> Id {
        self.case().unwrap().case.id
    }

    /// Goes to a screen of the case that is open.
    pub(crate) fn go(&mut self, tab: Tab) {
        let case = self.case_id();
        self.give(Command::Go(Place::Case(case, tab)));
    }

    /// Gives a command as the window would.
    pub(crate) fn give(&mut self, command: Command) {
        let ctx = self.harness.ctx.clone();
        self.harness.state_mut().command(&ctx, command);
        self.frames(2);
    }

    /// Gives a command of the menu.
    pub(crate) fn menu(&mut self, command: UiCommand) {
        self.give(Command::Ui(command));
    }

    /// Drops files on the window.
    pub(crate) fn drop_files(&mut self, paths: &[PathBuf]) {
        let files =
            paths.iter().map(|path| Arc::new(Dropped(path.clone())) as Arc<dyn DroppedFile + Send + Sync>);
        self.harness.input_mut().dropped_files = files.collect();
        self.harness.step();
        self.harness.input_mut().dropped_files.clear();
    }

    /// Draws some frames.
    pub(crate) fn frames(&mut self, count: usize) {
        self.harness.run_steps(count);
    }

    /// Draws frames until this is so.
    pub(crate) fn until(&mut self, what: &str, is_so: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        loop {
            self.harness.step();
            if is_so(self) {
                return self.settle();
            }
            assert!(start.elapsed() < PATIENCE, "never came: {what}");
            std::thread::sleep(Duration::from_millis(4));
        }
    }

    /// Draws frames until all that was asked for so far is there and drawn: what a test does next must not depend on
    /// how fast the machine is.
    pub(crate) fn settle(&mut self) {
        let start = Instant::now();
        let mut calm = 0;
        while calm < 3 {
            self.harness.step();
            if self.harness.state().is_at_rest() {
                calm += 1;
            } else {
                calm = 0;
                std::thread::sleep(Duration::from_millis(4));
            }
            assert!(start.elapsed() < PATIENCE, "never came to rest");
        }
    }

    /// Draws frames until a label, name or value with these words shows.
    pub(crate) fn until_shown(&mut self, words: &str) {
        self.until(words, |window| window.shows(words));
    }

    /// Whether something is called or says exactly this.
    pub(crate) fn shows(&self, words: &str) -> bool {
        self.harness.query_all_by_label(words).next().is_some()
            || self.harness.query_all_by_value(words).next().is_some()
    }

    /// Whether something is called or says this among other words.
    pub(crate) fn shows_part(&self, words: &str) -> bool {
        self.harness.query_all_by_label_contains(words).next().is_some()
    }

    fn text_is_shown_somewhere(&self) -> bool {
        self.harness.query_all_by_label_contains("library").next().is_some()
    }

    /// The first control of this name.
    pub(crate) fn control<'a>(&'a self, name: &'a str) -> Node<'a> {
        let found = self.harness.query_all_by_label(name).next();
        found.unwrap_or_else(|| panic!("nothing is called {name:?}"))
    }

    /// Presses the first control of this name.
    pub(crate) fn click(&mut self, name: &str) {
        self.control(name).click();
        self.frames(3);
    }

    /// Puts the focus on the control of this name.
    pub(crate) fn focus(&mut self, name: &str) {
        self.control(name).focus();
        self.frames(2);
    }

    /// Types text where the focus is.
    pub(crate) fn type_text(&mut self, text: &str) {
        self.harness.event(Event::Text(text.to_owned()));
        self.frames(2);
    }

    /// Presses a key.
    pub(crate) fn key(&mut self, key: Key) {
        self.harness.key_press(key);
        self.frames(2);
    }

    /// Presses a key with Ctrl, Shift and so on.
    pub(crate) fn key_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.frames(2);
    }

    /// Selects these words in the article that the reader shows, as a person does with the pointer.
    pub(crate) fn select_words(&mut self, words: &str) {
        self.settle();
        let article = self.data().article.clone().expect("an article is in the reader");
        let text = article.text.clone().expect("its text is read");
        let at = text.find(words).unwrap_or_else(|| panic!("{words:?} is not in the article"));
        let start = text[..at].chars().count();
        let span = casefile::domain::span::Span::new(start, start + words.chars().count());
        self.harness.state_mut().select_words(span);
        self.frames(2);
    }

    /// Where the middle of the control of this name is.
    pub(crate) fn place(&self, name: &str) -> Pos2 {
        self.control(name).rect().center()
    }
}
