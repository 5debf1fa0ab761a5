-- What was said of an account's keys beside its agreement: added since, or retired. A key of the agreement that was retired stays shut
-- whatever its file says later.
CREATE TABLE agency_key (
    account        text NOT NULL,
    fingerprint    text NOT NULL,
    public_key     text NOT NULL,
    proposed_by    text,
    proposed_at    timestamptz,
    reason         text,
    added_by       text,
    added_at       timestamptz,
    retired_by     text,
    retired_at     timestamptz,
    retired_reason text,
    CONSTRAINT agency_key_pk PRIMARY KEY (account, fingerprint),
    CONSTRAINT agency_key_proposed_whole CHECK ((proposed_by IS NULL) = (proposed_at IS NULL)),
    CONSTRAINT agency_key_added_whole CHECK ((added_by IS NULL) = (added_at IS NULL)),
    CONSTRAINT agency_key_retired_whole CHECK ((retired_by IS NULL) = (retired_at IS NULL)),
    CONSTRAINT agency_key_added_after_proposed CHECK (added_by IS NULL OR proposed_by IS NOT NULL)
);
COMMENT ON COLUMN agency_key.account IS 'an agency, or agency.sender';
COMMENT ON COLUMN agency_key.fingerprint IS 'SHA256:… as ssh-keygen -l prints it';
COMMENT ON COLUMN agency_key.proposed_by IS 'null for a key of the agreement that was retired here';
