//! Rows of a case as a chronology for others, with numbered sources and the check of its quotations.

use std::collections::HashMap;

use super::quotes::{Shown, Texts};
use crate::domain::date::{Edtf, local_day};
use crate::domain::id::Id;
use crate::domain::kind::{CheckStatus, Form};
use crate::domain::record::Owner;
use crate::error::Result;
use crate::export::{Chronology, Piece, Row, Source};
use crate::store::{self, Db};
use crate::text::{Worded as _, t, t_with};
use crate::view::{
    self, Answered, CaseView, ChronologyRow, Filter, Include, QuoteLine, ReplyRow, SourceRow, StatementRow,
};

/// A chronology ready to be written, with what came of filling it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// The chronology.
    pub chronology: Chronology,
    /// How many quotations were held against their articles.
    pub checked: usize,
    /// Those that are not there as written.
    pub problems: Vec<QuoteLine>,
    /// The statements it shows, each with its wording.
    pub used: Vec<(Id, String)>,
}

/// Fills a chronology from these rows of a case, in this order; what is not in the case any more is left out.
/// `made_at` is in UTC milliseconds.
pub fn chronology(db: &Db, case_id: Id, rows: &[Owner], made_at: i64) -> Result<Filled> {
    let case = view::case(db, case_id)?;
    let everything = Include { hidden: true, articles: true, follow_ups: true };
    let all = view::chronology(&case, &Filter::default(), everything);
    let by_record: HashMap<Owner, &ChronologyRow> = all.iter().map(|row| (row.of, row)).collect();
    let mut filling = Filling {
        texts: Texts::of_case(db, case_id)?,
        case: &case,
        numbers: HashMap::new(),
        filled: Filled {
            chronology: Chronology {
                case_title: case.case.title.clone(),
                question: case.case.question.clone(),
                made_at,
                made_words: Edtf::day(local_day(made_at)).words(),
                head_hash: store::head_hash(db)?,
                ..Chronology::default()
            },
            checked: 0,
            problems: Vec::new(),
            used: Vec::new(),
        },
    };
    for row in rows.iter().filter_map(|of| by_record.get(of)) {
        filling.add(row)?;
    }
    Ok(filling.filled)
}

struct Filling<'a> {
    texts: Texts<'a>,
    case: &'a CaseView,
    /// The number of each article and page.
    numbers: HashMap<(Id, String), usize>,
    filled: Filled,
}

impl Filling<'_> {
    fn add(&mut self, row: &ChronologyRow) -> Result<()> {
        let mut notes = Vec::new();
        if !row.occasion.is_empty() {
            notes.push(row.occasion.clone());
        }
        let sources: &[SourceRow] = match row.of {
            Owner::Statement(id) => match self.case.statement(id) {
                Some(statement) => {
                    self.add_quotes(statement, &mut notes)?;
                    notes.extend(self.replies(statement));
                    notes.extend(
                        (row.answered == Answered::NotYet).then(|| t("export-note-no-answer").to_owned()),
                    );
                    &statement.sources
                }
                None => &[],
            },
            Owner::Event(id) => self.case.event(id).map_or(&[], |event| {
                notes.extend((!event.event.detail.is_empty()).then(|| event.event.detail.clone()));
                notes.extend(disputed(&event.disputed_by));
                &event.sources
            }),
            Owner::FollowUp(id) => self.case.follow_up(id).map_or(&[], |row| &row.sources),
            Owner::Article(_) | Owner::Party(_) | Owner::Occasion(_) => &[],
        };
        if let Some(words) = row.when.date.words.as_deref().filter(|_| row.when.date.edtf.is_some()) {
            notes.push(t_with("export-note-date", &[("words", words.into())]));
        }
        let mut source_numbers = Vec::new();
        for source in sources {
            source_numbers.push(self.number(source.article_id, &source.page));
        }
        if let Owner::Article(id) = row.of {
            source_numbers.push(self.number(id, ""));
        }
        source_numbers.dedup();
        let piece = |piece: &view::Piece| Piece { text: piece.text.clone(), quoted: piece.quoted };
        self.filled.chronology.rows.push(Row {
            date_words: row.when.words.clone(),
            edtf: row.when.date.edtf.as_ref().map(Edtf::to_string).unwrap_or_default(),
            what: row.what.iter().map(piece).collect(),
            who: row.who.clone(),
            key: row.key.clone(),
            source_numbers,
            notes,
        });
        Ok(())
    }

    /// What other statements of the case do to this one, the number of each with who said it and when.
    fn replies(&self, row: &StatementRow) -> Vec<String> {
        let of_reply = |reply: &ReplyRow| {
            let other = self.case.statement(reply.other)?;
            let about = [other.speaker.as_str(), other.said.words.as_str()];
            let about: Vec<&str> = about.into_iter().filter(|words| !words.is_empty()).collect();
            let args = [
                ("key", other.key.as_str().into()),
                ("does", reply.kind.word().into()),
                ("who", about.join(", ").into()),
            ];
            Some(t_with("export-note-reply", &args))
        };
        row.answered_by.iter().filter_map(of_reply).collect()
    }

    /// Checks what a statement quotes, and notes what must be known with it.
    fn add_quotes(&mut self, row: &StatementRow, notes: &mut Vec<String>) -> Result<()> {
        let pieces = view::statement_pieces(row);
        let shows_gist =
            pieces.first().is_some_and(|piece| !piece.quoted && piece.text == row.statement.gist);
        self.filled.used.push((row.statement.id, view_words(&pieces)));
        let relied_on = row.sources.first();
        if row.statement.form != Form::Verbatim && !shows_gist {
            let whose = relied_on.and_then(|source| self.case.article(source.article_id));
            let whose = whose.map_or("", |row| {
                if row.article.outlet.is_empty() { &row.article.title } else { &row.article.outlet }
            });
            if !whose.is_empty() {
                notes.push(t_with("export-note-own-words", &[("who", whose.into())]));
            }
        }
        if !shows_gist && !row.quote.is_empty() {
            self.check(row, &row.quote, relied_on, notes)?;
        }
        for other in row.sources.iter().skip(1).filter(|_| !shows_gist) {
            let (ours, theirs) = (row.bare_quote(), view::bare_quote(&other.quote));
            if !ours.contains(theirs) && !theirs.contains(ours) {
                let args = [("source", other.label.as_str().into()), ("words", theirs.into())];
                notes.push(t_with("export-note-wording", &args));
                self.check(row, &other.quote, Some(other), notes)?;
            }
        }
        if row.statement.kind.can_be_checked() && row.check != CheckStatus::NotChecked {
            notes.push(t_with("export-note-check", &[("check", row.check.word().into())]));
        }
        notes.extend(disputed(&row.disputed_by));
        Ok(())
    }

    fn check(
        &mut self,
        row: &StatementRow,
        words: &str,
        source: Option<&SourceRow>,
        notes: &mut Vec<String>,
    ) -> Result<()> {
        let of = Owner::Statement(row.statement.id);
        let citation = source.map(|source| source.citation_id);
        let shown = Shown { of, key: row.key.clone(), words: view::bare_quote(words).to_owned(), citation };
        let article = source.and_then(|source| self.case.article(source.article_id));
        let problem = self.texts.problem(&shown, article.map_or("", |row| row.key.as_str()))?;
        self.filled.checked += 1;
        if let Some(problem) = problem {
            notes.push(t_with("export-note-problem", &[("problem", problem.problem.as_str().into())]));
            self.filled.problems.push(QuoteLine {
                of: shown.of,
                key: shown.key,
                quote: shown.words,
                problem: problem.problem.clone(),
            });
            self.filled.chronology.warnings.push(problem);
        }
        Ok(())
    }

    /// The number of an article and page, a new one at their first use.
    fn number(&mut self, article: Id, page: &str) -> usize {
        if let Some(number) = self.numbers.get(&(article, page.to_owned())) {
            return *number;
        }
        let number = self.filled.chronology.sources.len() + 1;
        self.numbers.insert((article, page.to_owned()), number);
        let row = self.case.article(article);
        let of = |field: fn(&view::ArticleRow) -> &str| row.map_or("", field).to_owned();
        self.filled.chronology.sources.push(Source {
            number,
            key: of(|row| &row.key),
            title: of(|row| &row.article.title),
            byline: of(|row| &row.article.byline),
            outlet: of(|row| &row.article.outlet),
            published_words: of(|row| &row.published.words),
            url: of(|row| &row.article.url),
            reference: of(|row| &row.article.reference),
            page: page.to_owned(),
        });
        number
    }
}

fn disputed(by: &[String]) -> Option<String> {
    (!by.is_empty()).then(|| t_with("export-note-disputed", &[("who", by.join(", ").into())]))
}

fn view_words(pieces: &[view::Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}
