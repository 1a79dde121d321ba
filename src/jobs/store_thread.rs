//! The thread that owns the writing connection and runs everything that changes the library, in order.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use super::event::JobEvent;
use super::{Events, reader};
use crate::error::{Error, Result};
use crate::store::{Library, last_change};
use crate::text::t;

/// A piece of work on the open library.
type Job = Box<dyn FnOnce(&mut Library, &Events) + Send>;

/// What the thread is asked to do.
pub(super) enum Task {
    Open { path: PathBuf, make: bool },
    Run(Job),
    End,
}

/// Starts the thread.
pub(super) fn start(events: Events, reader: Sender<reader::Task>) -> (Sender<Task>, JoinHandle<()>) {
    let (sender, tasks) = channel();
    let thread = std::thread::spawn(move || run(&tasks, &events, &reader));
    (sender, thread)
}

fn run(tasks: &Receiver<Task>, events: &Events, reader: &Sender<reader::Task>) {
    let mut library: Option<Library> = None;
    for task in tasks {
        match task {
            Task::Open { path, make } => match open(&path, make) {
                Ok(opened) => {
                    if reader.send(reader::Task::Open(path.clone())).is_err() {
                        tracing::error!("the reading thread has ended");
                    }
                    let read_only = opened.read_only_reason().map(str::to_owned);
                    events.send(JobEvent::Opened { path, read_only });
                    // What was done before this window opened can be undone in it.
                    tell_state(&opened, events, None);
                    library = Some(opened);
                }
                Err(error) => events.send(JobEvent::NotOpened { path, error }),
            },
            Task::Run(job) => {
                let Some(library) = library.as_mut() else {
                    let error = Error::new(t("error-no-library")).with_hint(t("error-no-library-hint"));
                    events.send(JobEvent::Failed(error));
                    continue;
                };
                // A job that breaks has written nothing; the changes asked for after it must still be written.
                if catch_unwind(AssertUnwindSafe(|| job(library, events))).is_err() {
                    let error = Error::new(t("error-job-broke")).with_hint(t("error-job-broke-hint"));
                    events.send(JobEvent::Failed(error));
                }
                tell_state(library, events, last_change(library.db()).ok().flatten());
            }
            Task::End => break,
        }
    }
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
