-- The watch over feeds asks for the newest files of each sender.
CREATE INDEX delivery_sender ON delivery (agency, feed, sender, received_at) WHERE sender IS NOT NULL;
COMMENT ON COLUMN feed_watched.agency IS 'account: the agency, or agency.sender';
