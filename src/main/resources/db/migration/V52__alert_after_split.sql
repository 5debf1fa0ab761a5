-- What an alert needs to go back when a merge is undone.
ALTER TABLE alert
    ADD COLUMN moved_from bigint[] NOT NULL DEFAULT '{}',
    ADD COLUMN owed       boolean;
COMMENT ON COLUMN alert.moved_from IS 'families it was taken over from, the last merge last';
COMMENT ON COLUMN alert.owed IS 'it ended because another alert spoke for its family, and by an undone merge none does: true until the next assessment, then false; null for all others';
CREATE INDEX alert_owed ON alert (family_id) WHERE owed;
