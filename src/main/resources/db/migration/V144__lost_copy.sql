-- Files whose raw copy was damaged for good before all of it was read: asked for again, and never the earlier one of a duplicate.
CREATE TABLE lost_copy (
    delivery_id bigint      NOT NULL CONSTRAINT lost_copy_pk PRIMARY KEY CONSTRAINT lost_copy_delivery_fk REFERENCES delivery ON DELETE CASCADE,
    found_at    timestamptz NOT NULL,
    came_again  text
);
COMMENT ON COLUMN lost_copy.came_again IS 'receipt of the same content that came since and was dealt with; null while none has';
