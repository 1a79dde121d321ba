//! Every colour of the window, for light and dark.

use eframe::egui::Color32;

use crate::domain::kind::CheckStatus;

/// The colours of one mode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Palette {
    /// Behind everything.
    pub background: Color32,
    /// The navigation, and what lies a step behind the background.
    pub panel: Color32,
    /// Cards, fields, the inspector.
    pub card: Color32,
    /// Text.
    pub ink: Color32,
    /// Text that steps back: labels, counts, headers.
    pub muted: Color32,
    /// One-pixel rules and the edges of cards and chips.
    pub rule: Color32,
    /// Edges of fields: firm enough to be found without colour (3:1).
    pub outline: Color32,
    /// Links, the current tab, focus, the primary button.
    pub accent: Color32,
    /// The primary button under the pointer.
    pub accent_hover: Color32,
    /// Text on the accent colour.
    pub on_accent: Color32,
    /// The selected row, a filter chip.
    pub selection: Color32,
    /// A row or quiet button under the pointer.
    pub hover: Color32,
    /// Sides of a dispute, in the order they were made.
    pub sides: [Color32; 4],
    /// A claim that evidence supports; words that match their source.
    pub supported: Color32,
    /// A claim that evidence supports in part.
    pub partly: Color32,
    /// A claim without support, or one that is disputed.
    pub disputed: Color32,
    /// A claim that evidence contradicts; what is overdue; what went wrong.
    pub contradicted: Color32,
    /// Behind the words of a statement in an article.
    pub mark_statement: Color32,
    /// Behind a date in an article.
    pub mark_date: Color32,
    /// Behind an open question in an article.
    pub mark_question: Color32,
    /// Behind a party in an article.
    pub mark_party: Color32,
    /// Over the window, behind a dialog.
    pub backdrop: Color32,
    /// The shadow of a dialog.
    pub shadow: Color32,
}

/// By day.
pub static LIGHT: Palette = Palette {
    background: rgb(0xFB_FA_F7),
    panel: rgb(0xF3_F1_EB),
    card: rgb(0xFF_FF_FF),
    ink: rgb(0x1E_23_29),
    muted: rgb(0x5A_63_6E),
    rule: rgb(0xE2_DE_D4),
    outline: rgb(0x80_86_8D),
    accent: rgb(0x1D_5C_8F),
    accent_hover: rgb(0x17_4D_79),
    on_accent: rgb(0xFF_FF_FF),
    selection: rgb(0xE1_EC_F5),
    hover: rgb(0xF0_EE_E7),
    sides: [rgb(0x1D_5C_8F), rgb(0xA4_53_2A), rgb(0x27_70_4A), rgb(0x7A_51_95)],
    supported: rgb(0x27_70_4A),
    partly: rgb(0x4F_6B_1E),
    disputed: rgb(0x85_59_0A),
    contradicted: rgb(0xB2_3B_3B),
    mark_statement: rgb(0xFF_F0_B8),
    mark_date: rgb(0xD9_EA_F8),
    mark_question: rgb(0xE4_F3_DF),
    mark_party: rgb(0xF6_E3_EE),
    backdrop: Color32::from_black_alpha(64),
    shadow: Color32::from_black_alpha(48),
};

/// By night.
pub static DARK: Palette = Palette {
    background: rgb(0x16_19_1D),
    panel: rgb(0x1B_1F_24),
    card: rgb(0x21_26_2C),
    ink: rgb(0xE8_E5_DE),
    muted: rgb(0xA6_B0_BA),
    rule: rgb(0x2E_34_3B),
    outline: rgb(0x75_7F_89),
    accent: rgb(0x7D_B4_E6),
    accent_hover: rgb(0x98_C4_EC),
    on_accent: rgb(0x12_18_1E),
    selection: rgb(0x24_35_46),
    hover: rgb(0x26_2B_33),
    sides: [rgb(0x7D_B4_E6), rgb(0xE0_9A_6B), rgb(0x79_C3_98), rgb(0xB7_9A_D1)],
    supported: rgb(0x79_C3_98),
    partly: rgb(0xA9_C4_6C),
    disputed: rgb(0xE2_B4_55),
    contradicted: rgb(0xF0_9A_9A),
    mark_statement: rgb(0x4D_43_1D),
    mark_date: rgb(0x22_3C_54),
    mark_question: rgb(0x24_40_2A),
    mark_party: rgb(0x46_29_3B),
    backdrop: Color32::from_black_alpha(128),
    shadow: Color32::from_black_alpha(128),
};

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

impl Palette {
    /// The colour of a side, counted from 0; with more sides than colours they come round again.
    #[must_use]
    pub const fn side(&self, n: usize) -> Color32 {
        self.sides[n % self.sides.len()]
    }

    /// The colour of a check; one not made is muted (and drawn hollow).
    #[must_use]
    pub const fn check(&self, status: CheckStatus) -> Color32 {
        match status {
            CheckStatus::NotChecked => self.muted,
            CheckStatus::Checking => self.accent,
            CheckStatus::Supported => self.supported,
            CheckStatus::Partly => self.partly,
            CheckStatus::Unsupported => self.disputed,
            CheckStatus::Contradicted => self.contradicted,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance as WCAG 2 defines it.
    fn luminance(colour: Color32) -> f64 {
        let linear = |byte: u8| {
            let share = f64::from(byte) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
    }

    fn contrast(a: Color32, b: Color32) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn contrast_is_that_of_the_standard() {
        assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 1e-9);
        assert!(contrast(rgb(0x77_77_77), Color32::WHITE) < 4.5, "the best known near miss");
    }

    #[test]
    fn text_can_be_read_on_all_it_lies_on() {
        for p in [&LIGHT, &DARK] {
            let texts = [p.ink, p.muted, p.accent, p.supported, p.partly, p.disputed, p.contradicted];
            for text in texts.into_iter().chain(p.sides) {
                for ground in [p.background, p.panel, p.card, p.selection, p.hover] {
                    let ratio = contrast(text, ground);
                    assert!(ratio >= 4.5, "{text:?} on {ground:?}: {ratio:.2}");
                }
            }
            for ground in [p.accent, p.accent_hover] {
                assert!(contrast(p.on_accent, ground) >= 4.5);
            }
            for mark in [p.mark_statement, p.mark_date, p.mark_question, p.mark_party] {
                assert!(contrast(p.ink, mark) >= 4.5);
            }
        }
    }

    #[test]
    fn fields_and_focus_can_be_found() {
        for p in [&LIGHT, &DARK] {
            for ground in [p.background, p.panel, p.card] {
                assert!(contrast(p.outline, ground) >= 3.0, "field on {ground:?}");
                assert!(contrast(p.accent, ground) >= 3.0, "focus ring on {ground:?}");
            }
        }
    }

    #[test]
    fn sides_come_round_again() {
        assert_eq!(LIGHT.side(5), LIGHT.side(1));
    }
}
