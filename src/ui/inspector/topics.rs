//! The topics of a record, and the parties that dispute it: sets that change one at a time.

use eframe::egui::Ui;

use super::field::Edit;
use super::parties::{chosen, id_of, known, refs};
use crate::domain::change::{StatementChange, TopicChange};
use crate::domain::id::Id;
use crate::domain::record::Owner;
use crate::text::{Arg, t, t_with};
use crate::ui::widgets::{Chosen, PartyField, value_row};

/// What a change of a set comes to.
struct Difference {
    added: Option<Chosen<Id>>,
    taken: Vec<Id>,
}

/// How what is chosen now differs from what the record holds. At most one is added at a time, and it is the last:
/// those before it that the record does not hold yet are on their way.
fn difference(held: &[Chosen<Id>], now: &[Chosen<Id>]) -> Difference {
    let held_ids: Vec<Id> = held.iter().filter_map(id_of).collect();
    let now_ids: Vec<Id> = now.iter().filter_map(id_of).collect();
    let taken: Vec<Id> = held_ids.iter().copied().filter(|id| !now_ids.contains(id)).collect();
    let is_new =
        |last: &&Chosen<Id>| taken.is_empty() && id_of(last).is_none_or(|id| !held_ids.contains(&id));
    Difference { added: now.last().filter(is_new).cloned(), taken }
}

fn new_topic(name: &str) -> String {
    t_with("topic-new", &[("name", Arg::from(name))])
}

impl Edit<'_> {
    /// The topics of a record; others are added by typing.
    pub fn topics(&mut self, ui: &mut Ui, of: Owner, topics: &[Id]) {
        let Some(case) = self.cx.data.case.as_ref() else { return };
        let options = self.fields.choices.of(case).topics(case);
        let name_of =
            |id: &Id| case.topics.iter().find(|topic| topic.id == *id).map(|topic| topic.name.as_str());
        let held: Vec<Chosen<Id>> = topics.iter().filter_map(|id| Some(known(*id, name_of(id)?))).collect();
        let name = t("topic-field");
        let make = |chosen| PartyField::with(chosen).new_words(new_topic);
        let hint = t("topic-hint");
        let now = value_row(ui, name, |ui| self.chosen_field(ui, name, &held, &options, hint, make));
        let Some(now) = now else { return };
        let Difference { added, taken } = difference(&held, &now);
        if let Some(topic) = added {
            let name = topic.name().to_owned();
            self.push(TopicChange::Mark { case_id: case.case.id, name, of: vec![of] }.into());
        }
        for id in taken {
            self.push(TopicChange::Unmark { id, of: vec![of] }.into());
        }
    }

    /// The parties that dispute a statement or event.
    pub fn disputed_by(&mut self, ui: &mut Ui, of: Owner) {
        let (Some(case), Some(detail)) = (self.cx.data.case.as_ref(), self.cx.detail(of)) else { return };
        let options = self.fields.choices.of(case).parties(case);
        let held = chosen(case, &detail.disputed_by);
        let (name, hint) = (t("statement-disputed-by"), t("statement-disputed-by-none"));
        let now =
            value_row(ui, name, |ui| self.chosen_field(ui, name, &held, &options, hint, PartyField::with));
        let Some(now) = now else { return };
        let Difference { added, taken } = difference(&held, &now);
        if let Some(party) = added.and_then(|party| refs(&[party]).pop()) {
            self.push(StatementChange::Dispute { of, party, note: String::new() }.into());
        }
        for party_id in taken {
            self.push(StatementChange::Undispute { of, party_id }.into());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn party(n: i64) -> Chosen<Id> {
        known(Id(n), "a party")
    }

    #[test]
    fn one_is_added_at_a_time_and_those_on_their_way_are_not_added_again() {
        let new = Chosen::New("Ferry riders".to_owned());
        let added = difference(&[party(1)], &[party(1), new.clone()]).added;
        assert_eq!(added, Some(new.clone()));
        let added = difference(&[party(1)], &[party(1), new, party(2)]).added;
        assert_eq!(added, Some(party(2)));
    }

    #[test]
    fn what_is_taken_away_is_told_by_its_id() {
        let Difference { added, taken } = difference(&[party(1), party(2)], &[party(2)]);
        assert_eq!((added, taken), (None, vec![Id(1)]));
    }
}
