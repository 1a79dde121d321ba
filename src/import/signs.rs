//! Signs that office programs draw with fonts of their own, as the characters that look like them.

/// Fonts of signs have their characters here.
const PRIVATE: std::ops::RangeInclusive<u32> = 0xf000..=0xf0ff;

/// The character that a character of a font of signs looks like; any other character itself.
pub(super) fn sign(font: &str, code: u32) -> char {
    if !PRIVATE.contains(&code) {
        return char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
    }
    match (font.trim(), code & 0xff) {
        ("Wingdings", 0x6f | 0x71 | 0xa8) => '☐',
        ("Wingdings", 0xfe) | ("Wingdings 2", 0x52) => '☑',
        ("Wingdings", 0x78 | 0xfd) | ("Wingdings 2", 0x54) => '☒',
        ("Wingdings", 0xfc) | ("Wingdings 2", 0x50) => '✓',
        ("Wingdings", 0xfb) | ("Wingdings 2", 0x4f) => '✗',
        ("Wingdings", 0xe0) => '→',
        ("Wingdings", 0x6c | 0x9f) | (_, 0xb7) => '•',
        _ => char::REPLACEMENT_CHARACTER,
    }
}

/// The sign of a bullet. Those drawn with a font of signs have a letter, or no character at all, behind them.
pub(super) fn bullet(sign: &str) -> String {
    let plain = |c: char| !c.is_alphanumeric() && !c.is_control() && !('\u{e000}'..='\u{f8ff}').contains(&c);
    if !sign.trim().is_empty() && sign.chars().all(plain) { sign.to_owned() } else { "•".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_bullets() {
        assert_eq!(sign("Wingdings", 0xf0fe), '☑');
        assert_eq!(sign("Symbol", 0xf0b7), '•');
        assert_eq!(sign("Symbol", 0xe9), 'é');
        assert_eq!(sign("Unknown", 0xf041), '\u{fffd}');
        assert_eq!(["–", "o", "\u{f0b7}", ""].map(bullet), ["–", "•", "•", "•"]);
    }
}
