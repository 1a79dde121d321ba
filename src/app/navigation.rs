//! Where the person is, what is selected, and the way back.

use crate::command::Place;
use crate::domain::id::Id;
use crate::domain::record::Owner;

/// How many steps back are kept.
const STEPS: usize = 50;

/// One place the person was at.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Step {
    place: Place,
    selection: Option<Owner>,
    reading: Option<Id>,
}

/// Where the person is.
#[derive(Debug, Default)]
pub struct Navigation {
    here: Step,
    before: Vec<Step>,
}

impl Navigation {
    /// The screen.
    #[must_use]
    pub fn place(&self) -> Place {
        self.here.place
    }

    /// The selected record.
    #[must_use]
    pub fn selection(&self) -> Option<Owner> {
        self.here.selection
    }

    /// The article that has the whole middle.
    #[must_use]
    pub fn reading(&self) -> Option<Id> {
        self.here.reading
    }

    /// Goes to a screen. Within a case the selection stays, so that lists and timeline show the same record.
    pub fn go(&mut self, place: Place) {
        let stays = place.case().is_some() && place.case() == self.here.place.case();
        let selection = self.here.selection.filter(|_| stays);
        self.step(Step { place, selection, reading: None });
    }

    /// Selects a record, or nothing.
    pub fn select(&mut self, selection: Option<Owner>) {
        self.here.selection = selection;
    }

    /// Gives an article the whole middle, or takes it back to the list.
    pub fn read(&mut self, article: Option<Id>) {
        if self.here.reading != article {
            self.step(Step { reading: article, ..self.here });
        }
    }

    /// Goes back one step; says whether there was one.
    pub fn back(&mut self) -> bool {
        match self.before.pop() {
            Some(step) => {
                self.here = step;
                true
            }
            None => false,
        }
    }

    /// Takes a case that is not there any more out of the way back; who is in it goes to `instead`.
    pub fn leave(&mut self, case: Id, instead: Place) {
        self.before.retain(|step| step.place.case() != Some(case));
        if self.here.place.case() == Some(case) {
            self.here = Step { place: instead, ..Step::default() };
        }
    }

    fn step(&mut self, to: Step) {
        if to == self.here {
            return;
        }
        self.before.push(self.here);
        if self.before.len() > STEPS {
            self.before.remove(0);
        }
        self.here = to;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::Tab;

    #[test]
    fn the_selection_stays_within_a_case_and_back_leads_back() {
        let mut navigation = Navigation::default();
        let (case, record) = (Id(1), Owner::Statement(Id(2)));
        navigation.go(Place::Case(case, Tab::Statements));
        navigation.select(Some(record));
        navigation.go(Place::Case(case, Tab::Timeline));
        assert_eq!(navigation.selection(), Some(record));
        navigation.go(Place::Today);
        assert_eq!(navigation.selection(), None);
        assert!(navigation.back());
        assert_eq!(navigation.place(), Place::Case(case, Tab::Timeline));
        assert_eq!(navigation.selection(), Some(record));
    }

    #[test]
    fn a_case_that_is_gone_is_left_and_back_does_not_lead_there() {
        let mut navigation = Navigation::default();
        let case = Id(1);
        navigation.go(Place::Parties);
        navigation.go(Place::Case(case, Tab::Overview));
        navigation.go(Place::Case(case, Tab::Timeline));
        navigation.leave(case, Place::Cases);
        assert_eq!(navigation.place(), Place::Cases);
        assert!(navigation.back());
        assert_eq!(navigation.place(), Place::Parties);
    }
}
