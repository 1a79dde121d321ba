//! The log says where a fault was, and nothing of what was worked on.

use std::fs;
use std::path::Path;
use std::process::Command;

use casefile::app::log;

/// Names the folder for the process that [`logs_and_panics`] runs in.
const FOLDER: &str = "CASEFILE_TEST_LOG_FOLDER";

#[test]
#[ignore = "sets the log and the panic hook of its whole process: run by the test below in one of its own"]
fn logs_and_panics() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let log = log::start(Path::new(&folder)).unwrap();
    tracing::info!(target: "casefile::ops", rows = 3, "imported");
    tracing::error!(target: "html5ever", "unexpected tag in: the minister lied");
    let thread = std::thread::spawn(|| panic!("no such party: the minister"));
    assert!(thread.join().is_err());
    assert!(log::start(Path::new(&folder)).is_err(), "a process has one log");
    drop(log);
}

#[test]
fn a_panic_leaves_its_place_and_no_words() {
    let folder = tempfile::tempdir().unwrap();
    let run = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "log::logs_and_panics", "--ignored", "--nocapture"])
        .env(FOLDER, folder.path())
        .output()
        .unwrap();
    assert!(run.status.success(), "{run:?}");
    let files: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    let [file] = files.as_slice() else { panic!("one file a day, not {files:?}") };
    let logged = fs::read_to_string(file).unwrap();
    assert!(logged.contains("imported") && logged.contains("rows=3"), "{logged}");
    assert!(logged.contains("panic") && logged.contains("behaviour/log.rs:"), "{logged}");
    let said = String::from_utf8(run.stderr).unwrap();
    assert!(said.contains("behaviour/log.rs:"), "{said}");
    assert!(!logged.contains("minister") && !said.contains("minister"), "{logged}\n{said}");
}

#[test]
fn a_folder_that_cannot_be_made_is_an_error_in_words() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let error = log::start(&file.path().join("logs")).err().unwrap();
    assert!(error.message.contains("log") && error.detail.is_some(), "{error}");
}
