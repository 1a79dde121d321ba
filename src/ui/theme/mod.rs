//! How the window looks: every colour, typeface and size is here and nowhere else.

mod fonts;
mod palette;
pub mod size;
mod style;

use eframe::egui::{Context, Theme, ThemePreference, Ui};

pub use fonts::{MEDIUM, READING_LINE, SEMIBOLD, SERIF, SERIF_ITALIC, SERIF_SEMIBOLD, Type};
pub use palette::{DARK, LIGHT, Palette};

/// Which colours the person wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// As the system is set.
    #[default]
    System,
}

/// Gives a new window its typefaces, both styles, and the mode to start in.
pub fn apply(ctx: &Context, mode: Mode) {
    fonts::install(ctx);
    ctx.set_style_of(Theme::Light, style::style(&LIGHT, false));
    ctx.set_style_of(Theme::Dark, style::style(&DARK, true));
    set_mode(ctx, mode);
}

/// Changes the mode of a window that has its styles.
pub fn set_mode(ctx: &Context, mode: Mode) {
    ctx.set_theme(match mode {
        Mode::Light => ThemePreference::Light,
        Mode::Dark => ThemePreference::Dark,
        Mode::System => ThemePreference::System,
    });
}

/// The colours in use.
pub fn palette(ui: &Ui) -> &'static Palette {
    if ui.visuals().dark_mode { &DARK } else { &LIGHT }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mode_decides_the_colours() {
        let ctx = Context::default();
        for (mode, expected) in [(Mode::Dark, &DARK), (Mode::Light, &LIGHT)] {
            apply(&ctx, mode);
            let mut used = None;
            ctx.run_ui(eframe::egui::RawInput::default(), |ui| used = Some(palette(ui)))
                .drop_without_applying_deltas();
            assert_eq!(used, Some(expected));
        }
    }
}
