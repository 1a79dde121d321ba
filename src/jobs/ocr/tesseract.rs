//! The OCR program: where it is, what it can read, and one picture given to it.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::error::{Error, Result};
use crate::text::t;

/// How long one picture may take.
const PATIENCE: Duration = Duration::from_mins(3);
/// How often it is looked whether it is done or to be stopped.
const LOOK: Duration = Duration::from_millis(30);

/// The program, found on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tesseract {
    program: PathBuf,
    /// What it can read, as it names it: `eng`, `deu`, and `osd` where it can tell how a page is turned.
    languages: Vec<String>,
}

/// Where the program is: in a folder of the search path, or where its installers put it.
pub(in crate::jobs) fn find(path: Option<&std::ffi::OsStr>) -> Option<PathBuf> {
    let name = format!("tesseract{}", std::env::consts::EXE_SUFFIX);
    let searched = path.map(std::env::split_paths).into_iter().flatten();
    // A relative folder in the search path would find whatever lies where the program was started.
    let folders = searched.filter(|folder| folder.is_absolute()).chain(USUAL.iter().map(PathBuf::from));
    folders.map(|folder| folder.join(&name)).find(|program| program.is_file())
}

/// Programs started from the desktop do not always have the search path of a terminal.
#[cfg(target_os = "macos")]
const USUAL: &[&str] = &["/opt/homebrew/bin", "/usr/local/bin", "/opt/local/bin"];
#[cfg(windows)]
const USUAL: &[&str] = &["C:\\Program Files\\Tesseract-OCR"];
#[cfg(not(any(windows, target_os = "macos")))]
const USUAL: &[&str] = &["/usr/local/bin", "/usr/bin"];

/// What came of a picture.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Came {
    /// The table of its words.
    Table(String),
    /// It was stopped.
    Stopped,
}

impl Tesseract {
    /// Asks the program what it can read.
    pub(super) fn at(program: PathBuf) -> Result<Self> {
        let mut command = quiet(&program);
        let listed = command.arg("--list-langs").stdin(Stdio::null()).output();
        let listed = listed.map_err(|error| Error::new(t("ocr-not-started")).with_detail(error))?;
        // Older versions list on the error output.
        let words =
            String::from_utf8_lossy(&listed.stdout).into_owned() + &String::from_utf8_lossy(&listed.stderr);
        let languages =
            words.lines().map(str::trim).filter(|line| !line.is_empty() && !line.contains([' ', ':']));
        Ok(Self { program, languages: languages.map(str::to_owned).collect() })
    }

    /// The words of a picture. `language` is a BCP 47 tag or empty; English is read beside it. `stopped` is asked again
    /// and again.
    pub(super) fn read(&self, picture: &[u8], language: &str, stopped: &dyn Fn() -> bool) -> Result<Came> {
        let mut command = quiet(&self.program);
        command.args(["stdin", "stdout"]);
        if let Some(languages) = self.languages_for(language) {
            command.args(["-l", &languages]);
        }
        if self.languages.iter().any(|language| language == "osd") {
            // Pages that lie on their side are turned first.
            command.args(["--psm", "1"]);
        }
        command.arg("tsv").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let failed = |error: std::io::Error| Error::new(t("ocr-not-started")).with_detail(error);
        let mut process = Stopping(command.spawn().map_err(failed)?);
        std::thread::scope(|scope| {
            let (stdin, stdout, stderr) =
                (process.0.stdin.take(), process.0.stdout.take(), process.0.stderr.take());
            scope.spawn(move || {
                // It may end before it has read all: what it says then tells why.
                stdin.is_some_and(|mut stdin| stdin.write_all(picture).is_ok())
            });
            let table = scope.spawn(move || all_of(stdout));
            let said = scope.spawn(move || all_of(stderr));
            let since = Instant::now();
            let status = loop {
                match process.0.try_wait().map_err(failed)? {
                    Some(status) => break status,
                    None if stopped() => {
                        process.stop();
                        return Ok(Came::Stopped);
                    }
                    None if since.elapsed() > PATIENCE => {
                        process.stop();
                        return Err(Error::new(t("ocr-too-slow")));
                    }
                    None => std::thread::sleep(LOOK),
                }
            };
            let (table, said) = (table.join().unwrap_or_default(), said.join().unwrap_or_default());
            if status.success() {
                return Ok(Came::Table(table));
            }
            let why = said.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
            let why: String = why.chars().filter(|c| !c.is_control()).take(120).collect();
            Err(Error::new(t("ocr-page-failed")).with_detail(why))
        })
    }

    /// The languages to read with: that of the article where it is there, and English.
    fn languages_for(&self, tag: &str) -> Option<String> {
        let primary = tag.split('-').next().unwrap_or_default().to_lowercase();
        let own = NAMES.iter().find(|(code, _)| *code == primary).map(|(_, name)| *name);
        let wanted = [own, Some("eng")].into_iter().flatten();
        let mut there: Vec<&str> = wanted.filter(|name| self.languages.iter().any(|is| is == name)).collect();
        there.dedup();
        (!there.is_empty()).then(|| there.join("+"))
    }
}

/// What the program calls languages.
const NAMES: &[(&str, &str)] = &[
    ("en", "eng"),
    ("de", "deu"),
    ("fr", "fra"),
    ("es", "spa"),
    ("it", "ita"),
    ("pt", "por"),
    ("nl", "nld"),
    ("pl", "pol"),
    ("sv", "swe"),
    ("da", "dan"),
    ("no", "nor"),
    ("nb", "nor"),
    ("fi", "fin"),
    ("cs", "ces"),
    ("hu", "hun"),
    ("ro", "ron"),
    ("el", "ell"),
    ("ru", "rus"),
    ("uk", "ukr"),
    ("bg", "bul"),
    ("hr", "hrv"),
    ("sk", "slk"),
    ("sl", "slv"),
    ("tr", "tur"),
    ("ja", "jpn"),
    ("ko", "kor"),
    ("zh", "chi_sim"),
    ("ar", "ara"),
    ("he", "heb"),
    ("hi", "hin"),
    ("ca", "cat"),
];

/// A process that does not outlive the work it is for.
struct Stopping(Child);

impl Stopping {
    fn stop(&mut self) {
        if let Err(error) = self.0.kill().and_then(|()| self.0.wait()) {
            tracing::debug!("the OCR program had ended: {error}");
        }
    }
}

impl Drop for Stopping {
    fn drop(&mut self) {
        if !matches!(self.0.try_wait(), Ok(Some(_))) {
            self.stop();
        }
    }
}

fn all_of(from: Option<impl Read>) -> String {
    /// No page has so many words.
    const MOST: u64 = 64 << 20;
    let mut bytes = Vec::new();
    if let Some(from) = from
        && let Err(error) = from.take(MOST).read_to_end(&mut bytes)
    {
        tracing::debug!("the OCR program broke off: {error}");
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The program, which shows no window of its own.
fn quiet(program: &Path) -> Command {
    let mut command = Command::new(program);
    super::super::readers::without_window(&mut command);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_looked_for_in_the_search_path() {
        let folder = tempfile::tempdir().expect("a folder");
        let program = folder.path().join(format!("tesseract{}", std::env::consts::EXE_SUFFIX));
        std::fs::write(&program, "").expect("a file");
        let path =
            std::env::join_paths(["somewhere/relative".into(), folder.path().to_owned()]).expect("a path");
        assert_eq!(find(Some(&path)), Some(program));
    }

    #[test]
    fn the_language_of_the_article_is_read_where_it_is_there() {
        let languages = ["eng", "osd", "deu"].map(str::to_owned).to_vec();
        let tesseract = Tesseract { program: PathBuf::new(), languages };
        assert_eq!(tesseract.languages_for("de-AT").as_deref(), Some("deu+eng"));
        assert_eq!(tesseract.languages_for("en-GB").as_deref(), Some("eng"));
        assert_eq!(tesseract.languages_for("fr").as_deref(), Some("eng"));
        assert_eq!(Tesseract { program: PathBuf::new(), languages: Vec::new() }.languages_for("en"), None);
    }
}
