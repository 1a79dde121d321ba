//! The head of an article: where it is from, when, by whom, and its title.

use eframe::egui::{Align, CursorIcon, Label, Layout, Link, Response, Ui, vec2};

use super::ReadingState;
use crate::command::Command;
use crate::domain::kind::RecordKind;
use crate::domain::record::{Article, Owner};
use crate::text::t;
use crate::ui::theme::{Type, palette};
use crate::ui::{Cx, inspector};

/// Draws the head. The date, where it is not known, and "Details" lead to the article's fields.
pub(super) fn head_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    article: &Article,
    state: &mut ReadingState,
    out: &mut Vec<Command>,
) {
    ui.spacing_mut().item_spacing.y = 4.0;
    // Lines as high as their words, also where they wrap.
    ui.spacing_mut().interact_size.y = ui.fonts_mut(|fonts| fonts.row_height(&Type::Label.font()));
    ui.horizontal_top(|ui| {
        ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
            details_ui(ui, cx, article, state, out);
            ui.label(Type::Label.muted(ui, RecordKind::Article.short_key(article.number)));
            let room = vec2(ui.available_width(), ui.spacing().interact_size.y);
            let wrapped = Layout::left_to_right(Align::TOP).with_main_wrap(true);
            ui.allocate_ui_with_layout(room, wrapped, |ui| origin_ui(ui, cx, article, state, out));
        });
    });
    ui.add_space(2.0);
    ui.add(Label::new(Type::ArticleTitle.text(&article.title)).wrap());
}

/// Outlet · date · byline.
fn origin_ui(ui: &mut Ui, cx: &Cx<'_>, article: &Article, state: &mut ReadingState, out: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.x = 4.0;
    // The dots stay with the words before them where the line wraps.
    if !article.outlet.is_empty() {
        ui.label(Type::Label.muted(ui, format!("{} ·", article.outlet)));
    }
    let dot = if article.byline.is_empty() { "" } else { " ·" };
    if let Some(date) = &article.published.edtf {
        let words = format!("{}{dot}", date.words());
        ui.label(Type::Label.muted(ui, words)).on_hover_text(date.to_string());
    } else {
        if small_link(ui, t("reading-no-date")).on_hover_text(t("reading-no-date-tip")).clicked() {
            show_details(cx, article, state, out);
            inspector::focus_published(ui.ctx());
        }
        ui.label(Type::Label.muted(ui, dot.trim()));
    }
    if !article.byline.is_empty() {
        ui.label(Type::Label.muted(ui, &article.byline));
    }
}

/// Opens and closes the article's own fields.
fn details_ui(ui: &mut Ui, cx: &Cx<'_>, article: &Article, state: &mut ReadingState, out: &mut Vec<Command>) {
    let of_article = cx.selection == Some(Owner::Article(article.id));
    let shown = state.details && of_article;
    let words = if shown { t("reading-hide-details") } else { t("reading-details") };
    if small_link(ui, words).on_hover_text(t("reading-details-tip")).clicked() {
        if shown {
            state.details = false;
        } else {
            show_details(cx, article, state, out);
        }
    }
}

fn show_details(cx: &Cx<'_>, article: &Article, state: &mut ReadingState, out: &mut Vec<Command>) {
    state.details = true;
    let of = Owner::Article(article.id);
    if cx.selection != Some(of) {
        out.push(Command::Select(of));
    }
}

pub(super) fn small_link(ui: &mut Ui, words: &str) -> Response {
    let colour = palette(ui).accent;
    ui.add(Link::new(Type::Label.text(words).color(colour))).on_hover_cursor(CursorIcon::PointingHand)
}
