//! The chronology of a case: what was said and what happened, in order of time.

use super::case::CaseView;
use super::filter::{Filter, Found};
use super::rows::{ArticleRow, DateFrom, EventRow, FollowUpRow, Shown, SourceRow, StatementRow};
use crate::domain::date::Edtf;
use crate::domain::id::Id;
use crate::domain::kind::{FollowUpStatus, Form, Reading, StatementKind};
use crate::domain::record::Owner;
use crate::text::Worded as _;

/// What a chronology shows beside statements and events.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Include {
    /// Rows the person left out.
    pub hidden: bool,
    /// Articles, on the day they were published.
    pub articles: bool,
    /// Follow-ups, on the day they are due or an answer is expected by.
    pub follow_ups: bool,
}

/// A stretch of words of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Whether they are a source's own, and so stand in quotation marks.
    pub quoted: bool,
}

/// Whether what was said has been answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answered {
    /// It asks for no answer and got none.
    NotAsked,
    /// Another statement answers it.
    Yes,
    /// It asks for an answer, and there is none.
    NotYet,
}

/// One row of a chronology.
#[derive(Debug, Clone, PartialEq)]
pub struct ChronologyRow {
    /// The record.
    pub of: Owner,
    /// Its short key.
    pub key: String,
    /// When it was.
    pub when: Shown,
    /// What was said or happened.
    pub what: Vec<Piece>,
    /// Who said it or took part, or published it, or is waited for; may be empty.
    pub who: String,
    /// Their side, 0 to 3.
    pub side: Option<u8>,
    /// Where it was said, "Letter", with its date where that is not the row's; of an article or follow-up its kind.
    /// May be empty.
    pub occasion: String,
    /// Its sources as people cite them, the one relied on first.
    pub sources: Vec<String>,
    /// Whether it has been answered.
    pub answered: Answered,
    /// Whether the person left it out; such rows are shown only if asked for.
    pub hidden: bool,
    /// Whether its date only possibly fits the question asked.
    pub possibly: bool,
    day_order: i64,
}

impl ChronologyRow {
    /// Its words in one line, quotations in quotation marks.
    #[must_use]
    pub fn line(&self) -> String {
        let shown = |piece: &Piece| {
            if piece.quoted { format!("“{}”", piece.text) } else { piece.text.clone() }
        };
        self.what.iter().map(shown).collect()
    }

    /// Whether it stands under the same date as another row: the very same days, not only days that overlap.
    #[must_use]
    pub fn same_date(&self, other: &Self) -> bool {
        (self.when.first, self.when.last) == (other.when.first, other.when.last)
    }

    /// Whether its place among those of the same date can be set by hand.
    #[must_use]
    pub fn can_move(&self) -> bool {
        matches!(self.of, Owner::Statement(_) | Owner::Event(_))
    }

    /// By day; what ends a day without a known beginning stands before that day; then the order set by hand, the
    /// time of day, and the number. What is neither said nor happened stands last under its date.
    fn sort_key(&self) -> impl Ord + use<> {
        let minute = self.when.date.edtf.as_ref().and_then(Edtf::minute);
        let kind = match self.of {
            Owner::Event(_) => 0_u8,
            Owner::Statement(_) => 1,
            Owner::Article(_) => 2,
            _ => 3,
        };
        let place = (!self.can_move(), self.day_order, minute, kind);
        (self.when.sort_key(), self.when.first, place, self.of.id())
    }
}

/// The rows of a case that the filter finds: those that certainly fit before those that possibly do, each in order of
/// time, what has no date at the end.
#[must_use]
pub fn chronology(view: &CaseView, filter: &Filter, include: Include) -> Vec<ChronologyRow> {
    let row = |(of, possibly)| {
        let row = match of {
            Owner::Statement(id) => view.statement(id).map(|row| of_statement(view, row)),
            Owner::Event(id) => view.event(id).map(|row| of_event(view, row)),
            Owner::Article(id) => view.article(id).map(of_article),
            Owner::FollowUp(id) => view.follow_up(id).map(|row| of_follow_up(view, row)),
            Owner::Party(_) | Owner::Occasion(_) => None,
        };
        row.map(|row| ChronologyRow { possibly, ..row })
    };
    let mut rows: Vec<ChronologyRow> = listed(view, filter, include).into_iter().filter_map(row).collect();
    rows.sort_by_cached_key(|row| (row.possibly, row.sort_key()));
    rows
}

/// What chronology and timeline show for a filter, and whether its date only possibly fits; in no order of time.
/// Articles that are not relevant and follow-ups that were dropped are in neither.
#[must_use]
pub fn listed(view: &CaseView, filter: &Filter, include: Include) -> Vec<(Owner, bool)> {
    let mut all = Vec::new();
    let mut add = |found: Found, of: &dyn Fn(usize) -> Option<Owner>| {
        all.extend(found.certainly.into_iter().filter_map(of).map(|of| (of, false)));
        all.extend(found.possibly.into_iter().filter_map(of).map(|of| (of, true)));
    };
    add(filter.statements(view), &|at| {
        let statement = &view.statements.get(at)?.statement;
        (include.hidden || !statement.hidden).then_some(Owner::Statement(statement.id))
    });
    add(filter.events(view), &|at| {
        let event = &view.events.get(at)?.event;
        (include.hidden || !event.hidden).then_some(Owner::Event(event.id))
    });
    if include.articles {
        add(filter.articles(view), &|at| {
            let article = &view.articles.get(at)?.article;
            (article.reading != Reading::NotRelevant).then_some(Owner::Article(article.id))
        });
    }
    if include.follow_ups {
        add(filter.follow_ups(view), &|at| {
            let follow_up = &view.follow_ups.get(at)?.follow_up;
            (follow_up.status != FollowUpStatus::Dropped).then_some(Owner::FollowUp(follow_up.id))
        });
    }
    all
}

/// How many rows that the filter finds are left out by the person.
#[must_use]
pub fn hidden_count(view: &CaseView, filter: &Filter) -> usize {
    let count = |found: &Found, hidden: &dyn Fn(usize) -> bool| {
        found.certainly.iter().chain(&found.possibly).filter(|at| hidden(**at)).count()
    };
    let statement = |at: usize| view.statements.get(at).is_some_and(|row| row.statement.hidden);
    let event = |at: usize| view.events.get(at).is_some_and(|row| row.event.hidden);
    count(&filter.statements(view), &statement) + count(&filter.events(view), &event)
}

/// The orders within the day that put `moved` just before or just after the row it is shown next to; empty if it
/// already is at that end of its date. Rows that are not shown keep their places.
#[must_use]
pub fn move_within_day(
    view: &CaseView,
    shown: &[ChronologyRow],
    moved: Owner,
    up: bool,
) -> Vec<(Owner, i64)> {
    let Some(at) = shown.iter().position(|row| row.of == moved) else { return Vec::new() };
    let neighbour = if up { at.checked_sub(1) } else { Some(at + 1) }.and_then(|at| shown.get(at));
    let row = &shown[at];
    let Some(neighbour) =
        neighbour.filter(|other| other.can_move() && row.can_move() && row.same_date(other))
    else {
        return Vec::new();
    };
    let everything = Include { hidden: true, ..Include::default() };
    let mut day = chronology(view, &Filter::default(), everything);
    day.retain(|other| other.same_date(row));
    let orders: Vec<(Owner, i64)> = day.iter().map(|row| (row.of, row.day_order)).collect();
    let mut order: Vec<Owner> = day.iter().map(|row| row.of).filter(|of| *of != moved).collect();
    let next_to = order.iter().position(|of| *of == neighbour.of).unwrap_or_default();
    order.insert(if up { next_to } else { next_to + 1 }, moved);
    // Below zero, so that what is added later (order 0) comes last.
    let count = order.len() as i64;
    let placed = order.into_iter().enumerate().map(|(n, of)| (of, n as i64 - count));
    placed.filter(|(of, order)| !orders.contains(&(*of, *order))).collect()
}

/// The words of a statement: what was said in quotation marks; what an article tells in its own words as it is, or the
/// gist of it.
#[must_use]
pub fn statement_pieces(row: &StatementRow) -> Vec<Piece> {
    let verbatim = row.statement.form == Form::Verbatim;
    let quote = row.bare_quote();
    if quote.is_empty() || (!verbatim && !row.statement.gist.is_empty()) {
        return vec![Piece { text: row.statement.gist.clone(), quoted: false }];
    }
    let mut pieces = vec![Piece { text: quote.to_owned(), quoted: verbatim }];
    if row.statement.sic {
        pieces.push(Piece { text: " [sic]".to_owned(), quoted: false });
    }
    pieces
}

fn of_statement(view: &CaseView, row: &StatementRow) -> ChronologyRow {
    let asks = matches!(row.statement.kind, StatementKind::Demand | StatementKind::Question);
    let answered = match (row.is_unanswered(), asks) {
        (false, _) => Answered::Yes,
        (true, true) => Answered::NotYet,
        (true, false) => Answered::NotAsked,
    };
    ChronologyRow {
        of: Owner::Statement(row.statement.id),
        key: row.key.clone(),
        when: row.said.clone(),
        what: statement_pieces(row),
        who: row.speaker.clone(),
        side: row.side,
        occasion: occasion_beside(row),
        sources: labels(view, &row.sources),
        answered,
        hidden: row.statement.hidden,
        possibly: false,
        day_order: row.statement.day_order,
    }
}

/// The occasion, without its date where that is the one the row stands under.
fn occasion_beside(row: &StatementRow) -> String {
    let date = row.occasion.strip_suffix(row.said.words.as_str()).filter(|_| !row.said.words.is_empty());
    let name = date.and_then(|name| name.strip_suffix(", ")).unwrap_or(&row.occasion);
    name.to_owned()
}

fn of_event(view: &CaseView, row: &EventRow) -> ChronologyRow {
    let side = row.event.parties.first().and_then(|id| side(view, *id));
    ChronologyRow {
        of: Owner::Event(row.event.id),
        key: row.key.clone(),
        when: row.happened.clone(),
        what: vec![Piece { text: row.event.title.clone(), quoted: false }],
        who: row.who.clone(),
        side,
        occasion: String::new(),
        sources: labels(view, &row.sources),
        answered: Answered::NotAsked,
        hidden: row.event.hidden,
        possibly: false,
        day_order: row.event.day_order,
    }
}

fn of_article(row: &ArticleRow) -> ChronologyRow {
    ChronologyRow {
        of: Owner::Article(row.article.id),
        key: row.key.clone(),
        when: row.published.clone(),
        what: vec![Piece { text: row.article.title.clone(), quoted: false }],
        who: row.article.outlet.clone(),
        side: None,
        occasion: row.article.kind.word().to_owned(),
        sources: Vec::new(),
        answered: Answered::NotAsked,
        hidden: false,
        possibly: false,
        day_order: 0,
    }
}

fn of_follow_up(view: &CaseView, row: &FollowUpRow) -> ChronologyRow {
    let open = row.follow_up.status == FollowUpStatus::Open;
    let answered = match (row.follow_up.outcome_statement, row.follow_up.waiting_on) {
        (Some(_), _) => Answered::Yes,
        (None, Some(_)) if open => Answered::NotYet,
        _ => Answered::NotAsked,
    };
    ChronologyRow {
        of: Owner::FollowUp(row.follow_up.id),
        key: row.key.clone(),
        when: row.deadline().clone(),
        what: vec![Piece { text: row.follow_up.title.clone(), quoted: false }],
        who: row.waiting_on.clone(),
        side: row.follow_up.waiting_on.and_then(|id| side(view, id)),
        occasion: row.follow_up.kind.word().to_owned(),
        sources: labels(view, &row.sources),
        answered,
        hidden: false,
        possibly: false,
        day_order: 0,
    }
}

fn side(view: &CaseView, party: Id) -> Option<u8> {
    view.party(party).and_then(|row| row.place.side)
}

/// The sources as people cite them, none twice.
fn labels(view: &CaseView, sources: &[SourceRow]) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    for source in sources {
        let key = view.article(source.article_id).map_or("", |row| row.key.as_str());
        let label = if source.label.is_empty() { key.to_owned() } else { source.label.clone() };
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    labels
}

impl FollowUpRow {
    /// The day it is due, else the day an answer is expected by; undated if there is neither.
    #[must_use]
    pub fn deadline(&self) -> &Shown {
        if self.due.from == DateFrom::None { &self.expected } else { &self.due }
    }
}
