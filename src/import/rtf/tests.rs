//! Files written here, read whole.

use proptest::prelude::*;

use crate::import::{Ask, Basis, Parsed, read};

/// A file with something of everything.
pub(in crate::import) const FILE: &str = "{\\rtf1\\ansi{\\fonttbl{\\f1\\fcharset128 Gothic;}}{\\stylesheet{\\s1 heading 1;}}{\\info{\\title A}}\
    \\pard\\s1 Facts\\par\\pard{\\listtext 1.}one\\'e9 \\u8220?{\\f1\\'8e\\'73}\\chftn{\\footnote note}\\par\
    \\intbl x\\cell\\itap2 y\\nestcell{\\*\\nesttableprops\\nestrow}\\itap1\\cell\\row\\pard{\\shp{\\shptxt box}}\\bin3 abc end\\par}";

fn read_file(body: &str) -> Parsed {
    read(format!("{{\\rtf1\\ansi\\ansicpg1252\\deff0 {body}}}").as_bytes(), "a file.rtf", &Ask::default())
}

fn text(body: &str) -> String {
    read_file(body).article.text.expect("a text")
}

fn codes(parsed: &Parsed) -> Vec<&str> {
    parsed.warnings.iter().map(|warning| warning.code.as_str()).collect()
}

#[test]
fn paragraphs_and_characters() {
    let body = "\\pard \\ldblquote No\\~sage  advice,\\rdblquote\\par\r\n\\par teh {\\b ca}f\\'e9\\line line\\tab tab\\_\\-\\{x\\}\\\\\\\r\nNext \\emdash{} last\\'85";
    assert_eq!(
        text(body),
        "“No\u{a0}sage  advice,”\n\nteh café\nline\ttab\u{2011}\u{ad}{x}\\\n\nNext — last…"
    );
}

#[test]
fn characters_by_number_and_what_stands_in_for_them() {
    assert_eq!(
        text("\\u8220?x\\u8221\\'94 {\\uc0\\u252}b{\\uc2\\u-10179 ??\\u-8704 ??}c"),
        "“x” übc".replace("bc", "b😀c")
    );
    assert_eq!(text("a\\u8211 \\par b"), "a–\n\nb", "the end of a paragraph never stands in for a character");
    assert_eq!(text("\\upr{old}{\\*\\ud new}"), "new");
    assert_eq!(text("{\\upr{old}{\\*\\ud new}} x"), "new x");
}

#[test]
fn character_sets_of_fonts() {
    let fonts = "{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial{\\*\\falt Other};}{\\f1\\fcharset204 Arial Cyr;}{\\f2\\fcharset128 Gothic;}{\\f3\\fcharset2 Symbol;}}";
    let body = format!(
        "{fonts}caf\\'e9 {{\\f1\\'ea\\'ee\\'f8\\'ea\\'e0}} {{\\f2\\'8e\\'73\\'92\\'b7\\'83A}} {{\\f3\\'b7}}"
    );
    assert_eq!(text(&body), "café кошка 市長ア •");
}

#[test]
fn what_is_not_of_the_document_is_left_out() {
    let body = "{\\colortbl;\\red0;}{\\*\\generator X;}{\\*\\unknown {deep} x}{\\pict\\pngblip 89504e}{\\footer foot\\par}\
                Seen{\\object{\\*\\objdata 0102}{\\result shown}} \\bin4 }}}}{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt link}}";
    assert_eq!(text(body), "Seenshown link");
    let parsed = read_file("Kept {\\deleted gone}{\\revised new}{\\v secret}{\\*\\annotation note}");
    assert_eq!(parsed.article.text.as_deref(), Some("Kept new"));
    assert_eq!(codes(&parsed), ["tracked_changes", "comments", "hidden_words"]);
}

#[test]
fn lists_tables_notes_and_boxes() {
    let body = "\\pard{\\listtext\\tab 1.\\tab}one\\par{\\listtext 2.}two\\par{\\listtext\\u61589?\\tab}dot\\par\\pard{\\listtext\\tab}Between{\\super\\chftn{\\footnote\\pard{\\super\\chftn} The note.}}\\par \
                \\trowd\\cellx1\\cellx2\\pard\\intbl\\cell Paid\\cell 5\\cell\\row\\intbl Owed\\cell\\cell 7\\cell\\row\\pard \
                After{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 1}}{\\shptxt in box\\par}}{\\shprslt old}} all\\par";
    assert_eq!(
        text(body),
        "1. one\n2. two\n• dot\n\nBetween[1]\n\n\tPaid\t5\nOwed\t\t7\n\nAfter all\n\nin box\n\n[1] The note."
    );
    let nested = "\\pard\\intbl Left\\cell\\itap2 in\\nestcell side\\nestcell{\\*\\nesttableprops\\trowd\\nestrow}{\\nonesttables\\par}\\pard\\intbl\\cell\\row";
    assert_eq!(text(nested), "Left\tin\tside");
}

#[test]
fn title_author_and_headings() {
    let styles = "{\\stylesheet{\\f5 Normal;}{\\s1\\f5 heading 1;}{\\*\\cs10 Font;}}{\\info{\\title Stale}{\\author Ana Ruiz}{\\creatim\\yr2001}}";
    let article = read_file(&format!("{styles}\\pard\\s1 Facts\\par\\pard\\lang1031 Words.\\par")).article;
    assert_eq!(article.text.as_deref(), Some("Facts\n\nWords."));
    assert_eq!((article.title.as_str(), article.bases.title), ("Stale", Some(Basis::Properties)));
    assert_eq!((article.byline, article.published), (vec!["Ana Ruiz".to_owned()], None));
    assert_eq!((article.language.as_str(), article.importer.as_str()), ("de", "rtf"));
    let header = read_file("\\titlepg{\\header {\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}}{\\headerf City of Harbour\\par}Dear Ms. Ruiz\\par").article;
    assert_eq!(header.text.as_deref(), Some("City of Harbour\n\nDear Ms. Ruiz"));
}

#[test]
fn a_file_that_breaks_off_or_nests_too_deeply_is_read_up_to_there() {
    let parsed = read(b"{\\rtf1 Whole.\\par Half {a wo", "a.rtf", &Ask::default());
    assert_eq!(parsed.article.text.as_deref(), Some("Whole.\n\nHalf a wo"));
    assert_eq!(codes(&parsed), ["damaged"]);
    let parsed = read_file(&format!("Before.{}after", "{".repeat(100_000)));
    assert_eq!(parsed.article.text.as_deref(), Some("Before."));
    assert_eq!(codes(&parsed), ["too_deep"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_control_words_are_read(parts in proptest::collection::vec(
        "\\{|\\}|\\\\par|\\\\u-?[0-9]{1,5}|\\\\uc[0-9]|\\\\'[0-9a-f]{2}|\\\\bin[0-9]{1,3} |\\\\cell|\\\\row|\\\\intbl|\\\\itap[0-9]|\
         \\\\nestcell|\\\\nestrow|\\{\\\\footnote|\\\\chftn|\\{\\\\\\*\\\\[a-z]{1,5}|\\{\\\\shptxt|\\{\\\\upr|\\{\\\\fonttbl|\\\\f[0-9]|\\\\deleted|[a-z; é]{1,5}", 0..80)) {
        let parsed = read(format!("{{\\rtf1 {}", parts.concat()).as_bytes(), "a.rtf", &Ask::default());
        prop_assert!(parsed.article.text.is_some());
        prop_assert!(parsed.warnings.iter().all(|warning| warning.code != "parser_failed"), "{:?}", parts);
    }

    #[test]
    fn any_words_come_back(words in "[^\\\\{}\\p{C}\u{e000}-\u{f8ff}]{1,60}") {
        prop_assume!(!words.trim().is_empty());
        let mut written = String::new();
        let mut units = [0; 2];
        for c in words.chars() {
            if c.is_ascii() {
                written.push(c);
            } else {
                for unit in c.encode_utf16(&mut units) {
                    written.extend(["\\u", &(*unit as i16).to_string(), "?"]);
                }
            }
        }
        prop_assert_eq!(text(&format!("{written}\\par")), words);
    }
}
