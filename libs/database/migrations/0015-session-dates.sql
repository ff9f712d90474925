-- Members plan by the day, the place and the last day for sheets: once they score, these stand as they were told.
CREATE FUNCTION session_dates_stand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state NOT IN ('DRAFT', 'CONVENED') THEN
    RAISE EXCEPTION 'KHOI:SESSION_WRONG_STATE day, place and last day are fixed when scoring opens' USING ERRCODE = 'P0001',
      DETAIL = json_build_object('state', OLD.state)::text;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evaluation_session_dates BEFORE UPDATE ON evaluation_session FOR EACH ROW
  WHEN ((NEW.held_on, NEW.place, NEW.scoring_due_on) IS DISTINCT FROM (OLD.held_on, OLD.place, OLD.scoring_due_on))
  EXECUTE FUNCTION session_dates_stand();
