//! How long the reader takes to open a text, to stand still and to scroll: layout, drawing and tessellation
//! without a window, in milliseconds. `cargo bench --bench reader`

mod goal;

use std::time::Instant;

use casefile::domain::span::Span;
use casefile::ui::reader::{Mark, MarkKind, ReaderState, ReaderText, reader_ui};
use casefile::ui::theme::{Mode, apply};
use eframe::egui::{
    Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, Vec2,
};
use goal::{Goals, shown};

/// Frames of each kind that are measured.
const FRAMES: usize = 120;
/// Milliseconds a text of 2 MB may take to open, also as one line.
const OPEN: f64 = 100.0;
/// Milliseconds between two pictures of a screen: scrolling at full speed stays below.
const FULL_SPEED: f64 = 16.6;

fn main() {
    let mut goals = Goals::default();
    for accessible in [false, true] {
        for (size, name) in [(200_000, "200 KB"), (2_000_000, "2 MB")] {
            for one_line in [false, true] {
                let shape = if one_line { "one line" } else { "lines" };
                let heard = if accessible { ", accessible" } else { "" };
                measure(&mut goals, &format!("{name}, {shape}{heard}"), &text(size, one_line), accessible);
            }
        }
    }
    goals.tell();
}

/// Invented reporting of about `size` bytes.
fn text(size: usize, one_line: bool) -> String {
    const PARAGRAPH: &str = "The harbour board said on Monday that “the hull was sound on the day of sailing”, and \
        that nobody had asked to see the note before March. Ms. Calder, who speaks for the owners, did not say \
        who had written it. A second letter went out last month; the answer is still awaited.";
    // Numbered, so that no paragraph is laid out because another one was.
    let paragraphs: Vec<String> = (0..size / PARAGRAPH.len()).map(|n| format!("{n}. {PARAGRAPH}")).collect();
    paragraphs.join(if one_line { " " } else { "\n\n" })
}

fn measure(goals: &mut Goals, name: &str, text: &str, accessible: bool) {
    let ctx = Context::default();
    apply(&ctx, Mode::Light);
    if accessible {
        ctx.enable_accesskit();
    }
    let mut bench = Bench { ctx, time: 0.0 };
    let warm = ReaderText::new("The glyphs of a page that was read before: “0123456789”, and so on.");
    bench.frame(&warm, &[], &mut ReaderState::default(), Vec::new());

    let began = Instant::now();
    let text = ReaderText::new(text);
    let marks = marks(&text);
    let mut state = ReaderState::default();
    bench.frame(&text, &marks, &mut state, Vec::new());
    let open = began.elapsed().as_secs_f64() * 1e3;

    let still: Vec<f64> = (0..FRAMES).map(|_| bench.frame(&text, &marks, &mut state, Vec::new())).collect();
    let scroll: Vec<f64> = (0..FRAMES).map(|_| bench.frame(&text, &marks, &mut state, wheel())).collect();
    let jump: Vec<f64> = (1..=FRAMES)
        .map(|n| {
            let at = text.len() / FRAMES * n;
            state.scroll_to(Span::new(at, at + 40));
            bench.frame(&text, &marks, &mut state, Vec::new())
        })
        .collect();
    goals.at_most(&format!("{name}: opens"), open, "ms", OPEN);
    goals.at_most(
        &format!("{name}: a frame while scrolling, p95"),
        share(scroll.clone(), 0.95),
        "ms",
        FULL_SPEED,
    );
    shown(&format!("{name}: a frame while scrolling, median"), share(scroll, 0.5), "ms");
    shown(&format!("{name}: a frame standing still"), share(still, 0.5), "ms");
    shown(&format!("{name}: a frame after a jump"), share(jump, 0.5), "ms");
}

/// A mark for about every second paragraph.
fn marks(text: &ReaderText) -> Vec<Mark> {
    let mark = |start: usize| Mark {
        span: Span::new(start, start + 45),
        kind: MarkKind::Statement,
        id: None,
        label: String::new(),
    };
    (0..text.len()).step_by(600).map(mark).collect()
}

fn wheel() -> Vec<Event> {
    vec![
        Event::PointerMoved(Pos2::new(200.0, 300.0)),
        Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            source: MouseWheelSource::Wheel,
            delta: Vec2::new(0.0, -120.0),
            phase: TouchPhase::Move,
            modifiers: Modifiers::NONE,
        },
    ]
}

struct Bench {
    ctx: Context,
    time: f64,
}

impl Bench {
    /// Draws one frame; gives how long it took, in milliseconds.
    fn frame(
        &mut self,
        text: &ReaderText,
        marks: &[Mark],
        state: &mut ReaderState,
        events: Vec<Event>,
    ) -> f64 {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, Vec2::new(640.0, 1000.0))),
            time: Some(self.time),
            events,
            ..RawInput::default()
        };
        let began = Instant::now();
        let mut output = self.ctx.run_ui(input, |ui| drop(reader_ui(ui, text, marks, state)));
        let shapes = std::mem::take(&mut output.shapes);
        let primitives = self.ctx.tessellate(shapes, output.pixels_per_point);
        let took = began.elapsed().as_secs_f64() * 1e3;
        assert!(!primitives.is_empty());
        output.drop_without_applying_deltas();
        took
    }
}

/// The value that `part` of `values` stay below.
fn share(mut values: Vec<f64>, part: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    values[((values.len() - 1) as f64 * part) as usize]
}
