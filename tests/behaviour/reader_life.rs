//! The processes that read files, from the start of the program to its end.
#![cfg(target_os = "linux")]

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How long anything may take before the test gives up on it.
const PATIENCE: Duration = Duration::from_mins(1);

/// Until `is_so`; false if it never is.
fn comes(is_so: impl Fn() -> bool) -> bool {
    let start = Instant::now();
    while !is_so() {
        if start.elapsed() > PATIENCE {
            return false;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    true
}

#[test]
fn files_are_read_also_after_the_program_was_removed() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let (program, library) = (folder.path().join("casefile"), folder.path().join("l.casefile"));
    std::fs::hard_link(env!("CARGO_BIN_EXE_casefile"), &program).unwrap();
    let letter = folder.path().join("letter.txt");
    std::fs::write(&letter, "The bridge stays shut.\n").unwrap();
    let importing = Command::new(&program)
        .args([Path::new("import"), "--library".as_ref(), &library])
        .args([Path::new("--case"), "Bridge".as_ref(), "--json".as_ref(), &letter])
        .env("XDG_DATA_HOME", folder.path())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    std::fs::remove_file(&program).unwrap();
    let done = importing.wait_with_output().unwrap();
    let line: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!(line["status"], "added");
    assert_eq!(line["warnings"].as_array().map(Vec::len), Some(0), "{line}");
}

#[test]
fn a_reader_ends_when_the_program_that_started_it_is_gone() {
    // The shell starts a reader and goes on as another program; the reader's question never comes, and its pipe
    // stays open.
    let script = "exec 3<&0; \"$0\" read-files <&3 >/dev/null 2>&1 & echo $!; exec sleep 600";
    let mut shell = Command::new("sh")
        .args(["-c", script, env!("CARGO_BIN_EXE_casefile")])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let pipe = shell.stdin.take().unwrap();
    let mut said = String::new();
    BufReader::new(shell.stdout.take().unwrap()).read_line(&mut said).unwrap();
    let reader = Path::new("/proc").join(said.trim().parse::<u32>().unwrap().to_string());
    let watches = || {
        let threads = std::fs::read_dir(reader.join("task")).into_iter().flatten().flatten();
        let name = |path: std::path::PathBuf| std::fs::read_to_string(path.join("comm")).unwrap_or_default();
        threads.map(|thread| name(thread.path())).any(|name| name.trim() == "parent")
    };
    let has_started = comes(watches);
    shell.kill().unwrap();
    shell.wait().unwrap();
    // Ended and not waited for is ended as well.
    let ended = || {
        let stat = std::fs::read_to_string(reader.join("stat")).unwrap_or_default();
        stat.is_empty() || stat.contains(") Z ")
    };
    let has_ended = comes(ended);
    drop(pipe);
    assert!(has_started && has_ended);
}
