-- Files: bytes are guilty until checked. Names are data, never paths.

CREATE TABLE file (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL REFERENCES tenant (id),
  owner_person_id uuid NOT NULL,
  name line_text NOT NULL CHECK (length(name) <= 255 AND name !~ '[/\\]'),
  declared_type text NOT NULL CHECK (length(declared_type) <= 150),
  declared_size bigint NOT NULL CHECK (declared_size > 0),
  state text NOT NULL DEFAULT 'AWAITING_BYTES' CHECK (state IN ('AWAITING_BYTES', 'RECEIVED', 'READY', 'REJECTED', 'EXPIRED')),
  storage_key text NOT NULL CONSTRAINT file_storage_key_unique UNIQUE,
  size bigint CHECK (size >= 0),
  sha256 sha256_hex,
  detected_type text,
  rejection text,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  received_at timestamptz,
  checked_at timestamptz,
  CONSTRAINT file_in_tenant UNIQUE (tenant_id, id),
  CONSTRAINT file_owner FOREIGN KEY (tenant_id, owner_person_id) REFERENCES person (tenant_id, id),
  CONSTRAINT file_ready_is_checked CHECK (state <> 'READY' OR (size > 0 AND sha256 IS NOT NULL AND detected_type IS NOT NULL AND checked_at IS NOT NULL)),
  CONSTRAINT file_rejected_says_why CHECK ((state = 'REJECTED') = (rejection IS NOT NULL))
);
CREATE INDEX file_unfinished ON file (created_at) WHERE state IN ('AWAITING_BYTES', 'RECEIVED');
CREATE INDEX file_of_owner ON file (tenant_id, owner_person_id);

-- A file goes forward only, and once checked it never changes.
CREATE FUNCTION file_forward_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('READY', 'REJECTED', 'EXPIRED') THEN
    IF OLD.state = 'READY' AND NEW.storage_key <> OLD.storage_key
       AND (to_jsonb(NEW) - 'storage_key') = (to_jsonb(OLD) - 'storage_key') THEN
      RETURN NEW; -- moving bytes between stores changes nothing else
    END IF;
    RAISE EXCEPTION 'KHOI:FILE_FINAL a checked file does not change' USING ERRCODE = 'P0001';
  END IF;
  IF (OLD.state = 'RECEIVED' AND NEW.state NOT IN ('RECEIVED', 'READY', 'REJECTED'))
     OR NEW.id <> OLD.id OR NEW.tenant_id <> OLD.tenant_id OR NEW.owner_person_id <> OLD.owner_person_id OR NEW.name <> OLD.name
     OR NEW.declared_type <> OLD.declared_type OR NEW.declared_size <> OLD.declared_size OR NEW.created_at <> OLD.created_at THEN
    RAISE EXCEPTION 'KHOI:FILE_FINAL what was announced stays, and received bytes go forward only' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER file_forward_only BEFORE UPDATE ON file FOR EACH ROW EXECUTE FUNCTION file_forward_only();
