-- Doors of the SFTP server that shut after failed sign-ins: a restart leaves them shut, and an operator may open one before its time.
CREATE TABLE sftp_lock_out (
    account       text        NOT NULL,
    address       text        NOT NULL,
    shut_at       timestamptz NOT NULL,
    shut_until    timestamptz NOT NULL,
    lifted_by     text,
    lifted_at     timestamptz,
    lifted_reason text,
    CONSTRAINT sftp_lock_out_pk PRIMARY KEY (account, address, shut_at),
    CONSTRAINT sftp_lock_out_lifted_whole CHECK ((lifted_by IS NULL) = (lifted_at IS NULL))
);
COMMENT ON COLUMN sftp_lock_out.account IS 'an agency, or agency.sender; empty when the address tried names that nobody has and is shut for all';
CREATE INDEX sftp_lock_out_until ON sftp_lock_out (shut_until);
