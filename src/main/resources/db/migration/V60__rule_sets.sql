-- Every set of rules that was in force or waits to be: its text stays readable, and so does who brought it into force.
CREATE TABLE rule_set (
    number       integer     GENERATED ALWAYS AS IDENTITY,
    sha256       text        NOT NULL,
    rules        text[]      NOT NULL,
    seen_at      timestamptz NOT NULL,
    proposed_by  text,
    proposed_at  timestamptz,
    activated_by text,
    activated_at timestamptz,
    CONSTRAINT rule_set_pk PRIMARY KEY (number),
    CONSTRAINT rule_set_proposed CHECK ((proposed_by IS NULL) = (proposed_at IS NULL)),
    CONSTRAINT rule_set_activated CHECK ((activated_by IS NULL) = (activated_at IS NULL)),
    CONSTRAINT rule_set_two_people CHECK (activated_by IS NULL OR proposed_by IS NULL OR activated_by <> proposed_by)
);
-- The folder says one thing at a time: one proposal at most waits.
CREATE UNIQUE INDEX rule_set_one_waits ON rule_set ((true)) WHERE activated_at IS NULL;

CREATE TABLE rule_set_file (
    number integer NOT NULL,
    file   text    NOT NULL,
    body   text    NOT NULL,
    CONSTRAINT rule_set_file_pk PRIMARY KEY (number, file),
    CONSTRAINT rule_set_file_of_set FOREIGN KEY (number) REFERENCES rule_set (number) ON DELETE CASCADE
);
