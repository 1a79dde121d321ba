//! Two statements that turn out to be one.

use super::{belongs, naming};
use crate::domain::date::Dated;
use crate::domain::edit::StatementEdit;
use crate::domain::id::Id;
use crate::domain::kind::{PartyRole, RecordKind};
use crate::domain::record::{Owner, Statement};
use crate::error::Result;
use crate::store::{self, Db, Tx};
use crate::text::{Arg, Worded, t_with};

/// Makes `gone` part of `keep`. What `keep` says of itself stays; where it says nothing, what `gone` says is taken over;
/// where both say something else, that of `gone` becomes a note, so that nothing typed is lost.
pub(super) fn statements(tx: &Tx, keep: Id, gone: Id) -> Result<()> {
    belongs::together(tx, Owner::Statement(keep), Owner::Statement(gone))?;
    let (kept, going) = (store::statement::get(tx, keep)?, store::statement::get(tx, gone)?);
    for edit in taken_over(&kept, &going) {
        store::statement::edit(tx, keep, &edit)?;
    }
    for role in PartyRole::ALL {
        store::statement::set_parties(tx, keep, *role, &parties(&kept, &going, *role))?;
    }
    for words in left_out(tx, &kept, &going)? {
        let key = RecordKind::Statement.short_key(going.number);
        let words = t_with("merge-note", &[("key", Arg::from(key)), ("words", Arg::from(words))]);
        store::note::insert(tx, kept.case_id, Owner::Statement(keep), &words)?;
    }
    // One by one, so that they come after the sources there are.
    for source in store::citation::of(tx, Owner::Statement(gone))? {
        store::citation::move_to(tx, source.id, keep)?;
    }
    store::statement::merge(tx, keep, gone)
}

/// What `kept` says nothing about and `going` does.
fn taken_over(kept: &Statement, going: &Statement) -> Vec<StatementEdit> {
    let mut edits = Vec::new();
    let mut take = |is_missing: bool, edit: StatementEdit| {
        if is_missing {
            edits.push(edit);
        }
    };
    take(kept.gist.is_empty() && !going.gist.is_empty(), StatementEdit::Gist(going.gist.clone()));
    let words = kept.unsourced.is_empty() && !going.unsourced.is_empty();
    take(words, StatementEdit::Unsourced(going.unsourced.clone()));
    let occasion = kept.occasion_id.is_none() && going.occasion_id.is_some();
    take(occasion, StatementEdit::Occasion(going.occasion_id));
    take(kept.date.is_empty() && !going.date.is_empty(), StatementEdit::Date(going.date.clone()));
    let nested = kept.nested_in.is_none() && going.nested_in.is_some_and(|outer| outer != kept.id);
    take(nested, StatementEdit::NestedIn(going.nested_in));
    take(going.sic && !kept.sic, StatementEdit::Sic(true));
    take(going.important && !kept.important, StatementEdit::Important(true));
    let secrets = [kept.confidential_note.as_str(), going.confidential_note.as_str()];
    let joined = secrets.into_iter().filter(|note| !note.is_empty()).collect::<Vec<_>>().join("\n");
    take(joined != kept.confidential_note, StatementEdit::ConfidentialNote(joined));
    edits
}

/// What `going` says otherwise than `kept`, in words: its gist and typed words, then, on one line, its date, occasion
/// and parties.
fn left_out(db: &Db, kept: &Statement, going: &Statement) -> Result<Vec<String>> {
    let typed = [(&going.gist, &kept.gist), (&going.unsourced, &kept.unsourced)];
    let differ =
        typed.into_iter().filter(|(theirs, ours)| !theirs.is_empty() && !ours.is_empty() && theirs != ours);
    let mut words: Vec<String> = differ.map(|(theirs, _)| theirs.clone()).collect();
    let mut rest = Vec::new();
    let date = date_words(&going.date);
    if !kept.date.is_empty() && !date.is_empty() && date != date_words(&kept.date) {
        rest.push(t_with("merge-note-date", &[("date", Arg::from(date))]));
    }
    if let Some(id) = going.occasion_id.filter(|id| kept.occasion_id.is_some_and(|kept| kept != *id)) {
        let occasion = store::occasion::get(db, id)?;
        let key = RecordKind::Occasion.short_key(occasion.number);
        let parts = [key, occasion.kind.word().to_owned(), occasion.title, date_words(&occasion.date)];
        let parts = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        rest.push(t_with("merge-note-occasion", &[("occasion", Arg::from(parts))]));
    }
    for role in [PartyRole::Speaker, PartyRole::Behalf, PartyRole::Audience] {
        let (ours, theirs) = (in_role(kept, role), in_role(going, role));
        if ours.is_empty() || theirs.iter().all(|id| ours.contains(id)) {
            continue;
        }
        let names = theirs.iter().map(|id| naming::party(db, *id)).collect::<Result<Vec<_>>>()?;
        rest.push(t_with(
            "merge-note-parties",
            &[("role", Arg::from(role.word())), ("names", Arg::from(names.join(", ")))],
        ));
    }
    if !rest.is_empty() {
        words.push(rest.join("; "));
    }
    Ok(words)
}

/// The words a date was given in, else the date in words.
fn date_words(date: &Dated) -> String {
    let read = date.edtf.map(|edtf| edtf.words());
    match (&date.words, read) {
        (Some(words), Some(read)) => format!("{words} ({read})"),
        (Some(words), None) => words.clone(),
        (None, read) => read.unwrap_or_default(),
    }
}

fn in_role(statement: &Statement, role: PartyRole) -> Vec<Id> {
    statement.parties.iter().filter(|(r, _)| *r == role).map(|(_, id)| *id).collect()
}

/// The parties of the merged statement in a role: everyone it is about; in other roles its own, or, if it has none,
/// those of the other.
fn parties(kept: &Statement, going: &Statement, role: PartyRole) -> Vec<Id> {
    let (mut ours, theirs) = (in_role(kept, role), in_role(going, role));
    if role == PartyRole::About || ours.is_empty() {
        ours.extend(theirs.into_iter().filter(|id| !kept.parties.contains(&(role, *id))));
    }
    ours
}
