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
    pub(super) sortable: bool,
    pub(super) right: bool,
}

impl<'a> Column<'a> {
    /// A column of this width in points, which a person can change.
    pub const fn new(title: &'a str, width: f32) -> Self {
        Self { title, width: Some(width), sortable: false, right: false }
    }

    /// The column that takes the width that is left.
    pub const fn rest(title: &'a str) -> Self {
        Self { title, width: None, sortable: false, right: false }
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
    fn a_second_click_turns_the_order_round() {
        let first = Sort::after_click(None, 2);
        assert_eq!(first, Sort { column: 2, direction: Direction::Up });
        let second = Sort::after_click(Some(first), 2);
        assert_eq!(second.direction, Direction::Down);
        assert_eq!(Sort::after_click(Some(second), 2), first);
        assert_eq!(Sort::after_click(Some(second), 0), Sort { column: 0, direction: Direction::Up });
    }
}
