//! Going from one library to another while work goes on: it is done on the library it was asked on, or not at all.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::time::{Duration, Instant};

use casefile::domain::change::{CaseChange, Change};
use casefile::domain::id::Id;
use casefile::jobs::{ImportEnd, JobEvent, Jobs, Refused, Session, Told};
use casefile::store::{self, Library};
use tempfile::TempDir;

/// The threads of a window, and a folder for its libraries.
struct Window {
    jobs: Jobs,
    folder: TempDir,
}

impl Window {
    /// A window that shows a new library of this name.
    fn at(name: &str) -> Self {
        let mut window = Self { jobs: Jobs::start(Arc::new(|| {})), folder: tempfile::tempdir().unwrap() };
        window.go_over(name);
        window
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name).with_extension("casefile")
    }

    fn wait<T>(&self, take: impl Fn(Told) -> Option<T>) -> T {
        let began = Instant::now();
        loop {
            if let Some(found) = std::iter::from_fn(|| self.jobs.next()).find_map(&take) {
                return found;
            }
            assert!(began.elapsed() < Duration::from_mins(1), "it never came");
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// Waits until a library that was asked for is open.
    fn opened(&self) -> Session {
        self.wait(|told| match told.event {
            JobEvent::Opened { session, .. } => Some(session),
            _ => None,
        })
    }

    /// Opens a library, makes it if need be, and shows it.
    fn go_over(&mut self, name: &str) {
        let path = self.path(name);
        self.jobs.open(path.clone(), true);
        let session = self.opened();
        self.jobs.show(session, &path);
    }

    fn new_case(&self, title: &str) {
        self.jobs.change(None, None, new_case(title), false);
    }

    /// Keeps the thread that writes busy until the sender is dropped.
    fn hold(&self) -> Sender<()> {
        let (gate, held) = channel::<()>();
        self.jobs.with_library(move |_, _| assert!(held.recv().is_err(), "nothing is sent"));
        gate
    }

    /// A folder of `n` short articles.
    fn articles(&self, name: &str, n: usize) -> PathBuf {
        let folder = self.folder.path().join(name);
        fs::create_dir(&folder).unwrap();
        for i in 0..n {
            fs::write(folder.join(format!("{i:03}.txt")), format!("{name}, notice {i}\n\nNo news.\n"))
                .unwrap();
        }
        folder
    }

    fn wait_until_importing(&self, id: Id) {
        self.wait(|told| {
            matches!(told.event, JobEvent::Importing { import, .. } if import == id).then_some(())
        });
    }

    /// Waits until this import is over: how it ended, how many files it went through, and of how many.
    fn imported(&self, id: Id) -> (ImportEnd, usize, usize) {
        self.wait(|told| match told.event {
            JobEvent::Imported { import, end, lines, total, .. } if import == id => {
                Some((end, lines.len(), total))
            }
            _ => None,
        })
    }
}

fn new_case(title: &str) -> Change {
    CaseChange::New { title: title.to_owned() }.into()
}

/// The titles of the cases in a library.
fn cases(path: &Path) -> Vec<String> {
    let library = Library::open(path).unwrap();
    store::case::all(library.db()).unwrap().into_iter().map(|case| case.title).collect()
}

#[test]
fn what_is_asked_until_the_other_library_is_shown_is_written_to_the_one_before() {
    let mut window = Window::at("first");
    let (first, second) = (window.path("first"), window.path("second"));
    window.jobs.open(second.clone(), true);
    window.new_case("While it opens");
    let session = window.opened();
    window.new_case("While it is not shown");
    window.jobs.show(session, &second);
    window.new_case("In the second");
    let Window { jobs, folder } = window;
    drop(jobs);
    assert_eq!(cases(&first), ["While it is not shown", "While it opens"]);
    assert_eq!(cases(&second), ["In the second"]);
    drop(folder);
}

#[test]
fn a_change_refused_on_a_library_that_is_closed_is_not_tried_on_another() {
    let mut window = Window::at("first");
    let gone = CaseChange::Delete { id: Id(7) };
    window.jobs.change(None, None, gone.into(), false);
    let refused = window.wait(|told| match told.event {
        JobEvent::Refused { change, .. } => Some(change),
        _ => None,
    });
    window.go_over("second");
    window.jobs.try_again(Refused { change: new_case("Typed in the first"), ..refused });
    let (late, message) = window.wait(|told| match told.event {
        JobEvent::Refused { error, .. } => Some((told.late, error.message)),
        _ => None,
    });
    assert!(late && message.contains("is closed"), "{message}");
    let second = window.path("second");
    drop(window.jobs);
    assert!(cases(&second).is_empty());
}

#[test]
fn where_the_other_library_cannot_be_opened_the_one_before_stays() {
    let mut window = Window::at("first");
    let text = window.folder.path().join("story.txt");
    fs::write(&text, "No library.").unwrap();
    window.jobs.open(text, false);
    window.wait(|told| matches!(told.event, JobEvent::NotOpened { .. }).then_some(()));
    window.new_case("After it");
    let late = window.wait(|told| matches!(told.event, JobEvent::Changed { .. }).then_some(told.late));
    assert!(!late);
    let first = window.path("first");
    drop(window.jobs);
    assert_eq!(cases(&first), ["After it"]);
}

#[test]
fn an_import_ends_when_its_library_is_closed_and_nothing_of_it_comes_into_another() {
    let mut window = Window::at("first");
    let files = window.articles("Pier", 200);
    let case = {
        window.new_case("Harbour");
        window.wait(|told| match told.event {
            JobEvent::Changed { outcome, .. } => outcome.made.map(|(_, id)| id),
            _ => None,
        })
    };
    // The first batch waits behind the gate, and whatever comes after it behind the second.
    let gate = window.hold();
    let import = window.jobs.import(Some(case), vec![files]);
    window.wait_until_importing(import);
    let second = window.path("second");
    window.jobs.open(second.clone(), true);
    let second_gate = window.hold();
    drop(gate);
    let session = window.opened();
    window.jobs.show(session, &second);
    drop(second_gate);
    let (end, done, total) = window.imported(import);
    assert_eq!((end, total), (ImportEnd::LibraryClosed, 200));
    assert!(done > 0 && done < total, "{done}");
    let first = window.path("first");
    drop(window.jobs);
    let library = Library::open(&first).unwrap();
    assert_eq!(store::article::of_case(library.db(), case).unwrap().len(), done, "as told");
    assert!(cases(&second).is_empty());
}

#[test]
fn each_import_is_stopped_by_itself() {
    let mut window = Window::at("first");
    let (pier, quay) = (window.articles("Pier", 200), window.articles("Quay", 200));
    let gate = window.hold();
    let first = window.jobs.import(None, vec![pier]);
    let other = window.jobs.import(None, vec![quay]);
    window.jobs.cancel_import(first);
    drop(gate);
    let (mut ended, mut whole) = (None, None);
    while ended.is_none() || whole.is_none() {
        let (import, end) = window.wait(|told| match told.event {
            JobEvent::Imported { import, end, .. } => Some((import, end)),
            _ => None,
        });
        if import == first { ended = Some(end) } else { whole = Some((import, end)) }
    }
    assert_eq!(ended, Some(ImportEnd::Cancelled));
    assert_eq!(whole, Some((other, ImportEnd::Whole)));
}
