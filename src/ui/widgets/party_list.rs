//! Which parties fit what was typed, and in what order.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::party_field::PartyOption;

/// The places in `options` of those that fit `typed`, best first, at most `most`.
///
/// Every word typed must begin a word of the name or of the hint; case and accents do not matter. Names that
/// begin with what was typed come first, then the order of `options` holds.
pub(crate) fn fitting<Id>(typed: &str, options: &[PartyOption<Id>], most: usize) -> Vec<usize> {
    let typed = fold(typed);
    let wanted: Vec<&str> = words(&typed).collect();
    let mut fits: Vec<(bool, usize)> = options
        .iter()
        .enumerate()
        .filter_map(|(place, option)| {
            let name = fold(&option.name);
            let hint = fold(&option.hint);
            let fits =
                wanted.iter().all(|w| words(&name).chain(words(&hint)).any(|word| word.starts_with(w)));
            fits.then(|| (!name.starts_with(typed.trim()), place))
        })
        .collect();
    fits.sort_unstable();
    fits.into_iter().take(most).map(|(_, place)| place).collect()
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
fn fold(text: &str) -> String {
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
