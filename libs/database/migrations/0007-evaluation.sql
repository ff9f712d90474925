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
  -- {received, criteria: [{code, name, nameEn, sum, maxPoints, lowest, highest}], groups: [...], measures: [...], gates: [...], gradeLabel}
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

-- Who sits in a session: the council's members in force until scoring opens, from then on the copied ones (INV-15).
CREATE VIEW session_seat AS
  SELECT m.tenant_id, m.session_id, m.person_id, m.role, m.is_voting, m.position FROM session_member m
  UNION ALL
  SELECT c.tenant_id, s.id, c.person_id, c.role, c.is_voting, c.position
    FROM evaluation_session s JOIN council_member c ON c.council_id = s.council_id
   WHERE s.scoring_opened_at IS NULL AND c.valid_from <= vn_today() AND (c.valid_to IS NULL OR c.valid_to >= vn_today());

-- Who may neither see nor score an item (INV-11). Authors are barred also when they are not on the council: a secretary
-- or head who is an author is no officer for the own initiative.
CREATE VIEW item_recusal AS
  SELECT c.item_id, c.person_id FROM conflict c WHERE c.decision = 'RECUSED'
  UNION
  SELECT a.id, w.person_id FROM agenda_item a JOIN initiative_author w ON w.initiative_id = a.initiative_id;

-- Sessions go forward only; a locked or cancelled one is a closed record.
CREATE FUNCTION session_forward_only() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  steps constant text[] := ARRAY['DRAFT CONVENED', 'DRAFT CANCELLED', 'CONVENED SCORING', 'CONVENED CANCELLED', 'SCORING SCORED',
    'SCORING CANCELLED', 'SCORED LOCKED'];
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY sessions are not deleted' USING ERRCODE = 'P0001';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'DRAFT' THEN
      RAISE EXCEPTION 'KHOI:SESSION_WRONG_STATE a session begins as a draft' USING ERRCODE = 'P0001';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.state IN ('LOCKED', 'CANCELLED') THEN
    RAISE EXCEPTION 'KHOI:SESSION_LOCKED a locked session does not change' USING ERRCODE = 'P0001';
  END IF;
  IF NEW.state <> OLD.state AND NOT (OLD.state || ' ' || NEW.state = ANY (steps)) THEN
    RAISE EXCEPTION 'KHOI:SESSION_WRONG_STATE a session goes forward only' USING ERRCODE = 'P0001',
      DETAIL = json_build_object('state', OLD.state)::text;
  END IF;
  IF NEW.id <> OLD.id OR NEW.tenant_id <> OLD.tenant_id OR NEW.council_id <> OLD.council_id OR NEW.campaign_id <> OLD.campaign_id THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY a session stays with its council and campaign' USING ERRCODE = 'P0001';
  END IF;
  IF OLD.rules IS NOT NULL AND (NEW.rules IS DISTINCT FROM OLD.rules OR NEW.rules_sha256 IS DISTINCT FROM OLD.rules_sha256
     OR NEW.regulation_id IS DISTINCT FROM OLD.regulation_id OR NEW.scoring_opened_at IS DISTINCT FROM OLD.scoring_opened_at) THEN
    RAISE EXCEPTION 'KHOI:SESSION_RULES_FIXED the rules of a session are fixed when scoring opens' USING ERRCODE = 'P0001';
  END IF;
  IF OLD.scoring_closed_at IS NOT NULL AND NEW.scoring_closed_at IS DISTINCT FROM OLD.scoring_closed_at THEN
    RAISE EXCEPTION 'KHOI:SESSION_LOCKED scoring closes once' USING ERRCODE = 'P0001';
  END IF;
  IF NEW.state = 'SCORED' AND OLD.state = 'SCORING' AND EXISTS (
    SELECT FROM agenda_item a WHERE a.session_id = NEW.id AND NOT EXISTS (SELECT FROM item_result r WHERE r.item_id = a.id)) THEN
    RAISE EXCEPTION 'KHOI:SESSION_WRONG_STATE every item has a result when scoring closes' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evaluation_session_forward BEFORE INSERT OR UPDATE OR DELETE ON evaluation_session FOR EACH ROW EXECUTE FUNCTION session_forward_only();
CREATE TRIGGER evaluation_session_truncate BEFORE TRUNCATE ON evaluation_session FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- The state of the session an item belongs to. FOR SHARE waits for a concurrent step of the session, so that nothing
-- slips in behind it; what is asked after the wait is the new state.
CREATE FUNCTION session_state_of_item(item uuid) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  found_state text;
BEGIN
  SELECT s.state INTO found_state FROM agenda_item a JOIN evaluation_session s ON s.id = a.session_id WHERE a.id = item FOR SHARE OF s;
  RETURN coalesce(found_state, 'NONE');
END $$;

-- Sheets are written while the session scores, by voting members who are not recused (INV-11, INV-17, INV-18, INV-24).
CREATE FUNCTION session_accepts_sheets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF session_state_of_item(CASE WHEN TG_OP = 'DELETE' THEN OLD.item_id ELSE NEW.item_id END) <> 'SCORING' THEN
    RAISE EXCEPTION 'KHOI:SCORING_CLOSED the session does not accept sheets' USING ERRCODE = 'P0001';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY score sheets are not deleted' USING ERRCODE = 'P0001';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF NEW.id <> OLD.id OR NEW.item_id <> OLD.item_id OR NEW.person_id <> OLD.person_id OR NEW.tenant_id <> OLD.tenant_id THEN
      RAISE EXCEPTION 'KHOI:APPEND_ONLY a sheet stays with its item and member' USING ERRCODE = 'P0001';
    END IF;
    IF OLD.state = 'VOID' THEN
      RAISE EXCEPTION 'KHOI:SHEET_VOID a void sheet stays void' USING ERRCODE = 'P0001';
    END IF;
    -- What was handed in changes only after its owner took it back.
    IF OLD.state = 'SUBMITTED' AND NEW.state = 'SUBMITTED' AND (NEW.lines <> OLD.lines OR NEW.total <> OLD.total
       OR NEW.general_comment <> OLD.general_comment OR NEW.proposal IS DISTINCT FROM OLD.proposal
       OR NEW.submission_number <> OLD.submission_number OR NEW.submitted_at <> OLD.submitted_at) THEN
      RAISE EXCEPTION 'KHOI:SHEET_SUBMITTED a submitted sheet is reopened before it changes' USING ERRCODE = 'P0001';
    END IF;
    IF NEW.submission_number < OLD.submission_number OR NEW.revision < OLD.revision THEN
      RAISE EXCEPTION 'KHOI:APPEND_ONLY the numbers of a sheet only go up' USING ERRCODE = 'P0001';
    END IF;
  END IF;
  IF NEW.state <> 'VOID' THEN
    IF EXISTS (SELECT FROM item_recusal r WHERE r.item_id = NEW.item_id AND r.person_id = NEW.person_id) THEN
      RAISE EXCEPTION 'KHOI:RECUSED a recused member does not score' USING ERRCODE = 'P0001';
    END IF;
    IF NOT EXISTS (SELECT FROM agenda_item a JOIN session_member m ON m.session_id = a.session_id
                    WHERE a.id = NEW.item_id AND m.person_id = NEW.person_id AND m.is_voting) THEN
      RAISE EXCEPTION 'KHOI:NOT_A_SCORER only voting members of the session score' USING ERRCODE = 'P0001';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER score_sheet_session BEFORE INSERT OR UPDATE OR DELETE ON score_sheet FOR EACH ROW EXECUTE FUNCTION session_accepts_sheets();
CREATE TRIGGER score_sheet_truncate BEFORE TRUNCATE ON score_sheet FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- Submissions of one sheet form a chain without gaps, each naming the hash of the one before.
CREATE FUNCTION submission_continues_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  item uuid;
  last_number integer;
  last_sha256 text;
BEGIN
  SELECT sheet.item_id INTO item FROM score_sheet sheet WHERE sheet.id = NEW.sheet_id;
  IF session_state_of_item(item) <> 'SCORING' THEN
    RAISE EXCEPTION 'KHOI:SCORING_CLOSED the session does not accept sheets' USING ERRCODE = 'P0001';
  END IF;
  SELECT number, sha256 INTO last_number, last_sha256 FROM score_sheet_submission WHERE sheet_id = NEW.sheet_id ORDER BY number DESC LIMIT 1;
  IF NEW.number <> coalesce(last_number, 0) + 1 OR NEW.previous_sha256 IS DISTINCT FROM last_sha256 THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY a submission follows the one before' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER score_sheet_submission_chain BEFORE INSERT ON score_sheet_submission FOR EACH ROW EXECUTE FUNCTION submission_continues_chain();

-- A result comes to be in the transaction that closes scoring and at no other time (INV-18).
CREATE FUNCTION result_closes_scoring() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF session_state_of_item(NEW.item_id) <> 'SCORING' THEN
    RAISE EXCEPTION 'KHOI:SCORING_CLOSED results are computed when scoring closes' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER item_result_closing BEFORE INSERT ON item_result FOR EACH ROW EXECUTE FUNCTION result_closes_scoring();
CREATE FUNCTION result_has_closed_scoring() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM agenda_item a JOIN evaluation_session s ON s.id = a.session_id
                  WHERE a.id = NEW.item_id AND s.state IN ('SCORED', 'LOCKED')) THEN
    RAISE EXCEPTION 'KHOI:SESSION_WRONG_STATE no result exists while members still score' USING ERRCODE = 'P0001';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER item_result_closed AFTER INSERT ON item_result
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION result_has_closed_scoring();

-- Agenda and members are settled before scoring opens.
CREATE FUNCTION agenda_follows_session() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  session_state text;
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.session_id <> OLD.session_id THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY rows stay with their session' USING ERRCODE = 'P0001';
  END IF;
  SELECT state INTO session_state FROM evaluation_session
   WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.session_id ELSE NEW.session_id END FOR SHARE;
  IF session_state NOT IN ('DRAFT', 'CONVENED') THEN
    RAISE EXCEPTION 'KHOI:SESSION_LOCKED the agenda is fixed when scoring opens' USING ERRCODE = 'P0001';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER agenda_item_follows BEFORE INSERT OR UPDATE OR DELETE ON agenda_item FOR EACH ROW EXECUTE FUNCTION agenda_follows_session();
CREATE TRIGGER agenda_item_truncate BEFORE TRUNCATE ON agenda_item FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
CREATE TRIGGER session_member_follows BEFORE INSERT OR UPDATE OR DELETE ON session_member FOR EACH ROW EXECUTE FUNCTION agenda_follows_session();
CREATE TRIGGER session_member_truncate BEFORE TRUNCATE ON session_member FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- Conflicts can be found until scoring closes. While members score, none disappears: its bar would be lifted unseen.
CREATE FUNCTION conflict_follows_session() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  session_state text;
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.item_id <> OLD.item_id OR NEW.person_id <> OLD.person_id OR NEW.kind <> OLD.kind OR NEW.source <> OLD.source) THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY a conflict stays with its item and member' USING ERRCODE = 'P0001';
  END IF;
  session_state := session_state_of_item(CASE WHEN TG_OP = 'DELETE' THEN OLD.item_id ELSE NEW.item_id END);
  IF session_state NOT IN ('DRAFT', 'CONVENED', 'SCORING') OR (TG_OP = 'DELETE' AND session_state = 'SCORING') THEN
    RAISE EXCEPTION 'KHOI:SESSION_LOCKED conflicts are settled before scoring closes' USING ERRCODE = 'P0001';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER conflict_follows BEFORE INSERT OR UPDATE OR DELETE ON conflict FOR EACH ROW EXECUTE FUNCTION conflict_follows_session();
CREATE TRIGGER conflict_truncate BEFORE TRUNCATE ON conflict FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
