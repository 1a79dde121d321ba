//! The check before words are handed on: is every quotation in its article, character for character?

use crate::domain::kind::SourceState;
use crate::domain::quote::{Anchor, likeliest, locate};
use crate::text;

/// A quotation and the text it is said to be from.
#[derive(Debug, Clone, Copy)]
pub struct Quotation<'a> {
    /// The short key of its record: `S-0142`.
    pub key: &'a str,
    /// The short key of the article: `A-12`.
    pub article: &'a str,
    /// Its hold on the article's text; without segments it was typed without a source.
    pub anchor: &'a Anchor,
    /// The words as they will be shown, for the list.
    pub shown: &'a str,
    /// The article's text, if it could be read.
    pub text: Option<&'a str>,
}

/// A quotation that is not in its article as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteProblem {
    /// The short key of the record.
    pub key: String,
    /// The words as they are shown.
    pub quote: String,
    /// The short key of the article; empty if the words were typed without a source.
    pub article: String,
    /// What is wrong, in words.
    pub problem: String,
}

/// The quotations among `all` that are not found in their article character for character, in their order.
///
/// Words that are in the text but not where they were taken from are as written, and no problem.
pub fn check<'a>(all: impl IntoIterator<Item = Quotation<'a>>) -> Vec<QuoteProblem> {
    let to_problem = |quotation: Quotation<'a>| {
        Some(QuoteProblem {
            key: quotation.key.to_owned(),
            quote: quotation.shown.to_owned(),
            article: quotation.article.to_owned(),
            problem: problem(&quotation)?,
        })
    };
    all.into_iter().filter_map(to_problem).collect()
}

/// What is wrong with a quotation, if anything is.
fn problem(quotation: &Quotation<'_>) -> Option<String> {
    if quotation.anchor.segments.is_empty() {
        return Some(text::t("export-problem-no-source").to_owned());
    }
    let article = ("article", quotation.article.into());
    let Some(source) = quotation.text else {
        return Some(text::t_with("export-problem-unread", &[article]));
    };
    if locate(quotation.anchor, source).0 != SourceState::NotFound {
        return None;
    }
    Some(match likeliest(quotation.anchor, source) {
        Some(place) => text::t_with("export-problem-nearly", &[article, ("words", place.of(source).into())]),
        None => text::t_with("export-problem-not-found", &[article]),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::span::{Span, char_at};

    const SAID: &str = "The port will close, she said. “Not one crane will move”, she added.";

    fn problems(anchor: &Anchor, text: Option<&str>) -> Vec<String> {
        let one = Quotation { key: "S-0001", article: "A-1", anchor, shown: &anchor.quote(), text };
        check([one]).into_iter().map(|problem| problem.problem).collect()
    }

    fn anchor_of(words: &str) -> Anchor {
        let start = char_at(SAID, SAID.find(words).unwrap());
        Anchor::new(SAID, &[Span::new(start, start + words.chars().count())])
    }

    #[test]
    fn words_in_the_text_are_no_problem_wherever_they_stand() {
        let anchor = anchor_of("Not one crane will move");
        assert!(problems(&anchor, Some(SAID)).is_empty());
        assert!(problems(&anchor, Some(&format!("Update. {SAID}"))).is_empty());
        assert!(problems(&anchor, Some(&format!("{SAID} {SAID}"))).is_empty());
    }

    #[test]
    fn changed_words_are_a_problem_that_shows_what_stands_there() {
        let anchor = anchor_of("Not one crane will move");
        let changed = SAID.replace("Not one", "NOT ONE");
        let found = problems(&anchor, Some(&changed));
        assert!(found[0].contains("A-1") && found[0].contains("NOT ONE crane will move"), "{found:?}");
        let gone = problems(&anchor, Some("Nothing of the kind."));
        assert!(gone[0].contains("A-1") && !gone[0].contains('“'), "{gone:?}");
    }

    #[test]
    fn what_cannot_be_checked_is_said() {
        assert_eq!(problems(&anchor_of("The port"), None).len(), 1);
        assert_eq!(problems(&Anchor::new("", &[]), Some(SAID)).len(), 1);
    }
}
