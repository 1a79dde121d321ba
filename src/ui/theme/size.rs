//! Sizes of the window, in points.

/// Table rows.
pub const ROW: f32 = 31.0;
/// Buttons and fields.
pub const CONTROL: f32 = 34.0;
/// Chips.
pub const CHIP: f32 = 24.0;
/// Table headers.
pub const HEADER: f32 = 28.0;
/// Corners of buttons, fields and selected rows.
pub const RADIUS_CONTROL: u8 = 6;
/// Corners of cards and dialogs.
pub const RADIUS_CARD: u8 = 8;
/// Corners of chips.
pub const RADIUS_CHIP: u8 = 13;
/// Thickness of the focus ring.
pub const FOCUS: f32 = 2.0;
/// Width of the name of a value in the inspector.
pub const LABEL_COLUMN: f32 = 108.0;
/// Between things that belong together.
pub const GAP: f32 = 8.0;
/// Between groups.
pub const GAP_GROUP: f32 = 16.0;
/// Around the content of a screen.
pub const MARGIN: f32 = 24.0;
/// The navigation at the left.
pub const NAVIGATION: f32 = 216.0;
/// The reader and inspector at the right.
pub const INSPECTOR: f32 = 372.0;
/// Below this width of the window the right pane lies over the middle.
pub const NARROW: f32 = 1100.0;
/// Width of a dialog.
pub const DIALOG: f32 = 480.0;
/// Dots of sides and checks.
pub const DOT: f32 = 8.0;
/// Icons within controls.
pub const ICON: f32 = 14.0;
