-- One row per (agency, feed, source reference, version). For attendance the record is the pupil.
CREATE TABLE record (
    id           bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT record_pk PRIMARY KEY,
    ref          text        NOT NULL CONSTRAINT record_ref_unique UNIQUE,
    agency       text        NOT NULL,
    feed         text        NOT NULL,
    source_ref   text        NOT NULL,
    version      integer     NOT NULL,
    is_current   boolean     NOT NULL,
    fact_kind    text        NOT NULL,
    fact         jsonb       NOT NULL,
    notes        text[]      NOT NULL DEFAULT '{}',
    observed_at  timestamptz NOT NULL,
    received_at  timestamptz NOT NULL,
    delivery_id  bigint      NOT NULL CONSTRAINT record_delivery_fk REFERENCES delivery,
    fingerprint  bytea       NOT NULL,
    free_text    bytea,
    CONSTRAINT record_source_unique UNIQUE (agency, feed, source_ref, version)
);
COMMENT ON COLUMN record.ref IS 'ULID, the opaque record id of evidence';
COMMENT ON COLUMN record.fact IS 'the Fact as JSON, written and read by CanonicalJson of the person room';
COMMENT ON COLUMN record.fingerprint IS 'SHA-256 of the canonical notice: equal content is unchanged';
COMMENT ON COLUMN record.free_text IS 'encrypted JSON of named texts';

-- One row per person that a record mentions.
CREATE TABLE mention (
    id           bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT mention_pk PRIMARY KEY,
    record_id    bigint  NOT NULL CONSTRAINT mention_record_fk REFERENCES record ON DELETE CASCADE,
    role         text    NOT NULL,
    index        integer NOT NULL,
    relationship text,
    person       jsonb   NOT NULL,
    fingerprint  bytea   NOT NULL,
    CONSTRAINT mention_place_unique UNIQUE (record_id, role, index)
);
COMMENT ON COLUMN mention.fingerprint IS 'SHA-256 of the identity fields: unchanged means the link stands';

-- A pupil's marks of one month at one school: 62 characters, day 1 am, day 1 pm, day 2 am, ...; a space is no mark.
-- arrivals[i] is the delivery that gave mark i (0 = none): a mark is replaced only by a newer arrival.
CREATE TABLE attendance_month (
    record_id bigint    NOT NULL CONSTRAINT attendance_month_record_fk REFERENCES record ON DELETE CASCADE,
    month     date      NOT NULL CONSTRAINT attendance_month_first_day CHECK (extract(DAY FROM month) = 1),
    marks     text      NOT NULL CONSTRAINT attendance_month_length CHECK (length(marks) = 62),
    arrivals  bigint[]  NOT NULL CONSTRAINT attendance_month_arrivals CHECK (cardinality(arrivals) IN (1, 62)),
    CONSTRAINT attendance_month_pk PRIMARY KEY (record_id, month)
);
COMMENT ON COLUMN attendance_month.arrivals IS 'one element when all marks came with one delivery, else 62';

-- What identity has still to look at: records that are new or changed. Filled by intake, emptied by identity.
CREATE TABLE record_work (
    record_id bigint  NOT NULL CONSTRAINT record_work_pk PRIMARY KEY CONSTRAINT record_work_record_fk REFERENCES record ON DELETE CASCADE,
    urgent    boolean NOT NULL,
    queued    bigint  GENERATED ALWAYS AS IDENTITY
);
CREATE INDEX record_work_order ON record_work (urgent DESC, queued);
