//! The sample case, built of its manifest and its files with the changes a person makes: one entry of the journal, so
//! that one undo takes it away.

mod records;

use std::collections::HashMap;

use super::records::records as article_records;
use crate::domain::change::{CaseChange, Change, PartyChange, PartyRef, TopicChange};
use crate::domain::date::{Dated, Edtf, resolve_relative, today};
use crate::domain::edit::{CaseEdit, CasePartyEdit, PartyEdit};
use crate::domain::id::Id;
use crate::domain::record::Owner;
use crate::error::{Error, Result};
use crate::import::{self, Ask, Imported, Parsed};
use crate::ops::sample::{self, Manifest};
use crate::ops::{self, Added};
use crate::store::{self, Db, Library, NewEntry, Tx};
use crate::text::t;

/// The sample case of a library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Built {
    /// The case.
    pub case_id: Id,
    /// The statement its chronology opens at; `None` if it was deleted since.
    pub open_at: Option<Id>,
}

/// Builds the sample case. A library that has it already keeps it as it is.
pub fn build_sample(library: &mut Library) -> Result<Built> {
    let manifest = sample::manifest()?;
    if let Some(there) = find(library.db(), &manifest)? {
        return Ok(there);
    }
    // Read before the transaction, which is then short.
    let files: Vec<File> = sample::files().iter().map(|&(name, bytes)| File::read(name, bytes)).collect();
    let entry =
        NewEntry { op: "sample-case", words: t("op-sample-case").to_owned(), case_id: None, group: None };
    Ok(library.transact(entry, |tx| Builder::new(tx, &manifest)?.build(&files))?.value)
}

/// The sample case that is there.
fn find(db: &Db, manifest: &Manifest) -> Result<Option<Built>> {
    let cases = store::case::all(db)?;
    let Some(case) = cases.iter().find(|case| case.title == manifest.title) else { return Ok(None) };
    let wanted = manifest.statements.iter().find(|statement| statement.key == manifest.open_at);
    let wanted = wanted.and_then(|statement| statement.sources.get(statement.relied_on));
    let open_at = store::citation::of_case(db, case.id)?.into_iter().find_map(|citation| {
        let Owner::Statement(id) = citation.owner else { return None };
        let words = citation.segments.iter().map(|segment| &segment.exact);
        wanted.is_some_and(|wanted| words.eq(&wanted.segments)).then_some(id)
    });
    Ok(Some(Built { case_id: case.id, open_at }))
}

/// A file of the sample as the importer reads it.
struct File {
    name: &'static str,
    bytes: &'static [u8],
    imported: Imported,
    warnings: Vec<String>,
}

impl File {
    fn read(name: &'static str, bytes: &'static [u8]) -> Self {
        let Parsed { article: imported, warnings, .. } = import::read(bytes, name, &Ask::default());
        Self { name, bytes, imported, warnings: warnings.into_iter().map(|w| w.message).collect() }
    }
}

/// An article that is in the case.
struct Filed<'a> {
    id: Id,
    version_id: Id,
    text: &'a str,
    published: Option<Edtf>,
}

/// What is being built.
struct Builder<'a> {
    tx: &'a Tx<'a>,
    manifest: &'a Manifest,
    case_id: Id,
    today: i64,
    /// Articles by file name.
    articles: HashMap<&'a str, Filed<'a>>,
    /// Every record by its key in the manifest; no two kinds share one.
    records: HashMap<&'a str, Owner>,
}

impl<'a> Builder<'a> {
    fn new(tx: &'a Tx<'a>, manifest: &'a Manifest) -> Result<Self> {
        let title = manifest.title.clone();
        let case_id = made(tx, CaseChange::New { title })?;
        let edit = CaseEdit::Question(manifest.question.clone());
        ops::run(tx, CaseChange::Edit { id: case_id, edit }.into())?;
        let (articles, records) = (HashMap::new(), HashMap::new());
        Ok(Self { tx, manifest, case_id, today: today(), articles, records })
    }

    fn build(mut self, files: &'a [File]) -> Result<Built> {
        self.articles(files)?;
        self.parties()?;
        self.relations()?;
        self.occasions()?;
        self.statements()?;
        self.nesting()?;
        self.links()?;
        self.events()?;
        self.follow_ups()?;
        self.topics()?;
        self.notes()?;
        let open_at = self.id(&self.manifest.open_at)?;
        Ok(Built { case_id: self.case_id, open_at: Some(open_at) })
    }

    fn run(&self, change: impl Into<Change>) -> Result<()> {
        ops::run(self.tx, change.into()).map(|_| ())
    }

    fn articles(&mut self, files: &'a [File]) -> Result<()> {
        for entry in &self.manifest.articles {
            let file =
                files.iter().find(|file| file.name == entry.file).ok_or_else(|| broken(&entry.file))?;
            let (mut article, version) =
                article_records(self.case_id, file.name, &file.imported, &file.warnings);
            article.kind = entry.kind;
            article.reading = entry.reading;
            for (field, own) in [
                (&mut article.title, &entry.title),
                (&mut article.outlet, &entry.outlet),
                (&mut article.byline, &entry.byline),
            ] {
                if let Some(own) = own {
                    field.clone_from(own);
                }
            }
            if entry.published.is_some() {
                article.published = sure(entry.published.as_deref())?;
            }
            if entry.received.is_some() {
                article.received = sure(entry.received.as_deref())?;
            }
            let published = article.published.edtf;
            let text = file.imported.text.as_deref();
            let (Added::New(id) | Added::Duplicate(id)) =
                ops::add_article(self.tx, article, version, file.bytes, text)?;
            let version_id = store::article::versions(self.tx, id)?.first().map(|version| version.id);
            let version_id = version_id.ok_or_else(|| broken(file.name))?;
            let text = text.ok_or_else(|| broken(file.name))?;
            self.articles.insert(file.name, Filed { id, version_id, text, published });
            self.records.insert(file.name, Owner::Article(id));
        }
        Ok(())
    }

    fn parties(&mut self) -> Result<()> {
        let case_id = self.case_id;
        for party in &self.manifest.parties {
            let (name, kind) = (party.name.clone(), Some(party.kind));
            let id = made(self.tx, PartyChange::New { case_id, name, kind })?;
            self.records.insert(&party.key, Owner::Party(id));
            // The party may have been in the library, from a sample case that was deleted.
            let there = store::party::aliases(self.tx, id, Some(case_id))?;
            for alias in &party.aliases {
                if !there.iter().any(|there| there.alias == alias.alias) {
                    let (alias, kind) = (alias.alias.clone(), alias.kind);
                    self.run(PartyChange::AddAlias { id, alias, kind, case_id: Some(case_id) })?;
                }
            }
            for edit in [CasePartyEdit::Role(party.role.clone()), CasePartyEdit::Side(party.side)] {
                self.run(PartyChange::EditPlace { case_id, ids: vec![id], edit })?;
            }
            if !party.confidential.is_empty() {
                let edit = PartyEdit::Confidential(party.confidential.clone());
                self.run(PartyChange::Edit { ids: vec![id], edit })?;
            }
        }
        Ok(())
    }

    fn relations(&self) -> Result<()> {
        for relation in &self.manifest.relations {
            let (id, other, kind) = (self.id(&relation.party)?, self.id(&relation.other)?, relation.kind);
            let there = store::party::relations(self.tx, id, Some(self.case_id))?;
            if there.iter().any(|there| (there.party_id, there.other_id, there.kind) == (id, other, kind)) {
                continue;
            }
            let (other, dates) = (PartyRef::Known(other), sure(relation.dates.as_deref())?);
            self.run(PartyChange::AddRelation { case_id: self.case_id, id, kind, other, dates })?;
        }
        Ok(())
    }

    fn topics(&self) -> Result<()> {
        let case_id = self.case_id;
        let articles = self.manifest.articles.iter().map(|article| (&article.file, &article.topics));
        let statements = self.manifest.statements.iter().map(|statement| (&statement.key, &statement.topics));
        let marked: Vec<(&String, &Vec<String>)> = articles.chain(statements).collect();
        let mut ids: HashMap<&str, Id> = HashMap::new();
        for topic in &self.manifest.topics {
            let parent = topic.parent.as_deref().and_then(|key| ids.get(key)).copied();
            let id = made(self.tx, TopicChange::New { case_id, name: topic.name.clone(), parent })?;
            ids.insert(&topic.key, id);
            let of = marked.iter().filter(|(_, topics)| topics.contains(&topic.key));
            let of = of.map(|(key, _)| self.record(key)).collect::<Result<_>>()?;
            self.run(TopicChange::Mark { case_id, name: topic.name.clone(), of })?;
        }
        Ok(())
    }

    /// The record of a key.
    fn record(&self, key: &str) -> Result<Owner> {
        self.records.get(key).copied().ok_or_else(|| broken(key))
    }

    /// The id of a key.
    fn id(&self, key: &str) -> Result<Id> {
        self.record(key).map(Owner::id)
    }

    /// The parties of some keys.
    fn refs(&self, keys: &[String]) -> Result<Vec<PartyRef>> {
        keys.iter().map(|key| self.id(key).map(PartyRef::Known)).collect()
    }

    fn article(&self, file: &str) -> Result<&Filed<'a>> {
        self.articles.get(file).ok_or_else(|| broken(file))
    }

    /// A date with its words. Those rest on the article they were read in, if the program could have resolved them, or
    /// if they wait for that article's publication to become known.
    fn dated(&self, date: Option<&str>, words: Option<&str>, file: Option<&str>) -> Result<Dated> {
        let edtf = date.map(str::parse::<Edtf>).transpose()?;
        let Some(words) = words else { return Ok(Dated { edtf, ..Dated::default() }) };
        let article = file.map(|file| self.article(file)).transpose()?;
        let resolved =
            article.and_then(|a| a.published.as_ref()).and_then(|day| resolve_relative(words, day));
        let rests = edtf.is_none() || resolved == edtf;
        let basis = article.filter(|_| rests).map(|article| store::dates::basis_of(article.id));
        Ok(Dated { edtf, words: Some(words.to_owned()), basis })
    }
}

/// The id of the record a change made.
fn made(tx: &Tx, change: impl Into<Change>) -> Result<Id> {
    ops::run(tx, change.into())?.map(|(_, id)| id).ok_or_else(|| broken(""))
}

/// A date someone gave as it is, or none.
fn sure(date: Option<&str>) -> Result<Dated> {
    let date = date.map(str::parse::<Edtf>).transpose()?;
    Ok(date.map(Dated::sure).unwrap_or_default())
}

/// Only if the program was built with a manifest that does not fit its files.
fn broken(what: &str) -> Error {
    Error::new(t("error-sample-broken")).with_detail(what)
}
