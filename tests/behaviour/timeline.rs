//! The geometry of the timeline: what must hold for any items in any window.

use std::collections::HashMap;

use casefile::domain::id::Id;
use casefile::domain::kind::RecordKind;
use casefile::timeline::{Course, Frame, Hit, Item, Lane, Layout, Plot, Shape, Tone, When, Window, lay_out};
use proptest::prelude::*;

fn measure(_: &Item, text: &str) -> f32 {
    text_width(text)
}

fn text_width(text: &str) -> f32 {
    text.chars().count() as f32 * 6.5
}

fn item(id: i64, lane: usize, when: Option<When>) -> Item {
    Item {
        id: Id(id),
        kind: RecordKind::Statement,
        lane,
        when,
        label: "There can be no question the vessel was inspected in full".to_owned(),
        quoted: true,
        hollow: false,
        important: false,
        tone: Tone::Side(0),
    }
}

fn lanes(count: usize) -> Vec<Lane> {
    (0..count).map(|lane| Lane { name: format!("Party {lane}") }).collect()
}

fn plot(window: Window, width: f32) -> Plot {
    Plot { window, width, height: 400.0, lane_height: 66.0, scroll: 0.0 }
}

fn frame(layout: &Layout, window: Window) -> Frame {
    lay_out(layout, plot(window, 800.0), &measure)
}

/// Dates of every sort, many of them close together.
fn when() -> impl Strategy<Value = When> {
    let days = prop_oneof![
        4 => (0..200i64).prop_map(|day| (day, day)),
        2 => (0..200i64, 1..90i64).prop_map(|(day, length)| (day, day + length)),
        1 => (0..200i64).prop_map(|day| (i64::MIN, day)),
        1 => (0..200i64).prop_map(|day| (day, i64::MAX)),
        1 => (-3_000_000..3_000_000i64, 0..400_000i64).prop_map(|(day, length)| (day, day + length)),
        1 => (any::<i64>(), any::<i64>()),
    ];
    (days, any::<bool>(), proptest::option::of(0..1440u16), -2..3i32).prop_map(
        |((first, last), approximate, minute, day_order)| When {
            approximate,
            minute,
            day_order,
            ..When::days(first, last)
        },
    )
}

fn items() -> impl Strategy<Value = Vec<Item>> {
    proptest::collection::vec((0..3usize, proptest::option::weighted(0.95, when())), 0..120).prop_map(|all| {
        all.into_iter().enumerate().map(|(id, (lane, when))| item(id as i64, lane, when)).collect()
    })
}

/// A window over the crowded part of the generated dates, from hours to centuries.
fn window() -> impl Strategy<Value = Window> {
    (-20.0..220.0f64, -1.0..5.0f64).prop_map(|(start, span)| Window::new(start, start + 10f64.powf(span)))
}

/// Everything drawn in a row of a lane, as its left and right edge with label.
fn rows(frame: &Frame) -> HashMap<(usize, u16), Vec<(f32, f32)>> {
    let mut rows: HashMap<_, Vec<_>> = HashMap::new();
    for mark in &frame.marks {
        let label = mark
            .label
            .as_ref()
            .map_or((mark.x0, mark.x1), |label| (label.x, label.x + text_width(&label.text)));
        rows.entry((mark.lane, mark.row)).or_default().push((mark.x0.min(label.0), mark.x1.max(label.1)));
    }
    for cluster in &frame.clusters {
        rows.entry((cluster.lane, cluster.row)).or_default().push((cluster.x0, cluster.x1));
    }
    rows
}

/// Each item shown and where: the row of its mark, or none within a cluster.
fn shown(frame: &Frame) -> HashMap<u32, Option<u16>> {
    let marks = frame.marks.iter().map(|mark| (mark.item, Some(mark.row)));
    let clustered = frame.clusters.iter().flat_map(|cluster| cluster.items.iter().map(|item| (*item, None)));
    marks.chain(clustered).collect()
}

proptest! {
    #[test]
    fn nothing_overlaps_in_a_row_of_a_lane(items in items(), window in window()) {
        let frame = frame(&Layout::new(items, lanes(3)), window);
        for ((lane, row), mut spans) in rows(&frame) {
            spans.sort_by(|a, b| a.0.total_cmp(&b.0));
            for pair in spans.windows(2) {
                prop_assert!(pair[0].1 <= pair[1].0 + 0.1, "lane {lane} row {row}: {pair:?}");
            }
        }
    }

    #[test]
    fn nothing_is_lost_or_shown_twice_at_any_zoom(items in items(), width in 200.0..4000.0f32) {
        let dated = items.iter().filter(|item| item.when.is_some_and(|w| (w.first, w.last) != (i64::MIN, i64::MAX)));
        let dated = dated.count();
        let layout = Layout::new(items, lanes(3));
        prop_assert_eq!(layout.undated().len() + dated, layout.items().len());
        if let Some(window) = layout.fit_all() {
            let frame = lay_out(&layout, plot(window, width), &measure);
            let count = frame.marks.len() + frame.clusters.iter().map(|cluster| cluster.items.len()).sum::<usize>();
            prop_assert_eq!(count, dated);
            prop_assert_eq!(shown(&frame).len(), dated);
            prop_assert_eq!(layout.overview(window, 37).iter().sum::<u32>() as usize, dated);
        }
    }

    #[test]
    fn a_dated_item_shows_wherever_a_window_holds_it(items in items(), window in window()) {
        // A cluster is as far from its items as it is wide; at the edge it can be outside without them.
        let layout = Layout::new(items, lanes(3));
        let shown = shown(&frame(&layout, window));
        let margin = window.span() / 10.0;
        for (at, item) in layout.items().iter().enumerate() {
            let Some(when) = item.when.filter(|when| when.first == when.last && when.minute.is_none()) else { continue };
            let day = when.first as f64;
            if day > window.start + margin && day + 1.0 < window.end - margin {
                prop_assert!(shown.contains_key(&(at as u32)), "{when:?} in {window:?}");
            }
        }
    }

    #[test]
    fn panning_moves_nothing_between_rows(items in items(), window in window(), steps in -40..40i32) {
        let layout = Layout::new(items, lanes(3));
        let panned = window.pan(f64::from(steps) / 20.0);
        let (before, after) = (shown(&frame(&layout, window)), shown(&frame(&layout, panned)));
        for (item, row) in &before {
            if let Some(other) = after.get(item) {
                prop_assert_eq!(row, other);
            }
        }
    }

    #[test]
    fn what_is_drawn_is_found_under_the_pointer(items in items(), window in window()) {
        let frame = frame(&Layout::new(items, lanes(3)), window);
        for (at, mark) in frame.marks.iter().enumerate() {
            let middle = f32::midpoint(mark.x0, mark.x1);
            prop_assert_eq!(frame.hit(middle, mark.y), Some(Hit::Mark(at)));
        }
    }
}

#[test]
fn each_sort_of_date_has_its_shape() {
    let dates = [
        (When::days(100, 100), Shape::Dot),
        (When::days(120, 150), Shape::Bar),
        (When::days(i64::MIN, 200), Shape::OpenLeft),
        (When::days(260, i64::MAX), Shape::OpenRight),
    ];
    let items = dates.iter().enumerate().map(|(id, (when, _))| item(id as i64, 0, Some(*when))).collect();
    let layout = Layout::new(items, lanes(1));
    let frame = frame(&layout, Window::new(0.0, 365.0));
    for mark in &frame.marks {
        let at = layout.item(mark.item).unwrap().id.0 as usize;
        assert_eq!(mark.shape, dates[at].1);
    }
    let bar = frame.marks.iter().find(|mark| mark.shape == Shape::Bar).unwrap();
    assert!((bar.x1 - bar.x0 - 31.0 * 800.0 / 365.0).abs() < 0.5, "as wide as its time");
    let before = frame.marks.iter().find(|mark| mark.shape == Shape::OpenLeft).unwrap();
    assert!((before.x1 - 201.0 * 800.0 / 365.0).abs() < 0.5, "its known end is the end of the day");
}

#[test]
fn a_day_seen_from_near_is_as_wide_as_it_is_and_a_minute_stays_a_dot() {
    let noon = When { minute: Some(720), ..When::days(11, 11) };
    let layout = Layout::new(vec![item(1, 0, Some(When::days(10, 10))), item(2, 1, Some(noon))], lanes(2));
    let frame = frame(&layout, Window::new(10.0, 12.0));
    assert_eq!((frame.marks[0].shape, frame.marks[0].x0, frame.marks[0].x1), (Shape::Bar, 0.0, 400.0));
    assert_eq!(
        (frame.marks[1].shape, f32::midpoint(frame.marks[1].x0, frame.marks[1].x1)),
        (Shape::Dot, 600.0)
    );
}

#[test]
fn a_crowd_is_a_cluster_with_all_its_items() {
    let crowd = (0..23).map(|id| item(id, 0, Some(When::days(50, 50))));
    let few = (100..103).map(|id| item(id, 0, Some(When::days(90, 90))));
    let layout = Layout::new(crowd.chain(few).collect(), lanes(1));
    let frame = frame(&layout, Window::new(0.0, 100.0));
    assert_eq!(frame.clusters.len(), 1);
    assert_eq!(frame.clusters[0].items.len(), 23);
    assert_eq!(frame.marks.iter().map(|mark| mark.row).collect::<Vec<_>>(), [0, 1, 2], "a few stack in rows");
}

#[test]
fn words_are_shown_where_there_is_room() {
    let layout = Layout::new(vec![item(1, 0, Some(When::days(10, 10)))], lanes(1));
    let alone = frame(&layout, Window::new(0.0, 100.0));
    let label = alone.marks[0].label.as_ref().unwrap();
    assert_eq!(label.text, "“There can be no question the vessel was” …");
    let at_the_edge = frame(&layout, Window::new(-90.0, 11.0));
    let mark = &at_the_edge.marks[0];
    assert!(mark.label.as_ref().unwrap().x < mark.x0, "on the left where there is no room on the right");
    let crowded = (0..40).map(|id| item(id, 0, Some(When::days(id, id)))).collect();
    let layout = Layout::new(crowded, lanes(1));
    let crowded = frame(&layout, Window::new(0.0, 40.0));
    assert!(
        crowded.marks[..30].iter().all(|mark| mark.label.is_none()),
        "none where they would be cut to nothing"
    );
}

#[test]
fn replies_are_arrows_or_stubs_that_lead_to_them() {
    let items = (0..3).map(|id| item(id, id as usize, Some(When::days(id * 40, id * 40)))).collect();
    let layout = Layout::new(items, lanes(3));
    let pairs = [(Id(0), Id(1)), (Id(1), Id(2)), (Id(2), Id(0))];
    let courses = |start: f64, end: f64| {
        let arrows = frame(&layout, Window::new(start, end)).arrows(&layout, &pairs);
        arrows.iter().map(|arrow| (arrow.pair, arrow.course)).collect::<Vec<_>>()
    };
    assert_eq!(courses(-10.0, 100.0), [0, 1, 2].map(|pair| (pair, Course::Whole)));
    assert_eq!(courses(-10.0, 50.0), [(0, Course::Whole), (1, Course::Leaves), (2, Course::Arrives)]);
    assert_eq!(courses(45.0, 50.0), []);
    let arrows = frame(&layout, Window::new(-10.0, 100.0)).arrows(&layout, &pairs);
    assert!(arrows[0].sideways && arrows[0].from.x < arrows[0].to.x);
    assert!(!arrows[2].sideways && arrows[2].from.x > arrows[2].to.x, "back in time it does not cross words");
}
