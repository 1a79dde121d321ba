//! Writes small PDFs for tests: text set in lines and columns, pictures, labels, properties. Used by the unit tests of
//! the importer as well as by the tests and the bench in this folder.

#![allow(dead_code)] // each user needs some of it
#![allow(clippy::format_push_string, clippy::expect_used)] // short and plain before all

/// A PDF to be.
#[derive(Default)]
pub(super) struct Writer {
    pages: Vec<(String, Option<Picture>)>,
    /// Entries of the Info dictionary, as they stand in the file.
    pub(super) info: String,
    /// Further entries of the catalog.
    pub(super) catalog: String,
    /// Objects for those, from the number [`FREE`] on.
    pub(super) objects: Vec<Vec<u8>>,
}

/// A JPEG that fills a page.
pub(super) struct Picture {
    pub(super) jpeg: Vec<u8>,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// The number of the first further object.
pub(super) const FREE: usize = 900;

/// How wide a letter is, in thousandths of its size: about as wide as in print.
pub(super) fn width(c: char) -> f32 {
    match c {
        'i' | 'j' | 'l' | 't' | 'f' | 'I' | '.' | ',' | ';' | ':' | '!' | '\'' | '’' | '‘' => 280.0,
        ' ' => 250.0,
        'm' | 'w' | 'M' | 'W' | '—' => 760.0,
        'r' | 's' | '-' | '(' | ')' => 350.0,
        c if c.is_uppercase() => 660.0,
        _ => 500.0,
    }
}

/// How wide words are at a size.
pub(super) fn measure(words: &str, size: f32) -> f32 {
    words.chars().map(width).sum::<f32>() * size / 1000.0
}

/// Words in the file's encoding, as a string of a content stream.
fn string(words: &str) -> String {
    let mut out = String::from("(");
    for c in words.chars() {
        let code = match c {
            '“' => 0x93,
            '”' => 0x94,
            '‘' => 0x91,
            '’' => 0x92,
            '–' => 0x96,
            '—' => 0x97,
            '…' => 0x85,
            '•' => 0x95,
            'ﬁ' => 0x02,
            'ﬂ' => 0x03,
            c => u32::from(c).min(255),
        };
        out += &format!("\\{code:03o}");
    }
    out.push(')');
    out
}

/// Words that begin at a place.
pub(super) fn at(x: f32, y: f32, size: f32, words: &str) -> String {
    format!("BT /F1 {size} Tf 1 0 0 1 {x:.2} {y:.2} Tm {} Tj ET\n", string(words))
}

/// Bold words that begin at a place.
pub(super) fn bold(x: f32, y: f32, size: f32, words: &str) -> String {
    at(x, y, size, words).replace("/F1", "/F2")
}

/// A line whose words are spread over `wide`: each put where it belongs, without spaces between.
pub(super) fn justified(x: f32, y: f32, size: f32, words: &str, wide: f32) -> String {
    let parts: Vec<&str> = words.split(' ').collect();
    let natural: f32 = parts.iter().map(|part| measure(part, size)).sum();
    let gap = (wide - natural) / (parts.len().max(2) - 1) as f32;
    let mut out = String::new();
    let mut left = x;
    for part in parts {
        out.push_str(&at(left, y, size, part));
        left += measure(part, size) + gap;
    }
    out
}

/// Breaks words into lines no wider than `wide`, the first by `indent` less; with `hyphens` long words are broken in two
/// where they fit.
pub(super) fn broken(text: &str, size: f32, wide: f32, indent: f32, hyphens: bool) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let wide = if lines.len() == 1 { wide - indent } else { wide };
        let line = lines.last_mut().expect("a line");
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if measure(&longer, size) <= wide {
            *line = longer;
            continue;
        }
        let letters: Vec<char> = word.chars().collect();
        let whole = letters.iter().all(char::is_ascii_lowercase) && letters.len() >= 7;
        let head =
            (3..letters.len().saturating_sub(3)).rev().map(|n| letters[..n].iter().collect::<String>());
        let fits = head.map(|head| format!("{line} {head}-")).find(|broken| measure(broken, size) <= wide);
        if let Some(broken) = fits.filter(|_| hyphens && whole && !line.is_empty()) {
            let taken = broken.chars().count() - line.chars().count() - 2;
            *line = broken;
            lines.push(letters[taken..].iter().collect());
        } else if line.is_empty() {
            word.clone_into(line);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

impl Writer {
    /// Adds a page with this content stream.
    pub(super) fn page(&mut self, content: impl Into<String>) -> &mut Self {
        self.pages.push((content.into(), None));
        self
    }

    /// Adds a page that is a picture.
    pub(super) fn picture(&mut self, picture: Picture) -> &mut Self {
        self.pages.push(("q 612 0 0 792 0 0 cm /I1 Do Q\n".to_owned(), Some(picture)));
        self
    }

    /// The file.
    pub(super) fn finish(&self) -> Vec<u8> {
        let widths: Vec<String> = (0u8..=255).map(|code| width(letter(code)).to_string()).collect();
        let font = |name: &str| {
            format!(
                "<< /Type /Font /Subtype /Type1 /BaseFont /{name} /FirstChar 0 /LastChar 255 /Widths [{}] /Encoding << \
                 /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [2 /fi /fl] >> >>",
                widths.join(" ")
            )
        };
        let mut objects: Vec<(usize, Vec<u8>)> = vec![
            (1, format!("<< /Type /Catalog /Pages 2 0 R {} >>", self.catalog).into_bytes()),
            (3, font("Times-Roman").into_bytes()),
            (4, font("Times-Bold").into_bytes()),
            (5, format!("<< {} >>", self.info).into_bytes()),
        ];
        let mut kids = String::new();
        for (n, (content, picture)) in self.pages.iter().enumerate() {
            let (page, stream, image) = (10 + n * 3, 11 + n * 3, 12 + n * 3);
            kids += &format!("{page} 0 R ");
            let pictures =
                if picture.is_some() { format!("/XObject << /I1 {image} 0 R >>") } else { String::new() };
            let about = format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {stream} 0 R /Resources << /Font << /F1 3 0 R \
                 /F2 4 0 R >> {pictures} >> >>"
            );
            objects.push((page, about.into_bytes()));
            objects.push((stream, stream_of("", content.as_bytes())));
            if let Some(Picture { jpeg, width, height }) = picture {
                let about = format!(
                    "/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8 \
                     /Filter /DCTDecode"
                );
                objects.push((image, stream_of(&about, jpeg)));
            }
        }
        objects
            .push((2, format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", self.pages.len()).into_bytes()));
        objects.extend(self.objects.iter().cloned().enumerate().map(|(n, object)| (FREE + n, object)));
        file(objects)
    }
}

/// A letter of the file's encoding, for its width.
fn letter(code: u8) -> char {
    match code {
        2 | 3 => 'n',
        0x91 | 0x92 => '’',
        0x97 => '—',
        code => char::from(code),
    }
}

/// A stream object.
pub(super) fn stream_of(about: &str, bytes: &[u8]) -> Vec<u8> {
    let mut out = format!("<< {about} /Length {} >>\nstream\n", bytes.len()).into_bytes();
    out.extend_from_slice(bytes);
    out.extend_from_slice(b"\nendstream");
    out
}

fn file(mut objects: Vec<(usize, Vec<u8>)>) -> Vec<u8> {
    objects.sort_by_key(|(number, _)| *number);
    let size = objects.last().map_or(0, |(number, _)| number + 1);
    let mut out = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut places = vec![None; size];
    for (number, object) in objects {
        places[number] = Some(out.len());
        out.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
        out.extend_from_slice(&object);
        out.extend_from_slice(b"\nendobj\n");
    }
    let start = out.len();
    out.extend_from_slice(format!("xref\n0 {size}\n").as_bytes());
    for place in places {
        let line = match place {
            Some(place) => format!("{place:010} 00000 n \n"),
            None => "0000000000 65535 f \n".to_owned(),
        };
        out.extend_from_slice(line.as_bytes());
    }
    out.extend_from_slice(
        format!("trailer\n<< /Size {size} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{start}\n%%EOF\n")
            .as_bytes(),
    );
    out
}

/// Sets paragraphs in two columns of `lines` lines on as many pages as it takes, with a running head and page numbers.
/// Paragraphs begin with a line set in; lines are spread to the full width and long words broken.
pub(super) fn two_columns(title: &str, paragraphs: &[&str], lines: usize, head: &str) -> Writer {
    const SIZE: f32 = 10.0;
    const WIDE: f32 = 230.0;
    const INDENT: f32 = 12.0;
    const LEFT: [f32; 2] = [60.0, 308.0];
    let mut set: Vec<(f32, f32, String, bool)> = Vec::new();
    for paragraph in paragraphs {
        let broken = broken(paragraph, SIZE, WIDE, INDENT, true);
        let last = broken.len() - 1;
        for (n, line) in broken.into_iter().enumerate() {
            let indent = if n == 0 { INDENT } else { 0.0 };
            set.push((indent, WIDE - indent, line, n == last));
        }
    }
    let mut writer = Writer::default();
    for (page, on_page) in set.chunks(lines * 2).enumerate() {
        let mut content = at(60.0, 760.0, 8.0, head) + &at(300.0, 30.0, 8.0, &(page + 1).to_string());
        if page == 0 {
            for (n, line) in broken(title, 14.0, 470.0, 0.0, false).iter().enumerate() {
                content += &at(70.0, 738.0 - n as f32 * 17.0, 14.0, line);
            }
        }
        for (column, in_column) in on_page.chunks(lines).enumerate() {
            for (n, (indent, wide, line, last)) in in_column.iter().enumerate() {
                let (x, y) = (LEFT[column] + indent, 700.0 - n as f32 * 12.0);
                content += &if *last || !line.contains(' ') {
                    at(x, y, SIZE, line)
                } else {
                    justified(x, y, SIZE, line, *wide)
                };
            }
        }
        writer.page(content);
    }
    writer
}
