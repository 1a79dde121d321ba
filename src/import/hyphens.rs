//! Words broken at the end of a line.

use std::collections::HashSet;

/// What a document's whole words tell about its broken ones.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    words: HashSet<String>,
}

/// First parts that keep their hyphen.
const HEADS: &str = "cross double eight eighty far fifty first five forty four full great half hard high large long low \
    must near nine ninety quasi right second self seven seventy short single six sixty small soft ten \
    third thirty three top twenty two ultra vice well year";

/// First parts that keep it where the second is a word; else they are but the first letters of one.
const PREFIXES: &str = "all anti co counter ex hand ill mid multi non old one open over part post pre pro re semi so sub \
    super under";

/// Words that look like two and are one.
const WHOLE: &str = "allow allowance allowed already also although altogether always another anybody anyone anything \
    anyway anywhere around asset assign assignment assist atmosphere attack attend become because before \
    began begin beginning behalf behind being below beside between beyond cannot carpet carry degree \
    determine doing downtown everybody everyone everything everywhere exact examine exist expand expert \
    express extend extent farther father farmer firstly forget forgive former forty forward fourteen \
    further furthermore goodbye halfway handle hardly hardware headquarters heating herself highly \
    highway himself history however impact impart important impose income increase indeed inform \
    information inside install instead insure intend intent into invest island issue itself largely \
    lasting likewise longer lower maybe meanwhile mention midnight million moreover myself nearby nearly \
    never nevertheless newspaper nobody none nothing notice notwithstanding nowhere office often oneself \
    onto opening order other ourselves outcome outside overall overcome partner party person postal \
    posted prepare present president press pretend prevent problem proceed process produce product \
    profit program programme project promise promote property proposal propose protect protest prove \
    provide province rather seasons season secondary selfish sentence seventh shortly shorten social \
    society soften software solid somebody somehow someone something sometime sometimes somewhat \
    somewhere tenant tension themselves therefore thirsty together today tomorrow tonight topic toward \
    towards undergo understand understanding undertake upon welcome welfare whatever whenever whereas \
    whether whoever withdraw withdrawn within without worker yearly yourself";

/// Words so common that a hyphen after them is one of the word's own.
const COMMON: &str = "a an and as at be but by city do for from go has have he her his in is it man me most much my new no \
    not now of off on or our out over she some state still that the their them then there they this time \
    to town under up us very was we week what when who will with work you";

fn is_in(list: &str, word: &str) -> bool {
    list.split(' ').any(|of| of == word)
}

impl Vocabulary {
    /// Notes the words of a line, but for those that its ends may have broken.
    pub(super) fn note(&mut self, line: &str) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let broken_end = ends_broken(line);
        let inner = words.get(1..words.len().saturating_sub(usize::from(broken_end))).unwrap_or_default();
        for word in inner {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            if !word.is_empty() {
                self.words.insert(word);
            }
        }
    }

    /// Joins the last word of `head`, which ends in a hyphen, with the first word of `tail`: gives whether the hyphen
    /// was put in only because the line ended.
    pub(super) fn breaks_within_a_word(&self, head: &str, tail: &str) -> bool {
        let left = head
            .trim_end_matches(HYPHENS)
            .rsplit(|c: char| c.is_whitespace() || c == '—' || c == '–')
            .next()
            .unwrap_or_default();
        let right =
            tail.split(|c: char| c.is_whitespace() || c == '—' || c == '–').next().unwrap_or_default();
        let left = left.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let right_lower = right.starts_with(char::is_lowercase);
        let right = right.trim_end_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let right = right.strip_suffix("’s").or(right.strip_suffix("'s")).unwrap_or(&right);
        let letters =
            |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphabetic() || c == '\'' || c == '’');
        if !right_lower || !letters(right) || !left.ends_with(char::is_alphabetic) {
            return false;
        }
        if head.ends_with('\u{ad}') {
            return true;
        }
        let joined = format!("{left}{right}");
        if self.words.contains(&format!("{left}-{right}")) {
            return false;
        }
        // Words of more parts keep their hyphens: state-of-the-art.
        if self.words.contains(&joined) || is_in(WHOLE, &joined) {
            return true;
        }
        let last = left.rsplit('-').next().unwrap_or_default();
        let own = |part: &str| self.words.contains(part) || is_in(COMMON, part);
        let many_parts = left.contains('-');
        let compound = is_in(HEADS, last)
            || own(right) && (own(last) || many_parts || is_in(PREFIXES, last))
            || many_parts && is_in(COMMON, last);
        letters(last) && !compound
    }
}

/// The hyphens a line can end with.
const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{ad}'];

/// Whether a line ends in a hyphen that follows a letter.
pub(super) fn ends_broken(line: &str) -> bool {
    line.ends_with(HYPHENS) && line.trim_end_matches(HYPHENS).ends_with(char::is_alphanumeric)
}

/// Adds a line to the text of its paragraph.
pub(super) fn add_line(text: &mut String, line: &str, words: &Vocabulary) {
    if text.is_empty() {
        text.push_str(line);
        return;
    }
    if ends_broken(text) {
        if words.breaks_within_a_word(text, line) {
            text.pop();
        } else if text.ends_with('\u{ad}') {
            text.pop();
            text.push('-');
        }
    } else if !goes_on_close(text, line) {
        text.push(' ');
    }
    text.push_str(line);
}

/// Whether nothing stood between the end of a line and the next: after a dash between words, within an address.
fn goes_on_close(text: &str, line: &str) -> bool {
    let last = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    let dash = last.chars().count() > 1 && last.ends_with('—') && line.starts_with(char::is_alphanumeric);
    let address = last.contains("://") && last.ends_with(['/', '.', '?', '&', '=', '-', '_']);
    dash || address
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(lines: &[&str]) -> String {
        let mut words = Vocabulary::default();
        for line in lines {
            words.note(line);
        }
        let mut text = String::new();
        for line in lines {
            add_line(&mut text, line, &words);
        }
        text
    }

    #[test]
    fn a_word_broken_by_the_line_is_mended() {
        assert_eq!(joined(&["He gave the infor-", "mation to her."]), "He gave the information to her.");
        assert_eq!(joined(&["It is be-", "cause of the bridge."]), "It is because of the bridge.");
        assert_eq!(
            joined(&["“Never,” the coun\u{ad}", "cil’s lawyer said."]),
            "“Never,” the council’s lawyer said."
        );
        assert_eq!(
            joined(&["The over-", "load and the overload came."]),
            "The overload and the overload came."
        );
    }

    #[test]
    fn a_hyphen_of_the_word_stays() {
        assert_eq!(joined(&["She is well-", "known here."]), "She is well-known here.");
        assert_eq!(joined(&["A state-of-the-", "art pump."]), "A state-of-the-art pump.");
        assert_eq!(joined(&["Mayor Smith-", "Jones left."]), "Mayor Smith-Jones left.");
        assert_eq!(joined(&["the F-", "16 and the COVID-", "19 ward"]), "the F-16 and the COVID-19 ward");
        assert_eq!(
            joined(&["the harbour-", "side road", "a harbour-side wall"]),
            "the harbour-side road a harbour-side wall"
        );
        assert_eq!(joined(&["a ten-", "year lease"]), "a ten-year lease");
        assert_eq!(
            joined(&["the bridge and tunnel plan", "a bridge-", "tunnel link"]),
            "the bridge and tunnel plan a bridge-tunnel link"
        );
    }

    #[test]
    fn dashes_and_addresses_are_not_words() {
        assert_eq!(joined(&["He left —", "at once."]), "He left — at once.");
        assert_eq!(joined(&["He left—", "at once."]), "He left—at once.");
        assert_eq!(joined(&["see https://example.org/", "bridge now"]), "see https://example.org/bridge now");
        assert_eq!(joined(&["two -", "three"]), "two - three");
    }
}
