//! All rows of one case.

use std::collections::HashMap;

use super::build;
use super::rows::{ArticleRow, EventRow, FollowUpRow, StatementRow};
use crate::domain::id::Id;
use crate::domain::record::{Case, CaseParty, Occasion, Party, Topic};
use crate::error::Result;
use crate::store::Db;

/// A party of a case.
#[derive(Debug, Clone, PartialEq)]
pub struct PartyRow {
    /// The party.
    pub party: Party,
    /// Its place in the case.
    pub place: CaseParty,
    /// Its other names.
    pub aliases: Vec<String>,
    /// How many statements it speaks in here.
    pub statements: usize,
    /// When it last spoke, in words; empty if never or undated.
    pub last_said: String,
}

/// An occasion of a case.
#[derive(Debug, Clone, PartialEq)]
pub struct OccasionRow {
    /// The occasion.
    pub occasion: Occasion,
    /// Its short key.
    pub key: String,
    /// "Letter from Harbor Line to Attorney General, 27 Mar 2024".
    pub label: String,
    /// Ids of the statements said on it, in order of their numbers.
    pub statements: Vec<Id>,
}

/// Everything the screens of one case show.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseView {
    /// The case.
    pub case: Case,
    /// Its articles, newest first.
    pub articles: Vec<ArticleRow>,
    /// Its parties, by name.
    pub parties: Vec<PartyRow>,
    /// Other parties of the library that may be named here: id and name.
    pub other_parties: Vec<(Id, String)>,
    /// Its occasions, by date.
    pub occasions: Vec<OccasionRow>,
    /// Its statements, by date, then order within the day, then number.
    pub statements: Vec<StatementRow>,
    /// Its events, by date.
    pub events: Vec<EventRow>,
    /// Its follow-ups, by due day.
    pub follow_ups: Vec<FollowUpRow>,
    /// Its topics, by name.
    pub topics: Vec<Topic>,
    /// Articles that may be read better now than when they came in; filled in by who knows the readers.
    pub to_read_again: Vec<Id>,
    places: Places,
}

/// Where each record stands in its list.
#[derive(Debug, Clone, Default, PartialEq)]
struct Places {
    articles: HashMap<Id, usize>,
    parties: HashMap<Id, usize>,
    occasions: HashMap<Id, usize>,
    statements: HashMap<Id, usize>,
    events: HashMap<Id, usize>,
    follow_ups: HashMap<Id, usize>,
}

macro_rules! by_id {
    ($($(#[$doc:meta])* $one:ident, $list:ident: $row:ident;)+) => {
        impl CaseView {
            $($(#[$doc])*
            #[must_use]
            pub fn $one(&self, id: Id) -> Option<&$row> {
                self.places.$list.get(&id).and_then(|place| self.$list.get(*place))
            })+
        }
    };
}

by_id! {
    /// The article with this id.
    article, articles: ArticleRow;
    /// The party with this id.
    party, parties: PartyRow;
    /// The occasion with this id.
    occasion, occasions: OccasionRow;
    /// The statement with this id.
    statement, statements: StatementRow;
    /// The event with this id.
    event, events: EventRow;
    /// The follow-up with this id.
    follow_up, follow_ups: FollowUpRow;
}

impl CaseView {
    /// The name of a party of this case; empty if it is not in it.
    #[must_use]
    pub fn party_name(&self, id: Id) -> &str {
        self.party(id).map_or("", |row| &row.party.name)
    }

    /// Rebuilds the look-up tables; to be called once the lists are final.
    pub(super) fn index(mut self) -> Self {
        fn places<T>(rows: &[T], id: impl Fn(&T) -> Id) -> HashMap<Id, usize> {
            rows.iter().enumerate().map(|(n, row)| (id(row), n)).collect()
        }
        self.places = Places {
            articles: places(&self.articles, |row| row.article.id),
            parties: places(&self.parties, |row| row.party.id),
            occasions: places(&self.occasions, |row| row.occasion.id),
            statements: places(&self.statements, |row| row.statement.id),
            events: places(&self.events, |row| row.event.id),
            follow_ups: places(&self.follow_ups, |row| row.follow_up.id),
        };
        self
    }
}

/// Builds the view of one case.
pub fn case(db: &Db, id: Id) -> Result<CaseView> {
    let parts = build::Parts::load(db, id)?;
    let statements = parts.statements();
    let view = CaseView {
        articles: parts.articles(db)?,
        parties: parts.parties(&statements),
        other_parties: parts.other_parties(),
        occasions: parts.occasions(&statements),
        events: parts.events(),
        follow_ups: parts.follow_ups(),
        statements,
        topics: parts.topics.clone(),
        to_read_again: Vec::new(),
        case: parts.case,
        places: Places::default(),
    };
    Ok(view.index())
}
