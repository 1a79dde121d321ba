//! Changes to statements.

use super::{Made, Run, belongs, edit_words, naming, occasion, party, source};
use crate::domain::change::{NewStatement, OccasionRef, StatementChange};
use crate::domain::date::Dated;
use crate::domain::edit::StatementEdit;
use crate::domain::id::Id;
use crate::domain::kind::{CheckStatus, Holding, LinkKind, PartyRole, RecordKind};
use crate::domain::record::{Link, Owner, Statement};
use crate::error::{Error, Result};
use crate::store::{self, Db, Tx};
use crate::text::t;

impl Run for StatementChange {
    fn op(&self) -> &'static str {
        match self {
            Self::New { .. } => "statement-new",
            Self::Edit { .. } => "statement-edit",
            Self::SetParties { .. } => "statement-parties",
            Self::SetNewOccasion { .. } => "statement-occasion",
            Self::AddSource { .. } => "source-add",
            Self::RemoveSource { .. } => "source-remove",
            Self::SetPage { .. } => "source-page",
            Self::Merge { .. } => "statement-merge",
            Self::Split { .. } => "statement-split",
            Self::Delete { .. } => "statement-delete",
            Self::Link { .. } => "link-new",
            Self::SetLinkKind { .. } => "link-edit",
            Self::Unlink { .. } => "link-delete",
            Self::Assess { .. } => "check",
            Self::Dispute { .. } | Self::Undispute { .. } => "dispute",
        }
    }

    fn words(&self, db: &Db) -> Result<String> {
        let of = |key: &str, id: &Id| Ok(naming::phrase(key, &naming::statement(db, *id)?));
        let all = |key: &str, ids: &[Id]| naming::phrase_of(key, ids, |id| naming::statement(db, id));
        match self {
            Self::New { draft, .. } => Ok(naming::phrase("op-statement-new", &draft_words(db, draft)?)),
            Self::Edit { ids, edit } => all(edit_words::of_statement(edit), ids),
            Self::SetParties { ids, role, .. } => all(edit_words::of_parties(*role), ids),
            Self::SetNewOccasion { id, .. } => of("op-edit-occasion", id),
            Self::AddSource { id, .. } => of("op-source-add", id),
            Self::RemoveSource { id, .. } => of("op-source-remove", id),
            Self::SetPage { .. } => Ok(t("op-source-page").to_owned()),
            Self::Merge { gone, .. } => of("op-statement-merge", gone),
            Self::Split { id, .. } => of("op-statement-split", id),
            Self::Delete { ids } => all("op-statement-delete", ids),
            Self::Link { from, .. } => of("op-link-new", from),
            Self::SetLinkKind { .. } => Ok(t("op-link-edit").to_owned()),
            Self::Unlink { .. } => Ok(t("op-link-delete").to_owned()),
            Self::Assess { ids, .. } => all("op-check", ids),
            Self::Dispute { of, .. } | Self::Undispute { of, .. } => {
                Ok(naming::phrase("op-dispute", &naming::owner(db, *of)?))
            }
        }
    }

    fn run(self, tx: &Tx) -> Result<Made> {
        match self {
            Self::New { case_id, draft } => return new(tx, case_id, *draft),
            Self::Edit { ids, edit } => {
                for id in ids {
                    may_be_set(tx, id, &edit)?;
                    store::statement::edit(tx, id, &edit)?;
                }
            }
            Self::SetParties { ids, role, parties } => {
                for id in ids {
                    let case_id = store::statement::get(tx, id)?.case_id;
                    let parties = party::resolve_all(tx, case_id, &parties)?;
                    store::statement::set_parties(tx, id, role, &parties)?;
                }
            }
            Self::SetNewOccasion { id, kind, title, date } => {
                let at = OccasionRef::New { kind, title, date };
                let statement = store::statement::get(tx, id)?;
                let (speakers, audience) =
                    (of_role(&statement, PartyRole::Speaker), of_role(&statement, PartyRole::Audience));
                let article = store::citation::of(tx, Owner::Statement(id))?.first().map(|c| c.article_id);
                let occasion = occasion_of(tx, statement.case_id, at, &speakers, &audience, article)?;
                store::statement::edit(tx, id, &StatementEdit::Occasion(occasion))?;
            }
            Self::AddSource { id, source } => {
                source::add(tx, Owner::Statement(id), &source)?;
            }
            Self::RemoveSource { id, citation_id } => source::remove(tx, Owner::Statement(id), citation_id)?,
            Self::SetPage { citation_id, page } => store::citation::set_page(tx, citation_id, &page)?,
            Self::Merge { keep, gone } if keep == gone => {
                return Err(Error::new(t("error-merge-with-itself")));
            }
            Self::Merge { keep, gone } => super::merge::statements(tx, keep, gone)?,
            Self::Split { id, citations } => return split(tx, id, &citations),
            Self::Delete { ids } => {
                for id in ids {
                    store::statement::delete(tx, id)?;
                }
            }
            Self::Link { from, to, kind, note } => link(tx, from, to, kind, note)?,
            Self::SetLinkKind { link_id, kind } => store::link::set_kind(tx, link_id, kind)?,
            Self::Unlink { link_id } => store::link::delete(tx, link_id)?,
            Self::Assess { ids, status, reason } => {
                for id in ids {
                    check_on(tx, id, status, &reason, tx.at())?;
                }
            }
            Self::Dispute { of, party, note } => {
                let party = party::resolve(tx, case_of(tx, of)?, &party)?;
                store::assessment::insert_dispute(tx, of, party, &note)?;
            }
            Self::Undispute { of, party_id } => store::assessment::delete_dispute(tx, of, party_id)?,
        }
        Ok(None)
    }
}

/// Refuses to set what belongs to another case.
fn may_be_set(tx: &Tx, id: Id, edit: &StatementEdit) -> Result<()> {
    let to = match edit {
        StatementEdit::Occasion(Some(occasion)) => Owner::Occasion(*occasion),
        StatementEdit::NestedIn(Some(outer)) => Owner::Statement(*outer),
        _ => return Ok(()),
    };
    belongs::together(tx, Owner::Statement(id), to)
}

/// Adds an entry to the history of a statement's check as of `at` (UTC milliseconds), which may be long ago.
pub fn check_on(tx: &Tx, statement: Id, status: CheckStatus, reason: &str, at: i64) -> Result<()> {
    store::assessment::insert(tx, statement, status, reason, at)?;
    Ok(())
}

/// The first words of a statement that is not made yet.
fn draft_words(db: &Db, draft: &NewStatement) -> Result<String> {
    let Some(source) = &draft.source else { return Ok(naming::first_words(&draft.unsourced)) };
    let Some(sha256) = store::article::version(db, source.version_id)?.text_sha256 else {
        return Ok(String::new());
    };
    let text = store::text(db, &sha256)?;
    Ok(source.spans.first().map_or(String::new(), |span| naming::first_words(span.of(&text))))
}

fn case_of(tx: &Tx, of: Owner) -> Result<Id> {
    match of {
        Owner::Event(id) => Ok(store::event::get(tx, id)?.case_id),
        other => Ok(store::statement::get(tx, other.id())?.case_id),
    }
}

/// The parties of a statement in one role, in order.
fn of_role(statement: &Statement, role: PartyRole) -> Vec<Id> {
    statement.parties.iter().filter(|(r, _)| *r == role).map(|(_, id)| *id).collect()
}

fn new(tx: &Tx, case_id: Id, draft: NewStatement) -> Result<Made> {
    if draft.source.is_none() && draft.unsourced.trim().is_empty() && draft.gist.trim().is_empty() {
        return Err(Error::new(t("error-statement-needs-words")));
    }
    let speakers = party::resolve_all(tx, case_id, &draft.speakers)?;
    let audience = party::resolve_all(tx, case_id, &draft.audience)?;
    let behalf = party::resolve_all(tx, case_id, &draft.behalf)?;
    let about = party::resolve_all(tx, case_id, &draft.about)?;
    let article = match &draft.source {
        Some(source) => Some(store::article::version(tx, source.version_id)?.article_id),
        None => None,
    };
    let occasion_id = occasion_of(tx, case_id, draft.occasion, &speakers, &audience, article)?;
    if let Some(outer) = draft.nested_in {
        belongs::in_case(tx, case_id, Owner::Statement(outer))?;
    }
    let in_role = |role: PartyRole, ids: Vec<Id>| ids.into_iter().map(move |id| (role, id));
    let statement = Statement {
        id: Id::new(),
        case_id,
        number: store::next_number(tx, case_id, RecordKind::Statement)?,
        occasion_id,
        nested_in: draft.nested_in,
        form: draft.form,
        kind: draft.kind,
        gist: draft.gist,
        unsourced: draft.unsourced,
        relied_on: None,
        sic: draft.sic,
        important: false,
        confidential_note: String::new(),
        date: draft.date,
        day_order: 0,
        hidden: false,
        parties: in_role(PartyRole::Speaker, speakers)
            .chain(in_role(PartyRole::Behalf, behalf))
            .chain(in_role(PartyRole::Audience, audience))
            .chain(in_role(PartyRole::About, about))
            .collect(),
    };
    store::statement::insert(tx, &statement)?;
    if let Some(source) = &draft.source {
        source::add(tx, Owner::Statement(statement.id), source)?;
    }
    if let Some((to, kind)) = draft.answers {
        link(tx, statement.id, to, kind, String::new())?;
    }
    Ok(Some((RecordKind::Statement, statement.id)))
}

/// The occasion meant, made if it is new, and tied to the article that tells of it.
fn occasion_of(
    tx: &Tx,
    case_id: Id,
    at: OccasionRef,
    speakers: &[Id],
    audience: &[Id],
    article: Option<Id>,
) -> Result<Option<Id>> {
    let id = match at {
        OccasionRef::None => return Ok(None),
        OccasionRef::Known(id) => {
            belongs::in_case(tx, case_id, Owner::Occasion(id))?;
            id
        }
        OccasionRef::New { kind, title, date } => {
            occasion::new(tx, case_id, kind, title, date, speakers, audience)?
        }
    };
    if let Some(article) = article {
        let tied = store::occasion::get(tx, id)?.articles.iter().any(|(_, there)| *there == article);
        if !tied {
            store::occasion::set_article(tx, id, article, Some(Holding::Reports))?;
        }
    }
    Ok(Some(id))
}

fn link(tx: &Tx, from: Id, to: Id, kind: LinkKind, note: String) -> Result<()> {
    if from == to {
        return Err(Error::new(t("error-link-to-itself")));
    }
    let case_id = store::statement::get(tx, from)?.case_id;
    belongs::in_case(tx, case_id, Owner::Statement(to))?;
    store::link::insert(tx, case_id, &Link { id: Id::new(), kind, from, to, note })
}

/// Makes a new statement, like `id`, of some of its sources.
fn split(tx: &Tx, id: Id, citations: &[Id]) -> Result<Made> {
    let old = store::statement::get(tx, id)?;
    let sources = store::citation::of(tx, Owner::Statement(id))?;
    if citations.is_empty() || citations.len() >= sources.len() {
        return Err(Error::new(t("error-split-needs-sources")));
    }
    let relied_on = old.relied_on;
    let twin = Statement {
        id: Id::new(),
        number: store::next_number(tx, old.case_id, RecordKind::Statement)?,
        relied_on: None,
        date: Dated::default(),
        ..old
    };
    store::statement::insert(tx, &twin)?;
    for citation in citations {
        store::citation::move_to(tx, *citation, twin.id)?;
    }
    if relied_on.is_some_and(|relied_on| citations.contains(&relied_on)) {
        store::statement::edit(tx, id, &StatementEdit::ReliedOn(None))?;
    }
    Ok(Some((RecordKind::Statement, twin.id)))
}
