-- What members of a session say to each other about an agenda item, and what somebody notes there for themselves.

CREATE TABLE discussion_thread (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  item_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('QUESTION', 'REMARK')),
  -- By chair, deputy or secretary, when there is nothing left to say; taken back when there is.
  resolved_at timestamptz,
  resolved_by_person_id uuid,
  CONSTRAINT discussion_thread_in_tenant UNIQUE (tenant_id, id),
  -- An item leaves its agenda only before scoring opens, and what was said about it goes with it.
  CONSTRAINT discussion_thread_item FOREIGN KEY (tenant_id, item_id) REFERENCES agenda_item (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT discussion_thread_resolver FOREIGN KEY (tenant_id, resolved_by_person_id) REFERENCES person (tenant_id, id),
  CONSTRAINT discussion_thread_resolved_says_who CHECK ((resolved_at IS NULL) = (resolved_by_person_id IS NULL))
);
CREATE INDEX discussion_thread_of_item ON discussion_thread (item_id, id);

-- The first post of a thread opens it. Texts stand in the versions.
CREATE TABLE discussion_post (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  thread_id uuid NOT NULL,
  person_id uuid NOT NULL,
  posted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  withdrawn_at timestamptz,
  CONSTRAINT discussion_post_in_tenant UNIQUE (tenant_id, id),
  CONSTRAINT discussion_post_thread FOREIGN KEY (tenant_id, thread_id) REFERENCES discussion_thread (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT discussion_post_person FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);
CREATE INDEX discussion_post_of_thread ON discussion_post (thread_id, id);

-- Every text a post has had; the last one is what members read.
CREATE TABLE discussion_post_version (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  post_id uuid NOT NULL,
  number integer NOT NULL CHECK (number >= 1),
  body text NOT NULL CHECK (body IS NFC NORMALIZED AND length(body) BETWEEN 1 AND 4000),
  written_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT discussion_post_version_number UNIQUE (post_id, number),
  CONSTRAINT discussion_post_version_post FOREIGN KEY (tenant_id, post_id) REFERENCES discussion_post (tenant_id, id) ON DELETE CASCADE
);

-- Who is named in a post. A member who may not read the discussion yet is told later (told_at), and a recused one never.
CREATE TABLE discussion_mention (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  post_id uuid NOT NULL,
  person_id uuid NOT NULL,
  told_at timestamptz,
  CONSTRAINT discussion_mention_once UNIQUE (post_id, person_id),
  CONSTRAINT discussion_mention_post FOREIGN KEY (tenant_id, post_id) REFERENCES discussion_post (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT discussion_mention_person FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);
CREATE INDEX discussion_mention_untold ON discussion_mention (person_id) WHERE told_at IS NULL;

-- A note to oneself about an item, for whoever has no sheet to keep it in.
CREATE TABLE item_note (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  item_id uuid NOT NULL,
  person_id uuid NOT NULL,
  body long_text NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT item_note_once UNIQUE (item_id, person_id),
  CONSTRAINT item_note_item FOREIGN KEY (tenant_id, item_id) REFERENCES agenda_item (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT item_note_person FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);
CREATE TRIGGER item_note_touch BEFORE UPDATE ON item_note FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- Open from the invitation until the council counts. Waits for a step of the session that is being taken.
CREATE FUNCTION require_open_discussion(item uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  session_state constant text := session_state_of_item(item);
BEGIN
  IF session_state NOT IN ('CONVENED', 'SCORING', 'SCORED', 'BALLOTING') THEN
    RAISE EXCEPTION 'KHOI:DISCUSSION_CLOSED the discussion of the item is closed' USING ERRCODE = 'P0001',
      DETAIL = json_build_object('state', session_state)::text;
  END IF;
END $$;

-- Whoever sits in the session of an item, is not recused on it and waits for no decision whether (INV-11); only in these offices, where some are named.
CREATE FUNCTION require_part_in_discussion(item uuid, person uuid, offices text[] DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM item_recusal r WHERE r.item_id = item AND r.person_id = person)
     OR EXISTS (SELECT FROM item_undecided u WHERE u.item_id = item AND u.person_id = person)
     OR NOT EXISTS (SELECT FROM agenda_item a JOIN session_seat seat ON seat.session_id = a.session_id
                     WHERE a.id = item AND seat.person_id = person AND (offices IS NULL OR seat.role = ANY (offices))) THEN
    RAISE EXCEPTION 'KHOI:DISCUSSION_BARRED the person has no such part in the discussion' USING ERRCODE = 'P0001';
  END IF;
END $$;

CREATE FUNCTION discussion_thread_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT FROM agenda_item a WHERE a.id = OLD.item_id) THEN
      RAISE EXCEPTION 'KHOI:APPEND_ONLY threads are not deleted' USING ERRCODE = 'P0001';
    END IF;
    RETURN OLD;
  END IF;
  PERFORM require_open_discussion(NEW.item_id);
  IF TG_OP = 'UPDATE' AND (NEW.id, NEW.tenant_id, NEW.item_id, NEW.kind) IS DISTINCT FROM (OLD.id, OLD.tenant_id, OLD.item_id, OLD.kind) THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY a thread stays with its item' USING ERRCODE = 'P0001';
  END IF;
  IF NEW.resolved_by_person_id IS NOT NULL THEN
    PERFORM require_part_in_discussion(NEW.item_id, NEW.resolved_by_person_id, ARRAY['CHAIR', 'DEPUTY_CHAIR', 'SECRETARY']);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER discussion_thread_follows BEFORE INSERT OR UPDATE OR DELETE ON discussion_thread FOR EACH ROW EXECUTE FUNCTION discussion_thread_follows();
CREATE TRIGGER discussion_thread_truncate BEFORE TRUNCATE ON discussion_thread FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- Posts are dated by the database, stay as they are, and are withdrawn once. A resolved thread takes no more.
CREATE FUNCTION discussion_post_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  thread discussion_thread;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT FROM discussion_thread t WHERE t.id = OLD.thread_id) THEN
      RAISE EXCEPTION 'KHOI:APPEND_ONLY posts are not deleted' USING ERRCODE = 'P0001';
    END IF;
    RETURN OLD;
  END IF;
  SELECT * INTO thread FROM discussion_thread t WHERE t.id = NEW.thread_id FOR SHARE;
  PERFORM require_open_discussion(thread.item_id);
  IF TG_OP = 'INSERT' THEN
    PERFORM require_part_in_discussion(thread.item_id, NEW.person_id);
    IF thread.resolved_at IS NOT NULL THEN
      RAISE EXCEPTION 'KHOI:THREAD_RESOLVED a resolved thread takes no posts' USING ERRCODE = 'P0001';
    END IF;
    NEW.posted_at := clock_timestamp();
    NEW.withdrawn_at := NULL;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.tenant_id, NEW.thread_id, NEW.person_id, NEW.posted_at) IS DISTINCT FROM (OLD.id, OLD.tenant_id, OLD.thread_id, OLD.person_id, OLD.posted_at)
     OR OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY a post is only withdrawn, and stays so' USING ERRCODE = 'P0001';
  END IF;
  NEW.withdrawn_at := clock_timestamp();
  RETURN NEW;
END $$;
CREATE TRIGGER discussion_post_follows BEFORE INSERT OR UPDATE OR DELETE ON discussion_post FOR EACH ROW EXECUTE FUNCTION discussion_post_follows();
CREATE TRIGGER discussion_post_truncate BEFORE TRUNCATE ON discussion_post FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- Texts follow one another without gaps, within fifteen minutes of the post, until it is withdrawn.
CREATE FUNCTION discussion_version_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  post discussion_post;
  last_number integer;
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM discussion_post p WHERE p.id = OLD.post_id) THEN
    RETURN OLD;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY former texts are kept' USING ERRCODE = 'P0001';
  END IF;
  SELECT * INTO post FROM discussion_post p WHERE p.id = NEW.post_id FOR SHARE;
  PERFORM require_open_discussion(t.item_id) FROM discussion_thread t WHERE t.id = post.thread_id;
  SELECT max(v.number) INTO last_number FROM discussion_post_version v WHERE v.post_id = NEW.post_id;
  IF post.withdrawn_at IS NOT NULL THEN
    RAISE EXCEPTION 'KHOI:POST_WITHDRAWN a withdrawn post does not change' USING ERRCODE = 'P0001';
  END IF;
  IF NEW.number <> coalesce(last_number, 0) + 1 THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY a text follows the one before' USING ERRCODE = 'P0001';
  END IF;
  NEW.written_at := clock_timestamp();
  IF NEW.number > 1 AND NEW.written_at >= post.posted_at + interval '15 minutes' THEN
    RAISE EXCEPTION 'KHOI:POST_EDIT_OVER a post is edited for fifteen minutes' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER discussion_post_version_follows BEFORE INSERT OR UPDATE OR DELETE ON discussion_post_version FOR EACH ROW EXECUTE FUNCTION discussion_version_follows();
CREATE TRIGGER discussion_post_version_truncate BEFORE TRUNCATE ON discussion_post_version FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- Members of the session are named, whether or not they may read it: who is recused is not for everybody to find out.
CREATE FUNCTION discussion_mention_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  item uuid;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT FROM discussion_post p WHERE p.id = OLD.post_id) THEN
      RAISE EXCEPTION 'KHOI:APPEND_ONLY mentions are not deleted' USING ERRCODE = 'P0001';
    END IF;
    RETURN OLD;
  END IF;
  SELECT t.item_id INTO item FROM discussion_post p JOIN discussion_thread t ON t.id = p.thread_id WHERE p.id = NEW.post_id;
  PERFORM require_open_discussion(item);
  IF TG_OP = 'UPDATE' AND ((NEW.id, NEW.tenant_id, NEW.post_id, NEW.person_id) IS DISTINCT FROM (OLD.id, OLD.tenant_id, OLD.post_id, OLD.person_id)
     OR OLD.told_at IS NOT NULL OR NEW.told_at IS NULL) THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY a mention stands' USING ERRCODE = 'P0001';
  END IF;
  IF TG_OP = 'INSERT' AND NOT EXISTS (SELECT FROM agenda_item a JOIN session_seat seat ON seat.session_id = a.session_id
                                       WHERE a.id = item AND seat.person_id = NEW.person_id) THEN
    RAISE EXCEPTION 'KHOI:DISCUSSION_BARRED only members of the session are mentioned' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER discussion_mention_follows BEFORE INSERT OR UPDATE OR DELETE ON discussion_mention FOR EACH ROW EXECUTE FUNCTION discussion_mention_follows();
CREATE TRIGGER discussion_mention_truncate BEFORE TRUNCATE ON discussion_mention FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- A note changes until its session is locked, and never becomes somebody else's.
CREATE FUNCTION item_note_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  session_state text;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT FROM agenda_item a WHERE a.id = OLD.item_id) THEN
      RAISE EXCEPTION 'KHOI:APPEND_ONLY notes are not deleted' USING ERRCODE = 'P0001';
    END IF;
    RETURN OLD;
  END IF;
  session_state := session_state_of_item(NEW.item_id);
  IF session_state IN ('LOCKED', 'CANCELLED', 'NONE') THEN
    RAISE EXCEPTION 'KHOI:DISCUSSION_CLOSED notes stand when the session is over' USING ERRCODE = 'P0001',
      DETAIL = json_build_object('state', session_state)::text;
  END IF;
  IF TG_OP = 'UPDATE' AND ((NEW.id, NEW.tenant_id, NEW.item_id, NEW.person_id) IS DISTINCT FROM (OLD.id, OLD.tenant_id, OLD.item_id, OLD.person_id)
     OR NEW.revision <> OLD.revision + 1) THEN
    RAISE EXCEPTION 'KHOI:APPEND_ONLY a note stays with its item and owner' USING ERRCODE = 'P0001';
  END IF;
  IF EXISTS (SELECT FROM item_recusal r WHERE r.item_id = NEW.item_id AND r.person_id = NEW.person_id) THEN
    RAISE EXCEPTION 'KHOI:DISCUSSION_BARRED a recused person notes nothing' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER item_note_follows BEFORE INSERT OR UPDATE OR DELETE ON item_note FOR EACH ROW EXECUTE FUNCTION item_note_follows();
CREATE TRIGGER item_note_truncate BEFORE TRUNCATE ON item_note FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
