//! How records are called in the history.

use crate::domain::id::Id;
use crate::domain::kind::RecordKind;
use crate::domain::quote;
use crate::domain::record::Owner;
use crate::error::Result;
use crate::store::{self, Db};
use crate::text::{Arg, t_with};

/// A phrase of the history about one thing: `Delete party { $name }`.
pub(super) fn phrase(key: &str, name: &str) -> String {
    t_with(key, &[("name", Arg::from(name))])
}

/// A phrase about several records of which the first has this name: "A-1 and 3 more".
pub(super) fn phrase_of(key: &str, ids: &[Id], name: impl Fn(Id) -> Result<String>) -> Result<String> {
    Ok(phrase(key, &several(ids, name)?))
}

/// What several records are called of which the first has this name: "A-1 and 3 more".
pub(super) fn several(ids: &[Id], name: impl Fn(Id) -> Result<String>) -> Result<String> {
    let Some(first) = ids.first() else { return Ok(String::new()) };
    let name = name(*first)?;
    if ids.len() == 1 {
        return Ok(name);
    }
    let count = Arg::from(ids.len() as i64 - 1);
    Ok(t_with("op-and-more", &[("name", Arg::from(name)), ("count", count)]))
}

/// The first words of a text, with … where it was cut.
pub(super) fn first_words(text: &str) -> String {
    const MOST: usize = 40;
    let text = text.trim();
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(MOST).collect();
    let whole = cut.rfind(' ').map_or(cut.as_str(), |at| &cut[..at]);
    format!("{whole} …")
}

pub(super) fn article(db: &Db, id: Id) -> Result<String> {
    let article = store::article::get(db, id)?;
    Ok(format!("{} {}", RecordKind::Article.short_key(article.number), first_words(&article.title)))
}

pub(super) fn party(db: &Db, id: Id) -> Result<String> {
    Ok(store::party::get(db, id)?.name)
}

pub(super) fn occasion(db: &Db, id: Id) -> Result<String> {
    Ok(RecordKind::Occasion.short_key(store::occasion::get(db, id)?.number))
}

pub(super) fn statement(db: &Db, id: Id) -> Result<String> {
    let statement = store::statement::get(db, id)?;
    let sources = store::citation::of(db, Owner::Statement(id))?;
    let quote = sources.first().map_or(statement.unsourced, |source| quote::quote_text(&source.segments));
    let words = if quote.is_empty() { statement.gist } else { quote };
    Ok(format!("{} {}", RecordKind::Statement.short_key(statement.number), first_words(&words)))
}

pub(super) fn event(db: &Db, id: Id) -> Result<String> {
    let event = store::event::get(db, id)?;
    Ok(format!("{} {}", RecordKind::Event.short_key(event.number), first_words(&event.title)))
}

pub(super) fn follow_up(db: &Db, id: Id) -> Result<String> {
    let follow_up = store::follow_up::get(db, id)?;
    Ok(format!("{} {}", RecordKind::FollowUp.short_key(follow_up.number), first_words(&follow_up.title)))
}

pub(super) fn owner(db: &Db, of: Owner) -> Result<String> {
    match of {
        Owner::Article(id) => article(db, id),
        Owner::Party(id) => party(db, id),
        Owner::Occasion(id) => occasion(db, id),
        Owner::Statement(id) => statement(db, id),
        Owner::Event(id) => event(db, id),
        Owner::FollowUp(id) => follow_up(db, id),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_cut_between_words() {
        assert_eq!(first_words("short"), "short");
        let cut = first_words("There is no gap between our mutual goal of anything at all");
        assert_eq!(cut, "There is no gap between our mutual goal …");
    }
}
