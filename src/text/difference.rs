//! What a statement says otherwise than another, in words; the same where it is shown and where it is kept.

use super::{Arg, Worded, t_with};
use crate::domain::date::Dated;
use crate::domain::difference::Difference;
use crate::domain::record::Owner;

/// A difference in words: `kind: denial`. `name` gives what a party, occasion or statement is called.
pub fn difference_words<E>(
    difference: &Difference,
    name: impl Fn(Owner) -> Result<String, E>,
) -> Result<String, E> {
    let words = |key: &str, arg: &str, value: String| t_with(key, &[(arg, Arg::from(value))]);
    Ok(match difference {
        Difference::Gist(gist) => words("merge-note-gist", "gist", gist.clone()),
        Difference::Words(typed) => words("merge-note-words", "words", typed.clone()),
        Difference::Date(date) => words("merge-note-date", "date", date_words(date)),
        Difference::Occasion(id) => words("merge-note-occasion", "occasion", name(Owner::Occasion(*id))?),
        Difference::Kind(kind) => words("merge-note-kind", "kind", kind.word().to_owned()),
        Difference::Form(form) => words("merge-note-form", "form", form.word().to_owned()),
        Difference::NestedIn(id) => words("merge-note-nested", "key", name(Owner::Statement(*id))?),
        Difference::Parties(role, ids) => {
            let names = ids.iter().map(|id| name(Owner::Party(*id))).collect::<Result<Vec<_>, E>>()?;
            let args = [("role", Arg::from(role.word())), ("names", Arg::from(names.join(", ")))];
            t_with("merge-note-parties", &args)
        }
    })
}

/// The words a date was given in with what they were read as, else the date in words.
#[must_use]
pub fn date_words(date: &Dated) -> String {
    let read = date.edtf.map(|edtf| edtf.words());
    match (&date.words, read) {
        (Some(words), Some(read)) => format!("{words} ({read})"),
        (Some(words), None) => words.clone(),
        (None, read) => read.unwrap_or_default(),
    }
}
