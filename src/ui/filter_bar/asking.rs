//! What is asked of the rows: by chips, and by the words that are typed and not made chips yet.

use std::sync::Arc;

use super::asked::{Asked, Group};
use super::known::Known;
use super::offers::{Offer, is_of_group, offers, reading};
use crate::ui::Seen;
use crate::view::{CaseView, Filter};

/// The filter as a person makes it.
#[derive(Debug, Default)]
pub struct Asking {
    /// What the chips ask.
    asked: Filter,
    /// What is typed.
    pub(super) typed: String,
    /// Whether the typing list is open.
    pub(super) open: bool,
    /// The row of the list that Enter takes.
    pub(super) marked: usize,
    pub(super) list_hovered: bool,
    read: Option<Read>,
    /// What chips and typed words ask together.
    shown: Filter,
    offered: Vec<Offer>,
}

/// What the offers were made of.
#[derive(Debug)]
struct Read {
    case: Seen<CaseView>,
    known: Known,
    today: i64,
    asked: Filter,
    typed: String,
}

impl Asking {
    /// What rows are to be shown: what the chips ask, and what the typed words are read as.
    #[must_use]
    pub fn shown(&self) -> &Filter {
        &self.shown
    }

    /// Asks this and nothing else; what is typed goes.
    pub fn ask(&mut self, filter: Filter) {
        *self = Self { shown: filter.clone(), asked: filter, ..Self::default() };
    }

    /// What the chips ask.
    pub(super) fn asked(&self) -> &Filter {
        &self.asked
    }

    /// The rows of the typing list, best first; none while it is closed.
    pub(super) fn offers(&self) -> &[Offer] {
        if self.open { &self.offered } else { &[] }
    }

    /// Makes offers and filter anew where anything they come of has changed.
    pub(super) fn follow(&mut self, case: &Arc<CaseView>, today: i64) {
        let known = match self.read.take() {
            Some(read) if read.case.is(case) && read.today == today => {
                if read.asked == self.asked && read.typed == self.typed {
                    self.read = Some(read);
                    return;
                }
                read.known
            }
            _ => Known::of(case),
        };
        self.offered = offers(&self.typed, &self.asked, case, &known, today);
        self.shown = self.asked.clone();
        if !is_of_group(&self.typed) {
            let heard = !self.asked.speakers.is_empty();
            for asked in reading(&self.typed, heard, &known, today, |reading| reading.asked_so_far()) {
                asked.put_into(&mut self.shown);
            }
        }
        let (asked, typed) = (self.asked.clone(), self.typed.clone());
        self.read = Some(Read { case: Seen::of(case), known, today, asked, typed });
    }

    /// Has the chips ask what is offered.
    pub(super) fn take(&mut self, offer: Offer) {
        self.marked = 0;
        let all = match offer {
            Offer::Ask { asked, .. } => vec![asked],
            Offer::Read(all) => all,
            Offer::Choose(group) => return self.choose(group),
            Offer::TypeADate => return,
        };
        for asked in all {
            asked.put_into(&mut self.asked);
        }
        self.typed.clear();
        self.open = false;
    }

    /// Lists what a group has.
    fn choose(&mut self, group: Group) {
        self.typed = format!("{}: ", group.word());
        self.marked = 0;
        self.open = true;
    }

    /// Has the person choose another value for what is asked.
    pub(super) fn change(&mut self, asked: &Asked) {
        if let Some(group) = asked.group() {
            self.choose(group);
        } else if let Asked::Words(words) = asked {
            self.typed.clone_from(words);
            self.take_away(asked);
        }
    }

    /// Asks this no more.
    pub(super) fn take_away(&mut self, asked: &Asked) {
        asked.take_out_of(&mut self.asked);
    }

    /// Takes the last chip away.
    pub(super) fn take_last_away(&mut self) {
        if let Some(asked) = Asked::all(&self.asked).last() {
            self.take_away(asked);
        }
    }

    /// Takes all chips away.
    pub(super) fn clear(&mut self) {
        self.asked = Filter::default();
    }
}
