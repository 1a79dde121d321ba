INSERT INTO follow_up (id, case_id, number, kind, title, detail, put_to_them, means, waiting_on, owner,
  asked_edtf, asked_words, asked_basis, asked_first, asked_last,
  sent_edtf, sent_words, sent_basis, sent_first, sent_last,
  due_edtf, due_words, due_basis, due_first, due_last,
  expected_edtf, expected_words, expected_basis, expected_first, expected_last,
  snoozed_until, watch_phrase, priority, status, outcome, outcome_statement, closed_at, created_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,
   ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36, ?37, ?38)
