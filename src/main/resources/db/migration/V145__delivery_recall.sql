-- A sender undoes a file sent by mistake: the delivery says by which recall, and what it alone had said is withdrawn.
ALTER TABLE delivery ADD COLUMN recalled_by text;
COMMENT ON COLUMN delivery.recalled_by IS 'receipt of the recall that undid it; null while it stands';
ALTER TABLE record ADD COLUMN withdrawn_at timestamptz;
COMMENT ON COLUMN record.withdrawn_at IS 'its file was recalled: counts for nobody, and is deleted once identity has let go of it';
CREATE INDEX record_withdrawn ON record (id) WHERE withdrawn_at IS NOT NULL;
