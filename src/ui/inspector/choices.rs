//! What can be chosen in the fields of a case: parties, statements, occasions, topics. Made anew only when the
//! case has changed, and only what a field asks for.

use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::{Arc, Weak};

use crate::domain::id::Id;
use crate::domain::kind::OccasionKind;
use crate::text::{Arg, Worded, t_with};
use crate::ui::widgets::PartyOption;
use crate::view::{ArticleRow, CaseView, StatementRow};

/// So many characters of a quote tell one statement from another in a list.
const QUOTE: usize = 90;

/// An occasion that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OccasionPick {
    /// One of the case.
    Known(Id),
    /// One to be made.
    New(OccasionKind),
}

type Options<K> = OnceCell<Rc<Vec<PartyOption<K>>>>;

/// The choices of the case that is open.
#[derive(Debug, Default)]
pub(super) struct Choices {
    of: Weak<CaseView>,
    parties: Options<Id>,
    statements: Options<Id>,
    occasions: Options<OccasionPick>,
    topics: Options<Id>,
    articles: Options<Id>,
}

impl Choices {
    /// Has them be of this case, as it is now.
    pub(super) fn of(&mut self, case: &Arc<CaseView>) -> &Self {
        if !std::ptr::eq(self.of.as_ptr(), Arc::as_ptr(case)) {
            *self = Self { of: Arc::downgrade(case), ..Self::default() };
        }
        self
    }

    /// The case's own parties, then the others of the library.
    pub(super) fn parties(&self, case: &CaseView) -> Rc<Vec<PartyOption<Id>>> {
        Rc::clone(self.parties.get_or_init(|| Rc::new(parties(case))))
    }

    /// The statements, by date.
    pub(super) fn statements(&self, case: &CaseView) -> Rc<Vec<PartyOption<Id>>> {
        Rc::clone(self.statements.get_or_init(|| Rc::new(case.statements.iter().map(statement).collect())))
    }

    /// The occasions, the last first, then the kinds of which a new one can be made.
    pub(super) fn occasions(&self, case: &CaseView) -> Rc<Vec<PartyOption<OccasionPick>>> {
        Rc::clone(self.occasions.get_or_init(|| Rc::new(occasions(case))))
    }

    /// The articles, newest first.
    pub(super) fn articles(&self, case: &CaseView) -> Rc<Vec<PartyOption<Id>>> {
        Rc::clone(self.articles.get_or_init(|| Rc::new(case.articles.iter().map(article).collect())))
    }

    /// The topics, by name.
    pub(super) fn topics(&self, case: &CaseView) -> Rc<Vec<PartyOption<Id>>> {
        let option = |topic: &crate::domain::record::Topic| option(topic.id, topic.name.clone(), "");
        Rc::clone(self.topics.get_or_init(|| Rc::new(case.topics.iter().map(option).collect())))
    }
}

fn option<K>(id: K, name: String, hint: impl Into<String>) -> PartyOption<K> {
    PartyOption { id, name, hint: hint.into() }
}

/// The parties that can be named in a case: its own, then the others of the library.
pub(crate) fn parties(case: &CaseView) -> Vec<PartyOption<Id>> {
    let own = case.parties.iter().map(|row| {
        let mut hints = vec![row.party.kind.word().to_owned()];
        hints.extend(row.aliases.iter().cloned());
        option(row.party.id, row.party.name.clone(), hints.join(" · "))
    });
    let others = case.other_parties.iter().map(|(id, name)| option(*id, name.clone(), ""));
    own.chain(others).collect()
}

fn statement(row: &StatementRow) -> PartyOption<Id> {
    // The quote comes last, where it is cut.
    let parts = [row.key.as_str(), row.speaker.as_str(), row.said.words.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let line: String = row.line().chars().take(QUOTE).collect();
    option(row.statement.id, format!("{}: {line}", parts.join(" · ")), "")
}

fn article(row: &ArticleRow) -> PartyOption<Id> {
    let name = format!("{} {}", row.key, row.article.title);
    let hint = [row.article.outlet.as_str(), row.published.words.as_str()];
    let hint: Vec<&str> = hint.into_iter().filter(|part| !part.is_empty()).collect();
    option(row.article.id, name, hint.join(", "))
}

/// What tells a statement from others in a line: "S-0142 Harbor Line: “there can be no question…".
pub(super) fn statement_label(row: &StatementRow) -> String {
    let line: String = row.line().chars().take(QUOTE).collect();
    let speaker = if row.speaker.is_empty() { String::new() } else { format!("{}: ", row.speaker) };
    format!("{} {speaker}{line}", row.key)
}

fn occasions(case: &CaseView) -> Vec<PartyOption<OccasionPick>> {
    let known = case
        .occasions
        .iter()
        .rev()
        .map(|row| option(OccasionPick::Known(row.occasion.id), row.label.clone(), ""));
    let new = OccasionKind::ALL.iter().map(|kind| option(OccasionPick::New(*kind), new_occasion(*kind), ""));
    known.chain(new).collect()
}

/// "New letter…".
pub(super) fn new_occasion(kind: OccasionKind) -> String {
    t_with("occasion-new-kind", &[("kind", Arg::from(kind.word()))])
}
