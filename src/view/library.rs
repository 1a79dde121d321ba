//! What the library-wide screens show. Nothing of a case kept apart is in it but the case's own line.

use std::collections::HashMap;

use crate::domain::id::Id;
use crate::domain::kind::RecordKind;
use crate::domain::record::{Alias, Case, FollowUp, Party};
use crate::error::Result;
use crate::store::case::CaseContents;
use crate::store::{self, Db};

use super::build;
use super::detail::{RelationView, relations};
use super::rows::{DateFrom, FollowUpRow, Shown, StatementRow};

/// A case in the navigation.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseLine {
    /// The case.
    pub case: Case,
    /// How much is in it.
    pub contents: CaseContents,
}

/// A follow-up in Today.
#[derive(Debug, Clone, PartialEq)]
pub struct DueLine {
    /// The case it is in.
    pub case_id: Id,
    /// The case's title.
    pub case_title: String,
    /// The follow-up.
    pub row: FollowUpRow,
}

/// A party of the library.
#[derive(Debug, Clone, PartialEq)]
pub struct PartyLine {
    /// The party.
    pub party: Party,
    /// Its other names.
    pub aliases: Vec<String>,
    /// How many cases it is in.
    pub cases: usize,
}

/// Everything the library-wide screens show.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LibraryView {
    /// All cases, by title.
    pub cases: Vec<CaseLine>,
    /// The open follow-ups of all cases that are not closed, by due day.
    pub follow_ups: Vec<DueLine>,
    /// The library's parties, by name.
    pub parties: Vec<PartyLine>,
}

/// A party across cases.
#[derive(Debug, Clone, PartialEq)]
pub struct PartyView {
    /// The party.
    pub party: Party,
    /// Its other names.
    pub aliases: Vec<Alias>,
    /// How it stands to others.
    pub relations: Vec<RelationView>,
    /// The cases it is in: id and title.
    pub cases: Vec<(Id, String)>,
    /// What it said: the case's id, and the statement.
    pub statements: Vec<(Id, StatementRow)>,
}

/// Builds the library-wide view.
pub fn library(db: &Db) -> Result<LibraryView> {
    let line = |case: Case| Ok(CaseLine { contents: store::case::contents(db, case.id)?, case });
    let cases: Vec<CaseLine> = store::case::all(db)?.into_iter().map(line).collect::<Result<_>>()?;
    let follow_ups = due_lines(db, &cases)?;
    Ok(LibraryView { cases, follow_ups, parties: parties(db)? })
}

/// What is open in the cases that are not kept apart, by due day.
fn due_lines(db: &Db, cases: &[CaseLine]) -> Result<Vec<DueLine>> {
    let titles: HashMap<Id, &str> =
        cases.iter().map(|line| (line.case.id, line.case.title.as_str())).collect();
    let names: HashMap<Id, String> =
        store::party::all(db)?.into_iter().map(|party| (party.id, party.name)).collect();
    let line = |follow_up: FollowUp| DueLine {
        case_id: follow_up.case_id,
        case_title: titles.get(&follow_up.case_id).copied().unwrap_or_default().to_owned(),
        row: FollowUpRow {
            key: RecordKind::FollowUp.short_key(follow_up.number),
            waiting_on: follow_up.waiting_on.and_then(|id| names.get(&id)).cloned().unwrap_or_default(),
            due: Shown::new(follow_up.due.clone(), DateFrom::Own),
            expected: Shown::new(follow_up.expected.clone(), DateFrom::Own),
            sources: Vec::new(),
            topics: Vec::new(),
            follow_up,
        },
    };
    let mut lines: Vec<DueLine> = store::follow_up::open(db)?.into_iter().map(line).collect();
    lines.sort_by_key(|line| (line.row.due.sort_key(), line.row.follow_up.id));
    Ok(lines)
}

fn parties(db: &Db) -> Result<Vec<PartyLine>> {
    let mut aliases: HashMap<Id, Vec<String>> = HashMap::new();
    for (id, alias) in store::party::all_aliases(db, None)? {
        aliases.entry(id).or_default().push(alias);
    }
    let cases = store::party::case_counts(db)?;
    let line = |party: Party| PartyLine {
        aliases: aliases.remove(&party.id).unwrap_or_default(),
        cases: cases.get(&party.id).copied().unwrap_or_default(),
        party,
    };
    Ok(store::party::visible(db, None)?.into_iter().map(line).collect())
}

/// Builds the view of a party across the cases that are not kept apart.
pub fn party(db: &Db, id: Id) -> Result<PartyView> {
    let (mut cases, mut statements) = (Vec::new(), Vec::new());
    for case_id in store::party::cases_of(db, id)? {
        let parts = build::Parts::load(db, case_id)?;
        if parts.case.kept_apart {
            continue;
        }
        let speaks = |row: &StatementRow| {
            row.parties
                .iter()
                .any(|(role, party)| *role == crate::domain::kind::PartyRole::Speaker && *party == id)
        };
        cases.push((case_id, parts.case.title.clone()));
        let said = parts.statements().into_iter().filter(speaks);
        statements.extend(said.map(|row| (case_id, row)));
    }
    Ok(PartyView {
        party: store::party::get(db, id)?,
        aliases: store::party::aliases(db, id, None)?,
        relations: relations(db, None, id)?,
        cases,
        statements,
    })
}
