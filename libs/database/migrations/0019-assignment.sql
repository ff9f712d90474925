-- Who scores what (phân công chấm điểm), where the regulation has an item scored by some of the members: the rows that
-- hold now, and every change that made them.

-- A change of the assignment as somebody applied it, undid it, or as the opening of scoring completed it.
CREATE TABLE assignment_plan (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  session_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('APPLY', 'UNDO', 'OPENING')),
  undoes_id uuid CONSTRAINT assignment_plan_undone_once UNIQUE,
  -- [{itemId, personId}]
  added jsonb NOT NULL CHECK (jsonb_typeof(added) = 'array'),
  removed jsonb NOT NULL CHECK (jsonb_typeof(removed) = 'array'),
  by_person_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT assignment_plan_in_tenant UNIQUE (tenant_id, id),
  CONSTRAINT assignment_plan_session FOREIGN KEY (tenant_id, session_id) REFERENCES evaluation_session (tenant_id, id),
  CONSTRAINT assignment_plan_person FOREIGN KEY (tenant_id, by_person_id) REFERENCES person (tenant_id, id),
  CONSTRAINT assignment_plan_undoes FOREIGN KEY (tenant_id, undoes_id) REFERENCES assignment_plan (tenant_id, id),
  CONSTRAINT assignment_plan_undo_names_what CHECK ((kind = 'UNDO') = (undoes_id IS NOT NULL)),
  CONSTRAINT assignment_plan_not_empty CHECK (jsonb_array_length(added) + jsonb_array_length(removed) > 0)
);
CREATE INDEX assignment_plan_of_session ON assignment_plan (session_id, id);
CALL make_append_only('assignment_plan');

-- An item with rows is scored by these members and nobody else; one without is scored by every voting member. A row of
-- somebody who was recused later stays and has no effect.
CREATE TABLE assignment (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  item_id uuid NOT NULL,
  person_id uuid NOT NULL,
  -- The change that put the row there.
  plan_id uuid NOT NULL,
  CONSTRAINT assignment_once UNIQUE (item_id, person_id),
  CONSTRAINT assignment_item FOREIGN KEY (tenant_id, item_id) REFERENCES agenda_item (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT assignment_person FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  CONSTRAINT assignment_by_plan FOREIGN KEY (tenant_id, plan_id) REFERENCES assignment_plan (tenant_id, id)
);
CREATE INDEX assignment_of_person ON assignment (person_id);
CREATE INDEX assignment_of_plan ON assignment (plan_id);

-- Who is to score an item: voting, not recused, and assigned where members are assigned.
CREATE VIEW item_scorer AS
  SELECT a.tenant_id, a.session_id, a.id AS item_id, seat.person_id
    FROM agenda_item a JOIN session_seat seat ON seat.session_id = a.session_id AND seat.is_voting
   WHERE NOT EXISTS (SELECT FROM item_recusal barred WHERE barred.item_id = a.id AND barred.person_id = seat.person_id)
     AND (NOT EXISTS (SELECT FROM assignment given WHERE given.item_id = a.id)
          OR EXISTS (SELECT FROM assignment own WHERE own.item_id = a.id AND own.person_id = seat.person_id));

-- Changes are applied and undone until scoring opens. While members score, an item that lost members to recusals gets
-- others instead: that adds and never removes.
CREATE FUNCTION assignment_plan_follows_session() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  session_state text;
BEGIN
  SELECT state INTO session_state FROM evaluation_session WHERE id = NEW.session_id FOR SHARE;
  IF session_state NOT IN ('DRAFT', 'CONVENED', 'SCORING')
     OR (session_state = 'SCORING' AND (NEW.kind <> 'APPLY' OR jsonb_array_length(NEW.removed) > 0)) THEN
    RAISE EXCEPTION 'KHOI:ASSIGNMENT_FIXED the assignment is fixed when scoring opens' USING ERRCODE = 'P0001';
  END IF;
  IF NEW.kind = 'UNDO' AND NOT EXISTS (
    SELECT FROM assignment_plan undone WHERE undone.id = NEW.undoes_id AND undone.session_id = NEW.session_id AND undone.kind = 'APPLY') THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY only what was applied in the same session is undone' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assignment_plan_follows BEFORE INSERT ON assignment_plan FOR EACH ROW EXECUTE FUNCTION assignment_plan_follows_session();

CREATE FUNCTION assignment_follows_session() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  session_state text;
  per_item integer;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY a row of the assignment comes and goes as a whole' USING ERRCODE = 'P0001';
  END IF;
  session_state := session_state_of_item(CASE WHEN TG_OP = 'DELETE' THEN OLD.item_id ELSE NEW.item_id END);
  IF TG_OP = 'DELETE' THEN
    -- Of an item that left the agenda nothing is found any more: its rows go with it.
    IF session_state NOT IN ('DRAFT', 'CONVENED', 'NONE') THEN
      RAISE EXCEPTION 'KHOI:ASSIGNMENT_FIXED the assignment is fixed when scoring opens' USING ERRCODE = 'P0001';
    END IF;
    RETURN OLD;
  END IF;
  IF session_state NOT IN ('DRAFT', 'CONVENED', 'SCORING') THEN
    RAISE EXCEPTION 'KHOI:ASSIGNMENT_FIXED the assignment is fixed when scoring opens' USING ERRCODE = 'P0001';
  END IF;
  IF EXISTS (SELECT FROM item_recusal r WHERE r.item_id = NEW.item_id AND r.person_id = NEW.person_id) THEN
    RAISE EXCEPTION 'KHOI:RECUSED a recused member does not score' USING ERRCODE = 'P0001';
  END IF;
  IF NOT EXISTS (SELECT FROM agenda_item a JOIN session_seat seat ON seat.session_id = a.session_id
                  WHERE a.id = NEW.item_id AND seat.person_id = NEW.person_id AND seat.is_voting) THEN
    RAISE EXCEPTION 'KHOI:NOT_A_SCORER only voting members of the session score' USING ERRCODE = 'P0001';
  END IF;
  IF NOT EXISTS (SELECT FROM assignment_plan p JOIN agenda_item a ON a.session_id = p.session_id
                  WHERE p.id = NEW.plan_id AND a.id = NEW.item_id
                    AND p.added @> jsonb_build_array(jsonb_build_object('itemId', NEW.item_id, 'personId', NEW.person_id))) THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY every row stands in the change that added it' USING ERRCODE = 'P0001';
  END IF;
  IF session_state = 'SCORING' THEN
    -- Two additions to one item follow one another; sheets, which only refer to the item, do not wait.
    PERFORM FROM agenda_item a WHERE a.id = NEW.item_id FOR NO KEY UPDATE;
    SELECT (s.rules #>> '{scoring,sheetsPerItem}')::integer INTO per_item
      FROM agenda_item a JOIN evaluation_session s ON s.id = a.session_id WHERE a.id = NEW.item_id;
    IF per_item IS NULL OR NOT EXISTS (SELECT FROM assignment given WHERE given.item_id = NEW.item_id)
       OR (SELECT count(*) FROM item_scorer scorer WHERE scorer.item_id = NEW.item_id) >= per_item THEN
      RAISE EXCEPTION 'KHOI:ASSIGNMENT_FIXED while members score, only missing ones are added' USING ERRCODE = 'P0001';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assignment_follows BEFORE INSERT OR UPDATE OR DELETE ON assignment FOR EACH ROW EXECUTE FUNCTION assignment_follows_session();
CREATE TRIGGER assignment_truncate BEFORE TRUNCATE ON assignment FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- Where members are assigned to an item, only they score it.
CREATE FUNCTION sheet_needs_assignment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> 'VOID' AND EXISTS (SELECT FROM assignment given WHERE given.item_id = NEW.item_id)
     AND NOT EXISTS (SELECT FROM assignment own WHERE own.item_id = NEW.item_id AND own.person_id = NEW.person_id) THEN
    RAISE EXCEPTION 'KHOI:NOT_ASSIGNED another member scores the item' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
-- After the trigger score_sheet_session, which has waited for steps of the session: triggers fire in the order of their names.
CREATE TRIGGER score_sheet_unassigned BEFORE INSERT OR UPDATE ON score_sheet FOR EACH ROW EXECUTE FUNCTION sheet_needs_assignment();
