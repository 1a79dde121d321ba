//! What a file is, by its bytes.

use super::encoding::{self, Decoded};
use super::pack::Pack;

/// A file with what its bytes are.
pub(super) struct Source<'a> {
    /// The file's name, without its folder.
    pub(super) file_name: &'a str,
    /// Its bytes.
    pub(super) bytes: &'a [u8],
    /// The label of the encoding a person chose for it, if any.
    pub(super) asked: Option<&'a str>,
    /// What is in it.
    pub(super) content: Content,
}

/// The content of a file.
pub(super) enum Content {
    /// Nothing at all, or only white space.
    Empty,
    /// Text in some encoding.
    Text(Decoded),
    /// Not text: the code of its kind.
    Binary(&'static str),
}

impl<'a> Source<'a> {
    /// Looks at the bytes. `asked` is the label of the encoding a person chose, if any.
    pub(super) fn open(bytes: &'a [u8], file_name: &'a str, asked: Option<&'a str>) -> Self {
        Self { file_name, bytes, asked, content: content(bytes, asked) }
    }

    /// The code of the file's kind, if it is not text.
    pub(super) fn kind(&self) -> Option<&'static str> {
        match self.content {
            Content::Binary(kind) => Some(kind),
            Content::Empty | Content::Text(_) => None,
        }
    }

    /// The decoded text, if it is a text.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Text(decoded) => Some(&decoded.text),
            Content::Empty | Content::Binary(_) => None,
        }
    }

    /// Whether the name ends in one of these endings (given in lower case, without the dot).
    pub(super) fn has_ending(&self, endings: &[&str]) -> bool {
        let ending = self.file_name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        ending.is_some_and(|ending| endings.contains(&ending.as_str()))
    }
}

fn content(bytes: &[u8], encoding: Option<&str>) -> Content {
    if bytes.trim_ascii().is_empty() {
        return Content::Empty;
    }
    if let Some(kind) = magic(bytes) {
        return Content::Binary(kind);
    }
    match encoding::decode(bytes, encoding) {
        Some(decoded) => Content::Text(decoded),
        None => Content::Binary("binary"),
    }
}

/// The opening bytes of the kinds people gather, and the code of each kind.
const MAGIC: &[(&[u8], &str)] = &[
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
    (b"\x89PNG\r\n\x1a\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF87a", "picture"),
    (b"GIF89a", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"ID3", "sound"),
    (b"OggS", "sound"),
    (b"fLaC", "sound"),
    (b"\x1aE\xdf\xa3", "film"),
    (b"SQLite format 3\0", "database"),
];

/// The kind that opening bytes give away.
fn magic(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(zip_kind(bytes));
    }
    if bytes.starts_with(b"RIFF") {
        return Some(match bytes.get(8..12) {
            Some(b"WEBP") => "picture",
            Some(b"WAVE") => "sound",
            _ => "film",
        });
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        let brand = bytes.get(8..11);
        return Some(if brand == Some(b"hei") || brand == Some(b"avi") { "picture" } else { "film" });
    }
    // A PDF may have a few bytes of rubbish before its mark.
    let head = &bytes[..bytes.len().min(1024)];
    if holds(head, b"%PDF-") && !head.trim_ascii_start().starts_with(b"<") && head.contains(&0) {
        return Some("pdf");
    }
    MAGIC.iter().find(|(mark, _)| bytes.starts_with(mark)).map(|(_, kind)| *kind)
}

/// What a ZIP file holds, by what is in it.
fn zip_kind(bytes: &[u8]) -> &'static str {
    let Some(pack) = Pack::open(bytes) else { return "archive" };
    let has = |path: &str| pack.holds(path);
    let folder = |path: &str| pack.entries.iter().any(|entry| entry.name.starts_with(path));
    let opens = has("[Content_Types].xml");
    // Of these the first file is a note of what they are, not packed.
    let note = bytes.get(30..).unwrap_or_default();
    let is_noted = |kind: &str| {
        note.strip_prefix(b"mimetype")
            .is_some_and(|note| holds(&note[..note.len().min(120)], kind.as_bytes()))
    };
    match () {
        () if is_noted("application/epub+zip") || has("META-INF/container.xml") => "epub",
        () if is_noted("opendocument.text") => "odt",
        () if is_noted("opendocument.spreadsheet") => "spreadsheet",
        () if is_noted("opendocument.presentation") => "slides",
        () if is_noted("opendocument") => "binary",
        () if opens && folder("word/") => "docx",
        () if opens && folder("xl/") => "spreadsheet",
        () if opens && folder("ppt/") => "slides",
        () if has("content.xml") && has("META-INF/manifest.xml") => "odt",
        () if folder("Index/Document") || has("Index.zip") => "iwork",
        () => "archive",
    }
}

fn holds(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|window| window == mark)
}

#[cfg(test)]
mod tests {
    use super::super::pack::tests::zipped;
    use super::*;

    fn kind(bytes: &[u8]) -> &'static str {
        match content(bytes, None) {
            Content::Empty => "empty",
            Content::Text(_) => "text",
            Content::Binary(kind) => kind,
        }
    }

    #[test]
    fn bytes_say_what_a_file_is() {
        assert_eq!(kind(b""), "empty");
        assert_eq!(kind(b" \r\n\t"), "empty");
        assert_eq!(kind(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3"), "pdf");
        assert_eq!(kind(b"PK\x03\x04\x14\0\0\0\0\0photo.txt"), "archive");
        assert_eq!(kind(b"RIFF\0\0\0\0WEBPVP8 "), "picture");
        assert_eq!(kind(b"\0\0\0\x18ftypmp42"), "film");
        assert_eq!(kind(b"plain words"), "text");
        assert_eq!(kind(&[0, 1, 2, 3, 4, 0, 200, 7]), "binary");
    }

    #[test]
    fn what_is_in_a_zip_file_says_what_it_is() {
        let of = |files: &[(&str, &[u8])]| kind(&zipped(files));
        let filler = vec![b'x'; 20_000];
        let types: (&str, &[u8]) = ("[Content_Types].xml", b"<Types/>");
        assert_eq!(of(&[types, ("media/a", &filler), ("word/document.xml", b"")]), "docx");
        assert_eq!(of(&[("word/notes.txt", b"words")]), "archive");
        assert_eq!(of(&[types, ("xl/workbook.xml", b"")]), "spreadsheet");
        assert_eq!(of(&[("mimetype", b"application/epub+zip"), ("a", b"")]), "epub");
        assert_eq!(of(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("a", b"")]), "odt");
        assert_eq!(of(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")]), "spreadsheet");
        assert_eq!(of(&[("letters/application/epub+zip.txt", b"words")]), "archive");
        assert_eq!(of(&[]), "archive");
    }

    #[test]
    fn words_about_a_format_are_still_words() {
        assert_eq!(kind(b"A %PDF- file starts with these letters."), "text");
        assert_eq!(kind(b"PK was her name"), "text");
    }
}
