-- Files that came after a backup which was put back: taken again from their raw copy, or asked for in /out/resend.csv.
CREATE TABLE resend_file (
    receipt     text        NOT NULL CONSTRAINT resend_file_pk PRIMARY KEY,
    upload      text        NOT NULL,
    agency      text        NOT NULL,
    feed        text        NOT NULL,
    sha256      text        NOT NULL,
    bytes       bigint      NOT NULL,
    received_at timestamptz NOT NULL,
    came_at     timestamptz
);
COMMENT ON COLUMN resend_file.receipt IS 'of the arrival that was lost';
COMMENT ON COLUMN resend_file.came_at IS 'when the same content was there again; null while it is missing';
CREATE INDEX resend_file_missing ON resend_file (agency, received_at) WHERE came_at IS NULL;
