//! The palette as egui styles.

use eframe::egui::style::{ScrollStyle, Selection, WidgetVisuals};
use eframe::egui::{Color32, CornerRadius, Margin, Shadow, Stroke, Style, Vec2, Visuals, vec2};

use super::palette::Palette;
use super::{fonts, size};

/// The style of one mode.
pub(super) fn style(p: &Palette, dark: bool) -> Style {
    let mut style =
        Style { text_styles: fonts::text_styles(), visuals: visuals(p, dark), ..Style::default() };
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
    style.animation_time = 0.08;
    style.url_in_tooltip = true;

    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::splat(size::GAP);
    spacing.button_padding = vec2(12.0, 8.0);
    spacing.interact_size = vec2(40.0, size::CONTROL);
    spacing.window_margin = Margin::same(24);
    spacing.menu_margin = Margin::same(6);
    spacing.indent = 16.0;
    spacing.combo_width = 160.0;
    spacing.text_edit_width = 280.0;
    spacing.icon_width = 16.0;
    spacing.icon_width_inner = 10.0;
    spacing.tooltip_width = 420.0;
    spacing.scroll = ScrollStyle::thin();
    style
}

fn visuals(p: &Palette, dark: bool) -> Visuals {
    let mut visuals = if dark { Visuals::dark() } else { Visuals::light() };
    let corner = CornerRadius::same(size::RADIUS_CONTROL);
    let widget = |fill: Color32, edge: Stroke, text: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: edge,
        corner_radius: corner,
        fg_stroke: Stroke::new(1.0, text),
        expansion: 0.0,
    };
    visuals.widgets.noninteractive = widget(p.card, Stroke::new(1.0, p.rule), p.ink);
    visuals.widgets.inactive = widget(p.card, Stroke::new(1.0, p.outline), p.ink);
    visuals.widgets.hovered = widget(p.hover, Stroke::new(1.0, p.muted), p.ink);
    visuals.widgets.active = widget(p.selection, Stroke::new(size::FOCUS, p.accent), p.ink);
    visuals.widgets.open = widget(p.selection, Stroke::new(1.0, p.accent), p.ink);
    visuals.selection = Selection { bg_fill: p.selection, stroke: Stroke::new(size::FOCUS, p.accent) };
    visuals.weak_text_color = Some(p.muted);
    visuals.hyperlink_color = p.accent;
    visuals.faint_bg_color = p.panel;
    visuals.extreme_bg_color = p.card;
    visuals.text_edit_bg_color = Some(p.card);
    visuals.code_bg_color = p.panel;
    visuals.warn_fg_color = p.disputed;
    visuals.error_fg_color = p.contradicted;
    visuals.panel_fill = p.background;
    visuals.window_fill = p.card;
    visuals.window_stroke = Stroke::new(1.0, p.rule);
    visuals.window_corner_radius = CornerRadius::same(size::RADIUS_CARD);
    visuals.menu_corner_radius = CornerRadius::same(size::RADIUS_CARD);
    visuals.window_shadow = Shadow { offset: [0, 8], blur: 32, spread: 0, color: p.shadow };
    visuals.popup_shadow = Shadow::NONE;
    visuals.text_cursor.stroke = Stroke::new(1.5, p.accent);
    visuals.indent_has_left_vline = false;
    visuals
}
