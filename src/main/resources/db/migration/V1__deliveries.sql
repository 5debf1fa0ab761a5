-- One row per uploaded file. Its id is the order of arrival: "the newest arrival wins" means the highest id.
CREATE TABLE delivery (
    id             bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT delivery_pk PRIMARY KEY,
    receipt        text        NOT NULL CONSTRAINT delivery_receipt_unique UNIQUE,
    upload         text        NOT NULL CONSTRAINT delivery_upload_unique UNIQUE,
    agency         text        NOT NULL,
    feed           text        NOT NULL,
    lane           text        NOT NULL,
    is_test        boolean     NOT NULL DEFAULT false,
    mapping        text,
    agreement      text,
    file_name      text        NOT NULL,
    bytes          bigint      NOT NULL,
    sha256         text        NOT NULL,
    stage          text        NOT NULL CONSTRAINT delivery_stage_known CHECK (stage IN
                       ('RECEIVED', 'ACCEPTED', 'PARTIAL', 'REJECTED', 'DUPLICATE', 'HELD', 'INCOMPLETE')),
    reason         text,
    duplicate_of   text,
    received_at    timestamptz NOT NULL,
    decided_at     timestamptz,
    answered_at    timestamptz,
    records_done   bigint      NOT NULL DEFAULT 0,
    accepted       bigint      NOT NULL DEFAULT 0,
    unchanged      bigint      NOT NULL DEFAULT 0,
    rejected       bigint      NOT NULL DEFAULT 0,
    warnings       bigint      NOT NULL DEFAULT 0
);
CREATE INDEX delivery_content ON delivery (agency, feed, sha256);
CREATE INDEX delivery_undecided ON delivery (id) WHERE stage = 'RECEIVED';
CREATE INDEX delivery_unanswered ON delivery (id) WHERE answered_at IS NULL;

-- What was wrong, by place; never a value.
CREATE TABLE delivery_error (
    delivery_id bigint NOT NULL CONSTRAINT delivery_error_delivery_fk REFERENCES delivery,
    ordinal     bigint GENERATED ALWAYS AS IDENTITY,
    line        bigint,
    record      bigint,
    field       text,
    code        text   NOT NULL,
    severity    text   NOT NULL CONSTRAINT delivery_error_severity_known CHECK (severity IN ('error', 'warning')),
    message     text   NOT NULL,
    fix         text,
    CONSTRAINT delivery_error_pk PRIMARY KEY (delivery_id, ordinal)
);
