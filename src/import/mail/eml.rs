//! Mails as the net carries them: `.eml` files.

use mail_parser::{Message, MessageParser, MimeHeaders};

use super::{attached, body, head};
use crate::import::sniff::Source;
use crate::import::warning::Warning;
use crate::import::{Importer, Parsed};

/// Mails in mails beyond this are not written by people, and letting go of them would overflow.
const MAX_NESTED: usize = 512;

/// Reads mails.
pub(in crate::import) struct Eml;

impl Importer for Eml {
    fn name(&self) -> &'static str {
        "mail"
    }

    fn version(&self) -> u32 {
        1
    }

    fn takes(&self, source: &Source<'_>) -> bool {
        matches!(source.kind(), None | Some("binary")) && head::is_mail(source.bytes)
    }

    fn read(&self, source: &Source<'_>, parsed: &mut Parsed) {
        read(source.bytes, parsed);
    }

    fn read_carefully(&self, source: &Source<'_>, parsed: &mut Parsed) {
        parsed.article.text = source.text().map(str::to_owned);
    }
}

/// Reads one mail into `parsed`.
pub(super) fn read(bytes: &[u8], parsed: &mut Parsed) {
    // The bytes of a mail are of several encodings, each part of its own: what the file as a whole seemed to be in
    // says nothing.
    parsed.warnings.retain(|warning| !warning.is_malformed());
    let whole = parsed.article.encoding.clone();
    let bytes = head::repaired(bytes, &whole);
    if nested(&bytes) > MAX_NESTED {
        parsed.warnings.push(Warning::too_deep());
        parsed.article.text = crate::import::encoding::decode(&bytes, None).map(|decoded| decoded.text);
        return;
    }
    let Some(message) = MessageParser::default().parse(bytes.as_ref()) else { return };
    let mut letter = head::read(&message);
    letter.body = body::words(&message, &whole);
    letter.encrypted =
        is_encrypted(&message) || letter.body.trim_start().starts_with("-----BEGIN PGP MESSAGE-----");
    if !letter.encrypted {
        attached::sort(&message, &mut letter.attachments, &mut letter.left_out);
    }
    if let Some(charset) = charset(&message) {
        parsed.article.encoding = charset;
    }
    letter.put(parsed);
}

/// How many mails are attached in all, those in each other included.
fn nested(bytes: &[u8]) -> usize {
    let mark = b"message/rfc822";
    bytes.windows(mark.len()).filter(|window| window.eq_ignore_ascii_case(mark)).count()
}

fn is_encrypted(message: &Message<'_>) -> bool {
    message.parts.iter().any(|part| {
        part.is_content_type("application", "pkcs7-mime")
            || part.is_content_type("application", "x-pkcs7-mime")
            || part.is_content_type("multipart", "encrypted")
    })
}

/// The encoding of the first words.
fn charset(message: &Message<'_>) -> Option<String> {
    let part = message.part(*message.text_body.first()?)?;
    let label = part.content_type()?.attribute("charset")?;
    Some(encoding_rs::Encoding::for_label(label.as_bytes())?.name().to_owned())
}
