//! `casefile extract`: what an import would make of files, without a library.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use serde::Serialize;

use crate::domain::hash::sha256_hex;
use crate::import::{Ask, Parsed, Warning};
use crate::jobs::Readers;
use crate::text::t_with;

/// What reading one file found, as it is printed.
#[derive(Debug, Serialize)]
pub struct Extracted {
    /// The path as given.
    pub file: String,
    /// The headline.
    pub title: String,
    /// The authors, separated by commas.
    pub byline: String,
    /// Who published it.
    pub outlet: String,
    /// When, as EDTF.
    pub published: Option<String>,
    /// Its canonical address.
    pub url: String,
    /// Its language as a BCP 47 tag.
    pub language: String,
    /// Its text; null where the kind of file cannot be read yet.
    pub text: Option<String>,
    /// The SHA-256 of the file.
    pub sha256: String,
    /// What was not clean.
    pub warnings: Vec<Warning>,
}

/// Reads one file's bytes.
#[must_use]
pub fn extract(bytes: &[u8], file: &str) -> Extracted {
    let Parsed { article, warnings, .. } = Readers::shared().read(&bytes.into(), file, &Ask::default());
    Extracted {
        file: file.to_owned(),
        title: article.title,
        byline: article.byline.join(", "),
        outlet: article.outlet,
        published: article.published.map(|found| found.date.to_string()),
        url: article.url,
        language: article.language,
        text: article.text,
        sha256: sha256_hex(bytes),
        warnings,
    }
}

/// Prints what is in each file: one JSON object a line, or the text below its title, author and date.
///
/// Gives exit code 1 if a file could not be opened; the others are read all the same.
pub fn run(files: &[PathBuf], json: bool) -> ExitCode {
    let mut code = ExitCode::SUCCESS;
    let mut out = io::stdout().lock();
    for file in files {
        let name = file.to_string_lossy();
        let printed = match std::fs::read(file) {
            Ok(bytes) => print(&mut out, &extract(&bytes, &name), json),
            Err(error) => {
                code = ExitCode::from(1);
                let args = [("file", name.into_owned().into()), ("reason", error.to_string().into())];
                writeln!(io::stderr(), "{}", t_with("cli-cannot-open", &args))
            }
        };
        if printed.is_err() {
            // Whoever was reading has gone: nothing is left to say, and nobody to say it to.
            return ExitCode::from(1);
        }
    }
    code
}

fn print(out: &mut impl Write, extracted: &Extracted, json: bool) -> io::Result<()> {
    if json {
        serde_json::to_writer(&mut *out, extracted)?;
        return writeln!(out);
    }
    for warning in &extracted.warnings {
        writeln!(io::stderr(), "{}: {}", extracted.file, warning.message)?;
    }
    let published = extracted.published.as_deref().unwrap_or_default();
    let head = [extracted.title.as_str(), &extracted.byline, &extracted.outlet, published, &extracted.url];
    for line in head.iter().filter(|line| !line.is_empty()) {
        writeln!(out, "{line}")?;
    }
    writeln!(out, "\n{}\n", extracted.text.as_deref().unwrap_or_default())
}
