-- Decisions with gapless numbers, and the register that the public reads.

CREATE TABLE recognition_decision (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL REFERENCES tenant (id),
  session_id uuid NOT NULL,
  kind text NOT NULL DEFAULT 'COMBINED' CHECK (kind IN ('INITIATIVE', 'EFFECTIVENESS', 'COMBINED')),
  state text NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT', 'PROPOSED', 'ISSUED')),
  summary line_text NOT NULL,
  proposed_by_person_id uuid,
  proposed_at timestamptz,
  signed_by_person_id uuid,
  signer_title line_text,
  number integer CHECK (number >= 1),
  year integer,
  symbol text CHECK (symbol ~ '^[A-ZĐ0-9-]{2,40}$'),
  issued_on date,
  issued_at timestamptz,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT recognition_decision_in_tenant UNIQUE (tenant_id, id),
  CONSTRAINT recognition_decision_one_per_session UNIQUE (session_id, kind),
  CONSTRAINT recognition_decision_number_unique UNIQUE (tenant_id, symbol, year, number),
  CONSTRAINT recognition_decision_session FOREIGN KEY (tenant_id, session_id) REFERENCES evaluation_session (tenant_id, id),
  CONSTRAINT recognition_decision_signer FOREIGN KEY (tenant_id, signed_by_person_id) REFERENCES person (tenant_id, id),
  CONSTRAINT recognition_decision_issued_is_complete CHECK ((state = 'ISSUED') = (number IS NOT NULL AND year IS NOT NULL AND symbol IS NOT NULL
    AND issued_on IS NOT NULL AND issued_at IS NOT NULL AND signed_by_person_id IS NOT NULL AND signer_title IS NOT NULL))
);
CREATE TRIGGER recognition_decision_touch BEFORE UPDATE ON recognition_decision FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

CREATE TABLE recognition_item (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  decision_id uuid NOT NULL,
  initiative_id uuid NOT NULL,
  result_id uuid NOT NULL REFERENCES item_result (id),
  position integer NOT NULL CHECK (position >= 1),
  -- NULL until the head has decided.
  outcome text CHECK (outcome IN ('RECOGNISED', 'REFUSED')),
  -- Application effectiveness and replicability (Law on Emulation and Commendation 2022), a facet of its own.
  effectiveness text CHECK (effectiveness IN ('RECOGNISED', 'NOT_RECOGNISED')),
  -- Codes of the legal list (Decree 13/2012 Art. 3–4) and the head's words (INV-34).
  refusal_reasons text[] NOT NULL DEFAULT '{}',
  reason long_text NOT NULL DEFAULT '',
  -- The head may decide against the council only with a written reason.
  deviates boolean NOT NULL DEFAULT false,
  decided_by_person_id uuid,
  decided_at timestamptz,
  CONSTRAINT recognition_item_in_tenant UNIQUE (tenant_id, id),
  CONSTRAINT recognition_item_once UNIQUE (decision_id, initiative_id),
  CONSTRAINT recognition_item_decision FOREIGN KEY (tenant_id, decision_id) REFERENCES recognition_decision (tenant_id, id),
  CONSTRAINT recognition_item_initiative FOREIGN KEY (tenant_id, initiative_id) REFERENCES initiative (tenant_id, id),
  CONSTRAINT recognition_item_refusal_says_why CHECK (outcome IS DISTINCT FROM 'REFUSED' OR (cardinality(refusal_reasons) > 0 AND reason <> '')),
  CONSTRAINT recognition_item_deviation_says_why CHECK (NOT deviates OR reason <> ''),
  CONSTRAINT recognition_item_decided CHECK ((outcome IS NULL) = (decided_at IS NULL) AND (outcome IS NULL) = (decided_by_person_id IS NULL)
    AND (outcome IS NULL) = (effectiveness IS NULL)),
  CONSTRAINT recognition_item_effective_is_recognised CHECK (effectiveness IS DISTINCT FROM 'RECOGNISED' OR outcome = 'RECOGNISED')
);

-- INV-31, INV-32: numbers follow one another without gaps, later numbers never have earlier dates, issued acts stay.
CREATE FUNCTION recognition_decision_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  previous recognition_decision;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY decisions are not deleted' USING ERRCODE = 'P0001';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.state = 'ISSUED' THEN
    RAISE EXCEPTION 'KHOI:DECISION_ISSUED an issued decision does not change' USING ERRCODE = 'P0001';
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.id <> OLD.id OR NEW.tenant_id <> OLD.tenant_id OR NEW.session_id <> OLD.session_id) THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY a decision stays with its session' USING ERRCODE = 'P0001';
  END IF;
  IF TG_OP = 'INSERT' AND NEW.state = 'ISSUED' THEN
    RAISE EXCEPTION 'KHOI:DECISION_INCOMPLETE a decision begins as a draft' USING ERRCODE = 'P0001';
  END IF;
  IF NEW.state = 'ISSUED' THEN
    IF NEW.issued_on > vn_today() THEN
      RAISE EXCEPTION 'KHOI:DECISION_DATE a decision is not dated in the future' USING ERRCODE = 'P0001';
    END IF;
    IF NEW.year <> extract(year FROM NEW.issued_on) THEN
      RAISE EXCEPTION 'KHOI:DECISION_DATE the number belongs to the year of the date' USING ERRCODE = 'P0001';
    END IF;
    IF NEW.number > 1 THEN
      SELECT * INTO previous FROM recognition_decision
       WHERE tenant_id = NEW.tenant_id AND symbol = NEW.symbol AND year = NEW.year AND number = NEW.number - 1;
      IF previous.id IS NULL THEN
        RAISE EXCEPTION 'KHOI:DECISION_NUMBER numbers have no gaps' USING ERRCODE = 'P0001';
      END IF;
      IF previous.issued_on > NEW.issued_on THEN
        RAISE EXCEPTION 'KHOI:DECISION_DATE a later number never has an earlier date' USING ERRCODE = 'P0001';
      END IF;
    END IF;
    IF NOT EXISTS (SELECT FROM recognition_item WHERE decision_id = NEW.id)
       OR EXISTS (SELECT FROM recognition_item WHERE decision_id = NEW.id AND outcome IS NULL) THEN
      RAISE EXCEPTION 'KHOI:DECISION_INCOMPLETE every item is decided before issuing' USING ERRCODE = 'P0001';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER recognition_decision_guard BEFORE INSERT OR UPDATE OR DELETE ON recognition_decision FOR EACH ROW EXECUTE FUNCTION recognition_decision_guard();
CREATE TRIGGER recognition_decision_truncate BEFORE TRUNCATE ON recognition_decision FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- INV-05, INV-30: an item rests on a locked result of the decision's session, says so when it goes against it, and
-- recognises only what was applied or tried. FOR SHARE waits for a decision that is being issued: nothing slips in behind it.
CREATE FUNCTION recognition_item_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  decision recognition_decision;
  council text;
  judged jsonb;
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.id <> OLD.id OR NEW.tenant_id <> OLD.tenant_id OR NEW.decision_id <> OLD.decision_id
     OR NEW.initiative_id <> OLD.initiative_id OR NEW.result_id <> OLD.result_id) THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY an item stays with its decision and result' USING ERRCODE = 'P0001';
  END IF;
  SELECT * INTO decision FROM recognition_decision
   WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.decision_id ELSE NEW.decision_id END FOR SHARE;
  IF decision.state = 'ISSUED' THEN
    RAISE EXCEPTION 'KHOI:DECISION_ISSUED an issued decision does not change' USING ERRCODE = 'P0001';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  SELECT r.outcome, v.snapshot INTO council, judged
    FROM item_result r JOIN agenda_item a ON a.id = r.item_id JOIN evaluation_session s ON s.id = a.session_id
    JOIN initiative_version v ON v.initiative_id = a.initiative_id AND v.number = a.version_number
   WHERE r.id = NEW.result_id AND s.id = decision.session_id AND s.state = 'LOCKED' AND a.initiative_id = NEW.initiative_id;
  IF council IS NULL THEN
    RAISE EXCEPTION 'KHOI:DECISION_SESSION_NOT_LOCKED an item rests on a locked result of the session' USING ERRCODE = 'P0001';
  END IF;
  IF NEW.outcome IS NOT NULL AND NEW.deviates <> (NEW.outcome || ' ' || NEW.effectiveness IS DISTINCT FROM CASE council
       WHEN 'EFFECTIVE_AND_REPLICABLE' THEN 'RECOGNISED RECOGNISED'
       WHEN 'RECOGNISED_ONLY' THEN 'RECOGNISED NOT_RECOGNISED'
       WHEN 'NOT_RECOGNISED' THEN 'REFUSED NOT_RECOGNISED' END) THEN
    RAISE EXCEPTION 'KHOI:DECISION_DEVIATION_NEEDS_REASON an item says whether it goes against the council' USING ERRCODE = 'P0001';
  END IF;
  IF NEW.outcome = 'RECOGNISED' AND NOT EXISTS (SELECT FROM jsonb_array_elements(judged -> 'applicationRecords') x
       WHERE x ->> 'status' IN ('TRIAL', 'APPLIED') AND (x ->> 'appliedFrom')::date <= vn_today()) THEN
    RAISE EXCEPTION 'KHOI:DECISION_NOT_APPLIED an initiative is recognised after it was applied or tried' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER recognition_item_guard BEFORE INSERT OR UPDATE OR DELETE ON recognition_item FOR EACH ROW EXECUTE FUNCTION recognition_item_guard();
CREATE TRIGGER recognition_item_truncate BEFORE TRUNCATE ON recognition_item FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- The benefit of all applications of an entry in VND; what cannot be counted adds nothing.
CREATE FUNCTION register_benefit(applications jsonb) RETURNS bigint
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN (SELECT coalesce(sum((a ->> 'benefitAmount')::bigint), 0)::bigint FROM jsonb_array_elements(applications) a);

-- What the public may read, and nothing else: written when a decision is issued, from the judged version.
-- Author-secret parts have no column here, so no query can leak them (INV-09).
CREATE TABLE register_entry (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL REFERENCES tenant (id),
  initiative_id uuid NOT NULL CONSTRAINT register_entry_once UNIQUE,
  item_id uuid NOT NULL,
  slug text NOT NULL CHECK (slug ~ '^[a-z0-9-]{1,200}$'),
  code text NOT NULL,
  title line_text NOT NULL,
  summary long_text NOT NULL,
  problem long_text NOT NULL,
  solution long_text NOT NULL,
  novelty long_text NOT NULL,
  conditions long_text NOT NULL,
  benefit long_text NOT NULL,
  kind text NOT NULL,
  field_id uuid NOT NULL,
  field_code text NOT NULL,
  field_name line_text NOT NULL,
  unit_id uuid NOT NULL,
  unit_name line_text NOT NULL,
  -- [{fullName, shareBp, position}] : the issued decision names them, so it is public.
  authors jsonb NOT NULL,
  -- [{place, from, to, status, measures: [{name, unit, before, after}], benefitAmount}]
  applications jsonb NOT NULL,
  year integer NOT NULL,
  level text NOT NULL CHECK (level IN ('BASE', 'CITY')),
  effectiveness text NOT NULL CHECK (effectiveness IN ('RECOGNISED', 'NOT_RECOGNISED')),
  grade text,
  decision_number text NOT NULL,
  decision_date date NOT NULL,
  status text NOT NULL DEFAULT 'VALID' CHECK (status IN ('VALID', 'REVOKED')),
  published_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  title_norm text GENERATED ALWAYS AS (vn_norm(title)) STORED,
  search_norm text GENERATED ALWAYS AS (vn_norm(code || ' ' || title || ' ' || unit_name || ' ' || field_name || ' ' || summary)) STORED,
  author_count integer GENERATED ALWAYS AS (jsonb_array_length(authors)) STORED,
  benefit_amount bigint GENERATED ALWAYS AS (register_benefit(applications)) STORED,
  CONSTRAINT register_entry_slug_unique UNIQUE (slug),
  CONSTRAINT register_entry_initiative FOREIGN KEY (tenant_id, initiative_id) REFERENCES initiative (tenant_id, id),
  CONSTRAINT register_entry_item FOREIGN KEY (tenant_id, item_id) REFERENCES recognition_item (tenant_id, id)
);
-- One index for each order, so that a page is as quick at row 50,000 as at the first.
CREATE INDEX register_entry_newest ON register_entry (published_at DESC, id DESC);
CREATE INDEX register_entry_by_tenant ON register_entry (tenant_id, published_at DESC, id DESC);
CREATE INDEX register_entry_title ON register_entry (title COLLATE "vi-x-icu", id);
CREATE INDEX register_entry_field ON register_entry (field_code, year);
CREATE INDEX register_entry_search ON register_entry USING gin (search_norm gin_trgm_ops);
-- Nearest titles first, however the words are misspelt.
CREATE INDEX register_entry_near ON register_entry USING gist (title_norm gist_trgm_ops (siglen = 256));
-- Everything that is counted, so that counting never reads the texts.
CREATE INDEX register_entry_counts ON register_entry (tenant_id, field_code, year, unit_id, effectiveness)
  INCLUDE (status, author_count, benefit_amount);

-- What was published stays; a later decision may only revoke it. Nothing becomes public before its decision is issued.
CREATE FUNCTION register_entry_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  -- Generated columns are not computed yet when the guard looks.
  free constant text[] := ARRAY['status', 'title_norm', 'search_norm', 'author_count', 'benefit_amount'];
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY the register forgets nothing' USING ERRCODE = 'P0001';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free) OR (OLD.status = 'REVOKED' AND NEW.status <> 'REVOKED') THEN
      RAISE EXCEPTION 'KHOI:APPEND_ONLY a published entry does not change' USING ERRCODE = 'P0001';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT EXISTS (SELECT FROM recognition_item i JOIN recognition_decision d ON d.id = i.decision_id
                  WHERE i.id = NEW.item_id AND i.initiative_id = NEW.initiative_id AND i.outcome = 'RECOGNISED' AND d.state = 'ISSUED') THEN
    RAISE EXCEPTION 'KHOI:DECISION_INCOMPLETE only what an issued decision recognises is published' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER register_entry_guard BEFORE INSERT OR UPDATE OR DELETE ON register_entry FOR EACH ROW EXECUTE FUNCTION register_entry_guard();
CREATE TRIGGER register_entry_truncate BEFORE TRUNCATE ON register_entry FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
