//! The parts of the window between which the keyboard goes: navigation, the screen in the middle, the pane at the
//! right.

use eframe::egui::{Context, Id, Key, LayerId, Memory, Modifiers, Rect, Ui, WidgetRect};

/// Where the keyboard is to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the next part, from the last to the first.
    Next,
    /// To the part before.
    Previous,
}

/// A part that is shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    /// Where.
    pub(super) rect: Rect,
    /// On what.
    pub(super) layer: LayerId,
}

/// The place of the screen in the middle among the parts; before it is the navigation.
const SCREEN: usize = 1;

/// What is known before a frame is drawn.
pub(super) struct Before {
    focused: Option<Id>,
    /// Whether Tab is pressed while nothing has the focus.
    tab: bool,
}

impl Before {
    /// To be called before anything is drawn.
    pub(super) fn of(ui: &Ui) -> Self {
        let focused = ui.memory(Memory::focused);
        let tab = ui.input(|input| input.key_pressed(Key::Tab) && input.modifiers == Modifiers::NONE);
        Self { focused, tab: tab && focused.is_none() }
    }

    /// Moves the focus once all is drawn: by the `step` asked for; to the screen if Tab was pressed while nothing had
    /// the focus; to the list of a screen just gone to (`moved`) by keys elsewhere.
    pub(super) fn go_on(&self, ctx: &Context, parts: &[Part], step: Option<Step>, moved: bool) {
        if ctx.memory(|memory| memory.top_modal_layer().is_some()) {
            return;
        }
        let to = if let Some(step) = step {
            let here = self.focused.and_then(|id| part_of(ctx, parts, id)).unwrap_or(SCREEN);
            let last = parts.len().saturating_sub(1);
            match step {
                Step::Next if here >= last => 0,
                Step::Next => here + 1,
                Step::Previous if here == 0 => last,
                Step::Previous => here - 1,
            }
        } else if self.tab {
            SCREEN
        } else if moved && self.focused.is_some() && !ctx.text_edit_focused() {
            // The keys of a list are its own also while nothing has the focus.
            let list = parts.get(SCREEN).and_then(|part| first(ctx, part, is_list));
            return focus(ctx, list);
        } else {
            return;
        };
        let Some(part) = parts.get(to) else { return };
        let known = if to < SCREEN { here_in_navigation(ctx) } else { first(ctx, part, is_list) };
        focus(ctx, known.or_else(|| first(ctx, part, |_| true)));
    }
}

/// Has the navigation know which of its lines is the one of the screen shown.
pub(super) fn note_here(ui: &Ui, line: Id) {
    ui.data_mut(|data| data.insert_temp(Id::unique("navigation-here"), line));
}

fn here_in_navigation(ctx: &Context) -> Option<Id> {
    let line = ctx.data(|data| data.get_temp::<Id>(Id::unique("navigation-here")))?;
    ctx.viewport(|viewport| viewport.this_pass.widgets.contains(line)).then_some(line)
}

fn focus(ctx: &Context, id: Option<Id>) {
    ctx.memory_mut(|memory| match (id, memory.focused()) {
        (Some(id), _) => memory.request_focus(id),
        (None, Some(focused)) => memory.surrender_focus(focused),
        (None, None) => {}
    });
    ctx.request_repaint();
}

/// The part something is in. What is scrolled out of sight is above or below it, never beside it.
fn part_of(ctx: &Context, parts: &[Part], id: Id) -> Option<usize> {
    let widget = ctx.viewport(|viewport| viewport.this_pass.widgets.get(id).copied())?;
    parts.iter().position(|part| is_in(&widget, part))
}

fn is_in(widget: &WidgetRect, part: &Part) -> bool {
    widget.layer_id == part.layer && part.rect.x_range().contains(widget.rect.center().x)
}

/// The first of a part that can have the focus and is so.
fn first(ctx: &Context, part: &Part, is_so: fn(&WidgetRect) -> bool) -> Option<Id> {
    ctx.viewport(|viewport| {
        let mut widgets = viewport.this_pass.widgets.get_layer(part.layer);
        let shows = |widget: &&WidgetRect| {
            widget.enabled && widget.sense.is_focusable() && is_in(widget, part) && is_so(widget)
        };
        widgets.find(shows).map(|widget| widget.id)
    })
}

/// Lists take the focus and no click: the rows in them do.
fn is_list(widget: &WidgetRect) -> bool {
    !widget.sense.interactive()
}
