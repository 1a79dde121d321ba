//! What the threads tell the window, one closed list.

use std::path::PathBuf;
use std::sync::Arc;

use super::clipboard::Pasted;
use super::pick::Pick;
use super::session::Session;
use crate::domain::change::Change;
use crate::domain::id::Id;
use crate::domain::record::Owner;
use crate::error::Error;
use crate::ops::Outcome;
use crate::store::{HistoryEntry, Undoable, Undone};
use crate::view::{
    ArticleView, CaseView, DetailView, DifferenceView, EncodingsView, HitsView, ImportLine, LibraryView,
    ListView, Outlets, PartyView, QuoteCheck,
};

/// View data asked for.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum Ask {
    Library,
    Case(Id),
    Article { id: Id, version: Option<Id> },
    Difference { article: Id, between: Option<(i64, i64)> },
    Encodings(Id),
    Detail { case_id: Id, of: Owner },
    Party(Id),
    History { case_id: Option<Id> },
    Quotes { case_id: Id, rows: Vec<Owner> },
    Search { typed: String, scope: Option<Id> },
    Outlets(Id),
}

/// View data, built.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub enum Answer {
    Library(Arc<LibraryView>),
    Case(Arc<CaseView>),
    /// The case is not there any more.
    CaseGone(Id),
    Article(Arc<ArticleView>),
    Difference(Arc<DifferenceView>),
    Encodings(Arc<EncodingsView>),
    Detail {
        of: Owner,
        view: Arc<DetailView>,
    },
    Party(Arc<PartyView>),
    History(Arc<Vec<HistoryEntry>>),
    Quotes(Arc<QuoteCheck>),
    Hits(Arc<HitsView>),
    List(Arc<ListView>),
    Outlets(Arc<Outlets>),
}

/// A change that could not be written, kept so that it can be tried again.
#[derive(Debug, Clone)]
#[allow(missing_docs)] // as they were asked for
pub struct Refused {
    /// The library it is meant for, and no other.
    pub session: Session,
    pub case_id: Option<Id>,
    pub group: Option<Id>,
    pub change: Change,
}

/// How an import came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportEnd {
    /// All files were gone through.
    Whole,
    /// The person stopped it.
    Cancelled,
    /// Its library was closed.
    LibraryClosed,
}

/// Something that has arrived.
#[derive(Debug)]
pub struct Told {
    /// What.
    pub event: JobEvent,
    /// Whether it comes of work on another library than the one that is shown.
    pub late: bool,
}

/// Something that happened off the UI thread.
#[derive(Debug)]
pub enum JobEvent {
    /// A library is open and can be shown; the one before is still open too.
    Opened {
        /// Which opening it was.
        session: Session,
        /// Its file.
        path: PathBuf,
        /// Why it can only be read, if so.
        read_only: Option<String>,
    },
    /// A library could not be opened; the one before stays open.
    NotOpened {
        /// Its file.
        path: PathBuf,
        /// Why.
        error: Error,
    },
    /// A change is written.
    Changed {
        /// What it came to.
        outcome: Outcome,
        /// Whether the record it made is to be selected.
        select: bool,
    },
    /// A change was taken back or brought back.
    Undone {
        /// What was, and in which case.
        undone: Undone,
        /// Whether it was brought back.
        redo: bool,
    },
    /// There was nothing to take or bring back.
    NothingToUndo {
        /// Whether it was to be brought back.
        redo: bool,
    },
    /// What undo and redo would do now, and when the last change was written (UTC milliseconds).
    State {
        /// What undo would take back.
        undo: Option<Undoable>,
        /// What redo would bring back.
        redo: Option<Undoable>,
        /// The last write of this window, if there was one.
        saved_at: Option<i64>,
    },
    /// A record that was to be made and selected was not: what was typed for it must not be lost.
    NotMade(Error),
    /// A change could not be written.
    Refused {
        /// Why.
        error: Error,
        /// The change.
        change: Refused,
    },
    /// Something did not work.
    Failed(Error),
    /// Something is done that the person asked for: one sentence.
    Done(String),
    /// A file the person asked for is written: one sentence, and the file.
    Written(String, PathBuf),
    /// Articles were read again.
    ReadAgain,
    /// The pictures of a scan are being read.
    ReadingPictures {
        /// The article.
        article: Id,
        /// The page in hand, from 0.
        page: usize,
        /// How many pages there are.
        pages: usize,
    },
    /// They were read, or it was given up.
    PicturesRead {
        /// The article.
        article: Id,
    },
    /// Texts were compared with each other; whether more may wait to be.
    Compared {
        /// Whether to go on.
        more: bool,
    },
    /// A copy of an original is ready to be opened.
    CopyReady(PathBuf),
    /// View data is there.
    Answer(Answer),
    /// An import goes on.
    Importing {
        /// Which import.
        import: Id,
        /// The case it goes to.
        case_id: Id,
        /// Files done.
        done: usize,
        /// Files in all.
        total: usize,
        /// The file in hand.
        file: String,
        /// Files a second, once that is steady.
        rate: Option<f64>,
    },
    /// An import is over.
    Imported {
        /// Which import.
        import: Id,
        /// The case it went to.
        case_id: Id,
        /// A line a file that was gone through.
        lines: Vec<ImportLine>,
        /// How many files were gone through.
        done: usize,
        /// How many files there were in all.
        total: usize,
        /// How it ended.
        end: ImportEnd,
    },
    /// Files came into a watched folder and were imported.
    Watched {
        /// The case they went to.
        case_id: Id,
        /// A line a file.
        lines: Vec<ImportLine>,
        /// What came into the folder until then is dealt with.
        until: std::time::SystemTime,
    },
    /// A watched folder is gone, or back.
    WatchedFolder {
        /// The case its files go to.
        case_id: Id,
        /// Whether it is there.
        there: bool,
    },
    /// What the clipboard holds was looked at.
    Pasted(Pasted),
    /// The article was there already, as this one.
    AlreadyHere(Id),
    /// The person chose files, or none, in the system's dialog.
    Picked {
        /// What for.
        pick: Pick,
        /// The files; empty if none were chosen.
        paths: Vec<PathBuf>,
    },
    /// The system has no file dialog to show.
    NoPicker(Pick),
    /// The sample case is there.
    Sample {
        /// The case.
        case_id: Id,
        /// The statement it opens at.
        open_at: Option<Id>,
    },
}
