//! Word documents of the years 1993 to 2006 (DOC), read by a library that keeps their words as they are.
//!
//! It tells which paragraphs are numbered and how far a list has counted, but not whether `1`, `a` or `i` is printed,
//! so a person is told to look before citing by such a number.

use undoc::model::{Block as Part, Cell, Document, ListType, Paragraph, RevisionType, Table};

use super::flow::{Block, Flow, Kind};
use super::numerals::note_mark;
use super::properties::{self, Properties};
use super::sniff::Source;
use super::unread::older_office;
use super::warning::Warning;
use super::{Importer, Parsed, language};

/// More tables within each other than this are a mistake.
const MAX_TABLES: usize = 100;

/// Reads older Word documents.
pub(super) struct Doc;

impl Importer for Doc {
    fn name(&self) -> &'static str {
        "doc"
    }

    fn version(&self) -> u32 {
        1
    }

    fn takes(&self, source: &Source<'_>) -> bool {
        source.kind() == Some("office") && older_office(source.bytes) == "doc"
    }

    fn read(&self, source: &Source<'_>, parsed: &mut Parsed) {
        let Parsed { article, warnings, .. } = parsed;
        let document = match undoc::parse_bytes(source.bytes) {
            Ok(document) => document,
            Err(undoc::Error::Encrypted) => {
                warnings.push(Warning::locked());
                return;
            }
            Err(_) => {
                warnings.push(Warning::unreadable());
                return;
            }
        };
        let told = Told::of(&document);
        let mut written = told.flow.finish();
        let opening = properties::opening(&written.text);
        let text = |property: &Option<String>| property.clone().unwrap_or_default();
        let own =
            Properties { title: text(&document.metadata.title), author: text(&document.metadata.author) };
        properties::settle(article, &own, told.title, told.heading, &opening);
        written.put_before(&told.header.finish().text);
        language::settle(article, None, &written.text);
        warnings.extend(told.changed.then(Warning::tracked_changes));
        warnings.extend(told.numbered.then(Warning::list_numbers));
        warnings.extend(written.text.is_empty().then(Warning::no_words));
        article.text = Some(written.text);
    }
}

/// What a document tells.
#[derive(Default)]
struct Told {
    flow: Flow,
    header: Flow,
    title: Option<String>,
    heading: Option<String>,
    changed: bool,
    numbered: bool,
}

impl Told {
    fn of(document: &Document) -> Self {
        let mut told = Self::default();
        for section in &document.sections {
            for part in &section.content {
                match part {
                    Part::Paragraph(paragraph) => told.paragraph(paragraph),
                    Part::Table(table) => told.table(table, 0),
                    Part::Note { label, content } => {
                        let mut note = Self::default();
                        for paragraph in content {
                            note.paragraph(paragraph);
                        }
                        told.flow.append_note(&mark(label), note.flow);
                    }
                    Part::PageBreak | Part::SectionBreak | Part::Image { .. } => {}
                }
            }
        }
        let header =
            document.sections.first().and_then(|section| section.header.as_deref()).unwrap_or_default();
        for paragraph in header.iter().filter(|paragraph| !is_page_number(&paragraph.plain_text())) {
            let mut line = Self::default();
            line.paragraph(paragraph);
            told.header.append(line.flow);
        }
        told
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let mut block = Block::default();
        for run in &paragraph.runs {
            self.changed |= run.revision != RevisionType::None;
            if run.revision == RevisionType::Deleted {
                continue;
            }
            block.words.push_str(&run.text);
            if let Some(label) = &run.note {
                block.words.push_str(&mark(label));
            }
            if run.line_break {
                block.words.push('\n');
            }
        }
        let words = block.words.trim();
        if words.is_empty() {
            return;
        }
        let is_title = paragraph.style_name.as_deref().is_some_and(|name| name.eq_ignore_ascii_case("title"));
        if is_title && self.title.is_none() {
            self.title = Some(words.to_owned());
        }
        if paragraph.is_heading() && self.flow.is_empty() {
            self.heading = Some(words.to_owned());
        }
        if let Some(list) = &paragraph.list_info {
            let number = list.number.filter(|_| list.list_type == ListType::Numbered);
            self.numbered |= number.is_some();
            block.put_before(&number.map_or_else(|| "• ".to_owned(), |number| format!("{number}. ")));
            block.kind = if paragraph.is_heading() { Kind::Paragraph } else { Kind::Item };
        }
        self.flow.push(block);
    }

    fn table(&mut self, table: &Table, depth: usize) {
        for row in &table.rows {
            self.flow.row();
            for Cell { content, nested_tables, .. } in &row.cells {
                self.flow.cell();
                for paragraph in content {
                    self.paragraph(paragraph);
                }
                let inner = nested_tables.iter().filter(|_| depth < MAX_TABLES);
                for table in inner {
                    self.table(table, depth + 1);
                }
            }
            self.flow.end_row(true);
        }
    }
}

/// The mark of a note that the library calls `1`, or `e1` at the end of the document.
fn mark(label: &str) -> String {
    let (at_end, number) = label.strip_prefix('e').map_or((false, label), |number| (true, number));
    number.parse().map_or_else(|_| format!("[{label}]"), |number| note_mark(number, at_end))
}

/// Whether a line of a header is but the number of its page.
fn is_page_number(line: &str) -> bool {
    let words = line.to_lowercase();
    let rest = ["page", "of"].iter().fold(words, |words, word| words.replace(word, ""));
    !rest.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use undoc::model::{ListInfo, Section, TextRun};

    use super::*;
    use crate::import::{Ask, read};

    fn told(parts: Vec<Part>) -> Told {
        let mut document = Document::new();
        let mut section = Section::new(0);
        section.header =
            Some(vec![Paragraph::with_text("City of Harbour"), Paragraph::with_text("Page 1 of 2")]);
        for part in parts {
            section.add_block(part);
        }
        document.add_section(section);
        Told::of(&document)
    }

    #[test]
    fn the_words_of_the_library_s_model() {
        let mut first = Paragraph::with_text("“No\u{a0}sage  advice,” he ");
        for (words, revision) in [("wrote", RevisionType::Deleted), ("said", RevisionType::Inserted)] {
            first.add_run(TextRun { revision, ..TextRun::plain(words) });
        }
        first.add_run(TextRun::note_reference("1"));
        let mut second = Paragraph::with_text("item");
        second.list_info =
            Some(ListInfo { list_type: ListType::Numbered, level: 0, number: Some(3), marker_image: None });
        let note = Part::Note { label: "1".into(), content: vec![Paragraph::with_text("The note.")] };
        let told = told(vec![Part::Paragraph(first), Part::Paragraph(second), note]);
        assert!(told.changed && told.numbered);
        assert_eq!(told.flow.finish().text, "“No\u{a0}sage  advice,” he said[1]\n\n3. item\n\n[1] The note.");
        assert_eq!(told.header.finish().text, "City of Harbour");
    }

    #[test]
    fn a_letter() {
        let bytes = include_bytes!("../../tests/fixtures/letter.doc");
        let Parsed { article, warnings, .. } = read(bytes, "a letter.doc", &Ask::default());
        assert_eq!(
            article.text.as_deref(),
            Some(
                "Sept. 7, 2011\n\nDear Mr. Weller,\n\n“No\u{a0}sage  advice,” you wrote – teh café’s owner agrees.\n\n\
                 1. The bridge\n2. The quay\n\nPaid\t5 000"
            )
        );
        assert_eq!(
            warnings.iter().map(|warning| warning.code.as_str()).collect::<Vec<_>>(),
            ["list_numbers"]
        );
        assert_eq!((article.byline, article.importer.as_str()), (vec!["Ana Ruiz".to_owned()], "doc"));
        assert_eq!(article.published.map(|found| found.date.to_string()).as_deref(), Some("2011-09-07"));
    }

    #[test]
    fn marks_of_notes() {
        assert_eq!(["2", "e4", "x"].map(mark), ["[2]", "[iv]", "[x]"]);
    }
}
