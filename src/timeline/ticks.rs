//! The ticks of the axis, in two rows: major ones say what the minor ones leave open.

use super::calendar::{date_of, month_start};
use super::window::Window;

/// The least space between two labels of a row, in pixels.
const SPACE: f64 = 12.0;
/// The space between a tick and its label, in pixels.
pub const TICK_INSET: f64 = 4.0;

/// One tick of the axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Where it is. The first major one is at the window's left edge if what it names began before.
    pub day: f64,
    /// What it says, to the right of it; empty where there is no room for words.
    pub label: String,
    /// Whether it is of the upper row: a year over months, a month over days, a day over hours.
    pub major: bool,
}

/// How the parts of a date are written in the language of the window.
pub trait Names {
    /// A year by astronomical count: 0 is 1 BC.
    fn year(&self, year: i64) -> String;
    /// A month without its year, short; 1 to 12.
    fn month(&self, month: u8) -> String;
    /// A month with its year.
    fn month_of_year(&self, year: i64, month: u8) -> String;
    /// A day with month and year.
    fn day(&self, year: i64, month: u8, day: u8) -> String;
}

/// The distance between minor ticks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Every {
    /// Hours; 24 is a multiple.
    Hours(i64),
    /// Days of the month: every day, or the 1st and each multiple of the number that leaves room before the
    /// next 1st.
    Days(i64),
    /// Months; 12 is a multiple.
    Months(i64),
    /// Years.
    Years(i64),
}

/// From the finest to the coarsest.
const LADDER: &[Every] = &[
    Every::Hours(1),
    Every::Hours(3),
    Every::Hours(6),
    Every::Hours(12),
    Every::Days(1),
    Every::Days(2),
    Every::Days(5),
    Every::Days(10),
    Every::Months(1),
    Every::Months(3),
    Every::Months(6),
    Every::Years(1),
    Every::Years(2),
    Every::Years(5),
    Every::Years(10),
    Every::Years(20),
    Every::Years(50),
    Every::Years(100),
    Every::Years(200),
    Every::Years(500),
    Every::Years(1000),
    Every::Years(2000),
];

/// The ticks of a window shown `width` pixels wide, ascending by day, a major one before a minor one of the
/// same day. Labels of a row never touch; `measure` gives the width of a label in pixels.
///
/// Years name themselves, so there are no major ticks over them.
#[must_use]
pub fn ticks(window: Window, width: f32, names: &dyn Names, measure: &dyn Fn(&str) -> f32) -> Vec<Tick> {
    let scale = window.scale(width);
    let every = every(window, scale, names, measure);
    let mut minor: Vec<Tick> = starts(every, window).map(|day| minor_tick(every, day, names)).collect();
    let mut major: Vec<Tick> = match every {
        Every::Hours(_) => starts(Every::Days(1), window).map(|day| day_tick(day, names)).collect(),
        Every::Days(_) => starts(Every::Months(1), window).map(|day| month_tick(day, names)).collect(),
        Every::Months(_) => starts(Every::Years(1), window).map(|day| year_tick(day, names)).collect(),
        Every::Years(_) => Vec::new(),
    };
    hold_first(&mut major, window);
    minor.retain(|tick| tick.day >= window.start);
    for row in [&mut major, &mut minor] {
        keep_apart(row, window, scale, measure);
    }
    major.append(&mut minor);
    major.sort_by(|a, b| a.day.total_cmp(&b.day).then(b.major.cmp(&a.major)));
    major
}

/// The years of two days, as they are written.
#[must_use]
pub fn years_of(first: f64, last: f64, names: &dyn Names) -> (String, String) {
    let year = |day: f64| names.year(i64::from(date_of(day.floor() as i64).year()));
    // The last day is one past the end.
    (year(first), year((last - 1.0).max(first)))
}

/// The finest rung whose labels have room.
fn every(window: Window, scale: f64, names: &dyn Names, measure: &dyn Fn(&str) -> f32) -> Every {
    let wide = |label: &str| f64::from(measure(label)) + TICK_INSET + SPACE;
    let hour = wide("00:00");
    let day = wide("00");
    let month = (1..=12).map(|month| wide(&names.month(month))).fold(0.0, f64::max);
    let years = [window.start, window.end].map(|day| i64::from(date_of(day as i64).year()));
    let year = years.iter().map(|year| wide(&names.year(*year))).fold(0.0, f64::max);
    let fits = |every: &Every| match *every {
        Every::Hours(hours) => scale / 24.0 * hours as f64 >= hour,
        Every::Days(days) => scale * days as f64 >= day,
        Every::Months(months) => scale * 28.0 * months as f64 >= month,
        Every::Years(years) => scale * 365.0 * years as f64 >= year,
    };
    LADDER.iter().copied().find(|every| fits(every)).unwrap_or(Every::Years(5000))
}

/// The starts of the stretches that touch the window.
fn starts(every: Every, window: Window) -> Box<dyn Iterator<Item = f64>> {
    let (start, end) = (window.start, window.end);
    let day = date_of(start.floor() as i64);
    let (year, month) = (i64::from(day.year()), i64::from(day.month()));
    match every {
        Every::Hours(hours) => {
            let step = hours as f64 / 24.0;
            let first = (start / step).floor() as i64;
            Box::new((first..).map(move |at| at as f64 * step).take_while(move |day| *day <= end))
        }
        Every::Days(1) => {
            Box::new((start.floor() as i64..).map(|day| day as f64).take_while(move |day| *day <= end))
        }
        Every::Days(step) => Box::new(months(year, month, 1, end).flat_map(move |from| {
            // A multiple too near the next 1st would touch its label.
            let multiples = (1..=30 / step).map(move |n| n * step).filter(move |n| n + step <= 31 + step / 2);
            let days = std::iter::once(1).chain(multiples.filter(move |n| *n > step / 2 + 1));
            days.map(move |n| from + n as f64 - 1.0)
                .filter(move |day| date_of(*day as i64).month() == date_of(from as i64).month())
                .take_while(move |day| *day <= end)
        })),
        Every::Months(step) => Box::new(months(year, 1 + (month - 1) / step * step, step, end)),
        Every::Years(step) => Box::new(months(year.div_euclid(step) * step, 1, step * 12, end)),
    }
}

/// The first days of every `step`-th month from one on, until `end`.
fn months(year: i64, month: i64, step: i64, end: f64) -> impl Iterator<Item = f64> {
    let first = year * 12 + month - 1;
    (0..)
        .map(move |n| first + n * step)
        .map(|at| (at.div_euclid(12), at.rem_euclid(12) + 1))
        .skip_while(|(year, _)| *year < -9999)
        .map_while(|(year, month)| month_start(year, month))
        .map(|day| day as f64)
        .take_while(move |day| *day <= end)
}

fn minor_tick(every: Every, at: f64, names: &dyn Names) -> Tick {
    let date = date_of(at.floor() as i64);
    let label = match every {
        Every::Hours(_) => format!("{:02}:00", ((at - at.floor()) * 24.0).round() as i64),
        Every::Days(_) => date.day().to_string(),
        Every::Months(_) => names.month(date.month().unsigned_abs()),
        Every::Years(_) => names.year(i64::from(date.year())),
    };
    Tick { day: at, label, major: false }
}

fn day_tick(at: f64, names: &dyn Names) -> Tick {
    let date = date_of(at as i64);
    let label = names.day(i64::from(date.year()), date.month().unsigned_abs(), date.day().unsigned_abs());
    Tick { day: at, label, major: true }
}

fn month_tick(at: f64, names: &dyn Names) -> Tick {
    let date = date_of(at as i64);
    let label = names.month_of_year(i64::from(date.year()), date.month().unsigned_abs());
    Tick { day: at, label, major: true }
}

fn year_tick(at: f64, names: &dyn Names) -> Tick {
    Tick { day: at, label: names.year(i64::from(date_of(at as i64).year())), major: true }
}

/// Moves the major tick of what the window starts in to its left edge.
fn hold_first(major: &mut [Tick], window: Window) {
    if let Some(first) = major.first_mut() {
        first.day = first.day.max(window.start);
    }
}

/// Empties the labels that would touch the one after them at the left edge, or the one before them elsewhere.
fn keep_apart(row: &mut [Tick], window: Window, scale: f64, measure: &dyn Fn(&str) -> f32) {
    let mut free = f64::NEG_INFINITY;
    let second = row.get(1).map(|tick| tick.day);
    for (at, tick) in row.iter_mut().enumerate() {
        let x = (tick.day - window.start) * scale;
        let end = x + TICK_INSET + f64::from(measure(&tick.label)) + SPACE;
        let pushed_out = at == 0 && second.is_some_and(|next| (next - window.start) * scale < end);
        if pushed_out || x < free {
            tick.label.clear();
        } else {
            free = end;
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Names in short English.
    pub(in crate::timeline) struct English;

    impl Names for English {
        fn year(&self, year: i64) -> String {
            if year > 0 { year.to_string() } else { format!("{} BC", 1 - year) }
        }
        fn month(&self, month: u8) -> String {
            let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
            names[usize::from(month) - 1].to_owned()
        }
        fn month_of_year(&self, year: i64, month: u8) -> String {
            format!("{} {}", self.month(month), self.year(year))
        }
        fn day(&self, year: i64, month: u8, day: u8) -> String {
            format!("{day} {} {}", self.month(month), self.year(year))
        }
    }

    fn letters(text: &str) -> f32 {
        text.chars().count() as f32 * 7.0
    }

    fn shown(window: Window, width: f32, major: bool) -> Vec<String> {
        let ticks = ticks(window, width, &English, &letters);
        ticks
            .into_iter()
            .filter(|tick| tick.major == major && !tick.label.is_empty())
            .map(|tick| tick.label)
            .collect()
    }

    /// 2024-01-01.
    const YEAR_2024: f64 = 19_723.0;

    #[test]
    fn a_year_is_months_under_its_number() {
        let window = Window::new(YEAR_2024 + 20.0, YEAR_2024 + 380.0);
        assert_eq!(shown(window, 800.0, true), ["2024", "2025"]);
        assert_eq!(shown(window, 800.0, false).join(" "), "Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec Jan");
    }

    #[test]
    fn ticks_adapt_from_hours_to_millennia() {
        let around = |span: f64| Window::new(YEAR_2024, YEAR_2024 + span);
        assert_eq!(shown(around(0.5), 800.0, true), ["1 Jan 2024"]);
        assert_eq!(shown(around(0.5), 800.0, false)[1], "01:00");
        assert_eq!(shown(around(31.5), 1600.0, true)[0], "Jan 2024");
        assert_eq!(shown(around(31.5), 1600.0, false).len(), 32);
        assert_eq!(shown(around(62.0), 600.0, false)[..4], ["1", "5", "10", "15"]);
        assert_eq!(shown(around(36_525.0), 900.0, false)[..3], ["2025", "2030", "2035"]);
        assert_eq!(shown(Window::new(f64::MIN, f64::MAX), 800.0, false).first().unwrap(), "8001 BC");
    }

    proptest! {
        #[test]
        fn ticks_ascend_and_labels_never_touch(
            start in -4_000_000.0..2_900_000.0f64, log_span in -1.1..6.8f64, width in 50.0..4000.0f32,
        ) {
            let window = Window::new(start, start + 10f64.powf(log_span));
            let ticks = ticks(window, width, &English, &letters);
            prop_assert!(ticks.windows(2).all(|pair| pair[0].day <= pair[1].day));
            prop_assert!(ticks.len() < 400, "{} ticks", ticks.len());
            for major in [true, false] {
                let mut free = f64::NEG_INFINITY;
                for tick in ticks.iter().filter(|tick| tick.major == major && !tick.label.is_empty()) {
                    let x = window.x_of(tick.day, width);
                    prop_assert!(x >= free && tick.day >= window.start);
                    free = x + TICK_INSET + f64::from(letters(&tick.label)) + 1.0;
                }
            }
        }
    }
}
