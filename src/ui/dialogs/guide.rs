//! The user guide, readable within the program.

use std::sync::LazyLock;

use eframe::egui::{
    Align, Frame, Label, Layout, Margin, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::markdown::{Block, Piece, blocks, job};
use super::panel::panel;
use crate::text::t;
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{TextField, rule};

/// A part of the guide: its heading and what is under it.
struct Section {
    title: String,
    blocks: Vec<Block>,
}

static GUIDE: LazyLock<Vec<Section>> =
    LazyLock::new(|| sections(include_str!("../../../assets/guide/guide.md")));

/// Where the reader is in the guide.
#[derive(Debug, Default)]
pub struct Guide {
    /// Words looked for: only sections that have them are shown.
    typed: String,
    /// A section to scroll to.
    go: Option<usize>,
    was_shown: bool,
}

/// Draws it.
pub(super) fn guide_ui(ui: &mut Ui, state: &mut Guide) -> bool {
    let opened = !std::mem::replace(&mut state.was_shown, true);
    panel(ui.ctx(), "guide", t("guide-title"), vec2(940.0, 700.0), |ui| {
        let height = ui.available_height();
        let words = state.typed.trim().to_lowercase();
        let shown: Vec<(usize, &Section)> =
            GUIDE.iter().enumerate().filter(|(_, section)| has(section, &words)).collect();
        ui.horizontal_top(|ui| {
            ui.allocate_ui_with_layout(vec2(220.0, height), Layout::top_down(Align::Min), |ui| {
                contents_ui(ui, state, &shown, opened);
            });
            ui.add_space(size::GAP_GROUP);
            ui.allocate_ui_with_layout(
                vec2(ui.available_width(), height),
                Layout::top_down(Align::Min),
                |ui| text_ui(ui, state, &shown),
            );
        });
    })
}

fn sections(markdown: &str) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for block in blocks(markdown) {
        match block {
            Block::Heading(1 | 2, title) => sections.push(Section { title, blocks: Vec::new() }),
            block => {
                if let Some(section) = sections.last_mut() {
                    section.blocks.push(block);
                }
            }
        }
    }
    sections
}

fn has(section: &Section, words: &str) -> bool {
    words.is_empty()
        || section.title.to_lowercase().contains(words)
        || section.blocks.iter().any(|block| block.has(words))
}

/// The search field and the list of sections.
fn contents_ui(ui: &mut Ui, state: &mut Guide, shown: &[(usize, &Section)], opened: bool) {
    let field =
        TextField::new(t("guide-find")).hint(t("guide-find")).name_hidden().show(ui, &mut state.typed);
    if opened {
        field.request_focus();
    }
    ui.add_space(size::GAP);
    ScrollArea::vertical().id_salt("contents").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (n, section) in shown {
            if entry(ui, &section.title) {
                state.go = Some(*n);
            }
        }
    });
}

fn entry(ui: &mut Ui, title: &str) -> bool {
    let p = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, title));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, size::RADIUS_CONTROL, p.hover);
    }
    let ink = if response.has_focus() { p.accent } else { p.ink };
    let mut words =
        eframe::egui::text::LayoutJob::simple_singleline(title.to_owned(), Type::Table.font(), ink);
    words.wrap = eframe::egui::text::TextWrapping::truncate_at_width(rect.width() - 16.0);
    let galley = ui.painter().layout_job(words);
    let at = pos2(rect.left() + 8.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at.round(), galley, ink);
    response.clicked()
}

fn text_ui(ui: &mut Ui, state: &mut Guide, shown: &[(usize, &Section)]) {
    ScrollArea::vertical().id_salt("text").auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width((ui.available_width() - 16.0).min(640.0));
        ui.spacing_mut().item_spacing.y = 10.0;
        if shown.is_empty() {
            ui.label(Type::Control.muted(ui, t("guide-nothing")));
        }
        for (place, (n, section)) in shown.iter().enumerate() {
            if place > 0 {
                ui.add_space(size::GAP_GROUP);
            }
            let heading = ui.label(Type::Title.text(&section.title));
            heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &section.title));
            if state.go == Some(*n) {
                heading.scroll_to_me(Some(Align::Min));
                state.go = None;
            }
            for block in &section.blocks {
                block_ui(ui, block);
            }
        }
        ui.add_space(48.0);
    });
}

fn block_ui(ui: &mut Ui, block: &Block) {
    match block {
        Block::Heading(_, title) => drop(ui.label(Type::ControlStrong.text(title))),
        Block::Paragraph(pieces) => pieces_ui(ui, pieces),
        Block::Item(mark, pieces) => {
            ui.horizontal_top(|ui| {
                ui.allocate_ui(vec2(20.0, 21.0), |ui| {
                    ui.set_min_width(20.0);
                    ui.label(Type::Control.muted(ui, mark).line_height(Some(21.0)));
                });
                ui.vertical(|ui| pieces_ui(ui, pieces));
            });
        }
        Block::Row { head, cells } => row_ui(ui, *head, cells),
    }
}

fn row_ui(ui: &mut Ui, head: bool, cells: &[Vec<Piece>]) {
    if head {
        return; // two columns that explain themselves
    }
    let margin = Margin { left: 0, right: 0, top: 0, bottom: 2 };
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            for (n, cell) in cells.iter().enumerate() {
                if n == 0 {
                    ui.allocate_ui(vec2(150.0, 21.0), |ui| {
                        ui.set_min_width(150.0);
                        pieces_ui(ui, cell);
                    });
                } else {
                    ui.vertical(|ui| pieces_ui(ui, cell));
                }
            }
        });
    });
    rule(ui);
}

fn pieces_ui(ui: &mut Ui, pieces: &[Piece]) {
    let job = job(pieces, palette(ui), ui.available_width());
    ui.add(Label::new(job).wrap());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guide_has_its_sections_and_is_searched() {
        assert!(GUIDE.len() > 10, "{} sections", GUIDE.len());
        assert!(GUIDE.iter().all(|section| !section.blocks.is_empty()));
        let found = GUIDE.iter().filter(|section| has(section, "ctrl+shift+c")).count();
        assert!((1..GUIDE.len()).contains(&found), "{found}");
    }
}
