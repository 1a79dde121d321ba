//! What a party's name tells of its kind, for a party made on the spot. A person can correct it.

use crate::domain::kind::PartyKind;

/// What a name begins with that tells of somebody without telling who.
const UNNAMED: &[&str] =
    &["a ", "an ", "one ", "someone", "unnamed", "anonymous", "person familiar", "source"];

/// The posts a person can hold; with the person's name after it, it is the person.
const POSTS: &[&str] = &["attorney general", "governor", "mayor", "secretary", "sheriff"];

/// The noun that names what something is, as it ends the name or its part before "of": "Department of Energy",
/// "Harbor Energy", "School District".
const NOUNS: &[(PartyKind, &str)] = &[
    (
        PartyKind::Outlet,
        "post times herald tribune gazette news courier chronicle weekly daily journal magazine press radio tv
         television broadcasting",
    ),
    (
        PartyKind::Agency,
        "department agency commission bureau ministry authority council board police court office survey surveys
         service inspectorate administration committee senate parliament assembly congress house district county
         city town state treasury government patrol",
    ),
    (
        PartyKind::Organisation,
        "inc llc ltd corp co plc company companies group union association foundation university college bank
         holdings partners systems institute society trust club school hospital clinic church mine mines quarry
         works mill mills line lines airlines airways railway railroad energy materials industries services
         alliance coalition federation league party center centre farm farms fund museum library laboratory",
    ),
    (PartyKind::Group, "residents workers families neighbors neighbours protesters critics students parents"),
];

/// The likeliest kind of a party with this name.
pub(super) fn guess_kind(name: &str) -> PartyKind {
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
    let kind = NOUNS.iter().find(|(_, nouns)| nouns.split_whitespace().any(|known| known == noun));
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
