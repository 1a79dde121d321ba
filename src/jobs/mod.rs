//! Everything that takes time, off the UI thread: one thread owns the writing connection and runs changes in
//! order, one reads and builds view data, imports prepare files on their own. What comes of it arrives as a
//! [`JobEvent`], and the window is woken.

mod event;
pub mod export;
mod import;
mod pick;
mod reader;
mod sample;
mod store_thread;

pub use event::{Answer, Ask, JobEvent, Refused};
pub use import::{import_files, list_files, save_original};
pub use pick::{FilePicker, Pick, SystemPicker};
pub use sample::{Built, build_sample};
pub use store_thread::open as open_library;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::domain::change::Change;
use crate::domain::id::Id;
use crate::store::Library;
use crate::text::{Arg, t_with};

/// Wakes the window when something has arrived.
pub type Waker = Arc<dyn Fn() + Send + Sync>;

/// Where job events go; waking the window with each.
#[derive(Clone)]
pub struct Events {
    sender: Sender<JobEvent>,
    waker: Waker,
}

impl Events {
    /// Sends an event. If the window is gone there is nobody to tell.
    pub fn send(&self, event: JobEvent) {
        if self.sender.send(event).is_ok() {
            (self.waker)();
        }
    }
}

/// The threads that work for the window.
pub struct Jobs {
    store: Sender<store_thread::Task>,
    reader: Sender<reader::Task>,
    events: Events,
    inbox: Receiver<JobEvent>,
    cancel_import: Arc<AtomicBool>,
    threads: Vec<std::thread::JoinHandle<()>>,
}

impl Jobs {
    /// Starts the threads; no library is open yet.
    #[must_use]
    pub fn start(waker: Waker) -> Self {
        let (sender, inbox) = channel();
        let events = Events { sender, waker };
        let (reader, reader_thread) = reader::start(events.clone());
        let (store, store_thread) = store_thread::start(events.clone(), reader.clone());
        let threads = vec![store_thread, reader_thread];
        Self { store, reader, events, inbox, cancel_import: Arc::default(), threads }
    }

    /// What has arrived since the last call.
    pub fn drain(&self) -> Vec<JobEvent> {
        self.inbox.try_iter().collect()
    }

    /// Opens the library at `path`, making it if there is none and `make` says so.
    pub fn open(&self, path: PathBuf, make: bool) {
        self.send(store_thread::Task::Open { path, make });
    }

    /// Runs a change; `select` asks for the record it makes to be selected.
    pub fn change(&self, case_id: Option<Id>, group: Option<Id>, change: Change, select: bool) {
        self.with_library(move |library, events| {
            match crate::ops::apply(library, case_id, group, change.clone()) {
                Ok(outcome) => events.send(JobEvent::Changed { outcome, select }),
                Err(error) if select => events.send(JobEvent::NotMade(error)),
                Err(error) => {
                    events.send(JobEvent::Refused { error, change: Refused { case_id, group, change } });
                }
            }
        });
    }

    /// Takes back the last change, or brings back the last one taken back.
    pub fn undo(&self, redo: bool) {
        self.with_library(move |library, events| {
            let done = if redo { library.redo() } else { library.undo() };
            match done {
                Ok(Some(undone)) => {
                    events.send(JobEvent::Undone { words: undone.words, redo, case_id: undone.case_id });
                }
                Ok(None) => events.send(JobEvent::NothingToUndo { redo }),
                Err(error) => events.send(JobEvent::Failed(error)),
            }
        });
    }

    /// Runs `job` on the thread that owns the library, after all that was asked before.
    pub fn with_library(&self, job: impl FnOnce(&mut Library, &Events) + Send + 'static) {
        self.send(store_thread::Task::Run(Box::new(job)));
    }

    /// Asks for view data; of several questions of one kind only the last is answered.
    pub fn ask(&self, ask: Ask) {
        if self.reader.send(reader::Task::Ask(ask)).is_err() {
            tracing::error!("the reading thread has ended");
        }
    }

    /// Imports files and folders into a case, or into a new one named after the first folder or file.
    pub fn import(&self, case_id: Option<Id>, paths: Vec<PathBuf>) {
        self.cancel_import.store(false, Ordering::SeqCst);
        let (store, events, cancel) =
            (self.store.clone(), self.events.clone(), Arc::clone(&self.cancel_import));
        std::thread::spawn(move || import::run(&store, &events, &cancel, case_id, &paths));
    }

    /// Makes the sample case, or finds the one there is.
    pub fn open_sample(&self) {
        self.with_library(|library, events| match sample::build_sample(library) {
            Ok(Built { case_id, open_at }) => events.send(JobEvent::Sample { case_id, open_at }),
            Err(error) => events.send(JobEvent::Failed(error)),
        });
    }

    /// Stops the import after the files in hand; what is done stays.
    pub fn cancel_import(&self) {
        self.cancel_import.store(true, Ordering::SeqCst);
    }

    /// Reads articles without text again.
    pub fn read_again(&self, articles: Vec<Id>) {
        self.with_library(move |library, events| match import::read_again(library, &articles) {
            Ok(read) => {
                let words = t_with("notice-read-again", &[("count", Arg::from(read as i64))]);
                events.send(JobEvent::ReadAgain);
                events.send(JobEvent::Done(words));
            }
            Err(error) => events.send(JobEvent::Failed(error)),
        });
    }

    /// Notes that these wordings left the library.
    pub fn note_use(&self, how: &'static str, wordings: Vec<(Id, String)>) {
        self.with_library(move |library, events| {
            if let Err(error) = crate::ops::note_use(library, how, &wordings) {
                events.send(JobEvent::Failed(error));
            }
        });
    }

    /// Where jobs of other threads send what came of them.
    #[must_use]
    pub fn events(&self) -> &Events {
        &self.events
    }

    fn send(&self, task: store_thread::Task) {
        if self.store.send(task).is_err() {
            tracing::error!("the storing thread has ended");
        }
    }
}

impl Drop for Jobs {
    /// Lets every change asked for be written before the program ends.
    fn drop(&mut self) {
        self.cancel_import();
        self.send(store_thread::Task::End);
        if self.reader.send(reader::Task::End).is_err() {
            tracing::debug!("the reading thread had ended");
        }
        for thread in self.threads.drain(..) {
            if thread.join().is_err() {
                tracing::error!("a working thread broke");
            }
        }
    }
}
