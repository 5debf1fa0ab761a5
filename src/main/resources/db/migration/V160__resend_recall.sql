-- A recall that was lost is repeated against the file it had undone; nobody is asked for it.
ALTER TABLE resend_file
    ADD COLUMN kind   text NOT NULL DEFAULT 'FILE' CONSTRAINT resend_file_kind_known CHECK (kind IN ('FILE', 'RECALL')),
    ADD COLUMN target text;
COMMENT ON COLUMN resend_file.target IS 'of a recall the receipt of the file that it had undone; else null';
CREATE INDEX resend_file_upload ON resend_file (upload);
CREATE INDEX delivery_recalled ON delivery (recalled_by) WHERE recalled_by IS NOT NULL;
