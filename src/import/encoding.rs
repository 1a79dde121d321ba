//! Bytes to text: which encoding a file is in, and its words.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// A file's words.
pub(super) struct Decoded {
    /// The text; line ends are LF, a byte order mark is gone, all else is as in the file.
    pub(super) text: String,
    /// The name of the encoding.
    pub(super) encoding: String,
    /// Whether some bytes mean nothing in that encoding and became replacement characters.
    pub(super) malformed: bool,
}

/// The encodings a person can choose from, those that old articles are mostly in first.
pub const ENCODINGS: &[&str] = &[
    "UTF-8",
    "windows-1252",
    "macintosh",
    "windows-1250",
    "ISO-8859-2",
    "windows-1251",
    "KOI8-R",
    "IBM866",
    "windows-1253",
    "windows-1254",
    "windows-1255",
    "windows-1256",
    "windows-1257",
    "Shift_JIS",
    "EUC-JP",
    "ISO-2022-JP",
    "GB18030",
    "Big5",
    "EUC-KR",
    "UTF-16LE",
    "UTF-16BE",
];

/// How much of a file is looked at to guess: enough for any language, little for a large file.
const SAMPLE: usize = 1 << 20;

/// Decodes the file, or `None` if it is no text in any encoding. A byte order mark is believed before the encoding
/// a person chose by its label.
pub(super) fn decode(bytes: &[u8], chosen: Option<&str>) -> Option<Decoded> {
    let chosen = chosen.and_then(|label| Encoding::for_label(label.as_bytes()));
    let encoding = if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        encoding
    } else if let Some(encoding) = chosen.or_else(|| utf_16_without_mark(bytes)) {
        encoding
    } else if looks_binary(bytes) {
        return None;
    } else if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        mostly_utf_8(bytes).or_else(|| declared(bytes)).unwrap_or_else(|| guess(bytes))
    };
    let (text, encoding, malformed) = encoding.decode(bytes);
    Some(Decoded { text: line_ends(&text), encoding: encoding.name().to_owned(), malformed })
}

/// CRLF and CR made LF.
pub(super) fn line_ends(text: &str) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() }
}

/// UTF-16 of Western text has a NUL in every other byte: in the odd ones if the low byte is first.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096)];
    let nuls = |first| sample.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, pairs) = (nuls(0), nuls(1), sample.len() / 2);
    // White space and marks occur in every script, so some NULs do, and all on one side.
    let enough =
        |many: usize, few: usize| bytes.len().is_multiple_of(2) && many * 5 >= pairs && few * 20 <= many;
    let encoding = if pairs >= 2 && enough(odd, even) {
        UTF_16LE
    } else if pairs >= 2 && enough(even, odd) {
        UTF_16BE
    } else {
        return None;
    };
    let (text, _, malformed) = encoding.decode(bytes);
    (!malformed && !looks_binary(text.as_bytes())).then_some(encoding)
}

/// Texts hold no NUL and hardly a control character (escape is one of ISO-2022-JP).
fn looks_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let odd = |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b | 0x0b);
    sample.contains(&0) || sample.iter().filter(odd).count() * 100 > sample.len()
}

/// The encoding a page or XML file declares near its top.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    if !head.contains('<') {
        return None;
    }
    let after = ["charset=", "encoding="].iter().find_map(|key| Some(head.split_once(key)?.1))?;
    let label: String = after
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'))
        .collect();
    let encoding = Encoding::for_label(label.as_bytes())?;
    // The file is not UTF-8 or UTF-16 (both were tried), whatever it says; nor what its bytes mean nothing in.
    let wrong = encoding == UTF_8 || encoding == UTF_16LE || encoding == UTF_16BE || encoding.decode(bytes).2;
    (!wrong).then_some(encoding)
}

/// A few broken bytes in a text that is UTF-8 elsewhere do not make it anything else.
fn mostly_utf_8(bytes: &[u8]) -> Option<&'static Encoding> {
    let mut broken = 0;
    let mut multibyte = 0;
    for chunk in bytes[..bytes.len().min(SAMPLE)].utf8_chunks() {
        broken += usize::from(!chunk.invalid().is_empty());
        multibyte += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
    }
    (multibyte > 4 * broken).then_some(UTF_8)
}

/// A file that declares nothing.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(sample, sample.len() == bytes.len());
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], encoding: &str, text: &str) {
        let decoded = decode(bytes, None).expect("a text");
        assert_eq!((decoded.encoding.as_str(), decoded.text.as_str()), (encoding, text));
        assert!(!decoded.malformed);
    }

    fn utf_16le(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn encodings_with_and_without_a_mark() {
        let words = "“Sage”, she said — naïve\u{a0}words";
        check(words.as_bytes(), "UTF-8", words);
        check(&[b"\xef\xbb\xbf", words.as_bytes()].concat(), "UTF-8", words);
        check(&[b"\xff\xfe".to_vec(), utf_16le(words)].concat(), "UTF-16LE", words);
        check(&utf_16le(words), "UTF-16LE", words);
        let big: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(&big, "UTF-16BE", words);
        let words = "“Sage,” she said – the café’s owner – “is naïve.” Señor Peña knew it.";
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(words);
        check(&bytes, "windows-1252", words);
    }

    #[test]
    fn japanese_nobody_declared() {
        let words = "市長は木曜日、橋の閉鎖を続けると述べた。住民は説明を求めている。";
        let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode(words);
        check(&bytes, "Shift_JIS", words);
    }

    #[test]
    fn a_declared_encoding_is_believed_unless_the_bytes_are_utf_8() {
        let page = b"<html><head><meta charset=\"iso-8859-2\"></head><body>\xb3\xf3d\xbc</body>";
        let decoded = decode(page, None).expect("a text");
        assert_eq!(decoded.encoding, "ISO-8859-2");
        assert!(decoded.text.contains("łódź"));
        let wrong = "<meta charset=windows-1252><p>łódź";
        check(wrong.as_bytes(), "UTF-8", wrong);
    }

    #[test]
    fn a_declared_encoding_the_bytes_mean_nothing_in_is_not_believed() {
        let words =
            "<meta charset=utf-8><p>“Sage,” she said – the café’s owner – “is naïve.” Señor Peña knew it.";
        for declared in ["utf-8", "shift_jis", "gb18030"] {
            let words = words.replacen("utf-8", declared, 1);
            let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(&words);
            check(&bytes, "windows-1252", &words);
        }
        let mut broken = "<meta charset=iso-8859-1><p>“Grüße aus Köln, schöne Straße”".as_bytes().to_vec();
        broken.push(0xff);
        let decoded = decode(&broken, None).expect("a text");
        assert_eq!((decoded.encoding.as_str(), decoded.malformed), ("UTF-8", true));
    }

    #[test]
    fn broken_bytes_are_told_of() {
        let mut bytes = "Grüße aus Köln, schöne Straße, über allem".as_bytes().to_vec();
        bytes.push(0xff);
        let decoded = decode(&bytes, None).expect("a text");
        assert_eq!(decoded.encoding, "UTF-8");
        assert!(decoded.malformed);
        assert!(decoded.text.starts_with("Grüße"));
    }

    #[test]
    fn a_chosen_encoding_goes_before_all_but_a_mark() {
        let decoded = decode(b"caf\xe9 \xb3", Some("iso-8859-2")).expect("a text");
        assert_eq!((decoded.encoding.as_str(), decoded.text.as_str()), ("ISO-8859-2", "café ł"));
        let marked = decode(b"\xef\xbb\xbfcaf\xc3\xa9", Some("iso-8859-2")).expect("a text");
        assert_eq!((marked.encoding.as_str(), marked.text.as_str()), ("UTF-8", "café"));
        let unknown = decode("café".as_bytes(), Some("no such encoding")).expect("a text");
        assert_eq!(unknown.encoding, "UTF-8");
    }

    #[test]
    fn line_ends_become_lf_and_nothing_else_changes() {
        check(b"a\r\nb\rc\n\td  e", "UTF-8", "a\nb\nc\n\td  e");
    }
}
