-- Checksums that came beside files (NAME.sha256) where that is agreed, and the files that wait for theirs.
CREATE TABLE file_checksum (
    account     text        NOT NULL,
    feed        text        NOT NULL,
    is_test     boolean     NOT NULL,
    file_name   text        NOT NULL,
    sha256      text        NOT NULL CONSTRAINT file_checksum_hexadecimal CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    received_at timestamptz NOT NULL,
    used_by     bigint      CONSTRAINT file_checksum_delivery_fk REFERENCES delivery,
    CONSTRAINT file_checksum_pk PRIMARY KEY (account, feed, is_test, file_name)
);
COMMENT ON COLUMN file_checksum.account IS 'an agency, or agency.sender';
COMMENT ON COLUMN file_checksum.sha256 IS 'what the next file of that name must have';
COMMENT ON COLUMN file_checksum.used_by IS 'the file that had it; null while none has';
CREATE TABLE checksum_wait (
    delivery_id bigint      NOT NULL CONSTRAINT checksum_wait_pk PRIMARY KEY CONSTRAINT checksum_wait_delivery_fk REFERENCES delivery,
    until       timestamptz NOT NULL,
    told        boolean     NOT NULL DEFAULT false
);
COMMENT ON COLUMN checksum_wait.until IS 'refused when no checksum has come by then';
COMMENT ON COLUMN checksum_wait.told IS 'a checksum has come: the file goes on and is compared';
