//! Files of records read whole.

use proptest::prelude::*;

use crate::domain::kind::ArticleKind;
use crate::import::{Ask, Inner, Parsed, read};

fn parsed(text: &str, name: &str) -> Parsed {
    read(text.as_bytes(), name, &Ask::default())
}

fn date(inner: &Inner) -> String {
    inner.known.published.as_ref().map(|found| found.date.to_string()).unwrap_or_default()
}

const RIS: &str = "\u{feff}TY  - NEWS\nTI  - Ferry line defends “unavoidable” fares\nAU  - Lindqvist, Marta\n\
    AU  - Weller, Tom\nT2  - Northsound Courier\nDA  - 2019/03/14/\nUR  - https://courier.example/fares\nLA  - en-GB\n\
    AB  - The line says it had no choice.\nPassengers doubt it.\nER  - \n\n\
    TY  - BLOG\r\nT1  - On the pier\r\nPY  - 2019\r\nL1  - https://pier.example/a.pdf;files/3/pier.pdf\r\nER  - \r\n";

#[test]
fn ris_records_are_articles() {
    let Parsed { inner, wrapper, article, .. } = parsed(RIS, "export.txt");
    assert_eq!((article.importer.as_str(), inner.len()), ("ris", 2));
    // The second record gives way to its file: the list stays, so that nothing is lost.
    assert!(!wrapper);
    let known = &inner[0].known;
    assert_eq!(known.title, "Ferry line defends “unavoidable” fares");
    assert_eq!(known.byline, ["Marta Lindqvist", "Tom Weller"]);
    assert_eq!((known.outlet.as_str(), known.language.as_str()), ("Northsound Courier", "en-GB"));
    assert_eq!(
        (date(&inner[0]).as_str(), known.url.as_str()),
        ("2019-03-14", "https://courier.example/fares")
    );
    assert_eq!(known.text.as_deref(), Some("The line says it had no choice.\nPassengers doubt it."));
    assert_eq!(inner[0].warnings[0].code, "only_abstract");
    assert!(String::from_utf8_lossy(&inner[0].bytes).starts_with("TY  - NEWS"));
    assert_eq!((date(&inner[1]).as_str(), inner[1].known.kind), ("2019", ArticleKind::Post));
    assert_eq!(inner[1].link.as_deref(), Some("files/3/pier.pdf"));
    assert_eq!(inner[1].warnings[0].code, "only_reference");
}

#[test]
fn bibtex_records_are_articles() {
    let text = "@string{nc = {Northsound Courier}}\n\n@article{lind2019,\n  title = {The {Harbour} Board's \\'Ecole caf{\\'e}},\n  \
        author = {Lindqvist, Marta and {Harbour Board} and others},\n  journal = nc,\n  year = 2019, month = mar, day = 14,\n  \
        url = {https://courier.example/a_b},\n  langid = {english},\n}\n\n@misc{broken, title = {Open\n\n\
        @online{pier, title = {On the pier}, date = {2019-03/2019-04}, file = {Text:files/3/pier.pdf:application/pdf}}\n";
    let Parsed { inner, article, .. } = parsed(text, "refs.bib");
    assert_eq!((article.importer.as_str(), inner.len()), ("bibtex", 3));
    let known = &inner[0].known;
    assert_eq!(known.title, "The Harbour Board's École café");
    assert_eq!(known.byline, ["Marta Lindqvist", "Harbour Board"]);
    assert_eq!((known.outlet.as_str(), date(&inner[0]).as_str()), ("Northsound Courier", "2019-03-14"));
    assert_eq!((known.url.as_str(), known.language.as_str()), ("https://courier.example/a_b", "en"));
    // One that is broken is kept as it stands.
    assert_eq!(inner[1].known.title, "broken");
    assert!(inner[1].known.text.as_deref().is_some_and(|text| text.contains("title = {Open")));
    assert_eq!(
        (date(&inner[2]).as_str(), inner[2].link.as_deref()),
        ("2019-03/2019-04", Some("files/3/pier.pdf"))
    );
}

#[test]
fn csl_records_are_articles() {
    let text = r#"[{"id": "a", "type": "article-newspaper", "title": "Fares “rise” {again}", "container-title": "Northsound Courier",
        "author": [{"family": "Lindqvist", "given": "Marta"}, {"literal": "Harbour Board"}],
        "issued": {"date-parts": [[2019, 3]]}, "URL": "https://courier.example/a", "abstract": "<p>In <i>short</i>.</p>"},
        {"id": "b", "type": "report", "title": "Accounts", "issued": {"date-parts": [["2018", 1, 2], [2018, 1, 5]]}, "DOI": "10.1000/182"}]"#;
    let Parsed { inner, wrapper, article, .. } = parsed(text, "refs.json");
    assert_eq!((article.importer.as_str(), inner.len(), wrapper), ("csl-json", 2, true));
    let known = &inner[0].known;
    assert_eq!((known.title.as_str(), date(&inner[0]).as_str()), ("Fares “rise” {again}", "2019-03"));
    assert_eq!(known.byline, ["Marta Lindqvist", "Harbour Board"]);
    assert_eq!(known.text.as_deref(), Some("In short."));
    assert_eq!(date(&inner[1]), "2018-01-02/2018-01-05");
    assert_eq!(inner[1].known.url, "https://doi.org/10.1000/182");
}

#[test]
fn what_only_looks_like_records_stays_a_text() {
    for text in [
        "TY is a company",
        "@ana said {so}",
        "[\"a\"]",
        "{\"type\": \"report\"}",
        "# Title\n\n@article about",
    ] {
        let importer = parsed(text, "a.txt").article.importer;
        assert!(["plain", "markdown"].contains(&importer.as_str()), "{text}: {importer}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn mutated_records_are_read(which in 0_usize..3, cut in 0_usize..400, put in "[@{}\\[\\]\",=\\\\ a-z\n-]{0,8}", len in 0_usize..40) {
        let text = [RIS, "@article{a,title={A {B} \\'e}, author={Ruiz, Ana}, month=sep, year={2011}}\n@misc{b, file={a:b:c}}\n",
            "[{\"id\":\"a\",\"type\":\"report\",\"title\":\"A\",\"issued\":{\"date-parts\":[[2011]]}}]"][which];
        let chars: Vec<char> = text.chars().collect();
        let cut = cut.min(chars.len());
        let end = (cut + len).min(chars.len());
        let text: String = chars[..cut].iter().collect::<String>() + &put + &chars[end..].iter().collect::<String>();
        let parsed = read(text.as_bytes(), "a.bib", &Ask::default());
        prop_assert!(!parsed.wrapper || !parsed.inner.is_empty());
        prop_assert!(parsed.warnings.iter().all(|warning| warning.code != "parser_failed"), "{}", text);
    }
}
