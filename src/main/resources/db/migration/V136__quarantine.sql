-- What was refused and is kept to be run again: its place and why. The row itself stays in the raw copy, sealed.
CREATE TABLE quarantine_row (
    id          bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT quarantine_row_pk PRIMARY KEY,
    delivery_id bigint      NOT NULL CONSTRAINT quarantine_row_delivery_fk REFERENCES delivery,
    kind        text        NOT NULL CONSTRAINT quarantine_row_kind_known CHECK (kind IN ('ROW', 'BROKEN', 'REST', 'FILE')),
    line        bigint      NOT NULL,
    record      bigint      NOT NULL,
    field       text,
    code        text        NOT NULL,
    state       text        NOT NULL DEFAULT 'OPEN' CONSTRAINT quarantine_row_state_known CHECK (state IN ('OPEN', 'TAKEN', 'GONE')),
    since       timestamptz NOT NULL,
    settled_at  timestamptz,
    CONSTRAINT quarantine_row_place_unique UNIQUE (delivery_id, kind, record, line),
    CONSTRAINT quarantine_row_settled CHECK ((state = 'OPEN') = (settled_at IS NULL))
);
COMMENT ON COLUMN quarantine_row.kind IS 'a row that its layout refuses, a row that cannot be read, all after a break, or a whole file';
COMMENT ON COLUMN quarantine_row.state IS 'GONE: the raw copy is no more, so that it can never be run';
CREATE INDEX quarantine_row_open ON quarantine_row (delivery_id, record) WHERE state = 'OPEN';

-- What an operator put in the place of what was sent. The newest of a row counts.
CREATE TABLE quarantine_correction (
    id      bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT quarantine_correction_pk PRIMARY KEY,
    row_id  bigint      NOT NULL CONSTRAINT quarantine_correction_row_fk REFERENCES quarantine_row,
    at      timestamptz NOT NULL,
    by_whom text        NOT NULL,
    reason  text        NOT NULL,
    fields  text[]      NOT NULL,
    sealed  bytea
);
COMMENT ON COLUMN quarantine_correction.fields IS 'the sender''s names of the fields, without values';
COMMENT ON COLUMN quarantine_correction.sealed IS 'all corrected fields of the row with their new texts; null when none is, or erased';
CREATE INDEX quarantine_correction_row ON quarantine_correction (row_id, id DESC);

ALTER TABLE delivery_error ADD COLUMN mended_at timestamptz;
COMMENT ON COLUMN delivery_error.mended_at IS 'since then no longer true: the row was taken after all';
