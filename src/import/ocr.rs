//! What an OCR program makes of pictures of pages: its table of words to text.
//!
//! The table is that of `tesseract … tsv`: a line a word, with the page, block, paragraph and line it stands in and
//! how sure the program is of it. Unsure words are taken as they are: a text in which they were marked could not be
//! quoted.

use serde::{Deserialize, Serialize};

use super::hyphens::{Vocabulary, add_line};
use crate::domain::record::Page;

/// The words of pictures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OcrText {
    /// The text, paragraphs apart by a blank line.
    pub text: String,
    /// Where its pages begin.
    pub pages: Vec<Page>,
    /// How sure the program is of its letters on average, in percent; `None` where it found none.
    pub sure: Option<u8>,
}

/// Reads the tables of pages; each is the page's label and the tables of its pictures, in order. Lines that are not
/// of such a table are passed over.
#[must_use]
pub fn read_ocr(pages: &[(String, Vec<String>)]) -> OcrText {
    let paragraphs: Vec<Vec<Paragraph>> =
        pages.iter().map(|(_, tables)| tables.iter().flat_map(|table| paragraphs(table)).collect()).collect();
    let mut words = Vocabulary::default();
    paragraphs.iter().flatten().flat_map(|paragraph| &paragraph.lines).for_each(|line| words.note(line));
    let mut read = OcrText { text: String::new(), pages: Vec::new(), sure: None };
    let (mut points, mut letters, mut sure) = (0, 0.0, 0.0);
    for ((label, _), paragraphs) in pages.iter().zip(&paragraphs) {
        for (n, paragraph) in paragraphs.iter().enumerate() {
            if !read.text.is_empty() {
                read.text.push_str("\n\n");
                points += 2;
            }
            if n == 0 {
                read.pages.push(Page { at: points, label: label.clone() });
            }
            let mut text = String::new();
            paragraph.lines.iter().for_each(|line| add_line(&mut text, line, &words));
            points += text.chars().count();
            read.text.push_str(&text);
            letters += paragraph.letters;
            sure += paragraph.sure;
        }
        if paragraphs.is_empty() {
            read.pages.push(Page { at: points, label: label.clone() });
        }
    }
    if letters > 0.0 {
        read.sure = Some((sure / letters).clamp(0.0, 100.0) as u8);
    }
    read
}

#[derive(Default)]
struct Paragraph {
    lines: Vec<String>,
    letters: f64,
    /// How sure the program is of each letter, added up.
    sure: f64,
}

/// A word of the table.
struct Row<'a> {
    /// Page, block and paragraph it stands in.
    paragraph: [&'a str; 3],
    line: &'a str,
    sure: f64,
    word: &'a str,
}

fn row(line: &str) -> Option<Row<'_>> {
    const WORD: &str = "5";
    let mut cells = line.splitn(12, '\t');
    let mut next = || cells.next();
    if next()? != WORD {
        return None;
    }
    let paragraph = [next()?, next()?, next()?];
    let line = next()?;
    let sure = cells.nth(5)?.parse::<f64>().ok().filter(|sure| (0.0..=100.0).contains(sure))?;
    let word = cells.next()?.trim();
    (!word.is_empty()).then_some(Row { paragraph, line, sure, word })
}

fn paragraphs(table: &str) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let (mut in_paragraph, mut in_line) = ([""; 3], "");
    for row in table.lines().filter_map(row) {
        if paragraphs.is_empty() || row.paragraph != in_paragraph {
            paragraphs.push(Paragraph::default());
            (in_paragraph, in_line) = (row.paragraph, "");
        }
        let Some(paragraph) = paragraphs.last_mut() else { continue };
        match paragraph.lines.last_mut() {
            Some(line) if row.line == in_line => {
                line.push(' ');
                line.push_str(row.word);
            }
            _ => paragraph.lines.push(row.word.to_owned()),
        }
        in_line = row.line;
        let letters = row.word.chars().count() as f64;
        paragraph.letters += letters;
        paragraph.sure += letters * row.sure;
    }
    paragraphs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A table of these words: block, paragraph, line, how sure, word.
    fn table(words: &[(u8, u8, u8, &str, &str)]) -> String {
        const HEAD: &str = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n\
                            1\t1\t0\t0\t0\t0\t0\t0\t800\t900\t-1\t\n4\t1\t1\t1\t1\t0\t10\t10\t90\t20\t-1\t\n";
        let row = |(n, (block, par, line, sure, word)): (usize, &(u8, u8, u8, &str, &str))| {
            format!("5\t1\t{block}\t{par}\t{line}\t{n}\t10\t10\t30\t20\t{sure}\t{word}\n")
        };
        HEAD.to_owned() + &words.iter().enumerate().map(row).collect::<String>()
    }

    #[test]
    fn words_stand_in_lines_and_paragraphs() {
        let first = table(&[
            (1, 1, 1, "96.5", "The"),
            (1, 1, 1, "90.5", "bridge,"),
            (1, 1, 1, "90", "infor-"),
            (1, 1, 2, "90", "mation"),
            (1, 1, 2, "0", "|"),
            (1, 1, 2, "95", " "),
            (1, 2, 1, "80", "Next."),
        ]);
        let second = table(&[(1, 1, 1, "70", "Page"), (2, 1, 1, "70", "two.")]);
        let pages =
            [("i".to_owned(), vec![first]), ("ii".to_owned(), vec![]), ("iii".to_owned(), vec![second])];
        let read = read_ocr(&pages);
        assert_eq!(read.text, "The bridge, information |\n\nNext.\n\nPage\n\ntwo.");
        let starts: Vec<(usize, &str)> =
            read.pages.iter().map(|page| (page.at, page.label.as_str())).collect();
        assert_eq!(starts, [(0, "i"), (32, "ii"), (34, "iii")]);
        assert_eq!(read.sure, Some(82));
    }

    #[test]
    fn nothing_found_is_no_confidence() {
        assert_eq!(read_ocr(&[("1".to_owned(), vec![table(&[])])]).sure, None);
        assert_eq!(read_ocr(&[]).text, "");
    }

    proptest! {
        #[test]
        fn any_table_is_read(table in "([0-9]{0,2}\t{0,12}[a-z5\t.-]{0,30}\n){0,20}") {
            let read = read_ocr(&[("1".to_owned(), vec![table])]);
            prop_assert_eq!(read.pages.len(), 1);
        }
    }
}
