//! Which attachments of a mail are articles.

use mail_parser::{Encoding, Message, MessagePart, MimeHeaders, PartType};

use super::body::bytes_of;
use crate::import::names::one_file;
use crate::import::parsed::Inner;
use crate::import::sniff::Source;

/// A picture smaller than this is a logo, not a scan.
const PICTURE: usize = 50_000;

/// What becomes of an attachment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// It is an article.
    Article,
    /// It is part of how the mail looks, or seals it: nobody misses it.
    Dressing,
    /// It says something, but cannot be an article.
    LeftOut,
}

/// Adds the attachments of the mail to `articles`, and to `left_out` the names of those that cannot be any.
pub(super) fn sort(message: &Message<'_>, articles: &mut Vec<Inner>, left_out: &mut Vec<String>) {
    for (n, id) in message.attachments.iter().enumerate() {
        let in_body = message.text_body.contains(id) || message.html_body.contains(id);
        let Some(part) = message.part(*id) else { continue };
        if in_body && matches!(part.body, PartType::Text(_) | PartType::Html(_)) {
            continue;
        }
        let name = name_of(part, n + 1);
        let attached = part.content_disposition().is_some_and(mail_parser::ContentType::is_attachment);
        let bytes = match &part.body {
            PartType::Multipart(_) => continue,
            PartType::Message(inner) if part.encoding != Encoding::None => inner.raw_message.to_vec(),
            _ => bytes_of(message, part),
        };
        let is_named = part.attachment_name().is_some();
        let meant = attached || is_named || matches!(part.body, PartType::Message(_));
        let kind = part.content_type().map(|kind| {
            format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default()).to_ascii_lowercase()
        });
        let loose = attached || part.content_id().is_none();
        match use_of(&name, kind.as_deref().unwrap_or_default(), &bytes, meant, loose) {
            Use::Article => articles.push(Inner { name, bytes, ..Inner::default() }),
            Use::LeftOut => left_out.push(name),
            Use::Dressing => {}
        }
    }
}

/// What becomes of an attachment: `meant` says that it was attached as a file, `loose` that the page of the mail does
/// not show it.
pub(super) fn use_of(name: &str, kind: &str, bytes: &[u8], meant: bool, loose: bool) -> Use {
    let source = Source::open(bytes, name, None);
    let dressing = ["p7s", "p7m", "vcf", "ics"];
    let seals =
        ["application/pgp-signature", "application/pgp-keys", "application/pgp-encrypted", "text/calendar"];
    if bytes.trim_ascii().is_empty() || source.has_ending(&dressing) || seals.contains(&kind) {
        return Use::Dressing;
    }
    match source.kind() {
        Some("picture") if bytes.len() < PICTURE || !loose => Use::Dressing,
        Some("binary" | "database") if meant => Use::LeftOut,
        Some("binary" | "database") => Use::Dressing,
        Some("sound" | "film") | None if !meant => Use::Dressing,
        _ => Use::Article,
    }
}

/// A name that no folder is in; a number where there is none.
fn name_of(part: &MessagePart<'_>, number: usize) -> String {
    let given = part.attachment_name().map(one_file).filter(|name| !name.is_empty());
    given.unwrap_or_else(|| match &part.body {
        PartType::Message(inner) => {
            let subject = inner.subject().map(one_file).filter(|name| !name.is_empty());
            format!("{}.eml", subject.unwrap_or_else(|| number.to_string()))
        }
        PartType::Html(_) => format!("{number}.html"),
        PartType::Text(_) => format!("{number}.txt"),
        _ => number.to_string(),
    })
}
