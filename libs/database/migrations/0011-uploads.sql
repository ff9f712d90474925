-- Large files come in parts, straight into the store where it takes them; a sender may say beforehand which bytes will come.

ALTER TABLE file
  ADD COLUMN declared_sha256 sha256_hex,
  ADD COLUMN upload_id text CHECK (length(upload_id) BETWEEN 1 AND 1000),
  ADD COLUMN part_size integer CHECK (part_size > 0),
  ADD CONSTRAINT file_parts_are_whole CHECK ((upload_id IS NULL) = (part_size IS NULL));
COMMENT ON COLUMN file.declared_sha256 IS 'SHA-256 that the sender announced; other bytes are rejected.';
COMMENT ON COLUMN file.upload_id IS 'What the store calls the upload in parts; null for a file that is sent whole.';
COMMENT ON COLUMN file.part_size IS 'Bytes of every part but the last.';

-- What was announced stays, as the other announced facts do (file_forward_only).
CREATE FUNCTION file_announcement_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'KHOI:FILE_FINAL what was announced stays' USING ERRCODE = 'P0001';
END $$;
CREATE TRIGGER file_announcement_stays BEFORE UPDATE ON file FOR EACH ROW
  WHEN ((OLD.declared_sha256, OLD.upload_id, OLD.part_size) IS DISTINCT FROM (NEW.declared_sha256, NEW.upload_id, NEW.part_size))
  EXECUTE FUNCTION file_announcement_stays();
