//! The thread that owns the writing connections and runs everything that changes a library, in order.
//!
//! While the window goes from one library to another both are open: what was asked for on the one before is written
//! to it, whenever it arrives, until the window shows the new one.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use super::event::JobEvent;
use super::{Events, Session};
use crate::error::{Error, Result};
use crate::store::{Library, last_change};
use crate::text::t;

/// A piece of work on a library, or what is to be done with the reason why that is not open.
pub(super) type Job = Box<dyn FnOnce(Result<&mut Library>, &Events) + Send>;

/// What the thread is asked to do.
pub(super) enum Task {
    /// Opens a library beside those that are open.
    Open {
        session: Session,
        path: PathBuf,
        make: bool,
    },
    /// Runs a job on the library it was asked on.
    Run {
        session: Session,
        job: Job,
    },
    /// The window shows this library: those opened before it are let go.
    Show(Session),
    /// Lets go of a library.
    Close(Session),
    End,
}

/// Starts the thread.
pub(super) fn start(events: Events) -> (Sender<Task>, JoinHandle<()>) {
    let (sender, tasks) = channel();
    let thread = std::thread::spawn(move || run(&tasks, &events));
    (sender, thread)
}

fn run(tasks: &Receiver<Task>, events: &Events) {
    let mut libraries: BTreeMap<Session, Library> = BTreeMap::new();
    let mut any_was_open = false;
    for task in tasks {
        match task {
            Task::Open { session, path, make } => match open(&path, make) {
                Ok(opened) => {
                    any_was_open = true;
                    let read_only = opened.read_only_reason().map(str::to_owned);
                    libraries.insert(session, opened);
                    events.send(JobEvent::Opened { session, path, read_only });
                }
                Err(error) => events.send(JobEvent::NotOpened { path, error }),
            },
            Task::Run { session, job } => {
                let events = events.of(session);
                match libraries.get_mut(&session) {
                    Some(library) => run_job(library, &events, job),
                    None if any_was_open => job(Err(closed()), &events),
                    None => job(Err(none_open()), &events),
                }
            }
            Task::Show(session) => {
                libraries.retain(|opened, _| *opened >= session);
                if let Some(library) = libraries.get(&session) {
                    // What was done before this window opened can be undone in it.
                    tell_state(library, &events.of(session), None);
                }
            }
            Task::Close(session) => {
                libraries.remove(&session);
            }
            Task::End => break,
        }
    }
}

fn run_job(library: &mut Library, events: &Events, job: Job) {
    // A job that breaks has written nothing; the changes asked for after it must still be written.
    if catch_unwind(AssertUnwindSafe(|| job(Ok(library), events))).is_err() {
        let error = Error::new(t("error-job-broke")).with_hint(t("error-job-broke-hint"));
        events.send(JobEvent::Failed(error));
    }
    tell_state(library, events, last_change(library.db()).ok().flatten());
}

/// Why something was not done on a library.
pub(super) enum NotDone {
    /// It is not open, or not any more.
    Closed(Error),
    /// It broke, which was told.
    Broke,
}

/// Runs `job` on the thread that owns the library and waits for what it gives.
pub(super) fn run_on<T: Send + 'static>(
    store: &Sender<Task>,
    session: Session,
    job: impl FnOnce(&mut Library) -> T + Send + 'static,
) -> Result<T, NotDone> {
    wait(&begin_on(store, session, job)?)
}

/// Has `job` run on the thread that owns the library; what it gives is waited for by [`wait`].
pub(super) fn begin_on<T: Send + 'static>(
    store: &Sender<Task>,
    session: Session,
    job: impl FnOnce(&mut Library) -> T + Send + 'static,
) -> Result<Receiver<Result<T>>, NotDone> {
    let (reply, answer) = channel();
    let job = move |library: Result<&mut Library>, _: &Events| {
        if reply.send(library.map(job)).is_err() {
            tracing::debug!("nobody waits for this any more");
        }
    };
    match store.send(Task::Run { session, job: Box::new(job) }) {
        Ok(()) => Ok(answer),
        Err(_) => Err(NotDone::Closed(closed())),
    }
}

/// Waits for what a job gives. There is no answer if it broke, or the program ends.
pub(super) fn wait<T>(answer: &Receiver<Result<T>>) -> Result<T, NotDone> {
    match answer.recv() {
        Ok(done) => done.map_err(NotDone::Closed),
        Err(_) => Err(NotDone::Broke),
    }
}

/// Why work is refused whose library was closed.
pub(super) fn closed() -> Error {
    Error::new(t("error-library-closed")).with_hint(t("error-library-closed-hint"))
}

fn none_open() -> Error {
    Error::new(t("error-no-library")).with_hint(t("error-no-library-hint"))
}

/// Opens the library at `path`; makes it, and its folder, where there is none and `make` says so.
pub fn open(path: &Path, make: bool) -> Result<Library> {
    if !make || path.exists() {
        return Library::open(path);
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)
            .map_err(|error| Error::new(t("error-folder-not-made")).with_detail(error))?;
    }
    Library::create(path)
}

fn tell_state(library: &Library, events: &Events, saved_at: Option<i64>) {
    events.send(JobEvent::State { undo: library.can_undo(), redo: library.can_redo(), saved_at });
}
