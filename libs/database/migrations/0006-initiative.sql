-- Initiatives: the legal form (Decree 13/2012, Circular 18/2013 Annex I), its authors, versions and checks.

CREATE TABLE initiative (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL REFERENCES tenant (id),
  code text NOT NULL CHECK (code ~ '^SK-[0-9]{4}-[0-9]{4,}$'),
  campaign_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT', 'SUBMITTED', 'SUPPLEMENT_REQUIRED', 'REJECTED_FORMALLY', 'ACCEPTED',
    'WAITING_APPLICATION', 'UNDER_EVALUATION', 'COUNCIL_PASSED', 'COUNCIL_FAILED', 'DEFERRED', 'RECOGNISED', 'REFUSED', 'CANCELLED', 'WITHDRAWN', 'LAPSED')),
  source text NOT NULL DEFAULT 'OFFICIAL' CHECK (source IN ('OFFICIAL', 'CITIZEN', 'PAPER')),
  title line_text NOT NULL,
  kind text CHECK (kind IN ('TECHNICAL', 'MANAGEMENT', 'OPERATIONAL', 'TECH_APPLICATION')),
  field_id uuid,
  submitting_unit_id uuid,
  investor_unit_id uuid,
  investor_name line_text,
  is_state_funded boolean,
  first_applied_on date,
  first_applied_kind text CHECK (first_applied_kind IN ('APPLIED', 'TRIED')),
  first_application_ends_on date,
  summary long_text NOT NULL DEFAULT '',
  state_before long_text NOT NULL DEFAULT '',
  content long_text NOT NULL DEFAULT '',
  novelty long_text NOT NULL DEFAULT '',
  conditions long_text NOT NULL DEFAULT '',
  -- Author-secret (Circular 18/2013 Art. 6): never in public pages, excerpts, exports or notices (INV-09).
  confidential_parts long_text NOT NULL DEFAULT '',
  benefit_author long_text NOT NULL DEFAULT '',
  benefit_adopters long_text NOT NULL DEFAULT '',
  declaration_accepted_at timestamptz,
  revision integer NOT NULL DEFAULT 1 CHECK (revision >= 1),
  current_version integer NOT NULL DEFAULT 0,
  accepted_version integer,
  receipt_number text,
  submitted_at timestamptz,
  formal_check_due_on date,
  supplement_due_on date,
  accepted_at timestamptz,
  result_due_on date,
  duplicate_of_id uuid,
  previous_submission_id uuid,
  created_by_person_id uuid NOT NULL,
  -- Whose save made the present revision: told to whoever saves over it.
  updated_by_person_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  search_norm text GENERATED ALWAYS AS (vn_norm(code || ' ' || title)) STORED,
  CONSTRAINT initiative_code_unique UNIQUE (tenant_id, code),
  CONSTRAINT initiative_receipt_unique UNIQUE (tenant_id, receipt_number),
  CONSTRAINT initiative_in_tenant UNIQUE (tenant_id, id),
  CONSTRAINT initiative_campaign FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaign (tenant_id, id),
  CONSTRAINT initiative_field FOREIGN KEY (tenant_id, field_id) REFERENCES field (tenant_id, id),
  CONSTRAINT initiative_unit FOREIGN KEY (tenant_id, submitting_unit_id) REFERENCES org_unit (tenant_id, id),
  CONSTRAINT initiative_investor FOREIGN KEY (tenant_id, investor_unit_id) REFERENCES org_unit (tenant_id, id),
  CONSTRAINT initiative_creator FOREIGN KEY (tenant_id, created_by_person_id) REFERENCES person (tenant_id, id),
  CONSTRAINT initiative_last_writer FOREIGN KEY (tenant_id, updated_by_person_id) REFERENCES person (tenant_id, id),
  CONSTRAINT initiative_not_its_own_duplicate CHECK (duplicate_of_id <> id),
  CONSTRAINT initiative_duplicate_of FOREIGN KEY (tenant_id, duplicate_of_id) REFERENCES initiative (tenant_id, id),
  CONSTRAINT initiative_previous FOREIGN KEY (tenant_id, previous_submission_id) REFERENCES initiative (tenant_id, id),
  CONSTRAINT initiative_submitted_has_receipt CHECK (state IN ('DRAFT', 'WITHDRAWN') OR (receipt_number IS NOT NULL AND submitted_at IS NOT NULL AND current_version >= 1)),
  CONSTRAINT initiative_accepted_has_version CHECK (
    state NOT IN ('ACCEPTED', 'WAITING_APPLICATION', 'UNDER_EVALUATION', 'COUNCIL_PASSED', 'COUNCIL_FAILED', 'DEFERRED', 'RECOGNISED', 'REFUSED', 'CANCELLED')
    OR (accepted_version IS NOT NULL AND accepted_at IS NOT NULL AND result_due_on IS NOT NULL)),
  CONSTRAINT initiative_application_period CHECK (first_application_ends_on IS NULL OR first_applied_on IS NULL OR first_application_ends_on >= first_applied_on)
);
CREATE INDEX initiative_by_state ON initiative (tenant_id, state, submitted_at, id);
CREATE INDEX initiative_by_campaign ON initiative (tenant_id, campaign_id, state);
CREATE INDEX initiative_by_unit ON initiative (tenant_id, submitting_unit_id, id);
CREATE INDEX initiative_by_creator ON initiative (created_by_person_id, id);
CREATE INDEX initiative_search ON initiative USING gin (search_norm gin_trgm_ops);
-- INV-10: one solution is under evaluation once. A duplicate points at the original, never at another duplicate.
CREATE UNIQUE INDEX initiative_one_evaluation ON initiative (coalesce(duplicate_of_id, id)) WHERE state = 'UNDER_EVALUATION';
CREATE TRIGGER initiative_touch BEFORE UPDATE ON initiative FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- After submission the text is what was handed in; it changes only while a supplement is asked for (INV-07).
-- Every initiative begins as a draft; final states, receipts and codes stay (INV-08).
CREATE FUNCTION initiative_text_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  marks constant text[] := ARRAY['state', 'revision', 'current_version', 'accepted_version', 'receipt_number', 'submitted_at',
    'formal_check_due_on', 'supplement_due_on', 'accepted_at', 'result_due_on', 'duplicate_of_id', 'updated_by_person_id',
    'updated_at', 'search_norm'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'DRAFT' THEN
      RAISE EXCEPTION 'KHOI:INITIATIVE_FIXED' USING ERRCODE = 'P0001', HINT = 'an initiative begins as a draft';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.state NOT IN ('DRAFT', 'SUPPLEMENT_REQUIRED') AND (to_jsonb(NEW) - marks) <> (to_jsonb(OLD) - marks) THEN
    RAISE EXCEPTION 'KHOI:INITIATIVE_FIXED' USING ERRCODE = 'P0001', HINT = 'a submitted initiative does not change';
  END IF;
  IF NEW.id <> OLD.id OR NEW.tenant_id <> OLD.tenant_id OR NEW.code <> OLD.code OR NEW.source <> OLD.source
     OR NEW.created_by_person_id <> OLD.created_by_person_id OR NEW.created_at <> OLD.created_at
     OR (OLD.submitted_at IS NOT NULL AND (NEW.submitted_at IS DISTINCT FROM OLD.submitted_at OR NEW.campaign_id <> OLD.campaign_id))
     OR (OLD.receipt_number IS NOT NULL AND NEW.receipt_number IS DISTINCT FROM OLD.receipt_number)
     OR NEW.current_version < OLD.current_version OR NEW.revision < OLD.revision
     OR (OLD.accepted_version IS NOT NULL AND NEW.accepted_version IS DISTINCT FROM OLD.accepted_version)
     OR (OLD.state IN ('REFUSED', 'CANCELLED', 'WITHDRAWN', 'LAPSED', 'REJECTED_FORMALLY') AND NEW.state <> OLD.state)
     OR (OLD.state = 'RECOGNISED' AND NEW.state NOT IN ('RECOGNISED', 'CANCELLED')) THEN
    RAISE EXCEPTION 'KHOI:INITIATIVE_FIXED' USING ERRCODE = 'P0001', HINT = 'receipts, codes and final states stay';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER initiative_text_fixed BEFORE INSERT OR UPDATE ON initiative FOR EACH ROW EXECUTE FUNCTION initiative_text_fixed();

CREATE TABLE initiative_author (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  initiative_id uuid NOT NULL,
  person_id uuid NOT NULL,
  position integer NOT NULL CHECK (position >= 1),
  role text NOT NULL CHECK (role IN ('LEAD', 'CO_AUTHOR')),
  share_bp basis_points NOT NULL,
  confirmed_at timestamptz,
  declined_at timestamptz,
  decline_reason text CHECK (length(decline_reason) <= 2000),
  CONSTRAINT initiative_author_once UNIQUE (initiative_id, person_id),
  CONSTRAINT initiative_author_position UNIQUE (initiative_id, position) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT initiative_author_initiative FOREIGN KEY (tenant_id, initiative_id) REFERENCES initiative (tenant_id, id),
  CONSTRAINT initiative_author_person FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  CONSTRAINT initiative_author_answer CHECK (confirmed_at IS NULL OR declined_at IS NULL)
);
CREATE UNIQUE INDEX initiative_author_one_lead ON initiative_author (initiative_id) WHERE role = 'LEAD';
CREATE INDEX initiative_author_of_person ON initiative_author (person_id, initiative_id);

CREATE TABLE first_adopter (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  initiative_id uuid NOT NULL,
  position integer NOT NULL CHECK (position >= 1),
  person_id uuid,
  full_name line_text NOT NULL,
  birth_date date,
  workplace line_text,
  job_title line_text,
  qualification line_text,
  work_done long_text NOT NULL DEFAULT '',
  CONSTRAINT first_adopter_initiative FOREIGN KEY (tenant_id, initiative_id) REFERENCES initiative (tenant_id, id),
  CONSTRAINT first_adopter_person FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);
CREATE UNIQUE INDEX first_adopter_person_once ON first_adopter (initiative_id, person_id) WHERE person_id IS NOT NULL;
CREATE INDEX first_adopter_of ON first_adopter (initiative_id, position);

-- Where and how the initiative was applied; the facts behind "effectively applied" (INV-05, INV-36).
CREATE TABLE application_record (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  initiative_id uuid NOT NULL,
  position integer NOT NULL CHECK (position >= 1),
  unit_id uuid,
  place line_text NOT NULL,
  applied_from date NOT NULL,
  applied_to date,
  status text NOT NULL CHECK (status IN ('PLANNED', 'TRIAL', 'APPLIED', 'STOPPED')),
  is_first boolean NOT NULL DEFAULT false,
  benefit_kind text NOT NULL DEFAULT 'NOT_COUNTABLE' CHECK (benefit_kind IN ('COUNTED', 'ESTIMATED', 'NOT_COUNTABLE')),
  benefit_amount vnd,
  confirmed_by_person_id uuid,
  confirmed_at timestamptz,
  confirmation_note text CHECK (length(confirmation_note) <= 2000),
  CONSTRAINT application_record_in_initiative UNIQUE (tenant_id, id),
  CONSTRAINT application_record_initiative FOREIGN KEY (tenant_id, initiative_id) REFERENCES initiative (tenant_id, id),
  CONSTRAINT application_record_unit FOREIGN KEY (tenant_id, unit_id) REFERENCES org_unit (tenant_id, id),
  CONSTRAINT application_record_confirmer FOREIGN KEY (tenant_id, confirmed_by_person_id) REFERENCES person (tenant_id, id),
  CONSTRAINT application_record_period CHECK (applied_to IS NULL OR applied_to >= applied_from),
  CONSTRAINT application_record_benefit CHECK ((benefit_kind = 'NOT_COUNTABLE') = (benefit_amount IS NULL)),
  CONSTRAINT application_record_confirmation CHECK ((confirmed_at IS NULL) = (confirmed_by_person_id IS NULL))
);
CREATE UNIQUE INDEX application_record_one_first ON application_record (initiative_id) WHERE is_first;
CREATE INDEX application_record_of ON application_record (initiative_id, position);
CREATE INDEX application_record_to_confirm ON application_record (tenant_id, unit_id) WHERE confirmed_at IS NULL;

-- Decimal numbers as people wrote them (12,5 minutes): numeric, never floating point.
CREATE TABLE application_measure (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  record_id uuid NOT NULL,
  position integer NOT NULL CHECK (position >= 1),
  name line_text NOT NULL,
  unit line_text NOT NULL,
  before_value numeric(20, 4) NOT NULL,
  after_value numeric(20, 4) NOT NULL,
  period text CHECK (length(period) <= 200),
  source text CHECK (length(source) <= 500),
  CONSTRAINT application_measure_record FOREIGN KEY (tenant_id, record_id) REFERENCES application_record (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX application_measure_of ON application_measure (record_id, position);

CREATE TABLE attachment (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  initiative_id uuid NOT NULL,
  file_id uuid NOT NULL,
  position integer NOT NULL CHECK (position >= 1),
  kind text NOT NULL CHECK (kind IN ('DESCRIPTION', 'EVIDENCE', 'CONFIRMATION', 'IMAGE', 'OTHER')),
  caption line_text NOT NULL,
  supports text NOT NULL DEFAULT 'GENERAL' CHECK (supports IN ('GENERAL', 'STATE_BEFORE', 'CONTENT', 'NOVELTY', 'APPLICATION', 'BENEFIT', 'REPLICABILITY')),
  confidentiality text NOT NULL DEFAULT 'INTERNAL' CHECK (confidentiality IN ('PUBLIC', 'INTERNAL', 'AUTHOR_SECRET')),
  added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT attachment_file_once UNIQUE (initiative_id, file_id),
  CONSTRAINT attachment_initiative FOREIGN KEY (tenant_id, initiative_id) REFERENCES initiative (tenant_id, id),
  CONSTRAINT attachment_file FOREIGN KEY (tenant_id, file_id) REFERENCES file (tenant_id, id)
);
CREATE INDEX attachment_of ON attachment (initiative_id, position);
CREATE INDEX attachment_of_file ON attachment (file_id);

-- Parts of a submitted dossier are as fixed as its text, and no part moves to another dossier.
CREATE FUNCTION initiative_part_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  confirmation constant text[] := ARRAY['confirmed_by_person_id', 'confirmed_at', 'confirmation_note'];
  parent_state text;
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.initiative_id <> OLD.initiative_id OR NEW.tenant_id <> OLD.tenant_id) THEN
    RAISE EXCEPTION 'KHOI:INITIATIVE_FIXED' USING ERRCODE = 'P0001', HINT = 'a part stays with its initiative';
  END IF;
  -- Waits for a submission that is being committed: a part that slipped in beside it would not be in the version.
  SELECT state INTO parent_state FROM initiative
   WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.initiative_id ELSE NEW.initiative_id END FOR SHARE;
  IF parent_state NOT IN ('DRAFT', 'SUPPLEMENT_REQUIRED') THEN
    -- The unit's confirmation comes after submission; everything else of the record stays.
    IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'application_record' AND (to_jsonb(NEW) - confirmation) = (to_jsonb(OLD) - confirmation) THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'KHOI:INITIATIVE_FIXED' USING ERRCODE = 'P0001', HINT = 'a submitted initiative does not change';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER initiative_author_fixed BEFORE INSERT OR UPDATE OR DELETE ON initiative_author FOR EACH ROW EXECUTE FUNCTION initiative_part_fixed();
CREATE TRIGGER first_adopter_fixed BEFORE INSERT OR UPDATE OR DELETE ON first_adopter FOR EACH ROW EXECUTE FUNCTION initiative_part_fixed();
CREATE TRIGGER application_record_fixed BEFORE INSERT OR UPDATE OR DELETE ON application_record FOR EACH ROW EXECUTE FUNCTION initiative_part_fixed();
CREATE TRIGGER attachment_fixed BEFORE INSERT OR UPDATE OR DELETE ON attachment FOR EACH ROW EXECUTE FUNCTION initiative_part_fixed();

CREATE FUNCTION application_measure_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  parent_state text;
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.record_id <> OLD.record_id THEN
    RAISE EXCEPTION 'KHOI:INITIATIVE_FIXED' USING ERRCODE = 'P0001', HINT = 'a measure stays with its record';
  END IF;
  SELECT i.state INTO parent_state FROM application_record r JOIN initiative i ON i.id = r.initiative_id
   WHERE r.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.record_id ELSE NEW.record_id END;
  -- No parent: the record itself was allowed to go, and its measures go with it.
  IF parent_state IS NOT NULL AND parent_state NOT IN ('DRAFT', 'SUPPLEMENT_REQUIRED') THEN
    RAISE EXCEPTION 'KHOI:INITIATIVE_FIXED' USING ERRCODE = 'P0001', HINT = 'a submitted initiative does not change';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER application_measure_fixed BEFORE INSERT OR UPDATE OR DELETE ON application_measure FOR EACH ROW EXECUTE FUNCTION application_measure_fixed();

-- INV-01 and INV-03, asked at commit: whoever submits has authors whose shares are 100 % and who all said yes.
CREATE FUNCTION initiative_authors_complete() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  total integer;
  unconfirmed integer;
BEGIN
  IF NEW.state IN ('DRAFT', 'WITHDRAWN', 'SUPPLEMENT_REQUIRED', 'LAPSED') THEN
    RETURN NULL;
  END IF;
  SELECT coalesce(sum(share_bp), 0), count(*) FILTER (WHERE confirmed_at IS NULL) INTO total, unconfirmed
    FROM initiative_author WHERE initiative_id = NEW.id;
  IF total <> 10000 OR unconfirmed > 0 THEN
    RAISE EXCEPTION 'KHOI:INITIATIVE_AUTHORS_INCOMPLETE' USING ERRCODE = 'P0001',
      DETAIL = json_build_object('sumBp', total, 'unconfirmed', unconfirmed)::text;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER initiative_authors_complete AFTER INSERT OR UPDATE ON initiative
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION initiative_authors_complete();

-- What was handed in, word for word. The council judges and the documents print this, not the live row.
CREATE TABLE initiative_version (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  initiative_id uuid NOT NULL,
  number integer NOT NULL CHECK (number >= 1),
  snapshot jsonb NOT NULL,
  sha256 sha256_hex NOT NULL,
  reason text NOT NULL CHECK (reason IN ('SUBMISSION', 'SUPPLEMENT')),
  created_by_person_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT initiative_version_number UNIQUE (initiative_id, number),
  CONSTRAINT initiative_version_initiative FOREIGN KEY (tenant_id, initiative_id) REFERENCES initiative (tenant_id, id)
);
CALL make_append_only('initiative_version');

-- Every step of the procedure, for the timeline and for whoever has to prove it.
CREATE TABLE initiative_step (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  initiative_id uuid NOT NULL,
  transition text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  actor_person_id uuid,
  note text CHECK (length(note) <= 4000),
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT initiative_step_initiative FOREIGN KEY (tenant_id, initiative_id) REFERENCES initiative (tenant_id, id)
);
CREATE INDEX initiative_step_of ON initiative_step (initiative_id, id);
CALL make_append_only('initiative_step');

-- The formal check of one version (Circular 18/2013 Art. 6): all faults at once, at most one return.
CREATE TABLE formal_check (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  initiative_id uuid NOT NULL,
  version_number integer NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('COMPLETE', 'NEEDS_SUPPLEMENT', 'REJECTED')),
  -- [{code, section, note}]
  faults jsonb NOT NULL DEFAULT '[]',
  message long_text NOT NULL DEFAULT '',
  due_on date,
  checked_by_person_id uuid NOT NULL,
  checked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT formal_check_initiative FOREIGN KEY (tenant_id, initiative_id) REFERENCES initiative (tenant_id, id),
  CONSTRAINT formal_check_version FOREIGN KEY (initiative_id, version_number) REFERENCES initiative_version (initiative_id, number),
  CONSTRAINT formal_check_checker FOREIGN KEY (tenant_id, checked_by_person_id) REFERENCES person (tenant_id, id),
  CONSTRAINT formal_check_refusal_says_why CHECK (outcome = 'COMPLETE' OR jsonb_array_length(faults) > 0),
  CONSTRAINT formal_check_supplement_has_due CHECK ((outcome = 'NEEDS_SUPPLEMENT') = (due_on IS NOT NULL))
);
CREATE INDEX formal_check_of ON formal_check (initiative_id, version_number);
CREATE UNIQUE INDEX formal_check_one_return ON formal_check (initiative_id) WHERE outcome = 'NEEDS_SUPPLEMENT';
-- A returned version that nobody mended can be refused later; every other version is answered once, and each dossier ends once.
CREATE UNIQUE INDEX formal_check_one_end ON formal_check (initiative_id) WHERE outcome <> 'NEEDS_SUPPLEMENT';
CALL make_append_only('formal_check');
