-- Looks at cases that somebody should look at again: found by rule, a line an account, day and subject. Nothing is ever deleted.
CREATE TABLE unusual_access (
    id       bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT unusual_access_pk PRIMARY KEY,
    rule     text        NOT NULL CONSTRAINT unusual_access_rule_known
        CHECK (rule IN ('OWN_SURNAME', 'NO_INVOLVEMENT', 'OUT_OF_HOURS', 'MANY_VIEWS', 'BREAK_GLASS')),
    account  text        NOT NULL,
    role     text        NOT NULL,
    day      date        NOT NULL,
    subject  text        NOT NULL DEFAULT '',
    acts     integer     NOT NULL,
    entries  text[]      NOT NULL,
    first_at timestamptz NOT NULL,
    last_at  timestamptz NOT NULL,
    looked_at timestamptz,
    CONSTRAINT unusual_access_unique UNIQUE (rule, account, day, subject)
);
COMMENT ON COLUMN unusual_access.subject IS 'F- or P- reference of whom it is about; empty where it is about the whole day';
COMMENT ON COLUMN unusual_access.acts IS 'pages opened';
COMMENT ON COLUMN unusual_access.entries IS 'ids of the newest entries of the sharing log, some of them';
COMMENT ON COLUMN unusual_access.looked_at IS 'of the latest review; what came later waits for another';
CREATE INDEX unusual_access_order ON unusual_access (day, id);
CREATE INDEX unusual_access_waiting ON unusual_access (day, id) WHERE looked_at IS NULL OR looked_at < last_at;

CREATE TABLE unusual_access_review (
    id        bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT unusual_access_review_pk PRIMARY KEY,
    access_id bigint      NOT NULL CONSTRAINT unusual_access_review_access_fk REFERENCES unusual_access,
    outcome   text        NOT NULL CONSTRAINT unusual_access_review_outcome_known CHECK (outcome IN ('JUSTIFIED', 'QUERY', 'WRONG')),
    note      text        NOT NULL,
    by_whom   text        NOT NULL,
    at        timestamptz NOT NULL
);
CREATE INDEX unusual_access_review_access ON unusual_access_review (access_id, id);

-- Civil days that were gone through. The latest and the one before are gone through again: entries may have come since.
CREATE TABLE unusual_access_day (
    day date        NOT NULL CONSTRAINT unusual_access_day_pk PRIMARY KEY,
    at  timestamptz NOT NULL
);

-- The words of staff surnames as the sign-in service states them, to tell who looks at a family of their own name. Compared, never shown.
CREATE TABLE staff_surname (
    account text        NOT NULL CONSTRAINT staff_surname_pk PRIMARY KEY,
    words   text[]      NOT NULL,
    seen_at timestamptz NOT NULL
);

CREATE INDEX sharing_entry_looked ON sharing_entry (at, who) WHERE who IS NOT NULL AND kind IN ('VIEWED', 'BREAK_GLASS');
