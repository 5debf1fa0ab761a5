-- Every time the hub was put back from a backup: who did it, why, and up to where it still knew what had come in.
CREATE TABLE restoration (
    id          text        NOT NULL CONSTRAINT restoration_pk PRIMARY KEY,
    backup_at   timestamptz NOT NULL,
    restored_at timestamptz NOT NULL,
    by_whom     text        NOT NULL,
    reason      text        NOT NULL,
    known_until timestamptz NOT NULL,
    declared_at timestamptz NOT NULL
);
COMMENT ON COLUMN restoration.known_until IS 'files that arrived later are known to nobody but their senders';
