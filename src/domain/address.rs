//! Whether two addresses lead to one document.

/// Parts of an address that only tell how a reader came to it.
const TRACKING: &[&str] = &[
    "fbclid",
    "gclid",
    "dclid",
    "msclkid",
    "igshid",
    "mc_cid",
    "mc_eid",
    "cmpid",
    "ocid",
    "smid",
    "ref",
    "ref_src",
    "share",
    "s_cid",
    "cid",
    "ito",
    "icid",
    "at_medium",
    "at_campaign",
];

/// An address reduced to what names the document: two that are equal lead to the same one. `None` for what is no
/// address of the web, and for the front page of a site, which is another document every day.
#[must_use]
pub fn document(address: &str) -> Option<String> {
    let url = url::Url::parse(address.trim()).ok()?;
    if !matches!(url.scheme(), "http" | "https") {
        return None;
    }
    let host = url.host_str()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    let path = url.path().trim_end_matches('/');
    let query: Vec<String> = url
        .query_pairs()
        .filter(|(name, _)| !name.starts_with("utm_") && !TRACKING.contains(&name.as_ref()))
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let front = path.is_empty() || matches!(path, "/index.html" | "/index.htm" | "/index.php" | "/home");
    if front && query.is_empty() {
        return None;
    }
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    let mark = if query.is_empty() { "" } else { "?" };
    Some(format!("{host}{port}{path}{mark}{}", query.join("&")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_to_a_document_does_not_change_it() {
        let plain = document("https://courier.example/news/wells-run-dry");
        assert!(plain.is_some());
        for same in [
            "http://www.courier.example/news/wells-run-dry/",
            "https://COURIER.example/news/wells-run-dry?utm_source=mail&fbclid=x#comments",
            " https://courier.example:443/news/wells-run-dry ",
        ] {
            assert_eq!(document(same), plain, "{same}");
        }
        for other in [
            "https://courier.example/news/Wells-run-dry",
            "https://courier.example/news/wells-run-dry?page=2",
            "https://post.example/news/wells-run-dry",
        ] {
            assert_ne!(document(other), plain, "{other}");
        }
        assert_ne!(document("https://a.example/?id=12"), document("https://a.example/?id=13"));
    }

    #[test]
    fn a_front_page_is_no_document() {
        for none in
            ["https://courier.example/", "https://courier.example", "mailto:a@b.example", "", "/news/a"]
        {
            assert_eq!(document(none), None, "{none}");
        }
    }
}
