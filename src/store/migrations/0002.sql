-- What reading a file finds besides its text: where pages begin, what stands under pictures, and where each field of
-- the article was found. Lists as JSON; NULL for none, so that the journal's rows of before still fit.
ALTER TABLE article_version ADD COLUMN pages TEXT;
ALTER TABLE article_version ADD COLUMN captions TEXT;
ALTER TABLE article_version ADD COLUMN found TEXT;
