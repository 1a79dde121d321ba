//! A mail folder kept as one file: `mbox`.

use super::{eml, head};
use crate::import::parsed::Inner;
use crate::import::sniff::Source;
use crate::import::{Importer, Parsed};

/// Reads mail folders.
pub(in crate::import) struct Mbox;

impl Importer for Mbox {
    fn name(&self) -> &'static str {
        "mbox"
    }

    fn version(&self) -> u32 {
        1
    }

    fn takes(&self, source: &Source<'_>) -> bool {
        matches!(source.kind(), None | Some("binary"))
            && source.bytes.starts_with(b"From ")
            && mails(source.bytes).first().is_some_and(|mail| head::is_mail(mail))
    }

    fn read(&self, source: &Source<'_>, parsed: &mut Parsed) {
        let mails = mails(source.bytes);
        if let [mail] = mails.as_slice() {
            return eml::read(&unquoted(mail), parsed);
        }
        let named = mails.iter().enumerate().map(|(n, mail)| Inner {
            name: format!("{}.eml", n + 1),
            bytes: unquoted(mail),
            ..Inner::default()
        });
        parsed.inner = named.collect();
        parsed.wrapper = true;
    }

    fn read_carefully(&self, source: &Source<'_>, parsed: &mut Parsed) {
        parsed.article.text = source.text().map(str::to_owned);
    }
}

/// The mails of a folder: each begins after a line `From somebody date` that stands first or after a blank line.
fn mails(bytes: &[u8]) -> Vec<&[u8]> {
    let mut starts = Vec::new();
    let (mut at, mut after_blank) = (0, true);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let next = at + line.len();
        let rest = bytes.get(next..).unwrap_or_default();
        if after_blank && line.starts_with(b"From ") && begins_with_header(rest) {
            starts.push((at, next));
        }
        after_blank = line.trim_ascii().is_empty();
        at = next;
    }
    let ends = starts.iter().skip(1).map(|(start, _)| *start).chain([bytes.len()]);
    let mails = starts.iter().zip(ends).filter_map(|((_, from), to)| bytes.get(*from..to));
    mails.collect()
}

fn begins_with_header(bytes: &[u8]) -> bool {
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let name = line.split(|byte| *byte == b':').next().unwrap_or_default();
    name.len() < line.len() && !name.is_empty() && name.iter().all(u8::is_ascii_graphic)
}

/// The mail with the `>` taken away that keeps its own lines from looking like the start of another.
fn unquoted(mail: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(mail.len());
    for line in mail.split_inclusive(|byte| *byte == b'\n') {
        let marks = line.iter().take_while(|byte| **byte == b'>').count();
        let quoted = marks > 0 && line.get(marks..).is_some_and(|rest| rest.starts_with(b"From "));
        out.extend_from_slice(line.get(usize::from(quoted)..).unwrap_or_default());
    }
    out
}
