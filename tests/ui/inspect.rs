//! The inspector and the forms of new records, by the keys and words a person uses.

use casefile::command::{Command, Tab, UiCommand};
use casefile::domain::change::{
    ArticleChange, EventChange, FollowUpChange, NewFollowUp, NewSource, PartyRef,
};
use casefile::domain::date::Dated;
use casefile::domain::edit::ArticleEdit;
use casefile::domain::id::Id;
use casefile::domain::kind::{FollowUpStatus, Reading, StatementKind};
use casefile::domain::record::Owner;
use casefile::domain::span::Span;
use casefile::view::StatementRow;
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use super::support::Window;

const LETTER: &str = "Harbor Line sails on\n\nThe ferry company answered last month. “The hull was sound on the day \
    of sailing,” it wrote to the attorney general. “Every report was passed on,” the letter said.\n";

/// A window that counts the keys pressed in it.
struct Keys {
    window: Window,
    pressed: usize,
}

impl Keys {
    fn at_article() -> Self {
        Self::at(LETTER)
    }

    fn at(text: &str) -> Self {
        let mut window = Window::with_articles("Night crossings", &[("ferry.txt", text)]);
        window.go(Tab::Articles);
        let article = window.case().unwrap().articles[0].article.id;
        window.give(Command::Select(Owner::Article(article)));
        window.until("the article is in the reader", |window| window.data().article.is_some());
        Self { window, pressed: 0 }
    }

    fn key(&mut self, key: Key) {
        self.pressed += 1;
        self.window.key(key);
    }

    fn keys(&mut self, text: &str) {
        for c in text.chars() {
            self.pressed += 1;
            self.window.type_text(&c.to_string());
        }
    }

    fn select(&mut self, words: &str) {
        self.window.select_words(words);
        self.pressed = 0;
    }

    fn article(&self) -> Id {
        self.window.case().unwrap().articles[0].article.id
    }

    fn statements(&self, count: usize) -> Vec<StatementRow> {
        let statements = &self.window.case().unwrap().statements;
        assert_eq!(statements.len(), count);
        statements.clone()
    }

    fn until_statements(&mut self, count: usize) {
        self.window.until("the statement is there", |window| {
            window.case().is_some_and(|case| case.statements.len() == count)
        });
    }

    /// The first quotation: by a new party, from a letter of last month.
    fn first_quotation(&mut self) {
        self.select("“The hull was sound on the day of sailing,”");
        self.key(Key::S);
        self.keys("Ada");
        self.key(Key::Tab);
        self.keys("let");
        self.key(Key::Tab);
        self.keys("last month");
        self.key(Key::Enter);
        self.until_statements(1);
    }
}

#[test]
fn a_first_quotation_takes_25_keys_at_most_and_another_from_the_same_letter_two() {
    let mut keys = Keys::at_article();
    keys.first_quotation();
    assert!(keys.pressed <= 25, "{} keys", keys.pressed);
    let first = &keys.statements(1)[0];
    assert_eq!(first.quote, "“The hull was sound on the day of sailing,”");
    assert_eq!((first.speaker.as_str(), first.occasion.as_str()), ("Ada", "Letter"));

    keys.window.until("the letter is offered", |window| {
        window.data().article.as_ref().is_some_and(|article| article.last_occasion.is_some())
    });
    keys.select("“Every report was passed on,”");
    keys.key(Key::S);
    keys.key(Key::Enter);
    keys.until_statements(2);
    assert_eq!(keys.pressed, 2);
    let both = keys.statements(2);
    assert_eq!(both[0].statement.occasion_id, both[1].statement.occasion_id);
    assert_eq!(both[1].speaker, "Ada", "the sender of the letter");
}

#[test]
fn words_of_an_article_wait_for_its_date_and_are_read_once_it_is_known() {
    let mut keys = Keys::at_article();
    keys.first_quotation();
    let statement = keys.statements(1)[0].statement.clone();
    let occasion = statement.occasion_id.unwrap();
    let date = |window: &Window| window.case().unwrap().occasion(occasion).unwrap().occasion.date.clone();
    assert_eq!((date(&keys.window).edtf, date(&keys.window).words.as_deref()), (None, Some("last month")));
    keys.window.give(Command::Select(Owner::Occasion(occasion)));
    keys.window.until_shown("not known yet: waits for the publication date of A-1");

    let edit = ArticleEdit::Published(Dated::sure("2011-09-07".parse().unwrap()));
    let change = ArticleChange::Edit { ids: vec![keys.article()], edit }.into();
    keys.window.give(Command::Change { change, group: None });
    keys.window.until_shown("August 2011, seen from the publication of A-1");
    assert_eq!(date(&keys.window).edtf.unwrap().to_string(), "2011-08");
}

#[test]
fn leaving_a_form_keeps_what_was_typed_and_offers_to_go_on() {
    let mut keys = Keys::at_article();
    keys.select("“Every report was passed on,”");
    keys.key(Key::S);
    keys.keys("Ada");
    keys.key(Key::Enter);
    keys.key(Key::Escape);
    assert!(!keys.window.shows("New statement"));
    keys.window.click("Go on with it");
    assert!(keys.window.shows("New statement") && keys.window.shows("Ada"));
    keys.window.click("Save");
    keys.until_statements(1);
    assert_eq!(keys.statements(1)[0].speaker, "Ada");
    assert!(!keys.window.shows("Go on with it"));
}

#[test]
fn a_statement_by_a_party_that_is_waited_for_closes_the_follow_up_by_enter() {
    let mut keys = Keys::at_article();
    let draft = Box::new(NewFollowUp {
        title: "Ask for the log book".into(),
        waiting_on: Some(PartyRef::New("Ada".into())),
        ..NewFollowUp::default()
    });
    let change = FollowUpChange::New { case_id: keys.window.case_id(), draft }.into();
    keys.window.give(Command::Change { change, group: None });
    keys.window.until("the follow-up is there", |window| !window.case().unwrap().follow_ups.is_empty());
    keys.first_quotation();
    keys.window.until_shown("Does this answer F-1 “Ask for the log book”?");
    keys.key(Key::Enter);
    keys.window.until("it is closed", |window| {
        window.case().unwrap().follow_ups[0].follow_up.status == FollowUpStatus::Closed
    });
    let follow_up = &keys.window.case().unwrap().follow_ups[0].follow_up;
    assert_eq!(follow_up.outcome_statement, Some(keys.statements(1)[0].statement.id));
    assert_eq!(follow_up.outcome, "“The hull was sound on the day of sailing,”");
}

#[test]
fn what_is_typed_in_one_visit_to_a_field_is_one_step_to_undo() {
    let mut keys = Keys::at_article();
    let change = EventChange::New {
        case_id: keys.window.case_id(),
        title: "The pumps were started".into(),
        date: Dated::default(),
        parties: Vec::new(),
        source: None,
    };
    keys.window.give(Command::Make(change.into()));
    let detail =
        |window: &Window| window.case().and_then(|case| Some(case.events.first()?.event.detail.clone()));
    keys.window.until("the event is there", |window| detail(window).is_some());
    keys.window.until_shown("More of it");
    // The name beside the field comes first, then the field.
    keys.window.harness.query_all_by_label("More of it").last().expect("a field").focus();
    keys.window.frames(2);
    keys.window.type_text("At night");
    keys.window.until("it is written after a rest", |window| detail(window).as_deref() == Some("At night"));
    keys.window.type_text(" and by day");
    keys.window.give(Command::Deselect);
    let whole = "At night and by day";
    keys.window.until("what was typed last is not lost", |window| detail(window).as_deref() == Some(whole));
    keys.window.menu(UiCommand::Undo);
    keys.window.until("one step takes it all back", |window| detail(window).as_deref() == Some(""));
}

#[test]
fn words_selected_in_the_reader_become_another_source_and_one_wording_is_relied_on() {
    let mut keys = Keys::at_article();
    keys.first_quotation();
    keys.select("“Every report was passed on,”");
    keys.window.control("Add the selected words as source").click_accesskit();
    let sources = |window: &Window| window.case().unwrap().statements[0].sources.len();
    keys.window.until("there are two sources", |window| sources(window) == 2);
    assert!(keys.window.shows("Wording relied on"));
    let second = keys.statements(1)[0].sources[1].clone();
    let all = keys.window.harness.query_all_by_label("Wording relied on");
    all.last().expect("one a source").click_accesskit();
    keys.window.until("the other is relied on", |window| {
        window.case().unwrap().statements[0].statement.relied_on == Some(second.citation_id)
    });
    assert_eq!(keys.statements(1)[0].quote, "“Every report was passed on,”");
}

#[test]
fn a_form_whose_record_cannot_be_made_opens_again_as_it_was() {
    let mut keys = Keys::at_article();
    keys.select("“The hull was sound on the day of sailing,”");
    keys.key(Key::S);
    keys.keys("Harbor Line");
    keys.key(Key::Enter);
    // Another window takes the article away before the form is saved.
    let article = keys.article();
    let mut other = casefile::store::Library::open(&keys.window.library()).unwrap();
    let delete = ArticleChange::Delete { ids: vec![article] };
    casefile::ops::apply(&mut other, None, None, delete.into()).unwrap();
    keys.key(Key::Enter);
    keys.window.until("it is said what happened", |window| window.shows_part("not there any more"));
    assert!(keys.window.shows("New statement"));
    assert!(keys.window.shows("Harbor Line"));
}

#[test]
fn the_outlet_s_own_words_are_never_shown_as_the_speaker_s() {
    let mut keys = Keys::at_article();
    // A letter was quoted before: it is not offered for words that are not its.
    keys.select("“The hull was sound on the day of sailing,”");
    keys.key(Key::S);
    keys.keys("Ann");
    keys.key(Key::Enter);
    keys.key(Key::Tab);
    keys.keys("let");
    keys.key(Key::Enter);
    keys.key(Key::Enter);
    keys.window.until("the letter is there", |window| window.case().unwrap().occasions.len() == 1);
    keys.select("answered last month");
    keys.key(Key::S);
    assert!(keys.window.shows_part("kept as a paraphrase"));
    keys.keys("Harbor Line");
    keys.key(Key::Enter);
    keys.key(Key::Enter);
    keys.window.until("the statement is there", |window| window.case().unwrap().statements.len() == 2);
    let rows = keys.statements(2);
    let row = rows.iter().find(|row| row.line() == "answered last month").unwrap();
    assert_eq!((row.speaker.as_str(), row.statement.occasion_id), ("Harbor Line", None));
}

/// Closes the window; gives whether it asks first.
fn close(keys: &mut Keys) -> bool {
    let viewport =
        keys.window.harness.input_mut().viewports.entry(eframe::egui::ViewportId::ROOT).or_default();
    viewport.events.push(eframe::egui::ViewportEvent::Close);
    keys.window.harness.step();
    let sent = keys.window.harness.output().viewport_output[&eframe::egui::ViewportId::ROOT].commands.clone();
    let viewport =
        keys.window.harness.input_mut().viewports.entry(eframe::egui::ViewportId::ROOT).or_default();
    viewport.events.clear();
    keys.window.frames(2);
    sent.contains(&eframe::egui::ViewportCommand::CancelClose)
}

#[test]
fn closing_the_window_over_an_occasion_half_typed_asks_first() {
    let mut keys = Keys::at_article();
    keys.first_quotation();
    let occasion = keys.window.case().unwrap().occasions[0].occasion.id;
    keys.window.give(Command::Select(Owner::Occasion(occasion)));
    keys.window.until_shown("Merge into…");
    let field = |keys: &mut Keys, name: &str| {
        keys.window.harness.query_all_by_label(name).last().expect("a field").focus();
        keys.window.frames(2);
    };
    field(&mut keys, "From");
    keys.window.type_text("Oda");
    assert!(close(&mut keys), "half a name");
    assert!(keys.window.shows("“From” of Letter from Ada is not kept yet. Everything else is saved."));
    keys.window.click("Cancel");
    assert!(keys.window.shows("Not all that is typed is kept"), "nothing there says that it is saved");
    assert!(keys.window.shows("not kept yet: choose or Enter"));
    field(&mut keys, "From");
    for _ in 0..3 {
        keys.window.key(Key::Backspace);
    }
    field(&mut keys, "When");
    keys.window.type_text("in the days of");
    assert!(close(&mut keys), "half a date");
    assert!(keys.window.shows("Something is not finished"));
    keys.window.click("Cancel");
    keys.window.give(Command::Deselect);
    assert!(close(&mut keys), "also when it is not shown any more");
    keys.window.click("Show it");
    assert!(keys.window.shows("Merge into…"), "the occasion shows again");
    assert!(close(&mut keys));
    keys.window.click("Quit without it");
    assert!(!close(&mut keys), "it was said to quit without it");
}

#[test]
fn closing_the_window_over_an_unfinished_form_asks_first() {
    let mut keys = Keys::at_article();
    assert!(!close(&mut keys), "nothing is unfinished");
    keys.select("“The hull was sound on the day of sailing,”");
    keys.key(Key::S);
    keys.keys("Harbor");
    keys.key(Key::Enter);
    assert!(close(&mut keys));
    assert!(keys.window.shows("Something is not finished"));
    keys.window.click("Quit without it");
    assert!(!close(&mut keys), "it was said to quit without it");
}

#[test]
fn typing_replaces_the_words_a_form_was_filled_with() {
    let mut desk = Keys::at_article();
    desk.select("The hull was sound");
    desk.key(Key::E);
    assert!(desk.window.shows("The hull was sound"), "the form has the words");
    desk.keys("Hull checked");
    desk.key(Key::Enter);
    desk.window.until("the event is made", |window| window.case().unwrap().events.len() == 1);
    assert_eq!(desk.window.case().unwrap().events[0].event.title, "Hull checked");
}

#[test]
fn a_source_of_an_event_is_let_go_of_and_comes_back_by_undo() {
    const TEXT: &str = "The quay\n\nThe hull was checked on Monday.\n";
    let mut window = Window::with_articles("Hulls", &[("quay.txt", TEXT)]);
    let (case_id, article) = (window.case_id(), window.case().unwrap().articles[0].article.id);
    window.give(Command::Select(Owner::Article(article)));
    window.until("it is read", |window| window.data().article.is_some());
    let version_id = window.data().article.as_ref().unwrap().version_id.unwrap();
    let source = Some(NewSource { version_id, spans: vec![Span::new(10, 30)] });
    let (title, date, parties) = ("Hull checked".to_owned(), Dated::default(), Vec::new());
    let new = EventChange::New { case_id, title, date, parties, source };
    window.give(Command::Make(new.into()));
    let sources = |window: &Window| window.case()?.events.first().map(|event| event.sources.len());
    window.until("the event has its source", |window| {
        sources(window) == Some(1) && window.shows("Remove this source")
    });
    // It may be further down than the pane shows.
    window.control("Remove this source").click_accesskit();
    window.frames(3);
    window.until("it is gone", |window| sources(window) == Some(0));
    window.until_shown("No source: the words were typed.");
    window.menu(UiCommand::Undo);
    window.until("it is back", |window| sources(window) == Some(1));
}

#[test]
fn a_letter_in_a_list_of_the_form_chooses_there_and_decides_nothing_about_the_article() {
    let mut keys = Keys::at_article();
    keys.select("“The hull was sound on the day of sailing,”");
    keys.key(Key::S);
    keys.window.harness.get_by_role_and_label(Role::ComboBox, "Kind").focus();
    keys.window.frames(2);
    let letter = |keys: &mut Keys, key: Key, text: &str| {
        keys.window.harness.key_press(key);
        keys.window.type_text(text);
        keys.window.settle();
    };
    letter(&mut keys, Key::D, "d");
    letter(&mut keys, Key::D, "d");
    letter(&mut keys, Key::K, "k");
    keys.window.focus("Save");
    letter(&mut keys, Key::L, "l");
    let reading = keys.window.case().unwrap().articles[0].article.reading;
    assert_eq!(reading, Reading::Unread);
    keys.window.click("Save");
    keys.until_statements(1);
    assert_eq!(keys.statements(1)[0].statement.kind, StatementKind::Demand, "the second that begins so");
}

#[test]
fn a_letter_is_named_in_one_go_and_what_holds_saving_up_stands_beside_it() {
    let mut keys = Keys::at_article();
    keys.select("“The hull was sound on the day of sailing,”");
    keys.key(Key::S);
    keys.keys("Ada");
    keys.key(Key::Tab);
    keys.window.type_text("Letter of 3 Aug 2024 to Kestrel");
    // The list is measured first and shown a frame later.
    keys.window.frames(3);
    assert!(keys.window.shows("New letter “Letter of 3 Aug 2024 to Kestrel”"));
    assert!(keys.window.shows("Sent or said in: choose from the list, press Enter, or empty it"));
    keys.key(Key::Enter);
    assert!(!keys.window.shows_part("Sent or said in: choose"));
    keys.key(Key::Enter);
    keys.until_statements(1);
    assert_eq!(keys.statements(1)[0].occasion, "Letter to Kestrel, 3 Aug 2024");
}

const TWO_SPEAK: &str = "The quay\n\n“The hull was sound,” Ruth Calder said in an interview. “We were never \
    asked,” said Bo Hale of the riders’ union. “Every report was passed on,” Calder said.\n";

#[test]
fn nobody_s_words_are_put_in_the_mouth_of_who_spoke_before() {
    let mut keys = Keys::at(TWO_SPEAK);
    keys.select("“The hull was sound,”");
    keys.key(Key::S);
    keys.keys("Ruth Calder");
    keys.key(Key::Tab);
    keys.keys("int");
    keys.key(Key::Tab);
    keys.key(Key::Enter);
    keys.until_statements(1);
    keys.window.until("the interview may be offered", |window| {
        window.data().article.as_ref().is_some_and(|article| article.last_occasion.is_some())
    });
    keys.select("“We were never asked,”");
    keys.key(Key::S);
    assert!(!keys.window.shows("Ruth Calder (from the interview)"), "somebody else says it");
    keys.key(Key::Enter);
    keys.until_statements(2);
    let rows = keys.statements(2);
    let other = rows.iter().find(|row| row.quote == "“We were never asked,”").unwrap();
    assert_eq!((other.speaker.as_str(), other.statement.occasion_id), ("", None));

    keys.select("“Every report was passed on,”");
    keys.key(Key::S);
    assert!(keys.window.shows("Ruth Calder (from the interview)"), "she says this too");
    keys.key(Key::Backspace);
    assert!(!keys.window.shows("Ruth Calder (from the interview)"), "and can be taken away");
}
