-- Which texts are near copies of each other. Derived from the texts alone, whatever articles they are of: not
-- journalled, never out of date, and gone with a text that is erased. Texts without a sketch have not been compared.

CREATE TABLE text_sketch (
  sha256 TEXT PRIMARY KEY REFERENCES text_body ON DELETE CASCADE,
  -- How many different shingles the text has, and 128 numbers of four bytes.
  shingles INTEGER NOT NULL, numbers BLOB NOT NULL) STRICT;
-- Each pair once; of a hundred words of `a`, so many are in `b`, and the other way round.
CREATE TABLE near_copy (
  a TEXT NOT NULL REFERENCES text_body ON DELETE CASCADE,
  b TEXT NOT NULL REFERENCES text_body ON DELETE CASCADE,
  a_percent INTEGER NOT NULL, b_percent INTEGER NOT NULL, PRIMARY KEY (a, b)) STRICT;
CREATE INDEX near_copy_b ON near_copy (b);
