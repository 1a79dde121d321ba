//! The timeline on its screen: the rows of a case, its dates as they are known, and the way to the words.

use casefile::command::Tab;
use casefile::domain::change::{
    ArticleChange, FollowUpChange, NewFollowUp, NewSource, NewStatement, PartyRef, StatementChange,
};
use casefile::domain::date::{Dated, Edtf};
use casefile::domain::edit::ArticleEdit;
use casefile::domain::kind::FollowUpKind;
use casefile::domain::record::Owner;
use casefile::domain::span::Span;
use eframe::egui::Key;

use crate::support::Window;

const STORY: &str = "The quarry answers\n\nThe quarry said “the wells were dry before we came.”\n";
const WORDS: &str = "the wells were dry before we came.";

fn change(window: &mut Window, change: impl Into<casefile::domain::change::Change>) {
    window.give(casefile::command::Command::Change { change: change.into(), group: None });
}

fn dated(edtf: &str) -> Dated {
    Dated::sure(edtf.parse::<Edtf>().unwrap())
}

/// A case with one article of unknown date and one statement in it.
fn with_statement() -> Window {
    let mut window = Window::with_articles("Dry wells", &[("answer.txt", STORY)]);
    let start = STORY.find(WORDS).map(|at| STORY[..at].chars().count()).unwrap();
    let article = window.case().unwrap().articles[0].article.id;
    window.give(casefile::command::Command::Select(Owner::Article(article)));
    window.until("the article is in the reader", |window| window.data().article.is_some());
    let version_id = window.data().article.as_ref().unwrap().version_id.unwrap();
    let spans = vec![Span::new(start, start + WORDS.chars().count())];
    let draft = NewStatement {
        source: Some(NewSource { version_id, spans }),
        speakers: vec![PartyRef::New("Hallbreck Quarry".to_owned())],
        ..NewStatement::default()
    };
    let case_id = window.case_id();
    change(&mut window, StatementChange::New { case_id, draft: Box::new(draft) });
    window.until("the statement is there", |window| !window.case().unwrap().statements.is_empty());
    window.go(Tab::Timeline);
    window
}

#[test]
fn a_quotation_is_on_the_shelf_until_its_article_has_a_date_and_then_on_or_before_it() {
    let mut window = with_statement();
    window.until_shown("Hallbreck Quarry: the wells were dry before we came., undated");
    let ids = vec![window.case().unwrap().articles[0].article.id];
    change(&mut window, ArticleChange::Edit { ids, edit: ArticleEdit::Published(dated("2011-09-07")) });
    window.until_shown("Hallbreck Quarry: the wells were dry before we came., on or before 7 Sep 2011");
    assert!(window.shows("Articles") && window.shows("Hallbreck Quarry"), "lanes by party, then articles");
}

#[test]
fn a_click_shows_the_record_beside_the_timeline_and_enter_its_words() {
    let mut window = with_statement();
    let name = "Hallbreck Quarry: the wells were dry before we came., undated";
    window.until_shown(name);
    window.click(name);
    let statement = window.case().unwrap().statements[0].statement.id;
    let selected = |window: &Window| window.data().detail.as_ref().map(|(owner, _)| *owner);
    window.until("the statement is selected", |window| selected(window) == Some(Owner::Statement(statement)));
    window.key(Key::Enter);
    window.until("its article is in the reader", |window| window.data().article.is_some());
}

#[test]
fn a_follow_up_stands_where_it_is_due() {
    let mut window = with_statement();
    let draft = NewFollowUp {
        title: "Ask for the survey".to_owned(),
        kind: FollowUpKind::Question,
        due: dated("2012-03-01"),
        ..NewFollowUp::default()
    };
    let case_id = window.case_id();
    change(&mut window, FollowUpChange::New { case_id, draft: Box::new(draft) });
    window.until_shown("Follow-ups: Ask for the survey, 1 Mar 2012");
}

#[test]
fn the_filter_of_the_case_decides_what_shows() {
    let mut window = with_statement();
    window.until_shown("Hallbreck Quarry: the wells were dry before we came., undated");
    window.focus("Filter");
    window.type_text("nothing of that kind");
    window.key(Key::Enter);
    window.until_shown("Nothing fits the filter.");
}
