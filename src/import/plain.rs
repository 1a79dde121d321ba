//! Plain text: the text as it is, and what its first lines tell.

use super::found::{Basis, Imported};
use super::sniff::Source;
use super::{Importer, Parsed, byline, headers, when};

/// Reads any text no other format claims.
pub(super) struct Plain;

impl Importer for Plain {
    fn name(&self) -> &'static str {
        "plain"
    }

    fn version(&self) -> u32 {
        2
    }

    fn takes(&self, source: &Source<'_>) -> bool {
        source.text().is_some()
    }

    fn read(&self, source: &Source<'_>, parsed: &mut Parsed) {
        let Some(text) = source.text() else { return };
        let article = &mut parsed.article;
        let headers = headers::read(text, article);
        let lines = text.lines().skip_while(|line| line.trim().is_empty()).skip(headers);
        masthead(&lines.take(40).collect::<Vec<_>>(), headers == 0, article);
        article.text = Some(text.to_owned());
    }

    fn read_carefully(&self, source: &Source<'_>, parsed: &mut Parsed) {
        parsed.article.text = source.text().map(str::to_owned);
    }
}

/// Reads title, byline and date from the first lines of a text, where no header lines gave them.
pub(super) fn masthead(lines: &[&str], with_title: bool, article: &mut Imported) {
    if let (true, Some(title)) = (with_title, title(lines)) {
        title.clone_into(&mut article.title);
        article.bases.title = Some(Basis::VisibleText);
    }
    let first = lines.iter().filter(|line| !line.trim().is_empty()).take(5);
    for line in first {
        if article.byline.is_empty() {
            article.byline = byline::line(line).unwrap_or_default();
            article.bases.byline = (!article.byline.is_empty()).then_some(Basis::VisibleText);
        }
        // A date in a file's name says less than a date line in the text.
        if article.published.as_ref().is_none_or(|found| found.basis == Basis::FileName) {
            article.published = date_line(line).or(article.published.take());
        }
    }
}

/// The first line, if it stands alone, is short and does not end as a sentence does.
fn title<'a>(lines: &[&'a str]) -> Option<&'a str> {
    let mut lines = lines.iter().map(|line| line.trim()).skip_while(|line| line.is_empty());
    let line = lines.next()?;
    let alone = lines.next().is_none_or(|next| next.is_empty() || byline::line(next).is_some());
    let sentence = line.ends_with(['.', ',', ';', ':']) && !line.ends_with("...");
    let length = (3..=150).contains(&line.chars().count());
    let letters = line.chars().filter(|c| c.is_alphabetic()).count() >= 3;
    (alone && length && letters && !sentence && byline::line(line).is_none() && date_line(line).is_none())
        .then_some(line)
}

/// The date of a line that holds hardly anything else: "Published Sept. 7, 2011".
fn date_line(line: &str) -> Option<super::Found> {
    let found = when::find(line, Basis::VisibleText)?;
    let rest = line.trim().chars().count().saturating_sub(found.words.chars().count());
    (rest <= 24 && !line.trim_end().ends_with('?')).then_some(found)
}
