//! All widgets on one sheet, in light and dark, as a picture; and their keyboard handling.

use casefile::domain::date::Edtf;
use casefile::domain::kind::{CheckStatus, StatementKind};
use casefile::ui::theme::{self, Mode, Type, palette, size};
use casefile::ui::widgets::{
    Button, Choice, Chosen, Column, DateField, Direction, Icon, Notices, PartyField, PartyOption, Sort,
    Table, TextField, card, cell, cell_number, cell_quote, check_badge, count_badge, empty_state,
    filter_chip, icon_button, primary, quiet, rule, screen_title, secondary, section_heading, side_dot,
    value_link, value_row, value_text, view_chip,
};
use eframe::egui::{self, CentralPanel, Frame, Margin, Ui, vec2};
use egui_kittest::kittest::Queryable as _;
use egui_kittest::{Harness, SnapshotOptions};

/// The drafts behind the widgets of the sheet.
struct Sheet {
    speakers: PartyField<u32>,
    title: String,
    date: String,
    kind: StatementKind,
    notices: Notices,
}

impl Default for Sheet {
    fn default() -> Self {
        let harbor = Chosen::Known { id: 1, name: "Harbor Line".to_owned() };
        let mut notices = Notices::default();
        notices.put("Statement S-0142 deleted", Some("Undo"));
        Self {
            speakers: PartyField::with(vec![harbor]),
            title: String::new(),
            date: "2024-02-31".to_owned(),
            kind: StatementKind::Claim,
            notices,
        }
    }
}

fn parties() -> Vec<PartyOption<u32>> {
    [
        (1, "Harbor Line", "organisation"),
        (2, "Harbour Master’s Office", "office"),
        (3, "Ruth Calder", "person"),
    ]
    .map(|(id, name, hint)| PartyOption { id, name: name.to_owned(), hint: hint.to_owned() })
    .into()
}

fn harness(mode: Mode) -> Harness<'static, Sheet> {
    Harness::builder()
        .with_size(vec2(1060.0, 760.0))
        .with_theme(if mode == Mode::Dark { egui::Theme::Dark } else { egui::Theme::Light })
        .with_context_setup(move |ctx| theme::apply(ctx, mode))
        .build_ui_state(
            |ui, sheet| {
                sheet.notices.show(ui.ctx());
                let frame = Frame::new().fill(palette(ui).background).inner_margin(Margin::same(24));
                CentralPanel::default().frame(frame).show(ui, |ui| draw(ui, sheet));
            },
            Sheet::default(),
        )
}

fn draw(ui: &mut Ui, sheet: &mut Sheet) {
    screen_title(ui, "Harbor Line ferries");
    ui.horizontal(|ui| {
        view_chip(ui, "Lanes: party");
        view_chip(ui, "Said");
        filter_chip(ui, "speaker: Harbor Line");
        filter_chip(ui, "check: disputed");
        count_badge(ui, 1902, "Articles");
        icon_button(ui, Icon::Search, "Search");
        icon_button(ui, Icon::More, "More commands");
    });
    ui.add_space(size::GAP);
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(600.0);
            ui.allocate_ui(vec2(600.0, 260.0), table);
            ui.add_space(size::GAP_GROUP);
            section_heading(ui, "Signs");
            ui.horizontal(|ui| {
                for status in CheckStatus::ALL {
                    check_badge(ui, *status);
                    ui.add_space(2.0);
                }
            });
            signs(ui);
            rule(ui);
            ui.allocate_ui(vec2(600.0, 200.0), |ui| {
                empty_state(
                    ui,
                    "What a party said, when and in which letter, belongs here.",
                    Some("Import files…"),
                    "or drop files anywhere",
                );
            });
        });
        ui.add_space(size::GAP_GROUP);
        card(ui, |ui| inspector(ui, sheet));
    });
}

fn table(ui: &mut Ui) {
    let columns = [
        Column::new("Said", 90.0).sortable(),
        Column::new("Speaker", 110.0).sortable(),
        Column::rest("Statement"),
        Column::new("Check", 110.0),
        Column::new("Replies", 52.0).right(),
    ];
    let rows = [
        (
            "18 Feb 2024",
            "Attorney General",
            "Asked the company to stop the night crossings and to prove",
            1,
            2,
        ),
        (
            "27 Mar 2024",
            "Harbor Line",
            "“There can be no question the vessel was inspected in full”",
            0,
            1902,
        ),
        ("15 Apr 2024", "Attorney General", "“We would like to see the report that says so”", 5, 1),
        ("3 Sep 2024", "Harbor Line", "“A routine note was not passed on”", 2, 0),
    ];
    let sort = Some(Sort { column: 0, direction: Direction::Up });
    Table::new("Statements", &columns, rows.len()).current(Some(1)).sort(sort).show(
        ui,
        |row| row == 1,
        |row| rows[row].2.to_owned(),
        |ui, row, column| {
            let (said, speaker, words, check, replies) = rows[row];
            match column {
                0 => drop(cell(ui, said)),
                1 => drop(cell(ui, speaker)),
                2 if words.starts_with('“') => drop(cell_quote(ui, words)),
                2 => drop(cell(ui, words)),
                3 => drop(check_badge(ui, CheckStatus::ALL[check])),
                _ => drop(cell_number(ui, replies)),
            }
        },
    );
}

fn signs(ui: &mut Ui) {
    ui.horizontal(|ui| {
        for (side, name) in ["Company", "State", "Riders", "Union"].into_iter().enumerate() {
            side_dot(ui, side, name);
            ui.label(Type::Table.text(name));
        }
        for icon in [
            Icon::Search,
            Icon::Plus,
            Icon::Close,
            Icon::ChevronLeft,
            Icon::ChevronRight,
            Icon::ChevronUp,
            Icon::ChevronDown,
            Icon::Diamond,
            Icon::DiamondHollow,
            Icon::Check,
            Icon::More,
        ] {
            let colour = palette(ui).ink;
            icon.show(ui, colour);
        }
    });
}

fn inspector(ui: &mut Ui, sheet: &mut Sheet) {
    ui.set_width(ui.available_width());
    ui.label(Type::Label.muted(ui, "Statement  S-0142"));
    ui.label(Type::Reading.text("“there can be no question the vessel was inspected in full”"));
    value_row(ui, "Speaker", |ui| sheet.speakers.show(ui, "Speaker", &parties()));
    value_text(ui, "In", "Letter, 27 Mar 2024");
    value_row(ui, "Kind", |ui| Choice::new("Kind").show(ui, &mut sheet.kind));
    value_link(ui, "Answers", "Demand of 18 Feb 2024");
    TextField::new("Gist").hint("In a few words of your own").show(ui, &mut sheet.title);
    DateField::new("Date")
        .show(ui, &mut sheet.date, |typed| typed.parse::<Edtf>().map(|date| date.to_string()));
    ui.horizontal(|ui| {
        primary(ui, "Assess…");
        secondary(ui, "Add follow-up");
        quiet(ui, "More");
    });
    ui.horizontal(|ui| {
        ui.add_enabled(false, Button::primary("Save"));
        ui.add(Button::secondary("New case…").icon(Icon::Plus).shortcut("Ctrl+N"));
    });
}

fn pictures() -> SnapshotOptions {
    SnapshotOptions::new()
        .output_path(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/ui/pictures"))
        .threshold(2.0)
}

#[test]
fn light() {
    let mut harness = harness(Mode::Light);
    harness.get_by_label("Assess…").focus();
    harness.run();
    harness.snapshot_options("gallery-light", &pictures());
}

#[test]
fn dark_with_an_open_list() {
    let mut harness = harness(Mode::Dark);
    harness.get_by_role_and_label(egui::Role::TextInput, "Speaker").focus();
    harness.get_by_role_and_label(egui::Role::TextInput, "Speaker").type_text("harb");
    harness.run();
    harness.snapshot_options("gallery-dark", &pictures());
}

#[test]
fn parties_are_chosen_by_keys_alone() {
    let mut harness = harness(Mode::Light);
    harness.get_by_role_and_label(egui::Role::TextInput, "Speaker").focus();
    harness.run();
    harness.get_by_role_and_label(egui::Role::TextInput, "Speaker").type_text("harb");
    harness.run();
    harness.key_press(egui::Key::Enter);
    harness.run();
    harness.get_by_role_and_label(egui::Role::TextInput, "Speaker").type_text("Night Watch");
    harness.run();
    assert!(harness.query_by_label("New party “Night Watch” — person").is_some());
    harness.key_press(egui::Key::Enter);
    harness.run();
    let names: Vec<&str> = harness.state().speakers.chosen.iter().map(Chosen::name).collect();
    assert_eq!(
        names,
        ["Harbor Line", "Harbour Master’s Office", "Night Watch"],
        "one in use is not offered again"
    );

    harness.key_press(egui::Key::Backspace);
    harness.get_by_label("Remove Harbor Line").click();
    harness.run();
    let left = &harness.state().speakers.chosen;
    assert_eq!(left, &[Chosen::Known { id: 2, name: "Harbour Master’s Office".to_owned() }]);
}

#[test]
fn every_widget_is_named() {
    let mut harness = harness(Mode::Light);
    harness.run();
    harness.check_accessibility();
    for label in ["Remove filter speaker: Harbor Line", "Search", "Kind", "Gist", "Undo", "partly supported"]
    {
        assert!(harness.query_all_by_label(label).next().is_some(), "{label}");
    }
}
