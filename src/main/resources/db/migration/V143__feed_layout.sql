-- The columns of the file that an account last had taken for a feed, so that the next one can be told what changed.
CREATE TABLE feed_layout (
    account text        NOT NULL,
    feed    text        NOT NULL,
    columns text[]      NOT NULL,
    receipt text        NOT NULL,
    seen_at timestamptz NOT NULL,
    CONSTRAINT feed_layout_pk PRIMARY KEY (account, feed)
);
COMMENT ON COLUMN feed_layout.account IS 'an agency, or agency.sender';
COMMENT ON COLUMN feed_layout.columns IS 'header names as sent, in order; only of files whose header the layout knew';
CREATE INDEX delivery_error_layout ON delivery_error (delivery_id) WHERE code = 'LAYOUT_CHANGED';
