//! Small files of every format, made here: whole ones to be mutated, and those that are known to kill parsers.

// A test may stop at the first thing that is not as it should be, and small files may be put together slowly.
#![allow(clippy::unwrap_used, clippy::format_push_string)]

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;

/// What the whole files say.
pub(crate) const WORDS: &str =
    "“The bridge stays shut,” Ana Ruiz of the harbour office wrote on 7 September 2011.";

/// A whole file of each format, under a name of its own.
pub(crate) fn whole() -> Vec<(&'static str, Vec<u8>)> {
    let page = page();
    vec![
        ("plain.txt", format!("Bridge stays shut\n\nBy Ana Ruiz\n\n{WORDS}\n").into_bytes()),
        ("utf16.txt", WORDS.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("mark.md", format!("---\ntitle: Bridge\n---\n# Bridge\n\n> {WORDS}\n\n- one\n- two\n").into_bytes()),
        ("page.html", page.clone().into_bytes()),
        ("page.html.gz", gzip(page.as_bytes())),
        ("page.mhtml", mhtml(&page).into_bytes()),
        ("one.pdf", pdf(&[("1 0 0 1 72 700 Tm (The bridge stays shut, Ana Ruiz wrote.) Tj", "")])),
        ("one.docx", docx(&format!("<w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p>"))),
        ("one.odt", odt(&format!("<text:p>{WORDS}</text:p>"))),
        ("one.epub", epub(&page)),
        ("one.rtf", br"{\rtf1\ansi\ansicpg1252{\fonttbl\f0 Times;}{\info{\title Bridge}}\f0 \'93No,\'94 she wrote.\par \u8220?Yes.\u8221?\par}".to_vec()),
        ("one.eml", eml().into_bytes()),
        ("press.zip", zipped(&[("a/plain.txt", WORDS.as_bytes()), ("b.html", page.as_bytes())])),
        ("list.csv", b"Title,Date,Outlet,URL\nBridge shut,2011-09-07,Harbour Courier,https://example.org/a\n\"No, \"\"never\"\"\",,,\n".to_vec()),
        ("one.ris", b"TY  - NEWS\nTI  - Bridge shut\nAU  - Ruiz, Ana\nPY  - 2011/09/07/\nT2  - Harbour Courier\nER  - \n".to_vec()),
        ("one.bib", b"@article{ruiz2011, title={{Bridge} shut}, author={Ruiz, Ana}, year={2011}, journal={Harbour Courier}}\n".to_vec()),
        ("one.json", br#"[{"type":"article-newspaper","title":"Bridge shut","author":[{"family":"Ruiz","given":"Ana"}],"issued":{"date-parts":[[2011,9,7]]}}]"#.to_vec()),
    ]
}

/// Files made to break a parser: too deep, too large once unpacked, going in circles, or cut short.
pub(crate) fn killers() -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    let mut add = |name: &str, bytes: Vec<u8>| files.push((name.to_owned(), bytes));
    let deep = |tag: &str, times: usize| {
        format!("<html><title>Deep</title>{}The words.", format!("<{tag}>").repeat(times))
    };
    add("divs.html", deep("div", 100_000).into_bytes());
    add("bold.html", deep("b", 20_000).into_bytes());
    add("tables.html", deep("table><tr><td", 20_000).into_bytes());
    add("attributes.html", format!("<html><p {}>Words.", "a=b ".repeat(500_000)).into_bytes());
    add("unclosed.html", format!("<html><body>{}", "<p>word <i>word ".repeat(20_000)).into_bytes());
    add("entities.html", format!("<html><p>{}", "&amp".repeat(400_000)).into_bytes());
    add("quotes.md", "> ".repeat(200_000).into_bytes());
    add("brackets.md", "[".repeat(200_000).into_bytes());
    add("groups.rtf", [b"{\\rtf1 ".to_vec(), b"{".repeat(400_000)].concat());
    add("binary.rtf", b"{\\rtf1 \\bin4000000000 x}".to_vec());
    add("arrays.pdf", pdf_of(&format!("1 0 obj {} endobj", "[".repeat(200_000))));
    add("dictionaries.pdf", pdf_of(&format!("1 0 obj {} endobj", "<</A ".repeat(100_000))));
    add("form-loop.pdf", form_loop());
    add(
        "page-loop.pdf",
        pdf_of(
            "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Type/Pages/Kids[2 0 R]/Count 1>> endobj",
        ),
    );
    add("flate-bomb.pdf", flate_bomb());
    add("bomb.html.gz", gzip(&vec![b'a'; 512 << 20]));
    add("bomb.zip", zipped(&[("zeros.txt", &vec![b'a'; 256 << 20][..])]));
    add("many.zip", many_entries(20_000));
    add("in-each-other.zip", in_each_other(40));
    add("laughs.docx", docx_of(&laughs()));
    add("deep.docx", docx(&"<w:p>".repeat(200_000)));
    add("bomb.docx", docx(&format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "a".repeat(256 << 20))));
    add("deep.odt", odt(&"<text:span>".repeat(200_000)));
    add("deep.json", "[".repeat(200_000).into_bytes());
    add("deep.bib", format!("@article{{a, title={}", "{".repeat(200_000)).into_bytes());
    add("parts.eml", parts_in_parts(2_000).into_bytes());
    add(
        "header.eml",
        format!("From: a@example.org\nSubject: {}\n\nWords.", "=?utf-8?q?a?= ".repeat(200_000)).into_bytes(),
    );
    add("wide.csv", format!("Title,Date\n{}\n", "a,".repeat(1_000_000)).into_bytes());
    add("quote.csv", format!("Title,Date\n\"{}", "a\n".repeat(500_000)).into_bytes());
    for (name, bytes) in whole() {
        for part in [3, 2] {
            files.push((format!("cut-{part}-{name}"), bytes[..bytes.len() / part].to_vec()));
        }
    }
    files
}

/// A copy with a few bytes changed, taken out, doubled or put in, as `seed` says.
pub(crate) fn mutated(bytes: &[u8], seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = |below: usize| {
        // xorshift64
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below.max(1) as u64).unwrap_or_default()
    };
    let mut bytes = bytes.to_vec();
    for _ in 0..=next(8) {
        let at = next(bytes.len());
        match next(5) {
            _ if bytes.is_empty() => bytes.push(0),
            0 => bytes[at] = u8::try_from(next(256)).unwrap_or_default(),
            1 => bytes[at] ^= 1 << next(8),
            2 => {
                let end = (at + next(40)).min(bytes.len());
                bytes.drain(at..end);
            }
            3 => {
                let end = (at + next(200)).min(bytes.len());
                let copy = bytes[at..end].to_vec();
                bytes.splice(at..at, copy);
            }
            _ => bytes.insert(at, *[0, 0xff, b'<', b'{', b'(', b'9'].get(next(6)).unwrap_or(&0)),
        }
    }
    bytes
}

fn page() -> String {
    format!(
        "<!DOCTYPE html><html lang=en><head><title>Bridge shut - Harbour Courier</title>\
         <meta property=og:site_name content='Harbour Courier'>\
         <script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"headline\":\"Bridge shut\",\
         \"datePublished\":\"2011-09-07\",\"author\":[{{\"name\":\"Ana Ruiz\"}}]}}</script></head>\
         <body><nav><a href=/>Home</a></nav><article><h1>Bridge shut</h1><p>{WORDS}</p>{}</article></body></html>",
        "<p>The council asked for her letter and did not get it before the end of the week, it said.</p>"
            .repeat(6)
    )
}

pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

fn mhtml(page: &str) -> String {
    format!(
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.org/a\r\nSubject: Bridge shut\r\n\
         Date: Wed, 7 Sep 2011 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\
         \ttype=\"text/html\"; boundary=\"--line\"\r\n\r\n----line\r\nContent-Type: text/html\r\n\
         Content-Transfer-Encoding: 8bit\r\nContent-Location: https://example.org/a\r\n\r\n{page}\r\n----line--\r\n"
    )
}

fn eml() -> String {
    format!(
        "From: Ana Ruiz <ana@example.org>\r\nTo: press@example.org\r\nSubject: The bridge\r\n\
         Date: Wed, 7 Sep 2011 10:00:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n\
         --x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{WORDS}\r\n\
         --x\r\nContent-Type: text/plain; name=\"note.txt\"\r\nContent-Disposition: attachment; filename=\"note.txt\"\r\n\r\n\
         A note.\r\n--x--\r\n"
    )
}

fn parts_in_parts(depth: usize) -> String {
    let mut mail = String::from("From: a@example.org\r\nSubject: deep\r\n");
    for n in 0..depth {
        mail.push_str(&format!("Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n"));
    }
    mail + "Content-Type: text/plain\r\n\r\nWords.\r\n"
}

/// A PDF of these pages: what each draws, and its resources.
pub(crate) fn pdf(pages: &[(&str, &str)]) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|n| format!("{} 0 R", 4 + 2 * n)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Kids[{}]/Count {}>>", kids.join(" "), pages.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
    ];
    for (n, (drawn, resources)) in pages.iter().enumerate() {
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 3 0 R>>{resources}>>/Contents {} 0 R>>",
            5 + 2 * n
        ));
        let stream = format!("BT /F 12 Tf {drawn} ET");
        objects.push(format!("<</Length {}>>stream\n{stream}\nendstream", stream.len()));
    }
    with_table(&objects)
}

/// The objects with the table of where each begins.
fn with_table(objects: &[String]) -> Vec<u8> {
    let mut out = String::from("%PDF-1.7\n");
    let mut table = String::from("0000000000 65535 f \n");
    for (n, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", out.len()));
        out.push_str(&format!("{} 0 obj\n{object}\nendobj\n", n + 1));
    }
    let (count, at) = (objects.len() + 1, out.len());
    out.push_str(&format!(
        "xref\n0 {count}\n{table}trailer <</Size {count}/Root 1 0 R>>\nstartxref\n{at}\n%%EOF\n"
    ));
    out.into_bytes()
}

/// A PDF of raw objects, without a table: readers look for the objects themselves.
fn pdf_of(objects: &str) -> Vec<u8> {
    format!("%PDF-1.7\n{objects}\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n").into_bytes()
}

/// A page that draws a form that draws itself.
fn form_loop() -> Vec<u8> {
    let form = "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>/Length 8>>stream\n/X Do /X Do\nendstream";
    with_table(&[
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<</XObject<</X 4 0 R>>>>/Contents 5 0 R>>"
            .to_owned(),
        form.to_owned(),
        "<</Length 5>>stream\n/X Do\nendstream".to_owned(),
    ])
}

/// A page whose content unpacks to a gigabyte.
fn flate_bomb() -> Vec<u8> {
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    let zeros = vec![b' '; 1 << 20];
    for _ in 0..1024 {
        packed.write_all(&zeros).unwrap();
    }
    let packed = packed.finish().unwrap();
    let mut out = b"%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n\
        3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>> endobj\n".to_vec();
    out.extend(format!("4 0 obj <</Filter/FlateDecode/Length {}>>stream\n", packed.len()).bytes());
    out.extend(packed);
    out.extend(b"\nendstream endobj\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n");
    out
}

pub(crate) fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn many_entries(count: usize) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for n in 0..count {
        zip.start_file(format!("{n}.txt"), SimpleFileOptions::default()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn in_each_other(depth: usize) -> Vec<u8> {
    (0..depth).fold(b"Words.".to_vec(), |inner, n| {
        let name = if n == 0 { "a.txt" } else { "a.zip" };
        zipped(&[(name, &inner)])
    })
}

pub(crate) fn docx(body: &str) -> Vec<u8> {
    docx_of(&format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document \
         xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
    ))
}

fn docx_of(document: &str) -> Vec<u8> {
    let types = "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
        <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
        <Override PartName=\"/word/document.xml\" \
        ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    let rels = "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
        <Relationship Id=\"r1\" \
        Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
        Target=\"word/document.xml\"/></Relationships>";
    zipped(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", rels.as_bytes()),
        ("word/document.xml", document.as_bytes()),
    ])
}

/// Entities that unfold to a thousand million words.
fn laughs() -> String {
    let mut entities = String::from("<!ENTITY a0 \"ha\">");
    for n in 1..10 {
        entities.push_str(&format!("<!ENTITY a{n} \"{}\">", format!("&a{};", n - 1).repeat(10)));
    }
    format!(
        "<?xml version=\"1.0\"?><!DOCTYPE d [{entities}]><w:document \
         xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body></w:document>"
    )
}

pub(crate) fn odt(body: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>{body}</office:text>\
         </office:body></office:document-content>"
    );
    zipped(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content.as_bytes())])
}

fn epub(page: &str) -> Vec<u8> {
    let container = "<?xml version=\"1.0\"?><container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\
        <rootfiles><rootfile full-path=\"book.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>";
    let book = "<?xml version=\"1.0\"?><package version=\"3.0\" unique-identifier=\"id\" xmlns=\"http://www.idpf.org/2007/opf\">\
        <metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:identifier id=\"id\">x</dc:identifier><dc:title>Bridge</dc:title>\
        <dc:language>en</dc:language></metadata><manifest><item id=\"a\" href=\"a.xhtml\" media-type=\"application/xhtml+xml\"/></manifest>\
        <spine><itemref idref=\"a\"/></spine></package>";
    zipped(&[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", container.as_bytes()),
        ("book.opf", book.as_bytes()),
        ("a.xhtml", page.as_bytes()),
    ])
}
