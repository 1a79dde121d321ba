//! Time a frame of the timeline takes to lay out, and the first frame of a zoom, which packs its rows.
//!
//! `cargo bench --bench timeline`

mod goal;

use std::hint::black_box;
use std::time::{Duration, Instant};

use casefile::domain::id::Id;
use casefile::domain::kind::RecordKind;
use casefile::timeline::{Item, Lane, Layout, Plot, Tone, When, Window, lay_out};
use goal::{Goals, shown};

const FRAMES: u32 = 200;
/// Milliseconds a frame of any screen may take with `USUAL` statements; laying the timeline out is part of one.
const FRAME: f64 = 2.0;
const USUAL: usize = 10_000;

fn main() {
    let mut goals = Goals::default();
    for count in [1_000, USUAL, 100_000, 1_000_000] {
        let started = Instant::now();
        let layout = Layout::new(items(count), lanes());
        shown(&format!("{count} items: built"), milliseconds(started.elapsed()), "ms");
        for (name, window) in windows(&layout) {
            measure(&mut goals, &layout, count, name, window);
        }
    }
    goals.tell();
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// Ten lanes of statements over twenty years, in bursts, one in ten of them longer than a day.
fn items(count: usize) -> Vec<Item> {
    let mut seed = 7_u64;
    let mut random = move |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    let item = |at: usize| {
        let day = (random(73) * 100 + random(20) * random(5)) as i64;
        let length = if random(10) == 0 { random(120) as i64 } else { 0 };
        Item {
            id: Id(at as i64),
            kind: RecordKind::Statement,
            lane: random(10) as usize,
            when: Some(When::days(day, day + length)),
            label: "There can be no question the vessel was inspected in full".to_owned(),
            quoted: true,
            hollow: random(3) == 0,
            important: false,
            tone: Tone::Side(random(4) as u8),
        }
    };
    (0..count).map(item).collect()
}

fn lanes() -> Vec<Lane> {
    (0..10).map(|lane| Lane { name: format!("Party {lane}") }).collect()
}

fn windows(layout: &Layout) -> [(&'static str, Window); 3] {
    let all = layout.fit_all().unwrap_or(Window::new(0.0, 1.0));
    [
        ("everything", all),
        ("one year", Window::new(3650.0, 4015.0)),
        ("one month", Window::new(3700.0, 3731.0)),
    ]
}

fn measure(goals: &mut Goals, layout: &Layout, count: usize, name: &str, window: Window) {
    let width = |_: &Item, text: &str| text.len() as f32 * 6.5;
    let plot = |window| Plot { window, width: 1200.0, height: 700.0, lane_height: 70.0, scroll: 0.0 };
    let started = Instant::now();
    let first = lay_out(layout, plot(window), &width);
    let first_frame = started.elapsed();
    let started = Instant::now();
    for frame in 0..FRAMES {
        let panned = window.pan(f64::from(frame % 10) / 1000.0);
        black_box(lay_out(layout, plot(panned), &width));
    }
    let frame = milliseconds(started.elapsed() / FRAMES);
    let drawn = first.marks.len() + first.clusters.len();
    let what = format!("{count} items, {name}, {drawn} drawn");
    if count <= USUAL {
        goals.at_most(&format!("{what}: a frame"), frame, "ms", FRAME);
    } else {
        shown(&format!("{what}: a frame"), frame, "ms");
    }
    shown(&format!("{what}: first frame"), milliseconds(first_frame), "ms");
}
