//! Which files have come into a folder and are whole.

use std::collections::HashMap;
use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::time::{Duration, SystemTime};

/// A file is whole once it has not changed for so long.
const STILL: Duration = Duration::from_secs(2);

/// What tells a file that changed, without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    /// Bytes.
    pub(super) size: u64,
    /// When its bytes were written last.
    pub(super) modified: SystemTime,
    /// When it came into the folder, as far as the system knows.
    pub(super) came: SystemTime,
}

/// The files of a folder by name.
pub(super) type Listing = HashMap<OsString, Look>;

/// What lies in the folder itself; folders within it are left alone, since a page that a browser saves brings one
/// full of its parts.
pub(super) fn list(folder: &Path) -> std::io::Result<Listing> {
    let mut listing = Listing::new();
    for entry in std::fs::read_dir(folder)?.flatten() {
        let name = entry.file_name();
        if is_left_alone(&name) {
            continue;
        }
        // Through links: what one leads to is what would be imported.
        let Ok(about) = std::fs::metadata(entry.path()) else { continue };
        if about.is_file() {
            listing.insert(name, look(&about));
        }
    }
    Ok(listing)
}

fn look(about: &std::fs::Metadata) -> Look {
    let modified = about.modified().unwrap_or(SystemTime::UNIX_EPOCH);
    let made = about.created().unwrap_or(SystemTime::UNIX_EPOCH);
    Look { size: about.len(), modified, came: modified.max(made).max(moved(about)) }
}

/// When the file was last moved or renamed: a file moved here keeps the time of its bytes.
#[cfg(unix)]
fn moved(about: &std::fs::Metadata) -> SystemTime {
    use std::os::unix::fs::MetadataExt;
    let seconds = u64::try_from(about.ctime()).unwrap_or(0);
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}

#[cfg(not(unix))]
fn moved(_: &std::fs::Metadata) -> SystemTime {
    SystemTime::UNIX_EPOCH
}

/// What browsers and office programs leave while they work, and hidden files.
fn is_left_alone(name: &OsStr) -> bool {
    let name = name.to_string_lossy().to_lowercase();
    let unfinished = [".part", ".partial", ".crdownload", ".download", ".opdownload", ".filepart", ".tmp"];
    name.starts_with(['.', '~'])
        || name.ends_with('~')
        || unfinished.iter().any(|ending| name.ends_with(ending))
}

/// The folder as it was looked at last.
#[derive(Debug)]
pub(super) struct Folder {
    /// Files that are no news.
    known: Listing,
    /// Files that may still be written, and since when they look as they do.
    growing: HashMap<OsString, (Look, Duration)>,
}

impl Folder {
    /// The folder with this in it, of which all that came until `since` is no news.
    pub(super) fn new(mut there: Listing, since: SystemTime) -> Self {
        there.retain(|_, look| look.came <= since);
        Self { known: there, growing: HashMap::new() }
    }

    /// Takes in what is there `now`, counted from any moment. Gives the names of the files that have come or changed
    /// and are whole, in their order.
    pub(super) fn look(&mut self, there: &Listing, now: Duration) -> Vec<OsString> {
        self.known.retain(|name, _| there.contains_key(name));
        self.growing.retain(|name, _| there.contains_key(name));
        let mut whole = Vec::new();
        for (name, look) in there {
            let is_known = self
                .known
                .get(name)
                .is_some_and(|known| (known.size, known.modified) == (look.size, look.modified));
            // An empty file is one that is about to be written; it is looked at again when it changes.
            if is_known || look.size == 0 {
                self.growing.remove(name);
                continue;
            }
            let since = match self.growing.get(name) {
                Some((before, since)) if (before.size, before.modified) == (look.size, look.modified) => {
                    *since
                }
                _ => now,
            };
            if now.saturating_sub(since) >= STILL {
                self.growing.remove(name);
                self.known.insert(name.clone(), *look);
                whole.push(name.clone());
            } else {
                self.growing.insert(name.clone(), (*look, since));
            }
        }
        whole.sort();
        whole
    }

    /// Whether a file may still be written, so that the folder has to be looked at again soon.
    pub(super) fn waits(&self) -> bool {
        !self.growing.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
    }

    fn listing(files: &[(&str, u64, u64)]) -> Listing {
        let look = |size, time| Look { size, modified: at(time), came: at(time) };
        files.iter().map(|(name, size, time)| ((*name).into(), look(*size, *time))).collect()
    }

    #[test]
    fn a_file_is_given_once_when_it_has_stopped_growing() {
        let mut folder = Folder::new(listing(&[("old.txt", 5, 10), ("late.txt", 5, 30)]), at(20));
        let mut look = |files: &[(&str, u64, u64)], now: u64| {
            let whole = folder.look(&listing(files), Duration::from_secs(now));
            (whole.join(OsStr::new(" ")).into_string().unwrap(), folder.waits())
        };
        let both = [("old.txt", 5, 10), ("late.txt", 5, 30)];
        assert_eq!(look(&both, 0), (String::new(), true), "one came while nobody looked");
        assert_eq!(look(&both, 2), ("late.txt".into(), false));
        assert_eq!(look(&both, 9), (String::new(), false), "it is no news any more");
        let with = |size, time| [("old.txt", 5, 10), ("late.txt", 5, 30), ("new.txt", size, time)];
        assert_eq!(look(&with(0, 40), 20), (String::new(), false), "nothing is in it yet");
        assert_eq!(look(&with(7, 41), 21), (String::new(), true));
        assert_eq!(look(&with(9, 42), 22), (String::new(), true));
        assert_eq!(look(&with(9, 42), 23), (String::new(), true), "it may not be whole yet");
        assert_eq!(look(&with(9, 42), 24), ("new.txt".into(), false));
        assert_eq!(look(&[("old.txt", 6, 50)], 30), (String::new(), true), "an old one was changed");
        assert_eq!(look(&[], 31), (String::new(), false), "and taken away");
    }

    #[test]
    fn what_is_half_done_or_hidden_is_left_alone() {
        for name in [".hidden.txt", "a.pdf.part", "A.CRDOWNLOAD", "~$letter.docx", "notes.txt~", "x.tmp"] {
            assert!(is_left_alone(OsStr::new(name)), "{name}");
        }
        for name in ["a.txt", "part.txt", "letter~2.docx", "page.html"] {
            assert!(!is_left_alone(OsStr::new(name)), "{name}");
        }
    }
}
