//! One article to read, with its marks.

use std::sync::Arc;

use crate::domain::head::{head_of, mail_head_of};
use crate::domain::id::Id;
use crate::domain::kind::{PartyRole, SourceState};
use crate::domain::listing::LIST;
use crate::domain::quote::{Anchor, locate, quote_text};
use crate::domain::record::{Article, Owner, Version};
use crate::domain::span::Span;
use crate::error::Result;
use crate::store::{self, Db};
use crate::view::build::parties_of;

/// The importer that takes the lines at the top of a text file as metadata and leaves them in its text.
const PLAIN: &str = "plain";

/// The importers of mails.
const MAILS: [&str; 3] = ["mail", "mbox", "msg"];

/// The record a mark in a text belongs to.
pub type MarkOf = Owner;

/// Marked words.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Where in the text.
    pub span: Span,
    /// Where they stand in the version they were taken from, which may be another one.
    pub cited: Span,
    /// The record that rests on these words.
    pub of: MarkOf,
    /// What a hover says: its short key and who.
    pub label: String,
}

/// A record that rests on words of another version which are not in the text, or not in one place only.
#[derive(Debug, Clone, PartialEq)]
pub struct Elsewhere {
    /// The record.
    pub of: MarkOf,
    /// Its short key and who.
    pub label: String,
    /// The version that has the words.
    pub version_id: Id,
    /// The number of that version.
    pub n: i64,
    /// What was found of them: [`SourceState::Ambiguous`] or [`SourceState::NotFound`].
    pub state: SourceState,
}

/// An article to read.
#[derive(Debug, Clone)]
pub struct ArticleView {
    /// The article.
    pub article: Article,
    /// Its versions, newest first.
    pub versions: Vec<Version>,
    /// The text of the version shown; of the newest that has one, unless another was asked for.
    pub text: Option<Arc<str>>,
    /// The lines at its top that say what the article is, which were taken as its title, outlet and so on.
    pub head: Span,
    /// The version `text` is of.
    pub version_id: Option<Id>,
    /// The records that rest on words of it, in order of the text. What was taken from another version is there where
    /// its very words are.
    pub marks: Vec<Mark>,
    /// The records whose words are in other versions only.
    pub elsewhere: Vec<Elsewhere>,
    /// How many bytes the original of the newest version has.
    pub size: Option<u64>,
    /// The occasion used last in this article.
    pub last_occasion: Option<Id>,
}

impl ArticleView {
    /// Whether it is a list whose rows can become articles.
    #[must_use]
    pub fn is_list(&self) -> bool {
        self.versions.first().is_some_and(|version| version.importer == LIST)
    }
}

/// Builds the view of one article with its newest text.
pub fn article(db: &Db, id: Id) -> Result<ArticleView> {
    article_version(db, id, None)
}

/// Builds the view of one article with the text of this version, if it has one.
pub fn article_version(db: &Db, id: Id, version: Option<Id>) -> Result<ArticleView> {
    let versions = store::article::versions(db, id)?;
    let with_text = |wanted: Option<Id>| {
        versions
            .iter()
            .filter(|version| wanted.is_none_or(|id| id == version.id))
            .find_map(|version| Some((version, version.text_sha256.as_deref()?)))
    };
    let read = version.and_then(|id| with_text(Some(id))).or_else(|| with_text(None));
    let text: Option<Arc<str>> = match read {
        Some((_, sha256)) => Some(store::text(db, sha256)?),
        None => None,
    };
    let version_id = read.map(|(version, _)| version.id);
    // Of other files the importer took such lines out, or read no metadata from them.
    let importer = read.map_or("", |(version, _)| version.importer.as_str());
    let head = match (importer, &text) {
        (PLAIN, Some(text)) => head_of(text),
        (importer, Some(text)) if MAILS.contains(&importer) => mail_head_of(text),
        _ => Span::new(0, 0),
    };
    let (mut marks, mut elsewhere) = (Vec::new(), Vec::new());
    for citation in store::citation::in_article(db, id)? {
        let label = label(db, citation.owner, &quote_text(&citation.segments))?;
        let cited: Vec<Span> = citation.segments.iter().map(|segment| segment.span).collect();
        let (of, from) = (citation.owner, citation.version_id);
        let anchor = Anchor { segments: citation.segments, prefix: citation.prefix, suffix: citation.suffix };
        let (state, spans) = match &text {
            Some(_) if Some(from) == version_id => (SourceState::Exact, cited.clone()),
            Some(text) => locate(&anchor, text),
            None => (SourceState::NotFound, Vec::new()),
        };
        if spans.is_empty() {
            let n = versions.iter().find(|version| version.id == from).map_or(1, |version| version.n);
            elsewhere.push(Elsewhere { of, label, version_id: from, n, state });
            continue;
        }
        let placed = spans.into_iter().zip(cited);
        marks.extend(placed.map(|(span, cited)| Mark { span, cited, of, label: label.clone() }));
    }
    marks.sort_by_key(|mark| mark.span);
    let original = versions.first().map(|version| version.original_sha256.as_str());
    Ok(ArticleView {
        article: store::article::get(db, id)?,
        last_occasion: store::occasion::last_in_article(db, id)?,
        size: original.map_or(Ok(None), |sha256| store::original_size(db, sha256))?,
        versions,
        text,
        head,
        version_id,
        marks,
        elsewhere,
    })
}

fn label(db: &Db, owner: Owner, quote: &str) -> Result<String> {
    let key = |number| owner.kind().short_key(number);
    Ok(match owner {
        Owner::Statement(id) => {
            let statement = store::statement::get(db, id)?;
            let mut names = Vec::new();
            let occasion = statement.occasion_id.map(|id| store::occasion::get(db, id)).transpose()?;
            for (role, party) in parties_of(&statement, occasion.as_ref()) {
                if role == PartyRole::Speaker {
                    names.push(store::party::get(db, party)?.name);
                }
            }
            [key(statement.number), names.join(", ")].join(" ").trim().to_owned()
        }
        Owner::Event(id) => {
            let event = store::event::get(db, id)?;
            format!("{} {}", key(event.number), event.title)
        }
        Owner::FollowUp(id) => {
            let follow_up = store::follow_up::get(db, id)?;
            format!("{} {}", key(follow_up.number), follow_up.title)
        }
        Owner::Article(_) | Owner::Party(_) | Owner::Occasion(_) => quote.to_owned(),
    })
}
