//! What comes in by import: a new article, one the case has already, or a new version of one.

use std::collections::{HashMap, HashSet};

use crate::domain::address;
use crate::domain::hash::sha256_hex;
use crate::domain::id::Id;
use crate::domain::kind::RecordKind;
use crate::domain::likeness::{Index, Likeness, Shingles, Sketch};
use crate::domain::record::{Article, Version};
use crate::domain::revision::{count, difference, same_words};
use crate::error::Result;
use crate::store::{self, Db, Tx};

/// How much of the shorter text must be in the longer one for an address to make them versions of one article, where
/// the headline is another: some sites give every page the address of their front page.
const SAME_STORY: f64 = 0.15;
/// How many texts that were compared are held ready to be compared again.
const AT_HAND: usize = 512;

/// The words of a text, made ready to be compared. Takes no library, so that many threads can make them.
#[derive(Debug, Clone)]
pub struct Words {
    shingles: Shingles,
    sketch: Sketch,
}

impl Words {
    /// Those of `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let shingles = Shingles::of(text);
        let sketch = Sketch::of(&shingles);
        Self { shingles, sketch }
    }
}

/// What a case holds, as far as what comes in must be compared with it. Good for the imports of one case as long as
/// nothing it was told of is taken back; then it is made anew.
#[derive(Debug, Default)]
pub struct Known {
    index: Index,
    /// The texts by their places in the index, as SHA-256.
    texts: Vec<String>,
    compared: HashSet<String>,
    /// Articles by what their addresses lead to.
    addresses: HashMap<String, Id>,
    at_hand: HashMap<usize, Shingles>,
}

impl Known {
    /// That of a case.
    pub fn of(db: &Db, case_id: Id) -> Result<Self> {
        let mut known = Self::default();
        for (sha256, sketch) in store::likeness::sketches(db, case_id)? {
            known.remember(sha256, sketch);
        }
        for (id, url) in store::article::addresses(db, case_id)? {
            known.addresses.extend(address::document(&url).map(|document| (document, id)));
        }
        Ok(known)
    }

    fn remember(&mut self, sha256: String, sketch: Sketch) {
        if self.compared.insert(sha256.clone()) {
            self.index.add(sketch);
            self.texts.push(sha256);
        }
    }
}

/// A near copy that is in the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Near {
    /// The article.
    pub article: Id,
    /// Of a hundred words of the text compared, how many are in it.
    pub percent: u8,
}

/// What became of what came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Came {
    /// It is a new article.
    New {
        /// Its id.
        id: Id,
        /// The article of the case it is most like, if it is a near copy of one.
        near: Option<Near>,
        /// Titles of other cases that hold the same file or text; none of a case kept apart.
        also_in: Vec<String>,
    },
    /// The case has it already, as this article.
    Duplicate(Id),
    /// It is a new version of an article.
    Version(NewVersion),
}

/// A new version of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewVersion {
    /// The article.
    pub article: Id,
    /// The number of the version.
    pub n: i64,
    /// How many paragraphs changed.
    pub paragraphs: usize,
    /// Whether the headline is another.
    pub headline: bool,
    /// Whether the date of publication is another.
    pub date: bool,
}

/// Brings what was read from `bytes` into a case. The same file or text is there once; a changed text from the same
/// address is a new version of its article; all else is a new article. `article` and `version` are filled in but for
/// their ids, numbers and hashes.
pub fn bring_in(
    tx: &Tx,
    known: &mut Known,
    article: Article,
    version: Version,
    bytes: &[u8],
    text: Option<(&str, &Words)>,
) -> Result<Came> {
    let case_id = article.case_id;
    let original = sha256_hex(bytes);
    let text_hash = text.map(|(text, _)| sha256_hex(text.as_bytes()));
    if let Some(there) = store::article::duplicate_of(tx, case_id, &original, text_hash.as_deref())? {
        return Ok(Came::Duplicate(there.id));
    }
    let document = address::document(&article.url);
    if let Some((text, words)) = text
        && let Some(there) = at_address(tx, known, &article, document.as_deref())?
    {
        match compared(tx, &there, &article, text, words)? {
            SameAddress::OtherStory => {}
            SameAddress::SameWords => return Ok(Came::Duplicate(there.id)),
            SameAddress::Changed { n, paragraphs, headline } => {
                let date = date_changed(tx, &there, &article)?;
                add_version(tx, Version { article_id: there.id, n, ..version }, bytes, text)?;
                compare(tx, known, case_id, text, words)?;
                return Ok(Came::Version(NewVersion { article: there.id, n, paragraphs, headline, date }));
            }
        }
    }
    let also_in = store::article::elsewhere(tx, case_id, &original, text_hash.as_deref())?;
    let id = add(tx, article, version, bytes, text.map(|(text, _)| text))?;
    known.addresses.extend(document.map(|document| (document, id)));
    let near = match text {
        Some((text, words)) => compare(tx, known, case_id, text, words)?,
        None => None,
    };
    Ok(Came::New { id, near, also_in })
}

/// Adds a new article with its first version; gives its id.
pub(super) fn add(
    tx: &Tx,
    mut article: Article,
    version: Version,
    bytes: &[u8],
    text: Option<&str>,
) -> Result<Id> {
    article.id = Id::new();
    article.number = store::next_number(tx, article.case_id, RecordKind::Article)?;
    store::article::insert(tx, &article)?;
    let version = Version { article_id: article.id, n: 1, ..version };
    match text {
        Some(text) => add_version(tx, version, bytes, text)?,
        None => insert_version(tx, version, bytes)?,
    }
    Ok(article.id)
}

fn add_version(tx: &Tx, version: Version, bytes: &[u8], text: &str) -> Result<()> {
    let text_sha256 = Some(store::put_text(tx, text)?);
    insert_version(tx, Version { text_sha256, ..version }, bytes)
}

fn insert_version(tx: &Tx, mut version: Version, bytes: &[u8]) -> Result<()> {
    version.id = Id::new();
    version.original_sha256 = store::put_original(tx, bytes, &version.file_name)?;
    store::article::insert_version(tx, &version)
}

/// The article of the case that came from the same address, as it is now.
fn at_address(tx: &Tx, known: &Known, article: &Article, document: Option<&str>) -> Result<Option<Article>> {
    let Some(document) = document else { return Ok(None) };
    let Some(id) = known.addresses.get(document) else { return Ok(None) };
    let there = store::article::find(tx, *id)?;
    // Its address may have been corrected since.
    let same = |there: &Article| {
        there.case_id == article.case_id && address::document(&there.url).as_deref() == Some(document)
    };
    Ok(there.filter(same))
}

/// What a text from the address of an article is to that article.
enum SameAddress {
    OtherStory,
    SameWords,
    Changed { n: i64, paragraphs: usize, headline: bool },
}

fn compared(tx: &Tx, there: &Article, came: &Article, text: &str, words: &Words) -> Result<SameAddress> {
    let versions = store::article::versions(tx, there.id)?;
    let n = versions.first().map_or(1, |newest| newest.n + 1);
    let headline = found(&versions, "title").unwrap_or(&there.title).trim() != came.title.trim();
    let Some(sha256) = versions.iter().find_map(|version| version.text_sha256.as_deref()) else {
        return Ok(SameAddress::Changed { n, paragraphs: 0, headline });
    };
    let before = store::text(tx, sha256)?;
    if same_words(&before, text) {
        return Ok(SameAddress::SameWords);
    }
    let likeness = || Likeness::between(&Shingles::of(&before), &words.shingles);
    if headline && likeness().containment() < SAME_STORY {
        return Ok(SameAddress::OtherStory);
    }
    Ok(SameAddress::Changed { n, paragraphs: count(&difference(&before, text)), headline })
}

/// A field as the newest version that has it was found to have it.
fn found<'a>(versions: &'a [Version], field: &str) -> Option<&'a str> {
    let mut fields = versions.iter().flat_map(|version| &version.found);
    fields.find(|found| found.field == field).map(|found| found.words.as_str())
}

/// Whether the date of publication that came is another than that of the version before.
fn date_changed(tx: &Tx, there: &Article, came: &Article) -> Result<bool> {
    let versions = store::article::versions(tx, there.id)?;
    let before = there.published.edtf.map(|date| date.to_string());
    let before = found(&versions, "published").or(before.as_deref());
    let now = came.published.edtf.map(|date| date.to_string());
    Ok(now.is_some() && now.as_deref() != before)
}

/// Compares a text of the case with its other texts and keeps which are near copies; gives the one of another article
/// that has most of its words.
pub(super) fn compare(
    tx: &Tx,
    known: &mut Known,
    case_id: Id,
    text: &str,
    words: &Words,
) -> Result<Option<Near>> {
    let sha256 = sha256_hex(text.as_bytes());
    if known.compared.contains(&sha256) {
        return Ok(None);
    }
    store::likeness::put_sketch(tx, &sha256, &words.sketch)?;
    let own = store::likeness::article_with(tx, case_id, &sha256)?.map(|(article, _)| article);
    let mut nearest: Option<Near> = None;
    for place in known.index.candidates(&words.sketch) {
        let Some(other) = known.texts.get(place) else { continue };
        // It may have been taken back since.
        let Some((article, body)) = store::likeness::article_with(tx, case_id, other)? else { continue };
        if known.at_hand.len() > AT_HAND {
            known.at_hand.clear();
        }
        let theirs = known.at_hand.entry(place).or_insert_with(|| Shingles::of(&body));
        let likeness = Likeness::between(&words.shingles, theirs);
        if !likeness.is_near_copy() {
            continue;
        }
        let (ours, theirs) = likeness.percent;
        store::likeness::put_pair(tx, (&sha256, ours), (other, theirs))?;
        if Some(article) != own && nearest.is_none_or(|near| near.percent < ours) {
            nearest = Some(Near { article, percent: ours });
        }
    }
    known.remember(sha256, words.sketch.clone());
    Ok(nearest)
}

/// Compares at most `most` texts of libraries that were written before texts were compared. Gives how many.
pub fn compare_some(library: &mut store::Library, most: usize) -> Result<usize> {
    let waiting = store::likeness::not_compared(library.db(), most)?;
    if waiting.is_empty() || library.read_only_reason().is_some() {
        return Ok(0);
    }
    // Nothing that is journalled changes, so no entry is kept.
    let entry = store::NewEntry { op: "compare", words: String::new(), case_id: None, group: None };
    library.transact(entry, |tx| {
        let mut of_case: Option<(Id, Known)> = None;
        for (case_id, sha256) in &waiting {
            let text = store::text(tx, sha256)?;
            if of_case.as_ref().is_none_or(|(of, _)| of != case_id) {
                of_case = Some((*case_id, Known::of(tx, *case_id)?));
            }
            if let Some((_, known)) = &mut of_case {
                compare(tx, known, *case_id, &text, &Words::of(&text))?;
            }
        }
        Ok(())
    })?;
    Ok(waiting.len())
}
