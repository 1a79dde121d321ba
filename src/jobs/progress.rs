//! How far an import is and how fast it goes.

use std::collections::VecDeque;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::event::JobEvent;
use super::import::{Import, name_of};
use crate::domain::id::Id;

/// It is told at most so often: more would only be work for the window.
const OFTEN: Duration = Duration::from_millis(100);

/// A rate is told once so much time lies behind it: before that it jumps about.
const STEADY: Duration = Duration::from_secs(2);
/// Only so much of the past counts, since a run of large files must show.
const WINDOW: Duration = Duration::from_secs(10);

/// Tells the window how far an import is.
pub(super) struct Progress<'a> {
    import: &'a Import,
    case_id: Id,
    total: usize,
    began: Instant,
    told: Mutex<(Option<Duration>, Pace)>,
}

impl<'a> Progress<'a> {
    pub(super) fn new(import: &'a Import, case_id: Id, total: usize) -> Self {
        Self { import, case_id, total, began: Instant::now(), told: Mutex::default() }
    }

    /// Tells that `done` files are done and `file` is in hand, unless that was told a moment ago.
    pub(super) fn at(&self, done: usize, file: &Path) {
        let now = self.began.elapsed();
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        let (last, pace) = &mut *told;
        if last.is_some_and(|last| now.saturating_sub(last) < OFTEN) {
            return;
        }
        *last = Some(now);
        let rate = pace.at(now, done);
        drop(told);
        self.import.events.send(JobEvent::Importing {
            import: self.import.id,
            case_id: self.case_id,
            done,
            total: self.total,
            file: name_of(file),
            rate,
        });
    }
}

/// How many files were done when.
#[derive(Debug, Default)]
struct Pace {
    seen: VecDeque<(Duration, usize)>,
}

impl Pace {
    /// Takes in that `done` files are done `after` the start. Gives files a second, once that is steady.
    fn at(&mut self, after: Duration, done: usize) -> Option<f64> {
        self.seen.push_back((after, done));
        // One that is older than the window is kept: what lies between it and now is the rate.
        while self.seen.get(1).is_some_and(|(then, _)| after.saturating_sub(*then) >= WINDOW) {
            self.seen.pop_front();
        }
        let (then, before) = *self.seen.front()?;
        let span = after.saturating_sub(then);
        let files = done.saturating_sub(before);
        (span >= STEADY && files > 0).then(|| files as f64 / span.as_secs_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_told_once_it_is_steady_and_follows_what_came_last() {
        let mut pace = Pace::default();
        let mut at = |seconds, done| pace.at(Duration::from_secs(seconds), done).map(f64::round);
        assert_eq!(at(0, 0), None);
        assert_eq!(at(1, 500), None, "too early");
        assert_eq!(at(2, 1000), Some(500.0));
        assert_eq!(at(10, 5000), Some(500.0));
        assert_eq!(at(20, 5010), Some(1.0), "what was fast before does not count any more");
        assert_eq!(at(40, 5010), None, "nothing was done for long");
    }
}
