-- What leaves the house: which notice goes to whom by which channel and what became of it, how people want to be told,
-- and reminders of deadlines, each of which is given once.

CREATE TABLE notification_preference (
  person_id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL,
  mode text NOT NULL DEFAULT 'AT_ONCE' CHECK (mode IN ('AT_ONCE', 'DAILY', 'NEVER')),
  -- Whether what can wait is kept back from 21:00 to 06:30 in Vietnam.
  has_quiet_hours boolean NOT NULL DEFAULT true,
  locale text NOT NULL DEFAULT 'vi' CHECK (locale IN ('vi', 'en')),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT notification_preference_person FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);
CREATE TRIGGER notification_preference_touch BEFORE UPDATE ON notification_preference FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- One notice of one event, for everybody who gets it outside the application. Holds ids only: words are made when it is sent.
CREATE TABLE mailing (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL REFERENCES tenant (id),
  event_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind ~ '^[A-Z_]{3,60}$'),
  event_type text NOT NULL,
  payload jsonb NOT NULL,
  -- Mail to many waits for somebody to approve it.
  needs_approval boolean NOT NULL,
  verdict text CHECK (verdict IN ('APPROVED', 'CANCELLED')),
  decided_by_person_id uuid,
  decided_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT mailing_once UNIQUE (event_id, kind),
  CONSTRAINT mailing_in_tenant UNIQUE (tenant_id, id),
  CONSTRAINT mailing_decider FOREIGN KEY (tenant_id, decided_by_person_id) REFERENCES person (tenant_id, id),
  CONSTRAINT mailing_decided CHECK ((verdict IS NULL) = (decided_at IS NULL) AND (verdict IS NULL) = (decided_by_person_id IS NULL)),
  CONSTRAINT mailing_decides_what_waits CHECK (verdict IS NULL OR needs_approval)
);
CREATE INDEX mailing_of_tenant ON mailing (tenant_id, id DESC);

CREATE TABLE delivery (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  mailing_id uuid NOT NULL,
  person_id uuid NOT NULL,
  channel text NOT NULL CHECK (channel IN ('EMAIL', 'ZALO')),
  state text NOT NULL CHECK (state IN ('HELD', 'QUEUED', 'SENDING', 'SENT', 'BOUNCED', 'FAILED', 'CANCELLED')),
  -- Goes out together with whatever else the person gets in the digest.
  is_digest boolean NOT NULL DEFAULT false,
  -- Not before this instant.
  due_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  first_tried_at timestamptz,
  -- The mail it goes out with, from the first attempt on: the id of the first delivery in it, and part of its Message-ID.
  message_id uuid,
  -- Which worker sends it, and until when nobody else may.
  claim_id uuid,
  claimed_until timestamptz,
  -- The last answer, without words: 550 5.1.1, TIMEOUT, NOT_ENTITLED.
  code text CHECK (code ~ '^[A-Z0-9_. ]{1,40}$'),
  sent_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT delivery_once UNIQUE (mailing_id, person_id, channel),
  CONSTRAINT delivery_mailing FOREIGN KEY (tenant_id, mailing_id) REFERENCES mailing (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT delivery_person FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  CONSTRAINT delivery_sending_is_claimed CHECK ((state = 'SENDING') = (claim_id IS NOT NULL) AND (claim_id IS NULL) = (claimed_until IS NULL)),
  CONSTRAINT delivery_tried_has_message CHECK (state <> 'SENDING' OR (message_id IS NOT NULL AND attempts >= 1 AND first_tried_at IS NOT NULL)),
  CONSTRAINT delivery_sent_says_when CHECK ((state = 'SENT') = (sent_at IS NOT NULL))
);
CREATE INDEX delivery_due ON delivery (due_at) WHERE state = 'QUEUED';
CREATE INDEX delivery_under_way ON delivery (claimed_until) WHERE state = 'SENDING';
CREATE INDEX delivery_of_message ON delivery (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX delivery_for_digest ON delivery (person_id, channel, id) WHERE state = 'QUEUED' AND is_digest AND message_id IS NULL;
CREATE INDEX delivery_in_trouble ON delivery (tenant_id, mailing_id) WHERE state IN ('BOUNCED', 'FAILED', 'HELD');

-- What was sent is a fact: nobody takes it back or moves it to somebody else.
CREATE FUNCTION delivery_goes_on() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  steps constant text[] := ARRAY['HELD QUEUED', 'HELD CANCELLED', 'QUEUED SENDING', 'SENDING SENDING', 'SENDING SENT', 'SENDING QUEUED',
    'SENDING BOUNCED', 'SENDING FAILED', 'SENDING CANCELLED', 'BOUNCED QUEUED', 'FAILED QUEUED'];
BEGIN
  IF NEW.id <> OLD.id OR NEW.tenant_id <> OLD.tenant_id OR NEW.mailing_id <> OLD.mailing_id OR NEW.person_id <> OLD.person_id OR NEW.channel <> OLD.channel THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY a delivery stays with its notice and person' USING ERRCODE = 'P0001';
  END IF;
  IF NOT (OLD.state || ' ' || NEW.state = ANY (steps)) AND (OLD.state <> NEW.state OR OLD.state = 'SENT') THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY a delivery does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER delivery_goes_on BEFORE UPDATE ON delivery FOR EACH ROW EXECUTE FUNCTION delivery_goes_on();

-- Deadlines that run at this moment: what is looked at for reminders, and again when one is sent. A clock that stops is no longer here.
CREATE VIEW running_clock AS
  SELECT 'FORMAL_CHECK' AS kind, i.tenant_id, i.id AS object_id, (i.submitted_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS started_on,
      i.formal_check_due_on AS ends_on
    FROM initiative i WHERE i.state = 'SUBMITTED' AND i.formal_check_due_on IS NOT NULL
  UNION ALL
  SELECT 'SUPPLEMENT', i.tenant_id, i.id,
      coalesce((SELECT (max(c.checked_at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date FROM formal_check c
        WHERE c.initiative_id = i.id AND c.outcome = 'NEEDS_SUPPLEMENT'), (i.submitted_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date),
      i.supplement_due_on
    FROM initiative i WHERE i.state = 'SUPPLEMENT_REQUIRED' AND i.supplement_due_on IS NOT NULL
  UNION ALL
  SELECT 'RESULT', i.tenant_id, i.id, (i.accepted_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, i.result_due_on
    FROM initiative i
    WHERE i.state IN ('ACCEPTED', 'WAITING_APPLICATION', 'UNDER_EVALUATION', 'COUNCIL_PASSED', 'COUNCIL_FAILED', 'DEFERRED') AND i.result_due_on IS NOT NULL
  UNION ALL
  -- One year from the first application (Decree 13/2012 Art. 5), counted alone: where it ends on a day of rest the product moves it.
  SELECT 'FILING', i.tenant_id, i.id, greatest(i.first_applied_on, (i.created_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date),
      (i.first_applied_on + make_interval(years => coalesce((r.rules -> 'deadlines' ->> 'filingYears')::integer, 1)))::date
    FROM initiative i JOIN campaign c ON c.id = i.campaign_id LEFT JOIN evaluation_regulation r ON r.id = c.regulation_id
    WHERE i.state = 'DRAFT' AND i.first_applied_on IS NOT NULL
  UNION ALL
  SELECT 'SCORING', s.tenant_id, s.id, (s.scoring_opened_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, s.scoring_due_on
    FROM evaluation_session s WHERE s.state = 'SCORING' AND s.scoring_due_on IS NOT NULL;

-- A reminder that was given: once per clock and offset, however many processes look.
CREATE TABLE reminder (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL REFERENCES tenant (id),
  clock text NOT NULL CHECK (clock IN ('FORMAL_CHECK', 'SUPPLEMENT', 'RESULT', 'FILING', 'SCORING')),
  object_id uuid NOT NULL,
  -- The last day by counting, and by law.
  ends_on date NOT NULL,
  due_on date NOT NULL,
  -- Negative: working days after the last day.
  days_before integer NOT NULL,
  -- All reminders of one round; people get what concerns them in one notice.
  batch_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT reminder_once UNIQUE (clock, object_id, due_on, days_before)
);
CREATE INDEX reminder_of_batch ON reminder (batch_id, tenant_id);
CALL make_append_only('reminder');
