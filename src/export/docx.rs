//! A chronology as a word-processor file (DOCX), for an editor to work on.

use std::io::Cursor;

use docx_rs::{
    AlignmentType, BorderType, Docx, Footer, Hyperlink, HyperlinkType, LineSpacing, LineSpacingType,
    NumPages, PageMargin, PageNum, Paragraph, Run, RunFonts, SpecialIndentType, Style, StyleType, Table,
    TableBorder, TableBorderPosition, TableCell, TableCellMargins, TableLayoutType, TableRow, WidthType,
};
use jiff::Timestamp;

use crate::error::{Error, Result};
use crate::text;

use super::chronology::{Chronology, Piece, Row, Source, printable};

/// As wide as A4 and as high as Letter, in twentieths of a point: prints on either without being scaled.
const PAGE: (u32, u32) = (11_906, 15_840);
/// Two centimetres.
const MARGIN: i32 = 1_134;
/// Widths of date, what, who and source; together the page without its margins.
const COLUMNS: [usize; 4] = [1_800, 4_838, 1_900, 1_100];

const FONT: &str = "Georgia";
const INK: &str = "1E2329";
const MUTED: &str = "5A636E";
const RULE: &str = "BDB9B0";
const LINK: &str = "1D5C8F";
const WARNING: &str = "85590A";
/// Font sizes, in half points.
const BODY: usize = 20;
const SMALL: usize = 17;

/// The bytes of the file. Fails only if it could not be put together.
pub fn write(chronology: &Chronology) -> Result<Vec<u8>> {
    let mut docx = start(chronology);
    for paragraph in head(chronology) {
        docx = docx.add_paragraph(paragraph);
    }
    docx = if chronology.rows.is_empty() {
        docx.add_paragraph(Paragraph::new().add_run(words(text::t("export-empty"))))
    } else {
        docx.add_table(table(chronology))
    };
    for paragraph in problems(chronology).into_iter().chain(sources(chronology)) {
        docx = docx.add_paragraph(paragraph);
    }
    if let Some(line) = chronology.hash_line() {
        let spacing = LineSpacing::new().before(360);
        docx = docx.add_paragraph(Paragraph::new().line_spacing(spacing).add_run(muted(&line)));
    }
    let mut parts = docx.build();
    repeat_head(&mut parts.document);
    let mut bytes = Cursor::new(Vec::new());
    parts.pack(&mut bytes).map_err(|error| Error::new(text::t("export-docx-failed")).with_detail(error))?;
    Ok(bytes.into_inner())
}

/// Has the first row of the table, its heads, come again at the top of every page. The crate cannot say so; text of the
/// case cannot be taken for the mark of a row, since there every `<` is escaped.
fn repeat_head(document: &mut Vec<u8>) {
    const ROW: &[u8] = b"<w:trPr>";
    if let Some(at) = document.windows(ROW.len()).position(|bytes| bytes == ROW) {
        let after = at + ROW.len();
        document.splice(after..after, *b"<w:tblHeader />");
    }
}

/// A document with page, fonts, styles and a footer of page numbers, and nothing in it.
fn start(chronology: &Chronology) -> Docx {
    let fonts = RunFonts::new().ascii(FONT).hi_ansi(FONT).cs(FONT).east_asia(FONT);
    let made = Timestamp::from_millisecond(chronology.made_at).unwrap_or_default();
    // Whole seconds, as the format asks.
    let made = made.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let style = |id: &str, name: &str| Style::new(id, StyleType::Paragraph).name(name).color(INK);
    let heading = LineSpacing::new().before(480).after(120);
    let numbers = Paragraph::new()
        .align(AlignmentType::Center)
        .size(SMALL)
        .color(MUTED)
        .add_page_num(PageNum::new())
        .add_run(muted(" / "))
        .add_num_pages(NumPages::new());
    Docx::new()
        .page_size(PAGE.0, PAGE.1)
        .page_margin(PageMargin::new().top(MARGIN).bottom(MARGIN).left(MARGIN).right(MARGIN))
        .default_fonts(fonts)
        .default_size(BODY)
        .default_line_spacing(LineSpacing::new().line_rule(LineSpacingType::Auto).line(288))
        .add_style(style("Title", "Title").size(40).bold().line_spacing(LineSpacing::new().after(120)))
        .add_style(style("Heading1", "heading 1").size(28).bold().outline_lvl(0).line_spacing(heading))
        .footer(Footer::new().add_paragraph(numbers))
        .created_at(&made)
        .updated_at(&made)
}

fn head(chronology: &Chronology) -> Vec<Paragraph> {
    let after = |points: u32| LineSpacing::new().after(points);
    let mut lines = vec![
        Paragraph::new().add_run(muted(text::t("export-kind"))),
        Paragraph::new().style("Title").add_run(Run::new().add_text(printable(&chronology.case_title))),
    ];
    if !chronology.question.trim().is_empty() {
        lines.push(Paragraph::new().line_spacing(after(120)).add_run(words(&chronology.question).italic()));
    }
    lines.push(Paragraph::new().line_spacing(after(240)).add_run(muted(&chronology.made_line())));
    if let Some(line) = chronology.warning_line() {
        lines.push(Paragraph::new().line_spacing(after(240)).add_run(words(&line).color(WARNING)));
    }
    lines
}

fn table(chronology: &Chronology) -> Table {
    let heads = ["export-date", "export-what", "export-who", "export-source"].map(text::t);
    let heads = heads.map(|head| Paragraph::new().keep_next(true).add_run(muted(head)));
    let mut rows = vec![table_row(heads.map(|head| vec![head]))];
    rows.extend(chronology.rows.iter().map(|row| table_row(cells(chronology, row))));
    let rule = |position| TableBorder::new(position).border_type(BorderType::Single).size(4).color(RULE);
    Table::without_borders(rows)
        .set_border(rule(TableBorderPosition::Top))
        .set_border(rule(TableBorderPosition::InsideH))
        .set_border(rule(TableBorderPosition::Bottom))
        .margins(TableCellMargins::new().margin(80, 120, 80, 0))
        .layout(TableLayoutType::Fixed)
        .set_grid(COLUMNS.to_vec())
        .width(COLUMNS.iter().sum(), WidthType::Dxa)
}

/// A row that is not torn apart at the end of a page.
fn table_row(cells: [Vec<Paragraph>; 4]) -> TableRow {
    let cell = |(paragraphs, width): (Vec<Paragraph>, usize)| {
        let empty = TableCell::new().width(width, WidthType::Dxa);
        paragraphs.into_iter().fold(empty, TableCell::add_paragraph)
    };
    TableRow::new(cells.into_iter().zip(COLUMNS).map(cell).collect()).cant_split()
}

fn cells(chronology: &Chronology, row: &Row) -> [Vec<Paragraph>; 4] {
    let what = row.what.iter().fold(Paragraph::new(), |p, piece| p.add_run(words(&piece.shown())));
    let note = |note: &String| Paragraph::new().add_run(words(note).size(SMALL).color(WARNING));
    let refs = row.source_numbers.iter().enumerate().fold(Paragraph::new(), |paragraph, (i, number)| {
        let paragraph = if i > 0 { paragraph.add_run(words(" ")) } else { paragraph };
        reference(paragraph, chronology, *number)
    });
    [
        vec![Paragraph::new().add_run(words(&row.date_words)), Paragraph::new().add_run(muted(&row.key))],
        std::iter::once(what).chain(row.notes.iter().map(note)).collect(),
        vec![Paragraph::new().add_run(words(&row.who))],
        vec![refs],
    ]
}

/// Adds `[3]`, which leads to the source of that number.
fn reference(paragraph: Paragraph, chronology: &Chronology, number: usize) -> Paragraph {
    let run = words(&format!("[{number}]"));
    if !chronology.has_source(number) {
        return paragraph.add_run(run);
    }
    let link = Hyperlink::new(bookmark(number), HyperlinkType::Anchor);
    paragraph.add_hyperlink(link.add_run(run.color(LINK)))
}

fn problems(chronology: &Chronology) -> Vec<Paragraph> {
    if chronology.warnings.is_empty() {
        return Vec::new();
    }
    let item = |warning: &super::QuoteProblem| {
        Paragraph::new()
            .line_spacing(LineSpacing::new().after(80))
            .add_run(muted(&format!("{}  ", warning.key)))
            .add_run(words(&Piece::quote(&warning.quote).shown()))
            .add_run(words(&format!(" {}", warning.problem)))
    };
    let mut lines = vec![heading(text::t("export-problems"))];
    lines.extend(chronology.warnings.iter().map(item));
    lines
}

fn sources(chronology: &Chronology) -> Vec<Paragraph> {
    if chronology.sources.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![heading(text::t("export-sources"))];
    lines.extend(chronology.sources.iter().map(source));
    lines
}

/// A source with its number hanging before it and a mark that the table's numbers lead to.
fn source(source: &Source) -> Paragraph {
    let details = match source.details().as_str() {
        "" => String::new(),
        details => format!(", {details}"),
    };
    let number = source.number;
    let mut line = Paragraph::new()
        .indent(Some(567), Some(SpecialIndentType::Hanging(567)), None, None)
        .line_spacing(LineSpacing::new().after(80))
        .add_bookmark_start(number, bookmark(number))
        .add_run(words(&format!("[{number}]")).add_tab())
        .add_bookmark_end(number)
        .add_run(words(&source.title).italic())
        .add_run(words(&details))
        .add_run(muted(&format!("  {}", source.key)));
    if !source.url.is_empty() {
        line = line.add_run(words(" "));
        let shown = words(&source.url).size(SMALL);
        line = match source.web_address() {
            Some(url) => {
                line.add_hyperlink(Hyperlink::new(url, HyperlinkType::External).add_run(shown.color(LINK)))
            }
            None => line.add_run(shown),
        };
    }
    line
}

/// The name of the mark at a source.
fn bookmark(number: usize) -> String {
    format!("source_{number}")
}

fn heading(text: &str) -> Paragraph {
    Paragraph::new().style("Heading1").keep_next(true).add_run(Run::new().add_text(text))
}

/// Words in the body's size, with line breaks where the text has them.
fn words(text: &str) -> Run {
    let run = Run::new().size(BODY).color(INK);
    printable(text).split('\n').enumerate().fold(run, |run, (i, line)| {
        let run = if i > 0 { run.add_break(docx_rs::BreakType::TextWrapping) } else { run };
        run.add_text(line)
    })
}

fn muted(text: &str) -> Run {
    words(text).size(SMALL).color(MUTED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heads_come_again_on_every_page_and_no_row_is_torn_apart() {
        let head = ["Date", "What", "Who", "Source"].map(|head| vec![Paragraph::new().add_run(words(head))]);
        let row =
            ["1 May", "<w:trPr>", "Nobody", "[1]"].map(|word| vec![Paragraph::new().add_run(words(word))]);
        let rows = vec![table_row(head), table_row(row.clone()), table_row(row)];
        let mut document = Docx::new().add_table(Table::new(rows)).build().document;
        repeat_head(&mut document);
        let xml = String::from_utf8(document).unwrap();
        let rows: Vec<&str> = xml.split("<w:tr>").skip(1).collect();
        assert_eq!(rows.len(), 3, "{xml}");
        for (n, row) in rows.iter().enumerate() {
            let (properties, cells) = row.split_once("</w:trPr>").unwrap();
            assert!(properties.contains("<w:cantSplit />"), "row {n}: {properties}");
            assert_eq!(row.contains("<w:tblHeader />"), n == 0, "row {n}: {row}");
            assert_eq!(cells.contains("&lt;w:trPr&gt;"), n > 0);
        }
    }
}
