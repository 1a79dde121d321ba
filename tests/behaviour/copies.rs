//! The same article twice, nearly twice, and in a later version.

use std::fs;
use std::path::{Path, PathBuf};

use casefile::domain::change::{ArticleChange, CaseChange, NewSource, NewStatement, StatementChange};
use casefile::domain::edit::{ArticleEdit, CaseEdit};
use casefile::domain::id::Id;
use casefile::domain::kind::SourceState;
use casefile::domain::record::Owner;
use casefile::domain::span::Span;
use casefile::jobs::import_files;
use casefile::store::{self, Library};
use casefile::view::{self, ImportLine, ImportStatus};
use casefile::{domain, ops};
use rusqlite::Connection;
use tempfile::TempDir;

const AGENCY: &str = include_str!("../fixtures/wire/agency.txt");
const OWN: &str = include_str!("../fixtures/wire/courier-own.txt");
const LETTER: &str = include_str!("../fixtures/wire/letter.txt");

struct Desk {
    folder: TempDir,
    library: Library,
    case: Id,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut library = Library::create(&folder.path().join("l.casefile")).unwrap();
        let case = new_case(&mut library, "Ferry fares");
        Self { folder, library, case }
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    }

    fn import(&mut self, path: &Path) -> ImportLine {
        import_into(&mut self.library, self.case, path)
    }

    /// Imports a text under this name.
    fn bring(&mut self, name: &str, text: &str) -> ImportLine {
        let path = self.file(name, text);
        self.import(&path)
    }

    fn change(&mut self, change: impl Into<domain::change::Change>) -> Option<Id> {
        ops::apply(&mut self.library, Some(self.case), None, change.into()).unwrap().made.map(|(_, id)| id)
    }

    fn articles(&self) -> usize {
        store::article::of_case(self.library.db(), self.case).unwrap().len()
    }

    fn near(&self, id: Id) -> Option<view::NearCopies> {
        view::case(self.library.db(), self.case).unwrap().article(id).unwrap().near.clone()
    }

    /// A statement that rests on these words of the article's newest version.
    fn quote(&mut self, article: Id, words: &str) -> Id {
        let shown = view::article(self.library.db(), article).unwrap();
        let text = shown.text.unwrap();
        let start = text[..text.find(words).unwrap()].chars().count();
        let spans = vec![Span::new(start, start + words.chars().count())];
        let source = Some(NewSource { version_id: shown.version_id.unwrap(), spans });
        let draft = Box::new(NewStatement { source, ..NewStatement::default() });
        self.change(StatementChange::New { case_id: self.case, draft }).unwrap()
    }
}

fn new_case(library: &mut Library, title: &str) -> Id {
    let new = CaseChange::New { title: title.to_owned() };
    ops::apply(library, None, None, new.into()).unwrap().made.unwrap().1
}

fn import_into(library: &mut Library, case: Id, path: &Path) -> ImportLine {
    let mut all = Vec::new();
    import_files(library, case, &[path.to_owned()], false, &mut |lines, _, _| all.extend_from_slice(lines));
    assert_eq!(all.len(), 1);
    all.remove(0)
}

fn added(line: &ImportLine) -> Id {
    let ImportStatus::Added(id) = line.status else { panic!("{line:?}") };
    id
}

fn page(title: &str, date: &str, paragraphs: &str) -> String {
    let paragraphs: Vec<String> = paragraphs.split("\n\n").map(|text| format!("<p>{text}</p>\n")).collect();
    let paragraphs = paragraphs.concat();
    format!(
        "<html lang=en><head><title>{title}</title>\
         <link rel=canonical href=\"https://courier.example/news/ferry-fares\">\
         <meta property=\"og:site_name\" content=\"The Courier\">\
         <meta property=\"article:published_time\" content=\"{date}\"></head>\
         <body><article><h1>{title}</h1>\n{paragraphs}</article></body></html>"
    )
}

/// The wire report without its title.
fn body() -> String {
    AGENCY.split_once("\n\n").unwrap().1.to_owned()
}

#[test]
fn the_same_file_in_another_case_is_an_article_there_and_kept_once() {
    let mut desk = Desk::new();
    let path = desk.file("a.txt", AGENCY);
    let first = desk.import(&path);
    assert!(first.also_in.is_empty());
    assert_eq!(desk.import(&path).status, ImportStatus::Duplicate(added(&first)));
    let other = new_case(&mut desk.library, "Subsidies");
    let line = import_into(&mut desk.library, other, &path);
    assert_ne!(added(&line), added(&first));
    assert_eq!(line.also_in, ["Ferry fares"]);
    assert_eq!(line.near, None, "an article of another case is no near copy here");
    let path_of_library = desk.library.path().to_owned();
    let count = |table: &str| -> i64 {
        let sql = format!("SELECT count(*) FROM {table}");
        Connection::open(&path_of_library).unwrap().query_row(&sql, [], |row| row.get(0)).unwrap()
    };
    assert_eq!((count("original"), count("text_body"), count("article")), (1, 1, 2));
}

#[test]
fn a_case_kept_apart_is_not_named_elsewhere() {
    let mut desk = Desk::new();
    let path = desk.file("a.txt", AGENCY);
    desk.import(&path);
    let edit = CaseEdit::KeptApart(true);
    desk.change(CaseChange::Edit { id: desk.case, edit });
    let other = new_case(&mut desk.library, "Subsidies");
    assert_eq!(import_into(&mut desk.library, other, &path).also_in, [] as [String; 0]);
}

#[test]
fn one_story_in_several_outlets_is_told_and_each_stays_an_article() {
    let mut desk = Desk::new();
    let cut = AGENCY.split("\n\n").skip(1).take(3).collect::<Vec<_>>().join("\n\n");
    let agency = added(&desk.bring("agency.txt", &format!("Outlet: Coastal Press\n\n{AGENCY}")));
    let brief = desk.bring("brief.txt", &format!("Outlet: The Star\n\nFerry firm writes to board\n\n{cut}"));
    let own = desk.bring("own.txt", &format!("Outlet: The Courier\n\n{OWN}"));
    let letter = desk.bring("letter.txt", LETTER);
    let (article, percent) = brief.near.unwrap();
    assert_eq!(article, agency);
    assert!((85..100).contains(&percent), "{percent}");
    assert_eq!((own.near, letter.near), (None, None));
    assert_eq!(desk.articles(), 4);

    let near = desk.near(agency).unwrap();
    assert_eq!((near.articles, near.outlets), (2, 2));
    assert_eq!(near.of.first().map(|(id, _)| *id), Some(added(&brief)));
    assert!(near.of[0].1 < percent, "less of the long one is in the short one");
    assert_eq!(desk.near(added(&brief)).unwrap().group, near.group);
    assert_eq!(desk.near(added(&own)), None);
}

#[test]
fn near_copies_go_with_an_article_and_come_back_with_it() {
    let mut desk = Desk::new();
    let first = added(&desk.bring("a.txt", AGENCY));
    let second = desk.bring("b.txt", &AGENCY.replace("Thursday", "Friday"));
    assert_eq!(second.near.map(|(id, _)| id), Some(first));
    desk.change(ArticleChange::Delete { ids: vec![first] });
    assert_eq!(desk.near(added(&second)), None);
    desk.library.undo().unwrap().unwrap();
    assert!(desk.near(added(&second)).is_some());
    assert!(desk.library.check().unwrap().problems.is_empty());
}

#[test]
fn texts_of_before_are_compared_when_the_library_is_open() {
    let mut desk = Desk::new();
    let first = added(&desk.bring("a.txt", AGENCY));
    let second = added(&desk.bring("b.txt", &AGENCY.replace("Thursday", "Friday")));
    desk.bring("c.txt", OWN);
    // As in a library that an earlier version wrote.
    let path = desk.library.path().to_owned();
    Connection::open(&path).unwrap().execute_batch("DELETE FROM near_copy; DELETE FROM text_sketch").unwrap();
    assert_eq!(desk.near(first), None);
    let head = store::head_hash(desk.library.db()).unwrap();
    assert_eq!(ops::compare_some(&mut desk.library, 2).unwrap(), 2);
    assert_eq!(ops::compare_some(&mut desk.library, 2).unwrap(), 1);
    assert_eq!(ops::compare_some(&mut desk.library, 2).unwrap(), 0);
    assert_eq!(desk.near(first).unwrap().of[0].0, second);
    assert_eq!(store::head_hash(desk.library.db()).unwrap(), head, "nothing of it is in the journal");
}

#[test]
fn a_changed_text_from_the_same_address_is_a_new_version() {
    let mut desk = Desk::new();
    let title = "Ferry operator defends fare rise";
    let before = desk.bring("a.html", &page(title, "2019-03-21", &body()));
    let id = added(&before);
    let after = body().replace("could not be avoided", "was needed").replace("1.4 million", "1.1 million");
    let line = desk.bring("b.html", &page(title, "2019-03-21", &after));
    let version = ImportStatus::Version { id, n: 2, paragraphs: 2, headline: false, date: false };
    assert_eq!(line.status, version);
    assert_eq!(desk.articles(), 1);

    // The same file again, and the same words in other lines, are no version.
    let again = desk.bring("c.html", &page(title, "2019-03-21", &after));
    assert_eq!(again.status, ImportStatus::Duplicate(id));
    let spaced = desk.bring("d.html", &page(title, "2019-03-21", &after.replace(". ", ".\u{a0}\n ")));
    assert_eq!(spaced.status, ImportStatus::Duplicate(id));

    // Headline and date of the version are told; the article keeps those it has.
    let line = desk.bring("e.html", &page("Ferry rise was needed, operator says", "2019-03-22", &after[1..]));
    let version = ImportStatus::Version { id, n: 3, paragraphs: 1, headline: true, date: true };
    assert_eq!(line.status, version);
    assert_eq!(store::article::get(desk.library.db(), id).unwrap().title, title);

    let texts = |desk: &Desk| store::article::versions(desk.library.db(), id).unwrap().len();
    assert_eq!(texts(&desk), 3);
    desk.library.undo().unwrap().unwrap();
    assert_eq!(texts(&desk), 2);
    assert!(desk.library.check().unwrap().problems.is_empty());
}

#[test]
fn another_story_at_the_address_is_an_article_of_its_own() {
    let mut desk = Desk::new();
    desk.bring("a.html", &page("Ferry operator defends fare rise", "2019-03-21", &body()));
    let line = desk.bring("b.html", &page("What islanders say", "2019-03-23", OWN));
    added(&line);
    assert_eq!(desk.articles(), 2);
    // An address that was corrected leads nowhere any more.
    let id = added(&line);
    let edit = ArticleEdit::Url(String::new());
    desk.change(ArticleChange::Edit { ids: vec![id], edit });
}

#[test]
fn sources_stay_on_their_version_and_are_shown_where_their_words_are() {
    let mut desk = Desk::new();
    let title = "Ferry operator defends fare rise";
    let id = added(&desk.bring("a.html", &page(title, "2019-03-21", &body())));
    let kept = desk.quote(id, "We were told, not asked,");
    let gone = desk.quote(id, "a shortfall of 1.4 million");
    let first = view::article(desk.library.db(), id).unwrap();
    let added = body().replacen("The company that", "Correction: the sum is another. The company that", 1);
    desk.bring("b.html", &page(title, "2019-03-21", &added.replace("1.4 million", "1.1 million")));

    let cited = store::citation::in_article(desk.library.db(), id).unwrap();
    assert!(cited.iter().all(|citation| Some(citation.version_id) == first.version_id));
    let shown = view::article(desk.library.db(), id).unwrap();
    assert_ne!(shown.version_id, first.version_id);
    let mark = shown.marks.iter().find(|mark| mark.of == Owner::Statement(kept)).unwrap();
    assert_eq!(mark.span.of(shown.text.as_deref().unwrap()), "We were told, not asked,");
    assert_eq!(mark.cited.of(first.text.as_deref().unwrap()), "We were told, not asked,");
    let [missing] = &shown.elsewhere[..] else { panic!("{:?}", shown.elsewhere) };
    assert_eq!((missing.of, missing.n, missing.state), (Owner::Statement(gone), 1, SourceState::NotFound));

    let old = view::article_version(desk.library.db(), id, first.version_id).unwrap();
    assert_eq!((old.text, old.marks.len(), old.elsewhere.len()), (first.text, 2, 0));
}

#[test]
fn what_changed_is_told_by_paragraphs_and_words() {
    let mut desk = Desk::new();
    let id = added(&desk.bring("a.html", &page("Rise defended", "2019-03-21", &body())));
    let error = view::difference(desk.library.db(), id, None).unwrap_err();
    assert!(error.message.contains("one version"), "{error}");
    let after = body().replace("nine per cent", "ten per cent");
    desk.bring("b.html", &page("Rise explained", "2019-03-22", &after));
    let difference = view::difference(desk.library.db(), id, None).unwrap();
    assert_eq!((difference.old.n, difference.new.n, difference.count), (1, 2, 1));
    assert!(difference.headline_changed && difference.date_changed);
    assert_eq!(difference.old.published, "21 Mar 2019");
    assert_eq!(difference.new.published, "22 Mar 2019");
    let changed: Vec<&str> = difference
        .changes
        .iter()
        .filter_map(|change| match change {
            domain::revision::Change::Altered { new, .. } => Some(new),
            _ => None,
        })
        .flatten()
        .filter(|piece| piece.changed)
        .map(|piece| piece.text.trim())
        .collect();
    assert_eq!(changed, ["ten"]);
}
