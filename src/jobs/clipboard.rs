//! What was copied in another program, behind a seam that tests replace.

use std::path::PathBuf;
use std::sync::Arc;

use super::Events;
use super::event::JobEvent;
use super::readers::Readers;
use super::records::records;
use crate::domain::date::Dated;
use crate::domain::id::Id;
use crate::domain::kind::{ArticleKind, RecordKind};
use crate::error::Result;
use crate::import::{Ask, Parsed, title_from_file_name};
use crate::ops::{self, Added, Outcome};
use crate::store::{Library, NewEntry};
use crate::text::{Arg, t, t_with};
use crate::view::PastedPage;

/// A title made of the first words has at most so many characters.
const TITLE: usize = 80;

/// What the clipboard has to give, each as its own kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offer {
    /// Files copied in a file manager.
    pub files: Vec<PathBuf>,
    /// Marked-up text, as browsers and word processors copy it.
    pub html: Option<String>,
    /// Plain text.
    pub text: Option<String>,
}

/// Looks at what was copied; `None` where the system does not let it be looked at.
pub trait Clipboard: Send + Sync {
    /// What it offers. May wait for the program it was copied in.
    fn offer(&self) -> Option<Offer>;
}

/// The desktop's clipboard.
#[derive(Debug, Default)]
pub struct SystemClipboard;

impl Clipboard for SystemClipboard {
    fn offer(&self) -> Option<Offer> {
        let mut clipboard = arboard::Clipboard::new()
            .inspect_err(|error| tracing::debug!("the clipboard cannot be looked at: {error}"))
            .ok()?;
        Some(Offer {
            files: clipboard.get().file_list().unwrap_or_default(),
            html: clipboard.get().html().ok().filter(|html| !html.trim().is_empty()),
            text: clipboard.get().text().ok().filter(|text| !text.trim().is_empty()),
        })
    }
}

/// What was copied, made ready for an article.
#[derive(Debug, Clone)]
pub enum Pasted {
    /// Files, to be imported.
    Files(Vec<PathBuf>),
    /// Marked-up text and what was read in it.
    Page(Arc<PastedPage>),
    /// Plain text.
    Text(String),
    /// A picture, or nothing.
    Nothing,
    /// The system does not tell.
    NotTold,
}

/// Looks at the clipboard on a thread of its own, and tells.
pub(super) fn look(clipboard: Arc<dyn Clipboard>, events: Events) {
    std::thread::spawn(move || {
        let pasted = clipboard.offer().map_or(Pasted::NotTold, pasted);
        events.send(JobEvent::Pasted(pasted));
    });
}

fn pasted(offer: Offer) -> Pasted {
    if !offer.files.is_empty() {
        return Pasted::Files(offer.files);
    }
    let plain = offer.text.unwrap_or_default();
    if let Some(page) = offer.html.and_then(|html| page(&html, plain.clone())) {
        return Pasted::Page(Arc::new(page));
    }
    if plain.is_empty() { Pasted::Nothing } else { Pasted::Text(plain) }
}

/// What a copied piece of a page says; `None` if there are no words in it.
fn page(html: &str, plain: String) -> Option<PastedPage> {
    let html: Arc<[u8]> = whole(html).into_bytes().into();
    let Parsed { article, .. } = read(&html);
    let text = article.text.filter(|text| !text.trim().is_empty())?;
    // The name of the file is ours and says nothing.
    let ours = title_from_file_name(t("paste-file-name"));
    let title = if article.title == ours { String::new() } else { article.title };
    Some(PastedPage { html, title, text, plain })
}

/// All of it is wanted: a person selected it.
fn read(html: &Arc<[u8]>) -> Parsed {
    Readers::shared().read(html, t("paste-file-name"), &Ask { whole: true, ..Ask::default() })
}

/// What a person said of a pasted page; empty where they said nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    /// Its headline.
    pub title: String,
    /// What it is.
    pub kind: ArticleKind,
    /// When it was published.
    pub published: Dated,
}

/// What became of a pasted page.
pub(super) enum AddedPage {
    /// An article.
    New(Outcome),
    /// The case had it, as this article.
    There(Id),
}

/// Makes an article of a pasted page.
pub(super) fn add_page(
    library: &mut Library,
    case_id: Id,
    page: &PastedPage,
    given: Given,
) -> Result<AddedPage> {
    let Parsed { article: mut imported, warnings, .. } = read(&page.html);
    if !given.title.trim().is_empty() {
        given.title.trim().clone_into(&mut imported.title);
        imported.bases.title = None;
    } else if page.title.is_empty() {
        imported.title = first_words(&page.text);
        imported.bases.title = None;
    }
    let warnings: Vec<String> = warnings.into_iter().map(|warning| warning.message).collect();
    let (mut article, version) = records(case_id, t("paste-file-name"), &imported, &warnings);
    article.kind = given.kind;
    if !given.published.is_empty() {
        article.published = given.published;
    }
    let words = t_with("op-article-paste", &[("name", Arg::from(article.title.clone()))]);
    let entry = NewEntry { op: "article-paste", words: words.clone(), case_id: Some(case_id), group: None };
    let add =
        |tx: &crate::store::Tx| ops::add_article(tx, article, version, &page.html, imported.text.as_deref());
    let done = library.transact(entry, add)?;
    Ok(match done.value {
        Added::New(id) => AddedPage::New(Outcome {
            words,
            op: "article-paste",
            made: Some((RecordKind::Article, id)),
            changed: done.changed,
        }),
        Added::Duplicate(id) => AddedPage::There(id),
    })
}

/// The first line, as a title where there is none.
fn first_words(text: &str) -> String {
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim();
    match line.char_indices().nth(TITLE) {
        Some((at, _)) => format!("{}…", line[..at].trim_end()),
        None => line.to_owned(),
    }
}

/// The piece as a page that says in which encoding it is; one that is a page already stays as it came.
fn whole(html: &str) -> String {
    let head = html.trim_start().get(..9).unwrap_or_default().to_ascii_lowercase();
    if head.starts_with("<html") || head.starts_with("<!doctype") {
        return html.to_owned();
    }
    format!("<html><head><meta charset=\"utf-8\"></head><body>{html}</body></html>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_copied_is_taken_as_the_richest_kind_there_is() {
        let html =
            || Some("<meta charset='utf-8'><p>It <a href='https://example.org/'>stays</a> shut.</p>".into());
        let text = || Some("It stays shut.".to_owned());
        let Pasted::Page(page) = pasted(Offer { html: html(), text: text(), ..Offer::default() }) else {
            panic!("a page")
        };
        assert_eq!((page.text.as_str(), page.plain.as_str()), ("It stays shut.", "It stays shut."));
        assert!(String::from_utf8_lossy(&page.html).contains("https://example.org/"));
        let wordless = Offer { html: Some("<img src=x>".to_owned()), ..Offer::default() };
        assert!(matches!(pasted(wordless), Pasted::Nothing));
        assert!(matches!(pasted(Offer { text: text(), ..Offer::default() }), Pasted::Text(_)));
        let files = Offer { files: vec!["a.txt".into()], html: html(), text: text() };
        assert!(matches!(pasted(files), Pasted::Files(_)));
    }
}
