//! The character sets of rich text files.

use encoding_rs::Encoding;

use crate::import::pack;

/// How bytes become characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Charset {
    /// As an encoding of the web.
    Web(&'static Encoding),
    /// As the first PCs wrote.
    Pc,
}

impl Default for Charset {
    fn default() -> Self {
        Self::Web(encoding_rs::WINDOWS_1252)
    }
}

impl Charset {
    /// Of a code page of Windows; `None` if it is not known.
    pub(super) fn of_page(page: i32) -> Option<Self> {
        Some(Self::Web(match page {
            437 | 850 => return Some(Self::Pc),
            866 => encoding_rs::IBM866,
            874 => encoding_rs::WINDOWS_874,
            932 => encoding_rs::SHIFT_JIS,
            936 => encoding_rs::GBK,
            949 => encoding_rs::EUC_KR,
            950 => encoding_rs::BIG5,
            1250 => encoding_rs::WINDOWS_1250,
            1251 => encoding_rs::WINDOWS_1251,
            1252 => encoding_rs::WINDOWS_1252,
            1253 => encoding_rs::WINDOWS_1253,
            1254 => encoding_rs::WINDOWS_1254,
            1255 => encoding_rs::WINDOWS_1255,
            1256 => encoding_rs::WINDOWS_1256,
            1257 => encoding_rs::WINDOWS_1257,
            1258 => encoding_rs::WINDOWS_1258,
            10000 => encoding_rs::MACINTOSH,
            10007 => encoding_rs::X_MAC_CYRILLIC,
            54936 => encoding_rs::GB18030,
            65001 => encoding_rs::UTF_8,
            _ => return None,
        }))
    }

    /// Of a font's character set; `None` for the one of the document.
    pub(super) fn of_font(number: i32) -> Option<Self> {
        Self::of_page(match number {
            77 => 10000,
            128 => 932,
            129 => 949,
            134 => 936,
            136 => 950,
            161 => 1253,
            162 => 1254,
            163 => 1258,
            177 => 1255,
            178 => 1256,
            186 => 1257,
            204 => 1251,
            222 => 874,
            238 => 1250,
            254 | 255 => 437,
            _ => return None,
        })
    }

    /// The characters of these bytes, and whether some meant nothing.
    pub(super) fn decode(self, bytes: &[u8]) -> (String, bool) {
        match self {
            Self::Pc => (bytes.iter().map(|byte| pack::cp437(*byte)).collect(), false),
            Self::Web(encoding) => {
                let (text, malformed) = encoding.decode_without_bom_handling(bytes);
                (text.into_owned(), malformed)
            }
        }
    }
}

/// The tag of a language that Windows numbers; regions are kept where they matter.
pub(super) fn language(number: i32) -> Option<&'static str> {
    Some(match number {
        0x409 => "en-US",
        0x809 => "en-GB",
        0x1009 => "en-CA",
        0xc09 => "en-AU",
        0x416 => "pt-BR",
        0x816 => "pt-PT",
        0x804 => "zh-CN",
        0x404 => "zh-TW",
        _ => match number & 0x3ff {
            0x01 => "ar",
            0x02 => "bg",
            0x03 => "ca",
            0x04 => "zh",
            0x05 => "cs",
            0x06 => "da",
            0x07 => "de",
            0x08 => "el",
            0x09 => "en",
            0x0a => "es",
            0x0b => "fi",
            0x0c => "fr",
            0x0d => "he",
            0x0e => "hu",
            0x10 => "it",
            0x11 => "ja",
            0x12 => "ko",
            0x13 => "nl",
            0x14 => "nb",
            0x15 => "pl",
            0x16 => "pt",
            0x18 => "ro",
            0x19 => "ru",
            0x1a => "hr",
            0x1b => "sk",
            0x1d => "sv",
            0x1e => "th",
            0x1f => "tr",
            0x21 => "id",
            0x22 => "uk",
            0x24 => "sl",
            0x25 => "et",
            0x26 => "lv",
            0x27 => "lt",
            0x29 => "fa",
            0x2a => "vi",
            0x36 => "af",
            0x39 => "hi",
            _ => return None,
        },
    })
}
