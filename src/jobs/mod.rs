//! Everything that takes time, off the UI thread: one thread owns the writing connection and runs changes in
//! order, one reads and builds view data, imports prepare files on their own. What comes of it arrives as a
//! [`JobEvent`], and the window is woken.

mod clipboard;
mod event;
pub mod export;
mod files;
mod import;
mod ocr;
mod originals;
mod pick;
mod prepare;
mod progress;
mod read_again;
mod reader;
mod readers;
mod records;
mod rows;
mod sample;
mod session;
mod store_thread;
mod watch;

pub use clipboard::{Clipboard, Given, Offer, Pasted, SystemClipboard};
pub use event::{Answer, Ask, ImportEnd, JobEvent, Refused, Told};
pub use files::list_files;
pub use import::import_files;
pub use originals::{Copies, open_with_system, save_original, verify_original};
pub use pick::{FilePicker, Pick, SystemPicker};
pub use readers::{Readers, read_with};
pub use sample::{Built, build_sample};
pub use session::Session;
pub use store_thread::open as open_library;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Weak};
use std::time::SystemTime;

use crate::domain::change::Change;
use crate::domain::id::Id;
use crate::domain::listing::Mapping;
use crate::error::{Error, Result};
use crate::store::Library;
use crate::view::PastedPage;

/// How many texts are compared before other work has its turn.
const COMPARED_AT_ONCE: usize = 64;

/// Wakes the window when something has arrived.
pub type Waker = Arc<dyn Fn() + Send + Sync>;

/// Where job events go; waking the window with each.
#[derive(Clone)]
pub struct Events {
    sender: Sender<(Option<Session>, JobEvent)>,
    waker: Waker,
    /// The library the events are about; `None` for those about opening one.
    session: Option<Session>,
}

impl Events {
    /// Sends an event. If the window is gone there is nobody to tell.
    pub fn send(&self, event: JobEvent) {
        if self.sender.send((self.session, event)).is_ok() {
            (self.waker)();
        }
    }

    /// The same, for what comes of work on this library.
    fn of(&self, session: Session) -> Self {
        Self { session: Some(session), ..self.clone() }
    }
}

/// An import that was started, and its own way to be stopped.
struct Running {
    id: Id,
    cancel: Weak<AtomicBool>,
}

/// Held by what is asked for until it is done.
type Held = Arc<()>;

/// The threads that work for the window. All work is meant for the library the window shows when it is asked for;
/// until it shows one, for the one asked for last.
pub struct Jobs {
    store: Sender<store_thread::Task>,
    reader: Sender<reader::Task>,
    events: Events,
    inbox: Receiver<(Option<Session>, JobEvent)>,
    /// The opening asked for last.
    asked: Session,
    /// The library the window shows.
    shown: Option<Session>,
    imports: Vec<Running>,
    /// Each question and each piece of work holds one of these.
    asking: Held,
    ocr: ocr::Ocr,
    watches: Vec<watch::Watch>,
    copies: Copies,
    threads: Vec<std::thread::JoinHandle<()>>,
}

impl Jobs {
    /// Starts the threads; no library is open yet.
    #[must_use]
    pub fn start(waker: Waker) -> Self {
        let (sender, inbox) = channel();
        let events = Events { sender, waker, session: None };
        let (reader, reader_thread) = reader::start(events.clone());
        let (store, store_thread) = store_thread::start(events.clone());
        let ocr = ocr::Ocr::start(store.clone(), events.clone());
        let threads = vec![store_thread, reader_thread];
        let (asked, copies) = (Session::default(), Copies::default());
        Self {
            store,
            reader,
            events,
            inbox,
            asked,
            shown: None,
            imports: Vec::new(),
            watches: Vec::new(),
            asking: Held::default(),
            ocr,
            copies,
            threads,
        }
    }

    /// The next thing that has arrived.
    pub fn next(&self) -> Option<Told> {
        let (session, event) = self.inbox.try_recv().ok()?;
        let late = self.shown.is_some() && session.is_some_and(|session| Some(session) != self.shown);
        Some(Told { event, late })
    }

    /// Whether all that was asked for is done, imports aside; what came of it may still have to be taken in.
    #[must_use]
    pub fn are_at_rest(&self) -> bool {
        Arc::strong_count(&self.asking) == 1
    }

    /// Opens the library at `path`, making it if there is none and `make` says so. The one that is shown stays open.
    pub fn open(&mut self, path: PathBuf, make: bool) {
        self.asked = self.asked.next();
        self.send(store_thread::Task::Open { session: self.asked, path, make });
    }

    /// Goes over to a library that was opened: what is asked for from now on is meant for it. Those opened before it
    /// are closed once all that was asked for on them is done.
    pub fn show(&mut self, session: Session, path: &Path) {
        self.shown = Some(session);
        self.cancel_ocr();
        self.watches.clear();
        self.send(store_thread::Task::Show(session));
        self.to_reader(reader::Task::Open(session, path.to_owned()));
    }

    /// Closes a library that was opened and is not to be shown.
    pub fn close(&self, session: Session) {
        self.send(store_thread::Task::Close(session));
    }

    /// Runs a change; `select` asks for the record it makes to be selected.
    pub fn change(&self, case_id: Option<Id>, group: Option<Id>, change: Change, select: bool) {
        self.run_change(Refused { session: self.meant(), case_id, group, change }, select);
    }

    /// Runs a change again that was refused, on the library it was meant for.
    pub fn try_again(&self, refused: Refused) {
        self.run_change(refused, false);
    }

    fn run_change(&self, asked: Refused, select: bool) {
        let (session, held) = (asked.session, Arc::clone(&self.asking));
        let job = move |library: Result<&mut Library>, events: &Events| {
            let Refused { case_id, group, ref change, .. } = asked;
            let done = library.and_then(|library| crate::ops::apply(library, case_id, group, change.clone()));
            events.send(match done {
                Ok(outcome) => JobEvent::Changed { outcome, select },
                Err(error) if select => JobEvent::NotMade(error),
                Err(error) => JobEvent::Refused { error, change: asked },
            });
            drop(held);
        };
        self.send(store_thread::Task::Run { session, job: Box::new(job) });
    }

    /// Takes back the last change, or brings back the last one taken back.
    pub fn undo(&self, redo: bool) {
        self.with_library(move |library, events| {
            let done = if redo { library.redo() } else { library.undo() };
            match done {
                Ok(Some(undone)) => {
                    events.send(JobEvent::Undone { undone, redo });
                }
                Ok(None) => events.send(JobEvent::NothingToUndo { redo }),
                Err(error) => events.send(JobEvent::Failed(error)),
            }
        });
    }

    /// Runs `job` on the thread that owns the library, after all that was asked before.
    pub fn with_library(&self, job: impl FnOnce(&mut Library, &Events) + Send + 'static) {
        let held = Arc::clone(&self.asking);
        let job = move |library: Result<&mut Library>, events: &Events| {
            match library {
                Ok(library) => job(library, events),
                Err(error) => events.send(JobEvent::Failed(error)),
            }
            drop(held);
        };
        self.send(store_thread::Task::Run { session: self.meant(), job: Box::new(job) });
    }

    /// Asks for view data; of several questions of one kind only the last is answered.
    pub fn ask(&self, ask: Ask) {
        self.to_reader(reader::Task::Ask(ask, Arc::clone(&self.asking)));
    }

    /// Imports files and folders into a case, or into a new one named after the first folder or file. Gives what the
    /// import is called by in its events.
    pub fn import(&mut self, case_id: Option<Id>, paths: Vec<PathBuf>) -> Id {
        self.start_import(move |import| import.run(case_id, &paths))
    }

    /// Makes articles of the rows of a list that is an article already. Gives what that import is called by in its
    /// events.
    pub fn make_rows(&mut self, article: Id, mapping: Mapping) -> Id {
        self.start_import(move |import| import.run_rows(article, &mapping))
    }

    fn start_import(&mut self, run: impl FnOnce(&import::Import) + Send + 'static) -> Id {
        let import = self.new_import();
        let id = import.id;
        self.imports.retain(|import| import.cancel.strong_count() > 0);
        self.imports.push(Running { id, cancel: Arc::downgrade(&import.cancel) });
        std::thread::spawn(move || run(&import));
        id
    }

    fn new_import(&self) -> import::Import {
        let session = self.meant();
        import::Import {
            id: Id::new(),
            session,
            store: self.store.clone(),
            events: self.events.of(session),
            cancel: Arc::default(),
        }
    }

    /// Brings what comes into `folder` after `since` into the case, until [`Jobs::stop_watching`] or another library
    /// is shown. A case has one such folder.
    pub fn watch(&mut self, case_id: Id, folder: PathBuf, since: SystemTime) {
        self.stop_watching(case_id);
        self.watches.push(watch::Watch::start(self.new_import(), case_id, folder, since));
    }

    /// Leaves the folder of this case alone.
    pub fn stop_watching(&mut self, case_id: Id) {
        self.watches.retain(|watch| watch.case_id != case_id);
    }

    /// Looks at what was copied in another program.
    pub fn look_at(&self, clipboard: Arc<dyn Clipboard>) {
        clipboard::look(clipboard, self.events());
    }

    /// Makes an article of a piece of a page, which is kept as its original. A title or date that is given goes before
    /// what the page says.
    pub fn add_page(&self, case_id: Id, page: Arc<PastedPage>, given: Given) {
        self.with_library(move |library, events| match clipboard::add_page(library, case_id, &page, given) {
            Ok(clipboard::AddedPage::New(outcome)) => {
                events.send(JobEvent::Changed { outcome, select: true });
            }
            Ok(clipboard::AddedPage::There(id)) => events.send(JobEvent::AlreadyHere(id)),
            Err(error) => events.send(JobEvent::NotMade(error)),
        });
    }

    /// Makes the sample case, or finds the one there is.
    pub fn open_sample(&self) {
        self.with_library(|library, events| match sample::build_sample(library) {
            Ok(Built { case_id, open_at }) => events.send(JobEvent::Sample { case_id, open_at }),
            Err(error) => events.send(JobEvent::Failed(error)),
        });
    }

    /// Stops an import after the files in hand; what is done stays.
    pub fn cancel_import(&self, id: Id) {
        self.imports.iter().filter(|import| import.id == id).for_each(Running::cancel);
    }

    /// Reads the originals of articles again.
    pub fn read_again(&self, articles: Vec<Id>) {
        self.read_originals(move |again| again.run(&articles));
    }

    /// Reads the original of an article again in this encoding.
    pub fn read_in(&self, article: Id, encoding: String) {
        self.read_originals(move |again| again.run_in(article, &encoding));
    }

    /// Reads originals on a thread of its own: the library is free meanwhile.
    fn read_originals(&self, read: impl FnOnce(&read_again::ReadAgain) + Send + 'static) {
        let session = self.meant();
        let again =
            read_again::ReadAgain { session, store: self.store.clone(), events: self.events.of(session) };
        let held = Arc::clone(&self.asking);
        std::thread::spawn(move || {
            read(&again);
            drop(held);
        });
    }

    /// Compares some of the texts that were not compared with others yet.
    pub fn compare_texts(&self) {
        self.with_library(|library, events| match crate::ops::compare_some(library, COMPARED_AT_ONCE) {
            Ok(0) => {}
            Ok(done) => events.send(JobEvent::Compared { more: done == COMPARED_AT_ONCE }),
            Err(error) => tracing::warn!(%error, "texts could not be compared"),
        });
    }

    /// Makes a copy of an article's original that another program can show.
    pub fn copy_original(&self, article: Id) {
        let copies = self.copies.clone();
        self.with_library(move |library, events| {
            let copy = copies.of(library, article);
            events.send(copy.map_or_else(JobEvent::Failed, JobEvent::CopyReady));
        });
    }

    /// Reads these scans with the OCR program, one after another.
    pub fn read_with_ocr(&self, articles: Vec<Id>) {
        self.ocr.read(self.meant(), articles);
    }

    /// Stops reading scans; those that were read keep their text.
    pub fn cancel_ocr(&self) {
        self.ocr.cancel();
    }

    /// Whether there is an OCR program on this machine.
    #[must_use]
    pub fn can_read_scans(&self) -> bool {
        ocr::program().is_some()
    }

    /// Notes that these wordings left the library.
    pub fn note_use(&self, how: &'static str, wordings: Vec<(Id, String)>) {
        self.with_library(move |library, events| {
            if let Err(error) = crate::ops::note_use(library, how, &wordings) {
                events.send(JobEvent::Failed(error));
            }
        });
    }

    /// Where what comes of work on the library that is shown is sent.
    #[must_use]
    pub fn events(&self) -> Events {
        self.events.of(self.meant())
    }

    /// Why work is refused whose library was closed.
    #[must_use]
    pub fn closed() -> Error {
        store_thread::closed()
    }

    /// The library that what is asked for now is meant for.
    fn meant(&self) -> Session {
        self.shown.unwrap_or(self.asked)
    }

    fn send(&self, task: store_thread::Task) {
        if self.store.send(task).is_err() {
            tracing::error!("the storing thread has ended");
        }
    }

    fn to_reader(&self, task: reader::Task) {
        if self.reader.send(task).is_err() {
            tracing::error!("the reading thread has ended");
        }
    }
}

impl Running {
    fn cancel(&self) {
        if let Some(cancel) = self.cancel.upgrade() {
            cancel.store(true, Ordering::SeqCst);
        }
    }
}

impl Drop for Jobs {
    /// Lets every change asked for be written before the program ends.
    fn drop(&mut self) {
        self.imports.iter().for_each(Running::cancel);
        self.cancel_ocr();
        self.watches.clear();
        self.send(store_thread::Task::End);
        self.to_reader(reader::Task::End);
        for thread in self.threads.drain(..) {
            if thread.join().is_err() {
                tracing::error!("a working thread broke");
            }
        }
        self.copies.remove();
    }
}
