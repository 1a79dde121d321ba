//! Every change a person can make, as data: pushed by a view, run by `ops`, named in the history.

use super::date::Dated;
use super::edit::{
    ArticleEdit, CaseEdit, CasePartyEdit, EventEdit, FollowUpEdit, OccasionEdit, PartyEdit, StatementEdit,
};
use super::id::Id;
use super::kind::{
    AliasKind, ArticleKind, CheckStatus, FollowUpKind, FollowUpStatus, Form, Holding, LinkKind, OccasionKind,
    OccasionRole, PartyKind, PartyRole, Priority, RelationKind, StatementKind,
};
use super::record::{Attempt, Owner};
use super::span::Span;

/// A party as a person names it: one that is there, or a new one made on the spot.
#[derive(Debug, Clone, PartialEq)]
pub enum PartyRef {
    /// A party of the library.
    Known(Id),
    /// A name typed; if a party the case may see has this name or alias, it is meant.
    New(String),
}

/// An occasion as a person names it.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum OccasionRef {
    /// None known.
    #[default]
    None,
    /// One of the case.
    Known(Id),
    /// A new one; its "from" are the statement's speakers, its "to" the audience.
    New {
        /// Letter, interview...
        kind: OccasionKind,
        /// A name, may be empty.
        title: String,
        /// When.
        date: Dated,
    },
}

/// Words of an article that a record is to rest on.
#[derive(Debug, Clone, PartialEq)]
pub struct NewSource {
    /// The version of the article.
    pub version_id: Id,
    /// The words, in code points of its text.
    pub spans: Vec<Span>,
}

/// A statement to be made.
#[derive(Debug, Clone, PartialEq)]
pub struct NewStatement {
    /// Its source; `None` if the words were typed.
    pub source: Option<NewSource>,
    /// Words typed without a source.
    pub unsourced: String,
    /// Who said it; empty if the occasion tells.
    pub speakers: Vec<PartyRef>,
    /// On whose behalf.
    pub behalf: Vec<PartyRef>,
    /// To whom; empty if the occasion tells.
    pub audience: Vec<PartyRef>,
    /// About whom.
    pub about: Vec<PartyRef>,
    /// Where it was said or sent.
    pub occasion: OccasionRef,
    /// Whose words.
    pub form: Form,
    /// What it does.
    pub kind: StatementKind,
    /// What it comes to.
    pub gist: String,
    /// The statement that holds it.
    pub nested_in: Option<Id>,
    /// Whether an error in the words is the source's own.
    pub sic: bool,
    /// Its own date; empty where the occasion or article gives it.
    pub date: Dated,
    /// The statement it answers, and how.
    pub answers: Option<(Id, LinkKind)>,
}

impl Default for NewStatement {
    fn default() -> Self {
        Self {
            source: None,
            unsourced: String::new(),
            speakers: Vec::new(),
            behalf: Vec::new(),
            audience: Vec::new(),
            about: Vec::new(),
            occasion: OccasionRef::None,
            form: Form::Verbatim,
            kind: StatementKind::Claim,
            gist: String::new(),
            nested_in: None,
            sic: false,
            date: Dated::default(),
            answers: None,
        }
    }
}

/// A follow-up to be made.
#[derive(Debug, Clone, PartialEq)]
pub struct NewFollowUp {
    /// What it asks for.
    pub kind: FollowUpKind,
    /// One line.
    pub title: String,
    /// More of it.
    pub detail: String,
    /// The exact words put to them, in a request for comment.
    pub put_to_them: String,
    /// By what means.
    pub means: String,
    /// The party an answer is awaited from.
    pub waiting_on: Option<PartyRef>,
    /// When it was sent.
    pub sent: Dated,
    /// When it is to be done.
    pub due: Dated,
    /// When an answer is expected by.
    pub expected: Dated,
    /// How pressing.
    pub priority: Priority,
    /// Words of an article it rests on.
    pub source: Option<NewSource>,
    /// The records it came from: statements, events, articles.
    pub origins: Vec<Owner>,
}

impl Default for NewFollowUp {
    fn default() -> Self {
        Self {
            kind: FollowUpKind::Question,
            title: String::new(),
            detail: String::new(),
            put_to_them: String::new(),
            means: String::new(),
            waiting_on: None,
            sent: Dated::default(),
            due: Dated::default(),
            expected: Dated::default(),
            priority: Priority::Normal,
            source: None,
            origins: Vec::new(),
        }
    }
}

/// A change to cases.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // the names say it; so for all changes below
pub enum CaseChange {
    New { title: String },
    Edit { id: Id, edit: CaseEdit },
    Delete { id: Id },
}

/// A change to articles.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum ArticleChange {
    /// Interview notes, a phone call, pasted text: an article that was typed.
    Write {
        case_id: Id,
        title: String,
        kind: ArticleKind,
        published: Dated,
        text: String,
    },
    Edit {
        ids: Vec<Id>,
        edit: ArticleEdit,
    },
    Delete {
        ids: Vec<Id>,
    },
}

/// A change to parties.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum PartyChange {
    New {
        case_id: Id,
        name: String,
        kind: Option<PartyKind>,
    },
    AddToCase {
        case_id: Id,
        id: Id,
    },
    RemoveFromCase {
        case_id: Id,
        ids: Vec<Id>,
    },
    Edit {
        ids: Vec<Id>,
        edit: PartyEdit,
    },
    EditPlace {
        case_id: Id,
        ids: Vec<Id>,
        edit: CasePartyEdit,
    },
    AddAlias {
        id: Id,
        alias: String,
        kind: AliasKind,
        case_id: Option<Id>,
    },
    RemoveAlias {
        id: Id,
        alias_id: Id,
    },
    AddRelation {
        case_id: Id,
        id: Id,
        kind: RelationKind,
        other: PartyRef,
        dates: Dated,
    },
    RemoveRelation {
        relation_id: Id,
    },
    /// Those of `gone` become other names of `keep`.
    Merge {
        keep: Id,
        gone: Vec<Id>,
    },
    /// These statements were by another party, a new one.
    Split {
        case_id: Id,
        id: Id,
        name: String,
        statements: Vec<Id>,
    },
    Delete {
        id: Id,
    },
}

/// A change to occasions.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum OccasionChange {
    New {
        case_id: Id,
        kind: OccasionKind,
        title: String,
        date: Dated,
        from: Vec<PartyRef>,
        to: Vec<PartyRef>,
    },
    Edit {
        id: Id,
        edit: OccasionEdit,
    },
    SetParties {
        id: Id,
        role: OccasionRole,
        parties: Vec<PartyRef>,
    },
    SetArticle {
        id: Id,
        article_id: Id,
        how: Option<Holding>,
    },
    Merge {
        keep: Id,
        gone: Id,
    },
    Delete {
        id: Id,
    },
}

/// A change to statements.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum StatementChange {
    New {
        case_id: Id,
        draft: Box<NewStatement>,
    },
    Edit {
        ids: Vec<Id>,
        edit: StatementEdit,
    },
    SetParties {
        ids: Vec<Id>,
        role: PartyRole,
        parties: Vec<PartyRef>,
    },
    /// Said on an occasion made on the spot.
    SetNewOccasion {
        id: Id,
        kind: OccasionKind,
        title: String,
        date: Dated,
    },
    AddSource {
        id: Id,
        source: NewSource,
    },
    RemoveSource {
        id: Id,
        citation_id: Id,
    },
    SetPage {
        citation_id: Id,
        page: String,
    },
    /// `gone`'s sources become sources of `keep`.
    Merge {
        keep: Id,
        gone: Id,
    },
    /// These sources are of another statement, a new one.
    Split {
        id: Id,
        citations: Vec<Id>,
    },
    Delete {
        ids: Vec<Id>,
    },
    Link {
        from: Id,
        to: Id,
        kind: LinkKind,
        note: String,
    },
    SetLinkKind {
        link_id: Id,
        kind: LinkKind,
    },
    Unlink {
        link_id: Id,
    },
    Assess {
        ids: Vec<Id>,
        status: CheckStatus,
        reason: String,
    },
    Dispute {
        of: Owner,
        party: PartyRef,
        note: String,
    },
    Undispute {
        of: Owner,
        party_id: Id,
    },
}

/// A change to events.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum EventChange {
    New { case_id: Id, title: String, date: Dated, parties: Vec<PartyRef>, source: Option<NewSource> },
    Edit { ids: Vec<Id>, edit: EventEdit },
    SetParties { id: Id, parties: Vec<PartyRef> },
    AddSource { id: Id, source: NewSource },
    RemoveSource { id: Id, citation_id: Id },
    Delete { ids: Vec<Id> },
}

/// A change to follow-ups.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum FollowUpChange {
    New { case_id: Id, draft: Box<NewFollowUp> },
    Edit { ids: Vec<Id>, edit: FollowUpEdit },
    WaitOn { id: Id, party: Option<PartyRef> },
    SetStatus { ids: Vec<Id>, status: FollowUpStatus, outcome: String, statement: Option<Id> },
    AddAttempt { id: Id, attempt: Attempt },
    Delete { ids: Vec<Id> },
}

/// A change to topics.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum TopicChange {
    New {
        case_id: Id,
        name: String,
        parent: Option<Id>,
    },
    Rename {
        id: Id,
        name: String,
    },
    Delete {
        id: Id,
    },
    /// Marks records with the topic of this name, made if it is new.
    Mark {
        case_id: Id,
        name: String,
        of: Vec<Owner>,
    },
    Unmark {
        id: Id,
        of: Vec<Owner>,
    },
}

/// A change to notes.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum NoteChange {
    New { case_id: Id, of: Owner, body: String },
    Edit { id: Id, body: String },
    Delete { id: Id },
}

/// Any change.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum Change {
    Case(CaseChange),
    Article(ArticleChange),
    Party(PartyChange),
    Occasion(OccasionChange),
    Statement(StatementChange),
    Event(EventChange),
    FollowUp(FollowUpChange),
    Topic(TopicChange),
    Note(NoteChange),
}

macro_rules! from {
    ($($part:ident($change:ident)),+) => {
        $(impl From<$change> for Change {
            fn from(change: $change) -> Self {
                Self::$part(change)
            }
        })+
    };
}

from!(
    Case(CaseChange),
    Article(ArticleChange),
    Party(PartyChange),
    Occasion(OccasionChange),
    Statement(StatementChange),
    Event(EventChange),
    FollowUp(FollowUpChange),
    Topic(TopicChange),
    Note(NoteChange)
);
