//! Lists, records and mails brought into a case: what becomes of them and of what they name.

use std::fs;

use casefile::domain::id::Id;
use casefile::domain::record::Article;
use casefile::jobs::import_files;
use casefile::store::{self, Library};
use casefile::view::{ImportLine, ImportStatus};

use crate::import_run::with_case;

fn import(library: &mut Library, case: Id, path: &std::path::Path, rows: bool) -> Vec<ImportLine> {
    let mut all = Vec::new();
    import_files(library, case, &[path.to_owned()], rows, &mut |lines, _, _| all.extend_from_slice(lines));
    all
}

fn articles(library: &Library, case: Id) -> Vec<Article> {
    let mut articles = store::article::of_case(library.db(), case).unwrap();
    articles.sort_by_key(|article| article.number);
    articles
}

fn text(library: &Library, article: Id) -> String {
    let version = store::article::versions(library.db(), article).unwrap().remove(0);
    store::text(library.db(), &version.text_sha256.unwrap()).unwrap().to_string()
}

const LIST: &str = "Title,Outlet,Date,URL\n\
    Ferry line defends fares,Northsound Courier,2019-03-14,https://courier.example/a\n\
    Board to look into it,Quayside Weekly,3/4/2019,https://quayside.example/b\n";

#[test]
fn the_rows_of_a_list_become_articles_only_when_asked() {
    let (folder, mut library, case) = with_case();
    let list = folder.path().join("clips.csv");
    fs::write(&list, LIST).unwrap();
    let lines = import(&mut library, case, &list, false);
    assert_eq!(lines.len(), 1);
    assert!(lines[0].warnings[0].contains("list of 2 articles"), "{:?}", lines[0].warnings);

    let lines = import(&mut library, case, &list, true);
    assert_eq!(lines.iter().filter(|line| matches!(line.status, ImportStatus::Added(_))).count(), 2);
    assert!(matches!(lines[0].status, ImportStatus::Duplicate(_)), "the list itself is there");
    assert!(lines[2].warnings.iter().any(|warning| warning.contains("3/4/2019")), "{:?}", lines[2].warnings);
    let made = articles(&library, case);
    assert_eq!(made[1].title, "Ferry line defends fares");
    assert_eq!(made[1].published.edtf.map(|date| date.to_string()).as_deref(), Some("2019-03-14"));
    assert_eq!(made[2].published.edtf, None, "a date that could be two days is not guessed");
    assert_eq!(made[2].obtained_how, "Row 3 of “clips.csv”");
    assert!(
        import(&mut library, case, &list, true)
            .iter()
            .all(|line| matches!(line.status, ImportStatus::Duplicate(_)))
    );
    library.undo().unwrap();
    assert_eq!(articles(&library, case).len(), 1, "one undo takes the rows away");
}

#[test]
fn a_record_gives_way_to_the_file_it_names_and_never_to_one_elsewhere() {
    let (folder, mut library, case) = with_case();
    let refs = folder.path().join("refs");
    fs::create_dir_all(refs.join("files")).unwrap();
    fs::write(refs.join("files/pier.txt"), "The pier stays closed.\n").unwrap();
    fs::write(folder.path().join("secret.txt"), "Nobody asked for this.\n").unwrap();
    let record = |title: &str, file: &str| {
        format!("TY  - NEWS\nTI  - {title}\nT2  - Pier Post\nL1  - {file}\nER  - \n")
    };
    let list = record("On the pier", "files/pier.txt")
        + &record("Elsewhere", "../secret.txt")
        + &record("Gone", "files/gone.pdf");
    fs::write(refs.join("refs.ris"), list).unwrap();
    let lines = import(&mut library, case, &refs.join("refs.ris"), false);
    let titles: Vec<String> = articles(&library, case).into_iter().map(|article| article.title).collect();
    assert_eq!(titles, ["Refs", "On the pier", "Elsewhere", "Gone"]);
    let made = articles(&library, case);
    assert_eq!(text(&library, made[1].id), "The pier stays closed.\n");
    assert_eq!(made[1].outlet, "Pier Post");
    assert!(text(&library, made[2].id).contains("L1  - ../secret.txt"));
    assert!(lines[2].warnings[0].contains("outside the folder"), "{:?}", lines[2].warnings);
    assert!(lines[3].warnings[0].contains("not there"), "{:?}", lines[3].warnings);
    assert!(text(&library, made[0].id).contains("TI  - Gone"), "the list is kept, since records name files");
}

#[test]
fn what_is_attached_to_a_mail_comes_from_its_sender_and_names_no_file_here() {
    let (folder, mut library, case) = with_case();
    fs::write(folder.path().join("secret.txt"), "Nobody asked for this.\n").unwrap();
    let mail = "From: Ana Ruiz <ana@quayside.example>\nTo: desk@quayside.example\nSubject: Papers\n\
        Date: Thu, 14 Mar 2019 23:00:00 -0800\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=edge\n\n\
        --edge\nContent-Type: text/plain\n\nSee the papers.\n\
        --edge\nContent-Type: text/plain\nContent-Disposition: attachment; filename=notes.txt\n\nThe fares rise.\n\
        --edge\nContent-Type: text/plain\nContent-Disposition: attachment; filename=refs.ris\n\n\
        TY  - NEWS\nTI  - A trap\nL1  - secret.txt\nER  - \n--edge--\n";
    let file = folder.path().join("papers.eml");
    fs::write(&file, mail).unwrap();
    import(&mut library, case, &file, false);
    let made = articles(&library, case);
    let titles: Vec<&str> = made.iter().map(|article| article.title.as_str()).collect();
    assert_eq!(titles, ["Papers", "Notes", "Refs", "A trap"]);
    assert_eq!(made[0].published.edtf.map(|date| date.to_string()).as_deref(), Some("2019-03-14"));
    assert_eq!(made[1].obtained_from, "Ana Ruiz <ana@quayside.example>");
    assert_eq!(made[1].obtained_how, "Attached to “Papers”, 14 Mar 2019");
    assert_eq!(made[1].received.edtf.map(|date| date.to_string()).as_deref(), Some("2019-03-14"));
    assert!(!text(&library, made[3].id).contains("Nobody asked"));
}
