//! From the records of a case to their place in an export. What hangs on a record is given beside it.

use jiff::Timestamp;

use crate::domain::date::{Dated, Edtf};
use crate::domain::id::Id;
use crate::domain::kind::RecordKind;
use crate::domain::record;

use super::{
    Alias, Article, Attempt, Case, CaseExport, Check, Citation, Date, Dispute, Event, FORMAT, FORMAT_VERSION,
    FollowUp, Link, Note, Occasion, OccasionArticle, OccasionParty, Party, Place, Relation, Segment,
    Statement, StatementParty, Topic, Version,
};

/// UTC milliseconds since 1970 as RFC 3339; the first moment of 1970 for what no calendar has.
pub fn instant(ms: i64) -> String {
    Timestamp::from_millisecond(ms).unwrap_or_default().to_string()
}

impl CaseExport {
    /// An export of `case` made at `made_at` (UTC milliseconds), with nothing in it yet.
    pub fn new(case: &record::Case, made_at: i64, head_hash: Option<String>) -> Self {
        Self {
            format: FORMAT.to_owned(),
            format_version: FORMAT_VERSION,
            program: format!("{} {}", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION")),
            made_at: instant(made_at),
            head_hash,
            case: Case {
                id: case.id,
                title: case.title.clone(),
                question: case.question.clone(),
                status: case.status,
            },
            parties: Vec::new(),
            relations: Vec::new(),
            articles: Vec::new(),
            occasions: Vec::new(),
            statements: Vec::new(),
            links: Vec::new(),
            events: Vec::new(),
            follow_ups: Vec::new(),
            topics: Vec::new(),
            notes: Vec::new(),
        }
    }
}

impl From<&Dated> for Date {
    fn from(date: &Dated) -> Self {
        Self {
            edtf: date.edtf.as_ref().map(Edtf::to_string),
            words: date.words.clone(),
            basis: date.basis.clone(),
        }
    }
}

impl Party {
    /// A party as it stands in the case.
    pub fn new(party: &record::Party, place: &record::CaseParty, aliases: &[record::Alias]) -> Self {
        let alias = |alias: &record::Alias| Alias { alias: alias.alias.clone(), kind: alias.kind };
        Self {
            id: party.id,
            key: RecordKind::Party.short_key(place.number),
            name: party.name.clone(),
            kind: party.kind,
            role: place.role.clone(),
            side: place.side,
            aliases: aliases.iter().map(alias).collect(),
        }
    }
}

impl From<&record::Relation> for Relation {
    fn from(relation: &record::Relation) -> Self {
        Self {
            party: relation.party_id,
            kind: relation.kind,
            other: relation.other_id,
            dates: (&relation.dates).into(),
        }
    }
}

impl Article {
    /// An article with its versions, the newest last.
    pub fn new(article: &record::Article, versions: Vec<Version>) -> Self {
        Self {
            id: article.id,
            key: RecordKind::Article.short_key(article.number),
            title: article.title.clone(),
            byline: article.byline.clone(),
            outlet: article.outlet.clone(),
            url: article.url.clone(),
            language: article.language.clone(),
            kind: article.kind,
            published: (&article.published).into(),
            received: (&article.received).into(),
            obtained_from: article.obtained_from.clone(),
            obtained_how: article.obtained_how.clone(),
            archive_link: article.archive_link.clone(),
            reference: article.reference.clone(),
            privileged: article.privileged,
            reading: article.reading,
            important: article.important,
            original_sha256: versions
                .last()
                .map_or_else(String::new, |newest| newest.original_sha256.clone()),
            versions,
        }
    }
}

impl Version {
    /// A version with its text, if that is to go with it.
    pub fn new(version: &record::Version, text: Option<String>) -> Self {
        Self {
            id: version.id,
            n: version.n,
            file_name: version.file_name.clone(),
            original_sha256: version.original_sha256.clone(),
            text_sha256: version.text_sha256.clone(),
            text,
            importer: version.importer.clone(),
            importer_version: version.importer_version,
            encoding: version.encoding.clone(),
            warnings: version.warnings.clone(),
        }
    }
}

impl From<&record::Occasion> for Occasion {
    fn from(occasion: &record::Occasion) -> Self {
        let party = |&(role, party): &_| OccasionParty { role, party };
        let article = |&(how, article): &_| OccasionArticle { how, article };
        Self {
            id: occasion.id,
            key: RecordKind::Occasion.short_key(occasion.number),
            kind: occasion.kind,
            title: occasion.title.clone(),
            date: (&occasion.date).into(),
            parties: occasion.parties.iter().map(party).collect(),
            articles: occasion.articles.iter().map(article).collect(),
        }
    }
}

impl Statement {
    /// A statement with its sources, its checks (the newest last) and who disputes it.
    pub fn new(
        statement: &record::Statement,
        sources: &[record::Citation],
        checks: &[record::Assessment],
        disputed_by: Vec<Dispute>,
    ) -> Self {
        let party = |&(role, party): &_| StatementParty { role, party };
        Self {
            id: statement.id,
            key: RecordKind::Statement.short_key(statement.number),
            occasion: statement.occasion_id,
            nested_in: statement.nested_in,
            form: statement.form,
            kind: statement.kind,
            gist: statement.gist.clone(),
            unsourced: statement.unsourced.clone(),
            sic: statement.sic,
            important: statement.important,
            hidden: statement.hidden,
            date: (&statement.date).into(),
            day_order: statement.day_order,
            parties: statement.parties.iter().map(party).collect(),
            sources: sources.iter().map(Citation::from).collect(),
            relied_on: statement.relied_on,
            checks: checks.iter().map(Check::from).collect(),
            disputed_by,
        }
    }
}

impl From<&record::Citation> for Citation {
    fn from(citation: &record::Citation) -> Self {
        let segment = |segment: &crate::domain::quote::Segment| Segment {
            start: segment.span.start,
            end: segment.span.end,
            exact: segment.exact.clone(),
        };
        Self {
            id: citation.id,
            article: citation.article_id,
            version: citation.version_id,
            page: citation.page.clone(),
            prefix: citation.prefix.clone(),
            suffix: citation.suffix.clone(),
            segments: citation.segments.iter().map(segment).collect(),
        }
    }
}

impl From<&record::Assessment> for Check {
    fn from(check: &record::Assessment) -> Self {
        Self { status: check.status, reason: check.reason.clone(), at: instant(check.at) }
    }
}

impl From<&record::Link> for Link {
    fn from(link: &record::Link) -> Self {
        Self { id: link.id, kind: link.kind, from: link.from, to: link.to, note: link.note.clone() }
    }
}

impl Event {
    /// An event with its sources and who disputes it.
    pub fn new(event: &record::Event, sources: &[record::Citation], disputed_by: Vec<Dispute>) -> Self {
        Self {
            id: event.id,
            key: RecordKind::Event.short_key(event.number),
            title: event.title.clone(),
            detail: event.detail.clone(),
            date: (&event.date).into(),
            day_order: event.day_order,
            hidden: event.hidden,
            parties: event.parties.clone(),
            sources: sources.iter().map(Citation::from).collect(),
            disputed_by,
        }
    }
}

impl FollowUp {
    /// A follow-up with the records it came from, its sources and the tries made at it.
    pub fn new(
        follow_up: &record::FollowUp,
        origins: &[record::Owner],
        sources: &[record::Citation],
        attempts: &[record::Attempt],
    ) -> Self {
        Self {
            id: follow_up.id,
            key: RecordKind::FollowUp.short_key(follow_up.number),
            kind: follow_up.kind,
            title: follow_up.title.clone(),
            detail: follow_up.detail.clone(),
            put_to_them: follow_up.put_to_them.clone(),
            means: follow_up.means.clone(),
            waiting_on: follow_up.waiting_on,
            owner: follow_up.owner.clone(),
            asked: (&follow_up.asked).into(),
            sent: (&follow_up.sent).into(),
            due: (&follow_up.due).into(),
            expected: (&follow_up.expected).into(),
            watch_phrase: follow_up.watch_phrase.clone(),
            priority: follow_up.priority,
            status: follow_up.status,
            outcome: follow_up.outcome.clone(),
            outcome_statement: follow_up.outcome_statement,
            closed_at: follow_up.closed_at.map(instant),
            origins: origins.iter().copied().map(Place::from).collect(),
            sources: sources.iter().map(Citation::from).collect(),
            attempts: attempts.iter().map(Attempt::from).collect(),
        }
    }
}

impl From<&record::Attempt> for Attempt {
    fn from(attempt: &record::Attempt) -> Self {
        Self {
            day: Edtf::day(attempt.day).to_string(),
            means: attempt.means.clone(),
            note: attempt.note.clone(),
        }
    }
}

impl From<record::Owner> for Place {
    fn from(owner: record::Owner) -> Self {
        Self { kind: owner.kind(), id: owner.id() }
    }
}

impl Topic {
    /// A topic with the records filed under it.
    pub fn new(topic: &record::Topic, records: &[record::Owner]) -> Self {
        Self {
            id: topic.id,
            part_of: topic.parent_id,
            name: topic.name.clone(),
            records: records.iter().copied().map(Place::from).collect(),
        }
    }
}

impl Note {
    /// A note on a record.
    pub fn new(note: &record::Note, on: record::Owner) -> Self {
        Self { id: note.id, on: on.into(), body: note.body.clone(), made_at: instant(note.created_at) }
    }
}

impl Dispute {
    /// A party disputes something, in the person's words.
    pub fn new(party: Id, note: impl Into<String>) -> Self {
        Self { party, note: note.into() }
    }
}
