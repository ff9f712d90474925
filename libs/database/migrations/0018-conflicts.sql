-- The conflict graph: kinship, objections, decisions about conflicts, who presides for a recused chair, replacement of
-- council members (INV-11 to INV-15).

-- What somebody declared about themself: b is spouse, parent … of a. Only the declaring person ever reads it; others learn at
-- most that a member has a conflict of the kind KIN with an item.
CREATE TABLE kinship (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  person_a_id uuid NOT NULL,
  person_b_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('SPOUSE', 'PARENT', 'CHILD', 'SIBLING', 'IN_LAW', 'OTHER_INTEREST')),
  declared_by_person_id uuid NOT NULL,
  valid_from date NOT NULL DEFAULT vn_today(),
  -- The day it was ended; from then on it bars nobody any more whose conflict was not found before.
  valid_to date,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT kinship_person_a FOREIGN KEY (tenant_id, person_a_id) REFERENCES person (tenant_id, id),
  CONSTRAINT kinship_person_b FOREIGN KEY (tenant_id, person_b_id) REFERENCES person (tenant_id, id),
  CONSTRAINT kinship_of_two CHECK (person_a_id <> person_b_id),
  CONSTRAINT kinship_declared_by_oneself CHECK (declared_by_person_id = person_a_id),
  CONSTRAINT kinship_period CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE UNIQUE INDEX kinship_once ON kinship (person_a_id, person_b_id) WHERE valid_to IS NULL;
CREATE INDEX kinship_to ON kinship (person_b_id);

-- A tie may end, nothing else of it changes, and it is never taken back.
CREATE FUNCTION kinship_only_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY a declared tie is ended, not deleted' USING ERRCODE = 'P0001';
  END IF;
  IF to_jsonb(NEW) - 'valid_to' <> to_jsonb(OLD) - 'valid_to' OR OLD.valid_to IS NOT NULL THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY a declared tie only ends' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER kinship_ends BEFORE UPDATE OR DELETE ON kinship FOR EACH ROW EXECUTE FUNCTION kinship_only_ends();
CREATE TRIGGER kinship_truncate BEFORE TRUNCATE ON kinship FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- Somebody asks that a person have no part in judging an initiative. It is written down by an officer who need not know
-- whether that person sits on any council, so that nobody learns from it who judges.
CREATE TABLE objection (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  initiative_id uuid NOT NULL,
  person_id uuid NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  recorded_by_person_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT objection_initiative FOREIGN KEY (tenant_id, initiative_id) REFERENCES initiative (tenant_id, id),
  CONSTRAINT objection_person FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  CONSTRAINT objection_recorder FOREIGN KEY (tenant_id, recorded_by_person_id) REFERENCES person (tenant_id, id),
  CONSTRAINT objection_recorded_by_another CHECK (recorded_by_person_id <> person_id)
);
CREATE INDEX objection_to_person ON objection (initiative_id, person_id);
CALL make_append_only('objection');

-- Conflicts may now wait for a decision. `is_absolute`: the law or the regulation leaves nothing to decide.
ALTER TABLE conflict
  ADD COLUMN is_absolute boolean NOT NULL DEFAULT false,
  ADD COLUMN decision_reason text CHECK (length(decision_reason) <= 2000),
  ADD COLUMN decided_at timestamptz,
  DROP CONSTRAINT conflict_kind_check,
  DROP CONSTRAINT conflict_decision_check,
  DROP CONSTRAINT conflict_once,
  DROP CONSTRAINT conflict_author_never_allowed,
  DROP CONSTRAINT conflict_allowed_says_why;
ALTER TABLE conflict DISABLE TRIGGER conflict_follows;
UPDATE conflict SET is_absolute = kind IN ('AUTHOR', 'ADOPTER') OR (kind = 'KIN' AND decision = 'RECUSED'),
  decision_reason = CASE WHEN decided_by_person_id IS NOT NULL THEN reason END, decided_at = CASE WHEN decided_by_person_id IS NOT NULL THEN at END;
ALTER TABLE conflict ENABLE TRIGGER conflict_follows;
ALTER TABLE conflict
  ADD CONSTRAINT conflict_kind_check CHECK (kind IN ('AUTHOR', 'ADOPTER', 'KIN', 'SAME_UNIT', 'SUPERVISOR', 'CO_AUTHOR', 'OTHER')),
  ADD CONSTRAINT conflict_decision_check CHECK (decision IN ('PENDING', 'RECUSED', 'ALLOWED')),
  -- The same interest can be found by the program, declared by the member and objected to: each is decided about once.
  ADD CONSTRAINT conflict_once UNIQUE (item_id, person_id, kind, source),
  ADD CONSTRAINT conflict_absolute_recuses CHECK (NOT is_absolute OR decision = 'RECUSED'),
  ADD CONSTRAINT conflict_author_and_adopter_are_absolute CHECK (kind NOT IN ('AUTHOR', 'ADOPTER') OR is_absolute),
  ADD CONSTRAINT conflict_not_decided_by_oneself CHECK (decided_by_person_id <> person_id),
  ADD CONSTRAINT conflict_decided_says_who CHECK ((decided_by_person_id IS NULL) = (decided_at IS NULL)),
  ADD CONSTRAINT conflict_pending_is_undecided CHECK (decision <> 'PENDING' OR decided_by_person_id IS NULL),
  ADD CONSTRAINT conflict_allowed_says_why CHECK (decision <> 'ALLOWED' OR (decided_by_person_id IS NOT NULL AND decision_reason IS NOT NULL));

-- Whose interest in an item nobody has decided about: such a member reads it and neither scores nor votes on it.
CREATE VIEW item_undecided AS
  SELECT DISTINCT c.item_id, c.person_id FROM conflict c
   WHERE c.decision = 'PENDING' AND NOT EXISTS (SELECT FROM item_recusal r WHERE r.item_id = c.item_id AND r.person_id = c.person_id);

-- Conflicts can be found until scoring closes. While members score, none disappears: its bar would be lifted unseen.
CREATE OR REPLACE FUNCTION conflict_follows_session() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  session_state text;
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.item_id <> OLD.item_id OR NEW.person_id <> OLD.person_id OR NEW.kind <> OLD.kind OR NEW.source <> OLD.source) THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY a conflict stays with its item and member' USING ERRCODE = 'P0001';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.is_absolute AND NOT NEW.is_absolute THEN
    RAISE EXCEPTION 'KHOI:CONFLICT_CANNOT_BE_ALLOWED what bars a member by law or regulation bars for good' USING ERRCODE = 'P0001';
  END IF;
  session_state := session_state_of_item(CASE WHEN TG_OP = 'DELETE' THEN OLD.item_id ELSE NEW.item_id END);
  IF session_state NOT IN ('DRAFT', 'CONVENED', 'SCORING') OR (TG_OP = 'DELETE' AND session_state = 'SCORING') THEN
    RAISE EXCEPTION 'KHOI:SESSION_LOCKED conflicts are settled before scoring closes' USING ERRCODE = 'P0001';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

-- Nobody writes a sheet whose interest waits for a decision. A sheet already handed in stays as it is until then.
CREATE FUNCTION sheet_needs_decided_interest() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> 'VOID' AND EXISTS (SELECT FROM item_undecided u WHERE u.item_id = NEW.item_id AND u.person_id = NEW.person_id) THEN
    RAISE EXCEPTION 'KHOI:CONFLICT_UNDECIDED the interest of the member has not been decided about' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
-- After the trigger score_sheet_session, which has waited for steps of the session: triggers fire in the order of their names.
CREATE TRIGGER score_sheet_undecided BEFORE INSERT OR UPDATE ON score_sheet FOR EACH ROW EXECUTE FUNCTION sheet_needs_decided_interest();

-- Scoring closes with every interest settled: what nobody decided about recuses.
CREATE FUNCTION closing_needs_settled_conflicts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM conflict c JOIN agenda_item a ON a.id = c.item_id WHERE a.session_id = NEW.id AND c.decision = 'PENDING') THEN
    RAISE EXCEPTION 'KHOI:CONFLICT_UNDECIDED conflicts are settled when scoring closes' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evaluation_session_conflicts BEFORE UPDATE ON evaluation_session FOR EACH ROW
  WHEN (OLD.state = 'SCORING' AND NEW.state NOT IN ('SCORING', 'CANCELLED')) EXECUTE FUNCTION closing_needs_settled_conflicts();

-- Who presides over an item instead of a recused chair, where the council has no deputy who can: chosen by the head.
CREATE TABLE item_presider (
  item_id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL,
  person_id uuid NOT NULL,
  chosen_by_person_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT item_presider_item FOREIGN KEY (tenant_id, item_id) REFERENCES agenda_item (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT item_presider_person FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  CONSTRAINT item_presider_chooser FOREIGN KEY (tenant_id, chosen_by_person_id) REFERENCES person (tenant_id, id),
  CONSTRAINT item_presider_chosen_by_another CHECK (chosen_by_person_id <> person_id)
);
CREATE FUNCTION presider_follows_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.item_id <> OLD.item_id THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY who presides stays with the item' USING ERRCODE = 'P0001';
  END IF;
  IF session_state_of_item(CASE WHEN TG_OP = 'DELETE' THEN OLD.item_id ELSE NEW.item_id END) IN ('LOCKED', 'CANCELLED') THEN
    RAISE EXCEPTION 'KHOI:SESSION_LOCKED the session is a closed record' USING ERRCODE = 'P0001';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF EXISTS (SELECT FROM item_recusal r WHERE r.item_id = NEW.item_id AND r.person_id = NEW.person_id)
     OR EXISTS (SELECT FROM item_undecided u WHERE u.item_id = NEW.item_id AND u.person_id = NEW.person_id) THEN
    RAISE EXCEPTION 'KHOI:RECUSED whoever has an interest in an item does not preside over it' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER item_presider_follows BEFORE INSERT OR UPDATE OR DELETE ON item_presider FOR EACH ROW EXECUTE FUNCTION presider_follows_session();
CREATE TRIGGER item_presider_truncate BEFORE TRUNCATE ON item_presider FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- A member who leaves names who came instead, and by which decision.
ALTER TABLE council_member
  ADD COLUMN replaced_by_id uuid CONSTRAINT council_member_replaced_by REFERENCES council_member (id) DEFERRABLE INITIALLY DEFERRED,
  ADD COLUMN basis_number text CHECK (length(basis_number) BETWEEN 1 AND 100),
  ADD COLUMN basis_date date,
  ADD CONSTRAINT council_member_replaced_has_left CHECK (replaced_by_id IS NULL OR valid_to IS NOT NULL),
  ADD CONSTRAINT council_member_basis CHECK ((basis_number IS NULL) = (basis_date IS NULL)),
  ADD CONSTRAINT council_member_period CHECK (valid_to IS NULL OR valid_to >= valid_from);
