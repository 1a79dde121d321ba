//! Which parties fit what was typed, and in what order.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::party_field::PartyOption;
use crate::domain::kind::PartyKind;
use crate::text::Worded;

/// The places in `options` of those that fit `typed`, best first, at most `most`.
///
/// Every word typed must begin a word of the name or of the hint; case and accents do not matter. The very name
/// comes first, then the very other name, then names that begin with what was typed, then those whose words do, then
/// the rest; within each the order of `options` holds.
pub(crate) fn fitting<Id>(typed: &str, options: &[PartyOption<Id>], most: usize) -> Vec<usize> {
    let typed = fold(typed);
    let typed = typed.trim();
    let wanted: Vec<&str> = words(typed).collect();
    let mut fits: Vec<(Fit, usize)> = options
        .iter()
        .enumerate()
        .filter_map(|(place, option)| {
            Some((fit(typed, &wanted, &fold(&option.name), &fold(&option.hint))?, place))
        })
        .collect();
    fits.sort_unstable();
    fits.into_iter().take(most).map(|(_, place)| place).collect()
}

/// How well an option fits, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It is the name.
    Name,
    /// It is one of the other names.
    OtherName,
    /// The name begins with it.
    Begins,
    /// Each word of it begins a word of the name.
    Words,
    /// Some words of it are only in the hint.
    Hint,
}

/// How well a name and hint fit what was typed, all folded; `None` if they do not.
fn fit(typed: &str, wanted: &[&str], name: &str, hint: &str) -> Option<Fit> {
    // "Speaker: Harbor Line" is found by the name within it as well.
    let own = name.split_once(": ").map_or(name, |(_, own)| own);
    if typed == name || typed == own {
        return Some(Fit::Name);
    }
    let begin = |text: &str, wanted: &str| words(text).any(|word| word.starts_with(wanted));
    if !wanted.iter().all(|wanted| begin(name, wanted) || begin(hint, wanted)) {
        return None;
    }
    Some(if is_other_name(typed, hint) {
        Fit::OtherName
    } else if name.starts_with(typed) || own.starts_with(typed) {
        Fit::Begins
    } else if wanted.iter().all(|wanted| begin(name, wanted)) {
        Fit::Words
    } else {
        Fit::Hint
    })
}

/// Whether the hint has this as an other name; the kind of party, which stands there too, is none.
fn is_other_name(typed: &str, hint: &str) -> bool {
    let is_part = hint.split(" · ").chain(hint.split(", ")).any(|part| part == typed);
    is_part && !PartyKind::ALL.iter().any(|kind| fold(kind.word()) == typed)
}

/// Whether a party of exactly this name is among the options, whatever the case.
pub(super) fn has_name<Id>(name: &str, options: &[PartyOption<Id>]) -> bool {
    let name = fold(name.trim());
    options.iter().any(|option| fold(&option.name) == name)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Lower case without accents, for comparing only.
pub(crate) fn fold(text: &str) -> String {
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options() -> Vec<PartyOption<u32>> {
        [
            (1, "Office of the Harbour Master", "office"),
            (2, "Harbor Line", "organisation"),
            (3, "Ruth Calder", "attorney general"),
            (4, "Zoë Ångström", "person"),
        ]
        .map(|(id, name, hint)| PartyOption { id, name: name.to_owned(), hint: hint.to_owned() })
        .into()
    }

    #[test]
    fn names_that_begin_with_what_was_typed_come_first() {
        assert_eq!(fitting("harb", &options(), 9), [1, 0]);
        assert_eq!(fitting("harb", &options(), 1), [1]);
    }

    #[test]
    fn the_very_name_comes_before_longer_ones() {
        let named = |name: &str, hint: &str| PartyOption { id: 0, name: name.into(), hint: hint.into() };
        let options = [
            named("Nadia Strake", "person"),
            named("N. Holm", "person · Nadia Strak"),
            named("Old Nadia Straker", "person"),
            named("Speaker: Nadia Strak", ""),
            named("nadia strak", "person"),
        ];
        assert_eq!(fitting("Nadia Strak", &options, 9), [3, 4, 1, 0, 2]);
        assert_eq!(fitting("nadia strake", &options, 1), [0]);
        let kinds = [named("Harbour board", "office"), named("Office of the Master", "organisation")];
        assert_eq!(fitting("office", &kinds, 9), [1, 0]);
    }

    #[test]
    fn each_word_must_begin_a_word_of_name_or_hint() {
        assert_eq!(fitting("att cal", &options(), 9), [2]);
        assert_eq!(fitting("alder", &options(), 9), Vec::<usize>::new());
    }

    #[test]
    fn case_and_accents_do_not_matter() {
        assert_eq!(fitting("ZOE ang", &options(), 9), [3]);
        assert!(has_name("  zoe angstrom ", &options()));
        assert!(!has_name("Zoë", &options()));
    }
}
