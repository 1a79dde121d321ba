//! What the timeline shows: built when the data changes, not in a frame.

use std::collections::HashMap;

use crate::domain::id::Id;
use crate::domain::kind::{CheckStatus, LinkKind, RecordKind};
use crate::timeline::{Item, Layout, Tone};

/// A case as a timeline.
#[derive(Debug)]
pub struct TimelineData {
    /// Its items in their lanes.
    pub layout: Layout,
    /// Its replies.
    pub replies: Vec<Reply>,
    /// What is said of each item on hover.
    pub details: HashMap<Id, Detail>,
    /// The day it is, from 1970-01-01.
    pub today: i64,
    /// What the legend explains: the signs that occur.
    signs: Vec<Sign>,
}

/// What a mark can say by its shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Statement,
    Hollow,
    Event,
    Article,
    FollowUp,
    Overdue,
    Range,
    About,
    Open,
    Doubtful,
}

impl Sign {
    /// What is asked about most first: where the line is short, the last are left to its tip.
    const ALL: [Self; 10] = [
        Self::Statement,
        Self::Hollow,
        Self::Open,
        Self::About,
        Self::Range,
        Self::Overdue,
        Self::FollowUp,
        Self::Article,
        Self::Event,
        Self::Doubtful,
    ];

    /// Whether an item carries the sign.
    fn is_on(self, item: &Item) -> bool {
        let when = item.when;
        let open = when.is_some_and(|when| (when.first == i64::MIN) != (when.last == i64::MAX));
        let about = when.is_some_and(|when| when.approximate);
        match self {
            Self::Statement => item.kind == RecordKind::Statement && !item.hollow,
            Self::Hollow => item.kind == RecordKind::Statement && item.hollow,
            Self::Event => item.kind == RecordKind::Event,
            Self::Article => item.kind == RecordKind::Article,
            Self::FollowUp => item.kind == RecordKind::FollowUp && item.tone != Tone::Overdue,
            Self::Overdue => item.tone == Tone::Overdue,
            Self::Range => !open && !about && when.is_some_and(|when| when.first != when.last),
            Self::About => about,
            Self::Open => open,
            Self::Doubtful => when.is_some_and(|when| when.uncertain),
        }
    }
}

/// One statement that answers another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reply {
    /// The statement that is answered.
    pub to: Id,
    /// The statement that answers.
    pub by: Id,
    /// How.
    pub kind: LinkKind,
}

/// What is said of an item on hover and to assistive technology.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Detail {
    /// Its short key: S-0142.
    pub key: String,
    /// Who said it or waits for what: one line.
    pub who: String,
    /// Its date in plain words; empty if undated.
    pub date: String,
    /// How the date came about: "“last month”, from 7 Sep 2011". Empty if the date was given as it is.
    pub basis: String,
    /// Where it is from: outlet and date of the article.
    pub source: String,
    /// How far it is checked, if it can be.
    pub check: Option<CheckStatus>,
    /// Names of those who dispute it, joined by ", ".
    pub disputed_by: String,
}

impl TimelineData {
    /// A case as a timeline on the day `today`, from 1970-01-01.
    #[must_use]
    pub fn new(layout: Layout, replies: Vec<Reply>, details: HashMap<Id, Detail>, today: i64) -> Self {
        let signs = Sign::ALL.into_iter().filter(|sign| layout.items().iter().any(|item| sign.is_on(item)));
        let signs = signs.collect();
        Self { layout, replies, details, today, signs }
    }

    /// The signs that occur, in the order of the legend.
    pub(super) fn signs(&self) -> &[Sign] {
        &self.signs
    }

    /// What is said of an item; nothing, if nothing is known.
    pub(super) fn detail(&self, item: &Item) -> &Detail {
        static NOTHING: std::sync::LazyLock<Detail> = std::sync::LazyLock::new(Detail::default);
        self.details.get(&item.id).unwrap_or(&NOTHING)
    }

    /// The name of an item's lane.
    pub(super) fn lane_name(&self, item: &Item) -> &str {
        self.layout.lanes().get(item.lane).map_or("", |lane| &lane.name)
    }
}
