//! The names of a case as people type them: in full, by another name, a person by the last name.

use std::collections::HashMap;

use crate::domain::id::Id;
use crate::domain::kind::PartyKind;
use crate::text::t;
use crate::ui::widgets::fold;
use crate::view::CaseView;

/// A name is not looked for in more words than this.
const MOST_WORDS: usize = 8;
/// A beginning of a name is at least so long, in letters.
const LEAST_LETTERS: usize = 3;

/// The names of the parties and topics of a case.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Whoever goes by these words, folded, with a space between.
    parties: HashMap<String, Vec<Id>>,
    topics: HashMap<String, Id>,
    /// The words of all names of a party.
    words: Vec<(Id, Vec<String>)>,
}

impl Names {
    /// Of the parties and topics of `case`.
    pub(super) fn of(case: &CaseView) -> Self {
        let mut names = Self::default();
        for row in &case.parties {
            let person = row.party.kind == PartyKind::Person;
            names.add_party(row.party.id, person, &row.party.name);
            for alias in &row.aliases {
                names.add_party(row.party.id, false, alias);
            }
        }
        for topic in &case.topics {
            names.add_topic(topic.id, &topic.name);
        }
        names
    }

    /// Has a party go by this name; a person also by its last name.
    pub(super) fn add_party(&mut self, id: Id, person: bool, name: &str) {
        let words: Vec<String> = bare_words(name);
        let short = without_ends(&words);
        let mut forms = vec![words.clone(), short.iter().map(|word| without_domain(word)).collect(), short];
        if person && words.len() > 1 {
            // "Calder, Ruth" is written last name first.
            let last = match name.split_once(',') {
                Some((last, _)) => bare_words(last),
                None => words.last().into_iter().cloned().collect(),
            };
            forms.push(last);
        }
        for form in forms {
            let form = form.join(" ");
            if form.chars().count() < 2 || is_of_language(&form) {
                continue;
            }
            let ids = self.parties.entry(form).or_default();
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        match self.words.iter_mut().find(|(other, _)| *other == id) {
            Some((_, all)) => all.extend(words),
            None => self.words.push((id, words)),
        }
    }

    /// Has a topic go by this name.
    pub(super) fn add_topic(&mut self, id: Id, name: &str) {
        self.topics.insert(bare_words(name).join(" "), id);
    }

    /// The longest name these words begin with: how many words, and who goes by it.
    pub(super) fn party_at(&self, words: &[&str]) -> Option<(usize, Vec<Id>)> {
        longest(words, |name| self.parties.get(name).cloned())
    }

    /// The longest topic these words begin with.
    pub(super) fn topic_at(&self, words: &[&str]) -> Option<(usize, Id)> {
        longest(words, |name| self.topics.get(name).copied())
    }

    /// The one party that has a word beginning with each of these; one with the very words comes before others.
    pub(super) fn party_beginning(&self, words: &[&str]) -> Option<Id> {
        if words.is_empty() || words.iter().any(|word| word.chars().count() < LEAST_LETTERS) {
            return None;
        }
        let having = |fits: fn(&str, &str) -> bool| {
            let has = |all: &[String]| words.iter().all(|word| all.iter().any(|own| fits(own, word)));
            let mut ids = self.words.iter().filter(|(_, all)| has(all)).map(|(id, _)| *id);
            ids.next().filter(|_| ids.next().is_none())
        };
        having(|own, word| own == word).or_else(|| having(|own, word| own.starts_with(word)))
    }
}

/// A word as it is compared: lower case without accents, without signs around it and without "’s".
pub(super) fn bare(word: &str) -> String {
    let folded = fold(word);
    let word = folded.trim_matches(|c: char| !c.is_alphanumeric());
    ["'s", "’s"].iter().find_map(|s| word.strip_suffix(s)).unwrap_or(word).to_owned()
}

fn bare_words(name: &str) -> Vec<String> {
    name.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect()
}

fn longest<T>(words: &[&str], find: impl Fn(&str) -> Option<T>) -> Option<(usize, T)> {
    let most = words.len().min(MOST_WORDS);
    (1..=most).rev().find_map(|count| Some((count, find(&words.get(..count)?.join(" "))?)))
}

/// Without an article before and without "Inc" and the like after it.
fn without_ends(words: &[String]) -> Vec<String> {
    let is_in = |list: &str, word: &String| list.split_whitespace().any(|one| one == word);
    let articles = t("filter-question-articles");
    let start = usize::from(words.len() > 1 && words.first().is_some_and(|word| is_in(articles, word)));
    let mut rest = words.get(start..).unwrap_or_default();
    while let Some((last, before)) = rest.split_last()
        && !before.is_empty()
        && is_in(t("filter-question-companies"), last)
    {
        rest = before;
    }
    rest.to_vec()
}

fn without_domain(word: &str) -> String {
    [".com", ".org", ".net"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word).to_owned()
}

/// Whether a question is made of such words: no party is meant by them.
fn is_of_language(word: &str) -> bool {
    [
        t("filter-question-asking"),
        t("filter-question-saying"),
        t("filter-question-telling"),
        t("filter-question-by"),
        t("filter-question-to"),
        t("filter-question-about"),
        t("filter-question-on"),
        t("filter-question-and"),
        t("filter-question-articles"),
    ]
    .iter()
    .any(|list| list.split_whitespace().any(|one| one == word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        let mut names = Names::default();
        names.add_party(Id(1), true, "Rob McKenna");
        names.add_party(Id(1), false, "Attorney General");
        names.add_party(Id(2), false, "Backpage.com, LLC");
        names.add_party(Id(3), true, "Calder, Ruth");
        names.add_party(Id(4), false, "The Port Authority");
        names.add_party(Id(5), true, "Jo McKenna");
        names
    }

    fn found(typed: &str) -> Option<(usize, Vec<Id>)> {
        let words = bare_words(typed);
        names().party_at(&words.iter().map(String::as_str).collect::<Vec<_>>())
    }

    #[test]
    fn a_party_goes_by_each_of_its_names() {
        for (typed, count, ids) in [
            ("rob mckenna said", 2, vec![Id(1)]),
            ("McKenna’s letter", 1, vec![Id(1), Id(5)]),
            ("attorney general", 2, vec![Id(1)]),
            ("Backpage?", 1, vec![Id(2)]),
            ("backpage.com", 1, vec![Id(2)]),
            ("Backpage.com, LLC", 2, vec![Id(2)]),
            ("Calder", 1, vec![Id(3)]),
            ("Port Authority", 2, vec![Id(4)]),
        ] {
            assert_eq!(found(typed), Some((count, ids)), "{typed}");
        }
        for typed in ["", "general", "ruth", "port", "the"] {
            assert_eq!(found(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_beginning_must_be_of_one_party_only() {
        assert_eq!(names().party_beginning(&["port"]), Some(Id(4)));
        assert_eq!(names().party_beginning(&["back"]), Some(Id(2)));
        assert_eq!(names().party_beginning(&["mckenna"]), None, "there are two");
        assert_eq!(names().party_beginning(&["ba"]), None, "too short");
        assert_eq!(names().party_beginning(&[]), None);
    }
}
