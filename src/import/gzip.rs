//! Files packed with gzip, as some programs save pages: what is within is read as a file of its own.

use std::io::Read;

use flate2::read::MultiGzDecoder;

use super::sniff::Source;
use super::warning::Warning;
use super::{Ask, Importer, Parsed};

/// More than this is never unpacked.
const MAX_BYTES: u64 = 256 << 20;

/// A file this small may unpack to anything that fits; beyond it the ratio counts.
const SMALL: u64 = 32 << 20;

/// Text packs to a tenth, pages full of repeats to a fiftieth; what is packed tighter is a trap.
const MAX_RATIO: u64 = 200;

/// Unpacks and reads on.
pub(super) struct Gzip;

impl Importer for Gzip {
    fn name(&self) -> &'static str {
        "gzip"
    }

    fn version(&self) -> u32 {
        1
    }

    fn takes(&self, source: &Source<'_>) -> bool {
        source.kind() == Some("gzip")
    }

    fn read(&self, source: &Source<'_>, parsed: &mut Parsed) {
        read(source, false, parsed);
    }

    fn read_carefully(&self, source: &Source<'_>, parsed: &mut Parsed) {
        read(source, true, parsed);
    }
}

fn read(source: &Source<'_>, careful: bool, parsed: &mut Parsed) {
    let Unpacked { bytes, flaw } = unpacked(source.bytes);
    // Packed twice, it is no page anybody saved; and a file that unpacks to itself would never end.
    if bytes.is_empty() || bytes.starts_with(b"\x1f\x8b") {
        parsed.warnings.extend(flaw);
        parsed.warnings.push(Warning::not_read_yet("gzip"));
        return;
    }
    let ask = Ask { encoding: source.asked.map(ToOwned::to_owned), careful, ..Ask::default() };
    *parsed = super::read(&bytes, inner_name(source.file_name), &ask);
    parsed.warnings.extend(flaw);
}

/// The name of what is packed: `page.html` for `page.html.gz`.
fn inner_name(name: &str) -> &str {
    let end = name.len().saturating_sub(3);
    let packed = name.get(end..).is_some_and(|ending| ending.eq_ignore_ascii_case(".gz"));
    name.get(..end).filter(|stem| packed && !stem.is_empty()).unwrap_or(name)
}

/// What could be unpacked, and what was wrong.
struct Unpacked {
    bytes: Vec<u8>,
    flaw: Option<Warning>,
}

fn unpacked(packed: &[u8]) -> Unpacked {
    let most = (packed.len() as u64).saturating_mul(MAX_RATIO).clamp(SMALL, MAX_BYTES);
    let mut bytes = Vec::new();
    let read = MultiGzDecoder::new(packed).take(most + 1).read_to_end(&mut bytes);
    if bytes.len() as u64 > most {
        return Unpacked { bytes: Vec::new(), flaw: Some(Warning::unpacks_too_large()) };
    }
    // Bytes after the end of the packed data are no flaw of the data.
    let flaw = (read.is_err() && !ends_well(packed, &bytes)).then(Warning::packed_data_damaged);
    Unpacked { bytes, flaw }
}

/// Whether the first packed stream is whole, so that what follows it is but padding.
fn ends_well(packed: &[u8], bytes: &[u8]) -> bool {
    let mut first = Vec::new();
    let whole = flate2::read::GzDecoder::new(packed).take(bytes.len() as u64 + 1).read_to_end(&mut first);
    whole.is_ok() && first.len() == bytes.len()
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut out = GzEncoder::new(Vec::new(), Compression::best());
        out.write_all(bytes).unwrap();
        out.finish().unwrap()
    }

    fn read(bytes: &[u8]) -> Parsed {
        crate::import::read(bytes, "bridge-stays-shut.txt.gz", &Ask::default())
    }

    #[test]
    fn a_packed_file_is_read_as_what_is_in_it() {
        let parsed = read(&packed("The bridge stays shut, “for now”.\n".as_bytes()));
        assert_eq!(parsed.article.text.as_deref(), Some("The bridge stays shut, “for now”.\n"));
        assert_eq!(
            (parsed.article.title.as_str(), parsed.article.importer.as_str()),
            ("Bridge stays shut", "plain")
        );
        assert_eq!(parsed.warnings, []);
    }

    #[test]
    fn a_person_chooses_the_encoding_of_a_packed_file_too() {
        let ask = Ask { encoding: Some("iso-8859-2".to_owned()), careful: false, ..Ask::default() };
        let parsed = crate::import::read(&packed(b"caf\xe9 \xb3"), "a.txt.gz", &ask);
        assert_eq!(parsed.article.text.as_deref(), Some("café ł"));
    }

    #[test]
    fn padding_is_no_flaw_and_a_cut_is() {
        let whole = packed(&b"The bridge stays shut. ".repeat(400));
        let parsed = read(&[&whole[..], &[0; 64]].concat());
        assert_eq!(parsed.warnings, []);
        assert_eq!(parsed.article.text.map(|text| text.len()), Some(23 * 400));
        let parsed = read(&whole[..whole.len() - 12]);
        assert_eq!(parsed.warnings.last().map(|warning| warning.code.as_str()), Some("packed_data_damaged"));
        assert!(parsed.article.text.unwrap().starts_with("The bridge stays shut."));
    }

    #[test]
    fn what_unpacks_without_end_is_not_unpacked() {
        let bomb = packed(&vec![b'a'; (SMALL + 1) as usize]);
        assert!(bomb.len() as u64 * MAX_RATIO < SMALL);
        let parsed = read(&bomb);
        assert_eq!(parsed.article.text, None);
        assert_eq!(parsed.warnings[0].code, "unpacks_too_large");
        let twice = packed(&packed(b"words"));
        assert!(read(&twice).warnings[0].is_not_read_yet());
        assert!(read(b"\x1f\x8b").warnings.iter().any(Warning::is_not_read_yet));
    }
}
