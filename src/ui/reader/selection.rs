//! What is selected: earlier parts that stay, and the one being made between two ends.

use crate::domain::quote::in_text_order;
use crate::domain::span::Span;

/// The selected parts of a text and the caret.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Selection {
    /// Parts chosen before, with the Ctrl key held for the next.
    parts: Vec<Span>,
    /// The part being made.
    active: Option<Active>,
}

/// Two ends: the one that stays and the one that moves, where the caret is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Active {
    anchor: usize,
    caret: usize,
}

impl Selection {
    /// The selected parts in the order of the text, none empty, none touching.
    pub(super) fn spans(&self) -> Vec<Span> {
        let active = self.active.map(|active| Span::new(active.anchor, active.caret));
        let all: Vec<Span> = self.parts.iter().copied().chain(active).collect();
        in_text_order(&all, usize::MAX)
    }

    /// Whether no word is selected.
    pub(super) fn is_empty(&self) -> bool {
        self.parts.is_empty() && self.active.is_none_or(|active| active.anchor == active.caret)
    }

    /// Where the next step of the keyboard goes from.
    pub(super) fn caret(&self) -> Option<usize> {
        self.active.map(|active| active.caret)
    }

    /// Selects `spans` and nothing else; the caret is at the end of the last.
    pub(super) fn set(&mut self, spans: &[Span]) {
        let mut parts = in_text_order(spans, usize::MAX);
        self.active = parts.pop().map(|last| Active { anchor: last.start, caret: last.end });
        self.parts = parts;
    }

    /// Puts the caret at `point` with nothing selected.
    pub(super) fn place(&mut self, point: usize) {
        self.parts.clear();
        self.active = Some(Active { anchor: point, caret: point });
    }

    /// Keeps what is selected and begins a further part at `point`.
    pub(super) fn add(&mut self, point: usize) {
        self.parts = self.spans();
        self.active = Some(Active { anchor: point, caret: point });
    }

    /// Moves the caret, and with it the end of the part being made, to `point`.
    pub(super) fn extend(&mut self, point: usize) {
        let anchor = self.active.map_or(point, |active| active.anchor);
        self.active = Some(Active { anchor, caret: point });
    }

    /// Makes the active part cover `span`; earlier parts stay.
    pub(super) fn cover(&mut self, span: Span) {
        self.active = Some(Active { anchor: span.start, caret: span.end });
    }

    /// Selects nothing and takes the caret away.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_further_part_keeps_the_first_and_touching_parts_join() {
        let mut selection = Selection::default();
        selection.place(10);
        selection.extend(4);
        selection.add(20);
        assert_eq!(selection.spans(), [Span::new(4, 10)]);
        selection.extend(25);
        assert_eq!(selection.spans(), [Span::new(4, 10), Span::new(20, 25)]);
        selection.extend(8);
        assert_eq!(selection.spans(), [Span::new(4, 20)]);
        selection.place(3);
        assert!(selection.is_empty() && selection.caret() == Some(3));
    }
}
