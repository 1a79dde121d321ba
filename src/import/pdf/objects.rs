//! What a PDF's objects hold, followed through references as far as they lead.

use std::collections::HashMap;

use pdf_oxide::PdfDocument;
use pdf_oxide::object::Object;

/// How many references may lead to each other.
const STEPS: usize = 8;

/// The object itself where this is a reference to it.
pub(super) fn followed(document: &PdfDocument, object: &Object) -> Option<Object> {
    let mut object = object.clone();
    for _ in 0..STEPS {
        let Some(reference) = object.as_reference() else { return Some(object) };
        object = document.load_object(reference).ok()?;
    }
    None
}

/// The entry `name` of a dictionary.
pub(super) fn entry(document: &PdfDocument, of: &HashMap<String, Object>, name: &str) -> Option<Object> {
    followed(document, of.get(name)?)
}

/// The words of a text string.
pub(super) fn words(object: &Object) -> Option<String> {
    let bytes = object.as_string()?;
    let text = match bytes {
        [0xfe, 0xff, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        [0xff, 0xfe, rest @ ..] => encoding_rs::UTF_16LE.decode_without_bom_handling(rest).0.into_owned(),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        bytes => bytes.iter().map(|byte| letter(*byte)).collect(),
    };
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    let words = words.collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}

/// A letter of the encoding that PDFs have for such strings.
fn letter(byte: u8) -> char {
    const HIGH: &str = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\u{fffd}€";
    const LOW: &str = "˘ˇˆ˙˝˛˚˜";
    let of = |list: &str, from: u8| list.chars().nth(usize::from(byte - from)).unwrap_or('\u{fffd}');
    match byte {
        0x18..=0x1f => of(LOW, 0x18),
        0x80..=0xa0 => of(HIGH, 0x80),
        byte => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_strings_are_read_in_their_encodings() {
        let read = |bytes: &[u8]| words(&Object::String(bytes.to_vec()));
        assert_eq!(read(b"\xfe\xff\0B\0r\x20\x19"), Some("Br’".to_owned()));
        assert_eq!(read(b"\x8dBridge\x8e \x84 caf\xe9"), Some("“Bridge” — café".to_owned()));
        assert_eq!(read(b"\xef\xbb\xbfcaf\xc3\xa9\n shut"), Some("café shut".to_owned()));
        assert_eq!(read(b" \0"), None);
    }
}
