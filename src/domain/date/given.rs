//! What a person types for the date of a record, as the record keeps it.

use super::{DateError, Dated, Edtf, parse_typed, resolve_relative};
use crate::domain::id::Id;

/// How a basis that is an article's publication begins.
const ARTICLE: &str = "article:";

/// The article a date is read in: words such as "last month" are seen from its publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadIn<'a> {
    /// The article.
    pub article: Id,
    /// When it was published, if that is known.
    pub published: Option<&'a Edtf>,
}

/// What [`Dated::basis`] holds for words that rest on the publication of this article.
#[must_use]
pub fn article_basis(article: Id) -> String {
    format!("{ARTICLE}{article}")
}

impl Dated {
    /// The article on whose publication its words rest, if they do.
    #[must_use]
    pub fn rests_on(&self) -> Option<Id> {
        self.basis.as_deref()?.strip_prefix(ARTICLE)?.parse().ok()
    }

    /// What a field shows of it, and [`read_given`] reads back: the words of the article, else the date in plain
    /// words; empty if undated.
    #[must_use]
    pub fn as_typed(&self) -> String {
        match (&self.words, &self.edtf) {
            (Some(words), _) if self.rests_on().is_some() => words.clone(),
            (_, Some(date)) => date.words(),
            (_, None) => String::new(),
        }
    }
}

/// Reads what was typed; nothing typed is undated.
///
/// Words that only an article gives a meaning ("last month", "on Tuesday", "14 Aug") are kept with that article as
/// their basis. While its publication does not tell the date, the words wait without one: they are read again
/// once it does. Without an article such words are seen from `today`, as by [`parse_typed`].
pub fn read_given(text: &str, today: i64, read_in: Option<ReadIn<'_>>) -> Result<Dated, DateError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(Dated::default());
    }
    if let Some(ReadIn { article, published }) = read_in
        && is_relative(text)
    {
        return Ok(Dated {
            edtf: published.and_then(|published| resolve_relative(text, published)),
            words: Some(text.to_owned()),
            basis: Some(article_basis(article)),
        });
    }
    parse_typed(text, today).map(Dated::sure)
}

/// Whether words stand for a date only as seen from another, such as "last month" or "29 February".
#[must_use]
pub fn is_relative(text: &str) -> bool {
    // A day from which every day of the year is near, the one that most years lack too.
    let march_1972 = Edtf::day(804);
    resolve_relative(text, &march_1972).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: i64 = 20_000;
    const ARTICLE_3: Id = Id(3);

    #[test]
    fn words_without_a_year_wait_for_one_on_every_day_of_the_year() {
        for words in ["last month", "on Tuesday", "March 31", "February 29"] {
            assert!(is_relative(words), "{words}");
        }
        for words in ["2012-02-29", "September 2011", "at noon"] {
            assert!(!is_relative(words), "{words}");
        }
    }

    fn given(text: &str, published: Option<&str>) -> Dated {
        let published: Option<Edtf> = published.map(|day| day.parse().unwrap());
        let read_in = ReadIn { article: ARTICLE_3, published: published.as_ref() };
        read_given(text, TODAY, Some(read_in)).unwrap()
    }

    fn edtf(dated: &Dated) -> Option<String> {
        dated.edtf.map(|date| date.to_string())
    }

    #[test]
    fn words_of_an_article_are_seen_from_its_publication() {
        let dated = given(" last month ", Some("2011-09-07"));
        assert_eq!(edtf(&dated).as_deref(), Some("2011-08"));
        assert_eq!(dated.words.as_deref(), Some("last month"));
        assert_eq!(dated.rests_on(), Some(ARTICLE_3));
        assert_eq!(edtf(&given("14 Aug", Some("2011-09-07"))).as_deref(), Some("2011-08-14"));
    }

    #[test]
    fn they_wait_while_the_publication_does_not_tell() {
        for published in [None, Some("2011")] {
            let dated = given("yesterday", published);
            assert_eq!((edtf(&dated), dated.words.as_deref()), (None, Some("yesterday")));
            assert!(!dated.is_empty());
        }
    }

    #[test]
    fn a_whole_date_needs_no_article() {
        for published in [None, Some("2011-09-07")] {
            assert_eq!(given("7 Sep 2010", published), Dated::sure("2010-09-07".parse().unwrap()));
        }
        assert_eq!(given("", None), Dated::default());
    }

    #[test]
    fn without_an_article_words_are_seen_from_today() {
        let dated = read_given("today", TODAY, None).unwrap();
        assert_eq!(dated, Dated::sure(Edtf::day(TODAY)));
        assert!(read_given("soonish", TODAY, None).is_err());
        assert!(given_err("soonish"));
    }

    fn given_err(text: &str) -> bool {
        read_given(text, TODAY, Some(ReadIn { article: ARTICLE_3, published: None })).is_err()
    }

    #[test]
    fn what_a_field_shows_is_read_back_as_the_same() {
        for (text, published) in
            [("last month", None), ("on Monday", Some("2011-09-07")), ("about 2011", None)]
        {
            let dated = given(text, published);
            assert_eq!(given(&dated.as_typed(), published), dated, "{text}");
        }
        let stated = Dated::resolved("2011-09-07".parse().unwrap(), "2011-09-07T08:00Z", "page");
        assert_eq!(stated.as_typed(), "7 Sep 2011");
    }
}
