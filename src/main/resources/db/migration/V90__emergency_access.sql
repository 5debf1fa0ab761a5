-- Pages that somebody opened in an emergency although their role may not. Kept for good: what was opened, why, and what a manager found right.
CREATE TABLE emergency_access (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account     text        NOT NULL,
    role        text        NOT NULL,
    page        text        NOT NULL,
    reason      text        NOT NULL,
    entry       text        NOT NULL,
    opened_at   timestamptz NOT NULL,
    ends_at     timestamptz NOT NULL,
    verdict     text        CONSTRAINT emergency_access_verdict CHECK (verdict IN ('RIGHT', 'WRONG')),
    remark      text,
    reviewed_by text,
    reviewed_at timestamptz,
    CONSTRAINT emergency_access_time CHECK (ends_at > opened_at),
    CONSTRAINT emergency_access_review CHECK ((verdict IS NULL) = (reviewed_by IS NULL) AND (verdict IS NULL) = (reviewed_at IS NULL)),
    CONSTRAINT emergency_access_other_person CHECK (reviewed_by <> account)
);
CREATE INDEX emergency_access_open ON emergency_access (account, page, ends_at);
CREATE INDEX emergency_access_unreviewed ON emergency_access (opened_at) WHERE verdict IS NULL;
