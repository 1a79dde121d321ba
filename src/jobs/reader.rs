//! The thread that reads the library and builds view data.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use super::event::{Answer, Ask, JobEvent};
use super::{Events, Held, Session, read_again};
use crate::error::{Error, ErrorKind, Result};
use crate::store::{self, Db, HistoryFilter};
use crate::text::t;
use crate::view;

/// How many entries of the history are shown.
const HISTORY: u32 = 500;

/// What the thread is asked to do.
pub(super) enum Task {
    /// Goes over to this library.
    Open(Session, PathBuf),
    /// Answers a question; what it holds is let go of then.
    Ask(Ask, Held),
    End,
}

/// Starts the thread.
pub(super) fn start(events: Events) -> (Sender<Task>, JoinHandle<()>) {
    let (sender, tasks) = channel();
    let thread = std::thread::spawn(move || run(&tasks, &events));
    (sender, thread)
}

fn run(tasks: &Receiver<Task>, events: &Events) {
    let mut events = events.clone();
    let mut db: Option<Db> = None;
    while let Ok(first) = tasks.recv() {
        let mut asks: Vec<(Ask, Held)> = Vec::new();
        for task in std::iter::once(first).chain(tasks.try_iter()) {
            match task {
                Task::Open(session, path) => {
                    asks.clear();
                    events = events.of(session);
                    db = Db::open_reader(&path).map_err(|error| events.send(JobEvent::Failed(error))).ok();
                }
                Task::Ask(ask, held) => {
                    asks.retain(|(waiting, _)| !same_kind(waiting, &ask));
                    asks.push((ask, held));
                }
                Task::End => return,
            }
        }
        let Some(db) = db.as_ref() else { continue };
        for (ask, held) in asks {
            // A question that breaks must not keep those after it from being answered.
            let answered = catch_unwind(AssertUnwindSafe(|| answer(db, &ask)))
                .unwrap_or_else(|_| Err(Error::new(t("error-reading-broke"))));
            match answered {
                Ok(answer) => events.send(JobEvent::Answer(answer)),
                Err(error) if error.kind == ErrorKind::RecordGone => {
                    // A record that was deleted while it was asked for is no error the person must see.
                    if let Ask::Case(id) = ask {
                        events.send(JobEvent::Answer(Answer::CaseGone(id)));
                    }
                }
                Err(error) => events.send(JobEvent::Failed(error)),
            }
            drop(held);
        }
    }
}

/// Whether the answer to `new` makes the one to `waiting` useless.
fn same_kind(waiting: &Ask, new: &Ask) -> bool {
    match (waiting, new) {
        (Ask::Case(waiting), Ask::Case(new)) => waiting == new,
        (waiting, new) => std::mem::discriminant(waiting) == std::mem::discriminant(new),
    }
}

fn answer(db: &Db, ask: &Ask) -> Result<Answer> {
    Ok(match ask {
        Ask::Library => Answer::Library(Arc::new(view::library(db)?)),
        Ask::Case(id) => {
            let mut view = view::case(db, *id)?;
            view.to_read_again = read_again::to_read_again(db, *id)?;
            Answer::Case(Arc::new(view))
        }
        Ask::Article { id, version } => Answer::Article(Arc::new(view::article_version(db, *id, *version)?)),
        Ask::Difference { article, between } => {
            Answer::Difference(Arc::new(view::difference(db, *article, *between)?))
        }
        Ask::Encodings(article) => Answer::Encodings(Arc::new(read_again::encodings(db, *article)?)),
        Ask::Detail { case_id, of } => {
            Answer::Detail { of: *of, view: Arc::new(view::detail(db, *case_id, *of)?) }
        }
        Ask::Search { typed, scope } => Answer::Hits(Arc::new(view::hits(db, typed, *scope)?)),
        Ask::Outlets(case) => Answer::Outlets(Arc::new(view::outlets(db, *case)?)),
        Ask::Party(id) => Answer::Party(Arc::new(view::party(db, *id)?)),
        Ask::Quotes { case_id, rows } => {
            Answer::Quotes(Arc::new(super::export::quote_check(db, *case_id, rows)?))
        }
        Ask::History { case_id } => {
            let filter = HistoryFilter { case_id: *case_id, record: None, limit: HISTORY, before: None };
            Answer::History(Arc::new(store::history(db, &filter)?))
        }
    })
}
