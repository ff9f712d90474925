-- Notices inside the application, written in the transaction of the act they tell of.

CREATE TABLE notification (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  person_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind ~ '^[A-Z_]{3,60}$'),
  -- Codes, titles and dates only; never author-secret parts, scores or other members' names.
  params jsonb NOT NULL DEFAULT '{}',
  link text CHECK (link ~ '^/' AND length(link) <= 300),
  event_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  read_at timestamptz,
  CONSTRAINT notification_once UNIQUE (event_id, person_id, kind),
  CONSTRAINT notification_person FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);
CREATE INDEX notification_of_person ON notification (person_id, id DESC);
CREATE INDEX notification_unread ON notification (person_id) WHERE read_at IS NULL;
