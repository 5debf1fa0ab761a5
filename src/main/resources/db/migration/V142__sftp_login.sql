-- Sign-ins to SFTP, told and refused, of accounts that exist: a row an hour for the same account, address, key and outcome.
CREATE TABLE sftp_login (
    account     text        NOT NULL,
    hour        timestamptz NOT NULL,
    result      text        NOT NULL CONSTRAINT sftp_login_result_known CHECK (result IN ('SIGNED_IN', 'WRONG_KEY', 'WRONG_ADDRESS', 'LOCKED_OUT')),
    address     text        NOT NULL,
    fingerprint text        NOT NULL DEFAULT '',
    times       bigint      NOT NULL,
    first_at    timestamptz NOT NULL,
    last_at     timestamptz NOT NULL,
    CONSTRAINT sftp_login_pk PRIMARY KEY (account, hour, result, address, fingerprint)
);
COMMENT ON COLUMN sftp_login.fingerprint IS 'the key that opened; empty when none did';
CREATE INDEX sftp_login_newest ON sftp_login (account, last_at DESC);
