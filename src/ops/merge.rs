//! Two statements that turn out to be one.

use super::{belongs, naming};
use crate::domain::difference::{Difference, differences, filled_in, in_role};
use crate::domain::edit::StatementEdit;
use crate::domain::id::Id;
use crate::domain::kind::{PartyRole, RecordKind};
use crate::domain::record::{Owner, Statement};
use crate::error::Result;
use crate::store::{self, Db, Tx};
use crate::text::{Arg, Worded, date_words, difference_words, t_with};

/// Makes `gone` part of `keep`. What `keep` says of itself stays; where it says nothing, what `gone` says is taken over;
/// where both say something else, that of `gone` becomes a note, so that nothing typed is lost.
pub(super) fn statements(tx: &Tx, keep: Id, gone: Id) -> Result<()> {
    belongs::together(tx, Owner::Statement(keep), Owner::Statement(gone))?;
    let (kept, going) = (store::statement::get(tx, keep)?, store::statement::get(tx, gone)?);
    let [kept_whole, going_whole] = [whole(tx, &kept)?, whole(tx, &going)?];
    // With its occasion come the parties and the date it gives; else they are taken over as the statement's own.
    let given = if kept.occasion_id.is_none() { &going } else { &going_whole };
    for edit in taken_over(&kept, &going) {
        store::statement::edit(tx, keep, &edit)?;
    }
    if kept_whole.date.is_empty() && !given.date.is_empty() {
        store::statement::edit(tx, keep, &StatementEdit::Date(given.date.clone()))?;
    }
    for role in PartyRole::ALL {
        if *role == PartyRole::About || in_role(&kept_whole, *role).is_empty() {
            store::statement::set_parties(tx, keep, *role, &parties(&kept, given, *role))?;
        }
    }
    for words in left_out(tx, &kept_whole, &going_whole)? {
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

/// A statement with what its occasion says for it.
fn whole(db: &Db, statement: &Statement) -> Result<Statement> {
    let occasion = statement.occasion_id.map(|id| store::occasion::get(db, id)).transpose()?;
    Ok(filled_in(statement, occasion.as_ref()))
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
    let free = kept.nested_in.is_none_or(|outer| outer == going.id);
    let nested = free && going.nested_in.is_some_and(|outer| outer != kept.id);
    take(nested, StatementEdit::NestedIn(going.nested_in));
    take(going.sic && !kept.sic, StatementEdit::Sic(true));
    take(going.important && !kept.important, StatementEdit::Important(true));
    let secrets = [kept.confidential_note.as_str(), going.confidential_note.as_str()];
    let joined = secrets.into_iter().filter(|note| !note.is_empty()).collect::<Vec<_>>().join("\n");
    take(joined != kept.confidential_note, StatementEdit::ConfidentialNote(joined));
    edits
}

/// What `going` says otherwise than `kept` and what goes with it, in words: its gist and typed words, then the rest on
/// one line.
fn left_out(db: &Db, kept: &Statement, going: &Statement) -> Result<Vec<String>> {
    let (mut words, mut rest) = (Vec::new(), Vec::new());
    for difference in differences(kept, going) {
        match difference {
            Difference::Gist(typed) | Difference::Words(typed) => words.push(typed),
            other => rest.push(difference_words(&other, |of| name(db, of))?),
        }
    }
    rest.extend(replies_between(db, kept, going)?);
    rest.extend(disputed_twice(db, kept, going)?);
    if !rest.is_empty() {
        words.push(rest.join("; "));
    }
    Ok(words)
}

/// What a party, occasion or statement is called in a note.
fn name(db: &Db, of: Owner) -> Result<String> {
    match of {
        Owner::Occasion(id) => {
            let occasion = store::occasion::get(db, id)?;
            let key = RecordKind::Occasion.short_key(occasion.number);
            let parts = [key, occasion.kind.word().to_owned(), occasion.title, date_words(&occasion.date)];
            Ok(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "))
        }
        Owner::Statement(id) => Ok(RecordKind::Statement.short_key(store::statement::get(db, id)?.number)),
        other => naming::owner(db, other),
    }
}

/// The replies between the two, which one statement cannot have: what they were and what was noted of them.
fn replies_between(db: &Db, kept: &Statement, going: &Statement) -> Result<Vec<String>> {
    let both = [kept, going];
    let key = |id: Id| {
        let statement = both.into_iter().find(|statement| statement.id == id);
        statement.map_or(String::new(), |statement| RecordKind::Statement.short_key(statement.number))
    };
    let links = store::link::of_statement(db, going.id)?.into_iter();
    let between = links.filter(|link| [link.from, link.to].contains(&kept.id));
    Ok(between
        .map(|link| {
            let args = [
                ("from", Arg::from(key(link.from))),
                ("kind", Arg::from(link.kind.word())),
                ("to", Arg::from(key(link.to))),
            ];
            [t_with("merge-note-reply", &args), link.note].join(" ").trim().to_owned()
        })
        .collect())
}

/// What was noted of a dispute that both have from the same party, of which one stays.
fn disputed_twice(db: &Db, kept: &Statement, going: &Statement) -> Result<Vec<String>> {
    let all = store::assessment::disputes_with_notes(db, kept.case_id)?;
    let of = |id: Id| all.iter().filter(move |(of, _, _)| *of == Owner::Statement(id));
    let mut lost = Vec::new();
    for (_, party, note) in of(going.id).filter(|(_, _, note)| !note.is_empty()) {
        if of(kept.id).any(|(_, other, ours)| other == party && ours != note) {
            let name = naming::party(db, *party)?;
            let args = [("name", Arg::from(name)), ("note", Arg::from(note.as_str()))];
            lost.push(t_with("merge-note-disputed", &args));
        }
    }
    Ok(lost)
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
