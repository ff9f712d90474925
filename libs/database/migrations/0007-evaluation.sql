-- Councils, sessions, conflicts and score sheets.

CREATE TABLE council (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL REFERENCES tenant (id),
  name line_text NOT NULL,
  decision_number text NOT NULL CHECK (length(decision_number) BETWEEN 1 AND 100),
  decision_date date NOT NULL,
  term_from date NOT NULL,
  term_to date NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT council_in_tenant UNIQUE (tenant_id, id),
  CONSTRAINT council_term CHECK (term_to >= term_from)
);

CREATE TABLE council_member (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  council_id uuid NOT NULL,
  person_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('CHAIR', 'DEPUTY_CHAIR', 'SECRETARY', 'MEMBER', 'UNION_REP', 'EXPERT')),
  is_voting boolean NOT NULL DEFAULT true,
  position integer NOT NULL DEFAULT 1,
  valid_from date NOT NULL,
  valid_to date,
  CONSTRAINT council_member_council FOREIGN KEY (tenant_id, council_id) REFERENCES council (tenant_id, id),
  CONSTRAINT council_member_person FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  CONSTRAINT council_member_once EXCLUDE USING gist (council_id WITH =, person_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&),
  -- INV-13: one chair and one secretary in force at a time.
  CONSTRAINT council_member_one_chair EXCLUDE USING gist (council_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (role = 'CHAIR'),
  CONSTRAINT council_member_one_secretary EXCLUDE USING gist (council_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (role = 'SECRETARY')
);
CREATE INDEX council_member_of_person ON council_member (person_id);

CREATE TABLE evaluation_session (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  council_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  title line_text NOT NULL,
  held_on date,
  place line_text,
  state text NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT', 'CONVENED', 'SCORING', 'SCORED', 'LOCKED', 'CANCELLED')),
  scoring_due_on date,
  -- The rule book and appointed members as they were when scoring opened (INV-15); later edits do not reach the session.
  regulation_id uuid,
  rules jsonb,
  rules_sha256 sha256_hex,
  scoring_opened_at timestamptz,
  scoring_closed_at timestamptz,
  locked_at timestamptz,
  locked_by_person_id uuid,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT evaluation_session_in_tenant UNIQUE (tenant_id, id),
  CONSTRAINT evaluation_session_council FOREIGN KEY (tenant_id, council_id) REFERENCES council (tenant_id, id),
  CONSTRAINT evaluation_session_campaign FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaign (tenant_id, id),
  CONSTRAINT evaluation_session_regulation FOREIGN KEY (tenant_id, regulation_id) REFERENCES evaluation_regulation (tenant_id, id),
  CONSTRAINT evaluation_session_scoring_has_rules CHECK (state IN ('DRAFT', 'CONVENED', 'CANCELLED') OR (rules IS NOT NULL AND scoring_opened_at IS NOT NULL)),
  CONSTRAINT evaluation_session_scored_is_closed CHECK (state NOT IN ('SCORED', 'LOCKED') OR scoring_closed_at IS NOT NULL),
  CONSTRAINT evaluation_session_locked_says_when CHECK ((state = 'LOCKED') = (locked_at IS NOT NULL))
);
CREATE INDEX evaluation_session_by_state ON evaluation_session (tenant_id, state, id);
CREATE TRIGGER evaluation_session_touch BEFORE UPDATE ON evaluation_session FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- The appointed members of the session, copied from the council when scoring opened.
CREATE TABLE session_member (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  session_id uuid NOT NULL,
  person_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('CHAIR', 'DEPUTY_CHAIR', 'SECRETARY', 'MEMBER', 'UNION_REP', 'EXPERT')),
  is_voting boolean NOT NULL,
  position integer NOT NULL,
  CONSTRAINT session_member_once UNIQUE (session_id, person_id),
  CONSTRAINT session_member_session FOREIGN KEY (tenant_id, session_id) REFERENCES evaluation_session (tenant_id, id),
  CONSTRAINT session_member_person FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);
CREATE INDEX session_member_of_person ON session_member (person_id);

CREATE TABLE agenda_item (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  session_id uuid NOT NULL,
  initiative_id uuid NOT NULL,
  -- The version that was accepted is the version that is judged (INV-07).
  version_number integer NOT NULL,
  position integer NOT NULL CHECK (position >= 1),
  CONSTRAINT agenda_item_in_tenant UNIQUE (tenant_id, id),
  CONSTRAINT agenda_item_once UNIQUE (session_id, initiative_id),
  CONSTRAINT agenda_item_position UNIQUE (session_id, position) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT agenda_item_session FOREIGN KEY (tenant_id, session_id) REFERENCES evaluation_session (tenant_id, id),
  CONSTRAINT agenda_item_initiative FOREIGN KEY (tenant_id, initiative_id) REFERENCES initiative (tenant_id, id),
  CONSTRAINT agenda_item_version FOREIGN KEY (initiative_id, version_number) REFERENCES initiative_version (initiative_id, number)
);
CREATE INDEX agenda_item_of_initiative ON agenda_item (initiative_id);

-- Who may not see or score what, and why (INV-11).
CREATE TABLE conflict (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  item_id uuid NOT NULL,
  person_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('AUTHOR', 'ADOPTER', 'KIN', 'SAME_UNIT', 'SUPERVISOR', 'OTHER')),
  source text NOT NULL CHECK (source IN ('AUTO', 'SELF', 'OBJECTION')),
  decision text NOT NULL CHECK (decision IN ('RECUSED', 'ALLOWED')),
  reason text CHECK (length(reason) <= 2000),
  decided_by_person_id uuid,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT conflict_once UNIQUE (item_id, person_id, kind),
  CONSTRAINT conflict_item FOREIGN KEY (tenant_id, item_id) REFERENCES agenda_item (tenant_id, id),
  CONSTRAINT conflict_person FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  CONSTRAINT conflict_author_never_allowed CHECK (kind <> 'AUTHOR' OR decision = 'RECUSED'),
  CONSTRAINT conflict_allowed_says_why CHECK (decision = 'RECUSED' OR (reason IS NOT NULL AND decided_by_person_id IS NOT NULL))
);
CREATE INDEX conflict_of_person ON conflict (person_id, item_id);

CREATE TABLE score_sheet (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  item_id uuid NOT NULL,
  person_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT', 'SUBMITTED', 'VOID')),
  -- [{criterionCode, levelCode, points (hundredths), met (gates), comment}] in the order of the rule book
  lines jsonb NOT NULL DEFAULT '[]',
  general_comment long_text NOT NULL DEFAULT '',
  private_note long_text NOT NULL DEFAULT '',
  proposal text CHECK (proposal IN ('RECOGNISE', 'NOT_RECOGNISE', 'RETURN')),
  total points,
  revision integer NOT NULL DEFAULT 1,
  submission_number integer NOT NULL DEFAULT 0,
  submitted_at timestamptz,
  void_reason text CHECK (length(void_reason) <= 2000),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT score_sheet_one_per_member UNIQUE (item_id, person_id),
  CONSTRAINT score_sheet_in_tenant UNIQUE (tenant_id, id),
  CONSTRAINT score_sheet_item FOREIGN KEY (tenant_id, item_id) REFERENCES agenda_item (tenant_id, id),
  CONSTRAINT score_sheet_person FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  CONSTRAINT score_sheet_submitted_has_total CHECK (state <> 'SUBMITTED' OR (total IS NOT NULL AND submitted_at IS NOT NULL AND submission_number >= 1)),
  CONSTRAINT score_sheet_void_says_why CHECK ((state = 'VOID') = (void_reason IS NOT NULL))
);
CREATE INDEX score_sheet_of_person ON score_sheet (person_id, item_id);
CREATE TRIGGER score_sheet_touch BEFORE UPDATE ON score_sheet FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- Every submission of a sheet is kept, also the one its owner took back.
CREATE TABLE score_sheet_submission (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  sheet_id uuid NOT NULL,
  number integer NOT NULL CHECK (number >= 1),
  content jsonb NOT NULL,
  total points NOT NULL,
  sha256 sha256_hex NOT NULL,
  previous_sha256 sha256_hex,
  submitted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT score_sheet_submission_number UNIQUE (sheet_id, number),
  CONSTRAINT score_sheet_submission_sheet FOREIGN KEY (tenant_id, sheet_id) REFERENCES score_sheet (tenant_id, id)
);
CALL make_append_only('score_sheet_submission');

-- The tally of one item, with the reason spelled out; written when scoring closes, final when the session locks.
CREATE TABLE item_result (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  item_id uuid NOT NULL CONSTRAINT item_result_once UNIQUE,
  sheet_count integer NOT NULL CHECK (sheet_count >= 0),
  -- Exact average: total_sum / sheet_count, in hundredths of a point.
  total_sum bigint NOT NULL,
  -- {criteria: [{code, sum, count}], groups: [...], measures: [...]}
  breakdown jsonb NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('EFFECTIVE_AND_REPLICABLE', 'RECOGNISED_ONLY', 'NOT_RECOGNISED', 'DEFERRED')),
  is_city_candidate boolean NOT NULL DEFAULT false,
  grade_code text,
  -- [{code, facts}]
  reasons jsonb NOT NULL,
  warnings jsonb NOT NULL DEFAULT '[]',
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT item_result_item FOREIGN KEY (tenant_id, item_id) REFERENCES agenda_item (tenant_id, id)
);
CALL make_append_only('item_result');

-- Which session a row of evaluation belongs to, and whether that session still accepts it.
CREATE FUNCTION session_accepts_sheets() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  session_state text;
BEGIN
  -- FOR SHARE waits for a concurrent closing of scoring, so that no sheet slips in behind it.
  SELECT s.state INTO session_state FROM agenda_item a JOIN evaluation_session s ON s.id = a.session_id
   WHERE a.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.item_id ELSE NEW.item_id END FOR SHARE OF s;
  IF session_state <> 'SCORING' THEN
    RAISE EXCEPTION 'KHOI:SCORING_CLOSED the session does not accept sheets' USING ERRCODE = 'P0001';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY score sheets are not deleted' USING ERRCODE = 'P0001';
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.item_id <> OLD.item_id OR NEW.person_id <> OLD.person_id OR NEW.tenant_id <> OLD.tenant_id) THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY a sheet stays with its item and member' USING ERRCODE = 'P0001';
  END IF;
  IF NEW.state <> 'VOID' AND EXISTS (SELECT 1 FROM conflict c WHERE c.item_id = NEW.item_id AND c.person_id = NEW.person_id AND c.decision = 'RECUSED') THEN
    RAISE EXCEPTION 'KHOI:RECUSED a recused member does not score' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER score_sheet_session BEFORE INSERT OR UPDATE OR DELETE ON score_sheet FOR EACH ROW EXECUTE FUNCTION session_accepts_sheets();
CREATE TRIGGER score_sheet_truncate BEFORE TRUNCATE ON score_sheet FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- A locked session is a closed record.
CREATE FUNCTION session_forward_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('LOCKED', 'CANCELLED') THEN
    RAISE EXCEPTION 'KHOI:SESSION_LOCKED a locked session does not change' USING ERRCODE = 'P0001';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY sessions are not deleted' USING ERRCODE = 'P0001';
  END IF;
  IF OLD.rules IS NOT NULL AND (NEW.rules IS DISTINCT FROM OLD.rules OR NEW.rules_sha256 IS DISTINCT FROM OLD.rules_sha256
     OR NEW.scoring_opened_at IS DISTINCT FROM OLD.scoring_opened_at) THEN
    RAISE EXCEPTION 'KHOI:SESSION_RULES_FIXED the rules of a session are fixed when scoring opens' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evaluation_session_forward BEFORE UPDATE OR DELETE ON evaluation_session FOR EACH ROW EXECUTE FUNCTION session_forward_only();

-- Agenda, members and conflicts follow their session.
CREATE FUNCTION agenda_follows_session() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  session_state text;
BEGIN
  SELECT state INTO session_state FROM evaluation_session
   WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.session_id ELSE NEW.session_id END;
  IF session_state NOT IN ('DRAFT', 'CONVENED') THEN
    RAISE EXCEPTION 'KHOI:SESSION_LOCKED the agenda is fixed when scoring opens' USING ERRCODE = 'P0001';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER agenda_item_follows BEFORE INSERT OR UPDATE OR DELETE ON agenda_item FOR EACH ROW EXECUTE FUNCTION agenda_follows_session();
CREATE TRIGGER session_member_follows BEFORE INSERT OR UPDATE OR DELETE ON session_member FOR EACH ROW EXECUTE FUNCTION agenda_follows_session();

CREATE FUNCTION conflict_follows_session() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  session_state text;
BEGIN
  SELECT s.state INTO session_state FROM agenda_item a JOIN evaluation_session s ON s.id = a.session_id
   WHERE a.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.item_id ELSE NEW.item_id END;
  IF session_state NOT IN ('DRAFT', 'CONVENED', 'SCORING') THEN
    RAISE EXCEPTION 'KHOI:SESSION_LOCKED conflicts are settled before scoring closes' USING ERRCODE = 'P0001';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER conflict_follows BEFORE INSERT OR UPDATE OR DELETE ON conflict FOR EACH ROW EXECUTE FUNCTION conflict_follows_session();
