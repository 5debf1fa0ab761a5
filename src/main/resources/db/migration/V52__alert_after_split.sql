-- What an alert needs to go back when a merge is undone.
ALTER TABLE alert
    ADD COLUMN moved_from  bigint[] NOT NULL DEFAULT '{}',
    ADD COLUMN asked_anew  boolean  NOT NULL DEFAULT false;
COMMENT ON COLUMN alert.moved_from IS 'families it was taken over from, the last merge last';
COMMENT ON COLUMN alert.asked_anew IS 'it ended because another alert spoke for its family; by an undone merge none does, and the family was asked about anew';

-- Families that a split left without the alert that spoke for them: their next assessment counts as news.
CREATE TABLE alert_owed (
    family_id bigint NOT NULL CONSTRAINT alert_owed_pk PRIMARY KEY CONSTRAINT alert_owed_family_fk REFERENCES family ON DELETE CASCADE
);
