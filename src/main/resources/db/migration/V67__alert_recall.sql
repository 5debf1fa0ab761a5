-- A withdrawn alert is recalled: who had been told of it, by the sharing log, and how each was told that it is withdrawn.
CREATE TABLE recall (
    id        text        NOT NULL CONSTRAINT recall_pk PRIMARY KEY,
    alert_ref text        NOT NULL CONSTRAINT recall_alert_unique UNIQUE,
    because   text        NOT NULL,
    reason    text,
    at        timestamptz NOT NULL
);
COMMENT ON COLUMN recall.reason IS 'the words of the person who withdrew a rule; null when records did';
CREATE TABLE recall_told (
    recall_id text        NOT NULL CONSTRAINT recall_told_recall_fk REFERENCES recall,
    kind      text        NOT NULL,
    recipient text        NOT NULL,
    who       text        NOT NULL,
    act       text        NOT NULL,
    channel   text        NOT NULL,
    first_at  timestamptz NOT NULL,
    last_at   timestamptz NOT NULL,
    entries   integer     NOT NULL,
    told_by   text        NOT NULL CONSTRAINT recall_told_by_known CHECK (told_by IN ('MESSAGE', 'FILE', 'PAGE', 'NOT_TOLD')),
    CONSTRAINT recall_told_pk PRIMARY KEY (recall_id, kind, recipient, who, act, channel)
);
COMMENT ON COLUMN recall_told.who IS 'the account that looked, empty for a machine';
CREATE INDEX recall_told_who ON recall_told (who);

-- Which alert an outcome was about, so that it can be recalled; files of recalls go the same way.
ALTER TABLE outcome_file
    ADD COLUMN alert_ref text,
    ADD COLUMN kind      text NOT NULL DEFAULT 'outcome' CONSTRAINT outcome_file_kind_known CHECK (kind IN ('outcome', 'recall'));
CREATE INDEX outcome_file_alert ON outcome_file (alert_ref);
-- The messages about one alert.
CREATE INDEX outbox_alert ON outbox ((body::jsonb -> 'data' ->> 'alert'));
CREATE INDEX alert_successor ON alert (successor) WHERE successor IS NOT NULL;
