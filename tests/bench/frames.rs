//! What each screen costs a frame with 10,000 statements in the case: ui and tessellation without a window, in
//! milliseconds, first still, then with assistive technology listening. `cargo bench --bench frames`

#![allow(clippy::unwrap_used, clippy::expect_used)] // a bench may stop at the first thing that is not as it should be

mod goal;

use std::path::Path;
use std::time::{Duration, Instant};

use casefile::app::{App, Settings};
use casefile::command::{Command, Place, Tab};
use casefile::domain::date::{Dated, Edtf};
use casefile::domain::id::Id;
use casefile::domain::kind::{Form, PartyKind, PartyRole, Reading, StatementKind};
use casefile::domain::quote::Anchor;
use casefile::domain::record::{Article, Case, Citation, Owner, Party, Statement, Version};
use casefile::domain::span::Span;
use casefile::error::Result;
use casefile::jobs::SystemPicker;
use casefile::store::{self, Library, NewEntry, Tx};
use eframe::App as _;
use eframe::egui::{Context, RawInput, Rect, Vec2, pos2};
use goal::{Goals, shown};

const STATEMENTS: usize = 10_000;
const ARTICLES: usize = 300;
const PARTIES: usize = 40;
const FRAMES: usize = 60;
/// Milliseconds a frame may take, and with assistive technology listening.
const STILL: f64 = 2.0;
const HEARD: f64 = 4.0;

fn main() {
    let folder = std::env::temp_dir().join(format!("casefile-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("big.casefile");
    let began = Instant::now();
    let case = fill(&path).unwrap();
    println!("made {STATEMENTS} statements in {:.1} s", began.elapsed().as_secs_f64());

    let mut goals = Goals::default();
    let in_case = Tab::ALL.iter().map(|tab| (format!("{tab:?}"), Place::Case(case, *tab)));
    let beside = [Place::Today, Place::Search, Place::Parties, Place::Cases];
    for (name, place) in in_case.chain(beside.map(|place| (format!("{place:?} (all cases)"), place))) {
        let still = measure(&path, place, false);
        let heard = measure(&path, place, true);
        goals.at_most(&format!("{name}: a frame"), still.median, "ms", STILL);
        goals.at_most(&format!("{name}: a frame, accessible"), heard.median, "ms", HEARD);
        shown(&format!("{name}: a frame, p95"), still.p95, "ms");
        shown(&format!("{name}: first frame"), still.first, "ms");
    }
    goals.tell();
    std::fs::remove_dir_all(&folder).unwrap();
}

/// Milliseconds of a screen's frames once its data is there.
struct Taken {
    median: f64,
    p95: f64,
    first: f64,
}

fn measure(path: &Path, place: Place, accessible: bool) -> Taken {
    let ctx = Context::default();
    if accessible {
        ctx.enable_accesskit();
    }
    let mut app = App::new(&ctx, path.to_owned(), Settings::default(), Box::new(SystemPicker));
    let mut frame = eframe::Frame::_new_kittest();
    let mut time = 0.0;
    let mut draw = |app: &mut App| {
        time += 1.0 / 60.0;
        let screen = Rect::from_min_size(pos2(0.0, 0.0), Vec2::new(1440.0, 860.0));
        let input = RawInput { time: Some(time), screen_rect: Some(screen), ..RawInput::default() };
        let began = Instant::now();
        app.logic(&ctx, &mut frame);
        let output = ctx.run_ui(input, |ui| app.ui(ui, &mut frame));
        let shapes = ctx.tessellate(output.shapes.clone(), 1.0);
        let taken = began.elapsed();
        drop(shapes);
        output.drop_without_applying_deltas();
        taken
    };
    while app.data().path.is_none() {
        draw(&mut app);
    }
    app.command(&ctx, Command::Go(place));
    let mut first = draw(&mut app);
    while place.case().is_some() && app.data().case.is_none() {
        std::thread::sleep(Duration::from_millis(2));
        first = draw(&mut app);
    }
    for _ in 0..10 {
        draw(&mut app);
    }
    let mut taken: Vec<f64> = (0..FRAMES).map(|_| draw(&mut app).as_secs_f64() * 1e3).collect();
    taken.sort_by(f64::total_cmp);
    Taken { median: taken[FRAMES / 2], p95: taken[FRAMES * 95 / 100], first: first.as_secs_f64() * 1e3 }
}

/// A library with one case: articles over three years, each quoted by many statements.
fn fill(path: &Path) -> Result<Id> {
    let mut library = Library::create(path)?;
    let entry = NewEntry { op: "bench", words: "Fill".to_owned(), case_id: None, group: None };
    Ok(library.transact(entry, fill_case)?.value)
}

fn fill_case(tx: &Tx<'_>) -> Result<Id> {
    let case = Case {
        id: Id::new(),
        title: "Ten thousand statements".to_owned(),
        question: "How long does a frame take?".to_owned(),
        status: casefile::domain::kind::CaseStatus::Open,
        kept_apart: false,
        hold: false,
    };
    store::case::insert(tx, &case)?;
    let parties: Vec<Id> = (0..PARTIES).map(|n| party(tx, case.id, n)).collect::<Result<_>>()?;
    let articles: Vec<(Id, String, i64)> =
        (0..ARTICLES).map(|n| article(tx, case.id, n)).collect::<Result<_>>()?;
    for n in 0..STATEMENTS {
        statement(tx, case.id, n, &parties, &articles[n % ARTICLES])?;
    }
    Ok(case.id)
}

fn party(tx: &Tx<'_>, case: Id, n: usize) -> Result<Id> {
    let party = Party {
        id: Id::new(),
        name: format!("Party number {n}"),
        kind: if n.is_multiple_of(3) { PartyKind::Organisation } else { PartyKind::Person },
        home_case_id: None,
        confidential: String::new(),
    };
    store::party::insert(tx, &party)?;
    store::party::add_to_case(tx, case, party.id)?;
    Ok(party.id)
}

fn article(tx: &Tx<'_>, case_id: Id, n: usize) -> Result<(Id, String, i64)> {
    let sentences =
        (0..60).map(|k| format!("Sentence {k} of article {n} says that the wells were dry before spring."));
    let text: String = sentences.collect::<Vec<_>>().join("\n\n");
    let day = 19_000 + n as i64 * 4;
    let article = Article {
        id: Id::new(),
        case_id,
        number: n as i64 + 1,
        title: format!("What article {n} found out about the wells"),
        byline: "Mara Ellison".to_owned(),
        outlet: format!("The Daily {}", n % 12),
        url: String::new(),
        language: "en".to_owned(),
        kind: casefile::domain::kind::ArticleKind::News,
        published: Dated::sure(Edtf::day(day)),
        received: Dated::default(),
        obtained_from: String::new(),
        obtained_how: String::new(),
        archive_link: String::new(),
        reference: String::new(),
        privileged: false,
        reading: Reading::Keep,
        important: false,
    };
    store::article::insert(tx, &article)?;
    let version = Version {
        id: Id::new(),
        article_id: article.id,
        n: 1,
        original_sha256: store::put_original(tx, text.as_bytes(), "article.txt")?,
        file_name: "article.txt".to_owned(),
        text_sha256: Some(store::put_text(tx, &text)?),
        importer: "text".to_owned(),
        importer_version: 1,
        encoding: "UTF-8".to_owned(),
        warnings: Vec::new(),
        pages: Vec::new(),
        captions: Vec::new(),
        found: Vec::new(),
    };
    store::article::insert_version(tx, &version)?;
    Ok((version.id, text, day))
}

fn statement(tx: &Tx<'_>, case_id: Id, n: usize, parties: &[Id], article: &(Id, String, i64)) -> Result<()> {
    let (version_id, text, day) = article;
    let at = (n / ARTICLES) * 70 % 3_000;
    let statement = Statement {
        id: Id::new(),
        case_id,
        number: n as i64 + 1,
        occasion_id: None,
        nested_in: None,
        form: Form::Verbatim,
        kind: if n.is_multiple_of(4) { StatementKind::Denial } else { StatementKind::Claim },
        gist: String::new(),
        unsourced: String::new(),
        relied_on: None,
        sic: false,
        important: false,
        confidential_note: String::new(),
        date: if n.is_multiple_of(5) { Dated::default() } else { Dated::sure(Edtf::day(day - 1)) },
        day_order: 0,
        hidden: false,
        parties: vec![
            (PartyRole::Speaker, parties[n % PARTIES]),
            (PartyRole::About, parties[(n + 7) % PARTIES]),
        ],
    };
    store::statement::insert(tx, &statement)?;
    let anchor = Anchor::new(text, &[Span::new(at, at + 60)]);
    store::citation::insert(
        tx,
        &Citation {
            id: Id::new(),
            owner: Owner::Statement(statement.id),
            version_id: *version_id,
            article_id: Id(0),
            page: String::new(),
            prefix: anchor.prefix,
            suffix: anchor.suffix,
            segments: anchor.segments,
        },
    )
}
