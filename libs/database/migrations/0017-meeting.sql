-- Meetings of a council: sittings with quorum, attendance, ballots that nobody can join to a member, minutes, seals.

-- Between closed scoring and the lock a session takes a ballot, counts, and writes its minutes. Rules and members are fixed
-- by whatever comes first: the opening of scoring, or of a sitting when members score in the meeting (INV-15).
ALTER TABLE evaluation_session
  ADD COLUMN fixed_at timestamptz,
  ADD COLUMN counted_at timestamptz,
  ADD COLUMN supplements_session_id uuid,
  ADD COLUMN supplement_reason text CHECK (length(supplement_reason) BETWEEN 1 AND 2000),
  DROP CONSTRAINT evaluation_session_state_check,
  DROP CONSTRAINT evaluation_session_scoring_has_rules,
  DROP CONSTRAINT evaluation_session_scored_is_closed;
ALTER TABLE evaluation_session DISABLE TRIGGER evaluation_session_forward;
ALTER TABLE evaluation_session DISABLE TRIGGER evaluation_session_touch;
-- A session that had closed scoring before ballots were taken on the platform has its results already.
UPDATE evaluation_session SET fixed_at = scoring_opened_at WHERE scoring_opened_at IS NOT NULL;
UPDATE evaluation_session SET counted_at = scoring_closed_at WHERE state IN ('SCORED', 'LOCKED');
UPDATE evaluation_session SET state = 'COUNTED' WHERE state = 'SCORED';
ALTER TABLE evaluation_session ENABLE TRIGGER evaluation_session_forward;
ALTER TABLE evaluation_session ENABLE TRIGGER evaluation_session_touch;
ALTER TABLE evaluation_session
  ADD CONSTRAINT evaluation_session_state_known CHECK (state IN
    ('DRAFT', 'CONVENED', 'SCORING', 'SCORED', 'BALLOTING', 'COUNTED', 'MINUTES_DRAFT', 'LOCKED', 'CANCELLED')),
  ADD CONSTRAINT evaluation_session_fixed_has_rules CHECK ((fixed_at IS NOT NULL) = (rules IS NOT NULL)),
  ADD CONSTRAINT evaluation_session_scoring_is_fixed CHECK (state IN ('DRAFT', 'CONVENED', 'CANCELLED') OR (fixed_at IS NOT NULL AND scoring_opened_at IS NOT NULL)),
  ADD CONSTRAINT evaluation_session_scored_is_closed CHECK (state IN ('DRAFT', 'CONVENED', 'SCORING', 'CANCELLED') OR scoring_closed_at IS NOT NULL),
  ADD CONSTRAINT evaluation_session_counted_says_when CHECK ((state IN ('COUNTED', 'MINUTES_DRAFT', 'LOCKED')) = (counted_at IS NOT NULL)),
  ADD CONSTRAINT evaluation_session_supplements FOREIGN KEY (tenant_id, supplements_session_id) REFERENCES evaluation_session (tenant_id, id),
  ADD CONSTRAINT evaluation_session_supplement_says_why CHECK ((supplements_session_id IS NULL) = (supplement_reason IS NULL));

CREATE OR REPLACE VIEW session_seat AS
  SELECT m.tenant_id, m.session_id, m.person_id, m.role, m.is_voting, m.position FROM session_member m
  UNION ALL
  SELECT c.tenant_id, s.id, c.person_id, c.role, c.is_voting, c.position
    FROM evaluation_session s JOIN council_member c ON c.council_id = s.council_id
   WHERE s.fixed_at IS NULL AND c.valid_from <= vn_today() AND (c.valid_to IS NULL OR c.valid_to >= vn_today());

-- One meeting of a session (lần họp). Adjourned without quorum, the session meets again.
CREATE TABLE sitting (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  session_id uuid NOT NULL,
  number integer NOT NULL CHECK (number >= 1),
  presiding_person_id uuid NOT NULL,
  -- A deputy presides by the written authorisation of the chair: number and day, or what else names it.
  authorisation text CHECK (length(authorisation) BETWEEN 1 AND 500),
  -- Quorum at the opening (INV-16): members who vote, those in the room, and how many the rules ask for.
  appointed integer NOT NULL,
  present integer NOT NULL,
  required integer NOT NULL,
  current_item_id uuid,
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  opened_by_person_id uuid NOT NULL,
  ended_at timestamptz,
  ending text CHECK (ending IN ('ADJOURNED', 'CLOSED')),
  ending_reason text CHECK (length(ending_reason) <= 2000),
  CONSTRAINT sitting_number UNIQUE (session_id, number),
  CONSTRAINT sitting_in_session UNIQUE (session_id, id),
  CONSTRAINT sitting_session FOREIGN KEY (tenant_id, session_id) REFERENCES evaluation_session (tenant_id, id),
  CONSTRAINT sitting_presiding FOREIGN KEY (tenant_id, presiding_person_id) REFERENCES person (tenant_id, id),
  CONSTRAINT sitting_item FOREIGN KEY (tenant_id, current_item_id) REFERENCES agenda_item (tenant_id, id),
  CONSTRAINT sitting_has_quorum CHECK (present >= required AND appointed >= present AND required >= 1),
  CONSTRAINT sitting_ends_once CHECK ((ended_at IS NULL) = (ending IS NULL) AND (ended_at IS NULL OR ended_at >= opened_at)),
  CONSTRAINT sitting_adjourned_says_why CHECK (ending IS DISTINCT FROM 'ADJOURNED' OR ending_reason IS NOT NULL)
);
CREATE UNIQUE INDEX sitting_one_open ON sitting (session_id) WHERE ended_at IS NULL;

-- One stay of one member; whoever goes out and comes back has two. A stay noted by mistake is void, never deleted.
CREATE TABLE attendance (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  session_id uuid NOT NULL,
  person_id uuid NOT NULL,
  mode text NOT NULL CHECK (mode IN ('PRESENT', 'ONLINE')),
  in_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  out_at timestamptz,
  recorded_by_person_id uuid NOT NULL,
  void_reason text CHECK (length(void_reason) BETWEEN 1 AND 2000),
  CONSTRAINT attendance_session FOREIGN KEY (tenant_id, session_id) REFERENCES evaluation_session (tenant_id, id),
  CONSTRAINT attendance_person FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  CONSTRAINT attendance_ends_later CHECK (out_at >= in_at),
  CONSTRAINT attendance_void_is_over CHECK (void_reason IS NULL OR out_at IS NOT NULL)
);
CREATE UNIQUE INDEX attendance_one_stay ON attendance (session_id, person_id) WHERE out_at IS NULL;

-- Why a member is missing; the written opinion is read out, kept and never counted (INV-21).
CREATE TABLE absence (
  tenant_id uuid NOT NULL,
  session_id uuid NOT NULL,
  person_id uuid NOT NULL,
  is_excused boolean NOT NULL,
  reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 2000),
  written_opinion long_text NOT NULL DEFAULT '',
  recorded_by_person_id uuid NOT NULL,
  PRIMARY KEY (session_id, person_id),
  CONSTRAINT absence_session FOREIGN KEY (tenant_id, session_id) REFERENCES evaluation_session (tenant_id, id),
  CONSTRAINT absence_person FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);

-- Whoever was in the room during a sitting, before the session was counted: who comes later changes no result.
CREATE VIEW session_attender AS
  SELECT DISTINCT a.session_id, a.person_id FROM attendance a JOIN sitting t ON t.session_id = a.session_id JOIN evaluation_session s ON s.id = a.session_id
   WHERE a.void_reason IS NULL AND a.in_at <= coalesce(t.ended_at, 'infinity') AND coalesce(a.out_at, 'infinity') > t.opened_at
     AND a.in_at <= coalesce(s.counted_at, 'infinity');

-- A vote on one item. What it takes is asked at the moment it opens: quorum, and enough people who may vote (INV-16, INV-20).
CREATE TABLE ballot_item (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  session_id uuid NOT NULL,
  sitting_id uuid NOT NULL,
  item_id uuid NOT NULL,
  -- A vote given up (somebody left, a mistake) is taken again as the next round.
  round integer NOT NULL CHECK (round >= 1),
  method text NOT NULL CHECK (method IN ('SECRET', 'OPEN')),
  state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'CLOSED', 'ANNULLED')),
  -- Voting members of the session; recused ones among them; those in the meeting, recused or not; and the quorum.
  appointed integer NOT NULL,
  recused integer NOT NULL,
  present integer NOT NULL,
  required integer NOT NULL,
  issued integer NOT NULL,
  returned integer,
  valid integer,
  invalid integer,
  agree integer,
  disagree integer,
  annul_reason text CHECK (length(annul_reason) BETWEEN 1 AND 2000),
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  closed_at timestamptz,
  CONSTRAINT ballot_item_in_tenant UNIQUE (tenant_id, id),
  CONSTRAINT ballot_item_round UNIQUE (item_id, round),
  CONSTRAINT ballot_item_item FOREIGN KEY (tenant_id, item_id) REFERENCES agenda_item (tenant_id, id),
  CONSTRAINT ballot_item_sitting FOREIGN KEY (session_id, sitting_id) REFERENCES sitting (session_id, id),
  CONSTRAINT ballot_item_has_quorum CHECK (present >= required AND appointed >= present AND appointed >= recused),
  CONSTRAINT ballot_item_is_secret CHECK (issued >= CASE method WHEN 'SECRET' THEN 3 ELSE 1 END AND issued <= present AND issued <= appointed - recused),
  -- INV-22: what was handed out came back or did not, what came back is valid or not, what is valid agrees or does not.
  CONSTRAINT ballot_item_adds_up CHECK (state <> 'CLOSED' OR (closed_at IS NOT NULL AND returned <= issued
    AND returned = valid + invalid AND valid = agree + disagree AND least(returned, valid, invalid, agree, disagree) >= 0)),
  CONSTRAINT ballot_item_closed_has_counts CHECK ((state = 'CLOSED') = (returned IS NOT NULL AND valid IS NOT NULL AND invalid IS NOT NULL AND agree IS NOT NULL AND disagree IS NOT NULL)),
  CONSTRAINT ballot_item_annulled_says_why CHECK ((state = 'ANNULLED') = (annul_reason IS NOT NULL))
);
CREATE UNIQUE INDEX ballot_item_one_valid ON ballot_item (item_id) WHERE state <> 'ANNULLED';
CREATE INDEX ballot_item_of_session ON ballot_item (session_id);

-- Who received a ballot, and whether it came back. Never when.
CREATE TABLE ballot_issue (
  ballot_item_id uuid NOT NULL REFERENCES ballot_item (id),
  person_id uuid NOT NULL,
  is_returned boolean NOT NULL DEFAULT false,
  -- The choice of an open vote; always null in a secret one.
  open_choice text CHECK (open_choice IN ('AGREE', 'DISAGREE', 'BLANK')),
  PRIMARY KEY (ballot_item_id, person_id)
) WITH (fillfactor = 50);

-- What was in the box: a random id and a choice. No member, no time, no order (INV-19); docs/decisions has what remains to be learnt.
CREATE TABLE ballot (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  ballot_item_id uuid NOT NULL REFERENCES ballot_item (id),
  choice text NOT NULL CHECK (choice IN ('AGREE', 'DISAGREE', 'BLANK'))
);
CREATE INDEX ballot_of_item ON ballot (ballot_item_id);
-- What closing rewrote is swept within the minute, so that no page keeps the order in which members voted.
ALTER TABLE ballot SET (autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0);
ALTER TABLE ballot_issue SET (autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0);

-- What the secretary writes down about an item in the meeting; part of the minutes.
CREATE TABLE item_proceedings (
  item_id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL,
  notes long_text NOT NULL DEFAULT '',
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT item_proceedings_item FOREIGN KEY (tenant_id, item_id) REFERENCES agenda_item (tenant_id, id)
);

-- Ban kiểm phiếu: two or three members who confirm the counts of a secret ballot.
CREATE TABLE counting_board_member (
  tenant_id uuid NOT NULL,
  session_id uuid NOT NULL,
  person_id uuid NOT NULL,
  position integer NOT NULL CHECK (position BETWEEN 1 AND 3),
  PRIMARY KEY (session_id, person_id),
  CONSTRAINT counting_board_position UNIQUE (session_id, position),
  CONSTRAINT counting_board_session FOREIGN KEY (tenant_id, session_id) REFERENCES evaluation_session (tenant_id, id),
  CONSTRAINT counting_board_seat FOREIGN KEY (session_id, person_id) REFERENCES session_member (session_id, person_id)
);

-- Biên bản: of the meeting and of the counting. A new draft is a new row; what was signed never changes.
CREATE TABLE minutes (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  session_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('MEETING', 'COUNTING')),
  number integer NOT NULL CHECK (number >= 1),
  -- Facts as they were when it was drafted, and the chair's conclusion in words.
  content jsonb NOT NULL,
  sha256 sha256_hex NOT NULL,
  drafted_by_person_id uuid NOT NULL,
  drafted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT minutes_number UNIQUE (session_id, kind, number),
  CONSTRAINT minutes_session FOREIGN KEY (tenant_id, session_id) REFERENCES evaluation_session (tenant_id, id)
);
CALL make_append_only('minutes');

CREATE TABLE minutes_signature (
  minutes_id uuid NOT NULL REFERENCES minutes (id),
  person_id uuid NOT NULL,
  capacity text NOT NULL CHECK (capacity IN ('PRESIDING', 'SECRETARY', 'COUNTING_BOARD')),
  -- Of the minutes that were read when signing.
  sha256 sha256_hex NOT NULL,
  signed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (minutes_id, person_id, capacity)
);
CALL make_append_only('minutes_signature');

-- The hash over the whole record of a locked session, and over each of its parts, so that a difference has a name (INV-24).
CREATE TABLE session_seal (
  session_id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL,
  sha256 sha256_hex NOT NULL,
  parts jsonb NOT NULL,
  sealed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT session_seal_session FOREIGN KEY (tenant_id, session_id) REFERENCES evaluation_session (tenant_id, id)
);
CALL make_append_only('session_seal');

-- What the vote contributed to a result: {method, base, baseCount, needed, appointed, recused, present, issued, returned, valid, invalid, agree, disagree}
ALTER TABLE item_result ADD COLUMN vote jsonb;

CREATE OR REPLACE FUNCTION session_forward_only() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  steps constant text[] := ARRAY['DRAFT CONVENED', 'DRAFT CANCELLED', 'CONVENED SCORING', 'CONVENED CANCELLED', 'SCORING SCORED',
    'SCORING CANCELLED', 'SCORED BALLOTING', 'SCORED COUNTED', 'BALLOTING COUNTED', 'COUNTED MINUTES_DRAFT', 'MINUTES_DRAFT LOCKED'];
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY sessions are not deleted' USING ERRCODE = 'P0001';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'DRAFT' THEN
      RAISE EXCEPTION 'KHOI:SESSION_WRONG_STATE a session begins as a draft' USING ERRCODE = 'P0001';
    END IF;
    IF NEW.supplements_session_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM evaluation_session s WHERE s.id = NEW.supplements_session_id AND s.state = 'LOCKED' AND s.campaign_id = NEW.campaign_id) THEN
      RAISE EXCEPTION 'KHOI:SESSION_NOT_LOCKED only a locked session is supplemented' USING ERRCODE = 'P0001';
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
  IF NEW.id <> OLD.id OR NEW.tenant_id <> OLD.tenant_id OR NEW.council_id <> OLD.council_id OR NEW.campaign_id <> OLD.campaign_id
     OR NEW.supplements_session_id IS DISTINCT FROM OLD.supplements_session_id OR NEW.supplement_reason IS DISTINCT FROM OLD.supplement_reason THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY a session stays with its council and campaign' USING ERRCODE = 'P0001';
  END IF;
  IF OLD.rules IS NOT NULL AND (NEW.rules IS DISTINCT FROM OLD.rules OR NEW.rules_sha256 IS DISTINCT FROM OLD.rules_sha256
     OR NEW.regulation_id IS DISTINCT FROM OLD.regulation_id OR NEW.fixed_at IS DISTINCT FROM OLD.fixed_at) THEN
    RAISE EXCEPTION 'KHOI:SESSION_RULES_FIXED the rules of a session are fixed when it opens' USING ERRCODE = 'P0001';
  END IF;
  IF (OLD.scoring_opened_at IS NOT NULL AND NEW.scoring_opened_at IS DISTINCT FROM OLD.scoring_opened_at)
     OR (OLD.scoring_closed_at IS NOT NULL AND NEW.scoring_closed_at IS DISTINCT FROM OLD.scoring_closed_at)
     OR (OLD.counted_at IS NOT NULL AND NEW.counted_at IS DISTINCT FROM OLD.counted_at) THEN
    RAISE EXCEPTION 'KHOI:SESSION_LOCKED scoring opens, closes and is counted once' USING ERRCODE = 'P0001';
  END IF;
  IF NEW.state = OLD.state THEN
    RETURN NEW;
  END IF;
  IF NEW.state = 'SCORING' AND NEW.rules #>> '{scoring,time}' = 'IN_MEETING'
     AND NOT EXISTS (SELECT FROM sitting t WHERE t.session_id = NEW.id AND t.ended_at IS NULL) THEN
    RAISE EXCEPTION 'KHOI:SITTING_NOT_OPEN members score in the meeting' USING ERRCODE = 'P0001';
  END IF;
  IF NEW.state = 'BALLOTING' AND NEW.rules #>> '{vote,method}' = 'NONE' THEN
    RAISE EXCEPTION 'KHOI:SESSION_WRONG_STATE the regulation has no ballot' USING ERRCODE = 'P0001';
  END IF;
  IF NEW.state = 'COUNTED' THEN
    IF EXISTS (SELECT FROM agenda_item a WHERE a.session_id = NEW.id AND NOT EXISTS (SELECT FROM item_result r WHERE r.item_id = a.id)) THEN
      RAISE EXCEPTION 'KHOI:SESSION_WRONG_STATE every item has a result when the session is counted' USING ERRCODE = 'P0001';
    END IF;
    IF EXISTS (SELECT FROM ballot_item b WHERE b.session_id = NEW.id AND b.state = 'OPEN') THEN
      RAISE EXCEPTION 'KHOI:BALLOT_OPEN a ballot is still open' USING ERRCODE = 'P0001';
    END IF;
    IF NOT EXISTS (SELECT FROM sitting t WHERE t.session_id = NEW.id AND t.ended_at IS NULL) THEN
      RAISE EXCEPTION 'KHOI:SITTING_NOT_OPEN a conclusion is drawn in a meeting' USING ERRCODE = 'P0001';
    END IF;
  END IF;
  IF NEW.state = 'LOCKED' THEN
    IF NOT EXISTS (SELECT FROM session_seal l WHERE l.session_id = NEW.id) THEN
      RAISE EXCEPTION 'KHOI:SESSION_NOT_SEALED a session is sealed when it is locked' USING ERRCODE = 'P0001';
    END IF;
    IF (SELECT count(DISTINCT g.capacity) FROM minutes_signature g WHERE g.capacity IN ('PRESIDING', 'SECRETARY') AND g.minutes_id = (
        SELECT m.id FROM minutes m WHERE m.session_id = NEW.id AND m.kind = 'MEETING' ORDER BY m.number DESC LIMIT 1)) < 2 THEN
      RAISE EXCEPTION 'KHOI:MINUTES_NOT_SIGNED chair and secretary sign the minutes before the lock' USING ERRCODE = 'P0001';
    END IF;
  END IF;
  RETURN NEW;
END $$;

-- Agenda and members are settled before anything is fixed.
CREATE OR REPLACE FUNCTION agenda_follows_session() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  session_state text;
  session_fixed_at timestamptz;
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.session_id <> OLD.session_id THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY rows stay with their session' USING ERRCODE = 'P0001';
  END IF;
  SELECT state, fixed_at INTO session_state, session_fixed_at FROM evaluation_session
   WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.session_id ELSE NEW.session_id END FOR SHARE;
  IF session_state NOT IN ('DRAFT', 'CONVENED') OR session_fixed_at IS NOT NULL THEN
    RAISE EXCEPTION 'KHOI:SESSION_LOCKED the agenda is fixed when the session opens' USING ERRCODE = 'P0001';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

-- A result comes to be in the transaction that counts the session and at no other time (INV-16, INV-18).
CREATE OR REPLACE FUNCTION result_closes_scoring() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF session_state_of_item(NEW.item_id) NOT IN ('SCORED', 'BALLOTING') THEN
    RAISE EXCEPTION 'KHOI:SESSION_WRONG_STATE results are written when the session is counted' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION result_has_closed_scoring() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM agenda_item a JOIN evaluation_session s ON s.id = a.session_id
                  WHERE a.id = NEW.item_id AND s.state IN ('COUNTED', 'MINUTES_DRAFT', 'LOCKED')) THEN
    RAISE EXCEPTION 'KHOI:SESSION_WRONG_STATE no result exists before the session is counted' USING ERRCODE = 'P0001';
  END IF;
  RETURN NULL;
END $$;

-- What belongs to the meeting is written while the session is in one of the given states; FOR SHARE waits for a step of the session.
CREATE FUNCTION meeting_follows_session() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  session_state text;
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.session_id <> OLD.session_id THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY rows stay with their session' USING ERRCODE = 'P0001';
  END IF;
  SELECT state INTO session_state FROM evaluation_session WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.session_id ELSE NEW.session_id END FOR SHARE;
  IF NOT (session_state = ANY (TG_ARGV)) THEN
    RAISE EXCEPTION 'KHOI:SESSION_WRONG_STATE the meeting of the session is over' USING ERRCODE = 'P0001', DETAIL = json_build_object('state', session_state)::text;
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER sitting_follows BEFORE INSERT OR UPDATE OR DELETE ON sitting FOR EACH ROW
  EXECUTE FUNCTION meeting_follows_session('CONVENED', 'SCORING', 'SCORED', 'BALLOTING', 'COUNTED', 'MINUTES_DRAFT');
CREATE TRIGGER attendance_follows BEFORE INSERT OR UPDATE OR DELETE ON attendance FOR EACH ROW
  EXECUTE FUNCTION meeting_follows_session('CONVENED', 'SCORING', 'SCORED', 'BALLOTING', 'COUNTED', 'MINUTES_DRAFT');
CREATE TRIGGER absence_follows BEFORE INSERT OR UPDATE OR DELETE ON absence FOR EACH ROW
  EXECUTE FUNCTION meeting_follows_session('CONVENED', 'SCORING', 'SCORED', 'BALLOTING', 'COUNTED');
CREATE TRIGGER counting_board_follows BEFORE INSERT OR UPDATE OR DELETE ON counting_board_member FOR EACH ROW
  EXECUTE FUNCTION meeting_follows_session('SCORING', 'SCORED', 'BALLOTING');
CREATE TRIGGER minutes_follows BEFORE INSERT ON minutes FOR EACH ROW
  EXECUTE FUNCTION meeting_follows_session('COUNTED', 'MINUTES_DRAFT');
CREATE TRIGGER session_seal_follows BEFORE INSERT ON session_seal FOR EACH ROW
  EXECUTE FUNCTION meeting_follows_session('MINUTES_DRAFT');
CREATE TRIGGER sitting_truncate BEFORE TRUNCATE ON sitting FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
CREATE TRIGGER attendance_truncate BEFORE TRUNCATE ON attendance FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
CREATE TRIGGER absence_truncate BEFORE TRUNCATE ON absence FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
CREATE TRIGGER counting_board_truncate BEFORE TRUNCATE ON counting_board_member FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- A sitting is presided by the chair, or by a deputy with an authorisation; it ends once, and what it was opened with stands.
CREATE FUNCTION sitting_is_presided() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  seat_role text;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY sittings are not deleted' USING ERRCODE = 'P0001';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF OLD.ended_at IS NOT NULL OR (NEW.id, NEW.number, NEW.presiding_person_id, NEW.authorisation, NEW.appointed, NEW.present, NEW.required, NEW.opened_at, NEW.opened_by_person_id)
       IS DISTINCT FROM (OLD.id, OLD.number, OLD.presiding_person_id, OLD.authorisation, OLD.appointed, OLD.present, OLD.required, OLD.opened_at, OLD.opened_by_person_id) THEN
      RAISE EXCEPTION 'KHOI:APPEND_ONLY a sitting stands as it was opened' USING ERRCODE = 'P0001';
    END IF;
    IF NEW.ended_at IS NOT NULL AND EXISTS (SELECT FROM ballot_item b WHERE b.sitting_id = NEW.id AND b.state = 'OPEN') THEN
      RAISE EXCEPTION 'KHOI:BALLOT_OPEN a ballot is still open' USING ERRCODE = 'P0001';
    END IF;
    RETURN NEW;
  END IF;
  SELECT m.role INTO seat_role FROM session_member m WHERE m.session_id = NEW.session_id AND m.person_id = NEW.presiding_person_id;
  IF seat_role IS DISTINCT FROM 'CHAIR' AND (seat_role IS DISTINCT FROM 'DEPUTY_CHAIR' OR NEW.authorisation IS NULL) THEN
    RAISE EXCEPTION 'KHOI:PRESIDING_NOT_AUTHORISED the chair presides, or a deputy by written authorisation' USING ERRCODE = 'P0001';
  END IF;
  IF NEW.present <> (SELECT count(*) FROM attendance a JOIN session_member m ON m.session_id = a.session_id AND m.person_id = a.person_id AND m.is_voting
                      WHERE a.session_id = NEW.session_id AND a.out_at IS NULL)
     OR NEW.appointed <> (SELECT count(*) FROM session_member m WHERE m.session_id = NEW.session_id AND m.is_voting) THEN
    RAISE EXCEPTION 'KHOI:QUORUM_NOT_MET the numbers of a sitting are those of the roll-call' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sitting_presided BEFORE INSERT OR UPDATE OR DELETE ON sitting FOR EACH ROW EXECUTE FUNCTION sitting_is_presided();

-- A stay ends once, and is voided at most once; the rest of it stands.
CREATE FUNCTION attendance_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY the roll-call is not deleted' USING ERRCODE = 'P0001';
  END IF;
  IF (NEW.id, NEW.person_id, NEW.in_at, NEW.recorded_by_person_id) IS DISTINCT FROM (OLD.id, OLD.person_id, OLD.in_at, OLD.recorded_by_person_id)
     OR (OLD.out_at IS NOT NULL AND NEW.out_at IS DISTINCT FROM OLD.out_at) OR (OLD.void_reason IS NOT NULL AND NEW.void_reason IS DISTINCT FROM OLD.void_reason) THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY what the roll-call says stands' USING ERRCODE = 'P0001';
  END IF;
  IF NEW.void_reason IS NOT NULL AND OLD.void_reason IS NULL
     AND EXISTS (SELECT FROM evaluation_session s WHERE s.id = OLD.session_id AND s.counted_at IS NOT NULL AND OLD.in_at <= s.counted_at) THEN
    RAISE EXCEPTION 'KHOI:SESSION_WRONG_STATE whoever was counted as present was present' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER attendance_stands BEFORE UPDATE OR DELETE ON attendance FOR EACH ROW EXECUTE FUNCTION attendance_stands();

-- A ballot opens in an open sitting of its session, on an item that has none, with the numbers of the room; it closes or is annulled once.
CREATE FUNCTION ballot_item_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  room record;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY ballots are not deleted' USING ERRCODE = 'P0001';
  END IF;
  IF session_state_of_item(NEW.item_id) NOT IN ('SCORED', 'BALLOTING') THEN
    RAISE EXCEPTION 'KHOI:SESSION_WRONG_STATE the session takes no ballots now' USING ERRCODE = 'P0001';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF OLD.state <> 'OPEN' OR (NEW.id, NEW.tenant_id, NEW.session_id, NEW.sitting_id, NEW.item_id, NEW.round, NEW.method, NEW.appointed, NEW.recused, NEW.present, NEW.required, NEW.issued, NEW.opened_at)
       IS DISTINCT FROM (OLD.id, OLD.tenant_id, OLD.session_id, OLD.sitting_id, OLD.item_id, OLD.round, OLD.method, OLD.appointed, OLD.recused, OLD.present, OLD.required, OLD.issued, OLD.opened_at) THEN
      RAISE EXCEPTION 'KHOI:BALLOT_CLOSED a ballot that was closed stands' USING ERRCODE = 'P0001';
    END IF;
    IF NEW.state = 'CLOSED' AND NOT EXISTS (
      SELECT FROM (
        SELECT count(*) AS returned, count(*) FILTER (WHERE x.choice = 'AGREE') AS agree, count(*) FILTER (WHERE x.choice = 'DISAGREE') AS disagree
          FROM (SELECT choice FROM ballot WHERE ballot_item_id = NEW.id UNION ALL
                SELECT open_choice FROM ballot_issue WHERE ballot_item_id = NEW.id AND open_choice IS NOT NULL) x) box,
        (SELECT count(*) AS issued, count(*) FILTER (WHERE is_returned) AS returned FROM ballot_issue WHERE ballot_item_id = NEW.id) list
       WHERE box.returned = NEW.returned AND list.returned = NEW.returned AND list.issued = NEW.issued
         AND box.agree = NEW.agree AND box.disagree = NEW.disagree) THEN
      RAISE EXCEPTION 'KHOI:BALLOT_COUNTS_UNEQUAL the counts are not those of the box' USING ERRCODE = 'P0001';
    END IF;
    RETURN NEW;
  END IF;
  SELECT count(*) FILTER (WHERE m.is_voting) AS appointed,
         count(*) FILTER (WHERE m.is_voting AND here.person_id IS NOT NULL) AS present,
         count(*) FILTER (WHERE m.is_voting AND barred.person_id IS NOT NULL) AS recused,
         count(*) FILTER (WHERE m.is_voting AND here.person_id IS NOT NULL AND barred.person_id IS NULL) AS eligible
    INTO room
    FROM session_member m
    LEFT JOIN attendance here ON here.session_id = m.session_id AND here.person_id = m.person_id AND here.out_at IS NULL
    LEFT JOIN item_recusal barred ON barred.item_id = NEW.item_id AND barred.person_id = m.person_id
   WHERE m.session_id = NEW.session_id;
  IF NOT EXISTS (SELECT FROM sitting t WHERE t.id = NEW.sitting_id AND t.session_id = NEW.session_id AND t.ended_at IS NULL)
     OR NOT EXISTS (SELECT FROM agenda_item a WHERE a.id = NEW.item_id AND a.session_id = NEW.session_id) THEN
    RAISE EXCEPTION 'KHOI:SITTING_NOT_OPEN a ballot is taken in an open sitting' USING ERRCODE = 'P0001';
  END IF;
  IF NEW.state <> 'OPEN' OR (NEW.appointed, NEW.present, NEW.recused, NEW.issued) IS DISTINCT FROM (room.appointed::int, room.present::int, room.recused::int, room.eligible::int) THEN
    RAISE EXCEPTION 'KHOI:QUORUM_NOT_MET the numbers of a ballot are those of the room' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ballot_item_follows BEFORE INSERT OR UPDATE OR DELETE ON ballot_item FOR EACH ROW EXECUTE FUNCTION ballot_item_follows();
CREATE TRIGGER ballot_item_truncate BEFORE TRUNCATE ON ballot_item FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- Papers and box change only while the ballot is open.
CREATE FUNCTION ballot_is_open() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  found_state text;
  found_method text;
BEGIN
  SELECT b.state, b.method INTO found_state, found_method FROM ballot_item b WHERE b.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.ballot_item_id ELSE NEW.ballot_item_id END;
  IF found_state IS DISTINCT FROM 'OPEN' THEN
    RAISE EXCEPTION 'KHOI:BALLOT_CLOSED the ballot is closed' USING ERRCODE = 'P0001';
  END IF;
  IF TG_TABLE_NAME = 'ballot_issue' THEN
    IF TG_OP = 'DELETE' THEN
      RAISE EXCEPTION 'KHOI:APPEND_ONLY ballots handed out are not deleted' USING ERRCODE = 'P0001';
    END IF;
    IF TG_OP = 'UPDATE' AND ((NEW.ballot_item_id, NEW.person_id) IS DISTINCT FROM (OLD.ballot_item_id, OLD.person_id)
       OR (OLD.is_returned AND NOT NEW.is_returned) OR (OLD.open_choice IS NOT NULL AND NEW.open_choice IS DISTINCT FROM OLD.open_choice)) THEN
      RAISE EXCEPTION 'KHOI:APPEND_ONLY a ballot that came back stays' USING ERRCODE = 'P0001';
    END IF;
    IF TG_OP = 'INSERT' AND NOT EXISTS (
      SELECT FROM ballot_item b JOIN session_member m ON m.session_id = b.session_id AND m.person_id = NEW.person_id AND m.is_voting
        JOIN attendance here ON here.session_id = b.session_id AND here.person_id = NEW.person_id AND here.out_at IS NULL
       WHERE b.id = NEW.ballot_item_id AND NOT EXISTS (SELECT FROM item_recusal r WHERE r.item_id = b.item_id AND r.person_id = NEW.person_id)) THEN
      RAISE EXCEPTION 'KHOI:BALLOT_NOT_ISSUED only members in the room who vote on the item receive a ballot' USING ERRCODE = 'P0001';
    END IF;
    IF TG_OP = 'INSERT' AND (NEW.is_returned OR NEW.open_choice IS NOT NULL) THEN
      RAISE EXCEPTION 'KHOI:BALLOT_NOT_ISSUED a ballot is handed out empty' USING ERRCODE = 'P0001';
    END IF;
    IF NEW.open_choice IS NOT NULL AND found_method <> 'OPEN' THEN
      RAISE EXCEPTION 'KHOI:APPEND_ONLY a secret ballot names nobody' USING ERRCODE = 'P0001';
    END IF;
  ELSIF TG_OP = 'UPDATE' THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY a ballot does not change' USING ERRCODE = 'P0001';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER ballot_issue_open BEFORE INSERT OR UPDATE OR DELETE ON ballot_issue FOR EACH ROW EXECUTE FUNCTION ballot_is_open();
CREATE TRIGGER ballot_issue_truncate BEFORE TRUNCATE ON ballot_issue FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
CREATE TRIGGER ballot_open BEFORE INSERT OR UPDATE OR DELETE ON ballot FOR EACH ROW EXECUTE FUNCTION ballot_is_open();
CREATE TRIGGER ballot_truncate BEFORE TRUNCATE ON ballot FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- One member votes. The application's role cannot read or write the box; this is its slot. Nothing it writes says who put in what.
CREATE FUNCTION cast_ballot(ballot_item_id uuid, person_id uuid, choice text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  vote ballot_item;
BEGIN
  SELECT * INTO vote FROM ballot_item b WHERE b.id = cast_ballot.ballot_item_id FOR SHARE;
  IF NOT FOUND OR vote.state <> 'OPEN' THEN
    RAISE EXCEPTION 'KHOI:BALLOT_CLOSED the ballot is closed' USING ERRCODE = 'P0001';
  END IF;
  IF NOT EXISTS (SELECT FROM ballot_issue i WHERE i.ballot_item_id = vote.id AND i.person_id = cast_ballot.person_id)
     OR EXISTS (SELECT FROM item_recusal r WHERE r.item_id = vote.item_id AND r.person_id = cast_ballot.person_id) THEN
    RAISE EXCEPTION 'KHOI:BALLOT_NOT_ISSUED the member holds no ballot' USING ERRCODE = 'P0001';
  END IF;
  IF NOT EXISTS (SELECT FROM attendance a WHERE a.session_id = vote.session_id AND a.person_id = cast_ballot.person_id AND a.out_at IS NULL) THEN
    RAISE EXCEPTION 'KHOI:NOT_IN_MEETING who is not in the meeting does not vote' USING ERRCODE = 'P0001';
  END IF;
  UPDATE ballot_issue i SET is_returned = true, open_choice = CASE WHEN vote.method = 'OPEN' THEN cast_ballot.choice END
   WHERE i.ballot_item_id = vote.id AND i.person_id = cast_ballot.person_id AND NOT i.is_returned;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'KHOI:BALLOT_ALREADY_CAST the member has voted' USING ERRCODE = 'P0001';
  END IF;
  IF vote.method = 'SECRET' THEN
    INSERT INTO ballot (ballot_item_id, choice) VALUES (vote.id, cast_ballot.choice);
  END IF;
END $$;

-- Writes the list of who voted anew, one row after the other in an order drawn by lot: one statement would walk the rows as they lie, which
-- is the order in which members voted, and leave it so.
CREATE FUNCTION rewrite_issues(ballot_item_id uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  holder uuid;
BEGIN
  FOR holder IN SELECT i.person_id FROM ballot_issue i WHERE i.ballot_item_id = rewrite_issues.ballot_item_id ORDER BY gen_random_uuid() LOOP
    UPDATE ballot_issue i SET is_returned = i.is_returned WHERE i.ballot_item_id = rewrite_issues.ballot_item_id AND i.person_id = holder;
  END LOOP;
END $$;

-- Opens the box: every paper is put in anew, with a new number and in an order drawn by lot, so that neither the place of a row nor the
-- transaction that wrote it tells when it was put in; the list of those who voted is written anew with it.
CREATE FUNCTION close_ballot(ballot_item_id uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  vote ballot_item;
  choices text[];
BEGIN
  SELECT * INTO vote FROM ballot_item b WHERE b.id = close_ballot.ballot_item_id FOR UPDATE;
  IF NOT FOUND OR vote.state <> 'OPEN' THEN
    RAISE EXCEPTION 'KHOI:BALLOT_CLOSED the ballot is closed' USING ERRCODE = 'P0001';
  END IF;
  SELECT array_agg(b.choice ORDER BY gen_random_uuid()) INTO choices FROM ballot b WHERE b.ballot_item_id = vote.id;
  DELETE FROM ballot b WHERE b.ballot_item_id = vote.id;
  INSERT INTO ballot (ballot_item_id, choice) SELECT vote.id, c FROM unnest(choices) c;
  PERFORM rewrite_issues(vote.id);
  UPDATE ballot_item b SET state = 'CLOSED', closed_at = clock_timestamp(), returned = n.returned, valid = n.agree + n.disagree,
         invalid = n.returned - n.agree - n.disagree, agree = n.agree, disagree = n.disagree
    FROM (SELECT count(*)::int AS returned, count(*) FILTER (WHERE x.choice = 'AGREE')::int AS agree, count(*) FILTER (WHERE x.choice = 'DISAGREE')::int AS disagree
            FROM (SELECT choice FROM ballot WHERE ballot_item_id = vote.id UNION ALL
                  SELECT open_choice FROM ballot_issue WHERE ballot_item_id = vote.id AND open_choice IS NOT NULL) x) n
   WHERE b.id = vote.id;
END $$;

-- Gives a vote up: what was in the box is destroyed unread.
CREATE FUNCTION annul_ballot(ballot_item_id uuid, reason text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM FROM ballot_item b WHERE b.id = annul_ballot.ballot_item_id AND b.state = 'OPEN' FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'KHOI:BALLOT_CLOSED the ballot is closed' USING ERRCODE = 'P0001';
  END IF;
  DELETE FROM ballot b WHERE b.ballot_item_id = annul_ballot.ballot_item_id;
  PERFORM rewrite_issues(annul_ballot.ballot_item_id);
  UPDATE ballot_item b SET state = 'ANNULLED', annul_reason = annul_ballot.reason, closed_at = clock_timestamp() WHERE b.id = annul_ballot.ballot_item_id;
END $$;

-- What the box holds once it is open, for whoever recounts a closed ballot; before that nobody is told anything.
CREATE FUNCTION recount_ballot(ballot_item_id uuid) RETURNS TABLE (agree integer, disagree integer, blank integer) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*) FILTER (WHERE x.choice = 'AGREE')::int, count(*) FILTER (WHERE x.choice = 'DISAGREE')::int, count(*) FILTER (WHERE x.choice = 'BLANK')::int
    FROM ballot_item v LEFT JOIN (SELECT b.ballot_item_id, b.choice FROM ballot b
      UNION ALL SELECT i.ballot_item_id, i.open_choice FROM ballot_issue i WHERE i.open_choice IS NOT NULL) x ON x.ballot_item_id = v.id
   WHERE v.id = recount_ballot.ballot_item_id AND v.state = 'CLOSED'
$$;

CREATE TRIGGER item_proceedings_truncate BEFORE TRUNCATE ON item_proceedings FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
CREATE FUNCTION proceedings_follow_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR session_state_of_item(NEW.item_id) NOT IN ('CONVENED', 'SCORING', 'SCORED', 'BALLOTING', 'COUNTED') THEN
    RAISE EXCEPTION 'KHOI:SESSION_WRONG_STATE the proceedings stand' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER item_proceedings_follow BEFORE INSERT OR UPDATE OR DELETE ON item_proceedings FOR EACH ROW EXECUTE FUNCTION proceedings_follow_session();

-- Minutes are signed while the session waits for it, as they read, by whoever has the office.
CREATE FUNCTION signature_follows_session() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  found record;
BEGIN
  SELECT m.session_id, m.kind, m.number, m.sha256, s.state INTO found FROM minutes m JOIN evaluation_session s ON s.id = m.session_id WHERE m.id = NEW.minutes_id FOR SHARE OF s;
  IF found.state NOT IN ('COUNTED', 'MINUTES_DRAFT') OR found.sha256 <> NEW.sha256
     OR EXISTS (SELECT FROM minutes later WHERE later.session_id = found.session_id AND later.kind = found.kind AND later.number > found.number) THEN
    RAISE EXCEPTION 'KHOI:MINUTES_CHANGED only the last minutes are signed, before the lock' USING ERRCODE = 'P0001';
  END IF;
  IF NOT (CASE NEW.capacity
    WHEN 'PRESIDING' THEN found.kind = 'MEETING' AND NEW.person_id = (SELECT t.presiding_person_id FROM sitting t WHERE t.session_id = found.session_id ORDER BY t.number DESC LIMIT 1)
    WHEN 'SECRETARY' THEN found.kind = 'MEETING' AND EXISTS (SELECT FROM session_member m WHERE m.session_id = found.session_id AND m.person_id = NEW.person_id AND m.role = 'SECRETARY')
    ELSE found.kind = 'COUNTING' AND EXISTS (SELECT FROM counting_board_member c WHERE c.session_id = found.session_id AND c.person_id = NEW.person_id) END) THEN
    RAISE EXCEPTION 'KHOI:NOT_A_SIGNER the minutes are signed by whoever has the office' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER minutes_signature_follows BEFORE INSERT ON minutes_signature FOR EACH ROW EXECUTE FUNCTION signature_follows_session();

-- What the application's role may not do, as rows: every later migration adds its own.
CREATE TABLE application_limit (
  table_name text NOT NULL,
  privilege text NOT NULL CHECK (privilege IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')),
  PRIMARY KEY (table_name, privilege)
);
INSERT INTO application_limit (table_name, privilege)
  SELECT t, p FROM unnest(ARRAY['audit_event', 'initiative_version', 'initiative_step', 'formal_check', 'score_sheet_submission', 'item_result',
    'minutes', 'minutes_signature', 'session_seal']) t, unnest(ARRAY['UPDATE', 'DELETE']) p
  UNION ALL SELECT t, 'DELETE' FROM unnest(ARRAY['number_sequence', 'score_sheet', 'evaluation_session', 'recognition_decision', 'register_entry', 'initiative', 'file',
    'sitting', 'attendance', 'ballot_item', 'ballot_issue', 'item_proceedings']) t
  UNION ALL SELECT 'ballot', p FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) p
  UNION ALL SELECT 'ballot_item', 'UPDATE'
  UNION ALL SELECT 'ballot_issue', 'UPDATE'
  UNION ALL SELECT 'application_limit', p FROM unnest(ARRAY['INSERT', 'UPDATE', 'DELETE']) p;

CREATE OR REPLACE FUNCTION khoi_grant_application(application_role text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  held record;
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', application_role);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO %I', application_role);
  EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO %I', application_role);
  EXECUTE format('GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO %I', application_role);
  EXECUTE format('REVOKE EXECUTE ON FUNCTION khoi_grant_application(text) FROM PUBLIC, %I', application_role);
  FOR held IN SELECT table_name, privilege FROM application_limit LOOP
    EXECUTE format('REVOKE %s ON %I FROM %I', held.privilege, held.table_name, application_role);
  END LOOP;
  IF to_regclass('public.schema_migration') IS NOT NULL THEN
    EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON schema_migration FROM %I', application_role);
  END IF;
END $$;
REVOKE EXECUTE ON FUNCTION cast_ballot(uuid, uuid, text), rewrite_issues(uuid), close_ballot(uuid), annul_ballot(uuid, text), recount_ballot(uuid) FROM PUBLIC;
