//! What a person can do, as data: views push commands, the app runs them after drawing.

mod place;
mod ui_command;

pub use crate::domain::kind::ExportFormat;
pub use place::{Place, Tab};
pub use ui_command::{Menu, UiCommand};

use std::path::PathBuf;

use crate::domain::change::Change;
use crate::domain::date::Dated;
use crate::domain::id::Id;
use crate::domain::kind::ArticleKind;
use crate::domain::listing::Mapping;
use crate::domain::record::Owner;
use crate::domain::span::Span;

/// One thing to be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Something of the menu, the palette or a shortcut.
    Ui(UiCommand),
    /// Go to a screen.
    Go(Place),
    /// Select a record: its inspector shows, and its article where it has one.
    Select(Owner),
    /// Select a record of another case than the one shown, to look at it beside what was found.
    Preview {
        /// Its case, if it is of one.
        case: Option<Id>,
        /// The record.
        of: Owner,
    },
    /// Select nothing.
    Deselect,
    /// Show an article in the reader, scrolled to these words and marking them.
    ShowInArticle {
        /// The article.
        article: Id,
        /// The words; `None` for the top.
        span: Option<Span>,
    },
    /// Give the article the whole middle, to read and mark, or take it back to the list.
    Read(Option<Id>),
    /// Change records.
    Change {
        /// What.
        change: Change,
        /// Changes of one group are undone together, such as those of one visit to a field.
        group: Option<Id>,
    },
    /// Make a record and then select it.
    Make(Change),
    /// Ask which party to merge this one with, and how.
    MergeParty(Id),
    /// Ask which of these parties the others are other names of.
    MergeParties(Vec<Id>),
    /// Ask which statements were by another party.
    SplitParty(Id),
    /// Ask how to merge two statements; which one, if `other` is not known yet.
    MergeStatement {
        /// The one.
        id: Id,
        /// The other.
        other: Option<Id>,
    },
    /// Ask which sources are of a statement of their own.
    SplitStatement(Id),
    /// Ask which statement this one answers, and how.
    LinkStatement(Id),
    /// Copy this text.
    CopyText(String),
    /// Copy quotes with their sources, and note that they were used.
    CopyQuotes(Vec<Id>),
    /// Copy these rows of the chronology, a line each with its sources, and note that the quotes were used.
    CopyChronology(Vec<Owner>),
    /// Bring these files and folders into the case that is open, or into a new one named after the folder.
    Import(Vec<PathBuf>),
    /// Ask what the columns of a list hold, to make articles of its rows.
    OpenRows(Id),
    /// Make articles of the rows of a list.
    MakeRows {
        /// The article that the list is.
        article: Id,
        /// Which column holds what.
        mapping: Mapping,
    },
    /// Bring these files and folders into this case.
    ImportInto {
        /// The case.
        case: Id,
        /// The files and folders.
        paths: Vec<PathBuf>,
    },
    /// Import these files of an import again, that failed in it.
    ImportAgain {
        /// The import.
        import: Id,
        /// The files, as its lines name them.
        files: Vec<PathBuf>,
    },
    /// Look at what the clipboard holds, for the article that is being pasted.
    LookAtClipboard,
    /// Let go of the piece of a page that was pasted.
    DropPage,
    /// Make an article of the piece of a page that was pasted.
    KeepPage {
        /// Its headline; empty to take the page's own.
        title: String,
        /// What it is.
        kind: ArticleKind,
        /// When it was published; empty to take what the page says.
        published: Dated,
    },
    /// Have new files of this folder come into this case by themselves.
    Watch {
        /// The case.
        case: Id,
        /// The folder.
        folder: PathBuf,
    },
    /// Leave the watched folder of this case alone.
    StopWatching(Id),
    /// Show what came into this case by its watched folder.
    ShowCameIn(Id),
    /// Stop this import; what is done stays.
    CancelImport(Id),
    /// Close the result list that is shown.
    CloseImportList,
    /// Quit, and let go of what is unfinished.
    QuitAnyway,
    /// Go over to the library that was opened, and let go of what is unfinished in the one before.
    SwitchLibrary,
    /// Stay in the library that is shown; the one that was opened is closed again.
    KeepLibrary,
    /// Try to read the text of these articles again.
    ReadAgain(Vec<Id>),
    /// Read these scans with the OCR program.
    ReadWithOcr(Vec<Id>),
    /// Stop reading scans; those that were read keep their text.
    CancelOcr,
    /// Show this version of an article in the reader, or the newest.
    ShowVersion {
        /// The article.
        article: Id,
        /// The version; `None` for the newest that has a text.
        version: Option<Id>,
    },
    /// Show what changed between two versions of an article, by their numbers; the newest two without.
    WhatChanged {
        /// The article.
        article: Id,
        /// The earlier and the later one.
        between: Option<(i64, i64)>,
    },
    /// Ask in which encoding an article is to be read.
    ChooseEncoding(Id),
    /// Read the original of an article again in this encoding.
    ReadIn(Id, String),
    /// Compute the hash of an article's original anew and compare it.
    VerifyOriginal(Id),
    /// Ask whether another program is to show a copy of an article's original.
    OpenOriginal(Id),
    /// Have another program show it.
    OpenCopy(Id),
    /// Save an unchanged copy of an article's original.
    SaveOriginal(Id),
    /// Write it to this file.
    SaveOriginalTo(Id, PathBuf),
    /// Show the folder that holds this file.
    ShowFolderOf(PathBuf),
    /// Write a checked copy of the library to this file.
    BackUp(PathBuf),
    /// Take the card of first steps away for good.
    CloseFirstSteps,
    /// Open a library.
    OpenLibrary(PathBuf),
    /// Make a library.
    CreateLibrary(PathBuf),
    /// Write the chronology of the case.
    Export(ExportRequest),
    /// Ask the library for what a screen needs.
    Ask(Question),
}

/// What to export, and where to.
#[derive(Debug, Clone, PartialEq)]
pub struct ExportRequest {
    /// In which format.
    pub format: ExportFormat,
    /// The rows, in this order.
    pub rows: Vec<Owner>,
    /// The file to write; asked for if `None`.
    pub to: Option<PathBuf>,
    /// Whether a file of that name may be replaced; otherwise a free name beside it is taken.
    pub replace: bool,
}

/// Something a screen wants to know that the rows of the case do not tell.
#[derive(Debug, Clone, PartialEq)]
pub enum Question {
    /// What was done, newest first.
    History {
        /// In this case only.
        case: Option<Id>,
    },
    /// What changed between two versions of an article, by their numbers; the newest two without.
    Difference {
        /// The article.
        article: Id,
        /// The earlier and the later one.
        between: Option<(i64, i64)>,
    },
    /// What an article reads like in the encodings there are.
    Encodings(Id),
    /// A party across cases.
    Party(Id),
    /// The outlets of the sites of a case.
    Outlets(Id),
    /// Which quotations of these rows are not in their article as written.
    Quotes(Vec<Owner>),
    /// What would come of the rows of a list, if its columns hold what the mapping says.
    List {
        /// The article that the list is.
        article: Id,
        /// Which column holds what.
        mapping: Option<Mapping>,
    },
    /// What has these words.
    Search {
        /// As typed.
        typed: String,
        /// In this case only.
        scope: Option<Id>,
    },
}
