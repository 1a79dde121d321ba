//! The language of a text: what its document says, unless its words plainly are of another one.

use whatlang::Lang;

use super::found::{Basis, Imported};

/// Shorter texts could be anything.
const ENOUGH: usize = 120;
/// How many characters are looked at.
const LOOKED_AT: usize = 10_000;

/// Fills in the language of a text whose document declares `declared`.
///
/// Programs write the language of their own window into every document, so words that are surely of another language
/// go before what is declared.
pub(super) fn settle(article: &mut Imported, declared: Option<&str>, text: &str) {
    let declared = declared.and_then(tag);
    let (language, basis) = match (declared, of_words(text)) {
        (Some(declared), Some(words)) if alike(&declared, words) => (declared, Basis::Properties),
        (_, Some(words)) => (words.to_owned(), Basis::Words),
        (Some(declared), None) => (declared, Basis::Properties),
        (None, None) => return,
    };
    article.language = language;
    article.bases.language = Some(basis);
}

/// A language tag as it should be written: `en_us` is `en-US`; `None` if it names no language.
pub(super) fn tag(written: &str) -> Option<String> {
    let mut parts = written.trim().split(['-', '_', '.']);
    let primary = parts.next()?.to_ascii_lowercase();
    let letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
    if !(2..=3).contains(&primary.len())
        || !letters(&primary)
        || ["zxx", "und", "mul", "mis"].contains(&primary.as_str())
    {
        return None;
    }
    let region = parts.find(|part| part.len() == 2 && letters(part)).map(str::to_ascii_uppercase);
    Some(region.map_or(primary.clone(), |region| format!("{primary}-{region}")))
}

/// The language that a text plainly is in.
pub(super) fn of_words(text: &str) -> Option<&'static str> {
    let end = text.char_indices().nth(LOOKED_AT).map_or(text.len(), |(at, _)| at);
    let sample = &text[..end];
    if sample.chars().filter(|c| c.is_alphabetic()).count() < ENOUGH {
        return None;
    }
    let info = whatlang::detect(sample).filter(whatlang::Info::is_reliable)?;
    CODES.iter().find(|(lang, _)| *lang == info.lang()).map(|(_, code)| *code)
}

/// Whether two tags name one language, or two that are easily taken for each other.
fn alike(declared: &str, words: &str) -> bool {
    let primary = declared.split('-').next().unwrap_or_default();
    let near = [&["nb", "nn", "no", "da"][..], &["sr", "hr", "bs", "sh", "me"], &["id", "ms"], &["cs", "sk"]];
    primary == words || near.iter().any(|group| group.contains(&primary) && group.contains(&words))
}

/// The tags of the languages that can be told by their words.
const CODES: &[(Lang, &str)] = &[
    (Lang::Epo, "eo"),
    (Lang::Eng, "en"),
    (Lang::Rus, "ru"),
    (Lang::Cmn, "zh"),
    (Lang::Spa, "es"),
    (Lang::Por, "pt"),
    (Lang::Ita, "it"),
    (Lang::Ben, "bn"),
    (Lang::Fra, "fr"),
    (Lang::Deu, "de"),
    (Lang::Ukr, "uk"),
    (Lang::Kat, "ka"),
    (Lang::Ara, "ar"),
    (Lang::Hin, "hi"),
    (Lang::Jpn, "ja"),
    (Lang::Heb, "he"),
    (Lang::Yid, "yi"),
    (Lang::Pol, "pl"),
    (Lang::Amh, "am"),
    (Lang::Jav, "jv"),
    (Lang::Kor, "ko"),
    (Lang::Nob, "nb"),
    (Lang::Dan, "da"),
    (Lang::Swe, "sv"),
    (Lang::Fin, "fi"),
    (Lang::Tur, "tr"),
    (Lang::Nld, "nl"),
    (Lang::Hun, "hu"),
    (Lang::Ces, "cs"),
    (Lang::Ell, "el"),
    (Lang::Bul, "bg"),
    (Lang::Bel, "be"),
    (Lang::Mar, "mr"),
    (Lang::Kan, "kn"),
    (Lang::Ron, "ro"),
    (Lang::Slv, "sl"),
    (Lang::Hrv, "hr"),
    (Lang::Srp, "sr"),
    (Lang::Mkd, "mk"),
    (Lang::Lit, "lt"),
    (Lang::Lav, "lv"),
    (Lang::Est, "et"),
    (Lang::Tam, "ta"),
    (Lang::Vie, "vi"),
    (Lang::Urd, "ur"),
    (Lang::Tha, "th"),
    (Lang::Guj, "gu"),
    (Lang::Uzb, "uz"),
    (Lang::Pan, "pa"),
    (Lang::Aze, "az"),
    (Lang::Ind, "id"),
    (Lang::Tel, "te"),
    (Lang::Pes, "fa"),
    (Lang::Mal, "ml"),
    (Lang::Ori, "or"),
    (Lang::Mya, "my"),
    (Lang::Nep, "ne"),
    (Lang::Sin, "si"),
    (Lang::Khm, "km"),
    (Lang::Tuk, "tk"),
    (Lang::Aka, "ak"),
    (Lang::Zul, "zu"),
    (Lang::Sna, "sn"),
    (Lang::Afr, "af"),
    (Lang::Lat, "la"),
    (Lang::Slk, "sk"),
    (Lang::Cat, "ca"),
    (Lang::Tgl, "tl"),
    (Lang::Hye, "hy"),
    (Lang::Cym, "cy"),
];

#[cfg(test)]
mod tests {
    use super::*;

    const GERMAN: &str = "Der Bürgermeister sagte am Donnerstag, die Brücke bleibe geschlossen, bis die Prüfung \
                          abgeschlossen sei. Die Anwohner verlangen seit Monaten eine Erklärung der Stadt.";

    fn settled(declared: Option<&str>, text: &str) -> (String, Option<Basis>) {
        let mut article = Imported::default();
        settle(&mut article, declared, text);
        (article.language, article.bases.language)
    }

    #[test]
    fn words_go_before_what_a_program_declares() {
        assert_eq!(settled(Some("en-US"), GERMAN), ("de".to_owned(), Some(Basis::Words)));
        assert_eq!(settled(Some("de_at"), GERMAN), ("de-AT".to_owned(), Some(Basis::Properties)));
        assert_eq!(settled(None, GERMAN), ("de".to_owned(), Some(Basis::Words)));
        assert_eq!(settled(Some("en-GB"), "Yes."), ("en-GB".to_owned(), Some(Basis::Properties)));
        assert_eq!(settled(Some("x-none"), "Yes."), (String::new(), None));
    }

    #[test]
    fn tags_are_written_alike() {
        assert_eq!(tag("zh-Hant-TW").as_deref(), Some("zh-TW"));
        assert_eq!(tag("EN"), Some("en".to_owned()));
        assert_eq!(tag("none"), None);
    }
}
