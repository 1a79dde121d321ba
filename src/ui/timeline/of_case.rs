//! The rows of a case as a timeline: lanes by party, then articles and follow-ups.

use std::collections::HashMap;

use super::lanes_by::{Lanes, LanesBy};
use super::{Detail, Reply, TimelineData};
use crate::domain::date::Dated;
use crate::domain::id::Id;
use crate::domain::kind::{CheckStatus, FollowUpStatus, RecordKind};
use crate::domain::record::Owner;
use crate::text::{t, t_with};
use crate::timeline::{Item, Layout, Tone, When};
use crate::view::{
    ArticleRow, CaseView, DateFrom, EventRow, Filter, FollowUpRow, Include, Shown, SourceRow, StatementRow,
    listed, statement_pieces,
};

impl TimelineData {
    /// What the chronology has for the filter with its articles and follow-ups, in lanes `by` what they share. `today`
    /// is counted from 1970-01-01.
    #[must_use]
    pub fn of_case(case: &CaseView, filter: &Filter, by: LanesBy, today: i64) -> Self {
        let mut builder =
            Builder { case, today, lanes: Lanes::default(), items: Vec::new(), details: HashMap::new() };
        let include = Include { hidden: false, articles: true, follow_ups: true };
        let listed: Vec<Owner> = listed(case, filter, include).into_iter().map(|(of, _)| of).collect();
        let statements: Vec<&StatementRow> = listed
            .iter()
            .filter_map(|of| if let Owner::Statement(id) = of { case.statement(*id) } else { None })
            .collect();
        builder.lanes = Lanes::new(case, &statements, by);
        for of in &listed {
            builder.add(*of);
        }

        let replies = statements.iter().flat_map(|row| {
            let reply = |to: Id, kind| Reply { to, by: row.statement.id, kind };
            row.answers.iter().map(move |answered| reply(answered.other, answered.kind))
        });
        let replies = replies.collect();
        Self::new(Layout::new(builder.items, builder.lanes.names), replies, builder.details, today)
    }
}

/// Makes the items.
struct Builder<'a> {
    case: &'a CaseView,
    today: i64,
    lanes: Lanes,
    items: Vec<Item>,
    details: HashMap<Id, Detail>,
}

impl Builder<'_> {
    fn add(&mut self, of: Owner) {
        let case = self.case;
        match of {
            Owner::Statement(id) => case.statement(id).into_iter().for_each(|row| self.statement(row)),
            Owner::Event(id) => case.event(id).into_iter().for_each(|row| self.event(row)),
            Owner::Article(id) => case.article(id).into_iter().for_each(|row| self.article(row)),
            Owner::FollowUp(id) => case.follow_up(id).into_iter().for_each(|row| self.follow_up(row)),
            Owner::Party(_) | Owner::Occasion(_) => {}
        }
    }

    fn statement(&mut self, row: &StatementRow) {
        let statement = &row.statement;
        let pieces = statement_pieces(row);
        let quoted = pieces.first().is_some_and(|piece| piece.quoted);
        let check = statement.kind.can_be_checked().then_some(row.check);
        let item = Item {
            id: statement.id,
            kind: RecordKind::Statement,
            lane: 0,
            when: when(&row.said, statement.day_order),
            label: pieces.into_iter().next().map(|piece| piece.text).unwrap_or_default(),
            quoted,
            hollow: check == Some(CheckStatus::NotChecked),
            important: statement.important,
            tone: row.side.map_or(Tone::Plain, Tone::Side),
        };
        let lanes = self.lanes.of_statement(row);
        self.items.extend(lanes.into_iter().map(|lane| Item { lane, ..item.clone() }));
        let mut detail = self.detail(&row.key, &row.speaker, &row.said, &row.sources);
        detail.check = check;
        detail.disputed_by = row.disputed_by.join(", ");
        self.details.insert(statement.id, detail);
    }

    fn event(&mut self, row: &EventRow) {
        let event = &row.event;
        let lane = self.lanes.of_event(self.case, row);
        let side = event.parties.iter().find_map(|party| self.case.party(*party)?.place.side);
        self.items.push(Item {
            id: event.id,
            kind: RecordKind::Event,
            lane,
            when: when(&row.happened, event.day_order),
            label: event.title.clone(),
            quoted: false,
            hollow: false,
            important: false,
            tone: side.map_or(Tone::Plain, Tone::Side),
        });
        let mut detail = self.detail(&row.key, &row.who, &row.happened, &row.sources);
        detail.disputed_by = row.disputed_by.join(", ");
        self.details.insert(event.id, detail);
    }

    fn article(&mut self, row: &ArticleRow) {
        let article = &row.article;
        let lane = self.lanes.other(t("timeline-lane-articles"));
        self.items.push(Item {
            id: article.id,
            kind: RecordKind::Article,
            lane,
            when: when(&row.published, 0),
            label: article.title.clone(),
            quoted: false,
            hollow: false,
            important: article.important,
            tone: Tone::Plain,
        });
        let detail = self.detail(&row.key, &article.outlet, &row.published, &[]);
        self.details.insert(article.id, detail);
    }

    /// A follow-up stands where it is due, else where its answer was expected by.
    fn follow_up(&mut self, row: &FollowUpRow) {
        let follow_up = &row.follow_up;
        let date = if row.due.first.is_some() { &row.due } else { &row.expected };
        let open = follow_up.status == FollowUpStatus::Open;
        let overdue = open && date.last.is_some_and(|last| last < self.today);
        let tone = match (open, overdue) {
            (true, true) => Tone::Overdue,
            (true, false) => Tone::Due,
            (false, _) => Tone::Plain,
        };
        let lane = self.lanes.other(t("timeline-lane-follow-ups"));
        self.items.push(Item {
            id: follow_up.id,
            kind: RecordKind::FollowUp,
            lane,
            when: when(date, 0),
            label: follow_up.title.clone(),
            quoted: false,
            hollow: tone == Tone::Due,
            important: false,
            tone,
        });
        let detail = self.detail(&row.key, &row.waiting_on, date, &row.sources);
        self.details.insert(follow_up.id, detail);
    }

    fn detail(&self, key: &str, who: &str, shown: &Shown, sources: &[SourceRow]) -> Detail {
        Detail {
            key: key.to_owned(),
            who: who.to_owned(),
            date: shown.words.clone(),
            basis: basis_words(self.case, shown),
            source: sources.first().map(|source| source.label.clone()).unwrap_or_default(),
            ..Detail::default()
        }
    }
}

/// How a date came about, in words; empty if it was given as it is.
pub(crate) fn basis_words(case: &CaseView, shown: &Shown) -> String {
    match shown.from {
        DateFrom::Article => t("timeline-basis-article").to_owned(),
        DateFrom::Occasion => t("timeline-basis-occasion").to_owned(),
        DateFrom::None => shown.date.words.as_deref().map(quoted).unwrap_or_default(),
        DateFrom::Own => read_from(case, &shown.date),
    }
}

/// "“last month”, from 7 Sep 2011": the words a date was read from, and the publication they rest on.
fn read_from(case: &CaseView, date: &Dated) -> String {
    let Some(words) = date.words.as_deref() else { return String::new() };
    let article = date.basis.as_deref().and_then(|basis| basis.strip_prefix("article:")?.parse().ok());
    match article.and_then(|id: Id| case.article(id)).filter(|row| row.published.first.is_some()) {
        Some(row) => {
            let published = row.published.words.as_str();
            t_with("timeline-basis-words", &[("words", words.into()), ("date", published.into())])
        }
        None => quoted(words),
    }
}

fn quoted(words: &str) -> String {
    t_with("timeline-basis-quoted", &[("words", words.into())])
}

fn when(shown: &Shown, day_order: i64) -> Option<When> {
    let (first, last, edtf) = (shown.first?, shown.last?, shown.date.edtf.as_ref());
    Some(When {
        first,
        last,
        approximate: edtf.is_some_and(crate::domain::date::Edtf::is_approximate),
        uncertain: edtf.is_some_and(crate::domain::date::Edtf::is_uncertain),
        minute: edtf.and_then(crate::domain::date::Edtf::minute),
        day_order: i32::try_from(day_order).unwrap_or(i32::MAX),
    })
}
