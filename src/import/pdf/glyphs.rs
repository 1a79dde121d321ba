//! The letters of a page, each with its place, turned upright.

use pdf_oxide::PdfDocument;
use pdf_oxide::extractors::TextExtractor;
use pdf_oxide::layout::{FontWeight, TextChar};

/// More letters than this on one page are no page of words.
const MOST: usize = 200_000;

/// A letter on a page. Lengths are in points, `y` grows upwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Glyph {
    pub(super) c: char,
    pub(super) x0: f32,
    pub(super) x1: f32,
    /// The line it stands on.
    pub(super) y: f32,
    /// The size of its font.
    pub(super) size: f32,
    pub(super) bold: bool,
}

/// The letters of a page by the way they are turned, most letters first; and whether there were more than are read.
pub(super) struct PageGlyphs {
    pub(super) upright: Vec<Vec<Glyph>>,
    pub(super) cut: bool,
}

/// Reads the letters of page `page`; `None` where its content cannot be read.
pub(super) fn of_page(document: &PdfDocument, page: usize) -> Option<PageGlyphs> {
    let chars = chars(document, page, "")?;
    let cut = chars.len() > MOST;
    let seen = visible(document, page, &chars);
    let mut glyphs = PageGlyphs { upright: Vec::new(), cut };
    let mut turned = [false; 4];
    let mut upright = Vec::new();
    for char in chars.iter().take(MOST).filter(|char| seen.is_none_or(|seen| seen.holds(char))) {
        match quarter(char) {
            0 => glyph(char).into_iter().for_each(|glyph| spelled_out(glyph, &mut upright)),
            quarter => turned.iter_mut().skip(quarter).take(1).for_each(|is| *is = true),
        }
    }
    glyphs.upright.push(upright);
    // Words that run up, down or backwards are read once more with the page turned: only upright ones have widths.
    for (turned, turn) in
        turned.into_iter().zip(["", "0 -1 1 0 0 0 cm\n", "-1 0 0 -1 0 0 cm\n", "0 1 -1 0 0 0 cm\n"])
    {
        if let (true, Some(chars)) = (turned, self::chars(document, page, turn)) {
            let mut upright = Vec::new();
            let glyph = |char: &TextChar| (quarter(char) == 0).then(|| glyph(char)).flatten();
            chars.iter().take(MOST).filter_map(glyph).for_each(|glyph| spelled_out(glyph, &mut upright));
            glyphs.upright.push(upright);
        }
    }
    glyphs.upright.retain(|glyphs| !glyphs.is_empty());
    glyphs.upright.sort_by_key(|glyphs| std::cmp::Reverse(glyphs.len()));
    Some(glyphs)
}

/// By how many quarters of a full turn a letter is turned from standing upright, to the left.
fn quarter(char: &TextChar) -> usize {
    (char.rotation_degrees / 90.0).round().rem_euclid(4.0) as usize
}

/// The letters as the page shows them, turned by the operator `turn`.
fn chars(document: &PdfDocument, page: usize, turn: &str) -> Option<Vec<TextChar>> {
    let object = document.get_page(page).ok()?;
    let mut content = turn.as_bytes().to_vec();
    content.extend(document.get_page_content_data(page).ok()?);
    as_shown(&mut content);
    let mut extractor = TextExtractor::new();
    extractor.set_page_index(u32::try_from(page).ok()?);
    if let Some(resources) = object.as_dict()?.get("Resources") {
        extractor.set_resources(resources.clone());
        extractor.set_document(document);
        if document.load_fonts_public(resources, &mut extractor).is_err() {
            tracing::debug!("fonts of a page could not be read");
        }
    }
    extractor.extract_owned(&content).ok()
}

/// Takes the words away that stand in for letters ("ActualText"): the reader would show them in the letters' own
/// encoding, which turns a joined `fi` into rubbish. The letters say themselves what they are.
fn as_shown(content: &mut [u8]) {
    const NAME: &[u8] = b"/ActualText";
    let mut from = 0;
    while let Some(at) =
        content.get(from..).and_then(|rest| rest.windows(NAME.len()).position(|part| part == NAME))
    {
        if let Some(first) = content.get_mut(from + at + 1) {
            *first = b'X';
        }
        from += at + NAME.len();
    }
}

/// The part of a page that is seen.
#[derive(Clone, Copy)]
struct Seen {
    x0: f32,
    y0: f32,
    x1: f32,
    y1: f32,
}

impl Seen {
    fn holds(self, char: &TextChar) -> bool {
        (self.x0..=self.x1).contains(&char.origin_x) && (self.y0..=self.y1).contains(&char.origin_y)
    }
}

/// What of the page is seen; none where its box cannot be trusted, since most of its letters lie outside.
fn visible(document: &PdfDocument, page: usize, chars: &[TextChar]) -> Option<Seen> {
    let (x, y, right, top) = document.get_page_visible_box(page).ok()?;
    let seen = Seen { x0: x.min(right), y0: y.min(top), x1: x.max(right), y1: y.max(top) };
    let inside = chars.iter().filter(|char| seen.holds(char)).count();
    (inside * 2 > chars.len()).then_some(seen)
}

/// The letter with its place; `None` for what has no place or size.
fn glyph(char: &TextChar) -> Option<Glyph> {
    let (x, y, size, width) = (char.origin_x, char.origin_y, char.font_size.abs(), char.advance_width.abs());
    let sound = [x, y, size, width].iter().all(|length| length.is_finite() && length.abs() < 1e6);
    let bold = matches!(
        char.font_weight,
        FontWeight::SemiBold | FontWeight::Bold | FontWeight::ExtraBold | FontWeight::Black
    );
    (sound && size > 0.5).then_some(Glyph { c: char.char, x0: x, x1: x + width, y, size, bold })
}

/// Adds a letter: joined letters one by one, marks of symbol fonts as the mark they show.
fn spelled_out(glyph: Glyph, glyphs: &mut Vec<Glyph>) {
    let letters = match glyph.c {
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        '\u{fb04}' => "ffl",
        '\u{fb05}' => "ſt",
        '\u{fb06}' => "st",
        '\u{f0b7}' | '\u{f0a7}' => "•",
        c if c.is_control() => return,
        _ => return glyphs.push(glyph),
    };
    let width = (glyph.x1 - glyph.x0) / letters.len() as f32;
    for (n, c) in letters.chars().enumerate() {
        let x0 = width.mul_add(n as f32, glyph.x0);
        glyphs.push(Glyph { c, x0, x1: x0 + width, ..glyph });
    }
}
