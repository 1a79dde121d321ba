//! The use cases: every change goes through [`apply`], one gate.

mod article;
mod belongs;
mod case;
mod edit_words;
mod event;
mod filed;
mod follow_up;
mod incoming;
mod merge;
mod merge_party;
mod naming;
mod note;
mod occasion;
mod party;
mod read_again;
pub mod sample;
mod source;
mod statement;
mod topic;

pub use article::{Added, add_article};
pub use incoming::{Came, Known, Near, NewVersion, Words, bring_in, compare_some};
pub use read_again::{Reread, read_again};
pub use statement::check_on;

use crate::domain::change::Change;
use crate::domain::id::Id;
use crate::domain::kind::RecordKind;
use crate::error::Result;
use crate::store::{Db, Library, NewEntry, Tx};

/// What a change came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// What was done, as the history names it.
    pub words: String,
    /// The code of the operation.
    pub op: &'static str,
    /// The record it made, if it made one.
    pub made: Option<(RecordKind, Id)>,
    /// The rows it touched: table and id.
    pub changed: Vec<(String, Id)>,
}

impl Outcome {
    /// Whether it took something away or joined what was apart, so that the window offers to undo it.
    #[must_use]
    pub fn can_surprise(&self) -> bool {
        ["-delete", "-merge", "-split", "-remove", "-remove-from-case"]
            .iter()
            .any(|end| self.op.ends_with(end))
    }
}

/// A record a change made.
type Made = Option<(RecordKind, Id)>;

/// How one kind of change is named and run.
trait Run {
    /// Its code in the journal.
    fn op(&self) -> &'static str;

    /// What it does, in words: "Delete party Harbor Line". Read before it runs.
    fn words(&self, db: &Db) -> Result<String>;

    /// Does it.
    fn run(self, tx: &Tx) -> Result<Made>;
}

/// Runs one change as one journal entry. It is filed under the case it names, itself or by a record, else under
/// `case_id`, the case the person is in; changes of one `group` are undone together.
pub fn apply(
    library: &mut Library,
    case_id: Option<Id>,
    group: Option<Id>,
    change: Change,
) -> Result<Outcome> {
    let case_id = filed::named_case(library.db(), &change)?.or(case_id);
    match change {
        Change::Case(change) => gate(library, case_id, group, change),
        Change::Article(change) => gate(library, case_id, group, change),
        Change::Party(change) => gate(library, case_id, group, change),
        Change::Occasion(change) => gate(library, case_id, group, change),
        Change::Statement(change) => gate(library, case_id, group, change),
        Change::Event(change) => gate(library, case_id, group, change),
        Change::FollowUp(change) => gate(library, case_id, group, change),
        Change::Topic(change) => gate(library, case_id, group, change),
        Change::Note(change) => gate(library, case_id, group, change),
    }
}

/// Runs one change within a transaction that is being written: for what is made of many changes in one entry.
pub fn run(tx: &Tx, change: Change) -> Result<Option<(RecordKind, Id)>> {
    match change {
        Change::Case(change) => change.run(tx),
        Change::Article(change) => change.run(tx),
        Change::Party(change) => change.run(tx),
        Change::Occasion(change) => change.run(tx),
        Change::Statement(change) => change.run(tx),
        Change::Event(change) => change.run(tx),
        Change::FollowUp(change) => change.run(tx),
        Change::Topic(change) => change.run(tx),
        Change::Note(change) => change.run(tx),
    }
}

fn gate(library: &mut Library, case_id: Option<Id>, group: Option<Id>, change: impl Run) -> Result<Outcome> {
    let words = change.words(library.db())?;
    let op = change.op();
    let entry = NewEntry { op, words: words.clone(), case_id, group };
    let done = library.transact(entry, |tx| change.run(tx))?;
    Ok(Outcome { words, op, made: done.value, changed: done.changed })
}

/// Notes that these wordings left the library, by copy or export.
pub fn note_use(library: &mut Library, how: &str, wordings: &[(Id, String)]) -> Result<()> {
    let entry = NewEntry { op: "used", words: String::new(), case_id: None, group: None };
    library.transact(entry, |tx| {
        wordings
            .iter()
            .try_for_each(|(id, wording)| crate::store::statement::insert_use(tx, *id, how, wording))
    })?;
    Ok(())
}
