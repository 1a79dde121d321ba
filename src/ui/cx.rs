//! What a view is given to draw from. It is read only: what a person does is pushed as a command.

use std::path::PathBuf;
use std::sync::Arc;

use crate::command::Place;
use crate::domain::id::Id;
use crate::domain::record::Owner;
use crate::error::Error;
use crate::ui::cases::FirstSteps;
use crate::view::{
    ArticleView, CaseView, DetailView, DifferenceView, EncodingsView, HistoryEntry, HitsView, ImportLine,
    LibraryView, ListView, Outlets, PartyView, PastedPage, QuoteCheck, Undoable,
};

/// An import that goes on.
#[derive(Debug, Clone, PartialEq)]
pub struct Importing {
    /// Which import.
    pub import: Id,
    /// The case it goes to.
    pub case_id: Id,
    /// Files done.
    pub done: usize,
    /// Files in all.
    pub total: usize,
    /// The file in hand.
    pub file: String,
    /// Files a second, once that is steady.
    pub rate: Option<f64>,
    /// Whether the person has stopped it: it ends after the files in hand.
    pub stopping: bool,
}

/// An import that is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportReport {
    /// Which import.
    pub import: Id,
    /// The case it went to.
    pub case_id: Id,
    /// A line a file.
    pub lines: Vec<ImportLine>,
    /// How many files were gone through.
    pub done: usize,
    /// How many there were.
    pub total: usize,
    /// Whether the files came by themselves into a watched folder.
    pub watched: bool,
}

impl ImportReport {
    /// Whether it was stopped before the end.
    #[must_use]
    pub fn is_cut_short(&self) -> bool {
        self.done < self.total
    }
}

/// A folder whose new files come into a case by themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watched {
    /// The case.
    pub case_id: Id,
    /// The folder.
    pub folder: PathBuf,
    /// Whether it is there.
    pub there: bool,
}

/// Scans that are read with the OCR program.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ocr {
    /// Whether there is such a program on this machine.
    pub there: bool,
    /// Articles that were asked for and are not done.
    pub asked: Vec<Id>,
    /// What is being read.
    pub reading: Option<OcrProgress>,
}

/// How far the reading of a scan is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OcrProgress {
    /// The article.
    pub article: Id,
    /// The page in hand, from 0.
    pub page: usize,
    /// How many pages there are.
    pub pages: usize,
}

impl Ocr {
    /// These were asked for.
    pub fn asked(&mut self, articles: &[Id]) {
        let new = articles.iter().filter(|id| !self.asked.contains(id)).copied().collect::<Vec<_>>();
        self.asked.extend(new);
    }

    /// This one is done, or was given up.
    pub fn done(&mut self, article: Id) {
        self.asked.retain(|id| *id != article);
        self.reading = self.reading.filter(|reading| reading.article != article);
    }
}

/// What the window knows of the library, as it is now.
#[derive(Debug, Clone, Default)]
pub struct Data {
    /// The library's file; `None` while none is open.
    pub path: Option<PathBuf>,
    /// Why it can only be read, if so.
    pub read_only: Option<String>,
    /// The library that could not be opened, and why.
    pub not_opened: Option<(PathBuf, Error)>,
    /// The libraries opened last, the last first.
    pub recent: Vec<PathBuf>,
    /// The first steps that were taken.
    pub steps: FirstSteps,
    /// The library-wide screens; empty until they are read.
    pub library: Arc<LibraryView>,
    /// Whether they were read.
    pub library_is_read: bool,
    /// The case that is open.
    pub case: Option<Arc<CaseView>>,
    /// The article in the reader.
    pub article: Option<Arc<ArticleView>>,
    /// The difference between two versions that was asked for.
    pub difference: Option<Arc<DifferenceView>>,
    /// The encodings asked for.
    pub encodings: Option<Arc<EncodingsView>>,
    /// What hangs on the selected record.
    pub detail: Option<(Owner, Arc<DetailView>)>,
    /// The party looked at across cases.
    pub party: Option<Arc<PartyView>>,
    /// The history asked for.
    pub history: Option<Arc<Vec<HistoryEntry>>>,
    /// The check of quotations asked for.
    pub quotes: Option<Arc<QuoteCheck>>,
    /// What the last search found.
    pub hits: Option<Arc<HitsView>>,
    /// The list whose rows are to become articles.
    pub list: Option<Arc<ListView>>,
    /// What undo would take back.
    pub undo: Option<Undoable>,
    /// What redo would bring back.
    pub redo: Option<Undoable>,
    /// When the last change was written, UTC milliseconds.
    pub saved_at: Option<i64>,
    /// The imports that go on.
    pub importing: Vec<Importing>,
    /// Scans that are being read.
    pub ocr: Ocr,
    /// The imports that are over, until their lists are closed; the first to end first.
    pub imported: Vec<Arc<ImportReport>>,
    /// What came in by watched folders and was not looked at.
    pub came_in: Vec<Arc<ImportReport>>,
    /// The folders that are watched, one a case at most.
    pub watched: Vec<Watched>,
    /// The piece of a page that was pasted, and the case it is meant for.
    pub pasted: Option<(Id, Arc<PastedPage>)>,
    /// What is wrong with what the clipboard holds, if anything.
    pub not_pasted: bool,
    /// The outlets of a case's sites, once they were asked for.
    pub outlets: Option<Arc<Outlets>>,
}

/// Everything a view draws from.
#[derive(Debug, Clone, Copy)]
pub struct Cx<'a> {
    /// The screen.
    pub place: Place,
    /// The data.
    pub data: &'a Data,
    /// The selected record.
    pub selection: Option<Owner>,
    /// The article that has the whole middle.
    pub reading: Option<Id>,
    /// Today, in days since 1970-01-01.
    pub today: i64,
}

impl<'a> Cx<'a> {
    /// The case that is open, if its data is there; in Search the one of the hit that is looked at.
    #[must_use]
    pub fn case(&self) -> Option<&'a CaseView> {
        let case = self.data.case.as_deref()?;
        (self.place.case() == Some(case.case.id) || self.place == Place::Search).then_some(case)
    }

    /// The article in the reader, if its data is there.
    #[must_use]
    pub fn article(&self) -> Option<&'a ArticleView> {
        self.data.article.as_deref()
    }

    /// What hangs on this record, if its data is there.
    #[must_use]
    pub fn detail(&self, of: Owner) -> Option<&'a DetailView> {
        self.data.detail.as_ref().filter(|(owner, _)| *owner == of).map(|(_, view)| view.as_ref())
    }

    /// The folder that is watched for a case.
    #[must_use]
    pub fn watched(&self, case: Id) -> Option<&'a Watched> {
        self.data.watched.iter().find(|watched| watched.case_id == case)
    }

    /// Whether anything can be changed.
    #[must_use]
    pub fn can_write(&self) -> bool {
        self.data.path.is_some() && self.data.read_only.is_none()
    }
}
