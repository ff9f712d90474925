-- The application's own role: may write rows, may not touch the guards. Called after every migration run.
CREATE FUNCTION khoi_grant_application(application_role text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  table_name text;
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', application_role);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO %I', application_role);
  EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO %I', application_role);
  EXECUTE format('GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO %I', application_role);
  EXECUTE format('REVOKE EXECUTE ON FUNCTION khoi_grant_application(text) FROM PUBLIC, %I', application_role);
  FOREACH table_name IN ARRAY ARRAY['audit_event', 'initiative_version', 'initiative_step', 'formal_check', 'score_sheet_submission', 'item_result'] LOOP
    EXECUTE format('REVOKE UPDATE, DELETE ON %I FROM %I', table_name, application_role);
  END LOOP;
  FOREACH table_name IN ARRAY ARRAY['number_sequence', 'score_sheet', 'evaluation_session', 'recognition_decision', 'register_entry', 'initiative', 'file'] LOOP
    EXECUTE format('REVOKE DELETE ON %I FROM %I', table_name, application_role);
  END LOOP;
  IF to_regclass('public.schema_migration') IS NOT NULL THEN
    EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON schema_migration FROM %I', application_role);
  END IF;
END $$;
