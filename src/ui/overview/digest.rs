//! What is to be said of a case at a glance, made once from its rows.

use crate::domain::kind::{CheckStatus, FollowUpStatus, Reading, RecordKind, StatementKind};
use crate::timeline::{Item, Lane, Layout, Tone, When, Window};
use crate::ui::follow_ups::Listed;
use crate::ui::parties::SIDES;
use crate::view::{CaseView, DueGroup, Shown, grouped};

/// So many of each kind are shown.
const NEWEST: usize = 5;
/// So many follow-ups are shown.
const FOLLOW_UPS: usize = 6;

/// A case at a glance. Rows are given as places in the case's lists.
#[derive(Debug)]
pub(super) struct Digest {
    /// Claims, denials and predictions nobody has checked yet.
    pub(super) unchecked: usize,
    /// Questions and demands without an answer.
    pub(super) unanswered: usize,
    /// Open follow-ups that wait for an answer.
    pub(super) awaited: usize,
    /// Open follow-ups overdue, or without the answer expected.
    pub(super) late: usize,
    /// Articles nobody has sorted yet.
    pub(super) unread: usize,
    /// The statements said last, the latest first.
    pub(super) statements: Vec<usize>,
    /// The newest articles.
    pub(super) articles: Vec<usize>,
    /// The follow-ups that ask most.
    pub(super) follow_ups: Vec<Listed>,
    /// How many follow-ups are open and in sight.
    pub(super) open: usize,
    /// Who is on each side, those who speak most first; the last is on none.
    pub(super) sides: Vec<(Option<u8>, Vec<usize>)>,
    /// When things were said and happened; `None` if nothing is dated.
    pub(super) times: Option<Times>,
}

/// How much was said and happened when.
#[derive(Debug)]
pub(super) struct Times {
    pub(super) layout: Layout,
    pub(super) window: Window,
}

impl Digest {
    pub(super) fn of(case: &CaseView, today: i64) -> Self {
        let groups = grouped(&case.follow_ups, today);
        let late = |group: &DueGroup| matches!(group, DueGroup::Overdue | DueGroup::Silent);
        let open = case.follow_ups.iter().filter(|row| row.follow_up.status == FollowUpStatus::Open);
        Self {
            unchecked: case
                .statements
                .iter()
                .filter(|row| row.statement.kind.can_be_checked() && row.check == CheckStatus::NotChecked)
                .count(),
            unanswered: case
                .statements
                .iter()
                .filter(|row| asks(row.statement.kind) && row.is_unanswered())
                .count(),
            awaited: open.filter(|row| !row.expected.words.is_empty()).count(),
            late: groups.iter().filter(|(group, _)| late(group)).map(|(_, rows)| rows.len()).sum(),
            unread: case.articles.iter().filter(|row| row.article.reading == Reading::Unread).count(),
            statements: newest_statements(case),
            articles: (0..case.articles.len().min(NEWEST)).collect(),
            open: groups.iter().map(|(_, rows)| rows.len()).sum(),
            follow_ups: soonest_first(case, groups),
            sides: sides(case),
            times: times(case),
        }
    }
}

/// Whether such a statement asks for an answer.
fn asks(kind: StatementKind) -> bool {
    matches!(kind, StatementKind::Question | StatementKind::Demand)
}

/// The kinds [`asks`] is about, for the filter that shows them.
pub(super) fn asking_kinds() -> Vec<StatementKind> {
    StatementKind::ALL.iter().copied().filter(|kind| asks(*kind)).collect()
}

/// The kinds that can be checked, for the filter that shows them.
pub(super) fn checkable_kinds() -> Vec<StatementKind> {
    StatementKind::ALL.iter().copied().filter(|kind| kind.can_be_checked()).collect()
}

fn newest_statements(case: &CaseView) -> Vec<usize> {
    let dated = |place: &usize| case.statements.get(*place).is_some_and(|row| row.said.first.is_some());
    let undated = (0..case.statements.len()).rev().filter(|place| !dated(place));
    (0..case.statements.len()).rev().filter(dated).chain(undated).take(NEWEST).collect()
}

/// By day, as the list has no headings: an answer expected in two weeks comes after what is due on Monday.
fn soonest_first(case: &CaseView, groups: Vec<(DueGroup, Vec<(usize, crate::view::Due)>)>) -> Vec<Listed> {
    let mut rows: Vec<_> = groups.into_iter().flat_map(|(_, rows)| rows).collect();
    rows.sort_by_key(|(_, due)| due.day.unwrap_or(i64::MAX));
    rows.into_iter()
        .filter_map(|(place, due)| {
            let id = case.follow_ups.get(place)?.follow_up.id;
            Some(Listed { id, place, group: Some(due.group), when: due.words })
        })
        .take(FOLLOW_UPS)
        .collect()
}

fn sides(case: &CaseView) -> Vec<(Option<u8>, Vec<usize>)> {
    let on = |side: Option<u8>| {
        let mut places: Vec<usize> = (0..case.parties.len())
            .filter(|place| case.parties.get(*place).is_some_and(|row| row.place.side == side))
            .collect();
        places.sort_by_key(|place| std::cmp::Reverse(case.parties.get(*place).map(|row| row.statements)));
        (side, places)
    };
    (0..SIDES).map(Some).chain([None]).map(on).filter(|(_, places)| !places.is_empty()).collect()
}

fn times(case: &CaseView) -> Option<Times> {
    let item = |id, kind, shown: &Shown| Item {
        id,
        kind,
        lane: 0,
        when: shown.first.zip(shown.last).map(|(first, last)| When::days(first, last)),
        label: String::new(),
        quoted: false,
        hollow: false,
        important: false,
        tone: Tone::Plain,
    };
    let said = case.statements.iter().map(|row| item(row.statement.id, RecordKind::Statement, &row.said));
    let happened = case.events.iter().map(|row| item(row.event.id, RecordKind::Event, &row.happened));
    let layout = Layout::new(said.chain(happened).collect(), vec![Lane { name: String::new() }]);
    let window = layout.fit_all()?;
    Some(Times { layout, window })
}
