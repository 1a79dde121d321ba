//! What reading a file finds.

use serde::{Deserialize, Serialize};

use crate::domain::date::Edtf;
use crate::domain::kind::ArticleKind;
use crate::domain::record::Page;

/// An article as its file tells it. Fields the file says nothing about are empty.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
    /// Where its pages begin, for files that have pages.
    pub pages: Vec<Page>,
    /// The words under its pictures, which are not in the text.
    pub captions: Vec<String>,
    /// Who it came from, if the file says so.
    pub obtained_from: String,
    /// How it came, if the file says so.
    pub obtained_how: String,
    /// Where title, byline, outlet, address and language were found.
    pub bases: Bases,
    /// The name of the encoding it was decoded from; empty for files that are not text.
    pub encoding: String,
    /// Which importer read it.
    pub importer: String,
    /// The importer's version.
    pub importer_version: u32,
}

/// Where the fields of an article were found; `None` for what was not found, or not looked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bases {
    /// Of the title.
    pub title: Option<Basis>,
    /// Of the byline.
    pub byline: Option<Basis>,
    /// Of the outlet.
    pub outlet: Option<Basis>,
    /// Of the address.
    pub url: Option<Basis>,
    /// Of the language.
    pub language: Option<Basis>,
}

impl Bases {
    /// These, with those of `known` in their place where it has any.
    #[must_use]
    pub(super) fn overlaid(self, known: Self) -> Self {
        Self {
            title: known.title.or(self.title),
            byline: known.byline.or(self.byline),
            outlet: known.outlet.or(self.outlet),
            url: known.url.or(self.url),
            language: known.language.or(self.language),
        }
    }
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
            pages: Vec::new(),
            captions: Vec::new(),
            obtained_from: String::new(),
            obtained_how: String::new(),
            bases: Bases::default(),
            encoding: String::new(),
            importer: String::new(),
            importer_version: 0,
        }
    }
}

/// A date found in a file, with the words it was read from and the place they stood in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// The date; the calendar day as written, never converted to another zone.
    pub date: Edtf,
    /// The words as found.
    pub words: String,
    /// Where they were found.
    pub basis: Basis,
}

/// Where in a file something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
    /// What a document says about itself: its properties, or those of a PDF.
    Properties,
    /// The header of a mail.
    MailHeader,
    /// A list of articles, or the record of a reference manager.
    List,
    /// The words themselves, by what language they look like.
    Words,
}

impl Basis {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::JsonLd,
        Self::Meta,
        Self::TimeElement,
        Self::Url,
        Self::VisibleText,
        Self::Header,
        Self::FileName,
        Self::FileDate,
        Self::SaveNote,
        Self::Properties,
        Self::MailHeader,
        Self::List,
        Self::Words,
    ];

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
            Self::Properties => "properties",
            Self::MailHeader => "mail_header",
            Self::List => "list",
            Self::Words => "words",
        }
    }
}
