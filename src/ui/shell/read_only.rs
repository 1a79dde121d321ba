//! The bar that says why nothing can be changed.

use eframe::egui::{Frame, Label, Margin, Panel, Role, Ui, WidgetInfo};

use crate::text::t;
use crate::ui::theme::{Type, palette, size};

/// Draws it over the screen.
pub(super) fn read_only_bar(ui: &mut Ui, why: &str) {
    let p = palette(ui);
    let margin = Margin::symmetric(size::GAP_GROUP as i8, 8);
    Panel::top("read-only")
        .resizable(false)
        .show_separator_line(false)
        .frame(Frame::new().fill(p.mark_statement).inner_margin(margin))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                let label = ui.add(Label::new(Type::TableMedium.text(why)).truncate());
                label.widget_info(|| WidgetInfo::labeled(Role::Status, true, why));
                label.on_hover_text(t("read-only-hint"));
            });
        });
}
