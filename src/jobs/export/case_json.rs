//! A whole case as data.

use std::collections::HashMap;
use std::hash::Hash;

use crate::domain::id::Id;
use crate::domain::quote::{Segment, quote_text};
use crate::domain::record::{Citation, Owner};
use crate::domain::span::Span;
use crate::error::Result;
use crate::export::json::{
    self, Article, CaseExport, Dispute, Event, FollowUp, Link, Note, Occasion, Party, Relation, Statement,
    Topic, Version,
};
use crate::store::{self, Db};

/// Everything of a case that is not confidential, with the texts of its articles. What came from other cases is left
/// out. `made_at` is in UTC milliseconds.
pub fn case_json(db: &Db, case_id: Id, made_at: i64) -> Result<CaseExport> {
    let case = store::case::get(db, case_id)?;
    let mut export = CaseExport::new(&case, made_at, store::head_hash(db)?);
    let mut aliases = grouped(store::party::aliases_of_case(db, case_id)?);
    for (party, place) in store::party::of_case(db, case_id)? {
        let aliases = aliases.remove(&party.id).unwrap_or_default();
        export.parties.push(Party::new(&party, &place, &aliases));
    }
    export.relations = store::party::relations_of_case(db, case_id)?.iter().map(Relation::from).collect();
    for article in store::article::of_case(db, case_id)? {
        export.articles.push(Article::new(&article, versions(db, article.id)?));
    }
    export.occasions = store::occasion::of_case(db, case_id)?.iter().map(Occasion::from).collect();
    add_claims(db, case_id, &mut export)?;
    export.links = store::link::of_case(db, case_id)?.iter().map(Link::from).collect();
    let mut filed = grouped(store::topic::marks(db, case_id)?.into_iter().map(|(of, topic)| (topic, of)));
    for topic in store::topic::of_case(db, case_id)? {
        let records = filed.remove(&topic.id).unwrap_or_default();
        export.topics.push(Topic::new(&topic, &records));
    }
    let notes = store::note::of_case(db, case_id)?;
    export.notes = notes.into_iter().map(|(on, note)| Note::new(&note, on)).collect();
    Ok(export)
}

/// Statements, events and follow-ups, with what hangs on them.
fn add_claims(db: &Db, case_id: Id, export: &mut CaseExport) -> Result<()> {
    let sources = store::citation::of_case(db, case_id)?;
    let sources: HashMap<Owner, Vec<Citation>> = grouped(sources.into_iter().map(|c| (c.owner, c)));
    let sources = |of: Owner| sources.get(&of).map_or(&[][..], Vec::as_slice);
    let disputes = store::assessment::disputes_with_notes(db, case_id)?;
    let mut disputes = grouped(disputes.into_iter().map(|(of, party, note)| (of, Dispute::new(party, note))));
    for statement in store::statement::of_case(db, case_id)? {
        let of = Owner::Statement(statement.id);
        let mut checks = store::assessment::of_statement(db, statement.id)?;
        checks.reverse();
        let disputed_by = disputes.remove(&of).unwrap_or_default();
        export.statements.push(Statement::new(&statement, sources(of), &checks, disputed_by));
    }
    for event in store::event::of_case(db, case_id)? {
        let of = Owner::Event(event.id);
        export.events.push(Event::new(&event, sources(of), disputes.remove(&of).unwrap_or_default()));
    }
    for follow_up in store::follow_up::all(db, Some(case_id))? {
        let origins = store::follow_up::origins(db, follow_up.id)?;
        let attempts = store::follow_up::attempts(db, follow_up.id)?;
        let sources = sources(Owner::FollowUp(follow_up.id));
        export.follow_ups.push(FollowUp::new(&follow_up, &origins, sources, &attempts));
    }
    Ok(())
}

/// The versions of an article, the newest last, each with its text.
fn versions(db: &Db, article: Id) -> Result<Vec<Version>> {
    let mut versions = Vec::new();
    for version in store::article::versions(db, article)?.iter().rev() {
        let text = match version.text_sha256.as_deref() {
            Some(sha256) => Some(store::text(db, sha256)?.to_string()),
            None => None,
        };
        versions.push(Version::new(version, text));
    }
    Ok(versions)
}

/// The statements of an export, each with the wording relied on.
pub(super) fn wordings(case: &CaseExport) -> Vec<(Id, String)> {
    let wording = |statement: &Statement| {
        let relied_on = statement.sources.iter().find(|source| Some(source.id) == statement.relied_on);
        let source = relied_on.or_else(|| statement.sources.first());
        (statement.id, source.map_or_else(|| statement.unsourced.clone(), |source| quote(&source.segments)))
    };
    case.statements.iter().map(wording).collect()
}

/// The words of a source, as [`quote_text`] shows them.
fn quote(segments: &[json::Segment]) -> String {
    let part = |s: &json::Segment| Segment { span: Span::new(s.start, s.end), exact: s.exact.clone() };
    quote_text(&segments.iter().map(part).collect::<Vec<_>>())
}

fn grouped<K: Hash + Eq, V>(pairs: impl IntoIterator<Item = (K, V)>) -> HashMap<K, Vec<V>> {
    let mut groups: HashMap<K, Vec<V>> = HashMap::new();
    for (key, value) in pairs {
        groups.entry(key).or_default().push(value);
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_that_touch_are_not_parted() {
        let part = |start, exact: &str| json::Segment {
            start,
            end: start + exact.chars().count(),
            exact: exact.to_owned(),
        };
        assert_eq!(quote(&[part(0, "no "), part(3, "fish"), part(20, "died")]), "no fish … died");
    }
}
