//! Typefaces and the scale of type.

use std::sync::{Arc, LazyLock};

use eframe::egui::{Context, FontData, FontDefinitions, FontFamily, FontId, RichText, TextStyle};

use super::palette;

/// Inter 500: controls, counts, names of fields.
pub const MEDIUM: &str = "ui-medium";
/// Inter 600: titles of the interface, the primary button.
pub const SEMIBOLD: &str = "ui-semibold";
/// Source Serif 4: what people read, and every quotation.
pub const SERIF: &str = "serif";
/// Source Serif 4 600: titles of articles.
pub const SERIF_SEMIBOLD: &str = "serif-semibold";
/// Source Serif 4 italic.
pub const SERIF_ITALIC: &str = "serif-italic";

/// A size and face of type, named by its use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// 12: names of values, table headers, hints.
    Label,
    /// 12 medium: section headings, counts, badges.
    LabelMedium,
    /// 13.5: table cells, values.
    Table,
    /// 13.5 medium: what a table is about.
    TableMedium,
    /// 13.5 semibold: names of lanes and groups.
    TableStrong,
    /// 14: navigation, fields, running text of the interface.
    Control,
    /// 14 medium: buttons, tabs.
    ControlMedium,
    /// 14 semibold: the current tab, the primary button.
    ControlStrong,
    /// 14.5 serif: a quotation in a table row.
    QuoteRow,
    /// 16.5 serif: articles and quotations.
    Reading,
    /// 16.5 serif semibold: headings within an article.
    ReadingStrong,
    /// 16.5 serif italic.
    ReadingItalic,
    /// 16 semibold: titles of dialogs.
    DialogTitle,
    /// 21 semibold: the title of a screen.
    Title,
    /// 22 serif semibold: the title of an article.
    ArticleTitle,
}

/// Line height of reading text as a multiple of its size.
pub const READING_LINE: f32 = 1.5;

impl Type {
    /// The font of this use, in points.
    pub fn font(self) -> FontId {
        static FONTS: LazyLock<Vec<FontId>> = LazyLock::new(|| ALL.iter().map(|ty| ty.make()).collect());
        FONTS.get(self as usize).cloned().unwrap_or_default()
    }

    /// Text set in it.
    pub fn text(self, text: impl Into<String>) -> RichText {
        let text = RichText::new(text).font(self.font());
        match self {
            Self::Reading | Self::ReadingStrong | Self::ReadingItalic => {
                text.line_height(Some(self.font().size * READING_LINE))
            }
            _ => text,
        }
    }

    /// Text set in it that steps back.
    pub fn muted(self, ui: &eframe::egui::Ui, text: impl Into<String>) -> RichText {
        self.text(text).color(palette(ui).muted)
    }

    fn make(self) -> FontId {
        let named = |name: &str| FontFamily::Name(name.into());
        let (size, family) = match self {
            Self::Label => (12.0, FontFamily::Proportional),
            Self::LabelMedium => (12.0, named(MEDIUM)),
            Self::Table => (13.5, FontFamily::Proportional),
            Self::TableMedium => (13.5, named(MEDIUM)),
            Self::TableStrong => (13.5, named(SEMIBOLD)),
            Self::Control => (14.0, FontFamily::Proportional),
            Self::ControlMedium => (14.0, named(MEDIUM)),
            Self::ControlStrong => (14.0, named(SEMIBOLD)),
            Self::QuoteRow => (14.5, named(SERIF)),
            Self::Reading => (16.5, named(SERIF)),
            Self::ReadingStrong => (16.5, named(SERIF_SEMIBOLD)),
            Self::ReadingItalic => (16.5, named(SERIF_ITALIC)),
            Self::DialogTitle => (16.0, named(SEMIBOLD)),
            Self::Title => (21.0, named(SEMIBOLD)),
            Self::ArticleTitle => (22.0, named(SERIF_SEMIBOLD)),
        };
        FontId::new(size, family)
    }
}

/// In the order of the variants.
const ALL: [Type; 15] = [
    Type::Label,
    Type::LabelMedium,
    Type::Table,
    Type::TableMedium,
    Type::TableStrong,
    Type::Control,
    Type::ControlMedium,
    Type::ControlStrong,
    Type::QuoteRow,
    Type::Reading,
    Type::ReadingStrong,
    Type::ReadingItalic,
    Type::DialogTitle,
    Type::Title,
    Type::ArticleTitle,
];

/// What egui's own widgets use.
pub(super) fn text_styles() -> std::collections::BTreeMap<TextStyle, FontId> {
    [
        (TextStyle::Small, Type::Label.font()),
        (TextStyle::Body, Type::Control.font()),
        (TextStyle::Button, Type::ControlMedium.font()),
        (TextStyle::Heading, Type::Title.font()),
        (TextStyle::Monospace, FontId::new(13.0, FontFamily::Monospace)),
    ]
    .into()
}

/// Gives egui the typefaces; its own stay behind them for signs ours do not have.
pub(super) fn install(ctx: &Context) {
    let mut fonts = FontDefinitions::default();
    let fallback = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let faces: [(&str, &'static [u8], FontFamily); 6] = [
        ("inter", include_bytes!("../../../assets/fonts/Inter-Regular.ttf"), FontFamily::Proportional),
        (MEDIUM, include_bytes!("../../../assets/fonts/Inter-Medium.ttf"), FontFamily::Name(MEDIUM.into())),
        (
            SEMIBOLD,
            include_bytes!("../../../assets/fonts/Inter-SemiBold.ttf"),
            FontFamily::Name(SEMIBOLD.into()),
        ),
        (
            SERIF,
            include_bytes!("../../../assets/fonts/SourceSerif4-Regular.ttf"),
            FontFamily::Name(SERIF.into()),
        ),
        (
            SERIF_SEMIBOLD,
            include_bytes!("../../../assets/fonts/SourceSerif4-SemiBold.ttf"),
            FontFamily::Name(SERIF_SEMIBOLD.into()),
        ),
        (
            SERIF_ITALIC,
            include_bytes!("../../../assets/fonts/SourceSerif4-Italic.ttf"),
            FontFamily::Name(SERIF_ITALIC.into()),
        ),
    ];
    for (name, bytes, family) in faces {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        let mut stack = vec![name.to_owned()];
        stack.extend(fallback.iter().cloned());
        fonts.families.insert(family, stack);
    }
    ctx.set_fonts(fonts);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_the_order_of_the_variants() {
        for (n, ty) in ALL.into_iter().enumerate() {
            assert_eq!(ty as usize, n);
            assert_eq!(ty.font(), ty.make());
        }
    }

    #[test]
    fn the_faces_have_the_signs_of_the_window() {
        let ctx = Context::default();
        install(&ctx);
        let mut seen = false;
        let output = ctx.run_ui(eframe::egui::RawInput::default(), |ui| {
            ui.fonts_mut(|fonts| {
                for ty in ALL {
                    for sign in "“”‘’…–—·×ÄéßøŁčæ§€".chars() {
                        assert!(fonts.has_glyph(&ty.font(), sign), "{ty:?} lacks {sign}");
                    }
                }
            });
            seen = true;
        });
        output.drop_without_applying_deltas();
        assert!(seen);
    }
}
