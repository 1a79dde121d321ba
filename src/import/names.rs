//! What the name of a file tells.

use super::found::{Basis, Found};
use super::when;

/// A title made from a file's name: without folder, ending and leading date, with spaces for the marks that
/// stand for them.
///
/// ```
/// assert_eq!(casefile::import::title_from_file_name("2011-09-07_bridge-stays-shut.html"), "Bridge stays shut");
/// ```
#[must_use]
pub fn title_from_file_name(file_name: &str) -> String {
    from_file_name(file_name).0
}

/// The title and the leading date of a file name.
pub(super) fn from_file_name(file_name: &str) -> (String, Option<Found>) {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
    let stem = without_ending(without_ending(name));
    let date = when::at_start(stem, Basis::FileName);
    let rest = date.as_ref().and_then(|date| stem.trim_start().strip_prefix(&date.words)).unwrap_or(stem);
    let title = match spaced(rest) {
        title if title.is_empty() => spaced(stem),
        title => title,
    };
    (if title.is_empty() { name.to_owned() } else { title }, date)
}

/// A name as that of one file, in a folder with others: `name` may hold anything.
pub(super) fn one_file(name: &str) -> String {
    let words = name.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    let name = words.collect::<Vec<_>>().join(" ").replace(['/', '\\'], "-");
    let name: String = name.trim_start_matches('.').chars().take(MAX_NAME).collect();
    name.trim().to_owned()
}

/// How many characters a name made of a title may have.
const MAX_NAME: usize = 100;

/// The name without `.html` and the like.
fn without_ending(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && is_ending(ending) => stem,
        _ => name,
    }
}

fn is_ending(ending: &str) -> bool {
    (1..=8).contains(&ending.len())
        && ending.bytes().all(|b| b.is_ascii_alphanumeric())
        && ending.bytes().any(|b| b.is_ascii_alphabetic())
}

/// Underscores, and hyphens where there are no spaces, stand for spaces.
fn spaced(stem: &str) -> String {
    let stem = stem.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '_' | '.' | ','));
    let hyphens = !stem.contains(' ');
    let words = stem.split(|c: char| c.is_whitespace() || c.is_control() || c == '_' || hyphens && c == '-');
    let spaced = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let mut chars = spaced.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().collect::<String>() + chars.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_from_file_names() {
        let check = |name, title: &str| assert_eq!(title_from_file_name(name), title, "{name}");
        check("harbour-bridge.txt", "Harbour bridge");
        check("Mayor's reply - final.docx", "Mayor's reply - final");
        check("C:\\papers\\letter_of_may.pdf", "Letter of may");
        check("page.html.gz", "Page");
        check("Letter No. 5", "Letter No. 5");
        check("2011-09-07.txt", "2011 09 07");
        check(".txt", "Txt");
        check("___", "___");
        check("", "");
    }

    #[test]
    fn a_name_lies_in_no_folder() {
        assert_eq!(one_file("../Letter: a/b\n c\u{0}d"), "-Letter: a-b c d");
        assert_eq!(one_file(&"long ".repeat(99)).chars().count(), 99);
    }

    #[test]
    fn a_leading_date_is_when_it_was_published() {
        let (title, date) = from_file_name("2011-09-07 Bridge stays shut.txt");
        assert_eq!(title, "Bridge stays shut");
        assert_eq!(date.unwrap().date.to_string(), "2011-09-07");
        assert_eq!(from_file_name("bridge.txt").1, None);
    }
}
