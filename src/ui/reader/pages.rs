//! Where the pages of the original begin: a quiet name at the side of the text, which is no part of it.

use eframe::egui::{Align2, Id as WidgetId, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2};

use super::chunks::ReaderText;
use super::layout::Placed;
use crate::text::page_words;
use crate::ui::theme::{Type, palette, size};

/// The room that the names take at the right of the text.
const ROOM: f32 = 44.0;

/// The column of the text: less wide where the names of its pages would not have room beside it.
pub(super) fn beside_labels(text: &ReaderText, mut column: Rect, space: Rect) -> Rect {
    let right = space.right() - size::GAP - ROOM;
    if !text.pages().is_empty() && column.right() > right {
        column.set_right(right.max(column.left() + ROOM).floor());
    }
    column
}

/// Draws the names of the pages that begin where the text shows. `within` is the window on the text and the column.
pub(super) fn labels(ui: &Ui, id: WidgetId, text: &ReaderText, placed: &[Placed], within: (Rect, Rect)) {
    let (view, column) = within;
    let p = palette(ui);
    let painter = ui.painter().with_clip_rect(view);
    for chunk in placed {
        let first = text.pages().partition_point(|page| page.at < chunk.points.start);
        let pages = text.pages().get(first..).unwrap_or_default();
        for page in pages.iter().take_while(|page| page.at < chunk.points.end.max(1)) {
            let caret = chunk.caret_at(page.at);
            if caret.bottom() < view.top() || caret.top() > view.bottom() {
                continue;
            }
            if caret.left() > column.left() + 1.0 {
                painter.vline(caret.left() - 1.5, caret.y_range().shrink(2.0), Stroke::new(1.0, p.outline));
            }
            let words = page_words(&page.label);
            let galley = painter.layout_no_wrap(words.clone(), Type::Label.font(), p.muted);
            let at = pos2(column.right() + size::GAP, caret.center().y);
            let rect = Align2::LEFT_CENTER.anchor_size(at, galley.size());
            let label = ui.interact(rect.intersect(view), id.with(("page", page.at)), Sense::hover());
            label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
            painter.galley(rect.min.round(), galley, p.muted);
        }
    }
}
