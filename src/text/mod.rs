//! Every word in the window, from `assets/text/en.ftl`.
//!
//! Keys are written out as literals where they are used (`t("followups-empty")`), so that a test can tell
//! which are missing and which nobody uses. Words of coded values come by [`Worded::word`].

mod difference;
#[cfg(test)]
mod usage;
mod words;

use std::collections::{HashMap, HashSet};
use std::sync::{LazyLock, Mutex, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub use difference::{date_words, difference_words};
pub use fluent_bundle::FluentValue as Arg;
pub use words::Worded;

/// The file of words, embedded so that the program is one file.
const ENGLISH: &str = include_str!("../../assets/text/en.ftl");

static TEXT: LazyLock<Text> = LazyLock::new(|| Text::new(ENGLISH));

/// The words of a key without arguments, or the key itself if there are none.
///
/// Costs one look-up in a map: call it in every frame.
pub fn t(key: &str) -> &str {
    match TEXT.plain.get(key) {
        Some(words) => words,
        None => TEXT.missing(key),
    }
}

/// The words of a key with its arguments filled in, or the key itself if there are none.
///
/// Numbers choose the plural form and are grouped (`1,902`); a year is passed as a string.
pub fn t_with(key: &str, args: &[(&str, Arg<'_>)]) -> String {
    let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
    match TEXT.format(key, Some(&args)) {
        Some(words) => words,
        None => TEXT.missing(key).to_owned(),
    }
}

/// How to get the OCR program on this system.
pub fn ocr_install_words() -> &'static str {
    if cfg!(windows) {
        t("ocr-install-windows")
    } else if cfg!(target_os = "macos") {
        t("ocr-install-macos")
    } else {
        t("ocr-install-linux")
    }
}

/// The page or pages that words are on: `p. 3`, `pp. 3–4`.
pub fn page_words(page: &str) -> String {
    let args = [("page", Arg::from(page.to_owned()))];
    if page.contains(['–', ',']) { t_with("pages-named", &args) } else { t_with("page-named", &args) }
}

/// A number as people read it: `1,902`.
pub fn number(n: i64) -> String {
    grouped(&n.to_string())
}

/// Puts a comma between groups of three digits of the whole part.
fn grouped(digits: &str) -> String {
    let (whole, fraction) = digits.find('.').map_or((digits, ""), |dot| digits.split_at(dot));
    let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |rest| ("-", rest));
    let mut out = String::with_capacity(digits.len() + whole.len() / 3 + 1);
    out.push_str(sign);
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    out.push_str(fraction);
    out
}

/// The words of one language.
struct Text {
    bundle: FluentBundle<FluentResource>,
    /// Messages without arguments, formatted once.
    plain: HashMap<String, String>,
    /// Keys that were asked for and are not there: each is logged once.
    missed: Mutex<HashSet<String>>,
}

impl Text {
    fn new(source: &str) -> Self {
        let language: LanguageIdentifier = "en".parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(n) => Some(grouped(&n.as_string())),
            _ => None,
        }));
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, errors)| {
            tracing::error!(?errors, "the file of words has errors");
            resource
        });
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(?errors, "the file of words has a key twice");
        }
        let mut text = Self { bundle, plain: HashMap::new(), missed: Mutex::default() };
        text.plain = keys(source).filter_map(|key| Some((key.to_owned(), text.format(key, None)?))).collect();
        text
    }

    /// `None` if there is no such message or an argument of it was not given.
    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut errors: Vec<FluentError> = Vec::new();
        let words = self.bundle.format_pattern(pattern, args, &mut errors);
        errors.is_empty().then(|| words.into_owned())
    }

    fn missing<'a>(&self, key: &'a str) -> &'a str {
        let mut missed = self.missed.lock().unwrap_or_else(PoisonError::into_inner);
        if missed.insert(key.to_owned()) {
            tracing::warn!(key, "no words for this key, or not with these arguments");
        }
        key
    }
}

/// The keys of a file of words: what starts a line and is followed by an equals sign.
fn keys(source: &str) -> impl Iterator<Item = &str> {
    source
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()))
        .filter_map(|line| Some(line.split_once('=')?.0.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_key_shows_itself() {
        let key = "no-such-key";
        assert_eq!(t(key), "no-such-key");
        assert_eq!(t_with(key, &[("n", 3.into())]), "no-such-key");
    }

    #[test]
    fn numbers_choose_the_plural_and_are_grouped() {
        let text =
            Text::new("n-articles = { $n ->\n    [one] { $n } article\n   *[other] { $n } articles\n }\n");
        let words = |n: i64| text.format("n-articles", Some(&[("n", n)].into_iter().collect()));
        assert_eq!(words(1).as_deref(), Some("1 article"));
        assert_eq!(words(1902).as_deref(), Some("1,902 articles"));
        assert_eq!(text.format("n-articles", None), None, "an argument is missing");
    }

    #[test]
    fn strings_are_put_in_as_they_are() {
        let text = Text::new("made = New party “{ $name }”\n");
        let args: FluentArgs<'_> = [("name", "1902 Club")].into_iter().collect();
        assert_eq!(text.format("made", Some(&args)).as_deref(), Some("New party “1902 Club”"));
    }

    #[test]
    fn digits_are_grouped_by_three() {
        for (n, shown) in [(0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567")] {
            assert_eq!(number(n), shown);
        }
        assert_eq!(grouped("1234.5"), "1,234.5");
    }

    #[test]
    fn the_file_of_words_is_well_formed() {
        assert!(FluentResource::try_new(ENGLISH.to_owned()).is_ok_and(|r| {
            let mut bundle = FluentBundle::new_concurrent(Vec::new());
            bundle.add_resource(r).is_ok()
        }));
        let mut seen = HashSet::new();
        let twice: Vec<&str> = keys(ENGLISH).filter(|key| !seen.insert(*key)).collect();
        assert!(twice.is_empty(), "keys that are there twice: {twice:?}");
    }
}
