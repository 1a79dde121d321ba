//! Text built block by block: paragraphs stand apart by a blank line, list items and line breaks by a line
//! end. White space runs collapse as a browser collapses them; a non-breaking space is no white space.

/// The text so far.
#[derive(Default)]
pub(super) struct Blocks {
    text: String,
    gap: Gap,
    /// What the next words start with: a list item's mark.
    mark: String,
}

/// What separates the next words from the last.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Line,
    Block,
}

/// The white space of HTML and Markdown.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c')
}

impl Blocks {
    /// Adds running text.
    pub(super) fn words(&mut self, words: &str) {
        for (i, word) in words.split(is_space).enumerate() {
            if i > 0 {
                self.widen(Gap::Space);
            }
            self.verbatim(word);
        }
    }

    /// Adds text whose own spaces and line ends count.
    pub(super) fn verbatim(&mut self, words: &str) {
        if !words.is_empty() {
            self.close_gap();
            self.text.push_str(words);
        }
    }

    /// The next words start a line.
    pub(super) fn line(&mut self) {
        self.widen(Gap::Line);
    }

    /// The next words start a paragraph.
    pub(super) fn block(&mut self) {
        self.widen(Gap::Block);
    }

    /// A list begins or ends; one inside another list stands on the lines of its items.
    pub(super) fn list(&mut self, inner: bool) {
        self.widen(if inner { Gap::Line } else { Gap::Block });
    }

    /// The next words start a list item. An item with nothing in it leaves no mark behind.
    pub(super) fn item(&mut self, mark: &str) {
        self.line();
        mark.clone_into(&mut self.mark);
    }

    /// The list item is over.
    pub(super) fn end_item(&mut self) {
        self.mark.clear();
        self.gap = Gap::Line;
    }

    /// The whole text.
    pub(super) fn finish(self) -> String {
        let end = self.text.trim_end_matches(is_space).len();
        let mut text = self.text;
        text.truncate(end);
        text
    }

    /// Before the first words of a list item every gap is the one before its mark.
    fn widen(&mut self, gap: Gap) {
        if self.mark.is_empty() {
            self.gap = self.gap.max(gap);
        }
    }

    fn close_gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push_str(match self.gap {
                Gap::None => "",
                Gap::Space => " ",
                Gap::Line => "\n",
                Gap::Block => "\n\n",
            });
        }
        self.gap = Gap::None;
        self.text.push_str(&self.mark);
        self.mark.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_collapses_and_blocks_stand_apart() {
        let mut blocks = Blocks::default();
        blocks.block();
        blocks.words("\n  One ");
        blocks.words("two");
        blocks.words(" ");
        blocks.words("\u{a0}three,\n four");
        blocks.line();
        blocks.words("five");
        blocks.block();
        blocks.words("   ");
        blocks.block();
        blocks.words("six ");
        assert_eq!(blocks.finish(), "One two \u{a0}three, four\nfive\n\nsix");
    }

    #[test]
    fn items_stand_line_by_line() {
        let mut blocks = Blocks::default();
        blocks.words("Before");
        blocks.block();
        for item in ["a", "", "b"] {
            blocks.item("• ");
            blocks.block();
            blocks.words(item);
            blocks.block();
            blocks.end_item();
        }
        blocks.block();
        blocks.words("After");
        assert_eq!(blocks.finish(), "Before\n\n• a\n• b\n\nAfter");
    }
}
