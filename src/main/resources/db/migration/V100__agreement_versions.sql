-- Every form of every agreement that was in force or waits to be: its text stays readable, and so does who brought it into force.
CREATE TABLE agreement_version (
    number       integer     GENERATED ALWAYS AS IDENTITY,
    agency       text        NOT NULL,
    agreement    text        NOT NULL,
    version      integer     NOT NULL,
    sha256       text        NOT NULL,
    body         text,
    start_on     date        NOT NULL,
    seen_at      timestamptz NOT NULL,
    proposed_by  text,
    proposed_at  timestamptz,
    activated_by text,
    activated_at timestamptz,
    CONSTRAINT agreement_version_pk PRIMARY KEY (number),
    CONSTRAINT agreement_version_proposed CHECK ((proposed_by IS NULL) = (proposed_at IS NULL)),
    CONSTRAINT agreement_version_activated CHECK ((activated_by IS NULL) = (activated_at IS NULL)),
    CONSTRAINT agreement_version_two_people CHECK (activated_by IS NULL OR proposed_by IS NULL OR activated_by <> proposed_by)
);
COMMENT ON COLUMN agreement_version.agency IS 'hub for the borough''s own terms';
COMMENT ON COLUMN agreement_version.body IS 'the file; null where it was taken away, so that the agency has no agreement from then on';
COMMENT ON COLUMN agreement_version.start_on IS 'before this day the version in force goes on';
-- A file says one thing at a time: one proposal at most waits for each agency.
CREATE UNIQUE INDEX agreement_version_one_waits ON agreement_version (agency) WHERE activated_at IS NULL;
CREATE INDEX agreement_version_by_agency ON agreement_version (agency, number);
