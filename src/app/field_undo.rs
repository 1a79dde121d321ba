//! Ctrl+Z and Ctrl+Y while a text field has the focus: the field's own, until its text is as on entry.

use eframe::egui::text::CCursorRange;
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{Context, Id, Memory};

/// To be called before anything is drawn: a field that gets the focus forgets what was undone in an earlier visit.
pub(super) fn begin_visits(ctx: &Context) {
    let key = Id::unique("field-visit");
    let before = ctx.data(|data| data.get_temp::<Option<Id>>(key)).flatten();
    let now = ctx.memory(Memory::focused).filter(|_| ctx.text_edit_focused());
    if now == before {
        return;
    }
    ctx.data_mut(|data| data.insert_temp(key, now));
    if let Some((field, mut state)) = now.and_then(|field| Some((field, TextEditState::load(ctx, field)?))) {
        state.clear_undoer();
        state.store(ctx, field);
    }
}

/// Whether the focused field can take something back itself.
pub(super) fn can_undo(ctx: &Context) -> bool {
    let Some(state) = focused(ctx) else { return false };
    let mut undoer = state.undoer();
    if undoer.is_in_flux() {
        return true;
    }
    // Its saved texts, newest first: the field was changed if they are not all the same.
    let nothing = (CCursorRange::default(), String::new());
    let mut at = undoer.undo(&nothing).cloned();
    let newest = at.clone();
    while let Some(saved) = at {
        if newest.as_ref().is_some_and(|(_, text)| *text != saved.1) {
            return true;
        }
        at = undoer.undo(&saved).cloned();
    }
    false
}

/// Whether the focused field can bring something back itself.
pub(super) fn can_redo(ctx: &Context) -> bool {
    let Some(state) = focused(ctx) else { return false };
    let mut undoer = state.undoer();
    let nothing = (CCursorRange::default(), String::new());
    let newest = undoer.clone().undo(&nothing).cloned();
    newest.is_some_and(|newest| undoer.redo(&newest).is_some())
}

fn focused(ctx: &Context) -> Option<TextEditState> {
    let field = ctx.memory(Memory::focused)?;
    TextEditState::load(ctx, field)
}
