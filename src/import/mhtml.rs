//! Pages saved as one file by browsers (MHTML): the page is one part of a mail without a reader.

use mail_parser::{Encoding, HeaderValue, Message, MessageParser, MessagePart, MimeHeaders};

use super::found::Basis;
use super::html::{self, Saved};
use super::sniff::{Content, Source};
use super::{Importer, Parsed, Warning, when};

/// Reads the page within.
pub(super) struct Mhtml;

impl Importer for Mhtml {
    fn name(&self) -> &'static str {
        "mhtml"
    }

    fn version(&self) -> u32 {
        1
    }

    /// A mail of related parts that went to nobody.
    fn takes(&self, source: &Source<'_>) -> bool {
        let Some(text) = source.text() else { return false };
        let head = head(text).to_ascii_lowercase();
        let has = |name: &str| head.starts_with(name) || head.contains(&format!("\n{name}"));
        has("mime-version:")
            && has("content-type:")
            && head.contains("multipart/related")
            && !["to:", "received:", "cc:", "delivered-to:"].into_iter().any(has)
    }

    fn read(&self, source: &Source<'_>, parsed: &mut Parsed) {
        read(source, parsed, html::read);
    }

    fn read_carefully(&self, source: &Source<'_>, parsed: &mut Parsed) {
        read(source, parsed, |html, _, parsed| html::read_carefully(html, parsed));
    }
}

/// The header lines of the file.
fn head(text: &str) -> &str {
    let head = text.char_indices().nth(8_000).map_or(text, |(at, _)| &text[..at]);
    head.split_once("\n\n").map_or(head, |(head, _)| head)
}

fn read(source: &Source<'_>, parsed: &mut Parsed, page: impl Fn(&str, &Saved, &mut Parsed)) {
    let message = MessageParser::default().parse(source.bytes);
    let part = message.as_ref().and_then(|message| Some((message, main_part(message)?)));
    let Some((message, part)) = part else {
        parsed.warnings.push(Warning::no_main_text());
        parsed.article.text = source.text().map(str::to_owned);
        return;
    };
    let declared = part.content_type().and_then(|kind| kind.attribute("charset"));
    let bytes = decoded(part, source.bytes);
    // Bytes that are UTF-8 are nothing else, whatever they are declared to be.
    let declared = declared.filter(|_| std::str::from_utf8(&bytes).is_err());
    let inner = Source::open(&bytes, source.file_name, source.asked.or(declared));
    let Content::Text(decoded) = &inner.content else {
        parsed.warnings.push(Warning::no_main_text());
        return;
    };
    decoded.encoding.clone_into(&mut parsed.article.encoding);
    parsed.warnings.retain(|warning| warning.code != "malformed");
    if decoded.malformed {
        parsed.warnings.push(Warning::malformed(&decoded.encoding));
    }
    page(&decoded.text, &saved(message, part), parsed);
}

/// Where the page came from and when it was saved.
fn saved(message: &Message<'_>, part: &MessagePart<'_>) -> Saved {
    let words = |value: &HeaderValue<'_>| value.as_text().map(|words| words.trim().to_owned());
    let url = message
        .header("Snapshot-Content-Location")
        .and_then(words)
        .or_else(|| part.content_location().map(ToOwned::to_owned));
    let on = message.header_raw("Date").and_then(|date| when::find(date, Basis::SaveNote));
    Saved { url, on }
}

/// The part that is the page: the one the file names, else the first.
fn main_part<'m>(message: &'m Message<'_>) -> Option<&'m MessagePart<'m>> {
    let is_page = |part: &&MessagePart<'_>| {
        part.content_type().is_some_and(|kind| {
            let subtype = kind.subtype().unwrap_or_default().to_ascii_lowercase();
            subtype == "html" || subtype == "xhtml+xml"
        })
    };
    let root = message.content_type().and_then(|kind| kind.attribute("start"));
    let bare = |id: &str| id.trim_matches(['<', '>']).to_owned();
    let named =
        message.parts.iter().filter(is_page).find(
            |part| matches!((part.content_id(), root), (Some(id), Some(root)) if bare(id) == bare(root)),
        );
    named.or_else(|| message.parts.iter().find(is_page))
}

/// The bytes of a part, whatever of them can be decoded.
fn decoded(part: &MessagePart<'_>, file: &[u8]) -> Vec<u8> {
    let raw = file.get(part.offset_body as usize..part.offset_end as usize).unwrap_or_default();
    match part.encoding {
        Encoding::None => raw.to_vec(),
        Encoding::QuotedPrintable => quoted_printable(raw),
        Encoding::Base64 => base64(raw),
    }
}

/// Quoted-printable; what is no escape stays as it is.
fn quoted_printable(raw: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((&byte, after)) = rest.split_first() {
        let hex = |byte: Option<&u8>| byte.and_then(|byte| (*byte as char).to_digit(16));
        rest = match (byte, after) {
            (b'=', [b'\r', b'\n', after @ ..] | [b'\n', after @ ..]) => after,
            (b'=', _) => {
                if let (Some(high), Some(low)) = (hex(after.first()), hex(after.get(1))) {
                    out.push((high * 16 + low) as u8);
                    &after[2..]
                } else {
                    out.push(byte);
                    after
                }
            }
            _ => {
                out.push(byte);
                after
            }
        };
    }
    out
}

/// Base64; bytes that are none of it are passed over.
fn base64(raw: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(raw.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for byte in raw {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => break,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::Ask;

    fn read(file: &str) -> Parsed {
        crate::import::read(file.as_bytes(), "page.mhtml", &Ask::default())
    }

    fn file(head: &str, encoding: &str, page: &str) -> String {
        format!(
            "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/bridge\r\n{head}\
             Subject: Bridge\r\nDate: Wed, 7 Sep 2011 10:00:00 -0000\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--b--\"\r\n\r\n\r\n\
             ----b--\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: {encoding}\r\n\
             Content-Location: https://example.org/bridge\r\n\r\n{page}\r\n\
             ----b--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n\
             ----b----\r\n"
        )
    }

    #[test]
    fn the_page_within_is_read() {
        let page = "<html><head><title>Bridge =E2=80=93 shut</title></head><body><p>=E2=80=9CNo=\r\n,=E2=80=9D she said.</p></body></html>";
        let parsed = read(&file("", "quoted-printable", page));
        let article = parsed.article;
        assert_eq!(article.importer, "mhtml");
        assert_eq!(article.title, "Bridge – shut");
        assert_eq!(article.text.as_deref(), Some("“No,” she said."));
        assert_eq!(
            (article.url.as_str(), article.bases.url),
            ("https://example.org/bridge", Some(Basis::SaveNote))
        );
        let received = article.received.expect("a date");
        assert_eq!((received.date.to_string().as_str(), received.basis), ("2011-09-07", Basis::SaveNote));
    }

    #[test]
    fn a_page_in_base64_and_one_that_was_cut() {
        let page = "PHRpdGxlPkJyaWRnZTwvdGl0bGU+PHA+V29yZHMgb2YgaXQuPC9wPg==";
        assert_eq!(read(&file("", "base64", page)).article.text.as_deref(), Some("Words of it."));
        let whole = file("", "quoted-printable", "<title>Bridge</title><p>Words of =");
        let cut = whole.split("=\r\n---").next().expect("its start");
        assert!(read(cut).article.text.expect("a text").contains("Words of"));
    }

    #[test]
    fn a_letter_is_none() {
        let letter = file("To: <ana@example.org>\r\n", "quoted-printable", "<p>Dear Ana</p>");
        assert_ne!(read(&letter).article.importer, "mhtml");
    }

    #[test]
    fn what_is_no_escape_stays() {
        assert_eq!(quoted_printable(b"a=3Db =zz =\nc="), b"a=b =zz c=");
        assert_eq!(base64(b"d29y\r\nZHM="), b"words");
    }
}
