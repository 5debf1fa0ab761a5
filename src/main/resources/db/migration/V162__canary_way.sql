-- The steps of each feed's newest canary, in their order; renewed with it.
CREATE TABLE canary_step (
    agency   text,
    feed     text,
    ordinal  integer,
    -- What the step does: linking to people.
    name     text        NOT NULL,
    -- What it came to: assessed, no alert.
    words    text        NOT NULL,
    ended_at timestamptz NOT NULL,
    CONSTRAINT canary_step_pk PRIMARY KEY (agency, feed, ordinal),
    CONSTRAINT canary_step_canary_fk FOREIGN KEY (agency, feed) REFERENCES canary ON DELETE CASCADE
);
