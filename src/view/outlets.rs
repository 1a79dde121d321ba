//! Which outlets the library knows, by the sites of their articles.

use std::collections::HashMap;

use crate::domain::id::Id;
use crate::error::Result;
use crate::store::{self, Db};

/// The outlets known in a case: its own and those of cases that are not kept apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlets {
    /// The case.
    pub case_id: Id,
    /// By site, the most frequent first.
    by_site: HashMap<String, Vec<String>>,
}

impl Outlets {
    /// What articles of this site are said to be published by, the most frequent first. The site's own name is no
    /// answer, it is what is asked about.
    #[must_use]
    pub fn of_site(&self, site: &str) -> &[String] {
        self.by_site.get(site).map_or(&[], Vec::as_slice)
    }
}

/// The site of an address, without `www.`; `None` if it is not the address of a page.
#[must_use]
pub fn site_of(address: &str) -> Option<String> {
    let url = url::Url::parse(address).ok()?;
    let host = url.host_str()?;
    Some(host.strip_prefix("www.").unwrap_or(host).to_owned())
}

/// Builds it.
pub fn outlets(db: &Db, case_id: Id) -> Result<Outlets> {
    let mut counted: HashMap<String, HashMap<String, usize>> = HashMap::new();
    for (outlet, address) in store::article::outlets(db, case_id)? {
        if let Some(site) = site_of(&address).filter(|site| *site != outlet) {
            *counted.entry(site).or_default().entry(outlet).or_default() += 1;
        }
    }
    let by_count = |outlets: HashMap<String, usize>| {
        let mut outlets: Vec<(String, usize)> = outlets.into_iter().collect();
        outlets.sort_by(|(a, m), (b, n)| n.cmp(m).then_with(|| a.cmp(b)));
        outlets.into_iter().map(|(outlet, _)| outlet).collect()
    };
    let by_site = counted.into_iter().map(|(site, outlets)| (site, by_count(outlets))).collect();
    Ok(Outlets { case_id, by_site })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_of_an_address() {
        assert_eq!(site_of("https://www.example.org/a?b").as_deref(), Some("example.org"));
        assert_eq!(site_of("http://news.example.org/").as_deref(), Some("news.example.org"));
        assert_eq!(site_of("example.org/a"), None);
        assert_eq!(site_of(""), None);
    }
}
