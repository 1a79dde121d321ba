//! The real program in a real window: under Xvfb, driven through the accessibility bus as a screen reader would, and
//! by keys as a person would: what the other tests drive without a screen is what a person gets. And on screens where it
//! cannot be opened, where it must say what to do.
//!
//! Where the tools it needs are missing it says so and passes, except in CI, where they must be there.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test may stop at the first thing that is not as it should be

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use casefile::store::Library;
use casefile::view;

/// Asks the accessibility bus; belongs to the system's own Python.
const EYES: &str = include_str!("window/eyes.py");

/// How long anything may take before the test gives up; nothing is decided by how long it took.
const PATIENCE: Duration = Duration::from_mins(1);

/// The screen to try next: tests that run at once must not take the same.
static NEXT: AtomicU32 = AtomicU32::new(70);

/// A screen, a session bus and an accessibility bus of our own, ended when dropped.
struct Desktop {
    folder: tempfile::TempDir,
    display: String,
    services: Vec<Child>,
}

impl Desktop {
    fn start() -> Self {
        let mut desktop = Self::bare(&[]);
        let bus = format!("--address={}", desktop.bus());
        desktop.serve("dbus-daemon", &["--session", "--nofork", &bus]);
        let socket = desktop.folder.path().join("bus");
        until("the bus", || socket.exists());
        desktop.serve("/usr/libexec/at-spi-bus-launcher", &["--launch-immediately"]);
        until("assistive technology is announced", || {
            desktop.run("gdbus", SCREEN_READER_ON).status.success()
        });
        desktop
    }

    /// Nothing but a screen, which the server may be told to keep parts of itself from.
    fn bare(server: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let free = |n: &u32| !Path::new(&format!("/tmp/.X11-unix/X{n}")).exists();
        let display = std::iter::repeat_with(|| NEXT.fetch_add(1, Ordering::Relaxed)).find(free).unwrap();
        let mut desktop = Self { folder, display: format!(":{display}"), services: Vec::new() };
        let screen = desktop.display.clone();
        let always = [screen.as_str(), "-screen", "0", "1280x800x24", "-nolisten", "tcp"];
        desktop.serve("Xvfb", &[&always, server].concat());
        until("the screen", || Path::new(&format!("/tmp/.X11-unix/X{display}")).exists());
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

/// Whether the tools are there. Without them a test says so and passes, except in CI.
fn can_be_tried() -> bool {
    let missing = missing();
    if !missing.is_empty() && std::env::var_os("CI").is_none() {
        eprintln!("not tried, since this machine has no {}: .ci/setup tests installs it", missing.join(", "));
        return false;
    }
    assert!(missing.is_empty(), "missing: {missing:?}");
    true
}

#[test]
fn a_person_makes_a_case_in_the_real_window_and_it_is_kept() {
    if !can_be_tried() {
        return;
    }
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

/// What the program says on a screen where no window can be opened. It must end by itself, with the exit code for that,
/// without a word of a panic, and leave a library as it was.
fn refused(desktop: &Desktop, variables: &[(&str, &str)]) -> String {
    let library = desktop.folder.path().join("kept.casefile");
    casefile::jobs::build_sample(&mut Library::create(&library).unwrap()).unwrap();
    let before = std::fs::read(&library).unwrap();
    let output = desktop
        .command(env!("CARGO_BIN_EXE_casefile"))
        .arg(&library)
        .env("RUST_BACKTRACE", "1")
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("The window could not be opened"), "{said}");
    assert!(said.contains("casefile --help"), "{said}");
    for never in ["panic", "backtrace", "fault of its own", ".rs:"] {
        assert!(!said.contains(never), "{never}: {said}");
    }
    assert!(std::fs::read(&library).unwrap() == before, "the library is as it was");
    said
}

/// Every package a hint names is one that setting up a machine installs.
fn assert_hints_at(said: &str, package: &str) {
    const SETUP: &str = include_str!("../.ci/setup");
    let named: Vec<&str> = said
        .split_once("sudo apt install ")
        .and_then(|(_, rest)| rest.split_once(". "))
        .map_or_else(Vec::new, |(packages, _)| packages.split(' ').collect());
    assert!(named.contains(&package), "{said}");
    for package in named {
        assert!(SETUP.split([' ', '(', ')', '\n']).any(|word| word == package), "{package} is in .ci/setup");
    }
}

#[test]
fn a_screen_without_graphics_drivers_is_told_with_what_to_install() {
    if !can_be_tried() {
        return;
    }
    let desktop = Desktop::bare(&["-extension", "GLX"]);
    let nowhere =
        [("LIBGL_DRIVERS_PATH", "/nonexistent"), ("__EGL_VENDOR_LIBRARY_FILENAMES", "/nonexistent")];
    assert_hints_at(&refused(&desktop, &nowhere), "libgl1-mesa-dri");
}

#[test]
fn graphics_too_old_to_draw_with_are_told_with_what_to_install() {
    if !can_be_tried() {
        return;
    }
    let too_old = [("MESA_GL_VERSION_OVERRIDE", "1.2"), ("MESA_EXTENSION_OVERRIDE", "-GL_ARB_vertex_shader")];
    assert_hints_at(&refused(&Desktop::bare(&[]), &too_old), "libgl1-mesa-dri");
}

#[test]
fn a_screen_the_toolkit_falls_over_is_told_like_any_other() {
    if !can_be_tried() {
        return;
    }
    assert_hints_at(&refused(&Desktop::bare(&["-extension", "RANDR"]), &[]), "libxkbcommon-x11-0");
}

#[test]
fn a_screen_that_is_not_there_is_told() {
    if !can_be_tried() {
        return;
    }
    let desktop = Desktop::bare(&[]);
    refused(&desktop, &[("DISPLAY", ":69999")]);
    let desktop = Desktop::bare(&[]);
    refused(&desktop, &[("WAYLAND_DISPLAY", "nowhere"), ("DISPLAY", "")]);
}
