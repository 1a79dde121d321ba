//! The rows of the list: filtered and sorted when the case, the filter or the order changes.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::filter::ArticleFilter;
use crate::domain::id::Id;
use crate::domain::kind::Reading;
use crate::text::Worded;
use crate::ui::widgets::{Direction, most_letters};
use crate::view::{ArticleRow, CaseView};

/// The columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    Key,
    Date,
    Outlet,
    Title,
    Kind,
    Statements,
    Reading,
}

/// The rows as the list shows them, and what the filter can offer.
#[derive(Debug)]
pub(super) struct Rows {
    /// By which column, and which end first.
    pub(super) order: (By, Direction),
    /// Outlets with how many articles each has, by name.
    pub(super) outlets: BTreeMap<String, usize>,
    /// How many letters the longest outlet has.
    pub(super) outlet_letters: usize,
    /// How many articles have no date.
    pub(super) undated: usize,
    /// How many have no outlet.
    pub(super) without_outlet: usize,
    /// How many have no text.
    pub(super) without_text: usize,
    /// How many are near copies of others.
    pub(super) near_copies: usize,
    /// How many are sorted.
    pub(super) sorted: usize,
    made_of: Option<(Arc<CaseView>, ArticleFilter, (By, Direction))>,
    ids: Vec<Id>,
}

impl Default for Rows {
    fn default() -> Self {
        Self {
            order: (By::Date, Direction::Down),
            outlets: BTreeMap::new(),
            outlet_letters: 0,
            undated: 0,
            without_outlet: 0,
            without_text: 0,
            near_copies: 0,
            sorted: 0,
            made_of: None,
            ids: Vec::new(),
        }
    }
}

impl Rows {
    /// The articles in the order of the list.
    pub(super) fn ids(&self) -> &[Id] {
        &self.ids
    }

    /// Where an article stands in the list.
    pub(super) fn place(&self, id: Id) -> Option<usize> {
        self.ids.iter().position(|one| *one == id)
    }

    /// Makes the rows anew if anything they are made of has changed.
    pub(super) fn refresh(&mut self, case: &Arc<CaseView>, filter: &ArticleFilter) {
        let same = self.made_of.as_ref().is_some_and(|(of, asked, order)| {
            Arc::ptr_eq(of, case) && asked == filter && *order == self.order
        });
        if same {
            return;
        }
        self.count(case);
        let words = filter.text.to_lowercase();
        let mut rows: Vec<&ArticleRow> =
            case.articles.iter().filter(|row| filter.fits(row, &words)).collect();
        sort(&mut rows, self.order);
        if filter.near_copies {
            // Stories stay in the order of their first article.
            let mut place: HashMap<i64, usize> = HashMap::new();
            let group = |row: &ArticleRow| row.near.as_ref().map_or(0, |near| near.group);
            for (n, row) in rows.iter().enumerate() {
                place.entry(group(row)).or_insert(n);
            }
            rows.sort_by_key(|row| place.get(&group(row)).copied());
        }
        self.ids = rows.into_iter().map(|row| row.article.id).collect();
        self.made_of = Some((case.clone(), filter.clone(), self.order));
    }

    fn count(&mut self, case: &CaseView) {
        let count = |what: fn(&ArticleRow) -> bool| case.articles.iter().filter(|row| what(row)).count();
        self.undated = count(|row| row.article.published.edtf.is_none());
        self.without_outlet = count(|row| row.article.outlet.is_empty());
        self.without_text = count(|row| !row.has_text);
        self.near_copies = count(|row| row.near.is_some());
        self.sorted = count(|row| row.article.reading != Reading::Unread);
        self.outlet_letters = most_letters(case.articles.iter().map(|row| row.article.outlet.as_str()));
        self.outlets.clear();
        for outlet in case.articles.iter().map(|row| &row.article.outlet).filter(|outlet| !outlet.is_empty())
        {
            *self.outlets.entry(outlet.clone()).or_default() += 1;
        }
    }
}

/// Sorts; equal rows stand by their keys, and those without a date always last.
fn sort(rows: &mut [&ArticleRow], (by, direction): (By, Direction)) {
    fn cached<K: Ord>(rows: &mut [&ArticleRow], direction: Direction, key: impl Fn(&ArticleRow) -> K) {
        match direction {
            Direction::Up => rows.sort_by_cached_key(|row| key(row)),
            Direction::Down => rows.sort_by_cached_key(|row| Reverse(key(row))),
        }
    }
    rows.sort_by_key(|row| row.article.number);
    match by {
        By::Key => cached(rows, direction, |row| row.article.number),
        By::Date => {
            cached(rows, direction, |row| row.published.sort_key());
            rows.sort_by_key(|row| row.published.first.is_none());
        }
        By::Outlet => cached(rows, direction, |row| row.article.outlet.to_lowercase()),
        By::Title => cached(rows, direction, |row| row.article.title.to_lowercase()),
        By::Kind => cached(rows, direction, |row| row.article.kind.word()),
        By::Statements => cached(rows, direction, |row| row.statements),
        By::Reading => cached(rows, direction, |row| row.article.reading),
    }
}
