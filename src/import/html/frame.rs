//! What frames an article on its page: navigation, share bars, boxes that sell, captions; told by the names that
//! the page's makers gave its elements.

use dom_query::NodeRef;

/// What an element's name, class and id say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    /// Nothing, or that it may hold the article.
    None,
    /// It never holds the article.
    Never,
    /// It is no part of the article, unless it is most of the page.
    Small,
    /// The words under a picture, unless it is most of the page.
    Caption,
}

/// Judges an element.
pub(super) fn of(node: &NodeRef<'_>, name: &str) -> Frame {
    match name {
        "footer" | "nav" => return Frame::Never,
        "figcaption" => return Frame::Caption,
        "aside" | "form" | "header" | "label" => return Frame::Small,
        "html" | "body" | "main" | "article" => return Frame::None,
        _ => {}
    }
    let mut frame = Frame::None;
    for attribute in node.attrs() {
        let value = &*attribute.value;
        match &*attribute.name.local {
            "class" | "id" => each_part(value, |part| {
                if CAPTIONS.binary_search(&part).is_ok() {
                    frame = Frame::Caption;
                } else if frame == Frame::None && FRAMES.binary_search(&part).is_ok() {
                    frame = Frame::Small;
                }
            }),
            "style" if hides(value) => frame = Frame::Small,
            "hidden" if frame == Frame::None => frame = Frame::Small,
            "role" if ["navigation", "banner", "contentinfo", "complementary", "search"].contains(&value) => {
                frame = Frame::Small;
            }
            _ => {}
        }
    }
    frame
}

fn hides(style: &str) -> bool {
    style.split(';').any(|rule| {
        rule.split_once(':')
            .is_some_and(|(key, value)| key.trim() == "display" && value.trim().starts_with("none"))
    })
}

/// The parts of a name as its maker built it: `post-shareBar_2` has `post`, `share`, `bar`.
fn each_part(name: &str, mut tell: impl FnMut(&str)) {
    let mut part = String::new();
    let mut lower = false;
    for c in name.chars() {
        if !part.is_empty() && (!c.is_ascii_alphabetic() || lower && c.is_ascii_uppercase()) {
            tell(&part);
            part.clear();
        }
        if c.is_ascii_alphabetic() {
            part.push(c.to_ascii_lowercase());
        }
        lower = c.is_ascii_lowercase() || c.is_ascii_digit();
    }
    if !part.is_empty() {
        tell(&part);
    }
}

/// Parts of names that captions have. Sorted.
const CAPTIONS: &[&str] = &["caption", "captions", "figcaption"];

/// Parts of names that what frames an article has. Sorted.
const FRAMES: &[&str] = &[
    "ads",
    "advert",
    "advertisement",
    "advertisements",
    "advertising",
    "adverts",
    "aside",
    "attribution",
    "authorbox",
    "authors",
    "banner",
    "basket",
    "bio",
    "breadcrumb",
    "breadcrumbs",
    "byline",
    "bylines",
    "cart",
    "comment",
    "commentlist",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "copyright",
    "credits",
    "crumbs",
    "cta",
    "dateline",
    "datetime",
    "disqus",
    "donate",
    "donation",
    "drawer",
    "dropdown",
    "enews",
    "feedback",
    "footer",
    "gdpr",
    "hidden",
    "login",
    "masthead",
    "megamenu",
    "menu",
    "metadata",
    "modal",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "newsletters",
    "noprint",
    "offcanvas",
    "optin",
    "outbrain",
    "overlay",
    "pagination",
    "paywall",
    "print",
    "profile",
    "promo",
    "promos",
    "promotion",
    "readnext",
    "recirc",
    "recommendation",
    "recommendations",
    "recommended",
    "register",
    "related",
    "relatedposts",
    "restricted",
    "search",
    "share",
    "sharebar",
    "sharedaddy",
    "shares",
    "sharing",
    "sidebar",
    "signup",
    "skip",
    "sociable",
    "social",
    "socials",
    "sponsor",
    "sponsored",
    "subscribe",
    "subscription",
    "subscriptions",
    "survey",
    "taboola",
    "timestamp",
    "toolbar",
    "topbar",
    "trending",
];

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::*;

    fn of_markup(html: &str) -> Frame {
        let document = Document::fragment(html);
        let node = document.select("div").nodes()[0];
        of(&node, "div")
    }

    #[test]
    fn names_tell_what_frames_an_article() {
        assert!(FRAMES.is_sorted() && CAPTIONS.is_sorted());
        assert_eq!(of_markup("<div class='post-shareBar'>"), Frame::Small);
        assert_eq!(of_markup("<div id=relatedPosts2>"), Frame::Small);
        assert_eq!(of_markup("<div class='wp-caption-text'>"), Frame::Caption);
        assert_eq!(of_markup("<div style='color: red; display: none'>"), Frame::Small);
        assert_eq!(of_markup("<div class='shared-content navy biology'>"), Frame::None);
    }
}
