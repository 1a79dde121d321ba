//! The timeline of a case: what it says, how it is moved, and its picture in light and dark.

use std::collections::HashMap;

use casefile::domain::date::Edtf;
use casefile::domain::id::Id;
use casefile::domain::kind::{CheckStatus, LinkKind, RecordKind};
use casefile::timeline::{Item, Lane, Layout, Tone, When, Window};
use casefile::ui::theme::{self, Mode, palette};
use casefile::ui::timeline::{
    Detail, Replies, Reply, TimelineAction, TimelineData, TimelineState, timeline_tools, timeline_ui,
};
use eframe::egui::{self, Align, CentralPanel, Frame, Key, Layout as Arrange, Margin, Modifiers, Role, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, SnapshotOptions};

/// What a test sees of the window.
struct View {
    data: TimelineData,
    state: TimelineState,
    selected: Option<Id>,
    actions: Vec<TimelineAction>,
}

const COMPANY: usize = 0;
const STATE: usize = 1;
const RIDERS: usize = 2;
const ARTICLES: usize = 3;
const FOLLOW_UPS: usize = 4;

fn day(edtf: &str) -> i64 {
    edtf.parse::<Edtf>().unwrap().first_day()
}

/// One line of the made-up case: lane, date, words.
struct Line {
    lane: usize,
    date: &'static str,
    words: &'static str,
}

const LINES: &[Line] = &[
    Line { lane: COMPANY, date: "2024-01-08/2024-02-06", words: "Repairs to the hull of the Marigold" },
    Line { lane: STATE, date: "2024-02-18", words: "stop the night crossings and prove the hull is sound" },
    Line {
        lane: COMPANY,
        date: "2024-03-27",
        words: "there can be no question the vessel was inspected in full",
    },
    Line { lane: STATE, date: "2024-04-15", words: "we would like to see the report that says so" },
    Line { lane: STATE, date: "2024-05/2024-06~", words: "the office is reviewing the inspection records" },
    Line { lane: RIDERS, date: "2024-06-06", words: "nobody told us the boat had been out of the water" },
    Line { lane: COMPANY, date: "2024-07-12", words: "the hull was sound on the day of sailing" },
    Line { lane: RIDERS, date: "2024-08", words: "members were asked to keep a log of delays" },
    Line { lane: COMPANY, date: "2024-09-03", words: "a routine note was not passed on" },
    Line { lane: RIDERS, date: "../2024-10-21", words: "the company knew in March" },
    Line { lane: STATE, date: "2024-09-28?", words: "the inquiry will be public" },
    Line { lane: COMPANY, date: "", words: "we have nothing to add" },
    Line { lane: RIDERS, date: "", words: "we were promised a meeting" },
];

fn item(id: i64, lane: usize, date: &str, words: &str) -> Item {
    let edtf = date.parse::<Edtf>().ok();
    Item {
        id: Id(id),
        kind: RecordKind::Statement,
        lane,
        when: edtf.map(|date| When {
            approximate: date.is_approximate(),
            uncertain: date.is_uncertain(),
            ..When::days(date.first_day(), date.last_day())
        }),
        label: words.to_owned(),
        quoted: true,
        hollow: id == 7 || id == 10,
        important: false,
        tone: Tone::Side(lane as u8),
    }
}

fn case() -> TimelineData {
    let mut items: Vec<Item> =
        LINES.iter().zip(1..).map(|(line, id)| item(id, line.lane, line.date, line.words)).collect();
    items[0] = Item { kind: RecordKind::Event, quoted: false, ..items[0].clone() };
    for n in 0..26 {
        let at = day("2024-01-10") + n * 12 + n % 3;
        let article = item(100 + n, ARTICLES, &Edtf::day(at).to_string(), "Ferry company answers the state");
        items.push(Item {
            kind: RecordKind::Article,
            quoted: false,
            hollow: false,
            important: n % 4 == 0,
            tone: Tone::Plain,
            ..article
        });
    }
    for n in 0..23 {
        let article = item(200 + n, ARTICLES, "2024-04-02", "The note that was not passed on");
        items.push(Item {
            kind: RecordKind::Article,
            quoted: false,
            hollow: false,
            tone: Tone::Plain,
            ..article
        });
    }
    let due = [
        ("2024-05-13", Tone::Overdue),
        ("2024-10-07", Tone::Overdue),
        ("2024-11-27", Tone::Due),
        ("2024-12-12", Tone::Due),
    ];
    for ((date, tone), id) in due.into_iter().zip(300..) {
        let words =
            ["Ask for the survey", "No answer by the date", "Call the yard", "Second request for records"]
                [id as usize - 300];
        let hollow = tone == Tone::Due;
        items.push(Item {
            kind: RecordKind::FollowUp,
            quoted: false,
            hollow,
            tone,
            ..item(id, FOLLOW_UPS, date, words)
        });
    }
    let names = ["Harbor Line", "Attorney General", "Ferry riders’ union", "Articles", "Follow-ups"];
    let lanes: Vec<Lane> = names.map(|name| Lane { name: name.to_owned() }).into();
    let details =
        items.iter().map(|item| (item.id, detail(item, names[item.lane]))).collect::<HashMap<_, _>>();
    let reply = |to, by, kind| Reply { to: Id(to), by: Id(by), kind };
    let replies = vec![
        reply(2, 3, LinkKind::Answers),
        reply(3, 4, LinkKind::Contradicts),
        reply(6, 7, LinkKind::Answers),
    ];
    TimelineData::new(Layout::new(items, lanes), replies, details, day("2024-11-09"))
}

fn detail(item: &Item, who: &str) -> Detail {
    let line = LINES.get(item.id.0 as usize - 1);
    let edtf = match line {
        Some(line) => line.date.parse::<Edtf>().ok(),
        None => item.when.map(|when| Edtf::day(when.first)),
    };
    Detail {
        key: item.kind.short_key(item.id.0),
        who: who.to_owned(),
        date: edtf.map(|date| date.words()).unwrap_or_default(),
        basis: if item.id.0 == 3 { "“last month”, from 10 Apr 2024".to_owned() } else { String::new() },
        source: "The Harbor Post, 28 Mar 2024".to_owned(),
        check: (item.kind == RecordKind::Statement).then_some(CheckStatus::Checking),
        disputed_by: if item.id.0 == 3 { "Attorney General".to_owned() } else { String::new() },
    }
}

fn harness(mode: Mode, size: egui::Vec2, view: View) -> Harness<'static, View> {
    Harness::builder()
        .with_size(size)
        .with_theme(if mode == Mode::Dark { egui::Theme::Dark } else { egui::Theme::Light })
        .with_context_setup(move |ctx| theme::apply(ctx, mode))
        .build_ui_state(
            |ui, view| {
                let frame = Frame::new().fill(palette(ui).background).inner_margin(Margin::same(16));
                CentralPanel::default().frame(frame).show(ui, |ui| draw(ui, view));
            },
            view,
        )
}

fn draw(ui: &mut egui::Ui, view: &mut View) {
    ui.with_layout(Arrange::top_down(Align::Min), |ui| {
        ui.horizontal(|ui| timeline_tools(ui, &view.data, view.selected, &mut view.state));
        let actions = timeline_ui(ui, &view.data, view.selected, &mut view.state);
        for action in &actions {
            if let TimelineAction::Select(_, id) = action {
                view.selected = Some(*id);
            }
        }
        view.actions.extend(actions);
    });
}

fn view() -> View {
    View { data: case(), state: TimelineState::default(), selected: None, actions: Vec::new() }
}

fn pictures() -> SnapshotOptions {
    SnapshotOptions::new()
        .output_path(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/ui/pictures"))
        .threshold(2.0)
}

const STATEMENT: &str = "Harbor Line: there can be no question the vessel was inspected in full, 27 Mar 2024";

#[test]
fn light() {
    let mut harness = harness(Mode::Light, vec2(1000.0, 560.0), view());
    harness.state_mut().state.replies = Replies::All;
    harness.run();
    harness.snapshot_options("timeline-light", &pictures());
}

#[test]
fn dark_with_the_card_of_an_item() {
    let mut harness = harness(Mode::Dark, vec2(1000.0, 560.0), View { selected: Some(Id(3)), ..view() });
    harness.run();
    harness.get_by_label(STATEMENT).hover();
    harness.run();
    harness.run();
    harness.snapshot_options("timeline-dark", &pictures());
}

/// The words of the axis cannot be read by label, so the window says what is shown.
fn shown(harness: &Harness<'_, View>) -> Window {
    harness.state().state.window.unwrap()
}

fn narrow(mode: Mode) -> Harness<'static, View> {
    let mut harness = harness(mode, vec2(1000.0, 560.0), view());
    harness.run();
    harness
}

#[test]
fn every_item_says_title_and_date() {
    let harness = narrow(Mode::Light);
    for label in [
        STATEMENT,
        "Attorney General: the office is reviewing the inspection records, from May 2024 to about June 2024",
        "Ferry riders’ union: the company knew in March, on or before 21 Oct 2024",
        "Harbor Line: we have nothing to add, undated",
        "Follow-ups: No answer by the date, 7 Oct 2024",
    ] {
        assert!(harness.query_by_label(label).is_some(), "{label}");
    }
    harness.check_accessibility();
}

#[test]
fn a_click_selects_and_a_second_one_opens() {
    let mut harness = narrow(Mode::Light);
    harness.get_by_label(STATEMENT).click();
    harness.run();
    assert_eq!(harness.state().actions, [TimelineAction::Select(RecordKind::Statement, Id(3))]);
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().actions.last(), Some(&TimelineAction::Open(RecordKind::Statement, Id(3))));
}

#[test]
fn arrow_keys_go_from_item_to_item_and_lane_to_lane() {
    let mut harness = narrow(Mode::Light);
    harness.get_by_label(STATEMENT).click();
    harness.run();
    for (key, expected) in [
        (Key::ArrowRight, 7),
        (Key::ArrowLeft, 3),
        (Key::ArrowDown, 4),
        (Key::ArrowLeft, 2),
        (Key::ArrowUp, 1),
    ] {
        harness.key_press(key);
        harness.run();
        assert_eq!(harness.state().selected, Some(Id(expected)), "{key:?}");
    }
}

#[test]
fn the_wheel_pans_and_with_ctrl_zooms_where_the_pointer_is() {
    let mut harness = narrow(Mode::Light);
    let before = shown(&harness);
    let at = harness.get_by_label(STATEMENT).rect().left_center() + vec2(6.0, 0.0);
    harness.hover_at(at);
    harness.run_steps(12);
    let wheel = |delta, modifiers| egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta,
        phase: egui::TouchPhase::Move,
        modifiers,
        source: egui::MouseWheelSource::Wheel,
    };
    harness.event(wheel(vec2(0.0, 100.0), Modifiers::CTRL));
    harness.run_steps(12);
    let zoomed = shown(&harness);
    assert!(zoomed.span() < before.span());
    let after = harness.get_by_label(STATEMENT).rect().left_center() + vec2(6.0, 0.0);
    assert!((after.x - at.x).abs() < 3.0, "the item under the pointer stays: {at:?} {after:?}");

    harness.event(wheel(vec2(0.0, -100.0), Modifiers::NONE));
    harness.run_steps(12);
    let panned = shown(&harness);
    assert!(panned.start > zoomed.start && (panned.span() - zoomed.span()).abs() < 1e-6);
}

#[test]
fn buttons_show_a_year_a_month_a_day_and_everything() {
    let mut harness = narrow(Mode::Light);
    let all = shown(&harness);
    for (name, days) in [("Show a year", 365.25), ("Show a month", 31.0), ("Show a day", 1.0)] {
        harness.get_by_label(name).click();
        harness.run_steps(40);
        assert!((shown(&harness).span() - days).abs() < 1e-6, "{name}");
    }
    harness.get_by_label("Show everything").click();
    harness.run_steps(40);
    assert_eq!(shown(&harness), all);
}

#[test]
fn a_crowd_is_a_count_that_opens_a_list() {
    let mut harness = narrow(Mode::Light);
    let crowd = harness
        .get_all_by_role(Role::Button)
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.ends_with(" items")));
    crowd.unwrap().click();
    harness.run();
    harness.get_all_by_label_contains("2 Apr 2024: The note that was not passed on").next().unwrap().click();
    harness.run();
    assert!(matches!(harness.state().actions[..], [TimelineAction::Select(RecordKind::Article, _)]));
}

#[test]
fn the_window_in_the_overview_can_be_dragged() {
    let mut harness = narrow(Mode::Light);
    harness.get_by_label("Show a month").click();
    harness.run_steps(40);
    let before = shown(&harness);
    let strip = harness.get_by_label("All the time of the case, with the window that is shown").rect();
    harness.drag_at(strip.center());
    harness.run();
    harness.hover_at(strip.center() + vec2(100.0, 0.0));
    harness.run();
    harness.drop_at(strip.center() + vec2(100.0, 0.0));
    harness.run();
    let after = shown(&harness);
    assert!(after.start > before.start + 20.0 && (after.span() - before.span()).abs() < 1e-6);
}

#[test]
fn nothing_is_drawn_again_while_nothing_happens() {
    let mut harness = narrow(Mode::Light);
    harness.run();
    assert_eq!(harness.run(), 1, "one frame, none asked for after it");
}
