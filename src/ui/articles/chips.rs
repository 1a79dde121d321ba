//! What the list is filtered by: a field for words, chips for the rest.

use eframe::egui::{Align2, Id, Margin, Popup, PopupCloseBehavior, ScrollArea, TextEdit, Ui, vec2};

use super::filter::ArticleFilter;
use super::rows::Rows;
use crate::domain::kind::Reading;
use crate::text::{Arg, Worded, number, t, t_with};
use crate::ui::theme::{Type, size};
use crate::ui::widgets::{filter_chip, leads_down, view_chip};

/// Draws them: first what can be asked, then what is asked.
pub(super) fn chips_ui(ui: &mut Ui, filter: &mut ArticleFilter, rows: &Rows) {
    words_ui(ui, filter);
    reading_ui(ui, filter);
    if !rows.outlets.is_empty() {
        outlet_ui(ui, filter, rows);
    }
    if rows.undated + rows.without_outlet + rows.without_text > 0 {
        missing_ui(ui, filter, rows);
    }
    if rows.near_copies > 0 && !filter.near_copies {
        let words = t_with("articles-near-chip", &[("count", Arg::from(rows.near_copies as i64))]);
        if view_chip(ui, &words).on_hover_text(t("articles-near-tip")).clicked() {
            filter.near_copies = true;
        }
    }
    asked_ui(ui, filter);
}

fn words_ui(ui: &mut Ui, filter: &mut ArticleFilter) {
    ui.spacing_mut().interact_size.y = size::CHIP;
    // An id of its own: the count of rows beside it, which comes with the first letter, must not take the focus away.
    let field = TextEdit::singleline(&mut filter.text)
        .id(Id::unique("articles-find"))
        .hint_text(Type::Table.muted(ui, t("articles-find")))
        .font(Type::Table.font())
        .margin(Margin::symmetric(10, 3))
        .min_size(vec2(150.0, size::CHIP))
        .align(Align2::LEFT_CENTER)
        .desired_width(150.0);
    let field = ui.add(field).accessible_name(t("articles-find"));
    leads_down(ui, &field);
}

fn reading_ui(ui: &mut Ui, filter: &mut ArticleFilter) {
    let chip = view_chip(ui, t("articles-reading"));
    Popup::from_toggle_button_response(&chip).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(
        |ui| {
            ui.set_width(170.0);
            for reading in Reading::VALUES {
                choice(ui, &mut filter.reading, reading, reading.word(), None);
            }
        },
    );
}

fn outlet_ui(ui: &mut Ui, filter: &mut ArticleFilter, rows: &Rows) {
    let chip = view_chip(ui, t("articles-outlet"));
    Popup::from_toggle_button_response(&chip).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(
        |ui| {
            ui.set_width(240.0);
            ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                for (outlet, count) in &rows.outlets {
                    choice(ui, &mut filter.outlets, outlet, outlet, Some(*count));
                }
            });
        },
    );
}

fn missing_ui(ui: &mut Ui, filter: &mut ArticleFilter, rows: &Rows) {
    let chip = view_chip(ui, t("articles-missing"));
    Popup::from_toggle_button_response(&chip).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(
        |ui| {
            ui.set_width(220.0);
            for (asked, count, words) in [
                (&mut filter.undated, rows.undated, t("articles-undated")),
                (&mut filter.without_outlet, rows.without_outlet, t("articles-without-outlet")),
                (&mut filter.without_text, rows.without_text, t("articles-without-text")),
            ] {
                if count > 0 || *asked {
                    ui.checkbox(asked, Type::Control.text(format!("{words} ({})", number(count as i64))));
                }
            }
        },
    );
}

/// A value to be asked for or not.
fn choice<T: Clone + PartialEq>(
    ui: &mut Ui,
    asked: &mut Vec<T>,
    value: &T,
    words: &str,
    count: Option<usize>,
) {
    let mut chosen = asked.contains(value);
    let words = match count {
        Some(count) => format!("{words} ({})", number(count as i64)),
        None => words.to_owned(),
    };
    if ui.checkbox(&mut chosen, Type::Control.text(words)).changed() {
        if chosen { asked.push(value.clone()) } else { asked.retain(|one| one != value) }
    }
}

/// The filters in force, each with its way out.
fn asked_ui(ui: &mut Ui, filter: &mut ArticleFilter) {
    filter.reading.retain(|reading| !filter_chip(ui, reading.word()).removed);
    filter.outlets.retain(|outlet| {
        !filter_chip(ui, &t_with("articles-outlet-is", &[("outlet", Arg::from(outlet.clone()))])).removed
    });
    for (asked, words) in [
        (&mut filter.undated, t("articles-undated")),
        (&mut filter.without_outlet, t("articles-without-outlet")),
        (&mut filter.without_text, t("articles-without-text")),
        (&mut filter.near_copies, t("articles-near-asked")),
    ] {
        if *asked && filter_chip(ui, words).removed {
            *asked = false;
        }
    }
}
