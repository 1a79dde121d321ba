//! One article to read, with its marks.

use std::sync::Arc;

use crate::domain::head::{head_of, mail_head_of};
use crate::domain::id::Id;
use crate::domain::kind::PartyRole;
use crate::domain::listing::LIST;
use crate::domain::quote::quote_text;
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
    /// The record that rests on these words.
    pub of: MarkOf,
    /// What a hover says: its short key and who.
    pub label: String,
}

/// An article to read.
#[derive(Debug, Clone)]
pub struct ArticleView {
    /// The article.
    pub article: Article,
    /// Its versions, newest first.
    pub versions: Vec<Version>,
    /// The text of the newest version that has one.
    pub text: Option<Arc<str>>,
    /// The lines at its top that say what the article is, which were taken as its title, outlet and so on.
    pub head: Span,
    /// The version `text` is of.
    pub version_id: Option<Id>,
    /// The records that rest on words of it, in order of the text.
    pub marks: Vec<Mark>,
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

/// Builds the view of one article.
pub fn article(db: &Db, id: Id) -> Result<ArticleView> {
    let versions = store::article::versions(db, id)?;
    let read = versions.iter().find_map(|version| Some((version, version.text_sha256.as_deref()?)));
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
    let mut marks = Vec::new();
    for citation in store::citation::in_article(db, id)? {
        if Some(citation.version_id) != version_id {
            continue;
        }
        let label = label(db, citation.owner, &quote_text(&citation.segments))?;
        for segment in &citation.segments {
            marks.push(Mark { span: segment.span, of: citation.owner, label: label.clone() });
        }
    }
    marks.sort_by_key(|mark| mark.span);
    Ok(ArticleView {
        article: store::article::get(db, id)?,
        last_occasion: store::occasion::last_in_article(db, id)?,
        versions,
        text,
        head,
        version_id,
        marks,
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
