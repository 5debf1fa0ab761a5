-- Every form of every layout that was in force or waits to be: its text stays readable, and so does who brought it into force.
CREATE TABLE mapping_version (
    number       integer     GENERATED ALWAYS AS IDENTITY,
    mapping      text        NOT NULL,
    version      integer     NOT NULL,
    sha256       text        NOT NULL,
    body         text,
    seen_at      timestamptz NOT NULL,
    proposed_by  text,
    proposed_at  timestamptz,
    activated_by text,
    activated_at timestamptz,
    CONSTRAINT mapping_version_pk PRIMARY KEY (number),
    CONSTRAINT mapping_version_proposed CHECK ((proposed_by IS NULL) = (proposed_at IS NULL)),
    CONSTRAINT mapping_version_activated CHECK ((activated_by IS NULL) = (activated_at IS NULL)),
    CONSTRAINT mapping_version_two_people CHECK (activated_by IS NULL OR proposed_by IS NULL OR activated_by <> proposed_by)
);
COMMENT ON COLUMN mapping_version.body IS 'the file; null where it was taken away';
-- A file says one thing at a time: one proposal at most waits for each layout.
CREATE UNIQUE INDEX mapping_version_one_waits ON mapping_version (mapping) WHERE activated_at IS NULL;
CREATE INDEX mapping_version_by_mapping ON mapping_version (mapping, number);
