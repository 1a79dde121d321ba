//! Mails read whole, of our own writing.

use std::io::{Cursor, Write};

use proptest::prelude::*;

use crate::domain::kind::ArticleKind;
use crate::import::{Ask, Basis, Imported, Parsed, read};

fn parsed(bytes: &[u8]) -> Parsed {
    read(bytes, "letter.eml", &Ask::default())
}

fn text(parsed: &Parsed) -> &str {
    parsed.article.text.as_deref().unwrap_or_default()
}

fn days(article: &Imported) -> (String, String) {
    let day = |found: &Option<crate::import::Found>| found.as_ref().map(|found| found.date.to_string());
    (day(&article.published).unwrap_or_default(), day(&article.received).unwrap_or_default())
}

const PLAIN: &str = "Received: from mx.example (mx.example [192.0.2.1])\r\n\tby inbox.example; Fri, 15 Mar 2019 06:40:11 +0100\r\n\
    Received: by elsewhere.example; Thu, 14 Mar 2019 21:39:00 -0800\r\n\
    From: =?utf-8?Q?Marta_Lindqvist?= <marta@ferries.example>\r\n\
    To: Ana Ruiz <ana@quayside.example>, desk@quayside.example\r\nCc: \"Voss, Ellen\" <voss@harbour.example>\r\n\
    Date: Thu, 14 Mar 2019 21:38:52 -0800\r\nSubject: =?utf-8?B?RmFyZXMg4oCTIG91ciBhbnN3ZXI=?=\r\n\
    Message-ID: <1@ferries.example>\r\nMIME-Version: 1.0\r\nContent-Language: en-GB\r\n\
    Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
    The rise is =E2=80=9Cunavoidable=E2=80=9D, as we said in=\r\n March.\r\n\r\n> Why did nobody ask us?\r\n";

#[test]
fn a_mail_is_what_a_person_sees_who_prints_it() {
    let parsed = parsed(PLAIN.as_bytes());
    assert_eq!(
        text(&parsed),
        "From: Marta Lindqvist <marta@ferries.example>\nTo: Ana Ruiz <ana@quayside.example>, desk@quayside.example\n\
         Cc: Voss, Ellen <voss@harbour.example>\nDate: Thu, 14 Mar 2019 21:38:52 -0800\nSubject: Fares – our answer\n\n\
         The rise is “unavoidable”, as we said in March.\n\n> Why did nobody ask us?"
    );
    let article = &parsed.article;
    assert_eq!((article.title.as_str(), article.kind), ("Fares – our answer", ArticleKind::Email));
    assert_eq!(
        (article.byline.clone(), article.language.as_str()),
        (vec!["Marta Lindqvist".to_owned()], "en-GB")
    );
    assert_eq!(article.obtained_from, "Marta Lindqvist <marta@ferries.example>");
    // The day in the sender's own zone, and in that of who received it: neither is converted.
    assert_eq!(days(article), ("2019-03-14".to_owned(), "2019-03-15".to_owned()));
    assert_eq!(article.published.as_ref().map(|found| found.basis), Some(Basis::MailHeader));
    assert_eq!((parsed.warnings.len(), article.importer.as_str()), (0, "mail"));
}

#[test]
fn letters_in_an_older_encoding_are_read_in_headers_and_words() {
    let (head, _, _) = encoding_rs::WINDOWS_1252.encode(
        "From: José Pérez <jose@pier.example>\nTo: Zoë <zoe@pier.example>\nSubject: Café “Señor” – cerrado mañana\nDate: 14 Mar 2019 10:00 +0100\n\n",
    );
    let (body, _, _) = encoding_rs::WINDOWS_1252.encode("El café está cerrado, señores – “por obras”.\n");
    let parsed = parsed(&[head, body].concat());
    assert_eq!(parsed.article.title, "Café “Señor” – cerrado mañana");
    assert_eq!(parsed.article.byline, ["José Pérez"]);
    assert!(text(&parsed).ends_with("El café está cerrado, señores – “por obras”."), "{}", text(&parsed));
    assert!(!text(&parsed).contains('\u{fffd}'));
}

/// A mail of parts, each with its headers.
fn multipart(kind: &str, parts: &[String]) -> String {
    let parts = parts.iter().map(|part| format!("--edge\r\n{part}\r\n")).collect::<Vec<_>>().concat();
    format!(
        "From: Ana Ruiz <ana@quayside.example>\r\nTo: desk@quayside.example\r\nSubject: Ferry papers\r\n\
         Date: Thu, 14 Mar 2019 10:00:00 +0100\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/{kind}; boundary=edge\r\n\r\n{parts}--edge--\r\n"
    )
}

#[test]
fn the_page_speaks_where_the_plain_text_is_a_stub() {
    let long = "The board met on Thursday and heard the ferry line. ".repeat(8);
    let page = format!(
        "Content-Type: text/html; charset=utf-8\r\n\r\n<html><body><h1>Fares</h1><p>{long}</p><blockquote>“We were told, not asked.”</blockquote></body></html>"
    );
    let plain = "Content-Type: text/plain\r\n\r\nView this message in your browser.".to_owned();
    let parsed = parsed(multipart("alternative", &[plain, page.clone()]).as_bytes());
    assert!(text(&parsed).contains("\n\nFares\n\nThe board met"), "{}", text(&parsed));
    assert!(text(&parsed).ends_with("\n\n“We were told, not asked.”"));
    let whole = format!("Content-Type: text/plain\r\n\r\n{long}");
    let parsed = self::parsed(multipart("alternative", &[whole, page]).as_bytes());
    assert!(!text(&parsed).contains("Fares\n\nThe board"), "{}", text(&parsed));
}

#[test]
fn attachments_that_are_articles_come_out_and_dressing_does_not() {
    let picture = |size: usize| {
        let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
        bytes.resize(size, 7);
        bytes
            .iter()
            .map(|byte| format!("={byte:02X}"))
            .collect::<Vec<_>>()
            .chunks(20)
            .map(<[String]>::concat)
            .collect::<Vec<_>>()
            .join("=\r\n")
    };
    let part = |kind: &str, more: &str, body: &str| format!("Content-Type: {kind}\r\n{more}\r\n\r\n{body}");
    let attached = |name: &str| format!("Content-Disposition: attachment; filename=\"{name}\"");
    let parts = [
        part("text/plain", "Content-Disposition: inline", "See the papers."),
        part("application/pdf", &attached("../fares.pdf"), "%PDF-1.4 not whole"),
        part(
            "text/plain; charset=utf-8",
            &attached("notes.txt"),
            "The notes, kept byte for byte.\r\n\r\nTwo.",
        ),
        part(
            "image/png",
            "Content-ID: <logo@x>\r\nContent-Transfer-Encoding: quoted-printable",
            &picture(900),
        ),
        part(
            "image/png",
            &format!("{}\r\nContent-Transfer-Encoding: quoted-printable", attached("scan.png")),
            &picture(60_000),
        ),
        part("application/octet-stream", &attached("winmail.dat"), "\u{1}\u{0}\u{2}\u{3}\u{0}\u{4}\u{5}"),
        part("application/pkcs7-signature", &attached("smime.p7s"), "xx"),
        part("message/rfc822", "X-Part: last", PLAIN),
    ];
    let parsed = parsed(multipart("mixed", &parts).as_bytes());
    let names: Vec<&str> = parsed.inner.iter().map(|inner| inner.name.as_str()).collect();
    assert_eq!(names, ["-fares.pdf", "notes.txt", "scan.png", "Fares – our answer.eml"]);
    assert_eq!(parsed.inner[1].bytes, b"The notes, kept byte for byte.\r\n\r\nTwo.");
    assert_eq!(parsed.inner[2].bytes.len(), 60_000);
    let known = &parsed.inner[0].known;
    assert_eq!(known.obtained_from, "Ana Ruiz <ana@quayside.example>");
    assert_eq!(known.obtained_how, "Attached to “Ferry papers”, 14 Mar 2019");
    assert_eq!(days(known).1, "2019-03-14");
    assert_eq!(parsed.warnings.len(), 1, "{:?}", parsed.warnings);
    assert!(parsed.warnings[0].message.contains("winmail.dat"));
    assert!(!parsed.wrapper);
    let within = self::parsed(&parsed.inner[3].bytes);
    assert_eq!(
        (within.article.title.as_str(), days(&within.article).0.as_str()),
        ("Fares – our answer", "2019-03-14")
    );
}

#[test]
fn an_encrypted_mail_is_kept_and_says_so() {
    let mail = PLAIN.replace(
        "text/plain; charset=utf-8",
        "application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m",
    );
    let parsed = parsed(mail.as_bytes());
    assert_eq!(
        parsed.warnings.iter().map(|warning| warning.code.as_str()).collect::<Vec<_>>(),
        ["encrypted"]
    );
    assert_eq!((parsed.inner.len(), parsed.article.title.as_str()), (0, "Fares – our answer"));
    let pgp = PLAIN.replace("The rise is", "-----BEGIN PGP MESSAGE-----\r\nThe rise is");
    assert_eq!(self::parsed(pgp.as_bytes()).warnings[0].code, "encrypted");
}

#[test]
fn a_folder_of_mails_is_its_mails() {
    let second = PLAIN
        .replace("=?utf-8?B?RmFyZXMg4oCTIG91ciBhbnN3ZXI=?=", "Second")
        .replace("> Why", ">From the pier: why");
    let folder = format!(
        "From marta Thu Mar 14 21:38:52 2019\r\n{PLAIN}\r\nFrom marta Fri Mar 15 08:00:00 2019\r\n{second}"
    );
    let parsed = parsed(folder.as_bytes());
    assert_eq!((parsed.wrapper, parsed.inner.len(), parsed.article.importer.as_str()), (true, 2, "mbox"));
    let read = self::parsed(&parsed.inner[1].bytes);
    assert_eq!(read.article.title, "Second");
    assert!(text(&read).ends_with("\n\nFrom the pier: why did nobody ask us?"), "{}", text(&read));
    // One mail alone is that mail.
    let single = self::parsed(format!("From marta Thu Mar 14 21:38:52 2019\n{PLAIN}").as_bytes());
    assert_eq!(
        (single.wrapper, single.inner.len(), single.article.title.as_str()),
        (false, 0, "Fares – our answer")
    );
}

#[test]
fn what_only_begins_like_a_mail_is_a_text() {
    for text in [
        "From: the mayor\nDate: today\n\nWords.",
        "Subject: Fares\nDate: 2019-03-14\n\nWords.",
        "Title: Fares\nPublished: 2019-03-14\n\nWords.",
        "From here to there\nit is far.",
    ] {
        assert_eq!(read(text.as_bytes(), "a.txt", &Ask::default()).article.importer, "plain", "{text}");
    }
    let saved = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example\r\nSubject: A\r\nDate: Thu, 14 Mar 2019 10:00:00 -0000\r\nMIME-Version: 1.0\r\n\r\n";
    assert_ne!(parsed(saved.as_bytes()).article.importer, "mail");
}

/// A mail as Outlook keeps it, of these streams.
fn outlook(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a file");
    for (path, bytes) in streams {
        if let Some((folder, _)) = path.rsplit_once('/').filter(|(folder, _)| !folder.is_empty()) {
            file.create_storage_all(folder).expect("a folder");
        }
        file.create_stream(path).and_then(|mut stream| stream.write_all(bytes)).expect("a stream");
    }
    file.flush().expect("a buffer");
    file.into_inner().into_inner()
}

fn wide(words: &str) -> Vec<u8> {
    words.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// A list of fixed values after a head of so many bytes.
fn values(head: usize, values: &[(u16, u64)]) -> Vec<u8> {
    let mut bytes = vec![0; head];
    for (property, value) in values {
        bytes.extend([3, 0]);
        bytes.extend(property.to_le_bytes());
        bytes.extend([6, 0, 0, 0]);
        bytes.extend(value.to_le_bytes());
    }
    bytes
}

fn outlook_mail() -> Vec<u8> {
    let within = "/__attach_version1.0_#00000001/__substg1.0_3701000D";
    outlook(&[
        (
            "/__properties_version1.0",
            values(32, &[(0x0039, 131_970_155_320_000_000), (0x0e06, 131_970_200_000_000_000)]),
        ),
        ("/__substg1.0_0037001F", wide("Fares – our answer")),
        ("/__substg1.0_0042001F", wide("Marta Lindqvist")),
        ("/__substg1.0_0065001F", wide("/O=FERRIES/CN=MARTA")),
        ("/__substg1.0_5D01001F", wide("marta@ferries.example")),
        ("/__substg1.0_1000001F", wide("The rise is “unavoidable”.\r\n\r\nM. L.")),
        ("/__recip_version1.0_#00000000/__properties_version1.0", values(8, &[(0x0c15, 1)])),
        ("/__recip_version1.0_#00000000/__substg1.0_3001001F", wide("Ana Ruiz")),
        ("/__recip_version1.0_#00000000/__substg1.0_39FE001F", wide("ana@quayside.example")),
        ("/__recip_version1.0_#00000001/__properties_version1.0", values(8, &[(0x0c15, 2)])),
        ("/__recip_version1.0_#00000001/__substg1.0_3001001F", wide("Ellen Voss")),
        ("/__attach_version1.0_#00000000/__substg1.0_3707001F", wide("fares.txt")),
        ("/__attach_version1.0_#00000000/__substg1.0_37010102", b"Nine per cent.".to_vec()),
        (&format!("{within}/__properties_version1.0"), values(24, &[(0x0039, 131_950_000_000_000_000)])),
        (&format!("{within}/__substg1.0_0037001F"), wide("The question")),
        (&format!("{within}/__substg1.0_1000001E"), b"Who decided, se\xf1ora?".to_vec()),
    ])
}

#[test]
fn a_mail_of_outlook_says_the_same() {
    let parsed = read(&outlook_mail(), "a.msg", &Ask::default());
    assert_eq!(parsed.article.importer, "msg", "{:?}", parsed.warnings);
    assert_eq!(
        text(&parsed),
        "From: Marta Lindqvist <marta@ferries.example>\nTo: Ana Ruiz <ana@quayside.example>\nCc: Ellen Voss\n\
         Date: 2019-03-14 05:38 UTC\nSubject: Fares – our answer\n\nThe rise is “unavoidable”.\n\nM. L."
    );
    assert_eq!(days(&parsed.article), ("2019-03-14".to_owned(), "2019-03-14".to_owned()));
    assert_eq!(parsed.inner.len(), 2);
    assert_eq!(
        (parsed.inner[0].name.as_str(), parsed.inner[0].bytes.as_slice()),
        ("fares.txt", &b"Nine per cent."[..])
    );
    let within = &parsed.inner[1];
    assert_eq!((within.name.as_str(), within.known.title.as_str()), ("The question.txt", "The question"));
    assert!(
        within.known.text.as_deref().is_some_and(|text| text.ends_with("Who decided, señora?")),
        "{:?}",
        within.known.text
    );
    assert_eq!(within.known.obtained_from, "Marta Lindqvist <marta@ferries.example>");
}

#[test]
fn headers_of_the_net_go_before_what_outlook_makes_of_them() {
    let head = PLAIN.split("\r\n\r\n").next().expect("a head");
    let bytes = outlook(&[
        ("/__properties_version1.0", values(32, &[(0x0039, 131_970_155_320_000_000)])),
        ("/__substg1.0_007D001F", wide(head)),
        ("/__substg1.0_1000001F", wide("Words.")),
    ]);
    let parsed = read(&bytes, "a.msg", &Ask::default());
    assert_eq!(days(&parsed.article), ("2019-03-14".to_owned(), "2019-03-15".to_owned()));
    assert!(text(&parsed).contains("Date: Thu, 14 Mar 2019 21:38:52 -0800\n"), "{}", text(&parsed));
}

fn survives(bytes: &[u8]) -> Result<(), TestCaseError> {
    let parsed = read(bytes, "a.eml", &Ask::default());
    prop_assert!(!parsed.wrapper || !parsed.inner.is_empty());
    prop_assert!(parsed.inner.iter().map(|inner| inner.bytes.len()).sum::<usize>() <= 2 * bytes.len() + 4096);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn mutated_mails_are_read(at in any::<prop::sample::Index>(), put in prop::collection::vec(any::<u8>(), 0..12), cut in 0_usize..200, outlooks in any::<bool>()) {
        let parts = ["Content-Type: text/html\r\n\r\n<p>Words".to_owned(), format!("Content-Type: message/rfc822\r\n\r\n{PLAIN}")];
        let whole = if outlooks { outlook_mail() } else { format!("From a b\r\n{}", multipart("mixed", &parts)).into_bytes() };
        let at = at.index(whole.len());
        let rest = whole.get(at + cut.min(whole.len() - at)..).unwrap_or_default();
        survives(&[&whole[..at], &put, rest].concat())?;
    }
}
