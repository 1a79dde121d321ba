//! How a quotation holds on to its words in a text, and how it is found again in another version of it.

use std::collections::HashMap;
use std::rc::Rc;

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
    // The same words twice in a quotation are looked for once.
    let mut known: HashMap<&str, Rc<[Span]>> = HashMap::new();
    let mut finds = Vec::with_capacity(anchor.segments.len());
    for segment in &anchor.segments {
        let found = known.entry(&segment.exact).or_insert_with(|| occurrences(text, &segment.exact).into());
        if found.is_empty() {
            return (SourceState::NotFound, Vec::new());
        }
        finds.push(Rc::clone(found));
    }
    let mut places: Vec<Vec<Span>> = finds[0]
        .iter()
        .map(|find| shifted(&same, first.span.start, find.start))
        .filter(|place| place.iter().zip(&finds).all(|(span, finds)| finds.binary_search(span).is_ok()))
        .take(MOST_PLACES)
        .collect();
    if places.is_empty() {
        let open: Vec<&[Span]> = with_a_way_on(&finds);
        chains(&open, &mut Vec::new(), &mut places);
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
    starts(&folded, &wanted)
        .into_iter()
        .map(|i| Span::new(places[i], places[i + wanted.len() - 1] + 1))
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
    // Nearly every text that lacks the words, or has them late, is passed over by the fast search.
    let Some(first) = text.find(words) else { return Vec::new() };
    let len = words.chars().count();
    let (mut byte, mut point) = (first, text[..first].chars().count());
    let mut found = Vec::new();
    for ahead in starts(&text.as_bytes()[first..], words.as_bytes()) {
        point += text[byte..first + ahead].chars().count();
        byte = first + ahead;
        found.push(Span::new(point, point + len));
    }
    found
}

/// Every place where `needle` begins in `hay`, overlapping ones too, in order (Knuth, Morris and Pratt). What was
/// compared is never compared again: words that repeat themselves, in a text that does, take no longer than others.
fn starts<T: PartialEq>(hay: &[T], needle: &[T]) -> Vec<usize> {
    let borders = borders(needle);
    let mut found = Vec::new();
    let mut matched = 0;
    for (at, item) in hay.iter().enumerate() {
        matched = longer(needle, &borders, matched, item);
        if matched == needle.len() && matched > 0 {
            found.push(at + 1 - matched);
        }
    }
    found
}

/// For each beginning of `needle`, by its length less one, the length of the longest shorter beginning it ends with.
fn borders<T: PartialEq>(needle: &[T]) -> Vec<usize> {
    let mut borders = Vec::with_capacity(needle.len());
    let mut matched = 0;
    for (at, item) in needle.iter().enumerate() {
        matched = if at == 0 { 0 } else { longer(needle, &borders, matched, item) };
        borders.push(matched);
    }
    borders
}

/// How much of the beginning of `needle` stands before and including `item`, after `matched` of it stood before.
fn longer<T: PartialEq>(needle: &[T], borders: &[usize], mut matched: usize, item: &T) -> usize {
    while matched > 0 && needle.get(matched) != Some(item) {
        matched = borders[matched - 1];
    }
    matched + usize::from(needle.get(matched) == Some(item))
}

/// `spans` moved together so that what was at `from` is at `to`.
fn shifted(spans: &[Span], from: usize, to: usize) -> Vec<Span> {
    // A later segment never starts before the first, so the difference to `from` is never negative.
    spans.iter().map(|span| Span::new(span.start - from + to, span.end - from + to)).collect()
}

/// The finds of each segment from which the segments after it can still follow; empty for all if they never do.
fn with_a_way_on(finds: &[Rc<[Span]>]) -> Vec<&[Span]> {
    let mut last_start = usize::MAX;
    let mut open: Vec<&[Span]> = Vec::with_capacity(finds.len());
    for here in finds.iter().rev() {
        // In order of the text, so those that end early enough come first.
        let here = &here[..here.partition_point(|find| find.end <= last_start)];
        last_start = here.last().map_or(0, |find| find.start);
        open.push(here);
    }
    open.reverse();
    if open.iter().any(|here| here.is_empty()) { vec![&[]; open.len()] } else { open }
}

/// Every way to pick one find of each segment so that they follow each other, at most [`MOST_PLACES`]. From each find
/// given there is a way on, so that no pick is in vain and the work is bounded by what is found.
fn chains(finds: &[&[Span]], picked: &mut Vec<Span>, places: &mut Vec<Vec<Span>>) {
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
    let [text, prefix, suffix]: [Vec<char>; 3] =
        [text, &anchor.prefix, &anchor.suffix].map(|words| words.chars().collect());
    let sides = |place: &[Span]| {
        let before = place.first().and_then(|span| text.get(..span.start));
        let after = place.last().and_then(|span| text.get(span.end..));
        u8::from(before.is_some_and(|words| words.ends_with(&prefix)))
            + u8::from(after.is_some_and(|words| words.starts_with(&suffix)))
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
    fn a_text_that_repeats_itself_without_end_is_placed_all_the_same() {
        // Tried one by one, the ways to place nine of so many would take longer than anyone waits.
        let text = format!("z {}", "a ".repeat(100_000));
        let parts = |last: &str| {
            let part = |at: usize, exact: &str| Segment {
                span: Span::new(at, at + exact.len()),
                exact: exact.to_owned(),
            };
            let mut segments: Vec<Segment> = (0..9).map(|n| part(1 + 3 * n, "a")).collect();
            segments.push(part(40, last));
            Anchor { segments, prefix: "none".into(), suffix: "none".into() }
        };
        assert_eq!(locate(&parts("z"), &text), (SourceState::NotFound, vec![]), "z comes first");
        assert_eq!(locate(&parts("a"), &text), (SourceState::Ambiguous, vec![]));

        let long = Segment { span: Span::new(7, 300_007), exact: "a".repeat(300_000) };
        let long = Anchor { segments: vec![long], prefix: "none".into(), suffix: "none".into() };
        let (text, off) = ("a".repeat(1_000_000), format!("{}b", "a".repeat(300_000)));
        assert_eq!(locate(&Anchor { prefix: String::new(), ..long.clone() }, &text).0, SourceState::Exact);
        assert_eq!(locate(&long, &text[..300_003]), (SourceState::Ambiguous, vec![]));
        let segment = Segment { span: Span::new(7, 300_008), exact: off };
        let off = Anchor { segments: vec![segment], ..long };
        assert_eq!(likeliest(&off, &text), None);
    }

    /// Every way to place the parts, found by trying all.
    fn all_ways(text: &str, segments: &[Segment]) -> Vec<Vec<Span>> {
        let chars: Vec<char> = text.chars().collect();
        let mut ways = vec![Vec::new()];
        for segment in segments {
            let words: Vec<char> = segment.exact.chars().collect();
            ways = ways
                .into_iter()
                .flat_map(|way: Vec<Span>| {
                    let after = way.last().map_or(0, |span| span.end);
                    let places = (after..=chars.len().saturating_sub(words.len()))
                        .filter(|&at| chars[at..].starts_with(&words));
                    let ways = places.map(|at| {
                        let mut way = way.clone();
                        way.push(Span::new(at, at + words.len()));
                        way
                    });
                    ways.collect::<Vec<_>>()
                })
                .collect();
        }
        ways
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
        fn words_are_not_found_where_no_way_to_place_them_is_and_only_there(
            text in "[ab ]{0,14}", parts in proptest::collection::vec("[ab ]{1,3}", 1..4),
        ) {
            let mut at = 100;
            let segments: Vec<Segment> = parts.into_iter().map(|exact| {
                at += 10;
                Segment { span: Span::new(at, at + exact.chars().count()), exact }
            }).collect();
            let ways = all_ways(&text, &segments);
            let anchor = Anchor { segments, prefix: String::new(), suffix: "?".into() };
            let (state, spans) = locate(&anchor, &text);
            prop_assert_eq!(state == SourceState::NotFound, ways.is_empty());
            match state {
                SourceState::Moved => prop_assert!(ways.contains(&spans)),
                SourceState::Ambiguous => prop_assert!(ways.len() > 1),
                SourceState::NotFound => {}
                SourceState::Exact => prop_assert!(false, "the text is shorter than that"),
            }
            if ways.len() == 1 {
                prop_assert_eq!(state, SourceState::Moved);
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
