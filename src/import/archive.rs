//! Archives (ZIP): each file in one becomes an article of its own.

use super::pack::{Entry, Pack, Trouble};
use super::sniff::Source;
use super::warning::Warning;
use super::{Importer, Inner, Parsed, wire};
use crate::domain::kind::ArticleKind;

/// Takes files out of ZIP archives.
pub(super) struct Archive;

/// What may come back from a reader beside the files: their names and the rest.
const HEADS: u64 = 16 << 20;

impl Importer for Archive {
    fn name(&self) -> &'static str {
        "zip"
    }

    fn version(&self) -> u32 {
        1
    }

    fn takes(&self, source: &Source<'_>) -> bool {
        source.kind() == Some("archive") && source.bytes.starts_with(b"PK")
    }

    fn read(&self, source: &Source<'_>, parsed: &mut Parsed) {
        let Parsed { article, warnings, inner, wrapper, .. } = parsed;
        article.kind = ArticleKind::Other;
        let Some(mut pack) = Pack::open(source.bytes) else {
            warnings.push(Warning::damaged_archive());
            return;
        };
        pack.limit(wire::room(source.bytes.len() as u64).saturating_sub(HEADS));
        let mut entries: Vec<(String, Entry)> = pack
            .entries
            .iter()
            .filter(|entry| !entry.is_folder())
            .map(|entry| (label(&entry.name), entry.clone()))
            .collect();
        entries.retain(|(name, _)| !is_left_by_a_system(name));
        entries.sort_by(|a, b| a.0.cmp(&b.0));
        let mut left = Left::default();
        for (name, entry) in entries {
            if entry.link {
                left.links.push(name);
                continue;
            }
            match pack.unpack(&entry) {
                Ok(bytes) => inner.push(Inner { name, bytes, ..Inner::default() }),
                Err(Trouble::Locked) => left.locked.push(name),
                Err(Trouble::Method) => left.method.push(name),
                Err(Trouble::TooLarge) => left.large.push(name),
                Err(Trouble::Damaged) => left.damaged.push(name),
            }
        }
        let before = warnings.len();
        warnings.extend(left.warnings());
        warnings.extend(pack.cut.then(Warning::archive_cut));
        warnings.extend(pack.searched.then(Warning::damaged_archive));
        let all = warnings.len() == before;
        warnings.extend((all && inner.is_empty()).then(Warning::archive_empty));
        *wrapper = all && !inner.is_empty();
    }
}

/// The names of files that could not be taken out.
#[derive(Default)]
struct Left {
    locked: Vec<String>,
    method: Vec<String>,
    large: Vec<String>,
    damaged: Vec<String>,
    links: Vec<String>,
}

impl Left {
    fn warnings(&self) -> impl Iterator<Item = Warning> {
        let all = [
            (&self.locked, "import-archive-locked"),
            (&self.method, "import-archive-method"),
            (&self.large, "import-archive-large"),
            (&self.damaged, "import-archive-damaged"),
            (&self.links, "import-archive-links"),
        ];
        all.into_iter()
            .filter(|(names, _)| !names.is_empty())
            .map(|(names, key)| Warning::left_in_archive(key, names))
    }
}

/// A name as a path below the archive: it is only shown, but must not look like a path of this machine.
fn label(name: &str) -> String {
    let drive = |part: &str| part.len() == 2 && part.ends_with(':');
    let parts: Vec<String> = name
        .split(['/', '\\'])
        .filter(|part| !part.is_empty() && !matches!(*part, "." | "..") && !drive(part))
        .map(|part| part.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect())
        .collect();
    if parts.is_empty() { "\u{fffd}".to_owned() } else { parts.join("/") }
}

/// Files that systems leave in folders without anybody's asking.
fn is_left_by_a_system(name: &str) -> bool {
    let left = |part: &str| part.starts_with('.') || part == "__MACOSX";
    let last = name.rsplit('/').next().unwrap_or_default();
    name.split('/').any(left) || ["thumbs.db", "desktop.ini"].contains(&last.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::super::pack::tests::zipped;
    use super::super::{Ask, read};
    use super::*;

    fn names(parsed: &Parsed) -> Vec<&str> {
        parsed.inner.iter().map(|file| file.name.as_str()).collect()
    }

    fn codes(parsed: &Parsed) -> Vec<&str> {
        parsed.warnings.iter().map(|warning| warning.code.as_str()).collect()
    }

    #[test]
    fn the_files_of_an_archive_in_the_order_of_their_names() {
        let bytes = zipped(&[
            ("b/letter.txt", b"Dear Ms. Ruiz"),
            ("a.txt", b"one"),
            ("a.txt.bak/", b""),
            ("__MACOSX/._a.txt", b"x"),
            ("b/.DS_Store", b"x"),
            ("b/Thumbs.db", b"x"),
            ("../../etc/passwd", b"two"),
            ("C:\\papers\\c.txt", b"three"),
        ]);
        let parsed = read(&bytes, "papers.zip", &Ask::default());
        assert_eq!(names(&parsed), ["a.txt", "b/letter.txt", "etc/passwd", "papers/c.txt"]);
        assert_eq!(parsed.inner[1].bytes, b"Dear Ms. Ruiz");
        assert!(parsed.wrapper && parsed.warnings.is_empty());
        assert_eq!(parsed.article.importer, "zip");
    }

    #[test]
    fn an_archive_is_kept_where_something_stays_in_it() {
        let mut bytes =
            zipped(&[("a.txt", b"one"), ("bomb.txt", &vec![b'a'; 30 << 20]), ("secret.txt", b"two")]);
        // The mark of a password, in the directory's entry.
        let at = bytes.windows(10).rposition(|window| window == b"secret.txt").expect("the entry") - 46 + 8;
        bytes[at] |= 1;
        let parsed = read(&bytes, "papers.zip", &Ask::default());
        assert_eq!(names(&parsed), ["a.txt"]);
        assert!(!parsed.wrapper);
        assert_eq!(codes(&parsed), ["archive_locked", "archive_large"]);
        assert!(parsed.warnings[0].message.contains("secret.txt"), "{}", parsed.warnings[0].message);
    }

    #[test]
    fn an_archive_without_files_or_cut_short_is_kept() {
        for (bytes, code) in [(zipped(&[(".hidden", b"x")]), "archive_empty"), (zipped(&[]), "archive_empty")]
        {
            let parsed = read(&bytes, "papers.zip", &Ask::default());
            assert!(!parsed.wrapper && parsed.inner.is_empty());
            assert_eq!(codes(&parsed), [code]);
        }
        let whole = zipped(&[("a.txt", b"one"), ("b.txt", b"two")]);
        let parsed = read(&whole[..whole.len() - 30], "papers.zip", &Ask::default());
        assert_eq!((names(&parsed), parsed.wrapper), (vec!["a.txt", "b.txt"], false));
        assert_eq!(codes(&parsed), ["damaged_archive"]);
        let parsed = read(&whole[..20], "papers.zip", &Ask::default());
        assert_eq!((names(&parsed), codes(&parsed)), (vec![], vec!["damaged_archive"]));
    }

    #[test]
    fn more_files_than_anybody_packs_are_not_all_taken_out() {
        let names: Vec<String> = (0..10_001).map(|n| format!("{n}.txt")).collect();
        let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b"x"[..])).collect();
        let parsed = read(&zipped(&files), "papers.zip", &Ask::default());
        assert_eq!((parsed.inner.len(), parsed.wrapper), (10_000, false));
        assert_eq!(codes(&parsed), ["archive_cut"]);
    }
}
