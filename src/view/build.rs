//! From the records of a case to its rows.

use std::collections::{HashMap, HashSet};

use super::case::{OccasionRow, PartyRow};
use super::near::near_copies;
use super::rows::{ArticleRow, DateFrom, EventRow, FollowUpRow, ReplyRow, Shown, SourceRow, StatementRow};
use crate::domain::date::{Dated, Edtf};
use crate::domain::id::Id;
use crate::domain::kind::{CheckStatus, OccasionRole, PartyRole, RecordKind};
use crate::domain::quote::quote_text;
use crate::domain::record::{
    Article, Case, CaseParty, Citation, Event, FollowUp, Link, Occasion, Owner, Party, Statement, Topic,
    Version,
};
use crate::error::Result;
use crate::store::{self, Db};
use crate::text::{Arg, Worded, page_words, t_with};

/// How many code points of a text a list shows.
const FIRST_LINES: usize = 400;

/// The records of a case as they are in the library.
pub(super) struct Parts {
    pub(super) case: Case,
    articles: Vec<Article>,
    parties: Vec<(Party, CaseParty)>,
    visible: Vec<Party>,
    names: HashMap<Id, String>,
    aliases: HashMap<Id, Vec<String>>,
    sides: HashMap<Id, Option<u8>>,
    occasions: HashMap<Id, Occasion>,
    statements: Vec<Statement>,
    events: Vec<Event>,
    follow_ups: Vec<FollowUp>,
    citations: HashMap<Owner, Vec<Citation>>,
    links: Vec<Link>,
    checks: HashMap<Id, CheckStatus>,
    disputes: HashMap<Owner, Vec<Id>>,
    pub(super) topics: Vec<Topic>,
    marks: HashMap<Owner, Vec<Id>>,
}

impl Parts {
    pub(super) fn load(db: &Db, id: Id) -> Result<Self> {
        let parties = store::party::of_case(db, id)?;
        let visible = store::party::visible(db, Some(id))?;
        Ok(Self {
            case: store::case::get(db, id)?,
            articles: store::article::of_case(db, id)?,
            names: visible.iter().map(|party| (party.id, party.name.clone())).collect(),
            aliases: grouped(store::party::all_aliases(db, Some(id))?),
            sides: parties.iter().map(|(party, place)| (party.id, place.side)).collect(),
            parties,
            visible,
            occasions: store::occasion::of_case(db, id)?.into_iter().map(|o| (o.id, o)).collect(),
            statements: store::statement::of_case(db, id)?,
            events: store::event::of_case(db, id)?,
            follow_ups: store::follow_up::all(db, Some(id))?,
            citations: grouped(store::citation::of_case(db, id)?.into_iter().map(|c| (c.owner, c))),
            links: store::link::of_case(db, id)?,
            checks: store::assessment::of_case(db, id)?.into_iter().collect(),
            disputes: grouped(store::assessment::disputes(db, id)?),
            topics: store::topic::of_case(db, id)?,
            marks: grouped(store::topic::marks(db, id)?),
        })
    }

    fn names_of(&self, ids: impl IntoIterator<Item = Id>) -> String {
        let names: Vec<&str> =
            ids.into_iter().filter_map(|id| self.names.get(&id)).map(String::as_str).collect();
        names.join(", ")
    }

    fn topics_of(&self, owner: Owner) -> Vec<Id> {
        self.marks.get(&owner).cloned().unwrap_or_default()
    }

    fn disputed_by(&self, owner: Owner) -> Vec<String> {
        let parties = self.disputes.get(&owner).into_iter().flatten();
        parties.filter_map(|id| self.names.get(id)).cloned().collect()
    }

    fn sources(
        &self,
        owner: Owner,
        relied_on: Option<Id>,
        articles: &HashMap<Id, &Article>,
    ) -> Vec<SourceRow> {
        let citations = self.citations.get(&owner).map_or(&[][..], Vec::as_slice);
        let mut rows: Vec<SourceRow> = citations
            .iter()
            .map(|citation| SourceRow {
                citation_id: citation.id,
                version_id: citation.version_id,
                article_id: citation.article_id,
                span: citation.segments.first().map(|segment| segment.span),
                quote: quote_text(&citation.segments),
                label: articles
                    .get(&citation.article_id)
                    .map_or_else(String::new, |article| source_label(article, &citation.page)),
                page: citation.page.clone(),
            })
            .collect();
        rows.sort_by_key(|row| Some(row.citation_id) != relied_on);
        rows
    }

    fn articles_by_id(&self) -> HashMap<Id, &Article> {
        self.articles.iter().map(|article| (article.id, article)).collect()
    }

    pub(super) fn articles(&self, db: &Db) -> Result<Vec<ArticleRow>> {
        let first_lines = store::article::first_lines(db, self.case.id, FIRST_LINES)?;
        let first_lines: HashMap<Id, String> = first_lines.into_iter().collect();
        let scans: HashSet<Id> =
            store::article::not_read_by(db, self.case.id, Version::SCAN)?.into_iter().collect();
        let mut statements: HashMap<Id, usize> = HashMap::new();
        for (owner, citations) in &self.citations {
            let mut cited: Vec<Id> = citations.iter().map(|citation| citation.article_id).collect();
            cited.sort_unstable();
            cited.dedup();
            if matches!(owner, Owner::Statement(_)) {
                for article in cited {
                    *statements.entry(article).or_default() += 1;
                }
            }
        }
        let mut near = near_copies(&self.articles, &store::likeness::pairs(db, self.case.id)?);
        let row = |article: &Article| ArticleRow {
            key: RecordKind::Article.short_key(article.number),
            published: Shown::new(article.published.clone(), DateFrom::Own),
            has_text: first_lines.contains_key(&article.id),
            is_scan: scans.contains(&article.id),
            first_lines: first_lines.get(&article.id).cloned().unwrap_or_default(),
            statements: statements.get(&article.id).copied().unwrap_or_default(),
            near: near.remove(&article.id),
            topics: self.topics_of(Owner::Article(article.id)),
            article: article.clone(),
        };
        Ok(self.articles.iter().map(row).collect())
    }

    pub(super) fn statements(&self) -> Vec<StatementRow> {
        let articles = self.articles_by_id();
        let mut answers: HashMap<Id, Vec<ReplyRow>> = HashMap::new();
        let mut answered_by: HashMap<Id, Vec<ReplyRow>> = HashMap::new();
        for link in &self.links {
            let reply = |other| ReplyRow { link_id: link.id, kind: link.kind, other };
            answers.entry(link.from).or_default().push(reply(link.to));
            answered_by.entry(link.to).or_default().push(reply(link.from));
        }
        let mut rows: Vec<StatementRow> = self
            .statements
            .iter()
            .map(|statement| {
                let owner = Owner::Statement(statement.id);
                let sources = self.sources(owner, statement.relied_on, &articles);
                let occasion = statement.occasion_id.and_then(|id| self.occasions.get(&id));
                let parties = parties_of(statement, occasion);
                let speakers: Vec<Id> = in_role(&parties, PartyRole::Speaker).collect();
                StatementRow {
                    key: RecordKind::Statement.short_key(statement.number),
                    quote: sources
                        .first()
                        .map_or_else(|| statement.unsourced.clone(), |row| row.quote.clone()),
                    speaker: self.names_of(speakers.iter().copied()),
                    occasion: occasion.map(occasion_short).unwrap_or_default(),
                    said: said(statement, occasion, &sources, &articles),
                    check: self.checks.get(&statement.id).copied().unwrap_or(CheckStatus::NotChecked),
                    disputed_by: self.disputed_by(owner),
                    answers: answers.remove(&statement.id).unwrap_or_default(),
                    answered_by: answered_by.remove(&statement.id).unwrap_or_default(),
                    side: speakers.first().and_then(|id| self.sides.get(id).copied().flatten()),
                    topics: self.topics_of(owner),
                    statement: statement.clone(),
                    parties,
                    sources,
                }
            })
            .collect();
        rows.sort_by_key(|row| (row.said.sort_key(), row.statement.day_order, row.statement.number));
        rows
    }

    pub(super) fn events(&self) -> Vec<EventRow> {
        let articles = self.articles_by_id();
        let mut rows: Vec<EventRow> = self
            .events
            .iter()
            .map(|event| EventRow {
                key: RecordKind::Event.short_key(event.number),
                happened: Shown::new(event.date.clone(), DateFrom::Own),
                who: self.names_of(event.parties.iter().copied()),
                sources: self.sources(Owner::Event(event.id), None, &articles),
                disputed_by: self.disputed_by(Owner::Event(event.id)),
                topics: self.topics_of(Owner::Event(event.id)),
                event: event.clone(),
            })
            .collect();
        rows.sort_by_key(|row| (row.happened.sort_key(), row.event.day_order, row.event.number));
        rows
    }

    pub(super) fn follow_ups(&self) -> Vec<FollowUpRow> {
        let articles = self.articles_by_id();
        let row = |follow_up: &FollowUp| FollowUpRow {
            key: RecordKind::FollowUp.short_key(follow_up.number),
            waiting_on: self.names_of(follow_up.waiting_on),
            due: Shown::new(follow_up.due.clone(), DateFrom::Own),
            expected: Shown::new(follow_up.expected.clone(), DateFrom::Own),
            sources: self.sources(Owner::FollowUp(follow_up.id), None, &articles),
            topics: self.topics_of(Owner::FollowUp(follow_up.id)),
            follow_up: follow_up.clone(),
        };
        self.follow_ups.iter().map(row).collect()
    }

    /// The parties of the case; `statements` in order of date.
    pub(super) fn parties(&self, statements: &[StatementRow]) -> Vec<PartyRow> {
        let mut spoken: HashMap<Id, (usize, String)> = HashMap::new();
        for row in statements {
            for id in in_role(&row.parties, PartyRole::Speaker) {
                let (count, last) = spoken.entry(id).or_default();
                *count += 1;
                if !row.said.words.is_empty() {
                    last.clone_from(&row.said.words);
                }
            }
        }
        let row = |(party, place): &(Party, CaseParty)| {
            let (statements, last_said) = spoken.remove(&party.id).unwrap_or_default();
            PartyRow {
                aliases: self.aliases.get(&party.id).cloned().unwrap_or_default(),
                party: party.clone(),
                place: place.clone(),
                statements,
                last_said,
            }
        };
        self.parties.iter().map(row).collect()
    }

    /// Parties of the library that are not in the case; none where the case is kept apart.
    pub(super) fn other_parties(&self) -> Vec<(Id, String)> {
        let others = self.visible.iter().filter(|party| !self.sides.contains_key(&party.id));
        others.map(|party| (party.id, party.name.clone())).collect()
    }

    pub(super) fn occasions(&self, statements: &[StatementRow]) -> Vec<OccasionRow> {
        let said = statements.iter().filter_map(|row| Some((row.statement.occasion_id?, row.statement.id)));
        let mut said: HashMap<Id, Vec<Id>> = grouped(said);
        let mut rows: Vec<OccasionRow> = self
            .occasions
            .values()
            .map(|occasion| OccasionRow {
                key: RecordKind::Occasion.short_key(occasion.number),
                label: self.occasion_label(occasion),
                statements: said.remove(&occasion.id).unwrap_or_default(),
                occasion: occasion.clone(),
            })
            .collect();
        rows.sort_by_key(|row| {
            (Shown::new(row.occasion.date.clone(), DateFrom::Own).sort_key(), row.occasion.number)
        });
        rows
    }

    fn occasion_label(&self, occasion: &Occasion) -> String {
        let named = |role: OccasionRole| {
            self.names_of(occasion.parties.iter().filter(|(r, _)| *r == role).map(|(_, id)| *id))
        };
        let date = occasion.date.edtf.as_ref().map(Edtf::words).unwrap_or_default();
        let kind = if occasion.title.is_empty() {
            capitalised(occasion.kind.word())
        } else {
            occasion.title.clone()
        };
        t_with(
            "occasion-label",
            &[
                ("kind", Arg::from(kind)),
                ("from", Arg::from(named(OccasionRole::From))),
                ("to", Arg::from(named(OccasionRole::To))),
                ("date", Arg::from(date)),
                ("has-from", has(occasion, OccasionRole::From)),
                ("has-to", has(occasion, OccasionRole::To)),
                ("has-date", Arg::from(if occasion.date.edtf.is_some() { "yes" } else { "no" })),
            ],
        )
    }
}

fn has(occasion: &Occasion, role: OccasionRole) -> Arg<'static> {
    Arg::from(if occasion.parties.iter().any(|(r, _)| *r == role) { "yes" } else { "no" })
}

/// "Letter, 7 Sep 2011", or its title.
pub(super) fn occasion_short(occasion: &Occasion) -> String {
    let name =
        if occasion.title.is_empty() { capitalised(occasion.kind.word()) } else { occasion.title.clone() };
    match &occasion.date.edtf {
        Some(date) => format!("{name}, {}", date.words()),
        None => name,
    }
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// "The Harbor Post, 28 Mar 2024": the outlet, or the title where there is none, and the day.
pub(super) fn article_label(article: &Article) -> String {
    let name = if article.outlet.is_empty() { &article.title } else { &article.outlet };
    match &article.published.edtf {
        Some(date) => format!("{name}, {}", date.words()),
        None => name.clone(),
    }
}

/// The article's label, and the page where it is known.
fn source_label(article: &Article, page: &str) -> String {
    let label = article_label(article);
    if page.is_empty() { label } else { format!("{label}, {}", page_words(page)) }
}

/// A statement's parties, the occasion's filled in where it has no speaker or audience of its own.
pub(super) fn parties_of(statement: &Statement, occasion: Option<&Occasion>) -> Vec<(PartyRole, Id)> {
    let mut parties = statement.parties.clone();
    let Some(occasion) = occasion else { return parties };
    let pairs = [
        (OccasionRole::From, PartyRole::Speaker),
        (OccasionRole::Behalf, PartyRole::Behalf),
        (OccasionRole::To, PartyRole::Audience),
    ];
    for (theirs, ours) in pairs {
        if in_role(&statement.parties, ours).next().is_none() {
            let of_occasion = occasion.parties.iter().filter(|(role, _)| *role == theirs);
            parties.extend(of_occasion.map(|(_, id)| (ours, *id)));
        }
    }
    parties
}

fn in_role(parties: &[(PartyRole, Id)], role: PartyRole) -> impl Iterator<Item = Id> {
    parties.iter().filter(move |(r, _)| *r == role).map(|(_, id)| *id)
}

/// When a statement was said: its own date, else its occasion's, else on or before the earliest publication of
/// the articles that carry it.
fn said(
    statement: &Statement,
    occasion: Option<&Occasion>,
    sources: &[SourceRow],
    articles: &HashMap<Id, &Article>,
) -> Shown {
    if statement.date.edtf.is_some() {
        return Shown::new(statement.date.clone(), DateFrom::Own);
    }
    if let Some(occasion) = occasion.filter(|occasion| occasion.date.edtf.is_some()) {
        return Shown::new(occasion.date.clone(), DateFrom::Occasion);
    }
    let published = sources.iter().filter_map(|row| articles.get(&row.article_id)?.published.edtf.as_ref());
    let earliest = published.min_by_key(|date| date.last_day());
    let date = Dated {
        edtf: earliest.and_then(Edtf::on_or_before),
        // Words that could not be resolved are kept: they say more than the day of publication.
        words: statement.date.words.clone(),
        basis: Some("published".to_owned()),
    };
    Shown::new(date, DateFrom::Article)
}

fn grouped<K: std::hash::Hash + Eq, V>(pairs: impl IntoIterator<Item = (K, V)>) -> HashMap<K, Vec<V>> {
    let mut groups: HashMap<K, Vec<V>> = HashMap::new();
    for (key, value) in pairs {
        groups.entry(key).or_default().push(value);
    }
    groups
}
