//! ZIP files: what is in one and the bytes of it, with limits on what unpacking may take.
//!
//! Read here and not by a library: names that occur twice are both kept, a directory that promises millions of
//! entries takes no memory, and what a file is can be told from its directory before anything guards the reading.

use std::collections::{HashMap, HashSet};
use std::io::Read;

use flate2::Crc;
use flate2::read::DeflateDecoder;

/// More files than this are not taken out of an archive.
pub(super) const MAX_ENTRIES: usize = 10_000;
/// What all files taken out of one archive may come to.
const MAX_TOTAL: u64 = 512 << 20;
/// A file may be this many times its packed size, unless it is small.
const MAX_RATIO: u64 = 200;
const SMALL: u64 = 1 << 20;

/// An opened ZIP file.
pub(super) struct Pack<'a> {
    bytes: &'a [u8],
    /// What is in it, in the order of its directory; names that occur twice are there twice.
    pub(super) entries: Vec<Entry>,
    /// Whether its directory names more than [`MAX_ENTRIES`].
    pub(super) cut: bool,
    /// Whether its directory is not whole, as in a file that was not loaded to its end, and the rest was searched for.
    pub(super) searched: bool,
    left: u64,
}

/// A file in a ZIP file.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// Its path as written, made text: UTF-8 where it is that, else as the first ZIP programs wrote names.
    pub(super) name: String,
    /// Whether it needs a password.
    pub(super) locked: bool,
    /// Whether it is a link to another file.
    pub(super) link: bool,
    method: u16,
    /// Its checksum, if it is known.
    crc: Option<u32>,
    packed: u64,
    size: u64,
    at: u64,
}

impl Entry {
    /// Whether it is a folder.
    pub(super) fn is_folder(&self) -> bool {
        self.name.ends_with(['/', '\\']) && self.size == 0
    }
}

/// Why a file could not be taken out whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trouble {
    /// It needs a password.
    Locked,
    /// It is packed by a method nobody uses for documents.
    Method,
    /// It is larger than it may be.
    TooLarge,
    /// Its bytes are not those that were packed.
    Damaged,
}

impl<'a> Pack<'a> {
    /// Reads the directory of a ZIP file, and searches the file for what is not in it or not where it says; `None` if
    /// nothing is found.
    pub(super) fn open(bytes: &'a [u8]) -> Option<Self> {
        let directory = Directory::find(bytes);
        let mut entries = Vec::new();
        let mut cut = false;
        let mut at = directory.as_ref().map_or(usize::MAX, |directory| directory.start);
        let shift = directory.as_ref().map_or(0, |directory| directory.shift);
        while let Some((entry, next)) = entry(bytes, at, shift) {
            cut = entries.len() == MAX_ENTRIES;
            if cut {
                break;
            }
            entries.push(entry);
            at = next;
        }
        let count = directory.map(|directory| directory.count.min(MAX_ENTRIES as u64));
        let searched = count.is_none_or(|count| count > entries.len() as u64);
        let mut pack = Self { bytes, entries, cut, searched, left: MAX_TOTAL };
        pack.search();
        (count.is_some() || !pack.entries.is_empty()).then_some(pack)
    }

    /// Finds the files that the directory leaves out, or that do not lie where it says.
    fn search(&mut self) {
        let lost: HashMap<String, usize> = {
            let lost = self.entries.iter().enumerate().filter(|(_, entry)| self.packed(entry).is_none());
            lost.map(|(at, entry)| (entry.name.clone(), at)).collect()
        };
        if lost.is_empty() && !self.searched {
            return;
        }
        let listed: HashSet<String> = self.entries.iter().map(|entry| entry.name.clone()).collect();
        for found in searched(self.bytes) {
            match lost.get(&found.name).and_then(|at| self.entries.get_mut(*at)) {
                Some(entry) => entry.at = found.at,
                None if self.searched && !listed.contains(&found.name) => self.entries.push(found),
                None => {}
            }
        }
    }

    /// Whether there is a file of this path.
    pub(super) fn holds(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name == name)
    }

    /// The bytes of the file of this path as far as they can be unpacked, and what was wrong with them; `None` if
    /// there is no such file.
    pub(super) fn part(&mut self, name: &str) -> Option<(Vec<u8>, Option<Trouble>)> {
        let entry = self.entries.iter().find(|entry| entry.name == name)?.clone();
        Some(self.salvage(&entry))
    }

    /// The bytes of a file.
    pub(super) fn unpack(&mut self, entry: &Entry) -> Result<Vec<u8>, Trouble> {
        match self.salvage(entry) {
            (bytes, None) => Ok(bytes),
            (_, Some(trouble)) => Err(trouble),
        }
    }

    /// What all files taken out from now on may come to, if that is less than it was.
    pub(super) fn limit(&mut self, most: u64) {
        self.left = self.left.min(most);
    }

    fn salvage(&mut self, entry: &Entry) -> (Vec<u8>, Option<Trouble>) {
        if entry.locked {
            return (Vec::new(), Some(Trouble::Locked));
        }
        let Some(packed) = self.packed(entry) else { return (Vec::new(), Some(Trouble::Damaged)) };
        let most = entry.packed.saturating_mul(MAX_RATIO).max(SMALL).min(self.left);
        let mut bytes = Vec::new();
        let read = match entry.method {
            0 => packed.take(most + 1).read_to_end(&mut bytes),
            8 => DeflateDecoder::new(packed).take(most + 1).read_to_end(&mut bytes),
            _ => return (Vec::new(), Some(Trouble::Method)),
        };
        if bytes.len() as u64 > most {
            return (Vec::new(), Some(Trouble::TooLarge));
        }
        self.left -= bytes.len() as u64;
        let mut crc = Crc::new();
        crc.update(&bytes);
        let whole = read.is_ok() && entry.crc.is_none_or(|known| known == crc.sum());
        (bytes, (!whole).then_some(Trouble::Damaged))
    }

    /// The packed bytes of a file, as many of them as there are.
    fn packed(&self, entry: &Entry) -> Option<&'a [u8]> {
        let at = usize::try_from(entry.at).ok()?;
        let head = self.bytes.get(at..)?;
        if !head.starts_with(HEAD) {
            return None;
        }
        let names = usize::from(u16_at(head, 26)?) + usize::from(u16_at(head, 28)?);
        let data = head.get(30 + names..)?;
        let length = usize::try_from(entry.packed).unwrap_or(usize::MAX);
        Some(&data[..length.min(data.len())])
    }
}

/// Where the directory of a ZIP file lies.
struct Directory {
    start: usize,
    count: u64,
    /// How far everything lies behind where the directory says, for files with something before their first entry.
    shift: u64,
}

impl Directory {
    fn find(bytes: &[u8]) -> Option<Self> {
        // Its end is followed by a comment of at most 65,535 bytes.
        let from = bytes.len().saturating_sub(22 + 65_535);
        let is_end = |at: &usize| {
            let comment = u16_at(bytes, at + 20).map(usize::from);
            bytes.get(*at..).is_some_and(|rest| rest.starts_with(b"PK\x05\x06"))
                && comment.is_some_and(|comment| at + 22 + comment <= bytes.len())
        };
        let end = (from..bytes.len().saturating_sub(21)).rev().find(is_end)?;
        let mut count = u64::from(u16_at(bytes, end + 10)?);
        let mut size = u64::from(u32_at(bytes, end + 12)?);
        let mut start = u64::from(u32_at(bytes, end + 16)?);
        let mut stop = end as u64;
        if let Some(large) = end.checked_sub(20).and_then(|at| large_end(bytes, at)) {
            stop = large as u64;
            count = u64_at(bytes, large + 32)?;
            size = u64_at(bytes, large + 40)?;
            start = u64_at(bytes, large + 48)?;
        }
        let real = stop.checked_sub(size).filter(|real| *real >= start);
        let begins = |at: &u64| {
            let at = usize::try_from(*at).ok();
            at.and_then(|at| bytes.get(at..)).is_some_and(|rest| rest.starts_with(b"PK\x01\x02"))
        };
        let real = real.filter(begins).unwrap_or(start);
        Some(Self { start: usize::try_from(real).ok()?, count, shift: real.saturating_sub(start) })
    }
}

/// Where the end of a directory of more than 4 GiB or 65,535 entries lies, which a mark at `at` points to.
fn large_end(bytes: &[u8], at: usize) -> Option<usize> {
    if !bytes.get(at..)?.starts_with(b"PK\x06\x07") {
        return None;
    }
    let place = usize::try_from(u64_at(bytes, at + 8)?).ok()?;
    bytes.get(place..)?.starts_with(b"PK\x06\x06").then_some(place)
}

/// The entry whose head lies at `at`, and where the next one does.
fn entry(bytes: &[u8], at: usize, shift: u64) -> Option<(Entry, usize)> {
    let head = bytes.get(at..)?;
    if !head.starts_with(b"PK\x01\x02") {
        return None;
    }
    let (flags, method) = (u16_at(head, 8)?, u16_at(head, 10)?);
    let name_end = 46 + usize::from(u16_at(head, 28)?);
    let extra_end = name_end + usize::from(u16_at(head, 30)?);
    let end = extra_end + usize::from(u16_at(head, 32)?);
    let (raw, extra) = (head.get(46..name_end)?, head.get(name_end..extra_end)?);
    let mut large = extra_field(extra, 1).unwrap_or_default();
    let mut number = |at| {
        let small = u32_at(head, at)?;
        if small != u32::MAX {
            return Some(u64::from(small));
        }
        let number = u64_at(large, 0)?;
        large = &large[8..];
        Some(number)
    };
    let (size, packed, offset) = (number(24)?, number(20)?, number(42)?);
    let (unix, mode) = (head.get(5) == Some(&3), u32_at(head, 38)? >> 16);
    let entry = Entry {
        name: name(raw, extra),
        locked: flags & 1 != 0,
        link: unix && mode & 0o170_000 == 0o120_000,
        method,
        crc: u32_at(head, 16),
        packed,
        size,
        at: offset.checked_add(shift)?,
    };
    Some((entry, at.checked_add(end)?))
}

/// The files in a ZIP file by the heads before each of them.
fn searched(bytes: &[u8]) -> Vec<Entry> {
    let next = |from: usize, marks: &[&[u8]]| {
        let rest = bytes.get(from..)?;
        let at = rest.windows(4).position(|window| marks.contains(&window))?;
        Some(from + at)
    };
    let mut entries = Vec::new();
    let mut at = next(0, &[HEAD]);
    while let Some(start) = at.filter(|_| entries.len() < MAX_ENTRIES) {
        at = next(start + 4, &[HEAD]);
        let Some((mut entry, data)) = bytes.get(start..).and_then(local_entry) else { continue };
        entry.at = start as u64;
        if entry.crc.is_none() {
            // Its size comes after it; whatever comes next, comes after that.
            let end = next(start + data, &[HEAD, b"PK\x01\x02", b"PK\x07\x08"]).unwrap_or(bytes.len());
            entry.packed = (end - start - data) as u64;
            entry.size = entry.packed;
        }
        entries.push(entry);
    }
    entries
}

const HEAD: &[u8] = b"PK\x03\x04";

/// The entry whose own head this is, and where its data begins.
fn local_entry(head: &[u8]) -> Option<(Entry, usize)> {
    let flags = u16_at(head, 6)?;
    let name_end = 30 + usize::from(u16_at(head, 26)?);
    let data = name_end + usize::from(u16_at(head, 28)?);
    let known = flags & 8 == 0;
    let entry = Entry {
        name: name(head.get(30..name_end)?, head.get(name_end..data)?),
        locked: flags & 1 != 0,
        link: false,
        method: u16_at(head, 8)?,
        crc: u32_at(head, 14).filter(|_| known),
        packed: u64::from(u32_at(head, 18)?),
        size: u64::from(u32_at(head, 22)?),
        at: 0,
    };
    Some((entry, data))
}

/// The contents of the extra field of this number.
fn extra_field(mut extra: &[u8], wanted: u16) -> Option<&[u8]> {
    loop {
        let (id, length) = (u16_at(extra, 0)?, usize::from(u16_at(extra, 2)?));
        let content = extra.get(4..4 + length)?;
        if id == wanted {
            return Some(content);
        }
        extra = &extra[4 + length..];
    }
}

/// The name of an entry as text.
fn name(raw: &[u8], extra: &[u8]) -> String {
    // Some programs keep the name as UTF-8 beside the one for old programs, with the checksum of the latter.
    let beside = extra_field(extra, 0x7075).and_then(|field| {
        let mut crc = Crc::new();
        crc.update(raw);
        let same = field.first() == Some(&1) && u32_at(field, 1)? == crc.sum();
        std::str::from_utf8(field.get(5..)?).ok().filter(|_| same)
    });
    match beside.map_or_else(|| std::str::from_utf8(raw), Ok) {
        Ok(name) => name.to_owned(),
        Err(_) => raw.iter().map(|byte| cp437(*byte)).collect(),
    }
}

/// The upper half of the character set of the first PCs.
const CP437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

/// A character of the first PCs.
pub(super) fn cp437(byte: u8) -> char {
    let upper = byte.checked_sub(128).and_then(|at| CP437.chars().nth(usize::from(at)));
    upper.unwrap_or(char::from(byte))
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at.checked_add(2)?)?.try_into().ok().map(u16::from_le_bytes)
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_le_bytes)
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..at.checked_add(8)?)?.try_into().ok().map(u64::from_le_bytes)
}

#[cfg(test)]
pub(super) mod tests {
    use std::io::{Cursor, Write};

    use zip::write::SimpleFileOptions;
    use zip::{CompressionMethod, ZipWriter};

    use super::*;

    /// A ZIP file of these files, all but `mimetype` packed.
    pub(in crate::import) fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            let method =
                if *name == "mimetype" { CompressionMethod::Stored } else { CompressionMethod::Deflated };
            let options = SimpleFileOptions::default().compression_method(method);
            writer.start_file(*name, options).expect("an entry");
            writer.write_all(bytes).expect("a buffer");
        }
        writer.finish().expect("a directory").into_inner()
    }

    #[test]
    fn files_come_out_as_they_went_in() {
        let bytes = zipped(&[("mimetype", b"some/type"), ("a/b.txt", &b"words ".repeat(1000))]);
        for before in [&b""[..], b"#!/bin/sh\nexit\n"] {
            let bytes = [before, &bytes].concat();
            let mut pack = Pack::open(&bytes).expect("a directory");
            assert_eq!(pack.part("mimetype"), Some((b"some/type".to_vec(), None)));
            assert_eq!(pack.part("a/b.txt"), Some((b"words ".repeat(1000), None)));
            assert!(!pack.cut && pack.holds("a/b.txt") && pack.part("c").is_none());
        }
    }

    #[test]
    fn what_unpacks_to_too_much_is_refused() {
        let bytes = zipped(&[("bomb", &vec![0; 8 << 20]), ("small", b"x")]);
        let mut pack = Pack::open(&bytes).expect("a directory");
        let bomb = pack.entries[0].clone();
        assert_eq!(pack.unpack(&bomb), Err(Trouble::TooLarge));
        assert_eq!(pack.part("small"), Some((b"x".to_vec(), None)));
        pack.limit(0);
        assert_eq!(pack.part("small"), Some((Vec::new(), Some(Trouble::TooLarge))));
    }

    #[test]
    fn changed_bytes_are_told_of_and_given() {
        let mut bytes = zipped(&[("mimetype", b"one two three")]);
        let at = bytes.windows(3).position(|window| window == b"two").expect("the words");
        bytes[at] = b'T';
        let mut pack = Pack::open(&bytes).expect("a directory");
        assert_eq!(pack.part("mimetype"), Some((b"one Two three".to_vec(), Some(Trouble::Damaged))));
    }

    #[test]
    fn a_file_without_a_directory_is_searched() {
        let whole = zipped(&[("a.txt", &b"words ".repeat(1000)), ("b.txt", &b"more ".repeat(1000))]);
        let at = whole.windows(4).position(|window| window == b"PK\x01\x02").expect("a directory");
        let mut pack = Pack::open(&whole[..at]).expect("two files");
        assert!(pack.searched);
        assert_eq!(pack.part("a.txt"), Some((b"words ".repeat(1000), None)));
        assert_eq!(pack.part("b.txt"), Some((b"more ".repeat(1000), None)));
        let mut pack = Pack::open(&whole[..at - 8]).expect("one file, and some of another");
        let (bytes, trouble) = pack.part("b.txt").expect("some of it");
        assert!(bytes.len() > 100 && b"more ".repeat(1000).starts_with(&bytes), "{}", bytes.len());
        assert_eq!(trouble, Some(Trouble::Damaged));
        assert!(Pack::open(b"PK\x03\x04").is_none());

        let moved = [b"PK\x03\x04\0\0", &whole[..]].concat();
        let moved = [&moved[..at], b"lost", &moved[at..]].concat();
        let mut pack = Pack::open(&moved).expect("a directory");
        assert_eq!(pack.part("a.txt"), Some((b"words ".repeat(1000), None)));
    }

    #[test]
    fn names_are_utf_8_or_as_old_programs_wrote_them() {
        assert_eq!(name("Straße.txt".as_bytes(), b""), "Straße.txt");
        assert_eq!(name(b"Stra\xe1e \x81ber.txt", b""), "Straße über.txt");
        let mut crc = Crc::new();
        crc.update(b"Stra?e");
        let field = [&[0x75, 0x70, 12, 0, 1][..], &crc.sum().to_le_bytes(), "Straße".as_bytes()].concat();
        assert_eq!(name(b"Stra?e", &field), "Straße");
        assert_eq!(name(b"Other", &field), "Other");
    }

    #[test]
    fn a_directory_that_lies_is_no_harm() {
        let whole = zipped(&[("a", b"one"), ("b", b"two")]);
        for at in 0..whole.len() {
            for value in [0, 0xff] {
                let mut bytes = whole.clone();
                bytes[at] = value;
                if let Some(mut pack) = Pack::open(&bytes) {
                    for entry in pack.entries.clone() {
                        drop(pack.unpack(&entry));
                    }
                }
            }
            drop(Pack::open(&whole[..at]));
        }
    }
}
