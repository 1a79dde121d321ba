//! Names of authors as bylines write them.

use super::when;

/// The people named in a byline such as "By Ana Ruiz and Tom Weller, staff writers"; empty if it names none.
pub(super) fn people(byline: &str) -> Vec<String> {
    let is_word = |word: &&str| !word.contains("://") && !word.contains('@');
    let words = byline.split_whitespace().filter(is_word).collect::<Vec<_>>().join(" ");
    let mut names: Vec<String> = Vec::new();
    for part in parts(without_by(&words)) {
        let name = without_joint(without_date(without_by(part)))
            .trim_matches(|c: char| c.is_whitespace() || ",;:|•·–—-/".contains(c));
        if is_name(name) && !names.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            names.push(name.to_owned());
        }
    }
    names
}

/// The byline line of a text: one that begins with "By" and goes on with a name.
pub(super) fn line(line: &str) -> Option<Vec<String>> {
    let line = line.trim();
    let rest = without_by(line);
    if rest.len() == line.len() || line.chars().count() > 100 || line.ends_with(['.', '?', '!']) {
        return None;
    }
    rest.starts_with(char::is_uppercase).then(|| people(rest)).filter(|names| !names.is_empty())
}

const BY: &[&str] = &[
    "written by",
    "text by",
    "words by",
    "posted by",
    "article by",
    "story by",
    "reviewed by",
    "author",
    "by",
    "von",
    "par",
    "por",
];

fn without_by(text: &str) -> &str {
    let text = text.trim_start();
    let lead = BY.iter().find_map(|by| {
        let head = text.get(..by.len())?;
        let rest = text.get(by.len()..)?;
        (head.eq_ignore_ascii_case(by) && rest.starts_with([' ', ':', '\u{a0}', '\n'])).then_some(rest)
    });
    lead.map_or(text, |rest| rest.trim_start_matches(|c: char| c.is_whitespace() || c == ':'))
}

/// A name without the date that some bylines add: "Ana Ruiz on Dec. 19".
fn without_date(part: &str) -> &str {
    part.split_once(" on ").filter(|(_, rest)| is_dated(rest)).map_or(part, |(name, _)| name)
}

/// Whether words start with a month, a day of the week or a figure.
fn is_dated(words: &str) -> bool {
    let first = words.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let day = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let is_day = first.get(..3).is_some_and(|head| day.contains(&head.to_lowercase().as_str()));
    let figures = words.contains(|c: char| c.is_ascii_digit());
    first.starts_with(|c: char| c.is_ascii_digit())
        || when::month(first).is_some() && figures
        || is_day && figures
}

/// A name without an "and" whose other name stands in another element.
fn without_joint(part: &str) -> &str {
    part.trim_end().strip_suffix(" and").unwrap_or(part)
}

/// What stands between names.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = vec![text];
    for mark in
        [" and ", " & ", " with ", " und ", " et ", " | ", " • ", " · ", " – ", " — ", ";", ",", " / "]
    {
        parts = parts.into_iter().flat_map(|part| part.split(mark)).collect();
    }
    parts
}

/// Words that a name does not hold: jobs, dates, sites.
const NOT_NAMES: &[&str] = &[
    "admin",
    "administrator",
    "staff",
    "writer",
    "writers",
    "reporter",
    "reporters",
    "correspondent",
    "editor",
    "editors",
    "contributor",
    "contributors",
    "updated",
    "published",
    "posted",
    "read",
    "min",
    "minutes",
    "comments",
    "follow",
    "share",
    "author",
    "authors",
    "unknown",
    "guest",
    "columnist",
    "freelance",
    "photographer",
];

fn is_name(name: &str) -> bool {
    let count = name.chars().count();
    let words = name.split_whitespace().count();
    let lower = name.to_lowercase();
    let job = name
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| NOT_NAMES.contains(&word.to_lowercase().as_str()));
    (2..=60).contains(&count)
        && words <= 6
        && name.chars().any(char::is_alphabetic)
        && !name.chars().any(|c| "@<>{}[]=_#\"".contains(c))
        && name.chars().filter(char::is_ascii_digit).nth(2).is_none()
        && !lower.starts_with("www.")
        && !job
        && !is_dated(name)
        && !["by", "text", "words", "posts"]
            .iter()
            .any(|word| lower == *word || lower.ends_with(&format!(" {word}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_a_byline() {
        let check = |byline, names: &[&str]| assert_eq!(people(byline), names, "{byline}");
        check("By Ana Ruiz and Tom Weller, Staff Writers", &["Ana Ruiz", "Tom Weller"]);
        check("Written by: Ana Ruiz | Updated 3 May 2011", &["Ana Ruiz"]);
        check("ana.ruiz@example.org", &[]);
        check("https://example.org/people/ana", &[]);
        check("Ana Ruiz, Ana Ruiz", &["Ana Ruiz"]);
        check("By | Ana Ruiz and | Tom Weller | Updated | Oct 21, 2011", &["Ana Ruiz", "Tom Weller"]);
        check("Ana Ruiz on Dec. 19", &["Ana Ruiz"]);
        check("Written by", &[]);
        check("", &[]);
    }

    #[test]
    fn a_sentence_is_no_byline() {
        assert_eq!(line("By Ana Ruiz"), Some(vec!["Ana Ruiz".to_owned()]));
        assert_eq!(line("By the time the bridge closed"), None);
        assert_eq!(line("By Monday, it was over."), None);
        assert_eq!(line("Bypass opens"), None);
    }
}
