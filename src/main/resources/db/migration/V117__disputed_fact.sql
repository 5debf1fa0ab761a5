-- Facts that the person concerned says are wrong: shown as disputed wherever they are shown. Kept by identity, set by the room of rights.
CREATE TABLE disputed_fact (
    ref      text        NOT NULL CONSTRAINT disputed_fact_pk PRIMARY KEY,
    person   text        NOT NULL,
    record   text,
    field    text,
    since    timestamptz NOT NULL,
    ended_at timestamptz,
    CONSTRAINT disputed_fact_what CHECK ((record IS NULL) <> (field IS NULL))
);
COMMENT ON COLUMN disputed_fact.record IS 'opaque id of the record that is disputed; null for a detail of the person';
COMMENT ON COLUMN disputed_fact.field IS 'name, dateOfBirth, address, phone or nhsNumber; null for a record';
CREATE INDEX disputed_fact_open ON disputed_fact (person) WHERE ended_at IS NULL;

-- What the person says of it, and what became of it.
CREATE TABLE dispute (
    ref        text        NOT NULL CONSTRAINT dispute_pk PRIMARY KEY CONSTRAINT dispute_fact_fk REFERENCES disputed_fact,
    request_id text        NOT NULL CONSTRAINT dispute_request_fk REFERENCES rights_request,
    state      text        NOT NULL CONSTRAINT dispute_state_known CHECK (state IN ('OPEN', 'UPHELD', 'REFUSED')),
    words      bytea       NOT NULL,
    told       jsonb       NOT NULL DEFAULT '{}',
    opened_by  text        NOT NULL,
    settled_by text,
    settled_at timestamptz,
    reason     bytea
);
COMMENT ON COLUMN dispute.words IS 'sealed: why they say it is wrong, in their words';
COMMENT ON COLUMN dispute.told IS 'agency to the log entry of the correction asked for, or to why it could not be asked';
COMMENT ON COLUMN dispute.reason IS 'sealed';
CREATE INDEX dispute_request ON dispute (request_id);

-- Corrections asked for go to the agency the same way as outcomes.
ALTER TABLE outcome_file DROP CONSTRAINT outcome_file_kind_known;
ALTER TABLE outcome_file ADD CONSTRAINT outcome_file_kind_known CHECK (kind IN ('outcome', 'recall', 'correction'));
