//! A folder whose new files come into a case by themselves.
//!
//! What tells of a change only says when to look; what is new is decided by looking at the folder, so that it is the
//! same where the system tells of changes and where it does not, as with drives of other machines.

mod folder;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant, SystemTime};

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use self::folder::{Folder, list};
use super::event::JobEvent;
use super::import::Import;
use crate::domain::id::Id;

/// How long a burst of changes may last before it is looked at.
const BURST: Duration = Duration::from_millis(100);
/// How often a file that is being written is looked at.
const GROWING: Duration = Duration::from_millis(500);
/// How often a folder is looked at of whose changes the system does not tell.
const UNTOLD: Duration = Duration::from_secs(10);
/// How often any folder is looked at: it may be gone without a word.
const ANYWAY: Duration = Duration::from_mins(1);
/// How often it is looked whether a folder that was gone is back.
const BACK: Duration = Duration::from_secs(15);

/// What the thread of a folder is told.
enum Signal {
    Changed,
    Stop,
}

/// A folder that is watched.
pub(super) struct Watch {
    /// The case its files come into.
    pub(super) case_id: Id,
    cancel: Arc<AtomicBool>,
    signals: Sender<Signal>,
}

impl Watch {
    /// Watches `folder`: what came into it after `since` comes into the case, by `import`. Ends with this.
    pub(super) fn start(import: Import, case_id: Id, folder: PathBuf, since: SystemTime) -> Self {
        let (signals, told) = channel();
        let cancel = Arc::clone(&import.cancel);
        let watching = Watching { import, case_id, folder, signals: signals.clone(), began: Instant::now() };
        std::thread::spawn(move || watching.run(since, &told));
        Self { case_id, cancel, signals }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.cancel.store(true, Ordering::SeqCst);
        if self.signals.send(Signal::Stop).is_err() {
            tracing::debug!("the thread of a watched folder had ended");
        }
    }
}

/// What the thread of a folder goes by.
struct Watching {
    import: Import,
    case_id: Id,
    folder: PathBuf,
    signals: Sender<Signal>,
    began: Instant,
}

/// Why the folder is not looked at any more.
enum End {
    Stopped,
    Gone,
}

impl Watching {
    fn run(&self, since: SystemTime, told: &Receiver<Signal>) {
        let mut known: Option<Folder> = None;
        while let End::Gone = self.while_it_is_there(&mut known, since, told) {
            self.tell_whether_there(false);
            while !self.folder.is_dir() {
                match told.recv_timeout(BACK) {
                    Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return,
                    Ok(Signal::Changed) | Err(RecvTimeoutError::Timeout) => {}
                }
            }
            self.tell_whether_there(true);
        }
    }

    fn while_it_is_there(
        &self,
        known: &mut Option<Folder>,
        since: SystemTime,
        told: &Receiver<Signal>,
    ) -> End {
        let Ok(there) = list(&self.folder) else { return End::Gone };
        let known = known.get_or_insert_with(|| Folder::new(there, since));
        // It tells of changes until it is dropped.
        let watcher = self.watcher();
        loop {
            let looked = SystemTime::now();
            let Ok(there) = list(&self.folder) else { return End::Gone };
            let whole = known.look(&there, self.began.elapsed());
            if !whole.is_empty() {
                let files = whole.into_iter().map(|name| self.folder.join(name)).collect();
                self.bring_in(files, looked);
            }
            let wait = match &watcher {
                _ if known.waits() => GROWING,
                Some(_) => ANYWAY,
                None => UNTOLD,
            };
            match told.recv_timeout(wait) {
                Ok(Signal::Changed) if gather(told) => {}
                Ok(_) | Err(RecvTimeoutError::Disconnected) => return End::Stopped,
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }

    /// What tells of changes in the folder; none where the system cannot.
    fn watcher(&self) -> Option<RecommendedWatcher> {
        if is_elsewhere(&self.folder) {
            return None;
        }
        let signals = self.signals.clone();
        let changed = move |event: notify::Result<notify::Event>| {
            // Looking at the folder is an access too: it must not lead to looking again.
            let counts = event.is_ok_and(|event| !matches!(event.kind, EventKind::Access(_)));
            if counts && signals.send(Signal::Changed).is_err() {
                tracing::debug!("a watched folder is not watched any more");
            }
        };
        let watch = || {
            let mut watcher = notify::recommended_watcher(changed)?;
            watcher.watch(&self.folder, RecursiveMode::NonRecursive)?;
            Ok(watcher)
        };
        watch()
            .inspect_err(|_: &notify::Error| tracing::warn!("a watched folder is looked at by the clock"))
            .ok()
    }

    fn bring_in(&self, files: Vec<PathBuf>, looked: SystemTime) {
        let lines = self.import.quietly(self.case_id, &files);
        if !self.import.cancel.load(Ordering::SeqCst) {
            self.import.events.send(JobEvent::Watched { case_id: self.case_id, lines, until: looked });
        }
    }

    fn tell_whether_there(&self, there: bool) {
        self.import.events.send(JobEvent::WatchedFolder { case_id: self.case_id, there });
    }
}

/// Whether the folder is on another machine: the system takes a watch on it but does not tell what others do there.
#[cfg(target_os = "linux")]
fn is_elsewhere(folder: &Path) -> bool {
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let mounts = std::fs::read_to_string("/proc/mounts").unwrap_or_default();
    kind_of_drive(&mounts, &folder).is_some_and(|kind| {
        let far = ["nfs", "cifs", "smb", "fuse", "9p", "afs", "ceph", "gluster", "webdav", "davfs", "vboxsf"];
        far.iter().any(|name| kind.starts_with(name))
    })
}

#[cfg(not(target_os = "linux"))]
fn is_elsewhere(_: &Path) -> bool {
    false
}

/// The kind of file system that a folder is on, by the list of those that are mounted.
#[cfg(target_os = "linux")]
fn kind_of_drive<'a>(mounts: &'a str, folder: &Path) -> Option<&'a str> {
    let mounted = mounts.lines().filter_map(|line| {
        let mut words = line.split(' ').skip(1);
        let at = words.next()?.replace("\\040", " ");
        Some((PathBuf::from(at), words.next()?))
    });
    // The last of the deepest: a later one lies over an earlier one.
    mounted
        .filter(|(at, _)| folder.starts_with(at))
        .max_by_key(|(at, _)| at.components().count())
        .map(|(_, kind)| kind)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_folder_on_another_machine_is_known_by_what_is_mounted_there() {
        let mounts = "/dev/sda1 / ext4 rw 0 0\nproc /proc proc rw 0 0\n//nas/press /mnt/the\\040press cifs rw 0 0\n\
                      box:/home /home/ann nfs4 rw 0 0\n";
        let kind = |path: &str| kind_of_drive(mounts, Path::new(path));
        assert_eq!(kind("/srv/clips"), Some("ext4"));
        assert_eq!(kind("/mnt/the press/2024"), Some("cifs"));
        assert_eq!(kind("/home/ann/Downloads"), Some("nfs4"));
        assert_eq!(kind("/home/anna"), Some("ext4"));
    }
}

/// Waits until a burst of changes is over; says whether to go on.
fn gather(told: &Receiver<Signal>) -> bool {
    std::thread::sleep(BURST);
    !told.try_iter().any(|signal| matches!(signal, Signal::Stop))
}
