//! One paragraph of a difference. What is gone is struck through behind a minus, what is new underlined behind a plus:
//! never told by colour alone.

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Label, Role, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::domain::revision::{Change, Piece};
use crate::text::{Arg, t, t_with};
use crate::ui::theme::{Type, palette};

/// How the two versions stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// Old at the left, new at the right.
    Columns,
    /// Old above new.
    Inline,
}

/// A version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    Old,
    New,
    Both,
}

/// Room for the sign before a paragraph.
pub(super) const SIGN: f32 = 24.0;
/// Between the columns and between paragraphs.
const GAP: f32 = 14.0;

/// Draws a paragraph that changed.
pub(super) fn change_ui(ui: &mut Ui, look: Look, change: &Change) {
    let whole = |text: &str| vec![Piece { text: text.to_owned(), changed: true }];
    match change {
        Change::Same(text) => same_ui(ui, look, text),
        Change::Altered { old, new } => sides_ui(ui, look, Some(old), Some(new)),
        Change::Removed(text) => sides_ui(ui, look, Some(&whole(text)), None),
        Change::Added(text) => sides_ui(ui, look, None, Some(&whole(text))),
    }
}

/// Draws a paragraph that both versions have.
pub(super) fn same_ui(ui: &mut Ui, look: Look, text: &str) {
    let pieces = [Piece { text: text.to_owned(), changed: false }];
    match look {
        Look::Columns => columns(ui, |ui, _| side_ui(ui, &pieces, Of::Both)),
        Look::Inline => side_ui(ui, &pieces, Of::Both),
    }
    ui.add_space(GAP / 2.0);
}

fn sides_ui(ui: &mut Ui, look: Look, old: Option<&[Piece]>, new: Option<&[Piece]>) {
    let side = |ui: &mut Ui, pieces: Option<&[Piece]>, of: Of| {
        if let Some(pieces) = pieces {
            side_ui(ui, pieces, of);
        }
    };
    match look {
        Look::Columns => columns(ui, |ui, column| match column {
            0 => side(ui, old, Of::Old),
            _ => side(ui, new, Of::New),
        }),
        Look::Inline => {
            side(ui, old, Of::Old);
            side(ui, new, Of::New);
        }
    }
    ui.add_space(GAP / 2.0);
}

/// Two columns of one row, as high as the higher one.
pub(super) fn columns(ui: &mut Ui, content: impl Fn(&mut Ui, usize)) {
    let room = ui.available_rect_before_wrap();
    let width = ((room.width() - GAP) / 2.0).floor();
    let mut bottom = room.top();
    for column in 0..2 {
        let left = room.left() + column as f32 * (width + GAP);
        let place = eframe::egui::Rect::from_min_size(pos2(left, room.top()), vec2(width, room.height()));
        let mut child = ui.new_child(UiBuilder::new().id_salt(column).max_rect(place));
        content(&mut child, column);
        bottom = bottom.max(child.min_rect().bottom());
    }
    ui.advance_cursor_after_rect(room.with_max_y(bottom));
}

/// A sign and the words.
fn side_ui(ui: &mut Ui, pieces: &[Piece], of: Of) {
    let p = palette(ui);
    let plain = TextFormat {
        line_height: Some(22.0),
        ..TextFormat::simple(Type::QuoteRow.font(), if of == Of::Both { p.muted } else { p.ink })
    };
    let line = Stroke::new(1.0, p.ink);
    let changed = match of {
        Of::Old => TextFormat { background: p.mark_party, strikethrough: line, ..plain.clone() },
        Of::New => TextFormat { background: p.mark_question, underline: line, ..plain.clone() },
        Of::Both => plain.clone(),
    };
    let mut job = LayoutJob::default();
    for piece in pieces {
        // The space after the last word is not marked: it would look like a word.
        let words = piece.text.trim_end();
        let format = if piece.changed { &changed } else { &plain };
        job.append(words, 0.0, format.clone());
        job.append(piece.text.get(words.len()..).unwrap_or_default(), 0.0, plain.clone());
    }
    let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.allocate_ui(vec2(SIGN, 22.0), |ui| {
            ui.set_min_width(SIGN);
            let sign = match of {
                Of::Old => t("difference-minus"),
                Of::New => t("difference-plus"),
                Of::Both => "",
            };
            ui.add_space(8.0);
            ui.label(Type::ControlStrong.text(sign));
        });
        let wrapped = |ui: &mut Ui| ui.add(Label::new(job).wrap());
        let label = ui.vertical(wrapped).inner;
        let said = match of {
            Of::Old => t_with("difference-was", &[("text", Arg::from(text))]),
            Of::New => t_with("difference-is", &[("text", Arg::from(text))]),
            Of::Both => text,
        };
        label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    });
}
