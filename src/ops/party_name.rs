//! What a party's name tells of its kind, for a party made on the spot. A person can correct it.

use crate::domain::kind::PartyKind;

const OUTLET: &[&str] =
    &["post", "times", "herald", "tribune", "gazette", "news", "courier", "chronicle", "weekly"];
const OFFICE: &[&str] =
    &["attorney general", "governor", "mayor", "secretary of", "office of", "'s office", "’s office"];
const AGENCY: &[&str] = &[
    "department",
    "agency",
    "commission",
    "bureau",
    "ministry",
    "authority",
    "council",
    "board",
    "police",
    "court",
];
const ORGANISATION: &[&str] = &[
    ".com",
    ".org",
    " inc",
    " llc",
    " ltd",
    " corp",
    " co.",
    "company",
    "group",
    "union",
    "association",
    "foundation",
    "university",
    "bank",
    "holdings",
    "partners",
    "systems",
    "institute",
];
const CROWD: &[&str] =
    &["residents", "workers", "families", "neighbors", "neighbours", "protesters", "critics"];
const UNNAMED: &[&str] =
    &["a ", "an ", "one ", "someone", "unnamed", "anonymous", "person familiar", "source"];

/// The likeliest kind of a party with this name.
pub(super) fn guess_kind(name: &str) -> PartyKind {
    let lower = name.trim().to_lowercase();
    let padded = format!("{lower} ");
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let ends_with_word = |words: &[&str]| words.iter().any(|word| padded.trim_end().ends_with(word));
    if UNNAMED.iter().any(|word| lower.starts_with(word)) {
        PartyKind::Unnamed
    } else if has(ORGANISATION) {
        PartyKind::Organisation
    } else if ends_with_word(OUTLET) {
        PartyKind::Outlet
    } else if has(AGENCY) {
        PartyKind::Agency
    } else if has(OFFICE) && name.split_whitespace().count() < 4 {
        PartyKind::Office
    } else if has(CROWD) {
        PartyKind::Group
    } else {
        PartyKind::Person
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_follow_the_usual_words() {
        let cases = [
            ("Rob McKenna", PartyKind::Person),
            ("Backpage.com", PartyKind::Organisation),
            ("Attorney General", PartyKind::Office),
            ("Attorney General Rob McKenna", PartyKind::Person),
            ("Department of Labor", PartyKind::Agency),
            ("The Harbor Post", PartyKind::Outlet),
            ("a person familiar with the talks", PartyKind::Unnamed),
        ];
        for (name, kind) in cases {
            assert_eq!(guess_kind(name), kind, "{name}");
        }
    }
}
