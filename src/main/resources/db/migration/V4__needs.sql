-- The needs that hold now, one row per family, person, need and agency; the last assessment's result.
CREATE TABLE need (
    family_id bigint NOT NULL CONSTRAINT need_family_fk REFERENCES family ON DELETE CASCADE,
    person_id bigint NOT NULL CONSTRAINT need_person_fk REFERENCES person,
    code      text   NOT NULL,
    grade     text   NOT NULL DEFAULT '',
    agency    text   NOT NULL,
    first_on  date   NOT NULL,
    last_on   date   NOT NULL,
    fact      text   NOT NULL,
    evidence  text[] NOT NULL,
    CONSTRAINT need_pk PRIMARY KEY (family_id, person_id, code, agency)
);
CREATE INDEX need_person ON need (person_id);

CREATE TABLE family_level (
    family_id     bigint      NOT NULL CONSTRAINT family_level_pk PRIMARY KEY CONSTRAINT family_level_family_fk REFERENCES family ON DELETE CASCADE,
    level         integer     NOT NULL CONSTRAINT family_level_range CHECK (level BETWEEN 1 AND 4),
    assessed_at   timestamptz NOT NULL,
    look_again_at timestamptz
);
COMMENT ON COLUMN family_level.look_again_at IS 'when time alone next changes something; null = never';
CREATE INDEX family_level_due ON family_level (look_again_at) WHERE look_again_at IS NOT NULL;

-- Evidence a family was already assessed on: only what is not here is new evidence.
CREATE TABLE evidence_seen (
    family_id     bigint      NOT NULL CONSTRAINT evidence_seen_family_fk REFERENCES family ON DELETE CASCADE,
    key           text        NOT NULL,
    first_seen_at timestamptz NOT NULL,
    CONSTRAINT evidence_seen_pk PRIMARY KEY (family_id, key)
);
