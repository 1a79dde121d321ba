INSERT INTO article (id, case_id, number, title, byline, outlet, url, language, kind,
  published_edtf, published_words, published_basis, published_first, published_last,
  received_edtf, received_words, received_basis, received_first, received_last,
  obtained_from, obtained_how, archive_link, reference, privileged, reading, important, added_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
  ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27)
