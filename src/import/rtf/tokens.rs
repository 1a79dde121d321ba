//! The pieces of a rich text file.

/// A piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `{`.
    Open,
    /// `}`.
    Close,
    /// A control word and its number.
    Word(&'a str, Option<i32>),
    /// A control sign: a backslash and one byte that is no letter.
    Sign(u8),
    /// A byte of text, written in hexadecimal.
    Hex(u8),
    /// Bytes of text.
    Text(&'a [u8]),
    /// Binary data, passed over.
    Binary,
}

/// All pieces of a file.
pub(super) struct Tokens<'a> {
    rest: &'a [u8],
}

/// Longer words are none; the longest there is has half as many letters.
const MAX_WORD: usize = 64;

/// Reads the pieces of a file.
pub(super) fn tokens(bytes: &[u8]) -> Tokens<'_> {
    Tokens { rest: bytes }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let (first, rest) = self.rest.split_first()?;
            match first {
                b'{' | b'}' => {
                    self.rest = rest;
                    return Some(if *first == b'{' { Token::Open } else { Token::Close });
                }
                // Line ends are for people who look at the file; they are no text.
                b'\r' | b'\n' | 0 => self.rest = rest,
                b'\\' => return self.control(rest),
                _ => {
                    let ends = |byte: &u8| matches!(byte, b'{' | b'}' | b'\\' | b'\r' | b'\n' | 0);
                    let end = self.rest.iter().position(ends).unwrap_or(self.rest.len());
                    let (text, rest) = self.rest.split_at(end);
                    self.rest = rest;
                    return Some(Token::Text(text));
                }
            }
        }
    }
}

impl<'a> Tokens<'a> {
    /// What follows a backslash.
    fn control(&mut self, rest: &'a [u8]) -> Option<Token<'a>> {
        let (first, after) = rest.split_first()?;
        if *first == b'\'' {
            let hex = |at: usize| char::from(*after.get(at)?).to_digit(16);
            let byte = hex(0).zip(hex(1)).map(|(high, low)| (high * 16 + low) as u8);
            self.rest = if byte.is_some() { after.get(2..).unwrap_or_default() } else { after };
            return Some(byte.map_or(Token::Sign(b'\''), Token::Hex));
        }
        if !first.is_ascii_alphabetic() {
            self.rest = after;
            return Some(Token::Sign(*first));
        }
        let length = rest.iter().take(MAX_WORD).take_while(|byte| byte.is_ascii_alphabetic()).count();
        let (word, after) = rest.split_at(length);
        let (number, after) = number(after);
        self.rest = after.strip_prefix(b" ").unwrap_or(after);
        let word = std::str::from_utf8(word).unwrap_or_default();
        if word == "bin" {
            let length = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
            self.rest = self.rest.get(length..).unwrap_or_default();
            return Some(Token::Binary);
        }
        Some(Token::Word(word, number))
    }
}

/// The number at the start, and what follows it.
fn number(bytes: &[u8]) -> (Option<i32>, &[u8]) {
    let unsigned = bytes.strip_prefix(b"-").unwrap_or(bytes);
    let length = unsigned.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if length == 0 {
        return (None, bytes);
    }
    let (figures, rest) = unsigned.split_at(length);
    let value = std::str::from_utf8(figures).ok().and_then(|figures| figures.parse::<i32>().ok());
    let value = value.map(|value| if unsigned.len() < bytes.len() { -value } else { value });
    (value, rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8]) -> Vec<Token<'_>> {
        tokens(bytes).collect()
    }

    #[test]
    fn pieces_of_a_file() {
        use Token::{Binary, Close, Hex, Open, Sign, Text, Word};
        assert_eq!(
            all(b"{\\b0 one\r\ntwo\\'e9\\~\\u-10179?\\par}"),
            [
                Open,
                Word("b", Some(0)),
                Text(b"one"),
                Text(b"two"),
                Hex(0xe9),
                Sign(b'~'),
                Word("u", Some(-10179)),
                Text(b"?"),
                Word("par", None),
                Close
            ]
        );
        assert_eq!(all(b"\\bin3 }}}x"), [Binary, Text(b"x")]);
        assert_eq!(all(b"\\bin99999999 x"), [Binary]);
        assert_eq!(all(b"\\bin-5 x"), [Binary, Text(b"x")]);
        assert_eq!(all(b"\\a99999999999 \\'zz\\"), [Word("a", None), Sign(b'\''), Text(b"zz")]);
    }
}
