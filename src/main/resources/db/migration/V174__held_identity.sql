-- Changes of people's references that a stopped sharing log keeps from receivers; told in this order once it goes on.
CREATE TABLE held_identity (
    id       bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT held_identity_pk PRIMARY KEY,
    kind     text        NOT NULL,
    kept     text        NOT NULL,
    gone     text        NOT NULL,
    families text[]      NOT NULL,
    held_at  timestamptz NOT NULL,
    CONSTRAINT held_identity_kind CHECK (kind IN ('PERSON_MERGED', 'PERSON_SPLIT', 'FAMILY_MERGED', 'FAMILY_SPLIT'))
);
COMMENT ON COLUMN held_identity.kept IS 'P- or F- reference; an erasure deletes the row that names the person';
