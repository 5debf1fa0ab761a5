-- Notices about alerts that wait are also told outside the pages, once. Those given before are old news.
ALTER TABLE alert_notice ADD COLUMN handed_on_at timestamptz;
UPDATE alert_notice SET handed_on_at = at;
CREATE INDEX alert_notice_to_hand_on ON alert_notice (at) WHERE handed_on_at IS NULL;
CREATE INDEX alert_notice_newest ON alert_notice (at DESC);
