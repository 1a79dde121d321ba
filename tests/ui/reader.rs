//! The reader driven by pointer and keys: selecting, copying, making records, opening marks, scrolling.

use casefile::domain::id::Id;
use casefile::domain::span::{Span, char_at};
use casefile::ui::reader::{MakeKind, Mark, MarkKind, ReaderAction, ReaderState, ReaderText, reader_ui};
use casefile::ui::theme::{Mode, apply};
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

const ARTICLE: &str = "The harbour board wrote to the owners on Monday. “The hull was sound on the day,” \
    Ms. Calder answered for them. She did not say who had looked at it.\n\n\
    The board is reviewing seventeen folders and has not said what it will do next.\n";

struct Reading {
    text: ReaderText,
    marks: Vec<Mark>,
    state: ReaderState,
    actions: Vec<ReaderAction>,
}

/// The text in a window of 420 x 300, with marks on the given words, each named by them.
fn reading(text: &str, marked: &[&str]) -> Harness<'static, Reading> {
    let marks = marked
        .iter()
        .enumerate()
        .map(|(n, words)| Mark {
            span: span_of(text, words),
            kind: MarkKind::Statement,
            id: Some(Id(n as i64 + 1)),
            label: (*words).to_owned(),
        })
        .collect();
    let state =
        Reading { text: ReaderText::new(text), marks, state: ReaderState::default(), actions: Vec::new() };
    let mut harness = Harness::builder()
        .with_size([420.0, 300.0])
        .with_step_dt(1.0 / 30.0)
        .with_context_setup(|ctx| apply(ctx, Mode::Light))
        .build_ui_state(
            |ui, reading: &mut Reading| {
                let actions = reader_ui(ui, &reading.text, &reading.marks, &mut reading.state);
                reading.actions.extend(actions);
            },
            state,
        );
    harness.run_steps(2);
    harness
}

fn span_of(text: &str, words: &str) -> Span {
    let byte = text.find(words).unwrap();
    let start = char_at(text, byte);
    Span::new(start, start + words.chars().count())
}

fn selected(harness: &Harness<'_, Reading>) -> Vec<String> {
    let reading = harness.state();
    reading.state.selection().into_iter().map(|span| reading.text.slice(span).to_owned()).collect()
}

/// Presses at `from`, moves to `to`, lets go.
fn drag(harness: &mut Harness<'_, Reading>, from: Pos2, to: Pos2, modifiers: Modifiers) {
    let button = |pos: Pos2, pressed: bool| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers,
    };
    harness.event(Event::ModifiersChanged(modifiers));
    harness.hover_at(from);
    harness.event(button(from, true));
    harness.hover_at(from + (to - from) * 0.5);
    harness.hover_at(to);
    harness.event(button(to, false));
    harness.event(Event::ModifiersChanged(Modifiers::NONE));
    harness.run_steps(4);
}

/// Drags over the words of the mark with this label, which must stand on one row.
fn drag_over(harness: &mut Harness<'_, Reading>, label: &str, modifiers: Modifiers) {
    let rect = harness.get_by_role_and_label(Role::Link, label).rect();
    let (left, right) = (rect.left_center() + Vec2::X, rect.right_center() - Vec2::X);
    drag(harness, left, right, modifiers);
}

fn long_text(paragraphs: usize) -> String {
    let paragraph =
        |n: usize| format!("Paragraph {n} of the report. {}", "It goes on and on. ".repeat(n % 40));
    (0..paragraphs).map(paragraph).collect::<Vec<_>>().join("\n\n")
}

#[test]
fn dragging_selects_and_the_bar_makes_a_record_of_it() {
    let mut harness = reading(ARTICLE, &["seventeen folders"]);
    assert!(harness.query_by_label("Statement S").is_none());
    drag_over(&mut harness, "seventeen folders", Modifiers::NONE);
    assert_eq!(selected(&harness), ["seventeen folders"]);
    assert!(harness.state().actions.is_empty(), "a drag over a mark does not open it");
    harness.get_by_label("Follow-up F").click();
    harness.run_steps(4);
    let spans = vec![span_of(ARTICLE, "seventeen folders")];
    assert_eq!(harness.state().actions, [ReaderAction::Make(MakeKind::FollowUp, spans)]);
}

#[test]
fn a_letter_makes_a_record_of_the_words_without_white_space_around_them() {
    let mut harness = reading(ARTICLE, &[]);
    harness.key_press(Key::S);
    harness.run_steps(3);
    assert!(harness.state().actions.is_empty(), "nothing is selected");
    let words = span_of(ARTICLE, " She did not say who had looked at it.\n\n");
    harness.state_mut().state.select(&[words]);
    for (key, kind) in [
        (Key::S, MakeKind::Statement),
        (Key::P, MakeKind::Party),
        (Key::E, MakeKind::Event),
        (Key::F, MakeKind::FollowUp),
    ] {
        harness.key_press_modifiers(Modifiers::COMMAND, key);
        harness.key_press(key);
        harness.run_steps(4);
        let spans = vec![span_of(ARTICLE, "She did not say who had looked at it.")];
        assert_eq!(std::mem::take(&mut harness.state_mut().actions), [ReaderAction::Make(kind, spans)]);
    }
}

#[test]
fn two_and_three_clicks_select_the_word_and_the_sentence_and_three_more_the_paragraph() {
    let mut harness = reading(ARTICLE, &["Calder"]);
    let at = harness.get_by_role_and_label(Role::Link, "Calder").rect().center();
    let click = |harness: &mut Harness<'_, Reading>, times: usize| {
        for _ in 0..times {
            harness.drag_at(at);
            harness.event(Event::PointerButton {
                pos: at,
                button: PointerButton::Primary,
                pressed: false,
                modifiers: Modifiers::NONE,
            });
        }
        harness.run_steps(2);
        let words = selected(harness);
        harness.run_steps(30);
        words
    };
    harness.hover_at(at);
    assert_eq!(click(&mut harness, 2), ["Calder"]);
    assert_eq!(click(&mut harness, 3), ["“The hull was sound on the day,” Ms. Calder answered for them."]);
    let paragraph = ARTICLE.split('\n').next().unwrap();
    assert_eq!(click(&mut harness, 3), [paragraph]);
}

#[test]
fn ctrl_drag_adds_a_part_and_the_copy_marks_the_cut() {
    let mut harness = reading(ARTICLE, &["harbour board", "seventeen folders"]);
    drag_over(&mut harness, "harbour board", Modifiers::NONE);
    drag_over(&mut harness, "seventeen folders", Modifiers::COMMAND);
    assert_eq!(selected(&harness), ["harbour board", "seventeen folders"]);
    harness.event(Event::Copy);
    harness.run_steps(2);
    let copied = ReaderAction::Copy("harbour board … seventeen folders".to_owned());
    assert_eq!(harness.state().actions, [copied]);
}

#[test]
fn shift_click_moves_the_end_of_the_selection() {
    let mut harness = reading(ARTICLE, &["harbour board", "what it will do next"]);
    let from = harness.get_by_role_and_label(Role::Link, "harbour board").rect().left_center();
    let to = harness.get_by_role_and_label(Role::Link, "what it will do next").rect();
    drag(&mut harness, from, from, Modifiers::NONE);
    harness.state_mut().actions.clear();
    drag(&mut harness, to.left_center(), to.left_center(), Modifiers::SHIFT);
    let (start, end) = (span_of(ARTICLE, "harbour").start, span_of(ARTICLE, "what it will").start);
    assert_eq!(harness.state().state.selection(), [Span::new(start, end)]);
    assert!(harness.state().actions.is_empty(), "a click that selects opens nothing");
}

#[test]
fn keys_select_by_character_word_row_and_all() {
    let mut harness = reading(ARTICLE, &[]);
    drag(&mut harness, Pos2::new(12.0, 12.0), Pos2::new(12.0, 12.0), Modifiers::NONE);
    harness.state_mut().state.select(&[Span::new(0, 1)]);
    harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowRight);
    harness.key_press_modifiers(Modifiers::SHIFT | Modifiers::COMMAND, Key::ArrowRight);
    harness.run_steps(8);
    assert_eq!(selected(&harness), ["The"]);
    harness.key_press_modifiers(Modifiers::SHIFT | Modifiers::COMMAND, Key::ArrowRight);
    harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowLeft);
    harness.run_steps(8);
    assert_eq!(selected(&harness), ["The harbou"]);
    harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
    harness.run_steps(4);
    let below = harness.state().state.selection()[0];
    assert!(below.start == 0 && below.len() > 40 && below.len() < 80, "a row further: {below:?}");
    harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowUp);
    harness.run_steps(4);
    assert_eq!(selected(&harness), ["The harbou"]);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run_steps(4);
    assert_eq!(selected(&harness), [ARTICLE]);
    harness.key_press(Key::Escape);
    harness.run_steps(4);
    assert!(selected(&harness).is_empty());
}

#[test]
fn what_is_copied_reaches_over_all_that_does_not_show() {
    let text = long_text(300);
    let mut harness = reading(&text, &[]);
    assert!(harness.state().text.chunks().len() > 20);
    drag(&mut harness, Pos2::new(12.0, 12.0), Pos2::new(12.0, 12.0), Modifiers::NONE);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.event(Event::Copy);
    harness.run_steps(4);
    assert_eq!(harness.state().actions, [ReaderAction::Copy(text)]);
}

#[test]
fn a_drag_held_below_the_window_scrolls_and_selects_on() {
    let text = long_text(60);
    let mut harness = reading(&text, &[]);
    let button = |pressed: bool| Event::PointerButton {
        pos: Pos2::new(60.0, if pressed { 20.0 } else { 330.0 }),
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    harness.hover_at(Pos2::new(60.0, 20.0));
    harness.event(button(true));
    harness.hover_at(Pos2::new(60.0, 330.0));
    harness.run_steps(60);
    harness.event(button(false));
    harness.run_steps(3);
    let reading = harness.state();
    assert!(reading.state.top() > 200, "scrolled: {}", reading.state.top());
    let selection = reading.state.selection();
    assert!(selection.len() == 1 && selection[0].start < 30 && selection[0].end > reading.state.top());
}

#[test]
fn a_click_on_a_mark_opens_its_record_and_so_does_enter() {
    let mut harness = reading(ARTICLE, &["The hull was sound", "what it will do next"]);
    harness.get_by_role_and_label(Role::Link, "The hull was sound").click();
    harness.run_steps(4);
    assert_eq!(std::mem::take(&mut harness.state_mut().actions), [ReaderAction::Open(Id(1))]);
    harness.get_by_role_and_label(Role::Link, "what it will do next").focus();
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(2);
    assert_eq!(harness.state().actions, [ReaderAction::Open(Id(2))]);
}

#[test]
fn a_mark_under_the_pointer_says_what_it_is() {
    let mut harness = reading(ARTICLE, &["seventeen folders"]);
    assert!(harness.query_by_role_and_label(Role::Label, "seventeen folders").is_none());
    harness.get_by_role_and_label(Role::Link, "seventeen folders").hover();
    harness.run_steps(40);
    assert!(harness.query_by_role_and_label(Role::Label, "seventeen folders").is_some());
}

#[test]
fn words_scrolled_to_stand_in_the_upper_third() {
    let text = long_text(400);
    let mut harness = reading(&text, &["Paragraph 333", "Paragraph 2 "]);
    assert!(harness.query_by_role_and_label(Role::Link, "Paragraph 333").is_none(), "not announced yet");
    harness.state_mut().state.scroll_to(span_of(&text, "Paragraph 333"));
    harness.run_steps(1);
    let first = harness.get_by_role_and_label(Role::Link, "Paragraph 333").rect();
    assert!((20.0..100.0).contains(&first.top()), "{first:?}");
    harness.run_steps(60);
    assert_eq!(harness.get_by_role_and_label(Role::Link, "Paragraph 333").rect(), first, "and stay there");
    assert!(harness.query_by_role_and_label(Role::Link, "Paragraph 2 ").is_none());
}

#[test]
fn scrolling_up_into_what_was_only_guessed_moves_nothing_by_surprise() {
    let text = long_text(400);
    let mut harness = reading(&text, &["Paragraph 200"]);
    harness.state_mut().state.scroll_to(span_of(&text, "Paragraph 200"));
    harness.run_steps(3);
    harness.hover_at(Pos2::new(100.0, 100.0));
    harness.run_steps(1);
    let mut before = harness.get_by_role_and_label(Role::Link, "Paragraph 200").rect().top();
    let mut moved = 0.0;
    for _ in 0..20 {
        harness.event(Event::MouseWheel {
            unit: eframe::egui::MouseWheelUnit::Point,
            delta: Vec2::new(0.0, 8.0),
            source: eframe::egui::MouseWheelSource::Wheel,
            phase: eframe::egui::TouchPhase::Move,
            modifiers: Modifiers::NONE,
        });
        harness.run_steps(1);
        let Some(node) = harness.query_by_role_and_label(Role::Link, "Paragraph 200") else { break };
        let now = node.rect().top();
        assert!((-0.6..40.0).contains(&(now - before)), "from {before} to {now}");
        moved += now - before;
        before = now;
    }
    assert!(moved > 60.0, "it did scroll: {moved}");
}

#[test]
fn one_line_of_two_megabytes_shows_its_end_and_announces_little() {
    let text = format!("{}The very end.", "so it went on and on ".repeat(100_000));
    let mut harness = reading(&text, &["The very end."]);
    harness.state_mut().state.scroll_to(span_of(&text, "The very end."));
    harness.run_steps(3);
    assert!(harness.get_by_role_and_label(Role::Link, "The very end.").rect().bottom() <= 300.0);
    let told: usize = harness
        .get_all_by_role(Role::Label)
        .filter_map(|node| node.accesskit_node().value())
        .map(|words| words.len())
        .sum();
    assert!((1..=12_000).contains(&told), "told {told} of {} bytes", text.len());
}

#[test]
fn another_text_starts_at_its_top_with_nothing_selected() {
    let mut harness = reading(&long_text(100), &[]);
    harness.state_mut().state.scroll_to(Span::new(9_000, 9_010));
    harness.state_mut().state.select(&[Span::new(9_000, 9_010)]);
    harness.run_steps(3);
    assert!(harness.state().state.top() > 8_000);
    harness.state_mut().text = ReaderText::new(ARTICLE);
    harness.run_steps(2);
    assert_eq!((harness.state().state.top(), harness.state().state.selection()), (0, vec![]));
}

#[test]
fn a_drag_begins_where_the_pointer_went_down_however_fast_it_moves() {
    let mut harness = reading(ARTICLE, &[]);
    let text = harness.query_all_by_role(Role::Label).next().unwrap().rect();
    let (from, to) = (text.left_top() + Vec2::new(2.0, 8.0), text.left_top() + Vec2::new(90.0, 8.0));
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::default(),
    };
    // All within one frame, as a quick hand does it.
    for event in [Event::PointerMoved(from), button(from, true), Event::PointerMoved(to)] {
        harness.input_mut().events.push(event);
    }
    harness.step();
    harness.input_mut().events.push(button(to, false));
    harness.step();
    assert!(selected(&harness)[0].starts_with("The "), "{:?}", selected(&harness));
}
