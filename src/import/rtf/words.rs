//! The control words of rich text files that are told from the others by a list.

/// The character that a control word stands for.
pub(super) fn character(word: &str) -> Option<&'static str> {
    Some(match word {
        "tab" => "\t",
        "line" => "\n",
        "emdash" => "—",
        "endash" => "–",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "bullet" => "•",
        "emspace" => "\u{2003}",
        "enspace" => "\u{2002}",
        "qmspace" => "\u{2005}",
        "zwj" => "\u{200d}",
        "zwnj" => "\u{200c}",
        "ltrmark" => "\u{200e}",
        "rtlmark" => "\u{200f}",
        _ => return None,
    })
}

/// Groups without words of the document, although older programs would show them.
pub(super) const NO_WORDS: &[&str] = &[
    "colortbl",
    "pict",
    "nonshppict",
    "objdata",
    "shprslt",
    "sp",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "ftnsep",
    "ftnsepc",
    "ftncn",
    "aftnsep",
    "aftnsepc",
    "aftncn",
    "xe",
    "tc",
    "tcn",
    "rxe",
    "txe",
    "filetbl",
    "listtable",
    "listoverridetable",
    "revtbl",
    "rsidtbl",
    "themedata",
    "colorschememapping",
    "latentstyles",
    "datastore",
    "xmlnstbl",
    "mmathPr",
    "nonesttables",
    "falt",
    "panose",
    "template",
    "private",
    "comment",
    "mmathPict",
];

/// Groups that may be passed over, but hold words of the document.
pub(super) const OPTIONAL: &[&str] = &["shpinst", "do", "shppict", "txfieldtext", "mmath", "moMath"];
