//! Columns of a table, their order, and what stands in a cell.

use eframe::egui::{Align, Label, Layout, Response, RichText, Ui};

use crate::text::number;
use crate::ui::theme::{Type, palette};

/// A column: its header and how wide it is.
#[derive(Debug, Clone, Copy)]
#[must_use = "give it to a table"]
pub struct Column<'a> {
    pub(super) title: &'a str,
    pub(super) width: Option<f32>,
    /// How wide it would be with all of its words in sight.
    pub(super) wanted: f32,
    pub(super) sortable: bool,
    pub(super) right: bool,
}

impl<'a> Column<'a> {
    /// A column of this width in points, which a person can change.
    pub const fn new(title: &'a str, width: f32) -> Self {
        Self { title, width: Some(width), wanted: width, sortable: false, right: false }
    }

    /// The column that takes the width that is left.
    pub const fn rest(title: &'a str) -> Self {
        Self { title, width: None, wanted: 0.0, sortable: false, right: false }
    }

    /// Its longest words have so many letters: where there is room to spare, it gets wider for them.
    pub const fn letters(mut self, count: usize) -> Self {
        self.wanted = width_of(count);
        self
    }

    /// A click on its header sorts.
    pub const fn sortable(mut self) -> Self {
        self.sortable = true;
        self
    }

    /// Its header stands at the right, over numbers.
    pub const fn right(mut self) -> Self {
        self.right = true;
        self
    }
}

/// About how wide so many letters are in a cell.
const fn width_of(letters: usize) -> f32 {
    letters as f32 * 7.0 + 12.0
}

/// How many letters the longest of these has.
pub fn most_letters<'a>(words: impl Iterator<Item = &'a str>) -> usize {
    words.map(|words| words.chars().count()).max().unwrap_or_default()
}

/// The widths of columns that have `least` and would have `wanted`, when there is `spare` width to share: each gets
/// the same part of what it lacks. None gets wider than three times its least.
pub(crate) fn shared(spare: f32, columns: &[(f32, f32)]) -> Vec<f32> {
    let lacks = |(least, wanted): &(f32, f32)| (wanted.min(3.0 * least) - least).max(0.0);
    let all: f32 = columns.iter().map(lacks).sum();
    let part = if all > 0.0 { (spare.max(0.0) / all).min(1.0) } else { 0.0 };
    columns.iter().map(|column| (column.0 + lacks(column) * part).round()).collect()
}

/// Which end comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Smallest or earliest first.
    Up,
    /// Largest or latest first.
    Down,
}

/// The order of a table's rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// The column, counted from 0.
    pub column: usize,
    /// Which end comes first.
    pub direction: Direction,
}

impl Sort {
    /// The order after a click on the header of `column`: the other way round if it was sorted by already.
    pub fn after_click(current: Option<Self>, column: usize) -> Self {
        let direction = match current {
            Some(Self { column: c, direction: Direction::Up }) if c == column => Direction::Down,
            _ => Direction::Up,
        };
        Self { column, direction }
    }
}

/// Puts words into a cell; what does not fit is cut with … and shown on hover.
pub fn cell(ui: &mut Ui, words: &str) -> Response {
    line(ui, Type::Table.text(words))
}

/// Puts words that step back into a cell.
pub fn cell_muted(ui: &mut Ui, words: &str) -> Response {
    let words = Type::Table.muted(ui, words);
    line(ui, words)
}

/// Puts quoted words into a cell, in the reading face.
pub fn cell_quote(ui: &mut Ui, words: &str) -> Response {
    line(ui, Type::QuoteRow.text(words))
}

/// Puts a number into a cell, at the right and muted.
pub fn cell_number(ui: &mut Ui, n: i64) -> Response {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let colour = palette(ui).muted;
        line(ui, Type::Table.text(number(n)).color(colour))
    })
    .inner
}

fn line(ui: &mut Ui, words: RichText) -> Response {
    ui.add(Label::new(words).truncate())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_to_spare_is_shared_by_what_each_lacks() {
        let columns = [(100.0, 200.0), (100.0, 150.0), (80.0, 60.0)];
        assert_eq!(shared(-50.0, &columns), [100.0, 100.0, 80.0]);
        assert_eq!(shared(75.0, &columns), [150.0, 125.0, 80.0]);
        assert_eq!(shared(1_000.0, &columns), [200.0, 150.0, 80.0]);
        assert_eq!(shared(1_000.0, &[(50.0, 900.0)]), [150.0]);
        assert_eq!(most_letters(["a", "über"].into_iter()), 4);
    }

    #[test]
    fn a_second_click_turns_the_order_round() {
        let first = Sort::after_click(None, 2);
        assert_eq!(first, Sort { column: 2, direction: Direction::Up });
        let second = Sort::after_click(Some(first), 2);
        assert_eq!(second.direction, Direction::Down);
        assert_eq!(Sort::after_click(Some(second), 2), first);
        assert_eq!(Sort::after_click(Some(second), 0), Sort { column: 0, direction: Direction::Up });
    }
}
