//! What a document says about itself, and what of it can be believed.
//!
//! Dates are not taken from there. When a file was made or last saved is the day of a template, or the day somebody
//! pasted an article, and neither the day of publication nor that of a letter; a date line in the text is. Where the
//! text has none the date stays empty and is asked for.

use super::found::{Basis, Imported};
use super::{byline, plain};

/// What a document says about itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Properties {
    /// Its title.
    pub(super) title: String,
    /// Who wrote it: often a name, sometimes the name of an account.
    pub(super) author: String,
}

/// How many lines are looked at for a masthead.
const OPENING: usize = 40;

/// The first lines of a text.
pub(super) fn opening(text: &str) -> String {
    text.lines().take(OPENING).collect::<Vec<_>>().join("\n")
}

/// Fills in title, byline and date: the title from a paragraph set as one, else from the properties, else from a
/// heading the text begins with, else from its first line; the byline from the text before that of the properties.
pub(super) fn settle(
    article: &mut Imported,
    own: &Properties,
    set_as_title: Option<String>,
    heading: Option<String>,
    opening: &str,
) {
    let property = Some(own.title.split_whitespace().collect::<Vec<_>>().join(" "));
    let property = property.filter(|title| is_title(title)).map(|title| (title, Basis::Properties));
    let shown = |title: Option<String>| {
        let line = title.map(|title| title.lines().collect::<Vec<_>>().join(" "));
        line.filter(|title| title.chars().count() <= 300).map(|title| (title, Basis::VisibleText))
    };
    let title = shown(set_as_title).or(property).or_else(|| shown(heading));
    let titled = title.is_some();
    if let Some((title, basis)) = title {
        article.title = title;
        article.bases.title = Some(basis);
    }
    plain::masthead(&opening.lines().collect::<Vec<_>>(), !titled, article);
    if article.byline.is_empty() {
        article.byline = authors(&own.author);
        article.bases.byline = (!article.byline.is_empty()).then_some(Basis::Properties);
    }
}

/// Titles that programs give, in lower case.
const NO_TITLES: &[&str] = &[
    "untitled",
    "document",
    "title",
    "word document",
    "microsoft word",
    "microsoft word document",
    "letterhead",
];

/// Whether a title was given by a person.
fn is_title(title: &str) -> bool {
    let lower = title.to_lowercase();
    let numbered = lower.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let file = [".doc", ".docx", ".dot", ".dotx", ".odt", ".rtf", ".pdf", ".tmp", ".txt", ".htm", ".html"];
    (3..=300).contains(&title.chars().count())
        && title.chars().any(char::is_alphabetic)
        && !NO_TITLES.contains(&numbered)
        && !lower.starts_with("microsoft word -")
        && !file.iter().any(|ending| lower.ends_with(ending))
}

/// Words in the names of accounts and programs, in lower case.
const ACCOUNTS: &[&str] = &[
    "user",
    "users",
    "owner",
    "default",
    "microsoft",
    "windows",
    "office",
    "python",
    "docx",
    "apache",
    "poi",
    "libreoffice",
    "openoffice",
    "word",
    "test",
    "pc",
    "scanner",
    "usuario",
    "utilisateur",
    "benutzer",
    "aspose",
];

/// The names in the author property, which stand apart by semicolons, or commas; `Ruiz, Ana` is one name.
pub(super) fn authors(author: &str) -> Vec<String> {
    let is_account = |part: &str| {
        let mut words = part.split(|c: char| !c.is_alphanumeric());
        words.any(|word| ACCOUNTS.contains(&word.to_lowercase().as_str()))
    };
    let names = |part: &str| match part.split_once(',') {
        Some((last, first)) if !last.trim().contains(' ') && !first.contains(',') => {
            byline::people(&format!("{} {}", first.trim(), last.trim()))
        }
        _ => byline::people(part),
    };
    author.split(';').map(str::trim).filter(|part| !is_account(part)).flat_map(names).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_that_programs_give_are_none() {
        for title in ["Document1", "Microsoft Word - draft.doc", "letter.docx", "", "Untitled 2", "12"] {
            assert!(!is_title(title), "{title}");
        }
        assert!(is_title("Documents the city kept back"));
    }

    #[test]
    fn authors_are_people() {
        assert_eq!(authors("Ana Ruiz; Weller, Tom"), ["Ana Ruiz", "Tom Weller"]);
        assert_eq!(authors("Ana Ruiz, Tom Weller"), ["Ana Ruiz", "Tom Weller"]);
        assert_eq!(authors("Windows User"), [""; 0]);
        assert_eq!(authors("python-docx"), [""; 0]);
    }

    #[test]
    fn the_text_goes_before_the_author_property() {
        let own = Properties { title: "Bridge stays shut".into(), author: "Tom Weller".into() };
        let mut article = Imported::default();
        settle(
            &mut article,
            &own,
            None,
            Some("A heading".into()),
            "A heading\n\nBy Ana Ruiz\n\nSept. 7, 2011\n",
        );
        assert_eq!(
            (article.title.as_str(), article.bases.title),
            ("Bridge stays shut", Some(Basis::Properties))
        );
        assert_eq!(
            (article.byline, article.bases.byline),
            (vec!["Ana Ruiz".into()], Some(Basis::VisibleText))
        );
        assert_eq!(article.published.map(|found| found.basis), Some(Basis::VisibleText));
    }
}
