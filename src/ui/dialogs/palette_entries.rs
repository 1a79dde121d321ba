//! What the palette offers, and how what is typed finds it.

use std::borrow::Cow;

use eframe::egui::Ui;

use crate::command::{Command, Place, Tab, UiCommand};
use crate::domain::id::Id;
use crate::domain::record::Owner;
use crate::text::t;
use crate::ui::Cx;
use crate::ui::shell::{shortcut_words, why_not, words_of};

/// More lines than this help nobody.
const MOST: usize = 60;
/// How far a command is that only its tooltip finds.
const IN_TIP: u32 = 40;
/// How much farther a command is that cannot be given now.
const NOT_NOW: u32 = 100;

/// A line of the palette.
#[derive(Debug)]
pub(super) struct Entry {
    /// What it is called.
    pub(super) words: String,
    /// What it is: the menu of a command, or why it cannot be given now; "Case", "Article".
    pub(super) hint: String,
    /// Whether it can be done now.
    pub(super) enabled: bool,
    /// Its shortcut; empty if it has none.
    pub(super) shortcut: String,
    /// What it does.
    pub(super) commands: Vec<Command>,
}

/// What a line leads to.
#[derive(Clone, Copy)]
enum Target<'a> {
    Command(UiCommand),
    Case(Id),
    Party(Id),
    Article(Id),
    Library(&'a std::path::Path),
}

/// The lines that fit what is typed, best first, what cannot be done now last; all commands and cases if nothing is.
pub(super) fn entries(ui: &Ui, cx: &Cx<'_>, typed: &str) -> Vec<Entry> {
    let typed = typed.to_lowercase();
    let wanted: Vec<&str> = typed.split_whitespace().collect();
    let mut fits: Vec<(u32, Cow<'_, str>, Target<'_>)> = candidates(cx)
        .into_iter()
        .filter(|(_, target)| !wanted.is_empty() || !matches!(target, Target::Party(_) | Target::Article(_)))
        .filter_map(|(words, target)| {
            let by_name = score(&words, &wanted);
            let fit = by_name.or_else(|| score_of_tip(&target, &wanted))?;
            Some((if can_be_done(cx, &target) { fit } else { fit + NOT_NOW }, words, target))
        })
        .collect();
    fits.sort_by_key(|(score, ..)| *score);
    fits.truncate(MOST);
    fits.into_iter().map(|(_, words, target)| entry(ui, cx, words.into_owned(), target)).collect()
}

fn candidates<'a>(cx: &Cx<'a>) -> Vec<(Cow<'a, str>, Target<'a>)> {
    let commands = UiCommand::ALL.iter().copied();
    let commands = commands.filter(|command| *command != UiCommand::Palette);
    let mut all: Vec<(Cow<'a, str>, Target<'a>)> =
        commands.map(|command| (Cow::Owned(words_of(cx, command)), Target::Command(command))).collect();
    let library = &cx.data.library;
    all.extend(library.cases.iter().map(|line| {
        let title = Cow::Borrowed(line.case.title.as_str());
        (title, Target::Case(line.case.id))
    }));
    if let Some(case) = cx.case() {
        let parties = case.parties.iter();
        all.extend(parties.map(|row| (Cow::from(row.party.name.as_str()), Target::Party(row.party.id))));
        let articles = case.articles.iter();
        all.extend(
            articles.map(|row| (Cow::from(row.article.title.as_str()), Target::Article(row.article.id))),
        );
    } else {
        let parties = library.parties.iter();
        all.extend(parties.map(|line| (Cow::from(line.party.name.as_str()), Target::Party(line.party.id))));
    }
    let others = cx.data.recent.iter().filter(|path| cx.data.path.as_ref() != Some(path));
    all.extend(others.map(|path| {
        let name = path.file_stem().map_or(Cow::Borrowed(""), std::ffi::OsStr::to_string_lossy);
        (name, Target::Library(path))
    }));
    all
}

fn entry(ui: &Ui, cx: &Cx<'_>, words: String, target: Target<'_>) -> Entry {
    let case = cx.case().map(|case| case.case.id);
    let (hint, commands) = match target {
        Target::Command(command) => {
            let hint = why_not(cx, command).unwrap_or_else(|| command.menu().words());
            (hint.to_owned(), vec![Command::Ui(command)])
        }
        Target::Case(id) => (t("palette-case").to_owned(), vec![Command::Go(Place::Case(id, Tab::Overview))]),
        Target::Party(id) => {
            let place = case.map_or(Place::Parties, |case| Place::Case(case, Tab::Parties));
            (t("palette-party").to_owned(), vec![Command::Go(place), Command::Select(Owner::Party(id))])
        }
        Target::Article(id) => {
            let place = case.map(|case| Command::Go(Place::Case(case, Tab::Articles)));
            let select = Command::Select(Owner::Article(id));
            (t("palette-article").to_owned(), place.into_iter().chain([select]).collect())
        }
        Target::Library(path) => (path.display().to_string(), vec![Command::OpenLibrary(path.to_owned())]),
    };
    let shortcut = match target {
        Target::Command(command) => shortcut_words(ui, command),
        _ => String::new(),
    };
    Entry { words, hint, enabled: can_be_done(cx, &target), shortcut, commands }
}

fn can_be_done(cx: &Cx<'_>, target: &Target<'_>) -> bool {
    match target {
        Target::Command(command) => why_not(cx, *command).is_none(),
        _ => true,
    }
}

/// How far what a command's tooltip says is from what is wanted: only whole beginnings of words count, after all names.
fn score_of_tip(target: &Target<'_>, wanted: &[&str]) -> Option<u32> {
    let Target::Command(command) = target else { return None };
    let tip = command.tip().to_lowercase();
    wanted.iter().all(|one| score_of_one(&tip, one).is_some_and(|fit| fit <= 1)).then_some(IN_TIP)
}

/// How far the words are from what is wanted, 0 being nearest; `None` if a wanted word is not in them.
fn score(words: &str, wanted: &[&str]) -> Option<u32> {
    let words = words.to_lowercase();
    wanted.iter().map(|one| score_of_one(&words, one)).sum()
}

fn score_of_one(words: &str, wanted: &str) -> Option<u32> {
    if words.starts_with(wanted) {
        return Some(0);
    }
    if words.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(wanted)) {
        return Some(1);
    }
    if words.contains(wanted) {
        return Some(4);
    }
    // Letters left out: each must come, in order; the first at the start of a word, or anything would fit.
    let starts = words
        .match_indices(|c: char| c.is_alphanumeric())
        .filter(|(at, _)| !words[..*at].chars().next_back().is_some_and(char::is_alphanumeric));
    starts.filter_map(|(at, _)| letters_within(&words[at..], wanted)).min().map(|gaps| 10 + gaps)
}

/// How many letters are passed over to find the wanted ones in order, if they are there and near.
fn letters_within(words: &str, wanted: &str) -> Option<u32> {
    let mut letters = words.chars();
    let mut gaps = 0;
    for (n, letter) in wanted.chars().enumerate() {
        let passed = letters.position(|c| c == letter)?;
        if n == 0 && passed > 0 {
            return None;
        }
        gaps += passed as u32;
    }
    (gaps <= 12).then_some(gaps)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_may_be_begun_left_out_and_in_any_order() {
        assert_eq!(score("Export chronology…", &["export"]), Some(0));
        assert_eq!(score("Export chronology…", &["chron", "exp"]), Some(1));
        assert!(score("Export chronology…", &["xchr"]).is_none());
        assert!(score("Export chronology…", &["expc"]).is_some());
        assert!(score("Import files…", &["imf"]).is_some());
        assert!(score("Import files…", &["chron"]).is_none());
    }

    #[test]
    fn a_word_begun_comes_before_letters_within() {
        let begun = score("Case settings…", &["set"]);
        let inside = score("Reset all", &["set"]);
        let scattered = score("Select a tab", &["set"]);
        assert!(begun < inside && inside < scattered, "{begun:?} {inside:?} {scattered:?}");
    }
}
