//! What is asked of an importer, and what it gives back.

use serde::{Deserialize, Serialize};

use super::found::Imported;
use super::list::Table;
use super::warning::Warning;

/// How a file is to be read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// The label of the encoding a person chose; the file decides where there is none.
    pub encoding: Option<String>,
    /// Whether to read with nothing but simple means, since a parser broke on this file before.
    pub careful: bool,
    /// Whether the rows of a list are wanted as they stand, to make articles of them.
    pub table: bool,
    /// A page, from 0, whose pictures are wanted as inner files, so that other means can read their words; nothing
    /// else is read then.
    pub pictures_of: Option<usize>,
    /// Whether all of its words are wanted, since a person selected them: nothing is left out as a page's furniture.
    #[serde(default)]
    pub whole: bool,
}

/// What reading a file gave.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Parsed {
    /// The file as an article.
    pub article: Imported,
    /// What was not clean.
    pub warnings: Vec<Warning>,
    /// What is in the file and is an article of its own: attachments of a letter, files of an archive.
    pub inner: Vec<Inner>,
    /// Whether the file is but a wrapper: what is in it becomes articles, itself it does not. Never set where
    /// something in it could not be taken out.
    pub wrapper: bool,
    /// The rows of a list, where they were asked for.
    pub table: Option<Table>,
}

/// A file within a file.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Inner {
    /// Its name within the outer file, with its folders.
    pub name: String,
    /// Its bytes, unchanged. They travel beside the rest.
    #[serde(skip)]
    pub bytes: Vec<u8>,
    /// What the outer file says about it; goes before what its own bytes say. With a text it is not read any more.
    pub known: Imported,
    /// The path of the file itself, relative to the outer file, where the outer file only names it. `bytes` are then
    /// what the outer file says about it, kept where there is no such file.
    pub link: Option<String>,
    /// What was not clean about it, where the outer file told its text.
    pub warnings: Vec<Warning>,
}

impl Imported {
    /// This, with everything that `known` says in its place.
    #[must_use]
    pub fn overlaid(mut self, known: &Self) -> Self {
        let text = |mine: &mut String, theirs: &String| {
            if !theirs.is_empty() {
                theirs.clone_into(mine);
            }
        };
        text(&mut self.title, &known.title);
        text(&mut self.outlet, &known.outlet);
        text(&mut self.url, &known.url);
        text(&mut self.language, &known.language);
        text(&mut self.obtained_from, &known.obtained_from);
        text(&mut self.obtained_how, &known.obtained_how);
        if !known.byline.is_empty() {
            known.byline.clone_into(&mut self.byline);
        }
        self.published = known.published.clone().or(self.published);
        self.received = known.received.clone().or(self.received);
        self.bases = self.bases.overlaid(known.bases);
        self
    }
}
