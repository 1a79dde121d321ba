//! What a party's name tells of its kind, for a party made on the spot. A person can correct it.

use std::sync::LazyLock;

use super::kind::PartyKind;

/// What a name begins with that tells of somebody without telling who.
const UNNAMED: &[&str] =
    &["a ", "an ", "one ", "someone", "unnamed", "anonymous", "person familiar", "source"];

/// The posts a person can hold; with the person's name after it, it is the person.
const POSTS: &[&str] = &["attorney general", "governor", "mayor", "secretary", "sheriff"];

/// The nouns that name what something is, with its kind: of `assets/words/party-kinds.txt`, in its order.
static NOUNS: LazyLock<Vec<(PartyKind, &'static str)>> = LazyLock::new(|| {
    let lines = include_str!("../../assets/words/party-kinds.txt").lines();
    let line = |line: &'static str| {
        let (kind, nouns) = line.split_once(':')?;
        let kind = PartyKind::ALL.iter().copied().find(|known| known.code() == kind)?;
        Some(nouns.split_whitespace().map(move |noun| (kind, noun)))
    };
    lines.filter(|line| !line.starts_with('#')).filter_map(line).flatten().collect()
});

/// The likeliest kind of a party with this name; a person where nothing tells otherwise.
#[must_use]
pub fn guess_kind(name: &str) -> PartyKind {
    let lower = name.trim().to_lowercase().replace('’', "'");
    if UNNAMED.iter().any(|word| lower.starts_with(word)) {
        return PartyKind::Unnamed;
    }
    if [".com", ".org", ".net"].iter().any(|end| lower.contains(end)) {
        return PartyKind::Organisation;
    }
    if lower.starts_with("office of ") || lower.ends_with("'s office") {
        return PartyKind::Office;
    }
    let head = [" of ", " for "].iter().filter_map(|word| lower.find(word)).min();
    let head = head.and_then(|at| lower.get(..at)).unwrap_or(&lower);
    if POSTS.iter().any(|post| head.ends_with(post)) {
        return PartyKind::Office;
    }
    // A number may follow: "Radio 5", "Union Local 12".
    let counts = |word: &&str| *word != "local" && !word.starts_with(|c: char| c.is_ascii_digit());
    let mut words = head.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let noun = words.rfind(counts).unwrap_or_default();
    let kind = NOUNS.iter().find(|(_, known)| *known == noun);
    kind.map_or(PartyKind::Person, |(kind, _)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_follow_the_usual_words() {
        let cases = [
            ("Rob McKenna", PartyKind::Person),
            ("Caroline Miller", PartyKind::Person),
            ("Backpage.com", PartyKind::Organisation),
            ("Attorney General", PartyKind::Office),
            ("Secretary of State", PartyKind::Office),
            ("Sheriff’s Office", PartyKind::Office),
            ("Attorney General Rob McKenna", PartyKind::Person),
            ("Department of Labor", PartyKind::Agency),
            ("Department of Energy", PartyKind::Agency),
            ("Geological Survey", PartyKind::Agency),
            ("School District", PartyKind::Agency),
            ("City of Alder", PartyKind::Agency),
            ("Mines Inspectorate", PartyKind::Agency),
            ("Port of Selwick", PartyKind::Organisation),
            ("Kestrel Marine LLC", PartyKind::Organisation),
            ("Kestrel Marine, Inc.", PartyKind::Organisation),
            ("Office of the Harbour Master", PartyKind::Office),
            ("Selwick Courier", PartyKind::Outlet),
            ("Alder Energy", PartyKind::Organisation),
            ("Sorrel Quarry", PartyKind::Organisation),
            ("Grey Stone Co.", PartyKind::Organisation),
            ("Police Union Local 12", PartyKind::Organisation),
            ("University of Alder", PartyKind::Organisation),
            ("The Harbor Post", PartyKind::Outlet),
            ("Alder Radio 5", PartyKind::Outlet),
            ("Families for Clean Water", PartyKind::Group),
            ("a person familiar with the talks", PartyKind::Unnamed),
        ];
        for (name, kind) in cases {
            assert_eq!(guess_kind(name), kind, "{name}");
        }
    }
}
