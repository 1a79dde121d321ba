//! The words of a mail: its plain text, or those of its page where the plain text says too little.

use mail_parser::{Encoding, Message, MessagePart, MimeHeaders, PartType};

use crate::import::{encoding, html};

/// A plain text shorter than this may be there only to say that there is a page.
const STUB: usize = 600;

/// The words of the body. `whole` is the encoding that all of the file seems to be in: what tells that of parts that do
/// not name theirs, since a few words alone can be of many.
pub(super) fn words(message: &Message<'_>, whole: &str) -> String {
    let parts =
        |ids: &[u32]| -> Vec<&MessagePart<'_>> { ids.iter().filter_map(|id| message.part(*id)).collect() };
    let shown = parts(&message.text_body);
    let words = shown.iter().filter_map(|part| match &part.body {
        PartType::Text(_) => Some(plain(message, part, whole)),
        PartType::Html(_) => Some(html::words(&text_of(message, part, whole))),
        _ => None,
    });
    let words: Vec<String> = words.filter(|words| !words.trim().is_empty()).collect();
    let words = words.join("\n\n");
    let pages = || {
        let pages = parts(&message.html_body);
        let pages = pages.iter().filter(|part| matches!(part.body, PartType::Html(_)));
        pages.map(|part| html::words(&text_of(message, part, whole))).collect::<Vec<_>>().join("\n\n")
    };
    better(words, pages)
}

/// The plain text, unless it is a stub of what the page says.
pub(super) fn better(plain: String, page: impl FnOnce() -> String) -> String {
    let length = plain.trim().chars().count();
    if length > STUB {
        return plain;
    }
    let page = page();
    if page.trim().chars().count() > 4 * length { page } else { plain }
}

fn plain(message: &Message<'_>, part: &MessagePart<'_>, whole: &str) -> String {
    let text = encoding::line_ends(&text_of(message, part, whole));
    let attribute = |name| part.content_type().and_then(|kind| kind.attribute(name));
    let is = |name, value: &str| attribute(name).is_some_and(|it: &str| it.eq_ignore_ascii_case(value));
    if is("format", "flowed") { unflowed(&text, is("delsp", "yes")) } else { text }
}

/// The decoded text of a part; decoded anew by its bytes where it was labelled wrongly or not at all.
fn text_of(message: &Message<'_>, part: &MessagePart<'_>, whole: &str) -> String {
    let (PartType::Text(text) | PartType::Html(text)) = &part.body else { return String::new() };
    let again = || decoded(&bytes_of(message, part), whole);
    if let Some(text) = text.contains('\u{fffd}').then(again).flatten() {
        return text;
    }
    text.to_string()
}

/// The text of bytes that name no encoding: by that of the whole file, if it makes sense of them.
pub(super) fn decoded(bytes: &[u8], whole: &str) -> Option<String> {
    let chosen = Some(whole).filter(|label| !label.is_empty());
    let ways = [chosen, None].into_iter().filter_map(|label| encoding::decode(bytes, label));
    ways.filter(|decoded| !decoded.malformed).map(|decoded| decoded.text).next()
}

/// The bytes of a part as they were before they were packed into the mail.
pub(super) fn bytes_of(message: &Message<'_>, part: &MessagePart<'_>) -> Vec<u8> {
    let range = part.offset_body as usize..part.offset_end as usize;
    let packed = message.raw_message.get(range).unwrap_or_default();
    let unpacked = match (&part.body, part.encoding) {
        (PartType::Binary(bytes) | PartType::InlineBinary(bytes), _) => return bytes.to_vec(),
        (_, Encoding::None) => None,
        (_, Encoding::Base64) => mail_parser::decoders::base64::base64_decode(packed),
        (_, Encoding::QuotedPrintable) => {
            mail_parser::decoders::quoted_printable::quoted_printable_decode(packed)
        }
    };
    unpacked.unwrap_or_else(|| packed.to_vec())
}

/// Paragraphs of which a mail program made lines ending in a space, put together again (RFC 3676).
fn unflowed(text: &str, delete_space: bool) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut open = None;
    for line in text.lines() {
        let content = line.trim_start_matches('>');
        let depth = line.len() - content.len();
        let content = content.strip_prefix(' ').unwrap_or(content);
        let signature = content == "-- ";
        let goes_on = open == Some(depth) && !signature;
        if let (true, Some(last)) = (goes_on, lines.last_mut()) {
            last.push_str(content);
        } else {
            let mark = if depth > 0 && !content.is_empty() { " " } else { "" };
            lines.push(format!("{}{mark}{content}", ">".repeat(depth)));
        }
        open = (content.ends_with(' ') && !signature).then_some(depth);
        if let (true, true, Some(last)) = (open.is_some(), delete_space, lines.last_mut()) {
            last.pop();
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flowed_lines_are_paragraphs_again() {
        let text = "The fares \nrise by nine \nper cent.\n\n> Who \n> decided?\n>> Nobody \n> knows.\n -- indented\n-- \nA. Ruiz \nQuayside\n";
        assert_eq!(
            unflowed(text, false),
            "The fares rise by nine per cent.\n\n> Who decided?\n>> Nobody \n> knows.\n-- indented\n-- \nA. Ruiz Quayside"
        );
        assert_eq!(unflowed("橋 \n梁", true), "橋梁");
    }

    #[test]
    fn a_stub_gives_way_to_the_page() {
        let page = || "word ".repeat(60);
        assert_eq!(better("View this in your browser.".to_owned(), page), "word ".repeat(60));
        assert_eq!(
            better("See you at nine. Ana".to_owned(), || "See you at nine. Ana".to_owned()),
            "See you at nine. Ana"
        );
        assert_eq!(better(String::new(), || "Words".to_owned()), "Words");
    }
}
