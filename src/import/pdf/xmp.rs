//! The description that PDFs carry as XML.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, Event};

/// What it says.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Xmp {
    pub(super) title: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) language: Option<String>,
    /// The newspaper or journal it appeared in.
    pub(super) publication: Option<String>,
    /// When the file was made, as written.
    pub(super) made: Option<String>,
}

/// How deep elements may lie, and how many parts there may be.
const DEPTH: usize = 64;
const MOST: usize = 20_000;

/// Reads it as far as it is well formed.
pub(super) fn read(bytes: &[u8]) -> Xmp {
    let mut xmp = Xmp::default();
    let xml = String::from_utf8_lossy(bytes);
    let mut reader = Reader::from_str(&xml);
    let mut path: Vec<String> = Vec::new();
    let mut words = String::new();
    for _ in 0..MOST {
        match reader.read_event() {
            Ok(Event::Start(element)) if path.len() < DEPTH => {
                for attribute in element.attributes().flatten() {
                    if attribute.key.0 == "xmp:CreateDate" {
                        xmp.made.get_or_insert_with(|| attribute.value.into_owned());
                    }
                }
                path.push(element.name().0.to_owned());
                words.clear();
            }
            Ok(Event::End(_)) => {
                set(&mut xmp, &path, words.split_whitespace().collect::<Vec<_>>().join(" "));
                path.pop();
                words.clear();
            }
            Ok(Event::Text(text)) => words.push_str(&text.xml10_content()),
            Ok(Event::GeneralRef(reference)) => words.push_str(&resolved(&reference)),
            Ok(Event::Eof | Event::Start(_)) | Err(_) => break,
            Ok(_) => {}
        }
    }
    xmp
}

fn resolved(reference: &BytesRef<'_>) -> String {
    let letter = reference.resolve_char_ref().ok().flatten().map(String::from);
    letter.or_else(|| resolve_predefined_entity(reference).map(str::to_owned)).unwrap_or_default()
}

fn set(xmp: &mut Xmp, path: &[String], words: String) {
    if words.is_empty() {
        return;
    }
    let within = |name: &str| path.iter().any(|element| element == name);
    let field = match path.last().map(String::as_str) {
        Some("rdf:li") if within("dc:title") => &mut xmp.title,
        Some("rdf:li") if within("dc:language") => &mut xmp.language,
        Some("rdf:li") if within("dc:creator") => return xmp.authors.push(words),
        Some("prism:publicationName") => &mut xmp.publication,
        Some("xmp:CreateDate") => &mut xmp.made,
        _ => return,
    };
    field.get_or_insert(words);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn title_authors_and_date_are_found() {
        let xml = r#"<?xpacket begin=""?><x:xmpmeta><rdf:RDF><rdf:Description xmp:CreateDate="2011-09-07T10:00:00Z">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Pumps &amp; wells</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>Ana Ruiz</rdf:li><rdf:li>Tom Weller</rdf:li></rdf:Seq></dc:creator>
            <prism:publicationName>Harbour Courier</prism:publicationName>
            </rdf:Description></rdf:RDF></x:xmpmeta>"#;
        let xmp = read(xml.as_bytes());
        assert_eq!(xmp.title.as_deref(), Some("Pumps & wells"));
        assert_eq!(xmp.authors, ["Ana Ruiz", "Tom Weller"]);
        assert_eq!(xmp.publication.as_deref(), Some("Harbour Courier"));
        assert_eq!(xmp.made.as_deref(), Some("2011-09-07T10:00:00Z"));
        assert_eq!(read(b"<a><b"), Xmp::default());
    }
}
