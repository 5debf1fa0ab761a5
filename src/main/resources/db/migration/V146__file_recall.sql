-- A file that its sender recalled, and who had been told of the people in it since it came, by the sharing log.
CREATE TABLE file_recall (
    receipt text        NOT NULL CONSTRAINT file_recall_pk PRIMARY KEY,
    file    text        NOT NULL,
    agency  text        NOT NULL,
    feed    text        NOT NULL,
    people  bigint      NOT NULL,
    at      timestamptz NOT NULL
);
COMMENT ON COLUMN file_recall.receipt IS 'of the recall';
COMMENT ON COLUMN file_recall.file IS 'receipt of the file that was recalled';
CREATE TABLE file_recall_told (
    receipt   text        NOT NULL CONSTRAINT file_recall_told_recall_fk REFERENCES file_recall,
    kind      text        NOT NULL,
    recipient text        NOT NULL,
    who       text        NOT NULL,
    act       text        NOT NULL,
    channel   text        NOT NULL,
    people    text[]      NOT NULL,
    last_at   timestamptz NOT NULL,
    CONSTRAINT file_recall_told_pk PRIMARY KEY (receipt, kind, recipient, who, act, channel)
);
COMMENT ON COLUMN file_recall_told.who IS 'the account that looked, empty for a machine';
COMMENT ON COLUMN file_recall_told.people IS 'P- references';
CREATE INDEX file_recall_told_who ON file_recall_told (who);
