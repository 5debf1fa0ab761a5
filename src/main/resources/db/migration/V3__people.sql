CREATE TABLE family (
    id         bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT family_pk PRIMARY KEY,
    ref        text        NOT NULL CONSTRAINT family_ref_unique UNIQUE,
    created_at timestamptz NOT NULL,
    gone_into  bigint CONSTRAINT family_gone_fk REFERENCES family
);
COMMENT ON COLUMN family.gone_into IS 'the family that took this one over; null while it stands';

CREATE TABLE person (
    id         bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT person_pk PRIMARY KEY,
    ref        text        NOT NULL CONSTRAINT person_ref_unique UNIQUE,
    created_at timestamptz NOT NULL,
    family_id  bigint CONSTRAINT person_family_fk REFERENCES family,
    family_role text,
    gone_into  bigint CONSTRAINT person_gone_fk REFERENCES person,
    sealed     boolean     NOT NULL DEFAULT false,
    place_hidden boolean   NOT NULL DEFAULT false,
    summary    jsonb       NOT NULL DEFAULT '{}'
);
COMMENT ON COLUMN person.family_role IS 'CHILD, CARER or ADULT';
COMMENT ON COLUMN person.place_hidden IS 'one RESTRICTED or HIDDEN statement about the person or the household stands';
COMMENT ON COLUMN person.summary IS 'MentionedPerson as JSON: the newest stated value of each field, current address included';
CREATE INDEX person_family ON person (family_id);

-- Which person a mention speaks of. Only identity writes it.
CREATE TABLE link (
    mention_id bigint      NOT NULL CONSTRAINT link_pk PRIMARY KEY CONSTRAINT link_mention_fk REFERENCES mention ON DELETE CASCADE,
    person_id  bigint      NOT NULL CONSTRAINT link_person_fk REFERENCES person,
    match      text        NOT NULL CONSTRAINT link_match_known CHECK (match IN ('CERTAIN', 'PROBABLE', 'REVIEW', 'NEW')),
    reason     text        NOT NULL,
    fingerprint bytea      NOT NULL,
    decided_at timestamptz NOT NULL
);
COMMENT ON COLUMN link.fingerprint IS 'mention.fingerprint at the decision';
CREATE INDEX link_person ON link (person_id);

-- Who is parent or carer of whom, by the records that name both. Resident: shares the child's current address.
CREATE TABLE kinship (
    child_id     bigint  NOT NULL CONSTRAINT kinship_child_fk REFERENCES person,
    adult_id     bigint  NOT NULL CONSTRAINT kinship_adult_fk REFERENCES person,
    relationship text    NOT NULL,
    resident     boolean NOT NULL,
    certain      boolean NOT NULL,
    CONSTRAINT kinship_pk PRIMARY KEY (child_id, adult_id)
);
CREATE INDEX kinship_adult ON kinship (adult_id);

-- Every step of an identity's life, in order: created, joined, merged, split, moved.
CREATE TABLE identity_event (
    id       bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT identity_event_pk PRIMARY KEY,
    kind     text        NOT NULL,
    kept     text        NOT NULL,
    gone     text,
    families text[]      NOT NULL DEFAULT '{}',
    detail   jsonb       NOT NULL DEFAULT '{}',
    at       timestamptz NOT NULL
);

-- What a person has to look at: identifier conflicts, undecided rules, doubtful links. Holds references, no values.
CREATE TABLE finding (
    id        bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT finding_pk PRIMARY KEY,
    room      text        NOT NULL,
    code      text        NOT NULL,
    about     text        NOT NULL,
    message   text        NOT NULL,
    raised_at timestamptz NOT NULL,
    closed_at timestamptz,
    CONSTRAINT finding_unique UNIQUE (room, code, about)
);

-- Families whose facts or members changed. Filled by identity (and by time), emptied by need.
CREATE TABLE family_work (
    family_id bigint  NOT NULL CONSTRAINT family_work_pk PRIMARY KEY CONSTRAINT family_work_family_fk REFERENCES family ON DELETE CASCADE,
    urgent    boolean NOT NULL,
    queued    bigint  GENERATED ALWAYS AS IDENTITY
);
CREATE INDEX family_work_order ON family_work (urgent DESC, queued);
