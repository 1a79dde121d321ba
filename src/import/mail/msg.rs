//! Mails as Outlook keeps them: `.msg` files, a folder of small streams within a file.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use cfb::CompoundFile;
use mail_parser::MessageParser;

use super::attached::{Use, use_of};
use super::letter::{Correspondent, Letter};
use super::{body, head, rtf};
use crate::domain::date::Edtf;
use crate::import::found::{Basis, Found, Imported};
use crate::import::names::one_file;
use crate::import::parsed::{Ask, Inner};
use crate::import::sniff::Source;
use crate::import::{Importer, Parsed, encoding, html};

/// Mails in mails beyond this stay in the outer one.
const MAX_DEPTH: usize = 8;

/// A stream larger than this is not read: originals are no larger either.
const MOST: u64 = 512 << 20;

/// Reads Outlook's mails.
pub(in crate::import) struct Msg;

impl Importer for Msg {
    fn name(&self) -> &'static str {
        "msg"
    }

    fn version(&self) -> u32 {
        1
    }

    fn takes(&self, source: &Source<'_>) -> bool {
        source.kind() == Some("office") && holds_properties(source.bytes)
    }

    fn read(&self, source: &Source<'_>, parsed: &mut Parsed) {
        let Ok(file) = CompoundFile::open(Cursor::new(source.bytes)) else {
            parsed.warnings.push(crate::import::Warning::parser_failed());
            return;
        };
        let mut store = Store { file, depth: 0 };
        let mut inner = Vec::new();
        let letter = store.letter("", &mut inner);
        parsed.article.encoding.clear();
        letter.put(parsed);
        parsed.inner.append(&mut inner);
    }
}

/// Whether the name of the stream that only a mail has is among the file's names.
fn holds_properties(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "__properties_version1.0".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.chunks(128).any(|entry| entry.starts_with(&name))
}

/// The streams of the file.
struct Store<'b> {
    file: CompoundFile<Cursor<&'b [u8]>>,
    depth: usize,
}

/// The fixed values of one mail, recipient or attachment, by their property.
type Values = HashMap<u16, u64>;

impl Store<'_> {
    fn stream(&mut self, path: &str) -> Option<Vec<u8>> {
        if !self.file.is_stream(path) {
            return None;
        }
        let stream = self.file.open_stream(path).ok()?;
        let mut bytes = Vec::new();
        stream.take(MOST).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }

    /// A property that is words; `codepage` is that of old files, which do not keep them in Unicode.
    fn words(&mut self, folder: &str, property: u16, codepage: u64) -> String {
        let name = |kind: &str| format!("{folder}/__substg1.0_{property:04X}{kind}");
        let words = match self.stream(&name("001F")) {
            Some(bytes) => encoding_rs::UTF_16LE.decode_without_bom_handling(&bytes).0.into_owned(),
            None => self.stream(&name("001E")).map(|bytes| in_codepage(&bytes, codepage)).unwrap_or_default(),
        };
        encoding::line_ends(words.trim_end_matches('\0'))
    }

    fn bytes(&mut self, folder: &str, property: u16) -> Option<Vec<u8>> {
        self.stream(&format!("{folder}/__substg1.0_{property:04X}0102"))
    }

    /// The fixed values of a folder, whose list begins after so many bytes.
    fn values(&mut self, folder: &str, skip: usize) -> Values {
        let list = self.stream(&format!("{folder}/__properties_version1.0")).unwrap_or_default();
        let entries = list.get(skip..).unwrap_or_default().chunks_exact(16);
        let entries = entries.filter_map(|entry| {
            let property = u16::from_le_bytes(entry.get(2..4)?.try_into().ok()?);
            Some((property, u64::from_le_bytes(entry.get(8..16)?.try_into().ok()?)))
        });
        entries.collect()
    }

    /// The folders within `folder` whose names begin so, in their order.
    fn folders(&self, folder: &str, named: &str) -> Vec<String> {
        let within = if folder.is_empty() { "/" } else { folder };
        let Ok(entries) = self.file.read_storage(within) else { return Vec::new() };
        let names = entries.filter(|entry| entry.is_storage() && entry.name().starts_with(named));
        let mut names: Vec<String> = names.map(|entry| format!("{folder}/{}", entry.name())).collect();
        names.sort();
        names
    }

    /// The mail in `folder`; the mails within it, read already, go to `mails`.
    fn letter(&mut self, folder: &str, mails: &mut Vec<Inner>) -> Letter {
        let values = self.values(folder, if folder.is_empty() { 32 } else { 24 });
        let codepage = values.get(&0x3ffd).copied().unwrap_or(1252) & 0xffff_ffff;
        let headers = self.words(folder, 0x007d, codepage);
        let mut letter = of_headers(&headers);
        let subject = self.words(folder, 0x0037, codepage);
        if !subject.is_empty() {
            letter.subject = head::one_line(&subject);
        }
        if letter.from.is_empty() {
            letter.from = self.sender(folder, codepage).into_iter().collect();
        }
        self.recipients(folder, codepage, &mut letter);
        if letter.date.is_none() {
            letter.date = values.get(&0x0039).and_then(|time| moment(*time));
            letter.date_words = letter.date.as_ref().map(|found| found.words.clone()).unwrap_or_default();
        }
        letter.received = letter.received.or_else(|| values.get(&0x0e06).and_then(|time| moment(*time)));
        letter.encrypted = self.words(folder, 0x001a, codepage).starts_with("IPM.Note.SMIME")
            && !self.words(folder, 0x001a, codepage).contains("MultipartSigned");
        letter.body = self.body(folder, codepage, &values);
        if !letter.encrypted {
            self.attachments(folder, codepage, &mut letter, mails);
        }
        letter
    }

    fn sender(&mut self, folder: &str, codepage: u64) -> Option<Correspondent> {
        let mut first = |properties: &[u16]| {
            let mut words = properties.iter().map(|property| self.words(folder, *property, codepage));
            words.find(|words| !words.is_empty() && !is_internal(words)).unwrap_or_default()
        };
        let name = first(&[0x0042, 0x0c1a]);
        let address = first(&[0x5d02, 0x5d01, 0x0065, 0x0c1f]);
        (!name.is_empty() || !address.is_empty()).then_some(Correspondent { name, address })
    }

    /// The people it went to, where the headers do not name them.
    fn recipients(&mut self, folder: &str, codepage: u64, letter: &mut Letter) {
        if !letter.to.is_empty() || !letter.cc.is_empty() {
            return;
        }
        for recipient in self.folders(folder, "__recip_version1.0_") {
            let values = self.values(&recipient, 8);
            let name = self.words(&recipient, 0x3001, codepage);
            let smtp = self.words(&recipient, 0x39fe, codepage);
            let address = if smtp.is_empty() { self.words(&recipient, 0x3003, codepage) } else { smtp };
            let address = if is_internal(&address) { String::new() } else { address };
            let known = Correspondent { name, address };
            match values.get(&0x0c15).map(|kind| kind & 0xf) {
                _ if known == Correspondent::default() => {}
                Some(2) => letter.cc.push(known),
                Some(3) => letter.bcc.push(known),
                _ => letter.to.push(known),
            }
        }
    }

    fn body(&mut self, folder: &str, codepage: u64, values: &Values) -> String {
        let plain = self.words(folder, 0x1000, codepage);
        let page_codepage = values.get(&0x3fde).copied().unwrap_or(codepage) & 0xffff_ffff;
        let page = self.bytes(folder, 0x1013).map(|bytes| in_codepage(&bytes, page_codepage));
        let page = page.unwrap_or_else(|| self.words(folder, 0x1013, codepage));
        let words = body::better(plain, || html::words(&page));
        if !words.trim().is_empty() {
            return words;
        }
        let rich = self.bytes(folder, 0x1009).and_then(|bytes| rtf::unpacked(&bytes)).unwrap_or_default();
        if rich.is_empty() {
            return words;
        }
        crate::import::read(&rich, "body.rtf", &Ask::default()).article.text.unwrap_or_default()
    }

    fn attachments(&mut self, folder: &str, codepage: u64, letter: &mut Letter, mails: &mut Vec<Inner>) {
        for attachment in self.folders(folder, "__attach_version1.0_") {
            let mut first = |properties: &[u16]| {
                let mut words =
                    properties.iter().map(|property| self.words(&attachment, *property, codepage));
                words.find(|words| !words.is_empty()).unwrap_or_default()
            };
            let name = one_file(&first(&[0x3707, 0x3704, 0x3001]));
            let kind = first(&[0x370e]).to_lowercase();
            let shown_in_page = !first(&[0x3712]).is_empty();
            let mail = format!("{attachment}/__substg1.0_3701000D");
            if self.file.is_storage(&mail) {
                self.mail_within(&mail, &name, letter, mails);
                continue;
            }
            let hidden = self.values(&attachment, 8).get(&0x7ffe).is_some_and(|value| value & 1 == 1);
            let Some(bytes) = self.bytes(&attachment, 0x3701) else { continue };
            match use_of(&name, &kind, &bytes, !hidden, !shown_in_page && !hidden) {
                Use::Article => letter.attachments.push(Inner { name, bytes, ..Inner::default() }),
                Use::LeftOut => letter.left_out.push(name),
                Use::Dressing => {}
            }
        }
    }

    /// A mail attached to the mail: it is a folder of streams, no file, so it is kept as its words.
    fn mail_within(&mut self, folder: &str, name: &str, outer: &mut Letter, mails: &mut Vec<Inner>) {
        if !self.file.is_stream(format!("{folder}/__properties_version1.0")) || self.depth >= MAX_DEPTH {
            outer.left_out.push(name.to_owned());
            return;
        }
        self.depth += 1;
        let within = self.letter(folder, mails);
        self.depth -= 1;
        let mut parsed = Parsed::default();
        "msg".clone_into(&mut parsed.article.importer);
        parsed.article.importer_version = 1;
        if parsed.article.title.is_empty() {
            name.clone_into(&mut parsed.article.title);
        }
        within.put(&mut parsed);
        let Parsed { article: known, inner, warnings, .. } = parsed;
        let bytes = known.text.clone().unwrap_or_default().into_bytes();
        let name = format!("{}.txt", if name.is_empty() { one_file(&known.title) } else { name.to_owned() });
        let known = Imported { encoding: "UTF-8".to_owned(), ..known };
        outer.attachments.push(Inner { name, bytes, known, warnings, ..Inner::default() });
        mails.extend(inner);
    }
}

/// What the headers that came over the net say, where the mail came so.
fn of_headers(headers: &str) -> Letter {
    // What Outlook keeps may begin with a line of its own.
    let headers = headers.trim_start();
    if headers.is_empty() {
        return Letter::default();
    }
    let whole = format!("{headers}\n\n");
    MessageParser::default()
        .parse_headers(whole.as_bytes())
        .map(|message| head::read(&message))
        .unwrap_or_default()
}

/// Whether an address is one of an office's own directory, which means nothing outside.
fn is_internal(address: &str) -> bool {
    address.get(..3).is_some_and(|head| head.eq_ignore_ascii_case("/o="))
}

/// Words of an old file, in the encoding Windows numbers so.
fn in_codepage(bytes: &[u8], codepage: u64) -> String {
    let label = match codepage {
        65001 | 20127 => "utf-8".to_owned(),
        932 => "shift_jis".to_owned(),
        936 | 54936 => "gb18030".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        20866 => "koi8-r".to_owned(),
        28591..=28605 => format!("iso-8859-{}", codepage - 28590),
        _ => format!("windows-{codepage}"),
    };
    let known = encoding::decode(bytes, None).filter(|decoded| decoded.encoding == "UTF-8");
    let decoded = known.or_else(|| encoding::decode(bytes, Some(&label)));
    decoded.map_or_else(|| String::from_utf8_lossy(bytes).into_owned(), |decoded| decoded.text)
}

/// A moment as Windows counts them: tenths of microseconds since 1601, in universal time, whose day is given.
fn moment(ticks: u64) -> Option<Found> {
    let seconds = i64::try_from(ticks / 10_000_000).ok()?.checked_sub(11_644_473_600)?;
    let time = jiff::Timestamp::from_second(seconds).ok().filter(|_| ticks > 0)?;
    let words = time.strftime("%Y-%m-%d %H:%M UTC").to_string();
    let date: Edtf = words.get(..10)?.parse().ok()?;
    Some(Found { date, words, basis: Basis::MailHeader })
}
