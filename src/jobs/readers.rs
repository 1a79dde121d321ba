//! Reading files in processes of their own, so that a file that makes its parser overflow, abort or hang costs
//! itself and nothing else.
//!
//! A reader is this program started as `casefile read-files`; it is kept and given file after file. The work is
//! `import::read` on either side of the pipe.

use std::io::{BufReader, BufWriter};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use crate::import::{Ask, Parsed, unreadable, wire};

/// How long a reader may take for a file, and this much more for each MiB.
const PATIENCE: Duration = Duration::from_secs(20);
const PATIENCE_PER_MIB: Duration = Duration::from_secs(1);
/// A reader is let go after so many files, and with it what its parsers failed to give back.
const FILES: u32 = 2_000;

/// The program that reads, resolved once at start: what lies at its path later may be another one.
static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// Names the program whose processes read files. Where none was named, files are read in this process, which is
/// meant for tests of what is read and not of how.
pub fn read_with(program: PathBuf) {
    if PROGRAM.set(program).is_err() {
        tracing::debug!("the program that reads files was named before");
    }
}

/// Readers that wait for work; shared by all who read files.
pub struct Readers {
    /// The program that reads; without one, files are read in this process.
    program: Option<PathBuf>,
    patience: Duration,
    idle: Mutex<Vec<Reader>>,
}

impl Readers {
    /// Those of the program that [`read_with`] named.
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Readers> = OnceLock::new();
        SHARED.get_or_init(|| Self::of(PROGRAM.get().cloned(), PATIENCE))
    }

    /// Processes of `program`, which may take so long for a small file.
    #[must_use]
    pub fn of(program: Option<PathBuf>, patience: Duration) -> Self {
        Self { program, patience, idle: Mutex::default() }
    }

    /// Reads a file. Never fails: if it ends its reader or takes too long it is read once more by the simplest means,
    /// and if that does not help either it comes back without text.
    pub fn read(&self, bytes: &Arc<[u8]>, file_name: &str, ask: &Ask) -> Parsed {
        let Some(program) = &self.program else { return crate::import::read(bytes, file_name, ask) };
        let careful = Ask { careful: true, ..ask.clone() };
        [ask, &careful]
            .into_iter()
            .find_map(|ask| self.read_once(program, bytes, file_name, ask))
            .unwrap_or_else(|| {
                tracing::warn!(bytes = bytes.len(), "a file could not be read");
                unreadable(bytes, file_name)
            })
    }

    fn read_once(&self, program: &PathBuf, bytes: &Arc<[u8]>, file_name: &str, ask: &Ask) -> Option<Parsed> {
        let waiting = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut reader = match waiting {
            Some(reader) => reader,
            None => Reader::start(program).inspect_err(|error| tracing::error!("no reader: {error}")).ok()?,
        };
        let parsed = reader.read(bytes, file_name, ask, self.patience)?;
        if reader.files < FILES {
            self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(reader);
        }
        Some(parsed)
    }

    /// Ends the readers that wait: for when there is nothing more to read for a while.
    pub fn rest(&self) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// One process, and the thread that talks with it.
struct Reader {
    process: Child,
    asked: Sender<(Arc<[u8]>, String, Ask)>,
    answers: Receiver<Option<Parsed>>,
    files: u32,
}

impl Reader {
    fn start(program: &PathBuf) -> std::io::Result<Self> {
        let mut command = Command::new(program);
        command.arg("read-files").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        without_window(&mut command);
        let mut process = command.spawn()?;
        let (Some(into), Some(out)) = (process.stdin.take(), process.stdout.take()) else {
            return Err(std::io::ErrorKind::BrokenPipe.into());
        };
        let (asked, questions) = channel();
        let (given, answers) = channel();
        std::thread::Builder::new()
            .name("reader".into())
            .spawn(move || talk(into, out, &questions, &given))?;
        Ok(Self { process, asked, answers, files: 0 })
    }

    /// What the process makes of a file; `None` if it ended, broke off or was too slow.
    fn read(&mut self, bytes: &Arc<[u8]>, file_name: &str, ask: &Ask, patience: Duration) -> Option<Parsed> {
        self.files += 1;
        self.asked.send((Arc::clone(bytes), file_name.to_owned(), ask.clone())).ok()?;
        let mebibytes = u32::try_from(bytes.len() >> 20).unwrap_or(u32::MAX);
        let patience = patience + PATIENCE_PER_MIB.saturating_mul(mebibytes);
        // Too slow, or its thread has ended: no answer either way.
        self.answers.recv_timeout(patience).unwrap_or_default()
    }
}

impl Drop for Reader {
    /// Ends the process, whatever it is doing; that frees the thread that talks with it.
    fn drop(&mut self) {
        if let Err(error) = self.process.kill().and_then(|()| self.process.wait()) {
            tracing::debug!("a reader had ended: {error}");
        }
    }
}

/// Passes files to the process and its answers back, until either side ends.
fn talk(
    into: ChildStdin,
    out: ChildStdout,
    questions: &Receiver<(Arc<[u8]>, String, Ask)>,
    given: &Sender<Option<Parsed>>,
) {
    let (mut into, mut out) = (BufWriter::new(into), BufReader::with_capacity(1 << 16, out));
    for (bytes, file_name, ask) in questions {
        let most = wire::room(bytes.len() as u64);
        let sent = wire::send(&mut into, &bytes, &file_name, &ask);
        let answer = sent.and_then(|()| wire::receive(&mut out, most));
        let ended = answer.is_err();
        if given.send(answer.ok()).is_err() || ended {
            return;
        }
    }
}

/// On Windows a console would flash up for each process.
#[cfg(windows)]
pub(super) fn without_window(command: &mut Command) {
    use std::os::windows::process::CommandExt;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
pub(super) fn without_window(_: &mut Command) {}
