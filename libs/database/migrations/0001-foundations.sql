-- Foundations every room stands on: text rules, guards against forbidden writes, numbering, outbox, audit.

CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- The form in which texts are searched: without case, marks or đ, whatever the Unicode form typed.
-- unaccent() is only STABLE because its dictionary could change; naming the dictionary makes the promise ours.
CREATE FUNCTION vn_norm(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  SET search_path = public, pg_temp
  RETURN btrim(regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, normalize(value, NFC))), '\s+', ' ', 'g'));

-- People are sorted by given name (the last word), then by family and middle names.
CREATE FUNCTION vn_sort_name(full_name text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN regexp_replace(btrim(full_name), '^(.*)\s+(\S+)$', '\2 \1');

-- "Today" for legal dates is the day in Vietnam, whatever the server's zone.
CREATE FUNCTION vn_today() RETURNS date
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (clock_timestamp() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;

-- Text as people wrote it: NFC, so that equal words are equal bytes.
CREATE DOMAIN line_text AS text CHECK (VALUE IS NFC NORMALIZED AND VALUE !~ '[\n\r\t]' AND length(VALUE) BETWEEN 1 AND 500);
CREATE DOMAIN long_text AS text CHECK (VALUE IS NFC NORMALIZED AND length(VALUE) <= 20000);
CREATE DOMAIN sha256_hex AS text CHECK (VALUE ~ '^[0-9a-f]{64}$');
-- Hundredths of a percent: 10000 is 100 %.
CREATE DOMAIN basis_points AS integer CHECK (VALUE BETWEEN 1 AND 10000);
-- Hundredths of a point.
CREATE DOMAIN points AS integer CHECK (VALUE BETWEEN 0 AND 1000000);
-- Vietnamese dong; JSON numbers carry it exactly up to 2^53.
CREATE DOMAIN vnd AS bigint CHECK (VALUE BETWEEN 0 AND 9007199254740991);

-- Refuses every change of a row that is a fact somebody may dispute.
CREATE FUNCTION forbid_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'KHOI:APPEND_ONLY % refuses %', TG_TABLE_NAME, TG_OP USING ERRCODE = 'P0001';
END $$;

-- Makes a table append-only for everybody who is not able to alter it.
CREATE PROCEDURE make_append_only(table_name regclass) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER append_only_rows BEFORE UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION forbid_change()', table_name);
  EXECUTE format('CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION forbid_change()', table_name);
END $$;

CREATE FUNCTION touch_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at := clock_timestamp();
  RETURN NEW;
END $$;

-- Gapless numbers by tenant, book and year; the row lock lasts as long as the caller's transaction,
-- so a rolled back act gives its number back.
CREATE TABLE number_sequence (
  tenant_id uuid NOT NULL,
  book text NOT NULL CHECK (book ~ '^[A-Z_]{1,40}$'),
  year integer NOT NULL CHECK (year BETWEEN 2000 AND 2200),
  last integer NOT NULL CHECK (last >= 0),
  PRIMARY KEY (tenant_id, book, year)
);
CREATE FUNCTION number_sequence_never_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.last <> OLD.last + 1 OR NEW.tenant_id <> OLD.tenant_id OR NEW.book <> OLD.book OR NEW.year <> OLD.year THEN
    RAISE EXCEPTION 'KHOI:NUMBER_SEQUENCE numbers only go up by one' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER number_sequence_forward BEFORE UPDATE ON number_sequence FOR EACH ROW EXECUTE FUNCTION number_sequence_never_back();
CREATE TRIGGER number_sequence_kept BEFORE DELETE ON number_sequence FOR EACH ROW EXECUTE FUNCTION forbid_change();

-- What happened, for reactions after the commit. Written in the transaction of the act itself.
CREATE TABLE outbox (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid,
  type text NOT NULL,
  payload jsonb NOT NULL,
  occurred_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  dispatched_at timestamptz
);
CREATE INDEX outbox_waiting ON outbox (id) WHERE dispatched_at IS NULL;
CREATE FUNCTION outbox_wake() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('khoi_outbox', '');
  RETURN NULL;
END $$;
CREATE TRIGGER outbox_wake AFTER INSERT ON outbox FOR EACH STATEMENT EXECUTE FUNCTION outbox_wake();

-- One answer for a repeated click or a lost reply.
CREATE TABLE idempotency_record (
  account_id uuid NOT NULL,
  key text NOT NULL CHECK (length(key) BETWEEN 8 AND 100),
  operation text NOT NULL,
  request_sha256 sha256_hex NOT NULL,
  result jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (account_id, operation, key)
);
CREATE INDEX idempotency_record_age ON idempotency_record (created_at);

-- Who did what to which object, when. Ids and codes only, never texts or scores.
CREATE TABLE audit_event (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  actor_person_id uuid,
  actor_account_id uuid,
  action text NOT NULL,
  object_type text NOT NULL,
  object_id uuid,
  details jsonb NOT NULL DEFAULT '{}',
  request_id text
);
CREATE INDEX audit_event_by_object ON audit_event (tenant_id, object_type, object_id, id);
CREATE INDEX audit_event_by_time ON audit_event (tenant_id, id);
CALL make_append_only('audit_event');
