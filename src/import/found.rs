//! What reading a file finds.

use crate::domain::date::Edtf;
use crate::domain::kind::ArticleKind;

/// An article as its file tells it. Fields the file says nothing about are empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The headline, without the site's name; from the file name where the file has none.
    pub title: String,
    /// The authors, one name each.
    pub byline: Vec<String>,
    /// Who published it.
    pub outlet: String,
    /// Where it was published, its canonical address if the file names one.
    pub url: String,
    /// Its language as a BCP 47 tag.
    pub language: String,
    /// What sort of document it is.
    pub kind: ArticleKind,
    /// When it was published.
    pub published: Option<Found>,
    /// When it came into the person's hands.
    pub received: Option<Found>,
    /// Its text, line ends made LF and otherwise as in the source; `None` while it cannot be read.
    pub text: Option<String>,
    /// The name of the encoding it was decoded from; empty for files that are not text.
    pub encoding: String,
    /// Which importer read it.
    pub importer: &'static str,
    /// The importer's version.
    pub importer_version: u32,
}

impl Default for Imported {
    fn default() -> Self {
        Self {
            title: String::new(),
            byline: Vec::new(),
            outlet: String::new(),
            url: String::new(),
            language: String::new(),
            kind: ArticleKind::News,
            published: None,
            received: None,
            text: None,
            encoding: String::new(),
            importer: "",
            importer_version: 0,
        }
    }
}

/// A date found in a file, with the words it was read from and the place they stood in.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The date; the calendar day as written, never converted to another zone.
    pub date: Edtf,
    /// The words as found.
    pub words: String,
    /// Where they were found.
    pub basis: Basis,
}

/// Where in a file a date was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Structured data for search engines.
    JsonLd,
    /// A `meta` element.
    Meta,
    /// A `time` element.
    TimeElement,
    /// The address.
    Url,
    /// The words a reader sees.
    VisibleText,
    /// Header lines at the top of a text.
    Header,
    /// The name of the file.
    FileName,
    /// The date of the file.
    FileDate,
    /// The note a program leaves when it saves a page.
    SaveNote,
}

impl Basis {
    /// The stored word.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::JsonLd => "json_ld",
            Self::Meta => "meta",
            Self::TimeElement => "time_element",
            Self::Url => "url",
            Self::VisibleText => "visible_text",
            Self::Header => "header",
            Self::FileName => "file_name",
            Self::FileDate => "file_date",
            Self::SaveNote => "save_note",
        }
    }
}
