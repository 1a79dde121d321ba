//! Pages without the pictures, fonts and sounds that are packed into them as `data:` addresses.

use std::borrow::Cow;

/// Shorter ones cost nothing.
const WORTH_CUTTING: usize = 256;

/// The page without the contents of its `data:` addresses: nothing but Base64 is taken out, and no words are that.
pub(super) fn slim(html: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut rest = html;
    while let Some(at) = rest.find(";base64,") {
        let (head, body) = rest.split_at(at + ";base64,".len());
        let end = body.bytes().position(|byte| !is_base64(byte)).unwrap_or(body.len());
        out.push_str(head);
        if end < WORTH_CUTTING {
            out.push_str(&body[..end]);
        }
        rest = &body[end..];
    }
    if out.is_empty() {
        return Cow::Borrowed(html);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'%' | b'-' | b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_go_and_words_stay() {
        let picture = "iVBORw0KGgo+/".repeat(100);
        let page = format!(
            "<p>a;base64,b</p><img src=\"data:image/png;base64,{picture}\" alt=\"The bridge\"><p>é</p>"
        );
        assert_eq!(
            slim(&page),
            "<p>a;base64,b</p><img src=\"data:image/png;base64,\" alt=\"The bridge\"><p>é</p>"
        );
        assert_eq!(slim(&format!("x;base64,{picture}")), "x;base64,");
        assert!(matches!(slim("<p>words</p>"), Cow::Borrowed(_)));
    }
}
