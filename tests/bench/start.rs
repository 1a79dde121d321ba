//! How soon the window is there, against an empty eframe window in the same run; how soon the rows of the sample case
//! are; how much memory it takes; and whether it draws while nothing happens. Needs a screen, or Xvfb to make one.
//! `cargo bench --bench start`; CASEFILE_IDLE_SECONDS sets how long it is left alone (30).

#![allow(clippy::unwrap_used, clippy::expect_used)] // a bench may stop at the first thing that is not as it should be

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant, SystemTime};

use casefile::app::{App, Settings};
use casefile::domain::id::Id;
use casefile::jobs::SystemPicker;
use eframe::egui;

const RUNS: usize = 7;

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
    println!("empty eframe window, first frame    {empty:>8.0} ms");
    println!("Casefile, first frame               {shell:>8.0} ms   {:.2} times (goal 1.3)", shell / empty);
    println!("rows of the sample case after it    {rows:>8.0} ms   (goal 150)");
    idle(&screen, &library);
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
    let value = |name: &str| {
        printed.lines().find_map(|line| line.strip_prefix(name)?.trim().parse::<f64>().ok()).unwrap_or(began)
    };
    (value("first") - began, value("rows") - began)
}

/// Leaves the program alone and says what it drew and how much memory it holds.
fn idle(screen: &Screen, library: &str) {
    let seconds =
        std::env::var("CASEFILE_IDLE_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(30);
    let child = screen.child("casefile", library, "idle");
    std::thread::sleep(Duration::from_secs(4));
    let memory = resident(child.id());
    std::thread::sleep(Duration::from_secs(seconds));
    // Asked to end by its standard input being closed.
    let output = child.wait_with_output().unwrap();
    let frames = String::from_utf8(output.stdout).unwrap();
    let count =
        |name: &str| frames.lines().find_map(|line| line.strip_prefix(name)?.trim().parse::<usize>().ok());
    let (settled, end) = (count("settled").unwrap_or(0), count("frames").unwrap_or(0));
    println!("memory with the sample case         {memory:>8.0} MB   (goal 160)");
    println!("frames drawn in {seconds} s left alone      {:>8}      (goal 0)", end.saturating_sub(settled));
}

/// Resident memory of a process in MB, on Linux; 0 elsewhere.
fn resident(pid: u32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let kilobytes =
        status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.split_whitespace().next()?.parse().ok());
    kilobytes.map_or(0.0, |kilobytes: f64| kilobytes / 1024.0)
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
        let seconds =
            std::env::var("CASEFILE_IDLE_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(30);
        std::thread::spawn(move || {
            std::thread::sleep(Duration::from_secs(4));
            let began = Instant::now();
            println!("settled {}", FRAMES.load(Ordering::SeqCst));
            std::thread::sleep(Duration::from_secs(seconds));
            println!("frames {}", FRAMES.load(Ordering::SeqCst));
            println!("waited {:?}", began.elapsed());
            std::process::exit(0);
        });
    }
    let start: eframe::AppCreator<'_> = if what == "empty" {
        Box::new(|_| Ok(Box::new(Timed { app: Empty, has_rows: |_| true, rows_told: false, idle: false })))
    } else {
        Box::new(move |cc| {
            let case = std::env::var("BENCH_CASE").ok().and_then(|id| id.parse().ok());
            let mut settings = Settings::default();
            settings.last_case = case;
            let app = App::new(&cc.egui_ctx, library.unwrap_or_default(), settings, Box::new(SystemPicker));
            let has_rows = |app: &App| app.data().case.is_some();
            Ok(Box::new(Timed { app, has_rows, rows_told: false, idle }))
        })
    };
    eframe::run_native("casefile-bench", options, start).expect("a window");
}
