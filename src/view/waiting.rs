//! Which open follow-ups a statement may be the answer to.

use super::case::CaseView;
use super::rows::{FollowUpRow, StatementRow};
use crate::domain::id::Id;
use crate::domain::kind::{FollowUpStatus, PartyRole};

impl CaseView {
    /// The open follow-ups that wait for a party which speaks in this statement, or on whose behalf it is said; the
    /// one whose answer is expected first comes first. What was surely said before they were asked is no answer.
    #[must_use]
    pub fn waiting_for(&self, statement: Id) -> Vec<&FollowUpRow> {
        let Some(said) = self.statement(statement) else { return Vec::new() };
        let mut waiting: Vec<&FollowUpRow> = self
            .follow_ups
            .iter()
            .filter(|row| waits_for_speaker(row, said) && can_answer(row, said))
            .collect();
        waiting.sort_by_key(|row| (row.expected.sort_key(), row.follow_up.number));
        waiting
    }
}

fn waits_for_speaker(row: &FollowUpRow, said: &StatementRow) -> bool {
    let speaks = |party: Id| {
        let mut parties = said.parties.iter();
        parties.any(|(role, id)| *id == party && matches!(role, PartyRole::Speaker | PartyRole::Behalf))
    };
    row.follow_up.status == FollowUpStatus::Open && row.follow_up.waiting_on.is_some_and(speaks)
}

fn can_answer(row: &FollowUpRow, said: &StatementRow) -> bool {
    let asked = [&row.follow_up.sent, &row.follow_up.asked].into_iter().find_map(|dated| dated.edtf);
    match (asked, said.said.last) {
        (Some(asked), Some(last)) => last >= asked.first_day(),
        _ => true,
    }
}
