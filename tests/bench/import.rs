//! How fast files come in: text files through the whole import with its reading processes; pages through the readers
//! on one core; what a frame costs the window meanwhile; and what memory a reading process takes.
//! `cargo bench --bench import`; CASEFILE_BENCH_FILES sets how many text files (10,000), CASEFILE_BENCH_PAGES names a
//! folder of saved pages to be read beside those made here.

#![allow(clippy::unwrap_used, clippy::expect_used)] // a bench may stop at the first thing that is not as it should be

mod goal;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use casefile::app::{App, Settings};
use casefile::command::Command;
use casefile::import::Ask;
use casefile::jobs::{self, Readers, SystemPicker};
use casefile::ops;
use casefile::store::Library;
use eframe::App as _;
use eframe::egui::{Context, RawInput, Rect, Vec2, pos2};
use goal::{Goals, shown};

/// Text files a second through the whole import.
const TEXTS: f64 = 1_500.0;
/// Pages a second through the readers, one after another.
const PAGES: f64 = 60.0;
/// Milliseconds of the window's own work for the longest frame.
const FRAME: f64 = 16.0;
/// MB of memory for a reading process.
const MEMORY: f64 = 150.0;
/// How many pages are made here.
const MADE: usize = 300;

fn main() {
    jobs::read_with(env!("CARGO_BIN_EXE_casefile").into());
    let folder = std::env::temp_dir().join(format!("casefile-bench-import-{}", std::process::id()));
    let texts = folder.join("texts");
    std::fs::create_dir_all(&texts).unwrap();
    let count = std::env::var("CASEFILE_BENCH_FILES").ok().and_then(|n| n.parse().ok()).unwrap_or(10_000);
    (0..count).for_each(|n| std::fs::write(texts.join(format!("{n:05}.txt")), text(n)).unwrap());

    let mut goals = Goals::default();
    let memory = Memory::watch();
    whole_import(&mut goals, &folder, &texts, count);
    in_the_window(&mut goals, &folder, &texts, count);
    pages(&mut goals);
    match memory.peak() {
        Some(peak) => goals.at_most("memory of a reading process at its peak", peak, "MB", MEMORY),
        None => println!("memory of a reading process: not measured, this system has no /proc"),
    }
    goals.tell();
    std::fs::remove_dir_all(&folder).unwrap();
}

/// A news text of ordinary length, no two the same.
fn text(n: usize) -> String {
    let mut text =
        format!("Title: Notice {n} of the harbour board\nOutlet: The Courier\nPublished: 2024-03-11\n\n");
    for k in 0..24 {
        let sentence =
            "The board heard that the pier had been shut since the spring, and that nobody could say when";
        writeln!(text, "{sentence} it would open again, as report {n} had told it in part {k}.\n").unwrap();
    }
    text
}

/// A saved page of ordinary size, with what frames the article.
fn page(n: usize) -> String {
    let mut page = format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Pier shut {n} – The Courier</title>\
         <meta property=\"og:site_name\" content=\"The Courier\"><link rel=\"canonical\" \
         href=\"https://courier.example/{n}\"><script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\
         \"headline\":\"Pier shut {n}\",\"datePublished\":\"2024-03-11\",\"author\":{{\"name\":\"Ana Ruiz\"}}}}</script>\
         <style>{}</style></head><body><nav><ul>",
        ".a { margin: 0 auto; color: #333 } ".repeat(400)
    );
    for k in 0..80 {
        write!(page, "<li class=\"item\"><a href=\"/section/{k}\">Section {k}</a></li>").unwrap();
    }
    write!(page, "</ul></nav><div class=\"layout\"><main><article><h1>Pier shut {n}</h1>").unwrap();
    for k in 0..30 {
        write!(
            page,
            "<p>The board heard in part {k} of report {n} that the pier had been <em>shut</em> since the spring, \
             and that <a href=\"/x\">nobody could say</a> when it would open again, or who would pay for it.</p>"
        )
        .unwrap();
    }
    page.push_str("</article></main><aside>");
    for k in 0..60 {
        write!(page, "<div class=\"teaser\"><h3><a href=\"/t/{k}\">Read also {k}</a></h3><p>More.</p></div>")
            .unwrap();
    }
    page.push_str("</aside></div><footer><p>All rights reserved.</p></footer></body></html>");
    page
}

fn whole_import(goals: &mut Goals, folder: &Path, texts: &Path, count: usize) {
    let mut library = Library::create(&folder.join("whole.casefile")).unwrap();
    let new = casefile::domain::change::CaseChange::New { title: "The pier".to_owned() };
    let case = ops::apply(&mut library, None, None, new.into()).unwrap().made.unwrap().1;
    let mut done = 0;
    let began = Instant::now();
    jobs::import_files(&mut library, case, &[texts.to_owned()], false, &mut |lines, _, _| {
        done += lines.len();
    });
    let taken = began.elapsed().as_secs_f64();
    assert_eq!(done, count);
    goals.at_least("text files through the whole import", count as f64 / taken, "a second", TEXTS);
}

/// Drives the whole program while the files come in.
fn in_the_window(goals: &mut Goals, folder: &Path, texts: &Path, count: usize) {
    let ctx = Context::default();
    let library = folder.join("window.casefile");
    let mut app = App::new(&ctx, library, Settings::default(), Box::new(SystemPicker));
    let mut frame = eframe::Frame::_new_kittest();
    let mut time = 0.0;
    let mut draw = |app: &mut App| {
        time += 1.0 / 60.0;
        let screen = Rect::from_min_size(pos2(0.0, 0.0), Vec2::new(1440.0, 860.0));
        let input = RawInput { time: Some(time), screen_rect: Some(screen), ..RawInput::default() };
        let began = own_time();
        app.logic(&ctx, &mut frame);
        let output = ctx.run_ui(input, |ui| app.ui(ui, &mut frame));
        let shapes = ctx.tessellate(output.shapes.clone(), 1.0);
        let taken = own_time().saturating_sub(began);
        drop(shapes);
        output.drop_without_applying_deltas();
        taken
    };
    while app.data().path.is_none() {
        draw(&mut app);
        std::thread::sleep(Duration::from_millis(4));
    }
    app.command(&ctx, Command::Import(vec![texts.to_owned()]));
    let began = Instant::now();
    let mut frames = Vec::new();
    let mut after = 0;
    while after < 60 {
        frames.push(draw(&mut app).as_secs_f64() * 1e3);
        let there = app.data().case.as_ref().is_some_and(|case| case.articles.len() == count);
        after += usize::from(there && app.data().importing.is_empty() && !app.data().imported.is_empty());
        std::thread::sleep(Duration::from_millis(8));
    }
    let taken = began.elapsed().as_secs_f64();
    let longest = frames.iter().copied().fold(0.0, f64::max);
    shown("text files with the window open", count as f64 / taken, "a second");
    shown("frames drawn meanwhile", frames.len() as f64, "");
    frames.sort_by(f64::total_cmp);
    shown("own work of a frame, median", frames[frames.len() / 2], "ms");
    goals.at_most("own work of the longest frame while files come in", longest, "ms", FRAME);
}

/// How long this thread has worked: what it waits for the others, who have the same cores, does not count.
#[cfg(target_os = "linux")]
fn own_time() -> Duration {
    let worked = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::try_from(worked).unwrap()
}

/// Elsewhere the clock has to do.
#[cfg(not(target_os = "linux"))]
fn own_time() -> Duration {
    static BEGAN: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    BEGAN.get_or_init(Instant::now).elapsed()
}

fn pages(goals: &mut Goals) {
    let made: Vec<Arc<[u8]>> = (0..MADE).map(|n| page(n).into_bytes().into()).collect();
    let text =
        Readers::shared().read(&made[0], "page.html", &Ask::default()).article.text.unwrap_or_default();
    assert!(text.contains("part 29 of report 0"), "{text}");
    goals.at_least("pages made here, through a reading process", read(&made), "a second", PAGES);
    if let Some(folder) = std::env::var_os("CASEFILE_BENCH_PAGES").map(PathBuf::from) {
        let files = jobs::list_files(&[folder]);
        let found: Vec<Arc<[u8]>> =
            files.iter().filter_map(|file| Some(std::fs::read(file).ok()?.into())).collect();
        goals.at_least("saved pages, through a reading process", read(&found), "a second", PAGES);
    }
}

/// Pages a second, one after another, so that one process reads them all.
fn read(pages: &[Arc<[u8]>]) -> f64 {
    let readers = Readers::shared();
    let began = Instant::now();
    for page in pages {
        drop(readers.read(page, "page.html", &Ask::default()));
    }
    pages.len() as f64 / began.elapsed().as_secs_f64()
}

/// The most memory any process took that this one started.
struct Memory {
    peak: Arc<AtomicU64>,
    over: Arc<AtomicBool>,
}

impl Memory {
    fn watch() -> Self {
        let (peak, over) = (Arc::<AtomicU64>::default(), Arc::<AtomicBool>::default());
        let (seen, ends) = (Arc::clone(&peak), Arc::clone(&over));
        std::thread::spawn(move || {
            while !ends.load(Ordering::SeqCst) {
                if let Some(most) = most_of_children() {
                    seen.fetch_max(most, Ordering::SeqCst);
                }
                std::thread::sleep(Duration::from_millis(50));
            }
        });
        Self { peak, over }
    }

    /// In MB.
    fn peak(&self) -> Option<f64> {
        self.over.store(true, Ordering::SeqCst);
        let peak = self.peak.load(Ordering::SeqCst);
        (peak > 0).then(|| peak as f64 / 1024.0)
    }
}

/// In KB.
fn most_of_children() -> Option<u64> {
    let own = std::process::id().to_string();
    let of = |status: &str, line: &str| -> Option<String> {
        let rest = status.lines().find_map(|found| found.strip_prefix(line))?;
        Some(rest.split_whitespace().next()?.to_owned())
    };
    let processes = std::fs::read_dir("/proc").ok()?.flatten();
    let statuses = processes.filter_map(|entry| std::fs::read_to_string(entry.path().join("status")).ok());
    statuses
        .filter(|status| of(status, "PPid:").as_deref() == Some(own.as_str()))
        .filter_map(|status| of(&status, "VmHWM:")?.parse().ok())
        .max()
}
