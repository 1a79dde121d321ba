//! Records side by side, to be told apart before they are joined.

use eframe::egui::{Label, RadioButton, Ui, vec2};

use crate::text::{Arg, t, t_with};
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::card;
use crate::view::StatementRow;

/// Shows two columns of the same width and height.
pub(super) fn side_by_side(ui: &mut Ui, mut content: impl FnMut(&mut Ui, usize)) {
    let width = (ui.available_width() - size::GAP_GROUP) / 2.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = size::GAP_GROUP;
        for column in 0..2 {
            ui.push_id(column, |ui| {
                ui.allocate_ui(vec2(width, 0.0), |ui| {
                    card(ui, |ui| {
                        ui.set_width(width - 32.0);
                        ui.set_min_height(96.0);
                        ui.spacing_mut().item_spacing.y = 6.0;
                        content(ui, column);
                    });
                });
            });
        }
    });
}

/// A round button that says which of the two stays; gives whether it was pressed.
pub(super) fn keep_button(ui: &mut Ui, kept: bool, name: &str) -> bool {
    let words = t_with("merge-keep", &[("name", Arg::from(name))]);
    ui.add(RadioButton::new(kept, Type::TableMedium.text(words))).clicked()
}

/// Who, when, in what; and the words.
pub(super) fn statement_ui(ui: &mut Ui, row: &StatementRow) {
    let told = [row.key.as_str(), row.speaker.as_str(), row.said.words.as_str()];
    let told: Vec<&str> = told.into_iter().filter(|words| !words.is_empty()).collect();
    ui.add(Label::new(Type::Label.muted(ui, told.join(" · "))).wrap());
    if !row.occasion.is_empty() {
        ui.add(Label::new(Type::Label.muted(ui, &row.occasion)).wrap());
    }
    let words = if row.quote.is_empty() {
        Type::Table.text(&row.statement.gist)
    } else {
        Type::QuoteRow.text(row.line())
    };
    ui.add(Label::new(words).wrap());
    if row.sources.is_empty() && !row.quote.is_empty() {
        ui.label(Type::Label.text(t("merge-unsourced")).color(palette(ui).disputed));
    }
}

/// A line on what will happen.
pub(super) fn remark(ui: &mut Ui, words: &str) {
    ui.add(Label::new(Type::Table.text(words)).wrap());
}

/// A quieter line.
pub(super) fn aside(ui: &mut Ui, words: &str) {
    ui.add(Label::new(Type::Table.muted(ui, words)).wrap());
}

/// A line on what will be lost or changed.
pub(super) fn warn(ui: &mut Ui, words: &str) {
    ui.add(Label::new(Type::TableMedium.text(words).color(palette(ui).disputed)).wrap());
}
