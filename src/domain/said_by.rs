//! Whether a text gives words to somebody else than it is thought: so that nobody's words are put in another's mouth.

use super::span::{Span, byte_at};

/// Verbs by which a text gives words to somebody.
const SAID: &str = include_str!("../../assets/words/said.txt");
/// Words that begin a sentence with a capital and name nobody.
const NAMELESS: &[&str] = &[
    "he",
    "she",
    "it",
    "they",
    "we",
    "i",
    "you",
    "who",
    "the",
    "a",
    "an",
    "this",
    "that",
    "but",
    "and",
    "also",
    "then",
    "later",
    "yesterday",
    "today",
    "earlier",
];
/// Words of a name that tell nobody from another.
const TITLES: &[&str] = &["mr", "mrs", "ms", "dr", "sir", "the", "of", "and"];
/// Marks around quotations.
const MARKS: [char; 6] = ['“', '”', '„', '«', '»', '"'];

/// Whether the sentences at `span` of `text` name another speaker than those whose names are in `own`: one of the
/// `others`, or by a verb such as "said" a name that is nowhere in `own`. Where the words' own sentence does not tell
/// who says them, the ones beside it are looked at. What stands in quotation marks names no speaker.
#[must_use]
pub fn another(text: &str, span: Span, own: &[String], others: &[String]) -> bool {
    let (start, end) = (byte_at(text, span.start), byte_at(text, span.end));
    let bounds = sentence_around(text, start, end);
    let sentence = words_outside_marks(text, bounds);
    let tells = sentence.iter().any(|word| is_said(word));
    if names_other(&sentence, own, others) || says_another(&sentence, own) {
        return true;
    }
    !tells
        && beside(text, bounds).into_iter().any(|bounds| {
            let words = words_outside_marks(text, bounds);
            words.iter().any(|word| is_said(word))
                && (says_another(&words, own) || names_other(&words, own, others))
        })
}

/// The sentences before and after, of the same paragraph.
fn beside(text: &str, (start, end): (usize, usize)) -> Vec<(usize, usize)> {
    let before = text.get(..start).and_then(|before| {
        let at = before.trim_end_matches([' ', '\t']).len();
        let last = before.get(..at)?.chars().next_back().filter(|c| *c != '\n')?;
        let within = before.get(..at)?.trim_end_matches(MARKS).trim_end_matches(['.', '?', '!']);
        let within = within.len().min(at - last.len_utf8());
        Some((sentence_around(text, within, within).0, at))
    });
    let after = text.get(end..).and_then(|after| {
        let at = end + (after.len() - after.trim_start_matches([' ', '\t']).len());
        let next = text.get(at..)?.chars().next().filter(|c| *c != '\n')?;
        Some((at, sentence_around(text, at, at + next.len_utf8()).1))
    });
    before.into_iter().chain(after).collect()
}

/// The sentence that `start..end` (bytes) is in, without going past its paragraph.
fn sentence_around(text: &str, start: usize, end: usize) -> (usize, usize) {
    let before = text.get(..start).unwrap_or_default();
    let first = ends_of_sentences(before).next_back().unwrap_or(0);
    // Words that end a sentence themselves are not followed by more of it.
    let words = text.get(start..end).unwrap_or_default();
    let is_over = words.trim_end().trim_end_matches(MARKS).ends_with(['.', '?', '!']) && words.len() > 1;
    let rest = text.get(end..).unwrap_or_default();
    let lower_next = rest.trim_start_matches(MARKS).trim_start().starts_with(char::is_lowercase);
    let last = if is_over && !lower_next {
        end + (rest.len() - rest.trim_start_matches(MARKS).len())
    } else {
        end + ends_of_sentences(rest).next().unwrap_or(rest.len())
    };
    (first, last)
}

/// The bytes at which sentences of `text` end, in order.
fn ends_of_sentences(text: &str) -> impl DoubleEndedIterator<Item = usize> {
    let mut ends = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c == '\n' {
            ends.push(at + 1);
        } else if matches!(c, '.' | '?' | '!') && !(c == '.' && is_short(text.get(..at).unwrap_or_default()))
        {
            while chars.next_if(|(_, next)| MARKS.contains(next)).is_some() {}
            let after = chars.peek().map_or(text.len(), |(at, _)| *at);
            let rest = text.get(after..).unwrap_or_default();
            let goes_on = rest.trim_start().starts_with(char::is_lowercase);
            if rest.is_empty() || (rest.starts_with(char::is_whitespace) && !goes_on) {
                ends.push(after);
            }
        }
    }
    ends.into_iter()
}

/// Whether the full stop after this belongs to a word: "Ms.", "J."
fn is_short(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    word.starts_with(char::is_uppercase)
        && (word.chars().count() == 1 || TITLES.contains(&word.to_lowercase().as_str()))
}

/// The words of `start..end` that do not stand in quotation marks there.
fn words_outside_marks(text: &str, (start, end): (usize, usize)) -> Vec<&str> {
    let paragraph = text.get(..start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let mut quoted = false;
    let mut words = Vec::new();
    let mut word: Option<usize> = None;
    for (at, c) in text.get(paragraph..end).unwrap_or_default().char_indices() {
        let at = paragraph + at;
        let in_word = !quoted && (c.is_alphanumeric() || (word.is_some() && matches!(c, '’' | '\'' | '-')));
        match word {
            None if in_word && at >= start => word = Some(at),
            Some(from) if !in_word => {
                words.extend(text.get(from..at));
                word = None;
            }
            _ => {}
        }
        match c {
            '“' | '„' | '«' => quoted = true,
            '”' | '»' => quoted = false,
            '"' => quoted = !quoted,
            _ => {}
        }
    }
    words.extend(word.and_then(|from| text.get(from..end)));
    words
}

fn is_said(word: &str) -> bool {
    let lines = SAID.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).any(|verb| verb == word)
}

/// Whether one of the `others` is named, who is none of `own`.
fn names_other(sentence: &[&str], own: &[String], others: &[String]) -> bool {
    let own: Vec<String> = own.iter().flat_map(|name| telling(name)).collect();
    others.iter().any(|name| {
        let name: Vec<String> = telling(name);
        // A person is called by the last name too.
        let last = name.last().filter(|last| name.len() == 2 && last.chars().count() > 3);
        let is_capital = |word: &&&str| word.starts_with(char::is_uppercase);
        let last_is_there = last.is_some_and(|last| {
            !own.contains(last) && sentence.iter().filter(is_capital).any(|w| bare(w) == *last)
        });
        let whole_is_there = !name.is_empty()
            && sentence.windows(name.len()).any(|words| words.iter().zip(&name).all(|(w, n)| bare(w) == *n));
        whole_is_there || last_is_there
    })
}

/// Whether a name stands beside a verb such as "said" that has no word of `own`.
fn says_another(sentence: &[&str], own: &[String]) -> bool {
    let own: Vec<String> = own.iter().flat_map(|name| telling(name)).collect();
    let is_name =
        |word: &str| word.starts_with(char::is_uppercase) && !NAMELESS.contains(&bare(word).as_str());
    let is_another =
        |names: &[&str]| !names.is_empty() && !names.iter().any(|name| own.contains(&bare(name)));
    sentence.iter().enumerate().filter(|(_, word)| is_said(word)).any(|(at, _)| {
        let before = sentence.get(..at).unwrap_or_default();
        let names = before.iter().rev().take_while(|word| is_name(word)).count();
        let after = sentence.get(at + 1..).unwrap_or_default();
        let follow = after.iter().take_while(|word| is_name(word)).count();
        is_another(before.get(at - names..).unwrap_or_default())
            || is_another(after.get(..follow).unwrap_or_default())
    })
}

/// The words of a name that tell who it is, folded.
fn telling(name: &str) -> Vec<String> {
    let words = name.split(|c: char| !(c.is_alphanumeric() || matches!(c, '’' | '\'' | '-')));
    words.map(bare).filter(|word| !word.is_empty() && !TITLES.contains(&word.as_str())).collect()
}

/// A word in lower case, without the ending of a genitive.
fn bare(word: &str) -> String {
    let word = word.to_lowercase();
    let word = word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(&word);
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The quay\n\n“The hull was sound,” Ruth Calder said in an interview. “Every report was passed \
        on.” “We were never asked,” said Ms. Bell of the riders’ union. “Nobody rang us,” she added.\n\n\
        The port sees it otherwise. “There was no report,” a spokesman for Kestrel Marine said. “It sank.” \
        “We told Kestrel in May,” Calder answered. “In June,” it said.\n";

    fn check(words: &str, expected: bool) {
        let (own, others) = (vec!["Ruth Calder".to_owned()], vec!["Kestrel Marine".to_owned()]);
        let byte = TEXT.find(words).unwrap();
        let start = TEXT[..byte].chars().count();
        let span = Span::new(start, start + words.chars().count());
        assert_eq!(another(TEXT, span, &own, &others), expected, "{words}");
    }

    #[test]
    fn words_of_the_same_speaker_are_no_other_s() {
        check("“The hull was sound,”", false);
        check("The hull was sound", false);
        check("“We told Kestrel in May,”", false);
        check("“In June,”", false);
    }

    #[test]
    fn a_party_named_in_the_sentence_speaks() {
        check("“There was no report,”", true);
    }

    #[test]
    fn a_name_beside_the_verb_speaks_though_it_is_no_party_yet() {
        check("“We were never asked,”", true);
    }

    #[test]
    fn where_the_sentence_does_not_tell_the_ones_beside_it_do() {
        check("“It sank.”", true);
        check("“Every report was passed on.”", true);
    }

    #[test]
    fn a_letter_that_says_it_is_nobody_else() {
        let text = "The ferry company answered. “The hull was sound,” it wrote to the attorney general. “Every \
            report was passed on,” the letter said.";
        let own = vec!["Ada".to_owned()];
        for words in ["“The hull was sound,”", "“Every report was passed on,”"] {
            let byte = text.find(words).unwrap();
            let start = text[..byte].chars().count();
            assert!(!another(text, Span::new(start, start + words.chars().count()), &own, &[]), "{words}");
        }
    }
}
