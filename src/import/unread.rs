//! Files that are kept although their words cannot be read yet, and files without any.

use crate::domain::kind::ArticleKind;

use super::sniff::{Content, Source};
use super::warning::Warning;
use super::{Importer, Parsed};

/// Keeps what no other importer reads.
pub(super) struct Unread;

impl Importer for Unread {
    fn name(&self) -> &'static str {
        "unread"
    }

    fn version(&self) -> u32 {
        // Whatever importer is added may read what this one had to leave: then it is tried again.
        super::IMPORTERS.len() as u32
    }

    fn takes(&self, source: &Source<'_>) -> bool {
        !matches!(source.content, Content::Text(_))
    }

    fn read(&self, source: &Source<'_>, parsed: &mut Parsed) {
        let Parsed { article, warnings, .. } = parsed;
        article.kind = ArticleKind::Other;
        match source.content {
            Content::Binary("office") if holds_name(source.bytes, "EncryptedPackage") => {
                warnings.push(Warning::locked());
            }
            Content::Binary("office") => warnings.push(Warning::not_read_yet(older_office(source.bytes))),
            Content::Binary(kind) => warnings.push(Warning::not_read_yet(kind)),
            Content::Empty => {
                article.text = Some(String::new());
                warnings.push(Warning::empty());
            }
            Content::Text(_) => {}
        }
    }
}

/// What an older Office file is, by the names of the streams in it.
pub(super) fn older_office(bytes: &[u8]) -> &'static str {
    let kinds =
        [("WordDocument", "doc"), ("Workbook", "xls"), ("PowerPoint Document", "ppt"), ("Book", "xls")];
    kinds.iter().find(|(name, _)| holds_name(bytes, name)).map_or("office", |(_, kind)| kind)
}

/// Whether a file of streams has one of this name: a directory entry starts with it, 128 bytes behind the last one.
fn holds_name(bytes: &[u8], name: &str) -> bool {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    entry.extend([0, 0]);
    bytes.chunks(128).any(|chunk| chunk.starts_with(&entry))
}

#[cfg(test)]
mod tests {
    use crate::import::{Ask, read};

    #[test]
    fn older_office_files_say_what_they_are_and_what_to_do() {
        let file = |stream: &str| {
            let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
            bytes.resize(512, 0);
            bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
            bytes.resize(640, 0);
            let parsed = read(&bytes, "a.doc", &Ask::default());
            (parsed.warnings[0].code.clone(), parsed.warnings[0].message.clone())
        };
        let (code, message) = file("PowerPoint Document");
        assert_eq!(code, "not_read_yet");
        assert!(message.contains("PDF"), "{message}");
        assert!(file("Workbook").1.contains("spreadsheet"));
        assert_eq!(file("WordDocument").0, "unreadable");
        assert_eq!(file("EncryptedPackage").0, "locked");
    }
}
