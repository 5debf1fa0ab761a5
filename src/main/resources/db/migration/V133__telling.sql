-- What is told outside the hub, a row a channel: kept until it was taken, or given up as old news.
CREATE TABLE telling (
    id           text        CONSTRAINT telling_pk PRIMARY KEY,
    ordinal      bigint GENERATED ALWAYS AS IDENTITY,
    channel      text        NOT NULL,
    subject      text        NOT NULL,
    words        text        NOT NULL,
    made_at      timestamptz NOT NULL,
    -- Counted before the try is made.
    tries        integer     NOT NULL DEFAULT 0,
    next_at      timestamptz NOT NULL,
    -- Why the newest try failed.
    fault        text,
    settled_at   timestamptz,
    is_delivered boolean,
    CONSTRAINT telling_settled CHECK ((settled_at IS NULL) = (is_delivered IS NULL))
);
CREATE INDEX telling_waiting ON telling (channel, ordinal) WHERE settled_at IS NULL;
CREATE INDEX telling_settled_at ON telling (settled_at) WHERE settled_at IS NOT NULL;
