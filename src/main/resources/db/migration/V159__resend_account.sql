-- A lost file has come again only with what its own account sent after the hub was put back.
ALTER TABLE resend_file
    ADD COLUMN sender text,
    ADD COLUMN after_delivery bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN resend_file.sender IS 'id of the sender within the agency; null for the agency itself';
COMMENT ON COLUMN resend_file.after_delivery IS 'the newest delivery when the loss was declared: only later ones can be this file';
