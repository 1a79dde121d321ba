//! What an import did not find out, asked for once: for all articles that lack it, or for those of a site or folder.

use std::collections::HashMap;

use eframe::egui::{Popup, PopupCloseBehavior, Response, Ui};

use super::bulk::{edit_all, entered, typed_date};
use crate::command::Command;
use crate::domain::date::parse_typed;
use crate::domain::edit::ArticleEdit;
use crate::domain::id::Id;
use crate::text::{Arg, t, t_with};
use crate::ui::Cx;
use crate::ui::theme::{Type, size};
use crate::ui::widgets::{DateField, TextField, primary, secondary};
use crate::view::{ArticleRow, ImportLine, site_of};

/// So many groups are offered; more would be a list to search in.
const MOST: usize = 8;

/// A field that may not be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Outlet,
    Date,
    Byline,
}

impl Field {
    const ALL: [Self; 3] = [Self::Outlet, Self::Date, Self::Byline];

    /// Whether it is not known of this article. An outlet that is but the name of the site was not found, only put
    /// there for want of a better one.
    fn is_missing(self, row: &ArticleRow) -> bool {
        let article = &row.article;
        match self {
            Self::Outlet => article.outlet.is_empty() || is_site(&article.outlet, &article.url),
            Self::Date => article.published.edtf.is_none(),
            Self::Byline => article.byline.is_empty(),
        }
    }

    fn button(self, count: usize) -> String {
        let count = [("count", Arg::from(count as i64))];
        match self {
            Self::Outlet => t_with("import-set-outlet", &count),
            Self::Date => t_with("import-set-dates", &count),
            Self::Byline => t_with("import-set-byline", &count),
        }
    }
}

fn is_site(outlet: &str, url: &str) -> bool {
    // Addresses are taken apart only where that can be so: an import may have thousands.
    url.contains(outlet) && site_of(url).is_some_and(|site| site == outlet)
}

/// Articles that lack a field.
#[derive(Debug, Default, PartialEq)]
struct Group {
    /// "9 from example.org".
    words: String,
    /// The site they are from, if they are of one.
    site: Option<String>,
    ids: Vec<Id>,
}

/// What is not known of the articles of an import.
#[derive(Debug, Default)]
pub(super) struct Missing {
    /// For each field that some lack: all of them, then by site or folder where that differs.
    fields: Vec<(Field, Vec<Group>)>,
}

impl Missing {
    /// What is not known of these.
    pub(super) fn of<'a>(lines: impl Iterator<Item = (&'a ImportLine, &'a ArticleRow)> + Clone) -> Self {
        let of_field = |field: Field| {
            let lacking = lines.clone().filter(|(_, row)| field.is_missing(row));
            let groups = groups(lacking);
            (!groups.is_empty()).then_some((field, groups))
        };
        Self { fields: Field::ALL.into_iter().filter_map(of_field).collect() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }
}

/// Where an article is from: its site, else the folder of its file.
#[derive(PartialEq, Eq, Hash, PartialOrd, Ord)]
enum From {
    Site(String),
    Folder(String),
}

fn groups<'a>(lacking: impl Iterator<Item = (&'a ImportLine, &'a ArticleRow)>) -> Vec<Group> {
    let mut by: HashMap<Option<From>, Vec<Id>> = HashMap::new();
    let mut all = Vec::new();
    for (line, row) in lacking {
        let folder = || line.file.parent()?.file_name().map(|name| name.to_string_lossy().into_owned());
        let from = site_of(&row.article.url).map(From::Site).or_else(|| folder().map(From::Folder));
        by.entry(from).or_default().push(row.article.id);
        all.push(row.article.id);
    }
    if all.is_empty() {
        return Vec::new();
    }
    let only = if by.len() == 1 { by.keys().next() } else { None };
    let site = only.and_then(Option::as_ref).and_then(|from| match from {
        From::Site(site) => Some(site.clone()),
        From::Folder(_) => None,
    });
    let words = t_with("import-group-all", &[("count", Arg::from(all.len() as i64))]);
    let mut groups = vec![Group { words, site, ids: all }];
    if by.len() > 1 {
        let mut by: Vec<(From, Vec<Id>)> =
            by.into_iter().filter_map(|(from, ids)| Some((from?, ids))).collect();
        by.sort_by(|(a, m), (b, n)| n.len().cmp(&m.len()).then_with(|| a.cmp(b)));
        groups.extend(by.into_iter().take(MOST).map(|(from, ids)| group(from, ids)));
    }
    groups
}

fn group(from: From, ids: Vec<Id>) -> Group {
    let count = ("count", Arg::from(ids.len() as i64));
    match from {
        From::Site(site) => {
            let words = t_with("import-group-site", &[count, ("site", Arg::from(site.clone()))]);
            Group { words, site: Some(site), ids }
        }
        From::Folder(folder) => Group {
            words: t_with("import-group-folder", &[count, ("folder", Arg::from(folder))]),
            site: None,
            ids,
        },
    }
}

/// What was typed and chosen.
#[derive(Debug, Default)]
pub(super) struct MissingState {
    typed: String,
    /// Which of the groups it is for.
    group: usize,
}

/// Draws a button for each field that is not known of some.
pub(super) fn missing_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    missing: &Missing,
    state: &mut MissingState,
    out: &mut Vec<Command>,
) {
    ui.horizontal_wrapped(|ui| {
        for (field, groups) in &missing.fields {
            let count = groups.first().map_or(0, |all| all.ids.len());
            let button = ui.add_enabled_ui(cx.can_write(), |ui| secondary(ui, &field.button(count))).inner;
            if let Some(edit) = popup(cx, &button, *field, groups, state) {
                let ids = groups.get(state.group).map(|group| group.ids.clone()).unwrap_or_default();
                out.push(edit_all(ids, edit));
                *state = MissingState::default();
            }
        }
    });
}

/// The list under a button: for which articles, and what; gives what is to be set once it is.
fn popup(
    cx: &Cx<'_>,
    button: &Response,
    field: Field,
    groups: &[Group],
    state: &mut MissingState,
) -> Option<ArticleEdit> {
    let opened = button.clicked();
    if opened {
        *state = MissingState::default();
    }
    let mut set = None;
    let popup =
        Popup::from_toggle_button_response(button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    popup.show(|ui| {
        ui.set_width(300.0);
        ui.spacing_mut().item_spacing.y = 4.0;
        if groups.len() > 1 {
            ui.spacing_mut().interact_size.y = size::CHIP;
            for (n, group) in groups.iter().enumerate() {
                ui.radio_value(&mut state.group, n, Type::Control.text(&group.words));
            }
        }
        set = suggestions_ui(ui, cx, field, groups.get(state.group))
            .or_else(|| typed_ui(ui, cx, field, state, opened));
        if set.is_some() {
            ui.close();
        }
    });
    set
}

/// The outlets that the library knows of the same site, each to be taken by one press.
fn suggestions_ui(ui: &mut Ui, cx: &Cx<'_>, field: Field, group: Option<&Group>) -> Option<ArticleEdit> {
    let site = group.filter(|_| field == Field::Outlet)?.site.as_deref()?;
    let known = cx.data.outlets.as_ref()?.of_site(site);
    let mut set = None;
    if !known.is_empty() {
        ui.label(Type::Label.muted(ui, t_with("import-known-outlets", &[("site", Arg::from(site))])));
    }
    for outlet in known.iter().take(3) {
        if secondary(ui, outlet).clicked() {
            set = Some(ArticleEdit::Outlet(outlet.clone()));
        }
    }
    set
}

fn typed_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    field: Field,
    state: &mut MissingState,
    opened: bool,
) -> Option<ArticleEdit> {
    let (response, fits) = match field {
        Field::Outlet => (TextField::new(t("articles-outlet")).show(ui, &mut state.typed), true),
        Field::Byline => (TextField::new(t("article-byline")).show(ui, &mut state.typed), true),
        Field::Date => {
            let read = |text: &str| parse_typed(text, cx.today).map(|date| date.words());
            DateField::new(t("articles-published")).show(ui, &mut state.typed, read)
        }
    };
    if opened {
        response.request_focus();
    }
    let fits = fits && !state.typed.trim().is_empty();
    let pressed = ui.add_enabled_ui(fits, |ui| primary(ui, t("articles-set"))).inner.clicked();
    if !fits || !(pressed || entered(ui, &response)) {
        return None;
    }
    let typed = state.typed.trim().to_owned();
    match field {
        Field::Outlet => Some(ArticleEdit::Outlet(typed)),
        Field::Byline => Some(ArticleEdit::Byline(typed)),
        Field::Date => typed_date(&typed, cx.today).map(ArticleEdit::Published),
    }
}
