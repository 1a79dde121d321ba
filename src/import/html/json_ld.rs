//! The data a page holds for search engines.

use dom_query::Document;
use serde_json::Value;

use super::strip;

/// What structured data says about the article of a page.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Story {
    /// Its schema.org type.
    pub(super) kind: String,
    pub(super) headline: String,
    pub(super) authors: Vec<String>,
    pub(super) published: String,
    pub(super) modified: String,
    pub(super) publisher: String,
    pub(super) url: String,
    pub(super) language: String,
}

/// The types that are an article, those that tell most first.
const STORIES: &[&str] = &[
    "newsarticle",
    "reportagenewsarticle",
    "analysisnewsarticle",
    "opinionnewsarticle",
    "backgroundnewsarticle",
    "reviewnewsarticle",
    "article",
    "blogposting",
    "liveblogposting",
    "socialmediaposting",
    "discussionforumposting",
    "report",
    "scholarlyarticle",
    "techarticle",
    "advertisercontentarticle",
    "medicalwebpage",
    "webpage",
    "itempage",
];

/// The article among all structured data of the page.
pub(super) fn story(document: &Document) -> Story {
    let blocks: Vec<Value> = document
        .select("script[type='application/ld+json' i]")
        .nodes()
        .iter()
        .filter_map(|node| parse(&node.text()))
        .collect();
    let mut things = Vec::new();
    for block in &blocks {
        collect(block, &mut things);
    }
    let mut stories: Vec<(usize, &Value)> =
        things.iter().filter_map(|thing| Some((rank(thing)?, *thing))).collect();
    stories.sort_by_key(|(rank, _)| *rank);
    stories.iter().fold(Story::default(), |story, (_, thing)| filled(story, thing, &things))
}

/// JSON as pages write it: with line ends inside strings and wrapped in comments.
fn parse(text: &str) -> Option<Value> {
    let text = text
        .trim()
        .trim_start_matches("<!--")
        .trim_start_matches("//<![CDATA[")
        .trim_start_matches("<![CDATA[");
    let text = text.trim_end_matches("-->").trim_end_matches("//]]>").trim_end_matches("]]>");
    let text = text.trim().trim_end_matches(';');
    serde_json::from_str(text).ok().or_else(|| {
        let flat: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&flat).ok()
    })
}

/// Every object, those within others too, in the order of the page.
fn collect<'a>(value: &'a Value, out: &mut Vec<&'a Value>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, out)),
        Value::Object(fields) => {
            out.push(value);
            for key in
                ["@graph", "mainEntity", "mainEntityOfPage", "author", "creator", "publisher", "isPartOf"]
            {
                fields.get(key).into_iter().for_each(|inner| collect(inner, out));
            }
        }
        _ => {}
    }
}

fn types(thing: &Value) -> Vec<String> {
    let name = |value: &Value| {
        value.as_str().map(|name| name.rsplit(['/', ':']).next().unwrap_or(name).to_lowercase())
    };
    match thing.get("@type") {
        Some(Value::Array(list)) => list.iter().filter_map(name).collect(),
        Some(value) => name(value).into_iter().collect(),
        None => Vec::new(),
    }
}

fn rank(thing: &Value) -> Option<usize> {
    types(thing).iter().filter_map(|name| STORIES.iter().position(|story| story == name)).min()
}

/// `story` with what `thing` says where it says nothing yet.
fn filled(mut story: Story, thing: &Value, things: &[&Value]) -> Story {
    let fill = |field: &mut String, keys: &[&str]| {
        if field.is_empty() {
            *field = keys
                .iter()
                .find_map(|key| names(thing.get(key)?, things).into_iter().next())
                .unwrap_or_default();
        }
    };
    fill(&mut story.headline, &["headline", "name"]);
    fill(&mut story.published, &["datePublished", "dateCreated", "uploadDate"]);
    fill(&mut story.modified, &["dateModified"]);
    fill(&mut story.publisher, &["publisher", "sourceOrganization"]);
    fill(&mut story.url, &["url", "mainEntityOfPage", "@id"]);
    fill(&mut story.language, &["inLanguage"]);
    if story.authors.is_empty() {
        let named = ["author", "creator"].iter().filter_map(|key| thing.get(key));
        story.authors =
            named.map(|value| names(value, things)).find(|names| !names.is_empty()).unwrap_or_default();
    }
    if story.kind.is_empty() {
        story.kind = types(thing).into_iter().next().unwrap_or_default();
    }
    story
}

/// The words of a value: a string, a thing's name, a reference to a thing elsewhere, or a list of these.
fn names(value: &Value, things: &[&Value]) -> Vec<String> {
    match value {
        Value::String(words) => Some(plain(words)).filter(|words| !words.is_empty()).into_iter().collect(),
        Value::Array(items) => items.iter().flat_map(|item| names(item, things)).collect(),
        Value::Object(fields) => {
            let name = ["name", "@value", "alternateName"].iter().find_map(|key| fields.get(*key));
            match (name, fields.get("@id")) {
                (Some(name @ (Value::String(_) | Value::Array(_))), _) => names(name, &[]),
                (_, Some(Value::String(id))) => {
                    let same = |thing: &&&Value| thing.get("@id") == Some(&Value::String(id.clone()));
                    let known = things.iter().filter(same).find_map(|thing| thing.get("name"));
                    known.map_or_else(|| vec![id.clone()], |name| names(name, &[]))
                }
                _ => Vec::new(),
            }
        }
        _ => Vec::new(),
    }
}

/// Words without the entities and tags that some pages put into them.
fn plain(words: &str) -> String {
    let words = if words.contains(['<', '&']) { strip::strip(words) } else { words.to_owned() };
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(json: &str) -> Story {
        story(&Document::from(format!("<script type=\"application/ld+json\">{json}</script>")))
    }

    #[test]
    fn an_article_in_a_graph_with_its_author_by_reference() {
        let story = of(r##"{"@graph": [
            {"@type": "WebPage", "@id": "https://example.org/a", "name": "A page", "inLanguage": "en-GB"},
            {"@type": ["Article", "NewsArticle"], "headline": "Bridge &amp; tunnel", "datePublished": "2011-09-07T08:00:00+02:00",
             "author": {"@id": "#ana"}, "publisher": {"@type": "Organization", "name": "Harbour Courier"}},
            {"@type": "Person", "@id": "#ana", "name": "Ana Ruiz"}]}"##);
        assert_eq!(story.headline, "Bridge & tunnel");
        assert_eq!(story.authors, ["Ana Ruiz"]);
        assert_eq!(story.published, "2011-09-07T08:00:00+02:00");
        assert_eq!((story.publisher.as_str(), story.language.as_str()), ("Harbour Courier", "en-GB"));
    }

    #[test]
    fn several_authors_and_line_ends_in_strings() {
        let story = of(
            "[{\"@type\":\"BlogPosting\",\"headline\":\"Two\nlines\",\"author\":[\"Ana Ruiz\",{\"name\":\"Tom Weller\"}]}]",
        );
        assert_eq!((story.headline.as_str(), story.kind.as_str()), ("Two lines", "blogposting"));
        assert_eq!(story.authors, ["Ana Ruiz", "Tom Weller"]);
    }

    #[test]
    fn what_is_no_article_or_no_json_says_nothing() {
        assert_eq!(of("{\"@type\":\"BreadcrumbList\",\"name\":\"x\"}"), Story::default());
        assert_eq!(of("{broken"), Story::default());
        assert_eq!(of(&"[".repeat(100_000)), Story::default());
    }
}
