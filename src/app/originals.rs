//! The articles and their originals: shown, saved, proved.

use std::path::PathBuf;

use super::App;
use crate::domain::id::Id;
use crate::jobs::{Ask, Events, JobEvent, Pick};
use crate::text::{Arg, t_with};

impl App {
    /// Asks for an article in the version that is looked at.
    pub(super) fn ask_article(&self, id: Id) {
        let version = self.screens.reading.version.filter(|(article, _)| *article == id);
        self.jobs.ask(Ask::Article { id, version: version.map(|(_, version)| version) });
    }

    pub(super) fn save_original(&mut self, article: Id) {
        let name = self
            .data
            .article
            .as_ref()
            .filter(|view| view.article.id == article)
            .and_then(|view| view.versions.first().map(|version| version.file_name.clone()));
        self.pick(Pick::Original(article, name.unwrap_or_default()), "");
    }

    pub(super) fn save_original_to(&mut self, article: Id, path: PathBuf) {
        self.jobs.with_library(move |library, events: &Events| {
            let saved = crate::jobs::save_original(library, article, &path);
            match saved {
                Ok(()) => {
                    let file = Arg::from(path.display().to_string());
                    events.send(JobEvent::Written(t_with("notice-original-saved", &[("file", file)]), path));
                }
                Err(error) => events.send(JobEvent::Failed(error)),
            }
        });
    }

    pub(super) fn verify_original(&self, article: Id) {
        self.jobs.with_library(move |library, events: &Events| {
            let now = jiff::Timestamp::now().as_millisecond();
            let told = crate::jobs::verify_original(library, article, now);
            events.send(told.map_or_else(JobEvent::Failed, JobEvent::Done));
        });
    }

    /// Has another program show a copy that was made for it.
    pub(super) fn open_copy(&mut self, path: &std::path::Path) {
        if let Err(error) = crate::jobs::open_with_system(path) {
            self.tell_error(&error);
        }
    }
}
