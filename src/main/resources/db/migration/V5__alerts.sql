CREATE SEQUENCE alert_number;

-- The latest version of every alert ever.
CREATE TABLE alert (
    id             bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT alert_pk PRIMARY KEY,
    ref            text        NOT NULL CONSTRAINT alert_ref_unique UNIQUE,
    family_id      bigint      NOT NULL CONSTRAINT alert_family_fk REFERENCES family,
    queue          text        NOT NULL CONSTRAINT alert_queue_known CHECK (queue IN ('frontdoor.early-help', 'frontdoor.first-contact')),
    version        integer     NOT NULL,
    status         text        NOT NULL CONSTRAINT alert_status_known CHECK (status IN ('RAISED', 'ACKNOWLEDGED', 'DECIDED', 'CLOSED', 'WITHDRAWN')),
    level          integer     NOT NULL,
    rule           text        NOT NULL,
    locality       text        NOT NULL,
    content        jsonb       NOT NULL,
    raised_at      timestamptz NOT NULL,
    acknowledge_by timestamptz,
    decide_by      timestamptz,
    acknowledged_at timestamptz,
    decided_at     timestamptz,
    closed_at      timestamptz,
    outcome        text,
    reason         text,
    new_since_decision boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX alert_one_open ON alert (family_id, queue) WHERE status IN ('RAISED', 'ACKNOWLEDGED');
CREATE INDEX alert_due ON alert (acknowledge_by) WHERE status = 'RAISED';

-- Every version as it stood, so that a decision can be read against what was known.
CREATE TABLE alert_version (
    alert_id   bigint      NOT NULL CONSTRAINT alert_version_alert_fk REFERENCES alert,
    version    integer     NOT NULL,
    event      text        NOT NULL,
    content    jsonb       NOT NULL,
    at         timestamptz NOT NULL,
    CONSTRAINT alert_version_pk PRIMARY KEY (alert_id, version, event)
);

-- Messages to publish, written in the transaction of the act. id is the CloudEvents id and the JMS duplicate id.
CREATE TABLE outbox (
    ordinal      bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT outbox_pk PRIMARY KEY,
    id           text        NOT NULL CONSTRAINT outbox_id_unique UNIQUE,
    queue        text        NOT NULL,
    type         text        NOT NULL,
    family       text,
    priority     integer     NOT NULL DEFAULT 4,
    properties   jsonb       NOT NULL DEFAULT '{}',
    body         text        NOT NULL,
    created_at   timestamptz NOT NULL,
    published_at timestamptz
);
CREATE INDEX outbox_unpublished ON outbox (ordinal) WHERE published_at IS NULL;

-- Decision messages by their id: a repeated id is dropped.
CREATE TABLE decision (
    id           text        NOT NULL CONSTRAINT decision_pk PRIMARY KEY,
    alert_ref    text        NOT NULL,
    alert_version integer    NOT NULL,
    action       text        NOT NULL,
    content      jsonb       NOT NULL,
    by_whom      text        NOT NULL,
    at           timestamptz NOT NULL,
    received_at  timestamptz NOT NULL
);
