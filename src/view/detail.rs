//! What the inspector shows beside a record's own fields.

use crate::domain::id::Id;
use crate::domain::kind::{RelationKind, SourceState};
use crate::domain::quote::{Anchor, locate};
use crate::domain::record::{Alias, Assessment, Attempt, Note, Owner};
use crate::error::Result;
use crate::store::{self, Db};

/// A source with its state against the newest text of its article.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceView {
    /// The source.
    pub citation_id: Id,
    /// Whether its words stand in the source, character for character.
    pub state: SourceState,
}

/// What hangs on a record.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DetailView {
    /// Its notes, oldest first.
    pub notes: Vec<Note>,
    /// Its sources, each with its state.
    pub sources: Vec<SourceView>,
    /// The history of its check, newest first.
    pub assessments: Vec<Assessment>,
    /// The parties that dispute it, of a statement or event.
    pub disputed_by: Vec<Id>,
    /// When, how and in which wording it left the library, newest first.
    pub uses: Vec<(i64, String, String)>,
    /// Tries at a follow-up, newest first.
    pub attempts: Vec<Attempt>,
    /// The records a follow-up came from.
    pub origins: Vec<Owner>,
    /// A party's other names.
    pub aliases: Vec<Alias>,
    /// A party's relations.
    pub relations: Vec<RelationView>,
}

/// How a party stands to another.
#[derive(Debug, Clone, PartialEq)]
pub struct RelationView {
    /// The relation.
    pub id: Id,
    /// Whether it is said of this party, or of the other one.
    pub is_first: bool,
    /// What holds.
    pub kind: RelationKind,
    /// The other.
    pub other_id: Id,
    /// The other's name.
    pub other: String,
    /// When it held, in words; may be empty.
    pub dates: String,
}

/// Builds what hangs on a record of a case.
pub fn detail(db: &Db, case_id: Id, of: Owner) -> Result<DetailView> {
    let mut view = DetailView { notes: store::note::of(db, case_id, of)?, ..DetailView::default() };
    match of {
        Owner::Statement(id) => {
            view.sources = sources(db, of)?;
            view.assessments = store::assessment::of_statement(db, id)?;
            view.uses = store::statement::uses(db, id)?;
            view.disputed_by = disputed_by(db, case_id, of)?;
        }
        Owner::Event(_) => {
            view.sources = sources(db, of)?;
            view.disputed_by = disputed_by(db, case_id, of)?;
        }
        Owner::FollowUp(id) => {
            view.sources = sources(db, of)?;
            view.attempts = store::follow_up::attempts(db, id)?;
            view.origins = store::follow_up::origins(db, id)?;
        }
        Owner::Party(id) => {
            view.aliases = store::party::aliases(db, id, Some(case_id))?;
            view.relations = relations(db, Some(case_id), id)?;
        }
        Owner::Article(_) | Owner::Occasion(_) => {}
    }
    Ok(view)
}

fn disputed_by(db: &Db, case_id: Id, of: Owner) -> Result<Vec<Id>> {
    let disputes = store::assessment::disputes(db, case_id)?;
    Ok(disputes.into_iter().filter(|(disputed, _)| *disputed == of).map(|(_, party)| party).collect())
}

fn sources(db: &Db, of: Owner) -> Result<Vec<SourceView>> {
    let mut views = Vec::new();
    for citation in store::citation::of(db, of)? {
        let anchor = Anchor { segments: citation.segments, prefix: citation.prefix, suffix: citation.suffix };
        let versions = store::article::versions(db, citation.article_id)?;
        let newest = versions.iter().find_map(|version| version.text_sha256.as_deref());
        let state = match newest {
            Some(sha256) => locate(&anchor, &store::text(db, sha256)?).0,
            None => SourceState::NotFound,
        };
        views.push(SourceView { citation_id: citation.id, state });
    }
    Ok(views)
}

/// The relations of a party that `case_id`, or a library-wide view, may see.
pub(super) fn relations(db: &Db, case_id: Option<Id>, id: Id) -> Result<Vec<RelationView>> {
    let mut rows = Vec::new();
    for relation in store::party::relations(db, id, case_id)? {
        let is_first = relation.party_id == id;
        let other = store::party::get(db, if is_first { relation.other_id } else { relation.party_id })?;
        if other.home_case_id.is_none_or(|home| Some(home) == case_id) {
            let dates =
                relation.dates.edtf.as_ref().map(crate::domain::date::Edtf::words).unwrap_or_default();
            rows.push(RelationView {
                id: relation.id,
                is_first,
                kind: relation.kind,
                other_id: other.id,
                other: other.name,
                dates,
            });
        }
    }
    Ok(rows)
}
