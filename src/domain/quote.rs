//! How a quotation holds on to its words in a text, and how it is found again in another version of it.

use serde::{Deserialize, Serialize};

use super::kind::SourceState;
use super::span::Span;

/// How many code points before and after the quotation are kept to tell it from other finds.
pub const CONTEXT: usize = 32;

/// What stands in a quotation where words of the source are left out.
pub const CUT: &str = " … ";

/// How many ways to place a quotation of several parts are looked at before it is called ambiguous.
const MOST_PLACES: usize = 256;

/// One part of a quotation: where it stands and its words, character for character.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Segment {
    /// Its place in the version it was taken from, in code points.
    pub span: Span,
    /// Its words.
    pub exact: String,
}

/// A quotation's hold on a text: its parts in the order of the text and the words around it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Anchor {
    /// The parts, in the order of the text, none empty, none touching.
    pub segments: Vec<Segment>,
    /// Up to [`CONTEXT`] code points before the first part.
    pub prefix: String,
    /// Up to [`CONTEXT`] code points after the last part.
    pub suffix: String,
}

impl Anchor {
    /// Anchors `spans` of `text`. Spans are put in the order of the text; those that overlap or touch
    /// become one, empty ones and what lies past the end of the text are left out.
    #[must_use]
    pub fn new(text: &str, spans: &[Span]) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let words = |start: usize, end: usize| chars[start..end].iter().collect::<String>();
        let spans = in_text_order(spans, chars.len());
        let start = spans.first().map_or(0, |span| span.start);
        let end = spans.last().map_or(0, |span| span.end);
        Self {
            segments: spans
                .iter()
                .map(|&span| Segment { span, exact: words(span.start, span.end) })
                .collect(),
            prefix: words(start.saturating_sub(CONTEXT), start),
            suffix: words(end, (end + CONTEXT).min(chars.len())),
        }
    }

    /// The words of the quotation, with [`CUT`] where words of the source are left out.
    #[must_use]
    pub fn quote(&self) -> String {
        quote_text(&self.segments)
    }
}

/// The words of `segments`, with [`CUT`] between those that do not touch.
#[must_use]
pub fn quote_text(segments: &[Segment]) -> String {
    let mut quote = String::new();
    for (i, segment) in segments.iter().enumerate() {
        if i > 0 && segments[i - 1].span.end != segment.span.start {
            quote.push_str(CUT);
        }
        quote.push_str(&segment.exact);
    }
    quote
}

/// Looks for the quotation's exact words in `text`, which may be another version.
///
/// Words at the very place they were taken from are *exact*. Found once elsewhere, or told from other
/// finds by the words around them, they are *moved*. Both give a span for each segment. *Ambiguous* and
/// *not found* give none: [`likeliest`] may have a hint then.
#[must_use]
pub fn locate(anchor: &Anchor, text: &str) -> (SourceState, Vec<Span>) {
    let Some(first) = anchor.segments.first() else {
        return (SourceState::NotFound, Vec::new());
    };
    let same: Vec<Span> = anchor.segments.iter().map(|segment| segment.span).collect();
    if anchor.segments.iter().all(|segment| segment.span.of(text) == segment.exact) {
        return (SourceState::Exact, same);
    }
    let finds: Vec<Vec<Span>> =
        anchor.segments.iter().map(|segment| occurrences(text, &segment.exact)).collect();
    let mut places: Vec<Vec<Span>> = finds[0]
        .iter()
        .map(|find| shifted(&same, first.span.start, find.start))
        .filter(|place| place.iter().zip(&finds).all(|(span, finds)| finds.binary_search(span).is_ok()))
        .collect();
    if places.is_empty() {
        chains(&finds, &mut Vec::new(), &mut places);
    }
    match places.len() {
        0 => (SourceState::NotFound, Vec::new()),
        1 => (SourceState::Moved, places.remove(0)),
        MOST_PLACES.. => (SourceState::Ambiguous, Vec::new()),
        _ => told_apart(anchor, text, places),
    }
}

/// Where the quotation most likely stood, when its exact words cannot be placed: quotation marks, dashes,
/// case and runs of white space may differ. A place to look at, never a match.
#[must_use]
pub fn likeliest(anchor: &Anchor, text: &str) -> Option<Span> {
    let wanted = fold(&anchor.segments.first()?.exact).0;
    let (folded, places) = fold(text);
    if wanted.is_empty() || folded.len() < wanted.len() {
        return None;
    }
    let old_start = anchor.segments[0].span.start;
    folded
        .windows(wanted.len())
        .enumerate()
        .filter(|(_, window)| *window == wanted)
        .map(|(i, _)| Span::new(places[i], places[i + wanted.len() - 1] + 1))
        .min_by_key(|span| span.start.abs_diff(old_start))
}

/// `spans` within a text of `len` code points, sorted, without empty ones, joined where they meet.
#[must_use]
pub fn in_text_order(spans: &[Span], len: usize) -> Vec<Span> {
    let mut sorted: Vec<Span> =
        spans.iter().map(|span| Span::new(span.start.min(len), span.end.min(len))).collect();
    sorted.retain(|span| !span.is_empty());
    sorted.sort_unstable();
    let mut joined: Vec<Span> = Vec::with_capacity(sorted.len());
    for span in sorted {
        match joined.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => joined.push(span),
        }
    }
    joined
}

/// Every place where `words` stand in `text`, overlapping ones too, in order.
fn occurrences(text: &str, words: &str) -> Vec<Span> {
    let len = words.chars().count();
    let step = words.chars().next().map_or(1, char::len_utf8);
    let mut found = Vec::new();
    let (mut byte, mut point) = (0, 0);
    while let Some(ahead) = text[byte..].find(words) {
        point += text[byte..byte + ahead].chars().count();
        found.push(Span::new(point, point + len));
        byte += ahead + step;
        point += 1;
    }
    found
}

/// `spans` moved together so that what was at `from` is at `to`.
fn shifted(spans: &[Span], from: usize, to: usize) -> Vec<Span> {
    // A later segment never starts before the first, so the difference to `from` is never negative.
    spans.iter().map(|span| Span::new(span.start - from + to, span.end - from + to)).collect()
}

/// Every way to pick one find of each segment so that they follow each other, at most [`MOST_PLACES`].
fn chains(finds: &[Vec<Span>], picked: &mut Vec<Span>, places: &mut Vec<Vec<Span>>) {
    let Some((here, rest)) = finds.split_first() else {
        places.push(picked.clone());
        return;
    };
    let after = picked.last().map_or(0, |span| span.end);
    let from = here.partition_point(|span| span.start < after);
    for &find in &here[from..] {
        if places.len() >= MOST_PLACES {
            return;
        }
        picked.push(find);
        chains(rest, picked, places);
        picked.pop();
    }
}

/// Of several places, the one that alone has most of the words around the quotation as they were.
fn told_apart(anchor: &Anchor, text: &str, places: Vec<Vec<Span>>) -> (SourceState, Vec<Span>) {
    let sides = |place: &[Span]| {
        let start = place.first().map_or(0, |span| span.start);
        let end = place.last().map_or(0, |span| span.end);
        let before = Span::new(start.saturating_sub(CONTEXT), start).of(text).ends_with(&anchor.prefix);
        let after = Span::new(end, end + CONTEXT).of(text).starts_with(&anchor.suffix);
        u8::from(before) + u8::from(after)
    };
    let scores: Vec<u8> = places.iter().map(|place| sides(place)).collect();
    let best = scores.iter().copied().max().unwrap_or(0);
    let mut winners = places.into_iter().zip(scores).filter(|(_, score)| *score == best);
    match (winners.next(), winners.next()) {
        (Some((place, _)), None) => (SourceState::Moved, place),
        _ => (SourceState::Ambiguous, Vec::new()),
    }
}

/// The text with marks, dashes, case and white space made alike, and the code point each came from.
fn fold(text: &str) -> (Vec<char>, Vec<usize>) {
    let (mut folded, mut places) = (Vec::new(), Vec::new());
    for (at, c) in text.chars().enumerate() {
        let plain = match c {
            '‘' | '’' | '‚' | '‛' | '`' | '´' => '\'',
            '“' | '”' | '„' | '‟' | '«' | '»' => '"',
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
            c if c.is_whitespace() => ' ',
            c => c.to_lowercase().next().unwrap_or(c),
        };
        if plain == ' ' && folded.last() == Some(&' ') {
            continue;
        }
        folded.push(plain);
        places.push(at);
    }
    (folded, places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "The mayor said “no”. Later the mayor said “no”, then “never, not once”.";

    fn anchor_of(words: &str) -> Anchor {
        let start = occurrences(TEXT, words)[0];
        Anchor::new(TEXT, &[start])
    }

    #[test]
    fn words_in_their_place_are_exact_and_moved_ones_are_followed() {
        let anchor = anchor_of("never, not once");
        assert_eq!(locate(&anchor, TEXT), (SourceState::Exact, vec![anchor.segments[0].span]));
        let later = format!("Corrected. {TEXT}");
        let (state, spans) = locate(&anchor, &later);
        assert_eq!((state, spans[0].of(&later)), (SourceState::Moved, "never, not once"));
    }

    #[test]
    fn of_two_alike_the_words_around_decide_or_nothing_does() {
        let first = anchor_of("“no”");
        let moved = format!("Corrected. {TEXT}");
        assert_eq!(locate(&first, &moved), (SourceState::Moved, vec![Span::new(26, 30)]));
        let bare = "“no” and “no” and “no”";
        assert_eq!(locate(&first, bare), (SourceState::Ambiguous, vec![]));
    }

    #[test]
    fn changed_words_are_not_found_but_a_hint_is_given() {
        let anchor = anchor_of("“never, not once”");
        let changed = "Then she said \"Never,  not once\".";
        assert_eq!(locate(&anchor, changed).0, SourceState::NotFound);
        assert_eq!(likeliest(&anchor, changed).unwrap().of(changed), "\"Never,  not once\"");
        assert_eq!(likeliest(&anchor, "Nothing of the kind."), None);
    }

    #[test]
    fn a_quotation_in_two_parts_shows_its_cut_and_follows_a_change_between_the_parts() {
        let anchor = Anchor::new(TEXT, &[Span::new(54, 59), Span::new(4, 9)]);
        assert_eq!(anchor.quote(), "mayor … never");
        let changed = TEXT.replace("The", "A").replace("Later", "Two days later");
        let (state, spans) = locate(&anchor, &changed);
        assert_eq!(state, SourceState::Ambiguous, "two mayors, neither with its own surroundings: {spans:?}");
        let one = changed.replacen("the mayor", "she", 1);
        let (state, spans) = locate(&anchor, &one);
        assert_eq!((state, spans[1].of(&one)), (SourceState::Moved, "never"));
    }

    #[test]
    fn nothing_selected_is_never_found() {
        let anchor = Anchor::new(TEXT, &[Span::new(3, 3), Span::new(900, 950)]);
        assert!(anchor.segments.is_empty());
        assert_eq!(locate(&anchor, TEXT).0, SourceState::NotFound);
    }

    proptest! {
        #[test]
        fn what_is_found_is_always_the_very_words(
            text in "[ab “é\n]{1,60}", a in 0usize..60, b in 0usize..60, c in 0usize..60, d in 0usize..60,
            cut in 0usize..60, gone in 0usize..4, put in "[ab ]{0,5}",
        ) {
            let anchor = Anchor::new(&text, &[Span::new(a, b), Span::new(c, d)]);
            let mut chars: Vec<char> = text.chars().collect();
            let from = cut.min(chars.len());
            let to = (from + gone).min(chars.len());
            chars.splice(from..to, put.chars());
            let changed: String = chars.into_iter().collect();
            let (state, spans) = locate(&anchor, &changed);
            match state {
                SourceState::Exact | SourceState::Moved => {
                    prop_assert_eq!(spans.len(), anchor.segments.len());
                    for (span, segment) in spans.iter().zip(&anchor.segments) {
                        prop_assert_eq!(span.of(&changed), &segment.exact);
                    }
                    prop_assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start));
                }
                SourceState::Ambiguous | SourceState::NotFound => prop_assert!(spans.is_empty()),
            }
        }

        #[test]
        fn text_put_before_never_loses_a_quotation(
            text in "[a-d “é]{1,60}", a in 0usize..60, b in 0usize..60, put in "[a-d ]{0,20}",
        ) {
            let anchor = Anchor::new(&text, &[Span::new(a, b)]);
            prop_assume!(!anchor.segments.is_empty());
            let (state, _) = locate(&anchor, &format!("{put}{text}"));
            prop_assert_ne!(state, SourceState::NotFound);
        }
    }
}
