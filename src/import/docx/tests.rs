//! Documents built here, read whole.

use crate::import::pack::tests::zipped;
use crate::import::{Ask, Basis, Parsed, read};

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const STYLES: &str = r#"<w:styles xmlns:w="x"><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Claim"><w:name w:val="Claim"/><w:basedOn w:val="Base"/></w:style>
<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style></w:styles>"#;
const NUMBERING: &str = r#"<w:numbering xmlns:w="x">
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1(%2)"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num></w:numbering>"#;

/// The parts of a document with something of everything.
pub(in crate::import) fn parts() -> Vec<(&'static str, Vec<u8>)> {
    let body = p("“One”")
        + &item(2, 1, "two")
        + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
        <w:p><w:ins><w:r><w:footnoteReference w:id='5'/><w:lastRenderedPageBreak/></w:r></w:ins></w:p><w:sectPr/>";
    let main = format!("<w:document><w:body>{body}</w:body></w:document>");
    let notes =
        "<w:footnotes><w:footnote w:id='5'><w:p><w:r><w:t>Note</w:t></w:r></w:p></w:footnote></w:footnotes>";
    vec![
        ("[Content_Types].xml", TYPES.into()),
        ("word/document.xml", main.into()),
        ("word/styles.xml", STYLES.into()),
        ("word/numbering.xml", NUMBERING.into()),
        ("word/footnotes.xml", notes.into()),
    ]
}

/// A document with this body and these further parts.
fn document(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let main = format!(
        "<?xml version='1.0'?><w:document xmlns:w='x' xmlns:r='y'><w:body>{body}</w:body></w:document>"
    );
    let mut files: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("word/document.xml", main.as_bytes()),
        ("word/styles.xml", STYLES.as_bytes()),
        ("word/numbering.xml", NUMBERING.as_bytes()),
    ];
    files.extend(parts.iter().map(|(name, text)| (*name, text.as_bytes())));
    zipped(&files)
}

fn read_document(body: &str, parts: &[(&str, &str)]) -> Parsed {
    read(&document(body, parts), "a file.docx", &Ask::default())
}

fn text(body: &str) -> String {
    read_document(body, &[]).article.text.expect("a text")
}

fn codes(parsed: &Parsed) -> Vec<&str> {
    parsed.warnings.iter().map(|warning| warning.code.as_str()).collect()
}

/// A paragraph.
fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t xml:space='preserve'>{words}</w:t></w:r></w:p>")
}

/// A paragraph of a style or list.
fn styled(properties: &str, words: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
}

fn item(list: u8, level: u8, words: &str) -> String {
    styled(&format!("<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr>"), words)
}

#[test]
fn words_stay_as_they_are() {
    let body = [
        p("“No\u{a0}sage  advice,” she said – teh café’s owner "),
        p(" "),
        "<w:p><w:r><w:t>split wo</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>rd</w:t><w:tab/><w:t>tab</w:t><w:br/><w:t>line</w:t>\
         <w:noBreakHyphen/><w:softHyphen/><w:t>R&amp;D &lt;x&gt;</w:t><w:sym w:font='Wingdings' w:char='F0FE'/></w:r></w:p>"
            .to_owned(),
        "<w:p><w:hyperlink r:id='r1'><w:r><w:t>the letter</w:t></w:r></w:hyperlink><w:r><w:fldChar w:fldCharType='begin'/>\
         <w:instrText> REF x </w:instrText><w:t> below</w:t></w:r></w:p>"
            .to_owned(),
    ]
    .concat();
    assert_eq!(
        text(&body),
        "“No\u{a0}sage  advice,” she said – teh café’s owner \n\nsplit word\ttab\nline\u{2011}\u{ad}R&D <x>☑\n\nthe letter below"
    );
}

#[test]
fn lists_have_the_numbers_they_are_cited_by() {
    let body = [
        styled("<w:pStyle w:val='Claim'/>", "By style."),
        item(2, 1, "Under it."),
        item(2, 1, "Under it too."),
        p("Between."),
        item(2, 0, "Goes on."),
        item(2, 1, "Begins anew."),
        item(3, 0, "Set to seven."),
        p("Then"),
        item(1, 0, "a"),
        item(1, 0, "b"),
        styled("<w:pStyle w:val='Claim'/><w:numPr><w:numId w:val='0'/></w:numPr>", "No number."),
        styled("<w:pStyle w:val='H1'/><w:numPr><w:numId w:val='2'/></w:numPr>", "Facts"),
    ]
    .concat();
    assert_eq!(
        text(&body),
        "1. By style.\n1(a) Under it.\n1(b) Under it too.\n\nBetween.\n\n2. Goes on.\n2(a) Begins anew.\n7. Set to seven.\n\n\
         Then\n\n• a\n• b\n\nNo number.\n\n8. Facts"
    );
}

#[test]
fn tables_text_boxes_and_older_copies() {
    let cell = |words: &str| format!("<w:tc>{}</w:tc>", p(words));
    let row = |cells: &[&str]| {
        format!("<w:tr>{}</w:tr>", cells.iter().map(|words| cell(words)).collect::<String>())
    };
    let shape = format!(
        "<w:p><w:r><w:t>Beside</w:t><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx>\
         </mc:Choice><mc:Fallback><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></mc:Fallback>\
         </mc:AlternateContent><w:t> the box</w:t></w:r></w:p>",
        p("In the box")
    );
    let body = format!("<w:tbl>{}{}</w:tbl>{shape}", row(&["Paid", "", "5 000"]), row(&["Owed", "1", ""]));
    assert_eq!(text(&body), "Paid\t\t5 000\nOwed\t1\n\nBeside the box\n\nIn the box");
}

#[test]
fn tracked_changes_are_read_as_accepted() {
    let body = "<w:p><w:r><w:t>The bridge </w:t></w:r><w:del><w:r><w:delText>was</w:delText></w:r></w:del>\
                <w:ins><w:r><w:t>is</w:t></w:r></w:ins><w:r><w:t> shut</w:t></w:r></w:p>\
                <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p>\
                <w:p><w:r><w:t>paragraph.</w:t></w:r></w:p>\
                <w:moveFrom><w:p><w:r><w:t>gone</w:t></w:r></w:p></w:moveFrom>\
                <w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>gone</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
                <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>Seen.</w:t></w:r></w:p>";
    let comments = "<w:comments><w:comment w:id='1'><w:p/></w:comment><w:comment w:id='2'/></w:comments>";
    let parsed = read_document(body, &[("word/comments.xml", comments)]);
    assert_eq!(parsed.article.text.as_deref(), Some("The bridge is shut\n\nOne paragraph.\n\nSeen."));
    assert_eq!(codes(&parsed), ["tracked_changes", "comments", "hidden_words"]);
    assert!(parsed.warnings[1].message.starts_with("2 comments"), "{}", parsed.warnings[1].message);
}

#[test]
fn notes_come_last_after_their_marks() {
    let body = "<w:p><w:r><w:t>One</w:t><w:endnoteReference w:id='2'/><w:t> two</w:t><w:footnoteReference w:id='5'/></w:r></w:p>\
                <w:p><w:r><w:t>three</w:t><w:footnoteReference w:id='3'/></w:r></w:p>";
    let note = |id: u8, words: &str| {
        format!(
            "<w:footnote w:id='{id}'><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space='preserve'> {words}</w:t></w:r></w:p></w:footnote>"
        )
    };
    let foot = format!(
        "<w:footnotes><w:footnote w:type='separator' w:id='-1'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>{}{}</w:footnotes>",
        note(3, "Later."),
        note(5, "Earlier.")
    );
    let end =
        "<w:endnotes><w:endnote w:id='2'><w:p><w:r><w:t>Last.</w:t></w:r></w:p></w:endnote></w:endnotes>";
    let parsed = read_document(body, &[("word/footnotes.xml", &foot), ("word/endnotes.xml", end)]);
    assert_eq!(
        parsed.article.text.as_deref(),
        Some("One[i] two[1]\n\nthree[2]\n\n[1] Earlier.\n\n[2] Later.\n\n[i] Last.")
    );
}

#[test]
fn title_author_date_and_language() {
    let core = "<cp:coreProperties xmlns:dc='d'><dc:title>Stale title</dc:title><dc:creator>Ruiz, Ana</dc:creator>\
                <dcterms:created>2001-01-01T00:00:00Z</dcterms:created></cp:coreProperties>";
    let body = styled("<w:pStyle w:val='T'/>", "Bridge stays shut") + &p("Sept. 7, 2011") + &p("Words.");
    let article = read_document(&body, &[("docProps/core.xml", core)]).article;
    assert_eq!(
        (article.title.as_str(), article.bases.title),
        ("Bridge stays shut", Some(Basis::VisibleText))
    );
    assert_eq!(
        (article.byline, article.bases.byline),
        (vec!["Ana Ruiz".to_owned()], Some(Basis::Properties))
    );
    let published = article.published.expect("the date line");
    assert_eq!((published.date.to_string().as_str(), published.basis), ("2011-09-07", Basis::VisibleText));
    assert_eq!((article.language.as_str(), article.bases.language), ("en-GB", Some(Basis::Properties)));
    assert_eq!(article.importer, "docx");

    let article = read_document(&p("The words, which are no title."), &[("docProps/core.xml", core)]).article;
    assert_eq!((article.title.as_str(), article.bases.title), ("Stale title", Some(Basis::Properties)));
    assert_eq!(article.published, None, "the day a file was made is not the day of publication");
}

#[test]
fn the_letterhead_comes_first_without_page_numbers() {
    let header = format!(
        "<w:hdr>{}<w:p><w:r><w:t>Page </w:t><w:instrText> PAGE </w:instrText><w:t>1</w:t></w:r></w:p></w:hdr>",
        p("City of Harbour, Office of the Mayor")
    );
    let rels =
        "<Relationships><Relationship Id='h' Type='http://x/header' Target='header9.xml'/></Relationships>";
    let body = p("Dear Ms. Ruiz")
        + "<w:sectPr><w:headerReference w:type='first' r:id='h'/><w:titlePg/><w:pgNumType w:start='3'/></w:sectPr>";
    let parts = [("word/header9.xml", header.as_str()), ("word/_rels/document.xml.rels", rels)];
    let article = read_document(&body, &parts).article;
    assert_eq!(article.text.as_deref(), Some("City of Harbour, Office of the Mayor\n\nDear Ms. Ruiz"));
}

#[test]
fn pages_are_kept_only_where_all_are_known() {
    let body = p("One")
        + "<w:p><w:r><w:t>two </w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t>three</w:t></w:r></w:p>\
           <w:sectPr><w:pgNumType w:start='3'/></w:sectPr>";
    let app = |count: u8| format!("<Properties><Pages>{count}</Pages></Properties>");
    let pages = |count| read_document(&body, &[("docProps/app.xml", &app(count))]).article.pages;
    let labels: Vec<(usize, String)> = pages(2).into_iter().map(|page| (page.at, page.label)).collect();
    assert_eq!(labels, [(0, "3".to_owned()), (9, "4".to_owned())]);
    assert_eq!(pages(5), []);
    let one = read_document(&p("One"), &[("docProps/app.xml", &app(1))]).article.pages;
    assert_eq!(one, [], "programs that lay nothing out say that everything is on one page");
}

#[test]
fn a_document_that_breaks_off_is_read_up_to_there() {
    let main = format!("<w:document><w:body>{}<w:p><w:r><w:t>Half a wo", p("Whole."));
    let bytes = zipped(&[("[Content_Types].xml", TYPES.as_bytes()), ("word/document.xml", main.as_bytes())]);
    let parsed = read(&bytes, "a.docx", &Ask::default());
    assert_eq!(parsed.article.text.as_deref(), Some("Whole.\n\nHalf a wo"));
    assert_eq!(codes(&parsed), ["damaged"]);

    let whole = document(&p("Whole."), &[]);
    let parsed = read(&whole[..whole.len() - 30], "a.docx", &Ask::default());
    assert_eq!((parsed.article.text.as_deref(), codes(&parsed)), (Some("Whole."), vec!["damaged"]));

    let deep = read_document(&(p("Before.") + &"<w:sdt>".repeat(100_000)), &[]);
    assert_eq!(deep.article.text.as_deref(), Some("Before."));
    assert_eq!(codes(&deep), ["too_deep"]);
    assert_eq!(codes(&read_document("", &[])), ["no_words"]);
}

#[test]
fn nothing_outside_the_document_is_read() {
    let main = "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><w:document><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>";
    let bytes = zipped(&[("[Content_Types].xml", TYPES.as_bytes()), ("word/document.xml", main.as_bytes())]);
    assert_eq!(read(&bytes, "a.docx", &Ask::default()).article.text.as_deref(), Some("&x;"));
}
