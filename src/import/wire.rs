//! How a file goes to the process that reads it, and what was read comes back: frames on a pipe.
//!
//! A frame is the length of its head (four bytes, little-endian), its head as JSON, and the bytes whose lengths the
//! head names. Both ends refuse lengths they did not expect, so neither can make the other take up memory.

use std::io::{self, Read, Write};

use serde::{Deserialize, Serialize};

use super::{Ask, Parsed};

/// Heads are small but for the text they carry back; more than this is no honest answer.
const MAX_HEAD: usize = 512 << 20;

/// How many bytes may come back for a file of so many.
#[must_use]
pub const fn room(bytes: u64) -> u64 {
    (64 << 20) + 8 * bytes
}

/// A file to be read.
#[derive(Debug, Serialize, Deserialize)]
struct Request {
    file_name: String,
    ask: Ask,
    bytes: u64,
}

/// What was read, and how many bytes each inner file has.
#[derive(Debug, Serialize, Deserialize)]
struct Answer {
    parsed: Parsed,
    inner: Vec<u64>,
}

/// Sends a file to be read.
pub fn send(out: &mut impl Write, bytes: &[u8], file_name: &str, ask: &Ask) -> io::Result<()> {
    let request = Request { file_name: file_name.to_owned(), ask: ask.clone(), bytes: bytes.len() as u64 };
    head(out, &request)?;
    out.write_all(bytes)?;
    out.flush()
}

/// Receives what was read; `most` is how many bytes all of it may have together.
pub fn receive(from: &mut impl Read, most: u64) -> io::Result<Parsed> {
    let (answer, taken): (Answer, u64) = read_head(from, most)?;
    let Answer { mut parsed, inner } = answer;
    if inner.len() != parsed.inner.len() {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut left = most.saturating_sub(taken);
    for (file, size) in parsed.inner.iter_mut().zip(inner) {
        left = left.checked_sub(size).ok_or(io::ErrorKind::FileTooLarge)?;
        file.bytes = read_bytes(from, size)?;
    }
    Ok(parsed)
}

/// Reads files from `from` and writes what was read to `out` until `from` ends: the whole work of the child process.
pub fn serve(from: &mut impl Read, out: &mut impl Write) -> io::Result<()> {
    loop {
        let request: Request = match read_head(from, MAX_HEAD as u64) {
            Ok((request, _)) => request,
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(()),
            Err(error) => return Err(error),
        };
        let bytes = read_bytes(from, request.bytes)?;
        let parsed = super::read(&bytes, &request.file_name, &request.ask);
        drop(bytes);
        let inner = parsed.inner.iter().map(|file| file.bytes.len() as u64).collect();
        let answer = Answer { parsed, inner };
        head(out, &answer)?;
        for file in &answer.parsed.inner {
            out.write_all(&file.bytes)?;
        }
        out.flush()?;
    }
}

fn head(out: &mut impl Write, head: &impl Serialize) -> io::Result<()> {
    let json = serde_json::to_vec(head)?;
    let length = u32::try_from(json.len()).map_err(io::Error::other)?;
    out.write_all(&length.to_le_bytes())?;
    out.write_all(&json)
}

/// The head of the next frame, and how many bytes it took.
fn read_head<T: for<'a> Deserialize<'a>>(from: &mut impl Read, most: u64) -> io::Result<(T, u64)> {
    let mut length = [0; 4];
    from.read_exact(&mut length)?;
    let length = u64::from(u32::from_le_bytes(length));
    if length > most.min(MAX_HEAD as u64) {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok((serde_json::from_slice(&read_bytes(from, length)?)?, length))
}

/// Exactly so many bytes. Room is made as they come, not for what a head promises.
fn read_bytes(from: &mut impl Read, size: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(usize::try_from(size.min(1 << 20)).unwrap_or_default());
    from.take(size).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == size { Ok(bytes) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn served(requests: &[u8]) -> Vec<u8> {
        let mut answers = Vec::new();
        serve(&mut &requests[..], &mut answers).expect("a whole frame");
        answers
    }

    #[test]
    fn files_come_back_read_one_after_another() {
        let mut requests = Vec::new();
        for (bytes, name) in [(&b"The bridge stays shut.\n"[..], "a.txt"), (b"", "b.txt")] {
            send(&mut requests, bytes, name, &Ask::default()).expect("a buffer");
        }
        let answers = served(&requests);
        let mut answers = &answers[..];
        let first = receive(&mut answers, 1 << 20).expect("an answer");
        assert_eq!(first, crate::import::read(b"The bridge stays shut.\n", "a.txt", &Ask::default()));
        let second = receive(&mut answers, 1 << 20).expect("an answer");
        assert!(second.warnings[0].is_empty_file());
        assert!(answers.is_empty());
    }

    #[test]
    fn an_answer_larger_than_allowed_or_cut_short_is_refused() {
        let mut requests = Vec::new();
        send(&mut requests, &b"word ".repeat(1000), "a.txt", &Ask::default()).expect("a buffer");
        let answers = served(&requests);
        let most = |most| receive(&mut &answers[..], most).map_err(|error| error.kind());
        assert_eq!(most(1000), Err(io::ErrorKind::FileTooLarge));
        assert!(most(100_000).is_ok());
        let cut = receive(&mut &answers[..answers.len() - 1], 100_000).map_err(|error| error.kind());
        assert_eq!(cut, Err(io::ErrorKind::UnexpectedEof));
    }
}
