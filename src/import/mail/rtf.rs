//! The packed rich text that Outlook keeps in a mail: unpacking it.

/// What every packed text is taken to be preceded by, so that its first words are short too.
const BEGINNING: &[u8] = b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \
\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\
\\b\\i\\u\\tab\\tx";

/// How far back a repetition may lie.
const WINDOW: usize = 4096;

/// More than this is no mail a person wrote.
const MOST: usize = 64 << 20;

/// The rich text; `None` if the bytes are none, or not whole.
pub(super) fn unpacked(bytes: &[u8]) -> Option<Vec<u8>> {
    let number = |at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?) as usize);
    let size = number(4)?.min(MOST);
    let packed = bytes.get(16..)?;
    match bytes.get(8..12)? {
        b"MELA" => Some(packed.get(..size).unwrap_or(packed).to_vec()),
        b"LZFu" => Some(expanded(packed, size)),
        _ => None,
    }
}

/// Runs of eight, each behind a byte that says which of them are single bytes and which repeat earlier ones.
fn expanded(packed: &[u8], size: usize) -> Vec<u8> {
    let mut window = BEGINNING.to_vec();
    window.resize(WINDOW, 0);
    let mut at = BEGINNING.len();
    let mut out = Vec::with_capacity(size.min(1 << 20));
    let mut from = packed.iter().copied();
    let mut put = |byte: u8, at: &mut usize, window: &mut Vec<u8>| {
        out.push(byte);
        if let Some(place) = window.get_mut(*at) {
            *place = byte;
        }
        *at = (*at + 1) % WINDOW;
        out.len() >= size
    };
    while let Some(kinds) = from.next() {
        for bit in 0..8 {
            let Some(first) = from.next() else { return out };
            if kinds & (1 << bit) == 0 {
                if put(first, &mut at, &mut window) {
                    return out;
                }
                continue;
            }
            let Some(second) = from.next() else { return out };
            let reference = usize::from(first) << 8 | usize::from(second);
            let (offset, length) = (reference >> 4, (reference & 0xf) + 2);
            if offset == at {
                return out; // the mark of the end
            }
            for n in 0..length {
                let byte = window.get((offset + n) % WINDOW).copied().unwrap_or_default();
                if put(byte, &mut at, &mut window) {
                    return out;
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn single_bytes_and_repetitions() {
        // The example of the format's own description: "{\rtf1\ansi\ansicpg1252\pard hello world}\r\n".
        let bytes = [
            0x2d, 0, 0, 0, 0x2b, 0, 0, 0, b'L', b'Z', b'F', b'u', 0xf1, 0xc5, 0xc7, 0xa7, 0x03, 0, 0x0a, 0,
            0x72, 0x63, 0x70, 0x67, 0x31, 0x32, 0x35, 0x42, 0x32, 0x0a, 0xf3, 0x20, 0x68, 0x65, 0x6c, 0x09,
            0, 0x20, 0x62, 0x77, 0x05, 0xb0, 0x6c, 0x64, 0x7d, 0x0a, 0x80, 0x0f, 0xa0,
        ];
        let text = unpacked(&bytes).expect("a packed text");
        assert_eq!(String::from_utf8_lossy(&text), "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
        assert!(unpacked(&bytes[..24]).is_some_and(|cut| cut.len() < text.len()));
        assert_eq!(unpacked(b"nothing"), None);
    }
}
