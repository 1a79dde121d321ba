//! What the window says while files are dragged over it.

use eframe::egui::{
    Align2, Area, Context, CornerRadius, Id, Label, Order, Shape, Stroke, StrokeKind, UiBuilder,
};

use crate::text::{Arg, t, t_with};
use crate::ui::Cx;
use crate::ui::theme::{Type, palette, size};

/// Draws the target over the whole window while files are dragged over it.
pub fn drop_target_ui(ctx: &Context, cx: &Cx<'_>) {
    let count = ctx.input(|input| input.raw.hovered_files.len());
    if count == 0 {
        return;
    }
    let case = cx.place.case().and_then(|id| cx.data.library.cases.iter().find(|line| line.case.id == id));
    let words = match case {
        _ if !cx.can_write() => t("drop-read-only").to_owned(),
        Some(line) => t_with(
            "drop-into-case",
            &[("count", Arg::from(count as i64)), ("case", Arg::from(line.case.title.clone()))],
        ),
        None => t_with("drop-new-case", &[("count", Arg::from(count as i64))]),
    };
    let mut window = ctx.content_rect();
    let has_cases = cx.can_write() && !cx.data.library.cases.is_empty();
    if has_cases {
        // The cases in the navigation stay in sight: files can be dropped on each.
        window.min.x += size::NAVIGATION;
    }
    Area::new(Id::unique("drop-target")).order(Order::Foreground).fixed_pos(window.min).show(ctx, |ui| {
        let p = palette(ui);
        let target = window.shrink(size::MARGIN);
        ui.painter().rect_filled(window, CornerRadius::ZERO, p.background.gamma_multiply(0.86));
        ui.painter().rect(
            target,
            size::RADIUS_CARD,
            p.selection.gamma_multiply(0.6),
            Stroke::NONE,
            StrokeKind::Inside,
        );
        let corners = [
            target.left_top(),
            target.right_top(),
            target.right_bottom(),
            target.left_bottom(),
            target.left_top(),
        ];
        ui.painter().extend(Shape::dashed_line(&corners, Stroke::new(2.0, p.accent), 10.0, 6.0));
        let words_at =
            Align2::CENTER_CENTER.anchor_size(target.center(), (target.width() - 96.0, 96.0).into());
        ui.scope_builder(UiBuilder::new().max_rect(words_at), |ui| {
            ui.vertical_centered(|ui| {
                ui.add(Label::new(Type::Title.text(words).color(p.accent)).wrap());
                ui.label(Type::Control.muted(ui, t("drop-kinds")));
                if has_cases {
                    ui.label(Type::Control.muted(ui, t("drop-on-case")));
                }
            });
        });
        ui.expand_to_include_rect(window);
    });
}
