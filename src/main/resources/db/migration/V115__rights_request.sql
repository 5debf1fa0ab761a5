-- What people ask for under their rights: one row a request, every step of it in order.
CREATE TABLE rights_request (
    id              text        NOT NULL CONSTRAINT rights_request_pk PRIMARY KEY,
    ref             text        NOT NULL CONSTRAINT rights_request_ref_unique UNIQUE,
    kind            text        NOT NULL CONSTRAINT rights_request_kind_known CHECK (kind IN ('ACCESS', 'RECTIFICATION', 'OBJECTION', 'RESTRICTION', 'COMPLAINT')),
    capacity        text        NOT NULL CONSTRAINT rights_request_capacity_known CHECK (capacity IN ('SELF', 'PARENT', 'REPRESENTATIVE')),
    state           text        NOT NULL,
    version         integer     NOT NULL,
    person          text,
    requester       text,
    details         bytea       NOT NULL,
    received_on     date        NOT NULL,
    started_on      date,
    paused_on       date,
    paused_days     integer     NOT NULL DEFAULT 0 CONSTRAINT rights_request_paused_days CHECK (paused_days >= 0),
    extended        boolean     NOT NULL DEFAULT false,
    acknowledged_on date,
    opened_by       text        NOT NULL,
    opened_at       timestamptz NOT NULL,
    proposed_by     text,
    closed_at       timestamptz
);
COMMENT ON COLUMN rights_request.id IS 'ULID; the sealed texts of the request are bound to it';
COMMENT ON COLUMN rights_request.person IS 'P- reference of whose data it is; null while nobody is found';
COMMENT ON COLUMN rights_request.requester IS 'P- reference of who asks, where the hub knows them; null otherwise';
COMMENT ON COLUMN rights_request.details IS 'sealed: name, how to reach them, their words';
COMMENT ON COLUMN rights_request.started_on IS 'the day from which the time to answer counts; null until identity is shown';
COMMENT ON COLUMN rights_request.paused_on IS 'the day on which clarification was asked for; null while the clock runs';
COMMENT ON COLUMN rights_request.proposed_by IS 'who prepared what a second person has to release; null while nothing is prepared';
CREATE INDEX rights_request_open ON rights_request (received_on) WHERE closed_at IS NULL;
CREATE INDEX rights_request_person ON rights_request (person);

CREATE TABLE rights_step (
    request_id text        NOT NULL CONSTRAINT rights_step_request_fk REFERENCES rights_request,
    version    integer     NOT NULL,
    event      text        NOT NULL,
    state      text        NOT NULL,
    by_whom    text        NOT NULL,
    at         timestamptz NOT NULL,
    note       bytea,
    CONSTRAINT rights_step_pk PRIMARY KEY (request_id, version)
);
COMMENT ON COLUMN rights_step.state IS 'the state after it';
COMMENT ON COLUMN rights_step.note IS 'sealed: what was seen, asked or decided, and why';
