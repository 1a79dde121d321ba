//! Word documents (DOCX): the words as Word shows them, with the numbers of its lists.
//!
//! Of tracked changes the document is read as if all were accepted. The header of the first page, where letters have
//! their letterhead, comes first; notes come last. Read here and not by a library, since none that was tried keeps
//! the numbers that filings are cited by, the places of pages, or the places of notes.

mod body;
mod numbering;
mod styles;

use std::collections::HashMap;

use super::flow::{self, Flow, Written};
use super::pack::Pack;
use super::properties::{self, Properties};
use super::sniff::Source;
use super::warning::Warning;
use super::xml::{self, End, Piece, Xml};
use super::{Importer, Parsed, language};
use body::{Body, Section, Told};
use numbering::Numbering;
use styles::Styles;

/// Reads Word documents.
pub(super) struct Docx;

impl Importer for Docx {
    fn name(&self) -> &'static str {
        "docx"
    }

    fn version(&self) -> u32 {
        1
    }

    fn takes(&self, source: &Source<'_>) -> bool {
        source.kind() == Some("docx")
    }

    fn read(&self, source: &Source<'_>, parsed: &mut Parsed) {
        let Some(mut document) = Document::open(source.bytes) else {
            parsed.warnings.push(Warning::unreadable());
            return;
        };
        let styles = document.of_type("styles").map(|text| Styles::read(&text)).unwrap_or_default();
        let mut numbering =
            document.of_type("numbering").map(|text| Numbering::read(&text)).unwrap_or_default();
        let mut body = Body::new(&styles, &mut numbering);

        let mut xml = Xml::new(&document.main);
        let mut flow = body.read(&mut xml);
        document.end = document.end.max(xml.end());
        let header = document.header(&mut body);
        document.notes(&mut body, &mut flow);
        let mut written = flow.finish();
        let opening = properties::opening(&written.text);
        let Told { title, heading, languages, sections, changed, hidden, chunks, .. } = body.told;

        let article = &mut parsed.article;
        let own = document.properties();
        properties::settle(article, &own, title, heading, &opening);
        written.put_before(&header.text);
        let most = languages.into_iter().max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0)));
        let declared = most.map(|(language, _)| language).or(styles.language);
        language::settle(article, declared.as_deref(), &written.text);
        article.pages = document.pages(&written, &sections);

        parsed.warnings.extend(changed.then(Warning::tracked_changes));
        let comments = document.comments();
        parsed.warnings.extend((comments > 0).then(|| Warning::comments(comments)));
        parsed.warnings.extend(hidden.then(Warning::hidden_words));
        parsed.warnings.extend((chunks > 0).then(Warning::parts_left_out));
        parsed.warnings.extend(Warning::of_end(document.end));
        parsed.warnings.extend(written.text.is_empty().then(Warning::no_words));
        parsed.article.text = Some(written.text);
    }
}

/// The files that make up a document.
struct Document<'a> {
    pack: Pack<'a>,
    /// The text of the main part.
    main: String,
    folder: String,
    relations: Vec<Relation>,
    /// The worst that any of its parts ended with.
    end: End,
}

/// That a part refers to another one.
struct Relation {
    id: String,
    /// The last word of its type.
    what: String,
    path: String,
}

impl<'a> Document<'a> {
    fn open(bytes: &'a [u8]) -> Option<Self> {
        let mut pack = Pack::open(bytes)?;
        let roots = pack.part("_rels/.rels").map(|(bytes, _)| relations(&xml::decoded(&bytes), ""));
        let named = roots.unwrap_or_default().into_iter().find(|relation| relation.what == "officeDocument");
        let path = named.map_or_else(|| "word/document.xml".to_owned(), |relation| relation.path);
        let (main, trouble) = pack.part(&path)?;
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
        let rels = pack.part(format!("{folder}/_rels/{name}.rels").trim_start_matches('/'));
        let relations = rels.map(|(bytes, _)| relations(&xml::decoded(&bytes), folder)).unwrap_or_default();
        let end = if trouble.is_some() || pack.searched { End::Broken } else { End::Whole };
        Some(Self { pack, main: xml::decoded(&main), folder: folder.to_owned(), relations, end })
    }

    /// The text of a part; a part that is damaged is read as far as it goes.
    fn text(&mut self, path: &str) -> Option<String> {
        let (bytes, trouble) = self.pack.part(path)?;
        if trouble.is_some() {
            self.end = self.end.max(End::Broken);
        }
        Some(xml::decoded(&bytes))
    }

    /// The part that the main one relates to so; by its usual name where the relation is missing.
    fn of_type(&mut self, what: &str) -> Option<String> {
        let related = self.relations.iter().find(|relation| relation.what == what);
        let path =
            related.map_or_else(|| format!("{}/{what}.xml", self.folder), |relation| relation.path.clone());
        self.text(&path)
    }

    /// What the header of the first page says.
    fn header(&mut self, body: &mut Body<'_>) -> Written {
        let id = body.told.sections.first().and_then(|section| {
            let wanted = if section.first_page { "first" } else { "default" };
            section.headers.iter().find(|(kind, _)| kind == wanted).map(|(_, id)| id.clone())
        });
        let path =
            id.and_then(|id| Some(self.relations.iter().find(|relation| relation.id == id)?.path.clone()));
        let text = path.and_then(|path| self.text(&path));
        text.map(|text| body.read_header(&mut Xml::new(&text)).finish()).unwrap_or_default()
    }

    /// Adds the notes that were referred to, each after its mark.
    fn notes(&mut self, body: &mut Body<'_>, flow: &mut Flow) {
        let mut notes: HashMap<(bool, String), Flow> = HashMap::new();
        for at_end in [false, true] {
            if !body.told.notes.iter().any(|note| note.at_end == at_end) {
                continue;
            }
            let text = self.of_type(if at_end { "endnotes" } else { "footnotes" }).unwrap_or_default();
            let mut xml = Xml::new(&text);
            while let Some(piece) = xml.next() {
                if let Piece::Open(tag) = piece
                    && ["footnote", "endnote"].contains(&tag.name.as_str())
                {
                    let id = tag.get("id").unwrap_or_default().to_owned();
                    notes.insert((at_end, id), body.read(&mut xml));
                }
            }
        }
        let (last, first): (Vec<_>, Vec<_>) =
            std::mem::take(&mut body.told.notes).into_iter().partition(|note| note.at_end);
        for note in first.into_iter().chain(last) {
            if let Some(words) = notes.remove(&(note.at_end, note.id)) {
                flow.append_note(&note.mark, words);
            }
        }
    }

    fn comments(&mut self) -> usize {
        let text = self.of_type("comments").unwrap_or_default();
        Xml::new(&text).filter(|piece| matches!(piece, Piece::Open(tag) if tag.name == "comment")).count()
    }

    fn properties(&mut self) -> Properties {
        let mut own = Properties::default();
        let text = self.text("docProps/core.xml").unwrap_or_default();
        let mut xml = Xml::new(&text);
        while let Some(piece) = xml.next() {
            let Piece::Open(tag) = piece else { continue };
            match tag.name.as_str() {
                "title" => own.title = xml.words(),
                "creator" => own.author = xml.words(),
                _ => {}
            }
        }
        own
    }

    /// Where pages began when Word last laid the document out. They are kept only where all of them are known, by
    /// the number of pages that Word noted: a wrong page in a citation is worse than none. Programs that lay nothing
    /// out note one page.
    fn pages(&mut self, written: &Written, sections: &[Section]) -> Vec<crate::domain::record::Page> {
        let text = self.text("docProps/app.xml").unwrap_or_default();
        let mut xml = Xml::new(&text);
        let mut count = None;
        while let Some(piece) = xml.next() {
            if matches!(piece, Piece::Open(tag) if tag.name == "Pages") {
                count = xml.words().trim().parse::<usize>().ok();
            }
        }
        let plain = sections.iter().all(|section| section.figures)
            && sections.iter().skip(1).all(|section| section.start.is_none());
        if !plain || written.pages.is_empty() || count != Some(written.pages.len() + 1) {
            return Vec::new();
        }
        let first = sections.first().and_then(|section| section.start).unwrap_or(1);
        flow::pages(&written.pages, first)
    }
}

/// The relations in a `.rels` file of a part in `folder`.
fn relations(text: &str, folder: &str) -> Vec<Relation> {
    let relation = |piece| match piece {
        Piece::Open(tag) if tag.name == "Relationship" && tag.get("TargetMode") != Some("External") => {
            let of = |key| tag.get(key).unwrap_or_default();
            let what = of("Type").rsplit('/').next().unwrap_or_default().to_owned();
            Some(Relation { id: of("Id").to_owned(), what, path: xml::joined(folder, of("Target")) })
        }
        _ => None,
    };
    Xml::new(text).filter_map(relation).collect()
}

#[cfg(test)]
pub(super) mod tests;
