-- What the queues may lose and the database remembers: which reactions to an event are done, which ticks have run.

-- A queue is a copy: Redis may be emptied, a backup be older than the queue. The row says what is still to be done.
ALTER TABLE outbox
  -- Names of the jobs of this event that were done; in no order, and possibly written before dispatched_at.
  ADD COLUMN done_jobs text[] NOT NULL DEFAULT '{}',
  -- When all of them were done.
  ADD COLUMN done_at timestamptz,
  -- When the queue was last known to have the jobs that are not done.
  ADD COLUMN queued_at timestamptz;
UPDATE outbox SET done_at = dispatched_at WHERE dispatched_at IS NOT NULL;
CREATE INDEX outbox_unfinished ON outbox (id) WHERE dispatched_at IS NOT NULL AND done_at IS NULL;

-- The latest tick of every schedule. The first to claim a tick runs it; one that was interrupted may be claimed again.
CREATE TABLE schedule_run (
  name text PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 100),
  -- The instant the tick stands for, not the one at which it happened to start.
  due_at timestamptz NOT NULL,
  started_at timestamptz NOT NULL,
  done_at timestamptz,
  -- Code of the latest failure since the tick started; never a message.
  error_code text CHECK (error_code ~ '^[A-Z][A-Z0-9_]{0,99}$'),
  CONSTRAINT schedule_run_order CHECK (done_at >= started_at)
);

-- Operators look after queues and may see no dossier, sheet or person's secret.
ALTER TABLE role_assignment DROP CONSTRAINT role_assignment_role_check;
ALTER TABLE role_assignment ADD CONSTRAINT role_assignment_role_check CHECK (role IN (
  'UNIT_HEAD', 'INTAKE_OFFICER', 'COUNCIL_SECRETARY', 'AUTHORITY_HEAD', 'CLERK', 'OBSERVER', 'AUDITOR', 'CITY_OFFICER',
  'PLAN_COORDINATOR', 'SCHOOL_COORDINATOR', 'SECURITY_OFFICER', 'TENANT_ADMIN', 'SYSTEM_OPERATOR'));
