//! The headers of a mail: whether bytes begin with them, their encoding, and what they say.

use std::borrow::Cow;

use mail_parser::{Address, Header, HeaderName, HeaderValue, Message};

use super::body;
use super::letter::{Correspondent, Letter};
use crate::import::found::{Basis, Found};
use crate::import::when;

/// How much of a file is looked at to see whether it is a mail.
const LOOKED_AT: usize = 64 << 10;

/// Headers that nobody but a mail program writes.
const BY_PROGRAMS: &[&str] = &[
    "received",
    "return-path",
    "message-id",
    "mime-version",
    "delivered-to",
    "dkim-signature",
    "x-mailer",
    "content-transfer-encoding",
];

/// Whether bytes begin as a mail does: with header lines that only a mail has.
pub(super) fn is_mail(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(bytes.get(..LOOKED_AT).unwrap_or(bytes));
    let mut by_programs = 0;
    let (mut from, mut addressed, mut others, mut saved_page) = (false, false, 0, false);
    for line in head.lines().skip_while(|line| line.trim().is_empty()) {
        if line.is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, value)) = line.split_once(':').filter(|(name, _)| is_name(name)) else { break };
        let name = name.to_ascii_lowercase();
        match name.as_str() {
            "from" => {
                from = true;
                addressed |= value.contains('@');
                // A page saved by a browser as one file wears a mail's clothes.
                saved_page |= value.contains("<Saved by ");
            }
            "to" | "date" | "subject" => others += 1,
            "snapshot-content-location" => saved_page = true,
            _ => by_programs += usize::from(BY_PROGRAMS.contains(&name.as_str())),
        }
    }
    !saved_page && (by_programs >= 2 || from && by_programs == 1 && others > 0 || addressed && others >= 2)
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_graphic())
}

/// The mail with its headers in UTF-8, where they hold letters in an older encoding as no mail should.
/// `whole` is the encoding that all of the file seems to be in.
pub(super) fn repaired<'b>(bytes: &'b [u8], whole: &str) -> Cow<'b, [u8]> {
    let (head, rest) = bytes.split_at(end_of_head(bytes));
    if std::str::from_utf8(head).is_ok() {
        return bytes.into();
    }
    match body::decoded(head, whole) {
        Some(text) => [text.as_bytes(), rest].concat().into(),
        None => bytes.into(),
    }
}

/// Where the blank line after the headers begins.
fn end_of_head(bytes: &[u8]) -> usize {
    let ends = |at: &usize| {
        let rest = bytes.get(*at..).unwrap_or_default();
        rest.starts_with(b"\n\n") || rest.starts_with(b"\n\r\n")
    };
    (0..bytes.len()).find(ends).unwrap_or(bytes.len())
}

/// What the headers say.
pub(super) fn read(message: &Message<'_>) -> Letter {
    let people = |address: Option<&Address<'_>>| address.map(correspondents).unwrap_or_default();
    let date_words = raw(message, &HeaderName::Date).unwrap_or_default();
    let top = first(message, &HeaderName::Received);
    let received = top.map(|header| words_of(message, header)).and_then(|words| {
        let words = words.rsplit_once(';').map_or(words.as_str(), |(_, date)| date.trim()).to_owned();
        found(&words)
    });
    let languages = message.header(HeaderName::ContentLanguage);
    let language = languages.and_then(|value| match value {
        HeaderValue::Text(text) => Some(text.to_string()),
        HeaderValue::TextList(list) if list.len() == 1 => list.first().map(ToString::to_string),
        _ => None,
    });
    let from = message.from().or_else(|| message.sender());
    Letter {
        subject: message.subject().map(one_line).unwrap_or_default(),
        from: people(from),
        to: people(message.to()),
        cc: people(message.cc()),
        bcc: people(message.bcc()),
        date: found(&date_words),
        date_words,
        received,
        language: language.unwrap_or_default().trim().to_owned(),
        ..Letter::default()
    }
}

/// The day a header names, as it is written there.
pub(super) fn found(words: &str) -> Option<Found> {
    when::machine(words, Basis::MailHeader).or_else(|| {
        let date = mail_parser::DateTime::parse_rfc822(words).filter(mail_parser::DateTime::is_valid)?;
        let day = format!("{:04}-{:02}-{:02}", date.year, date.month, date.day);
        Some(Found { date: day.parse().ok()?, words: words.to_owned(), basis: Basis::MailHeader })
    })
}

fn correspondents(address: &Address<'_>) -> Vec<Correspondent> {
    let known = address.iter().map(|one| Correspondent {
        name: one.name().map(one_line).unwrap_or_default(),
        address: one.address().map(one_line).unwrap_or_default(),
    });
    known.filter(|one| !one.name.is_empty() || !one.address.is_empty()).collect()
}

/// The words of a header as written, on one line.
fn raw(message: &Message<'_>, name: &HeaderName<'_>) -> Option<String> {
    first(message, name).map(|header| words_of(message, header))
}

fn first<'m>(message: &'m Message<'_>, name: &HeaderName<'_>) -> Option<&'m Header<'m>> {
    message.parts.first()?.headers.iter().find(|header| header.name == *name)
}

fn words_of(message: &Message<'_>, header: &Header<'_>) -> String {
    let range = header.offset_start as usize..header.offset_end as usize;
    one_line(&String::from_utf8_lossy(message.raw_message.get(range).unwrap_or_default()))
}

/// Folded lines as one: no header has line ends in what it says.
pub(super) fn one_line(text: &str) -> String {
    text.split(['\r', '\n', '\t', ' ']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
