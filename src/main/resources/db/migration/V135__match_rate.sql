-- How many records of a bulk delivery spoke of somebody the hub knew: a file whose columns are mixed up knows nobody.
CREATE TABLE delivery_match (
    delivery_id bigint  NOT NULL CONSTRAINT delivery_match_pk PRIMARY KEY CONSTRAINT delivery_match_delivery_fk REFERENCES delivery ON DELETE CASCADE,
    agency      text    NOT NULL,
    feed        text    NOT NULL,
    -- Records whose subject was linked so far.
    linked      integer NOT NULL,
    -- Those of them whose subject was known before the delivery, or was matched for certain or in all probability.
    known       integer NOT NULL,
    -- The rate fell so far below the usual that alerts by this delivery wait; it says nothing of what is usual.
    fallen      boolean NOT NULL DEFAULT false,
    CONSTRAINT delivery_match_counts CHECK (known BETWEEN 0 AND linked)
);
CREATE INDEX delivery_match_usual ON delivery_match (agency, feed, delivery_id DESC);
ALTER TABLE alert_backlog DROP CONSTRAINT alert_backlog_why_known;
ALTER TABLE alert_backlog ADD CONSTRAINT alert_backlog_why_known CHECK (why IN ('BEFORE_LIVE', 'OVER_CEILING', 'MATCH_RATE'));
