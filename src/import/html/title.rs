//! The headline of a page, without the site's name.

/// What stands between a headline and the name of the site.
const MARKS: &[&str] = &[" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ", " ‹ ", ": "];

/// The headline: `named` (what the page's data calls it), in the words of the heading if that says the same.
pub(super) fn headline(named: &[String], heading: Option<&str>, outlet: &str, host: &str) -> String {
    let clean: Vec<String> = named
        .iter()
        .map(|title| without_site(title, outlet, host, heading))
        .filter(|title| !title.is_empty())
        .collect();
    match (heading, clean.first()) {
        (Some(heading), Some(_)) if says_it(heading, &clean, outlet, host) => heading.to_owned(),
        (_, Some(first)) => first.clone(),
        (heading, None) => heading.unwrap_or_default().to_owned(),
    }
}

/// `title` without a part at its end or start that is the site's name.
fn without_site(title: &str, outlet: &str, host: &str, heading: Option<&str>) -> String {
    let mut title = title.trim();
    for mark in MARKS {
        if let Some((head, tail)) = title.rsplit_once(mark) {
            let is_heading = heading.is_some_and(|heading| fold(heading) == fold(head));
            if is_heading || is_site(tail, outlet, host) {
                title = head.trim();
            }
        }
        if let Some((head, tail)) = title.split_once(mark)
            && is_site(head, outlet, host)
        {
            title = tail.trim();
        }
    }
    title.to_owned()
}

fn is_site(part: &str, outlet: &str, host: &str) -> bool {
    let part = fold(part);
    let joined = part.replace(' ', "");
    let host = host.trim_start_matches("www.");
    let label = host.split('.').next().unwrap_or(host).replace('-', "");
    !part.is_empty()
        && (part == fold(outlet) || joined == label || joined == host.replace('.', "") || part == host)
}

/// Whether a heading is the headline: the page's data says the same, or shares words with a whole phrase.
fn says_it(heading: &str, named: &[String], outlet: &str, host: &str) -> bool {
    let folded = fold(heading);
    let words: Vec<&str> = folded.split(' ').collect();
    let shares = |title: &String| {
        fold(title).split(' ').filter(|word| word.len() > 3 && words.contains(word)).count() >= 2
    };
    named.iter().any(|title| fold(title) == folded)
        || words.len() >= 4 && !is_site(heading, outlet, host) && named.iter().any(shares)
}

/// Lower case, letters and figures only.
pub(super) fn fold(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_is_no_part_of_the_title() {
        let check = |title: &str, expect: &str| {
            assert_eq!(
                headline(&[title.to_owned()], None, "Harbour Courier", "www.courier-news.example"),
                expect
            );
        };
        check("Bridge stays shut | Harbour Courier", "Bridge stays shut");
        check("Harbour Courier: Bridge stays shut", "Bridge stays shut");
        check("Bridge - a history - Courier News", "Bridge - a history");
        check("Bridge: a history", "Bridge: a history");
    }

    #[test]
    fn the_heading_is_how_readers_see_it() {
        let named = ["Bridge ‘stays’ shut – The Paper".to_owned()];
        assert_eq!(headline(&named, Some("Bridge “stays” shut"), "", ""), "Bridge “stays” shut");
        assert_eq!(headline(&named, Some("News"), "", ""), named[0]);
        assert_eq!(headline(&[], Some("News"), "", ""), "News");
    }
}
