-- When files of a feed are expected, and whether one gets through. Nobody is called late for a time before the hub watched.
CREATE TABLE feed_watched (
    agency text,
    feed   text,
    -- As the agreement had it; empty where it says nothing of when files come. A change begins anew.
    rhythm text        NOT NULL,
    since  timestamptz NOT NULL,
    CONSTRAINT feed_watched_pk PRIMARY KEY (agency, feed)
);
CREATE INDEX delivery_by_time ON delivery (agency, feed, received_at DESC);

-- The newest canary of each feed; nothing else is kept of one.
CREATE TABLE canary (
    agency     text,
    feed       text,
    upload     text        NOT NULL,
    sent_at    timestamptz NOT NULL,
    -- When it was acknowledged; null while it is on its way.
    arrived_at timestamptz,
    -- Why it did not get through; null when it did.
    fault      text,
    CONSTRAINT canary_pk PRIMARY KEY (agency, feed),
    CONSTRAINT canary_fault_when_arrived CHECK (fault IS NULL OR arrived_at IS NOT NULL)
);
