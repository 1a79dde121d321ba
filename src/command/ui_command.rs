//! The one list of what the menu, the palette and the shortcuts offer: words, tooltip and shortcut of each.

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

use crate::text::t;

/// Where in the menu a command stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Menu {
    Library,
    Case,
    Edit,
    Go,
    View,
    Help,
}

impl Menu {
    /// In the order they are shown.
    pub const ALL: &'static [Self] =
        &[Self::Library, Self::Case, Self::Edit, Self::Go, Self::View, Self::Help];

    /// Its name.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Library => t("menu-library"),
            Self::Case => t("menu-case"),
            Self::Edit => t("menu-edit"),
            Self::Go => t("menu-go"),
            Self::View => t("menu-view"),
            Self::Help => t("menu-help"),
        }
    }
}

/// Makes the list: variant, menu, key of its words in `en.ftl` (its tooltip is `<key>-tip`), shortcut.
macro_rules! commands {
    ($($variant:ident, $menu:ident, $words:literal, $tip:literal, $shortcut:expr;)+) => {
        /// A command of the menu, the palette or a shortcut.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[allow(missing_docs)] // their words are in en.ftl
        pub enum UiCommand { $($variant),+ }

        impl UiCommand {
            /// All of them, in menu order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its words.
            #[must_use]
            pub fn words(self) -> &'static str {
                match self { $(Self::$variant => t($words)),+ }
            }

            /// What its tooltip says.
            #[must_use]
            pub fn tip(self) -> &'static str {
                match self { $(Self::$variant => t($tip)),+ }
            }

            /// Its shortcut, if it has one.
            #[must_use]
            pub fn shortcut(self) -> Option<KeyboardShortcut> {
                match self { $(Self::$variant => $shortcut),+ }
            }

            /// The menu it is in.
            #[must_use]
            pub fn menu(self) -> Menu {
                match self { $(Self::$variant => Menu::$menu),+ }
            }
        }
    };
}

#[allow(clippy::unnecessary_wraps)] // the list has commands without one
const fn plain(key: Key) -> Option<KeyboardShortcut> {
    Some(KeyboardShortcut::new(Modifiers::NONE, key))
}

#[allow(clippy::unnecessary_wraps)] // as above
const fn cmd(key: Key) -> Option<KeyboardShortcut> {
    Some(KeyboardShortcut::new(Modifiers::COMMAND, key))
}

#[allow(clippy::unnecessary_wraps)] // as above
const fn cmd_shift(key: Key) -> Option<KeyboardShortcut> {
    Some(KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key))
}

commands! {
    NewLibrary, Library, "command-new-library", "command-new-library-tip", None;
    OpenLibrary, Library, "command-open-library", "command-open-library-tip", cmd(Key::O);
    SampleCase, Library, "command-sample-case", "command-sample-case-tip", None;
    Backup, Library, "command-backup", "command-backup-tip", None;
    CheckLibrary, Library, "command-check", "command-check-tip", None;
    Quit, Library, "command-quit", "command-quit-tip", cmd(Key::Q);
    NewCase, Case, "command-new-case", "command-new-case-tip", cmd(Key::N);
    CaseSettings, Case, "command-case-settings", "command-case-settings-tip", None;
    DeleteCase, Case, "command-delete-case", "command-delete-case-tip", None;
    ImportFiles, Case, "command-import", "command-import-tip", cmd(Key::I);
    ImportFolder, Case, "command-import-folder", "command-import-folder-tip", cmd_shift(Key::I);
    WatchFolder, Case, "command-watch", "command-watch-tip", None;
    PasteArticle, Case, "command-paste-article", "command-paste-article-tip", cmd_shift(Key::V);
    NewNote, Case, "command-new-note", "command-new-note-tip", cmd_shift(Key::N);
    NewFollowUp, Case, "command-new-follow-up", "command-new-follow-up-tip", cmd_shift(Key::F);
    NewEvent, Case, "command-new-event", "command-new-event-tip", cmd_shift(Key::E);
    NewStatement, Case, "command-new-statement", "command-new-statement-tip", cmd_shift(Key::S);
    ExportChronology, Case, "command-export", "command-export-tip", cmd(Key::E);
    Undo, Edit, "command-undo", "command-undo-tip", cmd(Key::Z);
    Redo, Edit, "command-redo", "command-redo-tip", cmd_shift(Key::Z);
    CopyQuote, Edit, "command-copy-quote", "command-copy-quote-tip", cmd_shift(Key::C);
    DeleteRecord, Edit, "command-delete", "command-delete-tip", cmd(Key::Delete);
    History, Edit, "command-history", "command-history-tip", cmd(Key::H);
    Find, Go, "command-search", "command-search-tip", cmd(Key::F);
    Palette, Go, "command-palette", "command-palette-tip", cmd(Key::K);
    Back, Go, "command-back", "command-back-tip", Some(KeyboardShortcut::new(Modifiers::ALT, Key::ArrowLeft));
    NextPart, Go, "command-next-part", "command-next-part-tip", plain(Key::F6);
    PreviousPart, Go, "command-previous-part", "command-previous-part-tip", Some(KeyboardShortcut::new(Modifiers::SHIFT, Key::F6));
    Today, Go, "command-today", "command-today-tip", cmd(Key::Num0);
    Overview, Go, "command-overview", "command-overview-tip", cmd(Key::Num1);
    Articles, Go, "command-articles", "command-articles-tip", cmd(Key::Num2);
    Statements, Go, "command-statements", "command-statements-tip", cmd(Key::Num3);
    Chronology, Go, "command-chronology", "command-chronology-tip", cmd(Key::Num4);
    CaseParties, Go, "command-case-parties", "command-case-parties-tip", cmd(Key::Num5);
    FollowUps, Go, "command-follow-ups", "command-follow-ups-tip", cmd(Key::Num6);
    Timeline, Go, "command-timeline", "command-timeline-tip", cmd(Key::Num7);
    Parties, Go, "command-parties", "command-parties-tip", None;
    Light, View, "command-light", "command-light-tip", None;
    Dark, View, "command-dark", "command-dark-tip", None;
    AsSystem, View, "command-as-system", "command-as-system-tip", None;
    ToggleTheme, View, "command-toggle-theme", "command-toggle-theme-tip", cmd_shift(Key::L);
    Guide, Help, "command-guide", "command-guide-tip", plain(Key::F1);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_share_a_shortcut() {
        let shortcuts: Vec<_> = UiCommand::ALL.iter().filter_map(|command| command.shortcut()).collect();
        for (n, shortcut) in shortcuts.iter().enumerate() {
            assert!(!shortcuts[n + 1..].contains(shortcut), "{shortcut:?}");
        }
    }

    #[test]
    fn every_command_has_words_and_a_tooltip() {
        for command in UiCommand::ALL {
            assert!(!command.words().starts_with("command-"), "{command:?}");
            assert!(!command.tip().starts_with("command-"), "{command:?}");
        }
    }
}
