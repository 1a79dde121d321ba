//! Which rows of a case are shown: the filter chips, and the two answers to a question about dates.

use super::case::CaseView;
use super::rows::{ArticleRow, EventRow, FollowUpRow, Shown, StatementRow};
use crate::domain::date::{Days, Edtf, Match, when};
use crate::domain::id::Id;
use crate::domain::kind::{CheckStatus, PartyRole, StatementKind};

/// A question about when something was said.
#[derive(Debug, Clone, PartialEq)]
pub enum DateQuestion {
    /// Before the day this begins.
    Before(Edtf),
    /// From the day this begins on.
    Since(Edtf),
    /// After the day this ends.
    After(Edtf),
    /// Within it.
    During(Edtf),
}

impl DateQuestion {
    /// The days asked for.
    #[must_use]
    pub fn days(&self) -> Days {
        match self {
            Self::Before(date) => Days::before(date),
            Self::Since(date) => Days { first: date.first_day(), last: i64::MAX },
            Self::After(date) => Days::after(date),
            Self::During(date) => Days::within(date),
        }
    }
}

/// What is asked of the statements and events of a case. Empty asks nothing; several values of one kind mean any of
/// them, several kinds all of them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    /// Words that must be in quote, gist, speaker or occasion.
    pub text: String,
    /// Said by.
    pub speakers: Vec<Id>,
    /// About.
    pub about: Vec<Id>,
    /// To.
    pub to: Vec<Id>,
    /// When.
    pub date: Option<DateQuestion>,
    /// Of these kinds.
    pub kinds: Vec<StatementKind>,
    /// Checked so far.
    pub checks: Vec<CheckStatus>,
    /// With these topics.
    pub topics: Vec<Id>,
    /// Disputed.
    pub disputed: bool,
    /// Not answered yet.
    pub unanswered: bool,
}

/// The rows a filter finds, as places in the view's lists: those that certainly fit, and those that possibly fit, their
/// dates being unsure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Certainly.
    pub certainly: Vec<usize>,
    /// Possibly.
    pub possibly: Vec<usize>,
}

impl Filter {
    /// Whether it asks nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The statements it finds.
    #[must_use]
    pub fn statements(&self, view: &CaseView) -> Found {
        let words = self.text.to_lowercase();
        self.sorted_out(&view.statements, |row| self.fits_statement(row, &words), |row| &row.said)
    }

    /// The events it finds; none where it asks what only a statement has.
    #[must_use]
    pub fn events(&self, view: &CaseView) -> Found {
        let words = self.text.to_lowercase();
        self.sorted_out(&view.events, |row| self.fits_event(row, &words), |row| &row.happened)
    }

    /// The articles it finds, by their publication; none where it asks what only a statement or event has.
    #[must_use]
    pub fn articles(&self, view: &CaseView) -> Found {
        let words = self.text.to_lowercase();
        self.sorted_out(&view.articles, |row| self.fits_article(row, &words), |row| &row.published)
    }

    /// The follow-ups it finds, by their deadline; none where it asks what only a statement or event has.
    #[must_use]
    pub fn follow_ups(&self, view: &CaseView) -> Found {
        let words = self.text.to_lowercase();
        self.sorted_out(&view.follow_ups, |row| self.fits_follow_up(row, &words), FollowUpRow::deadline)
    }

    fn sorted_out<T>(&self, rows: &[T], fits: impl Fn(&T) -> bool, date: impl Fn(&T) -> &Shown) -> Found {
        let mut found = Found::default();
        for (place, row) in rows.iter().enumerate().filter(|(_, row)| fits(row)) {
            match self.date_fits(date(row)) {
                Match::Certainly => found.certainly.push(place),
                Match::Possibly => found.possibly.push(place),
                Match::No => {}
            }
        }
        found
    }

    fn date_fits(&self, shown: &Shown) -> Match {
        let Some(question) = &self.date else { return Match::Certainly };
        match (shown.first, shown.last) {
            (Some(first), Some(last)) => {
                let soft = shown.date.edtf.as_ref().is_some_and(Edtf::is_soft);
                when(first, last, soft, question.days())
            }
            // Undated: it may have been then.
            _ => Match::Possibly,
        }
    }

    fn fits_statement(&self, row: &StatementRow, words: &str) -> bool {
        let has = |wanted: &[Id], role: PartyRole| {
            wanted.is_empty() || row.parties.iter().any(|(r, id)| *r == role && wanted.contains(id))
        };
        has(&self.speakers, PartyRole::Speaker)
            && has(&self.about, PartyRole::About)
            && has(&self.to, PartyRole::Audience)
            && (self.kinds.is_empty() || self.kinds.contains(&row.statement.kind))
            && (self.checks.is_empty() || self.checks.contains(&row.check))
            && (self.topics.is_empty() || self.topics.iter().any(|topic| row.topics.contains(topic)))
            && (!self.disputed || !row.disputed_by.is_empty())
            && (!self.unanswered || row.is_unanswered())
            && has_words(words, [&row.quote, &row.statement.gist, &row.speaker, &row.occasion, &row.key])
    }

    /// Whether it asks what only a statement has.
    fn is_of_statements(&self) -> bool {
        !self.speakers.is_empty()
            || !self.to.is_empty()
            || !self.kinds.is_empty()
            || !self.checks.is_empty()
            || self.unanswered
    }

    fn fits_article(&self, row: &ArticleRow, words: &str) -> bool {
        !(self.is_of_statements() || self.disputed || !self.about.is_empty())
            && (self.topics.is_empty() || self.topics.iter().any(|topic| row.topics.contains(topic)))
            && has_words(
                words,
                [&row.article.title, &row.article.outlet, &row.article.byline, &row.key, &row.key],
            )
    }

    fn fits_follow_up(&self, row: &FollowUpRow, words: &str) -> bool {
        let (title, detail) = (&row.follow_up.title, &row.follow_up.detail);
        !(self.is_of_statements() || self.disputed || !self.about.is_empty())
            && (self.topics.is_empty() || self.topics.iter().any(|topic| row.topics.contains(topic)))
            && has_words(words, [title, detail, &row.follow_up.put_to_them, &row.waiting_on, &row.key])
    }

    fn fits_event(&self, row: &EventRow, words: &str) -> bool {
        !self.is_of_statements()
            && (self.about.is_empty() || self.about.iter().any(|id| row.event.parties.contains(id)))
            && (self.topics.is_empty() || self.topics.iter().any(|topic| row.topics.contains(topic)))
            && (!self.disputed || !row.disputed_by.is_empty())
            && has_words(words, [&row.event.title, &row.event.detail, &row.who, &row.key, &row.key])
    }
}

/// Whether each word is in one of the fields, upper and lower case aside.
fn has_words(words: &str, fields: [&String; 5]) -> bool {
    let folded: Vec<String> =
        if words.is_empty() { Vec::new() } else { fields.map(|f| f.to_lowercase()).to_vec() };
    words.split_whitespace().all(|word| folded.iter().any(|field| field.contains(word)))
}
