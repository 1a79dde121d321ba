//! Just enough of a Rust lexer to tell code from comments and string literals.

/// A word, a string literal or a sign of Rust code, with its line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) line: usize,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Kind {
    Ident(String),
    Str(String),
    Punct(char),
}

impl Token {
    pub(crate) fn is_ident(&self, name: &str) -> bool {
        matches!(&self.kind, Kind::Ident(n) if n == name)
    }
}

pub(crate) fn is_path_sep(tokens: &[Token], at: usize) -> bool {
    let colon = |i: usize| tokens.get(i).is_some_and(|t| t.kind == Kind::Punct(':'));
    colon(at) && colon(at + 1)
}

/// Drops `#[cfg(test)] mod … { … }`: unit tests may say what they like.
pub(crate) fn without_tests(tokens: Vec<Token>) -> Vec<Token> {
    let marker = lex("#[cfg(test)] mod");
    let same = |a: &[Token]| a.len() == marker.len() && a.iter().zip(&marker).all(|(x, y)| x.kind == y.kind);
    let mut kept = Vec::with_capacity(tokens.len());
    let mut i = 0;
    while i < tokens.len() {
        if same(tokens.get(i..i + marker.len()).unwrap_or_default()) {
            let mut depth = 0;
            while i < tokens.len() {
                match tokens[i].kind {
                    Kind::Punct('{') => depth += 1,
                    Kind::Punct('}') => depth -= 1,
                    _ => {}
                }
                let closes = matches!(tokens[i].kind, Kind::Punct('}' | ';'));
                i += 1;
                if depth == 0 && closes {
                    break;
                }
            }
        } else {
            kept.push(tokens[i].clone());
            i += 1;
        }
    }
    kept
}

/// Splits Rust source into tokens; comments, numbers, lifetimes and characters are left out.
pub(crate) fn lex(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let mut tokens = Vec::new();
    let (mut i, mut line) = (0, 1);
    while i < chars.len() {
        let start = i;
        match at(i) {
            '/' if at(i + 1) == '/' => i = until(&chars, i, |c| c == '\n'),
            '/' if at(i + 1) == '*' => i = block_comment_end(&chars, i),
            '"' => {
                i = string_end(&chars, i + 1);
                let words = chars[start + 1..(i - 1).max(start + 1)].iter().collect();
                tokens.push(Token { kind: Kind::Str(words), line });
            }
            'r' if at(i + 1) == '"' || (at(i + 1) == '#' && (at(i + 2) == '"' || at(i + 2) == '#')) => {
                let hashes = until(&chars, i + 1, |c| c != '#') - i - 1;
                let open = i + 2 + hashes;
                i = raw_string_end(&chars, open, hashes);
                let words = chars[open.min(i)..(i - 1 - hashes).max(open)].iter().collect();
                tokens.push(Token { kind: Kind::Str(words), line });
            }
            '\'' if at(i + 1) == '\\' => i = until(&chars, i + 3, |c| c == '\'') + 1,
            '\'' if at(i + 2) == '\'' => i += 3,
            '\'' => i += 1,
            c if c.is_alphabetic() || c == '_' => {
                i = until(&chars, i, |c| !(c.is_alphanumeric() || c == '_'));
                tokens.push(Token { kind: Kind::Ident(chars[start..i].iter().collect()), line });
            }
            c if c.is_ascii_digit() => i = until(&chars, i, |c| !(c.is_alphanumeric() || c == '_')),
            c => {
                i += 1;
                if !c.is_whitespace() {
                    tokens.push(Token { kind: Kind::Punct(c), line });
                }
            }
        }
        line += chars[start..i.min(chars.len())].iter().filter(|c| **c == '\n').count();
    }
    tokens
}

fn until(chars: &[char], from: usize, stop: impl Fn(char) -> bool) -> usize {
    (from..chars.len()).find(|&i| stop(chars[i])).unwrap_or(chars.len())
}

fn string_end(chars: &[char], from: usize) -> usize {
    let mut i = from;
    while i < chars.len() && chars[i] != '"' {
        i += if chars[i] == '\\' { 2 } else { 1 };
    }
    (i + 1).min(chars.len())
}

fn raw_string_end(chars: &[char], from: usize, hashes: usize) -> usize {
    let closes = |i: usize| {
        chars[i] == '"' && chars[i + 1..].iter().take(hashes).filter(|c| **c == '#').count() == hashes
    };
    (from..chars.len()).find(|&i| closes(i)).map_or(chars.len(), |i| i + 1 + hashes)
}

fn block_comment_end(chars: &[char], from: usize) -> usize {
    let (mut i, mut depth) = (from, 0);
    while i < chars.len() {
        match (chars[i], chars.get(i + 1)) {
            ('/', Some('*')) => (depth, i) = (depth + 1, i + 2),
            ('*', Some('/')) => (depth, i) = (depth - 1, i + 2),
            _ => i += 1,
        }
        if depth == 0 {
            break;
        }
    }
    i
}

fn lines_of(tokens: &[Token], name: &str) -> Vec<usize> {
    tokens.iter().filter(|t| t.is_ident(name)).map(|t| t.line).collect()
}

#[test]
fn the_lexer_keeps_its_place() {
    let tokens =
        lex("let c = '\"'; // \"no\n/* /* */ \" */ let s: &'static str = \"a\\\"b\";\nuse rusqlite::x;");
    assert_eq!(lines_of(&tokens, "rusqlite"), [3]);
    assert!(tokens.contains(&Token { kind: Kind::Str("a\\\"b".into()), line: 2 }));
    let tests_last = "fn a() {}\n#[cfg(test)]\nmod tests { use rusqlite::x; fn b() {} }\nfn c() {}";
    assert!(lines_of(&without_tests(lex(tests_last)), "rusqlite").is_empty());
    assert!(without_tests(lex(tests_last)).iter().any(|t| t.is_ident("c")));
}
