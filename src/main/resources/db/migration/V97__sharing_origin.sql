-- After an earlier state of the database was restored the log goes on under a new name, when two people have said so.
CREATE TABLE sharing_origin (
    origin       text        CONSTRAINT sharing_origin_pk PRIMARY KEY,
    previous     text        NOT NULL,
    agreed       bigint      NOT NULL,
    known_size   bigint      NOT NULL,
    known_root   text        NOT NULL,
    reason       text        NOT NULL,
    declared_by  text        NOT NULL,
    declared_at  timestamptz NOT NULL,
    confirmed_by text,
    confirmed_at timestamptz,
    CONSTRAINT sharing_origin_lost CHECK (agreed >= 0 AND agreed < known_size),
    CONSTRAINT sharing_origin_two_people CHECK (confirmed_by IS NULL OR confirmed_by <> declared_by),
    CONSTRAINT sharing_origin_confirmed CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL))
);
CREATE UNIQUE INDEX sharing_origin_one_waits ON sharing_origin ((confirmed_by IS NULL)) WHERE confirmed_by IS NULL;
COMMENT ON COLUMN sharing_origin.agreed IS 'entries before this index are those that were signed under the previous name';
COMMENT ON COLUMN sharing_origin.known_size IS 'entries signed under the previous name, as the key folder or the witness remembers; those from agreed on are lost';
