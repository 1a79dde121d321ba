//! Which follow-ups a statement may answer.

use casefile::domain::change::{
    CaseChange, Change, FollowUpChange, NewFollowUp, NewStatement, OccasionChange, OccasionRef, PartyRef,
    StatementChange,
};
use casefile::domain::date::Dated;
use casefile::domain::id::Id;
use casefile::domain::kind::{FollowUpStatus, OccasionKind};
use casefile::ops;
use casefile::store::Library;
use casefile::view::{self, CaseView};

/// A library with one case.
struct Case {
    library: Library,
    id: Id,
    _folder: tempfile::TempDir,
}

impl Case {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut library = Library::create(&folder.path().join("dispute.casefile")).unwrap();
        let change = CaseChange::New { title: "Night crossings".into() }.into();
        let id = ops::apply(&mut library, None, None, change).unwrap().made.unwrap().1;
        Self { library, id, _folder: folder }
    }

    fn make(&mut self, change: impl Into<Change>) -> Id {
        ops::apply(&mut self.library, Some(self.id), None, change.into()).unwrap().made.unwrap().1
    }

    fn follow_up(&mut self, title: &str, waiting_on: &str, new: NewFollowUp) -> Id {
        let waiting_on = Some(PartyRef::New(waiting_on.into()));
        let draft = Box::new(NewFollowUp { title: title.into(), waiting_on, ..new });
        self.make(FollowUpChange::New { case_id: self.id, draft })
    }

    fn statement(&mut self, new: NewStatement) -> Id {
        let draft = Box::new(NewStatement { unsourced: "We have nothing to add.".into(), ..new });
        self.make(StatementChange::New { case_id: self.id, draft })
    }

    fn view(&self) -> CaseView {
        view::case(self.library.db(), self.id).unwrap()
    }

    fn waiting_for(&self, statement: Id) -> Vec<String> {
        let view = self.view();
        view.waiting_for(statement).iter().map(|row| row.follow_up.title.clone()).collect()
    }
}

fn party(name: &str) -> Vec<PartyRef> {
    vec![PartyRef::New(name.into())]
}

fn on(date: &str) -> Dated {
    Dated::sure(date.parse().unwrap())
}

#[test]
fn who_speaks_or_is_spoken_for_is_waited_for() {
    let mut case = Case::new();
    case.follow_up("Ask for the log book", "Harbor Line", NewFollowUp::default());
    case.follow_up("Ask for the order", "Harbour Office", NewFollowUp::default());
    let spoken = case.statement(NewStatement { speakers: party("Harbor Line"), ..Default::default() });
    assert_eq!(case.waiting_for(spoken), ["Ask for the log book"]);
    let behalf = party("Harbour Office");
    let for_office =
        case.statement(NewStatement { speakers: party("Ada Winter"), behalf, ..Default::default() });
    assert_eq!(case.waiting_for(for_office), ["Ask for the order"]);
    let about = party("Harbor Line");
    let about_it =
        case.statement(NewStatement { speakers: party("Ada Winter"), about, ..Default::default() });
    assert!(case.waiting_for(about_it).is_empty());
}

#[test]
fn the_sender_of_its_letter_speaks_in_it() {
    let mut case = Case::new();
    case.follow_up("Ask for the log book", "Harbor Line", NewFollowUp::default());
    let letter = case.make(OccasionChange::New {
        case_id: case.id,
        kind: OccasionKind::Letter,
        title: String::new(),
        date: Dated::default(),
        from: party("Harbor Line"),
        to: Vec::new(),
    });
    let occasion = OccasionRef::Known(letter);
    let statement = case.statement(NewStatement { occasion, ..Default::default() });
    assert_eq!(case.waiting_for(statement), ["Ask for the log book"]);
}

#[test]
fn what_was_said_before_the_asking_or_is_closed_is_not_waited_for() {
    let mut case = Case::new();
    let sent = NewFollowUp { sent: on("2024-03-10"), ..Default::default() };
    let id = case.follow_up("Ask for the log book", "Harbor Line", sent);
    let say =
        |date: &str| NewStatement { speakers: party("Harbor Line"), date: on(date), ..Default::default() };
    let before = case.statement(say("2024-03-09"));
    let after = case.statement(say("2024-03"));
    assert!(case.waiting_for(before).is_empty());
    assert_eq!(case.waiting_for(after).len(), 1);
    let close = FollowUpChange::SetStatus {
        ids: vec![id],
        status: FollowUpStatus::Closed,
        outcome: "“We have nothing to add.”".into(),
        statement: Some(after),
    };
    ops::apply(&mut case.library, Some(case.id), None, close.into()).unwrap();
    assert!(case.waiting_for(after).is_empty());
    assert_eq!(case.view().follow_up(id).unwrap().follow_up.outcome_statement, Some(after));
}

#[test]
fn the_one_whose_answer_is_expected_first_comes_first() {
    let mut case = Case::new();
    let by = |date: &str| NewFollowUp { expected: on(date), ..Default::default() };
    case.follow_up("No hurry", "Harbor Line", NewFollowUp::default());
    case.follow_up("Later", "Harbor Line", by("2024-05-01"));
    case.follow_up("Soon", "Harbor Line", by("2024-04-01"));
    let statement = case.statement(NewStatement { speakers: party("Harbor Line"), ..Default::default() });
    assert_eq!(case.waiting_for(statement), ["Soon", "Later", "No hurry"]);
}
