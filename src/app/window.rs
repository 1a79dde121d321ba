//! The window itself.

use std::any::Any;
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use eframe::egui;

use super::{App, Settings, log};
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

/// Opens the window over a library and returns when it is closed. Where there is no screen, no graphics driver or no
/// library for either, it fails with what to do instead, before anything of the library is touched.
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
    let opened = Arc::new(AtomicBool::new(false));
    let start = {
        let opened = Arc::clone(&opened);
        move |cc: &eframe::CreationContext<'_>| -> std::result::Result<
            Box<dyn eframe::App>,
            Box<dyn std::error::Error + Send + Sync>,
        > {
            opened.store(true, Ordering::Relaxed);
            log::tell_panics(true);
            let app = App::new(&cc.egui_ctx, library, Settings::load(), Box::new(SystemPicker));
            if on == OpenOn::SampleCase {
                app.open_sample();
            }
            Ok(Box::new(app))
        }
    };
    // The toolkit panics where a system library or an extension of the screen is missing: an error like the others,
    // as long as the program itself has not begun.
    log::tell_panics(false);
    let ran =
        panic::catch_unwind(AssertUnwindSafe(|| eframe::run_native("casefile", options, Box::new(start))));
    log::tell_panics(true);
    match ran {
        Ok(ran) => ran.map_err(|error| not_opened(&error)),
        Err(fault) if opened.load(Ordering::Relaxed) => panic::resume_unwind(fault),
        Err(fault) => Err(fell_over(fault.as_ref())),
    }
}

/// What the toolkit's error means to a person.
fn not_opened(error: &eframe::Error) -> Error {
    // The toolkit puts the place in its own source before what the system said.
    let said = error.to_string();
    let said = said.rsplit(": ").next().unwrap_or_default();
    match error {
        eframe::Error::Glutin(_) | eframe::Error::NoGlutinConfigs(..) | eframe::Error::OpenGL(_) => {
            Error::new(t("error-no-graphics")).with_hint(t("error-no-graphics-hint"))
        }
        _ => Error::new(t("error-no-window")).with_hint(t("error-no-window-hint")),
    }
    .with_detail(said)
}

/// The toolkit's own words for what it fell over: no record has been read yet that they could quote.
fn fell_over(fault: &(dyn Any + Send)) -> Error {
    let said = fault.downcast_ref::<String>().map(String::as_str);
    let said = said.or_else(|| fault.downcast_ref::<&str>().copied());
    let error = Error::new(t("error-no-window")).with_hint(t("error-no-window-hint"));
    match said {
        Some(said) => error.with_detail(said),
        None => error,
    }
}
