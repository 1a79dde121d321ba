//! How soon the window is there, against an empty eframe window in the same run; how soon the rows of the sample case
//! are; how much memory it takes; and whether it draws while nothing happens. Needs a screen, or Xvfb to make one.
//! `cargo bench --bench start`; CASEFILE_IDLE_SECONDS sets how long it is left alone (30).

#![allow(clippy::unwrap_used, clippy::expect_used)] // a bench may stop at the first thing that is not as it should be

mod goal;

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use casefile::app::{App, Settings};
use casefile::domain::id::Id;
use casefile::jobs::SystemPicker;
use eframe::egui;
use goal::{Goals, shown};

const RUNS: usize = 7;
/// How many times as long as an empty window the shell may take to be on the screen.
const SHELL: f64 = 1.3;
/// Milliseconds after the shell until the rows of the sample case are there.
const ROWS: f64 = 150.0;
/// MB of memory with the sample case open, drawn in software.
const MEMORY: f64 = 160.0;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    match args.iter().position(|arg| arg == "--child") {
        Some(at) => child(&args[at + 1], args.get(at + 2).map(PathBuf::from)),
        None => parent(),
    }
}

/// Milliseconds since 1970, which parent and child share.
fn now() -> f64 {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0.0, |time| time.as_secs_f64() * 1e3)
}

// The parent: starts children and reads what they print.

fn parent() {
    let mut screen = Screen::start();
    let folder = std::env::temp_dir().join(format!("casefile-start-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let library = folder.join("sample.casefile");
    let case = make_sample(&library);
    screen.case = case.to_string();
    let library = library.display().to_string();
    let (mut empty, mut shell, mut rows) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..RUNS {
        empty.push(run(&screen, "empty", "").0);
        let (first, data) = run(&screen, "casefile", &library);
        shell.push(first);
        rows.push(data - first);
    }
    let (empty, shell, rows) = (median(empty), median(shell), median(rows));
    let mut goals = Goals::default();
    shown("empty eframe window, first frame", empty, "ms");
    shown("Casefile, first frame", shell, "ms");
    goals.at_most("Casefile, first frame, against the empty window", shell / empty, "times", SHELL);
    goals.at_most("rows of the sample case after it", rows, "ms", ROWS);
    idle(&mut goals, &screen, &library);
    goals.tell();
    std::fs::remove_dir_all(&folder).unwrap();
}

/// Makes the sample case with the program's own command.
fn make_sample(library: &std::path::Path) -> Id {
    let mut made = casefile::store::Library::create(library).unwrap();
    casefile::jobs::build_sample(&mut made).unwrap().case_id
}

/// First frame and first rows, in milliseconds from the start of the process.
fn run(screen: &Screen, what: &str, library: &str) -> (f64, f64) {
    let began = now();
    let child = screen.child(what, library, "1");
    let output = child.wait_with_output().unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    let value = |name: &str| printed_value(&printed, name);
    (value("first") - began, value("rows") - began)
}

/// The number a child printed after a name. Without one nothing was measured, which must not pass for a good figure.
fn printed_value(printed: &str, name: &str) -> f64 {
    let value = printed.lines().find_map(|line| line.strip_prefix(name)?.trim().parse().ok());
    value.unwrap_or_else(|| panic!("the window never said {name}: {printed}"))
}

/// Leaves the program alone and says what it drew and how much memory it holds.
fn idle(goals: &mut Goals, screen: &Screen, library: &str) {
    let child = screen.child("casefile", library, "idle");
    let id = child.id();
    std::thread::sleep(SETTLE + Duration::from_secs(idle_seconds().saturating_sub(1)));
    let (now, peak) = (memory(id, "VmRSS:"), memory(id, "VmHWM:"));
    let output = child.wait_with_output().unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    let drawn = printed_value(&printed, "frames") - printed_value(&printed, "settled");
    match now.zip(peak) {
        Some((now, peak)) => {
            goals.at_most("memory with the sample case", now, "MB", MEMORY);
            goals.at_most("memory with the sample case, at its peak", peak, "MB", MEMORY);
        }
        None => println!("memory with the sample case: not measured, this system has no /proc"),
    }
    goals.at_most(&format!("frames drawn in {} s left alone", idle_seconds()), drawn, "", 0.0);
}

/// How long a window that is left alone has to settle.
const SETTLE: Duration = Duration::from_secs(4);

fn idle_seconds() -> u64 {
    std::env::var("CASEFILE_IDLE_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(30)
}

/// A line of what Linux tells about a process's memory, in MB.
fn memory(pid: u32, line: &str) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let rest = status.lines().find_map(|found| found.strip_prefix(line))?;
    Some(rest.split_whitespace().next()?.parse::<f64>().ok()? / 1024.0)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// The screen that is there, or one of our own.
struct Screen {
    display: String,
    server: Option<Child>,
    /// The case the program opens.
    case: String,
}

impl Screen {
    fn start() -> Self {
        if let Ok(display) = std::env::var("DISPLAY") {
            return Self { display, server: None, case: String::new() };
        }
        let display = ":231".to_owned();
        let mut server = Command::new("Xvfb");
        server.args([&display, "-screen", "0", "1440x900x24", "-nolisten", "tcp"]).stderr(Stdio::null());
        let server = server.spawn().expect("a screen, or Xvfb to make one");
        std::thread::sleep(Duration::from_secs(2));
        Self { display, server: Some(server), case: String::new() }
    }

    fn child(&self, what: &str, library: &str, mode: &str) -> Child {
        Command::new(std::env::current_exe().unwrap())
            .args(["--child", what, library])
            .env("DISPLAY", &self.display)
            .env("BENCH_MODE", mode)
            .env("BENCH_CASE", &self.case)
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        if let Some(server) = &mut self.server {
            server.kill().and_then(|()| server.wait()).ok();
        }
    }
}

// The child: a window that says when it has drawn.

static FRAMES: AtomicUsize = AtomicUsize::new(0);

struct Timed<A> {
    app: A,
    has_rows: fn(&A) -> bool,
    rows_told: bool,
    idle: bool,
}

impl<A: eframe::App> eframe::App for Timed<A> {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        self.app.logic(ctx, frame);
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        self.app.ui(ui, frame);
        let drawn = FRAMES.fetch_add(1, Ordering::SeqCst) + 1;
        // When the second frame is drawn the first is on the screen.
        if drawn == 2 {
            println!("first {}", now());
        }
        if !self.rows_told && (self.has_rows)(&self.app) {
            self.rows_told = true;
            println!("rows {}", now());
        }
        if !self.idle {
            if self.rows_told && drawn > 2 {
                ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close);
            }
            ui.ctx().request_repaint();
        } else if drawn == 1 {
            ui.ctx().request_repaint();
        }
    }
}

struct Empty;

impl eframe::App for Empty {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        ui.label("empty");
    }
}

fn child(what: &str, library: Option<PathBuf>) {
    let idle = std::env::var("BENCH_MODE").is_ok_and(|mode| mode == "idle");
    let viewport = egui::ViewportBuilder::default().with_inner_size([1360.0, 860.0]);
    let options = eframe::NativeOptions { viewport, renderer: eframe::Renderer::Glow, ..Default::default() };
    if idle {
        std::thread::spawn(|| {
            std::thread::sleep(SETTLE);
            println!("settled {}", FRAMES.load(Ordering::SeqCst));
            std::thread::sleep(Duration::from_secs(idle_seconds()));
            println!("frames {}", FRAMES.load(Ordering::SeqCst));
            std::process::exit(0);
        });
    }
    let start: eframe::AppCreator<'_> = if what == "empty" {
        Box::new(|_| Ok(Box::new(Timed { app: Empty, has_rows: |_| true, rows_told: false, idle: false })))
    } else {
        Box::new(move |cc| {
            let library = library.unwrap_or_default();
            let mut settings = Settings::default();
            if let Some(case) = std::env::var("BENCH_CASE").ok().and_then(|id| id.parse().ok()) {
                settings.set_last_case(&library, case);
            }
            let app = App::new(&cc.egui_ctx, library, settings, Box::new(SystemPicker));
            let has_rows = |app: &App| app.data().case.is_some();
            Ok(Box::new(Timed { app, has_rows, rows_told: false, idle }))
        })
    };
    eframe::run_native("casefile-bench", options, start).expect("a window");
}
