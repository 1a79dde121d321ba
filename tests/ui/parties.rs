//! The parties of a case and of the library, and the page of one.

use casefile::command::{Command, Place, Tab, UiCommand};
use casefile::domain::change::{PartyChange, PartyRef};
use casefile::domain::date::Dated;
use casefile::domain::edit::PartyEdit;
use casefile::domain::id::Id;
use casefile::domain::kind::{PartyKind, RelationKind};
use casefile::domain::record::Owner;
use casefile::view::PartyRow;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::Queryable as _;

use crate::support::Window;

const NOTE: &str = "The quarry answers\n\nThe quarry said the wells were dry before it came.\n";

/// A case with one party, on the screen of its parties.
fn window() -> Window {
    let mut window = Window::with_articles("Dry wells", &[("answer.txt", NOTE)]);
    let change = PartyChange::New {
        case_id: window.case_id(),
        name: "Sorrel Quarry".to_owned(),
        kind: Some(PartyKind::Organisation),
    };
    window.give(Command::Change { change: change.into(), group: None });
    window.go(Tab::Parties);
    window.until_shown("Sorrel Quarry");
    window
}

fn party<'a>(window: &'a Window, name: &str) -> &'a PartyRow {
    window.case().unwrap().parties.iter().find(|row| row.party.name == name).unwrap()
}

fn select(window: &mut Window, name: &str) -> Id {
    let id = party(window, name).party.id;
    window.give(Command::Select(Owner::Party(id)));
    window.until_shown("Other names");
    id
}

#[test]
fn what_is_typed_narrows_the_list_and_a_new_name_is_made_on_the_spot() {
    let mut window = window();
    window.focus("Find or add a party");
    window.type_text("Council of Lower Tarrow");
    assert!(!window.shows("Sorrel Quarry"));
    window.key(Key::Enter);
    window.until("the party is there", |window| window.case().unwrap().parties.len() == 2);
    window.until("it is selected, among the others", |window| {
        window.shows("Merge into…") && window.shows("Sorrel Quarry")
    });
    window.give(Command::Go(Place::Parties));
    window.until("the library knows both", |window| {
        window.shows("Sorrel Quarry") && window.shows("Council of Lower Tarrow")
    });
}

#[test]
fn a_side_is_chosen_by_its_place_and_given_up_by_a_second_press() {
    let mut window = window();
    select(&mut window, "Sorrel Quarry");
    window.click("second");
    window.until("it is on the second side", |window| party(window, "Sorrel Quarry").place.side == Some(1));
    // From then on the side is called after who is on it.
    window.until_shown("side of Sorrel Quarry");
    window.harness.get_by_role_and_label(Role::RadioButton, "side of Sorrel Quarry").click();
    window.until("it is on none", |window| party(window, "Sorrel Quarry").place.side.is_none());
}

#[test]
fn other_names_and_relations_are_added_and_taken_away() {
    let mut window = window();
    select(&mut window, "Sorrel Quarry");
    window.focus("Another name");
    window.type_text("the pit");
    window.key(Key::Enter);
    window.until_shown("Remove the pit");
    assert_eq!(party(&window, "Sorrel Quarry").aliases, ["the pit"]);

    window.click("Add a relation…");
    window.focus("The other party");
    window.type_text("Meridane");
    window.key(Key::Enter);
    window.focus("When");
    window.type_text("since 2019");
    window.click("Add");
    window.until_shown("Sorrel Quarry works for Meridane, in or after 2019");
    window.click("Remove Sorrel Quarry works for Meridane, in or after 2019");
    window.until("the relation is gone", |window| {
        !window.shows("Sorrel Quarry works for Meridane, in or after 2019")
    });
    window.click("Remove the pit");
    window.until("the name is gone", |window| party(window, "Sorrel Quarry").aliases.is_empty());
}

#[test]
fn the_librarys_page_of_a_party_leads_to_its_cases() {
    let mut window = window();
    let id = select(&mut window, "Sorrel Quarry");
    window.give(Command::Go(Place::Parties));
    window.give(Command::Select(Owner::Party(id)));
    window.until("its page is there", |window| {
        window.data().party.as_ref().is_some_and(|view| view.party.id == id) && window.shows("Merge into…")
    });
    assert!(!window.shows("Take out of this case"), "that is for a case to do");
    window.harness.get_by_role_and_label(Role::Link, "Dry wells").click();
    window.until_shown("Take out of this case");
}

#[test]
fn the_marked_party_is_merged_by_enter_after_what_is_lost_is_named() {
    let mut window = window();
    let (case_id, id) = (window.case_id(), select(&mut window, "Sorrel Quarry"));
    for name in ["Ida Holmes", "Ida Holm"] {
        let new = PartyChange::New { case_id, name: name.to_owned(), kind: Some(PartyKind::Person) };
        window.give(Command::Change { change: new.into(), group: None });
    }
    window.until("they are there", |window| window.case().unwrap().parties.len() == 3);
    let other = PartyRef::Known(party(&window, "Ida Holm").party.id);
    let relation = PartyChange::AddRelation {
        case_id,
        id,
        kind: RelationKind::Represents,
        other,
        dates: Dated::default(),
    };
    window.give(Command::Change { change: relation.into(), group: None });
    window.until_shown("Sorrel Quarry represents Ida Holm");

    window.give(Command::MergeParty(id));
    window.frames(2);
    window.key(Key::Enter);
    assert!(window.shows("It is the same as"), "nothing is marked yet");
    window.type_text("ida holm");
    assert!(window.shows_part("Ida Holm is a person, Sorrel Quarry is an organisation"));
    assert!(window.shows_part("what holds between the two: Sorrel Quarry represents Ida Holm."));
    window.key(Key::Enter);
    window.until("one of them is gone", |window| window.case().unwrap().parties.len() == 2);
    assert_eq!(party(&window, "Sorrel Quarry").aliases, ["Ida Holm"]);
}

/// Three parties, all selected by the keyboard.
fn three() -> Window {
    let mut window = window();
    let case_id = window.case_id();
    for name in ["Tarrow Council", "Upper Tarrow Council"] {
        let new = PartyChange::New { case_id, name: name.to_owned(), kind: Some(PartyKind::Agency) };
        window.give(Command::Change { change: new.into(), group: None });
    }
    window.until("they are there", |window| window.case().unwrap().parties.len() == 3);
    select(&mut window, "Sorrel Quarry");
    for _ in 0..2 {
        window.key_with(Modifiers::SHIFT, Key::ArrowDown);
    }
    window.until_shown("3 selected");
    window
}

/// Presses what is called so in the bar of what is done to several, not in the table or the inspector.
fn press(window: &mut Window, name: &str) {
    let bar = window.place("3 selected").y;
    let off = |node: &Node<'_>| (node.rect().center().y - bar).abs();
    let all = window.harness.query_all_by_label(name);
    all.min_by(|a, b| off(a).total_cmp(&off(b))).unwrap().click();
    window.frames(3);
}

#[test]
fn several_get_a_role_a_side_and_a_kind_and_lose_them_again() {
    let mut window = three();
    let all =
        |window: &Window, is_so: fn(&PartyRow) -> bool| window.case().unwrap().parties.iter().all(is_so);
    press(&mut window, "Role");
    window.until_shown("Role for all; empty for none");
    window.type_text("water user");
    window.key(Key::Enter);
    window.until("they have the role", |window| all(window, |row| row.place.role == "water user"));
    assert!(window.shows("3 selected"), "they are still selected");
    press(&mut window, "Side");
    window.harness.get_by_role_and_label(Role::Button, "third").click();
    window.until("they are on the third side", |window| all(window, |row| row.place.side == Some(2)));
    press(&mut window, "Kind");
    window.harness.get_by_role_and_label(Role::Button, "group").click();
    window.until("they are groups", |window| all(window, |row| row.party.kind == PartyKind::Group));
    window.menu(UiCommand::Undo);
    window.until("one undo takes all back", |window| all(window, |row| row.party.kind != PartyKind::Group));
    window.key(Key::Escape);
    assert!(!window.shows("3 selected"));
}

#[test]
fn several_are_merged_into_one_by_one_enter_and_undo_takes_them_apart() {
    let mut window = three();
    window.click("Merge…");
    window.until_shown("Merge 3 parties");
    window.click("Keep Tarrow Council");
    assert!(window.shows("Merge 2 into Tarrow Council"));
    window.key(Key::Enter);
    window.until("one is left", |window| window.case().unwrap().parties.len() == 1);
    let mut aliases = party(&window, "Tarrow Council").aliases.clone();
    aliases.sort();
    assert_eq!(aliases, ["Sorrel Quarry", "Upper Tarrow Council"]);
    window.menu(UiCommand::Undo);
    window.until("all are back", |window| window.case().unwrap().parties.len() == 3);
}

#[test]
fn several_are_taken_out_of_the_case_and_the_library_still_has_them() {
    let mut window = three();
    press(&mut window, "Take out of this case");
    window.until("they are out", |window| window.case().unwrap().parties.is_empty());
    window.give(Command::Go(Place::Parties));
    window.until_shown("Tarrow Council");
    let id = window.data().library.parties[0].party.id;
    window.give(Command::Select(Owner::Party(id)));
    window.key_with(Modifiers::SHIFT, Key::ArrowDown);
    window.until_shown("2 selected");
    assert!(window.shows("Merge…") && !window.shows("Side"), "a side is had in a case");
}

#[test]
fn what_is_confidential_shows_also_once_the_party_has_a_name() {
    let mut window = window();
    let id = select(&mut window, "Sorrel Quarry");
    assert!(!window.shows("Confidential"));
    let edit = PartyEdit::Confidential("Told by the night guard.".to_owned());
    let change = PartyChange::Edit { ids: vec![id], edit };
    window.give(Command::Change { change: change.into(), group: None });
    window.until_shown("Confidential");
    assert!(window.shows("Told by the night guard."));
    window.give(Command::Go(Place::Parties));
    window.give(Command::Select(Owner::Party(id)));
    window.until("the library's page has it too", |window| {
        window.data().party.is_some() && window.shows("Told by the night guard.")
    });
}
