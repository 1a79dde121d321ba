//! `casefile read-files`: the process that reads files for another one, shut off from everything but its pipe.

use std::io::{self, BufReader, BufWriter};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::import::wire;
use crate::jobs;

/// Has files read in processes of this program from here on: called once, at its start.
pub fn read_files_with_this_program() {
    match program() {
        Ok(program) => jobs::read_with(program),
        Err(error) => eprintln!("{error}"),
    }
}

/// This program, to be started again. Linux has a name for the one that runs, also after its file was removed or
/// replaced by another version, which might speak with its readers in another way.
fn program() -> std::io::Result<PathBuf> {
    let running = Path::new("/proc/self/exe");
    if cfg!(target_os = "linux") && running.exists() {
        Ok(running.to_owned())
    } else {
        std::env::current_exe()
    }
}

/// Reads files from standard input and answers on standard output until the input ends.
pub(super) fn run() -> ExitCode {
    confine();
    let (from, out) = (io::stdin().lock(), io::stdout().lock());
    let (mut from, mut out) =
        (BufReader::with_capacity(1 << 16, from), BufWriter::with_capacity(1 << 16, out));
    match wire::serve(&mut from, &mut out) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever asked has gone, or sent what is no question: nobody is left to tell.
        Err(_) => ExitCode::FAILURE,
    }
}

/// What a reader may use of memory: a parser that wants more is ended, and one file with it.
#[cfg(unix)]
const MEMORY: u64 = 3 << 30;

/// Takes away what reading a file never needs. A limit the system does not know is left out: the file is read
/// with those there are.
#[cfg(unix)]
fn confine() {
    use rlimit::Resource;
    // No file can be opened or made and no connection be opened: each needs a descriptor beyond the three there are.
    let limits = [(Resource::AS, MEMORY), (Resource::CORE, 0), (Resource::FSIZE, 0), (Resource::NOFILE, 3)];
    for (resource, limit) in limits {
        if let Err(error) = resource.set(limit, limit) {
            tracing::debug!("a reader has no limit on {}: {error}", resource.as_name());
        }
    }
    shut_in();
    end_with_parent();
}

/// Ends this process soon after the one that started it is gone: a parser that comes to no end must not outlive the
/// program.
#[cfg(unix)]
fn end_with_parent() {
    use std::os::unix::process::parent_id;
    let parent = parent_id();
    let watch = move || {
        while parent_id() == parent {
            std::thread::sleep(std::time::Duration::from_secs(1));
        }
        std::process::exit(1);
    };
    if let Err(error) = std::thread::Builder::new().name("parent".into()).spawn(watch) {
        tracing::debug!("a reader does not watch who started it: {error}");
    }
}

/// No file and no address, even through the descriptors there are.
#[cfg(target_os = "linux")]
fn shut_in() {
    use landlock::{ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, Ruleset, RulesetAttr};
    let shut = Ruleset::default()
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(ABI::V5))
        .and_then(|rules| rules.handle_access(AccessNet::from_all(ABI::V5)))
        .and_then(Ruleset::create)
        .and_then(landlock::RulesetCreated::restrict_self);
    if let Err(error) = shut {
        tracing::debug!("a reader is not shut in: {error}");
    }
}

#[cfg(all(unix, not(target_os = "linux")))]
fn shut_in() {}

/// Windows: the wall clock and the size of answers are the limits there are.
#[cfg(not(unix))]
fn confine() {}
