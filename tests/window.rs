//! The real program in a real window: under Xvfb, driven through the accessibility bus as a screen reader would, and
//! by keys as a person would. One test: it shows that what the other tests drive without a screen is what a person gets.
//!
//! Where the tools it needs are missing it says so and passes, except in CI, where they must be there.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test may stop at the first thing that is not as it should be

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use casefile::store::Library;
use casefile::view;

/// Asks the accessibility bus; belongs to the system's own Python.
const EYES: &str = include_str!("window/eyes.py");

/// How long anything may take before the test gives up; nothing is decided by how long it took.
const PATIENCE: Duration = Duration::from_mins(1);

/// A screen, a session bus and an accessibility bus of our own, ended when dropped.
struct Desktop {
    folder: tempfile::TempDir,
    display: String,
    services: Vec<Child>,
}

impl Desktop {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let display = (70..200).find(|n| !Path::new(&format!("/tmp/.X11-unix/X{n}")).exists()).unwrap();
        let mut desktop = Self { folder, display: format!(":{display}"), services: Vec::new() };
        let (screen, bus) = (desktop.display.clone(), format!("--address={}", desktop.bus()));
        desktop.serve("Xvfb", &[&screen, "-screen", "0", "1280x800x24", "-nolisten", "tcp"]);
        desktop.serve("dbus-daemon", &["--session", "--nofork", &bus]);
        let socket = desktop.folder.path().join("bus");
        until("the bus", || socket.exists() && Path::new(&format!("/tmp/.X11-unix/X{display}")).exists());
        desktop.serve("/usr/libexec/at-spi-bus-launcher", &["--launch-immediately"]);
        until("assistive technology is announced", || {
            desktop.run("gdbus", SCREEN_READER_ON).status.success()
        });
        desktop
    }

    fn bus(&self) -> String {
        format!("unix:path={}", self.folder.path().join("bus").display())
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", self.bus())
            .env("XDG_RUNTIME_DIR", self.folder.path())
            .env("XDG_DATA_HOME", self.folder.path().join("data"))
            .env("XDG_CONFIG_HOME", self.folder.path().join("config"))
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env_remove("WAYLAND_DISPLAY");
        command
    }

    fn serve(&mut self, program: &str, args: &[&str]) {
        let child = self.command(program).args(args).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        self.services.push(child.unwrap());
    }

    fn run(&self, program: &str, args: &[&str]) -> std::process::Output {
        self.command(program).args(args).output().unwrap()
    }

    /// Whether assistive technology sees something of this name.
    fn sees(&self, name: &str) -> bool {
        self.run("/usr/bin/python3", &["-c", EYES, name]).status.success()
    }

    fn until_seen(&self, name: &str) {
        until(name, || self.sees(name));
    }

    fn keys(&self, keys: &[&str]) {
        assert!(self.run("xdotool", &[&["key"], keys].concat()).status.success());
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        for service in self.services.iter_mut().rev() {
            // It may have ended with the one it served.
            service.kill().and_then(|()| service.wait()).ok();
        }
    }
}

const SCREEN_READER_ON: &[&str] = &[
    "call",
    "--session",
    "--dest",
    "org.a11y.Bus",
    "--object-path",
    "/org/a11y/bus",
    "--method",
    "org.freedesktop.DBus.Properties.Set",
    "org.a11y.Status",
    "ScreenReaderEnabled",
    "<true>",
];

fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < PATIENCE, "never came: {what}");
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// The tools that are not on this machine.
fn missing() -> Vec<&'static str> {
    let in_path = |tool: &str| {
        std::env::var_os("PATH")
            .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(tool).is_file()))
    };
    let mut missing: Vec<&str> =
        ["Xvfb", "dbus-daemon", "gdbus", "xdotool"].into_iter().filter(|tool| !in_path(tool)).collect();
    if !Path::new("/usr/libexec/at-spi-bus-launcher").exists() {
        missing.push("at-spi-bus-launcher");
    }
    let python = Command::new("/usr/bin/python3").args(["-c", "import pyatspi"]).output();
    if !python.is_ok_and(|output| output.status.success()) {
        missing.push("python3-pyatspi");
    }
    missing
}

#[test]
fn a_person_makes_a_case_in_the_real_window_and_it_is_kept() {
    let missing = missing();
    if !missing.is_empty() && std::env::var_os("CI").is_none() {
        eprintln!("not tried, since this machine has no {}: .ci/setup tests installs it", missing.join(", "));
        return;
    }
    assert!(missing.is_empty(), "missing: {missing:?}");
    let desktop = Desktop::start();
    let library = desktop.folder.path().join("test.casefile");
    let mut program =
        desktop.command(env!("CARGO_BIN_EXE_casefile")).arg(&library).stdout(Stdio::null()).spawn().unwrap();

    desktop.until_seen("Today");
    let windows = || {
        let found = desktop.run("xdotool", &["search", "--onlyvisible", "--pid", &program.id().to_string()]);
        String::from_utf8(found.stdout).unwrap()
    };
    until("a window", || !windows().trim().is_empty());
    let window = windows().split_whitespace().next().unwrap().to_owned();
    assert!(desktop.run("xdotool", &["windowfocus", "--sync", &window]).status.success());

    desktop.keys(&["ctrl+n"]);
    desktop.until_seen("New case");
    assert!(desktop.run("xdotool", &["type", "--delay", "20", "Dry wells"]).status.success());
    desktop.keys(&["Return"]);
    desktop.until_seen("Dry wells");
    desktop.keys(&["ctrl+q"]);
    assert!(program.wait().unwrap().success());

    let kept = Library::open(&library).unwrap();
    let cases = view::library(kept.db()).unwrap().cases;
    assert_eq!(cases.iter().map(|line| line.case.title.as_str()).collect::<Vec<_>>(), ["Dry wells"]);
}
