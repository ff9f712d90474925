-- Bytes are looked at closely: more reasons to refuse them, and the words of documents for search.

ALTER TABLE file ADD CONSTRAINT file_rejection_is_known CHECK (rejection IN (
  'EMPTY', 'SIZE_DIFFERS', 'HASH_DIFFERS', 'TYPE_NOT_ALLOWED', 'TYPE_DIFFERS', 'BYTES_MISSING',
  'BOMB', 'MACROS', 'ENCRYPTED', 'ACTIVE_CONTENT', 'EMBEDDED_FILES', 'DAMAGED', 'INFECTED', 'CHECK_FAILED'));

-- In a table of its own: the row of a file is read at every click, its words only by a search. Kept normalised, so they are good
-- for finding and for nothing else. They lie outside of the row, which the planner does not count: it would rather unpack 3,000
-- documents (290 ms) than ask the index (1 ms). Ten rows to a page make the table look as large as it is.
CREATE TABLE file_text (
  file_id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL,
  search_norm text NOT NULL CHECK (length(search_norm) BETWEEN 1 AND 400000),
  CONSTRAINT file_text_of_file FOREIGN KEY (tenant_id, file_id) REFERENCES file (tenant_id, id)
) WITH (fillfactor = 10);

-- Documents are long and words in them many: `like '%word%'` over all documents of a city would read them all. Words such as
-- "sang kien" stand in every document, so the ward comes first in the index too.
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE INDEX file_text_words ON file_text USING gin (tenant_id, search_norm gin_trgm_ops);
COMMENT ON TABLE file_text IS 'Words of checked files as vn_norm leaves them, at most the first 200,000 characters. For search; who may read a file may find it.';
