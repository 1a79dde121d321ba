//! `casefile search`: what is in a library, found by words.

use std::io::{self, Write};

use serde::Serialize;

use super::failure::{DONE, Done};
use super::library::{At, the_case};
use crate::domain::date::{Match, parse_typed, today};
use crate::domain::id::Id;
use crate::domain::kind::RecordKind;
use crate::error::Result;
use crate::store::search::{Hit, Query, search};
use crate::store::{self, Db};
use crate::text::{Arg, Worded, t, t_with};

/// So many hits are given.
const MOST: u32 = 200;

#[derive(clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    at: At,
    /// Words, "phrases", and speaker: about: to: before: after:
    #[arg(required = true, value_name = "QUERY")]
    query: Vec<String>,
    /// Search this case only; also one that is kept apart
    #[arg(long, value_name = "TITLE")]
    case: Option<String>,
    /// Print one JSON object a line
    #[arg(long)]
    json: bool,
}

/// A hit, as it is printed.
#[derive(Serialize)]
struct Line {
    kind: RecordKind,
    id: Id,
    key: String,
    case_id: Option<Id>,
    case: String,
    title: String,
    snippet: String,
    /// How its date stands to the dates asked for.
    when: &'static str,
    /// Where the words are: the article, and code points of its text.
    article_id: Option<Id>,
    start: Option<usize>,
    end: Option<usize>,
}

/// Prints what fits, best first. Nothing found is no failure.
pub(super) fn run(arguments: &Arguments) -> Done {
    let library = arguments.at.read()?;
    let db = library.db();
    let scope = arguments.case.as_deref().map(|title| the_case(db, title)).transpose()?;
    let today = today();
    let query = Query::parse(&arguments.query.join(" "), |typed| parse_typed(typed, today).ok());
    for unread in query.unread() {
        eprintln!("{}", t_with("cli-no-date", &[("typed", Arg::from(unread.as_str()))]));
    }
    let mut out = io::stdout().lock();
    for hit in search(db, &query, scope, MOST)? {
        let line = line(db, hit)?;
        if arguments.json {
            serde_json::to_writer(&mut out, &line)?;
            writeln!(out)?;
        } else {
            print(&mut out, &line)?;
        }
    }
    Ok(DONE)
}

fn print(out: &mut impl Write, line: &Line) -> io::Result<()> {
    let name = if line.key.is_empty() { line.kind.word() } else { line.key.as_str() };
    let possibly = if line.when == "possibly" { t("cli-possibly") } else { "" };
    writeln!(out, "{name}\t{}\t{}{possibly}", line.case, line.title)?;
    if !line.snippet.is_empty() {
        writeln!(out, "\t{}", line.snippet.split_whitespace().collect::<Vec<_>>().join(" "))?;
    }
    Ok(())
}

fn line(db: &Db, hit: Hit) -> Result<Line> {
    let article_id =
        hit.place.map(|(version, _)| store::article::version(db, version)).transpose()?.map(|v| v.article_id);
    let case = hit.case_id.map(|id| store::case::get(db, id)).transpose()?;
    Ok(Line {
        key: hit.kind.short_key(number(db, &hit)?),
        kind: hit.kind,
        id: hit.id,
        case_id: hit.case_id,
        case: case.map(|case| case.title).unwrap_or_default(),
        title: hit.title,
        snippet: hit.snippet.iter().map(|part| part.text.as_str()).collect(),
        when: if hit.when == Match::Possibly { "possibly" } else { "certainly" },
        article_id,
        start: hit.place.map(|(_, span)| span.start),
        end: hit.place.map(|(_, span)| span.end),
    })
}

/// The number of its short key. A party has one in each of its cases.
fn number(db: &Db, hit: &Hit) -> Result<i64> {
    Ok(match hit.kind {
        RecordKind::Article => store::article::get(db, hit.id)?.number,
        RecordKind::Occasion => store::occasion::get(db, hit.id)?.number,
        RecordKind::Statement => store::statement::get(db, hit.id)?.number,
        RecordKind::Event => store::event::get(db, hit.id)?.number,
        RecordKind::FollowUp => store::follow_up::get(db, hit.id)?.number,
        RecordKind::Party | RecordKind::Case | RecordKind::Topic | RecordKind::Note => 0,
    })
}
