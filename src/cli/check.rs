//! `casefile check`: whether everything in a library is as it was written.

use std::io::{self, Write};

use super::failure::{DONE, Done, SOME_FAILED};
use super::library::At;
use crate::text::{Arg, t_with};

#[derive(clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    at: At,
}

/// Looks the library through and prints each problem; exit code 1 if there is one.
pub(super) fn run(arguments: &Arguments) -> Done {
    let report = arguments.at.read()?.check()?;
    let mut out = io::stdout().lock();
    for problem in &report.problems {
        writeln!(out, "{}", problem.words)?;
    }
    let looked_at = [
        ("problems", report.problems.len() as u64),
        ("originals", report.originals),
        ("texts", report.texts),
        ("records", report.records),
        ("entries", report.entries),
    ];
    let looked_at: Vec<(&str, Arg<'_>)> =
        looked_at.into_iter().map(|(name, n)| (name, Arg::from(n as i64))).collect();
    writeln!(out, "{}", t_with("cli-checked", &looked_at))?;
    if let Some(head) = report.head {
        writeln!(out, "{}", t_with("cli-head", &[("hash", Arg::from(head))]))?;
    }
    Ok(if report.problems.is_empty() { DONE } else { SOME_FAILED })
}
