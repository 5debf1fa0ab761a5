-- From when on files of a feed are expected: nobody is called late for a time before the hub watched.
CREATE TABLE feed_watched (
    agency text,
    feed   text,
    -- As the agreement had it; empty where it says nothing of when files come. A change begins anew.
    rhythm text        NOT NULL,
    since  timestamptz NOT NULL,
    CONSTRAINT feed_watched_pk PRIMARY KEY (agency, feed)
);
CREATE INDEX delivery_by_time ON delivery (agency, feed, received_at DESC);
