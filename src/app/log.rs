//! The log: a file a day in the platform's data folder, with events of this program only.
//!
//! What other crates say is left out, since some of them quote what they read, and no word of a record or
//! an article may reach a log. For the same reason a panic leaves its place there and nothing else.

use std::panic::{self, Location, PanicHookInfo};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use directories::ProjectDirs;
use tracing::Level;
use tracing_appender::non_blocking::WorkerGuard;
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt;
use tracing_subscriber::prelude::*;
use tracing_subscriber::util::SubscriberInitExt;

use crate::error::{Error, Result};
use crate::text;

/// Whether a panic is told on stderr as well.
static TOLD: AtomicBool = AtomicBool::new(true);

/// So many daily files are kept.
const DAYS: usize = 14;

/// An open log. What was said last is written when it is dropped, so `main` holds it to the end.
#[must_use = "the log ends when this is dropped"]
pub struct Log {
    _worker: WorkerGuard,
}

/// The folder of the log files, if this platform has a place for a person's data.
pub fn folder() -> Option<PathBuf> {
    Some(ProjectDirs::from("", "", "casefile")?.data_local_dir().join("logs"))
}

/// Begins to log into `folder`, which is made if it is not there, and has panics logged too.
///
/// Fails if nothing can be written there, or if this process logs already.
pub fn start(folder: &Path) -> Result<Log> {
    let failed = |detail: String| Error::new(text::t("log-failed")).with_detail(detail);
    // Here and not by the appender, which complains on stderr about a folder that is not there yet.
    std::fs::create_dir_all(folder).map_err(|error| failed(error.to_string()))?;
    let file = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("casefile")
        .filename_suffix("log")
        .max_log_files(DAYS)
        .build(folder)
        .map_err(|error| failed(error.to_string()))?;
    let (writer, worker) = tracing_appender::non_blocking(file);
    let only_ours = Targets::new().with_target("casefile", Level::INFO);
    let lines = fmt::layer().with_ansi(false).with_writer(writer).with_filter(only_ours);
    tracing_subscriber::registry().with(lines).try_init().map_err(|error| failed(error.to_string()))?;
    log_panics(folder);
    Ok(Log { _worker: worker })
}

/// Has panics told on stderr, or only logged while whoever catches them has better words.
pub(super) fn tell_panics(told: bool) {
    TOLD.store(told, Ordering::Relaxed);
}

/// Has panics leave their place in the log and a line about it on stderr.
fn log_panics(folder: &Path) {
    // Made now: a panic is no time to look words up.
    let words = text::t_with("log-panic", &[("folder", folder.display().to_string().into())]);
    panic::set_hook(Box::new(move |panic: &PanicHookInfo<'_>| {
        let place = panic.location().map_or_else(String::new, place);
        tracing::error!(place, "panic");
        if TOLD.load(Ordering::Relaxed) {
            eprintln!("{words} ({place})");
        }
    }));
}

/// File, line and column, never the panic's message: that may hold words of a record.
fn place(at: &Location<'_>) -> String {
    format!("{}:{}:{}", at.file(), at.line(), at.column())
}
