//! One thing a filter asks: how it is put in, taken out and named.

use crate::domain::date::Precision;
use crate::domain::id::Id;
use crate::domain::kind::{CheckStatus, StatementKind};
use crate::text::{Arg, Worded, t, t_with};
use crate::view::{CaseView, DateQuestion, Filter};

/// One thing a filter asks.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Asked {
    Speaker(Id),
    About(Id),
    To(Id),
    Date(DateQuestion),
    Kind(StatementKind),
    Check(CheckStatus),
    Topic(Id),
    Disputed,
    Unanswered,
    Words(String),
}

/// What kinds of things can be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    Speaker,
    About,
    To,
    Date,
    Kind,
    Check,
    Topic,
}

impl Group {
    /// In the order they are offered.
    pub(super) const ALL: [Self; 7] =
        [Self::Speaker, Self::About, Self::To, Self::Date, Self::Kind, Self::Check, Self::Topic];

    /// What it is called, as one types it before a colon.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Speaker => t("filter-group-speaker"),
            Self::About => t("filter-group-about"),
            Self::To => t("filter-group-to"),
            Self::Date => t("filter-group-date"),
            Self::Kind => t("filter-group-kind"),
            Self::Check => t("filter-group-check"),
            Self::Topic => t("filter-group-topic"),
        }
    }
}

impl Asked {
    /// Everything a filter asks, in the order of the chips.
    pub(super) fn all(filter: &Filter) -> Vec<Self> {
        let mut all: Vec<Self> = filter.speakers.iter().map(|id| Self::Speaker(*id)).collect();
        all.extend(filter.about.iter().map(|id| Self::About(*id)));
        all.extend(filter.to.iter().map(|id| Self::To(*id)));
        all.extend(filter.date.clone().map(Self::Date));
        all.extend(filter.kinds.iter().map(|kind| Self::Kind(*kind)));
        all.extend(filter.checks.iter().map(|check| Self::Check(*check)));
        all.extend(filter.topics.iter().map(|id| Self::Topic(*id)));
        all.extend(filter.disputed.then_some(Self::Disputed));
        all.extend(filter.unanswered.then_some(Self::Unanswered));
        all.extend((!filter.text.is_empty()).then(|| Self::Words(filter.text.clone())));
        all
    }

    /// Has the filter ask this too. A date takes the place of the date asked before; words come to the words.
    pub(super) fn put_into(self, filter: &mut Filter) {
        match self {
            Self::Speaker(id) => filter.speakers.push(id),
            Self::About(id) => filter.about.push(id),
            Self::To(id) => filter.to.push(id),
            Self::Date(question) => filter.date = Some(question),
            Self::Kind(kind) => filter.kinds.push(kind),
            Self::Check(check) => filter.checks.push(check),
            Self::Topic(id) => filter.topics.push(id),
            Self::Disputed => filter.disputed = true,
            Self::Unanswered => filter.unanswered = true,
            Self::Words(words) => {
                if !filter.text.is_empty() {
                    filter.text.push(' ');
                }
                filter.text.push_str(&words);
            }
        }
    }

    /// Has the filter ask this no more.
    pub(super) fn take_out_of(&self, filter: &mut Filter) {
        match self {
            Self::Speaker(id) => filter.speakers.retain(|other| other != id),
            Self::About(id) => filter.about.retain(|other| other != id),
            Self::To(id) => filter.to.retain(|other| other != id),
            Self::Date(_) => filter.date = None,
            Self::Kind(kind) => filter.kinds.retain(|other| other != kind),
            Self::Check(check) => filter.checks.retain(|other| other != check),
            Self::Topic(id) => filter.topics.retain(|other| other != id),
            Self::Disputed => filter.disputed = false,
            Self::Unanswered => filter.unanswered = false,
            Self::Words(_) => filter.text.clear(),
        }
    }

    /// The group to choose another of; `None` if there is nothing to choose.
    pub(super) fn group(&self) -> Option<Group> {
        match self {
            Self::Speaker(_) => Some(Group::Speaker),
            Self::About(_) => Some(Group::About),
            Self::To(_) => Some(Group::To),
            Self::Date(_) => Some(Group::Date),
            Self::Kind(_) => Some(Group::Kind),
            Self::Check(_) => Some(Group::Check),
            Self::Topic(_) => Some(Group::Topic),
            Self::Disputed | Self::Unanswered | Self::Words(_) => None,
        }
    }

    /// As the chip says it: `speaker: Harbor Line`.
    pub(super) fn label(&self, case: &CaseView) -> String {
        let party = |id: &Id| Arg::from(case.party_name(*id).to_owned());
        match self {
            Self::Speaker(id) => t_with("filter-speaker", &[("name", party(id))]),
            Self::About(id) => t_with("filter-about", &[("name", party(id))]),
            Self::To(id) => t_with("filter-to", &[("name", party(id))]),
            Self::Date(question) => date_words(question),
            Self::Kind(kind) => t_with("filter-kind", &[("name", kind.word().into())]),
            Self::Check(check) => t_with("filter-check", &[("name", check.word().into())]),
            Self::Topic(id) => {
                let name = case.topics.iter().find(|topic| topic.id == *id).map_or("", |topic| &topic.name);
                t_with("filter-topic", &[("name", name.to_owned().into())])
            }
            Self::Disputed => t("filter-disputed").to_owned(),
            Self::Unanswered => t("filter-unanswered").to_owned(),
            Self::Words(words) => t_with("filter-words", &[("words", words.clone().into())]),
        }
    }
}

/// Everything a filter asks, in words; empty if it asks nothing.
#[must_use]
pub fn filter_words(case: &CaseView, filter: &Filter) -> String {
    Asked::all(filter).iter().map(|asked| asked.label(case)).collect::<Vec<_>>().join("; ")
}

/// A question about dates within a line: "before September 2024".
#[must_use]
pub fn date_words(question: &DateQuestion) -> String {
    let with = |key: &str, words: String| t_with(key, &[("date", words.into())]);
    match question {
        DateQuestion::Before(date) => with("filter-before", date.words()),
        DateQuestion::Since(date) => with("filter-since", date.words()),
        DateQuestion::After(date) => with("filter-after", date.words()),
        DateQuestion::During(date) if date.precision() == Precision::Day => with("filter-on", date.words()),
        DateQuestion::During(date) => with("filter-in", date.words()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_is_there_and_can_be_taken_out() {
        let id = Id(7);
        let date = DateQuestion::Before("2024-09".parse().unwrap());
        let everything = [
            Asked::Speaker(id),
            Asked::About(id),
            Asked::To(id),
            Asked::Date(date),
            Asked::Kind(StatementKind::Denial),
            Asked::Check(CheckStatus::Checking),
            Asked::Topic(id),
            Asked::Disputed,
            Asked::Unanswered,
            Asked::Words("hull report".to_owned()),
        ];
        let mut filter = Filter::default();
        for asked in everything.clone() {
            asked.put_into(&mut filter);
        }
        assert_eq!(Asked::all(&filter), everything);
        for asked in &everything {
            asked.take_out_of(&mut filter);
        }
        assert!(filter.is_empty());
    }

    #[test]
    fn a_date_is_asked_in_words() {
        let day: crate::domain::date::Edtf = "2024-09-07".parse().unwrap();
        assert_eq!(date_words(&DateQuestion::During(day)), "on 7 Sep 2024");
        assert_eq!(date_words(&DateQuestion::During("2024".parse().unwrap())), "in 2024");
        assert_eq!(date_words(&DateQuestion::Before("2024-09".parse().unwrap())), "before September 2024");
    }
}
