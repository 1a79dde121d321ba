//! The window itself.

use std::path::PathBuf;

use eframe::egui;

use super::{App, Settings};
use crate::error::{Error, Result};
use crate::jobs::SystemPicker;
use crate::text::{Arg, t, t_with};

impl App {
    /// Has the title of the window name the case that is open.
    pub(super) fn tell_title(&mut self, ctx: &egui::Context) {
        let here = self.navigation.place().case();
        let case = self.data.library.cases.iter().find(|line| Some(line.case.id) == here);
        let title = match case {
            Some(line) => t_with("window-title", &[("case", Arg::from(line.case.title.as_str()))]),
            None => t("app-name").to_owned(),
        };
        if title != self.title {
            self.title.clone_from(&title);
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title));
        }
    }
}

/// What the window shows first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenOn {
    /// The case open last, if it is in this library.
    LastCase,
    /// The sample case, made if it is not there.
    SampleCase,
}

/// Opens the window over a library and returns when it is closed. Without a display or a graphics driver it fails
/// with what to do instead.
pub fn open_window(library: PathBuf, on: OpenOn) -> Result<()> {
    let icon = eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon/casefile.png"));
    let mut viewport = egui::ViewportBuilder::default()
        .with_title(t("app-name"))
        .with_app_id("casefile")
        .with_inner_size([1360.0, 860.0])
        .with_min_inner_size([900.0, 600.0]);
    if let Ok(icon) = icon {
        viewport = viewport.with_icon(icon);
    }
    let options = eframe::NativeOptions { viewport, renderer: eframe::Renderer::Glow, ..Default::default() };
    let start = move |cc: &eframe::CreationContext<'_>| -> std::result::Result<
        Box<dyn eframe::App>,
        Box<dyn std::error::Error + Send + Sync>,
    > {
        let app = App::new(&cc.egui_ctx, library, Settings::load(), Box::new(SystemPicker));
        if on == OpenOn::SampleCase {
            app.open_sample();
        }
        Ok(Box::new(app))
    };
    eframe::run_native("casefile", options, Box::new(start)).map_err(|error| {
        // The toolkit puts the place in its own source before what the system said.
        let said = error.to_string();
        let said = said.rsplit(": ").next().unwrap_or_default();
        Error::new(t("error-no-window")).with_detail(said).with_hint(t("error-no-window-hint"))
    })
}
