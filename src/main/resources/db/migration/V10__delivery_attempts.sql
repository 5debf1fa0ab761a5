-- A file that fails or brings the hub down again and again is set aside. Counted since the last progress.
ALTER TABLE delivery ADD COLUMN starts integer NOT NULL DEFAULT 0;
ALTER TABLE delivery ADD COLUMN failures integer NOT NULL DEFAULT 0;
ALTER TABLE delivery ADD COLUMN held_for text CONSTRAINT delivery_held_for_known CHECK (held_for IN ('AGREEMENT', 'OPERATOR'));
COMMENT ON COLUMN delivery.held_for IS 'what a HELD delivery waits for; null in every other stage';
CREATE INDEX delivery_newest ON delivery (agency, feed, id DESC);
CREATE INDEX delivery_held ON delivery (id) WHERE held_for IS NOT NULL;
