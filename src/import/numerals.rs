//! Numbers as lists print them.

/// The ways lists count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Count {
    /// 1, 2, 3.
    Figures,
    /// 01, 02, 03.
    Padded,
    /// a, b, c.
    Letters,
    /// A, B, C.
    Capitals,
    /// i, ii, iii.
    Roman,
    /// I, II, III.
    RomanCapitals,
    /// 1st, 2nd, 3rd.
    Ordinal,
    /// No number is printed.
    Nothing,
}

/// A number, printed so.
pub(super) fn printed(number: i64, count: Count) -> String {
    match count {
        Count::Nothing => String::new(),
        Count::Figures => number.to_string(),
        Count::Padded => format!("{number:02}"),
        Count::Letters => letters(number, 'a'),
        Count::Capitals => letters(number, 'A'),
        Count::Roman => roman(number),
        Count::RomanCapitals => roman(number).to_uppercase(),
        Count::Ordinal => format!("{number}{}", ending(number)),
    }
}

/// The mark of a note, as it stands in the text and before the note: `[1]`, and `[i]` for notes at the end.
pub(super) fn note_mark(number: usize, at_end: bool) -> String {
    let count = if at_end { Count::Roman } else { Count::Figures };
    format!("[{}]", printed(i64::try_from(number).unwrap_or(i64::MAX), count))
}

/// After z come aa, bb and so on.
fn letters(number: i64, first: char) -> String {
    let Ok(at) = u32::try_from(number - 1) else { return number.to_string() };
    let times = usize::try_from(at / 26).unwrap_or_default() + 1;
    match char::from_u32(u32::from(first) + at % 26) {
        Some(letter) if times <= 30 => std::iter::repeat_n(letter, times).collect(),
        _ => number.to_string(),
    }
}

const ROMAN: [(i64, &str); 13] = [
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];

fn roman(number: i64) -> String {
    if !(1..4000).contains(&number) {
        return number.to_string();
    }
    let mut left = number;
    let mut numeral = String::new();
    for (value, letters) in ROMAN {
        while left >= value {
            numeral.push_str(letters);
            left -= value;
        }
    }
    numeral
}

fn ending(number: i64) -> &'static str {
    match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_lists_print_them() {
        let all = |count| [1, 4, 11, 28, 2024].map(|number| printed(number, count));
        assert_eq!(all(Count::Letters), ["a", "d", "k", "bb", "2024"]);
        assert_eq!(all(Count::RomanCapitals), ["I", "IV", "XI", "XXVIII", "MMXXIV"]);
        assert_eq!(all(Count::Ordinal), ["1st", "4th", "11th", "28th", "2024th"]);
        assert_eq!(printed(-3, Count::Letters), "-3");
        assert_eq!(printed(3, Count::Padded), "03");
    }
}
