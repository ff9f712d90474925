-- Nearest titles within a field of application, for the entries related to another: with the field in the index, titles of
-- other fields are not walked through first. What was revoked is related to nothing.
CREATE INDEX register_entry_near_in_field ON register_entry USING gist (field_code, title_norm gist_trgm_ops (siglen = 256))
  WHERE status = 'VALID';
