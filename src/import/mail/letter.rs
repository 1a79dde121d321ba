//! A mail, whatever file it came in.

use crate::domain::kind::ArticleKind;
use crate::import::found::{Basis, Found, Imported};
use crate::import::language;
use crate::import::parsed::{Inner, Parsed};
use crate::import::warning::Warning;
use crate::text::{Arg, t, t_with};

/// Someone who wrote a mail or got it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Correspondent {
    pub(super) name: String,
    pub(super) address: String,
}

impl Correspondent {
    /// The two as mail programs write them: `Ana Ruiz <ana@example.org>`.
    pub(super) fn shown(&self) -> String {
        match (self.name.is_empty(), self.address.is_empty()) {
            (false, false) if self.name != self.address => format!("{} <{}>", self.name, self.address),
            (true, _) => self.address.clone(),
            _ => self.name.clone(),
        }
    }

    fn named(&self) -> &str {
        if self.name.is_empty() { &self.address } else { &self.name }
    }
}

/// What was read of a mail.
#[derive(Debug, Default)]
pub(super) struct Letter {
    pub(super) subject: String,
    pub(super) from: Vec<Correspondent>,
    pub(super) to: Vec<Correspondent>,
    pub(super) cc: Vec<Correspondent>,
    pub(super) bcc: Vec<Correspondent>,
    /// The words of the date, whether or not a date could be made of them.
    pub(super) date_words: String,
    pub(super) date: Option<Found>,
    pub(super) received: Option<Found>,
    /// The language it says it is in.
    pub(super) language: String,
    pub(super) body: String,
    /// What becomes an article of its own; what the mail says about it is filled in by [`Letter::put`].
    pub(super) attachments: Vec<Inner>,
    /// Attachments that cannot be articles, by name.
    pub(super) left_out: Vec<String>,
    /// Whether its words are encrypted.
    pub(super) encrypted: bool,
}

impl Letter {
    /// Puts the mail into `parsed`.
    pub(super) fn put(self, parsed: &mut Parsed) {
        let how = self.how_attached();
        let from = list(&self.from);
        self.fill(&mut parsed.article);
        if self.encrypted {
            parsed.warnings.push(Warning::encrypted_mail());
        }
        if !self.left_out.is_empty() {
            parsed.warnings.push(Warning::attachments_left_out(&self.left_out.join(", ")));
        }
        let received = self.received.or(self.date);
        for mut inner in self.attachments {
            from.clone_into(&mut inner.known.obtained_from);
            how.clone_into(&mut inner.known.obtained_how);
            inner.known.received.clone_from(&received);
            parsed.inner.push(inner);
        }
    }

    /// Fills in the article that the mail itself is.
    pub(super) fn fill(&self, article: &mut Imported) {
        article.kind = ArticleKind::Email;
        if !self.subject.is_empty() {
            self.subject.clone_into(&mut article.title);
            article.bases.title = Some(Basis::MailHeader);
        }
        article.byline = self.from.iter().map(|from| from.named().to_owned()).collect();
        article.bases.byline = (!article.byline.is_empty()).then_some(Basis::MailHeader);
        article.published.clone_from(&self.date);
        article.received.clone_from(&self.received);
        article.obtained_from = list(&self.from);
        article.text = Some(self.text());
        if self.language.is_empty() {
            if let Some(language) = language::of_words(&self.body) {
                language.clone_into(&mut article.language);
                article.bases.language = Some(Basis::Words);
            }
        } else {
            self.language.clone_into(&mut article.language);
            article.bases.language = Some(Basis::MailHeader);
        }
    }

    /// The mail as printed.
    fn text(&self) -> String {
        let lines = [
            ("From", list(&self.from)),
            ("To", list(&self.to)),
            ("Cc", list(&self.cc)),
            ("Bcc", list(&self.bcc)),
            ("Date", self.date_words.clone()),
            ("Subject", self.subject.clone()),
        ];
        let lines = lines.into_iter().filter(|(_, value)| !value.is_empty());
        let head: Vec<String> = lines.map(|(name, value)| format!("{name}: {value}")).collect();
        let body = self.body.trim_matches(['\n', '\r']);
        let parts = [head.join("\n"), body.to_owned()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
    }

    /// How an attachment came: "Attached to “Fares”, 7 September 2011".
    fn how_attached(&self) -> String {
        let subject = if self.subject.is_empty() { t("import-mail-no-subject") } else { &self.subject };
        let subject = Arg::from(subject.to_owned());
        match &self.date {
            Some(date) => t_with(
                "import-attached-dated",
                &[("subject", subject), ("date", Arg::from(date.date.words()))],
            ),
            None => t_with("import-attached", &[("subject", subject)]),
        }
    }
}

fn list(people: &[Correspondent]) -> String {
    people.iter().map(Correspondent::shown).collect::<Vec<_>>().join(", ")
}
