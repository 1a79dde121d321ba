//! The thread that owns the writing connection and runs everything that changes the library, in order.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use super::event::JobEvent;
use super::{Events, reader};
use crate::domain::date::now_ms;
use crate::error::{Error, Result};
use crate::store::Library;
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
                    library = Some(opened);
                    events.send(JobEvent::Opened { path, read_only });
                }
                Err(error) => events.send(JobEvent::NotOpened { path, error }),
            },
            Task::Run(job) => {
                let Some(library) = library.as_mut() else {
                    let error = Error::new(t("error-no-library")).with_hint(t("error-no-library-hint"));
                    events.send(JobEvent::Failed(error));
                    continue;
                };
                job(library, events);
                tell_state(library, events);
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

fn tell_state(library: &Library, events: &Events) {
    events.send(JobEvent::State { undo: library.can_undo(), redo: library.can_redo(), saved_at: now_ms() });
}
